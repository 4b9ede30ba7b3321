"""Days that share their month and year: "des 14 et 18 novembre 2015", "des 3 mai et 12 juin 2010", "des 3, 5 et 12 juin 2010"."""

from __future__ import annotations

import re

from .finder import View
from .grammar import grammar
from .parts import MONTHS, iso_date

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_PART = rf"(?P<day>1er|0?[1-9]|[12]\d|3[01])(?: (?P<month>{_MONTH})\.?(?![a-z]))?(?: (?P<year>(?:1[789]|20)\d\d)(?!\d))?(?!\d)"
_DAY = grammar(_PART)
_AND = grammar(r"(?:,|,? (?:et|ou),?|,? ainsi que)(?: (?:du|de celui du|de celle du))? (?=\d)")
# No text lists more days of one year.
_MOST = 12


def read(view: View, at: int) -> tuple[str, int] | None:
    """(ISO date, end) of the day at `at`, which takes the month and year it lacks from the days listed after it."""
    first = found = _DAY.match(view.plain, at)
    month: str | None = None
    for _ in range(_MOST):
        if first is None or found is None:
            return None
        month = month or found["month"]
        if found["year"]:
            date = iso_date(f"{first['day']} {month} {found['year']}") if month else None
            return (date, first.end()) if date else None
        joined = _AND.match(view.plain, found.end())
        found = _DAY.match(view.plain, joined.end()) if joined else None
    return None


def next_day(view: View, end: int) -> tuple[int, str, int] | None:
    """(start, ISO date, end) of the day listed after the one that ends at `end`."""
    joined: re.Match[str] | None = _AND.match(view.plain, end)
    following = read(view, joined.end()) if joined else None
    return (joined.end(), *following) if joined and following else None
