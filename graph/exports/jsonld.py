"""JSON-LD 1.1, for the Web of data: ELI for legal resources, ECLI for decisions, PROV-O and Web Annotation for the evidence.

Each relationship is a plain statement in the terms of jsonld.yaml; one that the text states is also an annotation: the words that
prove it, where they stand in the source text, and that Renvois drew it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

import yaml

from ..model import Graph, Node, Relationship, Value
from ..schema import SCHEMA

BASE = "urn:renvois:"
DRAWING, PROGRAM = f"{BASE}drawing", f"{BASE}program"
_ESTABLISHED = ("A", "B")
# How precise an ISO date is (XML Schema part 2).
_DATES = ((r"\d{4}-\d\d-\d\d", "xsd:date"), (r"\d{4}-\d\d", "xsd:gYearMonth"), (r"\d{4}", "xsd:gYear"))


def to_jsonld(graph: Graph) -> str:
    """Nodes, statements and their evidence; every property is there, under a known term or ours. No context is fetched."""
    statements = _statements(graph)
    items: list[Mapping[str, Any]] = [_node(node) | statements.get(node.id, {}) for node in graph.nodes]
    items += [_annotation(r) for r in graph.relationships]
    items += [
        {"@id": DRAWING, "@type": "prov:Activity", "prov:wasAssociatedWith": {"@id": PROGRAM}},
        {"@id": PROGRAM, "@type": ["prov:SoftwareAgent", "prov:Agent"], "rdfs:label": "Renvois", "r:schema_version": SCHEMA.version},
    ]
    return json.dumps({"@context": _terms()["context"], "@graph": items}, ensure_ascii=False, indent=1) + "\n"


def iri(item: str) -> str:
    """The IRI of a node or relationship of this id."""
    whole, mark, part = item.partition("#")  # an IRI has one fragment
    return BASE + quote(whole, safe=":/") + mark + quote(part, safe=":/")


@cache
def _terms() -> Mapping[str, Mapping[str, Any]]:
    terms: Mapping[str, Mapping[str, Any]] = yaml.safe_load((files(__package__) / "jsonld.yaml").read_text(encoding="utf-8"))
    return terms


def _node(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": iri(node.id), "@type": [f"r:{node.label}", *_terms()["classes"].get(node.label, ())]}
    found["dcterms:identifier"] = node.id
    for name, value in node.properties.items():
        term = _terms()["properties"].get(name, f"r:{name}")
        found[f"r:{name}" if term in found else term] = _literal(name, value)
    if "url" in node.properties:
        found["rdfs:seeAlso"] = {"@id": quote(str(node.properties["url"]), safe=":/#?&=%+,;@!$'()*[]~")}
    for here, there in _terms()["public"].items():
        if node.id.startswith(here):
            found["owl:sameAs"] = {"@id": there + quote(node.id.removeprefix(here), safe=":/")}
    return found


def _literal(name: str, value: Value) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if name in ("date", "adopted_on"):
        for form, datatype in _DATES:
            if re.fullmatch(form, str(value)):
                return {"@value": value, "@type": datatype}
    if isinstance(value, float):
        return {"@value": repr(value), "@type": "xsd:double"}
    return value


def _predicate(relationship: Relationship) -> str:
    own = f"r:{relationship.type.lower()}"
    if relationship.type == "UNDERPINNED_BY" and relationship.properties.get("grade") not in _ESTABLISHED:
        return own
    return str(_terms()["relationships"].get(relationship.type, own))


def _statements(graph: Graph) -> dict[str, dict[str, list[dict[str, str]]]]:
    """By node, its predicates and their objects."""
    found: dict[str, dict[str, list[dict[str, str]]]] = {}
    for r in graph.relationships:
        objects = found.setdefault(r.source, {}).setdefault(_predicate(r), [])
        if {"@id": iri(r.target)} not in objects:
            objects.append({"@id": iri(r.target)})
    return found


def _annotation(relationship: Relationship) -> dict[str, Any]:
    """The statement itself as a thing: what it says, with its properties, and where the text proves it."""
    values = dict(relationship.properties)
    found: dict[str, Any] = {
        "@id": iri(relationship.id),
        "@type": ["rdf:Statement", "prov:Entity"],
        "rdf:subject": {"@id": iri(relationship.source)},
        "rdf:predicate": {"@id": _predicate(relationship)},
        "rdf:object": {"@id": iri(relationship.target)},
        "prov:wasGeneratedBy": {"@id": DRAWING},
        "r:type": relationship.type,
    }
    if "document" in values:
        found["prov:wasDerivedFrom"] = {"@id": iri(str(values.pop("document")))}
    if "quote" in values:
        found["@type"].append("oa:Annotation")
        found["oa:hasBody"] = {"@id": iri(relationship.target)}
        found["oa:hasTarget"] = dict(_target(found["prov:wasDerivedFrom"], values))
    return found | {f"r:{name}": _literal(name, value) for name, value in values.items()}


def _target(source: Mapping[str, str], values: dict[str, Value]) -> Iterator[tuple[str, Any]]:
    """Where the words stand: positions count the characters of the source text, as Web Annotation does."""
    start, end, words = values.pop("start"), values.pop("end"), values.pop("quote")
    yield "@type", "oa:SpecificResource"
    yield "oa:hasSource", source
    yield (
        "oa:hasSelector",
        [
            {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
            {"@type": "oa:TextQuoteSelector", "oa:exact": words},
        ],
    )
