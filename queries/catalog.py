"""The catalogue of canned queries: every .cypher file here, and those of a user's own directories, each checked as it loads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..graph.errors import QueryError
from ..graph.schema import SCHEMA
from .cypher import Token, alias, order_keys, parameters, returned, tokens
from .declare import declare
from .header import Header, parse_header, read_header
from .model import Query
from .nearest import nearest
from .portable import breaches
from .vocabulary import unknown_words

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Catalog:
    """Canned queries, sorted by id."""

    queries: tuple[Query, ...]

    def __iter__(self) -> Iterator[Query]:
        return iter(self.queries)

    def __len__(self) -> int:
        return len(self.queries)

    def get(self, name: str) -> Query:
        """The query of that id. QueryError, suggesting the nearest name, where there is none."""
        for query in self.queries:
            if query.id == name:
                return query
        raise QueryError(
            f"No query is called {name!r}.", cure=nearest(name, [q.id for q in self.queries], "renvois queries lists them all.")
        )


def load_catalog(*directories: Path | str) -> Catalog:
    """The queries that ship with Renvois, then those of the given directories.

    QueryError, naming file and line, at the first fault; also where a directory is none, or an id is taken.
    """
    own: list[Query] = []
    for directory in map(Path, directories):
        own += [load_query(path) for path in queries_in(directory)]
    return _joined(_shipped(), tuple(own))


def queries_in(directory: Path) -> list[Path]:
    """The .cypher files of a directory, sorted. QueryError where it is none."""
    if not directory.is_dir():
        raise QueryError("This is no directory of queries.", where=str(directory), cure="Name a directory that holds .cypher files.")
    return sorted(directory.glob("*.cypher"))


def load_query(path: Path) -> Query:
    """One checked query. QueryError, naming file and line, where it breaks the format or a rule."""
    return _checked(read_header(path))


def parse_query(text: str, file: str) -> Query:
    """One checked query from its text; `file` names it in errors, and its stem is the id."""
    return _checked(parse_header(text, file))


@cache
def _shipped() -> tuple[Query, ...]:
    return tuple(load_query(path) for path in sorted(HERE.glob("*.cypher")))


def _joined(shipped: tuple[Query, ...], own: tuple[Query, ...]) -> Catalog:
    by_id: dict[str, Query] = {}
    for query in (*shipped, *own):
        if query.id in by_id:
            raise QueryError(f"The id {query.id} is taken by {by_id[query.id].file}.", where=query.file, cure="Rename the file and its id.")
        by_id[query.id] = query
    return Catalog(tuple(by_id[i] for i in sorted(by_id)))


def _checked(header: Header) -> Query:
    query = declare(header)
    found = tokens(query.cypher)
    _check_cypher(header, query.cypher, ())
    _check_parameters(header, query, found)
    _check_columns(header, query, found)
    _check_order(header, query, found)
    _check_question(header, query)
    _check_example(header, query)
    for parameter in query.parameters:
        if parameter.suggest:
            _check_suggest(header, parameter.name, parameter.suggest)
    return query


def _check_cypher(header: Header, cypher: str, path: tuple[str, ...]) -> None:
    """Reads only, portable, in the words of the schema; `path` is the field it stands in, () for the file's own Cypher."""
    for breach in (*breaches(cypher), *unknown_words(tokens(cypher), SCHEMA)):
        if not path:
            raise header.error_at(header.cypher_line + breach.line - 1, breach.what, breach.cure)
        raise header.error(path, breach.what, breach.cure)


