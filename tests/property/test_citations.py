"""Extraction on any text: no exception, spans that are the text's own, and work that grows with the text, not faster."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renvois.loaders.citations.extract import extract_text
from renvois.loaders.citations.find import find
from renvois.loaders.citations.text import folded

SAMPLE = (Path(__file__).parents[2] / "src" / "renvois" / "sample" / "A-2021-5.txt").read_bytes().decode("utf-8")
WORDS = st.sampled_from(
    ["article", "articles", "art.", "L. 123-4", "R. * 12", "225-4-1", "1er", "2°", "II", "§ 3", "alinéa", "de la loi", "du code pénal", "loi n° 78-17", "du 6 janvier 1978",
     "la directive 2000/78/CE", "Convention", "de Varsovie", "(ci-après", "« la Charte »)", "CEDH", "et", ",", ";", ".", "à", "du même code", "précité", "son", "cette loi", "\n", "é", "e\u0301", "\u00a0",
     "ibid.", "op. cit.", "note 3", "n°", "CPP", "<sup>er</sup>", "ſ", "İ", "😀"]
)  # fmt: skip


def check(text: str) -> None:
    for reference in extract_text(text):
        assert 0 <= reference.start < reference.end <= len(text)
        assert text[reference.start : reference.end] == reference.surface
        assert (reference.source is None) == (reference.unresolved is not None)


@given(st.text())
@settings(max_examples=150, deadline=None)
def test_random_text(text: str) -> None:
    check(text)


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_random_words_of_citations(text: str) -> None:
    check(text)


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 300)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_random_splices_of_a_real_opinion(cuts: list[tuple[int, int]]) -> None:
    check("".join(SAMPLE[start : start + length] for start, length in cuts))


@given(st.text())
def test_the_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(folded(text)) == len(text)


REPEATED = [
    "article ",
    "articles 1, ",
    "article 1 et ",
    ", ",
    "(",
    "L. 1-1, ",
    "de l'",
    "1° du I de l'",
    "du code ",
    "la Convention du Conseil de l'Europe ",
    "code de l'",
    "loi n° ",
    "n° 78-17 et ",
    "II ",
    "alinéa ",
    "circulaire ",
    "§ 1 ",
    "chapitre I du ",
    "((((",
    "«",
]


@pytest.mark.parametrize("piece", REPEATED)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    small, large = (_steps(piece * (length // len(piece))) for length in (2000, 8000))
    assert large <= 5 * small + 20_000


def _steps(text: str) -> int:
    """Calls made while finding in the text: regular expressions, grammar functions, constructions."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    find("article 1")
    sys.setprofile(count)
    try:
        find(text)
    finally:
        sys.setprofile(None)
    return calls
