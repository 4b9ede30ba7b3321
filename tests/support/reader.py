"""A reader before a page in a real browser."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from playwright.sync_api import BrowserContext, Page


class Reader:
    """A reader before a page: what the page asked of the world and what it complained of are kept."""

    def __init__(self, context: BrowserContext, path: Path) -> None:
        self.path = path
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda r: self.requests.append(r.url))
        # "verbose" is the browser's advice to whoever looks at the page from outside: a role looked up while the text is still hidden gives one.
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type != "verbose" else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))

    def open(self, fragment: str = "") -> Page:
        self.page.goto(f"{self.path.as_uri()}{fragment}")
        self.page.wait_for_selector("html:not(.js), html[data-ready]", state="attached")
        return self.page


def on_paper(page: Page) -> None:
    """The page as it is printed, still in the browser."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def printed(page: Page) -> list[str]:
    """The words of each A4 page that the browser prints, without the spaces, which a PDF may not hold; its number is the first."""
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as pdf:
        return ["".join(pdf[n].get_textpage().get_text_range().split()) for n in range(len(pdf))]


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} {v['nodes'][0]['failureSummary'][:300]}" for v in found]
