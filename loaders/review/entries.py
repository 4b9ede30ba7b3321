"""The review file: a YAML list beside the document, one entry a link. What cannot be read is told with its line; the rest counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

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
    prove it, describe what is added. `problem` (a French sentence) says why the entry cannot be read.
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
    problem: str | None = None


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
        return (Entry(1, path.name, problem=f"Le fichier ne peut pas être lu : {error.strerror}."),)
    if len(raw) > LONGEST_FILE:
        return (Entry(1, path.name, problem="Le fichier dépasse 10 Mo : ce n’est pas un fichier de relecture."),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return (Entry(line, path.name, problem="Le fichier n’est pas en UTF-8 : l’enregistrer dans cet encodage."),)
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
        reason = getattr(error, "problem", None) or "trop profond"
        cure = "mettre entre apostrophes une valeur qui contient « : » ou « # »"
        yield Entry(line, _first_line(text), problem=f"YAML illisible ({reason}) ; {cure}.")


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].strip("- ").removeprefix("target:").strip(" '\"") or "?"


def _listed(text: str, before: int, name: str) -> list[Entry]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        line = before + root.start_mark.line + 1
        return [Entry(line, name, problem="Le fichier doit être une liste : chaque entrée commence par « - target: ».")]
    return [_entry(node, before + node.start_mark.line + 1) for node in root.value]


def _entry(node: yaml.Node, line: int) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        return Entry(line, "?", problem="Une entrée est faite de lignes « clé: valeur », à commencer par « target: ».")
    values: dict[str, str | None] = {}
    problem = None
    for key, value in node.value:
        at = f"ligne {line + key.start_mark.line - node.start_mark.line}"
        name = str(key.value)
        if name not in KEYS:
            problem = problem or f"Clé inconnue « {name} » ({at}) ; {nearest(name, KEYS)}"
        elif name in values:
            problem = problem or f"La clé « {name} » est donnée deux fois ({at})."
        elif not isinstance(value, yaml.ScalarNode):
            problem = problem or f"« {name} » ({at}) doit être un texte."
        else:
            values[name] = None if value.tag.endswith(":null") else value.value.strip() or None
    return _checked(Entry(line, values.pop("target", None) or "?", values.pop("verdict", None) or "", **values, problem=problem))


def _checked(entry: Entry) -> Entry:
    """The entry with its verdict's own name, or with what is wrong of it."""
    verdict = VERDICTS.get(entry.verdict.lower(), entry.verdict)
    problem = entry.problem
    if entry.target == "?":
        problem = problem or "L’entrée n’a pas de « target »."
    elif verdict and verdict not in VERDICTS:
        problem = problem or f"Verdict inconnu « {verdict} » ; {nearest(verdict, VERDICTS)}"
    elif entry.grade and entry.grade not in GRADES:
        problem = problem or f"Degré inconnu « {entry.grade} » : A, B ou X."
    elif entry.strength and entry.strength not in STRENGTHS:
        problem = problem or f"Force inconnue « {entry.strength} » ; {nearest(entry.strength, STRENGTHS)}"
    elif entry.when and not _is_date(entry.when):
        problem = problem or f"« {entry.when} » n’est pas une date : écrire AAAA-MM-JJ."
    return replace(entry, verdict=verdict, problem=problem)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
