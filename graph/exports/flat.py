"""Nodes and relationships as flat attributes with one type per name, for formats that know neither lists nor labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Graph, Scalar, Value

SEPARATOR = " | "
# What XML 1.0 cannot hold (section 2.2 of the recommendation); PDF text brings form feeds.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Flat:
    """An item's attributes: `label` is what to display, `type` its own label or type; a property of that name gets a final '_'."""

    id: str
    ends: tuple[str, str] | None
    attributes: Mapping[str, Scalar]


def flat_nodes(graph: Graph) -> list[Flat]:
    """Nodes with label (their name), type (their own label) and labels (all of them, joined)."""
    rows = (
        (n.id, None, {"label": str(n.properties.get("name", n.id)), "type": n.label, "labels": SEPARATOR.join(n.labels)}, n.properties)
        for n in graph.nodes
    )
    return _one_type_per_name([_flat(*row) for row in rows])


def flat_relationships(graph: Graph) -> list[Flat]:
    rows = ((r.id, (r.source, r.target), {"label": r.type, "type": r.type}, r.properties) for r in graph.relationships)
    return _one_type_per_name([_flat(*row) for row in rows])


def joined(value: Value) -> Scalar:
    """A list as one text, anything else as it is."""
    return SEPARATOR.join(str(item) for item in value) if isinstance(value, tuple) else value


def text(value: Scalar) -> str:
    """As XML Schema writes it: true and false, not Python's True."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _flat(item: str, ends: tuple[str, str] | None, own: dict[str, str], properties: Mapping[str, Value]) -> Flat:
    given = {name + "_" * (name in own): joined(value) for name, value in properties.items()}
    return Flat(item, ends, {name: _legal(value) for name, value in {**own, **given}.items()})


def _legal(value: Scalar) -> Scalar:
    return _ILLEGAL.sub("\ufffd", value) if isinstance(value, str) else value


def _one_type_per_name(items: list[Flat]) -> list[Flat]:
    """A name that holds integers here and texts there (`number`) holds texts everywhere."""
    kinds = attribute_types(items)
    mixed = {name for name, types in kinds.items() if len(types) > 1}
    return [Flat(i.id, i.ends, {k: text(v) if k in mixed else v for k, v in i.attributes.items()}) for i in items]


def attribute_types(items: Iterable[Flat]) -> dict[str, set[type]]:
    """The types of each attribute's values, by name in order of name."""
    kinds: dict[str, set[type]] = {}
    for item in items:
        for name, value in item.attributes.items():
            kinds.setdefault(name, set()).add(type(value))
    return dict(sorted(kinds.items()))
