"""The words and signs that open a heading, an annexe or a recommendation (openers.yaml), compiled once."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from ..tables import read_table


@cache
def _rules() -> dict[str, Any]:
    loaded: dict[str, Any] = read_table(files(__package__) / "openers.yaml")
    return loaded


@cache
def rule(name: str) -> re.Pattern[str]:
    """The expression `name` of openers.yaml; a list is read as alternatives. Case and white space as written there."""
    value = _rules()[name]
    pattern = "|".join(f"(?:{part})" for part in value) if isinstance(value, list) else value
    return re.compile(pattern, re.VERBOSE)


@cache
def authorities() -> dict[str, list[str]]:
    """The bodies that issue opinions (authorities.yaml): the other forms of each by its full name."""
    loaded: dict[str, list[str]] = read_table(files(__package__) / "authorities.yaml")
    return loaded


@cache
def words(name: str) -> frozenset[str]:
    """The list of words `name` of openers.yaml."""
    return frozenset(_rules()[name])
