"""Links between recommendations and sources, on the opinion that ships with Renvois, against its annotation by a reader."""

from __future__ import annotations

import json

import pytest
from support.underpinning_score import GOLD, Link, drawn_links, gold_links, score

import renvois
from renvois.loaders.pipeline import read_document
from renvois.loaders.read import read
from renvois.loaders.reading import Reading


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_document(read(renvois.SAMPLE))


@pytest.fixture(scope="module")
def drawn(reading: Reading) -> list[Link]:
    return drawn_links(reading.underpinning.bases, {r.number: r.body.section for r in reading.document.recommendations})


def test_what_a_recommendation_cites_is_found_and_nothing_else(drawn: list[Link]) -> None:
    measured = score([d for d in drawn if d.grade == "A"], [g for g in gold_links() if g.grade == "A"])
    assert (measured.precision, measured.recall) == (1.0, 1.0)


def test_strong_links_can_be_trusted(drawn: list[Link]) -> None:
    measured = score(
        [d for d in drawn if (d.grade, d.strength) == ("B", "strong")],
        [g for g in gold_links() if (g.grade, g.strength) == ("B", "strong")],
    )
    assert measured.precision >= 0.90, measured.false
    assert measured.recall >= 0.90, measured.missed


def test_links_on_the_same_subject(drawn: list[Link]) -> None:
    measured = score([d for d in drawn if d.grade == "B"], [g for g in gold_links() if g.grade == "B"])
    assert measured.precision >= 0.80, measured.false
    assert measured.recall >= 0.80, measured.missed


def test_links_from_another_section(drawn: list[Link]) -> None:
    """X is kept for what stands out: nothing is asked of its recall but that it finds what the text repeats word for word."""
    measured = score([d for d in drawn if d.grade == "X"], [g for g in gold_links() if g.grade == "X"])
    assert measured.precision >= 0.80, measured.false
    assert measured.recall >= 0.50, measured.missed


def test_recommendations_that_nothing_underpins_are_told_with_a_reason(reading: Reading, drawn: list[Link]) -> None:
    annotated = json.loads((GOLD / "underpinning.json").read_text(encoding="utf-8"))["recommendations"]
    nothing = {r["number"] for r in annotated if r["nothing_at_all_AB"]}
    said = {r.number for r in reading.document.recommendations} - {d.recommendation for d in drawn if d.grade in "AB"}
    assert len(nothing & said) / len(said) >= 0.90
    assert len(nothing & said) / len(nothing) >= 0.90
    reasons = dict(reading.underpinning.without)
    assert all(reasons[f"r{number}"] for number in said if not any(d.recommendation == number and d.grade == "X" for d in drawn))


def test_every_source_of_its_section_is_shown_as_such_at_least(drawn: list[Link]) -> None:
    near = [g for g in gold_links() if g.grade in "BC"]
    missed = score(drawn, near).missed
    met = {(g.recommendation, g.name) for g in near if g not in missed}  # a source cited twice is shown once, at its closest
    assert [g for g in missed if (g.recommendation, g.name) not in met] == []


def test_the_words_of_a_link_stand_on_both_sides(reading: Reading) -> None:
    text = reading.document.source.text
    demands = {r.id: r for r in reading.document.recommendations}
    proved = [b for b in reading.underpinning.bases if b.grade in "BX"]
    assert proved
    for basis in proved:
        assert basis.words
        for word in basis.words:
            shown = {" ".join(text[a:b].replace("-\n", "").split()).lower() for a, b in word.recommendation}
            assert word.word.lower() in shown
            body = demands[basis.recommendation].body
            assert all(body.start <= a < b <= body.end for a, b in word.recommendation)
            assert word.lead
