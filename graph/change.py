"""What must be written and removed so that a store holds exactly what a document says, and nothing that nobody uses.

Nodes of one document (its units) and stated relationships are replaced. Shared nodes (articles, bodies) and facts of law (PART_OF,
ISSUED_BY) are one for all documents: those that only this document needs become what it says of them; of those that others need, the
fuller wording of each value stays; those that nobody needs any more go. A loaded opinion is not touched by one that only cites it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .declare import Schema
from .model import Graph, Node, Relationship, Value
from .schema import SCHEMA
from .store import LoadReport

# What an opinion keeps when its text is removed but others cite it.
_OF_THE_TEXT = frozenset({"loaded", "fingerprint", "source", "summary", "vote", "lang"})


@dataclass(frozen=True, slots=True)
class Stored:
    """What a store holds that loading one document may touch, by id.

    `nodes`: the document's own nodes and the shared ones it or its new graph names; `relationships`: those it states, and the facts
    that start from these shared nodes; `used_by_others`: the shared ones that another document needs too.
    """

    nodes: Mapping[str, Node]
    relationships: Mapping[str, Relationship]
    used_by_others: Collection[str]


@dataclass(frozen=True, slots=True)
class Change:
    """What to do, in this order: remove relationships, remove nodes, write nodes, write relationships."""

    document: str
    relationships_removed: tuple[Relationship, ...]
    nodes_removed: tuple[Node, ...]
    nodes_written: tuple[Node, ...]
    relationships_written: tuple[Relationship, ...]
    labels: Mapping[str, tuple[str, ...]]
    report: LoadReport


def change(stored: Stored, document: str, graph: Graph | None, schema: Schema = SCHEMA) -> Change:
    """From what is stored to what `graph` says; with None, the document is removed."""
    nodes, relationships = _wanted(stored, document, graph, schema)
    nodes = {i: _measured(n, stored.nodes.get(i), schema) for i, n in nodes.items()}
    gone = [n for i, n in stored.nodes.items() if i not in nodes or nodes[i].label != n.label]
    moved = {n.id for n in gone}
    written = [n for i, n in nodes.items() if i in moved or not _same_node(stored.nodes.get(i), n)]
    removed = [r for i, r in stored.relationships.items() if i not in relationships]
    added = [r for i, r in relationships.items() if moved & {r.source, r.target} or not _same_relationship(stored.relationships.get(i), r)]
    report = LoadReport(
        document,
        nodes_created=sum(n.id not in stored.nodes for n in written),
        nodes_removed=sum(n.id not in nodes for n in gone),
        relationships_created=sum(r.id not in stored.relationships for r in added),
        relationships_removed=len(removed),
        unchanged=not (gone or written or removed or added),
    )
    labels = {i: n.labels for i, n in (*stored.nodes.items(), *nodes.items())}
    return Change(document, _by_id(removed), _by_id(gone), _by_id(written), _by_id(added), labels, report)


def _wanted(stored: Stored, document: str, graph: Graph | None, schema: Schema) -> tuple[dict[str, Node], dict[str, Relationship]]:
    """The nodes and relationships, among those loading may touch, that must be there afterwards."""
    nodes = {i: n for i, n in stored.nodes.items() if i in stored.used_by_others}
    relationships = {
        i: r for i, r in stored.relationships.items() if r.source in stored.used_by_others and not schema.relationship_type(r.type).stated
    }
    if document in nodes:
        nodes[document] = _cited_only(nodes[document])
    for node in needed(graph, schema) if graph else ():
        known = nodes.get(node.id)
        nodes[node.id] = _completed(known, node) if known and node.id != document else node
    for relationship in graph.relationships if graph else ():
        if relationship.source in nodes and relationship.target in nodes:
            relationships.setdefault(relationship.id, relationship)
    return nodes, relationships


def _measured(node: Node, known: Node | None, schema: Schema) -> Node:
    """The node with what was worked out of it from the whole graph, which no document says."""
    if known is None or known.label != node.label:
        return node
    kept = {name: value for name, value in known.properties.items() if name in schema.measures}
    return Node(node.id, node.labels, MappingProxyType({**node.properties, **kept})) if kept else node


def needed(graph: Graph, schema: Schema = SCHEMA) -> tuple[Node, ...]:
    """The graph's nodes without the shared ones that nothing the document states reaches, be it through facts of law."""
    local = {n.label for n in schema.node_types if not n.shared}
    reached = {n.id for n in graph.nodes if n.label in local} | {graph.document}
    parts: dict[str, list[str]] = {}
    for relationship in graph.relationships:
        if schema.relationship_type(relationship.type).stated:
            reached |= {relationship.source, relationship.target}
        else:
            parts.setdefault(relationship.source, []).append(relationship.target)
    waiting = list(reached)
    while waiting:
        for whole in parts.get(waiting.pop(), ()):
            if whole not in reached:
                reached.add(whole)
                waiting.append(whole)
    return tuple(n for n in graph.nodes if n.id in reached)


def _completed(known: Node, cited: Node) -> Node:
    """The node with the fuller of both wordings of each value, whichever document came first; a loaded opinion keeps its own."""
    if known.properties.get("loaded"):
        return known
    both = {**cited.properties, **known.properties}
    fuller = {name for name in both if _fullness(cited.properties.get(name)) > _fullness(known.properties.get(name))}
    if "name" in both:  # which it is sorted by
        fuller = fuller | {"sort_name"} if "name" in fuller else fuller - {"sort_name"}
    return Node(known.id, known.labels, MappingProxyType({n: cited.properties[n] if n in fuller else v for n, v in both.items()}))


def _fullness(value: Value | None) -> tuple[int, str]:
    """The longer of two wordings is the fuller; of two as long, the later in the alphabet, so that no order of loading counts."""
    said = "" if value is None else str(value)
    return len(said), said


def _cited_only(avis: Node) -> Node:
    return Node(avis.id, avis.labels, MappingProxyType({k: v for k, v in avis.properties.items() if k not in _OF_THE_TEXT}))


def _same_node(known: Node | None, node: Node) -> bool:
    return known is not None and known.label == node.label and _same_values(known.properties, node.properties)


def _same_relationship(known: Relationship | None, relationship: Relationship) -> bool:
    return known is not None and _same_values(known.properties, relationship.properties)


def _same_values(known: Mapping[str, Value], new: Mapping[str, Value]) -> bool:
    """Equal with their types: 1, 1.0 and True are three values."""
    return known == new and all(type(known[name]) is type(value) for name, value in new.items())


def _by_id[T: (Node, Relationship)](items: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(items, key=lambda item: item.id))
