"""Words of a text as names are compared: folded, elisions and digits apart, hyphens left out, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...graph.identifiers import fold

# A letter may be followed by combining accents: the text may not be composed.
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*['’]?|\d+|[^\w\s-]|_")


@lru_cache(maxsize=1 << 16)
def folded_word(word: str) -> str:
    """The folded word, never empty: a lone accent folds to nothing. A document uses few words often, so they are kept."""
    return fold(word) or word


@dataclass(frozen=True, slots=True)
class Tokens:
    """`words[i]`, folded, is text[starts[i]:ends[i]]."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Tokens:
        spans = [found.span() for found in _TOKEN.finditer(text)]
        words = tuple([folded_word(text[start:end]) for start, end in spans])
        return cls(text, words, tuple([start for start, _ in spans]), tuple([end for _, end in spans]))

    def surface(self, first: int, last: int) -> str:
        """The text of the tokens first to last - 1."""
        return self.text[self.starts[first] : self.ends[last - 1]]
