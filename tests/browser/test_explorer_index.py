"""Several opinions: an index that counts and searches, a page each, and what surrounds a source or institution in all of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support.corpora import later, learned, together
from support.opinion import Opinion
from support.opinions import crowd, hostile, opinion, twice
from support.reader import Reader, on_paper, printed, violations

from renvois.explorer import write_site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Writes the pages of opinions: site(opinion(), later())."""

    def write(*opinions: Opinion, lang: str = "fr") -> Path:
        documents = {o.avis: o.document() for o in opinions}
        folder = tmp_path_factory.mktemp("site")
        return write_site(together(*opinions), list(documents), lambda g: documents[g.document], folder, lang=lang)

    return write


@pytest.fixture(scope="module")
def index(site: Callable[..., Path]) -> Path:
    return site(opinion(), later())


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Callable[..., Reader]]:
    opened: list[Reader] = []

    def new(path: Path, *, width: int = 1400, height: int = 900, **options: object) -> Reader:
        opened.append(Reader(browser.new_context(viewport={"width": width, "height": height}, **options), path))
        return opened[-1]

    yield new
    for one in opened:
        assert one.complaints == []
        one.page.context.close()


def rows(reader: Reader, table: str) -> list[list[str]]:
    return reader.page.eval_on_selector_all(f"#{table} tbody tr", "rs => rs.map(r => [...r.cells].map(c => c.innerText))")


def test_the_index_counts_what_each_opinion_holds(visitor: Callable, index: Path) -> None:
    one = visitor(index)
    one.open()
    # Recommendations, those that rest on nothing, sources, institutions, points to check, opinions here that cite it.
    found = {row[0].split("\n")[0]: row[2:] for row in rows(one, "table-avis")}
    assert found == {"avis A-2031-9": ["4", "2", "7", "3", "1", "1"], "avis A-2032-1": ["2", "1", "2", "1", "0", "0"]}
    assert one.requests == [index.as_uri()]


def test_what_several_opinions_share_comes_first(visitor: Callable, index: Path) -> None:
    one = visitor(index)
    one.open()
    first = rows(one, "table-sources")[0]
    assert first[0].startswith("Convention relative aux droits de l’enfant")
    assert first[2].split() == ["2", "A-2031-9", "1", "A-2032-1", "2"]
    assert rows(one, "table-bodies")[0][0] == "protection judiciaire de la jeunesse (PJJ)"


def test_what_surrounds_a_source_in_all_opinions(visitor: Callable, index: Path) -> None:
    page = visitor(index).open()
    page.locator("#table-sources").get_by_role("link", name="Convention relative aux droits de l’enfant").first.click()
    names = page.locator("#lanes .node text").evaluate_all("ts => ts.map(t => t.textContent.replaceAll('\\u200b', ' '))")
    assert {"A-2031-9, R1", "A-2032-1, R1", "ministère de la Justice", "PJJ"} <= set(names)
    assert "A-2031-9, R2" not in names
    tied = page.locator("#proof .answers").first.locator("li")
    assert [li.split("\n")[0] for li in tied.all_inner_texts()] == ["A-2032-1, R1 A", "A-2031-9, R1 B"]
    tied.nth(1).get_by_role("link").click()
    expect(page.locator("#r1")).to_be_in_viewport()
    assert page.url.endswith("cncdh-a-2031-9.html#r1")


def test_a_recommendation_tied_by_two_passages_is_named_once(visitor: Callable, site: Callable) -> None:
    one = visitor(site(twice(), crowd(1)))
    page = one.open("#s-legi-legitext000006070721-art-375-5")
    article = next(row for row in rows(one, "table-sources") if row[0].startswith("art. 375-5"))
    assert article[4].split("\n") == ["3", "A-2031-9, R1 B, X", "A-2031-9, R2 B", "A-2033-1, R1 A"]
    expect(page.locator("#proof h4").first).to_have_text("Fonde 3 recommandations")
    tied = page.locator("#proof .answers").first.locator("li").all_inner_texts()
    assert [li.split("\n")[0] for li in tied] == ["A-2033-1, R1 A", "A-2031-9, R1 B X, faible", "A-2031-9, R2 B"]
    assert page.locator("#lanes .basis").count() == 3


def test_an_opinion_leads_back_to_the_index_and_to_what_it_shares(visitor: Callable, index: Path) -> None:
    one = visitor(index.parent / "cncdh-a-2031-9.html")
    page = one.open("#s-pjj")
    page.get_by_role("link", name="Aussi dans 1 autre document").click()
    expect(page.locator("#proof h3")).to_contain_text("protection judiciaire de la jeunesse")
    assert page.url.endswith("index.html#s-pjj")
    one.open()
    page.get_by_role("link", name="Tous les documents").click()
    expect(page.locator("#table-avis")).to_be_visible()


