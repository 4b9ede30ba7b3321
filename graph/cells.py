"""Answers in one form: what both adapters share to turn a database's values into cells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .errors import QueryError

# Grafeo points with "--> query:2:8", Neo4j says "(line 2, column 8 (offset: 21))"; EXPLAIN stood alone on line 1.
_PLACE = re.compile(r"--> query:(\d+):(\d+)|\(line (\d+), column (\d+)")


def query_failure(message: str, *, explained: bool = False) -> QueryError:
    """The database's own message as a QueryError, with the line and column where it gives them."""
    found = _PLACE.search(message)
    said = message[: found.start()] if found else message.partition("\n")[0]
    hint = re.search(r"help: (.+)", message)
    what = re.sub(r"^GRAFEO-\w+: |^\[Cypher\] ", "", said.strip().removeprefix("GRAFEO-Q001: syntax error: [Cypher] ")).strip()
    where = None
    if found:
        line, column = (int(n) for n in found.groups() if n)
        where = f"line {max(1, line - explained)}, column {max(1, column)}"
    return QueryError(f"The query failed: {what}", where=where, cure=hint[1] if hint else None)


def refused(what: str) -> QueryError:
    return QueryError(f"The query was refused: {what}.", cure="Only queries that read the graph run here: MATCH ... RETURN ...")


def query_parameters(parameters: Mapping[str, object] | None) -> dict[str, object]:
    """Parameters both databases take: tuples become lists; QueryError names a value of another kind."""
    return {name: _parameter(name, value) for name, value in (parameters or {}).items()}


def _parameter(name: str, value: object) -> object:
    if isinstance(value, list | tuple):
        return [_parameter(name, item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _parameter(name, item) for key, item in value.items()}
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise QueryError(f"The parameter {name} holds {value!r}.", cure="Give a text, number, boolean, list or map.")


def check_size(count: int, max_rows: int | None) -> None:
    if max_rows is not None and count > max_rows:
        raise QueryError(f"The answer has more than {max_rows} rows.", cure="Ask for less: add a LIMIT or a narrower pattern.")


def too_long(timeout: float) -> QueryError:
    return QueryError(f"The query took more than {timeout:g} s.", cure="Narrow its patterns, or allow it more time.")
