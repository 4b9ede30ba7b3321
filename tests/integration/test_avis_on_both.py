"""The opinion that ships with Renvois, in both databases: the same graph, and a second build changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support import neo4j_server
from support.sample import sample_graph

from renvois.graph.open import open_store
from renvois.graph.store import Store

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, neo4j_server_wiped: neo4j_server.Server) -> Iterator[tuple[Store, Store]]:
    with open_store(tmp_path_factory.mktemp("both") / "store") as embedded, open_store(neo4j_server_wiped.uri) as server:
        for store in (embedded, server):
            assert not store.load(sample_graph()).unchanged
        yield embedded, server


def test_a_second_build_changes_nothing(both: tuple[Store, Store]) -> None:
    for store in both:
        report = store.load(sample_graph())
        assert report.unchanged
        assert (report.nodes_created, report.nodes_removed, report.relationships_created, report.relationships_removed) == (0, 0, 0, 0)


def test_both_hold_the_graph_as_it_was_drawn(both: tuple[Store, Store]) -> None:
    drawn = sample_graph()
    for store in both:
        whole = store.everything()
        assert [n.id for n in whole.nodes] == [n.id for n in drawn.nodes]
        assert [dict(n.properties) for n in whole.nodes] == [dict(n.properties) for n in drawn.nodes]
        assert [r.id for r in whole.relationships] == [r.id for r in drawn.relationships]
        assert [dict(r.properties) for r in whole.relationships] == [dict(r.properties) for r in drawn.relationships]
