"""From the YAML of a header to a Query: each field has its shape, its type and both languages, or the error names its line."""

from __future__ import annotations

from pathlib import Path

from .fields import Fields
from .header import Header
from .model import COLUMN_TYPES, EVIDENCE, PARAMETER_TYPES, VIEWS, Column, Example, Parameter, Query, Scalar, View

FIELDS = ("id", "question", "tags", "params", "columns", "view", "graph", "example")
REQUIRED = ("id", "question", "tags", "columns", "view", "example")
PARAMETER_FIELDS = ("type", "default", "min", "enum", "fold", "help", "suggest")
COLUMN_FIELDS = ("type", "fr", "en", "node", "hidden", "evidence", "unique", "english", "values")


def declare(header: Header) -> Query:
    """The query that a file declares. QueryError, naming file and line, where a field is missing, unknown or of a wrong shape."""
    fields = Fields(header, (), header.fields)
    fields.only(FIELDS)
    for name in REQUIRED:
        fields.expect(
            name in fields.values, f"The field {name!r} is missing.", f"Add it to the header; the fields are {', '.join(FIELDS)}."
        )
    stem = Path(header.file).stem
    fields.expect(fields.values["id"] == stem, "The id is not the file's name.", f"Write id: {stem}.", "id")
    tags = fields.words("tags")
    fields.expect(bool(tags), "There are no tags.", "Write tags: [jurist, sources].", "tags")
    columns = tuple(map(_column, fields.inner("columns").each()))
    names = [c.name for c in columns]
    graph = fields.typed("graph", str)
    return Query(
        id=stem,
        title=header.title,
        question=fields.bilingual("question"),
        tags=tags,
        parameters=tuple(map(_parameter, fields.inner("params").each())),
        columns=columns,
        view=_view(fields.inner("view"), names),
        example=_example(fields.inner("example"), names),
        cypher=header.cypher,
        file=header.file,
        graph=graph.strip() if graph else None,
    )


def _parameter(fields: Fields) -> Parameter:
    fields.only(PARAMETER_FIELDS)
    kind = fields.one_of("type", PARAMETER_TYPES, f"The parameter {fields.name} has the type")
    for name, only in (("min", "integer"), ("enum", "string"), ("fold", "string")):
        fields.expect(name not in fields.values or kind == only, f"{name} is for the type {only}.", "Remove it.", name)
    return Parameter(
        fields.name,
        kind,
        fields.bilingual("help"),
        default=_default(fields, kind),
        minimum=fields.typed("min", int),
        enum=fields.words("enum"),
        fold=bool(fields.typed("fold", bool)),
        suggest=fields.typed("suggest", str),
    )


def _default(fields: Fields, kind: str) -> Scalar | None:
    if kind == "string":
        return fields.typed("default", str)
    return fields.typed("default", int if kind == "integer" else bool)


def _column(fields: Fields) -> Column:
    fields.only(COLUMN_FIELDS)
    values = fields.inner("values")
    return Column(
        fields.name,
        fields.one_of("type", COLUMN_TYPES, f"The column {fields.name} has the type"),
        fields.bilingual(),
        node=fields.typed("node", str),
        hidden=bool(fields.typed("hidden", bool)),
        evidence=fields.one_of("evidence", EVIDENCE, "evidence is") if "evidence" in fields.values else None,
        unique=bool(fields.typed("unique", bool)),
        english=fields.typed("english", str),
        values={value: values.bilingual(value) for value in values.values},
    )


def _view(fields: Fields, columns: list[str]) -> View:
    fields.only(("kind", "focus"))
    kind = fields.one_of("kind", VIEWS, "There is no view")
    focus = fields.words("focus")
    fields.expect(len(focus) == VIEWS[kind], f"The focus of a {kind} is {VIEWS[kind]} column(s).", "Write focus: [column].", "focus")
    for name in focus:
        fields.expect(name in columns, f"The view's focus {name!r} is no column.", f"Columns: {', '.join(columns)}.", "focus")
    return View(kind, focus)


def _example(fields: Fields, columns: list[str]) -> Example:
    fields.only(("params", "rows", "rows_min"))
    params = {name: value for name, value in fields.inner("params").values.items() if isinstance(value, str | int | float | bool)}
    fields.expect(("rows" in fields.values) != ("rows_min" in fields.values), "The example needs rows or rows_min.", "Give one of them.")
    rows = fields.values.get("rows")
    if not isinstance(rows, list):
        return Example(params, fields.typed("rows", int), fields.typed("rows_min", int))
    for row in rows:
        fields.expect(isinstance(row, dict), "A row of the example is no mapping.", "Write rows: [{column: value}].", "rows")
        for name in row:
            fields.expect(name in columns, f"The example's {name!r} is no column.", f"Columns: {', '.join(columns)}.", "rows")
    return Example(params, len(rows), values=tuple(rows))
