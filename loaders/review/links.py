"""The link an entry speaks of: a unit, a relationship and what it leads to, named as a jurist writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ...graph import identifiers as ids
from ...graph.bilingual import Bilingual
from ...graph.errors import RenvoisError
from ...graph.identifiers import fold
from ...graph.model import Graph, Node
from ...graph.schema import SCHEMA
from ..citations.extract import extract_text
from ..citations.model import Reference
from ..institutions.gazetteer import Gazetteer
from ..institutions.model import Institution
from ..messages import say
from .wording import nearest

ROLES = ("ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS", "MENTIONS")
REVIEWABLE = ("UNDERPINNED_BY", "CITES", *ROLES)
_UNITS = {"r": "Recommendation", "recommandation": "Recommendation", "recommendation": "Recommendation", "§": "Paragraph",
          "p": "Paragraph", "paragraphe": "Paragraph", "note": "Footnote", "n": "Footnote"}  # fmt: skip
# A name cut shorter could be anything's.
LEAST_START = 8
_UNIT = re.compile(
    r"\s*(?P<kind>recommandation|recommendation|paragraphe|note|§|r|p|n)\s*(?:n°)?\s*(?P<number>\d+)(?![\w-])", re.IGNORECASE
)
_OTHER_UNIT = re.compile(r"\s*(?P<id>\S+)")


class UnmatchedError(RenvoisError):
    """Why a name leads nowhere; what is said of it becomes the message of the entry."""

    def __init__(self, said: Bilingual) -> None:
        super().__init__(said.fr)
        self.said = said


@dataclass(frozen=True, slots=True)
class Link:
    """`unit` is a node's id, `type` a relationship type, `name` what it leads to, as written."""

    unit: str
    type: str
    name: str


def link(text: str, graph: Graph) -> Link:
    """The link that a text like "§ 24 cite code pénal, art. 225-4-1" names; UnmatchedError where a part of it names nothing."""
    unit, rest = _unit(text, graph)
    found = _relation().match(rest)
    if not found:
        word = rest.strip().partition(" ")[0]
        raise UnmatchedError(say("unknown_relation", word=word, nearest=nearest(word, REVIEWABLE)))
    name = rest[found.end() :].strip()
    if not name:
        raise UnmatchedError(say("no_end", target=text))
    return Link(unit, _relations()[fold(found[1])], name)


def _unit(text: str, graph: Graph) -> tuple[str, str]:
    """(the node's id, the rest of the text)."""
    if found := _UNIT.match(text):
        label, number = _UNITS[found["kind"].lower()], int(found["number"])
        numbered = [n for n in graph.nodes if n.label == label and n.properties.get("number") == number]
        named = numbered or [n for n in graph.nodes if n.label == label and n.properties["name"] == f"§ {number}"]
        if named:
            return named[0].id, text[found.end() :]
    other = _OTHER_UNIT.match(text)
    local = other["id"] if other else ""
    node = ids.unit(graph.document, local)
    if other and any(n.id == node for n in graph.nodes):
        return node, text[other.end() :]
    known = [n.id.partition("#")[2] for n in graph.nodes if n.label in ("Recommendation", "Paragraph", "Footnote")]
    shown = found.group().strip() if found else local
    raise UnmatchedError(say("unknown_unit", unit=shown, nearest=nearest(shown, known)))


@cache
def _relations() -> Mapping[str, str]:
    """What names a relationship, folded: its type, its French and English words."""
    types = [SCHEMA.relationship_type(name) for name in REVIEWABLE]
    return {fold(word): t.type for t in types for word in (t.type, t.type.replace("_", " "), t.fr, t.en)}


@cache
def _relation() -> re.Pattern[str]:
    types = [SCHEMA.relationship_type(name) for name in REVIEWABLE]
    forms = sorted({word for t in types for word in (t.type, t.type.replace("_", " "), t.fr, t.en)}, key=len, reverse=True)
    words = "|".join(re.escape(form).replace("’", "['’]").replace("à", "[àa]") for form in forms)
    return re.compile(rf"\s*({words})(?=\s|$)", re.IGNORECASE)


def named(name: str, nodes: Iterable[Node]) -> Node | None:
    """The node of that id, reference, name, acronym or other name; a reference in other words counts too.

    So does a name cut short, if only one begins so ("CNCDH, avis du 22 mai 2014").
    """
    given = list(nodes)
    by_name: dict[str, Node] = {}
    for node in given:
        for form in _forms(node):
            by_name.setdefault(fold(form), node)
    if found := by_name.get(fold(name)):
        return found
    begun = {n.id: n for form, n in by_name.items() if len(name) >= LEAST_START and re.match(rf"{re.escape(fold(name))}(?=[\s,(])", form)}
    if len(begun) == 1:
        return next(iter(begun.values()))
    cited = cited_as(name)
    return next((n for n in given if cited and cited.source and n.id == cited.source.id), None)


def _forms(node: Node) -> Iterable[str]:
    yield node.id
    yield node.id.partition(":")[2]
    for key in ("canonical", "name", "acronym", "title", "cote"):
        if value := node.properties.get(key):
            yield str(value)
    aliases = node.properties.get("aliases", ())
    yield from (str(a) for a in (aliases if isinstance(aliases, tuple) else ()))


def unknown(name: str, nodes: Iterable[Node]) -> Bilingual:
    """What is said of a name that no node of the document has."""
    known = {form for node in nodes for form in (node.id, str(node.properties.get("canonical") or node.properties["name"]))}
    return say("not_in_document", name=name, nearest=nearest(name, known))


def cited_as(name: str) -> Reference | None:
    """The words read as a reference, if the whole of them is one."""
    return next((r for r in extract_text(name) if r.source and r.end - r.start >= len(name.rstrip(" .")) - 2), None)


def body_named(name: str) -> Institution | None:
    """The body of the gazetteer with that id, name, acronym or other name."""
    wanted = fold(name).removeprefix("inst:")
    for body in Gazetteer.load().institutions:
        forms = (body.id.removeprefix("inst:"), body.name, body.acronym or "", *body.aliases)
        if wanted in {fold(form) for form in forms if form}:
            return body
    return None


def gazetteer_names() -> Iterable[str]:
    return (name for body in Gazetteer.load().institutions for name in (body.name, body.acronym) if name)
