"""What the pages of a PDF share: running headers and footers, and the usual distance between lines."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, product, takewhile
from statistics import median

from .pdf_layout import BLOCK_GAP, MARGIN, PageLines

# Running lines stand at the same height (points) on two pages in five at least (some print them on odd pages only).
_SAME_HEIGHT = 3.0
_FURNITURE_SHARE = 0.4


def running_lines(pages: Sequence[PageLines]) -> frozenset[tuple[int, int]]:
    """(page number, rank of the line) of the running headers and footers: the same words and page number at the same height."""
    seen: dict[tuple[str, int], set[tuple[int, int]]] = {}
    for page in pages:
        for rank, line in enumerate(page.lines):
            if not MARGIN < line.baseline / page.height < 1 - MARGIN:
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
    yield "#" if text.isdigit() else text
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
        if lower.height and 0 < upper.baseline - lower.baseline < BLOCK_GAP * lower.height
    ]
    return median(steps) if steps else 1.2
