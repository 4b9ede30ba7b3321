"""What each recommendation asks of which body, read from the words around the bodies it names (the rules stand in roles.yaml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..document import Document, Recommendation
from .gazetteer import Gazetteer
from .grammar import role_grammar
from .model import InstitutionMention, Responsibility
from .parts import Part, parts_of
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
    for recommendation in (r for r in document.recommendations if r.body.clean.text):
        kept: dict[tuple[str, str], Responsibility] = {}
        for part in _given(document, recommendation, mentions, author):
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


def _given(
    document: Document, recommendation: Recommendation, mentions: Sequence[InstitutionMention], author: str | None
) -> Iterator[Responsibility]:
    """Every part the recommendation gives, in the order of its bodies; the implicit addressee first."""
    clean = recommendation.body.clean
    words = phrase(clean.text, _bodies(recommendation, mentions, author))
    parts = list(parts_of(words))
    if not any(part.role == "ADDRESSED_TO" for part in parts):
        yield _responsibility(document, recommendation, _implicit(clean.text, words, parts), explicit=False)
    yield from (_responsibility(document, recommendation, part) for part in parts)


def _implicit(text: str, words: Phrase, parts: Sequence[Part]) -> Part:
    """The addressee nobody names: the organ of the State that must act, else the public authorities."""
    state = next((p.institution for p in parts if p.role == "ASSIGNS" and p.institution.kind in _STATE), None)
    body = state or next(b for b in Gazetteer.load().institutions if b.id == DEFAULT_ADDRESSEE)
    spans = zip(words.words, words.spans, strict=True)
    start, end = next((span for word, span in spans if role_grammar().modality([word])), (0, len(text)))
    return Part(body, "ADDRESSED_TO", start, end, "aucun destinataire nommé")


def _responsibility(document: Document, recommendation: Recommendation, part: Part, *, explicit: bool = True) -> Responsibility:
    start, end = recommendation.body.clean.raw_span(part.start, part.end)
    quote = document.source.text[start:end]
    return Responsibility(recommendation.id, part.institution, part.role, explicit, start, end, quote, part.why)


def _bodies(recommendation: Recommendation, mentions: Sequence[InstitutionMention], author: str | None) -> list[Body]:
    """The mentions inside the recommendation's first statement, outermost ones, in order; without the author."""
    body = recommendation.body
    inside = [m for m in mentions if body.start <= m.start < body.end and m.container == recommendation.id and m.institution.id != author]
    bodies: list[Body] = []
    for mention in sorted(inside, key=lambda m: (m.start, -m.end)):
        start, end = body.clean.clean_span(mention.start, mention.end)
        if bodies and start < bodies[-1].end:
            outer = bodies.pop()
            bodies.append(Body(outer.start, outer.end, outer.institution, (*outer.inside, mention.institution)))
        elif start < end:
            bodies.append(Body(start, end, mention.institution))
    return bodies
