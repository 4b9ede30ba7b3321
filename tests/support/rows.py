"""Rows to compare between databases: values and their types, whatever form a database gave nodes and paths in."""

from __future__ import annotations

from collections.abc import Iterable

from renvois.graph.store import Cell, PathValue


def typed_rows(rows: Iterable[tuple[Cell, ...]]) -> list[str]:
    """Rows as texts that differ where a value or its type does (1, 1.0, True and '1' are four); a map's keys in no order."""
    return [repr([_plain(cell) for cell in row]) for row in rows]


def _plain(cell: object) -> object:
    if isinstance(cell, PathValue):
        return [_plain(n) for n in cell.nodes], [_plain(r) for r in cell.relationships]
    if hasattr(cell, "properties"):
        return {name: _plain(getattr(cell, name)) for name in cell.__dataclass_fields__}
    if hasattr(cell, "items"):
        return {k: _plain(v) for k, v in sorted(cell.items())}
    return [_plain(item) for item in cell] if isinstance(cell, list | tuple) else cell
