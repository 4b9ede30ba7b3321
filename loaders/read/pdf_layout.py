"""The lines of a PDF page in reading order."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from .pdf_glyphs import ADDED, HYPHENS, Glyph, page_glyphs

_BREAKS = "\r\n"

# A raised character is smaller than its line's letters and its baseline stands above theirs (Word: 0.67 and 0.5, TeX: 0.7 and 0.36).
_RAISED_SIZE = 0.9
_RAISED_SHIFT = 0.1
# In heights of a line: the least gap that is a space between words, and the gap between lines that parts two blocks.
_SPACE_WIDTH = 0.15
BLOCK_GAP = 3.0
# Headers and footers stand in the outer eighths of the page.
MARGIN = 0.125


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


def page_lines(number: int, page: Any, textpage: Any) -> PageLines:
    """The lines of a pypdfium2 page."""
    glyphs, height = page_glyphs(page, textpage)
    lines = [line for row in _rows(glyphs) if (line := _line(row)) is not None]
    return PageLines(number, height, tuple(_top_down(_rejoined(lines), height)))


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs between pdfium's line breaks, and those it leaves out: after a hyphen, or before a line that opens with a superscript."""
    row: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text in _BREAKS or (row and _starts_line(glyph, row[-1])):
            yield row
            row = []
        if glyph.text not in _BREAKS:
            row.append(glyph)
    yield row


def _starts_line(glyph: Glyph, last: Glyph) -> bool:
    lower = abs(glyph.baseline - last.baseline) > glyph.height / 2
    return (last.text in HYPHENS and lower) or glyph.left < last.left - max(glyph.height, last.height)


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


def _spaced(glyphs: Sequence[Glyph], height: float) -> list[Glyph]:
    """pdfium misses some spaces that are only a gap, and sees some where a superscript is glued to its word."""
    glued = [_is_glued(*three, height) for three in zip(glyphs, glyphs[1:], glyphs[2:], strict=False)]
    kept = [glyph for glyph, drops in zip(glyphs, [False, *glued, False], strict=False) if not drops]
    gaps = [right.left - left.right for left, right in pairwise(kept)]
    spread = bool(gaps) and median(gaps) > _SPACE_WIDTH * height / 3  # letter-spaced words are left alone
    spaced = kept[:1]
    for gap, (left, right) in zip(gaps, pairwise(kept), strict=True):
        if gap > _SPACE_WIDTH * height and not spread and not left.text.isspace() and not right.text.isspace():
            spaced.append(Glyph(ADDED, " ", left.right, right.left, left.baseline, 0.0, guessed=True))
        spaced.append(right)
    return spaced


def _is_glued(left: Glyph, space: Glyph, right: Glyph, height: float) -> bool:
    shifted = abs(left.baseline - right.baseline) > _RAISED_SHIFT * height
    return space.guessed and shifted and right.left - left.right < _SPACE_WIDTH * height


def _is_text(character: str) -> bool:
    return character in HYPHENS or character == "\t" or unicodedata.category(character) not in ("Cc", "Cs", "Cn")


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
        if block and not 0 < block[-1].baseline - line.baseline < BLOCK_GAP * line.height:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _stands_above(block: list[Line], other: list[Line], height: float) -> bool:
    """Above the other block and in its column; in the page's margins there are no columns."""
    floor, ceiling = min(line.baseline for line in block), max(line.baseline + line.height / 2 for line in other)
    left, right = max(min(line.left for line in b) for b in (block, other)), min(max(line.right for line in b) for b in (block, other))
    return floor >= ceiling and (left < right or ceiling < MARGIN * height or floor > (1 - MARGIN) * height)
