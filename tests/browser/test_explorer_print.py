"""The page on paper: a dossier that a jurist hands in, whatever was on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from support.reader import printed

pytestmark = pytest.mark.browser

RUNNING = "avisA-2033-1–Avisdetous"  # without its spaces, as `printed` gives it; the first page has the title itself


def test_the_printed_page_is_a_dossier(reader: Callable) -> None:
    page = reader().open()
    page.emulate_media(media="print")
    for part in ("#r1", "#lanes", "#table-recs", "#table-duties", "#table-findings"):
        expect(page.locator(part)).to_be_visible()
    expect(page.locator(".print-only")).to_contain_text("4 recommandations, 7 sources citées, 3 institutions, 1 points à vérifier")
    assert page.locator("header button:visible, .tabs:visible, #evidence:visible").count() == 0
    address = page.locator("#table-sources a[href^='https://hudoc']").evaluate("a => getComputedStyle(a, '::after').content")
    assert "hudoc.echr.coe.int" in address


def test_what_is_chosen_is_printed_with_its_evidence(reader: Callable) -> None:
    page = reader().open("#r1")
    page.emulate_media(media="print")
    expect(page.locator("#proof h3")).to_have_text("Recommandation 1")
    expect(page.locator("#proof .card.basis").first).to_be_visible()
    assert page.locator("#proof button:visible").count() == 0


def test_every_page_is_numbered_and_none_is_empty(reader: Callable) -> None:
    pages = printed(reader("long_lanes").open())
    for number, text in enumerate(pages, 1):
        head = f"{'' if number == 1 else RUNNING}{number}/{len(pages)}"
        assert text.startswith(head)
        assert len(text) > len(head) + 80, "a page that is all but empty"


def test_lanes_longer_than_a_page_go_on_under_their_titles_with_every_label_once(reader: Callable) -> None:
    """The labels of 90 recommendations do not fit on one page; none is cut, none left out."""
    page = reader("long_lanes").open()
    lanes = [text for text in printed(page) if "InstitutionsRecommandationsBasesjuridiques" in text]
    assert len(lanes) > 1
    labels = re.findall(r"Rec\.(\d+?)(?=\D|$)", " ".join(lanes))
    assert sorted(map(int, labels)) == list(range(1, 91))
    assert page.locator("#paper").count() == 0, "the page is as before once printed"


def test_the_heads_of_a_table_are_on_each_of_its_pages(reader: Callable) -> None:
    rows = [
        text for text in printed(reader("long_lanes").open()) if re.search(r"Quel’institutionnuméro\d+appliquel.{60,90}\(confieà\)", text)
    ]
    assert len(rows) > 1
    assert all("N°TexteReposesurMêmesectionseulement(C)Institutions" in text for text in rows)


def test_a_heading_is_never_the_last_of_a_page(reader: Callable) -> None:
    for text in printed(reader("long_lanes").open()):
        assert not re.search(r"(Recommandations|Sourcescitées|Institutions|Quidoitagir|Pointsàvérifier)\(\d+\)$", text)
