"""What the units of a document speak of: families of words, terms of two words and things named, and how much each tells."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from ..document import CleanText, Document
from .naming import Named, Topic
from .words import Word, content_words, families

# Between the two words of a term: one or two grammatical words ("mise à l'abri", "traite des êtres").
_WITHIN_TERM = re.compile(r"[\s'’-]*(?:(?:ad|de|du|des|d|la|le|les|l|à|a|au|aux|en|par|pour)[\s'’]+){0,2}", re.IGNORECASE)
_LONGEST_GAP = 14
# The gaps between words of a long opinion that differ; most are a space.
_GAPS = 4096
_new = tuple.__new__  # as in words.py
_PLACE = itemgetter(1, 2)  # of a topic: its start, its end
# Below this number of units, frequencies say little of how much a word tells.
FEWEST_UNITS = 20
UNNAMED = Named((), ())


class Background(NamedTuple):
    """In how many of the `units` of a corpus each stem stands, and each pair of stems of a term ("approch global").

    What is common in opinions tells little in one of them.
    """

    units: int
    frequency: Mapping[str, int]


def background_of(documents: Iterable[Document]) -> Background:
    """Over the paragraphs and recommendations of several documents."""
    texts = [clean.text for document in documents for clean in units_of(document).values()]
    return Background(len(texts), Counter(key for text in texts for key in _stems_and_pairs(text)))


def _stems_and_pairs(text: str) -> set[str]:
    words = content_words(text)
    return {topic.key for topic in _said(text, words, {w.stem: w.stem for w in words})}


def units_of(document: Document) -> dict[str, CleanText]:
    """The texts whose topics are weighed: paragraphs and recommendations, by id."""
    return {p.id: p.clean for p in document.paragraphs} | {r.id: r.body.clean for r in document.recommendations}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The families of a document's stems, what each topic weighs, and what each unit weighed says (in whatever order)."""

    family: Mapping[str, str]
    weight: Mapping[str, float]
    said: Mapping[str, Sequence[Topic]]

    def topics(self, text: str, unit: str = "", named: Named = UNNAMED) -> tuple[Topic, ...]:
        """Every topic of a text that the document has, in order; a term stands beside its two words. `unit` is the text's own, if any."""
        said = self.said[unit] if unit in self.said else _said(text, _words(text, named), self.family)
        weight = self.weight
        return tuple(sorted([t for t in (*said, *named.things) if t.key in weight], key=_PLACE))

    def weigh(self, keys: Iterable[str]) -> float:
        return math.fsum(map(self.weight.__getitem__, keys))  # the same sum, to the last digit, in any order


def vocabulary_of(document: Document, named: Mapping[str, Named], background: Background | None = None) -> Vocabulary:
    """Weights over the units of the document, and of the corpus where one is given.

    A family weighs its inverse document frequency (Spärck Jones 1972), as BM25 has it, never negative; with a corpus, the lesser of the
    two. A term, of two units at least, weighs what it tells beyond its more telling word.
    """
    texts = {unit: clean.text for unit, clean in units_of(document).items()}
    words = {unit: _words(text, named.get(unit, UNNAMED)) for unit, text in texts.items()}
    family = families(w.stem for spoken in words.values() for w in spoken)
    said = {unit: _said(text, words[unit], family) for unit, text in texts.items()}
    weight = _weights(len(texts), said.values())
    if background is not None:
        common = _background_weights(family, background)
        weight = {key: min(own, common.get(key, own)) for key, own in weight.items()}
    terms = [key for key in weight if " " in key]
    weight |= {key: max(0.0, weight[key] - max([weight[part] for part in key.split()])) for key in terms}
    things = _weights(len(texts), (named.get(unit, UNNAMED).things for unit in texts))
    return Vocabulary(family, {**weight, **things}, said)


def _weights(count: int, texts: Iterable[Iterable[Topic]]) -> dict[str, float]:
    """By topic; a term of one text alone is none."""
    frequency: Counter[str] = Counter()
    for topics in texts:
        frequency.update({key for key, _, _ in topics})
    idf = {n: _idf(count, n) for n in set(frequency.values())}
    return {key: idf[n] for key, n in frequency.items() if n > 1 or " " not in key}


def _background_weights(family: Mapping[str, str], background: Background) -> dict[str, float]:
    seen: dict[str, int] = defaultdict(int)
    for key, n in background.frequency.items():
        parts = [family[stem] for stem in key.split() if stem in family]
        if len(parts) == len(key.split()):
            seen[" ".join(parts)] = max(seen[" ".join(parts)], n)
    return {key: _idf(background.units, n) for key, n in seen.items()}


def _idf(count: int, n: int) -> float:
    """Nothing for what more than half of the units say; in a text of a few units all words tell about the same."""
    return max(0.0, math.log((max(count, FEWEST_UNITS) - n + 0.5) / (n + 0.5)))


def _words(text: str, named: Named) -> tuple[Word, ...]:
    """Without the words of a code's name, and of a thing that counts as such."""
    words = content_words(text)
    if not named.hidden:
        return words
    hidden = {place for start, end in named.hidden for place in range(start, end)}
    return tuple(w for w in words if w.start not in hidden)


def _said(text: str, words: Sequence[Word], family: Mapping[str, str]) -> list[Topic]:
    """The families of the words, and the terms that two of them make."""
    said = [_new(Topic, (family[stem], start, end)) for stem, start, end in words if stem in family]
    terms = [
        _new(Topic, (f"{one} {other}", start, last))
        for (one, start, end), (other, after, last) in pairwise(said)
        if after - end <= _LONGEST_GAP and _joins(text[end:after])
    ]
    return said + terms


def side_by_side(text: str, start: int, end: int) -> bool:
    """True if nothing but a grammatical word or two stands between the words of one term."""
    return end - start <= _LONGEST_GAP and _joins(text[start:end])


@lru_cache(maxsize=_GAPS)
def _joins(gap: str) -> bool:
    return _WITHIN_TERM.fullmatch(gap) is not None
