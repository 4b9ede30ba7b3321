"""Whatever a review file holds, the document is still built, and every entry is in the graph."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support.small_graph import ARTICLE, DOCUMENT, LAW, small_graph

from renvois.graph.checking import check_graph
from renvois.graph.model import Graph
from renvois.loaders.review import read_review, reviewed

OPINION = Graph(
    DOCUMENT,
    tuple(n for n in small_graph().nodes if n.label != "Review"),
    tuple(r for r in small_graph().relationships if not r.source.endswith("#v1")),
)
TARGETS = (
    ("R1", "R2", "§ 1", "note 2", "R99", "x"),
    ("UNDERPINNED_BY", "CITES", "ASSIGNS", "associe", "BITES"),
    (LAW, ARTICLE, "PJJ", "code civil, art. 1240", "?"),
)
targets = st.builds(" ".join, st.tuples(*map(st.sampled_from, TARGETS)))
entries = st.fixed_dictionaries(
    {"target": targets, "verdict": st.sampled_from(["confirm", "refuse", "correct", "add", "ajouter", "confrim"])},
    optional={
        "who": st.text(max_size=5), "when": st.sampled_from(["2031-02-03", "hier"]), "to": st.sampled_from([ARTICLE, "PJJ", "rien"]),
        "grade": st.sampled_from(["A", "B", "X", "C"]), "strength": st.sampled_from(["weak", "strong", "medium"]),
        "role": st.sampled_from(["INVOLVES", "CITES"]), "quote": st.sampled_from(["La Convention", "absent"]),
    },
)  # fmt: skip


def review(content: bytes) -> Graph:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "a.review.yaml"
        path.write_bytes(content)
        graph = reviewed(OPINION, read_review(path))
    check_graph(graph)
    return graph


@settings(max_examples=60, deadline=None)
@given(st.lists(entries, max_size=6))
def test_no_entry_is_lost(items: list[dict[str, str]]) -> None:
    import yaml

    graph = review(yaml.safe_dump(items, allow_unicode=True).encode())
    kept = [n for n in graph.nodes if n.label == "Review"]
    assert len(kept) == len(items)
    units = {n.id for n in OPINION.nodes if n.properties.get("document") == DOCUMENT}
    assert units <= {n.id for n in graph.nodes}, "the document's own units stay"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60) | st.text(alphabet="-:\n targetvdic'\"[]{}#&*!|>%@`\t", max_size=80).map(str.encode))
def test_any_file_leaves_a_graph(content: bytes) -> None:
    graph = review(content)
    assert [r.id for r in graph.relationships if r.type == "CITES"] == [r.id for r in OPINION.relationships if r.type == "CITES"]
