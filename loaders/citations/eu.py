"""Acts of the European Union in every numbering, its treaties and its Charter."""

from __future__ import annotations

import re
from functools import cache

from ...graph import identifiers
from .dates import DATE, NUMBER_SIGN, iso
from .finder import View
from .grammar import grammar
from .model import Mention, Source
from .names import Names, nickname, rows, said

_MARK = r"(?:ue|ce|cee|euratom|pesc|jai|jha|cfsp|eu|ec|eec)"
_BODIES = (
    r"(?:(?:du|de la|of the) )?(?:parlement europeen(?: et (?:du |le )?conseil)?|conseil|commission"
    r"|european parliament(?: and of the council)?|council)"
)
_TYPE = r"(?P<type>directives?(?:-cadre)?|dir\.|reglements?|regl\.|decisions?(?:-cadre)?|regulations?|framework decisions?)"
_QUALIFIED = r"(?: (?:d'execution|deleguee?s?|europeenn?e?s?))?(?: (?:precitee?s?|susvisee?s?|dite?))?(?: « ?[^«»]{2,40} ?»)?"
_BEFORE = rf"(?:\(?(?P<before>{_MARK})(?:, ?{_MARK})?\)?,? {{1,2}})?"
_ON = r"(?:du|en date du|of)"
_ACT = grammar(
    rf"{_TYPE}{_QUALIFIED}(?: {_BODIES})?,? (?:{NUMBER_SIGN})?{_BEFORE}(?:{NUMBER_SIGN})?"
    rf"(?P<first>\d{{1,4}}) ?(?P<stroke>[/-]) ?(?P<second>\d{{1,4}})(?!\d)(?: ?/ ?(?P<after>{_MARK})\b)?"
    rf"(?:(?:,? {_BODIES}){{0,2}},? {_ON} (?P<date>{DATE}))?"
)
_DATED = grammar(
    r"(?P<type>directive|reglement|decision-cadre)(?: (?:europeenne?|communautaire))?"
    rf"(?: {_BODIES})?(?: precitee?)? (?:du|en date du) (?P<date>{DATE})"
)
# The next of "directives 2004/81/CE et 2009/52/CE".
_NEXT = grammar(
    rf" ?(?:,|et|ou|ainsi que)(?: et)? {{1,2}}(?:{NUMBER_SIGN})?(?P<first>\d{{2,4}})/(?P<second>\d{{1,4}})(?!\d)(?:/(?P<after>{_MARK})\b)?"
)
_AND = grammar(r" ?(?:,|,? et|ou|ainsi que) (?:(?:la|le|du|de la) )?")
_EC = grammar(r"ce(?![\w'-])(?!,? (?:ass|sect|ord|ch|\d|n ?°|req|juge))")
_ARTICLE_OF_EC = grammar(r"\barticles? (?:\d{1,3}(?:, (?:§|paragraphe) \d)?(?:, | et | a |, sous [a-z]\), )?){1,4} ?$")
_EC_TREATY = "celex:12002E"
_NAMES = {"d": "directive", "r": "règlement"}
_LETTER = {"directive": "L", "règlement": "R", "décision": "D", "décision-cadre": "F"}
# The Union numbers all its acts year first since 1 January 2015 (interinstitutional agreement, OJ 2014/C 422).
_YEAR_FIRST_FROM = 2015


def read(view: View, start: int) -> Mention | None:
    """The act, treaty or charter named at `start`."""
    found = _ACT.match(view.plain, start)
    if found:
        return _act(found)
    if dated := _DATED.match(view.plain, start):
        return _of_date(view, dated)
    named = names().at(view, start) or _ec_treaty(view, start)
    return named and Mention(start, named[0], "eu_act", "explicit", named[1])


def _ec_treaty(view: View, start: int) -> tuple[int, Source] | None:
    """ "l'article 141 CE", as the Court of Justice wrote it: the EC Treaty; not the court of "CE, 12 mai 2010"."""
    found = _EC.match(view.plain, start) if view.text.startswith("CE", start) else None
    if not found or not _ARTICLE_OF_EC.search(view.plain, max(0, start - 40), start):
        return None
    return found.end(), next(source for source in treaties() if source.id == _EC_TREATY)


@cache
def names() -> Names[Source]:
    """Nicknames of acts and the names of treaties and the Charter."""
    data = rows("eu.yaml")
    table = {name: source for row, source in zip(data["texts"], treaties(), strict=True) for name in row["names"]}
    for row in data["acts"]:
        source = act(row["type"], row["year"], row["number"], row["suffix"], str(row["date"]))
        table.update({form: source for name in row["names"] for form in said(name)})
    return Names(table)


@cache
def treaties() -> tuple[Source, ...]:
    """The Union's treaties and its Charter."""
    return tuple(text(row["id"], row["name"]) for row in rows("eu.yaml")["texts"])


@cache
def known() -> dict[str, Source]:
    """Well-known acts by CELEX number."""
    sources = (act(row["type"], row["year"], row["number"], row["suffix"], str(row["date"])) for row in rows("eu.yaml")["acts"])
    return {source.id: source for source in sources}


