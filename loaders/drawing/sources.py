"""Sources and the citations that name them."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph import identifiers as ids
from ...graph.identifiers import fold
from ...graph.model import GraphBuilder
from ..citations.model import Reference, Source
from ..underpinning.model import is_normative
from .units import Canvas


def draw_citations(canvas: Canvas, references: Iterable[Reference]) -> None:
    """Adds each source cited and a CITES from the unit that cites it; what names the document itself is no cross-reference."""
    for reference in references:
        if reference.source is None or reference.source.id == canvas.avis:
            continue
        target = draw_source(canvas.build, reference.source)
        canvas.build.relate(
            canvas.node_of(reference.container), "CITES", target, reference.start, **canvas.evidence(reference.start, reference.end),
            surface=" ".join(reference.surface.split()), as_cited=reference.as_cited, pinpoint=reference.pinpoint,
            relation=reference.relation, antecedent=reference.antecedent, kind=reference.kind,
            chain=reference.chain or None, in_force_since=reference.in_force_since,
            occurrence=canvas.occurrence(reference.container),
        )  # fmt: skip


def draw_changes(canvas: Canvas, references: Iterable[Reference]) -> None:
    """Adds what the text says one source does to another (CREATES, AMENDS), once every source is drawn: either may be cited first."""
    for reference in references:
        source = reference.source
        if source is None or source.id == canvas.avis:
            continue
        for relation, other in source.also:
            if canvas.build.has(other):
                canvas.build.relate(source.id, relation, other, **canvas.evidence(reference.start, reference.end))


def citation_id(canvas: Canvas, reference: Reference, source: Source) -> str:
    """The id of the CITES relationship that draws a reference resolved to `source`."""
    return f"{canvas.node_of(reference.container)}|CITES|{source.id}|{reference.start}"


def draw_source(build: GraphBuilder, source: Source) -> str:
    """Adds a source, what it is part of, and returns its id."""
    properties: dict[str, str | bool | None] = {
        "name": source.name,
        "sort_name": fold(source.name),
        "kind": source.label,
        "canonical": source.canonical,
        "normative": is_normative(source.label),
        "title": source.title,
        "number": source.number,
        "date": source.date,
        "url": ids.public_address(source.id),
    }
    if source.label == "Article":
        properties["article"] = source.article
    if source.label == "OtherSource":
        properties["subkind"] = source.subkind
    if source.label == "Avis" and source.id.startswith("cncdh:"):
        properties["cote"] = source.id.removeprefix("cncdh:")
    build.node(source.label, source.id, **properties)
    if source.parent is not None:
        build.relate(source.id, "PART_OF", draw_source(build, source.parent))
    return source.id
