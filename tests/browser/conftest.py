"""A real Chromium without a download: Debian's, driven by Playwright. Tests are skipped, with a line, where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from support import opinions
from support.opinion import Opinion
from support.reader import Reader

from renvois.explorer import write_page

QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "renvois-tests"
AXE = "axe-core@4"


def absent(what: str) -> None:
    """Skips the test, or fails it where RENVOIS_REQUIRE_BROWSER is set (in CI)."""
    if os.environ.get("RENVOIS_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{what}, and RENVOIS_REQUIRE_BROWSER is set.")
    pytest.skip(f"{what}.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        absent("No Chromium is installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=QUIET.split())
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Writes the page of a hand-made opinion once: written("opinion", "en")."""
    pages: dict[tuple[str, str], Path] = {}

    def write(name: str = "opinion", lang: str = "fr") -> Path:
        if (name, lang) not in pages:
            made: Opinion = getattr(opinions, name)()
            path = tmp_path_factory.mktemp("pages") / f"{name}-{lang}.html"
            pages[name, lang] = write_page(made.graph(), made.document(), path, lang=lang)
        return pages[name, lang]

    return write


@pytest.fixture
def reader(browser: Browser, written: Callable[..., Path]) -> Iterator[Callable[..., Reader]]:
    """reader("opinion", lang="fr", width=1400, …): a fresh browser window for the page; its console must stay empty."""
    opened: list[tuple[BrowserContext, Reader]] = []

    def new(name: str = "opinion", *, lang: str = "fr", width: int = 1400, height: int = 900, **options: object) -> Reader:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        opened.append((context, Reader(context, written(name, lang))))
        return opened[-1][1]

    yield new
    for context, one in opened:
        assert one.complaints == []
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, fetched from npm once and kept outside the project."""
    script = CACHE / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        npm = shutil.which("npm")
        if npm is None:
            absent("npm is not installed, so axe-core cannot be fetched")
        CACHE.mkdir(parents=True, exist_ok=True)
        done = subprocess.run([npm, "install", "--prefix", str(CACHE), "--no-save", AXE], capture_output=True, text=True, check=False)
        if done.returncode:
            absent(f"axe-core could not be fetched: {done.stderr.strip()[:200]}")
    return script.read_text(encoding="utf-8")
