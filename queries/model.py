"""What a canned query is: its question, its parameters, its columns, how to show it, and its tested example."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..graph.bilingual import Bilingual

type Scalar = str | int | float | bool

PARAMETER_TYPES = ("string", "integer", "boolean")
# `label` and `relationship` hold a label or type of the schema, shown in the reader's language.
COLUMN_TYPES = ("string", "integer", "float", "boolean", "string[]", "integer[]", "label", "relationship", "relationship[]")
EVIDENCE = ("quote", "document", "start", "end", "page")
# How many columns `focus` names for each kind of view: a bar is (label, number), a timeline (date, label), a matrix (row, column, cell).
VIEWS: Mapping[str, int] = {"table": 1, "lanes": 1, "graph": 1, "bar": 2, "timeline": 2, "matrix": 3}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query asks for. Without `default` it is required; `fold` sends it without accents or capitals; `suggest` lists values."""

    name: str
    type: str
    help: Bilingual
    default: Scalar | None = None
    minimum: int | None = None
    enum: tuple[str, ...] = ()
    fold: bool = False
    suggest: str | None = None

    @property
    def required(self) -> bool:
        return self.default is None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer. `node` names the column with the id of what this one shows; `evidence` its part in proving the row;
    `english` names the column that says the same in English, where it does."""

    name: str
    type: str
    title: Bilingual
    node: str | None = None
    hidden: bool = False
    evidence: str | None = None
    unique: bool = False
    english: str | None = None
    values: Mapping[str, Bilingual] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """How to picture the answer (a key of VIEWS), and the columns the picture is about."""

    kind: str
    focus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """On the opinion that ships with Renvois: parameters, and the rows they give.

    `rows` is their number, `rows_min` a lower bound, `values` what each row holds in some of its columns.
    """

    params: Mapping[str, Scalar]
    rows: int | None = None
    rows_min: int | None = None
    values: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query, checked: it reads only, in Cypher that runs alike on both databases. `graph` gives the picture's paths."""

    id: str
    title: str
    question: Bilingual
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    view: View
    example: Example
    cypher: str
    file: str
    graph: str | None = None

    def placeholders(self, lang: str) -> tuple[str, ...]:
        """The parameters that the question names, as in "recommendation {recommendation}"."""
        return tuple(re.findall(r"\{(\w*)\}", self.question.text(lang)))

    def column(self, name: str) -> Column | None:
        return next((c for c in self.columns if c.name == name), None)
