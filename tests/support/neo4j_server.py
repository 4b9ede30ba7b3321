"""A real Neo4j Community server for the tests, from its Maven Central jars: Java 17 and Maven, no container, loopback only."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VERSION = "5.26.28"
JARS = Path.home() / ".cache" / "renvois-tests" / f"neo4j-{VERSION}"
HOW = "install Java 17 and Maven (Debian: apt install openjdk-17-jdk-headless maven), or name a test server in RENVOIS_TEST_NEO4J"
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>fr.renvois</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{VERSION}</version></dependency>
  </dependencies>
</project>
"""
# The modules that Neo4j opens in its own start script (bin/neo4j, Java 17).
OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
# The shell holds the server and kills it when its own input closes, so also when the tests are killed; a word lets it end in order.
GUARD = '"$@" </dev/null & server=$!; read -r word; kill -${word:-9} $server 2>/dev/null; wait $server'
PASSWORD = "essai-local-seulement"
STARTING_SECONDS = 120
# What the tests' servers get, small on purpose; a benchmark asks for its own.
HEAP = "512m"
# How many relationships, then nodes, go in one transaction when the database is emptied.
BATCH = 5000


class UnavailableError(Exception):
    """No server can be had here; the message says why and how to get one."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server answers; of our own, `kill` stops it as `kill -9` does, `stop` lets it write everything in order."""

    uri: str
    user: str
    password: str
    kill: Callable[[], None] = lambda: None
    stop: Callable[[], None] = lambda: None


@contextmanager
def running_server(heap: str = HEAP, **settings: str) -> Iterator[Server]:
    """The server named by RENVOIS_TEST_NEO4J (it must be empty: tests wipe it), or one of our own as in `server_in`, stopped at the end."""
    if uri := os.environ.get("RENVOIS_TEST_NEO4J"):
        server = Server(uri, os.environ.get("RENVOIS_NEO4J_USER", "neo4j"), os.environ.get("RENVOIS_NEO4J_PASSWORD", ""))
        _refuse_full(server)
        yield server
        wipe(server)
        return
    with tempfile.TemporaryDirectory(prefix="renvois-neo4j-") as home, server_in(Path(home), heap, **settings) as server:
        yield server


@contextmanager
def server_in(home: Path, heap: str = HEAP, **settings: str) -> Iterator[Server]:
    """A server of our own on this folder, whose data stays there; `settings` are Neo4j's, dots written as double underscores."""
    _require_java()
    _install_jars()
    yield from _run(home, heap, {name.replace("__", "."): value for name, value in settings.items()})


def admin(home: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs `neo4j-admin` on this folder's data, no server being up; `folder` is where it looks for files."""
    _require_java()
    _install_jars()
    _configure(home, _free_port(), {})
    command = ["java", f"-Xmx{HEAP}", "-cp", f"{JARS}/*", "org.neo4j.cli.AdminTool", *arguments]
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def wipe(server: Server) -> None:
    """Empties the database: nodes, constraints, indexes."""
    empty(server)
    with _session(server) as session:
        for kind, kinds in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            for name in session.run(f"SHOW {kinds} YIELD name, type WHERE type <> 'LOOKUP' RETURN name").value():
                session.run(f"DROP {kind} `{name}` IF EXISTS").consume()


def empty(server: Server) -> None:
    """Removes the nodes and relationships; constraints and indexes stay.

    Relationships first: a few nodes may hold most of them, and all those of one node go in one transaction otherwise.
    """
    for found in ("MATCH ()-[x]->()", "MATCH (x)"):
        run(server, f"{found} CALL (x) {{ DELETE x }} IN TRANSACTIONS OF {BATCH} ROWS")


def run(server: Server, cypher: str) -> None:
    """Runs a statement that commits by itself, as those of batches do."""
    with _session(server) as session:
        session.run(cypher).consume()


@contextmanager
def _session(server: Server, database: str | None = None, password: str | None = None):  # type: ignore[no-untyped-def]
    import neo4j

    auth = (server.user, password or server.password)
    with neo4j.GraphDatabase.driver(server.uri, auth=auth, connection_timeout=5) as driver, driver.session(database=database) as session:
        yield session


def _refuse_full(server: Server) -> None:
    with _session(server) as session:
        if session.run("MATCH (n) RETURN count(n)").single(strict=True).value():
            raise RuntimeError(f"{server.uri} holds data, and the tests wipe it: empty it, or name another server in RENVOIS_TEST_NEO4J.")


def _require_java() -> None:
    for command in ("java", "mvn"):
        if not shutil.which(command):
            raise UnavailableError(f"no {command}: {HOW}")
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    if not found or int(found[1]) < 17:
        raise UnavailableError(f"Java 17 or later is needed, found {found[0] if found else said.strip()!r}: {HOW}")


def _install_jars() -> None:
    if JARS.is_dir():
        return
    JARS.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=JARS.parent) as work:
        (Path(work) / "pom.xml").write_text(POM, encoding="utf-8")
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={work}/lib"]
        done = subprocess.run(["mvn", "-q", "-B", "-f", f"{work}/pom.xml", *goal], capture_output=True, text=True, check=False)
        if done.returncode:
            raise UnavailableError(f"Maven could not fetch Neo4j's jars ({done.stdout.strip()[-300:]}): {HOW}")
        if not JARS.is_dir():
            (Path(work) / "lib").rename(JARS)


def _run(home: Path, heap: str, more: dict[str, str]) -> Iterator[Server]:
    bolt = _free_port()
    _configure(home, bolt, more)
    opens = [f"--add-opens={module}=ALL-UNNAMED" for module in OPENED]
    main = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home}/conf"]
    java = ["java", "-Xms128m", f"-Xmx{heap}", *opens, "-Dio.netty.tryReflectionSetAccessible=true", "-cp", f"{JARS}/*", *main]
    with (home / "console.log").open("wb") as log:
        guard = subprocess.Popen(["sh", "-c", GUARD, "sh", *java], stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True)

    def end(signal: bytes) -> None:
        if guard.poll() is None:
            guard.communicate(signal)

    server = Server(f"bolt://127.0.0.1:{bolt}", "neo4j", PASSWORD, lambda: end(b""), lambda: end(b"15\n"))
    try:
        _await(server, home)
        yield server
    finally:
        end(b"")


def _configure(home: Path, bolt: int, more: dict[str, str]) -> None:
    (home / "conf").mkdir(exist_ok=True)
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.http.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "64m",
    } | more
    (home / "conf" / "neo4j.conf").write_text("".join(f"{k}={v}\n" for k, v in settings.items()), encoding="utf-8")


def _await(server: Server, home: Path) -> None:
    """Waits until Bolt answers, and sets the password (a new server only lets its user do that), unless it is set already."""
    from neo4j.exceptions import DriverError, Neo4jError

    deadline = time.monotonic() + STARTING_SECONDS
    while True:
        try:
            _ready(server)
            return
        except (DriverError, Neo4jError) as error:
            if time.monotonic() > deadline:
                raise RuntimeError(f"Neo4j did not start: {(home / 'console.log').read_text()[-2000:]}") from error
            time.sleep(0.3)


def _ready(server: Server) -> None:
    """Asks something of the database with the password, which is set first where the server is new.

    The password is tried before the initial one: after three wrong ones a server refuses everyone for a while.
    """
    from neo4j.exceptions import AuthError

    try:
        with _session(server) as session:
            session.run("RETURN 1").consume()
    except AuthError:
        with _session(server, database="system", password="neo4j") as session:
            session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=server.password).consume()
        with _session(server) as session:
            session.run("RETURN 1").consume()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
