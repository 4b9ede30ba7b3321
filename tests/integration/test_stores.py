"""Both databases do the same: loading, reloading, removing, reading, refusing. Expected values follow from support/small_graph.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from support import neo4j_server
from support.small_graph import (
    ARTICLE,
    CIVIL_CODE,
    DEPARTMENTS,
    DOCUMENT,
    JUSTICE,
    LATER,
    PJJ,
    TEXT,
    later_graph,
    small_graph,
)

from renvois.graph import identifiers as ids
from renvois.graph.errors import QueryError, SchemaError, StoreError
from renvois.graph.model import Graph, Node, Relationship
from renvois.graph.open import Access, open_store
from renvois.graph.store import LoadReport, NodeValue, PathValue, RelationshipValue, Store


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Where an empty store can be opened."""
    if request.param == "embedded":
        return tmp_path / "store"
    server: neo4j_server.Server = request.getfixturevalue("neo4j_server_wiped")
    neo4j_server.empty(server)
    return server.uri


@pytest.fixture
def store(address: str | Path) -> Iterator[Store]:
    with open_store(address) as opened:
        yield opened


def test_a_loaded_graph_reads_back_whole(store: Store) -> None:
    graph = small_graph()
    report = store.load(graph)
    assert report == LoadReport(DOCUMENT, len(graph.nodes), 0, len(graph.relationships), 0, unchanged=False)
    held = store.everything()
    assert held.nodes == graph.nodes
    assert held.relationships == graph.relationships
    assert store.documents() == [DOCUMENT]


def test_loading_twice_changes_nothing(store: Store) -> None:
    store.load(small_graph())
    before = store.everything()
    assert store.load(small_graph()) == LoadReport(DOCUMENT, 0, 0, 0, 0, unchanged=True)
    assert store.everything() == before


def test_a_load_tells_its_progress_and_ends_at_its_whole(store: Store) -> None:
    told: list[tuple[int, int]] = []
    store.load(small_graph(), lambda done, total: told.append((done, total)))
    whole = len(small_graph().nodes) + len(small_graph().relationships)
    assert told == sorted(told)
    assert told[-1] == (whole, whole)


def test_two_documents_loaded_again_in_turn_change_nothing(store: Store) -> None:
    store.load(small_graph())
    store.load(later_graph())
    before = store.everything()
    assert store.load(small_graph()).unchanged
    assert store.load(later_graph()).unchanged
    assert store.everything() == before


def test_the_order_of_loading_does_not_change_what_is_there(store: Store) -> None:
    store.load(later_graph())
    store.load(small_graph())
    held = store.everything()
    both = {n.id for n in (*small_graph().nodes, *later_graph().nodes)}
    assert {n.id for n in held.nodes} == both
    assert {r.id for r in held.relationships} == {r.id for r in (*small_graph().relationships, *later_graph().relationships)}
    assert held.node(DOCUMENT).properties == small_graph().node(DOCUMENT).properties


def test_a_citation_of_a_loaded_opinion_does_not_touch_it(store: Store) -> None:
    store.load(small_graph())
    store.load(later_graph())
    assert store.everything().node(DOCUMENT).properties == small_graph().node(DOCUMENT).properties


def test_derived_relationships_outlive_a_load_and_not_their_ends(store: Store) -> None:
    store.load(small_graph())
    store.load(later_graph())
    later, earlier = ids.unit(LATER, "r1"), ids.unit(DOCUMENT, "r1")
    texts = {"text": "Agir.", "earlier_text": "Garantir.", "words": ("agir",)}
    repeats = Relationship(f"{later}|REITERATES|{earlier}", later, "REITERATES", earlier, {"score": 0.5, **texts})
    other = Relationship(f"{later}|REITERATES|{earlier[:-1]}2", later, "REITERATES", f"{earlier[:-1]}2", {"score": 0.5, **texts})
    store.derive([repeats, other])
    store.derive([repeats])
    assert store.load(small_graph()).unchanged
    assert store.load(later_graph()).unchanged
    assert [r for r in store.everything().relationships if r.type == "REITERATES"] == [repeats]
    store.remove(DOCUMENT)
    assert not [r for r in store.everything().relationships if r.type == "REITERATES"]


