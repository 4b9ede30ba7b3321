"""The bodies that issue documents: those of the gazetteer, under the names authors cite them by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..institutions.gazetteer import Gazetteer
from .finder import View
from .genres import tables
from .names import trie
from .text import folded


@dataclass(frozen=True, slots=True)
class Issuer:
    """`id` is its gazetteer id without 'inst:'; `name` is how a citation names it: the acronym, else the full name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class IssuerMention:
    """An issuer named at plain[start:end], the acronym in brackets after its name included."""

    start: int
    end: int
    issuer: Issuer


@cache
def _forms() -> tuple[Mapping[str, Issuer], frozenset[str]]:
    """Folded form -> issuer, and the forms that count in capitals only (acronyms)."""
    kinds, courts = frozenset(tables()["issuing_kinds"]), frozenset(tables()["issuing_courts"])
    forms: dict[str, Issuer] = {}
    exact: set[str] = set()
    for body in Gazetteer.load().institutions:
        key = body.id.removeprefix("inst:")
        if not body.named or (body.kind not in kinds and key not in courts):
            continue
        for phrase in filter(None, (body.name, body.acronym, *body.aliases)):
            forms.setdefault(folded(phrase), Issuer(key, body.acronym or body.name))
            exact |= {folded(phrase)} if phrase.isupper() or " " not in phrase else set()
    return forms, frozenset(exact)


@cache
def _pattern() -> re.Pattern[str]:
    table: dict[str, list[str]] = tables()["more_issuers"]
    more = "|".join(f"(?P<{key.replace('-', '_')}>{'|'.join(patterns)})" for key, patterns in table.items())
    # Their initials first: most places are given up at one glance.
    initials = "".join(sorted({pattern[0] for patterns in table.values() for pattern in patterns}))
    named = trie(sorted(_forms()[0])).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:(?=[{initials}])(?:{more})|(?P<form>{named}))(?![\w-])(?P<gloss>\s*\([a-z][\w|' -]{{1,24}}\))?")


def issuer_triggers() -> tuple[str, ...]:
    """The folded words that an issuer's name begins with."""
    return tuple(
        sorted(
            {
                *_forms()[0],
                "rapporteur",
                "commissaire",
                "comite des",
                "assemblee parlementaire",
                "cour europeenne",
                "cedh,",
                "ce,",
                "cass.",
                "c. comptes",
                "ccpr,",
                "groupe ",
                "g29",
                "comite europeen de la",
                "edpb",
                "cepd",
                "cescr",
                "comite desc",
            }
        )
    )


def issuer_at(view: View, position: int) -> IssuerMention | None:
    """The issuer named from `position` on."""
    found = _pattern().match(view.plain, position)
    return _mention(view, found) if found else None


def issuers_between(view: View, start: int, end: int) -> list[IssuerMention]:
    """The issuers named in plain[start:end], in order."""
    mentions = (_mention(view, found) for found in _pattern().finditer(view.plain, start, end))
    return [mention for mention in mentions if mention]


def _mention(view: View, found: re.Match[str]) -> IssuerMention | None:
    forms, exact = _forms()
    form = found["form"]
    if form is None:
        key = next(k for k in tables()["more_issuers"] if found[k.replace("-", "_")])
        written = found.group(key.replace("-", "_"))
        start = found.start()
        return IssuerMention(start, found.end(), Issuer(key, view.text[start : start + len(written)].replace("\n", " ")))
    form = " ".join(form.split())
    written = view.text[found.start("form") : found.end("form")]
    if form in exact and (written == written.lower() or (" " in form and not written.isupper())):
        return None
    return IssuerMention(found.start(), found.end(), forms[form])


@cache
def _by_id() -> Mapping[str, Issuer]:
    return {issuer.id: issuer for issuer in _forms()[0].values()}


def issuer_named(key: str) -> Issuer:
    """The issuer of that id; one that only the text names keeps its id as a name."""
    return _by_id().get(key, Issuer(key, key))
