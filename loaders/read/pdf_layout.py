"""The lines of a PDF page in reading order, and which of them are running headers and footers."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product, takewhile
from statistics import median
from typing import Any

# pdfium names a hyphen at a line's end U+0002 (U+FFFE in its text calls); files also hold U+00AD for a printed hyphen.
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\xad": "-"}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BREAKS = "\r\n"
ADDED = -1  # the index of a space that pdfium does not list

# A raised character is smaller than its line's letters and its baseline stands above theirs (Word: 0.67 and 0.5, TeX: 0.7 and 0.36).
_RAISED_SIZE = 0.9
_RAISED_SHIFT = 0.1
# In heights of a line: the least gap that is a space between words, and the gap between lines that parts two blocks.
_SPACE_WIDTH = 0.15
_BLOCK_GAP = 3.0
# Headers and footers stand in the outer eighths of the page, at the same height (points) on two pages in five at least.
_MARGIN = 0.125
_SAME_HEIGHT = 3.0
_FURNITURE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character: `index` in pdfium's list of the page, place in points from the page's lower left corner."""

    index: int
    text: str
    left: float
    right: float
    baseline: float
    height: float

    @property
    def printed(self) -> str:
        """What a reader sees: hyphens as such, ligatures as their letters."""
        return _HYPHENS.get(self.text) or _LIGATURES.get(self.text) or self.text


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs printed in one row; `baseline` and `height` are those of most of them."""

    glyphs: tuple[Glyph, ...]
    baseline: float
    height: float

    @property
    def text(self) -> str:
        return "".join(g.printed for g in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    def is_raised(self, glyph: Glyph) -> bool:
        """Whether the glyph is printed as a superscript of this line."""
        return glyph.height < _RAISED_SIZE * self.height and glyph.baseline - self.baseline > _RAISED_SHIFT * self.height


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page: its number from 1, its height in points, its lines from top to bottom (columns one after the other)."""

    number: int
    height: float
    lines: tuple[Line, ...]


def page_lines(number: int, height: float, textpage: Any) -> PageLines:
    """The lines of a pypdfium2 text page."""
    lines = [_line(row) for row in _rows(textpage)]
    return PageLines(number, height, tuple(_top_down(_rejoined([line for line in lines if line is not None]), height)))


def _rows(textpage: Any) -> Iterator[list[Glyph]]:
    """Glyphs between pdfium's line breaks; it leaves the break out after a hyphen that ends a line."""
    row: list[Glyph] = []
    for glyph in _glyphs(textpage):
        broken = glyph.text in _BREAKS
        if broken or (row and row[-1].text in _HYPHENS and abs(glyph.baseline - row[-1].baseline) > glyph.height / 2):
            yield row
            row = []
        if not broken:
            row.append(glyph)
    yield row


def _glyphs(textpage: Any) -> Iterator[Glyph]:
    from pypdfium2 import raw

    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        yield Glyph(index, chr(code) if code <= 0x10FFFF else "\ufffd", box.left, box.right, y.value, box.top - box.bottom)


def _line(row: list[Glyph]) -> Line | None:
    glyphs = [g for g in row if _is_text(g.text)]
    while glyphs and glyphs[-1].text.isspace():
        glyphs.pop()
    while glyphs and glyphs[0].text.isspace():
        glyphs.pop(0)
    if not glyphs:
        return None
    inked = [g for g in glyphs if not g.text.isspace()]
    ((baseline, _), _), *_ = Counter((round(g.baseline, 1), round(g.height)) for g in inked).most_common(1)
    height = median(g.height for g in inked if abs(g.baseline - baseline) < 0.1)
    return Line(tuple(_spaced(glyphs, height)), baseline, height)


def _spaced(glyphs: Sequence[Glyph], height: float) -> Iterator[Glyph]:
    """pdfium misses some spaces that are only a gap; letter-spaced words are left alone."""
    gaps = [right.left - left.right for left, right in pairwise(glyphs)]
    spread = bool(gaps) and median(gaps) > _SPACE_WIDTH * height / 3
    yield glyphs[0]
    for gap, (left, right) in zip(gaps, pairwise(glyphs), strict=True):
        if gap > _SPACE_WIDTH * height and not spread and not left.text.isspace() and not right.text.isspace():
            yield Glyph(ADDED, " ", left.right, right.left, left.baseline, 0.0)
        yield right


