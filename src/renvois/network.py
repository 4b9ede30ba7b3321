"""What an answer pictures, as networkx knows graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .graph.store import Cell, NodeValue, PathValue, RelationshipValue

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def answer_network(rows: Iterable[Iterable[Cell]]) -> MultiDiGraph[str]:
    """The nodes, relationships and paths in an answer, with `labels`, `type` and properties as in `graph.networks.to_networkx`.

    A relationship whose ends the database did not give is left out.
    """
    from networkx import MultiDiGraph

    cells = [cell for row in rows for cell in row]
    network: MultiDiGraph[str] = MultiDiGraph()
    for node in _nodes(cells):
        network.add_node(node.id, **{**node.properties, "labels": list(node.labels)})
    for relationship in _relationships(cells):
        if relationship.source and relationship.target:
            attributes = {**relationship.properties, "type": relationship.type}
            network.add_edge(relationship.source, relationship.target, key=relationship.id, **attributes)
    return network


def own_label(labels: Iterable[str]) -> str:
    """A node's own label: the one that is not the wider Source."""
    return next((label for label in labels if label != "Source"), "Source")


def _nodes(cells: Iterable[Cell]) -> Iterator[NodeValue]:
    for cell in cells:
        if isinstance(cell, NodeValue):
            yield cell
        elif isinstance(cell, PathValue):
            yield from cell.nodes


def _relationships(cells: Iterable[Cell]) -> Iterator[RelationshipValue]:
    for cell in cells:
        if isinstance(cell, RelationshipValue):
            yield cell
        elif isinstance(cell, PathValue):
            yield from cell.relationships
