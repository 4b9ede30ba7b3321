"""The command line, as a user types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import renvois
from renvois.cli import main
from renvois.cli.help import fresh_page, page
from renvois.cli.tables import column_widths

TEXT = """Avis sur l’accueil des mineurs isolés

1. L’article 375-5 du code civil fonde le placement des mineurs isolés par le juge.

2. Les départements manquent de moyens pour les accueillir.

Recommandation n°1 : La Commission recommande au ministère de la Justice de garantir le placement des mineurs isolés par le juge.
"""


@dataclass(frozen=True, slots=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


type Command = Callable[..., Done]


@pytest.fixture
def renvois_command(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Types a command in a folder; in this process, since importing the libraries for each would take longer than all the tests."""

    def typed(*arguments: str, cwd: Path) -> Done:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["renvois", *arguments])
        capfdbinary.readouterr()
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return typed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "avis.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_the_kept_help_page_is_what_the_commands_say() -> None:
    assert page() == fresh_page()


def test_help_imports_neither_typer_nor_a_database(tmp_path: Path) -> None:
    script = "import sys; sys.argv = ['renvois', '--help']; from renvois.cli import main; main(); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True, cwd=tmp_path)
    *shown, modules = done.stdout.splitlines()
    assert "\n".join(shown) + "\n" == page()
    assert not {"typer", "rich", "spacy", "neo4j", "grafeo", "lxml"} & set(eval(modules))


def test_text_prints_the_file_unaltered(renvois_command: Command, folder: Path) -> None:
    raw = "Une  ligne\r\nde\u00a0texte e\u0301crit\r\n".encode()
    (folder / "brut.txt").write_bytes(raw)
    assert renvois_command("text", "brut.txt", cwd=folder).stdout.encode() == raw


def test_extract_prints_one_object_a_line_whose_offsets_are_those_of_the_file(renvois_command: Command, folder: Path) -> None:
    done = renvois_command("extract", "avis.txt", cwd=folder)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    article = next(r for r in records if r["kind"] == "code_article")
    assert TEXT[article["start"] : article["end"]] == article["surface"]
    assert article["canonical"] == "code civil, art. 375-5"
    assert article["target"] == "legi:LEGITEXT000006070721/art/375-5"
    keys = [
        "start",
        "end",
        "surface",
        "kind",
        "canonical",
        "target",
        "as_cited",
        "pinpoint",
        "relation",
        "antecedent",
        "container",
        "findings",
    ]
    assert list(article)[: len(keys)] == keys


def test_structure_as_json(renvois_command: Command, folder: Path) -> None:
    found = json.loads(renvois_command("structure", "avis.txt", "--json", cwd=folder).stdout)
    assert [p["number"] for p in found["paragraphs"]] == [1, 2]
    assert found["recommendations"][0]["text"].startswith("La Commission recommande au ministère de la Justice")


def test_build_then_ask(renvois_command: Command, folder: Path) -> None:
    built = renvois_command("build", "avis.txt", cwd=folder)
    assert built.returncode == 0, built.stderr
    assert "doc:avis" in built.stdout
    again = renvois_command("build", "avis.txt", cwd=folder)
    assert "inchangé" in again.stdout
    assert "unchanged" in renvois_command("build", "avis.txt", "--lang", "en", cwd=folder).stdout
    answer = renvois_command("query", "underpinning", "--param", "recommendation=1", "--json", cwd=folder)
    bases = json.loads(answer.stdout)
    assert [(b["grade"], b["source"]) for b in bases] == [("B", "code civil, art. 375-5")]
    assert "placement" in bases[0]["why"]
    page = renvois_command("explore", "-o", "page.html", cwd=folder)
    assert page.returncode == 0, page.stderr
    assert "375-5" in (folder / "page.html").read_text(encoding="utf-8")


