"""300 read queries generated over the schema, of twenty kinds, answer alike on both databases, types included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support import neo4j_server
from support.generated import Generated, generate
from support.rows import typed_rows
from support.small_graph import later_graph, small_graph

from renvois.graph.model import Graph
from renvois.graph.open import open_store
from renvois.graph.store import Store
from renvois.queries.docs import Difference, differences
from renvois.queries.portable import breaches

pytestmark = pytest.mark.neo4j
COUNT, KINDS = 300, 20


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, neo4j_server_wiped: neo4j_server.Server) -> Iterator[tuple[Store, Store]]:
    with open_store(tmp_path_factory.mktemp("generated") / "store") as embedded, open_store(neo4j_server_wiped.uri) as server:
        for store in (embedded, server):
            store.load(small_graph())
            store.load(later_graph())
        yield embedded, server


def generated() -> list[Generated]:
    nodes = {n.id: n for n in (*later_graph().nodes, *small_graph().nodes)}
    whole = Graph("", tuple(nodes.values()), (*small_graph().relationships, *later_graph().relationships))
    return [generate(seed, whole) for seed in range(COUNT)]


def test_the_queries_are_many_different_and_within_the_portable_subset() -> None:
    queries = generated()
    assert len({q.kind for q in queries}) == KINDS
    assert len({q.cypher + str(q.parameters) for q in queries}) > 0.95 * COUNT
    assert [(q.cypher, list(breaches(q.cypher))) for q in queries if list(breaches(q.cypher))] == []


def test_both_databases_answer_alike(both: tuple[Store, Store]) -> None:
    embedded, server = both
    answered = 0
    for seed, query in enumerate(generated()):
        here = typed_rows(embedded.read(query.cypher, query.parameters).rows)
        there = typed_rows(server.read(query.cypher, query.parameters).rows)
        assert here == there, f"seed {seed}: {query}"
        answered += bool(here)
    assert answered > COUNT / 2, "most find something to compare"


@pytest.mark.parametrize("one", differences(), ids=lambda one: one.expression)
def test_the_documented_differences_are_those_there_are(both: tuple[Store, Store], one: Difference) -> None:
    answers = [store.read(f"RETURN {one.expression} AS x").rows[0][0] for store in both]
    assert answers == [one.embedded, one.neo4j]
