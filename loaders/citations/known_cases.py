"""Decisions that are known by their name alone: "la jurisprudence Nicolo", "Huvig, précité", "Schrems II" (known_cases.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ...graph.errors import RenvoisError
from ...graph.identifiers import fold
from . import cases
from .finder import Finder, View
from .model import Mention, Source
from .names import Names, rows
from .text import folded

# "dans Schrems II", "(Schrems I)", "depuis l’affaire Tele2/Watson": never "Schrems II Ltd" or a title that goes on.
_NOT_ALONE = re.compile(r"[-\w]|\s(?:ltd|inc|gmbh|ag|sa)\b")


# "Tele2 Sverige AB"
_COMPANIES = frozenset({"ab", "ag", "as", "bv", "gmbh", "inc", "ltd", "sa", "sl"})


def known_case(name: str, date: str | None = None) -> Source | None:
    """The decision that goes by a name, whatever its accents and capitals; None for a name that is not in the table.

    With a date ("2015", "2015-10"), a name that several share may tell the one of that time; one of another time is not meant.
    """
    named = _by_name().get(_key(name))
    if date is None:
        return named
    alike = {source.id: source for key, source in _by_name().items() if f" {_key(name)} " in f" {key} "}
    timed = [source for source in ([named] if named else alike.values()) if (source.date or "").startswith(date)]
    return timed[0] if len(timed) == 1 else None


@cache
def _by_name() -> Mapping[str, Source]:
    return {_key(name): _source(row["cite"]) for row in rows("known_cases.yaml") for name in (*row["names"], *row.get("alone", ()))}


def _key(name: str) -> str:
    return " ".join(word for word in re.findall(r"[a-z0-9]+", fold(name)) if word not in _COMPANIES)


def _source(cite: str) -> Source:
    """The decision that a citation in full names. RenvoisError where the table holds one that cannot be read."""
    view = View(cite, folded(cite))
    for finder in cases.FINDERS:
        for mention in finder.find(view, 0, 0):
            if mention.source is not None and mention.end == len(cite):
                return mention.source
    raise RenvoisError(f"{cite!r} cannot be read as a decision.", where="known_cases.yaml", cure="Write court, date, parties and number.")


@cache
def _alone() -> Names[str]:
    return Names({name: name for row in rows("known_cases.yaml") for name in row.get("alone", ())})


def find_alone(view: View, start: int, end: int) -> Iterator[Mention]:
    """A name that stands for one decision wherever it stands."""
    named = _alone().at(view, start)
    if named and view.text[start].isupper() and not _NOT_ALONE.match(view.plain, named[0]):
        stop, name = named
        source = _by_name()[_key(name)]
        yield Mention(start, stop, "case", "explicit", source, title=source.title)


FINDERS = (Finder("known case", tuple(_alone().forms), find_alone),)
