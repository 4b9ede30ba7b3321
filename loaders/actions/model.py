"""What a recommendation asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type ActionKind = Literal["asked", "means", "purpose"]
type TermKind = Literal["condition", "deadline"]


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done; text[start:end] of the source says so. `id` is 'action:mettre-en-place', `verb` an infinitive.

    `object` is what it bears on, in the words of the text, '' if nothing follows. `kind` tells what is asked from the means of it
    ("en associant…") and from a purpose that is a measure too ("afin de mettre en place…").
    """

    recommendation: str
    id: str
    verb: str
    object: str
    kind: ActionKind
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Term:
    """A condition, or a deadline (or frequency), of what is asked; offsets into the source text."""

    recommendation: str
    kind: TermKind
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Demand:
    """How a recommendation asks, and for what. `modality` is None where no verb of asking or duty says so."""

    recommendation: str
    modality: str | None
    actions: tuple[Action, ...]
    terms: tuple[Term, ...]
