"""Pictures of answers: well-formed, complete up to their limit, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.small_graph import later_graph, small_graph

import renvois
from renvois.graph.model import GraphBuilder
from renvois.graph.open import open_store

SVG = "{http://www.w3.org/2000/svg}"
ASKED = (
    ("underpinning", {"recommendation": 1}),
    ("most-cited", {}),
    ("responsibility-matrix", {}),
    ("sources-by-date", {}),
    ("co-responsibility", {}),
    ("neighbourhood", {"node": "inst:justice"}),
)


@pytest.fixture(scope="module")
def g(tmp_path_factory: pytest.TempPathFactory) -> Iterator[renvois.Session]:
    place = tmp_path_factory.mktemp("pictures") / "store"
    with open_store(place) as store:
        store.load(small_graph())
    with renvois.open(place) as session:
        yield session


def _texts(svg: str) -> list[str]:
    return ["".join(e.itertext()) for e in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(("name", "params"), ASKED, ids=[n for n, _ in ASKED])
def test_a_picture_is_drawn_and_the_same_every_time(g: renvois.Session, name: str, params: dict[str, object]) -> None:
    first = g.query(name, **params).picture.svg
    assert g.query(name, **params).picture.svg == first
    assert ElementTree.fromstring(first).get("role") == "img"
    assert _texts(first)


def test_lanes_show_each_end_once_and_a_line_between(g: renvois.Session) -> None:
    svg = g.query("underpinning", recommendation=1).picture.svg
    assert sorted(filter(None, _texts(svg))) == ["Recommandation 1", "art. 375-5 du code civil"]
    assert svg.count("<path") == 1
    assert "stroke-dasharray" not in svg
    weak = g.query("underpinning", recommendation=2).picture.svg
    assert "stroke-dasharray" in weak, "a weak link looks weak"


def test_bars_say_their_numbers(g: renvois.Session) -> None:
    texts = _texts(g.query("most-cited", limit=1).picture.svg)
    assert texts[:2] == ["art. 375-5 du code civil", "4"]


def test_a_matrix_has_a_square_for_each_role(g: renvois.Session) -> None:
    result = g.query("responsibility-matrix")
    squares = list(ElementTree.fromstring(result.picture.svg).iter(f"{SVG}g"))
    assert len(squares) == len(result) == 4
    assert "1 · ministère de la Justice : s’adresse à, confie à" in {e.findtext(f"{SVG}title") for e in squares}


def test_a_table_and_an_empty_answer_have_no_picture(g: renvois.Session) -> None:
    assert g.query("notes")._repr_svg_() is None
    assert g.query("underpinning", recommendation=99)._repr_svg_() is None
    with pytest.raises(renvois.RenvoisError, match="no picture"):
        _ = g.query("notes").picture


def test_a_large_answer_says_what_the_picture_leaves_out(tmp_path_factory: pytest.TempPathFactory) -> None:
    build = GraphBuilder("doc:large")
    build.node("Avis", "doc:large", name="x", sort_name="x", kind="Avis", canonical="x", normative=False, loaded=True)
    paragraph = build.node("Paragraph", "doc:large#p1", name="§ 1", order=1, start=0, end=9, number=1, text="x")
    for n in range(90):
        name = f"loi {n}"
        law = build.node("Law", f"loi:{n}", name=name, sort_name=name, kind="Law", canonical=name, normative=True)
        evidence = {"start": n, "end": n + 1, "quote": "x", "surface": "x"}
        build.relate(paragraph, "CITES", law, n, **evidence, relation="explicit", kind="law", occurrence="body")
    place = tmp_path_factory.mktemp("large") / "store"
    with open_store(place) as store:
        store.load(build.build())
    with renvois.open(place) as g:
        assert "… et 60 de plus dans le tableau" in _texts(g.query("most-cited", limit=90).picture.svg)[-1]
        assert "… et 21 de plus dans le tableau" in _texts(g.query("neighbourhood", node="doc:large#p1", limit=90).picture.svg)[-1]


def test_a_picture_of_two_opinions_tells_their_recommendations_apart(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(small_graph())
        store.load(later_graph())
    with renvois.open(tmp_path / "store") as both:
        lanes = both.query("neighbourhood", node="inst:justice")
        assert {"Recommandation 1 (A-2031-1)", "Recommandation 1 (A-2032-4)", "ministère de la Justice"} <= set(_texts(lanes.picture.svg))
        assert "Recommandation 1 (A-2032-4)" in lanes.explore().html
        matrix = both.query("responsibility-matrix").picture.svg
        assert "1 (A-2032-4) · ministère de la Justice : s’adresse à" in matrix
        assert "Recommandation 1" not in _texts(lanes.picture.svg)
