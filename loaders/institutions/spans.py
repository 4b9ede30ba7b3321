"""Quick questions to many spans of one text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """Spans (start, end), ends excluded, that may overlap; each question takes the time of a binary search."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        # The furthest end among the spans up to each one.
        self._reach = list(accumulate((end for _, end in ordered), max))

    def meet(self, start: int, end: int) -> bool:
        """True if one of them overlaps [start, end)."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def hold(self, start: int, end: int) -> bool:
        """True if one of them holds [start, end) whole."""
        before = bisect_left(self._starts, start + 1)
        return before > 0 and self._reach[before - 1] >= end
