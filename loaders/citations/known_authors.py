"""Reports known by their author alone: "le rapport Dupont" is the one report of an author of that name that the document cites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...graph.identifiers import fold
from .found import Found
from .model import Source

_ALONE = ", rapport"


def with_cited_authors(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The mentions; a report known by its author alone is the one cited in full, before or after."""
    full: dict[str, dict[str, Source]] = {}
    for item in found:
        source = item.reference.source
        author = author_of(source) if source and source.label == "Report" and not _author_alone(source) else None
        if source and author:
            full.setdefault(_surname(author), {}).setdefault(source.id, source)
    return tuple(_as_cited(item, full) for item in found) if full else found


def author_of(source: Source) -> str | None:
    """Who a work of no known body is cited under: "Martin Dupont, rapport du…"."""
    first = source.canonical.split(", ")[0]
    return None if source.authority or (source.subkind or source.canonical) in first else first


def _as_cited(item: Found, full: Mapping[str, Mapping[str, Source]]) -> Found:
    source = item.reference.source
    author = _author_alone(source) if source else None
    named = full.get(_surname(author), {}) if author else {}
    if len(named) != 1:
        return item
    (other,) = named.values()
    return replace(item, reference=replace(item.reference, source=other, canonical=other.canonical))


def _author_alone(source: Source) -> str | None:
    """The author of a report of which nothing else is said."""
    alone = source.label == "Report" and source.canonical.endswith(_ALONE) and not source.title
    return source.canonical.removesuffix(_ALONE) if alone else None


def _surname(author: str) -> str:
    return fold(author).split()[-1] if author.split() else ""
