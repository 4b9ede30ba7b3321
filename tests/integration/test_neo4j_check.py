"""`renvois neo4j check`: each thing that can be wrong with a connection is named, with what to do about it."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import neo4j_server
from support.small_graph import small_graph

from renvois.graph import neo4j_check, neo4j_connection
from renvois.graph.errors import StoreError
from renvois.graph.neo4j_check import diagnose
from renvois.graph.open import open_store


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_connection, "CONNECTING", 2.0)
    monkeypatch.setattr(neo4j_connection, "RETRYING", 1.0)
    monkeypatch.setenv("RENVOIS_NEO4J_PASSWORD", "peu-importe")


def wrong(address: str, database: str | None = None) -> StoreError:
    with pytest.raises(StoreError) as caught:
        list(diagnose(address, database, None))
    return caught.value


@contextmanager
def listener(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that does this with each connection; its host and port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    try:
                        client.recv(64)
                        answer(client)
                    except OSError:
                        continue

        threading.Thread(target=serve, daemon=True).start()
        yield f"127.0.0.1:{server.getsockname()[1]}"


def test_nothing_listens() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{nobody.getsockname()[1]}"
        error = wrong(f"bolt://{place}")
    assert place in error.what
    assert "7687" in str(error.cure) and "docker compose up" in str(error.cure)


def test_a_host_that_is_none() -> None:
    error = wrong("neo4j://nulle-part.invalid")
    assert "nulle-part.invalid" in error.what


def test_a_web_server_is_not_bolt() -> None:
    with listener(lambda client: client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as place:
        error = wrong(f"bolt://{place}")
    assert "web server" in error.what
    assert "7474" in str(error.cure)


def test_a_server_that_hangs_up_may_want_tls() -> None:
    with listener(lambda client: None) as place:
        assert f"neo4j+s://{place}"[:9] in str(wrong(f"neo4j://{place}").cure)


def test_a_server_of_another_age() -> None:
    with listener(lambda client: client.sendall(bytes(4))) as place:
        assert "another version of Bolt" in wrong(f"bolt://{place}").what


def test_a_server_without_tls_where_tls_is_asked() -> None:
    with listener(lambda client: client.sendall(b"no handshake of TLS")) as place:
        assert "write bolt://" in str(wrong(f"bolt+s://{place}").cure)


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    made = subprocess.run([*command, "-keyout", key, "-out", certificate], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("no openssl to make a certificate with")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    client, _ = server.accept()
                    context.wrap_socket(client, server_side=True).close()
                except OSError:
                    if server.fileno() < 0:
                        return

        threading.Thread(target=serve, daemon=True).start()
        error = wrong(f"bolt+s://localhost:{server.getsockname()[1]}")
    assert "certificate is not trusted" in str(error.cure) and "+ssc" in str(error.cure)


@pytest.mark.parametrize(
    ("agent", "expected"),
    [("Neo4j/4.4.41", "Neo4j 4.4.41; Renvois needs Neo4j 5"), ("Memgraph/2.0", "not Neo4j"), ("Neo4j/3.5", "Neo4j 3.5; Renvois needs")],
)
def test_a_server_too_old_or_another(agent: str, expected: str) -> None:
    with pytest.raises(StoreError, match=expected):
        neo4j_check._version(agent, "bolt://h")


@pytest.mark.parametrize("agent", ["Neo4j/2025.10.1", "Neo4j/2026.01.0"])
def test_a_later_server_is_taken_and_says_what_it_must_speak(agent: str) -> None:
    step = neo4j_check._version(agent, "bolt://h")
    assert step.advice and "Cypher 5" in step.advice
    assert neo4j_check._version("Neo4j/5.26.28", "bolt://h").advice is None


def test_a_password_on_an_open_network_is_warned_of() -> None:
    assert "+s" in str(neo4j_check._plain_text("neo4j://graphe.example.org"))
    assert neo4j_check._plain_text("neo4j+s://graphe.example.org") is None
    assert neo4j_check._plain_text("bolt://127.0.0.1:7687") is None


@pytest.fixture
def server(neo4j_server_wiped: neo4j_server.Server, monkeypatch: pytest.MonkeyPatch) -> neo4j_server.Server:
    monkeypatch.setenv("RENVOIS_NEO4J_PASSWORD", neo4j_server_wiped.password)
    neo4j_server.wipe(neo4j_server_wiped)
    return neo4j_server_wiped


@pytest.mark.neo4j
def test_a_good_connection_is_said_good_and_left_as_it_was(server: neo4j_server.Server) -> None:
    steps = {step.name: step.found for step in diagnose(server.uri, None, None)}
    assert list(steps) == ["address", "server", "login", "version", "database", "graph", "write"]
    assert (steps["database"], steps["graph"]) == ("neo4j", "documents: 0, nodes: 0")
    with open_store(server.uri) as store:
        store.load(small_graph())
    steps = {step.name: step.found for step in diagnose(server.uri, "neo4j", None)}
    assert steps["graph"] == f"documents: 1, nodes: {len(small_graph().nodes)}"
    import neo4j

    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        assert not driver.execute_query("MATCH (n:RenvoisCheck) RETURN n").records
        assert not driver.execute_query("SHOW INDEXES YIELD name WHERE name = 'renvois_check' RETURN name").records


@pytest.mark.neo4j
def test_a_wrong_password(server: neo4j_server.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENVOIS_NEO4J_PASSWORD", "secret-1234")
    error = wrong(server.uri)
    assert "refused the user or the password" in error.what
    assert "secret-1234" not in str(error)


@pytest.mark.neo4j
def test_no_such_database_names_those_there_are(server: neo4j_server.Server) -> None:
    error = wrong(server.uri, "absente")
    assert "'absente'" in error.what
    assert error.cure == "Name one of: neo4j."


@pytest.mark.neo4j
def test_a_database_of_somebody_else(server: neo4j_server.Server) -> None:
    import neo4j

    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query("CREATE (:Film {title: 'Le Procès'})")
    assert "1 nodes of somebody else" in wrong(server.uri).what
