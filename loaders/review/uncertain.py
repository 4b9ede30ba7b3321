"""What a reviewer should look at first: the links the program is least sure of, and what it could not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.bilingual import told
from ...graph.model import Graph, Node, Relationship
from .links import ROLES

# The order of the list: what is least sure, and weighs most, first.
RANKS = ("X", "weak", "contextual", "unresolved", "finding", "sure")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to review. `rank` is one of RANKS; `target` is what an entry of the review file names it by; `quote` the words.

    `reviewed` holds for a link that a review has judged already.
    """

    rank: str
    target: str
    name: str
    why: str
    quote: str
    reviewed: bool = False


def uncertain(graph: Graph, lang: str = "fr") -> tuple[Doubt, ...]:
    """Every link of a recommendation and every doubt of the text, the least sure first, in the order of the text within a rank.

    `lang` ('fr' or 'en') is that of what is said of the text's doubts.
    """
    nodes = {n.id: n for n in graph.nodes}
    found = [*_links(graph, nodes), *_findings(graph, nodes, lang)]
    found.sort(key=lambda item: (item[1].reviewed, RANKS.index(item[1].rank), item[0]))
    return tuple(doubt for _, doubt in found)


def _links(graph: Graph, nodes: dict[str, Node]) -> Iterator[tuple[tuple[int, str], Doubt]]:
    for r in graph.relationships:
        if nodes[r.source].label == "Recommendation" and (rank := _rank(r)):
            unit, target = nodes[r.source], nodes[r.target]
            name = str(target.properties.get("canonical") or target.properties["name"])
            doubt = Doubt(
                rank, f"{_written(unit)} {r.type} {r.target}", name, str(r.properties.get("why", "")), str(r.properties["quote"]),
                "review" in r.properties,
            )  # fmt: skip
            yield (_order(unit), r.id), doubt


def _rank(relationship: Relationship) -> str | None:
    """None for what is no link to judge: the same section only (C), and the mere naming of a body."""
    if relationship.type == "UNDERPINNED_BY":
        grade, strength = relationship.properties["grade"], relationship.properties.get("strength")
        return None if grade == "C" else "X" if grade == "X" else "weak" if strength == "weak" else "sure"
    if relationship.type in ROLES and relationship.type != "MENTIONS":
        read = relationship.properties["explicit"] and not relationship.properties.get("contextual")
        return "sure" if read else "contextual"
    return None


def _findings(graph: Graph, nodes: dict[str, Node], lang: str) -> Iterator[tuple[tuple[int, str], Doubt]]:
    about = {r.source: r.target for r in reversed(graph.relationships) if r.type == "ABOUT" and nodes[r.target].label in _UNITS}
    for node in graph.nodes:
        if node.label == "Finding":
            unit = nodes.get(about.get(node.id, ""))
            rank = "unresolved" if str(node.properties["kind"]).startswith("unresolved") else "finding"
            target = f"{_written(unit)} CITES ?" if unit else ""
            said = told(node.properties, "message", lang)
            yield (_order(node), node.id), Doubt(rank, target, str(node.properties["quote"]), said, str(node.properties["quote"]))


_UNITS = {"Recommendation": "R{}", "Paragraph": "§ {}", "Footnote": "note {}"}


def _written(unit: Node) -> str:
    """How a review file names a unit: R18, § 24, note 27; by its own id where it has no number, or shares it."""
    local = unit.id.partition("#")[2]
    number = unit.properties.get("number")
    return _UNITS[unit.label].format(number) if number is not None and local in (f"r{number}", f"p{number}", f"n{number}") else local


def _order(node: Node) -> int:
    return int(str(node.properties["order"]))
