"""Court decisions: a court, its bench, the parties, a date and numbers, in any order that texts use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .case_numbers import NUMBERS, read_numbers
from .clauses import clause_end
from .courts import CourtMention, court_at, courts, courts_between, formation_pattern
from .decisions import Decision, decision_source
from .finder import Finder, View
from .model import Mention
from .parties import parties_around, versus_in
from .parts import DATE, PINPOINT, YEAR_DATE, iso_date

_REACH = 360
_HEADS = ("arret", "decision", "jugement", "ordonnance", "affaire")
# Between two parts of a citation: punctuation and the words of "arrêt rendu le", "du", "dans l'affaire".
_GLUE = re.compile(
    r"\s*[,:(\[]?\s*(?:(?:et|du|de la|de|le|la|les|rendue?s?|en date du|en|dans|par|son|cet|precitee?s?,?|"
    r"arrets?|decisions?|jugements?|affaires?)\s+|l'affaire\s+|l'(?=arret|affaire|ordonnance|assemblee)|d'(?=assemblee))*"
)
_PUNCTUATION = re.compile(r"\s*[,:(]?\s*(?:(?:dans )?(?:l')?affaires?\s+|(?:l')?arrets?\s+)?")
_ECLI = re.compile(r"ecli\s?:\s?[a-z]{2}\s?:\s?[a-z0-9]+\s?:\s?\d{4}\s?:\s?[a-z0-9.]*[a-z0-9]")
_DATE = re.compile(rf"{DATE}|{YEAR_DATE}")
_DATE_OF = re.compile(rf"\s*[,(]?\s*(?:(?:arret|decision|jugement|ordonnance)\s+)?(?:(?:en date )?du\s+)?(?={DATE})")
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÀ-Ý«])")
_NUMBERS = re.compile(NUMBERS)
_BARE_APPLICATION = re.compile(r"\d{2,5}/\d{2}(?![\d/])")
_PINPOINT = re.compile(PINPOINT)
_REPORT = re.compile(r"(?:rec\.|recueil|lebon|bull\.|publie au|inedit|t\.)\s*(?:crim\.\s*|civ\.\s*|soc\.\s*)?(?:p\.\s*)?[^,;().]{0,30}")
_FREE = re.compile(r"[^,;()«»\[\]:]{2,130}")
_LAW_TITLE = re.compile(rf"loi [^;()«»]{{2,240}}?(?=,?\s*{NUMBERS})|loi [^,;()«»]{{2,130}}")
# Read in the text itself: folded, "à" would be the verb "a".
_VERB = re.compile(r"\s(?:qui|que|dispose|juge|a|ont|est|sont|avait|on|la Cour|le Conseil)\s")
_BACK = re.compile(
    r"(?:(?:arrets?|decisions?|jugements?|ordonnances?)\s+(?:rendue?s?\s+par\s+|de\s+)?(?:la\s+|le\s+|l'|d[eu]\s+(?:la\s+)?)?)$"
)
# An opinion, study or report of a court is a document, not a decision.
_OPINION_OF = re.compile(
    r"\b(?:avis|etudes?|rapports?|recommandations?)\s+(?:n\s?°\s?[\d .-]{2,12}\s+)?(?:rendue?s?\s+)?(?:du|de la|de l'"
    r"|de|des|par le|par la)\s*$"
)
_NUMBER_BEFORE = re.compile(rf"{NUMBERS}\s*,\s*$")


@dataclass(slots=True)
class _Reading:
    """A decision being read: the span so far and what it holds."""

    start: int
    end: int
    decision: Decision
    pinpoint: str | None = None
    named_at: int | None = None

    def mention(self) -> Mention:
        source = decision_source(self.decision)
        return Mention(
            self.start, self.end, "case", "explicit", source, pinpoint=self.pinpoint, title=self.decision.parties,
            date=self.decision.date, number=source.number, authority=source.authority,
        )  # fmt: skip


def _find_court(view: View, start: int, end: int) -> Iterator[Mention]:
    """A citation that opens with its court: 'CE, Ass., 12 avril 2002, n° 238689'."""
    court = court_at(view, start)
    if not court:
        return
    if _OPINION_OF.search(view.plain, max(0, start - 40), start):
        return
    head = _BACK.search(view.plain, max(0, start - 40), start)
    reading = _Reading(head.start() if head else start, court.end, Decision(court.court, court.place))
    _read_on(view, reading, free=True)
    if _is_decision(reading.decision, headed=head is not None) and (head or _cites(view, court.end, reading.decision)):
        yield from _each(view, reading)


def _find_head(view: View, start: int, end: int) -> Iterator[Mention]:
    """A citation that opens with its kind: 'l'arrêt X c. Y du 3 mars 2010', 'décision n° 2010-25 QPC'."""
    word_end = start + len(view.plain[start : start + 12].split()[0].rstrip(",:;.()"))
    reading = _Reading(start, word_end, Decision())
    _read_on(view, reading, free=True)
    decision = reading.decision
    if reading.named_at is not None and reading.named_at - word_end < 4:
        reading.start = reading.named_at
    if decision.court is None and (decision.date or decision.numbers):
        court = _court_in_sentence(view, start, reading.end)
        reading.decision = decision = replace(decision, court=court.court if court else None, place=court.place if court else None)
    if _stands_alone(view, start, decision):
        yield from _each(view, reading)


