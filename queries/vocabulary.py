"""Whether a query speaks of the graph that there is: its labels, relationship types and properties, against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..graph.declare import Schema
from .cypher import CLOSE, OPEN, Breach, Token
from .nearest import nearest


@dataclass(slots=True)
class _Bound:
    """A variable of a pattern: whether it stands for relationships, and the labels or types it was given."""

    relationship: bool
    names: set[str] = field(default_factory=set)


def unknown_words(found: Sequence[Token], schema: Schema) -> Iterator[Breach]:
    """Every label, type and property that the schema does not declare, with its line."""
    reader = _Reader(found, schema)
    yield from reader.patterns()
    yield from reader.properties()


class _Reader:
    """Goes once through the patterns, learning what each variable stands for, then through the properties."""

    def __init__(self, found: Sequence[Token], schema: Schema) -> None:
        self.found, self.schema = found, schema
        self.bound: dict[str, _Bound] = {}
        self.types = {r.type: r for r in schema.relationship_types}
        self.keys: list[tuple[str, set[str], bool, int]] = []

    def patterns(self) -> Iterator[Breach]:
        for index, token in enumerate(self.found):
            if token.text == "(" and self._opens_node(index):
                yield from self._element(index, relationship=False)
            elif token.text == "[" and self._text(index - 1) in ("-", "<-"):
                yield from self._element(index, relationship=True)
            elif token.text == ":" and self._tests_label(index):
                yield from self._known([self.found[index + 1]], relationship=False)

    def properties(self) -> Iterator[Breach]:
        for name, owners, relationship, line in self.keys:
            yield from self._declared(name, owners, relationship, line)
        for index, token in enumerate(self.found[:-2]):
            if token.kind != "name" or self._text(index + 1) != "." or self._text(index - 1) == ".":
                continue
            if (bound := self.bound.get(token.name)) and self.found[index + 2].kind == "name":
                yield from self._declared(self.found[index + 2].name, bound.names, bound.relationship, token.line)

    def _element(self, index: int, *, relationship: bool) -> Iterator[Breach]:
        """One (node) or [relationship] of a pattern, from its opening bracket."""
        index += 1
        variable = None
        if self._kind(index) == "name":
            variable, index = self.found[index].name, index + 1
        named = []
        while self._text(index) in (":", "|") and self._kind(index + 1) == "name":
            named.append(self.found[index + 1])
            index += 2
        yield from self._known(named, relationship=relationship)
        names = {t.name for t in named}
        if variable:
            self.bound.setdefault(variable, _Bound(relationship)).names.update(names)
        while self._text(index) not in ("{", ")", "]", ""):
            index += 1
        if self._text(index) == "{":
            self._map(index, names, relationship)

    def _map(self, index: int, names: set[str], relationship: bool) -> None:
        """The keys of a pattern's {key: value} map."""
        depth = 0
        for place in range(index, len(self.found)):
            token = self.found[place]
            depth += (token.text in OPEN) - (token.text in CLOSE)
            if depth == 0:
                return
            if depth == 1 and token.kind == "name" and self._text(place + 1) == ":" and self._text(place - 1) in ("{", ","):
                self.keys.append((token.name, names, relationship, token.line))

    def _opens_node(self, index: int) -> bool:
        """True for the bracket of a node: it holds a label, or a line of a path touches it."""
        end = index + 1 + (self._kind(index + 1) == "name")
        if self._text(end) == ":":
            return True
        return self._text(end) in (")", "{") and (self._text(index - 1) in ("-", "->") or self._text(end + 1) in ("-", "<-"))

    def _tests_label(self, index: int) -> bool:
        """True in `WHERE n:Label`: a variable before, and no bracket or comma before that (a pattern, or the key of a map)."""
        return self._kind(index - 1) == "name" and self._text(index - 2) not in ("(", "[", "{", ",") and self._kind(index + 1) == "name"

    def _known(self, named: Iterable[Token], *, relationship: bool) -> Iterator[Breach]:
        declared = set(self.types) if relationship else self.schema.labels
        what = "relationship type" if relationship else "label"
        for token in named:
            if token.name not in declared:
                yield Breach(token.line, f"No {what} {token.name} is in the schema.", nearest(token.name, declared, _all(declared)))

    def _declared(self, name: str, owners: set[str], relationship: bool, line: int) -> Iterator[Breach]:
        declared = self._relationship_properties(owners) if relationship else self._node_properties(owners)
        if name not in declared:
            of = "/".join(sorted(owners)) or ("relationships" if relationship else "nodes")
            yield Breach(line, f"No property {name} of {of} is in the schema.", nearest(name, declared, _all(declared)))

    def _node_properties(self, labels: set[str]) -> set[str]:
        own = [n for n in self.schema.node_types if not labels or labels & {n.label, *n.extra_labels}]
        return {p.name for n in own for p in n.properties}

    def _relationship_properties(self, types: set[str]) -> set[str]:
        return {p.name for r in self.schema.relationship_types if not types or r.type in types for p in r.properties}

    def _text(self, index: int) -> str:
        return self.found[index].text if 0 <= index < len(self.found) else ""

    def _kind(self, index: int) -> str:
        return self.found[index].kind if 0 <= index < len(self.found) else ""


def _all(declared: Iterable[str]) -> str:
    return f"Declared: {', '.join(sorted(declared))}."