def test_measures_are_kept_through_a_load_and_replaced_as_a_whole(store: Store) -> None:
    store.load(small_graph())
    recommendation = ids.unit(DOCUMENT, "r1")
    store.measure({recommendation: {"betweenness": 0.5, "community": 1}, ARTICLE: {"betweenness": 0.25, "community": 1}})
    assert store.load(small_graph()).unchanged
    store.load(later_graph())
    assert store.everything().node(ARTICLE).properties["betweenness"] == 0.25
    store.measure({recommendation: {"betweenness": 0.75, "community": 2}})
    held = store.everything()
    assert (held.node(recommendation).properties["betweenness"], held.node(recommendation).properties["community"]) == (0.75, 2)
    assert "betweenness" not in held.node(ARTICLE).properties
    store.measure({})
    store.remove(LATER)
    assert store.everything().nodes == small_graph().nodes


def test_what_a_changed_document_no_longer_says_is_removed(store: Store) -> None:
    store.load(small_graph())
    # The opinion without recommendation 2: it alone names the departments and the PJJ.
    gone = {ids.unit(DOCUMENT, "r2"), PJJ}
    changed = _without(small_graph(), gone)
    assert store.load(changed).nodes_removed == 2
    held = store.everything()
    assert not gone & {n.id for n in held.nodes}
    assert held.nodes == changed.nodes
    assert held.relationships == changed.relationships
    assert DEPARTMENTS in {n.id for n in held.nodes}, "recommendation 3 benefits them"


def test_a_shared_node_lives_while_one_document_uses_it(store: Store) -> None:
    store.load(small_graph())
    store.load(later_graph())
    store.remove(DOCUMENT)
    held = {n.id for n in store.everything().nodes}
    # The article is cited by the later opinion; its code stays because the article is part of it.
    assert held == {n.id for n in later_graph().nodes}
    store.remove(LATER)
    assert store.everything() == Graph("", (), ())


def test_facts_of_law_alone_keep_nothing_alive(store: Store) -> None:
    store.load(small_graph())
    cites_article = [r for r in small_graph().relationships if ARTICLE in (r.source, r.target) and r.type != "PART_OF"]
    graph = _without_relationships(small_graph(), {r.id for r in cites_article})
    store.load(graph)
    held = {n.id for n in store.everything().nodes}
    assert ARTICLE not in held, "nothing but PART_OF touches it"
    assert CIVIL_CODE in held, "the law amends it"


def test_a_removed_opinion_that_others_cite_is_a_citation_again(store: Store) -> None:
    store.load(small_graph())
    store.load(later_graph())
    store.remove(DOCUMENT)
    stub = store.everything().node(DOCUMENT)
    assert "loaded" not in stub.properties
    assert "fingerprint" not in stub.properties
    assert stub.properties["cote"] == "A-2031-1"
    assert store.documents() == [LATER]
    store.load(later_graph())
    assert store.everything().node(DOCUMENT) == later_graph().node(DOCUMENT), "what its only citation says of it"


def test_a_node_only_this_document_uses_takes_its_new_values(store: Store) -> None:
    store.load(small_graph())
    renamed = _with_properties(small_graph(), DEPARTMENTS, name="conseils départementaux", sort_name="conseils departementaux", named=False)
    store.load(renamed)
    assert store.everything().node(DEPARTMENTS).properties["name"] == "conseils départementaux"


def test_a_node_that_changes_its_label_is_replaced(store: Store) -> None:
    store.load(small_graph())
    as_report = tuple(
        replace(n, labels=("Report", "Source"), properties=MappingProxyType({**n.properties, "kind": "Report"}))
        if n.id == "plan:national-2030"
        else n
        for n in small_graph().nodes
    )
    changed = replace(small_graph(), nodes=as_report)
    store.load(changed)
    assert store.everything().nodes == changed.nodes
    assert store.everything().relationships == changed.relationships


