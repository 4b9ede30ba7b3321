"""The Cypher script, run as its reader runs it: on a real Neo4j and on Grafeo it makes the same graph again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from support import neo4j_server
from support.small_graph import DOCUMENT, small_graph

from renvois.graph import identifiers as ids
from renvois.graph.exports import export
from renvois.graph.model import Graph
from renvois.graph.replacing import read_everything

ODD = "l'avis \"dit\" C:\\users \\u0041 \\' \\n é e\u0301 \u00a0 \u2028 \t\r\n\x0c\x00 `x` $y {z} ;\n// /* \U0001f600"


@pytest.fixture(params=["grafeo", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def run(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """Runs one statement on an empty database."""
    if request.param == "grafeo":
        import grafeo

        database = grafeo.GrafeoDB()
        yield lambda cypher, parameters=None: database.execute_cypher(cypher, parameters).to_list()
        return
    import neo4j

    server: neo4j_server.Server = request.getfixturevalue("neo4j_server_wiped")
    neo4j_server.wipe(server)
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver, driver.session() as session:
        yield lambda cypher, parameters=None: [dict(record) for record in session.run(cypher, parameters)]


def test_the_script_makes_the_graph_again(run: Callable[..., Any]) -> None:
    graph = _with_odd_text(small_graph())
    script = export(graph, "cypher")
    assert isinstance(script, str)
    for _twice in range(2):
        for statement in script.removesuffix(";\n").split(";\n"):
            run(statement)
    held = read_everything(run)
    assert held.nodes == graph.nodes
    assert held.relationships == graph.relationships
    constraints = {row["name"] for row in run("SHOW CONSTRAINTS")}
    assert "renvois_1_Source_id" in constraints, "a store of this version can be opened on it"


def _with_odd_text(graph: Graph) -> Graph:
    paragraph = ids.unit(DOCUMENT, "p1")
    nodes = tuple(replace(n, properties=MappingProxyType({**n.properties, "text": ODD})) if n.id == paragraph else n for n in graph.nodes)
    return replace(graph, nodes=nodes)
