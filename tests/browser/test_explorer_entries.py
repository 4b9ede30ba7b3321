"""One source, one entry: what ties it through several passages stands under it, with the words of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "s-legi-legitext000006070721-art-375-5"


@pytest.fixture
def page(reader: Callable) -> Page:
    return reader("twice").open("#r1")


def test_a_recommendation_names_a_source_once_with_each_of_its_passages(page: Page) -> None:
    expect(page.locator("#proof h4").first).to_have_text("Repose sur 1 source (2 passages)")
    (card,) = page.locator("#proof .card.basis").all()
    assert card.locator(".card-title a").all_inner_texts() == ["art. 375-5 du code civil"]
    assert card.locator(".grade").all_inner_texts() == ["B", "X, faible"]
    first, further = card.locator(".way").all()
    assert "raison de B" in first.inner_text() and "raison de X" not in first.inner_text()
    assert first.locator("mark.own").all_inner_texts() == ["placement", "urgence"]
    assert further.locator(".side").first.inner_text() == "note 1"
    further.get_by_role("button", name="Aller au passage").click()
    expect(page.locator("#n1 a.cite")).to_be_in_viewport()


def test_a_passage_has_its_own_link(page: Page) -> None:
    page.locator("#proof .way").nth(1).get_by_role("link", name="note 1").click()
    assert page.inner_text("#proof h3").startswith("Code civil, article 375-5")
    assert page.url.endswith("#c1")


def test_a_source_names_a_recommendation_once_with_each_of_its_passages(page: Page) -> None:
    page.click(f"#lanes .node[data-k='{ARTICLE}']")
    expect(page.locator("#proof h4").first).to_have_text("Fonde 2 recommandations (3 passages)")
    assert page.locator("#proof .basis > .card-title a").all_inner_texts() == ["Recommandation 1", "Recommandation 2"]
    assert page.locator("#proof .basis .grade").all_inner_texts() == ["B", "X, faible", "B"]


def test_one_line_joins_them_by_the_surest_grade_that_is_shown(page: Page) -> None:
    looks = "ls => ls.map(l => l.getAttribute('class').replace(/ (lit|chosen)/g, ''))"
    assert page.locator("#lanes .basis").evaluate_all(looks) == ["link basis g-B", "link basis g-B"]
    page.locator("#lanes .basis").first.dispatch_event("click")
    assert page.locator("#proof .basis .grade").all_inner_texts() == ["B", "X, faible"]
    page.click("#filters-button")
    page.uncheck("#filters input[value='B']")
    assert page.locator("#lanes .basis").evaluate_all(looks) == ["link basis g-X weak"]


def test_pointing_at_a_passage_lights_it_alone(page: Page) -> None:
    page.locator("#proof .way").nth(1).locator(".why").hover()
    assert page.locator("#proof .way.lit .grade").all_inner_texts() == ["X, faible"]
    assert page.locator("#text a.cite.lit").all_inner_texts() == ["Code civil, article 375-5"]


def test_the_text_and_the_tables_name_it_once_and_lead_to_the_other_passage(reader: Callable) -> None:
    page = reader("twice", java_script_enabled=False, height=300).open()
    said = "art. 375-5 du code civil B, aussi note 1 X faible"
    assert page.locator("#r1 ul.rests li").all_inner_texts() == [said]
    assert page.locator("#table-recs tbody tr").first.locator("td").nth(1).inner_text() == said
    assert page.locator("#table-sources tbody td").nth(2).inner_text().split("\n") == ["2", "R1 B, aussi note 1 X faible", "R2 B"]
    page.locator("#r1 ul.rests").get_by_role("link", name="note 1").click()
    expect(page.locator("#n1")).to_be_in_viewport()


def test_an_institution_in_two_roles_is_one_of_those_concerned(page: Page) -> None:
    expect(page.locator("#proof h4").nth(1)).to_have_text("Institutions (1)")
    (card,) = page.locator("#proof .card.role").all()
    assert card.locator(".grade").all_inner_texts() == ["s’adresse à", "confie à"]


def test_the_answers_name_a_source_once(page: Page) -> None:
    page.get_by_role("button", name="‹ Questions").click()
    page.get_by_role("button", name="Sur quoi repose").click()
    assert page.locator("#proof .answers li").all_inner_texts() == ["art. 375-5 du code civil\nB ; X, faible"]
    page.get_by_role("button", name="‹ Questions").click()
    page.get_by_role("button", name="Quelles recommandations reposent sur").click()
    assert page.locator("#proof .answers li").all_inner_texts() == ["Recommandation 1\nB ; X, faible", "Recommandation 2\nB"]
