"""Loading a document inside one transaction of a database: reads what is there, works out the change, writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import batched
from types import MappingProxyType
from typing import Any

from . import statements
from .change import Change, Stored, change
from .declare import Schema
from .errors import StoreError
from .model import Graph, Node, Relationship, Value
from .schema import SCHEMA
from .store import LoadReport, Progress

# Runs one statement with its parameters in the current transaction; one map per row.
type Run = Callable[[str, Mapping[str, Any]], Sequence[Mapping[str, Any]]]

type Row = dict[str, Any]
type Groups = list[tuple[tuple[str, ...], list[Row]]]

BATCH = 2000


def replace(run: Run, document: str, graph: Graph | None, progress: Progress | None = None) -> LoadReport:
    """Makes the store hold `graph` and nothing else of this document (None: nothing); the caller commits."""
    loaded = bool(run(statements.is_loaded(), {"document": document}))
    if graph is None and not loaded:
        held = ", ".join(str(row["id"]) for row in run(statements.loaded_documents(), {}))
        raise StoreError(f"The store holds no document {document!r}.", cure=f"It holds: {held or 'none'}.")
    others = bool(run(statements.another_loaded(), {"document": document}))
    stored = read_stored(run, document, graph, loaded=loaded, others=others) if loaded or others else Stored({}, {}, ())
    work = change(stored, document, graph)
    _apply(run, work, progress)
    return work.report


def replace_derived(run: Run, relationships: Iterable[Relationship], schema: Schema = SCHEMA) -> None:
    """Makes `relationships` the only ones of derived types; the caller commits."""
    stored = {r.id: r for t in schema.derived for r in read_relationships(run(statements.all_relationships(t.type), {}))}
    wanted = {r.id: r for r in relationships}
    for rel_type in schema.derived:
        gone = [{"id": i, "source": r.source} for i, r in stored.items() if i not in wanted and r.type == rel_type.type]
        _send(run, statements.delete_relationships(rel_type.sources[0], rel_type.type), gone)
    labels = {end: schema.relationship_type(r.type).sources for r in wanted.values() for end in (r.source, r.target)}
    new = [r for i, r in wanted.items() if i not in stored or dict(stored[i].properties) != dict(r.properties)]
    for ends, rows in grouped_relationships(new, labels, schema):
        _send(run, statements.write_relationships(*ends), rows)


def measure_batches(run: Run, measures: Mapping[str, Mapping[str, Value]], schema: Schema = SCHEMA) -> list[tuple[str, list[Row]]]:
    """The statements, each with its rows, that make these the only values of derived properties, by node id and name."""
    batches: list[tuple[str, list[Row]]] = []
    for label in statements.measured_labels(schema):
        stored = {n.id for n in read_nodes(run(statements.measured_nodes(label, schema), {}), schema)}
        rows = [{"id": i, **{name: measures.get(i, {}).get(name) for name in schema.measures}} for i in sorted(stored | measures.keys())]
        batches += _cut(statements.write_measures(label, schema), rows)
    return batches


def read_stored(run: Run, document: str, graph: Graph | None, *, loaded: bool, others: bool) -> Stored:
    """What loading may touch. Of a document not `loaded`, or without `others`, what cannot be there is not asked for."""
    nodes, relationships = _read_document(run, document, SCHEMA) if loaded else ({}, {})
    named = {end for r in relationships.values() for end in (r.source, r.target)} - nodes.keys() | {document}
    shared = named | {n.id for n in graph.nodes if SCHEMA.node_type(n.label).shared} if graph else named
    _follow_facts(run, shared, nodes, relationships, _lookup(graph, SCHEMA))
    used: set[str] = set()
    for label in statements.lookup_labels() if others else ():
        asked = sorted(i for i in shared & nodes.keys() if label in nodes[i].labels)
        found = run(statements.used_by_others(label), {"ids": asked, "document": document}) if asked else ()
        used.update(str(row["id"]) for row in found)
    return Stored(nodes, relationships, used)


def _read_document(run: Run, document: str, schema: Schema) -> tuple[dict[str, Node], dict[str, Relationship]]:
    """The document's own nodes, and the relationships it states."""
    parameters = {"document": document}
    rows = (row for n in statements.local_types(schema) for row in run(statements.document_nodes(n.label), parameters))
    stated = (r for q in statements.document_relationships(schema) for r in read_relationships(run(q, parameters)))
    return {n.id: n for n in read_nodes(rows, schema)}, {r.id: r for r in stated}


def _lookup(graph: Graph | None, schema: Schema) -> Mapping[str, str]:
    """The label to find each of a graph's nodes by: an identifier's kind decides it, so that it is not looked for under the others."""
    return {n.id: statements.lookup_label(schema.node_type(n.label)) for n in graph.nodes} if graph else {}


