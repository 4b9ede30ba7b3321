"""The paragraphs that lead to a recommendation, and how closely each citation in them stands to its subject.

Constants were chosen on the first avis (docs/method.md says how, and gives what they measure on parts left out).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..citations.model import Reference
from ..document import CleanText, Document, Paragraph, Recommendation, Span
from .words import Vocabulary, Word, content_words, sentences

# A paragraph leads to a recommendation if their cosine reaches LEAST_LEAD, and these parts of the best that either finds in the section.
LEAST_LEAD, PART_OF_BEST_LEAD, PART_OF_BEST_DEMAND = 0.08, 0.4, 0.3
# The sentences around a citing sentence count for this part of what they share with the recommendation.
NEIGHBOURS = 0.3


@dataclass(frozen=True, slots=True)
class Text:
    """A unit's clean text with its words and their families."""

    clean: CleanText
    words: tuple[Word, ...]
    bag: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference seen from the paragraph it is reached through: `anchor` is the citation, or the call mark of its note."""

    reference: Reference
    paragraph: Paragraph
    anchor: int


@dataclass(frozen=True, slots=True)
class Closeness:
    """How much of a recommendation the citing sentence has (`score`, 0 to 1), the families shared, and the sentences read.

    `in_note` is the part of the recommendation found in the citing note; `rank` how near the paragraph comes to the best lead.
    `window` spans the sentences read, `passage` the one of them that says most of the subject (the citing one if it says some).
    """

    score: float
    in_note: float
    rank: float
    shared: frozenset[str]
    window: Span
    passage: Span


class Landscape:
    """The document's words: how much its paragraphs and recommendations have in common."""

    __slots__ = ("_best_of_demand", "_best_of_paragraph", "_cosines", "_notes", "demands", "document", "paragraphs", "vocabulary")

    def __init__(self, document: Document) -> None:
        self.document = document
        cleans = {p.id: p.clean for p in document.paragraphs} | {r.id: r.body.clean for r in document.recommendations}
        words = {unit: content_words(clean.text) for unit, clean in cleans.items()}
        self.vocabulary = Vocabulary.of(list(words.values()))
        self._notes = {n.id: self.vocabulary.bag(content_words(n.clean.text)) for n in document.footnotes}
        texts = {unit: Text(cleans[unit], words[unit], self.vocabulary.bag(words[unit])) for unit in cleans}
        self.paragraphs: Mapping[str, Text] = {p.id: texts[p.id] for p in document.paragraphs}
        self.demands: Mapping[str, Text] = {r.id: texts[r.id] for r in document.recommendations}
        self._cosines = {
            (r.id, p.id): self.vocabulary.cosine(texts[r.id].bag, texts[p.id].bag)
            for p in document.paragraphs
            for r in document.recommendations
            if p.section == r.body.section
        }
        self._best_of_demand: dict[str, float] = defaultdict(float)
        self._best_of_paragraph: dict[str, float] = defaultdict(float)
        for (demand, paragraph), cosine in self._cosines.items():
            self._best_of_demand[demand] = max(self._best_of_demand[demand], cosine)
            self._best_of_paragraph[paragraph] = max(self._best_of_paragraph[paragraph], cosine)

    def leads(self, recommendation: Recommendation, paragraph: Paragraph) -> bool:
        """True if the paragraph, of the same section, argues for the recommendation: by what they share, not by closeness."""
        cosine = self._cosines.get((recommendation.id, paragraph.id), 0.0)
        return (
            cosine >= LEAST_LEAD
            and cosine >= PART_OF_BEST_LEAD * self._best_of_demand[recommendation.id]
            and cosine >= PART_OF_BEST_DEMAND * self._best_of_paragraph[paragraph.id]
        )

    def closeness(self, recommendation: Recommendation, cited: Cited) -> Closeness:
        """How much of the recommendation's subject stands in the sentence that cites, and in the two around it."""
        demand, text = self.demands[recommendation.id], self.paragraphs[cited.paragraph.id]
        bounds = sentences(text.clean.text)
        anchor, _ = text.clean.clean_span(cited.anchor, cited.anchor)
        here = max(0, bisect_right([start for start, _ in bounds], anchor) - 1)
        own = self._bag_between(text, *bounds[here])
        around_here = bounds[max(0, here - 1) : here + 2]
        window = (around_here[0][0], around_here[-1][1])
        near = self._bag_between(text, *window)
        inside, around = self.vocabulary.coverage(demand.bag, own), self.vocabulary.coverage(demand.bag, near)
        note = self.vocabulary.coverage(demand.bag, self._notes.get(cited.reference.container, frozenset()))
        best = self._best_of_demand[recommendation.id]
        rank = self._cosines.get((recommendation.id, cited.paragraph.id), 0.0) / best if best else 0.0
        said = max(around_here, key=lambda b: self.vocabulary.coverage(demand.bag, self._bag_between(text, *b)))
        passage = bounds[here] if demand.bag & own else said
        return Closeness(inside + NEIGHBOURS * (around - inside), note, rank, demand.bag & near, window, passage)

    def _bag_between(self, text: Text, start: int, end: int) -> frozenset[str]:
        return self.vocabulary.bag(w for w in text.words if start <= w.start < end)


def cited_in(document: Document, references: Sequence[Reference]) -> Mapping[str, Sequence[Cited]]:
    """For each section, what its paragraphs cite, in their own text or in the notes they call, in text order."""
    paragraphs = {p.id: p for p in document.paragraphs}
    calls = {n.id: (n.call_container, n.call_offset) for n in document.footnotes if n.call_offset is not None}
    found: dict[str, list[Cited]] = defaultdict(list)
    for reference in references:
        caller, call = calls.get(reference.container, (reference.container, reference.start))
        if caller in paragraphs and call is not None:
            paragraph = paragraphs[caller]
            found[paragraph.section].append(Cited(reference, paragraph, call))
    return found
