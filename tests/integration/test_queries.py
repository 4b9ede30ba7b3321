"""Every canned query, on both databases, over two small opinions: the same rows, of the declared types, and what their text says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from support import neo4j_server
from support.rows import typed_rows
from support.small_graph import ARTICLE, CHILD_ARTICLE, CIVIL_CODE, DOCUMENT, JUSTICE, LATER, LAW, PJJ, PRIOR, later_graph, small_graph

from renvois.graph.measures import measures
from renvois.graph.open import open_store
from renvois.graph.schema import SCHEMA
from renvois.graph.store import Cell, PathValue, Store
from renvois.queries.catalog import load_catalog
from renvois.queries.model import Column
from renvois.queries.run import Answer, picture, run, suggestions

R1, R2, R3 = (f"{DOCUMENT}#r{n}" for n in (1, 2, 3))
EACH = [{"recommendation": n, "avis": a} for n in (1, 2, 3, 99) for a in ("", "A-2031-1", LATER)]
AVIS: list[dict[str, object]] = [{}, {"avis": "A-2031-1"}, {"avis": LATER}, {"avis": "A-1999-9"}]
CASES: dict[str, list[dict[str, object]]] = {
    "actions": [*AVIS, {"verb": "garantir"}, {"verb": "rien de tel"}],
    "articles": [{}, {"unused": True}, {"avis": LATER}],
    "body-annexe": AVIS,
    "by-article": [{"article": a} for a in ("375-5", "Article 375-5 du code civil", "ART. 20", "375", "L. 375-5", "375.5", "375-5 (", ARTICLE)],
    "by-convention": [{"convention": c} for c in ("droits de l’enfant", "Droits de l'Enfant", "un:unts/27531", "Istanbul")],
    "by-institution": [{"institution": i} for i in ("PJJ", "Ministère de la justice", "chancellerie", "justice", "inst:departements", "x")],
    "central-sources": [*AVIS, {"limit": 1}],
    "chain": EACH,
    "citation-contexts": [{"source": s} for s in ("375-5", "code civil", PRIOR, "Cour EDH", "rien de tel", "375.5", "375-5 (", "[\\")],
    "co-responsibility": [*AVIS, {"inferred": True}],
    "communities": AVIS,
    "documents": [{}],
    "dossier": EACH,
    "findings": [*AVIS, {"certainty": "probable"}, {"certainty": "certain"}],
    "hearings": AVIS,
    "in-common": [{"first": 1, "second": 2}, {"first": 1, "second": 1}, {"first": 2, "second": 3}, {"first": 9, "second": 1}],
    "institution-by-avis": [{}, {"several": True}],
    "institution-load": AVIS,
    "most-cited": [*AVIS, {"limit": 3}],
    "neighbourhood": [*({"node": n} for n in (JUSTICE, R1, ARTICLE, DOCUMENT, f"{DOCUMENT}#n2", "x")), {"node": R1, "limit": 2}],
    "no-basis": [*AVIS, {"documentary": False}],
    "notes": AVIS,
    "only-mentioned": AVIS,
    "outline": AVIS,
    "overview": [{}],
    "path": [
        *({"from_id": a, "to_id": b} for a, b in ((JUSTICE, PRIOR), (R3, LAW), ("x", R1), (R1, R1))),
        {"from_id": R1, "to_id": R2, "limit": 1},
    ],
    "prior-avis": AVIS,
    "recommendations": AVIS,
    "reiterations": AVIS,
    "responsibility-matrix": [*AVIS, {"named": True}],
    "reviews": [*AVIS, {"unmatched": True}],
    "search": [
        *({"words": w} for w in ("projet enfant", "SANTÉ", "l’enfant", "rien de tel", "375-5", "375.5", "enfant.", "(a|b", "[^a] {2}", "\\", "$* +?")),
        *({"words": "enfant"} | a for a in AVIS),
        {"words": "e", "limit": 3},
    ],
    "short-forms": AVIS,
    "sources-across-avis": [{}],
    "sources-by-date": [*AVIS, {"since": "2016", "until": "2017"}, {"since": "2029"}],
    "themes": AVIS,
    "themes-by-institution": AVIS,
    "unassigned": AVIS,
    "underpinning": EACH,
    "unused-sources": [*AVIS, {"kind": "Article"}, {"kind": "Report", "avis": LATER}],
    "who-acts": EACH,
}  # fmt: skip


def test_every_query_has_its_cases() -> None:
    assert sorted(CASES) == [q.id for q in load_catalog()]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("queries") / "store") as store:
        store.load(small_graph())
        store.load(later_graph())
        store.measure(measures(store.everything()))
        yield store


@pytest.fixture(scope="module")
def neo4j(neo4j_server_wiped: neo4j_server.Server) -> Iterator[Store]:
    with open_store(neo4j_server_wiped.uri) as store:
        store.load(small_graph())
        store.load(later_graph())
        store.measure(measures(store.everything()))
        yield store


@pytest.mark.neo4j
@pytest.mark.parametrize("name", sorted(CASES))
def test_both_databases_give_the_same_rows(embedded: Store, neo4j: Store, name: str) -> None:
    for params in CASES[name]:
        here, there = run(embedded, name, params), run(neo4j, name, params)
        assert typed_rows(here.rows) == typed_rows(there.rows), params
        assert typed_rows(picture(embedded, here)) == typed_rows(picture(neo4j, there)), params


@pytest.mark.neo4j
@pytest.mark.parametrize("name", sorted(CASES))
def test_both_databases_suggest_the_same_values(embedded: Store, neo4j: Store, name: str) -> None:
    query = load_catalog().get(name)
    for parameter in query.parameters:
        assert suggestions(embedded, query, parameter.name) == suggestions(neo4j, query, parameter.name)


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_cell_has_the_type_its_column_declares(embedded: Store, name: str) -> None:
    for params in CASES[name]:
        answer = run(embedded, name, params)
        for row in answer.rows:
            for column, cell in zip(answer.query.columns, row, strict=True):
                assert cell is None or _is(column, cell), (params, column.name, cell)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_suggested_value_is_accepted(embedded: Store, name: str) -> None:
    query = load_catalog().get(name)
    required = {p.name: CASES[name][0][p.name] for p in query.parameters if p.required}
    for parameter in query.parameters:
        for suggestion in suggestions(embedded, query, parameter.name)[:3]:
            run(embedded, name, {**required, parameter.name: suggestion.value})


@pytest.mark.parametrize("name", sorted(CASES))
def test_no_row_comes_twice(embedded: Store, name: str) -> None:
    for params in CASES[name]:
        rows = typed_rows(run(embedded, name, params).rows)
        assert len(set(rows)) == len(rows), params


def test_a_number_is_told_with_its_opinion_where_several_answer(embedded: Store) -> None:
    for name in ("themes", "themes-by-institution", "institution-load", "co-responsibility"):
        told = {number for (numbers,) in _of(run(embedded, name, {}), "numbers") for number in numbers}
        assert told, name
        assert all(number.endswith((" (A-2031-1)", " (A-2032-4)")) for number in told), name
        alone = {number for (numbers,) in _of(run(embedded, name, {"avis": "A-2031-1"}), "numbers") for number in numbers}
        assert alone, name
        assert all(number.isdigit() for number in alone), name


def test_a_recommendation_rests_on_what_it_cites_then_on_what_leads_to_it(embedded: Store) -> None:
    first = run(embedded, "underpinning", {"recommendation": 1, "avis": "A-2031-1"})
    assert _of(first, "grade", "source_id") == [("A", ARTICLE), ("C", PRIOR)]
    second = run(embedded, "underpinning", {"recommendation": 2})
    assert _of(second, "grade", "source_id", "via", "words") == [("B", LAW, "§ 1", ["projet pour l’enfant"]), ("C", ARTICLE, "§ 2", [])]


def test_a_recommendation_that_rests_on_nothing_says_why(embedded: Store) -> None:
    answer = run(embedded, "underpinning", {"recommendation": 3})
    assert _of(answer, "grade", "source", "why") == [(None, None, "rien n’est cité dans la recommandation ni dans ce qui y mène")]


@pytest.mark.parametrize("article", ["375-5", "Art. 375-5 du Code civil", "code civil, 375-5", ARTICLE])
def test_an_article_is_found_however_it_is_written(embedded: Store, article: str) -> None:
    assert _of(run(embedded, "by-article", {"article": article}), "recommendation_id", "grade") == [(R1, "A"), (R2, "C")]


@pytest.mark.parametrize("article", ["375", "5", "375-55", "code pénal 375-5"])
def test_part_of_a_number_finds_no_other_article(embedded: Store, article: str) -> None:
    assert run(embedded, "by-article", {"article": article}).rows == ()


def test_recommendations_without_legal_basis(embedded: Store) -> None:
    assert _of(run(embedded, "no-basis", {}), "recommendation_id") == [(R3,), (f"{LATER}#r1",)]


def test_a_source_of_the_same_section_underpins_nothing(embedded: Store) -> None:
    unused = _of(run(embedded, "unused-sources", {"avis": DOCUMENT}), "source_id", "same_section")
    assert (PRIOR, ["1"]) in unused
    assert not {ARTICLE, LAW} & {source for source, _ in unused}
    assert (CHILD_ARTICLE, []) in unused


def test_the_most_cited_source_comes_first(embedded: Store) -> None:
    first = _of(run(embedded, "most-cited", {}), "source_id", "citations", "units", "recommendations")[0]
    assert first == (ARTICLE, 5, 4, ["1 (A-2031-1)"])


def test_the_contexts_of_a_citation_come_in_reading_order(embedded: Store) -> None:
    contexts = _of(run(embedded, "citation-contexts", {"source": "375-5", "avis": "A-2031-1"}), "cited_in", "surface", "relation")
    assert contexts == [
        ("§ 2", "article 375-5 du code civil", "explicit"),
        ("§ 2", "article 375-55", "explicit"),
        ("Recommandation 1", "article 375-5 du code civil", "explicit"),
        ("note 2", "Art. 375-5, précité", "op_cit"),
    ]


def test_who_acts_in_a_recommendation_and_what_is_asked_of_a_body(embedded: Store) -> None:
    acting = _of(run(embedded, "who-acts", {"recommendation": 2}), "role", "institution_id", "explicit")
    assert acting == [("ASSIGNS", "inst:departements", True), ("INVOLVES", PJJ, True)]
    for written in ("Chancellerie", "GARDE DES SCEAUX", "ministère de la Justice", JUSTICE, "justice"):
        asked = _of(run(embedded, "by-institution", {"institution": written}), "recommendation_id", "role")
        assert asked == [(R1, "ADDRESSED_TO"), (R1, "ASSIGNS"), (f"{LATER}#r1", "ADDRESSED_TO")], written


def test_an_acronym_does_not_find_words_that_hold_it(embedded: Store) -> None:
    assert _of(run(embedded, "by-institution", {"institution": "pj"}), "institution_id") == []


def test_prior_opinions_and_how_they_are_cited(embedded: Store) -> None:
    cited = _of(run(embedded, "prior-avis", {}), "source_id", "cited_in", "surface")
    assert cited == [(PRIOR, "§ 2", "avis de 2029"), (DOCUMENT, "§ 1", "avis de 2031")]


def test_body_and_annexe(embedded: Store) -> None:
    assert _of(run(embedded, "body-annexe", {}), "recommendation", "annexe_text") == [(3, "Former les soignants.")]


def test_a_note_is_the_way_from_the_paragraph_to_the_source(embedded: Store) -> None:
    assert _of(run(embedded, "chain", {"recommendation": 2}), "grade", "paragraph", "note", "source_id") == [("B", "§ 1", None, LAW)]
    notes = _of(run(embedded, "notes", {}), "note", "called_in", "sources")
    assert notes[0] == (1, "§ 1", ["décret du 17 novembre 2016"])


def test_an_inferred_role_leaves_a_recommendation_unassigned(embedded: Store) -> None:
    assert _of(run(embedded, "unassigned", {}), "recommendation_id", "inferred") == [(R3, []), (f"{LATER}#r1", ["ministère de la Justice"])]


def test_what_several_opinions_share(embedded: Store) -> None:
    assert _of(run(embedded, "sources-across-avis", {}), "source_id", "documents") == [(ARTICLE, [DOCUMENT, LATER])]
    assert {i for (i,) in _of(run(embedded, "institution-by-avis", {"several": True}), "institution_id")} == {JUSTICE}


def test_search_wants_every_word_whatever_its_accents(embedded: Store) -> None:
    assert [i for (i,) in _of(run(embedded, "search", {"words": "SANTE former"}), "node_id")] == [R3]
    assert run(embedded, "search", {"words": "santé zèbre"}).rows == ()


def test_punctuation_stands_for_itself_in_a_search(embedded: Store) -> None:
    for name, asked in (("search", "words"), ("citation-contexts", "source")):
        assert run(embedded, name, {asked: "375-5"}).rows
        for words in ("375.5", "375-5|", "37[5]-5", ".*"):
            assert run(embedded, name, {asked: words}).rows == (), words
    assert R3 in [i for (i,) in _of(run(embedded, "search", {"words": "santé."}), "node_id")]


def test_every_kind_of_node_is_counted(embedded: Store) -> None:
    held = Counter(n.label for n in embedded.everything().nodes)
    assert dict(_of(run(embedded, "overview", {}), "label", "nodes")) == held
    cypher = load_catalog().get("overview").cypher
    assert all(f"(n:{label})" in cypher.replace("`", "") for label in {n.label for n in SCHEMA.node_types})


def test_a_path_joins_what_two_recommendations_share(embedded: Store) -> None:
    paths = _of(run(embedded, "path", {"from_id": R1, "to_id": R2}), "ids", "links")
    assert paths == [
        ([R1, ARTICLE, R2], ["CITES", "C"]),
        ([R1, ARTICLE, R2], ["UNDERPINNED_BY", "C"]),
    ]


def test_a_picture_shows_no_same_section_link(embedded: Store) -> None:
    answer = run(embedded, "underpinning", {"recommendation": 2})
    (path,) = [row[0] for row in picture(embedded, answer)]
    assert isinstance(path, PathValue)
    assert [n.id for n in path.nodes] == [R2, LAW]


def test_the_code_itself_is_counted_as_a_whole(embedded: Store) -> None:
    whole = _of(run(embedded, "articles", {"unused": True}), "whole_id", "source_id")
    assert whole == [("un:unts/27531", CHILD_ARTICLE)]
    assert (CIVIL_CODE, ARTICLE) in _of(run(embedded, "articles", {}), "whole_id", "source_id")


def test_what_links_most_and_what_goes_together(embedded: Store) -> None:
    """R1 and R2 share a source of grade C only, which proves nothing; R2 and R3 concern the departments; both opinions' R1 one ministry."""
    assert run(embedded, "central-sources", {}).rows == ()
    groups = _of(run(embedded, "communities", {}), "recommendations", "sources", "institutions")
    assert groups == [
        (["2 (A-2031-1)", "3 (A-2031-1)"], ["loi du 14 mars 2016"], ["départements", "PJJ"]),
        (["1 (A-2031-1)", "1 (A-2032-4)"], ["art. 375-5 du code civil"], ["ministère de la Justice"]),
    ]


