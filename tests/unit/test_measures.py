"""Measures of the whole graph: values worked out by hand on graphs small enough for it."""

from __future__ import annotations

from renvois.graph.measures import measures
from renvois.graph.model import Graph, GraphBuilder

AVIS = "cncdh:A-2031-1"


def opinion(links: list[tuple[int, str, str]]) -> Graph:
    """Recommendations that rest on sources, each link with its grade: (number, source, grade)."""
    build = GraphBuilder(AVIS)
    for source in sorted({name for _, name, _ in links}):
        build.node("Law", source, name=source, sort_name=source, kind="Law", canonical=source, normative=True)
    evidence = {"start": 0, "end": 2, "quote": "Le"}
    for number in sorted({number for number, _, _ in links}):
        unit = f"{AVIS}#r{number}"
        build.node("Recommendation", unit, name=str(number), order=number, start=0, end=2, number=number, text="Le")
    for number, source, grade in links:
        more = {"grade": grade, "score": 1.0, "why": "x", "via": "x", "via_id": "x", "citations": ()}
        build.relate(f"{AVIS}#r{number}", "UNDERPINNED_BY", source, **evidence, **more)
    return build.build()


def test_a_source_between_two_recommendations_is_on_their_only_path() -> None:
    """r1 – loi – r2: of the one pair of other nodes, its path passes through the law: 1.0."""
    found = measures(opinion([(1, "loi", "A"), (2, "loi", "B")]))
    assert found["loi"]["betweenness"] == 1.0
    assert found[f"{AVIS}#r1"]["betweenness"] == 0.0


def test_what_proves_nothing_joins_nothing() -> None:
    found = measures(opinion([(1, "loi", "A"), (2, "loi", "C"), (3, "loi", "X")]))
    assert set(found) == {f"{AVIS}#r1", "loi"}


def test_communities_are_numbered_from_the_largest() -> None:
    links = [(1, "a", "A"), (2, "a", "A"), (3, "a", "A"), (7, "b", "A"), (8, "b", "A")]
    found = measures(opinion(links))
    assert {found[f"{AVIS}#r{n}"]["community"] for n in (1, 2, 3)} == {found["a"]["community"]} == {1}
    assert {found[f"{AVIS}#r{n}"]["community"] for n in (7, 8)} == {found["b"]["community"]} == {2}


def test_the_same_graph_gives_the_same_measures_and_an_empty_one_none() -> None:
    graph = opinion([(n, source, "A") for n in range(1, 8) for source in "abcd" if (n * ord(source)) % 3])
    assert measures(graph) == measures(graph)
    assert measures(Graph("", (), ())) == {}
