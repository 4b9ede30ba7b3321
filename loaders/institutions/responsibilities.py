"""What each recommendation asks of which body, read from the words around the bodies it names (the rules stand in roles.yaml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..document import Document, Recommendation
from .gazetteer import Gazetteer
from .grammar import Match, role_grammar
from .model import Institution, InstitutionMention, Responsibility, Role
from .phrase import Body, Phrase, phrase
from .short_forms import SPEAKS

# Who is meant where a recommendation names no addressee: an opinion is given to the public authorities.
DEFAULT_ADDRESSEE = "inst:pouvoirs-publics"
# Bodies that are the State itself: where one of them must act, it is the one addressed.
_STATE = ("État", "exécutif", "assemblée")


def responsibilities(document: Document, mentions: Sequence[InstitutionMention]) -> tuple[Responsibility, ...]:
    """The parts of bodies in each recommendation, in order; the issuing body has none.

    One entry for each recommendation, body and role, with its first evidence. A recommendation that names no addressee is
    addressed to the public authorities, `explicit` False, with its verb of asking as evidence.
    """
    author = _author(document, mentions)
    result: list[Responsibility] = []
    for recommendation in document.recommendations:
        kept: dict[tuple[str, str], Responsibility] = {}
        bodies = _bodies(recommendation, mentions, author)
        for part in _Statement(document, recommendation, phrase(recommendation.body.clean.text, bodies)).parts():
            kept.setdefault((part.institution.id, part.role), part)
        result += kept.values()
    return tuple(result)


def modality(text: str) -> str | None:
    """How a recommendation's clean text asks: 'recommande', 'rappelle', 'invite'…; None where no verb says so."""
    return role_grammar().modality(phrase(text, ()).words)


def _author(document: Document, mentions: Sequence[InstitutionMention]) -> str | None:
    """The body that speaks most often ("La CNCDH recommande"); its id."""
    speakers = Counter(m.institution.id for m in mentions if SPEAKS.match(document.source.text, m.end))
    return speakers.most_common(1)[0][0] if speakers else None


@dataclass(frozen=True, slots=True)
class _Statement:
    """One recommendation being read: its words, with the bodies among them."""

    document: Document
    recommendation: Recommendation
    words: Phrase

    def parts(self) -> Iterator[Responsibility]:
        """Every part the recommendation gives, in the order of its bodies; the implicit addressee first."""
        given = _roles(self.words)
        parts = [part for i, group in enumerate(self.words.groups) for body in group for part in self._of(body, given.get(i, ()))]
        if not any(part.role == "ADDRESSED_TO" for part in parts):
            yield self._implicit(parts)
        yield from parts

    def _of(self, body: Body, matches: Sequence[Match]) -> Iterator[Responsibility]:
        for mention in (body.mention, *body.inside):
            for match in matches:
                span = self._evidence(match, body)
                yield from (self._part(mention.institution, role, span, match.rule.why) for role in match.rule.roles)
            if not matches:
                yield self._part(mention.institution, "MENTIONS", (body.start, body.end), "nommé sans rôle d’action")

    def _evidence(self, match: Match, body: Body) -> tuple[int, int]:
        """From the first to the last word of the cue and the body itself, without the bodies coordinated after it."""
        cue = [self.words.spans[i] for i in range(match.first, match.last) if i != match.bearer]
        return min([body.start, *(start for start, _ in cue)]), max([body.end, *(end for _, end in cue)])

    def _implicit(self, parts: Sequence[Responsibility]) -> Responsibility:
        """The addressee nobody names: the organ of the State that must act, else the public authorities."""
        state = next((p.institution for p in parts if p.role == "ASSIGNS" and p.institution.kind in _STATE), None)
        body = state or next(b for b in Gazetteer.load().institutions if b.id == DEFAULT_ADDRESSEE)
        spans = zip(self.words.words, self.words.spans, strict=True)
        verb = next((span for word, span in spans if role_grammar().modality([word])), None)
        whole = (0, len(self.recommendation.body.clean.text))
        return replace(self._part(body, "ADDRESSED_TO", verb or whole, "aucun destinataire nommé"), explicit=False)

    def _part(self, institution: Institution, role: Role, span: tuple[int, int], why: str) -> Responsibility:
        start, end = self.recommendation.body.clean.raw_span(*span)
        quote = self.document.source.text[start:end]
        return Responsibility(self.recommendation.id, institution, role, True, start, end, quote, why)


def _bodies(recommendation: Recommendation, mentions: Sequence[InstitutionMention], author: str | None) -> list[Body]:
    """The mentions inside the recommendation's first statement, outermost ones, in order; without the author."""
    body = recommendation.body
    inside = [m for m in mentions if body.start <= m.start < body.end and m.container == recommendation.id and m.institution.id != author]
    bodies: list[Body] = []
    for mention in sorted(inside, key=lambda m: (m.start, -m.end)):
        start, end = body.clean.clean_span(mention.start, mention.end)
        if bodies and start < bodies[-1].end:
            outer = bodies.pop()
            bodies.append(Body(outer.start, outer.end, outer.mention, (*outer.inside, mention)))
        elif start < end:
            bodies.append(Body(start, end, mention))
    return bodies


def _roles(words: Phrase) -> dict[int, list[Match]]:
    """The matches by the index of the body that bears their roles; a body in brackets takes those of the one it spells out."""
    given: dict[int, list[Match]] = {}
    for match in role_grammar().matches(words.words):
        if not (match.rule.fallback and given.get(match.bearer)):
            given.setdefault(match.bearer, []).append(match)
    for index, outer in words.glosses.items():
        if index not in given and outer in given:
            given[index] = given[outer]
    return given
