"""What a notebook user does: open, ask, look. Over the small opinion on the embedded database."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.small_graph import ARTICLE, CIVIL_CODE, DOCUMENT, JUSTICE, LAW, small_graph

import renvois
from renvois.graph.model import Graph, Node
from renvois.graph.open import open_store


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("session") / "store"
    with open_store(place) as store:
        store.load(small_graph())
    return place


@pytest.fixture
def g(directory: Path) -> Iterator[renvois.Session]:
    with renvois.open(directory) as session:
        yield session


def test_importing_costs_nothing() -> None:
    heavy = ("grafeo", "neo4j", "networkx", "pandas", "spacy", "yaml", "lxml", "IPython")
    code = f"import sys, renvois; print([m for m in {heavy!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_everything_exported_is_there() -> None:
    assert renvois.__all__ == sorted(renvois.__all__, key=lambda n: (not n.isupper(), n))
    assert all(getattr(renvois, name) is not None for name in renvois.__all__)
    with pytest.raises(AttributeError):
        _ = renvois.nothing  # type: ignore[attr-defined]


def test_a_named_query_gives_rows_records_and_a_frame(g: renvois.Session) -> None:
    result = g.query("underpinning", recommendation=1)
    assert [r["source_id"] for r in result] == [ARTICLE, "cncdh:A-2029-7"]
    assert len(result) == 2
    frame = result.df
    assert list(frame.columns) == list(result.columns)
    assert list(frame["grade"]) == ["A", "C"]


def test_the_graph_of_an_answer_is_its_picture(g: renvois.Session) -> None:
    network = g.query("underpinning", recommendation=2).graph
    assert sorted(network.nodes) == sorted([f"{DOCUMENT}#r2", LAW])
    ((source, target, attributes),) = network.edges(data=True)
    assert (source, target, attributes["type"], attributes["grade"]) == (f"{DOCUMENT}#r2", LAW, "UNDERPINNED_BY", "B")
    assert set(network.nodes[LAW]["labels"]) == {"Law", "Source"}


def test_own_cypher_takes_parameters_and_may_not_write(g: renvois.Session) -> None:
    result = g.cypher("MATCH p = (a:Article {id: $id})-[:PART_OF]->(c:Code) RETURN p, c", id=ARTICLE)
    assert sorted(result.graph.nodes) == sorted([ARTICLE, CIVIL_CODE])
    assert "art. 375-5 du code civil → code civil" in result._repr_html_()
    with pytest.raises(renvois.RenvoisError, match="refused"):
        g.cypher("MATCH (n) DETACH DELETE n")
    assert g.documents == [DOCUMENT]


def test_the_whole_graph_as_networkx(g: renvois.Session) -> None:
    network = g.to_networkx()
    whole = small_graph()
    assert (network.number_of_nodes(), network.number_of_edges()) == (len(whole.nodes), len(whole.relationships))


class _Table(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [str(value) for name, value in attrs if name == "href"]


def test_the_table_links_to_public_addresses_and_folds_the_query(g: renvois.Session) -> None:
    html = g.query("articles")._repr_html_()
    table = _Table()
    table.feed(html)
    assert "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721/" in table.links
    assert {"table", "caption", "details", "pre"} <= set(table.tags)
    assert "ORDER BY w.sort_name, article" in html


def test_after_a_page_the_table_links_to_its_passages(directory: Path, tmp_path: Path) -> None:
    with renvois.open(directory) as g:
        g._pages[DOCUMENT] = "avis.html"
        table = _Table()
        table.feed(g.query("citation-contexts", source="375-5")._repr_html_())
    assert {"avis.html#p2", "avis.html#r1", "avis.html#n2"} <= set(table.links)


def test_document_words_are_never_markup(tmp_path: Path) -> None:
    graph = small_graph()
    bad = '<script>alert("x")</script> & "onerror='
    nodes = tuple(
        Node(n.id, n.labels, {**n.properties, "name": bad, "canonical": bad}) if n.label in ("Article", "Law") else n for n in graph.nodes
    )
    with open_store(tmp_path / "store") as store:
        store.load(Graph(graph.document, nodes, graph.relationships))
    with renvois.open(tmp_path / "store") as g:
        for result in (g.query("underpinning", recommendation=1), g.query("most-cited"), g.query("by-article", article="375-5")):
            table = _Table()
            table.feed(result._repr_html_())
            assert "script" not in table.tags
            svg = result._repr_svg_()
            assert svg is not None
            assert not [e for e in ElementTree.fromstring(svg).iter() if "script" in e.tag]


def test_english_all_the_way(directory: Path) -> None:
    with renvois.open(directory, lang="en") as g:
        result = g.query("who-acts", recommendation=1)
    assert result.headers[:2] == ("role", "institution")
    assert result.shown[0][:2] == ("is addressed to", "ministère de la Justice")


def test_a_store_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with renvois.open(tmp_path / "none") as g, pytest.raises(renvois.RenvoisError, match=r"g\.build"):
        g.query("most-cited")


def test_own_queries_are_added(directory: Path, tmp_path: Path) -> None:
    own = (
        "// Codes\n// ---\n// id: codes\n// question: {fr: Quels codes ?, en: Which codes?}\n// tags: [mine]\n"
        "// columns:\n//   id: {type: string, fr: code, en: code}\n// view: {kind: table, focus: [id]}\n// example: {rows_min: 0}\n// ---\n"
        "MATCH (c:Code) RETURN c.id AS id ORDER BY id\n"
    )
    (tmp_path / "codes.cypher").write_text(own, encoding="utf-8")
    with renvois.open(directory, queries=[tmp_path]) as g:
        assert g.query("codes").rows == ((CIVIL_CODE,),)


def test_the_magic_asks_the_session_with_the_notebooks_variables(g: renvois.Session) -> None:
    from IPython.core.error import UsageError
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    shell.run_line_magic("load_ext", "renvois")
    shell.user_ns.update(g=g, body=JUSTICE)
    result = shell.run_cell_magic("cypher", "-o asked", "MATCH (i:Institution {id: $body}) RETURN i.name AS name")
    assert result.rows == (("ministère de la Justice",),)
    assert list(shell.user_ns["asked"]["name"]) == ["ministère de la Justice"]
    for line, cell, says in (
        ("", "MATCH (n {id: $nobody}) RETURN n", "nobody"),
        ("-o", "MATCH (n) RETURN n", "not understood"),
        ("-s nowhere", "MATCH (n) RETURN n", "no session"),
        ("", "MATCH (n) DELETE n", "refused"),
    ):
        with pytest.raises(UsageError, match=says):
            shell.run_cell_magic("cypher", line, cell)
    assert g.documents == [DOCUMENT]


def test_the_report_is_written_in_the_format_of_its_name(g: renvois.Session, tmp_path: Path) -> None:
    assert g.report(tmp_path / "r.docx").read_bytes().startswith(b"PK")
    assert "Recommandation 1" in g.report(tmp_path / "r.md").read_text(encoding="utf-8")
    with pytest.raises(renvois.RenvoisError, match="docx"):
        g.report(tmp_path / "r.odt")
    with pytest.raises(renvois.RenvoisError, match="cncdh:A-2031-1"):
        g.report(tmp_path / "r.md", document="cncdh:A-1999-1")


def test_an_entry_of_a_review_that_matches_nothing_is_a_warning(tmp_path: Path) -> None:
    document = tmp_path / "avis.txt"
    document.write_text(
        "Avis\n\nRecommandation n° 1 : La commission recommande au ministère de la justice de publier le bilan.\n", encoding="utf-8"
    )
    (tmp_path / "avis.review.yaml").write_text("- target: R7 UNDERPINNED_BY code civil\n  verdict: confirm\n", encoding="utf-8")
    with renvois.open(tmp_path / "store") as session, pytest.warns(UserWarning, match=r"avis\.review\.yaml — relecture, ligne 1 — R7"):
        session.build(document)
