"""EU acts known by their date: as the document cites them in full, else as the table of well-known acts has them."""

from __future__ import annotations

from collections.abc import Iterable

from . import cues, eu
from .completing import instrument_of
from .context import nouns
from .found import Found
from .outcomes import attached, unresolved
from .text import folded


class DatedActs:
    """The EU acts that a document cites, by their date and what they are called."""

    def __init__(self, found: Iterable[Found]) -> None:
        cited = (instrument_of(f.reference) for f in found)
        self._cited = {(s.date or "", noun): s for s in cited if s and s.label == "EUAct" for noun in nouns(s)}

    def read(self, item: Found) -> Found:
        """ "la directive du 24 octobre 1995": that act, or why it is not known."""
        noun, date = cues.noun(item.mention.cue) or "", item.mention.date or ""
        if (date, noun) in self._cited:
            return attached(item, self._cited[date, noun], "explicit")
        known = [s for (kind, day), sources in eu.by_date().items() if day == date and folded(kind) == noun for s in sources]
        return attached(item, known[0], "explicit") if len(known) == 1 else unresolved(item, "date_alone")
