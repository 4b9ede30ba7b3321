"""Circulars and instructions: by NOR, by register number, by date."""

from __future__ import annotations

import re

from ...graph import identifiers
from .dates import DATE, NUMBER_SIGN, iso
from .finder import View
from .grammar import grammar
from .model import Mention, Source

_NOR = r"[a-z]{4}\d{7}[a-z]?"
_KIND = r"(?: (?:(?:inter)?(?:ministerielle|technique|generale|commune|conjointe)|min\.|intermin\.|dgt|dss|dgafp))?"
_NUMBER = (
    rf"(?:{NUMBER_SIGN}|nor ?:? ?|(?={_NOR}))(?P<number>[a-z\d](?:[a-z\d/._-]{{0,58}}[a-z\d])?)(?:,? (?:du|en date du) (?P<dated>{DATE}))?"
)
_ISSUED = grammar(
    rf"(?P<type>circulaires?|circ\.|c\.(?= ?n ?[°o] ?\d\d-)|instructions?|instr\.|notes? de service)"
    rf"{_KIND}(?: [^,;:.()«»]{{0,70}}?)?? {{0,2}}"
    rf"(?:{_NUMBER}|(?:du|en date du) (?P<date>{DATE})(?:,? \(?nor ?:? ?(?P<nor>{_NOR}))?)"
)
# The letter at the end of a NOR tells the kind of text: C for a circular.
_NOR_ALONE = grammar(r"nor ?:? ?(?P<nor>[a-z]{4}\d{7}c)(?![a-z\d])")
_NAMES = {"c": "circulaire", "i": "instruction", "n": "note de service"}


def read(view: View, start: int) -> Mention | None:
    """The circular or instruction named at `start`."""
    found = _ISSUED.match(view.plain, start)
    if not found:
        return _by_nor(view, start)
    number, nor = (view.text[found.start(name) : found.end(name)] if found[name] else None for name in ("number", "nor"))
    if number and not any(c.isdigit() for c in number):
        return None
    if number and re.fullmatch(_NOR, number.lower()):
        number, nor = None, number
    day = found["dated"] or found["date"]
    source = circular(_NAMES[found["type"][0]], number, iso(day) if day else None, nor.upper() if nor else None)
    if source is None:
        return None
    return Mention(start, found.end(), "circular", "explicit", source, date=source.date, number=source.number)


def _by_nor(view: View, start: int) -> Mention | None:
    """A circular by its NOR alone, inside a sentence: at the head of a line it is the text's own."""
    found = _NOR_ALONE.match(view.plain, start) if start and view.text[start - 1] != "\n" else None
    source = circular("circulaire", None, None, found["nor"].upper()) if found else None
    return Mention(start, found.end(), "circular", "explicit", source, number=source.number) if found and source else None


def circular(written: str, number: str | None, date: str | None, nor: str | None = None) -> Source | None:
    """A circular by its register number, its NOR and its date, as far as they are known; None without any."""
    name = " ".join(part for part in (written, number and f"n° {number}", date and f"du {identifiers.french_date(date)}") if part)
    kind = written.replace(" ", "-")
    if nor:
        identifier = identifiers.local("nor", nor)
    elif date:
        identifier = identifiers.dated_text(kind, date, number)
    elif number:
        identifier = identifiers.local(kind, identifiers.slug(number))
    else:
        return None
    canonical = f"{name} (NOR {nor})" if nor else name
    return Source(identifier, "Circular", canonical=canonical, name=name, number=number or nor, date=date, subkind=written)
