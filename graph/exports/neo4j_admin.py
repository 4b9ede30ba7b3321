"""CSV files for `neo4j-admin database import full`, the fastest way to make a whole Neo4j database: a zip archive.

Format: Neo4j Operations Manual, "Neo4j-admin import": one file a label and a type, its header first; an unquoted empty field is an
absent property, a quoted one an empty text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched

from .. import statements
from ..declare import Property
from ..errors import RenvoisError
from ..model import Graph, Node, Relationship, Value
from ..schema import SCHEMA
from .archive import archive
from .cypher import literal

_TYPES = {
    "string": "string", "integer": "long", "float": "double", "boolean": "boolean", "string[]": "string[]", "integer[]": "long[]",
}  # fmt: skip
# Separates the items of a list: the first of these that no item holds (unit and record separators, then rare signs).
_SEPARATORS = ("\x1f", "\x1e", "\u241f", "\u2063", "\u2060", "\ufeff")
# The tool's own buffer (4 MiB) must hold the longest field.
_BUFFER = 4 * 2**20
_BATCH = 1000
AFTER = "after-import.cypher"
README = """# Un graphe de Renvois pour Neo4j / A graph of Renvois for Neo4j

1. Stop the server (or `STOP DATABASE neo4j`), then, in this folder:

    neo4j-admin database import full neo4j --overwrite-destination @import.args

2. Start the server, then make the constraints and indexes:

    cypher-shell -f after-import.cypher

Renvois then reads the database like any other: `renvois query overview --neo4j bolt://127.0.0.1:7687`.
"""


def to_neo4j_admin(graph: Graph) -> bytes:
    """Typed CSV, import.args with the tool's options, after-import.cypher with constraints, indexes and what CSV cannot say."""
    separator = _separator(graph)
    files = dict(_node_files(graph, separator)) | dict(_relationship_files(graph, separator))
    arguments = _arguments(files, separator)
    after = (*statements.schema_statements().values(), statements.text_index(), *_empty_lists(graph))
    texts = {"README.md": README, "import.args": arguments, AFTER: "".join(f"{line};\n" for line in after)}
    return archive({name: text.encode() for name, text in {**texts, **files}.items()})


def _node_files(graph: Graph, separator: str) -> Iterable[tuple[str, str]]:
    for node_type in SCHEMA.node_types:
        nodes = [n for n in graph.nodes if n.label == node_type.label]
        rows = [((n.id,), n.properties) for n in nodes]
        if rows:
            columns = [p for p in node_type.properties if p.name != "id"]
            yield f"nodes-{node_type.label}.csv", _table(["id:ID"], columns, rows, separator)


def _relationship_files(graph: Graph, separator: str) -> Iterable[tuple[str, str]]:
    for declared in SCHEMA.relationship_types:
        found = [r for r in graph.relationships if r.type == declared.type]
        rows = [((r.source, r.target, r.id), r.properties) for r in found]
        if rows:
            columns = [p for p in declared.properties if p.name != "id"]
            yield f"relationships-{declared.type}.csv", _table([":START_ID", ":END_ID", "id:string"], columns, rows, separator)


def _empty_lists(graph: Graph) -> Iterator[str]:
    """Gives back the empty lists, which the tool takes for absent properties."""
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    labels = {n.id: n.label for n in graph.nodes}
    for node in graph.nodes:
        for name in _empty(node):
            found.setdefault((f"(x:`{node.label}` {{id: row.id}})", name), []).append({"id": node.id})
    for r in graph.relationships:
        for name in _empty(r):
            pattern = f"(:`{labels[r.source]}` {{id: row.source}})-[x:`{r.type}` {{id: row.id}}]->()"
            found.setdefault((pattern, name), []).append({"id": r.id, "source": r.source})
    for (pattern, name), rows in sorted(found.items(), key=lambda item: item[0]):
        for batch in batched(rows, _BATCH):
            yield f"UNWIND {literal(list(batch))} AS row MATCH {pattern} SET x.{name} = []"


def _empty(item: Node | Relationship) -> list[str]:
    return [name for name, value in item.properties.items() if value == ()]


def _table(
    first: Sequence[str], columns: Sequence[Property], rows: Sequence[tuple[tuple[str, ...], Mapping[str, Value]]], separator: str
) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NOTNULL, lineterminator="\n")
    writer.writerow([*first, *(f"{p.name}:{_TYPES[p.type]}" for p in columns)])
    for own, values in rows:
        writer.writerow([*own, *(_cell(values.get(p.name), separator) for p in columns)])
    return out.getvalue()


def _cell(value: Value | None, separator: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        return separator.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _separator(graph: Graph) -> str:
    properties = [*(n.properties for n in graph.nodes), *(r.properties for r in graph.relationships)]
    held = {char for values in properties for value in values.values() if isinstance(value, tuple) for item in value for char in str(item)}
    for separator in _SEPARATORS:
        if separator not in held:
            return separator
    raise RenvoisError("The lists hold every sign that could separate their items.", cure="Export as cypher or json instead.")


def _arguments(files: Mapping[str, str], separator: str) -> str:
    longest = max((len(text.encode()) for text in files.values()), default=0)
    lines = [
        "--multiline-fields=true", f"--array-delimiter=U+{ord(separator):04X}", "--bad-tolerance=0",
        f"--read-buffer-size={max(_BUFFER, 2 * longest)}",
    ]  # fmt: skip
    for name in files:
        kind, _, of = name.removesuffix(".csv").partition("-")
        labels = of if kind == "relationships" else ":".join((of, *SCHEMA.node_type(of).extra_labels))
        lines.append(f"--{kind}={labels}={name}")
    return "\n".join(lines) + "\n"
