"""Whatever is loaded, loaded again changed, and removed, in any order, a store holds exactly what the documents it still has say."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renvois.graph.model import Graph, GraphBuilder
from renvois.graph.open import open_store

CODES, ARTICLES, BODIES, AVIS = ("code:a", "code:b"), range(4), range(3), ("avis:1", "avis:2", "avis:3")

# A document: the articles its paragraph cites, the opinions it cites, the bodies it names, the articles that another one amends.
contents = st.tuples(*(st.frozensets(st.sampled_from(choices), max_size=3) for choices in (ARTICLES, AVIS, BODIES, ARTICLES)))
steps = st.lists(st.tuples(st.sampled_from(AVIS), st.none() | contents), min_size=1, max_size=7)


def document(avis: str, content: tuple[frozenset[int], frozenset[str], frozenset[int], frozenset[int]]) -> Graph:
    """An article is part of its code, a body of body 0: facts follow from the nodes, as in law."""
    cited, opinions, bodies, amended = content
    build = GraphBuilder(avis)
    source(build, "Avis", avis, loaded=True, fingerprint=str(content))
    paragraph = build.node("Paragraph", f"{avis}#p1", name="§ 1", order=1, start=0, end=9, text="Le texte.", number=1)
    build.relate(avis, "HAS_PARAGRAPH", paragraph)
    evidence = {"start": 0, "end": 2, "quote": "Le"}
    more = {"surface": "Le", "relation": "explicit", "kind": "other", "occurrence": "body"}
    for target in [article(build, number) for number in sorted(cited)] + [source(build, "Avis", a) for a in sorted(opinions - {avis})]:
        build.relate(paragraph, "CITES", target, **evidence, **more)
    for body in sorted(bodies):
        build.relate(paragraph, "MENTIONS", institution(build, body), **evidence, explicit=True, occurrence="body")
    for number in sorted(amended):
        build.relate(article(build, number), "AMENDS", article(build, (number + 1) % 4), **evidence)
    return build.build()


def source(build: GraphBuilder, label: str, item: str, **more: str | bool) -> str:
    return build.node(label, item, name=item, sort_name=item, kind=label, canonical=item, normative=True, **more)


def article(build: GraphBuilder, number: int) -> str:
    code = source(build, "Code", CODES[number % 2])
    item = source(build, "Article", f"article:{number}")
    build.relate(item, "PART_OF", code)
    return item


def institution(build: GraphBuilder, number: int) -> str:
    item = build.node("Institution", f"inst:{number}", name=str(number), sort_name=str(number), named=True)
    if number:
        build.relate(item, "PART_OF", institution(build, 0))
    return item


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_a_store_holds_what_its_documents_say(sequence: list[tuple[str, tuple[frozenset[int], ...] | None]]) -> None:
    held: dict[str, Graph] = {}
    with tempfile.TemporaryDirectory() as place, open_store(Path(place) / "store") as store:
        for avis, content in sequence:
            if content is not None:
                held[avis] = document(avis, content)  # type: ignore[arg-type]
                store.load(held[avis])
            elif avis in held:
                store.remove(avis)
                del held[avis]
        found = store.everything()
        assert {n.id for n in found.nodes} == {n.id for g in held.values() for n in g.nodes}
        assert {r.id for r in found.relationships} == {r.id for g in held.values() for r in g.relationships}
        assert store.documents() == sorted(held)
        for avis, graph in held.items():
            assert found.node(avis).properties == graph.node(avis).properties
            assert store.load(graph).unchanged
