"""The questions of the page have the answers of the catalogue's queries, on a hand-made opinion and on the one that ships with Renvois."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page
from support.opinions import opinion
from support.reader import Reader
from support.sample import sample_graph

import renvois
from renvois.explorer import write_page
from renvois.explorer.anchors import Anchors
from renvois.explorer.messages import messages
from renvois.graph.measures import measures
from renvois.graph.model import Graph
from renvois.graph.open import open_store
from renvois.graph.store import Cell, Store
from renvois.loaders.read import read
from renvois.loaders.structure import structure
from renvois.queries.run import run

pytestmark = pytest.mark.browser

SAY = messages("fr")
READ = "ls => ls.map(l => [l.dataset.k, l.firstElementChild.textContent, l.querySelector('.said')?.textContent ?? ''])"


@dataclass(frozen=True, slots=True)
class Asked:
    """A page and a store that hold the same opinion."""

    page: Page
    store: Store
    graph: Graph
    anchors: Anchors

    def answers(self, question: str, choice: str | None = None) -> list[tuple[str, str, str]]:
        """What the page answers: the key of each item, its name and the words beside it."""
        self.page.get_by_role("button", name="‹ Questions").click()
        label = SAY[f"q_{question}"]
        if choice is not None:
            self.page.locator(f"select[aria-label='{label}']").select_option(value=choice)
        self.page.locator(".questions button", has_text=label).first.click()
        return [tuple(row) for row in self.page.eval_on_selector_all("#proof .answers li", READ)]

    def records(self, query: str, **params: object) -> list[dict[str, Cell]]:
        return run(self.store, query, params).records()

    def key(self, node: Cell) -> str:
        return self.anchors.nodes[str(node)]

    def name(self, node: Cell) -> str:
        return str(self.graph.node(str(node)).properties["name"])


@pytest.fixture(scope="module", params=["hand-made", "sample"])
def asked(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    made, folder = opinion(), tmp_path_factory.mktemp("asked")
    own = request.param == "hand-made"
    graph, document = (made.graph(), made.document()) if own else (sample_graph(), structure(read(renvois.SAMPLE)))
    reader = Reader(browser.new_context(viewport={"width": 1400, "height": 900}), write_page(graph, document, folder / "page.html"))
    with open_store(folder / "store") as store:
        store.load(graph)
        store.measure(measures(graph))
        yield Asked(reader.open("#r1"), store, graph, Anchors.of(graph))
    assert reader.complaints == []
    reader.page.context.close()


def numbered(recs: Cell) -> str:
    assert isinstance(recs, list | tuple)
    return ", ".join(f"R{number}" for number in recs)


Expected = Callable[[Asked], list[object]]
Found = Callable[[str, str, str], object]

# For each question of the page: what the catalogue answers, and the same of a row of the page.
QUESTIONS: Mapping[str, tuple[Expected, Found]] = {
    "bare_recs": (
        lambda a: [a.key(r["recommendation_id"]) for r in a.records("no-basis", documentary=False)],
        lambda key, name, said: key,
    ),
    "idle_sources": (
        lambda a: [(a.key(r["source_id"]), r["citations"]) for r in a.records("unused-sources")],
        lambda key, name, said: (key, int(said.split()[0])),
    ),
    "most_cited": (
        lambda a: [(a.key(r["source_id"]), r["citations"]) for r in a.records("most-cited", limit=1000)],
        lambda key, name, said: (key, int(said.split()[0])),
    ),
    "dates": (
        lambda a: [(a.key(r["source_id"]), r["citations"]) for r in a.records("sources-by-date")],
        lambda key, name, said: (key, int(said.rsplit(", ", 1)[1].split()[0])),
    ),
    "central": (
        lambda a: [
            (a.key(r["source_id"]), f"{r['betweenness']:.3f}".rstrip("0").rstrip(".").replace(".", ","), r["community"], ", ".join(f"R{n}" for n in r["recommendations"]))  # type: ignore[union-attr]
            for r in a.records("central-sources", limit=1000)
        ],
        lambda key, name, said: (key, said.split(" ; ")[0], int(said.split(" ; ")[1].removeprefix("groupe ")), said.split(" ; ")[2]),
    ),
    "prior": (
        lambda a: [(a.key(s), n) for s, n in Counter(r["source_id"] for r in a.records("prior-avis")).items()],
        lambda key, name, said: (key, int(said.split()[0])),
    ),
    "short_forms": (
        lambda a: [(a.anchors.citations[str(r["id"])], a.name(r["source_id"])) for r in a.records("short-forms")],
        lambda key, name, said: (key, said.split(" → ")[1]),
    ),
    "top_bodies": (
        lambda a: [(a.key(r["institution_id"]), r["recommendations"]) for r in a.records("institution-load")],
        lambda key, name, said: (key, int(said.split()[0])),
    ),
    "pairs": (
        lambda a: [
            (tuple(sorted((a.name(r["first_id"]), a.name(r["second_id"])))), numbered(r["numbers"])) for r in a.records("co-responsibility")
        ],
        lambda key, name, said: (tuple(sorted((name, said.split(" : ")[0]))), said.split(" : ")[1]),
    ),
    "body_themes": (
        lambda a: [
            (a.key(r["institution_id"]), f"{r['theme']} : {numbered(r['numbers'])}") for r in a.records("themes-by-institution")
        ],
        lambda key, name, said: [(key, theme) for theme in said.split(" ; ")],
    ),
    "unassigned": (
        lambda a: [(a.key(r["recommendation_id"]), set(r["inferred"])) for r in a.records("unassigned")],  # type: ignore[arg-type]
        lambda key, name, said: (key, {part.split(" (")[0] for part in said.split(" ; ") if "s’adresse à" in part or "confie à" in part}),
    ),
    "only_named": (
        lambda a: [(a.key(r["institution_id"]), r["mentions"]) for r in a.records("only-mentioned")],
        lambda key, name, said: (key, int(said.split()[1])),
    ),
    "heard": (
        lambda a: [(r["person"], r["institution"]) for r in a.records("hearings")],
        lambda key, name, said: (name, said.split(", ")[-1]),
    ),
    "asks": (
        lambda a: [
            (key, list(said))
            for key, said in grouped([(a.key(r["recommendation_id"]), (r["verb"], r["quote"])) for r in a.records("actions")]).items()
        ],
        lambda key, name, said: (key, [(p.split(" (")[0].split(" : ")[0], p.split("« ", 1)[1].removesuffix(" »")) for p in said.split(" ; ") if "«" in p]),
    ),
    "theme_list": (
        lambda a: [(r["theme"], numbered(r["numbers"])) for r in a.records("themes")],
        lambda key, name, said: (name, said),
    ),
    "notes": (
        lambda a: [(a.key(r["note_id"]), r["called_in"], len(r["sources"])) for r in a.records("notes")],  # type: ignore[arg-type]
        lambda key, name, said: (key, said.split(" ; ")[0], said.count(" ; ")),
    ),
    "annexe": (
        lambda a: [(a.key(r["recommendation_id"]), r["difference"]) for r in a.records("body-annexe")],
        lambda key, name, said: (key, said),
    ),
    "check": (lambda a: [a.key(r["finding_id"]) for r in a.records("findings")], lambda key, name, said: key),
}  # fmt: skip


def grouped(pairs: list[tuple[str, object]]) -> dict[str, list[object]]:
    found: dict[str, list[object]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def each_grade(rows: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """The page names a source once with the grade of each passage, the catalogue once for each link."""
    return sorted((key, part[0]) for key, _, said in rows for part in said.split(" ; "))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_page_answers_as_the_catalogue_does(asked: Asked, question: str) -> None:
    expected, found = QUESTIONS[question]
    answers: list[object] = []
    for row in asked.answers(question):
        one = found(*row)
        answers.extend(one if isinstance(one, list) else [one])
    assert sorted(answers, key=repr) == sorted(expected(asked), key=repr)


def test_sources_come_by_date(asked: Asked) -> None:
    ordered = [r["source_id"] for r in asked.records("sources-by-date")]
    dates = {asked.key(node): str(asked.graph.node(str(node)).properties["date"]) for node in ordered}
    assert [dates[key] for key, _, _ in asked.answers("dates")] == sorted(dates.values())


def test_the_groups_are_those_of_the_catalogue(asked: Asked) -> None:
    asked.answers("communities")
    lines = "ls => ls.map(l => [l.firstElementChild, ...l.querySelectorAll('.said')].map(e => e.textContent))"
    shown = []
    for name, *said in asked.page.eval_on_selector_all("#proof .answers li", lines):
        parts = dict(re.split(r"\s: ", line, maxsplit=1) for line in said[1:])
        sources, bodies = ([n for n in parts.get(title, "").split(" ; ") if n] for title in ("Sources", "Institutions"))
        shown.append((name, said[0], sorted(sources), sorted(bodies)))
    assert shown == [
        (f"groupe {r['community']}", numbered(r["recommendations"]), sorted(r["sources"]), sorted(r["institutions"]))  # type: ignore[arg-type, type-var]
        for r in asked.records("communities")
    ]


STEPS = """ls => ls.map(l => [...l.children].map(part => {
  const [arrow, how] = part.matches('.said') ? [part.textContent[0], part.firstChild.data.slice(2).trim()] : ['', ''];
  const at = part.matches('a') ? part : part.querySelector('a');
  return [arrow, how, at ? decodeURIComponent(at.hash.slice(1)) : part.textContent.slice(part.firstChild.data.length)];
}))"""


def test_what_links_two_things_is_what_the_catalogue_finds(asked: Asked) -> None:
    """Every shortest path, told once for each way that its links are called."""
    called = {role: SAY[f"role_{role}"] for role in ("ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS")}
    recs, sources, bodies = (
        [n.id for n in asked.graph.nodes if label in n.labels] for label in ("Recommendation", "Source", "Institution")
    )
    cited = [s for s in sources if s != asked.graph.document]
    pairs = [
        (recs[0], recs[-1]),
        (recs[0], cited[0]),
        (cited[0], cited[-1]),
        (bodies[0], cited[0]),
        (bodies[-1], recs[1]),
        (bodies[0], bodies[-1]),
    ]
    for start, end in pairs:
        expected = set()
        for r in asked.records("path", from_id=start, to_id=end, limit=100_000):
            nodes = [step_name(asked, node) for node in r["ids"][1:]]  # type: ignore[index]
            hows = [called.get(str(link)) or SAY[f"link_{link}"] for link in r["links"]]  # type: ignore[union-attr]
            expected.add(tuple(zip(hows, nodes, strict=True)))
        asked.page.get_by_role("button", name="‹ Questions").click()
        asked.page.locator(f"select[aria-label='{SAY['q_path']}']").select_option(value=asked.key(start))
        asked.page.locator(f"select[aria-label='{SAY['q_path_other']}']").select_option(value=asked.key(end))
        asked.page.locator(".questions button", has_text=SAY["q_path"]).first.click()
        shown = asked.page.eval_on_selector_all("#proof .answers li", STEPS)
        assert all(row[0][2] == asked.key(start) for row in shown)
        found = [tuple((how, node) for _, how, node in row[1:]) for row in shown]
        assert len(found) == len(set(found)), (start, end)
        assert set(found) == expected, (start, end)


def step_name(asked: Asked, node: object) -> str:
    """The element of a step, or its name where it has none."""
    known = asked.graph.node(str(node))
    if known.label == "Theme" or known.id == asked.graph.document:
        return str(known.properties["name"])
    return asked.key(known.id)


def test_what_underpins_a_recommendation_and_by_which_passages(asked: Asked) -> None:
    for node in asked.graph.nodes:
        if node.label != "Recommendation" or node.properties["number"] not in (1, 2, 18, 24):
            continue
        number, key = node.properties["number"], asked.key(node.id)
        rests = [
            (asked.key(r["source_id"]), r["grade"])
            for r in asked.records("underpinning", recommendation=number)
            if r["grade"] not in (None, "C")
        ]
        shown = asked.answers("rec_basis", key)
        assert len({key for key, _, _ in shown}) == len(shown)
        assert each_grade(shown) == sorted(rests)
        chain = [(asked.anchors.citations[str(r["id"])], r["grade"], r["surface"]) for r in asked.records("chain", recommendation=number)]
        if not chain:
            continue
        shown = [(k, said[0], said.split("« ", 1)[1].removesuffix(" »")) for k, _, said in asked.answers("chain", key)]
        assert [(k, g) for k, g, _ in sorted(shown)] == [(k, g) for k, g, _ in sorted(chain)]
        assert {" ".join(words.split()) for _, _, words in shown} == {" ".join(str(words).split()) for _, _, words in chain}


def test_which_recommendations_rest_on_a_source_and_where_it_is_cited(asked: Asked) -> None:
    for node in asked.graph.nodes:
        cited = asked.records("citation-contexts", source=node.id) if "Source" in node.labels else []
        if not cited:
            continue
        places = [asked.anchors.citations[str(r["id"])] for r in cited]
        assert sorted(k for k, _, _ in asked.answers("contexts", asked.key(node.id))) == sorted(places), node.id
        query = {"Article": ("by-article", "article"), "Convention": ("by-convention", "convention")}.get(node.label)
        rests = [r for r in asked.records(query[0], **{query[1]: node.id}) if r["grade"] != "C"] if query else []
        if rests:
            shown = asked.answers("source_recs", asked.key(node.id))
            assert each_grade(shown) == sorted((asked.key(r["recommendation_id"]), r["grade"]) for r in rests)


def test_which_recommendations_concern_an_institution(asked: Asked) -> None:
    roles = {"ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS"}
    solicited = {r.target for r in asked.graph.relationships if r.type in roles}
    for body in sorted(solicited)[:12]:
        rows = asked.records("by-institution", institution=body)
        expected = {
            (asked.key(r["recommendation_id"]), SAY["only_named"] if r["role"] == "MENTIONS" else SAY[f"role_{r['role']}"]) for r in rows
        }
        assert {(k, said.split(" (")[0]) for k, _, said in asked.answers("body_recs", asked.key(body))} == expected, body
