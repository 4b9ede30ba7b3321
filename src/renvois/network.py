"""What an answer pictures, as networkx knows graphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from .graph.store import Cell, NodeValue, PathValue, RelationshipValue

if TYPE_CHECKING:
    from networkx import MultiDiGraph

# Institutions to the left, what the text holds in the middle, sources to the right.
LANES = 3
LEFT = ("Institution", "Theme", "Person")
CENTRE = ("Recommendation", "Paragraph", "Footnote", "Section", "Finding", "Text")


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


def names_of(network: MultiDiGraph[str]) -> dict[str, str]:
    """How each node is named in a picture; what a text holds is followed by its opinion where the picture shows several."""
    several = len({document for _, document in network.nodes(data="document") if document}) > 1
    return {node: _name(node, properties, told=several) for node, properties in network.nodes(data=True)}


def _name(node: str, properties: Mapping[str, object], *, told: bool) -> str:
    name, document = str(properties.get("name", node)), properties.get("document")
    return f"{name} ({str(document).partition(':')[2]})" if told and document else name


def own_label(labels: Iterable[str]) -> str:
    """A node's own label: the one that is not the wider Source."""
    return next((label for label in labels if label != "Source"), "Source")


def lane_of(label: str) -> int:
    """The lane that a label's nodes stand in, 0 to LANES - 1."""
    return 0 if label in LEFT else 1 if label in CENTRE else 2


def natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """A key that sorts « Recommandation 9 » before « Recommandation 10 »."""
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in re.findall(r"\d+|\D+", text))


def is_doubtful(properties: Mapping[str, object]) -> bool:
    """True for a link that must not look certain: weak, of grade X or C, or only inferred."""
    return properties.get("strength") == "weak" or properties.get("grade") in ("X", "C") or properties.get("explicit") is False


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
