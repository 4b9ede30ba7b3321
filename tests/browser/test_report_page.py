"""The report's page for everyone: axe-core finds nothing, nothing is asked of the world, a note leads back to its call."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.reader import printed
from support.small_graph import DOCUMENT, small_graph

from renvois.report import report, write

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_report_is_accessible_and_asks_for_nothing(browser: Browser, axe: str, tmp_path: Path, lang: str, scheme: str) -> None:
    file = tmp_path / "report.html"
    file.write_text(str(write(report(small_graph(), DOCUMENT, lang), "html")), encoding="utf-8")
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda r: requests.append(r.url))
    page.goto(file.as_uri())
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found] == []
    assert requests == [file.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, "no scrolling sideways on a telephone"
    page.click("#call1")
    assert page.url.endswith("#note1")
    page.click("#note1 .back")
    assert page.url.endswith("#call1")
    context.close()


def test_the_report_is_printed_with_numbered_pages(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(str(write(report(small_graph(), DOCUMENT, "fr"), "html")), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    pages = printed(page)
    assert len(pages) > 1
    assert all(text.startswith(f"{number}/{len(pages)}") for number, text in enumerate(pages, 1))
    page.context.close()
