"""Laws, ordinances, decrees and orders: by number, by date, by the names of laws.yaml."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from ...graph import identifiers
from . import circulars, days, law_titles, referred
from .dates import DATE, LISTED_DATE, NUMBER_SIGN, iso
from .finder import View
from .grammar import grammar
from .model import Kind, Mention, Source
from .names import Names, rows, said
from .text import folded
from .words import words as generic

_DAY = r"(?:1er|\d{1,2}) [a-z]{3,9}\.? (?:1[89]|20)\d\d"
_TYPES = (
    r"(?P<loi>lois?(?:-(?:cadre|programme)s?)?)(?: (?P<subtype>organiques?|constitutionnelles?|du pays|de finances rectificative"
    r"|de finances|de financement de la securite sociale|d'orientation"
    r"|ordinaires?|de programmation|de programme|d'habilitation)(?: pour (?:l'annee )?\d{4})?)?"
    r"|(?P<ordonnance>ordonnances?)(?: organique)?|(?P<decret>decrets?(?:-lois?)?)(?: en conseil d'etat| d'application| simple)?"
    r"|(?P<arrete>arretes?)(?: (?:inter)?(?:ministeriels?|prefectoral|prefectoraux|royal|royaux)| municipal)?"
    r"|(?P<organic>(?:organic|institutional) (?:act|law))|(?P<constitutional>constitutional (?:act|law))|(?P<law>acts?|laws?)"
    r"|(?P<decree>decrees?)(?: in council of state)?|(?P<ordinance>ordinances?)|(?P<order>(?:(?:inter-?)?ministerial |prefectoral )?order)"
    # As notes and practitioners' sheets shorten them: "décr. n° 88-145", "ord. n° 2016-131", "arr. du 5 mai 2020".
    rf"|(?P<decr>decr?\.|d\.(?= ?n| {_DAY}))|(?P<ord>ord\.)|(?P<arr>arr\.|a\.(?= ?du \d))|(?P<l>l\.(?= ?n ?[°o]| {_DAY}))"
)
# The hyphen may be lost in print ("n° 20221284 du 3 octobre 2022"): the date then tells the year from the number.
_DIGITS = r"\d{2,4} ?- ?\d{1,5}(?![\d-])"
_NUMBER = rf"(?:{NUMBER_SIGN})?(?P<number>{_DIGITS}|(?:19|20)\d{{5,6}}(?= du ))"
_ON = r"(?:du|en date du|of|dated)"
_DATED = rf"(?:(?:,? {_ON} |, )(?P<dated>{DATE}))?"
# "la loi dite « Schiappa » du 3 août 2018"
_NICKNAMED = r"(?: (?:dite? )?[«\"] ?[^«»\"]{2,60}?[»\"]| dite? [a-z0-9'-]{2,15}(?: [a-z0-9'-]{1,15})?)?"
_LATE = rf"(?:,? \(?{NUMBER_SIGN}(?P<late>\d{{2,4}}-\d{{1,5}})\)?)?"
_LAW = grammar(
    rf"(?:{_TYPES})(?: modifiee?s?)?{_NICKNAMED},? (?:{_NUMBER}{_DATED}(?: (?P<noted>{LISTED_DATE}))?|(?P<day>{LISTED_DATE})"
    rf"|(?:(?:n ?°? )?(?:{_ON}|des) |(?<=\.\x20))(?P<date>{DATE}){_LATE})"
)
_TYPE = grammar(rf"(?:{_TYPES})(?![a-z])")
_OF_DAYS = grammar(rf"(?:{_TYPES})(?: modifiee?s?)? (?:des|du) ")
# The next of "décrets n° 67-1171 du 28 décembre 1967 et n° 2009-53 du 15 janvier 2009", "celle du 11 octobre 2010".
_NEXT = grammar(
    r"(?: ?\(jo(?:rf)? [^()]{1,60}\))?"
    r" ?(?:,|et|ou|ainsi que|and|or)(?: et)? (?:du |de la |des |les |la )?(?:(?:a |de )?(?:celles?|celui|ceux) )?"
    rf"(?:{NUMBER_SIGN}(?P<number>{_DIGITS}){_DATED}|(?:{_ON} )?(?P<date>{DATE}))"
)
# The next of "décrets nos 85-986 et 86-83", after a noun in the plural or another number.
_NEXT_BARE = grammar(rf" ?(?:,|et|ou|ainsi que|and|or) (?P<number>{_DIGITS}){_DATED}(?P<date>(?!))?")
_PLURAL = grammar(r"(?:lois|ordonnances|decrets|arretes|laws|acts|decrees|ordinances)(?![a-z])|\d")
_FINANCE = grammar(
    r"loi (?P<what>de finances(?: initiale| rectificative)?|de financement(?: rectificative)? de la securite sociale)(?: rectificative)?"
    r" pour (?:l'annee )?(?P<year>\d{4})"
    rf"(?: ?\(?(?:loi )?{NUMBER_SIGN}(?P<number>\d{{2,4}}-\d{{1,5}})(?: du (?P<dated>{DATE}))?\)?)?"
)
# "loi organique du même jour": the day named last before.
_SAME_DAY = grammar(rf"(?:{_TYPES}) (?:du meme jour|de (?:la )?meme date|of the same da(?:y|te))")
_ANY_DATE = re.compile(DATE)
_DAY_REACH, _TYPE_REACH = 250, 60
_OF_A_CASE = grammar(r",? (?:in )?(?:joined )?(?:cases? |c ?-|[a-z ]{2,40} v\.? )")
_NAMES_OF_TYPE = {
    "loi": "loi",
    "ordonnance": "ordonnance",
    "decret": "décret",
    "arrete": "arrêté",
    "decr": "décret",
    "ord": "ordonnance",
    "arr": "arrêté",
    "l": "loi",
    "organic": "loi organique",
    "constitutional": "loi constitutionnelle",
    "law": "loi",
    "decree": "décret",
    "ordinance": "ordonnance",
    "order": "arrêté",
}
_ELI = {
    "loi": "loi",
    "loi organique": "loi",
    "loi constitutionnelle": "loi",
    "ordonnance": "ordonnance",
    "décret": "decret",
    "arrêté": "arrete",
}
# "une loi pénitentiaire" is one that is asked for.
_A_LAW = grammar(r"\b(?:d'|qu')?une $")
_SHORTEST_TITLE = 20
_READ_TITLE, _TELLING_WORDS, _TELLING_MATTER = 120, 5, 3
_CLAUSE = re.compile(r"[,;:.()«»\"]")
_WORD = re.compile(r"[a-z]{4,}")
_QUALIFIED = frozenset({"organique", "constitutionnelle", "du pays"})


def read(view: View, start: int) -> Mention | None:
    """The law, ordinance, decree, order or circular named at `start`, by number or date."""
    if (found := _LAW.match(view.plain, start)) and not (found["order"] and _is_judicial(view, found)):
        day = found["dated"] or found["date"] or found["noted"] or found["day"]
        return _law(view, found, _type(found), found["number"] or found["late"], day)
    if shared := _shared(view, start) or _same_day(view, start):
        return shared
    if found := _FINANCE.match(view.plain, start):
        return _finance(view, found)
    return circulars.read(view, start) or _titled(view, start) or named(view, start) or _quoted(view, start) or _referred(view, start)


def read_next(view: View, before: Mention) -> Mention | None:
    """The next one of a list whose first is `before`: "et n° 2009-53 du 15 janvier 2009"."""
    if before.kind == "circular":
        return circulars.read_next(view, before)
    if before.source is None or before.source.subkind is None:
        return None
    found = _NEXT.match(view.plain, before.end) or (_NEXT_BARE.match(view.plain, before.end) if _is_plural(view, before) else None)
    if not found:
        following = days.next_day(view, before.end) if before.number is None else None
        return _on_day(before.source.subkind, *following) if following else None
    after = _law(view, found, before.source.subkind, found["number"], found["dated"] or found["date"])
    where = found.start("number") if found["number"] else found.start("date")
    return after and Mention(where, after.end, after.kind, "explicit", after.source, date=after.date, number=after.number)


def _is_plural(view: View, mention: Mention) -> bool:
    """True for "décrets n° 85-986" and the numbers listed after it."""
    return mention.number is not None and _PLURAL.match(view.plain, mention.start) is not None


def _shared(view: View, start: int) -> Mention | None:
    """The first of texts known by their days alone, which share what follows: "les décrets des 14 et 18 novembre 2015"."""
    found = _OF_DAYS.match(view.plain, start)
    day = days.read(view, found.end()) if found else None
    return _on_day(_type(found), start, *day) if found and day else None


def _same_day(view: View, start: int) -> Mention | None:
    """ "la loi organique du même jour", of the day that the sentence has named last for a text of another type."""
    found = _SAME_DAY.match(view.plain, start)
    if found and _A_LAW.search(view.plain, max(0, start - 6), start):
        return None
    named = list(_ANY_DATE.finditer(view.plain, max(0, start - _DAY_REACH), start)) if found else []
    date = iso(named[-1][0]) if named else None
    if not found or not date:
        return None
    own = _type(found)
    alike = folded(own) in view.plain[max(0, named[-1].start() - _TYPE_REACH) : named[-1].start()]
    return None if alike else _on_day(own, start, date, found.end())


def _on_day(written: str, start: int, date: str, end: int) -> Mention:
    return Mention(start, end, _kind(written), "explicit", instrument(written, None, date), date=date)


def named(view: View, start: int) -> Mention | None:
    """The law known by the nickname at `start` (loi Sapin 2, LCEN)."""
    found = None if _A_LAW.search(view.plain, max(0, start - 6), start) else nicknames().at(view, start)
    return Mention(start, found[0], _kind(found[1].subkind or ""), "explicit", found[1]) if found else None


def _titled(view: View, start: int) -> Mention | None:
    """A text by its title or nickname and its date: "la loi d'orientation sur l'éducation du 10 juillet 1989"."""
    found = _TYPE.match(view.plain, start)
    written = _type(found) if found else ""
    dates = _dates() if written.startswith("loi") else frozenset[str]()
    day = law_titles.named(view, found.end(), dates) if found else None
    if not found or not day:
        return None
    mention = _on_day(written, start, *day)
    noun = len(written.split(maxsplit=1)[0])
    name = view.plain[start + noun : day[1]]
    told = _called(view, start, day[0]) or _told(name, written, day[0]) or _told_by_matter(_ANY_DATE.sub("", name), written, day[0])
    return replace(mention, source=told) if told else mention


def _called(view: View, start: int, date: str) -> Source | None:
    """The law of the nickname that stands at `start`, if it is of that day: "loi Kouchner du 4 mars 2002"."""
    found = nicknames().at(view, start)
    return found[1] if found and found[1].date == date else None


def _quoted(view: View, start: int) -> Mention | None:
    """A law by a name in quotation marks that the table does not know: which one it is stays to be said."""
    name = law_titles.quoted(view, start + len("loi")) if view.plain.startswith("loi ", start) else None
    return name and Mention(start, name[1], "law", "explicit", need="instrument", cue=f"loi « {name[0]} »", title=name[0])


def _referred(view: View, start: int) -> Mention | None:
    """A law by its title alone, which is being referred to the Conseil constitutionnel."""
    found = referred.read(view, start)
    return found and referred.mention(view, start, by_title(found[1]) or referred.law(found[1]), *found)


@cache
def nicknames() -> Names[Source]:
    return Names({form: source for row, source in _table() for name in row["names"] for form in said(name)})


@cache
def _dates() -> frozenset[str]:
    """The days of well-known laws."""
    return frozenset(day for kind, day in known() if kind == "loi")


@cache
def known() -> dict[tuple[str, str], tuple[Source, ...]]:
    """Well-known laws by (type, date) and (type, number); more than one where a day saw several.

    A lesser law of the day of a far better known one is not meant by its day.
    """
    table: dict[tuple[str, str], tuple[Source, ...]] = {}
    for row, source in _table():
        for value in (None if row.get("lesser") else source.date, source.number):
            if value:
                key = (row["type"].split()[0], value)
                table[key] = (*table.get(key, ()), source)
    return table


@cache
def _of_day() -> dict[tuple[str, str], tuple[Source, ...]]:
    """The laws of the table by (type, date), the lesser ones too."""
    table: dict[tuple[str, str], tuple[Source, ...]] = {}
    for row, source in _table():
        key = (row["type"].split()[0], str(row["date"]))
        table[key] = (*table.get(key, ()), source)
    return table


def by_article(family: str, date: str, article: str) -> Source | None:
    """Of several well-known texts of one day, the one that this article tells: article 37 of "la loi du 10 juillet 1991"."""
    rows = [source for row, source in _table() if article in row.get("articles", ()) and source.date == date]
    return next((source for source in rows if (source.subkind or "").startswith(family)), None)


def by_title(title: str) -> Source | None:
    """The one well-known law whose title is `title`, or begins with it if it is long enough to tell."""
    words = folded(title)
    if len(words) < _SHORTEST_TITLE:
        return None
    alike = [(source, folded(source.title or "")) for row, source in _table() if source.title and not row.get("lesser")]
    alike = [(source, known) for source, known in alike if words.startswith(known[: max(_SHORTEST_TITLE, len(words))])]
    chosen = [source for source, known in alike if known == words] or [source for source, _ in alike]
    return chosen[0] if len(chosen) == 1 else None


@cache
def _table() -> tuple[tuple[dict[str, Any], Source], ...]:
    return tuple((row, instrument(row["type"], row["number"], str(row["date"]), row["title"])) for row in rows("laws.yaml"))


def instrument(written: str, number: str | None, date: str | None, title: str | None = None) -> Source:
    """The source named by a type ("loi organique"), a number and an ISO date, one of which may be missing."""
    eli = _ELI.get(written, "loi")
    identifier = identifiers.french_text(eli, number, date)
    if identifier is None:
        identifier = identifiers.dated_text(eli, date) if date else identifiers.local(eli, number or "")
    name = " ".join(part for part in (written, number and f"n° {number}", date and f"du {identifiers.french_date(date)}") if part)
    label = "Decree" if written in ("décret", "arrêté") else "Law"
    return Source(identifier, label, canonical=name, name=name, title=title, number=number, date=date, subkind=written)


def _is_judicial(view: View, found: re.Match[str]) -> bool:
    """True for an order in English that may be a court's: only "Order of…", with its capital and no case after it, is an arrêté."""
    plain_word = found["order"] == "order" and not view.text[found.start()].isupper()
    return plain_word or _OF_A_CASE.match(view.plain, found.end()) is not None


