"""The courts of courts.yaml: their names in a text and how their decisions are numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ..tables import read_table
from .finder import View
from .text import folded

type Scheme = Literal["echr", "cjeu", "ce", "cc", "cass", "caa", "rg", "complaint", "local"]
_DATA = Path(__file__).with_name("courts.yaml")
# What may follow a short form that is a court: ", date", "(Ass.)", "Paris, 3 mars", "n°".
_AFTER_SHORT = r"(?=\s*(?:,|\(|n°)|\s*(?:\d|n°|ass|sect|ord|ref|crim|civ|soc|com|plen|a\.?p[., ]|gde|gr|ch|juge|dec))"
_AFTER_PLACE = r"du|le|a|en date|par|dans|qui|que|et|ayant|est|sur|lors|contre|rendue?|sur appel"
_PLACE = rf"(?P<place>[a-z][a-z' -]{{1,38}}?)(?=\s*(?:[,;()]|\d|n°|\.|$)|\s+(?:{_AFTER_PLACE})[\s,]|\s+(?:d'|de\s)[a-z]+(?:er|ir)\s)"


_PLACE_WORD = re.compile(r"\S+")
_PLACE_LINKS = frozenset({"de", "du", "des", "la", "le", "les", "en", "sur", "sous", "et"})
_JUDGE = re.compile(
    r"\b(?:juges? (?:des referes|des libertes(?: et de la detention)?|d'instruction|de l'execution)"
    r"|(?:vice-)?presidente? (?:du|de la|de l')\s?(?:[\w-]+ )?(?:tribunal|chambre|cour|section|formation))\b[^.;]{0,60}"
    r"\b(?:par|une|son)\s+$"
)


@dataclass(frozen=True, slots=True)
class Court:
    """A court; `id` is how its decisions are named in identifiers, `name` how they are cited, `body` its gazetteer id."""

    id: str
    name: str
    scheme: Scheme
    body: str | None = None


@dataclass(frozen=True, slots=True)
class CourtMention:
    """A court named at plain[start:end], with the place it sits in ('Paris') where its name takes one.

    `formation` is the bench that stands for its court: 'Crim.', 'Ass. plén.'.
    """

    start: int
    end: int
    court: Court
    place: str | None = None
    formation: str | None = None


@dataclass(frozen=True, slots=True)
class Courts:
    """Every court by its forms, the formations, and the states that answer before the Strasbourg court."""

    by_form: Mapping[str, Court]
    short: frozenset[str]
    capital: frozenset[str]
    placed: frozenset[str]
    formations: str
    states: tuple[str, ...]
    by_id: Mapping[str, Court]
    by_bench: Mapping[str, Court]
    # The ids of those that a text calls "elle": la Cour.
    feminine: frozenset[str]
    # Where the courts of appeal sit, folded.
    appeal_towns: tuple[str, ...]


@cache
def courts() -> Courts:
    """The table of courts.yaml."""
    data: dict[str, Any] = read_table(_DATA)
    by_form: dict[str, Court] = {}
    short, capital, placed = set(), set(), set()
    for row in data["courts"]:
        court = Court(row["id"], row["name"], row["scheme"], row.get("body"))
        capital |= set(row.get("capital", ()))
        for form in (*row["forms"], *row.get("short", ()), *row.get("capital", ())):
            bare = form.removesuffix("*")
            by_form[bare] = court
            short |= {bare} & {s.removesuffix("*") for s in row.get("short", ())}
            placed |= {bare} if form.endswith("*") else set()
    formations = "|".join(f"(?:{pattern})" for pattern in data["formations"])
    by_id = {c.id: c for c in by_form.values()}
    return Courts(
        by_form,
        frozenset(short),
        frozenset(capital),
        frozenset(placed),
        formations,
        tuple(data["states"]),
        by_id,
        {bench: by_id[court] for court, benches in data["benches"].items() for bench in benches},
        frozenset(row["id"] for row in data["courts"] if row["forms"][0].startswith(("cour", "commission"))),
        tuple(data["appeal_towns"]),
    )


@cache
def _pattern() -> re.Pattern[str]:
    table = courts()
    plain = sorted((f for f in table.by_form if f not in table.placed), key=len, reverse=True)
    placed = sorted(table.placed, key=len, reverse=True)
    either = "|".join(map(re.escape, plain))
    return re.compile(
        rf"(?<![\w-])(?:(?P<placed>{'|'.join(map(re.escape, placed))})(?:(?<=')|\s+)(?:de\s|d'|du\s)?{_PLACE}|(?P<form>{either})(?![\w-]))"
    )


@cache
def _after_short() -> re.Pattern[str]:
    return re.compile(_AFTER_SHORT)


def by_a_judge(view: View, start: int) -> bool:
    """Whether the sentence names a judge before `start`: 'le juge des référés, par une ordonnance du 3 mars 2016'."""
    return _JUDGE.search(view.plain, max(0, start - 110), start) is not None


def court_at(view: View, position: int) -> CourtMention | None:
    """The court named from `position` on, if one is."""
    found = _pattern().match(view.plain, position)
    return _mention(view, found) if found else None


def courts_between(view: View, start: int, end: int) -> list[CourtMention]:
    """The courts named in plain[start:end], in order."""
    found = (_mention(view, match) for match in _pattern().finditer(view.plain, start, end))
    return [mention for mention in found if mention]


def benches_between(view: View, start: int, end: int) -> list[CourtMention]:
    """The benches in plain[start:end] that only one court has: 'la chambre criminelle'."""
    table = courts().by_bench
    found = _benches().finditer(view.plain, start, end)
    return [CourtMention(match.start(), match.end(), table[match[0]], formation=match[0]) for match in found]


@cache
def _benches() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(courts().by_bench, key=len, reverse=True))})(?![\w-])")


def _mention(view: View, found: re.Match[str]) -> CourtMention | None:
    table = courts()
    form = found["placed"] or found["form"]
    written = view.text[found.start() : found.start() + len(form)]
    if form in table.short and (written != written.upper() or not _after_short().match(view.plain, found.end())):
        return None
    if form in table.capital and not (any(c.isupper() for c in written[:5]) and _after_short().match(view.plain, found.end())):
        return None
    place, end = _place(view, found) if found["placed"] else (None, found.end())
    if place is not None and not place[:1].isupper():
        return None
    formation = " ".join(written.split()) if form in table.capital and form != "cass" else None
    return CourtMention(found.start(), end, table.by_form[form], place, formation)


def _place(view: View, found: re.Match[str]) -> tuple[str, int]:
    """The place after a court's name, and its end: capitalised words and the links between them ("Châlons-en-Champagne", "La Réunion")."""
    end = found.start("place")
    for word in _PLACE_WORD.finditer(view.text, found.start("place"), found.end("place")):
        if word[0][:1].isupper() or word[0][2:3].isupper():
            end = word.end()
        elif word[0] not in _PLACE_LINKS:
            break
    return " ".join(view.text[found.start("place") : end].split()), end


@cache
def formation_pattern() -> re.Pattern[str]:
    """A bench: 'crim.', 'Ass.', '1re ch. civ.', 'grande chambre'."""
    return re.compile(rf"(?:{courts().formations})(?![a-z])")


@cache
def _states() -> frozenset[str]:
    return frozenset(courts().states)


def answers_in_strasbourg(party: str) -> bool:
    """True if the respondent is a state that answers before the Strasbourg court."""
    name = re.sub(r"^(?:la |le |l'|les )|\s*\(n[°o].*\)$", "", folded(party)).strip()
    return name in _states() or re.split(r"\s+et\s+|,", name)[0].strip() in _states()


@cache
def states_in_french() -> Mapping[str, str]:
    """The states by their English names (folded), as French citations name them."""
    table: dict[str, str] = read_table(_DATA)["states_in_english"]
    return table
