"""The short names under which the page's elements are linked to: #r18, #c17, #n27, #s-miprof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..graph.identifiers import slug
from ..graph.model import Graph, Node, Relationship
from .places import element_id


@dataclass(frozen=True, slots=True)
class Anchors:
    """Node ids and relationship ids to element ids; the same graph gives the same ids."""

    nodes: Mapping[str, str]
    citations: Mapping[str, str]
    mentions: Mapping[str, str]

    @classmethod
    def of(cls, graph: Graph) -> Anchors:
        return cls(_nodes(graph), _numbered(graph, "CITES", "c"), _numbered(graph, "MENTIONS", "m"))


def _nodes(graph: Graph) -> Mapping[str, str]:
    """A document's own units keep their id; a source or body gets s- and its name, numbered where two would be the same."""
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    for node in graph.nodes:
        base = _base(node, graph.document)
        anchor, number = base, 2
        while anchor in taken:
            anchor, number = f"{base}-{number}", number + 1
        taken.add(anchor)
        anchors[node.id] = anchor
    return anchors


def _base(node: Node, document: str) -> str:
    own = node.id.removeprefix(f"{document}#")
    if own != node.id:
        return element_id(f"h:{own.removeprefix('s-')}" if node.label == "Section" else own)
    return f"s-{slug(node.id.removeprefix('inst:'), 80) or 'x'}"


def _numbered(graph: Graph, rel_type: str, letter: str) -> Mapping[str, str]:
    """c1, c2… in reading order."""
    found = sorted((r for r in graph.relationships if r.type == rel_type), key=_reading_order)
    return {r.id: f"{letter}{number}" for number, r in enumerate(found, 1)}


def _reading_order(relationship: Relationship) -> tuple[int, int, str]:
    start, end = relationship.properties["start"], relationship.properties["end"]
    assert isinstance(start, int) and isinstance(end, int)  # noqa: S101 - the schema requires both
    return start, -end, relationship.id
