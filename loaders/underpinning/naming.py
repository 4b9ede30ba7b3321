"""The bodies and sources that each unit names: the same thing under another name is the same topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..citations.model import Reference, Source
from ..document import Document, Span
from ..institutions.model import InstitutionMention

# The kinds of unit whose topics are weighed against others'.
_WEIGHED = ("paragraph", "recommendation", "footnote")


class Topic(NamedTuple):
    """A thing a text speaks of: `key` is a family, two families ("approch global") or "@" and the id of a body or source named."""

    key: str
    start: int
    end: int


class Named(NamedTuple):
    """In a unit's clean text: what it names, and the spans whose words are not to be read as words."""

    things: tuple[Topic, ...]
    hidden: tuple[Span, ...]


def naming(
    document: Document, references: Iterable[Reference], mentions: Sequence[InstitutionMention], own_id: str | None
) -> Mapping[str, Named]:
    """What each unit names, by its id. The document itself (`own_id`) is no topic of its own."""
    cleans = {unit.id: unit.clean for unit in document.units if unit.kind in _WEIGHED}
    things: dict[str, list[Topic]] = defaultdict(list)
    hidden: dict[str, list[Span]] = defaultdict(list)
    for unit, start, end, key, silent in (*_sources(references, own_id), *_bodies(mentions, document.facts.authority)):
        if unit in cleans:
            span = cleans[unit].clean_span(start, end)
            if key:
                things[unit].append(Topic(f"@{key}", *span))
            if silent:
                hidden[unit].append(span)
    return {unit: Named(tuple(things[unit]), tuple(hidden[unit])) for unit in (*things, *hidden)}


def _sources(references: Iterable[Reference], own_id: str | None) -> Iterator[tuple[str, int, int, str, bool]]:
    for r in references:
        if r.source is not None and r.source.id != own_id:
            yield r.container, r.start, r.end, "" if r.source.label == "Code" else r.source.id, _says_nothing(r.source)


def _says_nothing(source: Source) -> bool:
    """The name of a code does not tell what an article is cited for, nor who was heard what was said; a report's title does."""
    return source.label in ("Article", "Code") or source.subkind == "hearing"


def _bodies(mentions: Sequence[InstitutionMention], author: str | None) -> Iterator[tuple[str, int, int, str, bool]]:
    """Bodies under a proper name or an acronym, which count as one thing; written small ("administrateur ad hoc") their words count.

    One that the document also calls by an acronym is that thing under each of its names. The author of the document speaks in all of it,
    of everything: no topic.
    """
    abbreviated = {m.institution.id for m in mentions if m.form == "acronym"}
    for m in mentions:
        speaks = author is not None and author in (m.institution.name, m.institution.acronym)
        proper = m.surface[0].isupper() and m.institution.named
        if speaks or proper or m.institution.id in abbreviated:
            yield m.container, m.start, m.end, "" if speaks else m.institution.id, speaks or proper
