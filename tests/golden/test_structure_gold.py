"""The structure of avis A-2021-5 against its complete annotation by a reader: every key, not counts only."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from renvois.loaders.read import read
from renvois.loaders.structure import structure, structure_json

HERE = Path(__file__).parent
GOLD = json.loads((HERE / "A-2021-5/structure.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return structure_json(structure(read(HERE.parents[1] / "src/renvois/sample/A-2021-5.txt")))


def compared(rows: list[dict[str, Any]], annotated: list[dict[str, Any]], name: str, keys: dict[str, str]) -> None:
    """Every row has its annotated row, and each annotated key (left) its value under our name (right)."""
    assert [row[name] for row in rows] == [row[name] for row in annotated]
    for row, expected in zip(rows, annotated, strict=True):
        assert {ours: row[ours] for ours in keys.values()} == {ours: expected[theirs] for theirs, ours in keys.items()}


def same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


def test_sections(found: dict[str, Any]) -> None:
    # The annotator's own words for what has no title (the opening, the page header) and the blank after the front's title are left out.
    own_words = {"0", "hdr"}
    assert [s["id"] for s in found["sections"]] == [s["id"] for s in GOLD["sections"]]
    for ours, theirs in zip(found["sections"], GOLD["sections"], strict=True):
        keys = ["number", "level", "start", "end", "heading_start"]
        keys += [] if ours["id"] == "front" else ["heading_end"]
        keys += [] if ours["id"] in own_words else ["title"]
        keys += ["parent"] if "parent" in theirs else []
        assert {k: ours[k] for k in keys} == {k: theirs[k] for k in keys}


def test_body_sections_are_fifteen(found: dict[str, Any]) -> None:
    assert sum(1 for s in found["sections"] if not s["annexe"] and not s.get("noise")) == GOLD["meta"]["n_sections_body"]


def test_paragraphs(found: dict[str, Any]) -> None:
    keys = same("start", "end", "text_start", "segments", "section", "footnotes_called") | {"text_clean": "text"}
    compared(found["paragraphs"], GOLD["paragraphs"], "number", keys)


def test_footnotes_and_their_calls(found: dict[str, Any]) -> None:
    keys = same("start", "end", "text_start", "section", "call_container", "call_paragraph", "call_offset", "call_end")
    compared(found["footnotes"], GOLD["footnotes"], "number", keys | {"text_clean": "text"})


def test_recommendations_in_body_and_annexe(found: dict[str, Any]) -> None:
    body = {"body_start": "start", "body_end": "end", "body_segments": "segments", "body_text_start": "text_start"}
    annexe = same("annex_start", "annex_end", "annex_text_start", "annex_section", "label_body", "label_annex", "section", "text")
    compared(found["recommendations"], GOLD["recommendations"], "number", body | annexe | {"text_annexe": "annexe_text"})


def test_the_three_that_differ(found: dict[str, Any]) -> None:
    compared(found["recommendations"], GOLD["recommendations"], "number", {"identical_clean": "identical", "diff": "differences"})
    assert [r["number"] for r in found["recommendations"] if not r["identical"]] == GOLD["meta"]["differing"]


def test_end_of_line_hyphens(found: dict[str, Any]) -> None:
    """Each of the eleven hyphens is kept or dropped as the annotator did, wherever its text stands."""
    texts = " ".join(unit["text"] for unit in found["units"])
    for hyphen in GOLD["hyphens_at_line_end"]:
        assert hyphen["joined"] in texts


def test_facts_of_the_front_matter(found: dict[str, Any]) -> None:
    facts = found["facts"]
    assert (facts["cote"], facts["adopted_on"], facts["lang"]) == ("A-2021-5", "2021-04-15", "fr")
    assert facts["vote"] == "Adoption à l'unanimité moins une voix"
    assert facts["authority"] == "Commission nationale consultative des droits de l'homme"
    assert facts["title"].endswith("d’exploitation sexuelle des mineurs")


def test_every_character_lies_in_one_unit(found: dict[str, Any]) -> None:
    pieces = found["pieces"]
    assert pieces[0]["start"] == 0
    assert pieces[-1]["end"] == GOLD["meta"]["chars"]
    assert all(a["end"] == b["start"] for a, b in pairwise(pieces))
    assert {p["unit"] for p in pieces} == {u["id"] for u in found["units"]}
