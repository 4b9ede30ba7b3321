"""A recommendation's words as the grammar of roles reads them: articles left out, coordinated bodies as one word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .grammar import BODY
from .model import Institution
from .tokens import Tokens

_ARTICLES = {"le", "la", "les", "l'"}
_CONTRACTED = {"du": "de", "d'": "de", "au": "a", "aux": "a", "qu'": "que"}
_COORDINATION = re.compile(
    r"\s*(?:,\s*(?:et|ou)\b|,|/|et/ou\b|et\b|ou\b|ainsi qu(?:e\b|['’])|mais aussi\b|comme\b)\s*"
    r"(?:(?:en particulier|notamment|surtout|particulièrement)\s+)?"
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
    """`words[i]` stands at spans[i]; where it is BODY, groups[i] are the coordinated bodies there, else it is empty.

    `glosses[i]` is the index of the BODY that the one at i, in brackets, spells out; absent where it spells out none.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    groups: tuple[tuple[Body, ...], ...]
    glosses: dict[int, int]


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
    tokens = Tokens.of(text)
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    groups: list[tuple[Body, ...]] = []
    waiting = _coordinated(text, bodies)
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        if waiting and start >= waiting[0][0].start:
            group = waiting.pop(0)
            words.append(BODY)
            spans.append((group[0].start, group[-1].end))
            groups.append(group)
        elif word not in _ARTICLES and not (spans and groups[-1] and start < spans[-1][1]):
            words.append(_CONTRACTED.get(word, word))
            spans.append((start, end))
            groups.append(())
    return Phrase(tuple(words), tuple(spans), tuple(groups), _glosses(words))


def _coordinated(text: str, bodies: Sequence[Body]) -> list[tuple[Body, ...]]:
    groups: list[tuple[Body, ...]] = []
    for body in bodies:
        if groups and _COORDINATION.fullmatch(text, groups[-1][-1].end, body.start):
            groups[-1] += (body,)
        else:
            groups.append((body,))
    return groups


def _glosses(words: Sequence[str]) -> dict[int, int]:
    """ "des institutions différentes (éducation, santé, …)": the bodies in brackets, by the one before them in the sentence."""
    glosses: dict[int, int] = {}
    last: int | None = None
    for index, word in enumerate(words):
        if word == BODY:
            if last is not None and words[index - 1] == "(":
                glosses[index] = last
            last = index
        elif word in {".", ";"}:
            last = None
    return glosses
