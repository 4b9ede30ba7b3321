"""The document's own nodes: the Avis, its sections, paragraphs, notes and recommendations."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...graph import identifiers as ids
from ...graph.identifiers import fold
from ...graph.model import GraphBuilder
from ..citations.itself import other_names
from ..document import CleanText, Document, Footnote, Paragraph, Recommendation, Section

type Drawn = Section | Paragraph | Footnote | Recommendation


@dataclass(frozen=True, slots=True)
class Canvas:
    """The builder, the document being drawn, its id, and what is looked up for each evidence: see `Canvas.of`.

    `annexed` are the units in an annexe, `units` each unit's clean text, `starts` where the document's pieces start.
    """

    build: GraphBuilder
    document: Document
    avis: str
    annexed: frozenset[str]
    units: Mapping[str, CleanText]
    starts: Sequence[int]

    @classmethod
    def of(cls, build: GraphBuilder, document: Document, avis: str) -> Canvas:
        annexed = frozenset(u.id for u in document.units if u.in_annexe)
        return cls(build, document, avis, annexed, {u.id: u.clean for u in document.units}, [p.start for p in document.pieces])

    def occurrence(self, unit: str) -> str:
        """'annexe' for a unit in an annexe (a recommendation's repetition included), else 'body'."""
        return "annexe" if unit in self.annexed else "body"

    def node_of(self, unit: str) -> str:
        """The node of a unit: its own, a recommendation's for its annexe occurrence, a heading's section, else the Avis."""
        base = unit.partition("@")[0]
        candidates = (ids.unit(self.avis, base), ids.unit(self.avis, f"s-{base.removeprefix('h:')}"))
        return next((c for c in candidates if self.build.has(c)), self.avis)

    def page(self, offset: int) -> int | None:
        return self.document.source.page_at(offset)

    def evidence(self, start: int, end: int) -> dict[str, str | int | None]:
        """The properties of schema.EVIDENCE for source text[start:end]; the quote reads as the unit's clean text does."""
        return {"start": start, "end": end, "quote": self._quote(start, end), "page": self.page(start)}

    def _quote(self, start: int, end: int) -> str:
        """Without call marks, line ends and their hyphens where a unit holds the span, else the source text on one line."""
        piece = self.document.pieces[bisect_right(self.starts, start) - 1] if self.starts else None
        clean = self.units.get(piece.unit) if piece else None
        said = clean.text[slice(*clean.clean_span(start, end))] if clean else ""
        return " ".join((said or self.document.source.text[start:end]).split())


def draw_units(canvas: Canvas) -> None:
    """Adds the Avis and its units, each under its section (under the Avis where it has none)."""
    _avis(canvas)
    document = canvas.document
    drawn: tuple[Drawn, ...] = (*document.sections, *document.paragraphs, *document.footnotes, *document.recommendations)
    in_order = sorted(drawn, key=_start)
    rank = {(type(u).__name__, u.id): n for n, u in enumerate(in_order, 1)}
    _text(canvas)
    for section in document.sections:
        _section(canvas, section, rank["Section", section.id])
    for paragraph in document.paragraphs:
        _paragraph(canvas, paragraph, rank["Paragraph", paragraph.id])
    for recommendation in document.recommendations:
        _recommendation(canvas, recommendation, rank["Recommendation", recommendation.id])
    for note in document.footnotes:
        _footnote(canvas, note, rank["Footnote", note.id])
    for note in document.footnotes:
        caller = canvas.node_of(note.call_container) if note.call_container else canvas.avis
        canvas.build.relate(caller, "HAS_FOOTNOTE", ids.unit(canvas.avis, note.id), call=note.call_offset)


def _start(unit: Drawn) -> tuple[int, int]:
    return (unit.body.start, 0) if isinstance(unit, Recommendation) else (unit.start, -unit.end)


def _avis(canvas: Canvas) -> None:
    facts, source = canvas.document.facts, canvas.document.source
    title = facts.title or source.metadata.get("title") or source.name
    dated = f" du {ids.french_date(facts.adopted_on)}" if facts.adopted_on else ""
    authority = f"{facts.authority}, " if facts.authority else ""
    kind = "avis" if facts.cote or facts.authority else "document"
    name = f"avis {facts.cote}" if facts.cote else title
    front = next((u.clean.text for u in canvas.document.units if u.kind == "front"), None)
    canvas.build.node(
        "Avis", canvas.avis, name=name, sort_name=fold(name), kind="Avis", normative=False,
        canonical=f"{authority}{kind}{' ' + facts.cote if facts.cote else ''}{dated}, {title}",
        title=title, cote=facts.cote, number=facts.cote, adopted_on=facts.adopted_on, date=facts.adopted_on, vote=facts.vote,
        lang=facts.lang,
        source=source.name, loaded=True, fingerprint=hashlib.sha256(source.text.encode()).hexdigest(), summary=front,
        also_known_as=other_names(canvas.document) or None,
    )  # fmt: skip


def _text(canvas: Canvas) -> None:
    """The source text itself, with all that its structure is rebuilt from (loaders/keeping.py reads it back)."""
    source = canvas.document.source
    marks = json.dumps([[m.start, m.end, m.kind, m.level, m.value] for m in source.marks])
    node = canvas.build.node(
        "Text", ids.unit(canvas.avis, "text"), name=source.name, text=source.text, format=source.format, encoding=source.encoding,
        page_starts=tuple(p.start for p in source.pages) or None, marks=marks if source.marks else None,
        metadata=json.dumps(dict(sorted(source.metadata.items())), ensure_ascii=False) if source.metadata else None,
    )  # fmt: skip
    canvas.build.relate(canvas.avis, "HAS_TEXT", node)


def _section(canvas: Canvas, section: Section, order: int) -> None:
    node = ids.unit(canvas.avis, f"s-{section.id}")
    name = f"{section.number}. {section.title}" if section.number else section.title
    canvas.build.node(
        "Section", node, name=name, order=order, start=section.start, end=section.end, page=canvas.page(section.start),
        number=section.number, title=section.title, level=section.level, annexe=section.annexe,
    )  # fmt: skip
    parent = ids.unit(canvas.avis, f"s-{section.parent}") if section.parent else canvas.avis
    canvas.build.relate(parent if canvas.build.has(parent) else canvas.avis, "HAS_SECTION", node)


def _paragraph(canvas: Canvas, paragraph: Paragraph, order: int) -> None:
    node = ids.unit(canvas.avis, paragraph.id)
    shown = paragraph.number if paragraph.number is not None else paragraph.id.removeprefix("p")
    canvas.build.node(
        "Paragraph", node, name=f"§ {shown}", order=order, start=paragraph.start, end=paragraph.end, page=canvas.page(paragraph.start),
        number=paragraph.number, text=paragraph.clean.text,
    )  # fmt: skip
    canvas.build.relate(_holder(canvas, paragraph.section), "HAS_PARAGRAPH", node)


def _footnote(canvas: Canvas, note: Footnote, order: int) -> None:
    canvas.build.node(
        "Footnote", ids.unit(canvas.avis, note.id), name=f"note {note.number}", order=order, start=note.start, end=note.end,
        page=canvas.page(note.start), number=note.number, text=note.clean.text,
    )  # fmt: skip


def _recommendation(canvas: Canvas, recommendation: Recommendation, order: int) -> None:
    node, body, annexe = ids.unit(canvas.avis, recommendation.id), recommendation.body, recommendation.annexe
    canvas.build.node(
        "Recommendation", node, name=f"Recommandation {recommendation.number}", order=order, start=body.start, end=body.end,
        page=canvas.page(body.start), number=recommendation.number, text=body.clean.text, label=body.label or None,
        annexe_text=annexe.clean.text if annexe else None, annexe_difference=_differences(recommendation),
    )  # fmt: skip
    canvas.build.relate(_holder(canvas, body.section), "HAS_RECOMMENDATION", node)


def _differences(recommendation: Recommendation) -> str | None:
    """The differences as a reader says them: « Identification » devient « identification » ; l’annexe omet « , »."""
    said = {
        "replace": lambda d: f"« {d.body} » devient « {d.annexe} »",
        "delete": lambda d: f"l’annexe omet « {d.body} »",
        "insert": lambda d: f"l’annexe ajoute « {d.annexe} »",
    }
    return " ; ".join(said[d.op](d) for d in recommendation.differences) or None


def _holder(canvas: Canvas, section: str) -> str:
    node = ids.unit(canvas.avis, f"s-{section}")
    return node if canvas.build.has(node) else canvas.avis
