"""The graph as networkx knows graphs, for measures and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .model import Graph, Value

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(graph: Graph) -> nx.MultiDiGraph[str]:
    """Nodes by id with `labels` and their properties; edges keyed by their relationship's id, with `type` and their properties.

    Values keep their type; lists are lists. What is absent is absent, not None.
    """
    import networkx as nx

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        network.add_node(node.id, **_values(node.properties), labels=list(node.labels))
    for relationship in graph.relationships:
        attributes = {**_values(relationship.properties), "type": relationship.type}
        network.add_edge(relationship.source, relationship.target, key=relationship.id, **attributes)
    return network


def _values(properties: Any) -> dict[str, Value | list[Any]]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}
