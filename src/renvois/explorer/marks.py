"""Marking a text: overlapping citations, bodies and doubts laid over it as a flat run of segments, never nested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

type MarkKind = Literal["cite", "body", "check"]


@dataclass(frozen=True, slots=True)
class Mark:
    """text[start:end] is the citation, the body or the doubt `key`; `href` is the element it leads to, `look` its kind of source."""

    key: str
    kind: MarkKind
    start: int
    end: int
    href: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A note's call mark stands before text[at]; `note` is the id of the note's element."""

    at: int
    note: str
    number: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text covered by the same marks, or (text empty) a call mark.

    `owner` is the citation over it, the shortest of several, else the body: the stretch is shown as its link. `first`: the
    owner's id belongs here. `anchors` are marks that begin here without owning the stretch: they still need their id on the page.
    """

    text: str
    owner: Mark | None = None
    first: bool = False
    keys: tuple[str, ...] = ()
    doubtful: bool = False
    anchors: tuple[Mark, ...] = ()
    call: Call | None = None


def segments(text: str, marks: Sequence[Mark], calls: Sequence[Call]) -> tuple[Segment, ...]:
    """The text cut wherever a mark begins or ends or a call stands; joined, the texts give it back whole.

    A doubt owns nothing: it is shown by the look of what it covers and by its own message.
    """
    kept = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    edges = {0, len(text)} | {e for m in kept for e in (m.start, m.end)} | {c.at for c in calls if 0 <= c.at <= len(text)}
    called = sorted(calls, key=lambda c: (c.at, c.number))
    owned: set[str] = set()
    result: list[Segment] = []
    for start, end in pairwise([*sorted(edges), len(text)]):
        result += [Segment("", call=c) for c in called if c.at == start]
        if start == end:
            continue
        over = sorted((m for m in kept if m.start <= start and end <= m.end), key=_nearest)
        owner = next((m for m in over if m.kind != "check"), None)
        first = owner is not None and owner.key not in owned
        owned |= {owner.key} if owner else set()
        anchors = tuple(m for m in over if m.start == start and m.kind != "check" and m.key not in owned)
        owned |= {m.key for m in anchors}
        doubtful = any(m.kind == "check" for m in over)
        result.append(Segment(text[start:end], owner, first, tuple(m.key for m in over), doubtful, anchors))
    return tuple(result)


def _nearest(mark: Mark) -> tuple[bool, int, str]:
    return mark.kind != "cite", mark.end - mark.start, mark.key
