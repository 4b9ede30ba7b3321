"""One opinion among several: what it brings to the index page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..graph.model import Node
from .data import Item
from .material import Material, number, text
from .ties import ROLES


@dataclass(frozen=True, slots=True)
class Away:
    """A name that leads to another page; `tag` says how (a grade, a role, a count), `weak` that it is not certain."""

    href: str
    name: str
    tag: str = ""
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A recommendation (its key on the index) tied to a source or institution (its node id) by a grade or a role."""

    rec: str
    to: str
    kind: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Volume:
    """An opinion as the index knows it.

    `recs` by node id; `bare` counts those that rest on nothing; `sources` and `bodies` give, by node id, the element that shows it
    on the opinion's page and how often the body of the text names it.
    """

    key: str
    href: str
    document: str
    name: str
    short: str
    title: str
    date: str
    recs: Mapping[str, Item]
    bare: int
    findings: int
    bases: Sequence[Tie]
    roles: Sequence[Tie]
    sources: Mapping[str, Away]
    bodies: Mapping[str, Away]

    @classmethod
    def of(cls, material: Material, stem: str) -> Volume:
        """`stem` is the name of the opinion's page without .html."""
        avis, href = material.avis, f"{stem}.html"
        short = text(avis, "cote") or text(avis, "name")
        recs = {n.id: _recommendation(material, n, stem, short) for n in material.labelled("Recommendation")}
        firm = [r for r in material.of_type("UNDERPINNED_BY") if text(r, "grade") != "C"]
        asked = [r for name in ROLES for r in material.of_type(name)]
        order = {node: n for n, node in enumerate(recs)}
        firm, asked = sorted(firm, key=lambda r: (order[r.source], r.id)), sorted(asked, key=lambda r: (order[r.source], r.id))
        return cls(
            f"a-{stem}", href, avis.id, text(avis, "name"), short, text(avis, "title"), text(avis, "adopted_on"), recs,
            len(recs.keys() - {r.source for r in firm}), len(material.labelled("Finding")),
            [Tie(str(recs[r.source]["key"]), r.target, text(r, "grade"), text(r, "strength") != "weak") for r in firm],
            [Tie(str(recs[r.source]["key"]), r.target, r.type, r.properties.get("explicit") is True) for r in asked],
            _named(material, href, short, "CITES"), _named(material, href, short, "MENTIONS", *ROLES),
        )  # fmt: skip


def _recommendation(material: Material, node: Node, stem: str, short: str) -> Item:
    anchor, n = material.anchors.nodes[node.id], number(node, "number")
    return {"key": f"{stem}-{anchor}", "n": n, "name": f"{short}, R{n}", "href": f"{stem}.html#{anchor}", "text": text(node, "text")}


def _named(material: Material, href: str, short: str, first: str, *others: str) -> Mapping[str, Away]:
    """The sources or institutions of an opinion; only the first type's relationships count, and not in the annexes."""
    times: dict[str, int] = defaultdict(int)
    for name in (first, *others):
        for relationship in material.of_type(name):
            times[relationship.target] += name == first and text(relationship, "occurrence") != "annexe"
    return {node: Away(f"{href}#{material.anchors.nodes[node]}", short, str(count)) for node, count in times.items()}
