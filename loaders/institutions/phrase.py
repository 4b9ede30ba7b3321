"""A recommendation's words, with the bodies it names: coordinated bodies are one word, for they share one construction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..language import Word, words_of
from .model import Institution

_COORDINATION = re.compile(
    r"\s*(?:,\s*(?:et|ou)\b,?|,|/|et/ou\b|et\b,?|ou\b|ainsi qu(?:e\b|['’])|mais aussi\b|comme\b)\s*"
    r"(?:(?:en particulier|notamment|surtout|particulièrement),?\s+)?"
    r"(?:(?:avec|à|de|par|entre|pour)\s+)?(?:(?:aux?|du|des?|le|la|les|leurs?|un|une)\s+|d['’](?:une?\s+)?|l['’])?"
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at text[start:end]; `inside` those named within its name."""

    start: int
    end: int
    institution: Institution
    inside: tuple[Institution, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of `text`; one of kind "name" stands for the coordinated bodies groups[word.index]."""

    text: str
    words: tuple[Word, ...]
    groups: tuple[tuple[Body, ...], ...]


def bodies(named: Iterable[tuple[int, int, Institution]]) -> list[Body]:
    """The bodies named at [start, end), outermost ones, in order, those inside their names with them."""
    result: list[Body] = []
    for start, end, institution in sorted(named, key=lambda n: (n[0], -n[1])):
        if result and start < result[-1].end:
            result[-1] = replace(result[-1], inside=(*result[-1].inside, institution))
        elif start < end:
            result.append(Body(start, end, institution))
    return result


def phrase(text: str, bodies: Sequence[Body]) -> Phrase:
    """The words of a clean text in which the bodies, in order and apart from one another, are named."""
    groups = _coordinated(text, bodies)
    return Phrase(text, words_of(text, [(group[0].start, group[-1].end) for group in groups]), groups)


def _coordinated(text: str, bodies: Sequence[Body]) -> tuple[tuple[Body, ...], ...]:
    groups: list[tuple[Body, ...]] = []
    for body in bodies:
        if groups and _COORDINATION.fullmatch(text, groups[-1][-1].end, body.start):
            groups[-1] += (body,)
        else:
            groups.append((body,))
    return tuple(groups)
