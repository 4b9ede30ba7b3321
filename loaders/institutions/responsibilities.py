"""What each recommendation asks of which body, read from the words around the bodies it names (the rules stand in roles.yaml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..document import CleanText, Document, Recommendation, Unit
from .construction import Construction
from .gazetteer import Gazetteer
from .model import InstitutionMention, Responsibility, Role
from .open_addressees import open_addressee
from .parts import Part, parts_of
from .phrase import Body, Phrase, bodies, phrase
from .short_forms import ASKS, SPEAKS, STATES

# Who is meant where a recommendation names no addressee: an opinion is given to the public authorities.
DEFAULT_ADDRESSEE = "inst:pouvoirs-publics"
# Bodies that are the State itself: where one of them must act, it is the one addressed.
_ADDRESSED: tuple[Role, ...] = ("ADDRESSED_TO", "ASSIGNS")
_STATE = ("État", "exécutif", "assemblée")
# "La ", "Le ", "L’" before the author's name.
_ARTICLE = 3


def responsibilities(document: Document, mentions: Sequence[InstitutionMention]) -> tuple[Responsibility, ...]:
    """The parts of bodies in each recommendation, in order; the issuing body has none.

    One entry for each recommendation, body and role, with its first evidence. A recommendation that names no addressee has
    the one of the sentence or heading that leads to it ("… les recommandations suivantes au ministère de la Défense :"), else
    the public authorities, `explicit` False, with its verb of asking as evidence.
    """
    author = author_of(document, mentions)
    by_unit: dict[str, list[InstitutionMention]] = {}
    for mention in mentions:
        if mention.institution.id != author:
            by_unit.setdefault(mention.container, []).append(mention)
    leads = _leads(document, by_unit)
    result: list[Responsibility] = []
    for recommendation in (r for r in document.recommendations if r.body.clean.text):
        kept: dict[tuple[str, str], Responsibility] = {}
        for part in _given(document, recommendation, by_unit.get(recommendation.id, ()), leads.get(recommendation.id, ())):
            kept.setdefault((part.institution.id, part.role), part)
        result += kept.values()
    return tuple(result)


def author_of(document: Document, mentions: Sequence[InstitutionMention]) -> str | None:
    """The body that speaks most often as an author does, its id.

    It recommends, opens a recommendation speaking ("La CNCDH souhaite que"), or states twice ("La Cour constate… estime").
    """
    openings = {r.id: r.body.text_start for r in document.recommendations}
    recommending: set[str] = set()
    speakers: Counter[str] = Counter()
    for mention in mentions:
        said = SPEAKS.match(document.source.text, mention.end) if mention.institution.named else None
        if said is None:
            continue
        body, opens = mention.institution.id, 0 <= mention.start - openings.get(mention.container, mention.end) <= _ARTICLE
        if opens or ASKS.search(said[0]):
            recommending.add(body)
            speakers[body] += 1
        elif STATES.search(said[0]):
            speakers[body] += 1
    heard = {body: count for body, count in speakers.items() if count > 1 or body in recommending}
    return max(heard, key=lambda body: heard[body], default=None)


def _leads(document: Document, by_unit: Mapping[str, Sequence[InstitutionMention]]) -> dict[str, list[Responsibility]]:
    """By recommendation, the addressees of the heading or of the sentence ending in a colon that it follows."""
    leads: dict[str, list[Responsibility]] = {}
    lead: list[Responsibility] = []
    for unit in document.units:
        if unit.kind == "recommendation":
            leads[unit.id] = lead
        elif unit.kind not in ("furniture", "footnote"):
            leading = unit.kind == "heading" or unit.clean.text.rstrip().endswith(":")
            lead = list(_addressees(document, unit, by_unit.get(unit.id, ()))) if leading else []
    return leads


def _addressees(document: Document, unit: Unit, mentions: Sequence[InstitutionMention]) -> Iterator[Responsibility]:
    clean = unit.clean
    text = clean.text.rstrip().removesuffix(":") + ":"
    sentence = text.rfind(". ") + 1
    for part in parts_of(phrase(text, _bodies(clean, mentions))):
        if part.start >= sentence and part.role in ("ADDRESSED_TO", "ASSIGNS"):
            yield _responsibility(document, unit.id, clean, replace(part, end=min(part.end, len(clean.text))))


def _given(
    document: Document, recommendation: Recommendation, mentions: Sequence[InstitutionMention], lead: Sequence[Responsibility]
) -> Iterator[Responsibility]:
    """Every part the recommendation gives, in the order of its bodies, and its addressee: its own, the lead's or the implicit one."""
    body = recommendation.body
    words = phrase(body.clean.text, _bodies(body.clean, [m for m in mentions if body.start <= m.start < body.end]))
    parts = list(parts_of(words))
    if not any(part.role == "ADDRESSED_TO" for part in parts):
        if named := open_addressee(words):
            institution, start, end = named
            given = [Part(institution, role, start, end, "destinataire nommé de la demande") for role in _ADDRESSED]
            yield from (_responsibility(document, recommendation.id, body.clean, part) for part in (*given, *parts))
            return
        implicit = _responsibility(document, recommendation.id, body.clean, _implicit(body.clean.text, words, parts))
        yield from [replace(part, recommendation=recommendation.id) for part in lead] or [replace(implicit, explicit=False)]
    yield from (_responsibility(document, recommendation.id, body.clean, part) for part in parts)


def _implicit(text: str, words: Phrase, parts: Sequence[Part]) -> Part:
    """The addressee nobody names: the organ of the State that must act, else the public authorities."""
    state = next((p.institution for p in parts if p.role == "ASSIGNS" and p.institution.kind in _STATE), None)
    body = state or next(b for b in Gazetteer.load().institutions if b.id == DEFAULT_ADDRESSEE)
    asking = words.words[Construction(words.words).asking() or 0] if words.words else None
    start, end = (asking.start, asking.end) if asking and asking.lemma else (0, len(text))
    return Part(body, "ADDRESSED_TO", start, end, "aucun destinataire nommé")


def _responsibility(document: Document, recommendation: str, clean: CleanText, part: Part) -> Responsibility:
    start, end = clean.raw_span(part.start, part.end)
    return Responsibility(recommendation, part.institution, part.role, True, start, end, document.source.text[start:end], part.why)


def _bodies(clean: CleanText, mentions: Sequence[InstitutionMention]) -> list[Body]:
    return bodies((*clean.clean_span(m.start, m.end), m.institution) for m in mentions)
