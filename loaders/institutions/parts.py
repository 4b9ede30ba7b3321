"""The parts that a text gives to the bodies it names, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .construction import Construction
from .grammar import Given
from .model import Institution, Role
from .phrase import Body, Phrase
from .view import Bearing


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
    construction = Construction(words.words)
    given: dict[int, list[Bearing]] = {}
    last: int | None = None
    for index, word in enumerate(words.words):
        if word.kind == "end" and word.text != "•":
            last = None
        if word.kind != "name":
            continue
        bracketed = words.words[index - 1].kind == "open" if index else False
        if bracketed and last is not None and _spells_out(words, index):
            given[index] = given[last]
        elif bracketed and last is not None and _closes(words, index):
            given[index] = [Bearing(*_ADDRESSEE, index, index)]
        else:
            given[index] = construction.bearings(index)
        last = index
        for body in words.groups[word.index]:
            yield from _of_body(words, index, body, given[index])


_ADDRESSEE = (Given.of("ADDRESSED", "").roles, "destinataire nommé entre parenthèses, à la fin")


def _spells_out(words: Phrase, index: int) -> bool:
    """ "des institutions différentes (éducation, santé, …)": bodies in brackets, in small letters, say which ones are meant."""
    return all(words.text[body.start].islower() and not _office(words, body) for body in words.groups[words.words[index].index])


def _closes(words: Phrase, index: int) -> bool:
    """ "… un système commun (ministère du travail)." : a body alone in brackets at the end is the one asked."""
    after = [word.kind for word in words.words[index + 1 :]]
    return after[:1] == ["close"] and all(kind == "end" for kind in after[1:])


def _office(words: Phrase, body: Body) -> bool:
    return words.text[body.start : body.end].startswith(("minist", "direction", "secrétariat", "préf"))


def _of_body(words: Phrase, index: int, body: Body, bearings: list[Bearing]) -> Iterator[Part]:
    for institution in (body.institution, *body.inside):
        for bearing in bearings:
            start, end = _evidence(words, index, bearing, body)
            yield from (Part(institution, role, start, end, bearing.why) for role in bearing.roles)
        if not bearings:
            yield Part(institution, "MENTIONS", body.start, body.end, "nommé sans rôle d’action")


def _evidence(words: Phrase, index: int, bearing: Bearing, body: Body) -> tuple[int, int]:
    """From the first to the last word of the cue and the body itself, without the bodies coordinated after it."""
    cue = [words.words[i] for i in range(bearing.first, bearing.last + 1) if i != index]
    return min([body.start, *(word.start for word in cue)]), max([body.end, *(word.end for word in cue)])
