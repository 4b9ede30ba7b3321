"""Court decisions: where a citation opens (its court, its kind, its parties, its number) and what makes it one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from . import case_days
from .case_names import is_generic, name_before
from .case_numbers import CONSTITUTIONAL, NUMBERS, places, read_numbers
from .case_reading import NUMBER, Reading, clean_parties, read_on
from .courts import CourtMention, by_a_judge, court_at, courts, courts_between
from .deciding import court_in_sentence, is_court_order, may_be_cited, same_court_end
from .decisions import Decision, deciding_court, decision_source, may_bear
from .finder import Finder, View
from .model import Mention
from .parties import parties_around, versus_in
from .parts import DATE
from .same_day import OF_A_DAY, OF_ANOTHER
from .words import words

HEADS = ("arret", "decision", "jugement", "ordonnance", "affaire", "judgment", "judgement", "ruling")
_DATE_OF = re.compile(rf"\s*[,(]?\s*(?:(?:arret|decision|jugement|ordonnance)\s+)?(?:(?:en date )?du\s+)?(?={DATE})")
_BACK = re.compile(
    r"(?:(?:judge?ments?|decisions?|rulings?)\s+of\s+(?:the\s+)?|(?:arrets?|decisions?|jugements?|ordonnances?)\s+(?:rendue?s?\s+par\s+|de\s+)?(?:(?:du\s+juge\s+des\s+referes|du\s+president)\s+)?"
    r"(?:la\s+|le\s+|l'|d[eu]\s+(?:la\s+|l')?)?)$"
)
# An opinion, study or report of a court is a document, not a decision.
_OPINION_OF = re.compile(
    r"\b(?:avis(?:\s+consultatifs?)?|etudes?|rapports?|recommandations?)\s+(?:n\s?°\s?[\d .-]{2,12}\s+)?(?:rendue?s?\s+)?"
    r"(?:(?:de la|de l'|par la|par l')\s*(?:assemblee generale|section|commission permanente)[a-z' ]{0,30}?(?:\([^()]{1,20}\))?\s+)?"
    r"(?:du|de la|de l'|de|des|par le|par la)\s*$"
)
_NUMBER_BEFORE = re.compile(rf"{NUMBERS}\s*,\s*$")
_DATE_BEFORE = re.compile(rf"{DATE}\s*,?\s*$")
_CONCLUSIONS = re.compile(r"\bconclusions\b[^.;]{0,40}(?:\b(?:m|mme)\.?\s)?[^.;]{0,50}$")
_CONSTITUTIONAL = re.compile(rf"(?:n\s?[°o]s?\s*)?{CONSTITUTIONAL}$")
# "décision QPC n° 2020-872".
_KIND_FIRST = re.compile(r"(?P<kind>qpc|dc)\s+n[°o]\s?(?P<number>(?:19|20)?\d\d[-/]\d{1,4}(?:/\d{1,4}){0,3})(?![\w-])")
_CONSTITUTIONAL_HEAD = re.compile(r"\b(?:decision|dec\.)\s+$")
# What joins the decisions of one court: "CE, 4 juillet 1997, n° 156298 ; 19 mars 2003, n° 234636".
_FOLLOWS = re.compile(
    r"\s*(?P<sign>,\s*(?:ainsi que|et|puis)\b|;|,|et\b|puis\b|ainsi que\b)\s*(?:et\s+)?"
    rf"(?:(?:du|celui du|celle du)\s+)?(?={DATE}|n\s?°|n\d)"
)
# Courts that number nothing: "CIJ, Activités militaires, 27 juin 1986, et Plates-formes pétrolières, 6 novembre 2003".
_FOLLOWS_BY_NAME = re.compile(rf"\s*(?:;|,?\s+(?:et|puis))\s+(?P<name>[A-ZÀ-Ý][^,;:.()]{{3,90}}?)(?=,\s*(?i:{DATE}))")
_MOST_FOLLOWERS = 40
# Journals print the decision before: "…, n° 11-10.111 ; D. 2011. 1522, note Martin ; ibid. 1585, obs. Durand ; 19 mars 2014, n° 13-50.005".
_JOURNALS = re.compile(
    rf"(?>\s*[;,]\s*(?:(?:{'|'.join(sorted(words('journals')))})\b|ibid)[^;()]{{1,160}}(?=;)){{1,40}}(?=;\s*{DATE},?\s+n\s?°)"
)
_SIGN = re.compile(r"n\s?°")
_SIGN_BEFORE = re.compile(r"n\s?°\s*$")
_APPEALED = re.compile(
    r"arrets?\s+(?:(?:infirmatifs?|confirmatifs?|partiellement)\s+)?(?:attaques?|deferes?|critiques?|entrepris)\s*,?\s*\(\s*(?=[a-z])"
)
# A town, before a bench or the date.
_TOWN = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?:[ -](?:d[eu’']\s?|la |en |[A-ZÀ-Ý])[\w’'-]*){0,4}(?=\s*,)")
_PLURAL = re.compile(r"\b(?:decisions|arrets|jugements|ordonnances)\b")
# Before the committees of the United Nations, no court's.
# "its Planet49 decision of October 1, 2019".
_ENGLISH_OF = re.compile(r"(?:decision|judge?ment|ruling)\s+of\s+(?=\d|[A-Z])")
# "the Commission's Safe Harbour decision of 26 July 2000" is no court's.
_OWNED = re.compile(r"['’]s\s")
_COMMUNICATION = re.compile(r"\s*,?\s*\(?(?:[^;()]{0,40}[\s(,])?(?:comm(?:unication|\.)\s*n|(?:ccpr|crc|cat|cedaw|cerd|crpd|ced|e)/c)")
_SPACED = re.compile(r"[ctf]\s\d")
_OPENS_A_CITATION = re.compile(r"(?:^|[\n;(.:\]–—]\s*|\b(?:cf|v|voir)\.?\s+)$")
_DATED_TOWN = re.compile(rf",?\s+(?={DATE})")
_ROLL = re.compile(r"\d{2}/\d{4,6}")
_ADDRESSED = re.compile(r"\b(?:votre|vos)\s+$")


def _find_court(view: View, start: int, end: int) -> Iterator[Mention]:
    """A citation that opens with its court: 'CE, Ass., 12 avril 2002, n° 238689'."""
    court = court_at(view, start)
    if not court:
        return
    if _OPINION_OF.search(view.plain, max(0, start - 90), start):
        return
    head = _BACK.search(view.plain, max(0, start - 40), start)
    # "les jugements du tribunal administratif de Paris des 4 et 11 mars 2019" are read from their noun.
    if head and next(case_days.read(view, head.start()), None):
        return
    reading = Reading(
        head.start() if head else start, court.end, Decision(court.court, court.place, court.formation), headed=head is not None
    )
    read_on(view, reading, free=True)
    if reading.decision.date is None and not may_bear(court.court, reading.decision.numbers):
        return
    if _is_decision(reading.decision, headed=head is not None) and (head or _cites(view, court.end, reading.decision)):
        yield from _each(view, reading)
        yield from _followers(view, reading)


def _find_head(view: View, start: int, end: int) -> Iterator[Mention]:
    """A citation that opens with its kind: 'l'arrêt X c. Y du 3 mars 2010', 'décision n° 2010-25 QPC'."""
    word_end = start + len(view.plain[start : start + 12].split()[0].rstrip(",:;.()"))
    # "ARRÊT", alone on its line, heads a judgment.
    if view.text[word_end : word_end + 1] == "\n" and view.text[start:word_end].isupper():
        return
    if listed := tuple(case_days.read(view, start)):
        yield from listed
        return
    if appealed := _appealed(view, start):
        yield appealed.mention()
        yield from _followers(view, appealed)
        return
    reading = Reading(start, same_court_end(view, word_end), Decision(), headed=True)
    read_on(view, reading, free=True)
    decision = reading.decision
    if _ENGLISH_OF.match(view.text, start) and (name := name_before(view, start)):
        words_of_name = " ".join(view.text[name[0] : name[1]].split())
        if is_generic(words_of_name) or _OWNED.search(words_of_name):
            return
        reading.start, reading.decision = name[0], replace(reading.decision, parties=reading.decision.parties or words_of_name)
        decision = reading.decision
    if reading.named_at is not None and reading.named_at - word_end < 4:
        reading.start = reading.named_at
    if decision.court is None and (decision.date or decision.numbers):
        of_same = same_court_end(view, word_end) > word_end
        court = court_in_sentence(view, start, word_end if of_same else reading.end, decision.numbers)
        reading.decision = decision = replace(decision, court=court.court if court else None, place=court.place if court else None)
        reading.end = same_court_end(view, reading.end) if court else reading.end
    if _stands_alone(view, start, decision):
        yield from _each(view, reading)
        yield from _followers(view, reading)
    elif decision.court is None and decision.date and decision.date.count("-") == 2:
        # "la décision du 6 octobre 2020": a court's, if the document cites one of that day.
        title = view.plain[start:word_end].rstrip("s")
        cue = OF_A_DAY if may_be_cited(view, start, reading.end) else OF_ANOTHER
        yield Mention(start, reading.end, "case", "anaphora", need="document", cue=cue, title=title, date=decision.date)