def _check_parameters(header: Header, query: Query, found: tuple[Token, ...]) -> None:
    used = parameters(found)
    declared = {p.name for p in query.parameters}
    if query.view.kind in ("lanes", "graph") and query.graph is None:
        raise header.error(("view",), f"The view {query.view.kind} needs a graph.", "Add graph: > and a query that returns paths.")
    if query.graph:
        _check_cypher(header, query.graph, ("graph",))
        for name in parameters(tokens(query.graph)):
            if name not in declared:
                raise header.error(("graph",), f"The parameter ${name} is not declared.", "Declare it under params.")
    for name, line in used.items():
        if name not in declared:
            raise header.error_at(header.cypher_line + line - 1, f"The parameter ${name} is not declared.", "Declare it under params.")
    for name in declared - set(used):
        raise header.error(("params", name), f"The parameter {name} is not used.", f"Use ${name} in the Cypher, or remove it.")


def _check_columns(header: Header, query: Query, found: tuple[Token, ...]) -> None:
    expressions = returned(found)
    if not expressions:
        raise header.error_at(header.cypher_line, "The query returns nothing.", "End it with RETURN … AS name ORDER BY ….")
    names = []
    for expression in expressions:
        name = alias(expression)
        if name is None:
            line = header.cypher_line + expression[0].line - 1
            raise header.error_at(line, "RETURN gives a column without a name.", "Name each: expression AS name.")
        names.append(name.name)
    declared = [c.name for c in query.columns]
    if names != declared:
        line = header.cypher_line + expressions[0][0].line - 1
        raise header.error_at(
            line, f"RETURN gives {', '.join(names)}.", f"Declare those columns, in that order; now {', '.join(declared)}."
        )
    for column in query.columns:
        if column.node and column.node not in declared:
            raise header.error(
                ("columns", column.name), f"node names {column.node!r}, which is no column.", "Name the column that holds the id."
            )
        if column.english and column.english not in declared:
            raise header.error(
                ("columns", column.name),
                f"english names {column.english!r}, which is no column.",
                "Name the column that says the same in English.",
            )


def _check_order(header: Header, query: Query, found: tuple[Token, ...]) -> None:
    """Rows come in one order on every database only if the last key is unique: an id, or a column declared so."""
    last = [t for t in (order_keys(found) or ((),))[-1] if not t.says("DESC", "ASC", "DESCENDING", "ASCENDING")]
    name = last[-1].name if last else ""
    column = query.column(name) if len(last) == 1 else None
    if not (name == "id" or name.endswith("_id") or (column and column.unique)):
        raise header.error_at(
            header.cypher_line + (last[-1].line if last else found[-1].line) - 1, "The order of the rows is left open.",
            "End with ORDER BY …, id (a unique id), or declare the last column unique: true.",
        )  # fmt: skip


def _check_question(header: Header, query: Query) -> None:
    names = {p.name for p in query.parameters}
    for lang in ("fr", "en"):
        said = set(query.placeholders(lang))
        for name in sorted(said - names):
            raise header.error(
                ("question", lang), f"The question names {{{name}}}, which is no parameter.", f"Parameters: {', '.join(sorted(names))}."
            )
        for parameter in query.parameters:
            if parameter.required and parameter.name not in said:
                raise header.error(("question", lang), f"The question does not name {{{parameter.name}}}.", "Say it: it is required.")


def _check_example(header: Header, query: Query) -> None:
    known = {p.name for p in query.parameters}
    for name in query.example.params:
        if name not in known:
            raise header.error(
                ("example", "params"), f"The example gives {name!r}, which is no parameter.", f"Parameters: {', '.join(sorted(known))}."
            )
    for parameter in query.parameters:
        if parameter.required and parameter.name not in query.example.params:
            raise header.error(("example",), f"The example does not give {parameter.name}.", "Add it under params: it is required.")


def _check_suggest(header: Header, name: str, suggest: str) -> None:
    path = ("params", name, "suggest")
    _check_cypher(header, suggest, path)
    columns = [alias(e) for e in returned(tokens(suggest))]
    if [c.name for c in columns[:2] if c] != ["value", "label"]:
        raise header.error(path, "Suggestions are not returned as value and label.", "Write RETURN … AS value, … AS label ORDER BY ….")
    if parameters(tokens(suggest)):
        raise header.error(path, "Suggestions take no parameters.", "List every value.")
