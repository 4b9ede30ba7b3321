"""The data the page's scripts work on: keys are element ids, offsets are UTF-16 positions in the text of a block."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence

from ..graph.measures import measures
from ..graph.model import Node, Relationship
from ..graph.schema import SCHEMA
from ..loaders.document import Span
from .material import Material, number, numbers, strings, text
from .names import unit_names
from .ties import ROLES

# Recommendations and links bear their page themselves.
UNITS = ("Section", "Paragraph", "Footnote")
# Beyond so many nodes, centrality would take longer than all the rest of the page.
MEASURED = 300

type Item = dict[str, object]


def data(material: Material) -> Item:
    """Everything the scripts need but the text itself, which they read from the page."""
    measured = _measured(material)
    return {
        "doc": _opinion(material),
        "sections": [_section(material, n) for n in material.labelled("Section")],
        "recs": [_recommendation(material, n) | measured.get(n.id, {}) for n in material.labelled("Recommendation")],
        "sources": [_source(material, n) | measured.get(n.id, {}) for n in material.labelled("Source")],
        "bodies": [_body(material, n) | measured.get(n.id, {}) for n in material.labelled("Institution")],
        "cites": [_citation(material, r) for r in _in_order(material, "CITES")],
        "bases": [_basis(material, r) for r in material.of_type("UNDERPINNED_BY")],
        "roles": [_role(material, r) for name in ROLES for r in material.of_type(name)],
        "asks": [_ask(material, r) for r in _in_order(material, "ASKS_FOR")],
        "heard": [_heard(material, r) for r in _in_order(material, "HEARD")],
        "findings": [_finding(material, n) for n in material.labelled("Finding")],
        "units": unit_names(material),
        "pages": _pages(material),
        "shapes": {n.label: n.shape for n in SCHEMA.node_types},
        "say": {key: said for key, said in material.say.items() if _is_said(material, key)},
    }


def _is_said(material: Material, key: str) -> bool:
    """False for what stands in the page as written, and for kinds of node that this page has none of."""
    kind = key.removeprefix("kind_")
    return not key.startswith("page_") and (kind == key or any(n.label == kind for n in material.graph.nodes))


def as_json(value: Item) -> str:
    """JSON that may stand inside a <script> element: no <, >, & nor line separator is left in it."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def deflated(value: Item) -> str:
    """The same JSON deflated (RFC 1951) and in base64, about a sixth of it: nothing of it can end an element."""
    packer = zlib.compressobj(9, wbits=-15)
    return base64.b64encode(packer.compress(as_json(value).encode()) + packer.flush()).decode()


def packed(value: Item) -> Item:
    """The data with each list of items as one row of names and rows of values, half as large; model.js unfolds them."""
    return {
        key: _rows(items) if isinstance(items, list) and items and isinstance(items[0], dict) else items for key, items in value.items()
    }


def _rows(items: Sequence[Item]) -> Item:
    """`words`: by column, the words that its rows give by their place in that list, where that is shorter."""
    names = list(dict.fromkeys(name for item in items for name in item))
    columns = [[item.get(name) for item in items] for name in names]
    words: dict[int, list[object]] = {}
    for place, column in enumerate(columns):
        distinct = list(dict.fromkeys(value for value in column if isinstance(value, str)))
        said = [value for value in column if value is not None]
        if (
            distinct
            and all(isinstance(value, str) for value in said)
            and sum(map(len, map(str, said))) > 3 * len(said) + sum(map(len, distinct))
        ):
            order = {value: n for n, value in enumerate(distinct)}
            columns[place], words[place] = [None if value is None else order[str(value)] for value in column], list(distinct)
    rows = [list(row) for row in zip(*columns, strict=True)]
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    return {"names": names, "words": words, "rows": rows}


