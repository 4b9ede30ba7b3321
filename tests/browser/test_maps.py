"""A map of an answer in a real browser: it draws, asks nothing of anyone, and runs nothing that a document holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from networkx import MultiDiGraph
from playwright.sync_api import Browser

from renvois.graph.errors import RenvoisError
from renvois.maps import draw_map

pytestmark = pytest.mark.browser
HOSTILE = '<img src=x onerror="document.title=1"> href </script><script>document.title=2</script>'


def _network(name: str) -> MultiDiGraph[str]:
    network: MultiDiGraph[str] = MultiDiGraph()
    network.add_node("r1", name="Recommandation 1", labels=["Recommendation"])
    network.add_node("law", name=name, labels=["Law", "Source"])
    for key, grade in (("a", "A"), ("b", "X")):
        network.add_edge("r1", "law", key=key, type="UNDERPINNED_BY", grade=grade, quote=f"«{name}»")
    return network


@pytest.mark.parametrize("name", ["loi de 2016", HOSTILE])
def test_a_map_draws_offline_and_shows_words_as_words(browser: Browser, tmp_path: Path, name: str) -> None:
    path = draw_map(_network(name), f"Carte de {name}", "fr").save(tmp_path / "map.html")
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("console", lambda m: complaints.append(m.text))
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.goto(path.as_uri())
    page.locator("canvas").wait_for()
    assert asked == [path.as_uri()]
    assert complaints == []
    assert page.title() == f"Carte de {name}"
    page.locator("summary").click()
    cells = page.locator("tbody tr").first.locator("td").all_inner_texts()
    assert cells[0] == "Recommandation 1"
    assert [re.sub(r"\s+", " ", c) for c in cells[1:]] == [f"repose sur · A · «{name}»", name]
    page.close()


def test_a_node_under_the_pointer_shows_its_name_as_text(browser: Browser, tmp_path: Path) -> None:
    path = draw_map(_network(HOSTILE), "Carte", "fr").save(tmp_path / "map.html")
    page = browser.new_page()
    page.goto(path.as_uri())
    canvas = page.locator("canvas")
    canvas.wait_for()
    box = canvas.bounding_box()
    assert box is not None
    place = page.evaluate("drawn.canvasToDOM(drawn.getPosition('law'))")
    page.mouse.move(box["x"] + place["x"] + 1, box["y"] + place["y"] + 1)
    tooltip = page.locator("div.vis-tooltip")
    tooltip.wait_for()
    assert tooltip.inner_text() == f"loi ou ordonnance : {HOSTILE}"
    assert page.title() == "Carte"
    page.close()


def test_the_same_answer_gives_the_same_page_and_nothing_gives_none() -> None:
    assert draw_map(_network("loi"), "Carte", "fr").html == draw_map(_network("loi"), "Carte", "fr").html
    with pytest.raises(RenvoisError, match="nothing to draw"):
        draw_map(MultiDiGraph(), "Carte", "fr")
