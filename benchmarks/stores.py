"""Loading and asking, on both databases side by side, over a synthetic corpus: python benchmarks/stores.py [--opinions N].

Prints one JSON line a measure. Ratios are what counts, taken in one run on one machine:

neo4j_load_over_bare      rows (nodes and relationships) a second of our load into Neo4j, over those of a bare UNWIND script
                          (asked: at least 0.8)
embedded_over_neo4j_load  rows a second of the embedded load over those of ours into Neo4j (asked: at least 1)
query                     each canned query's warm median, embedded over Neo4j (asked: at most 2), and on one opinion, in ms
                          (asked: under 50)
memory                    growth of this process's memory while the second half of the corpus is loaded, in bytes an opinion

A real Neo4j is needed (Java 17 and Maven, or RENVOIS_TEST_NEO4J; it is wiped).
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import batched
from pathlib import Path
from typing import Any

from corpus import opinion, opinions

import renvois
from renvois.graph.model import Graph
from renvois.graph.open import open_store
from renvois.graph.store import Store
from renvois.loaders.pipeline import build_graph
from renvois.queries.catalog import load_catalog
from renvois.queries.parameters import bind

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from support import neo4j_server

PARAMETERS: dict[str, object] = {
    "recommendation": 18, "first": 3, "second": 4, "article": "src:3", "convention": "src:5", "institution": "inst:2", "source": "src:7",
    "node": "inst:4", "words": "maration", "from_id": "inst:1", "to_id": "src:3",
}  # fmt: skip
ON_THE_AVIS = {
    "article": "225-7", "convention": "traite", "institution": "MIPROF", "source": "225-4-1", "node": "inst:miprof", "words": "mineurs",
    "from_id": "inst:miprof", "to_id": "coe:cets/197",
}  # fmt: skip
REPEATS = 5
BATCH = 2000
# The server's memory: what a corpus is kept in, not the little that the tests' server has.
HEAP, PAGE_CACHE = "2g", "512m"
# Opinions loaded in turns, so many a turn; the first turns, and the first times a query is asked, only warm the server up.
TURNS, A_TURN, WARMING = 200, 10, 2


def main() -> None:
    """Runs every measure."""
    given = argparse.ArgumentParser(description="Both databases, side by side.")
    given.add_argument("--opinions", type=int, default=1000)
    count = given.parse_args().opinions
    with neo4j_server.running_server(HEAP, server__memory__pagecache__size=PAGE_CACHE) as server, tempfile.TemporaryDirectory() as place:
        os.environ["RENVOIS_NEO4J_USER"], os.environ["RENVOIS_NEO4J_PASSWORD"] = server.user, server.password
        _in_turns(server, Path(place) / "turns", min(count, TURNS))
        neo4j_server.wipe(server)
        with open_store(server.uri) as neo4j, open_store(Path(place) / "store") as embedded:
            for name, store in (("neo4j", neo4j), ("embedded", embedded)):
                _load(store, count, name)
            _queries(embedded, neo4j, Path(place))


def _in_turns(server: neo4j_server.Server, place: Path, count: int) -> None:
    """The three loads, a few opinions each in turn, so that whatever else the machine does falls on all of them.

    The bare script and ours fill one database, with opinions of their own. The first turns warm the server up, and are not counted.
    """
    taken: dict[str, list[float]] = {"bare": [], "neo4j": [], "embedded": []}
    rows = 0
    with open_store(server.uri) as neo4j, open_store(place) as embedded:
        for turn, graphs in enumerate(batched(opinions(count), A_TURN)):
            others = tuple(opinion(2 * count + int(graph.document.rpartition("-")[2])) for graph in graphs)
            loads: dict[str, Callable[[], object]] = {
                "bare": lambda others=others: _bare(server, others),
                "neo4j": lambda graphs=graphs: [neo4j.load(graph) for graph in graphs],
                "embedded": lambda graphs=graphs: [embedded.load(graph) for graph in graphs],
            }
            for name, load in loads.items():
                start = time.perf_counter()
                load()
                if turn >= WARMING:
                    taken[name].append(time.perf_counter() - start)
            rows += sum(len(g.nodes) + len(g.relationships) for g in graphs) if turn >= WARMING else 0
    seconds = {name: sum(times) for name, times in taken.items()}
    for name, time_taken in seconds.items():
        _say(measure="load", into=name, rows=rows, seconds=round(time_taken, 1), rows_per_second=round(rows / time_taken))
    _say(measure="neo4j_load_over_bare", ratio=round(seconds["bare"] / seconds["neo4j"], 2), asked=0.8)
    _say(measure="embedded_over_neo4j_load", ratio=round(seconds["neo4j"] / seconds["embedded"], 2), asked=1)


def _load(store: Store, count: int, name: str) -> int:
    """Our load, a document at a time; the rows sent. What is made of each opinion before is not counted in memory."""
    rows, middle = 0, 0
    for number, graph in enumerate(opinions(count)):
        if number == count // 2:
            middle = _memory()
        store.load(graph)
        rows += len(graph.nodes) + len(graph.relationships)
    _say(measure="memory", into=name, bytes_an_opinion=round((_memory() - middle) / max(1, count - count // 2)))
    return rows


def _bare(server: neo4j_server.Server, graphs: tuple[Graph, ...]) -> None:
    """What one would write by hand: UNWIND batches of 2,000 rows by label and type, each in a transaction of its own."""
    import neo4j

    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        for label, nodes in _by_label(graphs).items():
            query = f"UNWIND $rows AS row MERGE (n:`{label}` {{id: row.id}}) SET n += row.properties"
            for batch in batched(nodes, BATCH):
                driver.execute_query(query, rows=list(batch))  # type: ignore[arg-type]
        for (a, rel_type, b), links in _by_type(graphs).items():
            query = (
                f"UNWIND $rows AS row MATCH (a:`{a}` {{id: row.source}}) MATCH (b:`{b}` {{id: row.target}}) "
                f"MERGE (a)-[r:`{rel_type}` {{id: row.id}}]->(b) SET r += row.properties"
            )
            for linked in batched(links, BATCH):
                driver.execute_query(query, rows=list(linked))  # type: ignore[arg-type]


def _by_label(graphs: tuple[Graph, ...]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for node in (n for graph in graphs for n in graph.nodes):
        found.setdefault(node.label, []).append({"id": node.id, "properties": _plain(node.properties)})
    return found


def _by_type(graphs: tuple[Graph, ...]) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    found: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for graph in graphs:
        labels = {n.id: n.label for n in graph.nodes}
        for r in graph.relationships:
            key = labels[r.source], r.type, labels[r.target]
            found.setdefault(key, []).append({"id": r.id, "source": r.source, "target": r.target, "properties": _plain(r.properties)})
    return found


def _plain(properties: Mapping[str, object]) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


def _queries(embedded: Store, neo4j: Store, place: Path) -> None:
    """Each canned query on the corpus, asked of both in turn, and on the opinion that ships with Renvois."""
    with open_store(place / "one") as one:
        one.load(build_graph(renvois.SAMPLE))
        avis = embedded.documents()[0]
        slow, long = [], []
        for query in load_catalog():
            given = {p.name: PARAMETERS[p.name] for p in query.parameters if p.required}
            given |= {"avis": avis} if any(p.name == "avis" for p in query.parameters) else {}
            sent = bind(query, given).sent
            here, there = _medians(lambda s, q=query.cypher, p=sent: s.read(q, p), embedded, neo4j)
            alone = bind(
                query,
                query.example.params | {p.name: ON_THE_AVIS[p.name] for p in query.parameters if p.name in given and p.name in ON_THE_AVIS},
            ).sent
            (single,) = _medians(lambda s, q=query.cypher, p=alone: s.read(q, p), one)
            ratio = here / there
            _say(measure="query", id=query.id, embedded_ms=_ms(here), neo4j_ms=_ms(there), ratio=round(ratio, 2), one_avis_ms=_ms(single))
            slow += [query.id] if ratio > 2 else []
            long += [query.id] if single > 0.05 else []
        _say(measure="queries", count=len(load_catalog()), over_twice_neo4j=slow, over_50_ms_on_one_avis=long)


def _medians(ask: Callable[[Store], object], *stores: Store) -> Iterator[float]:
    """The warm median of each store, in seconds, the stores asked in turn."""
    for store in stores * WARMING:
        ask(store)
    times: list[list[float]] = [[] for _ in stores]
    for _ in range(REPEATS):
        for store, taken in zip(stores, times, strict=True):
            start = time.perf_counter()
            ask(store)
            taken.append(time.perf_counter() - start)
    return iter([statistics.median(taken) for taken in times])


def _memory() -> int:
    """Bytes of memory this process holds now (Linux)."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)


def _say(**measure: object) -> None:
    print(json.dumps(measure, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
