"""What a database is sent when a document is loaded: for one behind a network, few statements, the same for every document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from support.small_graph import later_graph, small_graph

from renvois.graph.model import Graph
from renvois.graph.replacing import replace


def _sent(graph: Graph, *, together: bool) -> list[tuple[str, list[Any]]]:
    """What an empty database is sent to be written."""
    sent: list[tuple[str, list[Any]]] = []

    def run(cypher: str, parameters: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        if "rows" in parameters:
            sent.append((cypher, parameters["rows"]))
        return ()

    replace(run, graph.document, graph, together=together)
    return sent


def test_every_row_is_sent_once_either_way() -> None:
    apart = [row for _, rows in _sent(small_graph(), together=False) for row in rows]
    joined = [row for _, lists in _sent(small_graph(), together=True) for rows in lists for row in rows]
    assert len(apart) == len(small_graph().nodes) + len(small_graph().relationships)
    assert sorted(map(str, apart)) == sorted(map(str, joined))


def test_nodes_take_one_statement_and_relationships_one_for_each_label_they_start_at() -> None:
    labels = {node.id: node.label for node in small_graph().nodes}
    starts = {labels[r.source] for r in small_graph().relationships}
    assert len(_sent(small_graph(), together=True)) <= 1 + len(starts)


def test_documents_are_sent_in_the_same_statements() -> None:
    first = {cypher for cypher, _ in _sent(small_graph(), together=True)}
    later = {cypher for cypher, _ in _sent(later_graph(), together=True)}
    assert len(first & later) >= 2
    assert all(cypher.startswith("CYPHER replan=skip") for cypher in first | later)
