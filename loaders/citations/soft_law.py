"""Rules and principles that bind nobody and are cited by their name: 'Règles Mandela, règle 43', 'Principes de Paris' (soft_law.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...graph import identifiers
from .finder import Finder, View
from .model import Mention, Source
from .names import Names, rows
from .symbols import SYMBOL

# The recommendation that holds them: "Règles pénitentiaires européennes (Recommandation Rec(2006)2-rev)".
_ADOPTED_BY = re.compile(rf"\s*\(\s*(?:(?:annexees? a la )?(?:recommandation|resolution)\s+)?(?:n[°o]\s?)?{SYMBOL}[^()]{{0,40}}\)")
_PINPOINT = re.compile(
    r"\s*,?\s*\(?(?P<pinpoint>(?:regle|principe|rule|principle|§|par\.)s?\s*(?:n[°o]s?\s?)?\d+(?:\.\d+)*(?:\s*(?:,|et|a|-)\s*\d+(?:\.\d+)*)*)\)?"
)


def find_named(view: View, start: int, end: int) -> Iterator[Mention]:
    """The text that the name at plain[start:] stands for, the provision cited after it taken in."""
    named = _names().at(view, start)
    if not named:
        return
    stop, source = named
    if adopted := _ADOPTED_BY.match(view.plain, stop):
        stop = adopted.end()
    passage = _PINPOINT.match(view.plain, stop)
    pinpoint = " ".join(view.text[passage.start("pinpoint") : passage.end("pinpoint")].split()) if passage else None
    yield Mention(start, passage.end() if passage else stop, "other", "explicit", source, pinpoint=pinpoint, title=source.title)


@cache
def _names() -> Names[Source]:
    table: dict[str, Source] = {}
    for row in rows("soft_law.yaml"):
        source = Source(
            identifiers.local("soft-law", row["id"]), "Report", row["name"], row["names"][0], title=row["name"], subkind="soft_law"
        )
        table.update(dict.fromkeys((row["name"], *row["names"]), source))
    return Names(table)


FINDERS = (Finder("soft law", tuple(_names().forms), find_named),)
