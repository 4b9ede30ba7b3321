"""The lines of a document: where each begins and ends, and what white space says of pages and alinéas."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from enum import IntEnum

from ..source import SourceText

_LINE = re.compile(r"[^\n\r\f\v\u0085\u2028\u2029]+")
_LETTER = re.compile(r"[^\W\d_]")
# A page break survives some extractions only as one space before the first line of the page; that is believed
# where such lines are rare (a text that indents its alinéas says nothing by it).
_RARE = 0.06
# A text whose lines are not wrapped parts its alinéas by the end of the line alone: a third of its prose (what is no title and no cell
# of a table) stands in lines longer than any page is wide, and hardly a blank line is there.
_PROSE = 60
_WIDER = 200
_HARDLY = 0.05
_OPEN_END = re.compile(
    r"(?:\b(?:articles?|art\.|n[°os]+|de|du|des|la|le|les|et|ou|à|aux?|en|par|pour|sur|une?|dans)|[,’'(])$", re.IGNORECASE
)
_STOPS = frozenset(".!?…")
_FINISHED = re.compile(r"[.!?…][»”\"’')\]\s]*(?:\[?\(?\d{1,3}\)?\]?)?\s*$")
_BULLET = re.compile(r"(?:[-–—•●▪■◦‣*→➢✓]|[\uf000-\uf0ff])\s+(?=\S)|[•●▪■◦‣➢✓\uf000-\uf0ff](?=\S|$)|[-–—]$")


class Break(IntEnum):
    """What stands before a line: nothing, the trace of a page break, or a real one (form feed, page of the format)."""

    NONE = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Line:
    """text[start:end] is the line without the white space around it; `gap`: a blank line stands before it."""

    start: int
    end: int
    text: str
    gap: bool
    page_break: Break

    @property
    def length(self) -> int:
        return self.end - self.start


def read_lines(source: SourceText) -> list[Line]:
    """The lines that hold something, in order."""
    text = source.text
    page_starts = [page.start for page in source.pages]
    lines: list[Line] = []
    orphans: list[int] = []
    previous = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        content = raw.strip()
        if not content:
            continue
        begin = match.start()
        start = begin + len(raw) - len(raw.lstrip())
        between = text[previous:begin]
        paged = page_starts and bisect_right(page_starts, start) > bisect_right(page_starts, max(previous - 1, 0))
        if raw[0] == " " and start == begin + 1:
            orphans.append(len(lines))
        strong = lines and (paged or "\f" in between)
        lines.append(Line(start, start + len(content), content, _blank_line(between), Break.STRONG if strong else Break.NONE))
        previous = start + len(content)
    if len(orphans) <= max(3, _RARE * len(lines)):
        for index in orphans:
            line = lines[index]
            if line.page_break is Break.NONE and index:
                lines[index] = Line(line.start, line.end, line.text, line.gap, Break.WEAK)
    return _each_apart(lines) if _unwrapped(lines) else lines


def _unwrapped(lines: Sequence[Line]) -> bool:
    prose = [line.length for line in lines if line.length > _PROSE]
    return 3 * sum(n for n in prose if n > _WIDER) > sum(prose) and sum(line.gap for line in lines) < _HARDLY * len(lines)


def _each_apart(lines: Sequence[Line]) -> list[Line]:
    """Every line an alinéa of its own, but one that goes on with a phrase the line before leaves open ("prévue à l'article")."""
    before = [Line(0, 0, "", True, Break.NONE), *lines]
    return [replace(line, gap=not _OPEN_END.search(last.text)) for last, line in zip(before, lines, strict=False)]


def _blank_line(between: str) -> bool:
    """Whether the white space between two lines holds a blank one, whatever ends its lines."""
    if len(between) < 2:
        return False
    return between.replace("\r\n", "\n").count("\n") > 1 or between.count("\r") > 1 + between.count("\r\n")


def past_furniture(lines: Sequence[Line], furniture: Set[int]) -> Sequence[Line]:
    """The lines, each that follows page numbers and headers parted from the text as they are."""
    result: list[Line] = []
    gap, page_break = False, Break.NONE
    for index, line in enumerate(lines):
        if index in furniture:
            gap, page_break = gap or line.gap, page_break if line.page_break is Break.NONE else line.page_break
            result.append(line)
            continue
        broken = page_break if line.page_break is Break.NONE else line.page_break
        result.append(line if (gap, page_break) == (False, Break.NONE) else replace(line, gap=line.gap or gap, page_break=broken))
        gap, page_break = False, Break.NONE
    return result


def stands_apart(line: Line) -> bool:
    """Whether a blank line or a page break stands before the line."""
    return line.gap or line.page_break is not Break.NONE


def finished(text: str) -> bool:
    """Whether the text ends as a sentence does (a call mark may follow)."""
    end = text[-40:]
    return not _STOPS.isdisjoint(end) and _FINISHED.search(end) is not None


def bullet_end(text: str) -> int:
    """The length of the bullet that opens the line; 0 without one."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def starts_low(text: str) -> bool:
    """Whether the line goes on with a sentence: its first letter is a small one and nothing but quotes stands before it."""
    first = _LETTER.search(text)
    return first is not None and first[0].islower() and not text[: first.start()].strip("«“\"'(’ \u00a0")


def is_capital(text: str) -> bool:
    """Whether the line is written in capitals (four letters at least, digits and signs aside)."""
    letters = _LETTER.findall(text)
    return len(letters) >= 4 and all(not c.islower() for c in letters)


def usual_width(lines: Sequence[Line]) -> int:
    """The length that nine lines in ten do not pass: the width of the page, or of an alinéa where each is one line."""
    lengths = sorted(line.length for line in lines)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