def _appealed(view: View, start: int) -> Reading | None:
    """'l'arrêt attaqué (Paris, 9 janvier 2014)': the Cour de cassation names the court of appeal by its town."""
    opened = _APPEALED.match(view.plain, start)
    town = _TOWN.match(view.text, opened.end()) if opened else None
    if not town or court_at(view, town.start()):
        return None
    reading = Reading(start, town.end(), Decision(courts().by_id["ca"], town[0]), headed=True)
    read_on(view, reading, free=False)
    date = reading.decision.date
    return reading if date is not None and date.count("-") == 2 else None


def _each(view: View, reading: Reading) -> Iterator[Mention]:
    """'décisions n° 69186, 69.206 et 70.749 du 16 octobre 1968': each number is its own decision; an appeal with its own sign too."""
    listed = NUMBER.search(view.plain, reading.start, reading.end)
    spans = [(listed.start() + s, listed.start() + e) for s, e, _ in places(listed[0])] if listed else []
    plural = spans and _PLURAL.search(view.plain, reading.start, spans[0][0])
    court = deciding_court(reading.decision)
    joined = court is not None and court.scheme in {"echr", "cjeu"}
    # "Cass. ass. plén., 3 mars 2010, n° 09-40.001 et n° 09-40.002".
    signed = court is not None and court.scheme == "cass" and listed is not None and len(_SIGN.findall(listed[0])) == len(spans)
    if not (plural or signed) or joined or len(spans) < 2 or len(spans) != len(reading.decision.numbers):
        yield reading.mention()
        return
    for i, ((first, last), number) in enumerate(zip(spans, reading.decision.numbers, strict=True)):
        sign = _SIGN_BEFORE.search(view.plain, max(0, first - 5), first) if signed else None
        start, end = (reading.start if i == 0 else sign.start() if sign else first), (reading.end if i == len(spans) - 1 else last)
        yield Reading(start, end, replace(reading.decision, numbers=(number,)), reading.pinpoint).mention()


