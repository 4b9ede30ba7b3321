"""The embedded store: one Grafeo database file in a directory. One writer, or several readers, at a time."""

from __future__ import annotations

import queue
import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Self

from . import statements
from .cells import check_size, query_failure, query_parameters, refused, too_long
from .checking import check_graph
from .embedded_search import forget, search
from .errors import QueryError, StoreError
from .model import Graph, Relationship, Value
from .replacing import Run, measure_batches, read_everything, read_properties, replace, replace_derived
from .schema import SCHEMA
from .searching import asked
from .store import Cell, Hit, LoadReport, NodeValue, PathValue, Progress, RelationshipValue, Rows

FILE = "graph.grafeo"
REBUILD = "Rebuild it in another directory: renvois build FILE --store DIR"
# The operators of a Grafeo plan that write or read files; a plan has one operator per line.
_FORBIDDEN = re.compile(r"^\s*(Create\w*|Merge\w*|Set\w*|Add\w*|Remove\w*|Delete\w*|Detach\w*|LoadCsv|LoadData)\b", re.MULTILINE)


class EmbeddedStore:
    """A Store in a directory. StoreError if the directory is no store, is of another version, or is in use."""

    def __init__(self, directory: Path, access: Literal["read", "write"] = "write") -> None:
        self._directory, self._access = directory, access
        self._db = _open(directory, access)
        try:
            with self._errors("The store cannot be opened"):
                self._check_version()
        except BaseException:
            self._db.close()
            raise

    @property
    def address(self) -> str:
        return str(self._directory)

    def load(self, graph: Graph, progress: Progress | None = None) -> LoadReport:
        check_graph(graph)
        with self._transaction(graph.document) as run:
            return replace(run, graph.document, graph, progress)

    def remove(self, document: str) -> LoadReport:
        with self._transaction(document) as run:
            return replace(run, document, None)

    def derive(self, relationships: Sequence[Relationship]) -> None:
        with self._transaction() as run:
            replace_derived(run, relationships)

    def measure(self, measures: Mapping[str, Mapping[str, Value]]) -> None:
        with self._transaction() as run:
            for batch in measure_batches(run, measures):
                run(batch.statement, {"rows": batch.rows})

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        *,
        max_rows: int | None = None,
        timeout: float | None = None,
    ) -> Rows:
        """As the protocol says. The plan must hold no writing operator, and it runs in a transaction that is rolled back."""
        given = query_parameters(parameters)
        self._refuse_writes(cypher, given)
        result = self._in_time(cypher, given, timeout)
        check_size(len(result), max_rows)
        columns = tuple(result.columns)
        cells = _Cells(self._db)
        return Rows(columns, tuple(tuple(cells.cell(row[c]) for c in columns) for row in result))

    def search(self, words: str, *, limit: int = 20) -> Sequence[Hit]:
        """As the protocol says; the first search after a load indexes what was loaded."""
        needed = asked(words)
        with self._errors("The store cannot be searched"):
            found = search(self._directory, needed, limit, self._ask) if needed else []
            nodes = self._nodes(node for node, _ in found)
        return [Hit(nodes[node], score) for node, score in found]

    def documents(self) -> Sequence[str]:
        return [str(row[0]) for row in self.read(statements.loaded_documents()).rows]

    def everything(self) -> Graph:
        with self._errors("The store cannot be read"):
            return read_everything(self._ask)

    def close(self) -> None:
        """Everything loaded is already kept; closing writes it in order, which a full disk prevents."""
        with self._errors("The store is whole, but could not be closed in order"):
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _ask(self, cypher: str, parameters: Mapping[str, object]) -> Sequence[Mapping[str, Any]]:
        rows: Sequence[Mapping[str, Any]] = self._db.execute_cypher(cypher, dict(parameters)).to_list()
        return rows

    def _nodes(self, ids: Iterable[str]) -> dict[str, NodeValue]:
        wanted = list(ids)
        rows = self._ask(
            statements.each(statements.nodes_by_id, statements.searched()), {"ids": dict.fromkeys(statements.searched(), wanted)}
        )
        return {row["id"]: NodeValue(row["id"], tuple(sorted(row["labels"])), read_properties(row["properties"])) for row in rows}

    @contextmanager
    def _transaction(self, document: str | None = None) -> Iterator[Run]:
        """What it does is kept whole or not at all; `document` is the one whose texts it changes."""
        if self._access == "read":
            raise StoreError("The store was opened to be read.", where=self.address, cure="Open it with access='write'.")
        with self._errors("Nothing was loaded"):
            transaction = self._db.begin_transaction()
            try:
                yield lambda q, p: transaction.execute_cypher(q, dict(p)).to_list()
            except BaseException:
                transaction.rollback()
                raise
            if document is not None:
                forget(self._directory, document)
            transaction.commit()

    @contextmanager
    def _errors(self, consequence: str) -> Iterator[None]:
        """The engine's errors as ours."""
        from grafeo import GrafeoError

        try:
            yield
        except (GrafeoError, OSError) as error:
            cure = "Check the disk's space and rights, then try again."
            raise StoreError(f"{consequence}: {_said(error)}.", where=self.address, cure=cure) from error

    def _check_version(self) -> None:
        names = {row["name"] for kind in ("CONSTRAINTS", "INDEXES") for row in self._db.execute_cypher(f"SHOW {kind}")}
        versions = statements.schema_versions(names)
        if versions - {SCHEMA.version} or (not versions and (self._access == "read" or self._db.node_count)):
            found = f"version {max(versions)} of the schema" if versions else "no schema of Renvois"
            raise StoreError(f"The store has {found}; this Renvois needs version {SCHEMA.version}.", where=self.address, cure=f"{REBUILD}.")
        if self._access == "write":
            for name, statement in statements.schema_statements().items():
                if name not in names:
                    self._db.execute_cypher(statement)

    def _refuse_writes(self, cypher: str, parameters: Mapping[str, object]) -> None:
        from grafeo import GrafeoError

        try:
            plan = self._db.execute_cypher(f"EXPLAIN\n{cypher}", dict(parameters)).scalar()
        except (GrafeoError, ValueError) as error:
            if "Schema commands" in str(error):
                raise refused("it is a schema command") from error
            raise query_failure(str(error), explained=True) from error
        if found := _FORBIDDEN.search(plan):
            raise refused(f"it writes, or reads a file ({found[1]})")

    def _answer(self, cypher: str, parameters: dict[str, object]) -> Any:
        from grafeo import GrafeoError

        transaction = self._db.begin_transaction()
        try:
            return transaction.execute_cypher(cypher, parameters)
        except (GrafeoError, ValueError) as error:
            raise query_failure(str(error)) from error
        finally:
            transaction.rollback()

    def _in_time(self, cypher: str, parameters: dict[str, object], timeout: float | None) -> Any:
        """Grafeo has no time limit of its own: past it the answer is given up, and the engine finishes it unheard."""
        if timeout is None:
            return self._answer(cypher, parameters)
        answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

        def work() -> None:
            try:
                answers.put(self._answer(cypher, parameters))
            except QueryError as error:
                answers.put(error)

        threading.Thread(target=work, daemon=True).start()
        try:
            answer = answers.get(timeout=timeout)
        except queue.Empty:
            raise too_long(timeout) from None
        if isinstance(answer, QueryError):
            raise answer
        return answer


