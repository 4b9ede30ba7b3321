"""Recommendations: the statement in the body, its repetition in an annexe or a summary, and what differs between the two."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..document import Difference, Occurrence, Recommendation

_TOKEN = re.compile(r"\w+|[^\w\s]")
# Beyond this many words the comparison gives one difference, not a list (its cost grows with their square).
_MOST_TOKENS = 4000
_CONTEXT = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """A recommendation's text at one place; `repeated`: the place is an annexe or a list that repeats the body's."""

    number: int
    occurrence: Occurrence
    repeated: bool


def pair(statements: Sequence[Statement]) -> tuple[tuple[Recommendation, ...], tuple[str, ...]]:
    """The recommendations in the order of the body, and warnings about their numbers."""
    bodies = [s for s in statements if not s.repeated]
    lists = [s for s in statements if s.repeated]
    if not bodies:
        bodies, lists = lists, []
    waiting: dict[int, deque[Statement]] = {}
    for statement in lists:
        waiting.setdefault(statement.number, deque()).append(statement)
    result: list[Recommendation] = []
    count: dict[int, int] = {}
    for statement in bodies:
        number = statement.number
        count[number] = count.get(number, 0) + 1
        same = waiting.get(number)
        result.append(_recommendation(_name(number, count[number]), statement, same.popleft() if same else None))
    alone = [s for left in waiting.values() for s in left]
    for statement in alone:
        count[statement.number] = count.get(statement.number, 0) + 1
        result.append(_recommendation(_name(statement.number, count[statement.number]), statement, None))
    return tuple(result), _warnings([r.number for r in result], alone, bool(lists))


def _name(number: int, copy: int) -> str:
    return f"r{number}" if copy == 1 else f"r{number}-{copy}"


def _recommendation(name: str, body: Statement, repeated: Statement | None) -> Recommendation:
    differences = compare(body.occurrence.clean.text, repeated.occurrence.clean.text) if repeated else ()
    return Recommendation(name, body.number, body.occurrence, repeated.occurrence if repeated else None, differences)


def _warnings(numbers: Sequence[int], alone: Sequence[Statement], listed: bool) -> tuple[str, ...]:
    messages = []
    twice = sorted(n for n, times in Counter(numbers).items() if times > 1)
    if twice:
        messages.append(f"Recommendation number given twice: {', '.join(map(str, twice))}.")
    missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers)) if numbers and max(numbers) < 1000 else []
    if missing:
        messages.append(f"Recommendation number missing: {', '.join(map(str, missing))}.")
    if listed and alone:
        messages.append(f"Recommendation only in the list, not in the body: {', '.join(str(s.number) for s in alone)}.")
    return tuple(messages)


def compare(body: str, annexe: str) -> tuple[Difference, ...]:
    """What differs between two texts, word by word and sign by sign; `context` is the four words before, in the body."""
    if body == annexe:
        return ()
    old, new = _TOKEN.findall(body), _TOKEN.findall(annexe)
    if max(len(old), len(new)) > _MOST_TOKENS:
        return (Difference("replace", body, annexe, ""),)
    result = []
    for op, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op != "equal":
            result.append(Difference(op, " ".join(old[i:j]), " ".join(new[k:m]), " ".join(old[max(0, i - _CONTEXT) : i])))
    return tuple(result)
