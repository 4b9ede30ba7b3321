"""The review file: a YAML list beside the document, one entry a link. What cannot be read is told with its line; the rest counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

from ...graph.bilingual import Bilingual
from ..messages import say
from .wording import nearest

VERDICTS = {
    "confirm": "confirm", "refuse": "refuse", "correct": "correct", "add": "add",
    "confirmer": "confirm", "refuser": "refuse", "corriger": "correct", "ajouter": "add",
}  # fmt: skip
KEYS = ("target", "verdict", "who", "when", "why", "to", "role", "grade", "strength", "quote")
GRADES, STRENGTHS = ("A", "B", "X"), ("strong", "weak")
LONGEST_FILE = 10_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement. `target` names a link as written ("R18 UNDERPINNED_BY code pénal, art. 225-4-1"); `verdict` is a value of VERDICTS.

    `to`, `role`, `grade`, `strength` say what is right where the verdict is "correct"; they and `quote`, words of the text that
    prove it, describe what is added. `problem` says why the entry cannot be read.
    """

    line: int
    target: str
    verdict: str = ""
    who: str | None = None
    when: str | None = None
    why: str | None = None
    to: str | None = None
    role: str | None = None
    grade: str | None = None
    strength: str | None = None
    quote: str | None = None
    problem: Bilingual | None = None


def review_path(document: Path) -> Path:
    """Where the review of a document file stands: A-2021-5.review.yaml beside A-2021-5.txt."""
    return document.with_suffix(".review.yaml")


def read_review(path: Path) -> tuple[Entry, ...]:
    """The entries of a review file in order, those not yet filled in left out; none where there is no file. It never raises."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        return (Entry(1, path.name, problem=say("file_unreadable", reason=str(error.strerror))),)
    if len(raw) > LONGEST_FILE:
        return (Entry(1, path.name, problem=say("file_too_long")),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return (Entry(line, path.name, problem=say("file_not_utf8")),)
    return tuple(entry for entry in _entries(text, path.name) if entry.verdict or entry.problem)


def _entries(text: str, name: str) -> Iterator[Entry]:
    """The whole list; where its YAML is broken, each item on its own, so that one slip costs one entry."""
    try:
        yield from _listed(text, 0, name)
    except (yaml.YAMLError, RecursionError):
        starts = [m.start() for m in re.finditer(r"^-(?=\s)", text, re.MULTILINE)] or [0]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            yield from _item(text[start:end], text.count("\n", 0, start), name)


def _item(text: str, before: int, name: str) -> Iterator[Entry]:
    try:
        yield from _listed(text, before, name)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = before + 1 + (mark.line if mark else 0)
        reason = getattr(error, "problem", None) or say("yaml_too_deep")
        yield Entry(line, _first_line(text), problem=say("yaml_unreadable", reason=reason))


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].strip("- ").removeprefix("target:").strip(" '\"") or "?"


def _listed(text: str, before: int, name: str) -> list[Entry]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        line = before + root.start_mark.line + 1
        return [Entry(line, name, problem=say("file_no_list"))]
    return [_entry(node, before + node.start_mark.line + 1) for node in root.value]


def _entry(node: yaml.Node, line: int) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        return Entry(line, "?", problem=say("entry_no_mapping"))
    values: dict[str, str | None] = {}
    problem: Bilingual | None = None
    for key, value in node.value:
        at = line + key.start_mark.line - node.start_mark.line
        name = str(key.value)
        if name not in KEYS:
            problem = problem or say("unknown_key", key=name, line=at, nearest=nearest(name, KEYS))
        elif name in values:
            problem = problem or say("key_twice", key=name, line=at)
        elif not isinstance(value, yaml.ScalarNode):
            problem = problem or say("value_no_text", key=name, line=at)
        else:
            values[name] = None if value.tag.endswith(":null") else value.value.strip() or None
    return _checked(Entry(line, values.pop("target", None) or "?", values.pop("verdict", None) or "", **values, problem=problem))


def _checked(entry: Entry) -> Entry:
    """The entry with its verdict's own name, or with what is wrong of it."""
    verdict = VERDICTS.get(entry.verdict.lower(), entry.verdict)
    problem = entry.problem
    if entry.target == "?":
        problem = problem or say("no_target")
    elif verdict and verdict not in VERDICTS:
        problem = problem or say("unknown_verdict", verdict=verdict, nearest=nearest(verdict, VERDICTS))
    elif entry.grade and entry.grade not in GRADES:
        problem = problem or say("unknown_grade", grade=entry.grade)
    elif entry.strength and entry.strength not in STRENGTHS:
        problem = problem or say("unknown_strength", strength=entry.strength, nearest=nearest(entry.strength, STRENGTHS))
    elif entry.when and not _is_date(entry.when):
        problem = problem or say("not_a_date", date=entry.when)
    return replace(entry, verdict=verdict, problem=problem)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