@pytest.mark.parametrize("name", ["actions", "responsibility-matrix", "unassigned"])
def test_a_recommendation_is_told_with_its_opinion_where_several_answer(embedded: Store, name: str) -> None:
    rows = _of(run(embedded, name, {}), "recommendation", "document")
    assert rows
    for told, document in rows:
        assert str(told).endswith(" (A-2031-1)" if document == DOCUMENT else " (A-2032-4)")
    assert all(str(told).isdigit() for (told,) in _of(run(embedded, name, {"avis": DOCUMENT}), "recommendation"))


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_row_shown_says_of_which_opinion_it_is(embedded: Store, name: str) -> None:
    """Both opinions have a recommendation 1, a paragraph 1: a row of either says which, even where the other has no row."""
    for params in (p for p in CASES[name] if not p.get("avis")):
        answer = run(embedded, name, params)
        for record, shown in zip(answer.records(), answer.visible_rows(), strict=True):
            document = record.get("document")
            assert document is None or any(str(document) in str(cell) for cell in shown) or record.get("avis"), (params, shown)


def test_passages_of_one_name_are_told_apart(embedded: Store) -> None:
    cited_in = dict(_of(run(embedded, "articles", {}), "source_id", "cited_in"))[ARTICLE]
    assert {"§ 2 (A-2031-1)", "§ 1 (A-2032-4)"} <= set(cited_in)
    (names, *_) = _of(run(embedded, "path", {"from_id": R1, "to_id": f"{LATER}#r1"}), "names")[0]
    assert names == ["Recommandation 1 (A-2031-1)", "ministère de la Justice", "Recommandation 1 (A-2032-4)"]


def test_rows_of_several_opinions_say_which(embedded: Store) -> None:
    both = run(embedded, "underpinning", {"recommendation": 1})
    assert both.headers("fr")[-1] == "avis"
    assert {row[-1] for row in both.visible_rows()} == {DOCUMENT, LATER}
    assert "avis" not in run(embedded, "underpinning", {"recommendation": 1, "avis": DOCUMENT}).headers("fr")


def _of(answer: Answer, *columns: str) -> list[tuple[Cell, ...]]:
    return [tuple(record[c] for c in columns) for record in answer.records()]


def _is(column: Column, cell: Cell) -> bool:
    if column.type in ("string[]", "integer[]"):
        item = str if column.type == "string[]" else int
        return isinstance(cell, list | tuple) and all(type(v) is item for v in cell)
    if column.type == "label":
        return cell in SCHEMA.labels
    if column.type.startswith("relationship"):
        types = {r.type for r in SCHEMA.relationship_types} | set(column.values)
        return all(v in types for v in (cell if isinstance(cell, list | tuple) and column.type.endswith("[]") else [cell]))
    return type(cell) is {"string": str, "integer": int, "float": float, "boolean": bool}[column.type]
