"""The data the page's scripts work on: keys are element ids, offsets are UTF-16 positions in the text of a block."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..graph.model import Node, Relationship
from ..graph.schema import SCHEMA
from .material import ROLES, Material, number, numbers, strings, text
from .names import unit_names

type Item = dict[str, object]


def data(material: Material) -> Item:
    """Everything the scripts need but the text itself, which they read from the page."""
    return {
        "doc": _opinion(material),
        "sections": [_section(material, n) for n in material.labelled("Section")],
        "recs": [_recommendation(material, n) for n in material.labelled("Recommendation")],
        "sources": [_source(material, n) for n in material.labelled("Source")],
        "bodies": [_body(material, n) for n in material.labelled("Institution")],
        "cites": [_citation(material, r) for r in _in_order(material, "CITES")],
        "bases": [_basis(material, r) for r in material.of_type("UNDERPINNED_BY")],
        "roles": [_role(material, r) for name in ROLES for r in material.of_type(name)],
        "findings": [_finding(material, n) for n in material.labelled("Finding")],
        "units": unit_names(material),
        "shapes": {n.label: n.shape for n in SCHEMA.node_types},
        "say": {key: said for key, said in material.say.items() if not key.startswith("page_")},
    }


def as_json(value: Item) -> str:
    """JSON that may stand inside a <script> element: no <, >, & nor line separator is left in it."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def _filled(**item: object) -> Item:
    return {key: value for key, value in item.items() if value not in (None, "", (), [])}


def _opinion(material: Material) -> Item:
    avis = material.avis
    return _filled(
        lang=material.lang, id=avis.id, name=text(avis, "name"), title=text(avis, "title"), canonical=text(avis, "canonical"),
        cote=text(avis, "cote"), date=text(avis, "adopted_on"),
    )  # fmt: skip


def _section(material: Material, node: Node) -> Item:
    return _filled(key=material.anchors.nodes[node.id], name=text(node, "name"))


def _recommendation(material: Material, node: Node) -> Item:
    holder = next((r.source for r in material.of_type("HAS_RECOMMENDATION") if r.target == node.id), "")
    themes = [text(material.nodes[r.target], "name") for r in material.of_type("HAS_THEME") if r.source == node.id]
    return _filled(
        key=material.anchors.nodes[node.id], n=number(node, "number"), themes=themes,
        name=material.say["unit_recommendation"].format(n=number(node, "number")),
        section=material.anchors.nodes.get(holder), modality=text(node, "modality"), nobasis=text(node, "no_basis_reason"),
        difference=text(node, "annexe_difference"), page=number(node, "page") or None,
    )  # fmt: skip


def _source(material: Material, node: Node) -> Item:
    part = next((r.target for r in material.of_type("PART_OF") if r.source == node.id), "")
    return _filled(
        key=material.anchors.nodes[node.id], name=text(node, "name"), canonical=text(node, "canonical"), title=text(node, "title"),
        kind=node.label, norm=node.properties.get("normative") is True, url=text(node, "url"), date=text(node, "date"),
        part=material.anchors.nodes.get(part),
    )  # fmt: skip


def _body(material: Material, node: Node) -> Item:
    part = next((r.target for r in material.of_type("PART_OF") if r.source == node.id), "")
    return _filled(
        key=material.anchors.nodes[node.id], name=text(node, "name"), acronym=text(node, "acronym"),
        aliases=list(strings(node, "aliases")), nature=text(node, "kind"), named=node.properties.get("named") is True,
        part=material.anchors.nodes.get(part),
    )  # fmt: skip


def _citation(material: Material, relationship: Relationship) -> Item:
    return _filled(
        key=material.anchors.citations[relationship.id], to=material.anchors.nodes[relationship.target],
        meant=text(relationship, "as_cited"), pinpoint=text(relationship, "pinpoint"),
        relation=text(relationship, "relation"), antecedent=text(relationship, "antecedent"), annexe=_in_annexe(relationship),
        **_where(material, relationship),
    )  # fmt: skip


def _basis(material: Material, relationship: Relationship) -> Item:
    lead = _spans(material, numbers(relationship, "lead_start"), numbers(relationship, "lead_end"))
    own = _spans(material, numbers(relationship, "rec_start"), numbers(relationship, "rec_end"))
    return _filled(
        rec=material.anchors.nodes[relationship.source], to=material.anchors.nodes[relationship.target],
        grade=text(relationship, "grade"), strength=text(relationship, "strength"), why=text(relationship, "why"),
        via=text(relationship, "via"), words=list(strings(relationship, "words")), lead=lead, own=own,
        cites=[material.anchors.citations[c] for c in strings(relationship, "citations") if c in material.anchors.citations],
        **_where(material, relationship),
    )  # fmt: skip


def _role(material: Material, relationship: Relationship) -> Item:
    return _filled(
        rec=material.anchors.nodes[relationship.source], to=material.anchors.nodes[relationship.target], role=relationship.type,
        explicit=relationship.properties.get("explicit") is True, why=text(relationship, "why"),
        **_where(material, relationship),
    )  # fmt: skip


def _finding(material: Material, node: Node) -> Item:
    about = [material.anchors.nodes[r.target] for r in material.of_type("ABOUT") if r.source == node.id]
    return _filled(
        key=material.anchors.nodes[node.id], name=text(node, "name"), message=text(node, "message"),
        suggestion=text(node, "suggestion"), certainty=text(node, "certainty"), about=about,
        **_where(material, node),
    )  # fmt: skip


def _where(material: Material, item: Node | Relationship) -> Item:
    """The block that shows the item's words (`unit`) and their place in it (`at`), else the words; the page of the original."""
    place = material.place(item.properties["start"], item.properties["end"])
    page = number(item, "page") or None
    if place is None:
        return {"quote": text(item, "quote"), "page": page}
    return {"unit": place.key, "at": material.places.browser_span(place), "page": page}


def _spans(material: Material, starts: Iterable[int], ends: Iterable[int]) -> list[list[object]]:
    """[block, start, end] of each stretch that the page shows."""
    found = (material.place(start, end) for start, end in zip(starts, ends, strict=True))
    return [[place.key, *material.places.browser_span(place)] for place in found if place]


def _in_annexe(relationship: Relationship) -> bool | None:
    return text(relationship, "occurrence") == "annexe" or None


def _in_order(material: Material, rel_type: str) -> list[Relationship]:
    return sorted(material.of_type(rel_type), key=lambda r: (number(r, "start"), -number(r, "end"), r.id))