def _type(found: re.Match[str]) -> str:
    name = next(_NAMES_OF_TYPE[group] for group in _NAMES_OF_TYPE if found[group])
    subtype = (found["subtype"] or "").rstrip("s")
    return f"{name} {subtype}" if subtype in _QUALIFIED else name


def _kind(written: str) -> Kind:
    # The gold counts orders (arrêtés) as "other".
    return "decree" if written == "décret" else "other" if written == "arrêté" else "law"


def _law(view: View, found: re.Match[str], written: str, number: str | None, day: str | None) -> Mention | None:
    number = number and number.replace(" ", "")
    date = day and iso(day)
    if number and "-" not in number:
        number = f"{number[:4]}-{number[4:]}" if date and date.startswith(number[:4]) else None
    if not number and not date:
        return None
    if written == "arrêté" and not date:
        return None
    told = _called(view, found.start(), date) if date and not number else None
    if date and not number and not told:
        after = view.plain[found.end() : found.end() + _READ_TITLE]
        told = _told(after, written, date) or (_told_by_matter(after, written, date) if law_titles.OPENS.match(after.lstrip()) else None)
    source = told or instrument(written, number, date)
    return Mention(found.start(), found.end(), _kind(written), "explicit", source, date=date, number=number)


def _told(words: str, written: str, date: str) -> Source | None:
    """Of the well-known texts of one day, the one whose title the words begin: "… du 4 mars 2002 relative à l'autorité parentale"."""
    title = " ".join(words.split()).removeprefix(", ")
    alike = [s for s in _of(written, date) if s.title and title.startswith(_beginning(s.title))]
    return alike[0] if len(alike) == 1 else None


