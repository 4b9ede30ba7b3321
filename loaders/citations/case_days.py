"""Decisions that one noun in the plural calls by their days: "ses arrêts des 3 juin 2011 et 15 février 2012"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from . import days
from .case_reading import Reading, read_on
from .courts import CourtMention, benches_between, court_at
from .deciding import court_in_sentence
from .decisions import Decision
from .finder import View
from .model import Mention

_NOUN = re.compile(r"(?:arrets|decisions|jugements|ordonnances)(?![a-z])")
_BY = re.compile(r"\s+(?:rendue?s\s+)?(?:(?:de|par)\s+(?:la\s+|le\s+|l'|sa\s+)?|du\s+)(?=[a-z])")
_ON = re.compile(r",?\s+(?:rendue?s\s+)?(?:en date\s+)?(?:des|du|les|le)\s+(?=\d)")
_LIST_GOES_ON = re.compile(r"\s*,?\s*(?:et|ainsi que|puis|,)\s+(?:le|les)\s+(?=\d)")
_LONGEST_BENCH = 40


def read(view: View, start: int) -> Iterator[Mention]:
    """The decisions that the plural at `start` calls by two days or more, of the court that stands by it or that its sentence names."""
    noun = _NOUN.match(view.plain, start)
    court, after = _court(view, noun.end()) if noun else (None, start)
    on = _ON.match(view.plain, after) if noun else None
    readings = list(_each_day(view, start, on.end(), court)) if on else []
    if len(readings) < 2:
        return
    court = court or _named_last(readings) or _court(view, readings[-1].end)[0] or court_in_sentence(view, start, readings[-1].end, ())
    if court is None and not view.plain.startswith("arrets", start):
        return
    for reading in readings:
        decision = reading.decision
        if decision.court is None and court:
            reading.decision = replace(decision, court=court.court, place=court.place, formation=decision.formation or court.formation)
        yield reading.mention()


def _court(view: View, after: int) -> tuple[CourtMention | None, int]:
    """The court or bench that stands between the noun and the days, and where it ends: 'de la chambre sociale'."""
    by = _BY.match(view.plain, after)
    if not by:
        return None, after
    bench = next((b for b in benches_between(view, by.end(), by.end() + _LONGEST_BENCH) if b.start == by.end()), None)
    if not bench:
        court = court_at(view, by.end())
        return court, court.end if court else after
    of = _BY.match(view.plain, bench.end)
    whole = (court_at(view, of.end()) if of else None) or bench
    return replace(whole, formation=view.text[bench.start : bench.end]), whole.end


def _each_day(view: View, start: int, at: int, court: CourtMention | None) -> Iterator[Reading]:
    """One reading a day; what stands in brackets after a day (parties, a number) is of that day's decision."""
    following = days.read(view, at)
    begin = start
    while following:
        date, end = following
        known = Decision(court.court, court.place, court.formation, date) if court else Decision(date=date)
        reading = Reading(begin, end, known)
        read_on(view, reading, free=True)
        yield reading
        listed = days.next_day(view, reading.end)
        goes_on = None if listed else _LIST_GOES_ON.match(view.plain, reading.end)
        begin = listed[0] if listed else goes_on.end() if goes_on else reading.end
        following = listed[1:] if listed else days.read(view, begin) if goes_on else None


def _named_last(readings: list[Reading]) -> CourtMention | None:
    """The court that closes the list, or that one of its decisions is read with: 'du 7 juin 2006 et du 9 mai 2018 de la Cour'."""
    named = next((r for r in reversed(readings) if r.decision.court), None)
    decided = named.decision.court if named else None
    return CourtMention(named.start, named.end, decided, named.decision.place, named.decision.formation) if named and decided else None
