"""The canned queries on the opinion that ships with Renvois, against its annotation by a reader (golden/A-2021-5 and its notes)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.sample import sample_graph

from renvois.graph.measures import measures
from renvois.graph.open import open_store
from renvois.graph.store import Cell, Store
from renvois.queries.catalog import load_catalog
from renvois.queries.run import run

GOLD = Path(__file__).parent / "A-2021-5"
UNDERPINNING = json.loads((GOLD / "underpinning.json").read_text(encoding="utf-8"))
RESPONSIBILITIES = json.loads((GOLD / "responsibilities.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def avis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("avis") / "store") as store:
        store.load(sample_graph())
        store.measure(measures(store.everything()))
        yield store


def ask(store: Store, name: str, **params: object) -> list[dict[str, Cell]]:
    return run(store, name, params).records()


@pytest.mark.parametrize("name", [q.id for q in load_catalog()])
def test_an_example_gives_the_rows_it_promises(avis: Store, name: str) -> None:
    example = load_catalog().get(name).example
    records = ask(avis, name, **example.params)
    assert len(records) >= (example.rows_min or 0)
    assert example.rows is None or len(records) == example.rows
    for expected, record in zip(example.values, records, strict=False):
        assert {column: record[column] for column in expected} == dict(expected)


def test_recommendation_24_rests_on_the_finance_bill_it_cites_and_on_the_code_and_decree_of_note_36(avis: Store) -> None:
    records = ask(avis, "underpinning", recommendation=24)
    assert (records[0]["grade"], records[0]["source_id"]) == ("A", "bill:fr/plf-2022")
    (gold,) = [r for r in UNDERPINNING["recommendations"] if r["number"] == 24]
    normative = {r["source_id"] for r in records if r["grade"] == "B" and r["normative"]}
    assert {item["target_id"] for item in gold["answer_normative"]} == normative


@pytest.mark.parametrize(
    ("article", "recommendations"),
    [("R. 221-12", {24}), ("12.6", {11}), ("26", {18, 20}), ("225-12-1", {19}), ("code pénal, art. 225-7", {18, 20})],
)
def test_which_recommendations_rest_on_an_article(avis: Store, article: str, recommendations: set[int]) -> None:
    assert {r["recommendation"] for r in ask(avis, "by-article", article=article) if r["grade"] in ("A", "B")} == recommendations


def test_recommendations_without_legal_basis_are_the_readers(avis: Store) -> None:
    """Three in four at least, each way: the debatable links (weak B) are doubts of the reader too."""
    for documentary, gold in (
        (True, set(range(1, 35)) - set(UNDERPINNING["meta"]["with_normative_AB"])),
        (False, set(UNDERPINNING["meta"]["nothing_AB"])),
    ):
        found = {r["recommendation"] for r in ask(avis, "no-basis", documentary=documentary)}
        assert len(found & gold) >= 0.75 * max(len(found), len(gold))


def test_recommendations_that_say_who_must_act_are_the_readers(avis: Store) -> None:
    said = set(RESPONSIBILITIES["meta"]["explicit_addressee"]) | set(RESPONSIBILITIES["meta"]["named_responsible"])
    assert {int(str(r["recommendation"])) for r in ask(avis, "unassigned")} == set(range(1, 35)) - said


@pytest.mark.parametrize("written", ["MIPROF", "miprof", "inst:miprof"])
def test_what_is_asked_of_the_miprof(avis: Store, written: str) -> None:
    assert {r["recommendation"] for r in ask(avis, "by-institution", institution=written)} == {25, 26}


def test_the_author_is_no_party(avis: Store) -> None:
    for name in ("only-mentioned", "institution-load", "responsibility-matrix"):
        assert "inst:cncdh" not in {r["institution_id"] for r in ask(avis, name)}, name


def test_the_three_recommendations_that_the_annexe_words_otherwise(avis: Store) -> None:
    records = ask(avis, "body-annexe")
    assert [r["recommendation"] for r in records] == [3, 14, 34]
    assert "Identification" in str(records[0]["difference"])


def test_the_six_prior_opinions(avis: Store) -> None:
    records = ask(avis, "prior-avis")
    dated = {"jorf:20140614/0136/70", "jorf:20191201/0279/55", "jorf:20200531/0132/99"}
    assert {r["source_id"] for r in records} == dated | {"cncdh:A-2020-5", "cncdh:A-2021-1", "cncdh:A-2021-4"}
    restated = [r for r in records if r["relation"] == "op_cit"]
    assert len(restated) == 6
    assert all("2" in str(r["antecedent"]) for r in restated), "all resolve to note 2"


@pytest.mark.parametrize(("note", "paragraph"), [(9, "§ 3"), (11, "§ 9"), (24, "§ 23"), (36, "§ 34")])
def test_a_note_belongs_where_it_is_called_not_where_it_is_printed(avis: Store, note: int, paragraph: str) -> None:
    assert [r["called_in"] for r in ask(avis, "notes") if r["note"] == note] == [paragraph]


def test_what_is_wrong_in_the_text_is_among_the_findings(avis: Store) -> None:
    suggestions = {(str(r["quote"])[:27], r["suggestion"]) for r in ask(avis, "findings")}
    assert ("article 224-4-1 du code pén", "225-4-1") in suggestions


def test_a_source_of_the_same_section_only_underpins_nothing(avis: Store) -> None:
    unused = {r["source_id"] for r in ask(avis, "unused-sources")}
    assert {"legi:LEGITEXT000006071154/art/2-22", "legi:LEGITEXT000006071154/art/706-164", "eli:fr/loi/2002/3/4/2002-305"} <= unused
    assert not unused & {"bill:fr/plf-2022", "legi:LEGITEXT000006074069/art/R221-12"}


def test_the_dossier_holds_the_text_the_section_the_bases_and_the_bodies(avis: Store) -> None:
    records = ask(avis, "dossier", recommendation=18)
    parts = [str(r["part"]) for r in records]
    assert parts[:2] == ["text", "section"]
    assert {"modality", "action", "basis", "institution", "theme"} <= set(parts)
    order = [
        "text",
        "annexe",
        "section",
        "modality",
        "action",
        "condition",
        "deadline",
        "none",
        "basis",
        "institution",
        "contextual",
        "theme",
        "same_section",
        "finding",
    ]
    assert parts == sorted(parts, key=order.index)
