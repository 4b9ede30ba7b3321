"""Opinions of advocates general: "conclusions de l'avocat général M. Cruz Villalón, présentées le 12 décembre 2013, aff. C-293/12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph import identifiers
from .case_numbers import NUMBERS, read_numbers, shape
from .finder import Finder, View
from .model import Mention, Source
from .parts import DATE, iso_date

# Read in the text itself: names are known by their capitals.
_NAME = r"(?:M\.\s+|Mme\s+)?(?P<name>[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'-]+){0,3})"
_ADVOCATE = r"[Aa]vocate?\s+générale?\s*,?\s*"
_HEAD = re.compile(rf"[Cc]onclusions\s+(?:(?:de\s+l[’'](?P<advocate>{_ADVOCATE}))|de\s+(?=M\.|Mme))(?:{_NAME})?")
_OWN_HEAD = re.compile(r"conclusions(?=\s)")
# "L'avocat général X, dans ses conclusions du…".
_BEFORE = re.compile(rf"{_ADVOCATE}{_NAME}[^.;]{{0,40}}\b(?:dans|par|de)\s+ses\s+$")
_ON = re.compile(rf"\s*,?\s*\(?(?:(?:presentees?|lues|rendues|prononcees|delivrees)\s+)?(?:le|du|en date du)?\s*(?P<date>{DATE})")
_OF_CASE = re.compile(rf"\s*,?\s*\(?(?:(?:dans|sous|sur)\s+)?(?:les?\s+|l')?(?P<numbers>{NUMBERS})")
_REACH = 110


def find(view: View, start: int, end: int) -> Iterator[Mention]:
    """The conclusions named at `start`, of an advocate general by that title or by the number of a case before the Court of Justice."""
    head = _HEAD.match(view.text, start)
    before = None if head else _BEFORE.search(view.text, max(0, start - _REACH), start)
    own = _OWN_HEAD.match(view.plain, start) if before else None
    named = head or before
    if named is None or not (head or own):
        return
    position = head.end() if head else own.end() if own else end
    dated = _ON.match(view.plain, position)
    position = dated.end() if dated else position
    case = _OF_CASE.match(view.plain, position)
    numbers = tuple(n for n in read_numbers(case["numbers"]) if shape(n) == "cjeu") if case else ()
    by_title = head is None or head["advocate"] is not None
    if not numbers and not (by_title and dated):
        return
    source = _source(named["name"], iso_date(dated["date"]) if dated else None, numbers)
    yield Mention(start, position, "other", "explicit", source, title=source.title, date=source.date, number=source.number)


def _source(name: str | None, date: str | None, numbers: tuple[str, ...]) -> Source:
    who = f"conclusions {name}" if name else "conclusions de l’avocat général"
    day = f"du {identifiers.french_date(date)}" if date else None
    cases = f"aff. {' et '.join(numbers)}" if numbers else None
    canonical = ", ".join(filter(None, (" ".join(filter(None, (who, day))), cases)))
    key = numbers[0] if numbers else "/".join(filter(None, (date, identifiers.slug(name) if name else None)))
    identifier = identifiers.local("conclusions", "eu", key)
    return Source(identifier, "Report", canonical, canonical, title=who, number=None, date=date, subkind="conclusions")


FINDERS = (Finder("conclusions", ("conclusions ",), find),)
