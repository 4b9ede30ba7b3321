"""The opinion that ships with Renvois in both databases: loaded once and again, then every canned query alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support import neo4j_server
from support.rows import typed_rows
from support.sample import sample_graph

from renvois.graph.measures import measures
from renvois.graph.open import open_store
from renvois.graph.store import Store
from renvois.queries.catalog import load_catalog
from renvois.queries.run import picture, run, suggestions

pytestmark = pytest.mark.neo4j
EACH = [{"recommendation": n} for n in range(1, 35)]
MORE: dict[str, list[dict[str, object]]] = {
    "by-institution": [{"institution": i} for i in ("État", "police", "aide sociale à l’enfance", "ASE", "associations", "inst:parquet")],
    "chain": EACH,
    "citation-contexts": [{"source": s} for s in ("Varsovie", "code pénal", "protection de l’enfance", "cncdh:A-2020-5")],
    "dossier": EACH,
    "neighbourhood": [{"node": n} for n in ("inst:ase", "coe:cets/197", "cncdh:A-2021-5#p24", "cncdh:A-2021-5")],
    "path": [{"from_id": "inst:miprof", "to_id": "coe:cets/197"}, {"from_id": "cncdh:A-2021-5#n27", "to_id": "inst:ase"}],
    "search": [{"words": w} for w in ("qualification pénale", "ETAT", "l’enfant œuvre", "2020")],
    "underpinning": EACH,
    "who-acts": EACH,
}


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("avis") / "store") as store:
        store.load(sample_graph())
        yield store


@pytest.fixture(scope="module")
def neo4j(neo4j_server_wiped: neo4j_server.Server) -> Iterator[Store]:
    with open_store(neo4j_server_wiped.uri) as store:
        store.load(sample_graph())
        yield store


def test_both_hold_the_same_graph_and_a_second_load_changes_nothing(embedded: Store, neo4j: Store) -> None:
    held = embedded.everything()
    assert (held.nodes, held.relationships) == (sample_graph().nodes, sample_graph().relationships)
    assert neo4j.everything() == held
    assert embedded.load(sample_graph()).unchanged
    assert neo4j.load(sample_graph()).unchanged


@pytest.fixture(scope="module")
def measured(embedded: Store, neo4j: Store) -> None:
    """For the queries about measures: after the test that both hold just what was drawn."""
    for store in (embedded, neo4j):
        store.measure(measures(store.everything()))


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize("name", [q.id for q in load_catalog()])
def test_every_query_gives_the_same_rows(embedded: Store, neo4j: Store, name: str) -> None:
    query = load_catalog().get(name)
    for params in (query.example.params, *MORE.get(name, ())):
        here, there = run(embedded, name, params), run(neo4j, name, params)
        assert typed_rows(here.rows) == typed_rows(there.rows), params
        assert typed_rows(picture(embedded, here)) == typed_rows(picture(neo4j, there)), params


@pytest.mark.parametrize("name", [q.id for q in load_catalog() if any(p.suggest for p in q.parameters)])
def test_both_suggest_the_same_values(embedded: Store, neo4j: Store, name: str) -> None:
    query = load_catalog().get(name)
    for parameter in query.parameters:
        assert suggestions(embedded, query, parameter.name) == suggestions(neo4j, query, parameter.name)
