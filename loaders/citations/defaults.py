"""What "la Convention", "la Charte" stand for where nothing before them names it: the one the document cites, the Court's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from . import conventions, cues, eu
from .completing import instrument_of
from .context import nouns
from .found import Found
from .model import Source

_PROPER = frozenset({"convention", "charte", "pacte"})
_ECHR = "coe:cets/5"
_CHARTER = "celex:12016P"
_OF_THE_CONVENTION = "à la Convention européenne des droits de l’homme"
_COURT = "ECLI:CE:ECHR"


def proper(cue: str) -> str | None:
    """The noun of a cue that is a name by its capital: "la Convention", not "la convention"."""
    noun = cues.noun(cue)
    return noun if noun in _PROPER and cue.rsplit(maxsplit=1)[-1][0].isupper() else None


def default(found: Sequence[Found], noun: str) -> Found | Source | None:
    """The citation, anywhere in the document, of what the proper noun names; the European Convention before any other.

    A text of Union law that names no charter means the Charter of Fundamental Rights; one that cites the Court's judgments and no
    convention means the Court's own by "la Convention".
    """
    named = [f for f in found if f.mention.need is None and (s := instrument_of(f.reference)) and noun in nouns(s)]
    cited = Counter(_id(f) for f in named)
    chosen = max(cited, key=lambda i: (i == _ECHR, cited[i]), default=None)
    if chosen is not None:
        return next(f for f in named if _id(f) == chosen)
    if noun == "charte" and any((s := instrument_of(f.reference)) and s.label == "EUAct" for f in found):
        return _charter()
    by_protocol = noun == "convention" and any((s := instrument_of(f.reference)) and s.name.endswith(_OF_THE_CONVENTION) for f in found)
    if by_protocol:
        return _convention()
    of_court = noun == "convention" and any(f.reference.source and f.reference.source.id.startswith(_COURT) for f in found)
    return _convention() if of_court else None


@cache
def _charter() -> Source:
    return next(source for source in eu.treaties() if source.id == _CHARTER)


@cache
def _convention() -> Source:
    return next(t.source for t in conventions.treaties() if t.source.id == _ECHR)


def _id(item: Found) -> str:
    instrument = instrument_of(item.reference)
    return instrument.id if instrument else ""
