"""Where things stand on the page: which element shows a stretch of the source text, and from which character to which."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..loaders.document import Document, Span, Unit


@dataclass(frozen=True, slots=True)
class Place:
    """Characters [start, end[ of the clean text of the unit shown by the element `key`; Python str indices."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Places:
    """Finds the unit that shows a source offset; texts by the id of their element."""

    document: Document
    units: Mapping[str, Unit]
    texts: Mapping[str, str]
    starts: Sequence[int]

    @classmethod
    def of(cls, document: Document) -> Places:
        units = {u.id: u for u in document.units}
        texts = {element_id(u.id): u.clean.text for u in document.units}
        return cls(document, units, texts, [p.start for p in document.pieces])

    def locate(self, start: int, end: int) -> Place | None:
        """The place of source text[start:end], within the unit it starts in; None in what the page does not show (page headers)."""
        piece = bisect_right(self.starts, start) - 1
        unit = self.units.get(self.document.pieces[piece].unit) if piece >= 0 else None
        if unit is None:
            return None
        first, last = unit.clean.clean_span(start, end)
        return Place(element_id(unit.id), first, last) if first < last else None

    def browser_span(self, place: Place) -> Span:
        """The place's start and end as a browser counts them: UTF-16 units, two for an emoji."""
        text = self.texts[place.key]
        start = _utf16(text[: place.start])
        return start, start + _utf16(text[place.start : place.end])


def element_id(unit_id: str) -> str:
    """The id of the element that shows a unit: r18, p24, n27; 'h:II.3' is h-II-3 and 'r18@annexe' r18-annexe."""
    return re.sub(r"[^A-Za-z0-9_]+", "-", unit_id).strip("-") or "u"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
