"""A document's graph where opinions it cites under another name are those that are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...graph.model import Graph, Node, Relationship, Value


def pointed(graph: Graph, full: Mapping[str, str]) -> Graph:
    """`graph` with every opinion of `full` under the id of the loaded one it is; ids of relationships follow."""
    moved = {old: new for old, new in full.items() if old != graph.document}
    if not moved:
        return graph
    nodes: dict[str, Node] = {}
    for node in sorted(graph.nodes, key=lambda n: n.id in moved):  # what already has the right id comes first, and stays
        renamed = Node(moved.get(node.id, node.id), node.labels, node.properties)
        nodes.setdefault(renamed.id, renamed)
    names = {r.id: _renamed(r, moved) for r in graph.relationships}
    links: dict[str, Relationship] = {}
    for r in sorted(graph.relationships, key=lambda r: (r.target in moved, r.id)):
        link = Relationship(names[r.id], moved.get(r.source, r.source), r.type, moved.get(r.target, r.target), _proofs(r, names))
        links.setdefault(link.id, link)
    return Graph(graph.document, tuple(nodes[i] for i in sorted(nodes)), tuple(links[i] for i in sorted(links)))


def _renamed(relationship: Relationship, moved: Mapping[str, str]) -> str:
    """The id with its ends' new ids: they stand between bars, first and third."""
    parts = relationship.id.split("|")
    return "|".join(moved.get(part, part) if place in (0, 2) else part for place, part in enumerate(parts))


def _proofs(relationship: Relationship, names: Mapping[str, str]) -> Mapping[str, Value]:
    proofs = relationship.properties.get("citations")
    if not isinstance(proofs, tuple):
        return relationship.properties
    return MappingProxyType({**relationship.properties, "citations": tuple(names.get(str(p), str(p)) for p in proofs)})
