"""Page furniture: page numbers, running headers and footers, which interrupt the text without being part of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...graph.identifiers import fold
from ..source import SourceText
from .lines import Break, Line, stands_apart

_PAGE = re.compile(
    r"(?:(?P<word>p(?:age|\.)?\s*)|(?P<dash>[-–—|]\s*))?(?P<number>\d{1,4})(?:\s*[-–—|])?(?P<total>\s*(?:/|sur|of)\s*\d{1,4})?$",
    re.IGNORECASE,
)
_COTE = re.compile(r"[A-Z]{1,4}\s*[-–]\s*(?:19|20)\d\d\s*[-–]\s*\d{1,3}\b")
# A line drawn across the page.
_RULE = re.compile(r"[-=_*~–—]{3,}")
_DIGITS = re.compile(r"\d+")
_MARKUP = re.compile(r"[#>*|<\-]|\d+[.)]|r\w{5,}\s+n?°?\s*\d", re.IGNORECASE)
_EDGE, _REPEATED, _LONGEST = 2, 3, 180


def find_furniture(source: SourceText, lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that are page furniture."""
    marked = _marked(source, lines)
    edges = _edges(lines)
    numbers = {i for i in edges if _is_page_number(lines[i].text, at_edge=True)}
    numbers |= {i for i, line in enumerate(lines) if _is_page_number(line.text, at_edge=False) and _isolated(lines, i)}
    repeated = _repeated(lines, edges, numbers)
    headers = {i for i in _echoes(lines) if i not in numbers}
    beside = {i for i, line in enumerate(lines) if line.text.isdecimal() and _isolated(lines, i) and {i - 1, i + 1} & (headers | repeated)}
    rules = {i for i, line in enumerate(lines) if _RULE.fullmatch(line.text)}
    return frozenset(marked | numbers | repeated | headers | beside | rules)


def _marked(source: SourceText, lines: Sequence[Line]) -> set[int]:
    marks = sorted((m.start, m.end) for m in source.marks if m.kind == "page_furniture")
    result: set[int] = set()
    position = 0
    for index, line in enumerate(lines):
        while position < len(marks) and marks[position][1] <= line.start:
            position += 1
        if position < len(marks) and marks[position][0] <= line.start:
            result.add(index)
    return result


def _edges(lines: Sequence[Line]) -> frozenset[int]:
    """The first and the last line of every page, where there are real pages."""
    breaks = [i for i, line in enumerate(lines) if line.page_break is Break.STRONG]
    return frozenset([0, *breaks, *(i - 1 for i in breaks), len(lines) - 1]) if breaks else frozenset()


def _is_page_number(text: str, *, at_edge: bool) -> bool:
    """A number alone is believed at a page's edge; "p. 3 / 20", "- 3 -", "Page 3" and "3 / 20" anywhere."""
    match = _PAGE.match(text)
    return match is not None and (at_edge or any(match[name] for name in ("word", "dash", "total")))


def _isolated(lines: Sequence[Line], index: int) -> bool:
    after = index + 1 == len(lines) or stands_apart(lines[index + 1])
    before = index == 0 or stands_apart(lines[index])
    return (before and after) or ((before or after) and lines[index].page_break is Break.STRONG)


def _repeated(lines: Sequence[Line], edges: frozenset[int], numbers: set[int]) -> set[int]:
    """Lines that come back, digits aside: near the edges of real pages, or alone beside a page number elsewhere.

    The first one is kept where it opens the document: it is its title.
    """
    near = {i + step for i in edges for step in range(-_EDGE, _EDGE + 1)}
    if not edges:
        near = {i + step for i in numbers for step in (-1, 1)}
    masks = {i: _DIGITS.sub("#", lines[i].text) for i in near if 0 <= i < len(lines) and lines[i].length <= _LONGEST}
    counts = Counter(masks.values())
    return {
        i
        for i, mask in masks.items()
        if i > 0 and counts[mask] >= _REPEATED and mask.strip("#") and i not in numbers and not _MARKUP.match(lines[i].text)
    }


def _echoes(lines: Sequence[Line]) -> set[int]:
    """Lines that stand alone and repeat the document's title or its cote, as a running header does."""
    title = _title_words(lines)
    result: set[int] = set()
    for index in range(_title_end(lines), len(lines)):
        line = lines[index]
        if line.length <= _LONGEST and not line.text.isdecimal() and _isolated(lines, index):
            words = _content_words(line.text)
            echo = len(words) >= 5 and len(words & title) >= 0.8 * len(words)
            if echo and (_COTE.match(line.text) or _COTE.search(line.text[-16:]) or _near_number(lines, index)):
                result.add(index)
    return result


def _near_number(lines: Sequence[Line], index: int) -> bool:
    return any(0 <= i < len(lines) and lines[i].text.isdecimal() for i in (index - 1, index + 1))


def _title_end(lines: Sequence[Line]) -> int:
    return next((i for i in range(1, min(len(lines), 12)) if lines[i].gap), min(len(lines), 4))


def _title_words(lines: Sequence[Line]) -> set[str]:
    return _content_words(" ".join(line.text for line in lines[: _title_end(lines)]))


def _content_words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", fold(text)) if len(word) > 3}
