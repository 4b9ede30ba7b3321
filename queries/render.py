"""Answers as text: CSV that no spreadsheet runs, JSON, and Markdown. Pure functions; a document's words are data in each."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from ..graph.store import Cell, NodeValue, PathValue, RelationshipValue
from .run import Answer

# How a spreadsheet tells a formula (OWASP, "CSV Injection"); a tab or a carriage return hides one of the others.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(answer: Answer, lang: str = "fr") -> str:
    """The visible columns, under their titles in `lang`."""
    return csv_text(answer.headers(lang), answer.visible_rows(lang))


def to_json(answer: Answer) -> str:
    """A list of records: every column, hidden ones too, with the values the database gave."""
    return json_text(answer.records())


def to_markdown(answer: Answer, lang: str = "fr") -> str:
    """The question as a title, then a table of the visible columns."""
    return f"**{_escaped(answer.question(lang))}**\n\n" + markdown_table(answer.headers(lang), answer.visible_rows(lang))


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """CSV with a header; a text that a spreadsheet would take for a formula gets an apostrophe before it. Numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_harmless(c) for c in columns])
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def json_text(records: Sequence[object]) -> str:
    """JSON in UTF-8 as people read it; nodes, relationships and paths become objects."""
    return json.dumps(records, ensure_ascii=False, indent=1, default=_plain) + "\n"


def markdown_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A pipe table; whatever Markdown or HTML would take for itself is escaped."""
    lines = ["| " + " | ".join(map(_escaped, columns)) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join("" if cell is None else _escaped(str(cell)) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _harmless(cell: Cell) -> Cell:
    """No formula, and no bare carriage return, which would break the row."""
    if not isinstance(cell, str):
        return cell
    return ("'" if cell.startswith(FORMULA) else "") + cell.replace("\r\n", "\n").replace("\r", "\n")


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def _plain(value: object) -> object:
    if isinstance(value, NodeValue | RelationshipValue | PathValue):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"A cell of the type {type(value).__name__} cannot be written as JSON.")
