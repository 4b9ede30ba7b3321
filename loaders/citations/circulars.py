"""Circulars, instructions, notes and dispatches: by NOR, by register number, by date, by nickname. Their words are in circulars.yaml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, cast

from ...graph import identifiers
from ..tables import read_table
from .dates import DATE, LISTED_DATE, NUMBER_SIGN, iso
from .finder import View
from .grammar import grammar
from .model import Mention, Source

TRIGGERS = ("circulaire", "circ.", "instruction", "instr.", "c. n", "note ", "notes ", "note-", "depeche", "telegramme", "nor ", "nor:")
# Most instruments are told from these at their first letter.
_INITIALS = frozenset(trigger[0] for trigger in TRIGGERS)
_DATA = Path(__file__).with_name("circulars.yaml")
_NOR = r"[a-z]{4}\d{7}[a-z]?"
_KIND = (
    r"(?: (?:(?:inter)?(?:ministerielle|technique|generale|commune|conjointe)|min\.|intermin\.|dgt|dss|dgafp))?(?: [a-z]{2,6}\.(?=,? \d))?"
)
# "CRIM/2021-08", "CRIM 94-02 F1": a register's own code needs no "n°"; read in capitals only.
_CODED = r"(?P<coded>[a-z]{3,6}[ /-]\d{2,4}-\d{1,4}(?:[ /][a-z]\d)?)(?![\w-])"
_DATED = rf"(?:,? (?:du|en date du) |, )(?P<dated>{DATE})"
_NUMBER = (
    rf"(?:(?:(?:{NUMBER_SIGN})?nor ?:? ?|{NUMBER_SIGN}|(?={_NOR}))(?P<number>[a-z\d](?:[a-z\d/._-]{{0,58}}[a-z\d])?)|{_CODED})(?:{_DATED})?"
    rf"(?:,? \(?nor ?:? ?(?P<late>{_NOR})\)?)?"
)
_DAY = (
    rf"(?:du|en date du|(?<=\.),?) ?(?P<date>{DATE})(?:,? {NUMBER_SIGN}(?P<after>(?:[a-z]{{3,6}} )?[a-z\d][a-z\d/._-]{{2,40}}\d))?"
    rf"(?:,? \(?nor ?:? ?(?P<nor>{_NOR}))?"
)
_REFERENCE = grammar(rf"{_KIND}(?: (?!et )[^,;:.()«»]{{0,70}}?)?? {{0,2}}(?:(?P<listed>(?<=\x20){LISTED_DATE})|{_NUMBER}|{_DAY})")
# Its title, where its NOR follows: "circulaire du 18 mars 2020 relative à…, NOR JUSD2007740C".
_TITLED = grammar(
    rf"(?:,? (?:relati(?:ve|f)s?|sur|visant|portant|concernant|adressee?|prise?) [^;.()«»]{{3,220}}?)?"
    rf"[ ,(]{{1,3}}nor ?:? ?(?P<nor>{_NOR})\)?"
)
_NEXT = grammar(
    r" ?(?:,|et|ou|ainsi que)(?: et)? (?:de |a )?(?:(?:la |les |celles? |des )?(?:du |(?=n ?[°o])))?"
    rf"(?:(?:n ?[°o] ?)?(?P<date>{DATE})|{NUMBER_SIGN}(?P<number>[a-z\d][a-z\d/._-]{{0,40}}\d){_DATED})"
)
_SENT = grammar(
    rf"(?P<service> [a-z\d/]{{2,12}})?(?: {NUMBER_SIGN}(?P<number>[a-z\d][a-z\d/._-]{{1,40}}))?(?P<after> [a-z\d/]{{2,12}}(?= du ))?"
    rf"(?P<sender> (?:du|de la|de l'|des) ?(?P<who>[a-z-]+)[^,;:.()«»]{{0,70}}?)?,? (?:du|en date du) (?P<date>{DATE})"
    rf"(?P<then>,? (?:du|de la|de l'|des) ?(?P<whose>[a-z\d-]+))?"
)
_NICKNAME = grammar(r"(?: dite?)?(?: [«\"] ?| )(?P<name>[a-z-]{3,20})(?: ?[»\"])?(?! du \d)")
# "le juge d'instruction du tribunal": no text.
_JUDICIAL = re.compile(
    r"\b(?:juges?|magistrate?s?|mesures?|chambres?|cabinets?|cloture"
    r"|actes?|dossiers?|pouvoirs?|supplement) (?:d'|de l')$"
)
# The letter at the end of a NOR tells the kind of text: C for a circular.
_NOR_ALONE = grammar(r"nor ?:? ?(?P<nor>[a-z]{4}\d{7}c)(?![a-z\d])")


def read(view: View, start: int) -> Mention | None:
    """The circular, instruction, note or dispatch named at `start`."""
    if view.plain[start : start + 1] not in _INITIALS:
        return None
    if not (noun := _noun(view, start)):
        return _note(view, start) or _by_nor(view, start)
    written, after = noun
    found = _REFERENCE.match(view.plain, after)
    if not found:
        return _by_nickname(view, start, after)
    coded, nor, late = (_written(view, found, name) for name in ("coded", "nor", "late"))
    number = _written(view, found, "number") or _written(view, found, "after")
    if (number and not any(c.isdigit() for c in number)) or (coded and not coded[:3].isupper()):
        return None
    if number and re.fullmatch(_NOR, number.lower()):
        number, nor = None, number
    day, nor, end = found["dated"] or found["date"] or found["listed"], nor or late, found.end()
    if not nor and (titled := _TITLED.match(view.plain, end)):
        nor, end = titled["nor"], titled.end()
    source = circular(written, number or coded, iso(day) if day else None, nor.upper() if nor else None)
    if source is None:
        return None
    return Mention(start, end, "circular", "explicit", source, date=source.date, number=source.number)


def read_next(view: View, before: Mention) -> Mention | None:
    """The next of a list: "circulaires n° 93-25 du 28 septembre 1993 et n° 95-11 du 12 mai 1995"."""
    found = _NEXT.match(view.plain, before.end) if before.source else None
    if not found or before.source is None:
        return None
    day = found["dated"] or found["date"]
    source = circular(before.source.subkind or "circulaire", _written(view, found, "number"), iso(day) if day else None)
    begin = found.start("number") if found["number"] else found.start("date")
    return Mention(begin, found.end(), "circular", "explicit", source, date=source.date, number=source.number) if source else None


def _written(view: View, found: re.Match[str], name: str) -> str | None:
    return view.text[found.start(name) : found.end(name)] if found[name] else None


def _noun(view: View, start: int) -> tuple[str, int] | None:
    """(name, end) of the kind of text named at `start`."""
    pattern, names = _types()
    found = pattern.match(view.plain, start)
    if not found or _JUDICIAL.search(view.plain, max(0, start - 24), start):
        return None
    return names[found.lastgroup or ""], found.end()


def _note(view: View, start: int) -> Mention | None:
    """A note of a service: "la note DAP du 17 novembre 2014", "note du directeur de la DAP du…"; others' notes are none."""
    head = _note_head().match(view.plain, start)
    found = _SENT.match(view.plain, head.end()) if head else None
    if not found:
        return None
    service = _written(view, found, "service") or _written(view, found, "after")
    known = service is not None and service.strip().split("/")[0].lower() in _words("services") and service.strip()[:2].isupper()
    senders = _words("senders") | _words("services")
    sent, then = (found["who"] or "") in senders, (found["whose"] or "") in senders
    if not (known or sent or then) or (service and not known):
        return None
    source = circular("note", _written(view, found, "number"), iso(found["date"]))
    end = found.end("then") if then else found.end("date")
    return Mention(start, end, "circular", "explicit", source, date=source.date, number=source.number) if source else None


