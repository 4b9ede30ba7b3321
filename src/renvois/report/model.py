"""A report before it has a format: blocks of spans, and the notes that they call."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. `note` is the number of a note called here (then `text` is empty); `own` are words of the document itself."""

    text: str
    strong: bool = False
    own: bool = False
    url: str | None = None
    note: int | None = None


type Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 opens a part, 2 a recommendation, 3 what is said of it."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`quoted` is a passage of the document, set apart."""

    line: Line
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first cell of a row names it."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


type Block = Heading | Paragraph | Bullets | Grid


@dataclass(frozen=True, slots=True)
class Report:
    """`lang` is that of the report, `own_lang` that of the document; notes[i] is note i + 1.

    `contents` and `note_title` name the table of contents and the notes, `back` the link from note {n} to its call.
    """

    title: str
    lang: str
    own_lang: str
    contents: str
    note_title: str
    back: str
    blocks: tuple[Block, ...]
    notes: tuple[Line, ...]


@dataclass(slots=True)
class Notes:
    """The notes of a report, numbered in the order they are called."""

    lines: list[Line] = field(default_factory=list)

    def call(self, line: Line) -> Span:
        """Adds a note and returns its call."""
        self.lines.append(line)
        return Span("", note=len(self.lines))


def plain(text: str) -> Line:
    return (Span(text),)