def test_a_picture_never_holds_more_than_seventy_nodes_and_says_what_it_leaves_out(visitor: Callable, site: Callable) -> None:
    page = visitor(site(crowd(90), opinion())).open("#s-legi-legitext000006070721-art-375-5")
    assert page.locator("#lanes .node").count() == 70
    # 91 recommendations rest on it, 91 institutions act in them and R1 of the other rests on 2 sources more; with the article itself, 185.
    expect(page.locator("#left-out")).to_contain_text("115 de plus")


def test_the_search_of_the_index_finds_in_every_opinion(visitor: Callable, index: Path) -> None:
    page = visitor(index).open()
    page.fill("#q", "bilan")
    expect(page.locator("#hits li")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cncdh-a-2032-1.html#r2")
    page.goto(index.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    page.fill("#q", "pjj")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.inner_text("#proof h3").startswith("protection judiciaire de la jeunesse")


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Quelles sources sont dans plusieurs documents ?", ["Convention relative aux droits de l’enfant"]),
        ("À quelles institutions plusieurs documents demandent-ils d’agir ?", ["protection judiciaire de la jeunesse"]),
        ("Quels documents ont des recommandations qui ne reposent sur rien ?", ["avis A-2031-9", "avis A-2032-1"]),
    ],
)
def test_the_index_answers_questions(visitor: Callable, index: Path, question: str, answers: list[str]) -> None:
    page = visitor(index).open()
    page.get_by_role("button", name=question).click()
    assert page.locator("#proof .answers li > a").all_inner_texts() == answers


def test_without_scripts_the_tables_lead_to_the_passages(visitor: Callable, index: Path) -> None:
    page = visitor(index, java_script_enabled=False).open("#s-pjj")
    expect(page.locator("[id='s-pjj']")).to_be_in_viewport()
    page.locator("[id='s-pjj']").get_by_role("link", name="A-2032-1, R1").click()
    expect(page.locator("#r1")).to_be_in_viewport()


