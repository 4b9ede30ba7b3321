"""Each note to the call mark that calls it: zone of notes by zone of notes, as pages print them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from .blocks import Block, spans_in_order
from .calls import Candidate, find_lone, longest_order, within


@dataclass(slots=True)
class Zone:
    """Notes printed together; what calls them stands after the source offset `floor`."""

    floor: int
    start: int
    notes: list[Block]


class Calls:
    """The possible call marks of a document's body."""

    def __init__(self, text: str, blocks: Sequence[Block], candidates: Sequence[Candidate]) -> None:
        self.text = text
        callers = [(span, block) for span, block in spans_in_order(blocks) if block.kind not in ("footnote", "furniture", "contents")]
        self.spans = [(max(span[0], block.text_start) if span == block.spans[0] else span[0], span[1]) for span, block in callers]
        self.all = within(candidates, self.spans)
        self.starts = [c.start for c in self.all]

    def of_zone(self, zone: Zone) -> list[Candidate]:
        """Those that may call the zone's notes; "(1)" calls only notes that are so numbered themselves."""
        rounded = self.rounded(zone)
        between = self.all[bisect_right(self.starts, zone.floor) : bisect_left(self.starts, zone.start)]
        return [c for c in between if rounded or c.form != "round"]

    def rounded(self, zone: Zone) -> bool:
        """Whether a note of the zone is itself numbered "(1)"."""
        return any(self.text[note.start] == "(" for note in zone.notes)

    @cached_property
    def by_number(self) -> dict[int, list[Candidate]]:
        """All of them by their number, the less sure after the sure: glued ones, then lone ones, then those apart from their word."""
        result: dict[int, list[Candidate]] = {}
        for candidate in (*self.all, *find_lone(self.text, self.spans)):
            result.setdefault(candidate.number, []).append(candidate)
        return result

    def only_one(self, number: int, floor: int, ceiling: int, round_too: bool) -> Candidate | None:
        """The one mark of a number between two offsets, of the surest kind that stands there; None where there are several."""
        near = (c for c in self.by_number.get(number, ()) if floor <= c.start < ceiling)
        found = [c for c in near if round_too or c.form != "round"]
        for forms in (("mark", "glued", "square", "round", "high"), ("lone",), ("apart",)):
            of_kind = [c for c in found if c.form in forms]
            if of_kind:
                return of_kind[0] if len(of_kind) == 1 else None
        return None


def attach(text: str, blocks: Sequence[Block], candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """The call mark of each note, by the note's rank among the footnote blocks; notes without a certain one are left out.

    `candidates` are all numbers of the text that may be call marks.
    """
    calls = Calls(text, blocks, candidates)
    rank = {id(block): index for index, block in enumerate(b for b in blocks if b.kind == "footnote")}
    result: dict[int, Candidate] = {}
    for zone in _zones(blocks):
        for note, call in zip(zone.notes, _of_notes(calls, zone), strict=True):
            if call is not None:
                result[rank[id(note)]] = call
    return result


def _zones(blocks: Sequence[Block]) -> list[Zone]:
    zones: list[Zone] = []
    open_zone = False
    for (start, _), block in spans_in_order(blocks):
        if block.kind == "footnote":
            if not open_zone:
                zones.append(Zone(zones[-1].start if zones else -1, start, []))
            if start == block.start:
                zones[-1].notes.append(block)
            open_zone = True
        elif block.kind not in ("furniture", "contents"):
            open_zone = False
    return zones


def _of_notes(calls: Calls, zone: Zone) -> list[Candidate | None]:
    """The calls of a zone's notes: by the order of the marks, then, for those it leaves, the one place between their neighbours'."""
    ordered = longest_order(calls.of_zone(zone), frozenset(note.numbers[0] for note in zone.notes))
    result = [ordered.pop(note.numbers[0], None) for note in zone.notes]
    # A zone whose notes are called "word5" has none called "(1)".
    round_too = calls.rounded(zone) or all(c is None or c.form == "round" for c in result)
    ceilings = [zone.start, *accumulate((c.start if c else zone.start for c in reversed(result)), min)][::-1]
    floor = max(zone.floor, 0)
    for position, note in enumerate(zone.notes):
        if result[position] is None and floor < ceilings[position + 1]:
            result[position] = calls.only_one(note.numbers[0], floor, ceilings[position + 1], round_too)
        found = result[position]
        floor = max(floor, found.end) if found else floor
    return result
