"""Call marks: which number in the running text calls which note.

A number is taken for a call only where the note exists, the mark is glued to a word or a closing sign (or the format says so)
and the order of the notes fits; where two places fit equally well the note stays unattached.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..document import Span
from ..source import Mark
from .openers import rule

_HIGH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Glued to a letter or a closing sign, and ended by what may end a word; bracketed; superscript.
_GLUED = re.compile(
    r"""(?<=[^\W\d_]|[)\]»”"’',;:!?…%.])(?<!\d[.,])(?P<glued>\d{1,3})(?![\w/°]|[.,-]\d)
      | (?<=\S)\s?\[(?P<square>\d{1,3})\]
      | (?<=\w|[»”.,;:!?)])\s?\((?P<round>\d{1,3})\)
      | (?P<high>[⁰¹²³⁴-⁹]{1,3})""",
    re.VERBOSE,
)
# A year that runs into the call mark: "26 mai 202037" is 2020 and 37. Other numbers are left whole: nothing says where they end.
_AFTER_YEAR = re.compile(r"(?<![\w.,/°-])(?:1[5-9]|20)\d\d(?P<call>\d{1,3})(?![\w/°]|[.,-]\d)")
# What stands before a number that is no call: a letter or two ("R3", "CO2"), an abbreviation ("art.5", "p.3").
# What follows a note's own number: a dot or a space, then words.
_NOTE_TEXT = re.compile(r"\.?[ \t\u00a0]*[-–—]?[\n ]?(?=[\w«“\"(\[])")
# A call that the extraction put at the beginning of a line: "mode de recrutement »" / "1, n'apparaît pas", "publique" / "46 .".
_BEGINS_LINE = re.compile(r"^(?P<call>\d{1,3})(?=\s?[,;.](?:\s|$))", re.MULTILINE)
_SINGLE = re.compile(r"(?:\b[A-Z]{1,2}|\b[a-z])$")
_SHORT = re.compile(r"\b(?:arts?|al|p|pp|n|nos?|fig|ch|chap|vol|t|l|r|d|a|c|s|v|tél|par|cf|op|cit)\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """text[start:end] may call note `number`; `sure` where the format itself marks it as a call or superscript."""

    start: int
    end: int
    number: int
    sure: bool = False


def find_candidates(text: str, spans: Iterable[Span], marks: Sequence[Mark]) -> list[Candidate]:
    """The possible call marks of the spans, in order."""
    found = [_of_mark(text, mark) for mark in marks if mark.kind in ("call", "superscript") and not opens_note(text, mark)]
    sure = sorted((c for c in found if c is not None), key=lambda c: c.start)
    starts = [c.start for c in sure]
    result = list(sure)
    for start, end in spans:
        for match in _GLUED.finditer(text, start, end):
            candidate = _of_match(text, match)
            index = bisect_right(starts, candidate.end) - 1
            if (index < 0 or sure[index].end < candidate.start) and not _is_reference(text, match):
                result.append(candidate)
    return sorted(result, key=lambda c: c.start)


def opens_note(text: str, mark: Mark) -> bool:
    """Whether a raised number is a note's own label: it begins a line and a text follows ("1, n'apparaît" goes on a sentence)."""
    if mark.kind != "superscript" or text[mark.start - 1 : mark.start].strip():
        return False
    return text[mark.start - 1 : mark.start] in ("", "\n", "\f") and _NOTE_TEXT.match(text, mark.end) is not None


def _of_mark(text: str, mark: Mark) -> Candidate | None:
    written = mark.value or text[mark.start : mark.end].strip(" ()[]\u00a0").translate(_HIGH)
    return Candidate(mark.start, mark.end, int(written), sure=True) if written.isdecimal() and len(written) <= 4 else None


def _of_match(text: str, match: re.Match[str]) -> Candidate:
    name = match.lastgroup or "glued"
    start, end = match.span() if name in ("square", "round") else match.span(name)
    if text[start].isspace():
        start += 1
    return Candidate(start, end, int(match[name].translate(_HIGH)))


def _is_reference(text: str, match: re.Match[str]) -> bool:
    """Whether the number belongs to what stands before it: "art.5", "R3", "H1N1", "CO2"."""
    if match.lastgroup != "glued":
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(_SINGLE.search(before) or _SHORT.search(before))


def longest_order(candidates: Sequence[Candidate], wanted: frozenset[int]) -> dict[int, Candidate]:
    """The call of each wanted note: the longest run of candidates whose numbers rise; notes with two equal places are left out."""
    items = [c for c in candidates if c.number in wanted]
    if any(c.sure for c in items):
        known = {c.number for c in items if c.sure}
        items = [c for c in items if c.sure or c.number not in known]
    forward = _lengths([c.number for c in items])
    backward = _lengths([-c.number for c in reversed(items)])[::-1]
    best = max(forward, default=0)
    kept: dict[int, list[Candidate]] = {}
    for item, before, after in zip(items, forward, backward, strict=True):
        if before + after - 1 == best:
            kept.setdefault(item.number, []).append(item)
    return {number: places[0] for number, places in kept.items() if len(places) == 1}


def _lengths(numbers: Sequence[int]) -> list[int]:
    """For each number the length of the longest strictly rising run that ends with it."""
    tails: list[int] = []
    lengths: list[int] = []
    for number in numbers:
        index = bisect_left(tails, number)
        tails[index : index + 1] = [number]
        lengths.append(index + 1)
    return lengths


def find_apart(text: str, spans: Iterable[Span]) -> list[Candidate]:
    """The numbers that may be call marks though a space parts them from their word; never after a word that is counted."""
    found = [m for start, end in spans for m in rule("apart_call").finditer(text, start, end)]
    return [Candidate(m.start("call"), m.end("call"), int(m["call"])) for m in found if not rule("counted").search(text[max(0, m.start() - 16) : m.start()])]


def lone_place(text: str, spans: Iterable[Span], number: int) -> Candidate | None:
    """The one place of the spans that may call the note where no mark is glued to a word; None where there is none or several.

    A year runs into the call, or the call begins a line and a sentence goes on after it, or stands between spaces.
    """
    places = [(start, end) for start, end in spans if start < end]
    matches = [m for start, end in places for pattern in (_AFTER_YEAR, _BEGINS_LINE) for m in pattern.finditer(text, start, end)]
    found = [Candidate(m.start("call"), m.end("call"), number) for m in matches if m["call"] == str(number)]
    found = found or [c for c in find_apart(text, places) if c.number == number]
    return found[0] if len(found) == 1 else None