def _open(directory: Path, access: Literal["read", "write"]) -> Any:
    """The database, made in a new or empty directory when writing."""
    from grafeo import GrafeoDB, GrafeoError

    file = directory / FILE
    if directory.exists() and not directory.is_dir():
        raise StoreError("This is a file, not a store (a store is a directory).", where=str(directory), cure="Name another place.")
    holds = sorted(p.name for p in directory.iterdir()) if directory.is_dir() else []
    if holds and not any(name.startswith(FILE) for name in holds):
        raise StoreError(
            "This directory is no store of Renvois, and holds other files.", where=str(directory), cure="Name another directory."
        )
    if not holds and access == "read":
        raise StoreError("There is no store here.", where=str(directory), cure="Build one: renvois build FILE --store DIR.")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        return GrafeoDB.open_read_only(str(file)) if access == "read" else GrafeoDB(str(file))
    except OSError as error:
        raise StoreError(
            f"The store cannot be opened: {error.strerror}.", where=str(directory), cure="Check who may write there."
        ) from error
    except GrafeoError as error:
        raise _not_opened(directory, _said(error)) from error


def _not_opened(directory: Path, message: str) -> StoreError:
    if "locked" in message:
        return StoreError(
            "The store is in use by another program: one may write, or several read, at a time.",
            where=str(directory),
            cure="Close it there, or wait, then try again.",
        )
    return StoreError(f"The store cannot be read, and was left as it is: {message}.", where=str(directory), cure=f"{REBUILD}.")


def _said(error: Exception) -> str:
    """The engine's message without its code."""
    return re.sub(r"^GRAFEO-\w+: ", "", str(error))


class _Cells:
    """Turns Grafeo's values into cells: it gives nodes, relationships and paths as dicts that hold its own internal ids."""

    def __init__(self, database: Any) -> None:
        self._db = database
        self._ids: dict[int, str] = {}

    def cell(self, value: Any) -> Cell:
        if isinstance(value, list):
            return [self.cell(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "_id" in value and "_labels" in value:
            return self._node(value)
        if "_id" in value and "_source" in value:
            return self._relationship(value)
        if value.keys() == {"nodes", "edges"} and self._is_path(value):
            return PathValue(tuple(self._node(n) for n in value["nodes"]), tuple(self._relationship(r) for r in value["edges"]))
        return {key: self.cell(item) for key, item in value.items()}

    @staticmethod
    def _is_path(value: dict[str, Any]) -> bool:
        nodes, edges = value["nodes"], value["edges"]
        if not (isinstance(nodes, list) and isinstance(edges, list) and len(nodes) == len(edges) + 1):
            return False
        return all(isinstance(n, dict) and "_labels" in n for n in nodes) and all(isinstance(r, dict) and "_source" in r for r in edges)

    def _node(self, value: dict[str, Any]) -> NodeValue:
        self._ids[value["_id"]] = value.get("id", "")
        return NodeValue(value.get("id", ""), tuple(sorted(value["_labels"])), _properties(value))

    def _relationship(self, value: dict[str, Any]) -> RelationshipValue:
        ends = (self._id(value["_source"]), self._id(value["_target"]))
        return RelationshipValue(value.get("id", ""), value["_type"], *ends, _properties(value))

    def _id(self, internal: int) -> str:
        if internal not in self._ids:
            self._ids[internal] = self._db.get_node(internal).properties()["id"]
        return self._ids[internal]


def _properties(value: dict[str, Any]) -> Mapping[str, Any]:
    return read_properties({name: item for name, item in value.items() if not name.startswith("_")})
