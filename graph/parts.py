"""Parts of a graph: what one document says, out of a graph that holds several."""

from __future__ import annotations

from .model import Graph, Relationship
from .schema import SCHEMA


def document_graph(whole: Graph, document: str) -> Graph:
    """What `document` states, the nodes it needs, and the facts of law among them (PART_OF, ISSUED_BY), as when it was drawn."""
    stated = [r for r in whole.relationships if r.properties.get("document") == document]
    needed = {n.id for n in whole.nodes if n.properties.get("document") == document} | {document}
    needed |= {end for r in stated for end in (r.source, r.target)}
    facts: dict[str, Relationship] = {}
    by_source: dict[str, list[Relationship]] = {}
    derived = {t.type for t in SCHEMA.derived}
    for relationship in whole.relationships:
        if "document" not in relationship.properties and relationship.type not in derived:
            by_source.setdefault(relationship.source, []).append(relationship)
    waiting = sorted(needed)
    while waiting:  # a fact's target may be part of something in its turn
        for relationship in by_source.get(waiting.pop(), ()):
            facts[relationship.id] = relationship
            if relationship.target not in needed:
                needed.add(relationship.target)
                waiting.append(relationship.target)
    nodes = tuple(n for n in whole.nodes if n.id in needed)
    return Graph(document, nodes, tuple(sorted((*stated, *facts.values()), key=lambda r: r.id)))
