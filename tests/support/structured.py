"""Small documents for the tests of structure."""

from __future__ import annotations

from renvois.loaders.document import Document
from renvois.loaders.source import Mark, Page, SourceText
from renvois.loaders.structure import structure


def document(text: str, marks: tuple[Mark, ...] = (), pages: tuple[Page, ...] = ()) -> Document:
    """The structure of a text as a .txt file would give it."""
    return structure(SourceText("essai.txt", text, "txt", marks=marks, pages=pages))


def calls(doc: Document) -> list[tuple[int, str | None, str | None]]:
    """(number, unit that calls it, the eight characters before the call) of each note."""
    text = doc.source.text
    return [(n.number, n.call_container, text[n.call_offset - 8 : n.call_offset] if n.call_offset else None) for n in doc.footnotes]
