"""What the resolving steps hand to one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..document import Document, Unit
from .emphasis import whole
from .model import Mention, Reference


@dataclass(frozen=True, slots=True)
class Found:
    """A mention, the unit it stands in, and the reference as far as it is resolved."""

    mention: Mention
    unit: Unit
    reference: Reference


# A step gets every mention of the document, unit by unit in reading order, and returns as many in the same order.
type Resolver = Callable[[Document, tuple[Found, ...]], tuple[Found, ...]]


def locate(document: Document, unit: Unit, mention: Mention) -> Found:
    """The mention as a reference of the source text: its offsets there, and what its own words say."""
    start, end = whole(document.source.text, *unit.clean.raw_span(mention.start, mention.end))
    reference = Reference(
        start=start,
        end=end,
        surface=document.source.text[start:end],
        kind=mention.kind,
        relation=mention.relation,
        container=unit.id,
        container_name=unit.name,
        source=mention.source,
        canonical=_canonical(mention),
        pinpoint=mention.pinpoint,
    )
    return Found(mention, unit, reference)


def _canonical(mention: Mention) -> str:
    if mention.source is None:
        return mention.title or mention.cue or ""
    if mention.pinpoint and (mention.source.label == "Article" or mention.pinpoint.startswith("al.")):
        return f"{mention.source.canonical}, {mention.pinpoint}"
    return mention.source.canonical
