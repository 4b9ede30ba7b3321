"""The Cypher that keeps the graph, generated from the schema: the same statements run on Neo4j and on Grafeo."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .declare import NodeType, Schema
from .schema import SCHEMA

# Labels are quoted: Case is a word of Cypher's own, and Grafeo refuses it bare.
# The schema's version is kept in the constraints' names: no bookkeeping node stands among the graph's own.
_CONSTRAINT = re.compile(r"renvois_(\d+)_\w+_id")

TEXT_INDEX = "renvois_text"
# The label of documents, loaded or cited.
DOCUMENT = "Avis"
_NODE = "RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties"
_RELATIONSHIP = "RETURN r.id AS id, a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties"


def schema_statements(schema: Schema = SCHEMA) -> dict[str, str]:
    """By name, a UNIQUE constraint and an index on every label's id, an index on local nodes' document, and those declared.

    Both, since on Grafeo a constraint makes no index (6,000 MERGE: 11.7 s without, 0.08 s with); on Neo4j, where it does, the
    second statement changes nothing.
    """
    made = {}
    for label in sorted(schema.labels):
        name = f"renvois_{schema.version}_{label}_id"
        made[name] = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
        name = f"renvois_{label}_id"
        made[name] = f"CREATE INDEX {name} IF NOT EXISTS FOR (n:`{label}`) ON (n.id)"
    for label, prop in _indexed(schema):
        name = f"renvois_{label}_{prop}"
        made[name] = f"CREATE INDEX {name} IF NOT EXISTS FOR (n:`{label}`) ON (n.{prop})"
    return made


def _indexed(schema: Schema) -> list[tuple[str, str]]:
    """The labels and properties, besides the id, that have an index."""
    declared = [(n.label, name) for n in schema.node_types for name in n.indexed]
    return [(n.label, "document") for n in local_types(schema)] + declared


def text_index(schema: Schema = SCHEMA) -> str:
    """Neo4j's full-text index over texts and names, with Lucene's French analyzer. Grafeo has none such: see embedded_search."""
    labels = "|".join(f"`{label}`" for label in searched(schema))
    fields = ", ".join(f"n.{name}" for name in sorted({name for names in searched(schema).values() for name in names}))
    options = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'french'}}"
    return f"CREATE FULLTEXT INDEX {TEXT_INDEX} IF NOT EXISTS FOR (n:{labels}) ON EACH [{fields}] {options}"


def declared_names(schema: Schema = SCHEMA) -> frozenset[str]:
    """The constraints and indexes that a Neo4j database of this schema shows (there, a constraint stands for the index beside it)."""
    constraints = {name for name in schema_statements(schema) if _CONSTRAINT.fullmatch(name)}
    return frozenset({*constraints, *(f"renvois_{label}_{prop}" for label, prop in _indexed(schema)), TEXT_INDEX})


def searched(schema: Schema = SCHEMA) -> dict[str, tuple[str, ...]]:
    """The properties that full-text search looks in, by the label to find their nodes."""
    found: dict[str, set[str]] = {}
    for node_type in schema.node_types:
        if node_type.searched:
            found.setdefault(lookup_label(node_type), set()).update(node_type.searched)
    return {label: tuple(sorted(found[label])) for label in sorted(found)}


def schema_versions(constraint_names: Iterable[str]) -> frozenset[int]:
    """The versions of Renvois's schema that these constraints were made for; empty where none is Renvois's."""
    return frozenset(int(found[1]) for name in constraint_names if (found := _CONSTRAINT.fullmatch(name)))


def local_types(schema: Schema = SCHEMA) -> tuple[NodeType, ...]:
    """The labels whose nodes belong to one document."""
    return tuple(n for n in schema.node_types if not n.shared)


def lookup_label(node_type: NodeType) -> str:
    """The label to find a node by: the wider one where there is one, so that an id is found whatever its own label."""
    return node_type.extra_labels[0] if node_type.extra_labels else node_type.label


def lookup_labels(schema: Schema = SCHEMA) -> tuple[str, ...]:
    """The labels by which every shared node can be found."""
    return tuple(sorted({lookup_label(n) for n in schema.node_types if n.shared}))


def lookup_labels_of_facts(schema: Schema = SCHEMA) -> tuple[str, ...]:
    """The labels by which the nodes that a fact of law may start from can be found."""
    starts = {source for r in schema.facts for source in r.sources}
    return tuple(sorted({lookup_label(n) for n in schema.node_types if starts & {n.label, *n.extra_labels}}))


def facts(schema: Schema = SCHEMA) -> str:
    """The types that state a fact of law rather than a document's words, as Cypher's alternative: 'ISSUED_BY|PART_OF'."""
    return "|".join(sorted(r.type for r in schema.facts))


def write_nodes(node_type: NodeType) -> str:
    extra = "".join(f" SET n:`{label}`" for label in node_type.extra_labels)
    return f"UNWIND $rows AS row MERGE (n:`{node_type.label}` {{id: row.id}}){extra} SET n = row"


def together(writers: Iterable[str]) -> str:
    """These statements one after the other as one; `$rows` holds a list of rows for each, which may be empty.

    For Neo4j alone. One parameter, as it plans anew for every combination of long and short lists among parameters; and what it has
    planned stays: an id is looked up in its index however much the database holds.
    """
    joined = " WITH count(*) AS done ".join(writer.replace("$rows", f"$rows[{place}]") for place, writer in enumerate(writers))
    return f"CYPHER replan=skip {joined}"


def delete_nodes(label: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:`{label}` {{id: row.id}}) DETACH DELETE n"


def write_relationships(source: str, rel_type: str, target: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:`{source}` {{id: row.source}}) MATCH (b:`{target}` {{id: row.target}}) "
        f"MERGE (a)-[r:`{rel_type}` {{id: row.properties.id}}]->(b) SET r = row.properties"
    )


def delete_relationships(source: str, rel_type: str) -> str:
    return f"UNWIND $rows AS row MATCH (a:`{source}` {{id: row.source}})-[r:`{rel_type}` {{id: row.id}}]->() DELETE r"


def loaded_documents() -> str:
    return f"MATCH (n:`{DOCUMENT}`) WHERE n.loaded RETURN n.id AS id ORDER BY id"


def loaded_and_another() -> str:
    """$document if it is loaded, and one loaded besides it, where there is one: however many there are, a load asks no more."""
    return (
        f"MATCH (n:`{DOCUMENT}` {{id: $document}}) WHERE n.loaded RETURN n.id AS id UNION ALL "
        f"MATCH (n:`{DOCUMENT}`) WHERE n.loaded AND n.id <> $document RETURN n.id AS id LIMIT 1"
    )


def loaded_fingerprints() -> str:
    return f"MATCH (n:`{DOCUMENT}`) WHERE n.loaded RETURN n.id AS id, n.fingerprint AS fingerprint"


def document_nodes(label: str) -> str:
    return f"MATCH (n:`{label}` {{document: $document}}) {_NODE}"


def document_relationships(schema: Schema = SCHEMA) -> tuple[str, ...]:
    """What one document states, from its own nodes, from its opinion, and from what may start at another shared node."""
    anchors = [f"(a:`{n.label}` {{document: $document}})-[r]" for n in local_types(schema)]
    anchors.append(f"(a:`{DOCUMENT}` {{id: $document}})-[r]")
    for label, types in _stated_from_shared(schema).items():
        anchors.append(f"(a:`{label}`)-[r:{'|'.join(sorted(types))}]")
    return tuple(f"MATCH {anchor}->(b) WHERE r.document = $document {_RELATIONSHIP}" for anchor in anchors)


def _stated_from_shared(schema: Schema) -> dict[str, list[str]]:
    """The stated types that start at shared nodes other than an opinion, by the label to find these."""
    shared = {label: lookup_label(n) for n in schema.node_types if n.shared and n.label != DOCUMENT for label in (n.label, *n.extra_labels)}
    found: dict[str, list[str]] = {}
    for rel in schema.relationship_types:
        for label in sorted({shared[source] for source in rel.sources if rel.stated and source in shared}):
            found.setdefault(label, []).append(rel.type)
    return found


def all_nodes(label: str) -> str:
    return f"MATCH (n:`{label}`) {_NODE}"


def all_relationships(rel_type: str) -> str:
    return f"MATCH (a)-[r:`{rel_type}`]->(b) {_RELATIONSHIP}"


def measured_labels(schema: Schema = SCHEMA) -> tuple[str, ...]:
    """The labels to find the nodes by that carry measures."""
    return tuple(sorted({lookup_label(n) for n in schema.node_types if any(p.derived for p in n.properties)}))


def measured_nodes(label: str, schema: Schema = SCHEMA) -> str:
    some = " OR ".join(f"n.{name} IS NOT NULL" for name in sorted(schema.measures))
    return f"MATCH (n:`{label}`) WHERE {some} {_NODE}"


def write_measures(label: str, schema: Schema = SCHEMA) -> str:
    each = ", ".join(f"n.{name} = row.{name}" for name in sorted(schema.measures))
    return f"UNWIND $rows AS row MATCH (n:`{label}` {{id: row.id}}) SET {each}"


def each(ask: Callable[[str], str], labels: Iterable[str]) -> str:
    """What `ask` makes of each label, asked at once: the ids are given by label, in one parameter ($ids.Source…)."""
    return " UNION ALL ".join(ask(label) for label in labels)


def nodes_by_id(label: str) -> str:
    return f"UNWIND $ids.`{label}` AS id MATCH (n:`{label}` {{id: id}}) {_NODE}"


def text_search() -> str:
    """The ids that Neo4j's full-text index finds, best first."""
    return (
        f"CALL db.index.fulltext.queryNodes('{TEXT_INDEX}', $query) YIELD node AS n, score "
        "RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties, score ORDER BY score DESC, id LIMIT $limit"
    )


def facts_from(label: str, schema: Schema = SCHEMA) -> str:
    return f"UNWIND $ids.`{label}` AS id MATCH (a:`{label}` {{id: id}})-[r:{facts(schema)}]->(b) {_RELATIONSHIP}"


def used_by_others(label: str, schema: Schema = SCHEMA) -> str:
    """Which of the ids another document than $document needs: it touches them, or is one, or reaches them through facts of law.

    Types are named, so that the thousands of articles a code is the whole of are not looked at one after the other.
    """
    reaching, stated = f"(n)<-[:{facts(schema)}*0..8]-(m", "|".join(sorted(r.type for r in schema.relationship_types if r.stated))
    return (
        f"UNWIND $ids.`{label}` AS id MATCH (n:`{label}` {{id: id}}) "
        f"WHERE EXISTS {{ MATCH {reaching})-[r:{stated}]-() WHERE r.document <> $document }} "
        f"OR EXISTS {{ MATCH {reaching}:`{DOCUMENT}`) WHERE m.loaded AND m.id <> $document }} RETURN n.id AS id"
    )
