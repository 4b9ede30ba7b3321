"""The words two texts share: stems, families of stems, and how much each says in this document.

Stems are Snowball's for French (snowballstemmer). A stem that begins another, at most three letters longer, is of its family:
« piloter » and « pilotage » (pilot, pilotag). Weights are inverse document frequencies over the units of the document
(Sparck Jones 1972), so that the words of every paragraph weigh next to nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

from ...graph.identifiers import fold
from ..document import CleanText, Span

WORD = re.compile(r"[^\W\d_]+")
SHORTEST_WORD, SHORTEST_FAMILY, LONGEST_ENDING = 3, 5, 3


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (the library's name)


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a clean text: its stem, and where it stands in that text."""

    stem: str
    start: int
    end: int


@cache
def stop_words() -> frozenset[str]:
    """Grammatical words and the boilerplate of opinions (stopwords.txt), folded."""
    lines = (files(__package__) / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


@cache
def stem(word: str) -> str:
    """The folded Snowball stem of a word."""
    return fold(_stemmer().stemWord(word.lower()))


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("french")
    return stemmer


def content_words(text: str) -> tuple[Word, ...]:
    """The words of a text that say something, in order; acronyms keep their letters as stem."""
    stopped = stop_words()
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        if len(word) >= SHORTEST_WORD and fold(word) not in stopped:
            found.append(Word(fold(word) if word.isupper() else stem(word), match.start(), match.end()))
    return tuple(found)


def families(stems: Iterable[str]) -> dict[str, str]:
    """Each stem's family: the shortest stem of the vocabulary that begins it, at most LONGEST_ENDING letters shorter."""
    vocabulary = set(stems)
    found: dict[str, str] = {}
    for one in sorted(vocabulary):
        shorter = (one[:length] for length in range(max(SHORTEST_FAMILY, len(one) - LONGEST_ENDING), len(one)))
        head = next((s for s in shorter if s in vocabulary), one)
        found[one] = found.get(head, head)
    return found


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The families of a document's stems and their weights."""

    family: Mapping[str, str]
    weight: Mapping[str, float]

    @classmethod
    def of(cls, texts: Sequence[Sequence[Word]]) -> Vocabulary:
        """Weights over `texts`, the words of each unit: log((N + 1) / (df + 1/2)), never negative."""
        family = families(w.stem for text in texts for w in text)
        frequency = Counter(f for text in texts for f in {family[w.stem] for w in text})
        count = len(texts)
        return cls(family, {f: max(0.0, math.log((count + 1) / (df + 0.5))) for f, df in frequency.items()})

    def bag(self, words: Iterable[Word]) -> frozenset[str]:
        return frozenset(self.family[w.stem] for w in words if w.stem in self.family)

    def weigh(self, bag: Iterable[str]) -> float:
        return sum(sorted(self.weight[f] for f in bag))  # sorted: the same sum, to the last digit, on every machine

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much two bags share, 0 to 1, whatever their lengths."""
        size = math.sqrt(self.weigh(one) * self.weigh(other))
        return self.weigh(one & other) / size if size else 0.0

    def coverage(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The part of `one`, by weight, that `other` has too."""
        size = self.weigh(one)
        return self.weigh(one & other) / size if size else 0.0

    def spans(self, family: str, words: Iterable[Word], clean: CleanText) -> tuple[Span, ...]:
        """Where words of the family stand, as spans of the source text."""
        return tuple(clean.raw_span(w.start, w.end) for w in words if self.family.get(w.stem) == family)
