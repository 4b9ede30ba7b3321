"""What resolving a mention yields: its instrument, the citation it was resolved through, or the reason why it has none."""

from __future__ import annotations

from dataclasses import replace

from ..messages import say
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


def unknown(item: Found, words: str) -> Found:
    """Of a text nobody knows, which the reason shows by its first words."""
    return unresolved(item, "unknown_text", words=" ".join(words.split()[:_SHOWN_WORDS]))


def unresolved(item: Found, why: str, **facts: str) -> Found:
    """Left open, with its reason: a message and its facts."""
    article = item.mention.article
    whole = f"{item.mention.cue}, " if item.mention.kind == "bill" and item.mention.cue else ""
    canonical = f"{whole}art. {written(article)} (texte non identifié)" if article else f"{item.mention.cue} (non identifié)"
    return replace(item, reference=replace(item.reference, reason=say(why, **facts), canonical=canonical))


def of_a_court(item: Found) -> Found:
    """'cette même ordonnance' after a court's: it is looked up among the decisions."""
    mention = replace(item.mention, kind="case", need="document", cue="that", title="ordonnance")
    return replace(item, mention=mention, reference=replace(item.reference, kind="case"))