def _follow_facts(
    run: Run,
    shared: set[str],
    nodes: dict[str, Node],
    relationships: dict[str, Relationship],
    lookup: Mapping[str, str],
) -> None:
    """Adds the stored shared nodes, the facts that start from them, and so on from their targets (`shared` grows)."""
    waiting = sorted(shared)
    while waiting:
        reached: set[str] = set()
        for label in statements.lookup_labels():
            if asked := [i for i in waiting if lookup.get(i, label) == label]:
                nodes.update((n.id, n) for n in read_nodes(run(statements.nodes_by_id(label), {"ids": asked})))
        for label in statements.lookup_labels_of_facts():
            if asked := [i for i in waiting if i in nodes and label in nodes[i].labels]:
                for fact in read_relationships(run(statements.facts_from(label), {"ids": asked})):
                    relationships[fact.id] = fact
                    reached.add(fact.target)
        waiting = sorted(reached - shared)
        shared |= reached


def read_nodes(rows: Iterable[Mapping[str, Any]], schema: Schema = SCHEMA) -> Iterator[Node]:
    """Nodes from rows of id, labels, properties; those of no declared label are somebody else's, and are left out."""
    own = {n.label: (n.label, *n.extra_labels) for n in schema.node_types}
    for row in rows:
        labels = next((own[label] for label in own if label in row["labels"]), None)
        if labels:
            yield Node(row["id"], labels, read_properties(row["properties"]))


def read_relationships(rows: Iterable[Mapping[str, Any]]) -> Iterator[Relationship]:
    for row in rows:
        yield Relationship(row["id"], row["source"], row["type"], row["target"], read_properties(row["properties"]))


def read_properties(values: Mapping[str, Any]) -> Mapping[str, Value]:
    """A database's properties as the model has them: without the id, lists as tuples, in order of name."""
    given = ((name, values[name]) for name in sorted(values) if name != "id")
    return MappingProxyType({name: tuple(value) if isinstance(value, list) else value for name, value in given})


def read_everything(run: Run, schema: Schema = SCHEMA) -> Graph:
    """Every node of a declared label and every relationship of a declared type, sorted by id; `document` is ''."""
    nodes = {n.id: n for t in schema.node_types for n in read_nodes(run(statements.all_nodes(t.label), {}), schema)}
    relationships = [r for t in schema.relationship_types for r in read_relationships(run(statements.all_relationships(t.type), {}))]
    joined = (r for r in relationships if r.source in nodes and r.target in nodes)
    return Graph("", tuple(nodes[i] for i in sorted(nodes)), tuple(sorted(joined, key=lambda r: r.id)))


def _apply(run: Run, work: Change, progress: Progress | None, schema: Schema = SCHEMA) -> None:
    batches = list(_batches(work, schema))
    done, total = 0, sum(len(rows) for _, rows in batches)
    for statement, rows in batches:
        run(statement, {"rows": rows})
        done += len(rows)
        if progress is not None:
            progress(done, total)


def _batches(work: Change, schema: Schema) -> Iterator[tuple[str, list[Row]]]:
    """The statements that make the change, in order, each with its rows."""
    for (source, rel_type, _), rows in grouped_relationships(work.relationships_removed, work.labels, schema):
        yield from _cut(statements.delete_relationships(source, rel_type), rows)
    for (label,), rows in grouped_nodes(work.nodes_removed):
        yield from _cut(statements.delete_nodes(label), rows)
    for (label,), rows in grouped_nodes(work.nodes_written):
        yield from _cut(statements.write_nodes(schema.node_type(label)), rows)
    for ends, rows in grouped_relationships(work.relationships_written, work.labels, schema):
        yield from _cut(statements.write_relationships(*ends), rows)


def grouped_nodes(nodes: Iterable[Node]) -> Groups:
    """The rows of `statements.write_nodes`, by own label."""
    return _grouped(((n.label,), {"id": n.id, "properties": _properties(n)}) for n in nodes)


def grouped_relationships(items: Iterable[Relationship], labels: Mapping[str, tuple[str, ...]], schema: Schema = SCHEMA) -> Groups:
    """The rows of `statements.write_relationships`, by the declared labels of the ends and the type; `labels` are those of each node."""

    def rows() -> Iterator[tuple[tuple[str, ...], Row]]:
        for r in items:
            declared = schema.relationship_type(r.type)
            source = next(label for label in declared.sources if label in labels[r.source])
            target = next(label for label in declared.targets if label in labels[r.target])
            yield (source, r.type, target), {"id": r.id, "source": r.source, "target": r.target, "properties": _properties(r)}

    return _grouped(rows())


def _grouped(items: Iterable[tuple[tuple[str, ...], Row]]) -> Groups:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for key, row in items:
        groups.setdefault(key, []).append(row)
    return sorted(groups.items(), key=lambda group: group[0])


def _properties(item: Node | Relationship) -> dict[str, Any]:
    return {"id": item.id, **{name: list(value) if isinstance(value, tuple) else value for name, value in item.properties.items()}}


def _cut(statement: str, rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    return ((statement, list(batch)) for batch in batched(rows, BATCH))


def _send(run: Run, statement: str, rows: list[Row]) -> None:
    for sent, batch in _cut(statement, rows):
        run(sent, {"rows": batch})
