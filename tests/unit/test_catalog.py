"""The catalogue refuses every kind of broken query file, naming the file, the line and the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from renvois.graph.errors import QueryError
from renvois.queries.catalog import load_catalog, parse_query

GOOD = """// Les sources d’un genre
// ---
// id: sample
// question:
//   fr: Quelles sources du genre {kind} sont citées ?
//   en: Which sources of the kind {kind} are cited?
// tags: [jurist]
// params:
//   kind:
//     type: string
//     help: {fr: genre de source, en: kind of source}
//     suggest: MATCH (s:Source) RETURN DISTINCT s.kind AS value, s.kind AS label ORDER BY value, label
//   least: {type: integer, default: 1, min: 1, help: {fr: nombre de citations, en: number of citations}}
// columns:
//   source: {type: string, fr: source, en: source, node: source_id}
//   citations: {type: integer, fr: citations, en: citations}
//   source_id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: bar, focus: [source, citations]}
// graph: >
//   MATCH p = (s:Source {kind: $kind})<-[c:CITES]-() RETURN p ORDER BY c.id
// example:
//   params: {kind: Article}
//   rows: [{source: code pénal}]
// ---
// Une citation par passage.
MATCH (s:Source {kind: $kind})<-[c:CITES]-(u)
WHERE u:Footnote OR u:Paragraph
WITH s, count(c) AS citations
WHERE citations >= $least
RETURN s.canonical AS source, citations, s.id AS source_id
ORDER BY citations DESC, source_id
"""


def test_a_good_file_gives_its_query() -> None:
    query = parse_query(GOOD, "queries/sample.cypher")
    assert (query.id, query.title) == ("sample", "Les sources d’un genre")
    assert [p.name for p in query.parameters if p.required] == ["kind"]
    assert query.parameters[1].default == 1
    assert [(c.name, c.hidden) for c in query.columns] == [("source", False), ("citations", False), ("source_id", True)]
    assert query.cypher.startswith("// Une citation") and query.cypher.endswith("source_id")
    assert query.example.values == ({"source": "code pénal"},)


VIEW = GOOD[GOOD.index("// view") : GOOD.index("// example")]
# what is changed in the good file, into what, what the error says, and the words on the line it names
BROKEN = [
    ("// Les sources d’un genre\n", "", "first line is no title", "// ---"),
    ("// ---\n// Une", "// Une", "not closed", "// ---"),
    ("// tags: [jurist]", "tags: [jurist]", "no comment", "tags: [jurist]"),
    ("// tags: [jurist]", "// tags: [jurist", "no YAML", "params"),
    ("// tags: [jurist]", "// tags: [jurist]\n// tags: [analyst]", "given twice", "[analyst]"),
    ("// tags: [jurist]\n", "", "'tags' is missing", "// Les sources"),
    ("// tags: [jurist]", "// tags: jurist", "no list of words", "tags: jurist"),
    ("// id: sample", "// id: other", "not the file's name", "id: other"),
    ("// tags: [jurist]", "// tags: [jurist]\n// colour: red", "'colour' is unknown", "colour: red"),
    ("//   en: Which sources of the kind {kind} are cited?\n", "", "no words in en", "question:"),
    ("of the kind {kind} are", "of the kind {sort} are", "names {sort}", "{sort}"),
    ("of the kind {kind} are", "are", "does not name {kind}", "Which sources are"),
    ("    type: string\n", "    type: text\n", "has the type 'text'", "type: text"),
    ("default: 1, min: 1", "default: one, min: 1", "no whole number", "least"),
    ("default: 1, min: 1", "default: 1, min: few", "min is no whole number", "least"),
    ("//   kind:\n//     type: string\n", "//   kind:\n//     type: string\n//     min: 3\n", "min is for the type integer", "min: 3"),
    ("default: 1, min: 1", "default: 1, max: 9", "'max' is unknown", "least"),
    ("en: kind of source}", "en: ''}", "no words in en", "help:"),
    ("s.kind AS value, s.kind AS label ORDER BY value, label", "s.kind AS kind ORDER BY kind", "value and label", "suggest"),
    ("MATCH (s:Source) RETURN", "MATCH (s:Sauce) RETURN", "No label Sauce", "suggest"),
    ("citations: {type: integer", "citations: {type: number", "has the type 'number'", "type: number"),
    ("en: citations}\n//   source_id", "en: citations, evidence: words}\n//   source_id", "evidence is 'words'", "evidence: words"),
    ("node: source_id}", "node: nowhere}", "'nowhere'", "nowhere"),
    ("{kind: bar, focus: [source, citations]}", "{kind: pie, focus: [source]}", "no view 'pie'", "pie"),
    ("focus: [source, citations]", "focus: [source]", "2 column", "focus: [source]"),
    ("focus: [source, citations]", "focus: [source, number]", "'number' is no column", "focus"),
    (VIEW, "// view: {kind: lanes, focus: [source]}\n", "lanes needs a graph", "lanes"),
    ("//   rows: [{source: code pénal}]\n", "", "rows or rows_min", "example:"),
    ("[{source: code pénal}]", "[{name: code pénal}]", "'name' is no column", "name: code"),
    ("params: {kind: Article}", "params: {}", "does not give kind", "example"),
    ("params: {kind: Article}", "params: {kind: Article, sort: x}", "'sort'", "sort: x"),
    ("MATCH p = (s:Source {kind: $kind})", "MATCH p = (s:Source {kind: $sort})", "$sort is not declared", "graph: >"),
    ("WHERE citations >= $least\n", "", "least is not used", "least:"),
    ("WHERE citations >= $least\n", "WHERE citations >= $least + $more\n", "$more is not declared", "$more"),
    ("RETURN s.canonical AS source, citations, s.id", "RETURN s.canonical AS source, s.id", "RETURN gives source, source_id", "RETURN"),
    ("RETURN s.canonical AS source,", "RETURN s.canonical,", "without a name", "RETURN s.canonical,"),
    ("RETURN s.canonical AS source, citations, s.id AS source_id\nORDER BY citations DESC, source_id\n", "", "returns nothing", "// Une"),
    ("ORDER BY citations DESC, source_id", "ORDER BY citations DESC", "order of the rows", "ORDER BY citations"),
    ("ORDER BY citations DESC, source_id\n", "", "order of the rows", "RETURN s.canonical"),
    ("WITH s, count(c)", "SET s.kind = 'x'\nWITH s, count(c)", "only reads", "SET s.kind"),
    ("WITH s, count(c)", "MERGE (s)\nWITH s, count(c)", "only reads", "MERGE"),
    ("WITH s, count(c)", "DETACH DELETE u\nWITH s, count(c)", "only reads", "DETACH"),
    ("WITH s, count(c)", "FOREACH (x IN [1] | SET s.kind = 'x')\nWITH s, count(c)", "only reads", "FOREACH"),
    ("// Une citation par passage.", "LOAD CSV FROM 'file:///x' AS row", "only reads", "LOAD CSV"),
    ("WITH s, count(c)", "CALL db.labels() YIELD label\nWITH s, count(c)", "procedure", "db.labels"),
    ("WITH s, count(c)", "CALL apoc.do()\nWITH s, count(c)", "plugin", "apoc"),
    ("WITH s, count(c)", "CALL { WITH s RETURN 1 AS one }\nWITH s, count(c)", "deprecated", "CALL {"),
    ("s.id AS source_id", "id(s) AS source_id", "property id", "id(s)"),
    ("s.id AS source_id", "elementId(s) AS source_id", "property id", "elementId"),
    ("MATCH (s:Source {kind: $kind})", "MATCH (s:Source WHERE s.kind = $kind)", "WHERE inside a pattern", "(s:Source WHERE"),
    ("u:Footnote OR u:Paragraph", "u:Footnote|Paragraph", "Label expressions", "Footnote|Paragraph"),
    ("<-[c:CITES]-(u)\nWHERE", "<-[c:CITES]-(u:Footnote|Paragraph)\nWHERE", "Label expressions", "Footnote|"),
    ("<-[c:CITES]-(u)", "<-[c:CITES]-(u)<-[:HAS_FOOTNOTE*]-()", "no upper bound", "HAS_FOOTNOTE*"),
    ("<-[c:CITES]-(u)", "<-[c:CITES]-(u)<-[:HAS_FOOTNOTE*2..]-()", "no upper bound", "HAS_FOOTNOTE*"),
    ("<-[c:CITES]-(u)", "<-[c:CITES]-(u) (()-->()){1,3} ()", "Quantified", "{1,3}"),
    ("u:Footnote OR u:Paragraph", "EXISTS { MATCH (u:Case) }", "word of Cypher", "u:Case"),
    ("count(c) AS citations", "sum(c.start) AS citations", "coalesce(sum(x), 0)", "sum("),
    ("count(c) AS citations", "collect(c.start)[0] AS citations", "Aggregate in a WITH", "collect("),
    ("count(c) AS citations", "size(COLLECT { MATCH (s)<--(x) RETURN x }) AS citations", "COLLECT", "COLLECT {"),
    ("u:Footnote OR u:Paragraph", "exists(u.number)", "no longer in Cypher", "exists("),
    ("u:Footnote OR u:Paragraph", "labels(u)[0] = 'Footnote'", "order of labels", "labels(u)"),
    ("u:Footnote OR u:Paragraph", "u.name =~ '(?i)note.*'", "(?i)", "(?i)"),
    ("u:Footnote OR u:Paragraph", "s.date < date()", "ISO texts", "date()"),
    ("u:Footnote OR u:Paragraph", "u:Footnote OR u:Paragraf", "Did you mean Paragraph", "Paragraf"),
    ("<-[c:CITES]-(u)\nWHERE", "<-[c:CITE]-(u)\nWHERE", "Did you mean CITES", "c:CITE"),
    ("count(c) AS citations", "count(c.surfce) AS citations", "Did you mean surface", "surfce"),
    ("MATCH (s:Source {kind: $kind})<-[c:CITES]-(u)", "MATCH (s:Source {kinds: $kind})<-[c:CITES]-(u)", "No property kinds", "kinds"),
    ("RETURN s.canonical AS source,", "RETURN s.surface AS source,", "No property surface of Source", "s.surface"),
    ("WITH s, count(c)", "OPTIONAL MATCH (s)--(k) WHERE NOT EXISTS { MATCH (k)--(u) }\nWITH s, count(c)", "loses the row", "OPTIONAL"),
    ("WITH s, count(c)", "OPTIONAL MATCH (s)--(k) WHERE NOT (k)<-[:CITES]-(u)\nWITH s, count(c)", "loses the row", "OPTIONAL"),
    ("WITH s, count(c)", "MATCH p = shortestPath((s)-[*..4]-(u)) WHERE length(p) > 1\nWITH s, count(c)", "steers", "shortestPath"),
    ("WITH s, count(c)", "RETURN s UNION MATCH (s)\nWITH s, count(c)", "UNION", "UNION"),
    ("DESC, source_id\n", "DESC, source_id;\nMATCH (n) RETURN n.id AS id ORDER BY id", "more than one", "source_id;"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says", "line_holds"), BROKEN, ids=[f"{i}-{b[2][:24]}" for i, b in enumerate(BROKEN)])
def test_a_broken_file_is_refused(old: str, new: str, says: str, line_holds: str) -> None:
    assert GOOD.count(old) >= 1
    broken = GOOD.replace(old, new)
    with pytest.raises(QueryError) as raised:
        parse_query(broken, "mine/sample.cypher")
    error = raised.value
    assert says in f"{error.what} {error.cure}"
    file, _, line = str(error.where).rpartition(":")
    assert file == "mine/sample.cypher"
    assert line_holds in broken.splitlines()[int(line) - 1]
    assert error.cure


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("u:Footnote OR u:Paragraph", "u.name <> 'SET x = 1; MERGE (n) CALL apoc.x() id(n)'"),
        ("// Une citation par passage.", "// DELETE nothing: CREATE, id(n), $undeclared"),
        ("WITH s, count(c) AS citations", "MATCH (s)<-[:PART_OF*0..1]-(k:Source) WITH s, k.id AS order, count(c) AS citations"),
        ("u:Footnote OR u:Paragraph", "NOT EXISTS { MATCH (u)-[x:HAS_FOOTNOTE|CITES]->(k:`Case`) WHERE x.id IN [c.id, ''] }"),
        ("WITH s, count(c) AS citations", "WITH s, {start: 1, end: c.end} AS set, count(c) AS citations"),
        ("// Une citation par passage.", "/* a comment\nover two lines */"),
    ],
)
def test_what_only_looks_wrong_is_let_through(old: str, new: str) -> None:
    assert parse_query(GOOD.replace(old, new), "sample.cypher").id == "sample"


def test_the_catalogue_holds_what_jurists_analysts_and_explorers_ask() -> None:
    catalog = load_catalog()
    assert len(catalog) >= 25
    assert [q.id for q in catalog] == sorted(q.id for q in catalog)
    assert {"jurist", "analyst", "explorer"} <= {tag for q in catalog for tag in q.tags}
    assert catalog.get("underpinning").parameters[0].name == "recommendation"


def test_an_unknown_query_suggests_the_nearest() -> None:
    with pytest.raises(QueryError, match="Did you mean underpinning"):
        load_catalog().get("underpining")


def test_a_users_directory_is_added(tmp_path: Path) -> None:
    (tmp_path / "sample.cypher").write_text(GOOD, encoding="utf-8")
    catalog = load_catalog(tmp_path)
    assert catalog.get("sample").file == str(tmp_path / "sample.cypher")
    assert len(catalog) == len(load_catalog()) + 1


def test_a_users_directory_that_is_none_or_takes_an_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no directory"):
        load_catalog(tmp_path / "absent")
    (tmp_path / "most-cited.cypher").write_text(GOOD.replace("id: sample", "id: most-cited"), encoding="utf-8")
    with pytest.raises(QueryError, match="taken"):
        load_catalog(tmp_path)


def test_a_file_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sample.cypher").write_bytes(GOOD.encode("cp1252"))
    with pytest.raises(QueryError, match="UTF-8"):
        load_catalog(tmp_path)
