"""A document as a reader sees it: sections, paragraphs, footnotes, recommendations, each with its clean text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .offsets import Offsets
from .source import SourceText

type Span = tuple[int, int]
type UnitKind = Literal["front", "heading", "paragraph", "footnote", "recommendation", "annexe", "furniture"]


@dataclass(frozen=True, slots=True)
class CleanText:
    """A unit's text as it reads: without page breaks, interleaved notes, end-of-line hyphens and call marks, in NFC.

    `offsets[i]` is the offset in the source text of the character text[i] and `ends[i]` the offset just past it; both are as
    long as `text` and never fall. `ends` is empty where every character is one character of the source (no decomposed letter).
    """

    text: str
    offsets: Sequence[int]
    ends: Sequence[int] = ()

    def raw_span(self, start: int, end: int) -> Span:
        """The source span of text[start:end] (not empty), decomposed letters whole."""
        if isinstance(self.offsets, Offsets) and not self.ends:
            return self.offsets.span(start, end)
        return self.offsets[start], self.ends[end - 1] if self.ends else self.offsets[end - 1] + 1

    def clean_span(self, start: int, end: int) -> Span:
        """The span of `text` whose characters come from the source span [start, end)."""
        if isinstance(self.offsets, Offsets):
            return self.offsets.place(start), self.offsets.place(end)
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)


@dataclass(frozen=True, slots=True)
class Section:
    """`id` is 'front', '0' (untitled opening), 'II.3', 'annex1', 'A2.I.1'…; heading_* are None where untitled."""

    id: str
    number: str | None
    title: str
    level: int
    parent: str | None
    start: int
    end: int
    heading_start: int | None
    heading_end: int | None
    annexe: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`id` is 'p7': its number, or its rank in a text that numbers none (then `number` is None); `segments` are its source spans.

    An unnumbered paragraph among numbered ones is 'u1', 'u2'…
    """

    id: str
    number: int | None
    start: int
    end: int
    text_start: int
    section: str
    segments: tuple[Span, ...]
    clean: CleanText
    footnotes_called: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note and its call mark: `call_container` is the id of the unit that calls it; None where no call was found."""

    id: str
    number: int
    start: int
    end: int
    text_start: int
    section: str
    segments: tuple[Span, ...]
    clean: CleanText
    call_container: str | None
    call_offset: int | None
    call_end: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between the body and the annexe: op is replace, delete (only in the body) or insert (only in the annexe)."""

    op: Literal["replace", "delete", "insert"]
    body: str
    annexe: str
    context: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One of the places a recommendation stands at: in the body, or repeated in an annexe."""

    label: str
    start: int
    end: int
    text_start: int
    section: str
    segments: tuple[Span, ...]
    clean: CleanText


@dataclass(frozen=True, slots=True)
class Recommendation:
    """`id` is 'r18'. `body` is its first full statement (in the annexe alone, if it stands only there)."""

    id: str
    number: int
    body: Occurrence
    annexe: Occurrence | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end] belongs to the unit `unit`; the pieces of a document cover its text without gap or overlap."""

    start: int
    end: int
    kind: UnitKind
    unit: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text to search for references and bodies, whatever it is.

    `id` is 'front', 'h:II.3' (a heading), 'p7', 'n9', 'r18', 'r18@annexe', 'a1' (annexe text), 'contents', 'x1' (page header);
    a second one of the same name is 'n1-2', 'a1-2'. `name` is as references show it: 'front matter', 'heading II.3', 'paragraph 7',
    'footnote 9', 'recommendation 18', 'recommendation 18 (annexe 2)', 'annexe 1', 'page header', 'table of contents'.
    """

    id: str
    kind: UnitKind
    name: str
    section: str
    clean: CleanText
    in_annexe: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What the front matter and headers say of the document itself; None where they are silent."""

    title: str | None
    cote: str | None
    adopted_on: str | None
    vote: str | None
    authority: str | None
    lang: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document's structure. `units` come in reading order; `pieces` partition the source text.

    `warnings` (full sentences) tell what a reader should check: a recommendation's number missing or given twice, a note that
    nothing calls.
    """

    source: SourceText
    facts: Facts
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    recommendations: tuple[Recommendation, ...]
    units: tuple[Unit, ...]
    pieces: tuple[Piece, ...]
    warnings: tuple[str, ...] = ()
