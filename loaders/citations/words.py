"""The small word lists of words.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..tables import read_table

_DATA = Path(__file__).with_name("words.yaml")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_table(_DATA).items()}


def words(name: str) -> frozenset[str]:
    """The list `name` of words.yaml."""
    return _lists()[name]
