"""What a noun may call: "cette décision", "le rapport précité", "cet arrêt" fit some citations and not others."""

from __future__ import annotations

import re

from .deciding import is_order
from .found import Found
from .short_forms import KINDS
from .text import folded

OF_COURTS = frozenset({"jugement", "arret", "ordonnance"})
# Nouns that only a document of that name goes by.
_OWN_NOUNS = frozenset({"avis", "deliberation", "decision", "recommandation", "rapport", "etude", "enquete", "guide"})
# The courts whose decisions are called decisions.
_DECIDING = frozenset({"conseil-etat", "conseil-constitutionnel", "tribunal-conflits", "ceds"})
# The courts whose decisions are judgments; those of the others are "arrêts".
_FIRST_INSTANCE = frozenset({"fr/ta", "fr/tgi", "fr/tj", "fr/tcorr", "fr/cph", "fr/ti", "fr/tcom", "fr/tpe"})


def goes_by(item: Found, noun: str) -> bool:
    """Whether the noun is the document's own: a report is no "étude", an opinion no "décision"."""
    source = item.reference.source
    if noun not in _OWN_NOUNS or source is None or source.subkind is None:
        return True
    return folded(source.subkind).startswith(noun) or noun in folded(item.reference.surface)


def is_called_decision(item: Found) -> bool:
    """Whether a case is "cette décision" before any document: by its own words, or its court's decisions are called so."""
    source = item.reference.source
    named = re.match(r"(?:l[ae]s? |sa )?(?:decision|dec\.)", folded(item.reference.surface)) is not None
    return named or ((source.authority if source else None) in _DECIDING)


def is_a(noun: str, item: Found) -> bool:
    """Whether the noun can call the cited document: its kind, and for a decision of a court how that court's are called."""
    if noun in OF_COURTS:
        return item.reference.kind == "case" and may_be_called(item, noun)
    return item.reference.kind == KINDS.get(noun) and goes_by(item, noun)


def may_be_called(item: Found, noun: str) -> bool:
    """Whether a case may be "ce jugement" or "cet arrêt": by its own words, else by its court."""
    words = folded(item.reference.surface)
    if noun == "ordonnance" or "ordonnance" in words:
        return noun == "ordonnance" and is_order(words)
    if "jugement" in words or "arret" in words:
        return noun in words
    source = item.reference.source
    return ((source.authority if source else None) in _FIRST_INSTANCE) == (noun == "jugement")
