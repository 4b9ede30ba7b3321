"""The grade of each link: A cited inside, B cited in what leads to it on the same subject, X likewise elsewhere, C same section only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..citations.model import Reference, Source
from ..document import CleanText, Document, Recommendation, Span
from .leads import NOWHERE, Cited, Closeness, Landscape, cited_in
from .model import Basis, Grade, SharedWord, Strength, Underpinning

# A citing sentence that has this part of a recommendation's subject underpins it (B), and strongly from the second figure on,
# if the paragraph is about as near as the best lead, or the note itself speaks of the subject.
LEAST_CLOSENESS, LEAST_FIRMNESS = 0.12, 0.22
NEAR_BEST_LEAD, SUBJECT_IN_NOTE = 0.5, 0.1
# In another section the words must be alike enough to be no chance (X).
LEAST_CLOSENESS_ELSEWHERE, LEAST_SHARED_ELSEWHERE = 0.35, 3
SCORE_OF_SECTION_ONLY = 0.05
WORDS_SHOWN = 6
WHOLE_TEXTS = frozenset({"Code", "Convention", "Constitution"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A citation that may underpin a recommendation, and how close it stands to its subject."""

    cited: Cited
    closeness: Closeness


def underpin(document: Document, references: Sequence[Reference], own_id: str | None = None) -> Underpinning:
    """Links each recommendation to its sources. `own_id` is the document's own identifier: an opinion does not rest on itself."""
    usable = [r for r in _outermost(references) if r.source is not None and r.source.id != own_id]
    landscape = Landscape(document)
    sections = cited_in(document, usable)
    bases: list[Basis] = []
    without: list[tuple[str, str]] = []
    for recommendation in document.recommendations:
        found = _bases(landscape, recommendation, usable, sections)
        bases += found
        if all(basis.grade == "C" for basis in found):
            without.append((recommendation.id, _reason(recommendation, len(found))))
    return Underpinning(tuple(bases), tuple(without))


def _outermost(references: Sequence[Reference]) -> list[Reference]:
    """Without those named inside another citation's words: the bill in an opinion's title is not itself relied on."""
    kept: list[Reference] = []
    reach = -1
    for reference in sorted(references, key=lambda r: (r.start, -r.end)):
        if reference.end > reach or (kept and (reference.start, reference.end) == (kept[-1].start, kept[-1].end)):
            kept.append(reference)
            reach = max(reach, reference.end)
    return kept


def _bases(
    landscape: Landscape, recommendation: Recommendation, references: Sequence[Reference], sections: Mapping[str, Sequence[Cited]]
) -> list[Basis]:
    """The links of one recommendation; a source keeps its best grade in its section, and X beside a C."""
    own = sections.get(recommendation.body.section, ())
    found = _cited_inside(recommendation, [r for r in references if _within(recommendation, r)])
    known = {basis.source.id for basis in found}
    near = [c for c in _measured(landscape, recommendation, own) if _underpins(landscape, recommendation, c)]
    for source, candidates in _by_source(near):
        if source.id not in known:
            known.add(source.id)
            found.append(_led_basis(landscape, recommendation, "B", source, candidates))
    found += _elsewhere(landscape, recommendation, sections, known)
    known |= {basis.source.id for basis in found}
    for source, candidates in _by_source([Candidate(c, NOWHERE) for c in own]):
        if source.id not in known:
            found.append(_section_basis(landscape.document, recommendation, source, candidates))
    return found


def _within(recommendation: Recommendation, reference: Reference) -> bool:
    """By place, not by unit: two recommendations may share one text ("Recommandations n° 13 et 14")."""
    return any(start <= reference.start < end for start, end in recommendation.body.segments)


def _measured(landscape: Landscape, recommendation: Recommendation, cited: Sequence[Cited]) -> list[Candidate]:
    return [Candidate(c, landscape.closeness(recommendation, c)) for c in cited]


def _underpins(landscape: Landscape, recommendation: Recommendation, candidate: Candidate) -> bool:
    return candidate.closeness.score >= LEAST_CLOSENESS and landscape.leads(recommendation, candidate.cited.paragraph)


def _elsewhere(
    landscape: Landscape, recommendation: Recommendation, sections: Mapping[str, Sequence[Cited]], known: set[str]
) -> list[Basis]:
    """Grade X: another section's paragraph with the same words; a whole code named there proves too little."""
    foreign = [c for section, cited in sections.items() if section != recommendation.body.section for c in cited]
    close = [
        c
        for c in _measured(landscape, recommendation, foreign)
        if c.closeness.score >= LEAST_CLOSENESS_ELSEWHERE and len(c.closeness.shared) >= LEAST_SHARED_ELSEWHERE
    ]
    named = [(s, group) for s, group in _by_source(close) if s.id not in known and s.label not in WHOLE_TEXTS]
    return [_led_basis(landscape, recommendation, "X", s, group) for s, group in named]


