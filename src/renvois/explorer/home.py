"""What the page of one opinion among several knows of the others: where the index is, and how many name the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..graph.identifiers import slug
from ..graph.model import Graph, Node
from .ties import ROLES

SHARED = ("CITES", "UNDERPINNED_BY", "MENTIONS", *ROLES)


@dataclass(frozen=True, slots=True)
class Home:
    """The index page's file name, the id there of each source and institution, and in how many opinions each stands (by node id)."""

    href: str
    anchors: Mapping[str, str]
    opinions: Mapping[str, int]

    @classmethod
    def of(cls, whole: Graph, href: str = "index.html") -> Home:
        named: dict[str, set[object]] = defaultdict(set)
        for relationship in whole.relationships:
            if relationship.type in SHARED:
                named[relationship.target].add(relationship.properties.get("document"))
        shared = [n for n in whole.nodes if n.id in named]
        return cls(href, shared_anchors(shared), {node: len(documents) for node, documents in named.items()})


def shared_anchors(nodes: Iterable[Node]) -> Mapping[str, str]:
    """s- and its name for each source or institution, numbered where two would be the same."""
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    for node in nodes:
        base = anchor = f"s-{slug(node.id.removeprefix('inst:'), 80) or 'x'}"
        number = 2
        while anchor in taken:
            anchor, number = f"{base}-{number}", number + 1
        taken.add(anchor)
        anchors[node.id] = anchor
    return anchors
