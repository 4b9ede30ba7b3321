"""JSON, for programs: described by `renvois.graph.json_schema`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..model import Graph, Value
from ..schema import SCHEMA


def to_json(graph: Graph) -> str:
    """One object with schema_version, nodes and relationships; one line for each of these, sorted by id."""
    nodes = ({"id": n.id, "labels": list(n.labels), "properties": _lists(n.properties)} for n in graph.nodes)
    relationships = (
        {"id": r.id, "source": r.source, "target": r.target, "type": r.type, "properties": _lists(r.properties)}
        for r in graph.relationships
    )
    return f'{{"schema_version": {SCHEMA.version},\n"nodes": [{_lines(nodes)}],\n"relationships": [{_lines(relationships)}]}}\n'


def _lines(items: Iterable[dict[str, Any]]) -> str:
    return ",".join("\n" + json.dumps(item, ensure_ascii=False) for item in items)


def _lists(properties: Mapping[str, Value]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in sorted(properties.items())}
