"""Opinions cited by author and day alone ("l'avis du 22 mai 2014 de la CNCDH"): the one loaded opinion of that author and day.

What this changes in a document's graph depends on what else is loaded, so the document keeps what it was before (`Text.as_drawn`): where a
second opinion of that day comes, the citation is left open again, and says why.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ...graph import identifiers as ids
from ...graph.model import Graph, GraphBuilder, Node, Relationship, Value
from ..messages import say
from .opinions import Opinion, drawn
from .pointing import pointed


def resolved(graph: Graph, loaded: Sequence[Opinion]) -> Graph:
    """`graph`, as it was drawn, with each of these citations on the loaded opinion it means; a finding where several are of that day."""
    text = next((n for n in graph.nodes if n.label == "Text"), None)
    itself = next(o for o in drawn(graph) if o.id == graph.document)
    same = {o.id: [other.id for other in loaded if of_the_day(o, other)] for o in drawn(graph) if not of_the_day(o, itself)}
    if text is None or not any(same.values()):
        return graph
    build = GraphBuilder.of(pointed(graph, {stub: found[0] for stub, found in same.items() if len(found) == 1}))
    for stub, found in sorted(same.items()):
        if len(found) > 1:
            _tell(build, stub, sorted(found))
    build.revise(text.id, as_drawn=_difference(graph, build.build()))
    return build.build()


def of_the_day(cited: Opinion, loaded: Opinion) -> bool:
    """True if the citation names an opinion by author and day alone, and `loaded` is of both."""
    alone = not (cited.loaded or cited.title or cited.number) and cited.id.startswith("avis:")
    return bool(
        alone and cited.date and len(cited.date) == len("2014-05-22") and cited.date == loaded.date and cited.issuers & loaded.issuers
    )


def _tell(build: GraphBuilder, stub: str, found: Sequence[str]) -> None:
    """Says, where the document first cites the day, which loaded opinions are of it."""
    cites = (r for r in build.relationships if r.type == "CITES" and r.target == stub)
    first = min(cites, key=lambda r: (str(r.properties["start"]).zfill(9), r.id))
    evidence = {key: first.properties.get(key) for key in ("start", "end", "quote", "page")}
    said = say("several_opinions_of_the_day", names=", ".join(i.partition(":")[2] for i in found))
    number = 1 + sum(n.label == "Finding" for n in build.nodes)
    node = build.node(
        "Finding", ids.unit(build.document, f"f{number}"), name=f"point {number}", order=number, kind="unresolved_opinion",
        message=said.fr, message_en=said.en, certainty="certain", **evidence,
    )  # fmt: skip
    build.relate(node, "ABOUT", first.source)
    build.relate(node, "ABOUT", stub)


def _difference(before: Graph, after: Graph) -> str:
    """What to take out of `after`, and what to put back, to have `before` again (JSON)."""
    nodes, links = {n.id: n for n in after.nodes}, {r.id: r for r in after.relationships}
    known = {n.id for n in before.nodes} | {r.id for r in before.relationships}
    return json.dumps(
        {
            "added": sorted({*nodes, *links} - known),
            "nodes": [[n.id, n.labels, dict(n.properties)] for n in before.nodes if nodes.get(n.id) != n],
            "relationships": [[r.id, r.source, r.type, r.target, dict(r.properties)] for r in before.relationships if links.get(r.id) != r],
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def restored(graph: Graph) -> Graph:
    """The graph of a document as it was drawn, whatever `resolved` has made of it."""
    text = next((n for n in graph.nodes if "as_drawn" in n.properties), None)
    if text is None:
        return graph
    record = json.loads(str(text.properties["as_drawn"]))
    nodes = {n.id: n for n in graph.nodes if n.id not in record["added"]}
    nodes[text.id] = Node(text.id, text.labels, MappingProxyType({k: v for k, v in text.properties.items() if k != "as_drawn"}))
    nodes |= {i: Node(i, tuple(labels), _properties(values)) for i, labels, values in record["nodes"]}
    links = {r.id: r for r in graph.relationships if r.id not in record["added"]}
    links |= {i: Relationship(i, source, kind, target, _properties(values)) for i, source, kind, target, values in record["relationships"]}
    held = (r for _, r in sorted(links.items()) if r.source in nodes and r.target in nodes)
    return Graph(graph.document, tuple(n for _, n in sorted(nodes.items())), tuple(held))


def _properties(values: Mapping[str, Any]) -> Mapping[str, Value]:
    return MappingProxyType({key: tuple(value) if isinstance(value, list) else value for key, value in values.items()})
