"""Who acts according to the paragraphs that lead to a recommendation, where the recommendation itself does not name them.

A body counts if the sentence that names it, in a paragraph of the recommendation's section or in a note that one calls, deals with what
the recommendation asks: what they share is measured in words weighed by their rarity in the document, as for what underpins it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .citations.model import Reference
from .document import CleanText, Document, Footnote, Paragraph, Recommendation
from .institutions import InstitutionMention, Responsibility
from .institutions.parts import Part, parts_of
from .institutions.phrase import bodies, phrase
from .institutions.responsibilities import author_of
from .institutions.spans import Spans
from .sentences import sentences
from .underpinning.words import Word, content_words

# The sentence holds this part of the recommendation's words, and its paragraph is this close to it (cosine): below, half of the bodies
# named by the annotated avis's reader are lost for as many false ones.
LEAST_SHARED, LEAST_CLOSE = 0.15, 0.15
# A reader is told the rarest words in common.
_TOLD = 4


@dataclass(frozen=True, slots=True)
class _Text:
    """A unit's clean text with its sentences and the stems of its content words."""

    unit: str
    clean: CleanText
    starts: tuple[int, ...]
    words: tuple[Word, ...]
    stems: frozenset[str]

    @classmethod
    def of(cls, unit: str, clean: CleanText) -> _Text:
        words = content_words(clean.text)
        return cls(unit, clean, tuple(start for start, _ in sentences(clean.text)), words, frozenset(word.stem for word in words))

    def sentence(self, offset: int) -> frozenset[str]:
        """The stems of the sentence at a clean offset."""
        at = bisect_right(self.starts, offset)
        start = self.starts[at - 1] if at else 0
        end = self.starts[at] if at < len(self.starts) else len(self.clean.text)
        return frozenset(word.stem for word in self.words if start <= word.start < end)


def contextual(
    document: Document, mentions: Sequence[InstitutionMention], references: Iterable[Reference], roles: Sequence[Responsibility]
) -> tuple[Responsibility, ...]:
    """The parts that only a leading paragraph gives, in order, `contextual` and not explicit; a body named in a citation has none."""
    return tuple(_Context(document, mentions, references, roles).parts())


