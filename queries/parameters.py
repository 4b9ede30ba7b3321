"""The values a user gives, as the types a query declares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..graph.errors import QueryError
from ..graph.identifiers import fold
from .model import Parameter, Query, Scalar
from .nearest import nearest

TRUE, FALSE = ("true", "vrai", "oui", "yes", "1"), ("false", "faux", "non", "no", "0")


@dataclass(frozen=True, slots=True)
class Bound:
    """A query's parameters: as asked, for messages and headings; as sent to the database, with defaults and folded."""

    asked: Mapping[str, Scalar]
    sent: Mapping[str, Scalar]


def bind(query: Query, given: Mapping[str, object]) -> Bound:
    """Converts and checks what was given. QueryError for a parameter that is unknown, missing, or of a wrong type or value."""
    names = [p.name for p in query.parameters]
    for name in given:
        if name not in names:
            known = f"Parameters: {', '.join(names)}." if names else "It takes none."
            raise QueryError(f"The query {query.id} has no parameter {name!r}.", cure=nearest(name, names, known))
    asked = {p.name: _value(query, p, given.get(p.name)) for p in query.parameters}
    folding = {p.name for p in query.parameters if p.fold}
    return Bound(asked, {n: fold(v) if n in folding and isinstance(v, str) else v for n, v in asked.items()})


def _value(query: Query, parameter: Parameter, given: object) -> Scalar:
    if given is None:
        if parameter.default is None:
            raise QueryError(f"The query {query.id} needs {parameter.name}.", cure=f"Give it: {parameter.help.en}.")
        return parameter.default
    where = f"{query.id}, {parameter.name}"
    value = _converted(where, parameter, given)
    if parameter.required and value == "":
        raise QueryError("The value is empty.", where=where, cure=f"Give it: {parameter.help.en}.")
    if parameter.minimum is not None and isinstance(value, int) and value < parameter.minimum:
        raise QueryError(f"{value} is less than {parameter.minimum}.", where=where, cure=f"Give {parameter.minimum} or more.")
    if parameter.enum and value not in parameter.enum:
        raise QueryError(
            f"{value!r} is no choice.",
            where=where,
            cure=nearest(str(value), list(parameter.enum), f"Choose one of {', '.join(parameter.enum)}."),
        )
    return value


def _converted(where: str, parameter: Parameter, given: object) -> Scalar:
    """A text is read as the declared type; a value that has the type already is kept; nothing else is guessed."""
    text = given.strip() if isinstance(given, str) else None
    if parameter.type == "string" and (text is not None or (isinstance(given, int) and not isinstance(given, bool))):
        return text if text is not None else str(given)
    if parameter.type == "integer":
        if isinstance(given, int) and not isinstance(given, bool):
            return given
        if text is not None and re.fullmatch(r"[+-]?\d{1,15}", text):
            return int(text)
        raise QueryError(f"{given!r} is no whole number.", where=where, cure="Give a number such as 18.")
    if parameter.type == "boolean":
        if isinstance(given, bool):
            return given
        if text is not None and text.lower() in (*TRUE, *FALSE):
            return text.lower() in TRUE
        raise QueryError(f"{given!r} is neither true nor false.", where=where, cure="Give true or false.")
    raise QueryError(f"{given!r} is no text.", where=where, cure="Give a text.")
