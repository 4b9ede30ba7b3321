"""Text set from blocks: line breaks, tabs, spaces and list markers wait until characters follow them, so that no line ends with one."""

from __future__ import annotations

from collections.abc import Hashable

from .building import TextBuilder

_BULLETS = "•▪◦·–—-"


class Flow:
    """Prints into a builder; `open` and `close` give the start of what was printed between them, breaks before it left out."""

    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self._breaks = self._tabs = 0
        self._space: tuple[str, int] | None = None
        self._marker = ""
        self._row_has_text = self._in_first_cell = False
        self._waiting: dict[Hashable, None] = {}
        self._starts: dict[Hashable, int] = {}

    def separate(self, lines: int) -> None:
        """At least this many line breaks before what follows; none right after a list marker or a cell's tab."""
        if not self._marker and not self._tabs:
            self._breaks = max(self._breaks, min(lines, 1) if self._in_first_cell else lines)
        self._space = None

    def break_line(self) -> None:
        """One line break more; two in a row make the blank line that parts paragraphs."""
        self.separate(min(self._breaks + 1, 2))

    def new_row(self) -> None:
        """A row of cells starts, or the last one has ended."""
        self._row_has_text, self._tabs, self._in_first_cell = False, 0, False
        self.separate(1)

    def next_cell(self) -> None:
        """A tab before what follows, unless it opens its row."""
        if self._row_has_text:
            self._breaks, self._tabs = 0, self._tabs + 1
        self._in_first_cell = not self._row_has_text
        self._space = None

    def item(self, marker: str) -> None:
        """Print the marker before what follows, unless that starts with the same number or a bullet."""
        self._marker = marker

    @property
    def at_item(self) -> bool:
        """Whether a marker waits for its item's first characters."""
        return bool(self._marker)

    def space(self, origin: str, offset: int) -> None:
        """One space before what follows, unless that opens its line."""
        self._space = self._space or (origin, offset)

    def flush(self, following: str) -> None:
        """Print what waits before the characters that follow."""
        if self._breaks and self.builder.length:
            self.builder.add("\n" * self._breaks)
        elif self._tabs:
            self.builder.add("\t" * self._tabs)
        elif self._space and self.builder.length:
            self.builder.add(" ", *self._space)
        for key in self._waiting:
            self._starts[key] = self.builder.length
        if self._marker and not _repeats(self._marker, following):
            self.builder.add(self._marker)
        self._waiting.clear()
        self._breaks, self._tabs, self._space, self._marker, self._row_has_text = 0, 0, None, "", True
        self._in_first_cell = False

    def open(self, key: Hashable) -> None:
        self._waiting[key] = None

    def close(self, key: Hashable) -> int | None:
        """Where what was printed since `open` starts; None where nothing was."""
        self._waiting.pop(key, None)
        return self._starts.pop(key, None)


def _repeats(marker: str, following: str) -> bool:
    """Whether the item's own text starts with the number or a bullet, as pages do that hide the automatic one."""
    number = marker.rstrip(" .\t")
    if number in _BULLETS:
        return following.startswith(tuple(_BULLETS))
    return following.startswith(number) and following[len(number) :].lstrip().startswith((".", ")", "°"))
