"""Conditions and deadlines: the expressions of terms.yaml in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ..tables import read_table
from .model import TermKind

TERMS = Path(__file__).with_name("terms.yaml")
# A condition within a condition, or a deadline within one, is part of it.
_LONGEST = 200


def terms_in(text: str) -> tuple[tuple[TermKind, int, int], ...]:
    """Each condition and deadline of a clean text, with its offsets in it, in order; of overlapping ones of a kind, the longest."""
    plain = _plain(text)
    found = [(kind, m.start(), m.start() + len(m[0].rstrip())) for kind, pattern in _patterns() for m in pattern.finditer(plain)]
    kept: list[tuple[TermKind, int, int]] = []
    for kind, start, end in sorted(found, key=lambda f: (f[0], f[1] - f[2], f[1])):
        if all(end <= s or start >= e for k, s, e in kept if k == kind):
            kept.append((kind, start, min(end, start + _LONGEST)))
    return tuple(sorted(kept, key=lambda f: (f[1], f[0])))


def _plain(text: str) -> str:
    """Small letters, straight apostrophes and simple blanks, at the same offsets."""
    plain = text.replace("’", "'").replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")
    lower = plain.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


@cache
def _patterns() -> tuple[tuple[TermKind, re.Pattern[str]], ...]:
    data = read_table(TERMS)
    return tuple(_compiled(data))


def _compiled(data: Any) -> Iterator[tuple[TermKind, re.Pattern[str]]]:
    kinds: tuple[tuple[TermKind, str], ...] = (("condition", "conditions"), ("deadline", "deadlines"))
    for kind, key in kinds:
        for expression in data[key]:
            yield kind, re.compile(rf"(?<![\w'])(?:{_whole(expression, data['parts'])})(?!\w)")


def _whole(expression: str, parts: dict[str, str]) -> str:
    """The expression with the parts it names written out; a part may name another."""
    for name, value in [*parts.items(), *parts.items()]:
        expression = expression.replace("{" + name + "}", value)
    return expression
