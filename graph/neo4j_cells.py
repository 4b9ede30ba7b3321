"""Turns what the Neo4j driver returns into cells: the same forms as the embedded store's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .replacing import Run, read_properties
from .store import Cell, NodeValue, PathValue, RelationshipValue

_ENDS = "MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n) AS element, n.id AS id"


def cells(rows: list[tuple[Any, ...]], run: Run) -> tuple[tuple[Cell, ...], ...]:
    """The rows as cells. A relationship comes without its ends' properties: those not in the answer are read by `run`."""
    missing = sorted({node.element_id for node in _ends(rows) if "id" not in node})
    ids = {row["element"]: row["id"] for row in run(_ENDS, {"ids": missing})} if missing else {}
    return tuple(tuple(_cell(value, ids) for value in row) for row in rows)


def _ends(values: Iterable[Any]) -> Iterator[Any]:
    from neo4j.graph import Path, Relationship

    for value in values:
        if isinstance(value, Relationship | Path):
            yield from value.nodes
        elif isinstance(value, dict):
            yield from _ends(value.values())
        elif isinstance(value, list | tuple):
            yield from _ends(value)


def _cell(value: Any, ids: dict[str, str]) -> Cell:
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, list):
        return [_cell(item, ids) for item in value]
    if isinstance(value, dict):
        return {key: _cell(item, ids) for key, item in value.items()}
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Relationship):
        return _relationship(value, ids)
    if isinstance(value, Path):
        return PathValue(tuple(_node(n) for n in value.nodes), tuple(_relationship(r, ids) for r in value.relationships))
    return _temporal(value)


def _node(node: Any) -> NodeValue:
    return NodeValue(node.get("id", ""), tuple(sorted(node.labels)), read_properties(dict(node)))


def _relationship(relationship: Any, ids: dict[str, str]) -> RelationshipValue:
    start, end = (node.get("id") or ids.get(node.element_id, "") for node in relationship.nodes)
    return RelationshipValue(relationship.get("id", ""), relationship.type, start, end, read_properties(dict(relationship)))


def _temporal(value: Any) -> Cell:
    """Dates and times as Python's own, durations in months, days and nanoseconds: as Grafeo gives them."""
    from neo4j.time import Duration

    if isinstance(value, Duration):
        return {"months": value.months, "days": value.days, "nanos": value.seconds * 10**9 + value.nanoseconds}
    return value.to_native() if hasattr(value, "to_native") else value
