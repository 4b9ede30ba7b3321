"""Citations as notes write them: issuer, title, date, place in the gazette, page, parted by commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .clauses import clause_end
from .finder import Finder, View
from .genres import Genre, genre_at, genre_named
from .issuers import IssuerMention, issuer_at, issuer_triggers, issuers_between
from .letterheads import is_letterhead
from .model import Mention
from .parts import DATE, GAZETTE, NUMBER_SIGN, PINPOINT, YEAR_DATE, gazette_place, iso_date
from .symbols import SYMBOL, issuer_of
from .titles import trimmed
from .works import Work

_REACH = 480
_MOST_CO_ISSUERS = 6
_COMMA = re.compile(r"\s*,\s*")
_AFTER_ISSUER = re.compile(r"\s*(?:,|:(?=\s*[«\"]))\s*")
_JOINED = re.compile(r"(?:\bet|,)\s+$")
_ENTRY_GOES_ON = re.compile(r"\s*,\s*[«\"\w]")
_SKIPPED = re.compile(r"[\s,]*")
_CLOSING_BRACKET = re.compile(r"\s*\)")
_ORDINAL_REPORT = re.compile(r",\s*(\d{1,3})\s?(?:e|eme|er)\s+rapport\b")
COTE = re.compile(r"(?<![\w])a\s*-\s*((?:19|20)\d\d)\s*-\s*(\d{1,2})(?!\d)")
# A number never is a year alone: '2016-06-13-SAN-021', '1562'.
_NUMBER = rf"(?:{NUMBER_SIGN}(?P<number>\d{{4}}-\d\d-\d\d[- ][a-z]{{2,6}}[- ]?\d{{1,3}}|[a-z0-9]+(?:\s?[-/.]\s?[a-z0-9]+)*))"
_PART = re.compile(
    r"(?<![a-z])(?:"
    rf"(?P<gazette>{GAZETTE})|(?P<cote>{COTE.pattern})|(?:{NUMBER_SIGN})?(?P<symbol>{SYMBOL})|(?P<pinpoint>{PINPOINT})|(?P<date>{DATE})|{_NUMBER}|(?P<year>{YEAR_DATE}))"
)
# "« … », rapport, juillet 2017": the kind of the document is no part of its title.
_KIND_LAST = re.compile(r",\s*(?:rapport|étude|communiqué|enquête)(?:\s+(?:annuel|public|thématique|d[’']activité|final|de presse))*$")
# What a committee finds on a person's communication.
_VIEWS = re.compile(r"\bcommunications? n|\bcomm\. n|/d/\d")
_CALLED_BACK = re.compile(
    r"(?i)(?:^|[\s,(])(?:préc(?:\.|it[ée]{1,2}s?\b)|(?:loc|op)\.?\s?cit\.?|susvisée?s?\b|supra(?:,?\s+note\s+\d+)?)\)?\.?$"
)
_SYMBOL = re.compile(SYMBOL)
# What may stand between two closing parts without being part of the title.
_GLUE = re.compile(
    r"\s*[,(;–-]?\s*(?:(?:adopte[es]*d?|rendu[es]*|publie[es]*|published|date[es]*d?"
    r"|issued|of|on|du|de|le|au|en|paru[es]*|version|par la cncdh|in"
    r"|rapport|texte|doc\.?|avis|ref\.?|"
    r"reference|recommandation|deliberation|decision|communications?|constatations)\s+)*"
)
_OPENING_GLUE = re.compile(
    r"\s+(?:(?:d'information|annuel(?:le)?|public(?: thematique)?|parlementaire|d'activite|du|de|le|of|on|dated)\s+)*"
)
# "résolution 1325 (2000)", "résolution 217 A (III)", "résolution 48/134".
_BARE_NUMBER = re.compile(
    r"\s+(?P<bare>(?:[a-z]{2,4}[-/]|p16-)?(?:\d{4}-\d{1,4}|\d{2}-\d{2}|20\d{6}|0?\d{1,2}/\d{4}|\d{1,3}/\d{1,4}"
    r"|\d{3,4}(?=\s?\((?:19|20)\d\d\))|\d{1,4}(?:\s?[a-z])?\s?\([ivxlc]{1,6}\)))(?![\d/-])"
)
# "rapport n° 580 (1999-2000)": the session of a chamber.
_SESSION = re.compile(r"\s*\(\s?(?:19|20)\d\d\s?-\s?(?:19|20)\d\d\s?\)")
_BRACKETED_YEAR = re.compile(r"\s*\((?P<year>(?:19|20)\d\d)\)")
_AFTER_COMMA = re.compile(
    r"(?:[,(]|\s-)\s*(?:(?:communications?|constatations|rapport|avis|doc\.?|deliberation|decision|publie|adopte|paris,?|le|du|en)\s+)*$"
)
_INTRODUCED = re.compile(r"\b(?:voir|voy\.|cf\.?)\s+(?:aussi\s+|egalement\s+|notamment\s+)?[^;.]{3,140}$")
_ARTICLE_BEFORE = re.compile(r"(?:\b(?:le|la|les|du|de|des|par|a|au|aux|cette|ce|notre|et de|que|selon|via|avec)\s+|[ld]'|\w-)$")


@dataclass(frozen=True, slots=True)
class Close:
    """The closing parts of an entry: where the title ends, where the citation ends, what the parts say."""

    title_end: int
    end: int
    date: str | None = None
    number: str | None = None
    cote: str | None = None
    gazette: str | None = None
    pinpoint: str | None = None


def find_entries(view: View, start: int, end: int) -> Iterator[Mention]:
    """An entry that opens with its issuer: 'CNCDH, Avis sur…, 28 avril 2020, p. 16'."""
    issuer = None if _ARTICLE_BEFORE.search(view.plain, max(0, start - 12), start) else issuer_at(view, start)
    if not issuer or not (work := _read_entry(view, issuer)):
        return
    named = work.title or work.date or work.number or work.cote or work.gazette
    yield work.mention() if named else _called_back(work)


def _called_back(work: Work) -> Mention:
    """'Défenseur des droits, décision préc., p. 14': its issuer and genre are all that the words say."""
    issuer = work.issuer.id if work.issuer else None
    return Mention(
        work.start, work.end, work.genre.kind, "op_cit", need="document", cue="op. cit.", pinpoint=work.pinpoint, title=work.genre.name,
        authority=issuer,
    )  # fmt: skip


def _read_entry(view: View, issuer: IssuerMention) -> Work | None:
    """The entry that opens with `issuer`; None where the name is only a word of the sentence."""
    comma = _AFTER_ISSUER.match(view.plain, issuer.end)
    if not comma:
        return None
    start = _after_co_issuers(view, comma.end())
    limit = _limit(view, start, issuer.start + _REACH)
    genre = genre_at(view.plain, start)
    opening = read_opening(view, genre[1], limit) if genre else None
    title_start = opening.end if opening else genre[1] if genre else start
    close = closing(view, title_start, limit)
    if genre is None and close and is_letterhead(view, issuer.start, close.end):
        return None
    title_end = close.title_end if close else trimmed(view, title_start, limit)
    if opening is None and not _is_entry(view, start, title_end, genre is not None, close):
        return None
    span = (title_start, title_end)
    ordinal = genre[2] if genre else _ordinal_part(view, start, title_end)
    end = close.end if close else max(title_end, start)
    title, date = clean_title(view, *span), iso_date(view.plain[slice(*span)])
    work = Work(issuer.start, end, _genre(genre, view, start, end), issuer.issuer, title, date, ordinal=ordinal)
    work = joined(joined(work, close), opening)
    # "Conseil de l'Europe, Comité des Ministres, Recommandation CM/Rec(2010)5": the symbol tells whose it is.
    work = replace(work, issuer=issuer_of(work.number or "") or work.issuer)
    return replace(work, genre=genre_named("avis")) if work.cote and genre is None else work


def _after_co_issuers(view: View, start: int) -> int:
    """Past further issuers ('ONDRP, MIPROF, …'): the first is the one the work is known by."""
    for _ in range(_MOST_CO_ISSUERS):
        other = issuer_at(view, start)
        comma = _COMMA.match(view.plain, other.end) if other else None
        if not comma:
            break
        start = comma.end()
    return start


def _limit(view: View, start: int, limit: int) -> int:
    """The clause's end, or the next entry that 'et' or a comma leads to: '… et CNCDH, Second avis…'."""
    limit = clause_end(view, start, limit)
    for other in issuers_between(view, start, limit):
        lead = _JOINED.search(view.plain, max(start, other.start - 5), other.start)
        if lead and _ENTRY_GOES_ON.match(view.plain, other.end) and genre_at(view.plain, _skip(view, other.end)):
            return lead.start()
    return limit