def test_a_table_of_the_index_as_csv(visitor: Callable, index: Path, tmp_path: Path) -> None:
    page = visitor(index).open()
    with page.expect_download() as waiting:
        page.click("[data-csv='table-bodies']")
    waiting.value.save_as(tmp_path / "bodies.csv")
    read = list(csv.reader(io.StringIO((tmp_path / "bodies.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert read[1][:2] == ["protection judiciaire de la jeunesse (PJJ)", "A-2031-9 2 ; A-2032-1 1"]


@pytest.fixture(scope="module")
def long_index(site: Callable[..., Path]) -> Path:
    """Three opinions that cite one convention, and 150 sources each that they alone cite."""
    return site(*(learned(f"A-2034-{n}", 150) for n in (1, 2, 3)))


def test_a_long_table_holds_what_is_shared_and_the_rest_when_asked(visitor: Callable, long_index: Path) -> None:
    one = visitor(long_index)
    page = one.open()
    assert [row[0] for row in rows(one, "table-sources")] == ["Convention relative aux droits de l’enfant"]
    expect(page.locator("#table-sources-title")).to_contain_text("(451)")
    page.get_by_role("button", name="Montrer 500 de plus").click()
    found = rows(one, "table-sources")
    assert len(found) == 451
    assert ["article 7 de l’annexe A-2034-2", "rapport documentaire", "1\nA-2034-2 1", "1", "Ne fonde aucune recommandation.", ""] in [
        [cell if n == 2 else " ".join(cell.split()) for n, cell in enumerate(row)] for row in found
    ]
    assert page.get_by_role("button", name="Montrer 500 de plus").count() == 0


def test_what_a_long_table_leaves_out_is_found_linked_to_and_exported(visitor: Callable, long_index: Path, tmp_path: Path) -> None:
    page = visitor(long_index).open("#s-report-a-2034-3-149")
    assert page.inner_text("#proof h3").startswith("article 149 de l’annexe A-2034-3")
    page.fill("#q", "150 de l'annexe A-2034-1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("#proof").get_by_role("link", name="A-2034-1").click()
    expect(page.locator("[id='s-report-a-2034-1-150']").first).to_be_attached()
    page.goto(long_index.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    with page.expect_download() as waiting:
        page.click("[data-csv='table-sources']")
    waiting.value.save_as(tmp_path / "sources.csv")
    read = list(csv.reader(io.StringIO((tmp_path / "sources.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert len(read) == 452
    assert read[1][2] == "A-2034-1 2 ; A-2034-2 2 ; A-2034-3 2"


def test_the_filter_of_a_long_table_sees_every_row(visitor: Callable, long_index: Path, axe: str, tmp_path: Path) -> None:
    one = visitor(long_index)
    page = one.open()
    page.fill("#rows", "article 149")
    names = ["article 149 de l’annexe A-2034-1", "article 149 de l’annexe A-2034-2", "article 149 de l’annexe A-2034-3"]
    assert sorted(row[0].split("\n")[0] for row in rows(one, "table-sources")) == names
    assert page.locator("#table-sources-more").inner_text().strip() == "3 lignes"
    with page.expect_download() as waiting:
        page.click("[data-csv='table-sources']")
    waiting.value.save_as(tmp_path / "found.csv")
    assert len((tmp_path / "found.csv").read_text(encoding="utf-8-sig").splitlines()) == 4
    page.fill("#rows", "annexe A-2034-2")
    assert len(rows(one, "table-sources")) == 150
    assert violations(page, axe) == []
    page.fill("#rows", "introuvable")
    assert rows(one, "table-sources") == []
    page.fill("#rows", "")
    assert [row[0] for row in rows(one, "table-sources")] == ["Convention relative aux droits de l’enfant"]
    expect(page.locator("#table-sources-more")).to_contain_text("1 sur 451 lignes")


def test_the_order_of_a_long_table_is_that_of_every_row(visitor: Callable, long_index: Path, tmp_path: Path) -> None:
    one = visitor(long_index)
    page = one.open()
    page.locator("#table-sources").get_by_role("button", name="Source").click()
    found = [row[0].split("\n")[0] for row in rows(one, "table-sources")]
    assert len(found) == 200
    assert found[:2] == ["article 1 de l’annexe A-2034-1", "article 1 de l’annexe A-2034-2"]
    page.get_by_role("button", name="Montrer 500 de plus").click()
    assert rows(one, "table-sources")[-1][0] == "Convention relative aux droits de l’enfant"
    page.locator("#table-sources").get_by_role("button", name="Documents").click()
    assert rows(one, "table-sources")[0][0] == "Convention relative aux droits de l’enfant"
    with page.expect_download() as waiting:
        page.click("[data-csv='table-sources']")
    waiting.value.save_as(tmp_path / "sorted.csv")
    lines = (tmp_path / "sorted.csv").read_text(encoding="utf-8-sig").splitlines()
    assert (len(lines), lines[1].startswith('"Convention relative aux droits de l’enfant')) == (452, True)


def test_without_scripts_what_a_long_table_leaves_out_is_on_the_page_of_its_opinion(visitor: Callable, long_index: Path) -> None:
    page = visitor(long_index, java_script_enabled=False).open()
    expect(page.locator("#table-sources-more")).to_contain_text("1 sont dans plusieurs documents")
    page.locator("#table-avis").get_by_role("link", name="avis A-2034-2").click()
    expect(page.locator("[id='s-report-a-2034-2-149']")).to_be_attached()


def test_the_index_grows_by_little_with_each_opinion(site: Callable[..., Path]) -> None:
    """An opinion that cites 150 sources of its own adds less than 10 kB."""
    two, four = (site(*(learned(f"A-2035-{n}", 150) for n in range(count))).stat().st_size for count in (2, 4))
    assert (four - two) / 2 < 10_000


def test_the_index_is_printed_with_numbered_pages(visitor: Callable, index: Path, axe: str) -> None:
    page = visitor(index).open("#s-pjj")
    pages = printed(page)
    assert all(text.startswith(f"{'Renvois' if number > 1 else ''}{number}/{len(pages)}") for number, text in enumerate(pages, 1))
    assert "Renvois2documents" in pages[0]
    assert "Documents(2)" in pages[0]
    on_paper(page)
    assert page.locator("button:visible:not(thead button)").count() == 0
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", "#s-pjj"])
def test_axe_finds_no_violation_on_the_index(visitor: Callable, index: Path, axe: str, scheme: str, fragment: str) -> None:
    assert violations(visitor(index, color_scheme=scheme).open(fragment), axe) == []


@pytest.mark.parametrize("pane", ["links", "evidence"])
def test_the_index_fits_a_telephone(visitor: Callable, index: Path, axe: str, pane: str) -> None:
    page = visitor(index, width=360, height=740).open("#s-pjj")
    page.click(f"button[data-pane='{pane}']")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page, axe) == []


def test_hostile_words_on_the_index_are_words(visitor: Callable, site: Callable) -> None:
    one = visitor(site(hostile(), opinion(), lang="en"))
    page = one.open("#s-bad")
    page.fill("#q", "script")
    assert page.locator("#hits li").count() > 0
    assert page.evaluate("'ran' in globalThis") is False
    assert one.requests == [one.path.as_uri()]
