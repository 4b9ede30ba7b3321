"""An index serves the start of every canned query whose parameter names one thing: Neo4j's plan scans no whole label for it.

On a small corpus, not on one opinion, where Neo4j finds a scan cheaper than its index.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from support import neo4j_server

from renvois.graph.open import open_store
from renvois.queries.catalog import load_catalog
from renvois.queries.model import Query
from renvois.queries.parameters import bind

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from corpus import opinions

pytestmark = pytest.mark.neo4j
# The parameters that name one node, by its number or its id; the others are words to look for in names.
NAMING = {"recommendation", "first", "second", "node", "from_id", "to_id"}
OPINIONS = 12
SCANS = ("NodeByLabelScan", "AllNodesScan", "UnionNodeByLabelsScan", "IntersectionNodeByLabelsScan")


@pytest.fixture(scope="module")
def session(neo4j_server_wiped: neo4j_server.Server) -> Iterator[Any]:
    import neo4j

    with open_store(neo4j_server_wiped.uri) as store:
        for graph in opinions(OPINIONS):
            store.load(graph)
    auth = (neo4j_server_wiped.user, neo4j_server_wiped.password)
    with (
        neo4j.GraphDatabase.driver(neo4j_server_wiped.uri, auth=auth, notifications_min_severity="OFF") as driver,
        driver.session() as opened,
    ):
        opened.run("CALL db.awaitIndexes(60)").consume()
        # The planner goes by samples of the indexes, which the server takes when it has time, and by plans kept from other tests' data:
        # here it samples now and forgets those.
        opened.run("CALL db.prepareForReplanning(60)").consume()
        opened.run("CALL db.clearQueryCaches()").consume()
        yield opened


def naming() -> list[Query]:
    return [q for q in load_catalog() if NAMING & {p.name for p in q.parameters if p.required}]


def test_several_queries_start_at_one_thing() -> None:
    assert {"underpinning", "who-acts", "neighbourhood", "path", "in-common"} <= {q.id for q in naming()}


@pytest.mark.parametrize("query", naming(), ids=lambda q: q.id)
def test_what_a_parameter_names_is_found_by_an_index(session: Any, query: Query) -> None:
    given = dict(bind(query, query.example.params).sent)
    for cypher in (query.cypher, query.graph):
        if cypher:
            plan = session.run(f"PROFILE {cypher}", given).consume().profile
            operators = list(_operators(plan))
            assert [o for o in operators if o.startswith(SCANS)] == [], operators
            assert [o for o in operators if "IndexSeek" in o], operators


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan["operatorType"])
    for child in plan.get("children", ()):
        yield from _operators(child)