def test_build_with_a_corpus_weighs_words_against_all_the_documents(renvois_command: Command, folder: Path) -> None:
    """Where forty paragraphs of another document speak of the placement of isolated minors, sharing these words proves nothing."""
    common = "".join(f"{n}. Le placement des mineurs isolés par le juge, garanti par le ministère de la Justice.\n\n" for n in range(1, 41))
    (folder / "autre.txt").write_text(f"Note\n\nI. TOUT\n\n{common}", encoding="utf-8")
    asked = ("query", "underpinning", "--param", "recommendation=1", "--json")
    assert renvois_command("build", "avis.txt", "autre.txt", cwd=folder).returncode == 0
    assert [b["grade"] for b in json.loads(renvois_command(*asked, cwd=folder).stdout)] == ["B"]
    assert renvois_command("build", "avis.txt", "autre.txt", "--corpus", cwd=folder).returncode == 0
    assert "B" not in [b["grade"] for b in json.loads(renvois_command(*asked, cwd=folder).stdout)]


def test_export_as_json_has_the_promised_keys(renvois_command: Command, folder: Path) -> None:
    renvois_command("build", "avis.txt", cwd=folder)
    exported = json.loads(renvois_command("export", "--format", "json", cwd=folder).stdout)
    assert {"id", "labels", "properties"} <= exported["nodes"][0].keys()
    assert {"source", "target", "type", "properties"} <= exported["relationships"][0].keys()
    assert "doc:avis#r1" in {n["id"] for n in exported["nodes"]}


def test_a_document_without_recommendations_is_built_with_a_warning(renvois_command: Command, folder: Path) -> None:
    (folder / "lettre.txt").write_text("Lettre\n\nL’article 9 du code civil protège la vie privée.\n", encoding="utf-8")
    done = renvois_command("build", "lettre.txt", cwd=folder)
    assert done.returncode == 0
    assert "aucune recommandation" in done.stderr
    assert "doc:lettre" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "absent.txt"), "absent.txt"),
        (("build", "vide.txt"), "vide.txt"),
        (("build", "avis.txt", "vide.txt"), "vide.txt"),
        (("query", "underpinning"), "renvois build"),
        (("export", "--format", "json"), "renvois build"),
        (("extract", "image.txt"), "image.txt"),
        (("explore",), "renvois build"),
    ],
)
def test_bad_input_exits_with_2_and_leaves_nothing(renvois_command: Command, folder: Path, arguments: tuple[str, ...], said: str) -> None:
    (folder / "vide.txt").write_bytes(b"")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    before = sorted(p.name for p in folder.iterdir())
    done = renvois_command(*arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(p.name for p in folder.iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "suggested"),
    [
        (("query", "underpining"), "underpinning"),
        (("query", "underpinning", "--param", "recomendation=1"), "recommendation"),
        (("query", "underpinning", "--param", "recommendation"), "name=value"),
        (("query", "underpinning", "--param", "recommendation=un"), "recommendation"),
    ],
)
def test_a_wrong_question_is_met_with_the_nearest_right_one(
    renvois_command: Command, folder: Path, arguments: tuple[str, ...], suggested: str
) -> None:
    renvois_command("build", "avis.txt", cwd=folder)
    done = renvois_command(*arguments, cwd=folder)
    assert done.returncode == 2
    assert suggested in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_store_is_left_as_it_is(renvois_command: Command, folder: Path) -> None:
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"jpg")
    done = renvois_command("build", "avis.txt", "--store", "photos", cwd=folder)
    assert done.returncode == 2
    assert "photos" in done.stderr
    assert sorted(p.name for p in (folder / "photos").iterdir()) == ["a.jpg"]


@pytest.mark.parametrize("options", [("--neo4j", "localhost"), ("--neo4j", "bolt://127.0.0.1:1", "--store", "ici")])
def test_a_database_named_wrongly_makes_no_store(renvois_command: Command, folder: Path, options: tuple[str, ...]) -> None:
    done = renvois_command("build", "avis.txt", *options, cwd=folder)
    assert done.returncode == 2
    assert "--neo4j" in done.stderr or "bolt://" in done.stderr
    assert sorted(p.name for p in folder.iterdir()) == ["avis.txt"]


