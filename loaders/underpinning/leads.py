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
from ..sentences import sentences
from .words import Vocabulary, Word, content_words

# A paragraph leads to a recommendation if their cosine reaches LEAST_LEAD, and these parts of the best that either finds in the section.
LEAST_LEAD, PART_OF_BEST_LEAD, PART_OF_BEST_DEMAND = 0.08, 0.4, 0.3
# What the sentence before the citing one, the one after, and the citing note add to what the citing sentence has of the subject.
# The sentence before counts most: an argument comes before its reference.
BEFORE, AFTER, NOTE = 0.5, 0.1, 0.2
# The same for a firm link: it leans less on the neighbours, and more on a note that speaks of the subject itself.
FIRM_BEFORE, FIRM_AFTER, FIRM_NOTE = 0.3, 0.1, 0.7


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
    """How much of a recommendation, by weight, stands around a citation: each part from 0 to 1.

    `inside` is in the citing sentence, `before` and `after` what its neighbours add, `in_note` what the citing note has; `rank` tells
    how near the paragraph comes to the best lead. `shared` are the families in common, `window` the sentences read, `passage` the one
    of them that says most of the subject (the citing one if it says some).
    """

    inside: float
    before: float
    after: float
    in_note: float
    rank: float
    shared: frozenset[str]
    window: Span
    passage: Span

    @property
    def score(self) -> float:
        return self.inside + BEFORE * self.before + AFTER * self.after + NOTE * self.in_note

    @property
    def firmness(self) -> float:
        return self.inside + FIRM_BEFORE * self.before + FIRM_AFTER * self.after + FIRM_NOTE * self.in_note


NOWHERE = Closeness(0.0, 0.0, 0.0, 0.0, 0.0, frozenset(), (0, 0), (0, 0))


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
        bags = {i: self._bag_between(text, *bounds[i]) for i in range(max(0, here - 1), min(len(bounds), here + 2))}
        own, before = bags[here], bags[here] | bags.get(here - 1, frozenset())
        near = before | bags.get(here + 1, frozenset())
        inside, led, around = (self.vocabulary.coverage(demand.bag, bag) for bag in (own, before, near))
        said = here if demand.bag & own else max(bags, key=lambda i: self.vocabulary.coverage(demand.bag, bags[i]))
        return Closeness(
            inside=inside,
            before=led - inside,
            after=around - led,
            in_note=self.vocabulary.coverage(demand.bag, self._notes.get(cited.reference.container, frozenset())),
            rank=self._rank(recommendation.id, cited.paragraph.id),
            shared=demand.bag & near,
            window=(bounds[min(bags)][0], bounds[max(bags)][1]),
            passage=bounds[said],
        )

    def _rank(self, recommendation: str, paragraph: str) -> float:
        best = self._best_of_demand[recommendation]
        return self._cosines.get((recommendation, paragraph), 0.0) / best if best else 0.0

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
