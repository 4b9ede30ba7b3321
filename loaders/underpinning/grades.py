"""The grade of each link: A cited inside, B cited in what leads to it on the same subject, X likewise elsewhere, C same section only."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..citations.model import Reference, Source
from ..document import Document, Recommendation
from ..institutions.model import InstitutionMention
from .constants import CONSTANTS, Constants
from .leads import Cited, Closeness, Index, Landscape, cited_in
from .meaning import Similarity, lifts
from .model import Basis, Grade, Strength, Underpinning
from .naming import naming
from .order import Order
from .proof import passage_of, shared_words
from .vocabulary import Background, vocabulary_of
from .wording import path_to, reason_for_none, why_inside, why_led, why_section

SCORE_OF_SECTION_ONLY = 0.05
WHOLE_TEXTS = frozenset({"Code", "Convention", "Constitution"})


FAR = Closeness(0.0, 0.0, {})


class Candidate(NamedTuple):
    """A citation that may underpin a recommendation, and how close it stands to its subject; `placed`: in the paragraph that says most of
    it, at its place in the order.
    """

    cited: Cited
    closeness: Closeness
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """How links are found: the constants; `background`, the corpus that words are weighed against besides the document; `similarity`, a
    model of meaning plugged in (meaning.py). Neither is needed.
    """

    constants: Constants = CONSTANTS
    background: Background | None = None
    similarity: Similarity | None = None


METHOD = Method()


def underpin(
    document: Document,
    references: Sequence[Reference],
    own_id: str | None = None,
    mentions: Sequence[InstitutionMention] = (),
    method: Method = METHOD,
) -> Underpinning:
    """Links each recommendation to its sources. `own_id` is the document's own identifier: an opinion does not rest on itself.

    `mentions` let a body be known under all its names.
    """
    usable = [r for r in _outermost(references) if r.source is not None and r.source.id != own_id]
    named = naming(document, references, mentions, own_id)
    landscape = Landscape(document, vocabulary_of(document, named, method.background), named, method.constants)
    sections = cited_in(document, usable)
    if method.similarity is not None:
        landscape.lifts = lifts(method.similarity, landscape, [c for cited in sections.values() for c in cited])
    near, index = _near(landscape, sections), Index.of(landscape, sections)
    bases: list[Basis] = []
    without: list[tuple[str, str]] = []
    for recommendation in document.recommendations:
        inside = _cited_inside(recommendation, _within(recommendation, usable))
        elsewhere = _elsewhere(landscape, recommendation, index)
        found = _graded(landscape, recommendation, near[recommendation.id], [*inside, *elsewhere])
        bases += found
        if all(basis.grade in "XC" for basis in found):
            without.append((recommendation.id, _reason(landscape, recommendation, near[recommendation.id], elsewhere)))
    return Underpinning(tuple(bases), tuple(without))


def _reason(landscape: Landscape, recommendation: Recommendation, near: Sequence[Candidate], elsewhere: Sequence[Basis]) -> str:
    neighbours = {c.cited.reference.source.id for c in near if c.cited.reference.source is not None}
    home = landscape.homes[recommendation.body.section]
    written = any(paragraph.section in home for paragraph in landscape.document.paragraphs)
    return reason_for_none(written, len(neighbours), len(elsewhere))


def _outermost(references: Sequence[Reference]) -> list[Reference]:
    """Without those named inside another citation's words: the bill in an opinion's title is not itself relied on."""
    kept: list[Reference] = []
    reach = -1
    for reference in sorted(references, key=lambda r: (r.start, -r.end)):
        if reference.end > reach or (kept and (reference.start, reference.end) == (kept[-1].start, kept[-1].end)):
            kept.append(reference)
            reach = max(reach, reference.end)
    return kept


def _near(landscape: Landscape, sections: Mapping[str, Sequence[Cited]]) -> Mapping[str, list[Candidate]]:
    """For each recommendation, what its section cites, each citation with how near it comes to the one it is closest to.

    What stands where it cannot lead to a recommendation (after it) comes near it in nothing.
    """
    found: dict[str, list[Candidate]] = {r.id: [] for r in landscape.document.recommendations}
    order = Order(landscape.document)
    for section, cited in sections.items():
        recommendations = [r for r in landscape.document.recommendations if section in landscape.homes[r.body.section]]
        for one in cited:
            measured = [(r, landscape.closeness(r, one) if order.leads(one.paragraph, r) else FAR) for r in recommendations]
            best = max((c.passage for _, c in measured), default=0.0)
            for r, closeness in measured:
                nearest = closeness.passage / best if best else 0.0
                placed = landscape.leads_most(r, one.paragraph) and order.at_its_place(one.paragraph, r)
                found[r.id].append(Candidate(one, closeness._replace(nearest=nearest), placed))
    return found


def _within(recommendation: Recommendation, references: Sequence[Reference]) -> list[Reference]:
    """By place, not by unit: two recommendations may share one text ("Recommandations n° 13 et 14"). `references` in text order."""
    places = (
        (bisect_left(references, start, key=_start), bisect_left(references, end, key=_start))
        for start, end in recommendation.body.segments
    )
    return [reference for first, last in places for reference in references[first:last]]


def _start(reference: Reference) -> int:
    return reference.start


def _graded(landscape: Landscape, recommendation: Recommendation, near: Sequence[Candidate], found: Sequence[Basis]) -> list[Basis]:
    """With what its section cites, B or C. A source has its best grade there, A, B or C; an X may stand beside A or B, and for a C."""
    inside = {basis.source.id for basis in found if basis.grade == "A"}
    least, placed = landscape.constants.least, landscape.constants.placed
    close = _by_source(c for c in near if c.closeness.whole >= (placed if c.placed else least))
    led = [_led_basis(landscape, recommendation, "B", source, group) for source, group in close if source.id not in inside]
    known = {basis.source.id for basis in (*found, *led)}
    only = [_section_basis(recommendation, group) for source, group in _by_source(near) if source.id not in known]
    return sorted([*found, *led, *only], key=lambda basis: "ABXC".index(basis.grade))


def _elsewhere(landscape: Landscape, recommendation: Recommendation, index: Index) -> list[Basis]:
    """X: what another section's passage is cited for is so alike that it is no chance."""
    constants, home = landscape.constants, landscape.homes[recommendation.body.section]
    sharing = index.sharing(landscape.demands[recommendation.id].weights, constants.shared)
    foreign = (cited for section, cited in sharing if section not in home)
    alike = (c for c in foreign if landscape.passage_closeness(recommendation, c) >= constants.elsewhere)
    close = [Candidate(c, landscape.closeness(recommendation, c)) for c in alike]
    named = [(source, group) for source, group in _by_source(close) if source.label not in WHOLE_TEXTS]
    return [_led_basis(landscape, recommendation, "X", source, group) for source, group in named]


