"""Finding the bodies a document names, in two passes: by their names, then by the short forms those names allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..document import Document, Unit
from .acronyms import Definition, definitions
from .choose import choose
from .gazetteer import Form, Gazetteer
from .matcher import FormMatcher, candidates, matcher
from .model import Found, Institution, InstitutionMention
from .short_forms import issuer_of, short_forms
from .tokens import Tokens


def institutions(document: Document, gazetteer: Gazetteer) -> tuple[InstitutionMention, ...]:
    """Every place where the document names a body, in reading order; a named body inside a generic one's name is kept too."""
    units = [unit for unit in document.units if unit.kind != "furniture" and unit.clean.text]
    found = find([unit.clean.text for unit in units], gazetteer, document.facts.authority)
    return tuple(_mention(document, unit, f) for unit, per_unit in zip(units, found, strict=True) for f in per_unit)


def find(texts: Sequence[str], gazetteer: Gazetteer, authority: str | None = None) -> list[list[Found]]:
    """The bodies named in the texts of one document, text by text, in order. `authority` is who issued it, where known."""
    tokens = [Tokens.of(text) for text in texts]
    defined = [list(definitions(t, gazetteer)) for t in tokens]
    # What the document itself defines comes first: it decides what an acronym stands for.
    own = _defined_forms(d for per_text in defined for d in per_text)
    matchers = (*([FormMatcher(own)] if own else []), matcher(gazetteer))
    named = [choose(t, candidates(t, matchers), d, gazetteer) for t, d in zip(tokens, defined, strict=True)]
    issuer = issuer_of(authority, texts, named, gazetteer)
    return short_forms(texts, named, issuer, _own_forms(gazetteer, issuer))


def _defined_forms(found: Iterable[Definition]) -> tuple[Form, ...]:
    forms: dict[str, Form] = {}
    for definition in found:
        forms.setdefault(definition.acronym, Form(definition.acronym, definition.institution, exact=True))
        forms.setdefault(definition.institution.name, Form(definition.institution.name, definition.institution))
    return tuple(forms.values())


def _own_forms(gazetteer: Gazetteer, issuer: Institution | None) -> dict[str, Institution]:
    """The forms that name an organ of the issuing body in its own documents."""
    return {
        form.phrase: form.institution
        for form in gazetteer.forms
        if issuer and form.condition == "own" and form.institution and form.institution.parent == issuer.id
    }


def _mention(document: Document, unit: Unit, found: Found) -> InstitutionMention:
    start, end = unit.clean.raw_span(found.start, found.end)
    return InstitutionMention(start, end, document.source.text[start:end], found.institution, found.form, unit.id)
