"""Documents named in a running sentence: 'l'avis du 26 mai 2020', 'son étude annuelle 2014', 'délibérations n° 2011-44 à 46'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from . import days
from .chambers import chamber_at, with_chamber
from .clauses import clause_end, clause_start
from .entries import clean_title, closing, joined, read_opening
from .finder import Finder, View
from .genres import Genre, genre_at, ordinal_value, tables
from .issuers import Issuer, issuer_at, issuer_named, issuers_between
from .model import Mention
from .parts import DATE, NUMBER_SIGN, iso_date
from .sentence_parts import BY, DATED, read_parts
from .symbols import TRIGGERS, genre_of, issuer_of, symbol_end
from .works import Work

_REACH = 420
_MOST_LISTED = 8
_ON_DAYS = re.compile(r",?\s+(?:rendue?s\s+|en date\s+)?(?:des|du)\s+(?=\d)")
_YEARLY = re.compile(r"\brapport annuel\b")
_PAR = re.compile(r"\b(?:par|dans)\s$")
_POSSESSIVE, _THEN = re.compile(r"(?:son|sa|ses)\s"), re.compile(r"\s*,\s*(?:la\s|le\s|l')\s?")
_AFTER_SEMICOLON = re.compile(r"\s*(?:et\s+|puis\s+|aussi\s+|voir(?:\s+aussi)?\s+)?")
_OPENS_ENTRY = re.compile(r"[\s(]*(?:(?:voir|cf\.?|v\.|aussi|notamment|not\.|par exemple|en ce sens|et|source)\s*[,:]?\s+){0,3}")
_SPACE = re.compile(r"[\s(,]*")
_BEFORE = re.compile(
    r"(?:(?:\b(?:un|une|le|la|les|son|sa|ses|leur|leurs|cet|cette|ce|ces|the|an?|its|his|this|that)\s+|\bl')(?:(?:recent|dernier|premier|celebre|nouvel|meme)e?s?\s+)?)$"
)
_ORDINAL_BEFORE = re.compile(r"\b(?:second|seconde|deuxieme|2nd|2nde|2e|2eme|troisieme|3e|3eme|premier|1er|\d{1,2}(?:e|eme))\s+$")
_NOTE_STYLE = re.compile(
    r"(?:^|[;(:]\s*|\.\s+|\b(?:voir|voy\.|cf\.?|v\.|not\.|en ce sens|aussi|egalement|notamment|par exemple|p\. ?ex\.|in|source)\s*:?\s+)$"
)
_LIST = re.compile(
    rf"(?P<first>{NUMBER_SIGN}(?P<number>(?:[a-z]{{2,4}}[-/ ]?)?\d{{4}}-[a-z]?-?\d{{1,4}}|\d{{8}}))(?P<more>(?:\s*(?:,"
    rf"|et|a)\s*(?:{NUMBER_SIGN})?(?:\d{{4}}-)?\d{{1,4}}(?![\d-]|\s*(?:er|[a-z]+ \d{{4}})))+)"
)
_NAMED = re.compile(
    r"\s*\(?(?:(?:[Vv]oir|[Vv]oy\.|[Cc]f\.?|V\.|aussi|notamment|en ce sens"
    r"|not\.)\s*:?\s+)*(?P<name>(?:[A-ZÀ-Ý]\.[\s-]?)*[A-ZÀ-Ý][^,;:.()«»]{2,90}),\s*(?=[A-ZÀ-Ý])"
)
_EVIDENCE = re.compile(rf"\b(?:en|le|officiel du|dans un)\s+(?P<date>{DATE}|(?:19|20)\d\d)\s*,?\s*$")
_YEARLY = re.compile(r"\bannuel|\bd'activite")
# "résolution 70/1": of a session of the General Assembly.
_OF_A_SESSION = re.compile(r"\d{2,3}/\d{1,3}")
_OPENED = re.compile(r"(?:^|[(;])\s*$")
# The numbers of a list ("n° 2015-110 à 112"), the year of the first, the word of a range; a number that tells by its length or its code.
_LISTED_NUMBER = re.compile(r"(?:\d{4}-)?\d{1,4}")
_OF_YEAR = re.compile(r"(\d{4})-")
_RANGE = re.compile(r"\s*a\s")
_LONG_NUMBER = re.compile(r"\d{3,4}")
_SHORT_NUMBER = re.compile(r"\d{1,4}")
_CODED_NUMBER = re.compile(r"[A-Z]{2,5}\W?\d.*|\d{4}-\d+[A-Za-z]?|.*/.*")
_ACTED = re.compile(r"\b(?:a|ont|avait|avaient)\s+(?:deja\s+|egalement\s+|ainsi\s+)?(?:emis|adopte|rendu|publie|consacre)\b")
_NOT_ISSUED = re.compile(
    r"\s+(?:du |de la |des |de l'|d'un )?(?:conseils? (?:municipal|communautaire|regional|general|departemental"
    r"|d'administration|de la metropole)|jury|comite technique)"
)


# A decision of the Conseil constitutionnel or of a court is a case.
_OF_COURT = re.compile(rf"\s*(?:{NUMBER_SIGN})?\d{{2,4}}-\d{{1,4}}(?:/[\d/]+)*\s+(?:dc|qpc|lp|lom|lol|l|rip|an|sen)(?![a-z'])")


# "demande d'avis n° 19001234" is the number of the file.
_ASKED_FOR = re.compile(r"\bdemandes?\s+d'$")
# Only the authorities that replaced the Médiateur name some of theirs so; any other framework decision is the Council's.
_OF_AUTHORITY = re.compile(
    r"\s+(?:n\s?°\s*)?(?:[a-z]{2,3}[-\s]?\d{4}|(?:n\s?°\s?)?\d{4}-\d{1,3}(?![\d/])|du defenseur|de la (?:defenseure|halde|haute autorite))"
)


def find_running(view: View, start: int, end: int) -> Iterator[Mention]:
    """Every document that the genre word at plain[start:end] names."""
    named = genre_at(view.plain, start)
    if not named or _NOT_ISSUED.match(view.plain, named[1]) or _OF_COURT.match(view.plain, named[1]):
        return
    genre, after, ordinal = named
    # "commission d'enquête", "rapport d'observations": the word before says what it is.
    if view.plain.startswith("d'", start - 2) and genre.name in {"enquête", "observations", "étude", "bilan"}:
        return
    if genre.kind == "prior_avis" and _ASKED_FOR.search(view.plain, max(0, start - 12), start):
        return
    if genre.name == "décision-cadre" and not _OF_AUTHORITY.match(view.plain, after):
        return
    begin, own_ordinal = _begin(view, start)
    listed = _LIST.match(view.plain, _skip_issuer(view, after)) or _LIST.search(view.plain, after, min(len(view.plain), after + 60))
    if genre.kind == "prior_avis" and listed:
        yield from _listed(view, begin, after, genre, listed)
        return
    if genre.kind == "prior_avis" and (of_days := tuple(_of_days(view, begin, after, genre))):
        yield from of_days
        return
    named_before = _named_before(view, start) if view.text[start : start + 1].isupper() else None
    note = named_before is not None or (
        view.text[start : start + 1].isupper() and _NOTE_STYLE.search(view.plain, max(0, start - 40), start) is not None
    )
    work = _note_entry(view, start, after, genre, ordinal) if note else None
    if work and named_before and work.issuer is None:
        work = replace(work, start=named_before, authors=clean_title(view, named_before, start))
    work = work or _sentence_work(view, begin, after, genre, ordinal or own_ordinal)
    if work:
        yield work.mention()


def _of_days(view: View, begin: int, after: int, genre: Genre) -> Iterator[Mention]:
    """'ses avis des 22 mai 2014 et 26 mai 2020, la CNCDH…': one a day, of the body that stands by them."""
    by = BY.match(view.plain, after)
    named = issuer_at(view, by.end()) if by else None
    on = _ON_DAYS.match(view.plain, named.end if named else after)
    spans: list[tuple[int, int, str]] = []
    following = days.read(view, on.end()) if on else None
    while following:
        spans.append((begin, following[1], following[0]))
        further = days.next_day(view, following[1])
        begin, following = (further[0], further[1:]) if further else (begin, None)
    if len(spans) < 2:
        return
    whole = Work(spans[0][0], spans[-1][1], genre)
    issuer = named.issuer if named else _acting_next(view, whole) or _issuer_before(view, whole.start)
    yield from (Work(start, end, genre, issuer, date=date).mention() for start, end, date in spans if issuer)


def _named_before(view: View, start: int) -> int | None:
    """Where a name that opens the clause stands before the genre: 'International Mechanisms…, Joint Declaration on…'."""
    begin = clause_start(view, start, 160)
    found = _NAMED.match(view.text, begin, start + 1)
    return found.start("name") if found and found.end() == start and not issuer_at(view, found.start("name")) else None


def _begin(view: View, start: int) -> tuple[int, int | None]:
    """Where the mention begins: at its ordinal and determiner."""
    ordinal = _ORDINAL_BEFORE.search(view.plain, max(0, start - 14), start)
    begin = ordinal.start() if ordinal else start
    determiner = _BEFORE.search(view.plain, max(0, begin - 24), begin)
    return (determiner.start() if determiner else begin), ordinal_value(ordinal[0].strip()) if ordinal else None


def _note_entry(view: View, start: int, after: int, genre: Genre, ordinal: int | None) -> Work | None:
    """An entry without issuer, as a note opens: 'Rapport du Rapporteur spécial…, A/HRC/17/27, 2011, § 32'."""
    limit = clause_end(view, after, start + _REACH)
    chamber = chamber_at(view, after, limit) if genre.kind == "report" else None
    after = chamber[1] if chamber else after
    opening = read_opening(view, after, limit)
    position = opening.end if opening else after
    if opening and opening.number and genre.kind == "report" and not chamber:
        chamber = chamber_at(view, position, limit)
        position = chamber[1] if chamber else position
    close = closing(view, position, limit)
    last = close or opening
    if last is None:
        return None
    if not (last.number or last.gazette or last.cote or last.date or (opening and (opening.number or opening.date))):
        return None
    title = clean_title(view, position, close.title_end) if close else None
    if genre.kind == "prior_avis" and not (last.number or last.cote or last.gazette or (opening and opening.number)):
        return None
    by = BY.match(view.plain, after) or (BY.match(view.plain, position) if opening and opening.number else None)
    named = issuer_at(view, by.end()) if by else None
    symbol = last.number or (opening.number if opening else None)
    issuer = named.issuer if named else chamber[0] if chamber else issuer_of(symbol or "") or _issuer_before(view, start)
    told = named.end if named and opening and named.start >= opening.end else position if chamber else 0
    work = Work(start, max(last.end, told), genre, issuer, title, ordinal=ordinal)
    work = with_chamber(view, joined(joined(work, opening), close), limit)
    return work if not work.number or _numbered(work) else None


def _sentence_work(view: View, begin: int, after: int, genre: Genre, ordinal: int | None) -> Work | None:
    limit = clause_end(view, after, begin + _REACH)
    work = read_parts(view, Work(begin, after, genre, ordinal=ordinal), limit)
    if not _may_name(work):
        return None
    if work.issuer is None and work.authors is None and work.genre.subkind != "question":
        issuer = _issuer_by_number(work) or _acting_next(view, work) or _issuer_before(view, begin)
        work = replace(work, issuer=issuer) if issuer else work
    if work.title and not work.date and (evidence := _EVIDENCE.search(view.plain, max(0, begin - 40), begin)):
        work = replace(work, date=iso_date(evidence["date"]))
    return work if _names(view, work) else None


def _may_name(work: Work) -> bool:
    """Whether its own words leave it a chance to be named: the sentence is not searched for an issuer otherwise."""
    if work.cote or work.gazette or work.number or work.title:
        return True
    if work.genre.kind == "prior_avis":
        return work.date is not None and work.date.count("-") == 2
    return work.date is not None or work.authors is not None


def _names(view: View, work: Work) -> bool:
    """Whether these words name one document: what each genre needs so that a mere mention of "un rapport" stays none."""
    full_date = work.date is not None and work.date.count("-") == 2
    if work.cote or work.gazette or work.number:
        return not work.number or _numbered(work)
    if work.genre.name == "avis":
        return full_date or (work.title is not None and _acted(view, work))
    if work.genre.name == "décision" and work.issuer and work.issuer.id in tables()["issuing_courts"]:
        return False
    if work.genre.kind == "prior_avis":
        return full_date and (work.issuer or work.authors) is not None and (work.genre.name != "observations" or work.title is not None)
    if work.genre.kind == "report":
        named = (work.date or work.issuer or work.authors) is not None
        yearly = work.title is not None and work.issuer is not None and _YEARLY.search(view.plain, work.start, work.end) is not None
        return yearly or (work.quoted and named) or (work.date is not None and _tied(view, work)) or _known_by_author(view, work)
    issued = work.genre.name != "déclaration" or work.issuer is not None
    return issued and (full_date or (work.date is not None and work.title is not None)) and work.genre.kind == "other"


def _numbered(work: Work) -> bool:
    """A number makes a document, but 'recommandation n° 12' or 'décision n° 3' is a part of this or that text unless dated or coded."""
    if work.genre.name in {"recommandation", "résolution"} and _LONG_NUMBER.fullmatch(work.number or "") and work.date:
        return True
    if work.genre.name in {"décision", "recommandation", "observations", "résolution"} and _SHORT_NUMBER.fullmatch(work.number or ""):
        return work.date is not None and work.date.count("-") == 2
    coded = _CODED_NUMBER.fullmatch(work.number or "") is not None
    return work.genre.name not in {"décision", "recommandation"} or work.issuer is not None or coded


def _acted(view: View, work: Work) -> bool:
    """'la CNCDH a adopté, en novembre 2019, un Avis sur…': somebody issued it, at some time."""
    before = view.plain[clause_start(view, work.start, 320) : work.start]
    return work.date is not None and _ACTED.search(before) is not None


def _tied(view: View, work: Work) -> bool:
    """A year right after the genre ('étude annuelle 2014') or the issuer ('rapport de l'IGAS de 2018'), not a year of the sentence."""
    words = view.plain[work.start : work.end]
    if words.startswith(("son ", "leur ")) and work.date and "-" in work.date:
        return True
    return (work.issuer or work.authors) is not None or _YEARLY.search(words) is not None


def _known_by_author(view: View, work: Work) -> bool:
    """'le rapport Dupont': a definite report of a single name; "le rapport de M. Dupont" takes a title or date more."""
    if work.authors is None:
        return False
    alone = (f"rapport {work.authors}", f"rapport de la {work.authors}")
    return work.title is not None or " ".join(view.text[work.start : work.end].replace("Rapport", "rapport").split()).endswith(alone)


def _issuer_before(view: View, start: int) -> Issuer | None:
    """The last issuer that the sentence names before `start`, or the one of a list of its documents: 'CGLPL, avis du… ; rapport…'."""
    begin = clause_start(view, start, 260)
    named = issuers_between(view, begin, start)
    return named[-1].issuer if named else _listed_issuer(view, begin, start)


def _issuer_by_number(work: Work) -> Issuer | None:
    """The body that a symbol, or a number of its own kind, tells."""
    if not work.number:
        return None
    if work.genre.name == "résolution" and _OF_A_SESSION.fullmatch(work.number):
        return issuer_named("ag-onu")
    own = next((body for pattern, body in tables()["numbered_by"].items() if re.fullmatch(pattern, work.number)), None)
    return issuer_named(own) if own and work.genre.kind == "prior_avis" else issuer_of(work.number)


def _acting_next(view: View, work: Work) -> Issuer | None:
    """'Dans son avis du 9 mai 2018, le CGLPL recommande': the possessive is of the one who acts."""
    own = _POSSESSIVE.match(view.plain, work.start) or _PAR.search(view.plain, max(0, work.start - 7), work.start)
    then = _THEN.match(view.plain, work.end) if own else None
    issuer = issuer_at(view, then.end()) if then else None
    return issuer.issuer if issuer else None


def _listed_issuer(view: View, begin: int, start: int) -> Issuer | None:
    """The issuer that opens the list, where nothing but a semicolon parts `start` from the entry before."""
    for _ in range(_MOST_LISTED):
        if view.plain[begin - 1 : begin] != ";" or _AFTER_SEMICOLON.fullmatch(view.plain, begin, start) is None:
            return None
        begin = clause_start(view, begin - 1, 420)
        opened = _OPENS_ENTRY.match(view.plain, begin)
        start = opened.end() if opened else begin
        if issuer := issuer_at(view, start):
            return issuer.issuer if view.plain[issuer.end : issuer.end + 3].lstrip()[:1] == "," else None
        if not genre_at(view.plain, start):
            return None
    return None


def _skip_issuer(view: View, position: int) -> int:
    by = BY.match(view.plain, position)
    issuer = issuer_at(view, by.end()) if by else None
    space = _SPACE.match(view.plain, issuer.end if issuer else position)
    return space.end() if space else position


def _listed(view: View, begin: int, after: int, genre: Genre, listed: re.Match[str]) -> Iterator[Mention]:
    """Several numbers behind one word: each its own document, a range one mention."""
    shared = DATED.match(view.plain, listed.end()) or DATED.search(view.plain, after, listed.start())
    issuers = issuers_between(view, after, listed.start())
    issuer = issuers[0].issuer if issuers else _issuer_before(view, begin)
    date = iso_date(shared["date"]) if shared else None
    year = _OF_YEAR.match(listed["number"])
    end = shared.end() if shared and shared.start() >= listed.end() else listed.end()
    first = Work(begin, listed.end("first"), genre, issuer, None, date, listed["number"].upper())
    if _RANGE.match(listed["more"]):
        yield replace(first, end=end).mention()
        return
    yield first.mention()
    numbers = list(_LISTED_NUMBER.finditer(view.plain, listed.start("more"), listed.end("more")))
    for number in numbers:
        written = number[0] if "-" in number[0] or not year else f"{year[1]}-{number[0]}"
        stop = end if number is numbers[-1] else number.end()
        yield Work(number.start(), stop, genre, issuer, None, date, written).mention()


def find_symbol(view: View, start: int, end: int) -> Iterator[Mention]:
    """A symbol alone: 'A/HRC/29/32, mai 2015, § 11', 'CCPR/C/FRA/CO/5'; one inside a fuller citation is a part of it."""
    stop = symbol_end(view.plain, view.text, start)
    if stop is None:
        return
    symbol = "".join(view.text[start:stop].split())
    opens = _OPENED.search(view.plain[max(0, start - 3) : start]) is not None
    work = Work(start, stop, genre_of(symbol), issuer_of(symbol) or (_issuer_before(view, start) if opens else None), number=symbol)
    close = closing(view, start, clause_end(view, start, start + 120))
    yield (joined(work, close) if close and close.title_end <= start else work).mention()


FINDERS = (
    Finder("symbol", TRIGGERS, find_symbol),
    Finder(
        "document in a sentence",
        (
            "avis",
            "opinion",
            "recommendation",
            "deliberation",
            "decision",
            "recommandation",
            "observation",
            "declaration",
            "conseil n",
            "principes directeurs",
            "lignes directrices",
            "referentiel",
            "resolution",
            "communique",
            "commentaire general",
            "rapport",
            "etude",
            "enquete",
            "livre blanc",
            "livre vert",
            "guide",
            "bilan",
            "panorama",
            "barometre",
            "report",
            "study",
            "survey",
            "general comment",
            "joint declaration",
            "concluding observations",
            "synthese",
            "communication",
            "question n",
            "question ecrite",
            "question orale",
            "quest. ecr",
            "reponse ministerielle",
            "rep. min",
            "document d'orientation",
        ),
        find_running,
    ),
)