def _followers(view: View, reading: Reading) -> Iterator[Mention]:
    """The next decisions of the same court, cited by their date and number alone; without a date they are of the same day."""
    said, court = reading.decision, deciding_court(reading.decision)
    plural = _PLURAL.search(view.plain, reading.start, reading.end) is not None
    for _ in range(_MOST_FOLLOWERS):
        between = _JOURNALS.match(view.plain, reading.end) if court is not None and court.scheme != "echr" else None
        joint = _FOLLOWS.match(view.plain, between.end() if between else reading.end)
        if court is not None and court.scheme == "local" and (next_ := _FOLLOWS_BY_NAME.match(view.text, reading.end)):
            reading = Reading(next_.start("name"), next_.end("name"), Decision(court, parties=next_["name"]))
            read_on(view, reading, free=False)
            yield reading.mention()
            continue
        if not joint or court is None:
            return
        reading = Reading(joint.end(), joint.end(), Decision(court, said.place))
        read_on(view, reading, free=True)
        read = reading.decision
        named = read.numbers or (plural and joint["sign"] != ";" and read.date and read.date.count("-") == 2)
        if not named or not may_bear(court, read.numbers) or (joint["sign"] == "," and not read.date):
            return
        reading.decision = replace(read, date=read.date or said.date)
        yield from _each(view, reading)


def _find_number(view: View, start: int, end: int) -> Iterator[Mention]:
    """A bare number that only a decision bears: 'req. n° 2668/07', 'aff. C-222/84', an ECLI; with the date just before it."""
    dated = _DATE_BEFORE.search(view.plain, max(0, start - 24), start)
    # "conclusions présentées le 12 décembre 2013, aff. C-293/12": no day of the judgment.
    if dated and _CONCLUSIONS.search(view.plain, max(0, dated.start() - 110), dated.start()):
        dated = None
    begin = dated.start() if dated else start
    reading = Reading(begin, begin, Decision())
    read_on(view, reading, free=True)
    decision = reading.decision
    if reading.end <= start or not (decision.ecli or decision.numbers):
        return
    if _SPACED.match(view.plain, start) and not (view.text[start].isupper() and (decision.date or _luxembourg_near(view, start))):
        return
    yield from _each(view, reading)


