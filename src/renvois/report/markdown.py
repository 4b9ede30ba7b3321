"""A report as Markdown with footnotes ([^1], as GitHub, Pandoc and most readers know them); a document's words are never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from .model import Block, Bullets, Grid, Heading, Line, Paragraph, Report, Span

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~$])")


def to_markdown(report: Report) -> str:
    """The report, its notes at the end."""
    parts = [f"# {_escaped(report.title)}", *(text for block in report.blocks for text in _block(block))]
    notes = [f"[^{number}]: {_line(note)}" for number, note in enumerate(report.notes, 1)]
    return "\n\n".join([*parts, *notes]) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_line(block.line)}"
        case Paragraph():
            yield ("> " if block.quoted else "") + _line(block.line)
        case Bullets():
            yield "\n".join(f"- {_line(item)}" for item in block.items)
        case Grid():
            yield f"*{_escaped(block.caption)}*"
            rows = [" | ".join(map(_escaped, block.headers)), " | ".join("---" for _ in block.headers)]
            rows += [" | ".join(map(_line, row)) for row in block.rows]
            yield "\n".join(f"| {row} |" for row in rows)


def _line(line: Line) -> str:
    return _opened("".join(map(_span, line)).strip())


def _opened(text: str) -> str:
    """The line, its first sign kept from opening a block; a number keeps its digits ("1\\. Le texte")."""
    if found := re.match(r"\d+(?=[.)])", text):
        return f"{found[0]}\\{text[found.end() :]}"
    return f"\\{text}" if text[:1] in ("-", "+", "=") else text


def _span(span: Span) -> str:
    if span.note is not None:
        return f"[^{span.note}]"
    text = _escaped(span.text)
    if span.url:
        return f"[{text.strip()}]({quote(span.url, safe=':/?#=&%;,@+~-._')})"
    inner = text.strip()
    return text.replace(inner, f"**{inner}**", 1) if span.strong and inner else text


def _escaped(text: str) -> str:
    """On one line, blanks at the ends kept."""
    return _MARKUP.sub(r"\\\1", re.sub(r"[ \t\r\n\f\v]+", " ", text)).replace("&", "&amp;")
