"""The page as a file: what it holds without scripts, what it lets run, and that a document's words are never markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support import opinions
from support.opinion import Opinion

from renvois.explorer import page, write_page
from renvois.graph.errors import InputError, RenvoisError
from renvois.graph.model import Graph
from renvois.loaders.document import Section


class Elements(HTMLParser):
    """Every element with its attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in self.raw:
            self.raw[self.inside].append(data)

    def ids(self) -> list[str]:
        return [a["id"] for _, a in self.found if a.get("id")]  # type: ignore[misc]


def made(name: str = "opinion", lang: str = "fr") -> str:
    opinion = getattr(opinions, name)()
    return page(opinion.graph(), opinion.document(), lang)


def sha(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@pytest.mark.parametrize("name", ["opinion", "hostile", "empty"])
def test_the_policy_allows_exactly_what_the_page_holds(name: str) -> None:
    elements = Elements(made(name))
    policy = next(a["content"] for t, a in elements.found if t == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    boot, _, script = elements.raw["script"]
    assert policy == (
        f"default-src 'none'; style-src {sha(elements.raw['style'][0])}; script-src {sha(boot)} {sha(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert len(elements.raw["style"]) == 1


@pytest.mark.parametrize("name", ["opinion", "hostile", "empty"])
def test_no_handler_style_or_address_comes_from_the_document(name: str) -> None:
    for tag, attributes in Elements(made(name)).found:
        assert not [a for a in attributes if a.startswith("on") or a in {"style", "src", "srcset"}]
        assert tag not in {"img", "b", "iframe", "object", "link", "base"}
        if tag == "a":
            assert re.match(r"#|https://", attributes["href"] or "")


@pytest.mark.parametrize("name", ["opinion", "hostile", "empty"])
def test_every_id_stands_once_and_every_inner_link_leads_to_one(name: str) -> None:
    elements = Elements(made(name))
    ids = elements.ids()
    assert sorted(ids) == sorted(set(ids))
    led = {a["href"][1:] for t, a in elements.found if t == "a" and a["href"] and a["href"].startswith("#")}
    assert led <= set(ids)


def test_the_short_names_are_real_elements() -> None:
    assert {"r1", "r4", "p3", "n2", "c1", "m1", "f1", "s-pjj", "h-II-1", "r1-annexe"} <= set(Elements(made()).ids())


def test_a_section_without_a_heading_has_an_anchor_where_it_begins() -> None:
    opinion = Opinion()
    opinion.paragraph(1, "Avant tout titre.")
    opinion.sections.append(Section("0", None, "(introduction)", 1, None, 0, 10, None, None, False))
    html = page(opinion.graph(), opinion.document())
    assert html.index('id="h-0"') < html.index('id="p1"')


def test_the_data_is_json_that_no_document_can_close() -> None:
    data = Elements(made("hostile")).raw["script"][1]
    assert not set("<>&") & set(data)
    sources = json.loads(data)["sources"]
    assert dict(zip(sources["names"], sources["rows"][0], strict=False))["canonical"] == f"code {' '.join(opinions.HOSTILE)}"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Avis sur l’accueil", 'content:"avis A\\2d 2031\\2d 9 \\2013  Avis sur l\\2019 accueil"'),
        ('"}</style><script>alert(1)</script>', 'content:"avis A\\2d 2031\\2d 9 \\2013  \\22 \\7d \\3c \\2f style\\3e \\3c script\\3e alert\\28 1\\29 \\3c \\2f script\\3e "'),
        ("mot " * 60, 'mot mot \\2026 "'),
    ],
)  # fmt: skip
def test_the_title_at_the_head_of_each_page_on_paper_is_words_only(title: str, written: str) -> None:
    opinion = Opinion(title=title)
    (style,) = Elements(page(opinion.graph(), opinion.document())).raw["style"]
    assert written in style
    assert len(style.splitlines()[-1]) < 250


def test_the_same_graph_gives_the_same_page() -> None:
    assert made() == made()


def test_both_languages_say_everything() -> None:
    french, english = made(), made(lang="en")
    assert '<html lang="fr">' in french and "Ne repose sur aucune source." in french
    assert '<html lang="en">' in english and "Rests on no source." in english
    assert "Ne repose sur aucune source." not in english


def test_an_unknown_language_is_refused() -> None:
    opinion = opinions.opinion()
    with pytest.raises(RenvoisError, match="'de'"):
        page(opinion.graph(), opinion.document(), "de")


def test_a_graph_without_its_opinion_is_refused() -> None:
    with pytest.raises(RenvoisError, match="cncdh:A-1"):
        page(Graph("cncdh:A-1", (), ()), opinions.opinion().document())


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    opinion = opinions.opinion()
    with pytest.raises(InputError, match=r"page\.html"):
        write_page(opinion.graph(), opinion.document(), tmp_path / "no such folder" / "page.html")


def test_what_is_missing_is_said_without_scripts() -> None:
    html = made("empty")
    for words in ("Aucune recommandation n’a été trouvée", "Aucune source n’a été trouvée", "Aucune institution n’a été trouvée"):
        assert words in html


def test_the_whole_text_is_there_in_order() -> None:
    opinion = opinions.opinion()
    html = page(opinion.graph(), opinion.document())
    text = re.sub(r"<[^>]+>", "", html[html.index('id="text"') : html.index('id="links"')])
    at = -1
    for start in ("Avis adopté le 2 mai", "Tout enfant privé", "Convention relative", "La CNCDH recommande", "L’article 375-55", "Former"):
        assert text.index(start) > at
        at = text.index(start)
