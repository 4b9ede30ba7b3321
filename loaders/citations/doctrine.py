"""Doctrine, press and reports known by their authors: 'Q. Van Enis, « Les mesures de filtrage… », Rev. trim. dr. h., p. 879'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .clauses import clause_end, clause_start
from .courts import court_at, courts_between
from .entries import clean_title, closing, joined
from .finder import Finder, View
from .genres import Genre, genre_at, genre_named
from .issuers import issuer_at
from .letterheads import is_letterhead
from .model import Mention
from .parties import versus_in
from .parts import MONTHS
from .words import words
from .works import Work

_REACH = 380
# Read in the text itself: names are known by their capitals.
_INITIALS = r"(?:[A-ZÀ-Ý]\.(?:[\s-]?[A-ZÀ-Ý]\.)*)"
_WORD = r"[A-ZÀ-Ý][\w’'-]+"
_PERSON = (
    rf"(?:{_INITIALS}\s*(?:(?:de|du|van|von|le|la)\s+)?{_WORD}(?:\s+{_WORD})?|{_WORD}\s+(?:{_INITIALS}|(?:de\s+"
    rf"|du\s+|van\s+)?{_WORD}(?:\s+{_WORD})?))"
)
_PERSONS = rf"{_PERSON}(?:\s*(?:,|et|&)\s*{_PERSON}){{0,4}}(?:\s*\((?:dir|éd|coord)[^)]*\))?"
_NAME = r"[A-ZÀ-Ý][^\s,;:()«»]*(?:\s[^,;:.()«»\n]{1,80})?"
_INTRODUCER = (
    r"(?i:(?:voir|voy\.?|cf\.?|v\.|sur (?:ce|cette|ces) (?:points?|questions?|sujet|notions?)|en ce sens|dans le même sens"
    r"|pour (?:une?|plus)\s[^,;.()]{3,60}"
    r"|aussi|également|notamment"
    r"|par exemple|(?:par|p\.)\s?ex\.|not\.|source|in|et|contra|comp\.|rappr\.)\s*[,:]?\s+){0,4}"
)
_HEAD = re.compile(rf"\s*\(?{_INTRODUCER}(?P<name>{_PERSONS}|{_NAME})\s*,\s*(?=[«“\"A-ZÀ-Ý])")
# How a head ends.
_LEADS = re.compile(r",\s*(?=[«“\"A-ZÀ-Ý])")
_ONLY_PERSONS = re.compile(_PERSONS)
_VERB = re.compile(r"\s(?:a|ont|est|sont|était|sera|avait|doit|peut|fait|dit|que|qui|dont|n[’']|se|s[’']|il|elle|nous|on)\s")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|for)\b")
_COMMA = re.compile(r"\s*[,(]\s*")
_SEE = re.compile(r"(?:voir|voy|cf|v\.|aussi|notamment|not\.|ex\.|source|sur c|sens|analyse|contra|comp\.|rappr\.)")
_QUOTE = re.compile(r"[«“\"]\s*(?P<title>[^»”\"]{4,280})[»”\"]")
_REVIEW = re.compile(r"\s*,\s*(?:(?:in|dans)\s+)?(?P<review>[A-ZÀ-Ý][^;,()«»]{1,70}?)(?=\s*[,;.(]|\s+n°|\s*$)")


def find_quoted(view: View, start: int, end: int) -> Iterator[Mention]:
    """Authors, a title in quotation marks, and where it appeared."""
    begin = clause_start(view, start, 160)
    head = _HEAD.match(view.text, begin)
    quote = _QUOTE.match(view.text, start)
    if (
        not head
        or head.end() != start
        or not quote
        or not _ONLY_PERSONS.fullmatch(head["name"])
        or genre_at(view.plain, head.start("name"))
    ):
        return
    limit = clause_end(view, quote.end(), quote.end() + 200)
    review = _REVIEW.match(view.text, quote.end(), limit)
    position = review.end() if review else quote.end()
    comma = _COMMA.match(view.plain, position, limit)
    close = closing(view, comma.end() if comma else position, limit)
    if not review and not close:
        return
    title = " ".join(quote["title"].split())
    authors = " ".join(head["name"].split())
    work = Work(head.start("name"), position, Genre("article", "other", "doctrine"), None, title, authors=authors)
    if close and close.title_end <= (comma.end() if comma else position) + 1:
        work = joined(work, replace(close, number=None))
    yield work.mention()


def find_dated(view: View, start: int, end: int) -> Iterator[Mention]:
    """'OFCOM, Site-blocking…, 27 mai 2011', 'S. Mouillard, Libération, 28 janvier 2015': a name, a title, a date, and no verb."""
    if not _may_open(view, start):
        return
    begin = clause_start(view, start, _REACH)
    head = _HEAD.match(view.text, begin) if _LEADS.search(view.text, begin, start) else None
    if not head or head.end() >= start or not _opens(view, begin, head) or _other_family(view, begin, head, start):
        return
    limit = clause_end(view, head.end(), begin + _REACH)
    close = closing(view, head.end(), limit)
    if not close or not close.date or close.end <= start or _has_verb(view.text[head.start("name") : close.title_end]):
        return
    if is_letterhead(view, head.start("name"), close.end):
        return
    # "A. MARTIN, note, D. 2004. 632 (Cass. civ. 1re, 9 décembre 2003": the date is the decision's.
    if any(view.plain[court.start - 1] in "([" for court in courts_between(view, head.end(), close.end)):
        return
    persons = _ONLY_PERSONS.fullmatch(head["name"]) is not None
    title = clean_title(view, head.end(), close.title_end)
    if not title or len(title) < 3 or (not persons and (len(title) < 12 or close.date.count("-") == 0)):
        return
    named = genre_at(view.plain, head.end())
    genre = named[0] if named else Genre("article", "other", "doctrine") if persons else genre_named("rapport")
    yield joined(Work(head.start("name"), close.end, genre, None, title, authors=" ".join(head["name"].split())), close).mention()


def _may_open(view: View, start: int) -> bool:
    """False where nothing before the date can open a citation: no comma; no beginning of the unit, semicolon or "voir"."""
    floor = max(0, start - _REACH)
    if view.plain.rfind(",", floor, start) < 0:
        return False
    return not floor or view.plain.rfind(";", floor, start) >= 0 or _SEE.search(view.plain, floor, start) is not None


def _other_family(view: View, begin: int, head: re.Match[str], end: int) -> bool:
    """An issuer opens an entry, a court or parties a decision: their own grammars read those."""
    at = head.start("name")
    return issuer_at(view, at) is not None or court_at(view, at) is not None or versus_in(view, begin, end) is not None


def _has_verb(words: str) -> bool:
    """A verb makes it a sentence; the English article is none ('a review of…')."""
    verb = _VERB.search(words)
    return verb is not None and not (verb[0].strip() in {"a", "on"} and _ENGLISH.search(words))


def _opens(view: View, begin: int, head: re.Match[str]) -> bool:
    """The name stands where a citation opens: at the start of the unit, after a semicolon, or after 'voir'."""
    if head.start("name") > begin + 3 and _SEE.search(view.plain, begin, head.start("name")):
        return True
    return begin == 0 or view.plain[max(0, begin - 1) : begin] == ";"


FINDERS = (
    Finder("doctrine", ("«", '"'), find_quoted),
    Finder("entry by date", (*sorted(MONTHS), *sorted(words("publishers"))), find_dated),
)
