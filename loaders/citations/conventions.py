"""Conventions, covenants, charters and declarations: by nickname, or by a title restated in other words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...graph import identifiers
from . import addenda, protocols
from .dates import DATE, NUMBER_SIGN, iso
from .finder import View
from .grammar import grammar
from .model import Mention, Source
from .names import Names, rows
from .text import folded

HEADS = ("convention", "pacte", "charte", "declaration", "protocole", "statut", "accord")
_TOKEN = grammar(r"[ ,]{0,3}(?:([a-z]+)|(n ?[°o] ?\d+)|([«»]))(?:['-](?=[a-z]))?")
# Before the head of another title: "la Convention sur… et à la Convention de…".
_ANOTHER = grammar(r"(?:,|\b(?:et|ou|ainsi que|que))(?: (?:a|de|par|avec))?(?: (?:la|le|les|du|au|aux|des)| l')? ?$")
_LONGEST_TITLE = 40
_SMALL = frozenset(
    {
        "a",
        "au",
        "se",
        "rapportant",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "ou",
        "par",
        "pour",
        "dans",
        "entre",
        "sur",
        "contre",
        "relatif",
        "relative",
        "relatifs",
        "relatives",
        "concernant",
        "visant",
        "ses",
        "son",
        "autres",
        "toutes",
        "tous",
        "tout",
    }
)
# Who issues conventions and how they are called; they may stand in any title.
_FRAME = frozenset(
    {
        "conseil",
        "europe",
        "nation",
        "unie",
        "onu",
        "organisation",
        "international",
        "internationale",
        "europeenne",
        "europeen",
        "cadre",
        "additionnel",
        "facultatif",
    }
)
_ILO = grammar(rf"convention (?:de l')?(?P<of>oit|ilo),? {NUMBER_SIGN}(?P<number>\d{{1,3}})")
_NUMBERED = grammar(
    rf"convention {NUMBER_SIGN}(?P<number>\d{{1,3}}) (?:de l'|de l |du |of the )(?P<of>organisation internationale du travail"
    rf"|oit|conseil de l'europe|ilo)"
)
_AND_NUMBER = rf"(?:,|,? et|ou|,? ainsi que) (?:la |les )?(?:conventions? )?(?:{NUMBER_SIGN})?(?P<number>\d{{1,3}})(?!\d)"
_NEXT_NUMBER = grammar(rf" ?{_AND_NUMBER}")
_ORGANISATION = grammar(r",? (?:de l'|de l )(?:organisation internationale du travail|oit)(?![a-z])")
_LISTED = grammar(
    rf"conventions (?:{NUMBER_SIGN})?(?P<number>\d{{1,3}})(?=(?: ?(?:,|et|ou|ainsi que) (?:{NUMBER_SIGN})?\d{{1,3}}){{1,12}}"
    r",? (?:de l'|de l )(?:organisation internationale du travail|oit)(?![a-z]))"
)
_LIST_REACH = 120
_DATED = grammar(
    r",? (?:du|de) (?:\d{1,2}(?:er)? [a-z]+ )?(?P<of>(?:18|19|20)\d\d)(?=(?:[1-9]\d?)?\b)"
    r"|,? (?:signe|adopte|fait|conclu)e?(?: a [a-z -]{2,20})?(?: le \d{1,2}(?:er)? [a-z]+| en) (?P<on>\d{4})\b"
)
# "les conventions de 1926 et 1956 sur l'esclavage": years that share a noun and a title.
_OF_YEARS = grammar(
    r"(?:conventions|protocoles|pactes|declarations) de (?P<year>(?:18|19|20)\d\d)(?=(?:,| et| ou) (?:de )?(?:18|19|20)\d\d\b)"
)
_NEXT_YEAR = grammar(r" ?(?:,|et|ou) (?:(?:de|celles? de|celui de) )?(?P<year>(?:18|19|20)\d\d)(?!\d)")
_MOST_YEARS = 6
_YEAR, _NOUN = re.compile(r"(?:18|19|20)\d\d"), re.compile("[a-z]+")
_SECOND = grammar(r"\b(?:deuxieme|second|2e|2eme|ii?e?me) $")
_GOES_ON = grammar(
    r",? \(?(?:du \d|de \d|le \d|n ?°|sur |relative|concernant|pour (?:la |le |l')[a-z]{3,20}(?:[st]ion|ment)(?![a-z])|contre )"
)
_ALSO = grammar(r" ?(?:, ?|\(|- )?(?:dite|ci-apres|aussi appelee|ou|dite aussi|appelee|« ?)? ?(?:la |« ?|\" ?)*")


_EUROPEAN = grammar(r"convention europeenne|european convention")
_OF_A_SUBJECT = grammar(
    r" (?:sur |relati|concernant|contre |pour |portant |d'(?:extradition|entraide|etablissement)|du paysage|en matiere"
    r"|on (?!human)|for the (?!protection of human)"
    r"|relating)"
)


_PLACES = (
    r"(?:geneve|la haye|vienne|new york|bruxelles|schengen|berne|rome|paris|strasbourg|luxembourg|washington|montreal|londres|lugano"
    r"|dublin|varsovie|madrid|lisbonne)"
)
_OF_STATES = grammar(
    r"(?P<what>(?:convention|accord|traite|protocole)(?: (?:bilaterale?|cadre|generale?))?"
    rf" (?:franco-[a-z]{{3,20}}|(?:de |d'){_PLACES}|de l'(?:unesco|onu|ocde)))"
    rf",?(?: (?:signee?|conclue?))?(?: a [a-z' -]{{2,20}})? (?:(?:du|le|en date du) (?P<date>{DATE})|de (?P<year>(?:18|19|20)\d\d)(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Treaty:
    """A convention and the words by which a title is known for its own: with one of its years (`signed`), those of `dated` do."""

    source: Source
    heads: frozenset[str]
    keys: tuple[frozenset[str], ...]
    excluded: frozenset[str]
    vocabulary: frozenset[str]
    signed: frozenset[str] = frozenset()
    dated: tuple[frozenset[str], ...] = ()


def read(view: View, start: int) -> Mention | None:
    """The convention named at `start` by nickname, number or title, with the nickname that follows it; "le Comité CEDAW" is a body."""
    if several := _of_years(view, start):
        return several
    found = names().at(view, start)
    if found and (
        view.plain.endswith("comite ", 0, start)
        or _of_another_title(view, start, found[0])
        or _of_another_year(view, *found)
        or protocols.is_another(view, start, found[0])
    ):
        found = None
    title = None if found and found[0] - start > 30 else _numbered(view, start) or _titled(view, start)
    if title is None and found is None:
        return _of_place(view, start) or _listed(view, start) or _of_states(view, start)
    end, source = max((f for f in (found, title) if f), key=lambda f: f[0])
    return Mention(start, _with_nickname(view, end, source), "convention", "explicit", source)


def _of_place(view: View, start: int) -> Mention | None:
    """The convention that its place alone names: "la Convention de Genève", where no date or title tells another."""
    found = _places().at(view, start)
    if not found or _GOES_ON.match(view.plain, found[0]):
        return None
    return Mention(start, found[0], "convention", "explicit", found[1])


def _of_another_title(view: View, start: int, end: int) -> bool:
    """True for "la Convention européenne sur la lutte contre la traite", which is not the one that goes by its first two words."""
    return _EUROPEAN.fullmatch(view.plain, start, end) is not None and _OF_A_SUBJECT.match(view.plain, end) is not None


def _of_another_year(view: View, end: int, named: Source) -> bool:
    """True for "la Convention européenne de 2005", which is not the one of 1950 that goes by this name."""
    dated = _DATED.match(view.plain, end)
    signed = _signed().get(named.id)
    return dated is not None and signed is not None and (dated["of"] or dated["on"]) not in signed


@cache
def _signed() -> Mapping[str, frozenset[str]]:
    """The years of the conventions that the table dates, by id."""
    return {row["id"]: frozenset(map(str, row["signed"])) for row in rows("conventions.yaml") if "signed" in row}


@cache
def _places() -> Names[Source]:
    return Names({name: source(row) for row in rows("conventions.yaml") for name in row.get("alone", ())})


def _of_states(view: View, start: int) -> Mention | None:
    """A treaty of no table, known by its parties or its place and its date: "accord franco-algérien du 27 décembre 1968"."""
    found = _OF_STATES.match(view.plain, start)
    date = (iso(found["date"]) if found["date"] else found["year"]) if found else None
    if not found or not date:
        return None
    what = " ".join(view.text[found.start("what") : found.end("what")].split())
    name = f"{what[0].upper()}{what[1:]} {'de' if found['year'] else 'du'} {identifiers.french_date(date)}"
    treaty = Source(identifiers.dated_text("convention", date, what), "Convention", canonical=name, name=name, date=date)
    return Mention(start, found.end(), "convention", "explicit", treaty, date=date)


@cache
def names() -> Names[Source]:
    return Names({form: source(row) for row in rows("conventions.yaml") for name in row.get("names", ()) for form in _said(name)})


def _said(name: str) -> tuple[str, ...]:
    """ "Protocole de Palerme" is also "Protocole dit de Palerme"."""
    if numbered := re.fullmatch(r"protocole n° (\d+)", name):
        return protocols.forms(int(numbered[1]))
    place = re.fullmatch(r"(Convention|Protocole) (d['e].*)", name)
    if not place:
        return (name,)
    called = "dite" if place[1] == "Convention" else "dit"
    return name, f"{place[1]} {called} {place[2]}", f"{place[1]} {called} « {place[1]} {place[2]} »"


def source(row: dict[str, Any]) -> Source:
    """The source a row of conventions.yaml declares."""
    signed = row.get("signed", ())
    date = str(signed[0]) if len(signed) == 1 else None
    return Source(row["id"], "Convention", row["name"], row["name"], title=row["name"], number=row.get("number"), date=date)


@cache
def treaties() -> tuple[Treaty, ...]:
    return tuple(_treaty(row) for row in rows("conventions.yaml") if row.get("keys"))


def _treaty(row: dict[str, Any]) -> Treaty:
    own = _words(row["name"]) | {_singular(w) for w in row.get("vocabulary", ())}
    keys = tuple(frozenset(_singular(w) for w in key) for key in row["keys"])
    vocabulary = own | _FRAME | frozenset().union(*keys)
    excluded = frozenset(_singular(w) for w in row.get("not", ()))
    dated = tuple(frozenset(_singular(w) for w in key) for key in row.get("dated", ()))
    return Treaty(source(row), frozenset(row["head"]), keys, excluded, frozenset(vocabulary), _signed().get(row["id"], frozenset()), dated)


@cache
def _by_head() -> Mapping[str, tuple[Treaty, ...]]:
    """The treaties by each word their title can begin with."""
    heads = {head for treaty in treaties() for head in treaty.heads}
    return {head: tuple(t for t in treaties() if head in t.heads) for head in heads}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset().union(*(t.vocabulary | t.excluded for t in treaties())) | _SMALL


def _words(title: str) -> frozenset[str]:
    return frozenset(_singular(w) for w in re.findall(r"[a-z]+", folded(title))) - _SMALL


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _titled(view: View, start: int) -> tuple[int, Source] | None:
    """The treaty whose title the words after `start` restate: they hold one of its keys and nothing foreign to it."""
    if not view.plain.startswith(HEADS, start):
        return None
    tokens, years = _title_words(view.plain, start)
    if _SECOND.search(view.plain, max(0, start - 10), start) and tokens:
        tokens.insert(1, ("deuxieme", tokens[0][1]))
    return _best(tokens, years)


def _best(tokens: list[tuple[str, int]], years: frozenset[str]) -> tuple[int, Source] | None:
    """The treaty whose title the tokens hold most of; (its end, the treaty)."""
    best: tuple[int, int, Source] | None = None
    present = {_singular(word) for word, _ in tokens}
    for treaty in _by_head().get(_singular(tokens[0][0]), ()) if tokens else ():
        # Most titles lack the words of most treaties: that is seen at once.
        if not (any(map(present.issuperset, treaty.keys)) or any(map(present.issuperset, treaty.dated))):
            continue
        end, held = _reach(treaty, tokens, years)
        if held and (best is None or (held, end) > best[:2]):
            best = (held, end, treaty.source)
    return (best[1], best[2]) if best else None


def _title_words(plain: str, start: int) -> tuple[list[tuple[str, int]], frozenset[str]]:
    """(word, end) of the words from `start` on that can belong to a title, and the years that stand among them."""
    vocabulary = _vocabulary()
    words: list[tuple[str, int]] = []
    years: set[str] = set()
    at = start
    while len(words) < _LONGEST_TITLE and (found := _TOKEN.match(plain, at)):
        if found[1] and words and _singular(found[1]) not in vocabulary and found[1] not in vocabulary:
            break
        if words and found[1] and _singular(found[1]) in HEADS and _ANOTHER.search(plain, max(start, found.start(1) - 14), found.start(1)):
            break
        words.append((found[1] or found[2] or found[3], found.end()))
        dated = _DATED.match(plain, found.end())
        if dated:
            years.add(dated["of"] or dated["on"])
        at = dated.end() if dated else found.end()
    return words, frozenset(years)


def _of_years(view: View, start: int) -> Mention | None:
    """The first of "les conventions de 1926 et 1956 sur l'esclavage"."""
    found = _OF_YEARS.match(view.plain, start)
    return _of_year(view, start, start, found["year"], found.end()) if found else None


def _next_of_years(view: View, before: Mention) -> Mention | None:
    """The next of such a list, where `before` is one of it; the last one takes the title in."""
    found = _NEXT_YEAR.match(view.plain, before.end)
    head = _OF_YEARS.match(view.plain, before.start) or _YEAR.match(view.plain, before.start)
    if not found or not head or head.end() != before.end or before.cue is None:
        return None
    return _of_year(view, int(before.cue), found.start("year"), found["year"], found.end())


def _of_year(view: View, head: int, start: int, year: str, end: int) -> Mention | None:
    """The treaty of that year among those of a list that begins at `head`: the words after the last year tell its subject."""
    last = end
    for _ in range(_MOST_YEARS):
        last = further.end() if (further := _NEXT_YEAR.match(view.plain, last)) else last
    words, _ = _title_words(view.plain, last)
    noun = _NOUN.match(view.plain, head)
    treaty = _best([(noun[0], last), *words], frozenset({year})) if noun and words else None
    return treaty and Mention(start, treaty[0] if last == end else end, "convention", "explicit", treaty[1], cue=str(head))


def _reach(treaty: Treaty, tokens: list[tuple[str, int]], years: frozenset[str]) -> tuple[int, int]:
    """(end of the treaty's title in the tokens, number of key words held); (0, 0) if they name another."""
    if years and treaty.signed and not years & treaty.signed:
        return 0, 0
    held: set[str] = set()
    end = 0
    for word, at in tokens:
        single = _singular(word)
        if single in treaty.excluded:
            return 0, 0
        if word in _SMALL or word in "«»" or word.startswith("n"):
            if single in treaty.vocabulary:
                held.add(single)
            continue
        if single not in treaty.vocabulary and single not in treaty.heads:
            break
        held.add(single)
        end = at
    known = (*treaty.keys, *treaty.dated) if years & treaty.signed else treaty.keys
    key = max((k for k in known if k <= held), key=len, default=None)
    return (end, len(key)) if key else (0, 0)


def _numbered(view: View, start: int) -> tuple[int, Source] | None:
    """ "convention n° 182 de l'OIT", "Convention n° 108 du Conseil de l'Europe" and the title that follows."""
    found = _NUMBERED.match(view.plain, start) or _ILO.match(view.plain, start)
    if not found:
        return None
    return found.end(), _of_number(found["number"], "europe" in found["of"])


def read_next(view: View, before: Mention) -> Mention | None:
    """The next of "conventions n° 87 et n° 98 de l'OIT", where `before` is one of them."""
    if listed := _next_of_years(view, before) or addenda.read_next(view, before):
        return listed
    found = _NEXT_NUMBER.match(view.plain, before.end)
    organisation = _ORGANISATION.search(view.plain, found.end(), found.end() + _LIST_REACH) if found else None
    if not found or before.source is None or not before.source.id.startswith("ilo:") or not organisation:
        return None
    end = organisation.end() if organisation.start() == found.end() else found.end()
    return Mention(found.start("number"), end, "convention", "explicit", _of_number(found["number"], False))


def _listed(view: View, start: int) -> Mention | None:
    """The first of a list of conventions of the ILO by number: "conventions n° 87 et 98 de l'OIT"."""
    found = _LISTED.match(view.plain, start)
    return Mention(start, found.end("number"), "convention", "explicit", _of_number(found["number"], False)) if found else None


def _of_number(number: str, of_europe: bool) -> Source:
    identifier = identifiers.treaty("coe:cets" if of_europe else "ilo:convention", number)
    name = f"Convention n° {number} " + ("du Conseil de l’Europe" if of_europe else "de l’OIT")
    known = next((t.source for t in treaties() if t.source.id == identifier), None)
    return known or Source(identifier, "Convention", canonical=name, name=name, number=number)


def _with_nickname(view: View, end: int, source: Source) -> int:
    """The end with what may follow a title: its date, and another name of the same convention ("dite Convention de Varsovie")."""
    if dated := _DATED.match(view.plain, end):
        end = dated.end()
    gap = _ALSO.match(view.plain, end)
    if gap and gap.end() > end and (other := names().at(view, gap.end())) and other[1].id == source.id:
        end = other[0]
        if gap[0].strip().startswith("(") and view.plain.startswith(")", end):
            end += 1
    return end