def _skip(view: View, position: int) -> int:
    found = _SKIPPED.match(view.plain, position)
    return found.end() if found else position


def _is_entry(view: View, start: int, title_end: int, genre: bool, close: Close | None) -> bool:
    """A name and a comma are no citation: a genre or a title with a capital, and a closing part, are."""
    if title_end - start < 3:
        return close is not None and bool(close.number or close.gazette or close.cote) and close.end > start
    first = view.text[start : start + 1]
    if genre and (first.isupper() or close is not None):
        return True
    if close is None:
        # A citation that a page cut off: only after "voir", never in a list of bodies.
        return first.isupper() and title_end - start > 30 and _INTRODUCED.search(view.plain, max(0, start - 160), start) is not None
    return close is not None and (first.isupper() or first in '«“"') and bool(close.date or close.pinpoint)


def closing(view: View, start: int, limit: int) -> Close | None:
    """The closing parts: the first that a comma or bracket sets off from the title, and those that follow it."""
    first = next((p for p in _PART.finditer(view.plain, start, limit) if _sets_off(view, start, p)), None)
    if first is None:
        return None
    lead = _AFTER_COMMA.search(view.plain, max(start, first.start() - 40), first.start())
    close = _take(view, Close(lead.start() if lead else first.start(), first.end()), first)
    position = first.end()
    while (glue := _GLUE.match(view.plain, position, limit)) and (part := _PART.match(view.plain, glue.end(), limit)):
        if part.end() == part.start() or (part["symbol"] and close.number and _SYMBOL.fullmatch(close.number.lower())):
            break
        close, position = _take(view, close, part), part.end()
    inside = view.plain[close.title_end : position]
    after = _CLOSING_BRACKET.match(view.plain, position)
    end = after.end() if after and inside.count("(") > inside.count(")") else position
    return replace(close, end=end) if end != close.end else close


