"""GraphML, for yEd, Gephi, Cytoscape and networkx."""

from __future__ import annotations

from ..model import Graph
from .flat import flat_nodes, flat_relationships


def to_graphml(graph: Graph) -> str:
    """Typed attributes; lists are joined; an edge's id is its relationship's."""
    import networkx as nx

    network = nx.MultiDiGraph()
    network.add_nodes_from((item.id, item.attributes) for item in flat_nodes(graph))
    network.add_edges_from((*item.ends, item.id, item.attributes) for item in flat_relationships(graph) if item.ends)
    return "\n".join(nx.generate_graphml(network)) + "\n"