def test_removing_an_unknown_document_says_so(store: Store) -> None:
    with pytest.raises(StoreError, match="holds no document 'cncdh:A-1999-1'"):
        store.remove("cncdh:A-1999-1")


@pytest.mark.parametrize(
    "value",
    [("a", 1), ("a", None), (("a",), ("b",)), {"a": "b"}, None, ("a", ("b",))],
    ids=["mixed list", "list with null", "nested list", "map", "null", "list in list"],
)
def test_what_only_one_database_would_hold_is_refused(store: Store, value: object) -> None:
    store.load(small_graph())
    before = store.everything()
    with pytest.raises(SchemaError, match="aliases"):
        store.load(_with_properties(small_graph(), JUSTICE, aliases=value))
    assert store.everything() == before


@pytest.mark.parametrize("wrong", [7, "", None, ("a",)])
def test_an_id_is_a_text(store: Store, wrong: object) -> None:
    graph = small_graph()
    nodes = (*graph.nodes, Node(wrong, ("Theme",), {"name": "x", "sort_name": "x"}))  # type: ignore[arg-type]
    with pytest.raises(SchemaError):
        store.load(replace(graph, nodes=nodes))
    assert store.everything().nodes == ()


def test_a_relationship_to_a_missing_node_is_refused(store: Store) -> None:
    graph = small_graph()
    dangling = Relationship("x", ids.unit(DOCUMENT, "f1"), "ABOUT", "nowhere", {"document": DOCUMENT})
    with pytest.raises(SchemaError, match="nowhere"):
        store.load(replace(graph, relationships=(*graph.relationships, dangling)))


def test_text_of_every_kind_is_kept_exactly(store: Store) -> None:
    odd = "É e\u0301 œ \u00a0\u202f « ’ » \t\n\r\n \\ \" ' ` $x ${y} {z} // /* \U0001f600 \ufeff"
    store.load(_with_properties(small_graph(), ids.unit(DOCUMENT, "p1"), text=odd))
    assert store.everything().node(ids.unit(DOCUMENT, "p1")).properties["text"] == odd
    assert store.read("MATCH (p {text: $text}) RETURN p.id", {"text": odd}).rows == ((ids.unit(DOCUMENT, "p1"),),)


def test_numbers_keep_their_type(store: Store) -> None:
    store.load(small_graph())
    query = "MATCH (:Recommendation)-[u:UNDERPINNED_BY {grade: 'A'}]->() RETURN u.score AS score, u.start AS start, u.rec_start AS starts"
    ((score, start, starts),) = store.read(query).rows
    assert (score, type(score)) == (1.0, float)
    assert (start, type(start)) == (TEXT.index("article 375-5 du code civil"), int)
    assert starts == [TEXT.rindex("article 375-5 du code civil")]


def test_a_node_a_relationship_and_a_path_have_one_form(store: Store) -> None:
    store.load(small_graph())
    query = (
        "MATCH p = (r:Recommendation {id: $id})-[u:UNDERPINNED_BY {grade: 'A'}]->(a:Article) RETURN p, u, a, [a, null] AS l, {it: u} AS m"
    )
    answer = store.read(query, {"id": ids.unit(DOCUMENT, "r1")})
    assert answer.columns == ("p", "u", "a", "l", "m")
    ((path, rests, article, both, mapped),) = answer.rows
    expected = next(n for n in small_graph().nodes if n.id == ARTICLE)
    assert article == NodeValue(ARTICLE, ("Article", "Source"), expected.properties)
    assert isinstance(rests, RelationshipValue)
    assert (rests.type, rests.source, rests.target) == ("UNDERPINNED_BY", ids.unit(DOCUMENT, "r1"), ARTICLE)
    assert isinstance(path, PathValue)
    assert [n.id for n in path.nodes] == [ids.unit(DOCUMENT, "r1"), ARTICLE]
    assert path.relationships == (rests,)
    assert (both, mapped) == ([article, None], {"it": rests})


