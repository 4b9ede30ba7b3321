"""Full-text search: both databases find the same passages and names, in French, whatever is typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import neo4j_server
from support.small_graph import ARTICLE, DEFENDER, DOCUMENT, JUSTICE, LATER, PJJ, later_graph, small_graph

from renvois.graph.errors import QueryError
from renvois.graph.open import open_store
from renvois.graph.store import Store

P1, P2, P3, R1, R2, R3 = (f"{DOCUMENT}#{unit}" for unit in ("p1", "p2", "p3", "r1", "r2", "r3"))


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("search") / "store") as store:
        store.load(small_graph())
        store.load(later_graph())
        yield store


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    if request.param == "embedded":
        yield request.getfixturevalue("embedded")
        return
    server: neo4j_server.Server = request.getfixturevalue("neo4j_server_wiped")
    with open_store(server.uri) as opened:
        opened.load(small_graph())
        opened.load(later_graph())
        yield opened


def found(store: Store, words: str) -> set[str]:
    return {hit.node.id for hit in store.search(words)}


@pytest.mark.parametrize("words", ["soignant", "soignants", "SOIGNANT", "les soignants", "former soignant"])
def test_inflections_capitals_and_small_words_do_not_matter(store: Store, words: str) -> None:
    assert found(store, words) == {R3}


@pytest.mark.parametrize("words", ["défenseur des droits", "DEFENSEUR", "le Défenseur des Droits"])
def test_a_body_and_where_it_is_named(store: Store, words: str) -> None:
    assert {DEFENDER, P3} <= found(store, words)


def test_an_elided_word_is_a_word(store: Store) -> None:
    assert found(store, "l’article 375-5") == found(store, "l'article 375-5") == found(store, "article 375-5")
    assert {P2, R1, f"{LATER}#p1"} <= found(store, "article 375-5")


def test_every_word_is_needed(store: Store) -> None:
    assert found(store, "santé") & {P3, R3}
    assert found(store, "santé zèbre") == set()


def test_a_number_is_no_part_of_another(store: Store) -> None:
    assert ARTICLE in found(store, "375-5")
    assert found(store, "75-5") == found(store, "375-9") == set()


def test_other_names_and_acronyms_are_names(store: Store) -> None:
    assert JUSTICE in found(store, "chancellerie")
    assert JUSTICE in found(store, "garde des sceaux")
    assert PJJ in found(store, "pjj")


@pytest.mark.parametrize("words", ['"', "+-&& || ! ( ) { } [ ] ^ ~ * ? : \\ /", "", "  ", "«»"])
def test_nothing_to_search_for_is_said(store: Store, words: str) -> None:
    with pytest.raises(QueryError, match="no word to search for"):
        store.search(words)


@pytest.mark.parametrize("words", ["santé*", "santé OR zèbre) //", "santé~2", 'NEAR("santé")', "texte:santé", "sant? \\"])
def test_what_a_search_engine_would_take_for_its_own_is_words(store: Store, words: str) -> None:
    store.search(words)


@pytest.mark.parametrize("words", ["de la", "et"])
def test_words_that_every_text_holds_find_nothing(store: Store, words: str) -> None:
    assert store.search(words) == []


def test_no_more_than_asked_the_best_first(store: Store) -> None:
    hits = store.search("article", limit=2)
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score > 0
    assert hits[0].node.properties


def test_short_words_are_found_without_their_accents(store: Store) -> None:
    assert found(store, "sante") == found(store, "santé") != set()
    assert found(store, "eve") == found(store, "Ève") != set()


def test_what_is_loaded_is_found_at_once_and_what_is_removed_is_not(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(small_graph())
        assert found(store, "rappelle") == set()
        store.load(later_graph())
        assert found(store, "rappelle") == {f"{LATER}#p1"}
        store.remove(LATER)
        assert found(store, "rappelle") == set()
    with open_store(tmp_path / "store", access="read") as store:
        assert found(store, "soignants") == {R3}


@pytest.mark.parametrize("damage", ["gone", "cut", "foreign"])
def test_a_lost_or_damaged_index_is_made_again(tmp_path: Path, damage: str) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(small_graph())
        assert found(store, "soignants") == {R3}
    file = tmp_path / "store" / "search.sqlite"
    content = file.read_bytes()
    file.unlink()
    if damage != "gone":
        file.write_bytes(content[: len(content) // 2] if damage == "cut" else b"Madame, Monsieur" * 300)
    with open_store(tmp_path / "store") as store:
        assert found(store, "soignants") == {R3}
        store.load(later_graph())
        assert found(store, "rappelle") == {f"{LATER}#p1"}


def test_an_index_that_may_not_be_written_is_no_obstacle(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(small_graph())
        store.search("soignants")
        store.load(later_graph())
    shutil.rmtree(tmp_path / "store" / "search.sqlite", ignore_errors=True)
    (tmp_path / "store" / "search.sqlite").unlink()
    (tmp_path / "store" / "search.sqlite").mkdir()  # no file can be made there, whoever asks
    with open_store(tmp_path / "store", access="read") as store:
        assert found(store, "rappelle") == {f"{LATER}#p1"}


def test_two_readers_index_at_once(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(small_graph())
    code = f"""
from renvois.graph.open import open_store
with open_store({str(tmp_path / "store")!r}, access="read") as store:
    print(*(hit.node.id for hit in store.search("soignants")))
"""
    readers = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=os.environ) for _ in range(2)]
    assert [reader.communicate()[0].strip() for reader in readers] == [R3, R3]
