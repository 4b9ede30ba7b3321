"""The JSON Schema of the json export, generated from the graph's schema."""

from __future__ import annotations

from typing import Any

from .declare import NodeType, Property, RelationshipType, Schema
from .schema import SCHEMA

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {"string": "string", "integer": "integer", "float": "number", "boolean": "boolean"}


def json_schema(schema: Schema = SCHEMA) -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) that `renvois export --format json` satisfies: each label and type has its own properties."""
    return {
        "$schema": DIALECT,
        "title": "Renvois graph",
        "type": "object",
        "required": ["schema_version", "nodes", "relationships"],
        "additionalProperties": False,
        "properties": {
            "schema_version": {"const": schema.version},
            "nodes": {"type": "array", "items": {"oneOf": [_node(n) for n in schema.node_types]}},
            "relationships": {"type": "array", "items": {"oneOf": [_relationship(r) for r in schema.relationship_types]}},
        },
    }


def _node(node_type: NodeType) -> dict[str, Any]:
    return _object(
        {"id": _text(), "labels": {"const": [node_type.label, *node_type.extra_labels]}, "properties": _properties(node_type.properties)},
        title=node_type.label,
        description=node_type.en,
    )


def _relationship(rel: RelationshipType) -> dict[str, Any]:
    ends = {"id": _text(), "source": _text(), "target": _text()}
    return _object({**ends, "type": {"const": rel.type}, "properties": _properties(rel.properties)}, title=rel.type, description=rel.en)


def _properties(declared: tuple[Property, ...]) -> dict[str, Any]:
    """The id stands beside the properties, not among them."""
    given = [p for p in declared if p.name != "id"]
    found = _object({p.name: {**_value(p.type), "description": p.en} for p in given})
    return {**found, "required": [p.name for p in given if p.required]}


def _object(properties: dict[str, Any], **more: str) -> dict[str, Any]:
    return {**more, "type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def _value(declared: str) -> dict[str, Any]:
    if declared.endswith("[]"):
        return {"type": "array", "items": _value(declared.removesuffix("[]"))}
    return {"type": _TYPES[declared]}


def _text() -> dict[str, Any]:
    return {"type": "string", "minLength": 1}