def test_a_neo4j_that_is_down_is_named(renvois_command: Command, folder: Path) -> None:
    done = renvois_command("build", "avis.txt", "--neo4j", "bolt://127.0.0.1:1", cwd=folder)
    assert done.returncode == 2
    assert "127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_demo_ends_with_its_table_and_names_its_page(renvois_command: Command, tmp_path: Path) -> None:
    done = renvois_command("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "34 recommandations" in done.stdout
    assert "code pénal" in done.stdout
    assert "MIPROF" in done.stdout
    shown = done.stdout.split("Page :")[1].strip()
    assert Path(shown).read_text(encoding="utf-8").startswith("<!doctype html")
    english = renvois_command("demo", "--lang", "en", cwd=tmp_path)
    assert "34 recommendations" in english.stdout


def typed_in(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own, where its terminal matters."""
    command = [sys.executable, "-c", "from renvois.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False)


@pytest.mark.parametrize(("encoding", "shown"), [("ascii", "Quels articles sont cites"), ("cp1252", "Quels articles sont cités")])
def test_a_terminal_that_lacks_characters_gets_the_nearest_ones(tmp_path: Path, encoding: str, shown: str) -> None:
    done = typed_in({"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}, tmp_path, "queries")
    assert done.returncode == 0, done.stderr.decode()
    assert shown in done.stdout.decode(encoding)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [("--help",), ("text", "avis.txt"), ("queries",)])
def test_a_full_disk_behind_stdout_is_told_in_a_line(folder: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", "from renvois.cli import main; main()", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_no_word_of_a_table_is_cut_where_there_is_room() -> None:
    rows = [("§ 24 → note 26", "prostitutionnel, qualification", "mot " * 100)]
    widths = column_widths(("où", "mots communs", "passage"), rows, 80)
    assert widths[0] == len("§ 24 → note 26")
    assert widths[1] >= len("prostitutionnel,")
    assert sum(widths) + 3 * 3 + 1 == 80


def test_an_empty_column_is_left_out_and_an_empty_answer_says_so(renvois_command: Command, folder: Path) -> None:
    renvois_command("build", "avis.txt", cwd=folder)
    answer = renvois_command("query", "citation-contexts", "--param", "source=375-5", cwd=folder)
    assert "passage" in answer.stdout
    assert "sans doute fautif" not in answer.stdout
    nothing = renvois_command("query", "by-article", "--param", "article=999-9", cwd=folder)
    assert "Rien dans ce graphe" in nothing.stdout
    assert "Nothing in this graph" in renvois_command("query", "by-article", "-p", "article=999-9", "--lang", "en", cwd=folder).stdout


def test_what_a_document_holds_is_no_command_to_the_terminal(renvois_command: Command, folder: Path) -> None:
    hostile = TEXT.replace("par le juge.", "par le juge [bold]rouge[/bold] \x9b2J \u202ed’en face.").replace(
        "isolés\n", "isolés \x9b31m\n", 1
    )
    (folder / "hostile.txt").write_text(hostile, encoding="utf-8")
    built = renvois_command("build", "hostile.txt", cwd=folder)
    assert built.returncode == 0, built.stderr
    shown = renvois_command("query", "recommendations", cwd=folder).stdout + renvois_command("structure", "hostile.txt", cwd=folder).stdout
    assert "[bold]rouge[/bold]" in shown
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)
    assert "\x1b" not in renvois_command("build", "a\x1b[31m\n.txt", cwd=folder).stderr


def test_the_sample_is_where_the_package_says() -> None:
    assert renvois.SAMPLE.exists()


GOOD = """// Les articles
// ---
// id: good
// question: {fr: Quels articles ?, en: Which articles?}
// tags: [jurist]
// columns:
//   id: {type: string, fr: identifiant, en: id}
// view: {kind: table, focus: [id]}
// example: {rows_min: 0}
// ---
MATCH (a:Article)
WHERE a.number <> ''
RETURN a.id AS id
ORDER BY id
"""


@pytest.fixture
def built(folder: Path, renvois_command: Command) -> Path:
    assert renvois_command("build", "avis.txt", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def own_queries(tmp_path: Path) -> Path:
    directory = tmp_path / "miennes"
    directory.mkdir()
    (directory / "good.cypher").write_text(GOOD, encoding="utf-8")
    return directory


def test_ones_own_questions_are_asked_beside_the_others(renvois_command: Command, built: Path, own_queries: Path) -> None:
    asked = renvois_command("query", "good", "--queries", str(own_queries), "--json", cwd=built)
    assert json.loads(asked.stdout) == [{"id": "legi:LEGITEXT000006070721/art/375-5"}]
    assert "good" in renvois_command("queries", "--queries", str(own_queries), cwd=built).stdout


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("a.number <> ''", "a.number = = ''"), "wrong.cypher:12, column 18"),
        (("WHERE a.number <> ''", "SET a.number = ''"), "wrong.cypher:12 "),
        (("MATCH (a:Article)", "MATCH (a:Artcle)"), "wrong.cypher:11 "),
        (("id: wrong", "id: underpinning"), "wrong.cypher:3 "),
    ],
    ids=["syntax", "write", "label", "id"],
)
def test_a_wrong_file_of_questions_is_told_with_its_line(
    renvois_command: Command, own_queries: Path, change: tuple[str, str], place: str
) -> None:
    (own_queries / "wrong.cypher").write_text(GOOD.replace("id: good", "id: wrong").replace(*change), encoding="utf-8")
    done = renvois_command("query", "--check", str(own_queries), cwd=own_queries)
    assert done.returncode == 2
    assert "good.cypher : OK" in done.stdout
    assert place in done.stdout
    assert "1 of 2 queries" in done.stderr
    assert renvois_command("query", "--check", str(own_queries / "absent"), cwd=own_queries).returncode == 2


def test_good_files_of_questions_are_said_good(renvois_command: Command, own_queries: Path) -> None:
    done = renvois_command("query", "--check", str(own_queries), cwd=own_queries)
    assert (done.returncode, done.stdout, done.stderr) == (0, "good.cypher : OK\n", "")


def test_an_answer_past_its_limits_is_refused_not_cut(renvois_command: Command, built: Path) -> None:
    done = renvois_command("query", "overview", "--max-rows", "2", cwd=built)
    assert (done.returncode, done.stdout) == (2, "")
    assert "more than 2 rows" in done.stderr


def test_words_are_searched_and_shown(renvois_command: Command, built: Path) -> None:
    done = renvois_command("search", "juges", "placements", cwd=built)
    assert "Recommandation 1" in done.stdout and "§ 1" in done.stdout
    found = json.loads(renvois_command("search", "departement", "--json", cwd=built).stdout)
    assert {row["label"] for row in found} == {"Institution", "Paragraph"}
    assert "ne répond" in renvois_command("search", "zèbre", cwd=built).stdout


def test_several_documents_are_explored_from_an_index(renvois_command: Command, built: Path) -> None:
    (built / "second.txt").write_text(TEXT.replace("375-5", "388"), encoding="utf-8")
    assert renvois_command("build", "second.txt", cwd=built).returncode == 0
    done = renvois_command("explore", "-o", "pages", cwd=built)
    assert done.stdout.strip() == str(Path("pages/index.html"))
    assert {path.name for path in (built / "pages").iterdir()} == {"index.html", "doc-avis.html", "doc-second.html"}
    assert 'href="doc-second.html"' in (built / "pages" / "index.html").read_text(encoding="utf-8")
    assert renvois_command("explore", "--avis", "doc:second", "-o", "second.html", cwd=built).returncode == 0
    refused = renvois_command("explore", "-o", "page.html", cwd=built)
    assert refused.returncode == 2
    assert "Name a folder" in refused.stderr
    assert not (built / "page.html").exists()


def test_an_answer_is_drawn_as_a_map_or_a_picture(renvois_command: Command, built: Path) -> None:
    asked = ("query", "underpinning", "--param", "recommendation=1", "--format")
    assert renvois_command(*asked, "pyvis", "-o", "map.html", cwd=built).returncode == 0
    drawn = (built / "map.html").read_text(encoding="utf-8")
    assert "Recommandation 1" in drawn
    assert "art. 375-5 du code civil" in drawn
    assert renvois_command(*asked, "svg", cwd=built).stdout.startswith("<svg")
    both = renvois_command(*asked, "svg", "--json", cwd=built)
    assert both.returncode == 2
    assert "exclude one another" in both.stderr


def test_evaluate_tells_each_difference_with_what_was_expected_and_read(renvois_command: Command, folder: Path) -> None:
    start = TEXT.index("article 375-5 du code civil")
    surface = "article 375-5 du code civil"
    entry = {"start": start, "end": start + len(surface), "surface": surface, "kind": "code_article", "canonical": "code pénal, art. 1"}
    (folder / "gold.json").write_text(json.dumps({"portion": [0, len(TEXT)], "references": [entry]}), encoding="utf-8")
    french = renvois_command("evaluate", "gold.json", "avis.txt", cwd=folder).stdout
    assert "Bonne" in french and "autre" in french and "Lu" in french and "375-5" in french
    english = renvois_command("evaluate", "gold.json", "avis.txt", "--lang", "en", cwd=folder).stdout
    assert "Right" in english and "wrong" in english and "Expected" in english


def test_a_review_is_made_filled_in_and_applied(renvois_command: Command, folder: Path) -> None:
    made = renvois_command("review", "avis.txt", "--template", "--all", "-o", "avis.review.yaml", cwd=folder)
    assert made.returncode == 0, made.stderr
    again = renvois_command("review", "avis.txt", "--template", "-o", "avis.review.yaml", cwd=folder)
    assert (again.returncode, "may hold a review" in again.stderr) == (2, True), "somebody's work is never written over"
    entries = "- target: R1 repose sur code civil, art. 375-5\n  verdict: refuse\n  who: Ève Martin\n- target: R7 UNDERPINNED_BY code civil\n  verdict: confirm\n"
    (folder / "avis.review.yaml").write_text(entries, encoding="utf-8")
    done = renvois_command("build", "avis.txt", cwd=folder)
    assert done.returncode == 0
    assert "avis.review.yaml — relecture, ligne 4 — R7 UNDERPINNED_BY code civil" in done.stderr
    reviews = json.loads(renvois_command("query", "reviews", "--json", cwd=folder).stdout)
    assert [(r["reviewer"], r["verdict"], r["applied"]) for r in reviews] == [("Ève Martin", "refuse", True), (None, "confirm", False)]
    bases = json.loads(renvois_command("query", "underpinning", "--param", "recommendation=1", "--json", cwd=folder).stdout)
    assert [(b["source"], "relecture" in b["why"]) for b in bases] == [(None, True)]


def test_what_is_uncertain_is_listed(renvois_command: Command, folder: Path) -> None:
    listed = renvois_command("review", "avis.txt", "--json", "--all", cwd=folder)
    targets = [d["target"] for d in json.loads(listed.stdout)]
    assert any(t.startswith("R1 ADDRESSED_TO inst:") for t in targets)
    assert renvois_command("review", "avis.txt", "--lang", "en", cwd=folder).stdout.startswith("To review first")


def test_the_report_comes_in_the_format_its_name_tells(renvois_command: Command, built: Path) -> None:
    markdown = renvois_command("report", cwd=built).stdout
    assert markdown == renvois_command("report", "avis.txt", cwd=built).stdout, "from the store or from the file"
    assert "garantir le placement" in markdown
    for name, opening in (("r.html", b"<!DOCTYPE html>"), ("r.docx", b"PK"), ("r.md", b"# ")):
        assert renvois_command("report", "-o", name, cwd=built).returncode == 0
        assert (built / name).read_bytes().startswith(opening)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "-o", "r.odt"), ".md, .html or .docx"),
        (("report", "A-1999-1"), "Choose one of"),
        (("review", "avis.txt", "--template", "--json"), "Keep one"),
    ],
)
def test_a_wrong_report_or_review_is_told(renvois_command: Command, built: Path, arguments: tuple[str, ...], said: str) -> None:
    done = renvois_command(*arguments, cwd=built)
    assert done.returncode == 2
    assert said in done.stderr
