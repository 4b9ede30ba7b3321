"""From the YAML of a header to a Query: each field has its shape, its type and both languages, or the error names its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from .header import Header
from .model import COLUMN_TYPES, EVIDENCE, PARAMETER_TYPES, VIEWS, Bilingual, Column, Example, Parameter, Query, Scalar, View

FIELDS = ("id", "question", "tags", "params", "columns", "view", "graph", "example")
OPTIONAL = ("params", "graph")
PARAMETER_FIELDS = ("type", "default", "min", "enum", "fold", "help", "suggest")
COLUMN_FIELDS = ("type", "fr", "en", "node", "hidden", "evidence", "unique", "values")

type Path_ = tuple[str, ...]


def declare(header: Header) -> Query:
    """The query that a file declares. QueryError, naming file and line, where a field is missing, unknown or of a wrong shape."""
    _only(header, (), header.fields, FIELDS)
    for name in FIELDS:
        if name not in header.fields and name not in OPTIONAL:
            raise header.error((), f"The field {name!r} is missing.", f"Add it to the header; the fields are {', '.join(FIELDS)}.")
    _expect(
        header,
        ("id",),
        header.fields["id"] == Path(header.file).stem,
        "The id is not the file's name.",
        f"Write id: {Path(header.file).stem}.",
    )
    tags = header.fields["tags"]
    _expect(header, ("tags",), _is_names(tags) and bool(tags), "tags is no list of words.", "Write tags: [jurist, sources].")
    graph = header.fields.get("graph")
    _expect(header, ("graph",), graph is None or isinstance(graph, str), "graph is no text.", "Write the Cypher after 'graph: >'.")
    return Query(
        id=str(header.fields["id"]),
        title=header.title,
        question=_bilingual(header, ("question",), header.fields["question"]),
        tags=tuple(cast(list[str], tags)),
        parameters=tuple(_parameter(header, n, f) for n, f in _mapping(header, ("params",), header.fields.get("params") or {}).items()),
        columns=tuple(_column(header, n, f) for n, f in _mapping(header, ("columns",), header.fields["columns"]).items()),
        view=_view(header),
        example=_example(header),
        cypher=header.cypher,
        file=header.file,
        graph=graph.strip() if isinstance(graph, str) else None,
    )


def _parameter(header: Header, name: str, given: object) -> Parameter:
    path = ("params", name)
    fields = _mapping(header, path, given)
    _only(header, path, fields, PARAMETER_FIELDS)
    kind = fields.get("type")
    _expect(
        header, path, kind in PARAMETER_TYPES, f"The parameter {name} has the type {kind!r}.", f"Use one of {', '.join(PARAMETER_TYPES)}."
    )
    default, minimum, enum, fold, suggest = (fields.get(k) for k in ("default", "min", "enum", "fold", "suggest"))
    python = {"string": str, "integer": int, "boolean": bool}[str(kind)]
    _expect(
        header,
        (*path, "default"),
        default is None or type(default) is python,
        f"The default of {name} is no {kind}.",
        "Mend it; quote texts.",
    )
    _expect(header, (*path, "min"), minimum is None or (type(minimum) is int and kind == "integer"), "min is for integers.", "Remove it.")
    _expect(
        header, (*path, "enum"), enum is None or (_is_names(enum) and kind == "string"), "enum is no list of texts.", "Write enum: [a, b]."
    )
    _expect(
        header,
        (*path, "fold"),
        fold is None or (type(fold) is bool and kind == "string"),
        "fold is true or false, for a string.",
        "Mend it.",
    )
    _expect(header, (*path, "suggest"), suggest is None or isinstance(suggest, str), "suggest is no text.", "Write a Cypher query.")
    words = _bilingual(header, (*path, "help"), fields.get("help"))
    return Parameter(
        name, str(kind), words, cast("Scalar | None", default), cast("int | None", minimum),
        tuple(cast("list[str]", enum or [])), bool(fold), cast("str | None", suggest),
    )  # fmt: skip


def _column(header: Header, name: str, given: object) -> Column:
    path = ("columns", name)
    fields = _mapping(header, path, given)
    _only(header, path, fields, COLUMN_FIELDS)
    kind, evidence, node = (fields.get(k) for k in ("type", "evidence", "node"))
    _expect(header, path, kind in COLUMN_TYPES, f"The column {name} has the type {kind!r}.", f"Use one of {', '.join(COLUMN_TYPES)}.")
    _expect(header, path, evidence is None or evidence in EVIDENCE, f"evidence is {evidence!r}.", f"Use one of {', '.join(EVIDENCE)}.")
    _expect(header, path, node is None or isinstance(node, str), "node is no column's name.", "Name the column that holds the id.")
    for flag in ("hidden", "unique"):
        _expect(header, (*path, flag), type(fields.get(flag, False)) is bool, f"{flag} is true or false.", "Mend it.")
    values = _mapping(header, (*path, "values"), fields.get("values") or {})
    return Column(
        name, str(kind), _bilingual(header, path, {k: fields.get(k) for k in ("fr", "en")}), cast("str | None", node),
        fields.get("hidden") is True, cast("str | None", evidence), fields.get("unique") is True,
        {v: _bilingual(header, (*path, "values", v), words) for v, words in values.items()},
    )  # fmt: skip


def _view(header: Header) -> View:
    fields = _mapping(header, ("view",), header.fields["view"])
    _only(header, ("view",), fields, ("kind", "focus"))
    kind, focus = fields.get("kind"), fields.get("focus")
    _expect(header, ("view",), kind in VIEWS, f"The view {kind!r} is unknown.", f"Use one of {', '.join(VIEWS)}.")
    count = VIEWS[str(kind)]
    names = cast("list[str]", focus) if _is_names(focus) else []
    _expect(header, ("view", "focus"), len(names) == count, f"The focus of a {kind} is {count} column(s).", "Write focus: [column].")
    columns = _mapping(header, ("columns",), header.fields["columns"])
    for name in names:
        _expect(header, ("view", "focus"), name in columns, f"The view's focus {name!r} is no column.", f"Columns: {', '.join(columns)}.")
    return View(str(kind), tuple(names))


def _example(header: Header) -> Example:
    fields = _mapping(header, ("example",), header.fields["example"])
    _only(header, ("example",), fields, ("params", "rows", "rows_min"))
    params = _mapping(header, ("example", "params"), fields.get("params") or {})
    rows, least = fields.get("rows"), fields.get("rows_min")
    _expect(header, ("example",), (rows is None) != (least is None), "The example needs rows or rows_min.", "Give one of them.")
    _expect(header, ("example", "rows_min"), least is None or type(least) is int, "rows_min is no number.", "Write rows_min: 1.")
    if type(rows) is int or rows is None:
        return Example(cast("Mapping[str, Scalar]", params), rows, cast("int | None", least))
    _expect(
        header,
        ("example", "rows"),
        isinstance(rows, list),
        "rows is neither a number nor a list.",
        "Write rows: 3, or rows: [{column: value}].",
    )
    values = tuple(_mapping(header, ("example", "rows"), row) for row in cast("list[object]", rows))
    columns = _mapping(header, ("columns",), header.fields["columns"])
    for name in (n for row in values for n in row):
        _expect(header, ("example", "rows"), name in columns, f"The example's {name!r} is no column.", f"Columns: {', '.join(columns)}.")
    return Example(cast("Mapping[str, Scalar]", params), len(values), None, values)


def _bilingual(header: Header, path: Path_, given: object) -> Bilingual:
    words = given if isinstance(given, dict) else {}
    for lang in ("fr", "en"):
        said = isinstance(words.get(lang), str) and words[lang].strip()
        _expect(header, path, bool(said), f"{'.'.join(path)} has no words in {lang}.", f"Add {lang}: ….")
    return Bilingual(words["fr"], words["en"])


def _mapping(header: Header, path: Path_, given: object) -> Mapping[str, object]:
    named = isinstance(given, dict) and all(isinstance(k, str) for k in given)
    _expect(header, path, named, f"{'.'.join(path)} does not map names to values.", "Write name: value.")
    return cast("Mapping[str, object]", given)


def _only(header: Header, path: Path_, given: Mapping[str, object], known: tuple[str, ...]) -> None:
    for name in given:
        _expect(header, (*path, name), name in known, f"The field {name!r} is unknown here.", f"Known: {', '.join(known)}.")


def _is_names(given: object) -> bool:
    return isinstance(given, list) and all(isinstance(item, str) for item in given)


def _expect(header: Header, path: Path_, true: bool, what: str, cure: str) -> None:
    if not true:
        raise header.error(path, what, cure)