class _Context:
    def __init__(
        self, document: Document, mentions: Sequence[InstitutionMention], references: Iterable[Reference], roles: Sequence[Responsibility]
    ) -> None:
        self._document = document
        cited, author = Spans((r.start, r.end) for r in references), author_of(document, mentions)
        self._mentions: dict[str, list[InstitutionMention]] = defaultdict(list)
        for mention in mentions:
            if mention.institution.id != author and not cited.meet(mention.start, mention.end):
                self._mentions[mention.container].append(mention)
        self._named = {(p.recommendation, p.institution.id) for p in roles} | {(m.container, m.institution.id) for m in mentions}
        self._notes: dict[str, list[Footnote]] = defaultdict(list)
        for note in document.footnotes:
            if note.call_container is not None and self._mentions.get(note.id):
                self._notes[note.call_container].append(note)
        self._texts = {p.id: _Text.of(p.id, p.clean) for p in document.paragraphs}
        self._demands = {r.id: frozenset(word.stem for word in content_words(r.body.clean.text)) for r in document.recommendations}
        bags = [*(text.stems for text in self._texts.values()), *self._demands.values()]
        frequency = Counter(stem for bag in bags for stem in bag)
        self._weights: Mapping[str, float] = {stem: math.log((len(bags) + 1) / (n + 0.5)) for stem, n in frequency.items()}
        self._weight_of = {unit: self._weigh(stems) for unit, stems in self._demands.items()}
        self._weight_of |= {unit: self._weigh(text.stems) for unit, text in self._texts.items()}
        self._given: dict[str, list[Part]] = {}

    def parts(self) -> Iterator[Responsibility]:
        sections: dict[str, list[Paragraph]] = defaultdict(list)
        for paragraph in self._document.paragraphs:
            if self._mentions.get(paragraph.id) or self._notes.get(paragraph.id):
                sections[paragraph.section].append(paragraph)
        for recommendation in self._document.recommendations:
            kept: dict[str, Responsibility] = {}
            for paragraph in sections[recommendation.body.section]:
                if self._close(recommendation, paragraph):
                    for part in self._led(recommendation, paragraph):
                        kept.setdefault(part.institution.id, part)
            yield from kept.values()

    def _close(self, recommendation: Recommendation, paragraph: Paragraph) -> bool:
        demand, lead = self._demands[recommendation.id], self._texts[paragraph.id].stems
        norm = math.sqrt(self._weight_of[recommendation.id] * self._weight_of[paragraph.id])
        return norm > 0 and self._weigh(demand & lead) / norm >= LEAST_CLOSE

    def _led(self, recommendation: Recommendation, paragraph: Paragraph) -> Iterator[Responsibility]:
        text = self._texts[paragraph.id]
        for mention in self._mentions[paragraph.id]:
            at, _ = paragraph.clean.clean_span(mention.start, mention.end)
            yield from self._shared(recommendation, mention, text, text.sentence(at), f"§ {paragraph.number}")
        for note in self._notes[paragraph.id]:
            called, _ = paragraph.clean.clean_span(note.call_offset or 0, note.call_offset or 0)
            led, own = text.sentence(called), self._note(note)
            for mention in self._mentions[note.id]:
                at, _ = note.clean.clean_span(mention.start, mention.end)
                yield from self._shared(recommendation, mention, own, led | own.sentence(at), f"note {note.number}")

    def _note(self, note: Footnote) -> _Text:
        if note.id not in self._texts:
            self._texts[note.id] = _Text.of(note.id, note.clean)
        return self._texts[note.id]

    def _shared(
        self, recommendation: Recommendation, mention: InstitutionMention, text: _Text, said: frozenset[str], place: str
    ) -> Iterator[Responsibility]:
        demand = self._demands[recommendation.id]
        common = demand & said
        named = (recommendation.id, mention.institution.id) in self._named
        if named or not common or self._weigh(common) < LEAST_SHARED * self._weight_of[recommendation.id]:
            return
        part = self._part(text, mention)
        rarest = sorted(common, key=lambda stem: (-self._weights[stem], stem))[:_TOLD]
        words = [self._word(recommendation, stem) for stem in rarest]
        start, end = (mention.start, mention.end) if part is None else text.clean.raw_span(part.start, part.end)
        role = "INVOLVES" if part is None else part.role
        why = f"nommé seulement au {place}, sur le même objet : {', '.join(words)}".replace("au note", "en note")
        raw = self._document.source.text
        yield Responsibility(recommendation.id, mention.institution, role, False, start, end, raw[start:end], why, contextual=True)

    def _part(self, text: _Text, mention: InstitutionMention) -> Part | None:
        """What the paragraph or note gives the body there; an addressee is one who must act."""
        if text.unit not in self._given:
            named = ((*text.clean.clean_span(m.start, m.end), m.institution) for m in self._mentions[text.unit])
            parts = parts_of(phrase(text.clean.text, bodies(named)))
            self._given[text.unit] = [part for part in parts if part.role not in ("ADDRESSED_TO", "MENTIONS")]
        at, _ = text.clean.clean_span(mention.start, mention.end)
        given = self._given[text.unit]
        return next((part for part in given if part.institution.id == mention.institution.id and part.start <= at < part.end), None)

    def _word(self, recommendation: Recommendation, stem: str) -> str:
        text = recommendation.body.clean.text
        return next(text[word.start : word.end].lower() for word in content_words(text) if word.stem == stem)

    def _weigh(self, stems: Iterable[str]) -> float:
        return sum(self._weights.get(stem, 0.0) for stem in stems)
