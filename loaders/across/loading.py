"""Loading a document among others, and what several of them say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from types import MappingProxyType

from ...graph.model import Graph, Relationship
from ...graph.parts import document_graph
from ...graph.store import LoadReport, Progress, RelationshipValue, Store
from .by_day import of_the_day, resolved, restored
from .opinions import Opinion, are_one, drawn, full_ones, held
from .pointing import pointed
from .reiterating import Demand, reiterations

_CITING = "MATCH (u)-[c:CITES]->(s:Avis) WHERE s.id IN $ids RETURN DISTINCT c.document AS document ORDER BY document"
_BY_DAY = "MATCH (t:Text) WHERE t.as_drawn CONTAINS $day RETURN t.document AS document ORDER BY document"
_DEMANDS = "MATCH (r:Recommendation) RETURN r.document AS document, r.id AS id, r.text AS text ORDER BY document, id"
_DATES = "MATCH (d:Avis) WHERE d.loaded RETURN d.id AS id, d.adopted_on AS date ORDER BY id"
_KNOWN = "MATCH (a:Recommendation)-[r:REITERATES]->(b:Recommendation) RETURN r, a.id AS later, b.id AS earlier ORDER BY later, earlier"


def load(store: Store, graph: Graph, progress: Progress | None = None) -> LoadReport:
    """Loads a document. What it cites under another name and is loaded becomes that; so does it for those that cite it.

    Both orders of loading two documents end in the same graph. Each document is loaded all or nothing.
    """
    before = held(store)
    report = store.load(_resolved(graph, before), progress)
    itself = [o for o in (*before, *drawn(graph)) if o.id == graph.document]
    named = [o.id for o in before if not o.loaded and any(are_one(o, i) or of_the_day(o, i) for i in itself)]
    _resolve_again(store, graph.document, named, {o.date for o in itself if o.date})
    return report


def _resolved(graph: Graph, opinions: Iterable[Opinion]) -> Graph:
    """The graph of a document with the opinions it cites as those that are loaded."""
    others = [o for o in opinions if o.loaded and o.id != graph.document]
    return resolved(pointed(graph, full_ones(drawn(graph), others)), others)


def _resolve_again(store: Store, document: str, named: Collection[str], days: Collection[str]) -> None:
    """Loads again the documents that cite `document` under another name, or an opinion of its day, now or before, by its day alone."""
    rows = list(store.read(_CITING, {"ids": sorted(named)}).rows) if named else []
    for day in sorted(days):
        rows += store.read(_BY_DAY, {"day": day}).rows
    citing = sorted({str(row[0]) for row in rows} - {document})
    if not citing:
        return
    whole, opinions = store.everything(), held(store)
    for other in citing:
        store.load(_resolved(restored(document_graph(whole, other)), opinions))


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
