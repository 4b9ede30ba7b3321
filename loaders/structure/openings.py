"""What each line of a document opens, if anything: an annexe, a heading, a recommendation, a paragraph or a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..source import SourceText
from .calls import find_apart, find_candidates
from .contents import find_contents
from .furniture import find_furniture
from .headings import Heading, chain_headings, find_headings
from .labels import Chain, Label, chains, read_labels
from .lines import Break, Line, finished, usual_width
from .notes import note_labels
from .openers import rule

type OpeningKind = Literal["annexe", "heading", "recommendation", "paragraph", "footnote"]
# A sequence of numbers makes the paragraphs of a document where it covers this share of its lines.
_SHARE = 0.25
# Several sequences (paragraphs numbered anew in every part) each cover this share at least.
_PART = 0.08
# No annexe begins in this first share of the lines.
_OPENING = 0.1


@dataclass(frozen=True, slots=True)
class Opening:
    """Line `line` opens a unit; its text begins at the source offset `text_start`; a heading goes on to line `last`."""

    line: int
    last: int
    kind: OpeningKind
    numbers: tuple[int, ...]
    text_start: int
    heading: Heading | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's lines and what is known of each before its units are put together."""

    lines: Sequence[Line]
    furniture: frozenset[int]
    contents: frozenset[int]
    openings: dict[int, Opening]
    numbered: bool
    width: int
    paged: bool
    endnotes: frozenset[int] = field(default_factory=frozenset)


def read_outline(source: SourceText, lines: Sequence[Line]) -> Outline:
    """Everything the lines say by themselves, before they are put together."""
    furniture = find_furniture(source, lines)
    contents = find_contents(lines, furniture)
    openings = {o.line: o for o in (*_annexes(lines, furniture | contents), *_recommendations(lines, furniture | contents))}
    marked = _marked_notes(source, lines)
    skipped = furniture | contents | frozenset(openings) | frozenset(marked)
    labels = read_labels(source.text, lines, skipped, source.marks)
    free = [(line.start, line.end) for i, line in enumerate(lines) if i not in skipped]
    candidates = find_candidates(source.text, free, source.marks)
    found = chains(labels)
    notes = [] if marked else note_labels(found, labels, lines, candidates, find_apart(source.text, free))
    openings |= marked | {label.line: _opening(lines, label, "footnote") for label in notes}
    rest = [left for chain in found if (left := chain.without(openings)).labels]
    lonely = frozenset(label.line for chain in rest if chain.style == "alone" and _lonely(lines, chain) for label in chain.labels)
    furniture |= lonely
    paragraphs = _paragraph_chains(lines, [c for c in rest if c.style not in ("alone", "space", "square", "high")])
    headings = find_headings(
        source, lines, furniture | contents | frozenset(openings) | _covered(paragraphs), [c for c in rest if c not in paragraphs]
    )
    inside = {i for h in headings for i in range(h.first, h.last + 1)}
    openings |= {h.first: Opening(h.first, h.last, "heading", (), h.title_start, h) for h in headings}
    for chain in paragraphs:
        openings |= {label.line: _opening(lines, label, "paragraph") for label in chain.labels if label.line not in inside}
    return Outline(
        lines,
        furniture,
        contents - furniture,
        openings,
        bool(paragraphs),
        usual_width(list(lines)),
        any(line.page_break is Break.STRONG for line in lines),
    )


def _covered(paragraphs: Sequence[Chain]) -> frozenset[int]:
    return frozenset(label.line for chain in paragraphs for label in chain.labels)


def _opening(lines: Sequence[Line], label: Label, kind: OpeningKind) -> Opening:
    return Opening(label.line, label.line, kind, (label.number,), lines[label.line].start + label.length)