def _each(view: View, reading: _Reading) -> Iterator[Mention]:
    """'décisions n° 69186, 69.206 et 70.749 du 16 octobre 1968': each number is its own decision."""
    listed = _NUMBERS.search(view.plain, reading.start, reading.end)
    places = list(re.compile(r"\d[\d./-]*\d").finditer(view.plain, listed.start(), listed.end())) if listed else []
    plural = places and re.search(r"\b(?:decisions|arrets)\b", view.plain[reading.start : places[0].start()])
    joined = reading.decision.court is not None and reading.decision.court.scheme in {"echr", "cjeu"}
    if not plural or joined or len(places) < 2 or len(places) != len(reading.decision.numbers):
        yield reading.mention()
        return
    for i, (place, number) in enumerate(zip(places, reading.decision.numbers, strict=True)):
        start, end = (reading.start if i == 0 else place.start()), (reading.end if place is places[-1] else place.end())
        yield _Reading(start, end, replace(reading.decision, numbers=(number,)), reading.pinpoint).mention()


def _find_number(view: View, start: int, end: int) -> Iterator[Mention]:
    """A bare number that only a decision bears: 'req. n° 2668/07', 'aff. C-222/84', an ECLI."""
    reading = _Reading(start, start, Decision())
    _read_on(view, reading, free=False)
    if reading.end > start and (reading.decision.ecli or reading.decision.numbers):
        yield reading.mention()


def _find_versus(view: View, start: int, end: int) -> Iterator[Mention]:
    """A citation known by its parties: 'Haldimann c. Suisse, req. n° 21830/09, 24 février 2015'."""
    sign = versus_in(view, start, end + 2)
    span = parties_around(view, sign.start(), sign.end()) if sign and sign.start() == start else None
    if not span:
        return
    left = _NUMBER_BEFORE.search(view.plain, max(0, span[0] - 60), span[0])
    decision = Decision(parties=_clean(view.text[span[0] : span[1]]), numbers=read_numbers(left[0]) if left else ())
    reading = _Reading(left.start() if left else span[0], span[1], decision)
    before = _court_before(view, reading.start)
    if before:
        reading.start, reading.decision = before.start, replace(decision, court=before.court, place=before.place)
    _read_on(view, reading, free=False)
    read = reading.decision
    # "X contre Y" also tells who sues whom: a citation has a court, date or number.
    if sign and (sign[0] != "contre" or read.court or read.date or read.numbers):
        yield reading.mention()


def _court_before(view: View, start: int) -> CourtMention | None:
    """The court that a comma or 'arrêt' ties to the parties at `start`: 'CEDH, 3 mars 2010, Dink c. Turquie' is read from CEDH."""
    window = courts_between(view, max(0, start - 90), start)
    if window and re.fullmatch(r"\s*,\s*", view.plain[window[-1].end : start]):
        return window[-1]
    return None


