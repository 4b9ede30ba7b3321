"""The page for everyone: axe-core finds nothing in any state, the keyboard reaches all, 360 px and 200 % are enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from support.reader import on_paper, violations

pytestmark = pytest.mark.browser


def as_it_opens(page: Page) -> None:
    page.wait_for_selector("svg.lanes")


def with_tables(page: Page) -> None:
    page.click("#tab-tables")


def with_filters(page: Page) -> None:
    page.click("#filters-button")


def with_evidence(page: Page) -> None:
    page.click("#lanes [data-k='r1']")


def with_answer(page: Page) -> None:
    page.click("text=Que faut-il vérifier ?")


def with_search(page: Page) -> None:
    page.fill("#q", "protection")


def with_a_selection_alone(page: Page) -> None:
    page.click("#lanes [data-k='r2']")
    page.click("#isolate")


def with_one_nature(page: Page) -> None:
    page.click("[data-nature='documentary']")


STATES = (as_it_opens, with_tables, with_filters, with_evidence, with_answer, with_search, with_a_selection_alone, with_one_nature)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
def test_axe_finds_no_violation(reader: Callable, axe: str, state: Callable[[Page], None], scheme: str) -> None:
    page = reader(color_scheme=scheme).open()
    state(page)
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", [as_it_opens, with_tables, with_filters, with_evidence], ids=lambda s: s.__name__)
def test_axe_finds_no_violation_on_paper(reader: Callable, axe: str, state: Callable[[Page], None], scheme: str) -> None:
    page = reader(color_scheme=scheme).open()
    state(page)
    on_paper(page)
    assert page.locator("#paper svg.lanes").count() == 1
    assert violations(page, axe) == []


@pytest.mark.parametrize("pane", ["text", "links", "evidence"])
def test_axe_finds_no_violation_on_a_telephone(reader: Callable, axe: str, pane: str) -> None:
    page = reader(width=360, height=800).open()
    page.click(f"button[data-pane='{pane}']")
    assert violations(page, axe) == []


@pytest.mark.parametrize("name", ["empty", "hostile", "judged"])
def test_axe_finds_no_violation_in_odd_opinions(reader: Callable, axe: str, name: str) -> None:
    page = reader(name).open()
    assert violations(page, axe) == []


def test_arrows_walk_the_lanes_and_enter_opens_the_evidence(reader: Callable) -> None:
    page = reader().open()
    page.focus("#lanes .node[data-k='s-justice']")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.k") == "r1"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.k") == "r2"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.lane") == "source"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.inner_text("#proof h3") == "Recommandation 2"


def test_only_one_node_of_the_lanes_stops_the_tab_key(reader: Callable) -> None:
    page = reader().open()
    page.focus("#lanes .node[data-k='s-justice']")
    page.keyboard.press("ArrowDown")
    assert page.locator("#lanes .node[tabindex='0']").count() == 1


def test_a_question_asked_by_keyboard_leaves_the_keyboard_in_its_answer(reader: Callable) -> None:
    page = reader(height=400).open()
    page.get_by_role("button", name="Quelles recommandations ne nomment personne ?").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#proof h3")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "‹ Questions"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Recommandation 4"


@pytest.mark.parametrize("width", [360, 1400])
def test_an_answer_is_read_from_its_top(reader: Callable, width: int) -> None:
    page = reader("long_lanes", width=width, height=500).open()
    if width == 360:
        page.click("button[data-pane='evidence']")
    page.get_by_role("button", name="Quelles institutions sont les plus sollicitées ?").click()
    expect(page.locator("#proof h3")).to_be_in_viewport(ratio=1)


def test_the_first_tab_stop_leads_past_the_header(reader: Callable) -> None:
    page = reader().open()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"


@pytest.mark.parametrize("width", [360, 700])
@pytest.mark.parametrize("pane", ["text", "links", "evidence"])
def test_nothing_overflows_a_narrow_window(reader: Callable, width: int, pane: str) -> None:
    page = reader(width=width, height=500).open("#r1")
    page.click(f"button[data-pane='{pane}']")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_two_labels_of_a_lane_overlap(reader: Callable) -> None:
    page = reader(width=1000).open()
    boxes = page.eval_on_selector_all(
        "#lanes .node text", "ts => ts.map(t => { const b = t.getBoundingClientRect(); return [b.left, b.right, b.top, b.bottom]; })"
    )
    for i, (left, right, top, bottom) in enumerate(boxes):
        for other_left, other_right, other_top, other_bottom in boxes[i + 1 :]:
            assert right <= other_left or other_right <= left or bottom <= other_top + 1 or other_bottom <= top + 1


def test_the_interface_speaks_english(reader: Callable) -> None:
    page = reader(lang="en").open("#r1")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.inner_text("#proof h3") == "Recommendation 1"
    assert page.locator("#proof h4", has_text="Rests on").count() == 1
