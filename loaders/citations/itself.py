"""The document itself as a source: what "le présent avis" cites."""

from __future__ import annotations

from ...graph import identifiers as ids
from ..document import Document
from ..identity import COTE, identify
from .model import Source


def own_source(document: Document) -> Source:
    """The document as the target of "le présent avis"."""
    facts = document.facts
    genre = "avis " if facts.cote and COTE.match(facts.cote) else ""
    date = f" du {ids.french_date(facts.adopted_on)}" if facts.adopted_on else ""
    reference = f"{genre}{facts.cote}{date}" if facts.cote else facts.title or document.source.name
    name = ", ".join(part for part in (facts.authority, reference) if part)
    canonical = f"{name} (le présent document)"
    return Source(identify(document), "Avis", canonical, name, facts.title, facts.cote, facts.adopted_on, subkind="self")
