"""Graphs kept on disk between two steps, so that memory does not grow with their number."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from types import MappingProxyType
from typing import IO, Self

from .model import Graph, Node, Relationship


class Spool:
    """A temporary file of graphs, in order; gone when it is closed. Only what this process wrote is ever read from it."""

    def __init__(self) -> None:
        self.documents: list[str] = []
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="renvois-")  # noqa: SIM115  (closed by close)

    def add(self, graph: Graph) -> None:
        nodes = [(n.id, n.labels, dict(n.properties)) for n in graph.nodes]
        relationships = [(r.id, r.source, r.type, r.target, dict(r.properties)) for r in graph.relationships]
        self._file.seek(0, 2)
        pickle.dump((graph.document, nodes, relationships), self._file, pickle.HIGHEST_PROTOCOL)
        self.documents.append(graph.document)

    def __iter__(self) -> Iterator[Graph]:
        self._file.seek(0)
        for _ in self.documents:
            document, nodes, relationships = pickle.load(self._file)  # noqa: S301  (our own file, which has no name)
            yield Graph(
                document,
                tuple(Node(i, labels, MappingProxyType(values)) for i, labels, values in nodes),
                tuple(Relationship(i, s, t, e, MappingProxyType(values)) for i, s, t, e, values in relationships),
            )

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
