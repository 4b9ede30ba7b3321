"""A jurist's review: what each verdict does to the graph, and what is told of an entry that cannot be applied."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_graph import ARTICLE, CHILD_CONVENTION, DOCUMENT, JUSTICE, LAW, PJJ, PRIOR, small_graph

from renvois.graph.checking import check_graph
from renvois.graph.model import Graph, Node, Relationship
from renvois.loaders.pipeline import build_graph
from renvois.loaders.review import read_review, review_path, reviewed, template, uncertain, unmatched

SIGNED = "  who: Ève Martin\n  when: 2031-04-02\n  why: relu\n"
OPINION = """Avis sur l’accueil des mineurs isolés

1. L’accueil des mineurs isolés relève de l’article 375-5 du code civil, qui confie leur placement au juge des enfants.

Recommandation 1 : La CNCDH recommande au ministère de la Justice de garantir le placement des mineurs isolés par le juge des enfants.
"""


def opinion() -> Graph:
    """The small opinion as it is drawn, before any review."""
    whole, review = small_graph(), f"{DOCUMENT}#v1"
    nodes, links = [n for n in whole.nodes if n.id != review], [r for r in whole.relationships if r.source != review]
    return Graph(DOCUMENT, tuple(nodes), tuple(links))


def apply(tmp_path: Path, text: str, graph: Graph | None = None) -> Graph:
    path = tmp_path / "A-2031-1.review.yaml"
    path.write_text(text, encoding="utf-8")
    result = reviewed(graph or opinion(), read_review(path))
    check_graph(result)
    return result


def link(graph: Graph, unit: str, rel_type: str, target: str) -> Relationship:
    return next(r for r in graph.relationships if (r.source, r.type, r.target) == (f"{DOCUMENT}#{unit}", rel_type, target))


def has(graph: Graph, unit: str, rel_type: str, target: str) -> bool:
    return any((r.source, r.type, r.target) == (f"{DOCUMENT}#{unit}", rel_type, target) for r in graph.relationships)


def only_refused(graph: Graph) -> Node:
    (entry,) = unmatched(graph)
    return entry


def test_a_confirmed_link_carries_who_when_and_why(tmp_path: Path) -> None:
    graph = apply(tmp_path, f"- target: R2 UNDERPINNED_BY {LAW}\n  verdict: confirm\n{SIGNED}")
    said = link(graph, "r2", "UNDERPINNED_BY", LAW).properties
    assert said["review"] == "confirmed"
    assert (said["reviewed_by"], said["reviewed_on"], said["review_why"]) == ("Ève Martin", "2031-04-02", "relu")
    assert said["grade"] == "B", "a confirmation changes nothing else"
    assert not unmatched(graph)


@pytest.mark.parametrize("name", ["loi du 14 mars 2016", "LOI DU 14 MARS 2016", LAW, "loi n° 2016-297 du 14 mars 2016"])
@pytest.mark.parametrize("unit", ["R2", "Recommandation 2", "recommandation n° 2", "r2"])
@pytest.mark.parametrize("relation", ["UNDERPINNED_BY", "repose sur", "is underpinned by"])
def test_a_link_is_named_as_a_jurist_would(tmp_path: Path, unit: str, relation: str, name: str) -> None:
    graph = apply(tmp_path, f"- target: '{unit} {relation} {name}'\n  verdict: confirmer\n")
    assert link(graph, "r2", "UNDERPINNED_BY", LAW).properties["review"] == "confirmed"


def test_a_refused_link_is_gone_and_the_recommendation_says_so(tmp_path: Path) -> None:
    graph = apply(tmp_path, f"- target: R2 UNDERPINNED_BY {LAW}\n  verdict: refuse\n{SIGNED}")
    assert not has(graph, "r2", "UNDERPINNED_BY", LAW)
    assert "relecture" in str(graph.node(f"{DOCUMENT}#r2").properties["no_basis_reason"])
    assert has(graph, "r1", "UNDERPINNED_BY", ARTICLE), "other recommendations keep theirs"
    entry = next(
        n
        for n in graph.nodes
        if n.label == "Review"
        and n.properties["verdict"] == "refuse"
        and n.properties["reviewer"] == "Ève Martin"
        and n.properties["applied"]
    )
    assert entry.properties["why"] == "relu", "a refusal stays visible in the graph"


def test_a_corrected_link_keeps_what_the_program_had_read(tmp_path: Path) -> None:
    graph = apply(tmp_path, f"- target: R2 UNDERPINNED_BY {LAW}\n  verdict: correct\n  strength: strong\n{SIGNED}")
    said = link(graph, "r2", "UNDERPINNED_BY", LAW).properties
    assert (said["strength"], said["review"]) == ("strong", "corrected")
    assert "faible" in str(said["review_was"])


def test_a_role_is_given_to_the_right_body(tmp_path: Path) -> None:
    graph = apply(
        tmp_path,
        f"- target: R2 ASSIGNS départements\n  verdict: correct\n  role: INVOLVES\n{SIGNED}- target: R1 s’adresse à Chancellerie\n  verdict: correct\n  to: PJJ\n",
    )
    assert not has(graph, "r2", "ASSIGNS", "inst:departements")
    assert link(graph, "r2", "INVOLVES", "inst:departements").properties["review"] == "corrected"
    assert not has(graph, "r1", "ADDRESSED_TO", JUSTICE)
    assert "ministère de la Justice" in str(link(graph, "r1", "ADDRESSED_TO", PJJ).properties["review_was"])


def test_what_a_refused_citation_alone_proved_goes_with_it(tmp_path: Path) -> None:
    graph = apply(tmp_path, f"- target: § 1 CITES {LAW}\n  verdict: refuse\n")
    assert not has(graph, "p1", "CITES", LAW)
    assert not has(graph, "r2", "UNDERPINNED_BY", LAW)


def test_what_a_corrected_citation_proved_follows_it(tmp_path: Path) -> None:
    graph = apply(tmp_path, f"- target: '§ 1 cite {LAW}'\n  verdict: correct\n  to: loi n° 2022-140 du 7 février 2022\n")
    right = "eli:fr/loi/2022/2/7/2022-140"
    assert link(graph, "p1", "CITES", right).properties["review_was"] == "loi du 14 mars 2016"
    assert link(graph, "r2", "UNDERPINNED_BY", right).properties["grade"] == "B"
    assert not has(graph, "r2", "UNDERPINNED_BY", LAW)


def test_an_added_link_quotes_the_text(tmp_path: Path) -> None:
    graph = apply(
        tmp_path,
        f"- target: R3 UNDERPINNED_BY Convention relative aux droits de l'enfant\n  verdict: add\n  grade: X\n  quote: La Convention relative aux droits de l'enfant l'exige\n{SIGNED}",
    )
    said = link(graph, "r3", "UNDERPINNED_BY", CHILD_CONVENTION).properties
    text = str(graph.node(f"{DOCUMENT}#text").properties["text"])
    assert text[int(str(said["start"])) : int(str(said["end"]))] == "La Convention relative aux droits\nde l’enfant l’exige"
    assert (said["grade"], said["review"], said["via"]) == ("X", "added", "§ 1")
    assert "no_basis_reason" not in graph.node(f"{DOCUMENT}#r3").properties


def test_a_source_the_document_never_cites_can_be_added(tmp_path: Path) -> None:
    graph = apply(tmp_path, "- target: 'R3 UNDERPINNED_BY code de la santé publique, art. L. 1110-1'\n  verdict: add\n")
    added = next(r for r in graph.relationships if r.properties.get("review") == "added")
    assert graph.node(added.target).properties["canonical"] == "code de la santé publique, art. L. 1110-1"
    assert graph.node(added.target).labels == ("Article", "Source")


def test_a_source_of_the_same_section_only_becomes_a_basis_when_added(tmp_path: Path) -> None:
    assert "add" in str(only_refused(apply(tmp_path, f"- target: R1 UNDERPINNED_BY {PRIOR}\n  verdict: confirm\n")).properties["message"])
    graph = apply(tmp_path, f"- target: R1 UNDERPINNED_BY {PRIOR}\n  verdict: add\n")
    said = link(graph, "r1", "UNDERPINNED_BY", PRIOR).properties
    assert (said["grade"], said["strength"], said["review"]) == ("B", "strong", "added")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (f"- target: R9 UNDERPINNED_BY {LAW}\n  verdict: confirm\n", "« R9 »"),
        (f"- target: R2 UNDERPINED_BY {LAW}\n  verdict: confirm\n", "« UNDERPINNED_BY »"),
        (f"- target: R2 UNDERPINNED_BY {LAW}\n  verdict: confrim\n", "« confirm »"),
        (f"- target: R2 UNDERPINNED_BY {LAW}\n  verdct: confirm\n", "« verdict »"),
        ("- target: R2 UNDERPINNED_BY loi du 14 mras 2016\n  verdict: refuse\n", "« loi du 14 mars 2016 »"),
        (f"- target: R1 UNDERPINNED_BY {LAW}\n  verdict: refuse\n", "art. 375-5 du code civil"),
        (f"- target: R2 UNDERPINNED_BY {LAW}\n  verdict: confirm\n  when: 3 avril\n", "AAAA-MM-JJ"),
        (f"- target: R2 UNDERPINNED_BY {LAW}\n  verdict: correct\n", "strength"),
        (f"- target: R3 UNDERPINNED_BY {LAW}\n  verdict: add\n  quote: absent du texte\n", "« absent du texte »"),
        ("- target: R2 ASSIGNS ministère des Licornes\n  verdict: add\n", "ministère des Licornes"),
        ("- verdict: confirm\n", "target"),
        ("- confirm\n", "target"),
    ],
)
def test_an_entry_that_matches_nothing_is_kept_and_told(tmp_path: Path, entry: str, said: str) -> None:
    graph = apply(tmp_path, f"{entry}- target: R1 UNDERPINNED_BY {ARTICLE}\n  verdict: confirm\n")
    refused = only_refused(graph)
    assert said in str(refused.properties["message"])
    assert refused.properties["name"] == "relecture, ligne 1"
    assert link(graph, "r1", "UNDERPINNED_BY", ARTICLE).properties["review"] == "confirmed", "the rest counts"


def test_a_basis_cannot_be_added_to_a_paragraph(tmp_path: Path) -> None:
    graph = apply(tmp_path, f"- target: § 1 UNDERPINNED_BY {LAW}\n  verdict: add\n{SIGNED}")
    assert "CITES" in str(only_refused(graph).properties["message"])
    assert not has(graph, "p1", "UNDERPINNED_BY", LAW)


def test_a_link_judged_twice_keeps_its_first_verdict(tmp_path: Path) -> None:
    entry = f"- target: R2 UNDERPINNED_BY {LAW}\n  verdict: "
    graph = apply(tmp_path, f"{entry}confirm\n{entry}refuse\n")
    assert link(graph, "r2", "UNDERPINNED_BY", LAW).properties["review"] == "confirmed"
    assert "ligne 1" in str(only_refused(graph).properties["message"])


def test_broken_yaml_costs_one_entry_and_names_its_line(tmp_path: Path) -> None:
    graph = apply(
        tmp_path,
        f"# relu\n- target: R2 UNDERPINNED_BY {LAW}\n  verdict: refuse\n  why: non: pas du tout\n- target: R1 UNDERPINNED_BY {ARTICLE}\n  verdict: confirm\n",
    )
    assert only_refused(graph).properties["name"] == "relecture, ligne 4"
    assert has(graph, "r2", "UNDERPINNED_BY", LAW)
    assert link(graph, "r1", "UNDERPINNED_BY", ARTICLE).properties["review"] == "confirmed"


@pytest.mark.parametrize("content", [b"target: R1\n", b"\xff\xfe\x00", b"- [" * 4000, b"42"])
def test_a_file_that_is_no_review_leaves_the_graph_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.review.yaml"
    path.write_bytes(content)
    graph = reviewed(opinion(), read_review(path))
    assert unmatched(graph)
    assert [r for r in graph.relationships if r.type != "ABOUT"] == [r for r in opinion().relationships if r.type != "ABOUT"]


def test_no_file_no_review() -> None:
    assert reviewed(opinion(), read_review(Path("nowhere.review.yaml"))) == opinion()


def test_a_build_applies_the_review_beside_the_document(tmp_path: Path) -> None:
    file = tmp_path / "avis.txt"
    file.write_text(OPINION, encoding="utf-8")
    assert review_path(file) == tmp_path / "avis.review.yaml"
    review_path(file).write_text(
        "- target: R1 UNDERPINNED_BY code civil, art. 375-5\n  verdict: refuse\n  who: Ève Martin\n", encoding="utf-8"
    )
    graph = build_graph(file)
    assert [r.target for r in graph.relationships if r.type == "UNDERPINNED_BY"] == []
    assert [n.properties["reviewer"] for n in graph.nodes if n.label == "Review"] == ["Ève Martin"]


def test_the_least_sure_comes_first() -> None:
    doubts = uncertain(opinion())
    assert [(d.rank, d.target) for d in doubts] == [
        ("weak", f"R2 UNDERPINNED_BY {LAW}"),
        ("contextual", f"R1 ASSIGNS {JUSTICE}"),
        ("contextual", "R3 BENEFITS inst:departements"),
        ("finding", "§ 2 CITES ?"),
        ("sure", f"R1 ADDRESSED_TO {JUSTICE}"),
        ("sure", f"R1 UNDERPINNED_BY {ARTICLE}"),
        ("sure", "R2 ASSIGNS inst:departements"),
        ("sure", f"R2 INVOLVES {PJJ}"),
    ]


def test_the_template_filled_in_is_a_review(tmp_path: Path) -> None:
    text = template(uncertain(opinion()), "A-2031-1.txt", "A-2031-1.review.yaml")
    assert reviewed(opinion(), read_review(_written(tmp_path, text))) == opinion(), "unfilled entries do not count"
    graph = apply(tmp_path, text.replace("verdict:\n", "verdict: confirm\n", 1))
    assert link(graph, "r2", "UNDERPINNED_BY", LAW).properties["review"] == "confirmed"
    assert "weak" not in {d.rank for d in uncertain(graph) if not d.reviewed}


def test_the_template_explains_itself_in_the_language_asked_for() -> None:
    english = template(uncertain(opinion()), "A-2031-1.txt", "A-2031-1.review.yaml", "en")
    assert english.startswith("# Review of A-2031-1.txt\n# To be saved as A-2031-1.review.yaml") and "Relecture" not in english
    french = template(uncertain(opinion()), "A-2031-1.txt", "A-2031-1.review.yaml")
    assert english.partition("- target")[2].count("- target") == french.partition("- target")[2].count("- target") > 0


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "template.yaml"
    path.write_text(text, encoding="utf-8")
    return path
