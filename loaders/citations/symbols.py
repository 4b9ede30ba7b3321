"""Symbols of documents of the United Nations and the Council of Europe: A/HRC/43/43/Add.2, CCPR/C/FRA/CO/5, CM/Rec(2018)7.

A symbol names its document alone, and tells what it is and whose (symbols.yaml).
"""

from __future__ import annotations

import re
from functools import cache

from .genres import Genre, genre_named
from .issuers import Issuer, issuer_named
from .names import rows
from .text import folded

_SEGMENT = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
_UN = (
    rf"(?:a|s|e|ccpr|crc|cat|cedaw|cerd|cescr|crpd|ced|cmw|hri|st)/(?=[a-z/.-]{{0,30}}\d)(?:{_SEGMENT}/){{1,7}}"
    rf"(?:(?:add|rev|corr|l)\.\s?\d+|{_SEGMENT})(?:\s?[a-z]?\s?\([ivxlc]{{1,6}}\))?"
)
_COE = (
    r"(?:(?:cm/\s?(?:rec|res(?:dh|chs|cmn|cse|ap)?|del/dec|inf)|rec|res(?:dh)?|commdh|cri|cpt/\s?inf|cdl-ad|greta|grevio/inf|acfc/op)\s?\((?:19|20)\d\d\)"
    r"|r\s?\((?:19|20)?\d\d\))\s?\d{1,4}(?:[ -]?rev(?:\.? ?\d)?(?![a-z]))?"
)
_EU = r"(?:com|swd|sec|join)\s?\((?:19|20)\d\d\)\s?\d+(?:\s+final)?"
# On folded text; most words are given up at their first letters.
SYMBOL = rf"(?=[a-z-]{{1,7}}\s?[/(])(?:{_COE}|{_EU}|{_UN})(?![\w/])"
TRIGGERS = (
    *("a/", "s/", "e/", "ccpr/", "crc/", "cat/", "cedaw/", "cerd/", "cescr/", "crpd/", "ced/", "cmw/", "hri/"),
    *("cm/", "rec(", "rec (", "r(", "r (", "commdh", "cpt/inf", "cdl-ad", "cri(", "greta(", "greta (", "grevio/inf", "acfc/op"),
)
_SYMBOL = re.compile(SYMBOL)


def symbol_end(plain: str, text: str, position: int) -> int | None:
    """The end of the symbol that stands at `position` in capitals; None where none does."""
    found = _SYMBOL.match(plain, position)
    inside = plain[position - 1 : position] in {"/", "-"}
    return found.end() if found and text[position].isupper() and not inside else None


def genre_of(symbol: str) -> Genre:
    """What kind of document bears the symbol: concluding observations, a resolution, a report…"""
    name = next(name for pattern, name in _genres() if pattern.match(folded(symbol)))
    return genre_named(name)


def issuer_of(symbol: str) -> Issuer | None:
    """The body that the symbol belongs to; None for other numbers, and symbols that several use (A/75/590)."""
    if not _SYMBOL.fullmatch(folded(symbol)):
        return None
    return next((issuer for pattern, issuer in _issuers() if pattern.match(folded(symbol))), None)


@cache
def _genres() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["genre"]) for row in rows("symbols.yaml")["symbols"])


@cache
def _issuers() -> tuple[tuple[re.Pattern[str], Issuer], ...]:
    table = rows("symbols.yaml")["issuers"]
    return tuple(
        (re.compile(row["pattern"]), Issuer(row["id"], row["name"]) if "name" in row else issuer_named(row["id"])) for row in table
    )