def _is_text(character: str) -> bool:
    return character in _HYPHENS or character == "\t" or unicodedata.category(character) not in ("Cc", "Cs", "Cn")


def _rejoined(lines: Sequence[Line]) -> list[Line]:
    """pdfium breaks a line after a superscript: what goes on in the same row, a space away at most, is one line."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and abs(last.baseline - line.baseline) < 1 and -1 < line.left - last.right < line.height:
            height = max(last.height, line.height)
            joined[-1] = Line(tuple(_spaced((*last.glyphs, *line.glyphs), height)), last.baseline, height)
        else:
            joined.append(line)
    return joined


def _top_down(lines: Sequence[Line], height: float) -> list[Line]:
    """The order of the content, except that a block drawn too late goes before the blocks it stands above.

    Word processors draw a page's footer first, its text next. Blocks side by side (columns, cells) stay as drawn.
    """
    blocks: list[list[Line]] = []
    for block in _blocks(lines):
        place = len(blocks)
        while place and _stands_above(block, blocks[place - 1], height):
            place -= 1
        blocks.insert(place, block)
    return [line for block in blocks for line in block]


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and not 0 < block[-1].baseline - line.baseline < _BLOCK_GAP * line.height:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _stands_above(block: list[Line], other: list[Line], height: float) -> bool:
    """Above the other block and in its column; in the page's margins there are no columns."""
    floor, ceiling = min(line.baseline for line in block), max(line.baseline + line.height / 2 for line in other)
    left, right = max(min(line.left for line in b) for b in (block, other)), min(max(line.right for line in b) for b in (block, other))
    return floor >= ceiling and (left < right or ceiling < _MARGIN * height or floor > (1 - _MARGIN) * height)


def running_lines(pages: Sequence[PageLines]) -> frozenset[tuple[int, int]]:
    """(page number, rank of the line) of the running headers and footers: the same words and page number at the same height."""
    seen: dict[tuple[str, int], set[tuple[int, int]]] = {}
    for page in pages:
        for rank, line in enumerate(page.lines):
            if not _MARGIN < line.baseline / page.height < 1 - _MARGIN:
                for wording, height in product(_wordings(line.text, page.number), _heights(line.baseline)):
                    seen.setdefault((wording, height), set()).add((page.number, rank))
    needed = max(2, math.ceil(_FURNITURE_SHARE * len(pages)))
    repeated = {place for places in seen.values() if len({number for number, _ in places}) >= needed for place in places}
    return frozenset(place for page in pages for place in _at_the_edges(page, repeated))


def _at_the_edges(page: PageLines, repeated: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Nothing but other running lines stands between a running line and the edge of the paper."""
    upper = [(page.number, rank) for rank, line in enumerate(page.lines) if line.baseline > page.height / 2]
    lower = [(page.number, rank) for rank, line in enumerate(page.lines) if line.baseline <= page.height / 2]
    yield from takewhile(repeated.__contains__, upper)
    yield from takewhile(repeated.__contains__, reversed(lower))


def _wordings(text: str, page: int) -> Iterator[str]:
    """The text, and the text with each of its numbers in turn counted from the page's: page numbers then read the same everywhere."""
    yield text
    for number in re.finditer(r"\d{1,4}", text):
        yield f"{text[: number.start()]}{int(number[0]) - page:+d}{text[number.end() :]}"


def _heights(baseline: float) -> set[int]:
    """Two neighbouring steps, so that heights that differ by less than one step share one."""
    return {math.floor(baseline / _SAME_HEIGHT), math.ceil(baseline / _SAME_HEIGHT)}


def usual_leading(pages: Sequence[PageLines]) -> float:
    """The distance between neighbouring baselines, in heights of a line, that most lines of the document keep."""
    steps = [
        (upper.baseline - lower.baseline) / lower.height
        for page in pages
        for upper, lower in pairwise(page.lines)
        if lower.height and 0 < upper.baseline - lower.baseline < _BLOCK_GAP * lower.height
    ]
    return median(steps) if steps else 1.2