def _measured(material: Material) -> Mapping[str, Item]:
    """By node id, what `renvois measure` says of the opinion taken alone; nothing where the page would wait for it."""
    if len(material.labelled("Recommendation") + material.labelled("Source") + material.labelled("Institution")) > MEASURED:
        return {}
    found = measures(material.graph)
    return {node: _filled(group=said["community"], between=said["betweenness"] or None) for node, said in found.items()}


def _filled(**item: object) -> Item:
    return {key: value for key, value in item.items() if value not in (None, "", (), [], {})}


def _opinion(material: Material) -> Item:
    avis = material.avis
    return _filled(
        key=material.anchors.nodes[avis.id], lang=material.lang, name=text(avis, "name"), title=text(avis, "title"),
        canonical=text(avis, "canonical"), cote=text(avis, "cote"), by=_issuers(material, avis),
    )  # fmt: skip


def _section(material: Material, node: Node) -> Item:
    key = material.anchors.nodes[node.id]
    return _filled(key=key, name="" if key in material.places.texts else text(node, "name"))


def _recommendation(material: Material, node: Node) -> Item:
    holder = next((r.source for r in material.of_type("HAS_RECOMMENDATION") if r.target == node.id), "")
    themes = [text(material.nodes[r.target], "name") for r in material.of_type("HAS_THEME") if r.source == node.id]
    return _filled(
        key=material.anchors.nodes[node.id], n=number(node, "number"), themes=themes,
        name=material.say["unit_recommendation"].format(n=number(node, "number")),
        section=material.anchors.nodes.get(holder), nobasis=text(node, "no_basis_reason"),
        difference=text(node, "annexe_difference"), page=number(node, "page") or None,
        terms=[*strings(node, "conditions"), *strings(node, "deadlines")],
    )  # fmt: skip


def _source(material: Material, node: Node) -> Item:
    part = next(iter(material.targets_of("PART_OF", node)), "")
    name, canonical, title = text(node, "name"), text(node, "canonical"), text(node, "title")
    return _filled(
        key=material.anchors.nodes[node.id], name=name, canonical="" if canonical == name else canonical,
        title="" if title in canonical else title,
        kind=node.label, norm=node.properties.get("normative") is True or None, url=text(node, "url"),
        part=material.anchors.nodes.get(part), date=text(node, "date"), by=_issuers(material, node), **_elsewhere(material, node),
    )  # fmt: skip


def _issuers(material: Material, node: Node) -> list[str]:
    return [material.anchors.nodes[target] for target in material.targets_of("ISSUED_BY", node)]


def _body(material: Material, node: Node) -> Item:
    part = next(iter(material.targets_of("PART_OF", node)), "")
    return _filled(
        key=material.anchors.nodes[node.id], name=text(node, "name"), acronym=text(node, "acronym"),
        aliases=list(strings(node, "aliases")), nature=text(node, "kind"),
        generic=node.properties.get("named") is not True or None,
        part=material.anchors.nodes.get(part), **_elsewhere(material, node),
    )  # fmt: skip


def _elsewhere(material: Material, node: Node) -> Item:
    """Where the index shows a source or institution that other opinions name too, and how many do."""
    home = material.home
    others = home.opinions.get(node.id, 1) - 1 if home else 0
    return {"others": others, "index": f"{home.href}#{home.anchors[node.id]}"} if home and others > 0 else {}


def _citation(material: Material, relationship: Relationship) -> Item:
    return _filled(
        key=material.anchors.citations[relationship.id], to=material.anchors.nodes[relationship.target],
        meant=text(relationship, "as_cited"), pinpoint=text(relationship, "pinpoint"), annexe=_in_annexe(relationship),
        relation=text(relationship, "relation").replace("explicit", ""), antecedent=text(relationship, "antecedent"),
        review=_review(relationship),
        **_where(material, relationship),
    )  # fmt: skip


