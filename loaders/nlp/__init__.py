"""Renvois as spaCy components: `renvois_references`, `renvois_institutions`, `renvois_sentences`, `renvois_roles`.

Importing this package registers them, so that `spacy.blank("fr").add_pipe("renvois_references")` works; where Renvois is
installed, spaCy finds them by itself. `nlp()` is a blank French pipeline with all four.
"""

from .components import institutions, nlp, references, roles, sentences

__all__ = ["institutions", "nlp", "references", "roles", "sentences"]
