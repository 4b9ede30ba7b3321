"""Documentary references on any text: no exception, spans that are the text's own, work that grows with the text and no faster."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.annotated import annotated

from renvois.loaders.citations.extract import extract, extract_text
from renvois.loaders.citations.find import find

SAMPLE = (Path(__file__).parents[2] / "src" / "renvois" / "sample" / "A-2021-5.txt").read_bytes().decode("utf-8")
PIECES = [
    "CNCDH", "Avis", "avis", "un avis sur", "Second avis", "la traite", "le projet de loi", "relatif à", "22 mai 2014",
    "mai 2020", "2017", "31 avril 2015", "JORF n°0136 du 14 juin 2014", "texte n° 70", "A – 2020 – 5", "p. 16", "op.cit.",
    "op. cit.", "Ibid.", "Idem", "supra note 3", "note 99 supra", "cf. infra", "CEDH", "CE", "Cass. crim.", "arrêt", "décision",
    "Dink c. Turquie", "c.", "c/", "v.", "n° 77587/12", "n°", "n° 2010-25 QPC", "C- 222/84", "ECLI:EU:C:2014:317",
    "Défenseur des droits", "délibérations n° 2011-44 à 46", "(n° 2010-272 et 273)", "rapport", "14e rapport", "étude annuelle",
    "l’enquête de DURAND Anne", "« Un titre »", "«", "»", "(", ")", "[GC]", ";", ",", ".", "\n", "plan national",
    "second plan d’action national", "2019-2021", "mécanisme national de", "PLF 2022", "Audition d’Arthur Melon",
    "Appel à projet", "cet avis", "le présent avis", "l’avis susmentionné", "sa déclaration", "A/HRC/29/32",
    "https://x.fr/a_-_2021_-_1_-_b", "é", "e\u0301", "ſ", "İ",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


def check(text: str) -> None:
    for reference in extract_text(text):
        assert text[reference.start : reference.end] == reference.surface != ""
        assert (reference.source is None) == (reference.unresolved is not None)
        for finding in reference.findings:
            assert text[finding.start : finding.end] == finding.quote


@given(WORDS)
@settings(max_examples=250, deadline=None)
def test_random_words_of_documentary_citations(text: str) -> None:
    check(text)


@given(st.lists(WORDS, max_size=4), st.dictionaries(st.integers(1, 9), WORDS, max_size=5))
@settings(max_examples=100, deadline=None)
def test_random_notes(paragraphs: list[str], notes: dict[int, str]) -> None:
    called = [f"{text} [^{number}]" for number, text in enumerate(paragraphs, 1)]
    document = annotated(called, notes)
    for reference in extract(document):
        assert document.source.text[reference.start : reference.end] == reference.surface
        assert (reference.source is None) == (reference.unresolved is not None)


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 400)), max_size=6))
@settings(max_examples=40, deadline=None)
def test_the_same_text_gives_the_same_references(cuts: list[tuple[int, int]]) -> None:
    text = "".join(SAMPLE[start : start + length] for start, length in cuts)
    assert extract_text(text) == extract_text(text)


REPEATED = [
    *(f"{piece} " for piece in PIECES if piece.strip()),
    "CNCDH, Avis sur la traite, ",
    "CEDH, X c. Y, ",
    "décision du 3 mars 2010, ",
    "n° 1, n° 2, ",
    "(((«",
]


@pytest.mark.parametrize("piece", REPEATED)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    small, large = (_steps(extract_text, piece * (length // len(piece))) for length in (2000, 8000))
    assert large <= 5 * small + 20_000


def _steps(work: Any, text: str) -> int:
    """Calls made: regular expressions, grammar functions, constructions."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    find("article 1, CNCDH")
    sys.setprofile(count)
    try:
        work(text)
    finally:
        sys.setprofile(None)
    return calls