def test_a_relationship_alone_still_names_its_ends(store: Store) -> None:
    store.load(small_graph())
    ((amends,),) = store.read("MATCH ()-[r:AMENDS]->() RETURN r").rows
    assert isinstance(amends, RelationshipValue)
    assert (amends.source, amends.target) == ("eli:fr/loi/2016/3/14/2016-297", CIVIL_CODE)


WRITING = (
    "CREATE (:Theme {id: 'x'})",
    "MATCH (n:Recommendation) SET n.text = ''",
    "MATCH (n:Nothing) SET n.text = '' RETURN n",
    "MATCH (n:Recommendation) REMOVE n.text",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Theme {id: 'x'}) RETURN n",
    "UNWIND [1] AS x CALL (x) { CREATE (n:Theme {id: 'x'}) RETURN n } RETURN n",
    "FOREACH (x IN [1] | CREATE (:Theme {id: 'x'}))",
    "MATCH (n) SET n:Seen",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (a:Avis), (b:Avis) MERGE (a)-[:CITES]->(b)",
    "CREATE INDEX x FOR (n:Theme) ON (n.name)",
    "DROP CONSTRAINT renvois_1_Avis_id",
    "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
)


@pytest.mark.parametrize("access", ["read", "write"])
def test_a_query_that_writes_or_reads_a_file_is_refused(address: str | Path, access: Access) -> None:
    with open_store(address) as store:
        store.load(small_graph())
    with open_store(address, access=access) as store:
        for query in WRITING:
            with pytest.raises(QueryError, match="refused"):
                store.read(query)
            assert store.everything().nodes == small_graph().nodes, query


def test_words_of_writing_inside_a_text_are_no_writing(store: Store) -> None:
    store.load(small_graph())
    query = (
        "MATCH (n:Theme) WHERE n.name <> 'x\n  Create (n)' RETURN n.name AS `a SetProperty`, 'CREATE (n) DELETE n' AS said // SET n.x = 1"
    )
    assert store.read(query).rows[0][1] == "CREATE (n) DELETE n"


@pytest.mark.parametrize(
    ("query", "where"),
    [("MATCH (n:Theme\nRETURN n", "line 2, column 1"), ("RETURN 1 +", "line 1")],
)
def test_a_wrong_query_is_pointed_at(store: Store, query: str, where: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.read(query)
    assert where in str(caught.value.where)


@pytest.mark.parametrize(
    "query", ["MATCH (n) RETURN m", "RETURN $absent AS x", "RETURN nosuch(1) AS x", "", "RETURN 1 AS a; RETURN 2 AS b"]
)
def test_a_query_that_cannot_run_is_a_query_error(store: Store, query: str) -> None:
    with pytest.raises(QueryError, match="failed"):
        store.read(query)


def test_an_answer_longer_than_allowed_is_refused(store: Store) -> None:
    store.load(small_graph())
    assert len(store.read("MATCH (n:Recommendation) RETURN n.id", max_rows=3).rows) == 3
    with pytest.raises(QueryError, match="more than 2 rows"):
        store.read("MATCH (n:Recommendation) RETURN n.id", max_rows=2)


def test_a_query_past_its_time_is_given_up(store: Store) -> None:
    with pytest.raises(QueryError, match=r"more than 0\.5 s"):
        store.read("UNWIND range(1, 60000) AS a UNWIND range(1, 1000) AS b RETURN sum((a * b) % 7) AS s", timeout=0.5)


def test_a_parameter_no_database_takes_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="parameter x"):
        store.read("RETURN $x AS x", {"x": object()})


