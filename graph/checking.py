"""Whether a graph may be stored: what the schema allows, and what both databases can hold."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from .declare import Schema
from .errors import SchemaError
from .model import Graph, Value
from .schema import SCHEMA


def check_graph(graph: Graph, schema: Schema = SCHEMA) -> None:
    """SchemaError on what the schema does not allow, hence also on what Grafeo would store and Neo4j refuse (nested lists, nulls)."""
    labels = {n.id: n.labels for n in graph.nodes}
    if len(labels) != len(graph.nodes) or len({r.id for r in graph.relationships}) != len(graph.relationships):
        raise SchemaError("Two nodes or two relationships have the same id.", where=graph.document, cure="Give each its own.")
    if graph.document not in labels or graph.node(graph.document).properties.get("loaded") is not True:
        raise SchemaError("The graph lacks the node of its own document, or it is not loaded=true.", where=graph.document, cure="Add it.")
    for node in graph.nodes:
        schema.check_node(node.label, node.id, node.properties)
        _check_owner(graph, node.id, node.properties)
    for relationship in graph.relationships:
        for end in (relationship.source, relationship.target):
            if end not in labels:
                raise SchemaError(f"It ends at {end!r}, which is not in the graph.", where=relationship.id, cure="Add the node first.")
        ends = labels[relationship.source], labels[relationship.target]
        schema.check_relationship(relationship.type, *ends, relationship.id, relationship.properties)
        _check_owner(graph, relationship.id, relationship.properties)


def _check_owner(graph: Graph, item: str, properties: Mapping[str, Value]) -> None:
    if properties.get("document", graph.document) != graph.document:
        raise SchemaError(
            f"It belongs to {properties['document']}, not to {graph.document}.", where=item, cure="Load each document on its own."
        )
    for name, value in properties.items():
        for part in value if isinstance(value, tuple) else (value,):
            if not _storable(part):
                raise SchemaError(
                    f"{name} holds {part!r}, which no database can hold.", where=item, cure="Use valid Unicode and 64-bit numbers."
                )


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _storable(value: object) -> bool:
    """False for half of a surrogate pair, an integer beyond 64 bits, a float that is no number."""
    if isinstance(value, str):
        return value.isascii() or _is_unicode(value)
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return isinstance(value, float) and isfinite(value)
