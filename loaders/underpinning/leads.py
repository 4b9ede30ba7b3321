"""The paragraphs that lead to a recommendation, and how closely each citation in them stands to its subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..citations.model import Reference
from ..document import CleanText, Document, Footnote, Paragraph, Recommendation, Span
from .constants import Constants
from .naming import Named
from .texts import Demand, Text
from .vocabulary import UNNAMED, Vocabulary

type Spoken = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference seen from the paragraph it is reached through: `anchor` is the citation, or the call mark of its note."""

    reference: Reference
    paragraph: Paragraph
    anchor: int
    note: Footnote | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a citation is cited for: each topic with how much it is spoken of, 0 to 1.

    `passage` is in the citing sentence, those it draws on, and the note; `whole` in all of the paragraph and its section's title.
    `sentences` are those read, the citing one first.
    """

    passage: Spoken
    whole: Spoken
    sentences: tuple[int, ...]


class Closeness(NamedTuple):
    """How much of a recommendation's subject, by weight, a citation is cited for, 0 to 1: in its own passage, and in all around it.

    `shared` is what each topic in common brings; `nearest` the part of the citation's greatest `passage` in the section.
    """

    passage: float
    whole: float
    shared: Mapping[str, float]
    nearest: float = 1.0


@dataclass(slots=True)
class Landscape:
    """What the paragraphs, notes and recommendations of a document speak of, and how much they have in common."""

    document: Document
    vocabulary: Vocabulary
    named: Mapping[str, Named]
    constants: Constants
    lifts: Mapping[tuple[str, str, int], float] = field(default_factory=dict)
    homes: Mapping[str, frozenset[str]] = field(init=False)
    paragraphs: dict[str, Text] = field(init=False)
    demands: dict[str, Demand] = field(init=False)
    _notes: dict[str, Text] = field(init=False, default_factory=dict)
    _headings: Mapping[str, CleanText] = field(init=False)
    _titles: dict[str, Text] = field(init=False, default_factory=dict)
    _ranks: dict[tuple[str, str], float] = field(init=False)
    _asked: frozenset[str] = field(init=False)
    _around: dict[tuple[str, int], tuple[list[tuple[str, float, float]], tuple[int, ...]]] = field(init=False, default_factory=dict)
    _contexts: dict[tuple[str, int], Context] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.homes = homes(self.document)
        self.paragraphs = {p.id: self._text(p) for p in self.document.paragraphs}
        self.demands = {
            r.id: Demand.of(r.id, r.body.clean, self.vocabulary, self.named.get(r.id, UNNAMED), self.constants)
            for r in self.document.recommendations
        }
        self._asked = frozenset(key for demand in self.demands.values() for key in demand.weights)
        self._headings = {u.id: u.clean for u in self.document.units if u.kind == "heading"}
        self._ranks = self._ranked()

    def closeness(self, recommendation: Recommendation, cited: Cited) -> Closeness:
        """`whole` is less where other paragraphs of the section lead to the recommendation more."""
        demand = self.demands[recommendation.id]
        shared = self._shared(demand, self.context(cited).whole)
        if not demand.total:
            return Closeness(0.0, 0.0, {})
        rank = self._ranks.get((recommendation.id, cited.paragraph.id), 0.0)
        whole = sum(shared.values()) / demand.total * rank**self.constants.lead
        lift = self.lifts.get((recommendation.id, cited.paragraph.id, cited.reference.start), 0.0) if shared else 0.0
        return Closeness(self.passage_closeness(recommendation, cited) + lift, whole + lift, shared)

    def leads_most(self, recommendation: Recommendation, paragraph: Paragraph) -> bool:
        """Whether no other paragraph of the section says much more of the recommendation."""
        return self._ranks.get((recommendation.id, paragraph.id), 0.0) >= self.constants.most

    def passage_closeness(self, recommendation: Recommendation, cited: Cited) -> float:
        """`Closeness.passage` alone."""
        demand = self.demands[recommendation.id]
        return sum(self._shared(demand, self.context(cited).passage).values()) / demand.total if demand.total else 0.0

    def context(self, cited: Cited) -> Context:
        """What the citation is cited for."""
        key = (cited.paragraph.id, cited.reference.start)
        if key not in self._contexts:
            self._contexts[key] = self._context(cited)
        return self._contexts[key]

    def passage_text(self, cited: Cited) -> str:
        """The sentence that cites and those it draws on, with its note."""
        text, note = self.paragraphs[cited.paragraph.id], self.note(cited)
        drawn = sorted(index for index, still in text.around(self.context(cited).sentences[0]) if still)
        said = "".join(text.clean.text[slice(*text.bounds[index])] for index in drawn)
        return f"{said} {note.clean.text}" if note else said

    def title(self, cited: Cited) -> Text | None:
        """The title of the section it stands in."""
        heading = f"h:{cited.paragraph.section}"
        if heading not in self._titles and (clean := self._headings.get(heading)):
            self._titles[heading] = Text.of(heading, clean, self.vocabulary, UNNAMED, self.constants)
        return self._titles.get(heading)

    def note(self, cited: Cited) -> Text | None:
        """The text of the note that cites, None for a citation in the paragraph itself."""
        if cited.note is None:
            return None
        if cited.note.id not in self._notes:
            self._notes[cited.note.id] = self._text(cited.note)
        return self._notes[cited.note.id]

    def _text(self, unit: Paragraph | Footnote) -> Text:
        return Text.of(unit.id, unit.clean, self.vocabulary, self.named.get(unit.id, UNNAMED), self.constants)

    def _shared(self, demand: Demand, spoken: Spoken) -> dict[str, float]:
        """What each topic in common brings; a word of a term, less without the rest of the term."""
        alone, within = self.constants.alone, demand.within
        shared = {key: weight * spoken[key] for key, weight in demand.weights.items() if key in spoken}
        for key in shared.keys() & within.keys():
            shared[key] *= alone + (1 - alone) * max([spoken.get(term, 0.0) for term in within[key]])
        return shared

    def _context(self, cited: Cited) -> Context:
        said, sentences = self._said_around(cited)
        note = self.note(cited)
        if note is not None:
            start, _ = note.clean.clean_span(cited.reference.start, cited.reference.start)
            aside = note.around(note.sentence_at(start))
            asked, beside = self._asked, self.constants.beside
            said = [*said, *[(t.key, still, beside) for i, still in aside for t in note.topics[i] if t.key in asked]]
        title = self.title(cited)
        titled = ((key, self.constants.beside) for key in sorted(title.bag & self._asked)) if title else ()
        least = self.constants.paragraph
        whole = [(key, (still if still > least else least) * times) for key, still, times in said]
        return Context(_spoken([(key, still * times) for key, still, times in said if still]), _spoken([*whole, *titled]), sentences)

    def _said_around(self, cited: Cited) -> tuple[list[tuple[str, float, float]], tuple[int, ...]]:
        """What the paragraph says around a citation or a call: (topic, how much of it is still spoken of, what its place counts)."""
        place = (cited.paragraph.id, cited.anchor)
        if place not in self._around:
            text = self.paragraphs[cited.paragraph.id]
            anchor, _ = text.clean.clean_span(cited.anchor, cited.anchor)
            # A note's call stands after what it bears on: also after the full stop.
            here = text.sentence_at(max(0, anchor - 1) if cited.note else anchor)
            own = self._borne_on(cited.paragraph, text, here, anchor) if cited.note else text.bounds[here]
            order = tuple(text.around(here))
            said = []
            for index, still in order:
                for topic in text.topics[index]:
                    if topic.key in self._asked:
                        beside = index > here or (index == here and not own[0] <= topic.start < own[1])
                        said.append((topic.key, still, self.constants.beside if beside else 1.0))
            self._around[place] = said, tuple(index for index, _ in order)
        return self._around[place]

    def _borne_on(self, paragraph: Paragraph, text: Text, here: int, anchor: int) -> Span:
        """What of its sentence a call bears on: the words before it, from the call before on."""
        start, end = text.bounds[here][0], anchor
        words = [topic.start for topic in text.topics[here] if topic.start < end]
        calls = [n.call_offset for n in self.document.footnotes if n.call_container == paragraph.id and n.call_offset is not None]
        for call in sorted(calls):
            before, _ = text.clean.clean_span(call, call)
            if start < before < end and any(before <= word for word in words):
                start = before
        return start, end

    def _ranked(self) -> dict[tuple[str, str], float]:
        """How near each paragraph comes to the best lead of each recommendation of its section, 0 to 1: by cosine."""
        found: dict[tuple[str, str], float] = {}
        best: dict[str, float] = defaultdict(float)
        for paragraph in self.document.paragraphs:
            bag = self.paragraphs[paragraph.id].bag
            size = self.vocabulary.weigh(bag) ** 0.5
            for r in self.document.recommendations:
                if size and paragraph.section in self.homes[r.body.section]:
                    common = sum([weight for key, weight in self.demands[r.id].weights.items() if key in bag])
                    found[r.id, paragraph.id] = common / size
                    best[r.id] = max(best[r.id], common / size)
        return {(r, p): common / best[r] if best[r] else 0.0 for (r, p), common in found.items()}


@dataclass(frozen=True, slots=True)
class Index:
    """Every citation with its section, in text order, found by the topics of its passage: those that share none are never looked at."""

    cited: Sequence[tuple[str, Cited]]
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, landscape: Landscape, sections: Mapping[str, Sequence[Cited]]) -> Index:
        cited = [(section, one) for section, group in sections.items() for one in group]
        places: dict[str, list[int]] = defaultdict(list)
        for place, (_, one) in enumerate(cited):
            for key in landscape.context(one).passage:
                places[key].append(place)
        return cls(cited, places)

    def sharing(self, keys: Iterable[str], least: int) -> Iterator[tuple[str, Cited]]:
        """The citations whose passage has at least `least` of the topics."""
        counts: Counter[int] = Counter()
        for key in keys:
            counts.update(self.places.get(key, ()))
        return (self.cited[place] for place in sorted(counts) if counts[place] >= least)


def _spoken(said: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Each topic once: said again, it is spoken of more, never more than 1 (what is left unsaid is the product of what each leaves)."""
    unsaid: dict[str, float] = {}
    for key, much in said:
        unsaid[key] = unsaid.get(key, 1.0) * (1.0 - much)
    return {key: 1.0 - left for key, left in unsaid.items()}


