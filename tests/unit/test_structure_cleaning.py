"""Clean text and its way back to the source: white space, hyphens, decomposed letters."""

from __future__ import annotations

import pytest

from renvois.loaders.offsets import Runs
from renvois.loaders.structure.cleaning import Words, clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un  mot\u00a0\nà la ligne ", "un mot à la ligne"),
        ("la protec-\ntion, cette protection", "la protection, cette protection"),
        ("une démarche inconnue-\nment rare", "une démarche inconnuement rare"),
        ("les Outre-\nmer", "les Outre-mer"),
        ("la co-\nconstruction", "la co-construction"),
        ("le primo-\naccompagnement", "le primo-accompagnement"),
        ("aller-vers ou l'aller-\nvers", "aller-vers ou l'aller-vers"),
        ("une coopé-\nration, la coopération", "une coopération, la coopération"),
        ("rapport 2016-06-13-\nSAN-021", "rapport 2016-06-13-SAN-021"),
        ("https://a.fr/avis-dun-\nmecanisme", "https://a.fr/avis-dun-mecanisme"),
        ("le droit -\nselon elle - existe", "le droit - selon elle - existe"),
        ("Saint-\nDenis", "Saint-Denis"),
        ("un mot cou\u00adpé et co\u00ad\npié", "un mot coupé et copié"),
    ],
)
def test_white_space_and_hyphens(text: str, expected: str) -> None:
    assert clean(text, [(0, len(text))], [], Words(text)).text == expected


def test_decomposed_letters_are_whole_in_the_source() -> None:
    text = "formés a\u0300 l'e\u0301cole"
    cleaned = clean(text, [(0, len(text))], [], Words(text))
    assert cleaned.text == "formés à l'école"
    start = cleaned.text.index("école")
    assert text[slice(*cleaned.raw_span(start, start + 1))] == "e\u0301"
    assert text[slice(*cleaned.raw_span(7, 8))] == "a\u0300"
    assert cleaned.clean_span(text.index("l'"), len(text)) == (9, 16)


def test_cuts_and_segments_leave_one_space() -> None:
    text = "le droit1\n\n1. Note.\n\nde tous"
    cleaned = clean(text, [(0, 9), (text.index("de tous"), len(text))], [(8, 9)], Words(text))
    assert cleaned.text == "le droit de tous"
    assert text[slice(*cleaned.raw_span(9, 16))] == "de tous"


def test_the_place_of_a_source_offset_is_its_first_character_or_the_next_one_kept() -> None:
    runs = Runs()
    for origin, count in ((3, 2), (7, 1), (7, 1), (9, 2)):  # 3 4 7 7 9 10: the letters of a ligature share one offset
        runs.add(origin, count)
    assert [runs.offsets().place(offset) for offset in (0, 3, 4, 5, 7, 8, 10, 11)] == [0, 0, 1, 2, 2, 4, 5, 6]
