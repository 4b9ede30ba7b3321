"""What is said of a text or its review: in both languages, with the same facts, wherever it is shown."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from support import opinions
from typer.testing import CliRunner

import renvois
from renvois.cli.app import app
from renvois.explorer.material import Material
from renvois.explorer.reading import blocks
from renvois.explorer.tables import finding_rows, review_rows
from renvois.graph.open import open_store
from renvois.loaders.messages import alike, dated, place, say
from renvois.loaders.pipeline import build_graph

LOADERS = Path(__file__).parents[2] / "loaders"
MESSAGES: dict[str, dict[str, str]] = yaml.safe_load(files("renvois.loaders").joinpath("messages.yaml").read_text(encoding="utf-8"))
# The signs and words of the other language, which a sentence of ours does not hold outside the words it quotes.
FRENCH = re.compile(r"[«»]|\b(?:est|sans doute|la note|du même|écrite?|aucune?|ce lien)\b")
TEXT = """CONSEIL NATIONAL DE L’ACCUEIL

Avis sur l’accueil des mineurs isolés

1. La loi n° 78-17 du 6 juin 1978 s’applique, comme l’article 375 du code civil. Le rapport précité le dit.

Recommandation 1 : Le Conseil recommande de garantir le placement prévu à l’article 375 du code civil.
"""
REVIEW = """- {target: 'R1 UNDERPINNED_BY code civil, art. 375', verdict: confirm}
- {target: 'R1 UNDERPINNED_BY code civil, art. 999', verdict: confirm}
- {target: 'R1 RESTE_SUR x', verdict: refuse}
- {target: 'R1 UNDERPINNED_BY x', verdict: peut-être}
"""


def facts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "avis.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.with_suffix(".review.yaml").write_text(REVIEW, encoding="utf-8")
    return path


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_a_message_says_the_same_in_both_languages(key: str) -> None:
    told = MESSAGES[key]
    assert set(told) == {"fr", "en"}
    assert facts(told["fr"]) == facts(told["en"])
    assert not FRENCH.search(told["en"])
    assert "“" not in told["fr"]


def test_every_message_is_used_and_every_used_one_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in LOADERS.rglob("*.py"))
    quoted = set(re.findall(r'"([a-z][a-z0-9_]+)"', code)) | {"was_grade_strong", "was_grade_weak"}
    assert set(MESSAGES) <= quoted
    assert set(re.findall(r'\bsay\("(\w+)"', code)) <= set(MESSAGES)


def test_facts_are_told_in_the_language_of_the_sentence() -> None:
    said = say("dates_disagree", written=dated("2019-09-19"), settled=dated("2019-11"), proof=say("dated_by_text"))
    assert "19 septembre 2019" in said.fr and "novembre 2019 (le texte" in said.fr
    assert "19 September 2019" in said.en and "November 2019 elsewhere (the text" in said.en
    assert (dated("2021-01-01").fr, dated("2021-01-01").en, dated("2017").en) == ("1er janvier 2021", "1 January 2021", "2017")
    assert (place("footnote 9").fr, place("footnote 9").en) == ("note 9", "footnote 9")
    assert alike("{x}").fr == "{x}", "words of a text are never a template"
    assert say("follows_nothing", cue="{x}").en == "“{x}” follows no citation"


def test_the_graph_keeps_what_is_said_in_both_languages(file: Path) -> None:
    nodes = [n for n in build_graph(file).nodes if n.label in ("Finding", "Review")]
    kinds = {n.properties.get("kind") for n in nodes}
    assert {"date_number", "unresolved_reference"} <= kinds
    assert sum(n.label == "Review" for n in nodes) == 4
    for node in nodes:
        own = re.sub(r"“[^”]*”", "", str(node.properties["message_en"]))
        assert own and not FRENCH.search(own), own
        assert node.properties["message"] != node.properties["message_en"]
        assert ("suggestion" in node.properties) == ("suggestion_en" in node.properties)


def test_every_table_asked_in_english_says_it_in_english(file: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    assert CliRunner().invoke(app, ["build", str(file), "--store", store]).exit_code == 0
    english = "is of 6 January 1978, not of 6 June 1978."
    french = "est du 6 janvier 1978, non du 6 juin 1978."
    asked: list[list[str]] = [
        ["check", str(file)],
        ["review", str(file)],
        ["query", "findings", "--store", store],
        ["query", "findings", "--store", store, "--csv"],
    ]
    for command in asked:
        for lang in ("en", "fr"):
            told = CliRunner().invoke(app, [*command, "--lang", lang]).stdout
            assert ("June" in told) == (lang == "en"), (command, lang)
            assert "juin" in told, "the words of the text stay"
    for lang, says, effect in (("en", english, "Unknown verdict “peut-être”"), ("fr", french, "Verdict inconnu « peut-être »")):
        report = tmp_path / f"{lang}.md"
        CliRunner().invoke(app, ["report", "--store", store, "--lang", lang, "-o", str(report)])
        assert says in report.read_text(encoding="utf-8") and effect in report.read_text(encoding="utf-8")
        with renvois.open(store, lang=lang) as g:
            assert says in g.query("findings")._repr_html_()
            assert effect in g.query("reviews").to_csv()


def test_a_page_says_it_in_its_language() -> None:
    opinion = opinions.opinion()
    graph, document = opinion.graph(), opinion.document()
    (finding,) = (n for n in graph.nodes if n.label == "Finding")
    changed = _with(graph, finding.id, message_en="Article 375-55 is not there.", suggestion_en="Article 375-3 is meant.")
    for lang, said, read in (
        ("en", "Article 375-55 is not there.", "Article 375-3 is meant."),
        ("fr", finding.properties["message"], finding.properties["suggestion"]),
    ):
        material = Material.of(changed, document, lang)
        (row,) = finding_rows(material)
        assert (row.message, row.suggestion) == (said, read)
        assert said in {d.message for block in blocks(material) for d in (*block.doubts, *(d for n in block.notes for d in n.doubts))}


def test_an_unknown_verdict_is_shown_as_written(file: Path) -> None:
    from renvois.loaders.read import read
    from renvois.loaders.structure import structure

    rows = review_rows(Material.of(build_graph(file), structure(read(file)), "en"))
    assert [row.verdict for row in rows][-1] == "peut-être"
    assert rows[-1].message.startswith("Unknown verdict “peut-être”; ")


def test_a_graph_of_one_language_is_told_in_it(tmp_path: Path) -> None:
    opinion = opinions.opinion()
    with open_store(tmp_path / "store") as store:
        store.load(opinion.graph())
    with renvois.open(tmp_path / "store", lang="en") as g:
        (finding,) = (n for n in opinion.graph().nodes if n.label == "Finding")
        assert str(finding.properties["message"]) in g.query("findings").to_csv()


def _with(graph: Any, node_id: str, **more: str) -> Any:
    from types import MappingProxyType

    from renvois.graph.model import Graph, Node

    nodes = (Node(n.id, n.labels, MappingProxyType({**n.properties, **more})) if n.id == node_id else n for n in graph.nodes)
    return Graph(graph.document, tuple(nodes), graph.relationships)
