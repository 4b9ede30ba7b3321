"""A Neo4j that is down, refuses the password, holds something else, or dies during a load: a clear error, and nothing half-loaded."""

from __future__ import annotations

import logging
import socket

import pytest
from support import neo4j_server
from support.cutting_proxy import proxy
from support.small_graph import later_graph, small_graph

from renvois.graph import neo4j_connection
from renvois.graph.errors import StoreError
from renvois.graph.model import Graph
from renvois.graph.open import open_store

pytestmark = pytest.mark.neo4j


@pytest.fixture
def uri(neo4j_server_wiped: neo4j_server.Server) -> str:
    neo4j_server.empty(neo4j_server_wiped)
    return neo4j_server_wiped.uri


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives up soon, so that the tests of a dead server do not wait."""
    monkeypatch.setattr(neo4j_connection, "CONNECTING", 2.0)
    monkeypatch.setattr(neo4j_connection, "RETRYING", 1.0)


def test_a_server_that_is_down(soon: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENVOIS_NEO4J_PASSWORD", "peu-importe")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"bolt://127.0.0.1:{nobody.getsockname()[1]}"
        with pytest.raises(StoreError, match="does not answer") as caught:
            open_store(address)
    assert caught.value.where == address
    assert "Start the server" in str(caught.value.cure)


def test_a_server_that_is_not_neo4j(soon: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENVOIS_NEO4J_PASSWORD", "peu-importe")
    with socket.create_server(("127.0.0.1", 0)) as web:
        import threading

        def answer() -> None:
            client, _ = web.accept()
            with client:
                client.recv(64)
                client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(StoreError):
            open_store(f"bolt://127.0.0.1:{web.getsockname()[1]}")


def test_a_wrong_password_is_not_shown(uri: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setenv("RENVOIS_NEO4J_PASSWORD", "secret-1234")
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreError, match="refused the user or the password") as caught:
        open_store(uri)
    assert "RENVOIS_NEO4J_PASSWORD" in str(caught.value.cure)
    assert "secret-1234" not in str(caught.value) + caplog.text


def test_the_password_is_asked_where_it_is_not_set(
    uri: str, neo4j_server_wiped: neo4j_server.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RENVOIS_NEO4J_PASSWORD")
    with pytest.raises(StoreError, match="no password"):
        open_store(uri)
    with open_store(uri, password=lambda: neo4j_server_wiped.password) as store:
        assert store.documents() == []


def test_credentials_in_the_address_are_refused_and_not_repeated() -> None:
    with pytest.raises(StoreError, match="holds a user or a password") as caught:
        open_store("bolt://neo4j:secret-1234@127.0.0.1:7687")
    assert "secret-1234" not in str(caught.value)


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "bolt://", "sqlite://x", "bolt://127.0.0.1:port", "bolt://127.0.0.1:99999"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(StoreError, match="no address of a Neo4j server"):
        open_store(address)


def test_a_database_that_does_not_exist(uri: str, soon: None) -> None:
    with pytest.raises(StoreError, match="absente") as caught:
        open_store(uri, database="absente")
    assert "Name a database that exists" in str(caught.value.cure)


def test_a_database_of_somebody_else_is_left_alone(uri: str, neo4j_server_wiped: neo4j_server.Server) -> None:
    import neo4j

    neo4j_server.wipe(neo4j_server_wiped)
    auth = (neo4j_server_wiped.user, neo4j_server_wiped.password)
    with neo4j.GraphDatabase.driver(uri, auth=auth) as driver:
        driver.execute_query("CREATE (:Film {title: 'Le Procès'})")
        with pytest.raises(StoreError, match="other data"):
            open_store(uri)
        assert driver.execute_query("MATCH (n) RETURN count(n) AS c").records[0]["c"] == 1
        assert driver.execute_query("SHOW CONSTRAINTS YIELD name").records == []


def test_a_server_that_dies_during_a_load_leaves_the_old_graph(uri: str, neo4j_server_wiped: neo4j_server.Server, soon: None) -> None:
    reading, whole = _bytes_sent(uri)
    neo4j_server.empty(neo4j_server_wiped)
    with open_store(uri) as store:
        store.load(later_graph())
        before = store.everything()
    assert whole - reading > 4000, "the load itself sends enough to be cut at several places"
    for share in (0.2, 0.5, 0.9):
        limit = reading + int((whole - reading) * share)
        with proxy(uri) as cut, open_store(cut.uri) as store:
            cut.limit = cut.passed + limit
            with pytest.raises(StoreError, match="does not answer") as caught:
                store.load(small_graph())
            assert caught.value.where == cut.uri
        with open_store(uri) as store:
            assert store.everything() == before, f"cut after {limit} bytes"
    with open_store(uri) as store:
        assert store.load(small_graph()).nodes_created > 0
        assert {n.id for n in store.everything().nodes} >= {n.id for n in small_graph().nodes}


def _bytes_sent(uri: str) -> tuple[int, int]:
    """What a load of small_graph sends: to read what is there, and in all."""
    with proxy(uri) as counting, open_store(counting.uri) as store:
        start = counting.passed
        store.load(small_graph())
        whole = counting.passed - start
        start = counting.passed
        assert store.load(small_graph()).unchanged
        return counting.passed - start, whole


def test_a_passing_failure_is_tried_again(uri: str) -> None:
    from neo4j.exceptions import SessionExpired

    failures = [SessionExpired("the leader moved elsewhere")]

    def failing_once(done: int, total: int) -> None:
        if failures and done < total:
            raise failures.pop()

    with open_store(uri) as store:
        report = store.load(small_graph(), failing_once)
        assert (report.nodes_created, report.relationships_created) == (len(small_graph().nodes), len(small_graph().relationships))
        assert store.load(small_graph()).unchanged
    assert not failures


def test_no_graph_is_not_a_graph(uri: str) -> None:
    with open_store(uri) as store:
        assert store.everything() == Graph("", (), ())
