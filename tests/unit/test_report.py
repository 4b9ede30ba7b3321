"""The report of an opinion in its three formats: every link, its evidence in a note, and a document's words never markup."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree, html
from support.small_graph import DOCUMENT, small_graph

from renvois.graph.errors import RenvoisError
from renvois.graph.model import Graph, Node, Relationship
from renvois.loaders.read import read
from renvois.loaders.structure import structure
from renvois.report import report, write

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(2)) # *gras* | | `code` &lt;b&gt; \x0c [^1] ﷐"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(form: str, lang: str = "fr", graph: Graph | None = None) -> str:
    content = write(report(graph or small_graph(), DOCUMENT, lang), form)
    assert isinstance(content, str)
    return content


def word(lang: str = "fr", graph: Graph | None = None) -> bytes:
    content = write(report(graph or small_graph(), DOCUMENT, lang), "docx")
    assert isinstance(content, bytes)
    return content


def hostile() -> Graph:
    """The small opinion where every text that comes from a document is hostile."""
    free = {
        "text",
        "quote",
        "canonical",
        "name",
        "title",
        "message",
        "suggestion",
        "why",
        "no_basis_reason",
        "target",
        "via",
        "annexe_difference",
    }
    whole = small_graph()

    def spoiled[T: (Node, Relationship)](item: T) -> dict[str, object]:
        return {k: HOSTILE if k in free else "javascript:alert(3)" if k == "url" else v for k, v in item.properties.items()}

    nodes = tuple(Node(n.id, n.labels, spoiled(n)) for n in whole.nodes)  # type: ignore[arg-type]
    return Graph(DOCUMENT, nodes, tuple(Relationship(r.id, r.source, r.type, r.target, spoiled(r)) for r in whole.relationships))  # type: ignore[arg-type]


def part(markdown: str, title: str) -> str:
    """What stands under a heading, down to the next of its level or above."""
    level, rest = re.search(rf"^(#+) {re.escape(title)}$(.*)", markdown, re.MULTILINE | re.DOTALL).groups()  # type: ignore[union-attr]
    return re.split(rf"^#{{2,{len(level)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def test_a_recommendation_comes_with_its_text_its_basis_and_who_must_act() -> None:
    first = part(made("md"), "Recommandation 1")
    assert "> Recommandation 1 : La CNCDH recommande au ministère de la Justice" in first
    assert "**A ·** art. 375-5 du code civil (§ 1)[^1]" in first
    assert "**destinataire :** ministère de la Justice[^2]" in first
    assert "**chargé d’agir (déduit) :** ministère de la Justice" in first
    assert "Même section seulement (C) : avis de 2029 sur le placement." in first


def test_what_a_recommendation_asks_for_is_told_in_its_words() -> None:
    first = part(made("md"), "Recommandation 1")
    assert re.search(r"#### Ce qu’elle demande\n\n- \*\*\w+\*\* : placement", first)


def test_a_role_that_only_a_paragraph_gives_says_so() -> None:
    whole = small_graph()
    links = tuple(
        Relationship(r.id, r.source, r.type, r.target, {**r.properties, "contextual": True}) if r.type == "INVOLVES" else r
        for r in whole.relationships
    )
    markdown = made("md", graph=Graph(DOCUMENT, whole.nodes, links))
    assert "**associé (selon un paragraphe qui y mène) :** protection judiciaire de la jeunesse[^" in markdown
    assert "| protection judiciaire de la jeunesse |  |  | \\[2\\] |  |" in markdown


def test_nothing_is_said_of_a_recommendation_that_nothing_underpins_but_why() -> None:
    third = part(made("md"), "Recommandation 3")
    assert "Rien ne la fonde. rien n’est cité dans la recommandation ni dans ce qui y mène" in third
    assert "« professionnels de santé » devient « soignants »" in third
    assert "Thèmes : santé." in third


def test_every_call_has_its_note_and_the_note_quotes_the_text() -> None:
    markdown = made("md")
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", markdown, re.MULTILINE))
    calls = re.findall(r"\[\^(\d+)\](?!:)", markdown)
    assert calls == list(notes)
    assert notes["1"].startswith("« article 375-5 du code civil » (§ 1, p. 1).")
    assert any("Mots communs : projet pour l’enfant." in note for note in notes.values())


def test_sources_that_underpin_nothing_are_listed_and_the_others_not() -> None:
    unused = part(made("md"), "Les sources qui ne fondent aucune recommandation")
    assert "plan national 2030 (note 2)" in unused
    assert "avis de 2029 sur le placement" in unused, "a source of the same section underpins nothing"
    assert "loi du 14 mars 2016" not in unused


def test_who_must_act_is_a_table_by_role() -> None:
    table = part(made("md"), "Qui doit agir, sur quoi")
    assert "| Institution | destinataire | chargé d’agir | associé | bénéficiaire |" in table
    assert "| départements |  | 2 |  | \\[3\\] |" in table
    assert "| ministère de la Justice | 1 | \\[1\\] |  |  |" in table


def test_it_speaks_english_and_marks_the_french_it_quotes() -> None:
    assert "### Recommendation 2" in made("md", "en")
    tree = html.fromstring(made("html", "en"))
    assert tree.get("lang") == "en"
    assert "projet pour l’enfant" in [e.text for e in tree.iter("span") if e.get("lang") == "fr"]


def test_a_reviewed_link_is_marked_and_signed() -> None:
    whole = small_graph()
    marks = {"review": "corrected", "reviewed_by": "Ève Martin", "reviewed_on": "2031-04-02", "review_why": "relu", "review_was": "degré C"}
    links = tuple(
        Relationship(r.id, r.source, r.type, r.target, {**r.properties, **marks}) if r.properties.get("grade") == "B" else r
        for r in whole.relationships
    )
    markdown = made("md", graph=Graph(DOCUMENT, whole.nodes, links))
    assert "✓ corrigé à la relecture" in part(markdown, "Recommandation 2")
    assert "Corrigé à la relecture par Ève Martin, le 2 avril 2031 : relu ; le programme avait lu : degré C." in markdown
    assert "R3 UNDERPINNED" in part(markdown, "Entrées de relecture qui ne s’appliquent pas").replace("\\", "")


def test_a_documents_words_are_never_markdown() -> None:
    markdown = made("md", graph=hostile())
    for sign in ("<script", "[x](", "*gras*", "`code`", " | |", "&lt;"):
        assert not re.search(rf"(?<!\\){re.escape(sign)}", markdown), sign
    assert "javascript:" not in "".join(re.findall(r"\]\(([^)]*)\)", re.sub(r"\\.", "", markdown)))


def test_a_documents_words_are_never_html() -> None:
    page = made("html", graph=hostile())
    tree = html.fromstring(page)
    assert not list(tree.iter("script", "b", "img", "iframe"))
    assert [a for a in tree.iter("a") if not a.get("href").startswith(("#", "https://"))] == []
    assert "alert(1)" in tree.text_content(), "shown, as text"


def test_the_page_asks_for_nothing_and_its_policy_allows_only_its_style() -> None:
    page = made("html")
    tree = html.fromstring(page)
    style = next(tree.iter("style")).text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not tree.xpath("//@src | //link | //@style | //@onclick")


def test_every_link_inside_the_page_leads_somewhere() -> None:
    tree = html.fromstring(made("html"))
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {a.get("href")[1:] for a in tree.iter("a") if a.get("href").startswith("#")} <= set(ids)
    assert [t for t in tree.iter("th") if not t.get("scope")] == []


def test_the_evidence_stands_in_real_footnotes_of_the_word_file(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(word())
    text = read(file).text
    notes = [n for n in read(file).marks if n.kind == "footnote"]
    calls = [m for m in read(file).marks if m.kind == "call"]
    assert [c.value for c in calls] == [str(n) for n in range(1, len(notes) + 1)]
    assert "« article 375-5 du code civil » (§ 1, p. 1)." in text[notes[0].start : notes[0].end]
    assert text[: calls[0].start].endswith("art. 375-5 du code civil (§ 1)")
    assert structure(read(file)).footnotes[0].number == 1


def test_the_word_file_is_whole(tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(word(graph=hostile()))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
    document, notes = etree.fromstring(parts["word/document.xml"]), etree.fromstring(parts["word/footnotes.xml"])
    called = [e.get(f"{W}id") for e in document.iter(f"{W}footnoteReference")]
    assert called == [n.get(f"{W}id") for n in notes if n.get(f"{W}type") is None]
    assert b"/word/footnotes.xml" in parts["[Content_Types].xml"]
    styles = {e.get(f"{W}styleId") for e in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    used = {e.get(f"{W}val") for part in (document, notes) for e in part.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= styles


def test_the_word_file_has_headings_and_a_table_whose_header_repeats() -> None:
    document = docx.Document(io.BytesIO(word("en")))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == ["Recommendation 1", "Recommendation 2", "Recommendation 3"]
    assert document.core_properties.language == "en-GB"
    first = document.tables[0].rows[0]
    assert first._tr.trPr.find(f"{W}tblHeader") is not None
    assert [c.text for c in first.cells] == ["Institution", "addressee", "must act", "involved", "beneficiary"]


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_the_same_graph_gives_the_same_bytes(form: str) -> None:
    assert write(report(small_graph(), DOCUMENT), form) == write(report(small_graph(), DOCUMENT), form)


def test_an_opinion_without_anything_has_a_report() -> None:
    whole = small_graph()
    bare = Graph(DOCUMENT, (whole.node(DOCUMENT),), ())
    assert "Le document n’a pas de recommandation." in made("md", graph=bare)
    assert word(graph=bare)


def test_a_document_that_is_not_there_is_told() -> None:
    with pytest.raises(RenvoisError, match="cncdh:A-1999-1"):
        report(small_graph(), "cncdh:A-1999-1")
