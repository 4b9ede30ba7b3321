"""The Neo4j store: a database of a Neo4j 5 server, through the official driver."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, Self
from urllib.parse import urlsplit

from . import statements
from .cells import check_size, query_failure, query_parameters, refused, too_long
from .checking import check_graph
from .errors import StoreError
from .model import Graph, Relationship
from .neo4j_cells import cells
from .replacing import Run, read_everything, replace, replace_derived
from .schema import SCHEMA
from .store import LoadReport, Rows

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

USER, PASSWORD = "RENVOIS_NEO4J_USER", "RENVOIS_NEO4J_PASSWORD"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
# Seconds: how long a server may take to answer at all, and how long a transaction is tried again after a passing failure.
CONNECTING, RETRYING = 10.0, 15.0
# Reading operators of a Neo4j plan that reach outside the graph; EXPLAIN calls these queries "read only".
_FORBIDDEN = frozenset({"LoadCSV", "TerminateTransactions"})
REBUILD = "Name another database, or empty this one and rebuild it: renvois build FILE --neo4j ADDRESS"


class Neo4jStore:
    """A Store in a Neo4j database. StoreError if the server cannot be reached, refuses the password, or holds something else."""

    def __init__(
        self,
        address: str,
        access: Literal["read", "write"] = "write",
        *,
        database: str | None = None,
        user: str | None = None,
        password: Callable[[], str] | None = None,
    ) -> None:
        self._address, self._access, self._database = _checked(address), access, database
        with self._errors():
            self._driver, self._bookmarks = _connect(self._address, user, password)
        try:
            with self._errors():
                self._check_server()
                self._check_version()
        except BaseException:
            self._driver.close()
            raise

    @property
    def address(self) -> str:
        return self._address if self._database is None else f"{self._address} ({self._database})"

    def load(self, graph: Graph) -> LoadReport:
        check_graph(graph)
        return self._write(lambda run: replace(run, graph.document, graph))

    def remove(self, document: str) -> LoadReport:
        return self._write(lambda run: replace(run, document, None))

    def derive(self, relationships: Sequence[Relationship]) -> None:
        self._write(lambda run: replace_derived(run, relationships))

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        *,
        max_rows: int | None = None,
        timeout: float | None = None,
    ) -> Rows:
        """As the protocol says. EXPLAIN must find a reading query, which then runs in read access mode."""
        from neo4j import READ_ACCESS, unit_of_work

        given = query_parameters(parameters)

        @unit_of_work(timeout=timeout)
        def work(transaction: ManagedTransaction) -> Rows:
            _refuse_writes(transaction, cypher, given)
            return _answer(transaction, cypher, given, max_rows, timeout)

        with self._errors(), self._session(READ_ACCESS) as session:
            rows: Rows = session.execute_read(work)
            return rows

    def documents(self) -> Sequence[str]:
        return [str(row[0]) for row in self.read(statements.loaded_documents()).rows]

    def everything(self) -> Graph:
        from neo4j import READ_ACCESS

        with self._errors(), self._session(READ_ACCESS) as session:
            graph: Graph = session.execute_read(lambda transaction: read_everything(_run(transaction)))
            return graph

    def close(self) -> None:
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _write[T](self, work: Callable[[Run], T]) -> T:
        """One managed transaction: the driver tries it again after a passing failure, which is safe since it reads what is there first."""
        if self._access == "read":
            raise StoreError("The store was opened to be read.", where=self.address, cure="Open it with access='write'.")
        from neo4j import WRITE_ACCESS

        with self._errors(), self._session(WRITE_ACCESS) as session:
            done: T = session.execute_write(lambda transaction: work(_run(transaction)))
            return done

    def _session(self, access: str) -> Any:
        return self._driver.session(database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks)

    def _check_server(self) -> None:
        agent = self._driver.get_server_info().agent
        if agent.startswith("Neo4j/") and int(agent.removeprefix("Neo4j/").partition(".")[0]) < 5:
            raise StoreError(f"The server is {agent.replace('/', ' ')}; Renvois needs Neo4j 5.", where=self.address, cure="Upgrade it.")

    def _check_version(self) -> None:
        from neo4j import READ_ACCESS, WRITE_ACCESS

        with self._session(READ_ACCESS) as session:
            names = set(session.run("SHOW CONSTRAINTS YIELD name").value())
            versions = statements.schema_versions(names)
            foreign = not versions and session.run("MATCH (n) RETURN count(n) > 0").single(strict=True).value()
        if not versions and self._access == "read":
            raise StoreError("There is no graph of Renvois here.", where=self.address, cure="Build it: renvois build FILE --neo4j ADDRESS.")
        if versions - {SCHEMA.version} or foreign:
            found = f"version {max(versions)} of the schema" if versions else "other data, and no schema of Renvois"
            raise StoreError(
                f"The database has {found}; this Renvois needs version {SCHEMA.version}.", where=self.address, cure=f"{REBUILD}."
            )
        if self._access == "write" and len(names) < len(SCHEMA.labels):
            with self._session(WRITE_ACCESS) as session:
                session.execute_write(_declare_schema)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """The driver's errors as ours."""
        from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

        try:
            yield
        except AuthError as error:
            cure = f"Set {USER} and {PASSWORD} (a server refuses everyone for a while after several failures)."
            raise StoreError("Neo4j refused the user or the password.", where=self.address, cure=cure) from error
        except (ServiceUnavailable, SessionExpired, OSError) as error:
            cure = "Start the server, check the address and port, then try again: what was being loaded was left out as a whole."
            raise StoreError(f"Neo4j does not answer: {_first_line(error)}", where=self.address, cure=cure) from error
        except (Neo4jError, DriverError) as error:
            cure = "Name a database that exists." if "DatabaseNotFound" in str(getattr(error, "code", "")) else "Nothing was changed."
            raise StoreError(f"Neo4j failed: {_first_line(error)}", where=self.address, cure=cure) from error


