"""How fast the explorer's page opens and answers, beside a plain HTML page of the same text in the same browser and the same run.

    python benchmarks/explorer.py [ROUNDS]

Prints the size of the sample's page; its first paint and first lanes as ratios to the first paint of the plain page (medians of
interleaved rounds); what one letter typed in the search takes, from the key to the next frame, on the sample's page and on a page with
500 recommendations and 5,000 citations; how long that page takes to open; and the size, opening and search of the index of 20 and of 60
opinions of the synthetic corpus, each with 34 recommendations and some 160 sources. Needs Chromium.
"""

from __future__ import annotations

import html
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from corpus import opinion
from support.opinions import large
from support.sample import sample_graph

import renvois
from renvois.explorer import site, write_page
from renvois.explorer.corpus import Corpus
from renvois.explorer.home import Home
from renvois.explorer.material import Material
from renvois.explorer.messages import messages
from renvois.explorer.volume import Volume
from renvois.graph.model import Graph
from renvois.loaders.document import Document
from renvois.loaders.read import read
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure

FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
QUIET = 400  # milliseconds in which nothing is asked of a page that opens: the driver's own scripts would run in the midst of it
# When the frame that shows the lanes is handed over: the page marks the end of its drawing, and the next frame shows it.
WATCH = """
const mark = performance.mark.bind(performance);
performance.mark = (name) => {
  if (name === "lanes-drawn") requestAnimationFrame(() => {
    const next = new MessageChannel();
    next.port1.onmessage = () => { globalThis.lanesSeen = performance.now(); };
    next.port2.postMessage(0);
  });
  return mark(name);
};
"""
TYPE = """async (words) => {
  const box = document.getElementById("q");
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const next = new MessageChannel();
    next.port1.onmessage = done;
    next.port2.postMessage(0);
  }));
  box.focus();
  await frame();
  const taken = [];
  for (const word of words) {
    for (let n = 1; n <= word.length; n += 1) {
      const start = performance.now();
      box.value = word.slice(0, n);
      box.dispatchEvent(new Event("input"));
      await frame();
      taken.push(performance.now() - start);
    }
  }
  return taken;
}"""


def main(rounds: int) -> None:
    document = structure(read(renvois.SAMPLE))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        page = write_page(sample_graph(), document, folder / "page.html")
        plain = _plain(document, folder / "plain.html")
        many = large(500, 5000)
        big = write_page(many.graph(), many.document(), folder / "large.html")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS.split())
        print(f"page of the sample: {page.stat().st_size / 1000:.0f} kB; large page: {big.stat().st_size / 1000:.0f} kB")
        _openings(browser, page, plain, rounds)
        _typing(browser, page, "the sample's page", ["aide sociale", "225-4-1", "traite des êtres humains"])
        _typing(browser, big, "500 recommendations, 5,000 citations", ["institution numéro 12", "article 45", "mesure 499"])
        _opening_large(browser, big)
        for count in (20, 60):
            index = _index(count, folder / f"index-{count}.html")
            print(f"index of {count} opinions: {index.stat().st_size / 1000:.0f} kB, ready after {_ready(browser, index):.0f} ms")
            _typing(browser, index, f"the index of {count} opinions", ["src:13", "code:12", "garique belure"])
        browser.close()


def _index(count: int, path: Path) -> Path:
    """The index alone of the first opinions of the synthetic corpus, whose texts have no units to place anything in."""
    graphs = [opinion(number) for number in range(count)]
    nodes = {n.id: n for g in graphs for n in g.nodes} | {g.document: g.node(g.document) for g in graphs}
    whole = Graph("", tuple(nodes.values()), tuple(r for g in graphs for r in g.relationships))
    home = Home.of(whole)
    text = structure(SourceText("none.txt", "", "txt"))
    volumes = [Volume.of(Material.of(g, text, "fr", home), f"opinion-{n}") for n, g in enumerate(graphs)]
    path.write_text(site.index(Corpus(volumes, whole, home, messages("fr")), "fr"), encoding="utf-8")
    return path


def _plain(document: Document, path: Path) -> Path:
    paragraphs = "".join(f"<p>{html.escape(unit.clean.text)}</p>\n" for unit in document.units)
    path.write_text(f"<!doctype html><html lang=fr><meta charset=utf-8><title>plain</title>{paragraphs}", encoding="utf-8")
    return path


def _openings(browser: Browser, page: Path, plain: Path, rounds: int) -> None:
    taken: dict[str, list[float]] = {"plain": [], "paint": [], "lanes": []}
    for turn in range(rounds + 1):
        for path in (plain, page):
            opened = _opened(browser, path)
            paint = _first_paint(opened)
            if turn and path is plain:  # the first round warms the browser up
                taken["plain"].append(paint)
            elif turn:
                taken["paint"].append(paint)
                taken["lanes"].append(_when(opened, "globalThis.lanesSeen"))
            opened.context.close()
    base = statistics.median(taken["plain"])
    for what in ("paint", "lanes"):
        pairs = statistics.median(mine / theirs for mine, theirs in zip(taken[what], taken["plain"], strict=True))
        mine = statistics.median(taken[what])
        print(f"first {what}: {mine:.0f} ms beside {base:.0f} ms for plain HTML: {mine / base:.2f} times (median of pairs {pairs:.2f})")


def _typing(browser: Browser, path: Path, what: str, words: list[str]) -> None:
    opened = _opened(browser, path)
    taken = sorted(opened.evaluate(TYPE, words))
    print(f"a letter typed, {what}: median {statistics.median(taken):.0f} ms, worst {taken[-1]:.0f} ms of {len(taken)}")
    opened.context.close()


def _opening_large(browser: Browser, path: Path) -> None:
    times = []
    for _ in range(3):
        opened = _opened(browser, path)
        times.append((_when(opened, "globalThis.lanesSeen"), _when(opened, "globalThis.ready")))
        opened.context.close()
    lanes, ready = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"the large page: lanes after {lanes:.0f} ms, everything ready after {ready:.0f} ms")


def _ready(browser: Browser, path: Path) -> float:
    times = []
    for _ in range(5):
        opened = _opened(browser, path)
        times.append(_when(opened, "globalThis.ready"))
        opened.context.close()
    return statistics.median(times)


def _opened(browser: Browser, path: Path) -> Page:
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.add_init_script(WATCH)
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => new MutationObserver(() => { globalThis.ready ??= performance.now(); })"
        ".observe(document.documentElement, {attributeFilter: ['data-ready']}));"
    )
    page.goto(path.as_uri())
    page.wait_for_timeout(QUIET)
    if path.name != "plain.html":
        page.wait_for_selector("html[data-ready]", state="attached")
    return page


def _first_paint(page: Page) -> float:
    return _when(page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime")


def _when(page: Page, expression: str) -> float:
    """Asks until there is an answer: a page's policy forbids waiting on an expression in the page itself."""
    for _ in range(200):
        found = page.evaluate(expression)
        if found is not None:
            return float(found)
        page.wait_for_timeout(25)
    raise TimeoutError(expression)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
