"""The graph of one document, indexed for a report, with the report's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..graph.errors import RenvoisError
from ..graph.model import Graph, Node, Relationship
from ..graph.schema import SCHEMA

ROLES = ("ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS")


@dataclass(frozen=True, slots=True)
class Facts:
    """Nodes by id, relationships by (node, type) both ways, citations by id, and `say`, what the report says in its language."""

    avis: Node
    nodes: Mapping[str, Node]
    leaving: Mapping[tuple[str, str], Sequence[Relationship]]
    reaching: Mapping[tuple[str, str], Sequence[Relationship]]
    cites: Mapping[str, Relationship]
    lang: str
    say: Mapping[str, str]

    @classmethod
    def of(cls, graph: Graph, document: str, lang: str) -> Facts:
        """RenvoisError where the graph does not hold the document."""
        nodes = {n.id: n for n in graph.nodes}
        if document not in nodes or not nodes[document].properties.get("loaded"):
            raise RenvoisError(f"The graph does not hold the document {document!r}.", cure="Build it: renvois build FILE.")
        leaving: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        reaching: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        for r in graph.relationships:
            if r.properties.get("document", document) == document:
                leaving[r.source, r.type].append(r)
                reaching[r.target, r.type].append(r)
        cites = {r.id: r for (_, rel_type), links in leaving.items() if rel_type == "CITES" for r in links}
        return cls(nodes[document], nodes, leaving, reaching, cites, lang, words(lang))

    def out(self, node: str, *types: str) -> list[Relationship]:
        return [r for t in types for r in self.leaving.get((node, t), ())]

    def into(self, node: str, *types: str) -> list[Relationship]:
        return [r for t in types for r in self.reaching.get((node, t), ())]

    def own(self, label: str) -> list[Node]:
        """The document's own nodes of a label, in the order of the text."""
        found = [n for n in self.nodes.values() if n.label == label and n.properties.get("document") == self.avis.id]
        return sorted(found, key=lambda n: (number(n, "order"), n.id))

    def recommendations(self) -> list[Node]:
        return sorted(self.own("Recommendation"), key=lambda n: (number(n, "number"), number(n, "order"), n.id))

    def sources(self) -> list[Node]:
        """What the document cites, or rests on, by kind and name; not the document itself."""
        named = {r.target for (_, t), links in self.leaving.items() if t in ("CITES", "UNDERPINNED_BY") for r in links}
        kinds = [t.label for t in SCHEMA.node_types]
        found = [self.nodes[i] for i in named - {self.avis.id}]
        return sorted(found, key=lambda n: (kinds.index(n.label), text(n, "sort_name"), n.id))

    def kind(self, node: Node) -> str:
        """The node's label in words: "article", "loi ou ordonnance"."""
        declared = SCHEMA.node_type(node.label)
        return declared.en if self.lang == "en" else declared.fr


def text(item: Node | Relationship, name: str) -> str:
    """A property as text; '' where it is absent."""
    return str(item.properties.get(name, ""))


def number(item: Node | Relationship, name: str) -> int:
    """A property as an integer; 0 where it is absent."""
    value = item.properties.get(name, 0)
    return value if isinstance(value, int) else 0


def ranked(links: Sequence[Relationship], nodes: Mapping[str, Node]) -> list[Relationship]:
    """Links to sources, best grade first, strong before weak, then by score."""
    order: Callable[[Relationship], tuple[int, bool, float, str, str]] = lambda r: (  # noqa: E731
        "ABXC".index(text(r, "grade")), text(r, "strength") == "weak", -float(text(r, "score")), text(nodes[r.target], "sort_name"), r.id,
    )  # fmt: skip
    return sorted(links, key=order)


def words(lang: str) -> Mapping[str, str]:
    """Key to sentence, with {placeholders}."""
    return {key: both[lang] for key, both in _catalogue().items()}


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    import yaml

    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(files(__package__).joinpath("words.yaml").read_text(encoding="utf-8"))
    return loaded
