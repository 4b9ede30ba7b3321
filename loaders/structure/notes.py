"""Footnotes: which numbered lines are notes, and which call mark calls each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from .calls import Candidate
from .labels import Chain, Label
from .lines import Break, Line

# The most notes one page is believed to hold.
_PER_PAGE = 15
# A number with no sign of its own, alone on its line or before a space.
_BARE = ("alone", "space")
_BRACKETED = ("round", "square")
_SEVERAL = 3


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


def note_labels(
    chains: Sequence[Chain], labels: Sequence[Label], lines: Sequence[Line], candidates: Sequence[Candidate], apart: Sequence[Candidate]
) -> list[Label]:
    """The labels that are notes, in order.

    Where the format raises the numbers that begin the notes, those sequences and no others. Else the sequences whose numbers are
    called before them and that hold no call marks themselves; on real pages, the bare numbers that their own page calls, if
    they are more. `apart` are the marks that a space parts from their word.
    """
    raised = [chain for chain in chains if any(label.raised for label in chain.labels)]
    counted = raised or _called_chains(chains, labels, lines, candidates)
    known = frozenset(label.line for chain in counted for label in chain.labels)
    paged = frozenset() if raised else _called_on_page(labels, lines, [*apart, *candidates])
    return _with_strays(paged if len(paged) > len(known) else known, labels, lines)


def _called_chains(chains: Sequence[Chain], labels: Sequence[Label], lines: Sequence[Line], candidates: Sequence[Candidate]) -> list[Chain]:
    """The chains most of whose numbers are called before them, and that hold no call marks themselves.

    Where notes are printed as they are called ("(3)" for "(3)"), each of them, these are the notes: titles and paragraphs may have the
    same numbers.
    """
    if alike := _printed_as_called(chains, lines, candidates):
        return alike
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


def _printed_as_called(chains: Sequence[Chain], lines: Sequence[Line], candidates: Sequence[Candidate]) -> list[Chain]:
    found: list[Chain] = []
    for chain in chains:
        calls = Evidence([c for c in candidates if c.form == chain.style])
        floor = lines[found[-1].labels[-1].line].start if found else -1
        if chain.style in _BRACKETED and len(chain.labels) >= _SEVERAL and calls.called(chain, lines, floor) == len(chain.labels):
            found.append(chain)
    return found


def _called_on_page(labels: Sequence[Label], lines: Sequence[Line], candidates: Sequence[Candidate]) -> frozenset[int]:
    """The lines that begin with a bare number which the same page calls above, page after page in a rising order."""
    breaks = [lines[i].start for i in range(len(lines)) if lines[i].page_break is Break.STRONG]
    if not breaks:
        return frozenset()
    places = {(bisect_right(breaks, c.start), c.number): c.start for c in reversed(candidates)}
    result: set[int] = set()
    highest, page_of_highest = 0, 0
    for label in labels:
        start = lines[label.line].start
        page = bisect_right(breaks, start)
        called = places.get((page, label.number), start) < start
        rises = label.number > highest - _PER_PAGE and (page == page_of_highest or label.number > highest)
        if label.style in _BARE and called and (rises or label.number == 1) and label.number <= highest + _PER_PAGE:
            result.add(label.line)
            highest, page_of_highest = label.number if label.number == 1 else max(highest, label.number), page
    return frozenset(result)


def _extent(line: int, openers: frozenset[int], lines: Sequence[Line]) -> int:
    """Where the text that opens at a line ends at the latest: at the next label, blank line or page break."""
    for index in range(line + 1, len(lines)):
        if index in openers or lines[index].gap or lines[index].page_break is not Break.NONE:
            return lines[index - 1].end
    return lines[-1].end


def _with_strays(known: frozenset[int], labels: Sequence[Label], lines: Sequence[Line]) -> list[Label]:
    """The labels of the known lines, with those that another style hides: "2" alone on its line after "1 Voir…", or between 1 and 3.

    A number that comes again among its neighbours is dropped: it is a line that begins with a number.
    """
    result: list[Label] = []
    for label, next_known in zip(labels, _next_numbers(known, labels), strict=True):
        recent = [other.number for other in result[-4:]]
        since = recent[len(recent) - recent[::-1].index(1) - 1 :] if 1 in recent else recent
        if label.line in known:
            if label.number not in since or label.number == 1:
                result.append(label)
        elif result and label.number == result[-1].number + 1:
            bare = label.style in _BARE
            alike = bare or result[-1].style not in _BARE
            if (bare and next_known == label.number + 1) or (alike and _same_page(lines, result[-1].line, label.line)):
                result.append(label)
    return result


def _next_numbers(known: frozenset[int], labels: Sequence[Label]) -> list[int | None]:
    """For each label the number of the next known one."""
    result: list[int | None] = []
    following: int | None = None
    for label in reversed(labels):
        result.append(following)
        following = label.number if label.line in known else following
    return result[::-1]


def _same_page(lines: Sequence[Line], first: int, last: int) -> bool:
    return last - first <= 15 and not any(line.gap or line.page_break is not Break.NONE for line in lines[first + 1 : last + 1])
