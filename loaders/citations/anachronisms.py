"""Names that a text older than their law cannot mean: "la loi pénitentiaire" of an opinion on its bill."""

from __future__ import annotations

from dataclasses import replace

from ..document import Document
from ..messages import say
from . import referred
from .completing import instrument_of
from .found import Found


def without_later_laws(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The items, those that name a law by its usual name alone left open where the law was made after the document's own date."""
    day = document.facts.adopted_on
    # A law that is referred to the Conseil constitutionnel is promulgated after the text that refers it.
    its = {s.id for item in found if item.mention.cue == referred.CUE and (s := instrument_of(item.reference))}
    return tuple(_open(item) if day and _is_later(item, day) and not _is_of(item, its) else item for item in found)


def _is_of(item: Found, its: set[str]) -> bool:
    source = instrument_of(item.reference)
    return source is not None and source.id in its


def _is_later(item: Found, day: str) -> bool:
    by_name = item.mention.kind in ("law", "law_article") and item.mention.date is None and item.mention.number is None
    source = instrument_of(item.reference) if by_name else None
    return source is not None and source.label == "Law" and source.title is not None and (source.date or "") > day


def _open(item: Found) -> Found:
    name = " ".join(item.reference.surface.split())
    reference = replace(item.reference, source=None, canonical=f"{name} (non identifié)", reason=say("later_law"))
    return replace(item, mention=replace(item.mention, source=None), reference=reference)
