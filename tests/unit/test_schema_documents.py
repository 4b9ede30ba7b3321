"""What is generated from the schema: the page in docs/, the JSON Schema of the json export, the database statements."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support.small_graph import small_graph

from renvois.graph import statements
from renvois.graph.docs import schema_page
from renvois.graph.exports import export
from renvois.graph.json_schema import json_schema
from renvois.graph.schema import SCHEMA

PAGE = Path(__file__).parents[2] / "docs" / "schema.md"


def exported() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(export(small_graph(), "json"))
    return content


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == schema_page(), "run: python -m renvois.graph.docs > docs/schema.md"


def test_the_json_export_satisfies_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(exported(), json_schema(), jsonschema.Draft202012Validator)


@pytest.mark.parametrize("damage", ["undeclared property", "wrong type", "no evidence", "unknown label", "no id"])
def test_the_json_schema_refuses_what_the_graph_never_holds(damage: str) -> None:
    content = exported()
    node = content["nodes"][0]
    cites = next(r for r in content["relationships"] if r["type"] == "CITES")
    match damage:
        case "undeclared property":
            node["properties"]["colour"] = "red"
        case "wrong type":
            cites["properties"]["start"] = "12"
        case "no evidence":
            del cites["properties"]["quote"]
        case "unknown label":
            node["labels"] = ["Film"]
        case _:
            del node["id"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, json_schema(), jsonschema.Draft202012Validator)


def test_every_label_has_a_constraint_and_an_index() -> None:
    made = statements.schema_statements().values()
    for label in SCHEMA.labels:
        assert [s for s in made if s.startswith("CREATE CONSTRAINT") and f"(n:`{label}`) REQUIRE n.id IS UNIQUE" in s]
        assert [s for s in made if s.startswith("CREATE INDEX") and f"(n:`{label}`) ON (n.id)" in s]


def test_the_names_tell_the_version() -> None:
    names = list(statements.schema_statements())
    assert statements.schema_versions(names) == {SCHEMA.version}
    assert statements.schema_versions(["constraint_8ad3", "renvois_x", "films_1_id"]) == frozenset()
