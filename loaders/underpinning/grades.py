"""Grades A and C: what a recommendation itself cites, and what only its section cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..citations.model import Reference, Source
from ..document import Document, Recommendation
from .model import Basis, Underpinning

type ByContainer = Mapping[str, Sequence[Reference]]


def underpin(document: Document, references: Sequence[Reference], own_id: str | None = None) -> Underpinning:
    """Links each recommendation to its sources. `own_id` is the document's own identifier: an opinion does not rest on itself."""
    by_container: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        if reference.source is not None and reference.source.id != own_id:
            by_container[reference.container].append(reference)
    bases: list[Basis] = []
    without: list[tuple[str, str]] = []
    for recommendation in document.recommendations:
        cited = _cited_inside(recommendation, by_container)
        neighbours = _cited_in_section(document, recommendation, by_container, {b.source.id for b in cited})
        bases += [*cited, *neighbours]
        if not cited:
            without.append((recommendation.id, _reason(recommendation, neighbours)))
    return Underpinning(tuple(bases), tuple(without))


def _cited_inside(recommendation: Recommendation, by_container: ByContainer) -> list[Basis]:
    found = by_container.get(recommendation.id, ())
    return [
        Basis(
            recommendation.id,
            source,
            "A",
            "strong",
            1.0,
            f"Cité dans la recommandation elle-même : « {' '.join(citations[0].surface.split())} ».",
            f"recommandation {recommendation.number}",
            recommendation.id,
            (citations[0].start, citations[0].end),
            citations,
        )
        for source, citations in _by_source(found)
    ]


def _cited_in_section(document: Document, recommendation: Recommendation, by_container: ByContainer, known: set[str]) -> list[Basis]:
    """Grade C: the paragraphs of the recommendation's own section, and the notes they call, in text order."""
    section = recommendation.body.section
    lead_of: dict[str, str] = {}
    for paragraph in document.paragraphs:
        if paragraph.section == section:
            lead_of[paragraph.id] = paragraph.id
    for note in document.footnotes:
        if note.call_container in lead_of:
            lead_of[note.id] = lead_of[note.call_container]
    found = [r for container in lead_of for r in by_container.get(container, ())]
    names = {u.id: _short_name(u.name) for u in document.units}
    bases = []
    for source, citations in _by_source(found):
        if source.id in known:
            continue
        first = citations[0]
        lead = lead_of[first.container]
        via = names[lead] if lead == first.container else f"{names[lead]} → {names[first.container]}"
        bases.append(
            Basis(
                recommendation.id,
                source,
                "C",
                None,
                0.1,
                f"Même section seulement : cité par {via}, sans lien établi avec la recommandation.",
                via,
                lead,
                (first.start, first.end),
                citations,
            )
        )
    return bases


def _by_source(references: Sequence[Reference]) -> list[tuple[Source, tuple[Reference, ...]]]:
    """The references grouped by the source they resolve to, in the order of the text."""
    groups: dict[str, list[Reference]] = defaultdict(list)
    for reference in sorted(references, key=lambda r: (r.start, r.end)):
        if reference.source is not None:
            groups[reference.source.id].append(reference)
    return [(group[0].source, tuple(group)) for group in groups.values() if group[0].source is not None]


def _short_name(name: str) -> str:
    """'paragraph 24' as jurists write it: '§ 24'; 'footnote 27' is 'note 27'."""
    kind, _, rest = name.partition(" ")
    return {"paragraph": "§ ", "footnote": "note ", "recommendation": "recommandation "}.get(kind, f"{kind} ") + rest


def _reason(recommendation: Recommendation, neighbours: Sequence[Basis]) -> str:
    if not neighbours:
        return f"Aucune source n’est citée dans sa section ({recommendation.body.section}) ni dans la recommandation."
    cited = "une source, citée" if len(neighbours) == 1 else f"{len(neighbours)} sources, citées"
    return f"La recommandation ne cite rien ; sa section compte {cited} sans lien établi avec elle."
