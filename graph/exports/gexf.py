"""GEXF 1.3, for Gephi. Written here: networkx stamps the day into the file, and takes an edge's `type` for its own."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from ..model import Graph
from ..schema import SCHEMA
from .flat import Flat, attribute_types, flat_nodes, flat_relationships, text

NAMESPACE, VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
_TYPES: dict[type, str] = {str: "string", int: "long", float: "double", bool: "boolean"}


def to_gexf(graph: Graph) -> str:
    """Typed attributes, lists joined, the schema's colours; parallel edges are told apart by `kind`."""
    root = ET.Element("gexf", {"xmlns": NAMESPACE, "xmlns:viz": VIZ, "version": "1.3"})
    body = ET.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    nodes, edges = flat_nodes(graph), flat_relationships(graph)
    columns = _declare(body, "node", nodes), _declare(body, "edge", edges)
    parent = ET.SubElement(body, "nodes")
    for item in nodes:
        element = ET.SubElement(parent, "node", {"id": item.id, "label": str(item.attributes["label"])})
        _fill(element, item, columns[0])
        ET.SubElement(element, "viz:color", _colour(str(item.attributes["type"])))
    parent = ET.SubElement(body, "edges")
    for item in edges:
        source, target = item.ends or ("", "")
        kind = str(item.attributes["type"])
        element = ET.SubElement(parent, "edge", {"id": item.id, "source": source, "target": target, "kind": kind, "label": kind})
        _fill(element, item, columns[1])
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _declare(body: ET.Element, kind: str, items: list[Flat]) -> dict[str, str]:
    """Declares the attributes; their ids by name (`label` is GEXF's own)."""
    table = ET.SubElement(body, "attributes", {"class": kind, "mode": "static"})
    ids: dict[str, str] = {}
    for number, (name, types) in enumerate(attribute_types(items).items()):
        if name != "label":
            ids[name] = str(number)
            ET.SubElement(table, "attribute", {"id": ids[name], "title": name, "type": _TYPES[next(iter(types))]})
    return ids


def _fill(element: ET.Element, item: Flat, ids: dict[str, str]) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, value in sorted(item.attributes.items()):
        if name in ids:
            ET.SubElement(values, "attvalue", {"for": ids[name], "value": text(value)})


def _colour(label: str) -> dict[str, str]:
    hexadecimal = SCHEMA.node_type(label).colour
    return {name: str(int(hexadecimal[i : i + 2], 16)) for name, i in (("r", 1), ("g", 3), ("b", 5))}
