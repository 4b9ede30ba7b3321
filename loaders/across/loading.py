"""Loading a document among others, and what several of them say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from types import MappingProxyType

from ...graph.model import Graph, Relationship
from ...graph.parts import document_graph
from ...graph.store import LoadReport, Progress, RelationshipValue, Store
from .opinions import drawn, full_ones, held
from .pointing import pointed
from .reiterating import Demand, reiterations

_CITING = "MATCH (u)-[c:CITES]->(s:Avis) WHERE s.id IN $ids RETURN DISTINCT c.document AS document ORDER BY document"
_DEMANDS = "MATCH (r:Recommendation) RETURN r.document AS document, r.id AS id, r.text AS text ORDER BY document, id"
_DATES = "MATCH (d:Avis) WHERE d.loaded RETURN d.id AS id, d.adopted_on AS date ORDER BY id"
_KNOWN = "MATCH (a:Recommendation)-[r:REITERATES]->(b:Recommendation) RETURN r, a.id AS later, b.id AS earlier ORDER BY later, earlier"


def load(store: Store, graph: Graph, progress: Progress | None = None) -> LoadReport:
    """Loads a document. What it cites under another name and is loaded becomes that; so does it for those that cite it.

    Both orders of loading two documents end in the same graph. Each document is loaded all or nothing.
    """
    opinions = held(store)
    own = drawn(graph)
    report = store.load(pointed(graph, full_ones(own, opinions)), progress)
    itself = [o for o in own if o.id == graph.document]
    _point_to(store, full_ones((o for o in opinions if not o.loaded), itself), graph.document)
    return report


def _point_to(store: Store, full: dict[str, str], document: str) -> None:
    """Loads again the documents that cite `document` under another name."""
    if not full:
        return
    citing = [str(row[0]) for row in store.read(_CITING, {"ids": sorted(full)}).rows if row[0] != document]
    whole = store.everything()
    for other in citing:
        store.load(pointed(document_graph(whole, other), full))


def relate(store: Store, loaded: Collection[str]) -> None:
    """Works out which recommendations reiterate others, for the documents just loaded; what other pairs gave stays."""
    dates = {str(row[0]): str(row[1] or "") for row in store.read(_DATES).rows}
    demands: dict[str, list[Demand]] = defaultdict(list)
    for document, identifier, text in store.read(_DEMANDS).rows:
        demands[str(document)].append(Demand.of(str(identifier), str(text)))
    kept = [link for link, ends in _known(store) if not ends & set(loaded)]
    found = [*kept]
    for one in sorted(demands):
        for other in sorted(demands):
            if {one, other} & set(loaded) and dates.get(one, "") > dates.get(other, "") > "":
                found += reiterations(demands[one], demands[other])
    store.derive(found)


def _known(store: Store) -> Sequence[tuple[Relationship, set[str]]]:
    """The REITERATES there are, with the documents they join."""
    found = []
    for value, later, earlier in store.read(_KNOWN).rows:
        if isinstance(value, RelationshipValue):
            link = Relationship(value.id, str(later), "REITERATES", str(earlier), MappingProxyType(dict(value.properties)))
            found.append((link, {str(later).partition("#")[0], str(earlier).partition("#")[0]}))
    return found
