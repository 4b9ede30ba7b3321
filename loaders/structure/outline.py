"""The outline of a document: what each of its lines is or opens, before the lines are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..source import SourceText
from .calls import Candidate, find_apart, find_candidates, within
from .contents import find_contents
from .furniture import find_furniture
from .headings import find_headings
from .labels import Chain, Label, chains, read_labels
from .lines import Break, Line, past_furniture, usual_width
from .listed import listed_recommendations
from .notes import note_labels
from .openings import Opening, annexes, closings, label_opening, labelled_recommendations, marked_notes
from .paragraphs import paragraph_chains
from .prose import part_recommendations


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's lines and what is known of each.

    `numbered`: its paragraphs are; `paged`: the format or form feeds tell its pages; `width`: the usual length of a line;
    `candidates`: all numbers that may be call marks; `endnotes`: the lines from the first to the last of
    the notes that stand together after the text that calls them.
    """

    lines: Sequence[Line]
    furniture: frozenset[int]
    contents: frozenset[int]
    openings: dict[int, Opening]
    numbered: bool
    paged: bool
    width: int
    candidates: Sequence[Candidate]
    endnotes: range


class _Reader:
    """Recognises what lines open, the surest first: what one step takes, the next ones leave alone."""

    def __init__(self, source: SourceText, lines: Sequence[Line]) -> None:
        self.source, self.lines = source, lines
        self.paged = any(line.page_break is Break.STRONG for line in lines)
        self.furniture = find_furniture(source, lines)
        self.lines = past_furniture(lines, self.furniture)
        self.contents = find_contents(lines, self.furniture)
        self.candidates = find_candidates(source.text, source.marks)
        self.openings: dict[int, Opening] = {}

    def taken(self) -> frozenset[int]:
        return self.furniture | self.contents | frozenset(self.openings)

    def add(self, found: Sequence[Opening]) -> None:
        self.openings |= {opening.line: opening for opening in found}

    def outline(self) -> Outline:
        self.add(annexes(self.lines, self.taken()))
        labelled = labelled_recommendations(self.lines, self.taken())
        self.add(labelled)
        if labelled:
            self.add([o for o in closings(self.lines, self.taken()) if o.line > labelled[0].line])
        rest = self._notes()
        paragraphs = paragraph_chains(self.lines, rest)
        kept = {id(chain) for chain in paragraphs}
        self._headings(paragraphs, [chain for chain in rest if id(chain) not in kept])
        inside = {i for opening in self.openings.values() for i in range(opening.line, opening.last + 1)}
        labels = [label for chain in paragraphs for label in chain.labels if label.line not in inside]
        self.add([label_opening(self.lines, label, "paragraph") for label in labels])
        width = usual_width(self.lines)
        return Outline(
            self.lines, self.furniture, self.contents, self.openings, bool(labels), self.paged, width, self.candidates, self._endnotes()
        )

    def _notes(self) -> list[Chain]:
        """Takes the notes; the sequences of numbers that are left."""
        self.add(marked_notes(self.source, self.lines))
        taken = self.taken()
        labels = read_labels(self.source.text, self.lines, taken, self.source.marks)
        found = chains(labels)
        self.add([label_opening(self.lines, label, "footnote") for label in self._note_labels(found, labels, taken)])
        rest = [left for chain in found if (left := chain.without(self.openings)).labels]
        self.furniture |= frozenset(label.line for chain in rest if _counts_pages(self.lines, chain) for label in chain.labels)
        return rest

    def _note_labels(self, found: Sequence[Chain], labels: Sequence[Label], taken: frozenset[int]) -> list[Label]:
        free = [(line.start, line.end) for index, line in enumerate(self.lines) if index not in taken]
        apart = find_apart(self.source.text, free) if self.paged else []
        return note_labels(found, labels, self.lines, within(self.candidates, free), apart)

    def _endnotes(self) -> range:
        """The lines from the first note to the last, where the last one is called before the first; else none."""
        notes = sorted(o.line for o in self.openings.values() if o.kind == "footnote")
        if len(notes) > 1:
            first, last = self.lines[notes[0]].start, self.lines[notes[-1]].start
            called = [c.start for c in self.candidates if c.number == self.openings[notes[-1]].numbers[0]]
            if any(c < first for c in called) and not any(first < c < last for c in called):
                return range(notes[0], notes[-1] + 1)
        return range(0)

    def _headings(self, paragraphs: Sequence[Chain], rest: Sequence[Chain]) -> None:
        """Takes the headings and, where no recommendation bears a label, the items that recommend."""
        numbered = frozenset(label.line for chain in paragraphs for label in chain.labels)
        headings = find_headings(self.source, self.lines, self.taken() | numbered, rest)
        self.add([Opening(h.first, h.last, "heading", (), h.title_start, h) for h in headings])
        if not any(opening.kind == "recommendation" for opening in self.openings.values()):
            inside = {i for h in headings for i in range(h.first, h.last + 1)}
            items = [(i.line, i) for i in listed_recommendations(self.lines, headings, self.taken() | inside)]
            starts = [(line, item.numbers, self.lines[line].start + item.length) for line, item in items]
            self.add([Opening(line, line, "recommendation", numbers, start, listed=True) for line, numbers, start in starts])


def read_outline(source: SourceText, lines: Sequence[Line]) -> Outline:
    """Everything the lines say by themselves. Where none recommends, those with a sentence that does are parted, and read again."""
    outline = _Reader(source, lines).outline()
    if any(opening.kind == "recommendation" for opening in outline.openings.values()):
        return outline
    other = {o.line for o in outline.openings.values() if o.kind != "paragraph"}
    parted = part_recommendations(outline.lines, outline.furniture | outline.contents | other)
    return _Reader(source, parted).outline() if parted else outline


def _counts_pages(lines: Sequence[Line], chain: Chain) -> bool:
    """Numbers alone between blank lines that count up: the page numbers of a text without page breaks."""
    if chain.style != "alone" or len(chain.labels) < 2:
        return False
    after = [lines[label.line + 1] if label.line + 1 < len(lines) else None for label in chain.labels]
    apart = [line is None or line.gap or line.page_break is not Break.NONE for line in after]
    return all(apart) and all(lines[label.line].gap for label in chain.labels)
