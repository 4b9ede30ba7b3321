"""Renvois: the legal cross-reference graph of an official opinion."""
