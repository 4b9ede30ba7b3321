"""A document's structure as plain data, for `renvois structure FILE --json`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..document import Document, Footnote, Occurrence, Paragraph, Recommendation, Section


def structure_json(document: Document) -> dict[str, Any]:
    """The structure as JSON-ready data; every `start`, `end` and `…_offset` is an index into the text of `renvois text FILE`.

    `units` are the stretches of text in reading order; `pieces` part the whole text: every character lies in exactly one.
    """
    units = {unit.id: unit for unit in document.units}
    paragraphs = {p.id: p.number for p in document.paragraphs}
    return {
        "source": {"name": document.source.name, "format": document.source.format, "chars": len(document.source.text)},
        "facts": asdict(document.facts),
        "warnings": list(document.warnings),
        "sections": sorted([*(_section(s) for s in document.sections), *_headers(document)], key=lambda s: s["start"]),
        "paragraphs": [_paragraph(p) for p in document.paragraphs],
        "footnotes": [_footnote(n, {i: u.name for i, u in units.items()}, paragraphs) for n in document.footnotes],
        "recommendations": [_recommendation(r) for r in document.recommendations],
        "units": [{"id": u.id, "kind": u.kind, "name": u.name, "section": u.section, "text": u.clean.text} for u in document.units],
        "pieces": [{"start": p.start, "end": p.end, "kind": p.kind, "unit": p.unit} for p in document.pieces],
    }


def _section(section: Section) -> dict[str, Any]:
    return {name: getattr(section, name) for name in Section.__slots__}


def _headers(document: Document) -> list[dict[str, Any]]:
    """The page headers that stand between sections, as noise; those inside a section are in `units` only."""
    result: list[dict[str, Any]] = []
    for unit in document.units:
        if unit.kind == "furniture" and unit.clean.text:
            start, end = unit.clean.raw_span(0, len(unit.clean.text))
            if not any(s.start <= start < s.end for s in document.sections):
                name = f"hdr-{len(result) + 1}" if result else "hdr"
                blank = dict.fromkeys(Section.__slots__)
                span = {"start": start, "end": end, "heading_start": start, "heading_end": end}
                result.append({**blank, **span, "id": name, "title": unit.clean.text, "level": 0, "annexe": False, "noise": True})
    return result


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "id": paragraph.id,
        "number": paragraph.number,
        "start": paragraph.start,
        "end": paragraph.end,
        "text_start": paragraph.text_start,
        "section": paragraph.section,
        "segments": [list(s) for s in paragraph.segments],
        "footnotes_called": list(paragraph.footnotes_called),
        "text": paragraph.clean.text,
    }


def _footnote(note: Footnote, names: dict[str, str], paragraphs: dict[str, int | None]) -> dict[str, Any]:
    container = note.call_container
    return {
        "id": note.id,
        "number": note.number,
        "start": note.start,
        "end": note.end,
        "text_start": note.text_start,
        "section": note.section,
        "segments": [list(s) for s in note.segments],
        "call_container": names[container] if container else None,
        "call_paragraph": paragraphs.get(container) if container else None,
        "call_unit": container,
        "call_offset": note.call_offset,
        "call_end": note.call_end,
        "text": note.clean.text,
    }


def _recommendation(recommendation: Recommendation) -> dict[str, Any]:
    body, annexe = recommendation.body, recommendation.annexe
    return {
        "id": recommendation.id,
        "number": recommendation.number,
        **_occurrence(body),
        "annexe_text": annexe.clean.text if annexe else None,
        "label_body": body.label,
        "label_annex": annexe.label if annexe else None,
        "annex_start": annexe.start if annexe else None,
        "annex_end": annexe.end if annexe else None,
        "annex_text_start": annexe.text_start if annexe else None,
        "annex_section": annexe.section if annexe else None,
        "identical": annexe is not None and not recommendation.differences,
        "differences": [asdict(d) for d in recommendation.differences],
    }


def _occurrence(occurrence: Occurrence) -> dict[str, Any]:
    return {
        "start": occurrence.start,
        "end": occurrence.end,
        "text_start": occurrence.text_start,
        "section": occurrence.section,
        "segments": [list(s) for s in occurrence.segments],
        "text": occurrence.clean.text,
    }
