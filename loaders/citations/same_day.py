"""Decisions known by their day alone ("son arrêt du 8 avril 2014"): the one decision of that day that the document cites in full.

The court of such a decision is guessed from its sentence; that two courts decided cited cases on one day is the rarer chance.
"""

from __future__ import annotations

from dataclasses import replace

from .courts import courts_between
from .finder import View
from .found import Found
from .model import Source
from .text import folded


def with_cited_courts(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The mentions; one known by its day, whose court was inferred and has no cited decision of that day, is the only decision that has."""
    cited: dict[str, dict[str, Source]] = {}
    bare = []
    for position, item in enumerate(found):
        source = item.reference.source
        if item.mention.kind != "case" or source is None or not source.date or source.date.count("-") != 2 or not source.authority:
            continue
        if _by_day_alone(item, source):
            bare.append(position)
        else:
            cited.setdefault(source.date, {}).setdefault(source.authority, source)
    changed = list(found)
    for position in bare:
        item, source = found[position], found[position].reference.source
        others = cited.get(source.date or "", {}) if source else {}
        if source and len(others) == 1 and source.authority not in others:
            (other,) = others.values()
            changed[position] = replace(item, reference=replace(item.reference, source=other, canonical=other.canonical))
    return tuple(changed)


def _by_day_alone(item: Found, source: Source) -> bool:
    """Whether the mention's own words give neither number, nor parties, nor bench, nor court."""
    if source.number or source.title or source.canonical.count(", ") != 1:
        return False
    words = item.reference.surface
    return not courts_between(View(words, folded(words)), 0, len(words))