def _by_nickname(view: View, start: int, after: int) -> Mention | None:
    found = _NICKNAME.match(view.plain, after)
    row = _nicknames().get(found["name"]) if found and view.text[found.start("name")].isupper() else None
    source = circular("circulaire", None, row["date"], row["nor"]) if row else None
    return Mention(start, found.end(), "circular", "explicit", source, date=source.date) if found and source else None


def _by_nor(view: View, start: int) -> Mention | None:
    """A circular by its NOR alone, inside a sentence: at the head of a line it is the text's own."""
    found = _NOR_ALONE.match(view.plain, start) if start and view.text[start - 1] != "\n" else None
    source = circular("circulaire", None, None, found["nor"].upper()) if found else None
    return Mention(start, found.end(), "circular", "explicit", source, number=source.number) if found and source else None


def circular(written: str, number: str | None, date: str | None, nor: str | None = None) -> Source | None:
    """A circular by its register number, its NOR and its date, as far as they are known; None without any."""
    name = " ".join(part for part in (written, number and f"n° {number}", date and f"du {identifiers.french_date(date)}") if part)
    kind = identifiers.slug(written)
    if nor:
        identifier = identifiers.local("nor", nor)
    elif date:
        identifier = identifiers.dated_text(kind, date, number)
    elif number:
        identifier = identifiers.local(kind, identifiers.slug(number))
    else:
        return None
    canonical = f"{name} (NOR {nor})" if nor else name
    return Source(identifier, "Circular", canonical=canonical, name=name, number=number or nor, date=date, subkind=written)


@cache
def _table() -> dict[str, Any]:
    return cast(dict[str, Any], read_table(_DATA))


@cache
def _types() -> tuple[re.Pattern[str], dict[str, str]]:
    """The nouns in one pattern, and what each of its groups stands for."""
    rows = {f"type{rank}": row for rank, row in enumerate(_table()["types"])}
    either = "|".join(f"(?P<{group}>{row['pattern']})" for group, row in rows.items())
    return grammar(rf"(?:{either})(?![a-z])"), {group: row["name"] for group, row in rows.items()}


@cache
def _note_head() -> re.Pattern[str]:
    return grammar(rf"(?:{_table()['note']})(?![a-z-])")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name].split())


@cache
def _nicknames() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in _table()["nicknames"]}
