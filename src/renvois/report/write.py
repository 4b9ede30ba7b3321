"""A report in one of its formats."""

from __future__ import annotations

from .html import to_html
from .markdown import to_markdown
from .model import Report

FORMATS = ("md", "html", "docx")


def write(report: Report, form: str) -> str | bytes:
    """The report as Markdown or HTML text, or as the bytes of a Word file."""
    if form == "md":
        return to_markdown(report)
    if form == "html":
        return to_html(report)
    from .word import to_word

    return to_word(report)
