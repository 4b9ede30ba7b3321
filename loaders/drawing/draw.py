"""The graph of one document, drawn from everything that was read of it."""

from __future__ import annotations

from ...graph import identifiers as ids
from ...graph.model import Graph, GraphBuilder
from ..reading import Reading
from .bases import draw_bases, draw_findings
from .bodies import draw_bodies, draw_issuers
from .sources import draw_changes, draw_citations
from .subjects import draw_hearings, draw_subjects
from .units import Canvas, draw_units


def draw(reading: Reading) -> Graph:
    """The document's graph, checked against the schema and sorted by id."""
    build = GraphBuilder(reading.avis)
    canvas = Canvas.of(build, reading.document, reading.avis)
    draw_units(canvas)
    draw_citations(canvas, reading.references)
    draw_changes(canvas, reading.references)
    draw_bodies(canvas, reading.mentions, reading.roles, reading.known)
    draw_issuers(canvas, reading)
    draw_subjects(canvas, reading)
    draw_hearings(canvas, reading)
    draw_bases(canvas, reading.underpinning.bases)
    draw_findings(canvas, reading.references)
    for recommendation, reason in reading.underpinning.without:
        build.node("Recommendation", ids.unit(reading.avis, recommendation), no_basis_reason=reason)
    return build.build()
