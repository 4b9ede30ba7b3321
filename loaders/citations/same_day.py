"""Decisions known by their day alone ("son arrêt du 8 avril 2014"): the one decision of that day that the document cites in full.

The court of such a decision is guessed from its sentence; that two courts decided cited cases on one day is the rarer chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..messages import say
from .called import may_be_called
from .courts import courts_between
from .deciding import is_order
from .finder import View
from .found import Found
from .model import Source
from .text import folded

# The cue of a decision known by its day, of a court that its sentence does not name.
OF_A_DAY = "of a day"
# That of a decision of somebody else's, on a day that then tells nothing.
OF_ANOTHER = "of another"
_A_JUDGE = re.compile(r"ecli|juge|president")


def with_cited_days(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The mentions; "la décision du 6 octobre 2020", of no court, is the one cited decision of that day, else no reference."""
    if not any(item.mention.cue in (OF_A_DAY, OF_ANOTHER) for item in found):
        return found
    others = {item.mention.date for item in found if item.mention.cue == OF_ANOTHER}
    cited: dict[str, dict[str, Found]] = {}
    for item in found:
        source = item.reference.source
        if source and source.date and source.label in {"Case", "Avis"}:
            cited.setdefault(source.date, {}).setdefault(source.id, item)
    told = {day: cases for day, cases in cited.items() if day not in others}
    return tuple(known for item in found if (known := _of_its_day(item, told)) is not None)


def _of_its_day(item: Found, cited: Mapping[str, Mapping[str, Found]]) -> Found | None:
    if item.mention.cue == OF_ANOTHER:
        return None
    if item.mention.cue != OF_A_DAY:
        return item
    named = cited.get(item.mention.date or "", {})
    other = next(iter(named.values())) if len(named) == 1 else None
    noun = item.mention.title or ""
    source = other.reference.source if other else None
    if other is None or source is None or source.label != "Case" or not (noun == "decision" or may_be_called(other, noun)):
        return None
    reference = replace(item.reference, source=source, canonical=source.canonical, reason=None)
    return replace(item, mention=replace(item.mention, source=source, need=None), reference=reference)


def open_days(found: Iterable[Found]) -> Iterator[Found]:
    """The mentions; a decision of which the day alone is known, neither its court, its judge nor its name, is not resolved."""
    for item in found:
        source = item.reference.source
        anonymous = source and source.label == "Case" and not (source.authority or source.number or source.title)
        yield _open(item, source) if source and anonymous and not _A_JUDGE.search(folded(item.reference.surface)) else item


def _open(item: Found, source: Source) -> Found:
    canonical = f"décision du {source.canonical} (non identifiée)"
    return replace(item, reference=replace(item.reference, source=None, canonical=canonical, reason=say("no_decision_of_the_day")))


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


def with_cited_parties(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The mentions; one known by its parties alone is the one case of these parties that the document cites in full, whatever its court."""
    full: dict[str, dict[str, Source]] = {}
    for item in found:
        source = item.reference.source
        if source and source.label == "Case" and source.title and (source.number or source.date):
            full.setdefault(folded(source.title), {}).setdefault(source.id, source)
    return tuple(_as_cited(item, full) for item in found) if full else found


def _as_cited(item: Found, full: dict[str, dict[str, Source]]) -> Found:
    source = item.reference.source
    if source is None or source.label != "Case" or not source.title or source.number or source.date:
        return item
    named = full.get(folded(source.title), {})
    if len(named) != 1 or courts_between(View(item.reference.surface, folded(item.reference.surface)), 0, len(item.reference.surface)):
        return item
    (other,) = named.values()
    return replace(item, reference=replace(item.reference, source=other, canonical=other.canonical))


def with_court_orders(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The mentions; "l'ordonnance du 9 avril 2020" is the court's order of that day that the document cites with its court or number."""
    orders: dict[str, dict[str, Source]] = {}
    for item in found:
        source = item.reference.source
        if source and source.label == "Case" and source.date and is_order(folded(item.reference.surface)):
            orders.setdefault(source.date, {}).setdefault(source.id, source)
    return tuple(_as_order(item, orders) for item in found) if orders else found


def _as_order(item: Found, orders: dict[str, dict[str, Source]]) -> Found:
    source = item.reference.source
    if source is None or source.subkind != "ordonnance" or source.number or item.mention.kind != "law":
        return item
    named = orders.get(source.date or "", {})
    if len(named) != 1:
        return item
    (order,) = named.values()
    reference = replace(item.reference, kind="case", source=order, canonical=order.canonical)
    return replace(item, mention=replace(item.mention, kind="case", source=order), reference=reference)


def _by_day_alone(item: Found, source: Source) -> bool:
    """Whether the mention's own words give neither number, nor parties, nor bench, nor court."""
    if source.number or source.title or source.canonical.count(", ") != 1:
        return False
    words = item.reference.surface
    return not courts_between(View(words, folded(words)), 0, len(words))