def _basis(material: Material, relationship: Relationship) -> Item:
    """A link to a source; of grade C, which is no basis, only the citations are kept."""
    rec, cites = material.anchors.nodes[relationship.source], strings(relationship, "citations")
    link = {"rec": rec, "to": material.anchors.nodes[relationship.target], "grade": text(relationship, "grade")}
    proof = [material.anchors.citations[c] for c in cites if c in material.anchors.citations]
    if link["grade"] == "C":
        return _filled(**link, cites=proof)
    where = _where(material, relationship)
    return _filled(
        **link, strength=text(relationship, "strength"), why=text(relationship, "why"), cites=proof,
        lead=_spans(material, where.get("unit"), numbers(relationship, "lead_start"), numbers(relationship, "lead_end")),
        own=_spans(material, rec, numbers(relationship, "rec_start"), numbers(relationship, "rec_end")),
        review=_review(relationship), **where,
    )  # fmt: skip


def _role(material: Material, relationship: Relationship) -> Item:
    return _filled(
        rec=material.anchors.nodes[relationship.source], to=material.anchors.nodes[relationship.target], role=relationship.type,
        explicit=relationship.properties.get("explicit") is True or None,
        contextual=relationship.properties.get("contextual") is True or None,
        why=text(relationship, "why"), review=_review(relationship),
        **_where(material, relationship),
    )  # fmt: skip


def _ask(material: Material, relationship: Relationship) -> Item:
    """What a recommendation asks to be done; `kind` where that is a means or a purpose."""
    return _filled(
        rec=material.anchors.nodes[relationship.source], verb=text(material.nodes[relationship.target], "name"),
        kind=text(relationship, "kind").replace("asked", ""), **_where(material, relationship),
    )  # fmt: skip


def _heard(material: Material, relationship: Relationship) -> Item:
    person = material.nodes[relationship.target]
    for_whom = [material.anchors.nodes[r.target] for r in material.of_type("SPEAKS_FOR") if r.source == person.id]
    return _filled(name=text(person, "name"), role=text(person, "role"), bodies=for_whom, **_where(material, relationship))


def _review(relationship: Relationship) -> Item:
    """What a reviewer said of a link; empty where nobody has."""
    names = {"verdict": "review", "by": "reviewed_by", "on": "reviewed_on", "why": "review_why", "was": "review_was"}
    return _filled(**{key: text(relationship, name) for key, name in names.items()})


def _finding(material: Material, node: Node) -> Item:
    about = [material.anchors.nodes[r.target] for r in material.of_type("ABOUT") if r.source == node.id]
    return _filled(
        key=material.anchors.nodes[node.id], name=text(node, "name"), message=material.told(node, "message"),
        suggestion=material.told(node, "suggestion"), certainty=text(node, "certainty"), about=about,
        **_where(material, node),
    )  # fmt: skip


def _pages(material: Material) -> Item:
    """The page of the original where each unit begins, by element id, where the document has pages."""
    return {material.anchors.nodes[n.id]: number(n, "page") for label in UNITS for n in material.labelled(label) if number(n, "page")}


def _where(material: Material, item: Node | Relationship) -> Item:
    """The block that shows the item's words (`unit`) and their place in it (`at`), else the words; the page of the original."""
    place = material.place(item.properties["start"], item.properties["end"])
    page = number(item, "page") or None
    if place is None:
        return {"quote": text(item, "quote"), "page": page}
    return {"unit": place.key, "at": material.places.browser_span(place), "page": page}


def _spans(material: Material, block: object, starts: Iterable[int], ends: Iterable[int]) -> list[Span]:
    """[start, end[ of each stretch that the block shows, in reading order."""
    found = (material.place(start, end) for start, end in zip(starts, ends, strict=True))
    return sorted(material.places.browser_span(place) for place in found if place and place.key == block)


def _in_annexe(relationship: Relationship) -> bool | None:
    return text(relationship, "occurrence") == "annexe" or None


def _in_order(material: Material, rel_type: str) -> list[Relationship]:
    return sorted(material.of_type(rel_type), key=lambda r: (number(r, "start"), -number(r, "end"), r.id))