def _checked(address: str) -> str:
    """The address, without a final slash; StoreError if it holds credentials (it is shown in messages) or is of no known scheme."""
    parts = urlsplit(address)
    if "@" in parts.netloc:
        where = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        raise StoreError("The address holds a user or a password.", where=where, cure=f"Put them in {USER} and {PASSWORD}.")
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise StoreError(
            "This is no address of a Neo4j server.", where=address, cure="Write it as bolt://127.0.0.1:7687 or neo4j+s://host."
        )
    return address.rstrip("/")


def _connect(address: str, user: str | None, password: Callable[[], str] | None) -> tuple[Driver, Any]:
    from neo4j import GraphDatabase, NotificationMinimumSeverity

    name = user or os.environ.get(USER) or "neo4j"
    secret = os.environ.get(PASSWORD)
    if secret is None:
        if password is None:
            raise StoreError("There is no password for Neo4j.", where=address, cure=f"Set {PASSWORD} (and {USER} unless it is 'neo4j').")
        secret = password()
    driver = GraphDatabase.driver(
        address,
        auth=(name, secret),
        connection_timeout=CONNECTING,
        connection_acquisition_timeout=CONNECTING * 2,
        max_transaction_retry_time=RETRYING,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )
    return driver, GraphDatabase.bookmark_manager()


def _declare_schema(transaction: ManagedTransaction) -> None:
    for statement in statements.schema_statements().values():
        transaction.run(statement).consume()


def _run(transaction: ManagedTransaction) -> Run:
    return lambda cypher, parameters: [dict(record) for record in transaction.run(cypher, dict(parameters))]


def _refuse_writes(transaction: ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> None:
    from neo4j.exceptions import ClientError

    try:
        summary = transaction.run(f"EXPLAIN\n{cypher}", parameters).consume()
    except ClientError as error:
        raise query_failure(str(error.message), explained=True) from error
    if summary.query_type != "r":
        raise refused("it writes, or changes the server")
    if found := _FORBIDDEN & set(_operators(summary.plan or {})):
        raise refused(f"it reaches outside the graph ({', '.join(sorted(found))})")


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan.get("operatorType", "")).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)


def _answer(transaction: ManagedTransaction, cypher: str, parameters: dict[str, Any], max_rows: int | None, timeout: float | None) -> Rows:
    from neo4j.exceptions import ClientError

    try:
        result = transaction.run(cypher, parameters)
        records = list(result) if max_rows is None else result.fetch(max_rows + 1)
        check_size(len(records), max_rows)
        return Rows(tuple(result.keys()), cells([tuple(record.values()) for record in records], _run(transaction)))
    except ClientError as error:
        if timeout is not None and "TransactionTimedOut" in str(error.code):
            raise too_long(timeout) from error
        raise query_failure(str(error.message)) from error


def _first_line(error: BaseException) -> str:
    return str(getattr(error, "message", None) or error).partition("\n")[0]
