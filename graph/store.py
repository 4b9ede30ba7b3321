"""What every store does, whichever database holds it: the same calls, the same answers, the same errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from .model import Graph, Relationship, Value

# What a query returns in a cell, whichever database answered: scalars, None, lists, maps, NodeValue, RelationshipValue, PathValue.
type Cell = object


@dataclass(frozen=True, slots=True)
class NodeValue:
    """A node in an answer; labels sorted, since their order is not portable; `properties` without the id, as in the model."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class RelationshipValue:
    """A relationship in an answer; `source` and `target` are node ids ('' where the database did not return the ends)."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class PathValue:
    nodes: tuple[NodeValue, ...]
    relationships: tuple[RelationshipValue, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: column names in order, and one tuple of cells per row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that full-text search found. The score ranks the hits of one search in one database, and means nothing else."""

    node: NodeValue
    score: float


# Told of a load's progress: what is written so far, and of how much (nodes and relationships).
type Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What loading one document did; a second load of the same document reports zero created and zero removed."""

    document: str
    nodes_created: int
    nodes_removed: int
    relationships_created: int
    relationships_removed: int
    unchanged: bool


class Store(Protocol):
    """A graph database that holds the graphs of any number of documents. Open with `open_store`, in a `with`."""

    @property
    def address(self) -> str:
        """Where it is, for messages: a directory, or a server's address without credentials."""

    def load(self, graph: Graph, progress: Progress | None = None) -> LoadReport:
        """Replaces what the store holds of this document by `graph`, all or nothing; other documents are untouched."""

    def remove(self, document: str) -> LoadReport:
        """Removes a document and the shared nodes that nothing else uses."""

    def derive(self, relationships: Sequence[Relationship]) -> None:
        """Makes these the only relationships of derived types (worked out from several documents); their ends are loaded."""

    def measure(self, measures: Mapping[str, Mapping[str, Value]]) -> None:
        """Makes these the only values of derived properties (worked out from the whole graph), by node id and property."""

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        *,
        max_rows: int | None = None,
        timeout: float | None = None,
    ) -> Rows:
        """Answers a read-only query. QueryError where it fails, would write or read a file, or passes a limit (`timeout` in seconds)."""

    def search(self, words: str, *, limit: int = 20) -> Sequence[Hit]:
        """The nodes whose texts or names hold every word, in French (plurals, accents, elisions), best first.

        QueryError where there is no word to search for.
        """

    def documents(self) -> Sequence[str]:
        """The ids of the loaded documents, sorted."""

    def everything(self) -> Graph:
        """The whole graph, sorted by id (for exports and networkx)."""

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...
