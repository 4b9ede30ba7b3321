"""What each recommendation rests on, and what a reader should check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...graph import identifiers as ids
from ..citations.model import Finding, Reference
from ..messages import say
from ..underpinning.model import Basis
from .sources import citation_id, draw_source
from .units import Canvas


def draw_bases(canvas: Canvas, bases: Iterable[Basis]) -> None:
    """Adds an UNDERPINNED_BY for each link, with its grade, its reason and every offset that proves it; an X stands beside a B or C."""
    for basis in bases:
        start, end = basis.passage
        source, beside = draw_source(canvas.build, basis.source), "X" if basis.grade == "X" else ""
        canvas.build.relate(
            ids.unit(canvas.avis, basis.recommendation), "UNDERPINNED_BY", source, beside, **canvas.evidence(start, end),
            grade=basis.grade, strength=basis.strength, normative=basis.normative, score=basis.score, why=basis.why, via=basis.via,
            via_id=canvas.node_of(basis.lead),
            citations=tuple(citation_id(canvas, c, basis.source) for c in basis.citations),
            words=tuple(w.word for w in basis.words) or None,
            rec_start=tuple(s for w in basis.words for s, _ in w.recommendation) or None,
            rec_end=tuple(e for w in basis.words for _, e in w.recommendation) or None,
            lead_start=tuple(s for w in basis.words for s, _ in w.lead) or None,
            lead_end=tuple(e for w in basis.words for _, e in w.lead) or None,
        )  # fmt: skip


def draw_findings(canvas: Canvas, references: Iterable[Reference]) -> None:
    """Adds a Finding for each doubt about a reference, and for each reference that could not be resolved."""
    found = _told_once([(r, f) for r in references for f in (*r.findings, *_unresolved(r))])
    for number, (reference, finding) in enumerate(found, 1):
        node = canvas.build.node(
            "Finding", ids.unit(canvas.avis, f"f{number}"), name=f"point {number}", order=number, kind=finding.kind,
            message=finding.said.fr, message_en=finding.said.en, suggestion=finding.suggested.fr if finding.suggested else None,
            suggestion_en=finding.suggested.en if finding.suggested else None, certainty=finding.certainty,
            **canvas.evidence(finding.start, finding.end),
        )  # fmt: skip
        canvas.build.relate(node, "ABOUT", canvas.node_of(reference.container))
        if reference.source is not None and reference.source.id != canvas.avis:
            canvas.build.relate(node, "ABOUT", reference.source.id)


def _told_once(found: Sequence[tuple[Reference, Finding]]) -> list[tuple[Reference, Finding]]:
    """In text order, without what is said again of a part of the same words: an article's law, after the article."""
    kept: list[tuple[Reference, Finding]] = []
    for reference, finding in sorted(found, key=lambda x: (x[1].start, -x[1].end, x[1].kind)):
        same = (f for _, f in kept if (f.kind, f.said) == (finding.kind, finding.said))
        if not any(f.start <= finding.start and finding.end <= f.end for f in same):
            kept.append((reference, finding))
    return kept


def _unresolved(reference: Reference) -> tuple[Finding, ...]:
    """A reference without a source and without a finding of its own says why it was left open."""
    if reference.source is not None or any(f.kind.startswith("unresolved") for f in reference.findings):
        return ()
    said = reference.reason or say("unresolved")
    return (Finding("unresolved_reference", said, "certain", reference.start, reference.end, reference.surface),)
