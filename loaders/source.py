"""The one text a document is read into, whatever its format, with its pages and the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

type Format = Literal["txt", "pdf", "html", "docx", "dila-xml"]
type MarkKind = Literal["heading", "call", "footnote", "superscript", "list_item", "page_furniture"]


@dataclass(frozen=True, slots=True)
class Page:
    """Page `number` (from 1) is text[start:end]; pages touch one another and cover the text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What the format itself says of text[start:end]: a heading of some level, a note's text, a call mark of note `value`.

    Level 0 is the document's own title. `value` is the number of a note, call or list item, the characters of a superscript.
    Marks come in the order of their starts and may nest (a call inside a heading) or coincide (a call that is a superscript).
    """

    start: int
    end: int
    kind: MarkKind
    level: int | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """text[start:start + length] stands in the part `origin` of the file from `origin_start` on, character by character."""

    start: int
    length: int
    origin: str
    origin_start: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """`text` is what `renvois text` prints; every offset of Renvois is an index into it.

    For a .txt file it is the decoded file, unaltered, so `runs` is one run. `metadata` holds what the format declares
    (title, author, date, cote, nor, nature, language). `pages` is empty where the format has none; `warnings` are full
    sentences about what could be read only in part (pages without text, letters lost).
    """

    name: str
    text: str
    format: Format
    encoding: str | None = None
    pages: tuple[Page, ...] = ()
    marks: tuple[Mark, ...] = ()
    runs: tuple[Run, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    warnings: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds the offset; None where the format has no pages."""
        index = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        return self.pages[index].number if index >= 0 else None

    def origin_at(self, offset: int) -> tuple[str, int] | None:
        """(part of the file, offset in it) of a character; None for one the reader added (a line break, a page break)."""
        index = bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        if index < 0 or offset >= self.runs[index].start + self.runs[index].length:
            return None
        run = self.runs[index]
        return run.origin, run.origin_start + offset - run.start
