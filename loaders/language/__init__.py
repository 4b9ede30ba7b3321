"""French as official texts write it: verbs, their forms and the nouns made from them; words with what they are in a sentence."""

from .lexicon import Form, Lexicon
from .words import Word, words_of

__all__ = ["Form", "Lexicon", "Word", "words_of"]
