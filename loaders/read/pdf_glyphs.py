"""The printed characters of a PDF page and where they stand, the page turned so that its text runs from left to right."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# pdfium names a hyphen at a line's end U+0002 (U+FFFE in its text calls); files also hold U+00AD for a printed hyphen.
HYPHENS = {"\x02": "-", "\ufffe": "-", "\xad": "-"}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
ADDED = -1  # the index of a space that pdfium does not list


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character: `index` in pdfium's list of the page, place in points from the page's lower left corner.

    `guessed` is a space that stands in no file: pdfium or the reader saw a gap.
    """

    index: int
    text: str
    left: float
    right: float
    baseline: float
    height: float
    guessed: bool = False

    @property
    def printed(self) -> str:
        """What a reader sees: hyphens as such, ligatures as their letters."""
        return HYPHENS.get(self.text) or _LIGATURES.get(self.text) or self.text


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn of the page by `quarters` clockwise, for text that runs upwards (1), upside down (2) or downwards (3)."""

    quarters: int
    origin: tuple[float, float]
    size: tuple[float, float]

    @property
    def height(self) -> float:
        return max(self.size[1 - self.quarters % 2], 1.0)

    def place(self, x: float, y: float) -> tuple[float, float]:
        x, y = (value if math.isfinite(value) else 0.0 for value in (x - self.origin[0], y - self.origin[1]))
        width, height = self.size
        return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[self.quarters]


def page_glyphs(page: Any, textpage: Any) -> tuple[list[Glyph], float]:
    """The glyphs of a pypdfium2 page in the order pdfium gives, its added line breaks included; and the height of the turned page."""
    # Damaged files hold boxes and matrices without measure: what is read then is in the order of the content.
    left, bottom, right, top = (value if math.isfinite(value) else 0.0 for value in page.get_cropbox())
    turn = _Turn(_quarters(textpage), (left, bottom), (right - left, top - bottom))
    return list(_glyphs(textpage, turn)), turn.height


def _glyphs(textpage: Any, turn: _Turn) -> Iterator[Glyph]:
    from pypdfium2 import raw

    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        _, baseline = turn.place(x.value, y.value)
        (left, bottom), (right, top) = turn.place(box.left, box.bottom), turn.place(box.right, box.top)
        guessed = code == ord(" ") and raw.FPDFText_IsGenerated(textpage, index) == 1
        text = chr(code) if code <= 0x10FFFF else "\ufffd"
        yield Glyph(index, text, min(left, right), max(left, right), baseline, abs(top - bottom), guessed)


def _quarters(textpage: Any) -> int:
    """The direction most of the text runs in; pdfium counts angles clockwise."""
    from pypdfium2 import raw

    count = textpage.count_chars()
    angles = (
        raw.FPDFText_GetCharAngle(textpage, i) for i in range(0, count, max(count // 200, 1)) if not raw.FPDFText_IsGenerated(textpage, i)
    )
    quarters = Counter(round(-angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0)
    return max(quarters, key=lambda q: (quarters[q], -q), default=0)