def _luxembourg_near(view: View, start: int) -> bool:
    return any(c.court.scheme == "cjeu" for c in courts_between(view, max(0, start - 200), start))


def _find_constitutional(view: View, start: int, end: int) -> Iterator[Mention]:
    """A number that tells its court by its form: '(n° 88-248 DC, 17 janvier 1989)', '2010-71 QPC'."""
    found = _CONSTITUTIONAL.search(view.plain, max(0, start - 40), end)
    if found:
        yield from _find_number(view, found.start(), end)
    elif (inverted := _KIND_FIRST.match(view.plain, start)) and view.text[start].isupper():
        head = _CONSTITUTIONAL_HEAD.search(view.plain, max(0, start - 12), start)
        numbers = (f"{inverted['number'].replace('/', '-', '-' not in inverted['number'])} {inverted['kind'].upper()}",)
        reading = Reading(head.start() if head else start, inverted.end(), Decision(numbers=numbers), headed=True)
        read_on(view, reading, free=False)
        yield reading.mention()


def _find_versus(view: View, start: int, end: int) -> Iterator[Mention]:
    """A citation known by its parties: 'Haldimann c. Suisse, req. n° 21830/09, 24 février 2015'."""
    sign = versus_in(view, start, end + 2)
    span = parties_around(view, sign.start(), sign.end()) if sign and sign.start() == start else None
    if not span or _COMMUNICATION.match(view.plain, span[1]):
        return
    left = _NUMBER_BEFORE.search(view.plain, max(0, span[0] - 60), span[0])
    decision = Decision(parties=clean_parties(view.text[span[0] : span[1]]), numbers=read_numbers(left[0]) if left else ())
    reading = Reading(left.start() if left else span[0], span[1], decision)
    before = _court_before(view, reading.start)
    if before:
        reading.start, reading.decision = before.start, replace(decision, court=before.court, place=before.place)
    read_on(view, reading, free=False)
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
    if headed and decision.date and decision.parties and decision.date.count("-"):
        return True
    return day and (headed or decision.formation is not None or decision.parties is not None or decision.court is not None)


def _stands_alone(view: View, start: int, decision: Decision) -> bool:
    """Whether 'arrêt', 'décision'… with these parts is a court's: a typed number, parties, or a date and a court near by."""
    if decision.parties and versus_in(View(decision.parties, decision.parties.lower()), 0, len(decision.parties)):
        return True
    if decision.ecli or (decision.numbers and decision_source(decision).authority):
        return True
    day = decision.date is not None and decision.date.count("-") == 2
    addressed = _ADDRESSED.search(view.plain, max(0, start - 6), start) is not None
    return day and (
        decision.court is not None
        or view.plain.startswith(("arret ", "arrets "), start)
        or addressed
        or by_a_judge(view, start)
        or is_court_order(view, start)
    )


def _find_appeal(view: View, start: int, end: int) -> Iterator[Mention]:
    """A court of appeal by its town, as notes cite it: "Douai, 10 oct. 2012, n° 12/01253"; the number tells it from a letter's date."""
    town = view.text[start:end]
    if (
        not town[0].isupper()
        or not _DATED_TOWN.match(view.plain, end)
        or not _OPENS_A_CITATION.search(view.plain, max(0, start - 8), start)
    ):
        return
    reading = Reading(start, end, Decision(courts().by_id["ca"], town))
    read_on(view, reading, free=False)
    if reading.decision.date and any(_ROLL.fullmatch(number) for number in reading.decision.numbers):
        yield reading.mention()


def _court_triggers() -> tuple[str, ...]:
    return tuple(sorted(courts().by_form))


_SPACED_TRIGGERS = tuple(f"{letter} {digit}" for letter in "ct" for digit in "123456789")

FINDERS = (
    Finder("case by court", _court_triggers(), _find_court, acronyms=True),
    Finder("case by its town", courts().appeal_towns, _find_appeal, acronyms=True),
    Finder("case by parties", ("c.", "c/", "contre", "v.", "v ", "vs"), _find_versus),
    Finder("case by kind", HEADS, _find_head),
    Finder(
        "case by number",
        (
            "req.",
            "requete",
            "aff",
            "application no",
            "applications no",
            "joined cases",
            "case c",
            "cases c",
            "case no",
            "cases no",
            "ecli",
            "eu:c",
            "eu:t",
            "eu:f",
            "pourvoi",
            "c-",
            "t-",
            *_SPACED_TRIGGERS,
        ),
        _find_number,
    ),
    Finder("case by constitutional number", ("dc", "qpc"), _find_constitutional),
)
