"""Checking a user's own directory of queries: each file's format and rules, then its Cypher, by an empty graph."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..graph.errors import QueryError
from ..graph.open import open_store
from ..graph.store import Store
from .catalog import load_catalog, load_query, queries_in
from .header import read_header
from .model import Query
from .parameters import bind


@dataclass(frozen=True, slots=True)
class Checked:
    """A file of a directory, and what is wrong with it (None: nothing)."""

    file: Path
    error: QueryError | None


def check_directory(directory: Path) -> tuple[Checked, ...]:
    """Every .cypher file of a directory, checked. QueryError where it is no directory, or holds none."""
    files = queries_in(directory)
    if not files:
        raise QueryError("There is no .cypher file here.", where=str(directory), cure="Put one query in each file NAME.cypher.")
    taken = {query.id for query in load_catalog()}
    with tempfile.TemporaryDirectory(prefix="renvois-") as place, open_store(Path(place) / "store") as empty:
        return tuple(Checked(file, _fault(file, taken, empty)) for file in files)


def _fault(file: Path, taken: set[str], empty: Store) -> QueryError | None:
    try:
        query = load_query(file)
        if query.id in taken:
            raise QueryError(
                f"The id {query.id} is that of a query that ships with Renvois.", where=str(file), cure="Rename the file and its id."
            )
        _try(query, file, empty)
    except QueryError as error:
        return error
    return None


def _try(query: Query, file: Path, empty: Store) -> None:
    """Asks each Cypher of a query of an empty graph, with the parameters of its example; a failure names the line of the file."""
    header = read_header(file)
    pieces = [(query.cypher, header.cypher_line), *((p.suggest, header.lines[("params", p.name, "suggest")]) for p in query.parameters)]
    if query.graph:
        pieces.append((query.graph, header.lines[("graph",)]))
    given = bind(query, query.example.params).sent
    for cypher, first in pieces:
        if cypher:
            _ask(empty, cypher, given, file, first)


def _ask(empty: Store, cypher: str, given: Mapping[str, object], file: Path, first: int) -> None:
    try:
        empty.read(cypher, given)
    except QueryError as error:
        place = re.fullmatch(r"line (\d+), (.+)", error.where or "")
        where = f"{file}:{first + int(place[1]) - 1}, {place[2]}" if place else f"{file}:{first}"
        raise QueryError(error.what, where=where, cure=error.cure) from error
