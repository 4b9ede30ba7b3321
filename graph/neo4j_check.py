"""What is wrong with a connection to Neo4j, looked at one thing after the other, and how to mend it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from . import neo4j_connection as connection
from . import statements
from .errors import StoreError
from .schema import SCHEMA

if TYPE_CHECKING:
    from neo4j import Driver

BOLT_PORT = 7687
# Bolt's first words: its magic number, then the versions that the driver speaks (5.8 to 5.0, 4.4 to 4.2), and two places unused.
HANDSHAKE = bytes.fromhex("6060b017 00080805 00020404 00000000 00000000")
# The only server that the tests run on; later ones go on from it.
TESTED = 5

type Name = Literal["address", "server", "login", "version", "database", "graph", "write"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was looked at and is right: its name, and what was found. `advice` says what could still be better."""

    name: Name
    found: str
    advice: str | None = None


def diagnose(address: str, database: str | None, password: Callable[[], str] | None) -> Iterator[Step]:
    """Each step that is right, in order; StoreError, with its cure, at the first that is not. Nothing is changed."""
    where = connection.checked_address(address)
    yield Step("address", where, _plain_text(where))
    yield Step("server", _reached(where))
    with connection.connect(where, None, password) as driver, connection.store_errors(where):
        agent = driver.get_server_info().agent
        yield Step("login", "Bolt")
        yield _version(agent, where)
        name = _database(driver, database, where)
        yield Step("database", name)
        yield Step("graph", _graph(driver, name, where))
        _try_to_write(driver, name, where)
        yield Step("write", name)


def _plain_text(address: str) -> str | None:
    parts = urlsplit(address)
    if "+" in parts.scheme or parts.hostname in ("localhost", "127.0.0.1", "::1"):
        return None
    return f"The password travels in clear: write {parts.scheme}+s:// if the server has a certificate."


def _reached(address: str) -> str:
    """The host and port, where something listens."""
    parts = urlsplit(address)
    host, port = str(parts.hostname), parts.port or BOLT_PORT
    place = f"{host}:{port}"
    try:
        with socket.create_connection((host, port), timeout=connection.CONNECTING) as opened:
            if "+" not in parts.scheme:
                _shake_hands(opened, address)
    except socket.gaierror as error:
        raise StoreError(f"No host is called {host}.", where=address, cure="Check the name, and the network or VPN.") from error
    except TimeoutError as error:
        raise StoreError(f"{place} does not answer.", where=address, cure="Check the address, and the firewalls on the way.") from error
    except OSError as error:
        cure = f"Start the server (docker compose up --wait), and check the port: Bolt's is {BOLT_PORT}, 7474 is that of the browser."
        raise StoreError(f"Nothing listens on {place}.", where=address, cure=cure) from error
    return place


def _shake_hands(opened: socket.socket, address: str) -> None:
    """StoreError unless what listens answers as Bolt does (the handshake of its specification)."""
    opened.sendall(HANDSHAKE)
    try:
        said = opened.recv(4)
    except (TimeoutError, ConnectionResetError):
        said = b""
    if said == b"HTTP":
        cure = f"Name the port of Bolt ({BOLT_PORT} unless it was changed); 7474 is that of the browser."
        raise StoreError("A web server answers there, not Bolt.", where=address, cure=cure)
    if not said:
        scheme = urlsplit(address).scheme
        cure = f"If the server asks for TLS, write {scheme}+s://; else check that the port is Bolt's ({BOLT_PORT})."
        raise StoreError("What listens there does not answer in Bolt.", where=address, cure=cure)
    if said == bytes(4):
        raise StoreError("The server speaks another version of Bolt.", where=address, cure=f"Renvois needs Neo4j {connection.OLDEST}.")


def _version(agent: str, where: str) -> Step:
    found = connection.version(agent)
    if found is None:
        raise StoreError(f"The server is {agent}, not Neo4j.", where=where, cure="Name the address of a Neo4j 5 server.")
    if found[1] < connection.OLDEST:
        raise connection.too_old(found[0], where)
    advice = (
        None if found[1] == TESTED else f"Renvois is tested on Neo4j {TESTED}.26; databases must speak Cypher 5, as they do by default."
    )
    return Step("version", found[0], advice)


def _database(driver: Driver, asked: str | None, where: str) -> str:
    """The name of the database, if it is there and online."""
    rows = driver.execute_query("SHOW DATABASES YIELD name, aliases, currentStatus, home, type", database_="system", routing_="r").records
    names = sorted({row["name"] for row in rows if row["type"] != "system"})
    chosen = [row for row in rows if (row["home"] if asked is None else asked in (row["name"], *row["aliases"]))]
    if not chosen:
        problem = f"There is no database {asked!r} that this user may see." if asked else "This user has no home database."
        raise StoreError(problem, where=where, cure=f"Name one of: {', '.join(names)}.")
    if chosen[0]["currentStatus"] != "online":
        problem = f"The database {chosen[0]['name']} is {chosen[0]['currentStatus']}."
        raise StoreError(problem, where=where, cure=f"START DATABASE {chosen[0]['name']}, or name another one.")
    return str(chosen[0]["name"])


def _graph(driver: Driver, database: str, where: str) -> str:
    """What the database holds: nothing, or how many documents."""

    def value(cypher: str) -> Any:
        return driver.execute_query(cypher, database_=database, routing_="r").records[0][0]

    names = driver.execute_query("SHOW CONSTRAINTS YIELD name", database_=database, routing_="r").records
    versions = statements.schema_versions(str(row[0]) for row in names)
    if versions - {SCHEMA.version}:
        problem = f"The database has version {max(versions)} of the schema; this Renvois needs version {SCHEMA.version}."
        raise StoreError(problem, where=where, cure="Name another database, or empty this one and build again.")
    nodes = value("MATCH (n) RETURN count(n)")
    if not versions and nodes:
        problem = f"The database holds {nodes} nodes of somebody else's."
        raise StoreError(problem, where=where, cure="Name another database, or empty this one.")
    documents = len(driver.execute_query(statements.loaded_documents(), database_=database, routing_="r").records)
    return f"documents: {documents}, nodes: {nodes}"


def _try_to_write(driver: Driver, database: str, where: str) -> None:
    """Makes an index and a node, and takes each back."""
    from neo4j.exceptions import ClientError

    for statement in ("CREATE INDEX renvois_check IF NOT EXISTS FOR (n:RenvoisCheck) ON (n.id)", "CREATE (:RenvoisCheck)"):
        try:
            with driver.session(database=database) as session, session.begin_transaction() as transaction:
                transaction.run(statement).consume()
                transaction.rollback()
        except ClientError as error:
            problem = f"This user or database may be read, not written: {connection.first_line(error)}"
            cure = (
                "Enough for renvois query, search and explore; to build, ask for the role publisher, or a database that is not read-only."
            )
            raise StoreError(problem, where=where, cure=cure) from error
