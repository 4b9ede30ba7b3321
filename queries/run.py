"""Asking a canned query of a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..graph.bilingual import Bilingual
from ..graph.errors import QueryError
from ..graph.schema import SCHEMA
from ..graph.store import Cell, Store
from .catalog import Catalog, load_catalog
from .limits import LIMITS, Limits
from .model import Column, Query, Scalar
from .nearest import nearest
from .parameters import bind

BOOLEANS = {True: Bilingual("oui", "yes"), False: Bilingual("non", "no")}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a canned query: `parameters` as they were asked, and one tuple of cells per row, in the order of its columns.

    `several`: asked of several opinions, whichever of them the rows are of.
    """

    query: Query
    parameters: Mapping[str, Scalar]
    rows: tuple[tuple[Cell, ...], ...]
    several: bool = False

    def question(self, lang: str = "fr") -> str:
        """The question, with what was asked in the place of {parameter}."""
        asked = {name: "…" if value == "" else str(value) for name, value in self.parameters.items()}
        return self.query.question.text(lang).format_map(asked)

    def shown(self) -> tuple[Column, ...]:
        """The columns to show: those not hidden, and which opinion a row is of, where several were asked or the rows are of several."""
        return tuple(c for i, c in enumerate(self.query.columns) if not c.hidden or (c.evidence == "document" and self._tells(i)))

    def headers(self, lang: str = "fr") -> tuple[str, ...]:
        """The titles of the columns to show."""
        return tuple(c.title.text(lang) for c in self.shown())

    def visible_rows(self, lang: str = "fr") -> tuple[tuple[Cell, ...], ...]:
        """The cells to show, in words: lists joined, labels, roles and coded values named in `lang`. Numbers and None stay."""
        places = {column.name: i for i, column in enumerate(self.query.columns)}
        shown = [(places[c.name], places[c.english] if c.english and lang == "en" else None, c) for c in self.shown()]
        return tuple(tuple(worded(_said(row, i, english), c, lang) for i, english, c in shown) for row in self.rows)

    def _tells(self, column: int) -> bool:
        said = {str(row[column]) for row in self.rows if row[column] is not None}
        return len(said) > 1 or (self.several and bool(said))

    def records(self) -> list[dict[str, Cell]]:
        """Every column of every row, as the database gave it, by column name."""
        names = [c.name for c in self.query.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that a parameter may take in this store, and the label a person knows it by."""

    value: Scalar
    label: str


def run(
    store: Store,
    name: str,
    params: Mapping[str, object] | None = None,
    *,
    catalog: Catalog | None = None,
    limits: Limits = LIMITS,
) -> Answer:
    """Asks the canned query `name`; parameters may be texts, as typed.

    QueryError for an unknown name or parameter, a bad value, or an answer past its limits.
    """
    query = (catalog or load_catalog()).get(name)
    bound = bind(query, params or {})
    answered = store.read(query.cypher, bound.sent, max_rows=limits.rows, timeout=limits.seconds)
    several = not bound.asked.get("avis") and len(store.documents()) > 1
    return Answer(query, bound.asked, answered.rows, several)


def picture(store: Store, answer: Answer) -> tuple[tuple[Cell, ...], ...]:
    """The rows of paths that picture an answer; none where its query has no `graph`."""
    if answer.query.graph is None:
        return ()
    return store.read(answer.query.graph, bind(answer.query, answer.parameters).sent).rows


def suggestions(store: Store, query: Query, parameter: str) -> Sequence[Suggestion]:
    """The values that a parameter may take: its choices, or what its `suggest` query finds; none where it has neither."""
    declared = next((p for p in query.parameters if p.name == parameter), None)
    if declared is None:
        names = [p.name for p in query.parameters]
        cure = nearest(parameter, names, f"Parameters: {', '.join(names)}.")
        raise QueryError(f"The query {query.id} has no parameter {parameter!r}.", cure=cure)
    if declared.enum:
        return [Suggestion(value, value) for value in declared.enum]
    if declared.suggest is None:
        return []
    found = store.read(declared.suggest).rows
    return [Suggestion(v, str(row[1] or v)) for row in found if isinstance(v := row[0], str | int | float)]


def _said(row: tuple[Cell, ...], column: int, english: int | None) -> Cell:
    return row[column] if english is None or row[english] is None else row[english]


def worded(cell: Cell, column: Column, lang: str) -> Cell:
    """A cell as a person reads it in `lang`: a string, a number, or None where there is nothing."""
    if isinstance(cell, bool):
        return BOOLEANS[cell].text(lang)
    if isinstance(cell, list | tuple):
        return ", ".join(str(worded(item, column, lang)) for item in cell)
    if isinstance(cell, str):
        return _word(cell, column, lang)
    return cell


def _word(value: str, column: Column, lang: str) -> str:
    if value in column.values:
        return column.values[value].text(lang)
    if column.type == "label" and value in {n.label for n in SCHEMA.node_types}:
        node_type = SCHEMA.node_type(value)
        return node_type.en if lang == "en" else node_type.fr
    if column.type.startswith("relationship") and value in {r.type for r in SCHEMA.relationship_types}:
        relationship_type = SCHEMA.relationship_type(value)
        return relationship_type.en if lang == "en" else relationship_type.fr
    return value
