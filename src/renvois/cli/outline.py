"""A document's structure as an indented outline."""

from __future__ import annotations

from ..loaders.document import Document, Section
from .terminal import printable


def outline(document: Document) -> str:
    """One line per section, with its paragraphs, recommendations and notes; then what the structure step doubts."""
    lines = [printable(document.facts.title or document.source.name), ""]
    for section in document.sections:
        indent = "  " * max(section.level, 0)
        number = f"{section.number}. " if section.number else ""
        lines.append(f"{indent}{number}{printable(section.title)}{_held(document, section)}")
    notes = document.footnotes
    called = sum(n.call_container is not None for n in notes)
    lines += ["", f"{len(document.paragraphs)} paragraphes, {len(document.recommendations)} recommandations, "
              f"{len(notes)} notes dont {called} rattachées à leur appel."]  # fmt: skip
    return "\n".join(lines) + "\n"


def _held(document: Document, section: Section) -> str:
    """' — § 5 à 9 ; recommandations 2 à 5', or nothing."""
    paragraphs = [p.number if p.number is not None else p.id for p in document.paragraphs if p.section == section.id]
    recommendations = [r.number for r in document.recommendations if r.body.section == section.id]
    parts = [f"§ {_range(paragraphs)}"] if paragraphs else []
    if recommendations:
        parts.append(f"recommandation{'s' if len(recommendations) > 1 else ''} {_range(recommendations)}")
    return f" — {' ; '.join(parts)}" if parts else ""


def _range(numbers: list[int] | list[int | str]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]} à {numbers[-1]}"
