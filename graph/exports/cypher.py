"""A Cypher script that makes the graph again, pasted into Neo4j Browser or run by cypher-shell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched
from typing import Any

from .. import statements
from ..model import Graph
from ..replacing import grouped_nodes, grouped_relationships
from ..schema import SCHEMA

_BATCH = 200
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r"[\\'\x00-\x1f\x7f\u0085\u2028\u2029]")


def to_cypher(graph: Graph) -> str:
    """Constraints, indexes, nodes, relationships, one statement a line; running it twice changes nothing."""
    lines = [*statements.schema_statements().values(), *_nodes(graph), *_relationships(graph)]
    return "".join(f"{line};\n" for line in lines)


def _nodes(graph: Graph) -> Iterator[str]:
    for (label,), rows in grouped_nodes(graph.nodes):
        yield from _filled(statements.write_nodes(SCHEMA.node_type(label)), rows)


def _relationships(graph: Graph) -> Iterator[str]:
    labels = {n.id: n.labels for n in graph.nodes}
    for ends, rows in grouped_relationships(graph.relationships, labels):
        yield from _filled(statements.write_relationships(*ends), rows)


def _filled(statement: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for batch in batched(rows, _BATCH):
        yield statement.replace("$rows", literal(list(batch)), 1)


def literal(value: object) -> str:
    """A value as Cypher writes it, on one line."""
    if isinstance(value, str):
        return "'" + _ESCAPED.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", value) + "'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {literal(item)}" for name, item in value.items()) + "}"
    return repr(value)
