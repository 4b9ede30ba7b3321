"""What kind of document a name announces: the genres of genres.yaml, and ordinals ("second avis", "14e rapport")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from ..tables import read_table
from .model import Kind

_DATA = Path(__file__).with_name("genres.yaml")
_WORDS = {
    "premier": 1,
    "premiere": 1,
    "second": 2,
    "seconde": 2,
    "deuxieme": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "cinquieme": 5,
    "sixieme": 6,
}
ORDINAL = rf"(?:(?:{'|'.join(_WORDS)}|\d{{1,2}}\s?(?:er|re|nd|nde|e|eme|nd\.?)))"

_ORDINAL = re.compile(rf"({ORDINAL})\s+")


@dataclass(frozen=True, slots=True)
class Genre:
    """A genre: its French name, the kind of reference it makes, and a finer kind of `other`."""

    name: str
    kind: Kind
    subkind: str | None = None


@cache
def tables() -> dict[str, Any]:
    """genres.yaml as read."""
    return cast(dict[str, Any], read_table(_DATA))


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, Genre]]:
    """All genres in one pattern, the first that fits first, and which each of its groups means; theirs have no groups of their own."""
    rows = {f"g{rank}": row for rank, row in enumerate(tables()["genres"])}
    pattern = "|".join(f"(?P<{group}>{row['pattern']})" for group, row in rows.items())
    genres = {group: Genre(row["name"], row["kind"], row.get("subkind")) for group, row in rows.items()}
    return re.compile(rf"(?:{pattern})(?![a-z-])"), genres


def genre_at(plain: str, position: int) -> tuple[Genre, int, int | None] | None:
    """(genre, end of its words, ordinal) where folded `plain` names a genre at `position`, an ordinal before it included."""
    ordinal = _ORDINAL.match(plain, position)
    start = ordinal.end() if ordinal else position
    pattern, genres = _patterns()
    found = pattern.match(plain, start)
    if not found or not found.lastgroup:
        return None
    return genres[found.lastgroup], found.end(), ordinal_value(ordinal[1]) if ordinal else None


def genre_named(name: str) -> Genre:
    """The genre of that French name."""
    return next(genre for genre in _patterns()[1].values() if genre.name == name)


def ordinal_value(words: str) -> int | None:
    """'second' is 2, '14e' is 14."""
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else _WORDS.get(words.strip())
