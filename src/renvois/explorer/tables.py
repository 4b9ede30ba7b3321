"""The tables: the same content as the lanes, in rows that sort, filter, print and read without scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..graph.model import Node, Relationship
from .material import Material, number, strings, text
from .ties import GRADES, ROLES


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to an element; `tag` says how (a grade, a role), `weak` that it is not certain, `reviewed` that it was read.

    `further`: the other passages by which the same source is tied, each with its own grade.
    """

    key: str
    name: str
    tag: str = ""
    weak: bool = False
    reviewed: bool = False
    further: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """`bases`: each source once, by the surest of its passages; `same_section`: those of grade C alone."""

    key: str
    number: int
    name: str
    text: str
    bases: tuple[Link, ...]
    same_section: tuple[Link, ...]
    bodies: tuple[Link, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """`citations` counts the body of the opinion alone; `rests` the recommendations with grade A, B or X, each once."""

    key: str
    name: str
    canonical: str
    kind: str
    normative: bool
    url: str
    citations: tuple[Link, ...]
    rests: tuple[Link, ...]
    same_section: int


@dataclass(frozen=True, slots=True)
class BodyRow:
    """`load` counts the recommendations that ask it, give it a role or benefit it, but for what only the context says.

    `cells`: one list of recommendations per role.
    """

    key: str
    name: str
    acronym: str
    load: int
    cells: tuple[tuple[Link, ...], ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Who must act in a recommendation: one list of institutions per role."""

    key: str
    number: int
    cells: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An entry of the review file and what became of it."""

    target: str
    verdict: str
    reviewer: str
    date: str
    why: str
    message: str
    applied: bool


@dataclass(frozen=True, slots=True)
class FindingRow:
    key: str
    placed: bool
    name: str
    quote: str
    message: str
    suggestion: str
    certainty: str


def recommendation_rows(material: Material) -> list[RecommendationRow]:
    bases, roles = _by_source(material.of_type("UNDERPINNED_BY")), _by_source([r for n in ROLES for r in material.of_type(n)])
    return [_recommendation(material, n, bases[n.id], roles[n.id]) for n in material.labelled("Recommendation")]


def source_rows(material: Material) -> list[SourceRow]:
    bases, cites = _by_target(material.of_type("UNDERPINNED_BY")), _by_target(material.of_type("CITES"))
    return [_source(material, n, bases[n.id], cites[n.id]) for n in material.labelled("Source")]


def body_rows(material: Material) -> list[BodyRow]:
    """Institutions, the most solicited first."""
    roles, mentions = {name: _by_target(material.of_type(name)) for name in ROLES}, _by_target(material.of_type("MENTIONS"))
    rows = []
    for node in material.labelled("Institution"):
        cells = tuple(tuple(_to_recommendation(material, r) for r in _in_order(material, roles[name][node.id])) for name in ROLES)
        load = len({r.source for name in ROLES for r in roles[name][node.id] if r.properties.get("contextual") is not True})
        said = [m for m in mentions[node.id] if text(m, "occurrence") != "annexe"]
        key = material.anchors.nodes[node.id]
        rows.append(BodyRow(key, text(node, "name"), text(node, "acronym"), load, cells, len(said)))
    return sorted(rows, key=lambda row: -row.load)


def duty_rows(material: Material) -> list[DutyRow]:
    """The responsibility matrix: recommendations down, roles across."""
    roles = {name: _by_source(material.of_type(name)) for name in ROLES}
    return [
        DutyRow(
            material.anchors.nodes[n.id],
            number(n, "number"),
            tuple(tuple(_to_body(material, r) for r in roles[name][n.id]) for name in ROLES),
        )
        for n in material.labelled("Recommendation")
    ]


def review_rows(material: Material) -> list[ReviewRow]:
    """The entries of the review, in the order of its file."""
    return [
        ReviewRow(
            text(n, "target"),
            material.say.get(f"verdict_{text(n, 'verdict')}", text(n, "verdict")),
            text(n, "reviewer"),
            text(n, "date"),
            text(n, "why"),
            material.told(n, "message"),
            n.properties.get("applied") is True,
        )
        for n in material.labelled("Review")
    ]


def finding_rows(material: Material) -> list[FindingRow]:
    return [
        FindingRow(
            material.anchors.nodes[n.id],
            material.place(n.properties["start"], n.properties["end"]) is not None,
            text(n, "name"),
            text(n, "quote"),
            material.told(n, "message"),
            material.told(n, "suggestion"),
            material.say[f"certainty_{text(n, 'certainty')}"],
        )
        for n in material.labelled("Finding")
    ]


def _recommendation(material: Material, node: Node, bases: Sequence[Relationship], roles: Sequence[Relationship]) -> RecommendationRow:
    firm = _by_target(sorted((r for r in bases if text(r, "grade") != "C"), key=lambda r: _surest_first(material, r)))
    near = _by_target(r for r in bases if text(r, "grade") == "C" and r.target not in firm)
    return RecommendationRow(
        material.anchors.nodes[node.id],
        number(node, "number"),
        material.say["unit_recommendation"].format(n=number(node, "number")),
        text(node, "text"),
        tuple(_tied(material, material.nodes[target], ways) for target, ways in firm.items()),
        tuple(_tied(material, material.nodes[target], ways) for target, ways in near.items()),
        _bodies(material, roles),
        text(node, "no_basis_reason"),
    )


def _surest_first(material: Material, basis: Relationship) -> tuple[int, bool, str, str]:
    return GRADES.index(text(basis, "grade")), _is_weak(basis), text(material.nodes[basis.target], "sort_name"), basis.target


def _tied(material: Material, node: Node, ways: Sequence[Relationship]) -> Link:
    """A source or a recommendation, once: by the surest of the passages that tie it, then the others."""
    first, *others = ways
    name = f"R{number(node, 'number')}" if node.label == "Recommendation" else text(node, "name")
    further = tuple(_passage(material, way) for way in others)
    return Link(material.anchors.nodes[node.id], name, _grade(material, first), _is_weak(first), _is_reviewed(first), further)


def _passage(material: Material, basis: Relationship) -> Link:
    """Where the citation that proves a link stands, else the words that lead to it."""
    cite = next((material.cites[c] for c in strings(basis, "citations") if c in material.cites), None)
    if cite is not None:
        key, name = material.anchors.citations[cite.id], text(material.nodes[cite.source], "name")
    else:
        place = material.place(basis.properties.get("start"), basis.properties.get("end"))
        key, name = (place.key if place else material.anchors.nodes[basis.source]), material.say["page_passage"]
    return Link(key, name, _grade(material, basis), _is_weak(basis), _is_reviewed(basis))


def _grade(material: Material, basis: Relationship) -> str:
    grade = text(basis, "grade")
    return f"{grade} {material.say['weak']}" if _is_weak(basis) and grade != "C" else grade


def _is_weak(basis: Relationship) -> bool:
    return text(basis, "strength") == "weak"


def _bodies(material: Material, roles: Sequence[Relationship]) -> tuple[Link, ...]:
    """Each institution once, with all its roles; uncertain if none of them is said by the text."""
    links = []
    for target, held in _by_target(roles).items():
        doubts = [_doubt(material, r) for r in held]
        tags = list(dict.fromkeys(material.say[f"role_{r.type}"] for r in held)) + doubts[:1] * all(doubts)
        name = text(material.nodes[target], "name")
        links.append(Link(material.anchors.nodes[target], name, ", ".join(filter(None, tags)), all(doubts), any(map(_is_reviewed, held))))
    return tuple(links)


def _source(material: Material, node: Node, bases: Sequence[Relationship], cites: Sequence[Relationship]) -> SourceRow:
    tied = sorted((r for r in bases if text(r, "grade") != "C"), key=lambda r: (_number(material, r), _surest_first(material, r)))
    firm = _by_source(tied)
    said = sorted((c for c in cites if text(c, "occurrence") != "annexe"), key=lambda c: (number(c, "start"), c.id))
    return SourceRow(
        material.anchors.nodes[node.id],
        text(node, "name"),
        text(node, "canonical"),
        material.say[f"kind_{node.label}"],
        node.properties.get("normative") is True,
        text(node, "url"),
        tuple(Link(material.anchors.citations[c.id], text(material.nodes[c.source], "name")) for c in said),
        tuple(_tied(material, material.nodes[rec], ways) for rec, ways in firm.items()),
        len({r.source for r in bases} - firm.keys()),
    )


def _to_recommendation(material: Material, role: Relationship) -> Link:
    weak = role.properties.get("explicit") is False
    return Link(material.anchors.nodes[role.source], f"R{_number(material, role)}", "", weak, _is_reviewed(role))


def _to_body(material: Material, relationship: Relationship) -> Link:
    node, doubt = material.nodes[relationship.target], _doubt(material, relationship)
    name = text(node, "acronym") or text(node, "name")
    return Link(material.anchors.nodes[node.id], name, doubt, bool(doubt), _is_reviewed(relationship))


def _doubt(material: Material, relationship: Relationship) -> str:
    """How a role is less than said by the recommendation itself; '' where it is said."""
    if relationship.properties.get("contextual") is True:
        return material.say["contextual"]
    return "" if relationship.properties.get("explicit") is True else material.say["inferred"]


def _is_reviewed(relationship: Relationship) -> bool:
    return bool(text(relationship, "review"))


def _in_order(material: Material, relationships: Sequence[Relationship]) -> list[Relationship]:
    return sorted(relationships, key=lambda r: (_number(material, r), r.id))


def _number(material: Material, relationship: Relationship) -> int:
    """The number of the recommendation that a link starts from."""
    return number(material.nodes[relationship.source], "number")


def _by_source(relationships: Iterable[Relationship]) -> dict[str, list[Relationship]]:
    found: dict[str, list[Relationship]] = defaultdict(list)
    for relationship in relationships:
        found[relationship.source].append(relationship)
    return found


def _by_target(relationships: Iterable[Relationship]) -> dict[str, list[Relationship]]:
    found: dict[str, list[Relationship]] = defaultdict(list)
    for relationship in relationships:
        found[relationship.target].append(relationship)
    return found
