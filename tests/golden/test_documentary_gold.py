"""Opinions, cases, reports, plans, bills, statements and short forms of avis A-2021-5 against a reader's complete annotation."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from renvois.loaders.citations.extract import reference_record
from renvois.loaders.citations.model import Reference
from renvois.loaders.evaluate import Evaluation, evaluate
from renvois.loaders.pipeline import references_of

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "src" / "renvois" / "sample" / "A-2021-5.txt"
ANNOTATION = HERE / "A-2021-5" / "references.json"
GOLD: dict[str, list[dict[str, Any]]] = json.loads(ANNOTATION.read_text(encoding="utf-8"))
DOCUMENTARY = {"case", "prior_avis", "report", "plan", "bill", "other"}
# Identifiers that follow from the text; a reader's own ids (report:, dispositif:…) are compared by what they name.
DERIVABLE = ("cncdh:", "jorf:", "ECLI:", "bill:", "plan:", "declaration:", "hearing:", "legi:")


@cache
def references() -> tuple[Reference, ...]:
    return references_of(SAMPLE)


@cache
def found() -> list[dict[str, Any]]:
    return [reference_record(reference) for reference in references()]


@cache
def measured() -> Evaluation:
    return evaluate(ANNOTATION, references())


def overlapping(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [r for r in found() if r["start"] < gold["end"] and gold["start"] < r["end"]]


def tier(number: int) -> list[dict[str, Any]]:
    return [r for r in GOLD["references"] if r["tier"] == number]


def name(gold: dict[str, Any]) -> str:
    return f"{gold['id']}-{gold['surface'][:30]}"


def test_every_explicit_reference_is_found_with_its_target_and_none_is_false() -> None:
    total = measured().total
    assert (total.gold, total.found, total.right, total.false) == (51, 51, 51, 0), measured().misses


@pytest.mark.parametrize("gold", [r for r in tier(1) if r["kind"] in DOCUMENTARY], ids=name)
def test_the_span_is_the_citation(gold: dict[str, Any]) -> None:
    best = max(min(r["end"], gold["end"]) - max(r["start"], gold["start"]) for r in overlapping(gold))
    assert best >= 0.9 * (gold["end"] - gold["start"])


@pytest.mark.parametrize(
    "gold", [r for r in (*tier(1), *tier(2)) if r["kind"] in DOCUMENTARY and (r.get("target_id") or "").startswith(DERIVABLE)], ids=name
)
def test_what_the_text_identifies_has_that_identifier(gold: dict[str, Any]) -> None:
    assert gold["target_id"] in [r["target"] for r in overlapping(gold)]


def test_nine_in_ten_of_the_implied_references_are_found() -> None:
    implied = tier(2)
    assert sum(bool(overlapping(gold)) for gold in implied) >= 0.9 * len(implied)


@pytest.mark.parametrize("gold", [r for r in tier(2) if r.get("resolution") and r["kind"] == "prior_avis"], ids=name)
def test_a_short_form_names_what_it_went_through(gold: dict[str, Any]) -> None:
    antecedents = [r["antecedent"] for r in overlapping(gold) if r["target"] == gold["target_id"]]
    assert gold["resolution"]["antecedent"] in antecedents


@pytest.mark.parametrize("gold", [r for r in tier(1) if (r.get("resolution") or {}).get("type") == "op_cit"], ids=name)
def test_op_cit_goes_back_to_the_first_citation(gold: dict[str, Any]) -> None:
    (reference,) = [r for r in overlapping(gold) if r["kind"] == "prior_avis"]
    assert (reference["relation"], reference["antecedent"]) == ("op_cit", "footnote 2")


@pytest.mark.parametrize("gold", [r for r in tier(3) if r["kind"] != "convention_article"], ids=name)
def test_what_is_vague_or_only_proposed_gets_no_firm_reference(gold: dict[str, Any]) -> None:
    assert [r["surface"] for r in overlapping(gold) if r["target"]] == []


@pytest.mark.parametrize(
    "gold", [r for r in GOLD["references"] if (r.get("source_error") or {}).get("known_from", "").startswith("texte seul")], ids=name
)
def test_a_slip_of_the_source_that_the_text_betrays_is_told(gold: dict[str, Any]) -> None:
    kinds = {f["kind"] for r in overlapping(gold) for f in r["findings"]}
    assert kinds & {"unknown_article", "missing_prefix", "date_conflict", "typo"}


def test_nothing_else_is_called_a_slip() -> None:
    flagged = [r for r in found() if r["findings"]]
    errors = [g for g in GOLD["references"] if g.get("source_error")]
    strangers = [r["surface"] for r in flagged if not any(r["start"] < g["end"] and g["start"] < r["end"] for g in errors)]
    assert strangers == []


def test_the_bare_infra_stays_visible_and_unresolved() -> None:
    (reference,) = [r for r in found() if r["relation"] == "infra"]
    assert (reference["target"], reference["container"]) == (None, "footnote 13")
    assert reference["unresolved"]
