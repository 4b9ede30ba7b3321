"""Loading a document inside one transaction of a database: reads what is there, works out the change, writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import batched, product
from types import MappingProxyType
from typing import Any, NamedTuple

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
# Statements by the key of the group of rows that each writes.
type Writers = dict[tuple[str, ...], str]

BATCH = 2000


class Batch(NamedTuple):
    """A statement, what it takes as $rows, and how many rows these are."""

    statement: str
    rows: list[Any]
    size: int


def replace(run: Run, document: str, graph: Graph | None, progress: Progress | None = None, *, together: bool = False) -> LoadReport:
    """Makes the store hold `graph` and nothing else of this document (None: nothing); the caller commits.

    `together`: what is written by several statements is sent as few, for a database that answers over a network.
    """
    found = {str(row["id"]) for row in run(statements.loaded_and_another(), {"document": document})}
    loaded, others = document in found, bool(found - {document})
    if graph is None and not loaded:
        held = ", ".join(str(row["id"]) for row in run(statements.loaded_documents(), {}))
        raise StoreError(f"The store holds no document {document!r}.", cure=f"It holds: {held or 'none'}.")
    stored = read_stored(run, document, graph, loaded=loaded, others=others) if loaded or others else Stored({}, {}, ())
    work = change(stored, document, graph)
    _apply(run, _batches(work, SCHEMA, together=together), progress)
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


def measure_batches(run: Run, measures: Mapping[str, Mapping[str, Value]], schema: Schema = SCHEMA) -> list[Batch]:
    """The statements, each with its rows, that make these the only values of derived properties, by node id and name."""
    batches: list[Batch] = []
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
    asked = _by_label(statements.lookup_labels(), sorted(shared & nodes.keys()), lambda i, label: label in nodes[i].labels)
    used = _asked(run, statements.used_by_others, asked, document=document) if others else ()
    return Stored(nodes, relationships, {str(row["id"]) for row in used})


def _by_label(labels: Iterable[str], ids: Sequence[str], fits: Callable[[str, str], bool]) -> dict[str, list[str]]:
    return {label: [i for i in ids if fits(i, label)] for label in labels}


def _asked(run: Run, ask: Callable[[str], str], ids: Mapping[str, list[str]], **more: str) -> Sequence[Mapping[str, Any]]:
    """The rows that `ask` finds for the ids, by label, in one statement; none where there are no ids."""
    return run(statements.each(ask, ids), {"ids": ids, **more}) if any(ids.values()) else ()


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
        asked = _by_label(statements.lookup_labels(), waiting, lambda i, label: lookup.get(i, label) == label)
        nodes.update((n.id, n) for n in read_nodes(_asked(run, statements.nodes_by_id, asked)))
        there = [i for i in waiting if i in nodes]
        asked = _by_label(statements.lookup_labels_of_facts(), there, lambda i, label: label in nodes[i].labels)
        for fact in read_relationships(_asked(run, statements.facts_from, asked)):
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


def _apply(run: Run, batches: Sequence[Batch], progress: Progress | None) -> None:
    done, total = 0, sum(batch.size for batch in batches)
    for batch in batches:
        run(batch.statement, {"rows": batch.rows})
        done += batch.size
        if progress is not None:
            progress(done, total)


def _batches(work: Change, schema: Schema, *, together: bool) -> list[Batch]:
    """The statements that make the change, in order, each with its rows."""
    batches: list[Batch] = []
    for (source, rel_type, _), rows in grouped_relationships(work.relationships_removed, work.labels, schema):
        gone = [{"id": row["properties"]["id"], "source": row["source"]} for row in rows]
        batches += _cut(statements.delete_relationships(source, rel_type), gone)
    batches += (cut for (label,), rows in grouped_nodes(work.nodes_removed) for cut in _cut(statements.delete_nodes(label), rows))
    nodes, links = grouped_nodes(work.nodes_written), grouped_relationships(work.relationships_written, work.labels, schema)
    if together:
        return [*batches, *_joined(node_writers(schema), nodes), *_joined(relationship_writers(schema), links)]
    batches += (cut for (label,), rows in nodes for cut in _cut(statements.write_nodes(schema.node_type(label)), rows))
    batches += (cut for ends, rows in links for cut in _cut(statements.write_relationships(*ends), rows))
    return batches


def node_writers(schema: Schema) -> list[Writers]:
    """The statements that write nodes, by the key of their group: all are sent together."""
    return [{(n.label,): statements.write_nodes(n) for n in schema.node_types}]


def relationship_writers(schema: Schema) -> list[Writers]:
    """The statements that write relationships, by the key of their group: those that start at one label are sent together."""
    writers: dict[str, Writers] = {}
    for rel in schema.relationship_types:
        for source, target in product(rel.sources, rel.targets):
            writers.setdefault(source, {})[source, rel.type, target] = statements.write_relationships(source, rel.type, target)
    return list(writers.values())


def _joined(families: Iterable[Writers], groups: Groups) -> Iterator[Batch]:
    """The groups, in few statements that are always the same: what a database has planned for one document serves all."""
    for family in families:
        items = ((key, row) for key, rows in groups if key in family for row in rows)
        for batch in batched(items, BATCH):
            sent: dict[tuple[str, ...], list[Row]] = {key: [] for key in family}
            for key, row in batch:
                sent[key].append(row)
            yield Batch(statements.together(family.values()), list(sent.values()), len(batch))


def grouped_nodes(nodes: Iterable[Node]) -> Groups:
    """The rows of `statements.write_nodes`, by own label."""
    return _grouped(((n.label,), _properties(n)) for n in nodes)


def grouped_relationships(items: Iterable[Relationship], labels: Mapping[str, tuple[str, ...]], schema: Schema = SCHEMA) -> Groups:
    """The rows of `statements.write_relationships`, by the declared labels of the ends and the type; `labels` are those of each node."""

    def rows() -> Iterator[tuple[tuple[str, ...], Row]]:
        for r in items:
            declared = schema.relationship_type(r.type)
            source = next(label for label in declared.sources if label in labels[r.source])
            target = next(label for label in declared.targets if label in labels[r.target])
            yield (source, r.type, target), {"source": r.source, "target": r.target, "properties": _properties(r)}

    return _grouped(rows())


def _grouped(items: Iterable[tuple[tuple[str, ...], Row]]) -> Groups:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for key, row in items:
        groups.setdefault(key, []).append(row)
    return sorted(groups.items(), key=lambda group: group[0])


def _properties(item: Node | Relationship) -> dict[str, Any]:
    return {"id": item.id, **{name: list(value) if isinstance(value, tuple) else value for name, value in item.properties.items()}}


def _cut(statement: str, rows: list[Row]) -> Iterator[Batch]:
    return (Batch(statement, list(batch), len(batch)) for batch in batched(rows, BATCH))


def _send(run: Run, statement: str, rows: list[Row]) -> None:
    for batch in _cut(statement, rows):
        run(batch.statement, {"rows": batch.rows})
