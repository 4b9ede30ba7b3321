"""The page as a jurist uses it: what a recommendation rests on and where it is written, in the three panes at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support.pdf_maker import lines, make_pdf
from support.reader import Reader

from renvois.explorer import write_page
from renvois.loaders.pipeline import build_graph
from renvois.loaders.read import read
from renvois.loaders.structure import structure

pytestmark = pytest.mark.browser


def test_the_page_asks_nothing_of_anyone(reader: Callable) -> None:
    one = reader()
    page = one.open()
    page.click("#lanes [data-k='r1']")
    page.click("#tab-tables")
    page.fill("#q", "justice")
    assert one.requests == [one.path.as_uri()]


def test_the_lanes_first_seen_stand_where_they_stay(reader: Callable) -> None:
    first = reader()
    first.page.add_init_script("globalThis.requestIdleCallback = () => 0;")  # nothing follows the first paint
    first.page.goto(first.path.as_uri())
    settled = reader().open()
    for page in (first.page, settled):
        assert "Rec. 1" in page.locator("#lanes .node text").all_text_contents()
    assert first.page.locator("#lanes [data-k]").count() == 0
    lines = "#lanes text:not(:has(tspan)), #lanes tspan:not([font-size='0'])"
    place = "ts => ts.map(t => { const b = t.getBoundingClientRect(); return [t.textContent, b.x, b.y, b.width, b.height].join(); }).sort()"
    assert first.page.eval_on_selector_all(lines, place) == settled.eval_on_selector_all(lines, place)
    for part in ("line", "glyph", "end"):
        paths = "ps => ps.map(p => p.getAttribute('d')).join('').split('M').sort()"
        assert first.page.eval_on_selector_all(f"#lanes .{part}", paths) == settled.eval_on_selector_all(f"#lanes .{part}", paths)


def test_the_text_is_there_even_where_the_lanes_cannot_be_drawn(reader: Callable) -> None:
    one = reader()
    one.page.add_init_script("document.createElementNS = () => { throw new Error('no drawing here'); };")
    one.page.goto(one.path.as_uri())
    last = one.page.locator("#text .unit").last
    last.scroll_into_view_if_needed()
    expect(last.locator(".t").first).to_be_in_viewport()
    assert last.locator(".t").first.bounding_box()["height"] > 0
    assert any("no drawing here" in complaint for complaint in one.complaints)
    one.complaints.clear()


def test_choosing_a_recommendation_shows_its_bases_their_grades_and_the_words(reader: Callable) -> None:
    page = reader().open()
    page.click("#lanes .node[data-k='r1']")
    cards = page.locator("#proof .card.basis")
    assert [c.strip() for c in cards.locator(".grade").all_inner_texts()] == ["A", "B", "B"]
    convention = cards.filter(has_text="Convention relative aux droits de l’enfant")
    assert convention.locator("mark.lead").all_inner_texts() == ["enfant", "protection"]
    assert convention.locator("mark.own").all_inner_texts() == ["protection", "enfant"]
    assert "raison de B" in convention.inner_text()
    assert page.locator("#proof .card.role").inner_text().startswith("s’adresse à")


def test_going_to_the_passage_shows_the_citation(reader: Callable) -> None:
    page = reader(height=400).open("#r1")
    page.locator("#proof .card.basis:has(.card-title:has-text('CEDH'))").get_by_role("button", name="Aller au passage").click()
    citation = page.locator("#text a.cite", has_text="CEDH, V.C.L. c. Royaume-Uni, 16 février 2021")
    expect(citation).to_be_in_viewport()


def test_pointing_at_a_source_lights_its_recommendations_and_citations(reader: Callable) -> None:
    page = reader().open()
    page.hover("#lanes .node[data-k='s-legi-legitext000006070721-art-375-5']")
    assert page.locator("#lanes .node.lit").evaluate_all("ns => ns.map(n => n.dataset.k)") == [
        "r1",
        "s-legi-legitext000006070721-art-375-5",
    ]
    assert page.locator("#text a.cite.lit").first.inner_text() == "l’article 375-5 du code civil"


def test_pointing_lights_the_evidence_and_the_evidence_lights_the_rest(reader: Callable) -> None:
    page = reader().open("#r1")
    page.hover("#lanes .node[data-k='s-un-unts-27531']")
    assert page.locator("#proof .card.lit .card-title a").all_inner_texts() == ["Convention relative aux droits de l’enfant"]
    page.locator("#proof .card", has_text="V.C.L.").locator(".why").first.hover()
    assert page.locator("#text a.cite.lit").all_inner_texts() == ["CEDH, V.C.L. c. Royaume-Uni, 16 février 2021"]
    assert page.locator("#lanes .node.lit").evaluate_all("ns => ns.map(n => n.dataset.k)") == ["r1", "s-ecli-ce-echr-2021-0216jud007758712"]


def test_what_rests_on_nothing_and_what_underpins_nothing_are_hollow(reader: Callable) -> None:
    page = reader().open()
    assert page.locator("#lanes .node.bare").evaluate_all("ns => ns.map(n => n.dataset.k)") == [
        "r3", "r4", "s-legi-legitext000006070721", "s-report-defenseur-2030",
    ]  # fmt: skip
    page.click("#lanes .node[data-k='r4']")
    expect(page.locator("#proof .none").first).to_contain_text("Ne repose sur aucune source. Aucune source n’est citée dans sa section")


def test_grade_c_waits_behind_the_filter(reader: Callable) -> None:
    page = reader().open()
    assert page.locator("#lanes .g-C").count() == 0
    page.click("#filters-button")
    page.check("#filters input[value='C']")
    assert page.locator("#lanes .link.g-C").get_attribute("data-k")
    page.get_by_role("button", name="Tout réafficher").click()
    assert page.locator("#lanes .g-C").count() == 0


def test_weak_links_and_inferred_roles_look_different(reader: Callable) -> None:
    page = reader().open()
    assert page.locator("#lanes .link.g-B.weak").count() == 1
    inferred = page.locator("#lanes .link.role.weak .line")
    assert inferred.evaluate("l => getComputedStyle(l).strokeDasharray") != "none"


def test_a_filter_on_the_nature_of_sources_leaves_the_documentary_ones(reader: Callable) -> None:
    page = reader().open()
    page.get_by_role("button", name="Documentaires").click()
    left = page.locator("#lanes .node[data-lane='source']").evaluate_all("ns => ns.map(n => n.dataset.k)")
    assert left == ["s-cncdh-a-2029-7", "s-legi-legitext000006070721", "s-report-defenseur-2030"]
    page.get_by_role("button", name="Toutes").click()
    assert page.locator("#lanes .node[data-lane='source']").count() == 7


def test_section_and_theme_filters_leave_their_recommendations(reader: Callable) -> None:
    page = reader().open()
    page.click("#filters-button")
    page.select_option("#filters select[name='theme']", "santé")
    assert page.locator("#lanes .node[data-lane='rec']").evaluate_all("ns => ns.map(n => n.dataset.k)") == ["r3"]


def test_a_doubt_stands_beside_its_passage_and_in_the_evidence(reader: Callable) -> None:
    page = reader().open("#f1")
    assert "L’article 375-3 est sans doute visé." in page.inner_text("#proof")
    assert "L’article 375-55 du code civil n’existe pas." in page.inner_text("#p2")


def test_a_note_stands_under_the_paragraph_that_calls_it(reader: Callable) -> None:
    page = reader().open()
    page.click("#call-n2 a")
    assert page.locator("#p2 #n2").count() == 1
    assert page.evaluate("location.hash") == "#n2"


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("r2", "Recommandation 2"), ("n1", "note 1"), ("p3", "§ 3"), ("s-pjj", "protection judiciaire de la jeunesse"),
        ("s-un-unts-27531", "Convention relative aux droits de l’enfant"), ("c1", "Convention relative aux droits de l’enfant, article 20"),
    ],
)  # fmt: skip
def test_a_deep_link_opens_its_evidence(reader: Callable, key: str, title: str) -> None:
    page = reader().open(f"#{key}")
    assert page.inner_text("#proof h3").startswith(title)


def test_without_scripts_links_lead_to_the_text_and_the_tables_are_there(reader: Callable) -> None:
    page = reader(java_script_enabled=False, height=300).open("#r2")
    expect(page.locator("#r2")).to_be_in_viewport()
    expect(page.locator("#r2 ul.rests")).to_contain_text("art. 375-3 du code civil B faible")
    expect(page.locator("#table-recs tbody tr")).to_have_count(4)
    page.locator("#r2 ul.rests a").first.click()
    expect(page.locator("[id='s-legi-legitext000006070721-art-375-3']")).to_be_in_viewport()
    assert page.locator("button:visible").count() == 0


def test_search_lists_and_waits_for_a_choice(reader: Callable) -> None:
    page = reader().open()
    page.keyboard.press("/")
    page.keyboard.type("ECOLE")
    expect(page.locator("#hits li")).to_have_count(1)
    assert "§ 3" in page.inner_text("#hits")
    page.keyboard.press("Enter")
    assert page.locator("#proof h3").count() == 0
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.inner_text("#proof h3") == "§ 3"


def test_search_folds_accents_and_finds_acronyms(reader: Callable) -> None:
    page = reader().open()
    page.fill("#q", "ddd")
    assert "Défenseur des droits" in page.inner_text("#hits li:first-child")
    page.fill("#q", "defenseur")
    assert "Défenseur des droits" in page.inner_text("#hits li:first-child")
    page.fill("#q", "introuvable")
    expect(page.locator("#hit-count")).to_have_text("0 résultat")


def test_isolating_leaves_what_the_selection_is_linked_to(reader: Callable) -> None:
    page = reader().open("#r2")
    page.click("#isolate")
    assert page.locator("#lanes .node").evaluate_all("ns => ns.map(n => n.dataset.k)") == [
        "s-pjj", "r2", "s-cncdh-a-2029-7", "s-legi-legitext000006070721-art-375-3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Quelles recommandations ne reposent sur rien ?", ["Recommandation 3", "Recommandation 4"]),
        ("Quelles sources ne fondent aucune recommandation ?", ["avis A-2029-7", "code civil", "rapport du Défenseur des droits (2030)"]),
        ("Quelles recommandations ne nomment personne ?", ["Recommandation 4"]),
        ("Quels avis antérieurs sont repris ?", ["avis A-2029-7"]),
        ("Que reprennent les renvois abrégés (op. cit., ibid.) ?", ["CNCDH, avis sur le placement, op. cit., p. 4"]),
        ("Que faut-il vérifier ?", ["« article 375-55 »"]),
        ("Où le corps et l’annexe diffèrent-ils ?", ["Recommandation 1"]),
    ],
)
def test_a_canned_question_is_answered(reader: Callable, question: str, answers: list[str]) -> None:
    page = reader().open()
    page.get_by_role("button", name=question).click()
    assert page.locator("#proof .answers li > a").all_inner_texts() == answers


def test_a_question_takes_its_parameter(reader: Callable) -> None:
    page = reader().open()
    page.get_by_label("Quelles recommandations concernent").last.select_option(label="PJJ – protection judiciaire de la jeunesse")
    page.get_by_role("button", name="Quelles recommandations concernent").click()
    assert page.locator("#proof .answers li").all_inner_texts() == ["Recommandation 2\nconfie à"]


def test_tables_sort_and_filter(reader: Callable) -> None:
    page = reader().open()
    page.click("#tab-tables")
    numbers = page.locator("#table-recs tbody th")
    header = page.locator("#table-recs th", has_text="Repose sur")
    header.get_by_role("button").click()
    assert header.get_attribute("aria-sort") == "descending"
    assert numbers.all_inner_texts()[:2] == ["1", "2"]
    header.get_by_role("button").click()
    assert header.get_attribute("aria-sort") == "ascending"
    assert numbers.all_inner_texts()[2:] == ["2", "1"]
    page.fill("#rows", "soignants")
    assert page.locator("#table-recs tbody tr:visible").count() == 1


def test_an_institution_is_counted_where_the_body_names_it(reader: Callable) -> None:
    page = reader().open("#s-justice")
    assert page.locator("#proof h4").all_inner_texts() == ["Recommandations qui la concernent (1)", "Nommée (1)"]


def test_an_answer_stays_lit_after_the_pointer_has_passed(reader: Callable) -> None:
    page = reader().open()
    page.get_by_role("button", name="Quelles recommandations ne reposent sur rien ?").click()
    page.hover("#lanes .node[data-k='r1']")
    page.hover("header")
    assert page.locator("#lanes .node.lit").evaluate_all("ns => ns.map(n => n.dataset.k)") == ["r3", "r4"]


def test_a_short_name_finds_its_bearer_first(reader: Callable) -> None:
    page = reader().open()
    page.fill("#q", "pjj")
    assert "protection judiciaire de la jeunesse" in page.inner_text("#hits li:first-child")
    page.fill("#q", "R4")
    assert "Recommandation 4" in page.inner_text("#hits li:first-child")


def test_going_back_shows_what_was_chosen_before(reader: Callable) -> None:
    page = reader().open()
    page.click("#lanes .node[data-k='r1']")
    page.click("#lanes .node[data-k='r2']")
    page.go_back()
    expect(page.locator("#proof h3")).to_have_text("Recommandation 1")
    page.go_back()
    expect(page.locator("#proof .questions").first).to_be_visible()


def test_a_name_in_a_table_opens_its_evidence(reader: Callable) -> None:
    page = reader().open()
    page.click("#tab-tables")
    page.locator("#table-bodies").get_by_role("link", name="protection judiciaire de la jeunesse").click()
    assert page.inner_text("#proof h3").startswith("protection judiciaire de la jeunesse")


def test_a_citation_is_chosen_where_it_goes_on_round_another(reader: Callable) -> None:
    page = reader().open()
    page.locator("#p2 span.m.cite, #p2 a.m.cite").first.click()
    assert page.inner_text("#proof h3").startswith("L’article 375-55 du code civil")


def test_public_links_open_without_telling_where_from(reader: Callable) -> None:
    page = reader().open("#s-ecli-ce-echr-2021-0216jud007758712")
    link = page.locator("#proof a[href^='https://hudoc.echr.coe.int/']")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_the_theme_is_kept_by_its_button(reader: Callable) -> None:
    page = reader(color_scheme="light").open()
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.get_attribute("#theme", "aria-pressed") == "true"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_copying_gives_the_words_and_where_they_stand(reader: Callable) -> None:
    page = reader(permissions=["clipboard-read", "clipboard-write"]).open("#r3")
    page.locator("#proof").get_by_role("button", name="Copier la citation").first.click()
    expect(page.locator("#announce")).to_have_text("Copié.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "« Former les soignants. » (CNCDH, avis A-2031-9, Avis sur l’accueil de l’enfant, Recommandation 3)"


def test_a_quotation_gives_the_page_of_the_original_and_links_to_the_passage(browser: Browser, tmp_path: Path) -> None:
    """An opinion of two pages: the recommendation and the note stand on the second."""
    first = lines(
        "Avis sur le placement des enfants", "", "1. Tout enfant a droit à une protection.", "2. Le placement est une mesure grave."
    )
    second = lines(
        "3. Le juge en décide selon l'article 375-5 du code civil.", "", "Recommandation n° 1 : Contrôler le placement des enfants."
    )
    file = tmp_path / "avis.pdf"
    file.write_bytes(make_pdf([first, second]))
    one = Reader(
        browser.new_context(permissions=["clipboard-read", "clipboard-write"]),
        write_page(build_graph(file), structure(read(file)), tmp_path / "page.html"),
    )
    for key, words, place in (
        ("r1", "Contrôler le placement des enfants.", "Recommandation 1, p. 2"),
        ("p3", "Le juge en décide selon l'article 375-5 du code civil.", "§ 3, p. 2"),
        ("p1", "Tout enfant a droit à une protection.", "§ 1, p. 1"),
    ):
        page = one.open(f"#{key}")
        page.reload()
        page.wait_for_selector("html[data-ready]", state="attached")
        page.locator("#proof").get_by_role("button", name="Copier la citation").first.click()
        expect(page.locator("#announce")).to_have_text("Copié.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(f"« {words} » (")
        assert copied.endswith(f", {place})")
        rich = page.evaluate("navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())")
        assert f'page.html#{key}"' in rich
    assert one.complaints == []
    one.page.context.close()


@pytest.mark.parametrize(
    ("question", "choice", "answers"),
    [
        ("Quelles recommandations ont pour thème", "santé", ["Recommandation 3"]),
        ("Qui agit dans les mêmes recommandations que", "PJJ – protection judiciaire de la jeunesse", []),
        ("Quelles recommandations reposent sur", "art. 375-3 du code civil", ["Recommandation 2"]),
        ("Sur quoi repose", "Recommandation 2", ["art. 375-3 du code civil", "avis A-2029-7"]),
    ],
)
def test_a_question_with_a_choice_is_answered(reader: Callable, question: str, choice: str, answers: list[str]) -> None:
    page = reader().open()
    page.locator(f"select[aria-label='{question}']").select_option(label=choice)
    page.get_by_role("button", name=question).click()
    assert page.locator("#proof .answers li > a").all_inner_texts() == answers


def test_the_matrix_says_who_must_act(reader: Callable) -> None:
    page = reader().open()
    page.click("#tab-tables")
    cells = page.eval_on_selector_all("#table-duties tbody tr", "rs => rs.map(r => [...r.cells].map(c => c.innerText.trim()))")
    assert cells == [
        ["1", "ministère de la Justice", "", "", ""], ["2", "", "PJJ", "", ""], ["3", "", "", "DDD déduit", ""], ["4", "", "", "", ""],
    ]  # fmt: skip


def test_what_a_jurist_reviewed_is_marked(reader: Callable) -> None:
    page = reader("judged").open("#r1")
    said = page.locator("#proof .card .read").all_inner_texts()
    assert said == [
        "✓ Confirmé à la relecture (C. Relecteur, 2031-06-01) : texte exact",
        "✓ Corrigé à la relecture (C. Relecteur, 2031-06-01) – le programme avait lu : INVOLVES",
    ]
    assert page.locator("#lanes .link.read .tick").count() == 2
    expect(page.locator("#legend")).to_contain_text("relu")
    page.click("#tab-tables")
    assert page.locator("#table-recs .read").count() == 2
    assert page.locator("#table-reviews tbody tr td").all_inner_texts() == [
        "refusé", "C. Relecteur", "2031-06-01", "", "aucun lien de ce genre",
    ]  # fmt: skip


def test_a_role_given_only_by_the_context_looks_so_and_can_be_left_out(reader: Callable) -> None:
    page = reader("judged").open("#s-ase")
    assert page.locator("#proof .card.role.weak .grade").inner_text() == "associe (selon le contexte)"
    dashes = [
        page.locator(f"#lanes .link.{look} .line").evaluate("l => getComputedStyle(l).strokeDasharray")
        for look in ("contextual", "ASSIGNS")
    ]
    assert dashes[0] != dashes[1] == "none"
    expect(page.locator("#legend")).to_contain_text("rôle donné par le contexte")
    page.click("#filters-button")
    page.uncheck("#filters input[name='contextual']")
    assert page.locator("#lanes .link.role").count() == 1


def test_on_a_telephone_each_pane_goes_to_what_is_chosen(reader: Callable) -> None:
    page = reader(width=360, height=500).open("#r4")
    page.click("button[data-pane='text']")
    expect(page.locator("#r4")).to_be_in_viewport()
    page.click("button[data-pane='links']")
    expect(page.locator("#lanes .node[data-k='r4']")).to_be_in_viewport()


def test_the_text_keeps_its_language_on_an_english_page(reader: Callable) -> None:
    assert reader(lang="en").open().get_attribute("#text", "lang") == "fr"
    assert reader().open().get_attribute("#text", "lang") is None


def test_the_words_of_a_note_and_a_mention_are_linked_to(reader: Callable) -> None:
    page = reader().open("#m2")
    assert page.inner_text("#proof h3").startswith("DDD")
    expect(page.locator("#m2")).to_be_in_viewport()


def test_a_missing_kind_of_thing_is_said(reader: Callable) -> None:
    page = reader("empty").open()
    said = " ".join(page.locator("#lanes .missing").all_inner_texts())
    for words in ("Aucune recommandation", "Aucune source", "Aucune institution"):
        assert re.search(words, said)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no_recommendations", "Aucune recommandation n’a été trouvée dans ce document."),
        ("no_sources", "Aucune source n’a été trouvée dans ce document."),
        ("no_institutions", "Aucune institution n’a été trouvée dans ce document."),
    ],
)
def test_one_missing_kind_is_said_in_the_lanes_and_in_the_tables(reader: Callable, name: str, said: str) -> None:
    page = reader(name).open()
    assert page.locator("#lanes .missing").all_inner_texts() == [said]
    page.click("#tab-tables")
    expect(page.locator("#tables-panel .missing", has_text=said).first).to_be_visible()


def test_words_without_end_stay_within_the_page(reader: Callable) -> None:
    page = reader("endless").open("#r1")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1400
    assert page.inner_text("#proof h3") == "Recommandation 1"
    for pane in ("text", "links", "evidence"):
        assert page.evaluate(f"(p => p.scrollWidth <= p.clientWidth)(document.getElementById('{pane}'))"), pane
