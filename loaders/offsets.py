"""Offsets of clean characters in the source text, kept as runs: a book's worth of text needs a few thousand numbers, not millions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True, slots=True)
class Offsets(Sequence[int]):
    """A read-only sequence of offsets: those of run i begin at index `starts[i]` with `origins[i]` and go up one by one."""

    starts: tuple[int, ...]
    origins: tuple[int, ...]
    length: int

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self.length))]
        position = index + self.length if index < 0 else index
        if not 0 <= position < self.length:
            raise IndexError(index)
        run = bisect_right(self.starts, position) - 1
        return self.origins[run] + position - self.starts[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offset at `start`, and that past the one before `end`; both within the sequence."""
        starts, origins = self.starts, self.origins
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        return origins[first] + start - starts[first], origins[last] + end - starts[last]

    def place(self, offset: int) -> int:
        """The index of the first offset that is not below this one, where the offsets never fall: `bisect_left`, but run by run."""
        run = bisect_left(self.origins, offset) - 1
        if run < 0:
            return 0
        end = self.starts[run + 1] if run + 1 < len(self.starts) else self.length
        return min(self.starts[run] + offset - self.origins[run], end)


class Runs:
    """Collects offsets run by run."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._origins: list[int] = []
        self.length = 0

    def add(self, origin: int, count: int) -> None:
        """`count` characters from `origin` on."""
        if not self._starts or self._origins[-1] + self.length - self._starts[-1] != origin:
            self._starts.append(self.length)
            self._origins.append(origin)
        self.length += count

    def cut(self, length: int) -> None:
        """Only the first `length` offsets stay."""
        self.length = min(self.length, length)
        while self._starts and self._starts[-1] >= self.length:
            self._starts.pop()
            self._origins.pop()

    def offsets(self) -> Offsets:
        return Offsets(tuple(self._starts), tuple(self._origins), self.length)