def _by_source(candidates: Iterable[Candidate]) -> list[tuple[Source, list[Candidate]]]:
    """Grouped by the source they resolve to, in text order; the closest candidate of a group comes first."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    sources: dict[str, Source] = {}
    for candidate in candidates:
        source = candidate.cited.reference.source
        if source is not None:
            sources.setdefault(source.id, source)
            groups[source.id].append(candidate)
    return [(sources[key], sorted(group, key=_closest_first)) for key, group in groups.items()]


def _closest_first(candidate: Candidate) -> tuple[float, float, int]:
    return -candidate.closeness.whole, -candidate.closeness.passage, candidate.cited.reference.start


def _cited_inside(recommendation: Recommendation, references: Sequence[Reference]) -> list[Basis]:
    groups: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        if reference.source is not None:
            groups[reference.source.id].append(reference)
    return [_inside_basis(recommendation, citations) for citations in groups.values()]


def _inside_basis(recommendation: Recommendation, citations: Sequence[Reference]) -> Basis:
    first = citations[0]
    assert first.source is not None  # noqa: S101  (grouped by source above)
    via = f"recommandation {recommendation.number}"
    passage = (first.start, first.end)
    return Basis(recommendation.id, first.source, "A", "strong", 1.0, why_inside(first), via, recommendation.id, passage, tuple(citations))


def _led_basis(
    landscape: Landscape, recommendation: Recommendation, grade: Grade, source: Source, candidates: Sequence[Candidate]
) -> Basis:
    """Grade B or X, proved by the words that the recommendation and the citing passage share."""
    best = candidates[0]
    words = shared_words(landscape, recommendation, best.cited, best.closeness)
    score = best.closeness.whole if grade == "B" else best.closeness.passage
    placed = grade == "B" and score < landscape.constants.least
    citations = tuple(sorted((c.cited.reference for c in candidates), key=lambda r: r.start))
    return Basis(
        recommendation.id, source, grade, _strength(landscape.constants, source, candidates), round(min(0.99, score), 3),
        why_led(best.cited, words, grade == "X", placed), path_to(best.cited), best.cited.paragraph.id,
        passage_of(landscape, best.cited, best.closeness), citations, words,
    )  # fmt: skip


def _strength(constants: Constants, source: Source, candidates: Iterable[Candidate]) -> Strength:
    """Strong where a citing passage itself says enough of this recommendation, and as much as of any other.

    Weak for a whole code, convention or constitution: what rests on it rests on some article of it.
    """
    said = any(c.closeness.passage >= constants.least and c.closeness.nearest >= constants.nearest for c in candidates)
    return "strong" if said and source.label not in WHOLE_TEXTS else "weak"


def _section_basis(recommendation: Recommendation, candidates: Sequence[Candidate]) -> Basis:
    """Grade C, at the first citation of the section."""
    citations = tuple(sorted((c.cited.reference for c in candidates), key=lambda r: r.start))
    first = min((c.cited for c in candidates), key=lambda c: c.reference.start)
    assert first.reference.source is not None  # noqa: S101  (grouped by source)
    return Basis(
        recommendation.id, first.reference.source, "C", None, SCORE_OF_SECTION_ONLY, why_section(first), path_to(first),
        first.paragraph.id, (first.reference.start, first.reference.end), citations,
    )  # fmt: skip
