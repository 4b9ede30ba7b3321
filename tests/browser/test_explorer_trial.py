"""A jurist before the real opinion for the first time: three questions, each answered in fewer than five clicks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.reader import Reader
from support.sample import sample_graph

import renvois
from renvois.explorer import write_page
from renvois.loaders.read import read
from renvois.loaders.structure import structure

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(sample_graph(), structure(read(renvois.SAMPLE)), tmp_path_factory.mktemp("avis") / "A-2021-5.html")


@pytest.fixture
def page(browser: Browser, path: Path) -> Iterator[Page]:
    one = Reader(browser.new_context(viewport={"width": 1400, "height": 900}), path)
    one.page.add_init_script("window.clicks = 0; addEventListener('click', e => { if (e.isTrusted) window.clicks += 1; }, true)")
    yield one.open()
    assert one.complaints == []
    assert one.page.evaluate("window.clicks") < 5
    one.page.context.close()


def test_what_recommendation_18_rests_on_and_where_it_is_written(page: Page) -> None:
    page.locator("#lanes").get_by_text("Rec. 18", exact=True).click()
    judgment = page.locator("#proof .card", has_text="CEDH, V.C.L. et A.N. c. Royaume-Uni")
    expect(judgment).to_contain_text("note 27")
    expect(page.locator("#proof .card.basis .card-title", has_text="art. 225-4-1 du code pénal").first).to_be_visible()
    judgment.get_by_role("button", name="Aller au passage").click()
    expect(page.locator("#n27")).to_be_in_viewport()


def test_which_recommendations_concern_the_ase(page: Page) -> None:
    page.locator("#lanes").get_by_text("ASE", exact=True).click()
    heading = page.locator("#proof h4", has_text="Recommandations qui la concernent")
    expect(heading).to_be_visible()
    shown = set(re.findall(r"Recommandation (\d+)", page.inner_text("#proof")))
    assert {"6", "8", "32"} <= shown


def test_which_sources_are_never_used(page: Page) -> None:
    page.get_by_role("button", name="Quelles sources ne fondent aucune recommandation ?").click()
    answers = page.inner_text("#proof .answers")
    for unused in ("2002-305", "2-22", "706-164"):
        assert unused in answers
    assert "225-4-1" not in answers


def test_the_page_of_the_opinion_stays_under_400_kilobytes(path: Path) -> None:
    assert path.stat().st_size < 400_000
