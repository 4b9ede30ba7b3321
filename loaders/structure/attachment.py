"""Each note to the call mark that calls it: zone of notes by zone of notes, as pages print them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..document import Span
from .blocks import Block, spans_in_order
from .calls import Candidate, lone_place, longest_order, within


@dataclass(slots=True)
class Zone:
    """Notes printed together; what calls them stands after the source offset `floor`."""

    floor: int
    start: int
    notes: list[Block]


class Calls:
    """The call marks of a document and the notes they call."""

    def __init__(self, text: str, blocks: Sequence[Block], candidates: Sequence[Candidate]) -> None:
        self.text = text
        callers = [(span, block) for span, block in spans_in_order(blocks) if block.kind not in ("footnote", "furniture", "contents")]
        self.spans = [(max(span[0], block.text_start) if span == block.spans[0] else span[0], span[1]) for span, block in callers]
        self.candidates = within(candidates, self.spans)
        self.starts = [c.start for c in self.candidates]
        self.found: dict[int, Candidate] = {}

    def between(self, floor: int, ceiling: int) -> list[Candidate]:
        return self.candidates[bisect_right(self.starts, floor) : bisect_left(self.starts, ceiling)]

    def of_zone(self, zone: Zone) -> list[Candidate]:
        """Those that may call the zone's notes; "(1)" calls only notes that are so numbered themselves."""
        rounded = any(self.text[note.start] == "(" for note in zone.notes)
        return [c for c in self.between(zone.floor, zone.start) if rounded or c.form != "round"]

    def spans_between(self, floor: int, ceiling: int) -> list[Span]:
        first = max(0, bisect_right(self.spans, (floor, floor)) - 1)
        return [(max(start, floor), min(end, ceiling)) for start, end in self.spans[first : bisect_left(self.spans, (ceiling, ceiling))]]


def attach(text: str, blocks: Sequence[Block], candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """The call mark of each note, by the note's rank among the footnote blocks; notes without a certain one are left out.

    `candidates` are all numbers of the text that may be call marks.
    """
    calls = Calls(text, blocks, candidates)
    notes = [block for block in blocks if block.kind == "footnote"]
    rank = {id(block): index for index, block in enumerate(notes)}
    for zone in _zones(blocks):
        numbers = frozenset(note.numbers[0] for note in zone.notes)
        ordered = longest_order(calls.of_zone(zone), numbers)
        for note in zone.notes:
            if note.numbers[0] in ordered:
                calls.found[rank[id(note)]] = ordered.pop(note.numbers[0])
        for position, note in enumerate(zone.notes):
            if rank[id(note)] not in calls.found:
                _search(calls, zone, rank, position)
    return calls.found


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


def _search(calls: Calls, zone: Zone, rank: dict[int, int], position: int) -> None:
    """A note that the order left out: its one place between the calls of its neighbours, alone, after a year or at a line's beginning."""
    note = zone.notes[position]
    before = [calls.found[r].end for n in zone.notes[:position] if (r := rank[id(n)]) in calls.found]
    after = [calls.found[r].start for n in zone.notes[position + 1 :] if (r := rank[id(n)]) in calls.found]
    floor, ceiling = max(before, default=zone.floor), min(after, default=zone.start)
    if floor >= ceiling:
        return
    number = note.numbers[0]
    same = [c for c in calls.between(floor, ceiling) if c.number == number]
    found = same[0] if len(same) == 1 else None if same else lone_place(calls.text, calls.spans_between(max(floor, 0), ceiling), number)
    if found is not None:
        calls.found[rank[id(note)]] = found
