"""A report in one of its formats."""

from __future__ import annotations

from pathlib import Path

from ..graph.errors import InputError
from .html import to_html
from .markdown import to_markdown
from .model import Report

FORMATS = ("md", "html", "docx")
_SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".docx": "docx"}


def form_of(path: Path) -> str:
    """The format that a file's name tells; InputError if no report is written so."""
    if path.suffix.lower() not in _SUFFIXES:
        raise InputError(f"No report is written as {path.suffix or 'that'}.", where=str(path), cure="Name it .md, .html or .docx.")
    return _SUFFIXES[path.suffix.lower()]


def write(report: Report, form: str) -> str | bytes:
    """The report as Markdown or HTML text, or as the bytes of a Word file."""
    if form == "md":
        return to_markdown(report)
    if form == "html":
        return to_html(report)
    from .word import to_word

    return to_word(report)
