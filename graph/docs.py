"""docs/schema.md, generated from the schema: `python -m renvois.graph.docs > docs/schema.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from .declare import NodeType, Property, RelationshipType, Schema
from .schema import SCHEMA

INTRODUCTION = """# Le graphe / The graph

Cette page est tirée de `graph/schema.py` par `python -m renvois.graph.docs`. / This page is made from `graph/schema.py`.

Chaque nœud et chaque relation a un `id` stable. Un nœud **partagé** est le même dans tous les documents ; les autres appartiennent
à un document (`document`). Une relation qui dit quelque chose du texte porte sa preuve : `start`, `end` (positions dans le texte
source), `quote`, `page`. En gras : ce qui est toujours là.

Every node and relationship has a stable `id`. A **shared** node is the same in every document; the others belong to one
(`document`). A relationship that states something about the text carries its evidence: `start`, `end` (offsets in the source
text), `quote`, `page`. In bold: what is always there.
"""


def schema_page(schema: Schema = SCHEMA) -> str:
    """The page as Markdown: every label, relationship and property, in French and English."""
    parts = [INTRODUCTION, "## Nœuds / Nodes\n"]
    parts += [_node(n) for n in schema.node_types]
    parts.append("## Relations / Relationships\n")
    parts += [_relationship(r) for r in schema.relationship_types]
    return "\n".join(parts)


def _node(node_type: NodeType) -> str:
    labels = " ".join(f"`:{label}`" for label in (node_type.label, *node_type.extra_labels))
    owner = "partagé / shared" if node_type.shared else "d’un document / of one document"
    return f"### {node_type.label}\n\n{labels} — {node_type.fr} / {node_type.en} — {owner}\n\n{_table(node_type.properties)}"


def _relationship(rel: RelationshipType) -> str:
    ends = f"`({'|'.join(rel.sources)})-[:{rel.type}]->({'|'.join(rel.targets)})`"
    return f"### {rel.type}\n\n{ends} — {rel.fr} / {rel.en}\n\n{_table(rel.properties)}"


def _table(properties: Iterable[Property]) -> str:
    return "\n".join(_rows(properties)) + "\n"


def _rows(properties: Iterable[Property]) -> Iterator[str]:
    yield "| Propriété / Property | Type | Français | English |"
    yield "|---|---|---|---|"
    for p in properties:
        name = f"**`{p.name}`**" if p.required else f"`{p.name}`"
        yield f"| {name} | {p.type} | {_cell(p.fr)} | {_cell(p.en)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(schema_page())
