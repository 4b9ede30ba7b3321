"""The graph in memory: nodes, relationships, and a builder that checks both against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .declare import Schema
from .errors import SchemaError
from .schema import SCHEMA

type Scalar = str | int | float | bool
type Value = Scalar | tuple[str, ...] | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """`id` is stable and the same on every run; `labels` starts with the node's own label (its `kind`)."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Value]

    @property
    def label(self) -> str:
        return self.labels[0]


@dataclass(frozen=True, slots=True)
class Relationship:
    """`id` tells parallel relationships apart; `document` is the Avis whose text states it (None: a fact of law)."""

    id: str
    source: str
    type: str
    target: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Graph:
    """What one document says: `document` is the id of its Avis node. Sorted by id, so equal input gives equal output."""

    document: str
    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]

    def node(self, node_id: str) -> Node:
        """The node of that id; KeyError if there is none."""
        for node in self.nodes:
            if node.id == node_id:
                return node
        raise KeyError(node_id)


@dataclass(slots=True)
class GraphBuilder:
    """Collects nodes and relationships; a repeated id keeps the first value of each property and adds what is new."""

    document: str
    schema: Schema = SCHEMA
    _nodes: dict[str, Node] = field(default_factory=dict)
    _relationships: dict[str, Relationship] = field(default_factory=dict)

    def node(self, label: str, node_id: str, /, **properties: Value | None) -> str:
        """Adds a node (None values are dropped) and returns its id; SchemaError on what the schema does not declare."""
        given = {key: value for key, value in properties.items() if value is not None}
        node_type = self.schema.node_type(label)
        known = self._nodes.get(node_id)
        if known is not None and known.label != label:
            raise SchemaError(f"{node_id} is a {known.label} and cannot also be a {label}.", cure="Give it another id.")
        merged = {**given, **(known.properties if known else {})}
        if not node_type.shared:
            merged["document"] = self.document
        self.schema.check_node(label, node_id, merged)
        labels = (label, *node_type.extra_labels)
        self._nodes[node_id] = Node(node_id, labels, MappingProxyType(merged))
        return node_id

    def relate(self, source: str, rel_type: str, target: str, key: str | int = "", /, **properties: Value | None) -> str:
        """Adds a relationship between nodes already added; `key` tells parallel ones apart (an offset, a role)."""
        for end in (source, target):
            if end not in self._nodes:
                raise SchemaError(f"{rel_type} needs the node {end!r}, which is not in the graph.", cure="Add it first.")
        given = {name: value for name, value in properties.items() if value is not None}
        declared = self.schema.relationship_type(rel_type)
        if declared.stated:
            given["document"] = self.document
        rel_id = f"{source}|{rel_type}|{target}" + (f"|{key}" if key != "" else "")
        if declared.stated and source != self.document and "document" not in self._nodes[source].properties:
            rel_id += f"|{self.document}"  # two opinions may both state it of a source they share
        self.schema.check_relationship(rel_type, self._nodes[source].labels, self._nodes[target].labels, rel_id, given)
        self._relationships.setdefault(rel_id, Relationship(rel_id, source, rel_type, target, MappingProxyType(given)))
        return rel_id

    @classmethod
    def of(cls, graph: Graph) -> GraphBuilder:
        """A builder that goes on from a graph."""
        return cls(graph.document, _nodes={n.id: n for n in graph.nodes}, _relationships={r.id: r for r in graph.relationships})

    @property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(self._nodes.values())

    @property
    def relationships(self) -> tuple[Relationship, ...]:
        return tuple(self._relationships.values())

    def put(self, relationship: Relationship) -> None:
        """Adds a relationship, or takes it in the place of the one of that id; SchemaError as in `relate`."""
        labels = (self._nodes[relationship.source].labels, self._nodes[relationship.target].labels)
        self.schema.check_relationship(relationship.type, *labels, relationship.id, relationship.properties)
        self._relationships[relationship.id] = relationship

    def discard(self, relationship: str) -> None:
        """Takes a relationship out, by its id."""
        self._relationships.pop(relationship, None)

    def revise(self, node_id: str, **properties: Value | None) -> None:
        """Gives a node other values; None takes one away. SchemaError as in `node`."""
        known = self._nodes[node_id]
        revised = {k: v for k, v in {**known.properties, **properties}.items() if v is not None}
        self.schema.check_node(known.label, node_id, revised)
        self._nodes[node_id] = Node(node_id, known.labels, MappingProxyType(revised))

    def has(self, node_id: str) -> bool:
        return node_id in self._nodes

    def build(self) -> Graph:
        nodes: Iterable[Node] = sorted(self._nodes.values(), key=lambda n: n.id)
        relationships = sorted(self._relationships.values(), key=lambda r: r.id)
        return Graph(self.document, tuple(nodes), tuple(relationships))