def _read_on(view: View, reading: _Reading, *, free: bool) -> None:
    """Reads the parts that follow, as long as they are parts of a decision's citation."""
    limit = clause_end(view, reading.end, reading.start + _REACH)
    if verb := _VERB.search(view.text, reading.end, limit):
        limit = verb.start()
    position, pending = reading.end, None
    while position < limit:
        at = _GLUE.match(view.plain, position, limit)
        place = at.end() if at else position
        if (after := _read_part(view, reading, place, limit)) is not None:
            if pending:
                _name(view, reading, pending)
                pending = None
            position = reading.end = after
        elif free and pending is None and not reading.decision.parties and (name := _named(view, position, limit)):
            pending = _name_span(view, *name)
            if pending is None:
                break
            position = pending[1]
            if versus_in(view, *pending):
                reading.end, reading.named_at = position, pending[0]
                reading.decision = replace(reading.decision, parties=_clean(view.text[pending[0] : pending[1]]))
                pending = None
        else:
            break
    if pending and reading.decision.numbers and _closes(view, *pending, limit):
        _name(view, reading, pending)
        reading.end = pending[1]
    if view.plain[reading.start : reading.end].count("(") > view.plain[reading.start : reading.end].count(")"):
        closing = re.compile(r"\s*\)").match(view.plain, reading.end)
        reading.end = closing.end() if closing else reading.end


def _name(view: View, reading: _Reading, span: tuple[int, int]) -> None:
    reading.decision = replace(reading.decision, parties=reading.decision.parties or _clean(view.text[span[0] : span[1]]))


def _closes(view: View, start: int, end: int, limit: int) -> bool:
    """A name after the number closes the citation: 'CE, 29 avril 2002, n° 228830, Gabriel Ullmann)'."""
    after = view.plain[end : end + 1]
    return end - start <= 60 and view.text[start : start + 1].isupper() and (end >= limit or after in {")", ";"})


def _named(view: View, position: int, limit: int) -> tuple[int, int] | None:
    """The words between two commas after `position`, where a name may stand."""
    start = _PUNCTUATION.match(view.plain, position, limit)
    place = start.end() if start else position
    # The title of the law that was referred to the Conseil constitutionnel may hold commas: it runs to the number.
    pattern = _LAW_TITLE if view.plain.startswith("loi ", place) else _FREE
    found = pattern.match(view.plain, place, limit)
    return found.span() if found else None


