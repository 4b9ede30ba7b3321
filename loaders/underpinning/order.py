"""Which paragraphs of a recommendation's sections can lead to it, by the order in which they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..document import Document, Paragraph, Recommendation


@dataclass(slots=True)
class Order:
    """An argument comes before its conclusion: paragraphs lead to the recommendations after them, not to those before.

    Where a section opens with a recommendation and argues under it ("Proposition 3 : …", and why), a paragraph leads to the one it
    stands under.
    """

    document: Document
    _under: Mapping[str, list[Recommendation]] = field(init=False)

    def __post_init__(self) -> None:
        openings: dict[str, list[Recommendation]] = {}
        for recommendation in sorted(self.document.recommendations, key=lambda r: r.body.start):
            openings.setdefault(recommendation.body.section, []).append(recommendation)
        argued = {p.section: p.start for p in reversed(self.document.paragraphs)}
        self._under = {s: rs for s, rs in openings.items() if s in argued and rs[0].body.start < argued[s]}

    def leads(self, paragraph: Paragraph, recommendation: Recommendation) -> bool:
        """Whether the paragraph, of one of the sections that can lead to the recommendation, stands where it can."""
        if paragraph.section != recommendation.body.section:
            return True
        if over := self._under.get(paragraph.section):
            return recommendation is max((r for r in over if r.body.start < paragraph.start), key=lambda r: r.body.start, default=None)
        return paragraph.start < recommendation.body.end
