"""The components: what Renvois reads in a text, written on a spaCy Doc as spans with their attributes.

A span covers whole tokens; its exact offsets stand in an attribute, since a citation may end inside a token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

from spacy import blank
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup, Token

from ..citations.extract import extract_text
from ..institutions.find import find
from ..institutions.gazetteer import Gazetteer
from ..institutions.model import Institution
from ..institutions.parts import parts_of
from ..institutions.phrase import bodies, phrase
from .boundaries import BoundaryMatcher

type Component = Callable[[Doc], Doc]

# The attributes of the spans in doc.spans["references"], ["institutions"] and ["roles"]; `offsets` are exact, in doc.text.
REFERENCE = ("canonical", "target", "kind", "pinpoint", "relation", "reference_offsets")
INSTITUTION = ("institution", "institution_name", "named", "form", "institution_offsets")
ROLE = ("role_bearer", "role_why", "role_offsets")

for _name in (*REFERENCE, *INSTITUTION, *ROLE):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


@Language.factory("renvois_references", assigns=["doc.spans"])
def references(nlp: Language, name: str) -> Component:
    """doc.spans["references"]: each citation; the label is its kind, `span._.target` its identifier (None if unresolved)."""

    def component(doc: Doc) -> Doc:
        group = SpanGroup(doc, name="references")
        for found in extract_text(doc.text):
            span = _span(doc, found.start, found.end, found.kind)
            span._.canonical, span._.target = found.canonical, found.source.id if found.source else None
            span._.kind, span._.pinpoint, span._.relation = found.kind, found.pinpoint, found.relation
            span._.reference_offsets = (found.start, found.end)
            group.append(span)
        doc.spans["references"] = group
        return doc

    return component


@Language.factory("renvois_institutions", default_config={"gazetteers": []}, assigns=["doc.spans"])
def institutions(nlp: Language, name: str, gazetteers: list[str]) -> Component:
    """doc.spans["institutions"]: each body named; the label is its id. `gazetteers` are files added to the shipped one."""
    gazetteer = Gazetteer.load(*(Path(path) for path in gazetteers))

    def component(doc: Doc) -> Doc:
        group = SpanGroup(doc, name="institutions")
        for found in find([doc.text], gazetteer)[0]:
            span = _span(doc, found.start, found.end, found.institution.id)
            span._.institution, span._.institution_name = found.institution.id, found.institution.name
            span._.named, span._.form = found.institution.named, found.form
            span._.institution_offsets = (found.start, found.end)
            group.append(span)
        doc.spans["institutions"] = group
        return doc

    return component


@Language.factory("renvois_sentences", assigns=["token.is_sent_start", "doc.sents"])
def sentences(nlp: Language, name: str) -> Component:
    """Sentence boundaries of French legal prose: none after an abbreviation or inside a citation (doc.spans["references"])."""
    matcher = BoundaryMatcher(nlp.vocab)

    def component(doc: Doc) -> Doc:
        starts = matcher.starts(doc, [span._.reference_offsets for span in doc.spans.get("references", ())])
        token: Token
        for token in doc:
            token.is_sent_start = token.i in starts
        return doc

    return component


@Language.factory("renvois_roles", requires=["doc.spans"], assigns=["doc.spans"])
def roles(nlp: Language, name: str) -> Component:
    """doc.spans["roles"]: what the text asks of each body of doc.spans["institutions"]; the label is the role."""

    def component(doc: Doc) -> Doc:
        group = SpanGroup(doc, name="roles")
        for part in parts_of(phrase(doc.text, bodies(_named(doc.spans.get("institutions", ()))))):
            span = _span(doc, part.start, part.end, part.role)
            span._.role_bearer, span._.role_why, span._.role_offsets = part.institution.id, part.why, (part.start, part.end)
            group.append(span)
        doc.spans["roles"] = group
        return doc

    return component


def nlp() -> Language:
    """A blank French pipeline with the four components; give it one unit's text at a time (tokenising is the slow part)."""
    language = blank("fr")
    for name in ("renvois_references", "renvois_institutions", "renvois_sentences", "renvois_roles"):
        language.add_pipe(name)
    return language


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    # Expanding to whole tokens always gives a span for an offset inside the text.
    return cast(Span, doc.char_span(start, end, label=label, alignment_mode="expand"))


def _named(spans: Iterable[Span]) -> Iterator[tuple[int, int, Institution]]:
    for span in spans:
        start, end = span._.institution_offsets
        yield start, end, Institution(span._.institution, span._.institution_name, named=span._.named)
