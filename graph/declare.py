"""What a schema is made of: properties, node types and relationship types; a wrong declaration does not construct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .errors import SchemaError

TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "float": (float,),
    "boolean": (bool,),
    "string[]": (tuple,),
    "integer[]": (tuple,),
}


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its `type` (a key of TYPES), what it holds in French and English, and whether it must be there.

    `derived`: it is worked out from the whole graph (graph/store.py, `measure`), so that loading a document leaves it alone.
    """

    name: str
    type: str
    fr: str
    en: str
    required: bool = False
    derived: bool = False

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z_]*", self.name):
            raise SchemaError(f"Property name {self.name!r} is not lower_snake_case.", cure="Rename it, e.g. 'as_cited'.")
        if self.type not in TYPES:
            raise SchemaError(f"Property {self.name} has the unknown type {self.type!r}.", cure=f"Use one of {', '.join(TYPES)}.")
        if not (self.fr and self.en):
            raise SchemaError(f"Property {self.name} lacks its French or English description.", cure="Give fr= and en=.")

    def accepts(self, value: object) -> bool:
        """True if the value has exactly this type; True is no integer, and a list holds one type of item, never null."""
        if isinstance(value, bool):
            return self.type == "boolean"
        if not isinstance(value, TYPES[self.type]):
            return False
        if isinstance(value, tuple):
            item = str if self.type == "string[]" else int
            return all(isinstance(v, item) and not isinstance(v, bool) for v in value)
        return True


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label. `shared` nodes are the same thing in every document (an article, a body); others belong to one document.

    `searched` names the properties that full-text search looks in; `indexed` those, besides the id, that a node is asked by.
    """

    label: str
    fr: str
    en: str
    properties: tuple[Property, ...]
    colour: str
    shape: str
    shared: bool = False
    extra_labels: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Z][A-Za-z]+", self.label):
            raise SchemaError(f"Label {self.label!r} is not CamelCase.", cure="Rename it, e.g. 'EUAct'.")
        if not re.fullmatch(r"#[0-9a-f]{6}", self.colour):
            raise SchemaError(f"{self.label} has the colour {self.colour!r}.", cure="Write it as '#1f4e79'.")
        _refuse_repeats(f"properties of {self.label}", [p.name for p in self.properties])
        if "id" not in {p.name for p in self.properties}:
            raise SchemaError(f"{self.label} has no id.", cure="Declare the property id first.")
        if unknown := {*self.searched, *self.indexed} - {p.name for p in self.properties}:
            raise SchemaError(f"{self.label} has no {', '.join(sorted(unknown))} to index.", cure="Name its own properties.")


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A type and the labels it may join. `stated`: it says something about one document's text, so it names the document.

    `derived`: it is worked out from several documents (graph/store.py, `derive`), so that loading one of them leaves it alone.
    """

    type: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    fr: str
    en: str
    properties: tuple[Property, ...]
    stated: bool = True
    derived: bool = False

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Z][A-Z_]+", self.type):
            raise SchemaError(f"Relationship type {self.type!r} is not UPPER_SNAKE_CASE.", cure="Rename it, e.g. 'PART_OF'.")
        _refuse_repeats(f"properties of {self.type}", [p.name for p in self.properties])


@dataclass(frozen=True, slots=True)
class Schema:
    """Every label, relationship and property of the graph; statements, checks and documentation derive from it."""

    version: int
    node_types: tuple[NodeType, ...]
    relationship_types: tuple[RelationshipType, ...]

    def __post_init__(self) -> None:
        _refuse_repeats("labels", [n.label for n in self.node_types])
        _refuse_repeats("relationship types", [r.type for r in self.relationship_types])
        known = self.labels
        for rel in self.relationship_types:
            for label in (*rel.sources, *rel.targets):
                if label not in known:
                    raise SchemaError(f"{rel.type} joins the undeclared label {label!r}.", cure="Declare the label or mend the name.")

    @property
    def facts(self) -> tuple[RelationshipType, ...]:
        """The types that state a fact of law, whichever document is loaded."""
        return tuple(r for r in self.relationship_types if not r.stated and not r.derived)

    @property
    def derived(self) -> tuple[RelationshipType, ...]:
        """The types that are worked out from several documents."""
        return tuple(r for r in self.relationship_types if r.derived)

    @property
    def measures(self) -> frozenset[str]:
        """The properties of nodes that are worked out from the whole graph."""
        return frozenset(p.name for n in self.node_types for p in n.properties if p.derived)

    @property
    def labels(self) -> frozenset[str]:
        """Every label a node can carry, extra labels included."""
        return frozenset(label for n in self.node_types for label in (n.label, *n.extra_labels))

    def node_type(self, label: str) -> NodeType:
        for node_type in self.node_types:
            if node_type.label == label:
                return node_type
        raise SchemaError(f"No label {label!r} is declared.", cure="Declare it in graph/schema.py.")

    def relationship_type(self, name: str) -> RelationshipType:
        for rel in self.relationship_types:
            if rel.type == name:
                return rel
        raise SchemaError(f"No relationship type {name!r} is declared.", cure="Declare it in graph/schema.py.")

    def check_node(self, label: str, node_id: str, properties: Mapping[str, object]) -> None:
        """SchemaError, naming the cure, unless the properties are those declared for the label, with their types."""
        if not node_id or not isinstance(node_id, str):
            raise SchemaError(f"A {label} has the id {node_id!r}.", cure="Give it a non-empty text.")
        _check(f"{label} {node_id}", self.node_type(label).properties, {**properties, "id": node_id})

    def check_relationship(
        self, name: str, source_labels: Iterable[str], target_labels: Iterable[str], rel_id: str, properties: Mapping[str, object]
    ) -> None:
        """SchemaError, naming the cure, unless the type may join these labels and carry these properties."""
        rel = self.relationship_type(name)
        if not set(rel.sources) & set(source_labels) or not set(rel.targets) & set(target_labels):
            raise SchemaError(
                f"{name} cannot go from {'/'.join(source_labels)} to {'/'.join(target_labels)}.",
                where=rel_id,
                cure=f"It goes from {', '.join(rel.sources)} to {', '.join(rel.targets)}.",
            )
        _check(f"{name} {rel_id}", rel.properties, {**properties, "id": rel_id})


def _check(where: str, declared: tuple[Property, ...], given: Mapping[str, object]) -> None:
    by_name = {p.name: p for p in declared}
    for name, value in given.items():
        if name not in by_name:
            raise SchemaError(f"The property {name!r} is not declared.", where=where, cure=f"Declared: {', '.join(by_name)}.")
        if not by_name[name].accepts(value):
            raise SchemaError(f"{name} must be {by_name[name].type}, not {value!r}.", where=where, cure="Convert it first.")
    missing = [p.name for p in declared if p.required and p.name not in given]
    if missing:
        raise SchemaError(f"{', '.join(missing)} is required.", where=where, cure="Give it a value.")


def _refuse_repeats(what: str, names: list[str]) -> None:
    repeated = sorted({n for n in names if names.count(n) > 1})
    if repeated:
        raise SchemaError(f"{', '.join(repeated)} is declared twice among the {what}.", cure="Keep one.")
