"""The tree of sections that the headings and annexes of a document make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...graph.identifiers import fold, slug
from ..document import Section, Span
from .blocks import Block
from .names import Names
from .openers import rule

# Which parts hold which, where a document uses several: a title holds chapters, a chapter sections.
_WORDS = ("livre", "partie", "part", "titre", "title", "chapitre", "chapter", "section", "sous-section")
_UNNUMBERED = ("title", "capitals")


@dataclass(slots=True)
class _Open:
    """A section whose end is not yet known."""

    id: str
    number: str | None
    title: str
    level: int
    style: str
    heading: Span | None
    start: int
    end: int
    annexe: bool = False
    parent: str | None = None
    lists: bool = False


class Tree:
    """Builds the sections while the document is read in order."""

    def __init__(self, shallowest: int) -> None:
        self.shallowest = shallowest
        self.all: list[_Open] = []
        self.stack: list[_Open] = []
        self.prefix = ""
        self.names = Names()

    @property
    def current(self) -> str:
        return self.stack[-1].id if self.stack else "0"

    def reach(self, span: Span) -> None:
        """Text of the open sections stands at the span."""
        for section in self.stack:
            section.end = max(section.end, span[1])

    def front(self, title: str, heading: Span) -> None:
        self._open(_Open("front", None, title, 0, "front", heading, *heading))

    def untitled(self, start: int, title: str) -> None:
        self.stack.clear()
        self._open(_Open("0", None, title, 1, "untitled", None, start, start))

    def annexe(self, block: Block, title: str) -> None:
        """Opens the annexe that a heading announces; headings inside it hang under it."""
        rank = sum(1 for s in self.all if s.style == "annexe") + 1
        number = block.label or str(rank)
        self.stack.clear()
        self.prefix = f"A{number}."
        word = f"ANNEXE {block.label}" if block.label else "ANNEXE"
        self._open(_Open(f"annex{number}", word, title, 1, "annexe", block.spans[0], block.start, block.end, annexe=True))

    def heading(self, block: Block, title: str) -> None:
        """Opens the section of a heading, under the open section it belongs to."""
        heading = block.heading
        assert heading is not None  # noqa: S101 - the block is a heading
        if self.stack and self.stack[0].style in ("front", "untitled"):
            self.stack.clear()
        base = 1 if self.prefix else 0
        self._close(heading.style, heading.depth, base, title)
        parent = self.stack[-1] if self.stack else None
        level = self._level(heading.depth, heading.style, base, parent)
        name = self._name(heading.number, title, parent, heading.style)
        span = (block.start, block.end)
        self._open(_Open(name, heading.number, title, level, heading.style, span, *span, annexe=bool(self.prefix)))

    def _level(self, depth: int | None, style: str, base: int, parent: _Open | None) -> int:
        if depth is not None:
            return base + (depth - self.shallowest + 1 if style in ("mark", "markdown") else depth)
        return parent.level + 1 if parent else base + 1

    def _close(self, style: str, depth: int | None, base: int, title: str) -> None:
        """Closes the open sections that the new heading does not belong to."""
        if depth is not None:
            level = self._level(depth, style, base, None)
            while (
                self.stack and self.stack[-1].style != "annexe" and (self.stack[-1].level >= level or self.stack[-1].style in _UNNUMBERED)
            ):
                self.stack.pop()
            return
        if style == "capitals" or (style == "title" and rule("title_words").match(fold(title))):
            del self.stack[base:]
            return
        same = next((i for i, s in enumerate(self.stack) if s.style == style), None)
        if same is not None:
            del self.stack[same:]
        elif style.startswith("word-"):
            rank = _WORDS.index(style.removeprefix("word-"))
            keep = [s.style for s in self.stack]
            held = [i for i, s in enumerate(keep) if s.startswith("word-") and _WORDS.index(s.removeprefix("word-")) < rank]
            del self.stack[max(held, default=base - 1) + 1 :]
        while self.stack and self.stack[-1].style in _UNNUMBERED:
            self.stack.pop()

    def _name(self, number: str | None, title: str, parent: _Open | None, style: str) -> str:
        if number is None or style.startswith("word-"):
            name = slug(f"{number or ''} {title}" if style.startswith("word-") else title, 40) or "section"
            return f"{self.prefix}{name}"
        plain = re.sub(r"[-–]", ".", number).strip(".")
        inside = parent is not None and parent.style != "annexe" and style not in ("dotted", "roman") and parent.number is not None
        return f"{parent.id}.{plain}" if inside and parent else f"{self.prefix}{plain}"

    def _open(self, section: _Open) -> None:
        section.id = self.names.unique(section.id)
        section.parent = self.stack[-1].id if self.stack else None
        section.lists = rule("recommendations_title").match(fold(section.title)) is not None
        self.all.append(section)
        self.stack.append(section)

    def sections(self) -> tuple[Section, ...]:
        """The sections in the order of the text."""
        return tuple(_closed(s) for s in self.all)


def _closed(section: _Open) -> Section:
    start, end = section.heading or (None, None)
    return Section(
        section.id, section.number, section.title, section.level, section.parent, section.start, section.end, start, end, section.annexe
    )


def shallowest(blocks: Sequence[Block]) -> int:
    """The smallest level among the headings that the format marks: theirs is the first level."""
    return min((b.heading.depth for b in blocks if b.heading and b.heading.depth and b.heading.style in ("mark", "markdown")), default=1)
