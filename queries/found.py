"""What full-text search found, as rows to show."""

from __future__ import annotations

from collections.abc import Iterable

from ..graph.schema import SCHEMA
from ..graph.store import Cell, Hit, NodeValue, Rows

COLUMNS = ("label", "found", "text", "document", "score")
HEADERS = {"fr": ("sorte", "où", "texte", "avis"), "en": ("kind", "where", "text", "opinion")}


def hits_as_rows(hits: Iterable[Hit]) -> Rows:
    """A row for each hit: its own label, the node, its text or full name, the document it belongs to (None: shared), its score."""
    return Rows(COLUMNS, tuple(_row(hit) for hit in hits))


def _row(hit: Hit) -> tuple[Cell, ...]:
    values = hit.node.properties
    label = next(label for label in hit.node.labels if label in {n.label for n in SCHEMA.node_types})
    text = values.get("text") or values.get("title") or values.get("canonical") or values.get("name")
    return label, hit.node, text, values.get("document"), round(hit.score, 3)


def shown(row: tuple[Cell, ...], lang: str) -> tuple[Cell, ...]:
    """A row as a person reads it: under HEADERS, without the score, which only ranks."""
    label, node, text, document, _ = row
    node_type = SCHEMA.node_type(str(label))
    name = node.properties.get("name", node.id) if isinstance(node, NodeValue) else node
    return node_type.en if lang == "en" else node_type.fr, name, text, document
