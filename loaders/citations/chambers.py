"""The chambers of Parliament beside the number of a report of theirs: "rapport Sénat n° 495 (2020-2021)", "n° 1234 (AN)"."""

from __future__ import annotations

import re
from dataclasses import replace

from .finder import View
from .issuers import Issuer, issuer_named
from .parts import DATE, iso_date
from .works import Work

# Read in the text itself: "AN" in capitals only.
_CHAMBER = re.compile(
    r"(?:\s+(?:d[’']information|d[’']enquête|législatif))?\s*,?\s*(?P<opened>\(\s*)?(?P<name>AN|A\.\s?N\.|Assemblée nationale|Sénat)"
    r"(?:\s*,?\s*[XVI]{1,5}e\s+lég(?:islature|\.))?(?(opened)\s*\)|(?=\s*(?:[,;.:)(]|n\s?°|$|de\s+MM?[.m]|fait\s)))"
)
_DATE = re.compile(rf"\s*,\s*(?:(?:enregistre|publie|depose)\s+)?(?:le\s+|du\s+)?(?P<date>{DATE})")


def chamber_at(view: View, position: int, limit: int) -> tuple[Issuer, int] | None:
    """The chamber named at `position`, and where its name (or the bracket it stands in) ends."""
    found = _CHAMBER.match(view.text, position, limit)
    if not found:
        return None
    body = issuer_named("senat" if found["name"] == "Sénat" else "assemblee-nationale")
    return (body, found.end()) if body else None


def with_chamber(view: View, work: Work, limit: int) -> Work:
    """A numbered report with the chamber that closes its citation, and the date after it."""
    named = chamber_at(view, work.end, limit) if work.number and work.issuer is None and work.genre.kind == "report" else None
    if named is None:
        return work
    work = replace(work, issuer=named[0], end=named[1])
    dated = None if work.date else _DATE.match(view.plain, work.end, limit)
    return replace(work, date=iso_date(dated["date"]), end=dated.end()) if dated else work
