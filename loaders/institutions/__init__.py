"""Institutions: a gazetteer a jurist can extend, the acronyms a document defines, and where each body is named."""
