"""Recommendations that repeat one of an earlier opinion: they share enough of their rare words, both ways.

The score is the cosine of the two sets of word families, each weighted by how rare it is among the recommendations of the two opinions
(docs/method.md). It depends on these two opinions alone, so that no other document in the store, and no order of loading, changes it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ...graph.model import Relationship, Value
from ..underpinning.words import Word, content_words, families

# Chosen for precision (docs/method.md): within one opinion, where nothing repeats, no pair of recommendations reaches both.
LEAST_SCORE, LEAST_SHARED = 0.40, 6
# A pair whose bare stems share fewer is not looked at: families can only bring a few more together.
LEAST_STEMS = 4
WORDS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Demand:
    """A recommendation's node id, text and content words."""

    id: str
    text: str
    words: tuple[Word, ...]
    stems: frozenset[str]

    @classmethod
    def of(cls, identifier: str, text: str) -> Demand:
        words = content_words(text)
        return cls(identifier, text, words, frozenset(w.stem for w in words))


def reiterations(later: Sequence[Demand], earlier: Sequence[Demand]) -> tuple[Relationship, ...]:
    """REITERATES from recommendations of one opinion to those of an earlier one; each reiterates at most one of them, the most alike."""
    pairs = [(one, other) for one in later for other in earlier if len(one.stems & other.stems) >= LEAST_STEMS]
    rarity = _Rarity.of((*later, *earlier)) if pairs else None
    best: dict[str, Relationship] = {}
    for one, other in pairs:
        link = rarity.link(one, other) if rarity else None
        if link and (one.id not in best or _alike(link) > _alike(best[one.id])):
            best[one.id] = link
    return tuple(best[i] for i in sorted(best))


def _alike(link: Relationship) -> float:
    return float(str(link.properties["score"]))


@dataclass(frozen=True, slots=True)
class _Rarity:
    """The families of the words of two opinions' recommendations, and how rare each is."""

    family: Mapping[str, str]
    weight: Mapping[str, float]

    @classmethod
    def of(cls, demands: Sequence[Demand]) -> _Rarity:
        """Inverse frequencies; a word of one recommendation on each side is as rare as a word of one recommendation only."""
        family = families(stem for demand in demands for stem in demand.stems)
        frequency = Counter(f for demand in demands for f in {family[s] for s in demand.stems})
        count = len(demands)
        return cls(family, {f: max(0.0, math.log((count + 1) / (max(n - 1, 1) + 0.5))) for f, n in frequency.items()})

    def link(self, one: Demand, other: Demand) -> Relationship | None:
        bags = [frozenset(self.family[s] for s in demand.stems) for demand in (one, other)]
        shared = bags[0] & bags[1]
        whole = math.sqrt(self._size(bags[0]) * self._size(bags[1]))
        score = round(self._size(shared) / whole, 3) if whole else 0.0
        if len(shared) < LEAST_SHARED or score < LEAST_SCORE:
            return None
        heaviest = sorted(shared, key=lambda f: (-self.weight[f], f))[:WORDS_SHOWN]
        shown = {self.family[w.stem]: one.text[w.start : w.end].lower() for w in reversed(one.words)}
        said: dict[str, Value] = {"score": score, "words": tuple(shown[f] for f in heaviest), "text": one.text, "earlier_text": other.text}
        return Relationship(f"{one.id}|REITERATES|{other.id}", one.id, "REITERATES", other.id, MappingProxyType(said))

    def _size(self, bag: Iterable[str]) -> float:
        return sum(sorted(self.weight[f] for f in bag))  # sorted: the same sum, to the last digit, on every machine
