"""The tables of `renvois evaluate`: scores by kind of reference, then what was missed, false or resolved to another text."""

from __future__ import annotations

from rich.table import Table

from ..loaders.evaluate import Evaluation, Score
from .options import Lang
from .tables import plain_table

_WORDS = {
    Lang.FR: {
        "columns": ("Genre", "Annotées", "Trouvées", "Bonne cible", "Fausses", "Rappel", "Précision", "F1", "Cible"), "total": "ensemble",
        "misses": "Écarts", "places": ("Écart", "Genre", "Position", "Référence", "Attendu", "Lu"),
        "missed": "manquée", "false": "fausse", "wrong target": "autre cible",
    },
    Lang.EN: {
        "columns": ("Kind", "Gold", "Found", "Right target", "False", "Recall", "Precision", "F1", "Target"), "total": "total",
        "misses": "Differences", "places": ("Difference", "Kind", "Offset", "Reference", "Expected", "Read"),
        "missed": "missed", "false": "false", "wrong target": "wrong target",
    },
}  # fmt: skip


def score_table(title: str, found: Evaluation, lang: Lang) -> Table:
    """A row for each kind and one for all; a dash where there is nothing to divide by."""
    words = _WORDS[lang]
    scores = {**found.by_kind, str(words["total"]): found.total}
    return plain_table(title, tuple(words["columns"]), [(kind, *_row(score)) for kind, score in scores.items()])


def miss_table(found: Evaluation, lang: Lang) -> Table:
    """Every difference, in the order of the text."""
    words = _WORDS[lang]
    rows = [(str(words[m.what]), m.kind, m.start, m.surface, m.expected or "–", m.got or "–") for m in found.misses]
    title = f"{words['misses']} : {len(rows)}" if lang is Lang.FR else f"{words['misses']}: {len(rows)}"
    return plain_table(title, tuple(words["places"]), rows)


def _row(score: Score) -> tuple[object, ...]:
    counted = (score.gold, score.found, score.right, score.false)
    if not score.gold:
        return (*counted, "–", "–", "–", "–")
    return (*counted, f"{score.recall:.3f}", f"{score.precision:.3f}", f"{score.f1:.3f}", f"{score.target:.3f}")
