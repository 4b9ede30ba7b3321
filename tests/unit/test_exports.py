"""Exports: other tools read back what the graph holds, and a document's text stays text in all of them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

import networkx as nx
import pytest
from lxml import etree
from support.small_graph import ARTICLE, DOCUMENT, JUSTICE, TEXT, small_graph

from renvois.graph import identifiers as ids
from renvois.graph.errors import RenvoisError
from renvois.graph.exports import FORMATS, export
from renvois.graph.model import Graph, Value
from renvois.graph.networks import to_networkx

HOSTILE = '=CMD("calc")\x0c<b>&]]></b>\u2028\'; MATCH (n) DETACH DELETE n //\r\n'
P1, R1 = ids.unit(DOCUMENT, "p1"), ids.unit(DOCUMENT, "r1")


def hostile_graph() -> Graph:
    graph = small_graph()
    nodes = tuple(replace(n, properties=MappingProxyType({**n.properties, "text": HOSTILE})) if n.id == P1 else n for n in graph.nodes)
    return replace(graph, nodes=nodes)


def text(form: str, graph: Graph) -> str:
    content = export(graph, form)
    assert isinstance(content, str)
    return content


def tables(graph: Graph) -> dict[str, list[dict[str, str]]]:
    content = export(graph, "csv")
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""))) for name in archive.namelist()}


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_graph_gives_the_same_bytes(form: str) -> None:
    assert export(small_graph(), form) == export(small_graph(), form)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_graph_is_exported(form: str) -> None:
    assert export(Graph("", (), ()), form)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(RenvoisError, match=r"graphlm.*graphml"):
        export(small_graph(), "graphlm")


def test_json_holds_everything() -> None:
    held = json.loads(text("json", hostile_graph()))
    graph = hostile_graph()
    assert {n["id"] for n in held["nodes"]} == {n.id for n in graph.nodes}
    node = next(n for n in held["nodes"] if n["id"] == P1)
    assert (node["labels"], node["properties"]["text"]) == (["Paragraph"], HOSTILE)
    relationship = next(r for r in held["relationships"] if r["type"] == "UNDERPINNED_BY" and r["properties"]["grade"] == "A")
    assert (relationship["source"], relationship["target"]) == (R1, ARTICLE)
    assert relationship["properties"]["rec_start"] == [TEXT.rindex("article 375-5 du code civil")]
    assert len(held["relationships"]) == len(graph.relationships)


@pytest.mark.parametrize(("form", "reader"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_graph_tools_read_typed_attributes(form: str, reader: object) -> None:
    network = reader(io.BytesIO(text(form, hostile_graph()).encode()))  # type: ignore[operator]
    assert set(network.nodes) == {n.id for n in small_graph().nodes}
    assert network.number_of_edges() == len(small_graph().relationships)
    recommendation, ministry = network.nodes[R1], network.nodes[JUSTICE]
    assert recommendation["label"] == "Recommandation 1"
    assert (recommendation["type"], recommendation["order"]) == ("Recommendation", 4)
    assert ministry["aliases"] == "Chancellerie | garde des Sceaux"
    assert ministry["named"] is True
    assert network.nodes[P1]["text"].startswith('=CMD("calc")\ufffd<b>&]]></b>')
    ((_, _, rests),) = [e for e in network.edges(data=True) if e[2].get("grade") == "A"]
    assert rests["score"] == 1.0


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_an_attribute_has_one_type(form: str) -> None:
    """`number` is an integer for a paragraph and a text for a law: declared once, as text."""
    root = etree.fromstring(text(form, small_graph()).encode())
    declared = [
        (e.get("for") or e.getparent().get("class"), e.get("attr.name") or e.get("title")) for e in root.iter("{*}key", "{*}attribute")
    ]
    assert len(declared) == len(set(declared))
    assert ("node", "number") in declared


def test_gexf_tells_parallel_edges_apart() -> None:
    root = etree.fromstring(text("gexf", small_graph()).encode())
    edges = [(e.get("source"), e.get("target"), e.get("kind"), e.get("id")) for e in root.iter("{*}edge")]
    assert len(set(edges)) == len(edges)
    assert {kind for source, target, kind, _ in edges if (source, target) == (R1, JUSTICE)} == {"ADDRESSED_TO", "ASSIGNS"}


def test_csv_runs_no_formula() -> None:
    rows = {row["id"]: row for row in tables(hostile_graph())["nodes.csv"]}
    assert rows[P1]["text"] == f"'{HOSTILE}"
    for table in tables(hostile_graph()).values():
        assert not [cell for row in table for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_csv_holds_every_node_and_relationship() -> None:
    held = tables(small_graph())
    assert [row["id"] for row in held["nodes.csv"]] == [n.id for n in small_graph().nodes]
    ministry = next(row for row in held["nodes.csv"] if row["id"] == JUSTICE)
    assert (ministry["labels"], ministry["aliases"], ministry["named"], ministry["cote"]) == (
        "Institution",
        "Chancellerie | garde des Sceaux",
        "true",
        "",
    )
    cited = [(row["source"], row["target"]) for row in held["relationships.csv"] if row["type"] == "CITES"]
    assert sorted(cited) == sorted((r.source, r.target) for r in small_graph().relationships if r.type == "CITES")


def test_cypher_has_one_statement_a_line_whatever_the_text() -> None:
    lines = text("cypher", hostile_graph()).splitlines()
    assert all(line.startswith(("CREATE ", "UNWIND ")) and line.endswith(";") for line in lines)
    firsts = [line.split()[0] for line in lines]
    assert all((before, after) != ("UNWIND", "CREATE") for before, after in pairwise(firsts)), "constraints come first"


def test_networkx_keeps_parallel_edges_and_types() -> None:
    network = to_networkx(small_graph())
    assert network.number_of_nodes() == len(small_graph().nodes)
    assert network.number_of_edges() == len(small_graph().relationships)
    assert network.nodes[ARTICLE]["labels"] == ["Article", "Source"]
    values: list[Value] = [d["start"] for _, _, d in network.edges(data=True) if d["type"] == "CITES"]
    assert all(type(v) is int for v in values)
    both = {d["type"] for d in network.get_edge_data(R1, JUSTICE).values()}
    assert both == {"ADDRESSED_TO", "ASSIGNS"}
