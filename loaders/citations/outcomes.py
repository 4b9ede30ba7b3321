"""What resolving a mention yields: its instrument, the citation it was resolved through, or the reason why it has none."""

from __future__ import annotations

from dataclasses import replace

from .completing import on
from .found import Found
from .model import Relation, Source
from .provisions import kind_of, whole_kind, written

_SHOWN_WORDS = 3


def attached(item: Found, instrument: Source, relation: Relation = "anaphora") -> Found:
    reference = on(item, instrument)
    kind = kind_of(instrument) if item.mention.article else whole_kind(instrument)
    return replace(item, reference=replace(reference, kind=kind, relation=relation))


def through(item: Found, antecedent: Found) -> Found:
    chain = (*antecedent.reference.chain, antecedent.reference.container)
    return replace(item, reference=replace(item.reference, antecedent=antecedent.reference.container_name, chain=chain))


def unknown(words: str) -> str:
    """The reason that shows a text nobody knows, by its first words."""
    return f"texte non reconnu : « {' '.join(words.split()[:_SHOWN_WORDS])} »"


def unresolved(item: Found, reason: str) -> Found:
    article = item.mention.article
    canonical = f"art. {written(article)} (texte non identifié)" if article else f"{item.mention.cue} (non identifié)"
    return replace(item, reference=replace(item.reference, unresolved=reason, canonical=canonical))
