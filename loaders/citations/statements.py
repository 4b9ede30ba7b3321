"""What somebody said or called for: declarations and speeches, hearings, calls for projects. Kind other, with a subkind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph import identifiers
from .clauses import clause_end
from .finder import Finder, View
from .issuers import issuer_at, issuers_between
from .model import Mention, Source
from .parts import DATE, DAY_DATE, iso_date
from .titles import trimmed

_REACH = 360
_SPEECH = re.compile(
    r"(?P<noun>declaration|discours|allocution|intervention|interview|conference de presse|lettre|courrier)\s+(?:de"
    r"|d')\s*(?P<who>.{4,80}?)(?=,)"
)
_PERSON = re.compile(
    r"(?:(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Pr|Me)\s+)?(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s+(?:de\s+|du\s+|d[’'])?[A-ZÀ-Ý][\w'’-]+){0,4})"
)
_SUBKINDS = {"declaration": "declaration", "lettre": "letter", "courrier": "letter"}
_HEARING = re.compile(r"auditions?\s+(?:de\s+|d'|devant\s)")
_BY = re.compile(r",?\s*par\s+(?:la|le|l')\s*")
_DAY = re.compile(DAY_DATE)
_ON_THE_DAY = re.compile(rf",?\s*(?:le\s+)?{DAY_DATE}")
_ROLE = re.compile(r",\s*(?P<role>[^,]{5,120})")
_CALL = re.compile(
    r"appels?\s+a\s+(?:projets?|candidatures?|manifestations?\s+d'interet|contributions?|temoignages?)(?:\s+(?:national|europeen))?[^.;,]{0,40}?\s+"
    rf"(?:lance|publie|ouvert|emis)e?s?\s+par\s+(?:la|le|l'|les)\s*(?P<who>[^.;,()]{{3,120}}?)\s+(?:en|le|du)\s+(?P<date>{DATE}|20\d\d)"
)


def find_speeches(view: View, start: int, end: int) -> Iterator[Mention]:
    """'Déclaration de M. X, secrétaire d'État…, Paris, 30 septembre 2020': a person, and a date that closes the clause."""
    head = _SPEECH.match(view.plain, start)
    person = _PERSON.match(view.text, head.start("who")) if head else None
    if not head or not person:
        return
    dates = list(_DAY.finditer(view.plain, head.end(), clause_end(view, head.end(), start + _REACH)))
    if not dates:
        return
    date = iso_date(dates[-1][0]) or ""
    surname = identifiers.slug(person["name"].split()[-1])
    subkind = _SUBKINDS.get(head["noun"], "speech")
    role = _ROLE.match(view.text, head.end("who"))
    canonical = f"{view.text[start : start + len(head['noun'])].capitalize()} de {person['name']}"
    canonical += (f", {' '.join(role['role'].split())}" if role else "") + f", {identifiers.french_date(date)}"
    source = Source(
        identifiers.local(subkind, surname, date),
        "Report",
        canonical,
        canonical,
        title=canonical,
        date=date,
        authority=surname,
        subkind=subkind,
    )
    yield Mention(start, dates[-1].end(), "other", "explicit", source, title=canonical, date=date, authority=surname)


def find_hearings(view: View, start: int, end: int) -> Iterator[Mention]:
    """'Audition d'Arthur Melon, secrétaire général de…, par la CNCDH': a named person heard; "les auditions" are no source."""
    head = _HEARING.match(view.plain, start)
    person = _PERSON.match(view.text, head.end()) if head else None
    if not head or not person or " " not in person["name"]:
        return
    limit = clause_end(view, person.end(), start + _REACH)
    by = next((b for b in _BY.finditer(view.plain, person.end(), limit) if issuer_at(view, b.end())), None)
    heard_by = issuer_at(view, by.end()) if by else None
    dated = _ON_THE_DAY.search(view.plain, person.end(), limit)
    stop = max(heard_by.end if heard_by else 0, dated.end() if dated else 0) or trimmed(view, start, limit)
    bodies = issuers_between(view, person.end(), by.start() if by else stop)
    canonical = (
        f"Audition de {person['name']}"
        + (f" ({bodies[-1].issuer.name})" if bodies else "")
        + (f" par la {heard_by.issuer.name}" if heard_by else "")
    )
    names = [identifiers.slug(person["name"].split(None, 1)[1]), *([bodies[-1].issuer.id] if bodies else [])]
    source = Source(
        "hearing:" + "-".join(names),
        "Report",
        canonical,
        canonical,
        title=canonical,
        date=iso_date(dated[0]) if dated else None,
        subkind="hearing",
    )
    yield Mention(start, stop, "other", "explicit", source, title=canonical)


def find_calls(view: View, start: int, end: int) -> Iterator[Mention]:
    """'Appel à projet lancé par la Direction… en 2020'."""
    found = _CALL.match(view.plain, start)
    if not found:
        return
    who = " ".join(view.text[found.start("who") : found.end("who")].split())
    issuer = issuer_at(view, found.start("who"))
    date = iso_date(found["date"]) or ""
    key = issuer.issuer.id if issuer else identifiers.slug(who, 40)
    canonical = f"{' '.join(view.text[start : found.start('who')].split())} {who}, {identifiers.french_date(date)}"
    source = Source(
        identifiers.local("call", key, date),
        "Report",
        canonical,
        canonical,
        title=canonical,
        date=date,
        authority=key,
        subkind="call_for_projects",
    )
    yield Mention(start, found.end(), "other", "explicit", source, title=canonical, date=date)


FINDERS = (
    Finder(
        "speech", ("declaration d", "discours d", "allocution d", "intervention d", "interview d", "lettre d", "courrier d"), find_speeches
    ),
    Finder("hearing", ("audition",), find_hearings),
    Finder("call for projects", ("appel a ", "appels a "), find_calls),
)
