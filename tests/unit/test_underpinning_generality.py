"""The method on opinions that it was not made on: other subjects, other words, links expected by a reader beforehand."""

from __future__ import annotations

import pytest
from support.underpinning_opinions import OPINIONS, Expected

from renvois.loaders.pipeline import read_document
from renvois.loaders.read import read_bytes
from renvois.loaders.underpinning import Basis, Underpinning


def linked(expected: Expected) -> Underpinning:
    return read_document(read_bytes("avis.txt", expected.text.encode())).underpinning


def links(found: Underpinning, recommendation: int, source: str) -> list[Basis]:
    bases = (b for b in found.bases if b.recommendation == f"r{recommendation}" and b.grade in "AB")
    return [basis for basis in bases if source in basis.source.canonical]


@pytest.mark.parametrize("expected", OPINIONS, ids=lambda e: e.name)
def test_what_leads_to_a_recommendation_underpins_it(expected: Expected) -> None:
    found = linked(expected)
    assert [(number, source) for number, source in expected.led if not links(found, number, source)] == []


@pytest.mark.parametrize("expected", OPINIONS, ids=lambda e: e.name)
def test_what_other_paragraphs_of_the_section_cite_does_not(expected: Expected) -> None:
    found = linked(expected)
    assert [(number, source) for number, source in expected.beside if links(found, number, source)] == []


def test_strong_is_kept_for_the_point_itself() -> None:
    """Of the links called strong, nine in ten are those a reader expects, not neighbours in the same paragraph."""
    strong = {"led": 0, "near": 0}
    for expected in OPINIONS:
        found = linked(expected)
        for kind, pairs in (("led", expected.led), ("near", expected.near)):
            strong[kind] += sum(any(b.strength == "strong" for b in links(found, *pair)) for pair in pairs)
    assert strong["led"] >= 9 * strong["near"]
    assert strong["led"] >= 0.9 * sum(len(e.led) for e in OPINIONS)
