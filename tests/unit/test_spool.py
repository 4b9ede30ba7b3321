"""Graphs on disk between two steps come back as they were, in order, as often as asked."""

from __future__ import annotations

from support.small_graph import later_graph, small_graph

from renvois.graph.spool import Spool


def test_graphs_come_back_as_they_were() -> None:
    with Spool() as spool:
        assert list(spool) == []
        for graph in (small_graph(), later_graph()):
            spool.add(graph)
        assert list(spool) == [small_graph(), later_graph()]
        assert list(spool) == [small_graph(), later_graph()]
        assert spool.documents == [small_graph().document, later_graph().document]
