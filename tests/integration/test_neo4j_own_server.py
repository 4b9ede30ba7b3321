"""What needs a server of its own: one that is killed during a load, one filled by neo4j-admin, one that is read-only."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from support import neo4j_server
from support.rows import typed_rows
from support.small_graph import DOCUMENT, JUSTICE, LATER, later_graph, small_graph

from renvois.graph import neo4j_connection
from renvois.graph.errors import StoreError
from renvois.graph.exports import export
from renvois.graph.model import Graph
from renvois.graph.neo4j_check import diagnose
from renvois.graph.open import open_store
from renvois.graph.store import Store
from renvois.queries.catalog import load_catalog
from renvois.queries.run import run

pytestmark = pytest.mark.neo4j
ODD = 'l\'avis "dit" C:\\users \\u0041 \\" é e\u0301 \u00a0 \u2028 \t\r\n , ; | \' `x` $y =1+1\n\n\U0001f600'


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENVOIS_NEO4J_USER", "neo4j")
    monkeypatch.setenv("RENVOIS_NEO4J_PASSWORD", neo4j_server.PASSWORD)
    monkeypatch.setattr(neo4j_connection, "CONNECTING", 5.0)
    monkeypatch.setattr(neo4j_connection, "RETRYING", 1.0)


@pytest.fixture(scope="module", autouse=True)
def java() -> None:
    """Skips where no server can be had, unless RENVOIS_REQUIRE_NEO4J makes that a failure."""
    try:
        neo4j_server._require_java()
    except neo4j_server.UnavailableError as why:
        if os.environ.get("RENVOIS_REQUIRE_NEO4J") == "1":
            pytest.fail(str(why))
        pytest.skip(str(why))


def test_a_server_killed_during_a_load_has_the_old_graph_and_the_next_load_finishes(tmp_path: Path) -> None:
    with neo4j_server.server_in(tmp_path) as server, open_store(server.uri) as store:
        store.load(later_graph())
        before = store.everything()

        def killing(done: int, total: int) -> None:
            if done > total // 2:
                server.kill()

        with pytest.raises(StoreError, match="does not answer") as caught:
            store.load(small_graph(), killing)
        assert "Start the server" in str(caught.value.cure)
    with neo4j_server.server_in(tmp_path) as server, open_store(server.uri) as store:
        assert store.everything() == before
        assert store.load(later_graph()).unchanged
        assert store.load(small_graph()).nodes_created > 0
        assert store.documents() == [DOCUMENT, LATER]


def test_measures_of_a_corpus_are_written_where_a_transaction_has_little_memory(tmp_path: Path) -> None:
    count = 12_000
    with neo4j_server.server_in(tmp_path, db__memory__transaction__max="24m") as server, open_store(server.uri) as store:
        neo4j_server.run(server, f"UNWIND range(1, {count}) AS i CALL (i) {{ CREATE (:Article:Source {{id: 'a' + i}}) }} IN TRANSACTIONS")
        store.measure({f"a{i}": {"betweenness": 0.5, "community": 1} for i in range(1, count + 1)})
        assert store.read("MATCH (n:Source) WHERE n.betweenness = 0.5 RETURN count(n) AS n").rows == ((count,),)


def graph_with_odd_text() -> Graph:
    graph = small_graph()
    changed = {
        f"{DOCUMENT}#p1": {"text": ODD},
        f"{DOCUMENT}#r3": {"annexe_text": ""},
        JUSTICE: {"aliases": ("a,b", '"c" d', "e | f ; g", ODD)},
    }
    nodes = tuple(replace(n, properties=MappingProxyType({**n.properties, **changed.get(n.id, {})})) for n in graph.nodes)
    return replace(graph, nodes=nodes)


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "embedded") as store:
        store.load(graph_with_odd_text())
        store.load(later_graph())
        yield store


def test_neo4j_admin_imports_the_export_and_the_queries_answer_alike(tmp_path: Path, embedded: Store) -> None:
    home, files = tmp_path / "home", tmp_path / "files"
    home.mkdir()
    content = export(embedded.everything(), "neo4j-admin")
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(files)
    done = neo4j_server.admin(home, "database", "import", "full", "neo4j", "--overwrite-destination", "@import.args", folder=files)
    assert done.returncode == 0, done.stderr[-2000:] + done.stdout[-2000:]
    with neo4j_server.server_in(home) as server:
        _run_script(server, (files / "after-import.cypher").read_text(encoding="utf-8"))
        with open_store(server.uri) as store:
            assert store.everything() == embedded.everything(), "every node, relationship and value, types included"
            for query in load_catalog():
                given = _parameters(query.id, {p.name for p in query.parameters if p.required})
                assert typed_rows(run(store, query.id, given).rows) == typed_rows(run(embedded, query.id, given).rows), query.id
            assert store.load(graph_with_odd_text()).unchanged
            assert f"{DOCUMENT}#r3" in {hit.node.id for hit in store.search("professionnel")}
        server.stop()  # in order: a database that may only be read cannot be recovered
    _read_only(home)


def _read_only(home: Path) -> None:
    """The same data, on a server that lets nobody write."""
    with neo4j_server.server_in(home, server__databases__default_to_read_only="true") as server:
        with open_store(server.uri) as store:
            assert store.documents() == [DOCUMENT, LATER]
            with pytest.raises(StoreError, match="Neo4j failed") as caught:
                store.remove(LATER)
            assert "read-only" in str(caught.value.cure)
            assert store.documents() == [DOCUMENT, LATER]
        steps = []
        with pytest.raises(StoreError, match="may be read, not written") as told:
            steps.extend(step.name for step in diagnose(server.uri, None, None))
        assert "query" in str(told.value.cure)


def _run_script(server: neo4j_server.Server, script: str) -> None:
    import neo4j

    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        for statement in script.split(";\n"):
            if statement.strip():
                driver.execute_query(statement)
        driver.execute_query("CALL db.awaitIndexes(60)")


def _parameters(name: str, required: set[str]) -> dict[str, object]:
    """What each query needs, on the two small opinions."""
    known: dict[str, object] = {
        "recommendation": 1, "first": 1, "second": 2, "article": "375-5", "convention": "enfant", "institution": "justice",
        "source": "375-5", "node": JUSTICE, "words": "enfant", "from_id": JUSTICE, "to_id": f"{DOCUMENT}#r1",
    }  # fmt: skip
    return {parameter: known[parameter] for parameter in required}
