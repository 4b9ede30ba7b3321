"""Measuring references against a gold file: what counts as found, false and right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renvois.graph.errors import InputError
from renvois.loaders.citations.extract import extract_text
from renvois.loaders.evaluate import Evaluation, evaluate

TEXT = "L’article 225-4-1 du code pénal et la loi n° 78-17 du 6 janvier 1978. Voir CE, 6 juin 2008, n° 299943."
ARTICLE = {
    "start": 2,
    "end": 31,
    "kind": "code_article",
    "canonical": "code pénal, art. 225-4-1",
    "surface": "article 225-4-1 du code pénal",
}
LAW = {"start": 38, "end": 68, "kind": "law", "canonical": "loi n° 78-17 du 6 janvier 1978"}
CASE = {"start": 75, "end": 101, "kind": "case", "canonical": "CE, 6 juin 2008, n° 299943"}


def measure(tmp_path: Path, references: list[dict[str, Any]], **gold: Any) -> Evaluation:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"references": references, **gold}), encoding="utf-8")
    return evaluate(path, extract_text(TEXT))


def test_all_found_and_right(tmp_path: Path) -> None:
    result = measure(tmp_path, [ARTICLE, LAW, CASE], portion=[0, 200])
    assert (result.total.recall, result.total.precision, result.total.f1, result.total.target) == (1, 1, pytest.approx(1), 1)
    assert set(result.by_kind) == {"code_article", "law", "case"}
    assert result.misses == ()


def test_a_prediction_on_nothing_is_false_and_one_on_an_optional_reference_is_not(tmp_path: Path) -> None:
    optional = {**CASE, "optional": True}
    result = measure(tmp_path, [ARTICLE, optional], portion=[0, 200])
    assert (result.total.gold, result.total.true, result.total.false) == (1, 1, 1)
    (miss,) = result.misses
    assert (miss.what, miss.kind, miss.start) == ("false", "law", 38)


def test_a_missed_reference_and_a_wrong_target_are_listed(tmp_path: Path) -> None:
    missed = {"start": 150, "end": 160, "kind": "plan", "canonical": "plan national", "surface": "un plan"}
    wrong = {**ARTICLE, "canonical": "code pénal, art. 225-4-2"}
    result = measure(tmp_path, [wrong, LAW, CASE, missed], portion=[0, 200])
    assert [(m.what, m.kind) for m in result.misses] == [("wrong target", "code_article"), ("missed", "plan")]
    assert result.by_kind["plan"].recall == 0
    assert result.total.target == pytest.approx(0.5)


def test_the_article_of_another_code_is_wrong(tmp_path: Path) -> None:
    result = measure(tmp_path, [{**ARTICLE, "canonical": "code de la santé publique, art. 225-4-1"}, LAW, CASE], portion=[0, 200])
    assert result.total.right == 2


def test_the_identifier_as_cited_counts_as_right(tmp_path: Path) -> None:
    entry = {**ARTICLE, "canonical": "tout autre chose", "target_id": "x", "target_id_as_cited": "legi:LEGITEXT000006070719/art/225-4-1"}
    assert measure(tmp_path, [entry, LAW, CASE], portion=[0, 200]).total.right == 3


def test_without_a_portion_tier_one_is_required(tmp_path: Path) -> None:
    result = measure(tmp_path, [{**ARTICLE, "tier": 1}, {**LAW, "tier": 2}, {**CASE, "tier": 3}])
    assert (result.total.gold, result.total.found, result.total.false) == (1, 1, 0)


def test_what_stands_outside_the_portion_does_not_count(tmp_path: Path) -> None:
    result = measure(tmp_path, [ARTICLE], portion=[0, 35])
    assert (result.total.true, result.total.false) == (1, 0)


@pytest.mark.parametrize("content", ["", "[]", '{"references": 3}', '{"references": [{"start": 1}]}', "\udcff"])
def test_a_file_that_is_no_gold_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError) as raised:
        evaluate(path, ())
    assert raised.value.where is not None and "gold.json" in raised.value.where
