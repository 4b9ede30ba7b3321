"""The schema: a wrong declaration does not construct, and its message names the cure; a wrong node or relationship is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renvois.graph.declare import NodeType, Property, RelationshipType, Schema
from renvois.graph.errors import SchemaError
from renvois.graph.model import GraphBuilder
from renvois.graph.schema import SCHEMA

ID = Property("id", "string", "identifiant", "identifier", required=True)


def node(label: str = "Thing", properties: tuple[Property, ...] = (ID,), colour: str = "#112233") -> NodeType:
    return NodeType(label, "chose", "thing", properties, colour, "dot")


@pytest.mark.parametrize(
    ("declare", "cure"),
    [
        (lambda: Property("asCited", "string", "a", "b"), "as_cited"),
        (lambda: Property("age", "int", "âge", "age"), "integer"),
        (lambda: Property("age", "integer", "", "age"), "fr="),
        (lambda: node("thing"), "EUAct"),
        (lambda: node(colour="red"), "#1f4e79"),
        (lambda: node(properties=(ID, ID)), "Keep one"),
        (lambda: node(properties=()), "id first"),
        (lambda: RelationshipType("partOf", ("A",), ("B",), "a", "b", (ID,)), "PART_OF"),
        (lambda: Schema(1, (node(), node()), ()), "Keep one"),
        (lambda: Schema(1, (node(),), (RelationshipType("SEES", ("Thing",), ("Thng",), "voit", "sees", (ID,)),)), "Declare the label"),
    ],
)
def test_a_wrong_declaration_does_not_construct_and_names_the_cure(declare: Callable[[], object], cure: str) -> None:
    with pytest.raises(SchemaError, match=cure):
        declare()


def test_every_description_stands_in_both_languages() -> None:
    for declared in (*SCHEMA.node_types, *SCHEMA.relationship_types):
        assert declared.fr and declared.en
        assert all(p.fr and p.en for p in declared.properties)


def builder() -> GraphBuilder:
    build = GraphBuilder("cncdh:A-2031-1")
    build.node("Theme", "theme:sante", name="santé", sort_name="sante")
    return build


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda b: b.node("Thema", "t", name="x", sort_name="x"), "No label 'Thema'"),
        (lambda b: b.node("Theme", "", name="x", sort_name="x"), "non-empty"),
        (lambda b: b.node("Theme", "t", name="x", sort_name="x", colour="red"), "colour"),
        (lambda b: b.node("Theme", "t", name=3, sort_name="x"), "must be string"),
        (lambda b: b.node("Theme", "t", name="x"), "sort_name is required"),
        (lambda b: b.node("Institution", "theme:sante", name="x", sort_name="x", named=True), "cannot also be"),
        (lambda b: b.relate("theme:sante", "PART_OF", "nobody"), "not in the graph"),
        (lambda b: b.relate("theme:sante", "PART_OF", "theme:sante"), "cannot go from Theme"),
        (lambda b: b.relate("theme:sante", "RULES", "theme:sante"), "No relationship type"),
    ],
)
def test_what_the_schema_does_not_declare_is_refused(write: Callable[[GraphBuilder], object], message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        write(builder())


def test_true_is_no_integer_and_a_list_holds_one_type() -> None:
    numbers = Property("starts", "integer[]", "débuts", "starts")
    assert numbers.accepts((1, 2))
    assert not numbers.accepts((1, True))
    assert not numbers.accepts((1, "2"))
    assert not Property("rank", "integer", "rang", "rank").accepts(True)


def test_a_repeated_node_keeps_what_it_had_and_gains_what_is_new() -> None:
    build = GraphBuilder("cncdh:A-2031-1")
    common = {"sort_name": "avis", "kind": "Avis", "canonical": "avis", "normative": False}
    build.node("Avis", "cncdh:A-2031-1", name="premier", **common)  # type: ignore[arg-type]
    build.node("Avis", "cncdh:A-2031-1", name="second", title="titre", **common)  # type: ignore[arg-type]
    avis = build.build().node("cncdh:A-2031-1")
    assert avis.properties["name"] == "premier"
    assert avis.properties["title"] == "titre"
    assert avis.labels == ("Avis", "Source")