def _told_by_matter(words: str, written: str, date: str) -> Source | None:
    """Of several texts of one day, the one whose title has what the words are on: "bioéthique", "sur la santé au travail"."""
    said = set(_matter(_CLAUSE.split(words.lstrip(" ,"))[0])[:_TELLING_MATTER])
    laws = _of(written, date)
    alike = [s for s in laws if said and said <= set(_matter(folded(s.title or "")))]
    return alike[0] if len(laws) > 1 and len(alike) == 1 else None


def _matter(words: str) -> list[str]:
    """The words that tell what a title is on, without those of any title."""
    return [word for word in _WORD.findall(words) if word not in generic("of_any_title")]


def _of(written: str, date: str) -> tuple[Source, ...]:
    return _of_day().get((written.split(maxsplit=1)[0], date), ())


def _beginning(title: str) -> str:
    """What of a title is enough to tell it from those of its day."""
    return " ".join(folded(title).split()[:_TELLING_WORDS])


def _finance(view: View, found: re.Match[str]) -> Mention:
    """A finance act, known by its year: "loi de finances pour 2021"."""
    date = iso(found["dated"]) if found["dated"] else None
    if found["number"]:
        source = instrument("loi", found["number"], date, view.text[found.start("what") : found.end("year")])
    else:
        name = "loi " + " ".join(view.text[found.start("what") : found.end("what")].split()).lower() + f" pour {found['year']}"
        source = Source(identifiers.local("loi", identifiers.slug(name)), "Law", canonical=name, name=name, title=name, subkind="loi")
    return Mention(found.start(), found.end(), "law", "explicit", source, date=date, number=found["number"])