def _annexes(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    """The headings of annexes: the last of each number, and none at the very beginning, where a table of contents names them."""
    found = {o.label or o.line: o for o in _annexe_lines(lines, taken)}
    return [o for o in found.values() if o.line >= _OPENING * len(lines)]


def _annexe_lines(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    result = []
    for index, line in enumerate(lines):
        match = rule("annexe").match(line.text) if line.text[0] in "AÀaN#" and index not in taken else None
        if (
            match
            and (line.gap or line.page_break is not Break.NONE or line.text.isupper())
            and line.length < 200
            and not line.text.endswith((";", ","))
        ):
            title = line.start + match.start("title") if match["title"] else line.end
            result.append(Opening(index, index, "annexe", (), title, label=match["number"]))
    return result


def _recommendations(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    result = []
    for index, line in enumerate(lines):
        match = rule("recommendation").match(line.text) if index not in taken else None
        if match is None or not _believable(lines, index, match):
            continue
        numbers = tuple(int(n) for n in re.findall(r"\d+", match["numbers"] or match["short"]))
        if re.search(r"à|to|-|–", match["numbers"] or "") and len(numbers) == 2 and 0 < numbers[1] - numbers[0] < 20:
            numbers = tuple(range(numbers[0], numbers[1] + 1))
        result.append(Opening(index, index, "recommendation", numbers, line.start + match.end(), label=match[0].strip()))
    return result


def _believable(lines: Sequence[Line], index: int, match: re.Match[str]) -> bool:
    """A label that a line happens to begin with ("Recommandation 3." in mid-sentence) does not follow an unfinished line."""
    line = lines[index]
    return (
        index == 0
        or line.gap
        or line.page_break is not Break.NONE
        or finished(lines[index - 1].text)
        or line.text[match.end() :][:1].isupper()
    )


def _marked_notes(source: SourceText, lines: Sequence[Line]) -> dict[int, Opening]:
    """The notes that the format itself marks."""
    marks = [m for m in source.marks if m.kind == "footnote" and (m.value or "").isdecimal()]
    starts = {line.start: index for index, line in enumerate(lines)}
    result: dict[int, Opening] = {}
    for mark in marks:
        index = starts.get(mark.start + len(source.text[mark.start : mark.end]) - len(source.text[mark.start : mark.end].lstrip()))
        if index is not None:
            label = re.match(rf"[\[(]?{mark.value}[\])]?\.{{0,2}}\s*", lines[index].text)
            result[index] = Opening(index, index, "footnote", (int(mark.value or 0),), lines[index].start + (label.end() if label else 0))
    return result


def _lonely(lines: Sequence[Line], chain: Chain) -> bool:
    """Numbers alone between blank lines that count up: the page numbers of a text without page breaks."""
    alone = [
        lines[la.line].gap and (la.line + 1 == len(lines) or lines[la.line + 1].gap or lines[la.line + 1].page_break > 0)
        for la in chain.labels
    ]
    return len(alone) >= 2 and all(alone)


def _paragraph_chains(lines: Sequence[Line], found: Sequence[Chain]) -> list[Chain]:
    """The sequences that number the document's paragraphs: not lists announced by a colon, and covering a fair share of it."""
    rivals = [c for c in found if len(c.labels) >= 2 and not _is_list(lines, c) and not chain_headings(lines, c)]
    if not rivals:
        return []
    style = max(rivals, key=lambda c: (len(c.labels), _reach(c)[1] - _reach(c)[0])).style
    same = [c for c in rivals if c.style == style]
    kept = [c for c in same if not any(_inside(c, other) for other in same if other is not c) and _extent(lines, c) >= _PART * len(lines)]
    return kept if sum(_extent(lines, c) for c in kept) >= _SHARE * len(lines) else []


def _reach(chain: Chain) -> tuple[int, int]:
    return chain.labels[0].line, chain.labels[-1].line


def _inside(chain: Chain, other: Chain) -> bool:
    """Whether the chain stands between two labels of a longer one: a list in a paragraph."""
    return (
        len(chain.labels) < len(other.labels)
        and other.labels[0].line < chain.labels[0].line
        and chain.labels[-1].line < other.labels[-1].line
    )


def _extent(lines: Sequence[Line], chain: Chain) -> int:
    """How many lines a chain's paragraphs take, the last one as many as a mean one."""
    first, last = _reach(chain)
    return min(len(lines), last + max(1, (last - first) // max(1, len(chain.labels) - 1))) - first


def _is_list(lines: Sequence[Line], chain: Chain) -> bool:
    first = chain.labels[0].line
    return first > 0 and lines[first - 1].text.endswith(":") and chain.style != "sign"
