"""Whatever the text, structure holds: no exception, every character in one piece, spans nested, offsets true."""

from __future__ import annotations

import random
import unicodedata
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support.structured import document

from renvois.loaders.document import Document

AVIS = (Path(__file__).parents[2] / "src/renvois/sample/A-2021-5.txt").read_text(encoding="utf-8")
LINES = AVIS.splitlines(keepends=True)
SNIPPETS = st.sampled_from(
    [
        "1. ",
        "Recommandation n° 2 :",
        "ANNEXE 1",
        "I.",
        "mot3",
        "\f",
        "\n",
        "\n ",
        "- ",
        "a\u0300",
        "é-\n",
        "[1]",
        "¹",
        "…… 3",
        "Notes\n",
        "\u00a0",
        "R3. ",
    ]
)


def check(doc: Document) -> None:
    text = doc.source.text
    if text:
        assert doc.pieces[0].start == 0
        assert doc.pieces[-1].end == len(text)
    assert all(a.end == b.start and a.start < a.end for a, b in pairwise(doc.pieces))
    units = {unit.id: unit for unit in doc.units}
    assert len(units) == len(doc.units)
    for section in doc.sections:
        assert 0 <= section.start <= section.end <= len(text)
        parent = next((s for s in doc.sections if s.id == section.parent), None)
        assert parent is None or parent.start <= section.start <= section.end <= parent.end
    for unit in doc.units:
        clean = unit.clean
        assert len(clean.text) == len(clean.offsets)
        assert list(clean.offsets) == sorted(clean.offsets)
        for index, letter in enumerate(clean.text):
            start, end = clean.raw_span(index, index + 1)
            assert letter == " " or unicodedata.normalize("NFC", text[start:end]).startswith(letter) or end - start > 1
    for note in doc.footnotes:
        assert note.call_container is None or note.call_container in units
        assert note.call_offset is None or not note.start <= note.call_offset < note.end


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(SNIPPETS, st.text(max_size=12)), max_size=40).map("".join))
def test_any_text(text: str) -> None:
    check(document(text))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, len(LINES) - 1), st.integers(1, 250))
def test_shuffled_and_spliced_lines_of_an_avis(seed: int, start: int, count: int) -> None:
    lines = LINES[start : start + count]
    random.Random(seed).shuffle(lines)
    check(document("".join(lines)))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, len(AVIS)), st.integers(0, 20_000))
def test_any_excerpt_of_an_avis(start: int, size: int) -> None:
    check(document(AVIS[start : start + size]))