@cache
def by_date() -> dict[tuple[str, str], tuple[Source, ...]]:
    """Well-known acts by type and date; several where one day saw several."""
    table: dict[tuple[str, str], tuple[Source, ...]] = {}
    for source in known().values():
        key = source.subkind or "", source.date or ""
        table[key] = (*table.get(key, ()), source)
    return table


def text(identifier: str, name: str) -> Source:
    """A treaty or the Charter."""
    return Source(identifier, "EUAct", canonical=name, name=name, title=name)


def act(written: str, year: int, number: int, mark: str, date: str | None) -> Source:
    """A directive, regulation or decision as it is cited: "directive 2000/78/CE", "règlement (CE) n° 45/2001"."""
    identifier = identifiers.eu_act("3", year, _LETTER[written], number)
    if year >= _YEAR_FIRST_FROM:
        name = f"{written} ({mark or 'UE'}) {year}/{number}"
    elif written == "règlement":
        name = f"{written} ({mark}) n° {number}/{year}" if mark else f"{written} n° {number}/{year}"
    else:
        shown = year % 100 if year < 1999 else year
        name = f"{written} {shown:02d}/{number}" + (f"/{mark}" if mark else "")
    canonical = f"{name} du {identifiers.french_date(date)}" if date else name
    return Source(identifier, "EUAct", canonical=canonical, name=name, number=f"{year}/{number}", date=date, subkind=written)


def _act(found: re.Match[str]) -> Mention | None:
    written = _type(found["type"])
    mark = {"EU": "UE", "EC": "CE", "EEC": "CEE"}.get(m := (found["before"] or found["after"] or "").upper(), m)
    numbered = _year_and_number(found, written)
    # A decision is the Union's only if it says so: others number theirs in the same way.
    if numbered is None or (written.startswith("décision") and not mark) or (found["stroke"] == "-" and not mark):
        return None
    year, number = numbered
    stated = iso(found["date"]) if found["date"] else None
    identifier = identifiers.eu_act("3", year, _LETTER[written], number)
    source = known().get(identifier) or act(written, year, number, mark, stated)
    return Mention(found.start(), found.end(), "eu_act", "explicit", source, date=stated, number=source.number)


def _of_date(view: View, found: re.Match[str]) -> Mention | None:
    """An act known by its date alone: which one, the rest of the document or the table of well-known acts says."""
    date = iso(found["date"])
    cue = " ".join(view.text[found.start() : found.end()].split())
    return Mention(found.start(), found.end(), "eu_act", "explicit", need="instrument", cue=cue, date=date)


def _type(word: str) -> str:
    if word.startswith(("dir", "reg")):
        return _NAMES[word[0]]
    return "décision-cadre" if "cadre" in word or "framework" in word else "décision"


def read_next(view: View, before: Mention) -> Mention | None:
    """The next one of a list whose first is `before`: "directives 2004/81/CE et 2009/52/CE"."""
    if before.source is None or before.source.subkind is None:
        return None
    found = _NEXT.match(view.plain, before.end)
    if not found:
        return _next_nickname(view, before.end, before.source.subkind)
    numbered = _year_and_number(found, before.source.subkind)
    if numbered is None:
        return None
    year, number = numbered
    identifier = identifiers.eu_act("3", year, _LETTER[before.source.subkind], number)
    source = known().get(identifier) or act(before.source.subkind, year, number, (found["after"] or "").upper(), None)
    return Mention(found.start("first"), found.end(), "eu_act", "explicit", source, number=source.number)


def _next_nickname(view: View, end: int, written: str) -> Mention | None:
    """The next of "directives « Accueil » et « Procédures »": in quotation marks, or with a capital."""
    joined = _AND.match(view.plain, end)
    if not joined or written not in _short_names():
        return None
    start = joined.end()
    found = _short_names()[written].at(view, start)
    if not found or not (view.text[start].isupper() or not view.text[start].isalnum()):
        return None
    return Mention(start, found[0], "eu_act", "explicit", found[1], number=found[1].number)


@cache
def _short_names() -> dict[str, Names[Source]]:
    """By type, the nicknames of acts without it."""
    tables: dict[str, dict[str, Source]] = {}
    for row in rows("eu.yaml")["acts"]:
        source = act(row["type"], row["year"], row["number"], row["suffix"], str(row["date"]))
        for written, name in filter(None, map(nickname, row["names"])):
            tables.setdefault(written, {}).update({name: source, f"«{name}»": source})
    return {written: Names(table) for written, table in tables.items()}


def _year_and_number(found: re.Match[str], written: str) -> tuple[int, int] | None:
    """(year, number): directives and all acts since 2015 put the year first, older regulations the number."""
    first, second = found["first"], found["second"]
    number_first = written == "règlement" and not (_is_year(first) and int(first) >= _YEAR_FIRST_FROM)
    if number_first and not _is_year(second) and _is_year(first):
        number_first = False
    year, number = (second, first) if number_first else (first, second)
    if len(year) == 2:
        year = f"19{year}" if int(year) > 50 else f"20{year}"
    return (int(year), int(number)) if _is_year(year) else None


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and 1950 <= int(digits) <= 2099