def test_a_store_opened_to_be_read_takes_nothing(address: str | Path) -> None:
    with open_store(address) as store:
        store.load(small_graph())
    with open_store(address, access="read") as store:
        for write in (lambda: store.load(later_graph()), lambda: store.remove(DOCUMENT)):
            with pytest.raises(StoreError, match="opened to be read"):
                write()
        assert store.documents() == [DOCUMENT]


def test_a_failure_in_the_middle_of_a_load_leaves_nothing(store: Store) -> None:
    store.load(later_graph())
    before = store.everything()
    with pytest.raises(_BrokenError):
        store.load(small_graph(), _broken_after(statements=3))
    assert store.everything() == before
    assert store.load(small_graph()).nodes_created > 0


def test_a_run_of_several_documents_that_stopped_is_taken_up_again(store: Store) -> None:
    store.load(later_graph())
    with pytest.raises(_BrokenError):
        store.load(small_graph(), _broken_after(statements=5))
    reports = [store.load(graph) for graph in (later_graph(), small_graph())]
    assert [report.unchanged for report in reports] == [True, False]
    assert store.documents() == [DOCUMENT, LATER]


def test_another_version_of_the_schema_is_not_misread(address: str | Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(address) as store:
        store.load(small_graph())
    for module in ("embedded", "neo4j"):
        monkeypatch.setattr(f"renvois.graph.{module}.SCHEMA", replace(_schema(), version=99))
    for access in ("read", "write"):
        with pytest.raises(StoreError, match=r"version 1 of the schema; this Renvois needs version 99.*[Rr]ebuild"):
            open_store(address, access=access)  # type: ignore[arg-type]
    monkeypatch.undo()
    with open_store(address, access="read") as store:
        assert store.documents() == [DOCUMENT], "left as it was"


def test_an_empty_place_cannot_be_read(address: str | Path, request: pytest.FixtureRequest) -> None:
    if isinstance(address, str):
        neo4j_server.wipe(request.getfixturevalue("neo4j_server_wiped"))
    with pytest.raises(StoreError, match="renvois build"):
        open_store(address, access="read")


@pytest.mark.neo4j
def test_both_databases_hold_the_same(tmp_path: Path, neo4j_server_wiped: neo4j_server.Server) -> None:
    neo4j_server.wipe(neo4j_server_wiped)
    with open_store(tmp_path / "store") as embedded, open_store(neo4j_server_wiped.uri) as server:
        for graph in (small_graph(), later_graph()):
            assert embedded.load(graph) == server.load(graph)
        assert embedded.everything() == server.everything()
        for count in ("MATCH (n) RETURN count(n) AS c", "MATCH ()-[r]->() RETURN count(r) AS c"):
            assert embedded.read(count) == server.read(count)
        assert embedded.remove(DOCUMENT) == server.remove(DOCUMENT)
        assert embedded.everything() == server.everything()


class _BrokenError(Exception):
    pass


def _broken_after(statements: int) -> Callable[[int, int], None]:
    """A progress that makes the load fail once so many statements that write are sent."""
    sent = 0

    def progress(done: int, total: int) -> None:
        nonlocal sent
        sent += 1
        if sent == statements:
            raise _BrokenError

    return progress


def _schema():  # type: ignore[no-untyped-def]
    from renvois.graph.schema import SCHEMA

    return SCHEMA


def _without(graph: Graph, gone: set[str]) -> Graph:
    nodes = tuple(n for n in graph.nodes if n.id not in gone)
    return Graph(graph.document, nodes, tuple(r for r in graph.relationships if not gone & {r.source, r.target}))


def _without_relationships(graph: Graph, gone: set[str]) -> Graph:
    return replace(graph, relationships=tuple(r for r in graph.relationships if r.id not in gone))


def _with_properties(graph: Graph, node: str, **properties: object) -> Graph:
    changed = tuple(replace(n, properties={**n.properties, **properties}) if n.id == node else n for n in graph.nodes)  # type: ignore[dict-item]
    return replace(graph, nodes=changed)
