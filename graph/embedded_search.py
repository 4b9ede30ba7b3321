"""The full-text index of the embedded store: SQLite's FTS5 over the stems of its texts, in a file beside the graph.

Grafeo's own text index knows no French (no stems, no accents folded). This one is only ever derived from the graph: it forgets a
document before the graph changes, and indexes what it lacks when it is next asked, so that a kill at any moment leaves it true.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from . import statements
from .declare import Schema
from .schema import SCHEMA
from .searching import fts5, terms, texts_of

FILE = "search.sqlite"
# Who holds the nodes that no document owns; the fingerprint of what must be indexed again.
SHARED, STALE = "", "-"
_TABLES = """
CREATE TABLE IF NOT EXISTS indexed (owner TEXT PRIMARY KEY, fingerprint TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5 (id UNINDEXED, owner UNINDEXED, terms);
"""

# Asks the graph: a query and its parameters; one map per row.
type Ask = Callable[[str, Mapping[str, object]], Iterable[Mapping[str, Any]]]


def forget(directory: Path, document: str) -> None:
    """Leaves a document and the shared nodes to be indexed again. To be called before the graph changes."""
    file = directory / FILE
    if not file.exists():
        return
    try:
        with closing(_opened(file)) as index, index:
            index.executemany("REPLACE INTO indexed VALUES (?, ?)", [(document, STALE), (SHARED, STALE)])
    except sqlite3.DatabaseError:
        file.unlink(missing_ok=True)


def search(directory: Path, words: Sequence[Sequence[str]], limit: int, ask: Ask) -> list[tuple[str, float]]:
    """The ids of the nodes found, with their scores, best first; the index is brought up to date before."""
    try:
        return _search(directory / FILE, words, limit, ask)
    except sqlite3.OperationalError:  # a place that may only be read: the index lives as long as the question
        return _search(":memory:", words, limit, ask)
    except sqlite3.DatabaseError:  # no index, or a damaged one: nothing is lost by making it again
        (directory / FILE).unlink(missing_ok=True)
        return _search(directory / FILE, words, limit, ask)


def _search(file: Path | str, words: Sequence[Sequence[str]], limit: int, ask: Ask) -> list[tuple[str, float]]:
    with closing(_opened(file)) as index, index:
        _update(index, ask)
        found = index.execute(
            "SELECT id, -bm25(texts) AS score FROM texts WHERE terms MATCH ? ORDER BY score DESC, id LIMIT ?", (fts5(words), limit)
        )
        return [(str(node), float(score)) for node, score in found]


def _opened(file: Path | str) -> sqlite3.Connection:
    index = sqlite3.connect(file, timeout=30)
    try:
        index.executescript(_TABLES)
    except BaseException:
        index.close()
        raise
    return index


def _update(index: sqlite3.Connection, ask: Ask) -> None:
    """Indexes the documents the index lacks or has of another text, and forgets those that are gone."""
    loaded = {str(row["id"]): str(row["fingerprint"]) for row in ask(statements.loaded_fingerprints(), {})} | {SHARED: SHARED}
    if dict(index.execute("SELECT owner, fingerprint FROM indexed")) == loaded:
        return
    index.execute("BEGIN IMMEDIATE")
    known = dict(index.execute("SELECT owner, fingerprint FROM indexed"))
    stale = [owner for owner in (known.keys() | loaded.keys()) if known.get(owner) != loaded.get(owner)]
    for owner in sorted(stale):
        index.execute("DELETE FROM texts WHERE owner = ?", (owner,))
        index.execute("DELETE FROM indexed WHERE owner = ?", (owner,))
        if owner in loaded:
            index.executemany("INSERT INTO texts VALUES (?, ?, ?)", _rows(owner, ask))
            index.execute("INSERT INTO indexed VALUES (?, ?)", (owner, loaded[owner]))


def _rows(owner: str, ask: Ask, schema: Schema = SCHEMA) -> Iterator[tuple[str, str, str]]:
    """What the index holds of one document, or of the shared nodes: id, owner, stems."""
    local = {n.label for n in statements.local_types(schema)}
    for label, names in statements.searched(schema).items():
        if owner == SHARED and label not in local:
            rows = ask(statements.all_nodes(label), {})
        elif owner != SHARED and label in local:
            rows = ask(statements.document_nodes(label), {"document": owner})
        else:
            continue
        yield from ((str(row["id"]), owner, terms(texts_of(row["properties"], names))) for row in rows)
