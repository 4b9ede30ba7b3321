"""A page's tree set as text: blocks into lines, white space folded, list numbers printed, marks kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from .building import TextBuilder
from .flow import Flow
from .html_notes import Note, notes_of
from .html_tree import Element, Token, Tree
from .numbering import ordinal

_CELLS = frozenset({"td", "th"})
_WHITE = " \t\n\r\f"
# White space to fold, or words that single spaces part already.
_PIECE = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
# Not printed: a soft hyphen, a zero-width space, a byte order mark.
_UNPRINTED = re.compile("[\xad\u200b\ufeff]")
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How elements of the part `origin` are set: blank lines around them, on their own lines, as headings of a level, after some words."""

    origin: str
    blank_line: frozenset[str]
    line: frozenset[str]
    headings: Mapping[str, int]
    leads: Mapping[str, str] = field(default_factory=dict)


HTML_SHEET = Sheet(
    origin="html",
    blank_line=frozenset({
        "address", "article", "aside", "blockquote", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "main", "ol", "p", "pre", "section", "table", "ul",
    }),
    line=frozenset({
        "body", "caption", "center", "dd", "details", "div", "dt", "figcaption", "html", "legend", "li", "summary", "tr", "tbody",
        "thead", "tfoot",
    }),
    headings={f"h{level}": level for level in range(1, 7)},
)  # fmt: skip


def render(tree: Tree, builder: TextBuilder, shown: Collection[int], sheet: Sheet = HTML_SHEET) -> None:
    """Add the characters of the elements in `shown`; origins are (the sheet's origin, offset in the markup)."""
    _Page(tree, builder, shown, sheet).render()


class _Page:
    def __init__(self, tree: Tree, builder: TextBuilder, shown: Collection[int], sheet: Sheet) -> None:
        self._tree, self._builder, self._flow = tree, builder, Flow(builder)
        self._shown, self._notes, self._origin, self._sheet = shown, notes_of(tree), sheet.origin, sheet
        self._laid_out = _cells_of_layout(tree)
        self._preformatted = 0
        self._numbers: dict[int, str] = {}
        self._counters: dict[int, int] = {}
        self._open_notes: dict[int, Note] = {}

    def render(self) -> None:
        for token in self._tree.tokens:
            if token.element not in self._shown:
                continue
            if token.kind == "text":
                self._text(token)
            elif token.kind == "start":
                self._start(self._tree.elements[token.element])
            else:
                self._end(self._tree.elements[token.element])

    def _start(self, element: Element) -> None:
        if element.tag in _CELLS:
            self._flow.separate(2) if element.rank in self._laid_out else self._flow.next_cell()
        self._break_around(element.tag)
        if element.tag == "br":
            self._flow.break_line()
        if element.tag == "tr":
            self._flow.new_row()
        self._preformatted += element.tag == "pre"
        if element.tag == "ol":
            self._counters[element.rank] = _whole(element.attributes.get("start"), 1) - 1
        if lead := self._sheet.leads.get(element.tag):
            self._flow.item(lead)
        if element.tag == "li":
            self._item(element)
        if note := self._notes.starts.get(element.rank):
            self._end_notes(note.within)
            self._open_notes[note.start] = note
            self._flow.open(note)
        self._flow.open(element.rank)

    def _end(self, element: Element) -> None:
        start = self._flow.close(element.rank)
        if start is not None:
            self._mark(element, start)
        self._end_notes(element.rank)
        self._preformatted -= element.tag == "pre"
        if element.tag == "li":
            self._flow.item("")
        if element.tag in ("tr", "table"):
            self._flow.new_row()
        self._break_around(element.tag)

    def _break_around(self, tag: str) -> None:
        if tag in self._sheet.blank_line:
            self._flow.separate(2)
        elif tag in self._sheet.line:
            self._flow.separate(1)

    def _mark(self, element: Element, start: int) -> None:
        if element.tag in self._sheet.headings:
            self._builder.mark(start, "heading", level=self._sheet.headings[element.tag])
        elif element.tag == "li":
            self._builder.mark(start, "list_item", value=self._numbers.get(element.rank))
        elif element.tag == "sup":
            self._builder.mark(start, "superscript", value=self._builder.since(start).strip())
        elif element.rank in self._notes.calls:
            self._builder.mark(start, "call", value=self._notes.calls[element.rank])

    def _end_notes(self, within: int) -> None:
        for note in [note for note in self._open_notes.values() if note.within == within]:
            del self._open_notes[note.start]
            if (start := self._flow.close(note)) is not None:
                self._builder.mark(start, "footnote", value=note.number)

    def _item(self, item: Element) -> None:
        self._flow.item("")
        self._flow.separate(1)
        parent = self._tree.elements[item.parent] if item.parent >= 0 else item
        if parent.tag == "ol":
            number = _whole(item.attributes.get("value"), self._counters[parent.rank] + 1)
            self._counters[parent.rank] = number
            self._numbers[item.rank] = ordinal(number, parent.attributes.get("type", "1"))
        if not _UNMARKED.search(f"{parent.attributes.get('style')} {item.attributes.get('style')}"):
            self._flow.item(f"{self._numbers[item.rank]}. " if item.rank in self._numbers else "• ")

    def _text(self, token: Token) -> None:
        if not token.verbatim and token.text not in _WHITE:
            # A reference prints what it stands for; only its first character has a place, the &.
            if printed := _UNPRINTED.sub("", token.text):
                self._flow.flush(printed)
                self._builder.add_expanded(printed, self._origin, token.offset)
            return
        for piece in _PIECE.finditer(token.text):
            if piece[0][0] in _WHITE and not self._preformatted:
                self._flow.space(self._origin, token.offset + piece.start())
            else:
                self._print(piece[0], token.offset + piece.start())

    def _print(self, text: str, offset: int) -> None:
        self._flow.flush(text)
        position = 0
        for unprinted in _UNPRINTED.finditer(text):
            self._builder.add(text[position : unprinted.start()], self._origin, offset + position)
            position = unprinted.end()
        self._builder.add(text[position:], self._origin, offset + position)


def _cells_of_layout(tree: Tree) -> frozenset[int]:
    """Cells of the tables that lay out prose: some cell of theirs holds several paragraphs."""
    paragraphs = Counter(_nearest(tree, element.rank, _CELLS | {"table"}) for element in tree.elements if element.tag == "p")
    prose = {_nearest(tree, cell, {"table"}) for cell, count in paragraphs.items() if count > 1} - {-1}
    return frozenset(e.rank for e in tree.elements if e.tag in _CELLS and prose and _nearest(tree, e.rank, {"table"}) in prose)


def _nearest(tree: Tree, rank: int, tags: Collection[str]) -> int:
    return next((element.rank for element in tree.ancestors(rank) if element.tag in tags), -1)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else default
