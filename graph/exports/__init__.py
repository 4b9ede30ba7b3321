"""The graph for other tools: Gephi and yEd, programs, spreadsheets, Neo4j Browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from ..errors import RenvoisError
from ..model import Graph

__all__ = ["FORMATS", "Format", "export"]

type Format = Literal["csv", "cypher", "gexf", "graphml", "json", "jsonld", "neo4j-admin"]
FORMATS: tuple[str, ...] = get_args(Format.__value__)


def export(graph: Graph, form: str) -> str | bytes:
    """The whole graph in one of FORMATS: text, and bytes for csv and neo4j-admin (zip archives). RenvoisError on another format."""
    if form not in FORMATS:
        raise RenvoisError(f"There is no export format {form!r}.", cure=f"Choose one of {', '.join(FORMATS)}.")
    return _writer(form)(graph)


def _writer(form: str) -> Callable[[Graph], str | bytes]:
    from . import csv, cypher, gexf, graphml, json, jsonld, neo4j_admin

    writers: dict[str, Callable[[Graph], str | bytes]] = {
        "csv": csv.to_csv,
        "cypher": cypher.to_cypher,
        "gexf": gexf.to_gexf,
        "graphml": graphml.to_graphml,
        "json": json.to_json,
        "jsonld": jsonld.to_jsonld,
        "neo4j-admin": neo4j_admin.to_neo4j_admin,
    }
    return writers[form]
