"""Folding the letters that European texts are written in, many times faster than str.translate: a byte each, by a codec's tables."""

from __future__ import annotations

import codecs
from collections.abc import Callable

# ASCII, Latin-1, and the typography of French. A codec knows 256 letters at most; the first must be the null character.
_LETTERS = "".join(map(chr, (*range(0x80), *range(0xA0, 0x100)))) + "’‘ʼ“”„‟–—‐‑‒−…•€ŒŸ\u2007\u2009\u200a\u202f\u2002\u2003\u2028\u2029"


class Letters:
    """What `fold` makes of each letter, for texts that hold no other letters than those it folds to one."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        usual = "".join(letter for letter in _LETTERS if len(fold(letter)) == 1)
        # The places left over stand for private characters, which no text has.
        known = usual + "".join(map(chr, range(0xE000, 0xE000 + 256 - len(usual))))
        self._bytes = codecs.charmap_build(known)
        self._folded = "".join(map(fold, usual))

    def fold(self, text: str) -> str | None:
        """The text folded letter by letter; None where it holds a letter that is not among them."""
        try:
            return codecs.charmap_decode(codecs.charmap_encode(text, "strict", self._bytes)[0], "strict", self._folded)[0]
        except UnicodeError:
            return None