def _by_source(candidates: Sequence[Candidate]) -> list[tuple[Source, list[Candidate]]]:
    """Grouped by the source they resolve to, in text order; the closest candidate of a group comes first."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        source = candidate.cited.reference.source
        if source is not None:
            groups[source.id].append(candidate)
    ordered = (sorted(group, key=lambda c: (-c.closeness.score, c.cited.reference.start)) for group in groups.values())
    return [(group[0].cited.reference.source, group) for group in ordered if group[0].cited.reference.source is not None]


def _cited_inside(recommendation: Recommendation, references: Sequence[Reference]) -> list[Basis]:
    groups: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        if reference.source is not None:
            groups[reference.source.id].append(reference)
    return [_inside_basis(recommendation, citations) for citations in groups.values()]


def _inside_basis(recommendation: Recommendation, citations: Sequence[Reference]) -> Basis:
    first = citations[0]
    assert first.source is not None  # noqa: S101  (grouped by source above)
    why = f"Cité dans la recommandation elle-même : « {' '.join(first.surface.split())} »."
    via = f"recommandation {recommendation.number}"
    passage = (first.start, first.end)
    return Basis(recommendation.id, first.source, "A", "strong", 1.0, why, via, recommendation.id, passage, tuple(citations))


def _led_basis(
    landscape: Landscape, recommendation: Recommendation, grade: Grade, source: Source, candidates: Sequence[Candidate]
) -> Basis:
    """Grade B or X, proved by the words that the recommendation and the citing passage share."""
    best = candidates[0]
    closeness, lead = best.closeness, landscape.paragraphs[best.cited.paragraph.id]
    strength = _strength(source, best)
    words = _shared_words(landscape, recommendation, best)
    via = path_to(landscape.document, best.cited)
    section = best.cited.paragraph.section
    elsewhere = "" if grade == "B" else f", dans une autre section ({'introduction' if section == '0' else section})"
    why = f"Cité {_place(landscape.document, best.cited)}{elsewhere} ; mots communs : {', '.join(w.word for w in words)}."
    passage = _unbroken(lead.clean, closeness.passage, best.cited.paragraph.segments)
    citations = tuple(sorted((c.cited.reference for c in candidates), key=lambda r: r.start))
    score = round(min(0.99, closeness.score), 3)
    return Basis(recommendation.id, source, grade, strength, score, why, via, best.cited.paragraph.id, passage, citations, words)


def _unbroken(clean: CleanText, passage: Span, segments: Sequence[Span]) -> Span:
    """The passage in the source text; where a page break cuts it, its longer part, so that no footnote stands in the quotation."""
    text = clean.text[slice(*passage)]
    start = passage[0] + len(text) - len(text.lstrip())
    first, last = clean.raw_span(start, passage[0] + len(text.rstrip()))
    parts = [(max(first, a), min(last, b)) for a, b in segments if max(first, a) < min(last, b)]
    return max(parts, key=lambda part: part[1] - part[0], default=(first, last))


def _strength(source: Source, candidate: Candidate) -> Strength:
    """Weak too for a whole code, convention or constitution: what rests on it rests on some article of it."""
    closeness = candidate.closeness
    near = closeness.rank >= NEAR_BEST_LEAD or closeness.in_note >= SUBJECT_IN_NOTE
    return "strong" if closeness.firmness >= LEAST_FIRMNESS and near and source.label not in WHOLE_TEXTS else "weak"


def _section_basis(document: Document, recommendation: Recommendation, source: Source, candidates: Sequence[Candidate]) -> Basis:
    first = candidates[0].cited
    why = f"Même section seulement : cité {_place(document, first)}, sans lien établi avec la recommandation."
    citations = tuple(c.cited.reference for c in candidates)
    passage = (first.reference.start, first.reference.end)
    via = path_to(document, first)
    return Basis(recommendation.id, source, "C", None, SCORE_OF_SECTION_ONLY, why, via, first.paragraph.id, passage, citations)


def _shared_words(landscape: Landscape, recommendation: Recommendation, candidate: Candidate) -> tuple[SharedWord, ...]:
    """The heaviest shared families, each shown as the recommendation writes it."""
    vocabulary = landscape.vocabulary
    demand, lead = landscape.demands[recommendation.id], landscape.paragraphs[candidate.cited.paragraph.id]
    start, end = candidate.closeness.window
    near = [w for w in lead.words if start <= w.start < end]
    heaviest = sorted(candidate.closeness.shared, key=lambda f: (-vocabulary.weight[f], f))[:WORDS_SHOWN]
    shown = {vocabulary.family[w.stem]: demand.clean.text[w.start : w.end] for w in reversed(demand.words)}
    return tuple(
        SharedWord(shown[f].lower(), vocabulary.spans(f, demand.words, demand.clean), vocabulary.spans(f, near, lead.clean))
        for f in heaviest
    )


def path_to(document: Document, cited: Cited) -> str:
    """'§ 24 → note 27', or '§ 26' for a citation in the paragraph itself."""
    paragraph, note = _names(document, cited)
    return f"{paragraph} → {note}" if note else paragraph


def _place(document: Document, cited: Cited) -> str:
    paragraph, note = _names(document, cited)
    return f"en {note}, appelée au {paragraph}" if note else f"au {paragraph}"


def _names(document: Document, cited: Cited) -> tuple[str, str | None]:
    paragraph = cited.paragraph
    shown = paragraph.number if paragraph.number is not None else paragraph.id.removeprefix("p")
    note = next((n for n in document.footnotes if n.id == cited.reference.container), None)
    return f"§ {shown}", f"note {note.number}" if note else None


def _reason(recommendation: Recommendation, neighbours: int) -> str:
    if not neighbours:
        return "Aucune source n’est citée, ni dans la recommandation ni dans sa section."
    cited = "une source citée" if neighbours == 1 else f"{neighbours} sources citées"
    return f"La recommandation ne cite rien ; sa section compte {cited}, sur un autre objet ou sans mots communs qui l’établissent."
