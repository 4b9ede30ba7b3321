"""A source text in, a document's structure out: sections, paragraphs, footnotes, recommendations, annexes, facts."""

from __future__ import annotations

from ..document import Document
from ..source import SourceText
from .assembly import Assembly
from .blocks import walk
from .lines import read_lines
from .outline import read_outline
from .report import structure_json

__all__ = ["structure", "structure_json"]


def structure(source: SourceText) -> Document:
    """The structure of a source text. Every character lies in exactly one of its pieces; nothing raises on odd input.

    What it reads: numbered or unnumbered paragraphs, footnotes wherever they are printed, recommendations in the body and
    repeated in an annexe or a list, headings, annexes, page furniture. What is doubtful is left open and told in `warnings`.
    """
    outline = read_outline(source, read_lines(source))
    return Assembly(source, walk(outline), outline.candidates).document()
