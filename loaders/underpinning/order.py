"""What the order of a section tells: which of its paragraphs can lead to a recommendation, and which stands at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..document import Document, Paragraph, Recommendation

type _Unit = Paragraph | Recommendation
type _Group = tuple[list[Paragraph], list[Recommendation]]


@dataclass(slots=True)
class Order:
    """An argument comes before its conclusion: paragraphs lead to the recommendations after them, not to those before.

    Where a section opens with a recommendation and argues under it ("Proposition 3 : …", and why), a paragraph leads to the one it
    stands under.
    """

    document: Document
    _over: Mapping[str, str] = field(init=False)
    _places: Mapping[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        over: dict[str, str] = {}
        places: dict[str, frozenset[str]] = {}
        for units in _sections(self.document).values():
            if isinstance(units[0], Recommendation):
                over.update(_stands_under(units))
            else:
                places.update((r.id, frozenset(_at_its_place(group, rank))) for group in _groups(units) for rank, r in enumerate(group[1]))
        self._over, self._places = over, places

    def leads(self, paragraph: Paragraph, recommendation: Recommendation) -> bool:
        """Whether the paragraph, of one of the sections that can lead to the recommendation, stands where it can."""
        if paragraph.section != recommendation.body.section:
            return True
        if (over := self._over.get(paragraph.id)) is not None:
            return over == recommendation.id
        return paragraph.start < recommendation.body.end

    def at_its_place(self, paragraph: Paragraph, recommendation: Recommendation) -> bool:
        """Whether the paragraph stands among its neighbours as the recommendation does among its own: conclusions follow the order of what
        they conclude. The second of four recommendations is at the place of the first of two paragraphs.
        """
        if paragraph.id in self._over:
            return self.leads(paragraph, recommendation)
        return paragraph.id in self._places.get(recommendation.id, ())


def _sections(document: Document) -> Mapping[str, list[_Unit]]:
    """The paragraphs and recommendations of each section, in the order of the text."""
    found: dict[str, list[_Unit]] = {}
    units: list[_Unit] = [*document.paragraphs, *document.recommendations]
    for unit in sorted(units, key=_start):
        found.setdefault(unit.section if isinstance(unit, Paragraph) else unit.body.section, []).append(unit)
    return found


def _start(unit: _Unit) -> int:
    return unit.start if isinstance(unit, Paragraph) else unit.body.start


def _stands_under(units: list[_Unit]) -> Iterator[tuple[str, str]]:
    """Each paragraph of a section that opens with a recommendation, and the recommendation it stands under."""
    over = ""
    for unit in units:
        if isinstance(unit, Recommendation):
            over = unit.id
        else:
            yield unit.id, over


def _groups(units: list[_Unit]) -> Iterator[_Group]:
    """Each run of paragraphs with the run of recommendations that follows it."""
    paragraphs: list[Paragraph] = []
    recommendations: list[Recommendation] = []
    for unit in units:
        if isinstance(unit, Recommendation):
            recommendations.append(unit)
            continue
        if recommendations:
            yield paragraphs, recommendations
            paragraphs, recommendations = [], []
        paragraphs.append(unit)
    yield paragraphs, recommendations


def _at_its_place(group: _Group, rank: int) -> Iterator[str]:
    """The paragraphs whose part of their run and that of the recommendation have half of the shorter one in common."""
    paragraphs, recommendations = group
    step, stride = 1 / len(recommendations), 1 / max(1, len(paragraphs))
    for place, paragraph in enumerate(paragraphs):
        common = min((rank + 1) * step, (place + 1) * stride) - max(rank * step, place * stride)
        if common >= 0.4999 * min(step, stride):  # half, whatever the rounding
            yield paragraph.id
