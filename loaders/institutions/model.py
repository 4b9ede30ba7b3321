"""Bodies and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type MentionForm = Literal["full", "acronym", "alias", "short"]
type Role = Literal["ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS", "MENTIONS"]


@dataclass(frozen=True, slots=True)
class Institution:
    """A body. `id` is 'inst:miprof'; `named` tells a named body from a generic one ("les associations"); `parent` is an id."""

    id: str
    name: str
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    named: bool = True
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A body named in text[start:end], before the place in the source is known."""

    start: int
    end: int
    institution: Institution
    form: MentionForm


@dataclass(frozen=True, slots=True)
class InstitutionMention:
    """A place where a body is named; offsets into the source text, `container` is a unit's id."""

    start: int
    end: int
    surface: str
    institution: Institution
    form: MentionForm
    container: str


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What a recommendation gives a body to do or to get, with the words that say so (source offsets).

    `contextual`: only a paragraph that leads to the recommendation says so, and the words are there.
    """

    recommendation: str
    institution: Institution
    role: Role
    explicit: bool
    start: int
    end: int
    quote: str
    why: str
    contextual: bool = False


@dataclass(frozen=True, slots=True)
class Hearing:
    """A person the author heard; text[start:end] of the source says so. `id` is 'person:irene-aboudaram'."""

    id: str
    name: str
    role: str | None
    institution: Institution | None
    start: int
    end: int
    quote: str
    container: str
