"""Measures of the whole graph by networkx: what holds it together, and what goes together.

Both are taken in the network of recommendations, sources and institutions, undirected, joined by what a recommendation rests on
(grades A and B), by what it cites, and by the institutions that have a part in it. A source cited by a paragraph or a note is joined to
the recommendations it underpins; text alone joins nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .model import Graph, Relationship, Value

if TYPE_CHECKING:
    import networkx as nx

# Roles, citations and bases join alike but for their strength.
WEIGHTS = {"UNDERPINNED_BY": 2.0, "CITES": 1.0, "ADDRESSED_TO": 1.0, "ASSIGNS": 1.0, "INVOLVES": 1.0, "BENEFITS": 1.0}
PROVEN = ("A", "B")
# Beyond so many nodes, betweenness is estimated from so many pivots (Brandes and Pich 2007).
EXACT, PIVOTS = 2_000, 300
SEED, DIGITS = 1, 6


def measures(graph: Graph) -> dict[str, Mapping[str, Value]]:
    """`betweenness` (Freeman 1977, 0 to 1) and `community` (Louvain, Blondel et al. 2008; 1 is the largest), by node id.

    Nodes joined to nothing have none. The same graph gives the same measures.
    """
    import networkx as nx

    network = _network(graph)
    pivots = None if network.number_of_nodes() <= EXACT else PIVOTS
    between = nx.betweenness_centrality(network, k=pivots, seed=SEED)
    found = nx.community.louvain_communities(network, weight="weight", seed=SEED) if network else []
    ranked = sorted(found, key=lambda nodes: (-len(nodes), min(nodes)))
    numbers = {node: number for number, nodes in enumerate(ranked, 1) for node in nodes}
    return {node: {"betweenness": round(float(between[node]), DIGITS), "community": numbers[node]} for node in sorted(network)}


def _network(graph: Graph) -> nx.Graph[str]:
    import networkx as nx

    labels = {n.id: n.label for n in graph.nodes}
    network: nx.Graph[str] = nx.Graph()
    for relationship in graph.relationships:
        if labels[relationship.source] == "Recommendation" and _joins(relationship):
            ends = relationship.source, relationship.target
            weight = network.get_edge_data(*ends, default={"weight": 0.0})["weight"]
            network.add_edge(*ends, weight=weight + WEIGHTS[relationship.type])
    return network


def _joins(relationship: Relationship) -> bool:
    return relationship.type in WEIGHTS and relationship.properties.get("grade", "A") in PROVEN
