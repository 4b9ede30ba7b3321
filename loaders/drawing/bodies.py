"""Institutions, where they are named, and what each recommendation asks of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...graph.identifiers import fold
from ...graph.model import GraphBuilder
from ..institutions.model import Institution, InstitutionMention, Responsibility
from ..reading import Reading
from .units import Canvas


def draw_bodies(
    canvas: Canvas, mentions: Iterable[InstitutionMention], roles: Iterable[Responsibility], known: Mapping[str, Institution]
) -> None:
    """Adds each body named or asked, MENTIONS from the unit that names it, and the roles; `known` gives parents by id."""
    for mention in mentions:
        body = draw_body(canvas.build, mention.institution, known)
        canvas.build.relate(
            canvas.node_of(mention.container), "MENTIONS", body, mention.start, **canvas.evidence(mention.start, mention.end),
            explicit=True, occurrence=canvas.occurrence(mention.container),
        )  # fmt: skip
    for role in roles:
        if role.role == "MENTIONS":  # drawn above, as every place that names a body
            continue
        body = draw_body(canvas.build, role.institution, known)
        canvas.build.relate(
            canvas.node_of(role.recommendation), role.role, body, role.start, **canvas.evidence(role.start, role.end),
            explicit=role.explicit, contextual=role.contextual, why=role.why,
        )  # fmt: skip


def draw_body(build: GraphBuilder, body: Institution, known: Mapping[str, Institution]) -> str:
    """Adds a body and the bodies it is part of, and returns its id; one that is known as the gazetteer has it, however it is mentioned."""
    body = known.get(body.id, body)
    build.node(
        "Institution", body.id, name=body.name, sort_name=fold(body.name), acronym=body.acronym, aliases=body.aliases or None,
        kind=body.kind, named=body.named,
    )  # fmt: skip
    if body.parent and body.parent in known:
        build.relate(body.id, "PART_OF", draw_body(build, known[body.parent], known))
    return body.id


def draw_issuers(canvas: Canvas, reading: Reading) -> None:
    """Adds ISSUED_BY from the document, and from each source whose authority is a known body, to that body."""
    by_name = {
        fold(name): body for body in reversed(list(reading.known.values())) for name in (body.name, body.acronym, *body.aliases) if name
    }
    issued = [(canvas.avis, reading.document.facts.authority)]
    issued += [(r.source.id, r.source.authority) for r in reading.references if r.source is not None]
    for source, authority in issued:
        body = (reading.known.get(f"inst:{authority}") or by_name.get(fold(authority))) if authority else None
        if body is not None and canvas.build.has(source):
            canvas.build.relate(source, "ISSUED_BY", draw_body(canvas.build, body, reading.known))
