"""Measuring the references against a gold annotation: what is found, what is false, and whether the target is right.

A gold file is JSON with `references`: each has `start`, `end` (offsets in the source text), `kind`, `canonical`, perhaps `target_id`;
it is required unless `optional` (files with a `portion`: only that stretch was annotated) or of another `tier` than 1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..graph.errors import InputError
from ..graph.identifiers import fold
from .citations.model import Reference

# Kinds that annotators and programs may tell apart differently: any two of one family count as the same.
_FAMILIES = (
    frozenset({"law", "law_article", "decree", "circular"}),
    frozenset({"convention", "convention_article"}),
    frozenset({"eu_act", "eu_act_article"}),
    frozenset({"prior_avis", "report", "plan", "other"}),
    frozenset({"bill", "other"}),
)
_ARTICLES = frozenset({"code_article", "law_article", "convention_article", "eu_act_article", "constitution"})
_ACTS = frozenset({"law", "law_article", "decree", "circular", "eu_act", "eu_act_article"})
_NUMBERS = re.compile(r"\b\d{2,4}[-/]\d{1,5}\b|\b\d{4,5}/\d{2}\b|\bc-\d+/\d+\b")
_ARTICLE = re.compile(r"\bart(?:icle)?s?\.?\s*((?:l|r|d|a)?\W{0,3}\d+(?:[-.]\d+)*)")
_HEAD = re.compile(r",?\s*\bart(?:icle)?s?\b")
_EMPTY = frozenset({"dans", "pour", "avec", "relative", "relatif"})
# A code or law without a number is a reference to some readers and none to others: never counted as false.
_VAGUE = re.compile(r"(l[ea]s?\s+|l'|du\s+|de\s+la\s+|cet?t?e?s?\s+)?(code(\s+[a-z']+){1,12}|lois?|texte)$")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over one kind, or all: `gold` required references, `found` and `right` among them; `true` and `false` predictions."""

    gold: int
    found: int
    right: int
    true: int
    false: int

    @property
    def recall(self) -> float:
        """Found of the required."""
        return self.found / max(1, self.gold)

    @property
    def precision(self) -> float:
        """Predictions on a required reference, of those and the false."""
        return self.true / max(1, self.true + self.false)

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        return 2 * self.recall * self.precision / max(1e-9, self.recall + self.precision)

    @property
    def target(self) -> float:
        """Of the required, those found with the right target."""
        return self.right / max(1, self.gold)


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold reference without a prediction, one with a wrong target, or a prediction on nothing."""

    what: str
    kind: str
    start: int
    surface: str
    expected: str | None = None
    got: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The score over all kinds, by kind of the gold (of the prediction for what is false), and what went wrong."""

    total: Score
    by_kind: Mapping[str, Score]
    misses: tuple[Miss, ...]


def evaluate(gold: Path | str, references: Iterable[Reference]) -> Evaluation:
    """The references measured against a gold file. InputError if it is no such file."""
    annotated, portion = _read_gold(Path(gold))
    predicted = [r for r in references if portion is None or portion[0] <= r.start < portion[1]]
    required = [g for g in annotated if (not g.get("optional") if portion else g.get("tier") == 1)]
    misses: list[Miss] = []
    counts: dict[str, list[int]] = {}
    for entry in required:
        _count_required(entry, predicted, counts, misses)
    for reference in predicted:
        _count_predicted(reference, required, annotated, counts, misses)
    scores = {kind: Score(*values) for kind, values in sorted(counts.items())}
    total = Score(*(sum(values[i] for values in counts.values()) for i in range(5)))
    return Evaluation(total, scores, tuple(sorted(misses, key=lambda m: (m.start, m.what))))


def _read_gold(path: Path) -> tuple[list[dict[str, Any]], tuple[int, int] | None]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(
            f"The gold file cannot be read: {error}.", where=str(path), cure="Give a JSON file with a list 'references'."
        ) from error
    entries = data.get("references") if isinstance(data, dict) else None
    if not isinstance(entries, list) or not all(isinstance(e, dict) and {"start", "end", "kind", "canonical"} <= e.keys() for e in entries):
        raise InputError(
            "The gold file has no list 'references' of start, end, kind, canonical.", where=str(path), cure="See the head of evaluate.py."
        )
    portion = data.get("portion")
    return entries, (int(portion[0]), int(portion[1])) if portion else None


def _count_required(entry: dict[str, Any], predicted: Sequence[Reference], counts: dict[str, list[int]], misses: list[Miss]) -> None:
    row = counts.setdefault(entry["kind"], [0] * 5)
    row[0] += 1
    hits = [p for p in predicted if _overlap(p, entry) and _same_family(p.kind, entry["kind"])]
    surface = " ".join(str(entry.get("surface", "")).split())
    if not hits:
        misses.append(Miss("missed", entry["kind"], entry["start"], surface, entry["canonical"]))
        return
    row[1] += 1
    if any(_is_right(entry, p) for p in hits):
        row[2] += 1
    else:
        misses.append(Miss("wrong target", entry["kind"], entry["start"], surface, entry["canonical"], hits[0].canonical))


def _count_predicted(
    reference: Reference,
    required: Sequence[dict[str, Any]],
    annotated: Sequence[dict[str, Any]],
    counts: dict[str, list[int]],
    misses: list[Miss],
) -> None:
    row = counts.setdefault(reference.kind, [0] * 5)
    if any(_overlap(reference, g) for g in required):
        row[3] += 1
    elif not any(_overlap(reference, g) for g in annotated) and not _VAGUE.match(fold(reference.surface)):
        row[4] += 1
        misses.append(Miss("false", reference.kind, reference.start, " ".join(reference.surface.split()), None, reference.canonical))


def _overlap(reference: Reference, entry: dict[str, Any]) -> bool:
    return bool(reference.start < entry["end"] and entry["start"] < reference.end)


def _same_family(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in _FAMILIES)


def _is_right(entry: dict[str, Any], reference: Reference) -> bool:
    target = reference.source.id if reference.source else None
    if target and target in (entry.get("target_id"), entry.get("target_id_as_cited")):
        return True
    return _same_text(fold(entry["canonical"]), fold(reference.canonical), entry["kind"])


def _same_text(gold: str, predicted: str, kind: str) -> bool:
    """Whether two canonical forms name the same text: the same numbers, or mostly the same words where there are none."""
    if gold == predicted:
        return True
    if kind in _ARTICLES:
        if _article(gold) != _article(predicted):
            return False
        gold, predicted = (" ".join(sorted(_words(_HEAD.split(text)[0]))) for text in (gold, predicted))
    numbers = set(_NUMBERS.findall(gold)), set(_NUMBERS.findall(predicted))
    if kind == "case" and numbers[0] & numbers[1]:
        return True
    if kind in _ACTS and all(numbers):
        return bool(numbers[0] & numbers[1])
    one, other = _words(gold), _words(predicted)
    shared = len(one & other)
    return bool(one) and shared / min(len(one), len(other) or 1) >= 0.6 and shared >= min(2, len(one))


def _article(canonical: str) -> str | None:
    found = _ARTICLE.search(canonical)
    if not found:
        return None
    dot = "-" if re.search(r"\d\.\d", found[1]) else ""
    return re.sub(r"[^a-z0-9-]", "", found[1].replace(".", dot))


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"[a-z]{4,}|\d+", text) if w not in _EMPTY}
