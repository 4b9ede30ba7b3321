"""A link between a recommendation and a source, with its grade and its proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..citations.model import Reference, Source
from ..document import Span

type Grade = Literal["A", "B", "X", "C"]
type Strength = Literal["strong", "weak"]

# Sources that bind, as against those that inform: gold/underpinning.json, meta.classes.
NORMATIVE_LABELS = frozenset({"Article", "Law", "Decree", "Convention", "EUAct", "Case", "Constitution"})


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word found on both sides: its spans in the recommendation and in the text that leads to it (source offsets)."""

    word: str
    recommendation: tuple[Span, ...]
    lead: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """`recommendation` (a unit id) rests on `source` with this grade; `passage` is the text that says so.

    `citations` are the references that prove it, in text order; `via` a readable path ("§ 24 → note 27"); `lead` the unit
    (paragraph or the recommendation itself) through which the source is reached. `strength` is None for grade C.
    """

    recommendation: str
    source: Source
    grade: Grade
    strength: Strength | None
    score: float
    why: str
    via: str
    lead: str
    passage: Span
    citations: tuple[Reference, ...]
    words: tuple[SharedWord, ...] = ()

    @property
    def normative(self) -> bool:
        """True where the source binds, False where it informs."""
        return is_normative(self.source.label)


@dataclass(frozen=True, slots=True)
class Underpinning:
    """`bases` of all recommendations, and for each recommendation without any of grade A or B the reason why."""

    bases: tuple[Basis, ...]
    without: tuple[tuple[str, str], ...]


def is_normative(label: str) -> bool:
    """True for a source that binds; whole codes, opinions, reports, circulars, plans and bills only inform."""
    return label in NORMATIVE_LABELS
