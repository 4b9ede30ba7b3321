"""What recommendations are about and how they ask, and the persons heard."""

from __future__ import annotations

from ...graph import identifiers as ids
from ...graph.identifiers import fold
from ..actions import Demand
from ..reading import Reading
from .bodies import draw_body
from .units import Canvas


def draw_subjects(canvas: Canvas, reading: Reading) -> None:
    """Adds how each recommendation asks, what for, and its themes."""
    for demand in reading.demands:
        _draw_demand(canvas, demand)
    for mention in reading.themes:
        canvas.build.node("Theme", mention.theme, name=mention.name, sort_name=fold(mention.name))
        source, evidence = ids.unit(canvas.avis, mention.recommendation), canvas.evidence(mention.start, mention.end)
        canvas.build.relate(source, "HAS_THEME", mention.theme, **evidence)


def _draw_demand(canvas: Canvas, demand: Demand) -> None:
    node = ids.unit(canvas.avis, demand.recommendation)
    conditions = [term for term in demand.terms if term.kind == "condition"]
    deadlines = [term for term in demand.terms if term.kind == "deadline"]
    canvas.build.node(
        "Recommendation", node, modality=demand.modality,
        conditions=tuple(term.quote for term in conditions) or None, condition_starts=tuple(term.start for term in conditions) or None,
        deadlines=tuple(term.quote for term in deadlines) or None, deadline_starts=tuple(term.start for term in deadlines) or None,
    )  # fmt: skip
    for action in demand.actions:
        canvas.build.node("Action", action.id, name=action.verb, sort_name=fold(action.verb))
        evidence = canvas.evidence(action.start, action.end)
        canvas.build.relate(node, "ASKS_FOR", action.id, action.start, **evidence, object=action.object, kind=action.kind)


def draw_hearings(canvas: Canvas, reading: Reading) -> None:
    """Adds the persons heard, with the body each speaks for."""
    for hearing in reading.hearings:
        canvas.build.node("Person", hearing.id, name=hearing.name, sort_name=fold(hearing.name), role=hearing.role)
        evidence = canvas.evidence(hearing.start, hearing.end)
        canvas.build.relate(canvas.avis, "HEARD", hearing.id, **evidence)
        if hearing.institution:
            body = draw_body(canvas.build, hearing.institution, reading.known)
            canvas.build.relate(hearing.id, "SPEAKS_FOR", body, **evidence)
