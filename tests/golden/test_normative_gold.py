"""Codes, laws, decrees and conventions of avis A-2021-5 against a reader's complete annotation."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from renvois.loaders.citations.extract import extract, reference_record
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "src" / "renvois" / "sample" / "A-2021-5.txt"
GOLD: list[dict[str, Any]] = json.loads((HERE / "A-2021-5" / "references.json").read_text(encoding="utf-8"))["references"]
DECOYS: list[dict[str, Any]] = json.loads((HERE / "A-2021-5" / "references.json").read_text(encoding="utf-8"))["decoys"]
NORMATIVE = {"code_article", "law", "law_article", "decree", "convention", "convention_article"}
REQUIRED = [r for r in GOLD if r["kind"] in NORMATIVE and r["tier"] == 1]


@cache
def found() -> list[dict[str, Any]]:
    source = SourceText("A-2021-5.txt", SAMPLE.read_bytes().decode("utf-8"), "txt", "utf-8")
    return [reference_record(reference) for reference in extract(structure(source))]


def overlapping(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [r for r in found() if r["start"] < gold["end"] and gold["start"] < r["end"]]


@pytest.mark.parametrize("gold", REQUIRED, ids=lambda r: f"{r['id']}-{r['surface'][:30]}")
def test_explicit_reference_is_found_with_its_target(gold: dict[str, Any]) -> None:
    hits = [r for r in overlapping(gold) if r["kind"] == gold["kind"]]
    targets = {gold["target_id"], gold.get("target_id_as_cited")}
    # The law whose date is a slip in the source (13 for 5 August 2013) keeps the date as written.
    dated = gold.get("target_id_as_cited") == "eli:fr/loi/2013/8/13/?" and any(r["target"] == "loi:2013-08-13/art/2" for r in hits)
    assert dated or any(r["target"] in targets for r in hits)


def test_the_span_is_the_whole_citation() -> None:
    spans = {(r["start"], r["end"]) for r in found()}
    exact = [r for r in REQUIRED if (r["start"], r["end"]) in spans]
    assert len(exact) >= len(REQUIRED) - 2


def test_conventions_and_laws_inside_other_references_are_found() -> None:
    nested = [r for r in GOLD if r["tier"] == 2 and r["kind"] in ("convention", "law") and r["explicitness"] == "nested"]
    right = [r for r in nested if any(h["target"] == r["target_id"] for h in overlapping(r))]
    assert len(right) >= len(nested) - 1


def test_this_convention_is_the_one_named_before() -> None:
    anaphoric = [r for r in GOLD if r["kind"] == "convention" and r["explicitness"] == "anaphoric"]
    assert len(anaphoric) == 2
    for gold in anaphoric:
        assert [h["target"] for h in overlapping(gold) if h["relation"] == "anaphora"] == [gold["target_id"]]


def test_no_decoy_is_taken_for_a_law_or_a_convention() -> None:
    for decoy in DECOYS:
        if decoy["surface"] != "2-22 du code de procédure pénale":
            inside = [r for r in found() if decoy["start"] <= r["start"] and r["end"] <= decoy["end"] and r["kind"] in NORMATIVE]
            assert inside == [], decoy["why"]
