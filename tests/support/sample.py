"""The opinion that ships with Renvois, as a graph; built once for a run."""

from __future__ import annotations

from functools import cache

import renvois
from renvois.graph.model import Graph
from renvois.loaders.pipeline import build_graph


@cache
def sample_graph() -> Graph:
    return build_graph(renvois.SAMPLE)
