"""The Neo4j store: a database of a Neo4j 5 server, through the official driver."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Self

from . import statements
from .cells import check_size, query_failure, query_parameters, refused, too_long
from .checking import check_graph
from .errors import StoreError
from .model import Graph, Relationship, Value
from .neo4j_cells import cells
from .neo4j_connection import OLDEST, checked_address, connect, store_errors, too_old, version
from .replacing import Batch, Run, measure_batches, read_everything, read_properties, replace, replace_derived
from .schema import SCHEMA
from .searching import asked, lucene
from .store import Hit, LoadReport, NodeValue, Progress, Rows

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

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
        from neo4j import GraphDatabase

        self._address, self._access, self._database = checked_address(address), access, database
        self._driver, self._bookmarks = connect(self._address, user, password), GraphDatabase.bookmark_manager()
        try:
            with store_errors(self.address):
                self._check_server()
                self._check_version()
        except BaseException:
            self._driver.close()
            raise

    @property
    def address(self) -> str:
        return self._address if self._database is None else f"{self._address} ({self._database})"

    def load(self, graph: Graph, progress: Progress | None = None) -> LoadReport:
        check_graph(graph)
        return self._write(lambda run: replace(run, graph.document, graph, progress, together=True))

    def remove(self, document: str) -> LoadReport:
        return self._write(lambda run: replace(run, document, None))

    def derive(self, relationships: Sequence[Relationship]) -> None:
        self._write(lambda run: replace_derived(run, relationships))

    def measure(self, measures: Mapping[str, Mapping[str, Value]]) -> None:
        """A transaction a batch, as a server of little memory holds no whole corpus in one; a second call ends what was cut short."""
        for batch in self._write(lambda run: measure_batches(run, measures)):
            self._write(partial(_send, batch=batch))

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

        with store_errors(self.address), self._session(READ_ACCESS) as session:
            rows: Rows = session.execute_read(work)
            return rows

    def search(self, words: str, *, limit: int = 20) -> Sequence[Hit]:
        """As the protocol says, by the database's full-text index and its French analyzer."""
        from neo4j import READ_ACCESS

        needed = asked(words)
        given = {"query": lucene(needed), "limit": limit}
        with store_errors(self.address), self._session(READ_ACCESS) as session:
            rows = session.execute_read(lambda transaction: _run(transaction)(statements.text_search(), given)) if needed else []
        return [Hit(NodeValue(row["id"], tuple(sorted(row["labels"])), read_properties(row["properties"])), row["score"]) for row in rows]

    def documents(self) -> Sequence[str]:
        return [str(row[0]) for row in self.read(statements.loaded_documents()).rows]

    def everything(self) -> Graph:
        from neo4j import READ_ACCESS

        with store_errors(self.address), self._session(READ_ACCESS) as session:
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

        with store_errors(self.address), self._session(WRITE_ACCESS) as session:
            done: T = session.execute_write(lambda transaction: work(_run(transaction)))
            return done

    def _session(self, access: str) -> Any:
        return self._driver.session(database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks)

    def _check_server(self) -> None:
        found = version(self._driver.get_server_info().agent)
        if found and found[1] < OLDEST:
            raise too_old(found[0], self.address)

    def _check_version(self) -> None:
        from neo4j import READ_ACCESS, WRITE_ACCESS

        with self._session(READ_ACCESS) as session:
            names = {*session.run("SHOW CONSTRAINTS YIELD name").value(), *session.run("SHOW INDEXES YIELD name").value()}
            versions = statements.schema_versions(names)
            foreign = not versions and session.run("MATCH (n) RETURN count(n) > 0").single(strict=True).value()
        if not versions and self._access == "read":
            raise StoreError("There is no graph of Renvois here.", where=self.address, cure="Build it: renvois build FILE --neo4j ADDRESS.")
        if versions - {SCHEMA.version} or foreign:
            found = f"version {max(versions)} of the schema" if versions else "other data, and no schema of Renvois"
            raise StoreError(
                f"The database has {found}; this Renvois needs version {SCHEMA.version}.", where=self.address, cure=f"{REBUILD}."
            )
        if self._access == "write" and not statements.declared_names() <= names:
            with self._session(WRITE_ACCESS) as session:
                session.execute_write(_declare_schema)
                session.run("CALL db.awaitIndexes(300)").consume()


def _declare_schema(transaction: ManagedTransaction) -> None:
    for statement in (*statements.schema_statements().values(), statements.text_index()):
        transaction.run(statement).consume()


def _send(run: Run, batch: Batch) -> None:
    run(batch.statement, {"rows": batch.rows})


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
