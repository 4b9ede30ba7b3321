"""Footnotes: which numbered lines are notes, and which call mark calls each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from .calls import Candidate
from .labels import Chain, Label
from .lines import Break, Line


class Evidence:
    """The possible call marks of a text, to ask whether numbered lines are the notes they call."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.starts = [c.start for c in candidates]
        self.by_number: dict[int, list[int]] = defaultdict(list)
        for candidate in candidates:
            self.by_number[candidate.number].append(candidate.start)

    def called(self, chain: Chain, lines: Sequence[Line], floor: int) -> int:
        """How many of the chain's numbers are called before their line, in order, after the offset `floor`."""
        hits = 0
        for label in chain.labels:
            places = self.by_number.get(label.number, [])
            index = bisect_right(places, floor)
            if index < len(places) and places[index] < lines[label.line].start:
                hits, floor = hits + 1, places[index]
        return hits

    def within(self, spans: Sequence[tuple[int, int]]) -> int:
        """How many marks stand in the spans: notes hold few, paragraphs hold them all."""
        return sum(bisect_left(self.starts, end) - bisect_left(self.starts, start) for start, end in spans)


def note_chains(chains: Sequence[Chain], labels: Sequence[Label], lines: Sequence[Line], candidates: Sequence[Candidate]) -> list[Chain]:
    """The chains that are notes: most of their numbers are called before them, and they hold no call marks themselves."""
    evidence = Evidence(candidates)
    openers = frozenset(label.line for label in labels)
    result: list[Chain] = []
    floor = -1
    for chain in chains:
        hits = evidence.called(chain, lines, floor)
        if not hits or 2 * hits < len(chain.labels):
            continue
        spans = [(lines[label.line].start, _extent(label.line, openers, lines)) for label in chain.labels]
        if 2 * evidence.within(spans) > len(chain.labels):
            continue
        result.append(chain)
        floor = max(floor, lines[chain.labels[-1].line].start)
    return result


def _extent(line: int, openers: frozenset[int], lines: Sequence[Line]) -> int:
    """Where the text that opens at a line ends at the latest: at the next label, blank line or page break."""
    for index in range(line + 1, len(lines)):
        if index in openers or lines[index].gap or lines[index].page_break is not Break.NONE:
            return lines[index - 1].end
    return lines[-1].end
