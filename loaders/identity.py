"""The document itself as a source: the identifier its graph hangs on, and how others would cite it."""

from __future__ import annotations

import re
from pathlib import Path

from ..graph import identifiers as ids
from .citations.model import Source
from .document import Document

# A CNCDH reference number, however it is spaced.
_COTE = re.compile(r"A\W*\d{4}\W*\d+$")


def identify(document: Document) -> str:
    """The document's own id: its cote where it has one, else its file's name, so that a corrected file replaces the first."""
    cote = document.facts.cote
    if cote and _COTE.match(cote):
        return ids.opinion(cote)
    return ids.local("doc", ids.slug(Path(document.source.name).stem) or "sans-nom")


def own_source(document: Document) -> Source:
    """The document as the target of "le présent avis"."""
    facts = document.facts
    genre = "avis " if facts.cote and _COTE.match(facts.cote) else ""
    date = f" du {ids.french_date(facts.adopted_on)}" if facts.adopted_on else ""
    reference = f"{genre}{facts.cote}{date}" if facts.cote else facts.title or document.source.name
    name = ", ".join(part for part in (facts.authority, reference) if part)
    canonical = f"{name} (le présent document)"
    return Source(identify(document), "Avis", canonical, name, facts.title, facts.cote, facts.adopted_on, subkind="self")
