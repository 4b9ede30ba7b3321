"""What a reader calls a block of the text: § 24, note 27, Recommandation 18."""

from __future__ import annotations

from collections.abc import Mapping

from ..loaders.document import Unit
from .material import Material, text
from .places import element_id

# The page's scripts name these from their number alone: p24 is § 24.
PLAIN = {"p": "unit_paragraph", "n": "unit_note", "r": "unit_recommendation"}


def unit_names(material: Material) -> Mapping[str, str]:
    """Element id to name, for every unit of the document whose id does not already say it."""
    names = {element_id(unit.id): _name(material, unit) for unit in material.document.units}
    return {key: name for key, name in names.items() if name != _plain(material, key)}


def _plain(material: Material, key: str) -> str:
    return material.say[PLAIN[key[0]]].format(n=key[1:]) if key[:1] in PLAIN else ""


def _name(material: Material, unit: Unit) -> str:
    say, base = material.say, unit.id.partition("@")[0]
    node = material.nodes.get(f"{material.graph.document}#{base}")
    shown = str(node.properties.get("number", base)) if node else base
    if unit.kind == "recommendation":
        return say["unit_recommendation_annexe" if unit.in_annexe else "unit_recommendation"].format(n=shown)
    if unit.kind == "footnote":
        return say["unit_note"].format(n=shown)
    if unit.kind == "heading":
        section = material.nodes.get(f"{material.graph.document}#s-{base.removeprefix('h:')}")
        return text(section, "name") if section else say["unit_heading"]
    if unit.kind == "paragraph" and node:
        return text(node, "name")
    return say["unit_front" if unit.kind == "front" else "unit_annexe"]