def _sets_off(view: View, start: int, part: re.Match[str]) -> bool:
    if part.start() == start:
        return True
    return _AFTER_COMMA.search(view.plain, max(start - 2, part.start() - 40), part.start()) is not None


def _take(view: View, close: Close, part: re.Match[str]) -> Close:
    if part["gazette"]:
        return replace(close, gazette=close.gazette or gazette_place(part["gazette"]), end=part.end())
    if part["cote"]:
        found = COTE.search(part["cote"])
        return replace(close, cote=close.cote or (f"A-{found[1]}-{found[2]}" if found else None), end=part.end())
    if part["date"] or part["year"]:
        return replace(close, date=close.date or iso_date(part[0]), end=part.end())
    if part["pinpoint"]:
        return replace(close, pinpoint=close.pinpoint or " ".join(view.text[part.start() : part.end()].split()), end=part.end())
    number = (
        view.text[part.start("symbol") : part.end("symbol")] if part["symbol"] else view.text[part.start("number") : part.end("number")]
    )
    return replace(close, number=close.number or re.sub(r"\s", "", number), end=part.end())


def clean_title(view: View, start: int, end: int) -> str | None:
    """The title as one line, without the punctuation around it, nor the "préc." that calls the document back."""
    title = " ".join(view.text[start:end].split()).strip(" ,:;–-")
    return _KIND_LAST.sub("", _CALLED_BACK.sub("", title)).strip(" ,:;–-") or None


def joined(work: Work, close: Close | None) -> Work:
    """The work with what the closing (or opening) parts say; a date among them is surer than one inside the title."""
    if close is None:
        return work
    return replace(
        work,
        end=max(work.end, close.end),
        date=close.date or work.date,
        number=work.number or close.number,
        cote=work.cote or close.cote,
        gazette=work.gazette or close.gazette,
        pinpoint=work.pinpoint or close.pinpoint,
    )


def read_opening(view: View, start: int, limit: int) -> Close | None:
    """The parts right after the genre: 'rapport n° 2017-032R', 'décision n° 2018-095 du 12 mars 2018'."""
    close: Close | None = None
    position = start
    if bare := _BARE_NUMBER.match(view.plain, start, limit):
        close, position = Close(start, bare.end(), number=bare["bare"].upper().replace(" ", "")), bare.end()
    while (glue := _OPENING_GLUE.match(view.plain, position, limit)) and (part := _PART.match(view.plain, glue.end(), limit)):
        if part.end() == part.start() or part["pinpoint"]:
            break
        close, position = _take(view, close or Close(start, part.end()), part), part.end()
    if close and close.number and (session := _SESSION.match(view.plain, position, limit)):
        close, position = replace(close, end=session.end()), session.end()
    year = _BRACKETED_YEAR.match(view.plain, position, limit) if close else None
    return replace(close, date=close.date or year["year"], end=year.end()) if close and year else close


def _genre(genre: tuple[Genre, int, int | None] | None, view: View, start: int, end: int) -> Genre:
    if genre:
        return genre[0]
    words = view.plain[start:end]
    if _VIEWS.search(words):
        return genre_named("constatations")
    return genre_named("étude") if re.search(r"\betude\b", words) and "rapport" not in words else genre_named("rapport")


def _ordinal_part(view: View, start: int, end: int) -> int | None:
    """', 14e rapport au Parlement' inside an entry."""
    found = _ORDINAL_REPORT.search(view.plain, start, end)
    return int(found[1]) if found else None


FINDERS = (Finder("entry by issuer", issuer_triggers(), find_entries, acronyms=True),)
