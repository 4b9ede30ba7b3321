"""Texts that a known body gives itself or its members: 'Règlement de service du CGLPL', 'charte de déontologie de la police nationale'.

Their nouns and bodies are in genres.yaml (`own_texts`, `own_bodies`). They have no register number: issuer, noun and date tell them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...graph import identifiers
from .finder import Finder, View
from .genres import Genre, tables
from .grammar import grammar
from .issuers import Issuer, issuer_at, issuer_named
from .model import Mention
from .parts import DATE, iso_date
from .titles import title_end
from .works import Work

_OF = grammar(r" (?:du|de la|de l'|des) ?")
_DATED = re.compile(rf",?\s+(?:du|de|d'|en date du|\()\s*(?P<date>{DATE})\)?")
_BY_AND_DATED = re.compile(rf"\s*\((?:(?:cglpl|controleure? general[^();]{{0,60}}),\s+)?(?:le\s+|du\s+)?(?P<date>{DATE})\)")
# "le règlement intérieur de l'OFPRA" is one that exists, "un règlement intérieur" or "son règlement" is not named by these words.
_DEFINITE = grammar(r"(?:\b(?:le|la|du|au|les) |[«\"] ?)$")
_ABOUT = grammar(r" (?:sur|relatives? (?:a|au|aux)|concernant) ")
_PROCEDURE = grammar(
    rf"reglement(?: interieur)?(?: du (?P<date>{DATE}))?(?: modifie)?,? (?P<title>(?:sur|applicable a) la procedure suivie"
    r" devant le conseil constitutionnel(?: pour (?P<matter>les questions prioritaires de constitutionnalite|les declarations de conformite"
    r"|le contentieux de l'election des deputes et des senateurs|les reclamations relatives aux operations de referendum))?)"
)
_CONSEIL = Issuer("conseil-constitutionnel", "Conseil constitutionnel")
_OPENS = grammar(r"(?:^|[\n.;:(«\"-] {0,2}|\b(?:voir|cf\.?|v\.|ses|les|des) )$")


def find_own_texts(view: View, start: int, end: int) -> Iterator[Mention]:
    """The text named at plain[start:], if a known body follows its noun and a capital, quotation marks or "le" make it a name."""
    found = _nouns().match(view.plain, start)
    of = _OF.match(view.plain, found.end()) if found else None
    body = _body_at(view, of.end()) if of else None
    if not found or not body:
        return
    dated = _DATED.match(view.plain, body[0])
    named = view.text[start].isupper() or dated or _DEFINITE.search(view.plain, max(0, start - 4), start)
    if named:
        name = " ".join(found[0].split())
        date = iso_date(dated["date"]) if dated else None
        genre = Genre(_spelled()[name], "other", "own_text")
        yield Work(start, dated.end() if dated else body[0], genre, body[1], date=date).mention()


def find_urgent(view: View, start: int, end: int) -> Iterator[Mention]:
    """'Recommandations en urgence relatives à…': those of the Contrôleur général (article 9 of the law of 30 October 2007)."""
    about = _ABOUT.match(view.plain, end)
    if not about or not (view.text[start].isupper() or _OPENS.search(view.plain, max(0, start - 7), start)):
        return
    after = title_end(view, end + 1)
    title = " ".join(view.text[end + 1 : after].split())
    dated = _BY_AND_DATED.match(view.plain, after)
    genre = Genre("recommandations en urgence", "prior_avis")
    date = iso_date(dated["date"]) if dated else None
    yield Work(start, dated.end() if dated else after, genre, issuer_named("cglpl"), title, date).mention()


def find_procedures(view: View, start: int, end: int) -> Iterator[Mention]:
    """'règlement du 4 février 2010 sur la procédure suivie devant le Conseil constitutionnel pour…': what the Conseil gave itself."""
    found = _PROCEDURE.match(view.plain, start)
    if not found:
        return
    title = " ".join(view.text[found.start("title") : found.end()].split())
    date = iso_date(found["date"]) if found["date"] else None
    mention = Work(start, found.end(), Genre("règlement", "other", "own_text"), _CONSEIL, title, date).mention()
    if mention.source and found["matter"]:
        # One for each kind of case: what it is for tells it, dated or not.
        own = identifiers.local("own-text", _CONSEIL.id, identifiers.slug(found["matter"]))
        mention = replace(mention, source=replace(mention.source, id=own))
    yield mention


def _body_at(view: View, start: int) -> tuple[int, Issuer] | None:
    """(end, body) of the issuer or other known body named at `start`."""
    if issuer := issuer_at(view, start):
        return issuer.end, issuer.issuer
    found = _bodies().match(view.plain, start)
    name = " ".join(view.text[found.start() : found.end()].split()) if found else ""
    return (found.end(), Issuer(tables()["own_bodies"][found[0]], name)) if found else None


@cache
def _spelled() -> dict[str, str]:
    """The nouns as they are spelled, by their folded form."""
    return dict(tables()["own_texts"])


@cache
def _nouns() -> re.Pattern[str]:
    return grammar(rf"(?:{'|'.join(sorted(_spelled(), key=len, reverse=True))})(?![a-z])")


@cache
def _bodies() -> re.Pattern[str]:
    return grammar(rf"(?:{'|'.join(sorted(tables()['own_bodies'], key=len, reverse=True))})(?![a-z])")


FINDERS = (
    Finder("own text", tuple(sorted(tables()["own_texts"])), find_own_texts),
    Finder("procedure", ("reglement",), find_procedures),
    Finder("urgent recommendations", ("recommandations en urgence",), find_urgent),
)
