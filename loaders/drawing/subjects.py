"""What recommendations are about and how they ask, and the persons heard."""

from __future__ import annotations

from ...graph import identifiers as ids
from ...graph.identifiers import fold
from ..institutions import modality
from ..reading import Reading
from .bodies import draw_body
from .units import Canvas


def draw_subjects(canvas: Canvas, reading: Reading) -> None:
    """Adds each recommendation's modality and themes."""
    for recommendation in reading.document.recommendations:
        node = ids.unit(canvas.avis, recommendation.id)
        canvas.build.node("Recommendation", node, modality=modality(recommendation.body.clean.text))
    for mention in reading.themes:
        canvas.build.node("Theme", mention.theme, name=mention.name, sort_name=fold(mention.name))
        source, evidence = ids.unit(canvas.avis, mention.recommendation), canvas.evidence(mention.start, mention.end)
        canvas.build.relate(source, "HAS_THEME", mention.theme, **evidence)


def draw_hearings(canvas: Canvas, reading: Reading) -> None:
    """Adds the persons heard, with the body each speaks for."""
    for hearing in reading.hearings:
        canvas.build.node("Person", hearing.id, name=hearing.name, sort_name=fold(hearing.name), role=hearing.role)
        evidence = canvas.evidence(hearing.start, hearing.end)
        canvas.build.relate(canvas.avis, "HEARD", hearing.id, **evidence)
        if hearing.institution:
            body = draw_body(canvas.build, hearing.institution, reading.known)
            canvas.build.relate(hearing.id, "SPEAKS_FOR", body, **evidence)