def _name_span(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The parties, or the name a decision goes by, in plain[start:end]: it opens with a capital and stops before a date or number."""
    sign = versus_in(view, start, end)
    if sign and (span := parties_around(view, sign.start(), sign.end())):
        return (max(span[0], start), span[1])
    for pattern in (_DATE, _NUMBERS):
        if found := pattern.search(view.plain, start, end):
            end = found.start()
    if courts_named := courts_between(view, start, end):
        end = courts_named[0].start
    tail = re.compile(r"(?:\s+(?:du|de la|de l'|de|le|rendue?|en date du|,|\())+\s*$").search(view.plain, start, end)
    end = tail.start() if tail else end
    first = view.text[start : start + 1]
    return (start, end) if first.isupper() or view.plain.startswith(("loi ", "ass", "min"), start) else None


def _read_part(view: View, reading: _Reading, place: int, limit: int) -> int | None:
    """Takes one part at `place` into the reading; its end, or None if none stands there."""
    return next((after for read in _PARTS if (after := read(view, reading, place, limit)) is not None), None)


def _read_ecli(view: View, reading: _Reading, place: int, limit: int) -> int | None:
    found = None if reading.decision.ecli else _ECLI.match(view.plain, place, limit)
    if found:
        reading.decision = replace(reading.decision, ecli=re.sub(r"\s", "", found[0]).upper())
    return found.end() if found else None


def _read_numbers(view: View, reading: _Reading, place: int, limit: int) -> int | None:
    found = None if reading.decision.numbers else _NUMBERS.match(view.plain, place, limit)
    court = reading.decision.court
    if found is None and not reading.decision.numbers and court and court.scheme == "echr":
        found = _BARE_APPLICATION.match(view.plain, place, limit)
    if found:
        reading.decision = replace(reading.decision, numbers=read_numbers(found[0]))
    return found.end() if found else None


def _read_date(view: View, reading: _Reading, place: int, limit: int) -> int | None:
    found = None if reading.decision.date else _DATE.match(view.plain, place, limit)
    if found:
        reading.decision = replace(reading.decision, date=iso_date(found[0]))
    return found.end() if found else None


def _read_court(view: View, reading: _Reading, place: int, limit: int) -> int | None:
    court = None if reading.decision.court else court_at(view, place)
    if court:
        reading.decision = replace(reading.decision, court=court.court, place=court.place)
    return court.end if court else None


def _read_pinpoint(view: View, reading: _Reading, place: int, limit: int) -> int | None:
    found = None if reading.pinpoint else _PINPOINT.match(view.plain, place, limit)
    if found:
        reading.pinpoint = " ".join(view.text[found.start() : found.end()].split())
    return found.end() if found else None


def _read_formation(view: View, reading: _Reading, place: int, limit: int) -> int | None:
    decision = reading.decision
    known = decision.formation or not (decision.court or decision.parties)
    found = None if known else formation_pattern().match(view.plain, place, limit)
    if not found:
        return None
    written = " ".join(view.text[found.start() : found.end()].split())
    reading.decision = replace(decision, formation=written, admissibility=found[0].startswith("dec"))
    return found.end() + (1 if view.plain[found.end() : found.end() + 1] in {")", "]"} else 0)


def _read_report(view: View, reading: _Reading, place: int, limit: int) -> int | None:
    found = _REPORT.match(view.plain, place, limit)
    return found.end() if found else None


_PARTS = (_read_ecli, _read_numbers, _read_date, _read_court, _read_pinpoint, _read_formation, _read_report)


def _cites(view: View, end: int, decision: Decision) -> bool:
    """'CE, 6 juin 2008' cites; 'le tribunal, le 6 juin 2008, a…' tells what happened on a day."""
    if decision.numbers or decision.ecli or decision.parties or decision.formation:
        return True
    return _DATE_OF.match(view.plain, end) is not None


def _is_decision(decision: Decision, *, headed: bool) -> bool:
    """A court's name alone is no citation: it takes a number, parties with a date, or a date after a comma or 'arrêt'."""
    if decision.numbers or decision.ecli:
        return True
    day = decision.date is not None and decision.date.count("-") == 2
    return day and (headed or decision.formation is not None or decision.parties is not None or decision.court is not None)


def _stands_alone(view: View, start: int, decision: Decision) -> bool:
    """Whether 'arrêt', 'décision'… with these parts is a court's: a typed number, parties, or a date and a court near by."""
    if decision.parties and versus_in(View(decision.parties, decision.parties.lower()), 0, len(decision.parties)):
        return True
    if decision.ecli or (decision.numbers and decision_source(decision).authority):
        return True
    day = decision.date is not None and decision.date.count("-") == 2
    addressed = re.search(r"\b(?:votre|vos)\s+$", view.plain[max(0, start - 6) : start]) is not None
    return day and (decision.court is not None or view.plain.startswith("arret ", start) or addressed)


def _court_in_sentence(view: View, start: int, end: int) -> CourtMention | None:
    """The court that the sentence names: the last one before, else the first just after."""
    floor = max(0, start - 300)
    sentence = max((stop.end() for stop in _SENTENCE.finditer(view.text, floor, start)), default=floor)
    before = courts_between(view, sentence, start)
    after = courts_between(view, end, min(len(view.plain), end + 80))
    return before[-1] if before else after[0] if after else None


def _clean(words: str) -> str:
    """The parties as citations write them: one "c.", initials that lost their last full stop repaired (V.C.Let A.N.)."""
    words = re.sub(r"\s(?:contre|c/|C\.)\s", " c. ", " ".join(words.split()).strip(" ,"))
    return re.sub(r"\b((?:[A-Z]\.)+[A-Z])(?=et\s)", r"\1. ", words)


def _court_triggers() -> tuple[str, ...]:
    return tuple(sorted(courts().by_form))


FINDERS = (
    Finder("case by court", _court_triggers(), _find_court),
    Finder("case by parties", ("c.", "c/", "contre", "v.", "vs"), _find_versus),
    Finder("case by kind", _HEADS, _find_head),
    Finder("case by number", ("req", "aff", "ecli", "pourvoi", "c-", "t-"), _find_number),
)
