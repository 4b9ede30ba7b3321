"""The words and signs that open a heading, an annexe or a recommendation (openers.yaml), compiled once."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _rules() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((files(__package__) / "openers.yaml").read_text("utf-8"))
    return loaded


@cache
def rule(name: str) -> re.Pattern[str]:
    """The expression `name` of openers.yaml; a list is read as alternatives. Case and white space as written there."""
    value = _rules()[name]
    pattern = "|".join(f"(?:{part})" for part in value) if isinstance(value, list) else value
    return re.compile(pattern, re.VERBOSE)


@cache
def words(name: str) -> frozenset[str]:
    """The list of words `name` of openers.yaml."""
    return frozenset(_rules()[name])
