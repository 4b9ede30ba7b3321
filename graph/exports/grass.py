"""A style file for Neo4j Browser (GraSS, Graph Style Sheet): the schema's colours, names in nodes, types on links."""

from __future__ import annotations

from ..declare import NodeType, Schema
from ..schema import SCHEMA

# Browser's diameters, in pixels: what an opinion is about is larger than the text it stands in.
_LARGE, _MIDDLE, _SMALL = 80, 65, 50
_LARGER = ("Avis", "Recommendation")
_RELATIONSHIP = """relationship {
  color: #a5abb6;
  shaft-width: 1px;
  font-size: 8px;
  padding: 3px;
  text-color-external: #000000;
  text-color-internal: #ffffff;
  caption: "<type>";
}
"""


def to_grass(schema: Schema = SCHEMA) -> str:
    """One rule a label; a graded link says its grade."""
    rules = [_node(n) for n in schema.node_types]
    graded = [r.type for r in schema.relationship_types if any(p.name == "grade" for p in r.properties)]
    rules += [_RELATIONSHIP, *(f'relationship.{name} {{\n  shaft-width: 3px;\n  caption: "{{grade}}";\n}}\n' for name in graded)]
    return "\n".join(rules)


def _node(node_type: NodeType) -> str:
    size = _LARGE if node_type.label in _LARGER else _MIDDLE if node_type.shared else _SMALL
    return (
        f"node.{node_type.label} {{\n  color: {node_type.colour};\n  border-color: {_darker(node_type.colour)};\n  border-width: 2px;\n"
        f"  text-color-internal: {_readable(node_type.colour)};\n  font-size: 10px;\n  diameter: {size}px;\n"
        '  caption: "{name}";\n}\n'
    )


def _darker(colour: str) -> str:
    return "#" + "".join(f"{part * 3 // 4:02x}" for part in _parts(colour))


def _readable(colour: str) -> str:
    """White or black, whichever stands out more (relative luminance, WCAG 2.2)."""
    linear = [(c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in _parts(colour)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#ffffff" if luminance < 0.179 else "#000000"


def _parts(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
