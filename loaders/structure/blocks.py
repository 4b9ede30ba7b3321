"""The walk over the lines: each goes to the unit it belongs to, though pages, notes and furniture interrupt the units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ...graph.identifiers import fold
from ..document import Span
from .headings import Heading
from .lines import Break, Line, bullet_end, finished, is_capital, starts_low
from .openers import rule
from .openings import Opening
from .outline import Outline

type BlockKind = Literal["front", "contents", "heading", "annexe_title", "annexe", "paragraph", "footnote", "recommendation", "furniture"]


# A paragraph of at least this many characters and two sentences opens the body of a text that numbers nothing.
_PROSE = 250
# An alinéa ends with a line shorter than this share of the usual width; lines usually longer than this are alinéas themselves.
_SHORT, _ONE_LINE = 0.8, 200


@dataclass(slots=True)
class Block:
    """A unit being put together: its source spans, in order, and the offset its text begins at (after its label)."""

    kind: BlockKind
    text_start: int
    numbers: tuple[int, ...] = ()
    label: str | None = None
    heading: Heading | None = None
    listed: bool = False
    until: int | None = None
    spans: list[Span] = field(default_factory=list)
    last_line: int = -1
    last_text: str = ""

    def add(self, index: int, line: Line) -> None:
        if self.spans and self.last_line == index - 1:
            self.spans[-1] = (self.spans[-1][0], line.end)
        else:
            self.spans.append((line.start, line.end))
        self.last_line, self.last_text = index, line.text

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


class Walk:
    """Puts the lines of an outline into blocks, in one pass."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.blocks: list[Block] = []
        self.body: Block | None = None
        self.note: Block | None = None
        self.asides: dict[BlockKind, Block] = {}
        self.annexe = False
        self.opened = False
        self.notes_at_end = False

    def run(self) -> list[Block]:
        """Every line in exactly one block."""
        lines = self.outline.lines
        index = 0
        while index < len(lines):
            index = self._line(index, lines[index]) + 1
        return self.blocks

    def _line(self, index: int, line: Line) -> int:
        """Puts the line (a heading: its lines) in its block; the index of the last line taken."""
        if index in self.outline.furniture or index in self.outline.contents:
            self._aside(index, line, "furniture" if index in self.outline.furniture else "contents")
            return index
        opening = self.outline.openings.get(index)
        if opening is not None:
            return self._open(opening)
        if self.note is not None and self._stays_in_note(index, line, self.note):
            self.note.add(index, line)
            return index
        returning = self.note is not None
        self.note = None
        self._text(index, line, returning)
        return index

    def _aside(self, index: int, line: Line, kind: BlockKind) -> None:
        """One block for the whole table of contents, one for neighbouring lines of furniture."""
        last = self.asides.get(kind)
        if last is None or (kind == "furniture" and last.last_line != index - 1):
            last = self.asides[kind] = self._new(kind, line.start)
        last.add(index, line)

    def _new(self, kind: BlockKind, text_start: int, opening: Opening | None = None) -> Block:
        block = Block(kind, text_start)
        if opening is not None:
            block.numbers, block.label, block.heading = opening.numbers, opening.label, opening.heading
            block.listed, block.until = opening.listed, opening.until
        self.blocks.append(block)
        return block

    def _open(self, opening: Opening) -> int:
        if opening.kind == "footnote":
            self.note = self._new("footnote", opening.text_start, opening)
            self.note.add(opening.line, self.outline.lines[opening.line])
            return opening.line
        self.note, self.opened = None, True
        if opening.kind == "annexe":
            self.annexe = True
        self.body = self._new("annexe_title" if opening.kind == "annexe" else opening.kind, opening.text_start, opening)
        last = self._annexe_end(opening) if opening.kind == "annexe" else opening.last
        for index in range(opening.line, last + 1):
            self.body.add(index, self.outline.lines[index])
        if opening.kind in ("heading", "annexe"):
            text = " ".join(line.text for line in self.outline.lines[opening.line : last + 1])
            self.notes_at_end = rule("notes_title").match(fold(text)) is not None
        return last

    def _annexe_end(self, opening: Opening) -> int:
        """The last line of an annexe's heading: its title may go on, or stand on the next line."""
        lines, last = self.outline.lines, opening.line
        taken = self.outline.furniture | self.outline.openings.keys()
        untitled = opening.text_start == lines[last].end
        while last + 1 < len(lines) and last - opening.line < 4 and last + 1 not in taken and lines[last + 1].page_break is Break.NONE:
            line = lines[last + 1]
            title = untitled and line.length < 120 and not finished(line.text) and not starts_low(line.text)
            capitals = is_capital(lines[last].text) and is_capital(line.text)
            if not title and (line.gap or not (starts_low(line.text) or capitals)):
                break
            untitled, last = False, last + 1
        return last

    def _stays_in_note(self, index: int, line: Line, note: Block) -> bool:
        """Whether the line goes on with the note; notes at the end of a text, or of a page, end with it."""
        if note.until is not None:
            return line.start < note.until
        if self.notes_at_end or index in self.outline.endnotes:
            return True
        if line.page_break is Break.STRONG or self._past_furniture(index):
            return False
        if line.page_break is Break.WEAK:
            return not self._interrupted() and not (line.text[0].isupper() and finished(note.last_text))
        return not line.gap or self.outline.paged or note.text_start >= note.end

    def _past_furniture(self, index: int) -> bool:
        """Whether a page number or header stands between the note and this line."""
        return index - 1 in self.outline.furniture and self.outline.lines[index].page_break is not Break.NONE

    def _interrupted(self) -> bool:
        """Whether the notes stand in the middle of a sentence of the body."""
        return self.body is not None and self.body.kind not in ("heading", "annexe_title") and not finished(self.body.last_text)

    def _text(self, index: int, line: Line, returning: bool) -> None:
        """A line of running text that nothing opens: it goes on the body's unit or opens an unnumbered one."""
        body = self.body
        if body is None or body.kind in ("heading", "annexe_title") or self._begins(body, index, line, returning):
            body = self.body = self._new(self._text_kind(index), line.start)
        body.add(index, line)

    def _text_kind(self, index: int) -> BlockKind:
        """Front matter until something opens the body: a heading, a number, or a first paragraph of several sentences."""
        if self.annexe:
            return "annexe"
        if not self.opened and (not self.blocks or self.outline.numbered or not self._is_prose(index)):
            return "front"
        self.opened = True
        return "paragraph"

    def _is_prose(self, index: int) -> bool:
        lines, end = self.outline.lines, index + 1
        while end < len(lines) and end - index < 40 and not lines[end].gap and end not in self.outline.openings:
            end += 1
        text = " ".join(line.text for line in lines[index:end])
        several = len(text) >= _PROSE and finished(text) and finished(text[: text.rfind(". ") + 1])
        return several and not rule("front_opening").match(fold(text[:80]))

    def _begins(self, body: Block, index: int, line: Line, returning: bool) -> bool:
        """Whether the line begins a new alinéa that is a unit of its own."""
        before, broken = body.last_text, line.page_break is not Break.NONE
        if body.kind == "recommendation" and body.text_start >= body.end:  # its label stands on a line of its own
            return False
        if body.kind == "front":
            return line.gap and not (broken and starts_low(line.text))
        cut = not finished(before) and before[-1] != ":" and (returning or broken)
        item = bullet_end(line.text) > 0 or len(before) == bullet_end(before) > 0
        if cut or item or starts_low(line.text) or (self.outline.numbered and not self.annexe and not body.listed):
            return False
        if before[-1] in ":,;":
            return line.gap and before[-1] != ":" and line.text[0] not in '«“"'
        short = len(before) < _SHORT * self.outline.width or self.outline.width > _ONE_LINE
        return line.gap or (finished(before) and short)


def walk(outline: Outline) -> list[Block]:
    """The blocks of an outline, in the order they begin."""
    return Walk(outline).run()


def spans_in_order(blocks: Sequence[Block]) -> list[tuple[Span, Block]]:
    """Every span with its block, in the order of the text."""
    return sorted(((span, block) for block in blocks for span in block.spans), key=lambda item: item[0])
