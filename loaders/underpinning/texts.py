"""Paragraphs, notes and recommendations as what they speak of: the topics of each sentence, and the weight of each topic asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..document import CleanText, Span
from ..sentences import sentences
from .cohesion import tie
from .constants import Constants
from .naming import Named, Topic
from .vocabulary import Vocabulary

_ASIDE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Text:
    """A unit's clean text cut in sentences: the topics of each, what each keeps of the one before (0 to 1, 0 for the first), and the keys
    of its topics.
    """

    clean: CleanText
    bounds: tuple[Span, ...]
    topics: tuple[tuple[Topic, ...], ...]
    kept: tuple[float, ...]
    bags: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, unit: str, clean: CleanText, vocabulary: Vocabulary, named: Named, constants: Constants) -> Text:
        bounds = sentences(clean.text)
        topics: list[list[Topic]] = [[] for _ in bounds]
        sentence, ends = -1, 0
        for topic in vocabulary.topics(clean.text, unit, named):  # in order, as the sentences are
            while topic.start >= ends and sentence + 1 < len(bounds):
                sentence += 1
                ends = bounds[sentence][1]
            topics[sentence].append(topic)
        keeps = {"continues": constants.continues, "follows": constants.beside, "turns": 0.0}
        kept = tuple([keeps[tie(clean.text[a:b])] if index else 0.0 for index, (a, b) in enumerate(bounds)])
        bags = tuple([frozenset([topic.key for topic in said]) for said in topics])
        return cls(clean, bounds, tuple(map(tuple, topics)), kept, bags)

    @property
    def bag(self) -> frozenset[str]:
        return frozenset().union(*self.bags)

    def sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self.bounds, offset, key=lambda span: span[0]) - 1)

    def around(self, here: int) -> Iterator[tuple[int, float]]:
        """Every sentence, and how much of it is still spoken of in sentence `here` (0 past a turn): that one, then outward."""
        yield here, 1.0
        still = 1.0
        for index in range(here, 0, -1):
            still *= self.kept[index]
            yield index - 1, still
        still = 1.0
        for index in range(here + 1, len(self.bounds)):
            still *= self.kept[index]
            yield index, still


@dataclass(frozen=True, slots=True)
class Demand:
    """What a recommendation asks: `weights` of its topics, `total` their sum; `within`: the terms of it that each word is part of."""

    clean: CleanText
    topics: tuple[Topic, ...]
    weights: Mapping[str, float]
    within: Mapping[str, tuple[str, ...]]
    total: float

    @classmethod
    def of(cls, unit: str, clean: CleanText, vocabulary: Vocabulary, named: Named, constants: Constants) -> Demand:
        """The object comes first: a later topic weighs less, half every `head` topics, and one in a parenthesis stands beside it."""
        topics = vocabulary.topics(clean.text, unit, named)
        asides = [m.span() for m in _ASIDE.finditer(clean.text)]
        weights: dict[str, float] = {}
        for place, topic in enumerate(topics):
            beside = constants.beside if any(start <= topic.start < end for start, end in asides) else 1.0
            weight = vocabulary.weight[topic.key] * beside * 2 ** (-place / constants.head)
            if weight > weights.get(topic.key, 0.0):
                weights[topic.key] = weight
        within: dict[str, list[str]] = {}
        for term in (key for key in weights if " " in key):
            for word in dict.fromkeys(term.split()):
                within.setdefault(word, []).append(term)
        return cls(clean, topics, weights, {word: tuple(held) for word, held in within.items()}, sum(weights.values()))
