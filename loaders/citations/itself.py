"""The document itself as a source: its identifiers, and what "le présent avis" cites."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ...graph import identifiers as ids
from ..document import Document, Facts
from ..institutions.gazetteer import Gazetteer
from .model import Source
from .parts import gazette_place
from .text import folded
from .works import key_words

# A CNCDH reference number, however it is spaced; a NOR (the number of ministerial texts).
COTE = re.compile(r"A\W*\d{4}\W*\d+$")
_NOR = re.compile(r"[A-Z]{4}\d{7}[A-Z]$")
_GAZETTE_LINE = re.compile(r"^[^\w\n]*(?=jorf|journal officiel)", re.MULTILINE | re.IGNORECASE)
_LONGEST_PLACE = 120
_GENRE = re.compile(r"^(?:avis|decision|deliberation|rapport|recommandation|declaration)-")


def identify(document: Document) -> str:
    """The document's own id, from what its text says of it, the same as a full citation of it would give.

    Its reference number ('cncdh:A-2021-5', 'avis:ddd/LCD-2011-63', 'nor:TFPF2415531C'); else its place in the Journal officiel; else
    its author, date and title; else the name of its file, so that a corrected file replaces the first.
    """
    facts = document.facts
    cote, author = facts.cote, _author(facts)
    if cote and COTE.match(cote):
        return ids.opinion(cote)
    if cote and _NOR.match(cote):
        return f"nor:{cote}"
    if cote and author:
        return ids.local("avis", author, re.sub(r"\s+", "-", cote))
    if place := _place(document):
        return place
    if author and facts.adopted_on and facts.title and (title := _GENRE.sub("", key_words(facts.title))):
        return ids.local("avis", author, facts.adopted_on, title)
    return ids.local("doc", ids.slug(Path(document.source.name).stem) or "sans-nom")


def other_names(document: Document) -> tuple[str, ...]:
    """Other identifiers that citations may give the document: its place in the Journal officiel, where its front matter says it."""
    place = _place(document)
    return (place,) if place and place != identify(document) else ()


def _place(document: Document) -> str | None:
    """Its place in the Journal officiel, where a line of its front matter opens with it: one in a sentence is another text's."""
    text = document.source.text
    for piece in document.pieces:
        if piece.kind in ("front", "furniture"):
            for line in _GAZETTE_LINE.finditer(text, piece.start, piece.end):
                place = gazette_place(folded(text[line.start() : line.start() + _LONGEST_PLACE]))
                if place and place.count("/") == 2:
                    return place
    return None


def own_source(document: Document) -> Source:
    """The document as the target of "le présent avis"."""
    facts = document.facts
    genre = "avis " if facts.cote and COTE.match(facts.cote) else ""
    date = f" du {ids.french_date(facts.adopted_on)}" if facts.adopted_on else ""
    reference = f"{genre}{facts.cote}{date}" if facts.cote else facts.title or document.source.name
    name = ", ".join(part for part in (facts.authority, reference) if part)
    canonical = f"{name} (le présent document)"
    return Source(identify(document), "Avis", canonical, name, facts.title, facts.cote, facts.adopted_on, subkind="self")


def _author(facts: Facts) -> str | None:
    """The gazetteer's id of the authority, as identifiers hold it."""
    return _authors().get(ids.fold(facts.authority)) if facts.authority else None


@cache
def _authors() -> dict[str, str]:
    bodies = Gazetteer.load().institutions
    return {ids.fold(body.name): body.id.removeprefix("inst:") for body in reversed(bodies)}
