"""The body of a Word document set as text: paragraphs, tables, calls in place, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .building import TextBuilder
from .docx_notes import CalledNote, DocxNotes
from .docx_package import Package, W
from .docx_styles import Numbering, Styles, value
from .flow import Flow

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# Deleted or moved away; field codes; phonetic guides; properties.
_DROPPED = frozenset(
    f"{W}{tag}"
    for tag in ("del", "moveFrom", "delText", "delInstrText", "instrText", "rt", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr")
)
_PRINTED = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_OFF = ("0", "false", "off")


class Body:
    """Adds a document's text to a builder. A blank line parts two paragraphs, a line break those of one cell or note."""

    def __init__(self, package: Package, builder: TextBuilder) -> None:
        self._builder, self._flow = builder, Flow(builder)
        self._root = package.root(package.main)
        self._styles = Styles(package.part("styles")[1])
        self._numbering = Numbering(package.part("numbering")[1], self._styles)
        self._notes = DocxNotes(package, self._root)
        self._origin = package.main
        self._places = _places(self._root)
        self._raised: int | None = None
        self._joins = False
        self._boxes: list[Any] = []

    def render(self) -> None:
        self._blocks(self._root, 2)
        places = {self._origin: self._places}
        for note in self._notes.called:
            if note.origin not in places:
                places[note.origin] = _places(note.element.getroottree().getroot())
            self._origin, self._places = note.origin, places[note.origin]
            self._note(note)

    def _note(self, note: CalledNote) -> None:
        self._flow.separate(2)
        self._flow.open(note)
        self._flow.item(f"{note.number}. ")
        self._blocks(note.element, 1)
        self._flow.item("")
        if (start := self._flow.close(note)) is not None:
            self._builder.mark(start, "footnote", value=note.number)

    def _blocks(self, parent: Any, gap: int) -> None:
        for block in _alternative(parent):
            if block.tag == f"{W}p":
                self._paragraph(block, gap)
            elif block.tag == f"{W}tbl":
                self._table(block, gap)
            elif block.tag not in _DROPPED:
                self._blocks(block, gap)

    def _table(self, table: Any, gap: int) -> None:
        self._flow.separate(gap)
        prose = _lays_out_prose(table)
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table or row.find(f"{W}trPr/{W}del") is not None:
                continue
            self._flow.new_row()
            for cell in row.iter(f"{W}tc"):
                if next(cell.iterancestors(f"{W}tr")) is row:
                    self._flow.separate(gap) if prose else self._flow.next_cell()
                    self._blocks(cell, gap if prose else 1)
        self._flow.new_row()
        self._flow.separate(gap)

    def _paragraph(self, paragraph: Any, gap: int) -> None:
        if not self._joins:
            self._flow.separate(gap)
        label = self._numbering.label(paragraph)
        if label:
            self._flow.item(label.printed)
        self._flow.open(paragraph)
        self._inline(paragraph)
        self._end_raised()
        start, level = self._flow.close(paragraph), self._styles.heading_level(paragraph)
        if label:
            self._flow.item("")
        if start is not None and level is not None:
            self._builder.mark(start, "heading", level=level)
        elif start is not None and label:
            self._builder.mark(start, "list_item", value=label.number)
        # A deleted paragraph mark joins the paragraph to the next one.
        self._joins = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        if not self._joins:
            self._flow.separate(gap)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box, gap)

    def _inline(self, parent: Any) -> None:
        for element in _alternative(parent):
            if element.tag == f"{W}r":
                self._run(element)
            elif element.tag == f"{W}txbxContent":
                self._boxes.append(element)
            elif element.tag == _MATH_TEXT:
                self._print(element.text or "")
            elif element.tag not in _DROPPED:
                self._inline(element)

    def _run(self, run: Any) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None and _is_on(properties.find(f"{W}vanish")):
            return
        raised = properties is not None and value(properties.find(f"{W}vertAlign")) == "superscript"
        if not raised:
            self._end_raised()
        for element in _alternative(run):
            if element.tag == f"{W}t" and element.text:
                self._print(element.text, self._places[element], raised=raised)
            elif element.tag in _PRINTED:
                self._print(_PRINTED[element.tag])
            elif element.tag == f"{W}br":
                self._print("\n")
            elif element.tag == f"{W}sym":
                self._print(_symbol(element))
            elif note := self._notes.call(element):
                self._call(note)
            elif element.tag not in _DROPPED:
                self._inline([element])

    def _call(self, note: CalledNote) -> None:
        if note.custom:
            return
        self._end_raised()
        self._flow.flush(note.number)
        start = self._builder.length
        self._builder.add(note.number)
        self._builder.mark(start, "call", value=note.number)

    def _print(self, text: str, place: int | None = None, *, raised: bool = False) -> None:
        if self._flow.at_item:
            # Word puts a space or a tab between a note's mark, printed here as its marker, and its text.
            text, skipped = text.lstrip(), len(text) - len(text.lstrip())
            place = None if place is None else place + skipped
        if not text:
            return
        self._flow.flush(text)
        if raised and self._raised is None:
            self._raised = self._builder.length
        self._builder.add(text, None if place is None else self._origin, place or 0)

    def _end_raised(self) -> None:
        if self._raised is not None:
            self._builder.mark(self._raised, "superscript", value=self._builder.since(self._raised).strip())
            self._raised = None


def _places(root: Any) -> dict[Any, int]:
    """Where each w:t stands in the concatenation of all of its part."""
    places, position = {}, 0
    for text in root.iter(f"{W}t"):
        places[text] = position
        position += len(text.text or "")
    return places


def _lays_out_prose(table: Any) -> bool:
    """Some cell holds several paragraphs with text: the table only places blocks on the page."""
    return any(sum(next(p.iter(f"{W}t"), None) is not None for p in cell.iterchildren(f"{W}p")) > 1 for cell in table.iter(f"{W}tc"))


def _alternative(parent: Any) -> Iterator[Any]:
    """The children; of two writings of one thing (a drawing and its old form), the first."""
    for child in parent:
        if child.tag == f"{_MC}AlternateContent":
            yield from list(child)[:1]
        else:
            yield child


def _is_on(toggle: Any | None) -> bool:
    return toggle is not None and value(toggle) not in _OFF


def _symbol(element: Any) -> str:
    """A character of a symbol font; Symbol and Wingdings hide their signs at F000 to F0FF, where only the bullet is common."""
    code = int(element.get(f"{W}char") or "0", 16)
    return "•" if code in (0xF0B7, 0xF0A7) else chr(code) if 0x20 <= code <= 0xFFFF else ""
