"""A synthetic corpus drawn from the schema: any number of opinions, each the size of a real one, sharing sources and bodies.

1,000 opinions make about 300,000 nodes and 1,000,000 relationships. The same number gives the same opinion, whatever the others.
Values follow from the declared types, so that a property added to the schema is in the corpus; words are those of no real text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from renvois.graph.declare import Property
from renvois.graph.model import Graph, GraphBuilder, Value
from renvois.graph.schema import SCHEMA

# Nodes of an opinion's own, by label, as in the opinion that ships with Renvois.
LOCAL = {"Section": 16, "Paragraph": 50, "Footnote": 45, "Recommendation": 34, "Finding": 8}
# Shared nodes that an opinion names: those many opinions name, and those it is alone to name.
COMMON, OWN = 60, 100
SOURCES = ("Article", "Article", "Article", "Law", "Decree", "Convention", "Case", "Report", "EUAct", "Circular")
POOL = {"Source": 2_000, "Institution": 300, "Theme": 40, "Action": 60}
# Relationships of an opinion, by type, besides those that hold its units together.
STATED = {
    "CITES": 200, "UNDERPINNED_BY": 140, "MENTIONS": 300, "ADDRESSED_TO": 40, "ASSIGNS": 34, "INVOLVES": 30, "HAS_THEME": 30,
    "ASKS_FOR": 40,
}  # fmt: skip
WORDS = [
    first + last
    for first in ("mar", "tel", "vob", "cri", "plon", "gar", "sur", "bel", "fon", "dra")
    for last in ("ation", "ement", "ure", "ité", "ance", "eur", "ier", "oire", "ique", "al")
]


def opinion(number: int) -> Graph:
    """The opinion of that number, from 0."""
    return _Opinion(number).graph()


def opinions(count: int) -> Iterator[Graph]:
    """The first opinions, one at a time."""
    return (opinion(number) for number in range(count))


class _Opinion:
    def __init__(self, number: int) -> None:
        self.random = random.Random(number)
        self.id = f"cncdh:B-{2000 + number // 40}-{number}"
        self.build = GraphBuilder(self.id)
        self.nodes: dict[str, list[str]] = {label: [] for label in SCHEMA.labels}

    def graph(self) -> Graph:
        self._node("Avis", self.id, loaded=True, fingerprint=self.id, kind="Avis", adopted_on="2024-01-01")
        for label, count in LOCAL.items():
            for order in range(1, count + 1):
                numbered = {} if label == "Finding" else {"number": str(order) if label == "Section" else order}
                self._node(label, f"{self.id}#{label.lower()}{order}", order=order, name=f"{label} {order}", **numbered)
        self._shared()
        self._hold_together()
        for rel_type, count in STATED.items():
            for key in range(count):
                self._relate(rel_type, key)
        return self.build.build()

    def _shared(self) -> None:
        for rank in self._ranks("Source", COMMON):
            self._source(f"src:{rank}", rank)
        for rank in range(OWN):
            self._source(f"src:{self.id}/{rank}", rank)
        for rank in self._ranks("Institution", 30):
            self._node("Institution", f"inst:{rank}", named=True)
        for rank in self._ranks("Theme", 8):
            self._node("Theme", f"theme:{rank}")
        for rank in self._ranks("Action", 12):
            self._node("Action", f"action:{rank}")

    def _source(self, node: str, rank: int) -> None:
        label = SOURCES[rank % len(SOURCES)]
        self._node(label, node, kind=label, normative=label != "Report", date=f"{1950 + rank % 75}-01-01")
        if label == "Article":
            self._node("Code", f"code:{rank % 40}", kind="Code", normative=True)
            self.build.relate(node, "PART_OF", f"code:{rank % 40}")

    def _ranks(self, pool: str, count: int) -> list[int]:
        """Distinct ranks in a pool: the lower, the more often drawn, as a few codes and ministries are in every opinion."""
        drawn = {int(POOL[pool] * self.random.random() ** 2) for _ in range(count)}
        return sorted(drawn)

    def _hold_together(self) -> None:
        sections = self.nodes["Section"]
        for section in sections:
            self.build.relate(self.id, "HAS_SECTION", section)
        for label, rel_type in (("Paragraph", "HAS_PARAGRAPH"), ("Recommendation", "HAS_RECOMMENDATION")):
            for place, unit in enumerate(self.nodes[label]):
                self.build.relate(sections[place % len(sections)], rel_type, unit)
        for place, note in enumerate(self.nodes["Footnote"]):
            self.build.relate(self.nodes["Paragraph"][place % LOCAL["Paragraph"]], "HAS_FOOTNOTE", note, call=place)
        for finding in self.nodes["Finding"]:
            self.build.relate(finding, "ABOUT", self.random.choice(self.nodes["Paragraph"]))

    def _relate(self, rel_type: str, key: int) -> None:
        declared = SCHEMA.relationship_type(rel_type)
        starts = [label for label in declared.sources if label in LOCAL and label != "Section"]
        source = self.random.choice(self.nodes[self.random.choice(starts)])
        target = self.random.choice(self.nodes[declared.targets[0]])
        more: dict[str, Value] = {
            "grade": self.random.choice("AABBBXCCCC"), "strength": "strong", "relation": "explicit", "occurrence": "body", "score": 0.5,
        }  # fmt: skip
        names = {p.name for p in declared.properties}
        values = self._values(declared.properties, {name: value for name, value in more.items() if name in names})
        self.build.relate(source, rel_type, target, key, **values)

    def _node(self, label: str, node: str, **given: Value) -> None:
        node_type = SCHEMA.node_type(label)
        named = {"name": node, "sort_name": node.lower(), "canonical": node} if node_type.shared else {}  # the same in every opinion
        known = {p.name for p in node_type.properties}
        values = self._values(node_type.properties, {**{k: v for k, v in named.items() if k in known}, **given})
        self.build.node(label, node, **values)
        for each in (label, *node_type.extra_labels):
            if node not in self.nodes[each]:
                self.nodes[each].append(node)

    def _values(self, declared: tuple[Property, ...], given: dict[str, Value]) -> dict[str, Value]:
        """A value for each property that must be there; `given` first."""
        wanted = [p for p in declared if p.required and p.name not in (*given, "id", "document")]
        return {**given, **{p.name: self._value(p) for p in wanted}}

    def _value(self, declared: Property) -> Value:
        kinds: dict[str, Value] = {"integer": 7, "float": 0.5, "boolean": True, "string[]": (self._text(1),), "integer[]": (7,)}
        return kinds.get(declared.type) or self._text(60 if declared.name == "text" else 6)

    def _text(self, count: int) -> str:
        return " ".join(self.random.choices(WORDS, k=count))
