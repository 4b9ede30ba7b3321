"""What a page is made from: the graph and the document, indexed once, with the page's element ids and messages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..graph.bilingual import told
from ..graph.errors import RenvoisError
from ..graph.model import Graph, Node, Relationship, Value
from ..loaders.document import Document
from .anchors import Anchors
from .home import Home
from .messages import messages
from .places import Place, Places


@dataclass(frozen=True, slots=True)
class Material:
    """The graph by node, by relationship type and by type and source, its citations by id, beside the document it was drawn from."""

    graph: Graph
    document: Document
    lang: str
    say: Mapping[str, str]
    places: Places
    anchors: Anchors
    nodes: Mapping[str, Node]
    by_type: Mapping[str, Sequence[Relationship]]
    targets: Mapping[tuple[str, str], Sequence[str]]
    cites: Mapping[str, Relationship]
    home: Home | None = None

    @classmethod
    def of(cls, graph: Graph, document: Document, lang: str, home: Home | None = None) -> Material:
        """`home` where the page is one of several. RenvoisError if the graph's own Avis is missing from it, or the language unknown."""
        nodes = {n.id: n for n in graph.nodes}
        if graph.document not in nodes:
            raise RenvoisError(f"The graph has no node {graph.document!r}.", cure="Build the graph from the document again.")
        by_type: dict[str, list[Relationship]] = defaultdict(list)
        targets: dict[tuple[str, str], list[str]] = defaultdict(list)
        for relationship in graph.relationships:
            by_type[relationship.type].append(relationship)
            targets[relationship.type, relationship.source].append(relationship.target)
        cites = {r.id: r for r in by_type["CITES"]}
        return cls(graph, document, lang, messages(lang), Places.of(document), Anchors.of(graph), nodes, by_type, targets, cites, home)

    @property
    def avis(self) -> Node:
        return self.nodes[self.graph.document]

    def of_type(self, rel_type: str) -> Sequence[Relationship]:
        """The relationships of a type, in the graph's order."""
        return self.by_type.get(rel_type, ())

    def targets_of(self, rel_type: str, node: Node) -> Sequence[str]:
        """The ids of the nodes to which a node is tied by relationships of a type, in the graph's order."""
        return self.targets.get((rel_type, node.id), ())

    def labelled(self, label: str) -> list[Node]:
        """The nodes whose own or extra labels hold `label`, without the document's own Avis, sorted as a reader expects."""
        found = [n for n in self.graph.nodes if label in n.labels and n.id != self.graph.document]
        return sorted(found, key=lambda n: (number(n, "order"), text(n, "sort_name"), n.id))

    def told(self, item: Node, name: str) -> str:
        """A sentence about the text, in the language of the page; '' where it is absent."""
        return told(item.properties, name, self.lang)

    def place(self, start: object, end: object) -> Place | None:
        """The place on the page of a stretch of source text."""
        return self.places.locate(start, end) if isinstance(start, int) and isinstance(end, int) else None


def text(item: Node | Relationship, name: str) -> str:
    """A property as text; '' where it is absent."""
    value = item.properties.get(name, "")
    return value if isinstance(value, str) else str(value)


def number(item: Node | Relationship, name: str) -> int:
    """A property as an integer; 0 where it is absent."""
    value = item.properties.get(name, 0)
    return value if isinstance(value, int) else 0


def numbers(item: Node | Relationship, name: str) -> tuple[int, ...]:
    """A list of integers; empty where it is absent."""
    value: Value = item.properties.get(name, ())
    return tuple(v for v in value if isinstance(v, int)) if isinstance(value, tuple) else ()


def strings(item: Node | Relationship, name: str) -> tuple[str, ...]:
    """A list of texts; empty where it is absent."""
    value: Value = item.properties.get(name, ())
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else ()
