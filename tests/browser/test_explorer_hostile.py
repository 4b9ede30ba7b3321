"""A document's words are text and nothing else, whatever they look like; a large opinion does not freeze the page."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from support.opinions import HOSTILE

pytestmark = pytest.mark.browser


def ran(page: Page) -> bool:
    return bool(page.evaluate("'ran' in globalThis"))


def test_markup_in_a_document_never_runs(reader: Callable) -> None:
    one = reader("hostile")
    page = one.open()
    for key in ("r1", "c1", "p1", "n1", "f1", "s-bad"):
        page.goto(f"{one.path.as_uri()}#{key}")
        assert page.locator("#proof h3").count() == 1
    page.click("#tab-tables")
    page.fill("#q", "script")
    page.click("#filters-button")
    assert not ran(page)
    assert all(words in (page.text_content("#r1") or "") for words in HOSTILE)
    assert one.requests == [one.path.as_uri()]


def test_offsets_hold_after_an_emoji(reader: Callable) -> None:
    page = reader("hostile").open("#c1")
    assert page.inner_text("#proof h3").startswith("l’article 9{{ 7 * 7 }} du code")
    page.click("#lanes .node[data-k='r1']")
    assert page.locator("#proof mark.lead").first.inner_text() == "article 9"


def download(page: Page, selector: str, folder: Path) -> bytes:
    with page.expect_download() as waiting:
        page.click(selector)
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes()


def test_csv_holds_the_table_and_no_formula(reader: Callable, tmp_path: Path) -> None:
    page = reader().open()
    page.click("#tab-tables")
    text = download(page, "[data-csv='table-recs']", tmp_path).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["1", "2", "3", "4"]
    assert "art. 375-5 du code civil A" in rows[1][2]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_svg_and_png_of_the_lanes(reader: Callable, tmp_path: Path) -> None:
    page = reader().open()
    drawing = download(page, "[data-export='svg']", tmp_path).decode()
    assert drawing.startswith("<svg") and "ministère de la Justice" in drawing
    assert download(page, "[data-export='png']", tmp_path).startswith(b"\x89PNG")


def test_five_hundred_recommendations_open_and_answer(reader: Callable) -> None:
    one = reader("large")
    start = time.monotonic()
    page = one.open()
    page.wait_for_selector("#lanes .node[data-k='r500']")
    opened = time.monotonic() - start
    page.focus("#q")
    page.keyboard.type("mesure numéro 4")
    assert page.locator("#hits li").count() == 60
    print(f"opened in {opened:.2f} s")
