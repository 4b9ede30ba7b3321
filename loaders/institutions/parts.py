"""The parts that a text gives to the bodies it names, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .grammar import Match, role_grammar
from .model import Institution, Role
from .phrase import Body, Phrase


@dataclass(frozen=True, slots=True)
class Part:
    """text[start:end] gives `institution` the role; `why` says so in French."""

    institution: Institution
    role: Role
    start: int
    end: int
    why: str


def parts_of(words: Phrase) -> Iterator[Part]:
    """Every part given, in the order of the bodies; MENTIONS for a body that is given none."""
    given = _given(words)
    for index, group in enumerate(words.groups):
        for body in group:
            yield from _of_body(words, body, given.get(index, []))


def _given(words: Phrase) -> dict[int, list[Match]]:
    """The matches by the index of the body that bears their roles; a body in brackets takes those of the one it spells out."""
    given: dict[int, list[Match]] = {}
    for match in role_grammar().matches(words.words):
        if not (match.rule.fallback and given.get(match.bearer)):
            given.setdefault(match.bearer, []).append(match)
    for index, outer in words.glosses.items():
        if index not in given and outer in given:
            given[index] = given[outer]
    return given


def _of_body(words: Phrase, body: Body, matches: list[Match]) -> Iterator[Part]:
    for institution in (body.institution, *body.inside):
        for match in matches:
            start, end = _evidence(words, match, body)
            yield from (Part(institution, role, start, end, match.rule.why) for role in match.rule.roles)
        if not matches:
            yield Part(institution, "MENTIONS", body.start, body.end, "nommé sans rôle d’action")


def _evidence(words: Phrase, match: Match, body: Body) -> tuple[int, int]:
    """From the first to the last word of the cue and the body itself, without the bodies coordinated after it."""
    cue = [words.spans[i] for i in range(match.first, match.last) if i != match.bearer]
    return min([body.start, *(start for start, _ in cue)]), max([body.end, *(end for _, end in cue)])