def homes(document: Document) -> Mapping[str, frozenset[str]]:
    """For each section with recommendations, the sections whose paragraphs can lead to them: itself.

    Where it has no paragraph (a part that ends with "II.4. Recommandations"), the other sections of the part.
    """
    parents = {section.id: section.parent for section in document.sections}
    written = {paragraph.section for paragraph in document.paragraphs}
    found: dict[str, frozenset[str]] = {}
    for section in {r.body.section for r in document.recommendations}:
        parent = parents.get(section)
        part = {s for s, above in parents.items() if parent and parent in (s, above)}
        found[section] = frozenset({section} if section in written else {section, *part})
    return found


def cited_in(document: Document, references: Sequence[Reference]) -> Mapping[str, Sequence[Cited]]:
    """For each section, what its paragraphs cite, in their own text or in the notes they call, in text order."""
    paragraphs = {p.id: p for p in document.paragraphs}
    notes = {n.id: n for n in document.footnotes if n.call_offset is not None}
    found: dict[str, list[Cited]] = defaultdict(list)
    for reference in references:
        note = notes.get(reference.container)
        paragraph = paragraphs.get((note.call_container or "") if note else reference.container)
        if paragraph is not None:
            anchor = note.call_offset if note is not None and note.call_offset is not None else reference.start
            found[paragraph.section].append(Cited(reference, paragraph, anchor, note))
    return found
