"""The blocks of a document made into its Document: units with their clean text, notes with their calls, pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document import CleanText, Document, Footnote, Occurrence, Paragraph, Piece, Span, Unit, UnitKind
from ..source import SourceText
from .attachment import attach
from .blocks import Block, spans_in_order
from .calls import Candidate
from .cleaning import Words, clean
from .facts import read_facts
from .naming import Name, name_blocks
from .recommendations import Statement, pair

# So many spaces may part a call mark from its word.
_PARTING = 3
_UNIT_KINDS: dict[str, UnitKind] = {
    "front": "front",
    "contents": "front",
    "heading": "heading",
    "annexe_title": "heading",
    "annexe": "annexe",
    "paragraph": "paragraph",
    "footnote": "footnote",
    "recommendation": "recommendation",
    "furniture": "furniture",
}


class Assembly:
    """Makes the Document of the blocks of a source text."""

    def __init__(self, source: SourceText, blocks: Sequence[Block], candidates: Sequence[Candidate]) -> None:
        self.source, self.blocks = source, blocks
        words = Words(source.text)
        self.calls = self._calls(attach(source.text, blocks, candidates))
        cuts = sorted(_cut(source.text, call) for call in self.calls.values())
        self.texts: dict[int, CleanText] = {
            id(b): clean(source.text, [(max(s, b.text_start), e) for s, e in b.spans if e > b.text_start], cuts, words) for b in blocks
        }
        naming = name_blocks(blocks, lambda block: self.texts[id(block)].text)
        self.names, self.sections = naming.names, naming.sections
        self.ordered = sorted(blocks, key=lambda b: b.start)
        self.by_offset = spans_in_order(blocks)

    def _calls(self, attached: dict[int, Candidate]) -> dict[int, Candidate]:
        notes = [b for b in self.blocks if b.kind == "footnote"]
        return {id(notes[rank]): candidate for rank, candidate in attached.items()}

    def document(self) -> Document:
        footnotes = tuple(self._footnotes())
        recommendations, warnings = pair(list(self._statements()))
        front = [self._lines(b) for b in self.blocks if b.kind == "front"]
        headers = [self.texts[id(b)].text for b in self.blocks if b.kind == "furniture"]
        return Document(
            source=self.source,
            facts=read_facts(self.source, front, headers),
            sections=self.sections,
            paragraphs=tuple(self._paragraphs(footnotes)),
            footnotes=footnotes,
            recommendations=recommendations,
            units=tuple(self._units()),
            pieces=tuple(self._pieces()),
            warnings=(*warnings, *_warnings(footnotes, bool(recommendations))),
        )

    def _lines(self, block: Block) -> str:
        """A block's source text, its lines kept."""
        raw = "\n".join(self.source.text[start:end] for start, end in block.spans)
        return "\n".join(" ".join(line.split()) for line in raw.splitlines())

    def _paragraphs(self, footnotes: Sequence[Footnote]) -> Iterator[Paragraph]:
        called: dict[str, list[tuple[int, int]]] = {}
        for note in footnotes:
            if note.call_container is not None and note.call_offset is not None:
                called.setdefault(note.call_container, []).append((note.call_offset, note.number))
        for block, name in self._of("paragraph"):
            number = block.numbers[0] if block.numbers else None
            numbers = tuple(n for _, n in sorted(called.get(name.unit, [])))
            text = self.texts[id(block)]
            yield Paragraph(
                name.unit, number, block.start, block.end, block.text_start, name.place.section, tuple(block.spans), text, numbers
            )

    def _of(self, kind: str) -> Iterator[tuple[Block, Name]]:
        return ((b, self.names[id(b)]) for b in self.ordered if b.kind == kind)

    def _footnotes(self) -> Iterator[Footnote]:
        for block, name in self._of("footnote"):
            call = self.calls.get(id(block))
            caller = self._at(call.start) if call else None
            section = caller.place.section if caller else name.place.section
            yield Footnote(
                id=name.unit,
                number=block.numbers[0],
                start=block.start,
                end=block.end,
                text_start=block.text_start,
                section=section,
                segments=tuple(block.spans),
                clean=self.texts[id(block)],
                call_container=caller.unit if caller else None,
                call_offset=call.start if call else None,
                call_end=call.end if call else None,
            )

    def _at(self, offset: int) -> Name:
        """The unit whose span holds an offset."""
        low, high = 0, len(self.by_offset)
        while low < high:
            middle = (low + high) // 2
            if self.by_offset[middle][0][0] <= offset:
                low = middle + 1
            else:
                high = middle
        return self.names[id(self.by_offset[low - 1][1])]

    def _statements(self) -> Iterator[Statement]:
        for block, name in self._of("recommendation"):
            label = self.source.text[block.start : block.text_start].strip()
            place = name.place.section
            occurrence = Occurrence(label, block.start, block.end, block.text_start, place, tuple(block.spans), self.texts[id(block)])
            for number in block.numbers:
                yield Statement(number, occurrence, name.repeated)

    def _units(self) -> Iterator[Unit]:
        for block in self.ordered:
            name = self.names[id(block)]
            yield Unit(
                name.unit, _UNIT_KINDS[block.kind], name.name, name.place.section, self.texts[id(block)], name.place.annexe is not None
            )

    def _pieces(self) -> Iterator[Piece]:
        """One piece a span, each reaching to the next: white space belongs to what stands before it."""
        size = len(self.source.text)
        starts = [0, *(span[0] for span, _ in self.by_offset[1:]), size]
        for index, (_, block) in enumerate(self.by_offset):
            yield Piece(starts[index], starts[index + 1], _UNIT_KINDS[block.kind], self.names[id(block)].unit)
        if not self.by_offset and size:
            yield Piece(0, size, "furniture", "x1")


def _cut(text: str, call: Candidate) -> Span:
    """What goes with a call mark: also the spaces that part it from its word, where a space or a stop follows."""
    after = text[call.end : call.end + 1]
    start = call.start
    if after.isspace() or after in ".,;)":
        start = max(0, start - _PARTING)
        start += len(text[start : call.start].rstrip(" \u00a0\u202f"))
    return start, call.end


def _warnings(footnotes: Sequence[Footnote], recommended: bool) -> Iterator[str]:
    if not recommended:
        yield "No recommendation found."
    uncalled = [str(note.number) for note in footnotes if note.call_offset is None]
    if uncalled:
        yield f"Footnote without a certain call mark: {', '.join(uncalled)}."
