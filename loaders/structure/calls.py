"""Call marks: which number in the running text calls which note.

A number is taken for a call only where the note exists, the mark is glued to a word or a closing sign (or the format says so)
and the order of the notes fits; where two places fit equally well the note stays unattached.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..document import Span
from ..source import Mark
from .openers import rule

_HIGH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A number that may be a mark: bare, bracketed ("\\[5\\]" in Markdown) or superscript, ended by what may end a word.
# What stands before is asked after.
_NUMBER = re.compile(r"\\?\[(?P<square>\d{1,3})\\?\]|\((?P<round>\d{1,3})\)|(?P<high>[⁰¹²³⁴-⁹]{1,3})|(?P<glued>\d++)(?![\w/°]|[.,-]\d)")
_CLOSING = frozenset(")]»”\"’',;:!?…%.")
# So many spaces before a number are an indent.
_INDENT = 8
# A year that runs into the call mark: "26 mai 202037" is 2020 and 37. Other numbers are left whole: nothing says where they end.
_AFTER_YEAR = re.compile(r"(?<![\w.,/°-])(?:1[5-9]|20)\d\d(?P<call>\d{1,3})(?![\w/°]|[.,-]\d)")
# A call that the extraction put at the beginning of a line: "mode de recrutement »" / "1, n'apparaît pas", "publique" / "46 .".
_BEGINS_LINE = re.compile(r"^(?P<call>\d{1,3})(?=\s?[,;.](?:\s|$))", re.MULTILINE)
# What stands before a number that is no call: a letter or two ("R3", "CO2"), an abbreviation ("art.5", "p.3").
_REFERENCE = re.compile(
    r"(?:\b[A-Z]{1,2}|\b[a-z]|\b(?i:arts?|al|p|pp|n|nos?|fig|ch|chap|vol|t|l|r|d|a|c|s|v|tél|par|cf|op|cit)\.)$",
)
# What follows a note's own number: a dot or a space, then words.
_NOTE_TEXT = re.compile(r"\.?[ \t\u00a0]*[-–—]?[\n ]?(?=[\w«“\"(\[])")


@dataclass(frozen=True, slots=True)
class Candidate:
    """text[start:end] may call note `number`. `form` is how it is marked: 'glued', 'square', 'round', 'high', 'apart', 'lone', or
    'mark' where the format itself says it is a call or raises it.
    """

    start: int
    end: int
    number: int
    form: str = "glued"


def find_candidates(text: str, marks: Sequence[Mark]) -> list[Candidate]:
    """The possible call marks of a text, in order."""
    found = [_of_mark(text, mark) for mark in marks if mark.kind in ("call", "superscript") and not opens_note(text, mark)]
    marked = {position: c for c in found if c is not None for position in range(c.start, c.end)}
    result = list({c.start: c for c in found if c is not None}.values())
    for match in _NUMBER.finditer(text):
        candidate = _of_match(text, match)
        if candidate is not None and candidate.start not in marked and candidate.end - 1 not in marked:
            result.append(candidate)
    return sorted(result, key=lambda c: c.start)


def within(candidates: Sequence[Candidate], spans: Iterable[Span]) -> list[Candidate]:
    """The candidates that lie in the spans (sorted, not overlapping)."""
    starts = [c.start for c in candidates]
    return [c for start, end in spans for c in candidates[bisect_left(starts, start) : bisect_left(starts, end)]]


def opens_note(text: str, mark: Mark) -> bool:
    """Whether a raised number is a note's own label: it begins a line and a text follows ("1, n'apparaît" goes on a sentence)."""
    if mark.kind != "superscript" or text[mark.start - 1 : mark.start].strip():
        return False
    return text[mark.start - 1 : mark.start] in ("", "\n", "\f") and _NOTE_TEXT.match(text, mark.end) is not None


def _of_mark(text: str, mark: Mark) -> Candidate | None:
    written = mark.value or text[mark.start : mark.end].strip(" ()[]\u00a0").translate(_HIGH)
    return Candidate(mark.start, mark.end, int(written), "mark") if written.isdecimal() and len(written) <= 4 else None


def _of_match(text: str, match: re.Match[str]) -> Candidate | None:
    form, start = match.lastgroup or "glued", match.start()
    before = text[start - 1] if start else "\n"
    if form == "glued":
        if len(match[0]) > 3 or not (before.isalpha() or before in _CLOSING) or _belongs_before(text, start):
            return None
    elif form != "high" and _begins_line(text, start):
        return None
    return Candidate(start, match.end(), int(match[form].translate(_HIGH)), form)


def _begins_line(text: str, start: int) -> bool:
    """Whether nothing but spaces stands before on the line."""
    before = text[max(0, start - _INDENT) : start].rstrip(" \t\u00a0")
    return not before or before[-1] in "\n\r\f"


def _belongs_before(text: str, start: int) -> bool:
    """Whether the number belongs to what stands before it: "3.1", "1,5", "art.5", "R3", "H1N1", "CO2"."""
    if text[start - 1] in ".," and text[max(0, start - 2)].isdigit():
        return True
    return _REFERENCE.search(text[max(0, start - 12) : start]) is not None


def longest_order(candidates: Sequence[Candidate], wanted: frozenset[int]) -> dict[int, Candidate]:
    """The call of each wanted note: the longest run of candidates whose numbers rise; notes with two equal places are left out."""
    items = [c for c in candidates if c.number in wanted]
    known = {c.number for c in items if c.form == "mark"}
    items = [c for c in items if c.form == "mark" or c.number not in known]
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
    return [
        Candidate(m.start("call"), m.end("call"), int(m["call"]), "apart")
        for m in found
        if not rule("counted").search(text[max(0, m.start() - 16) : m.start()])
    ]


def find_lone(text: str, spans: Iterable[Span]) -> list[Candidate]:
    """The numbers that may be call marks though none is glued to a word, in order.

    A year runs into the call, or the call begins a line and a sentence goes on after it, or it stands between spaces.
    """
    places = [(start, end) for start, end in spans if start < end]
    matches = [m for start, end in places for pattern in (_AFTER_YEAR, _BEGINS_LINE) for m in pattern.finditer(text, start, end)]
    found = [Candidate(m.start("call"), m.end("call"), int(m["call"]), "lone") for m in matches]
    return sorted([*found, *find_apart(text, places)], key=lambda c: c.start)
