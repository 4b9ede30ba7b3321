"""CSV, for spreadsheets: a zip archive of nodes.csv and relationships.csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from ..model import Graph, Value
from .archive import archive
from .flat import joined, text

# Each row in two parts: what it is, and its properties.
type Rows = Sequence[tuple[Mapping[str, Value], Mapping[str, Value]]]

# A cell that starts so is run as a formula by Excel, LibreOffice or Google Sheets (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(graph: Graph) -> bytes:
    """UTF-8 with a byte order mark (Excel needs it), lists joined; a text that a spreadsheet would run is made plain by an apostrophe."""
    nodes: Rows = [({"id": n.id, "labels": n.labels}, n.properties) for n in graph.nodes]
    relationships: Rows = [
        ({"id": r.id, "source": r.source, "type": r.type, "target": r.target}, r.properties) for r in graph.relationships
    ]
    tables = {"nodes.csv": nodes, "relationships.csv": relationships}
    return archive({name: _table(rows).encode("utf-8-sig") for name, rows in tables.items()})


def _table(rows: Rows) -> str:
    own = list(rows[0][0]) if rows else ["id"]
    columns = own + sorted({name for _, properties in rows for name in properties} - set(own))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for first, properties in rows:
        values = {**properties, **first}
        writer.writerow([_cell(values[name]) if name in values else "" for name in columns])
    return out.getvalue()


def _cell(value: Value) -> str:
    flat = joined(value)
    return f"'{flat}" if isinstance(flat, str) and flat.startswith(_FORMULA) else text(flat)
