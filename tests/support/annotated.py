"""A small document with paragraphs and notes, built without the structure parser: '[^3]' in a paragraph calls note 3."""

from __future__ import annotations

import re

from renvois.loaders.document import CleanText, Document, Facts, Footnote, Paragraph, Piece, Unit
from renvois.loaders.source import SourceText

OPINION = Facts("Avis sur la prévention de la traite des mineurs", "A-2021-5", "2021-04-15", None, "CNCDH", "fr")


def annotated(paragraphs: list[str], notes: dict[int, str], facts: Facts = OPINION) -> Document:
    """The document; its units are 'p1', 'p2'… and 'n1', 'n2'… in that order, each note where it is printed, at the end."""
    text, units, pieces, calls = "", [], [], {}
    for number, paragraph in enumerate(paragraphs, 1):
        start, letters, offsets = len(text), [], []
        for part in re.split(r"(\[\^\d+\])", paragraph):
            mark = re.fullmatch(r"\[\^(\d+)\]", part)
            if mark:
                calls[int(mark[1])] = (f"p{number}", len(text))
                text += mark[1]
            else:
                letters.append(part)
                offsets.extend(range(len(text), len(text) + len(part)))
                text += part
        units.append(Unit(f"p{number}", "paragraph", f"paragraph {number}", "0", CleanText("".join(letters), tuple(offsets)), False))
        pieces.append(Piece(start, len(text) + 1, "paragraph", f"p{number}"))
        text += "\n"
    footnotes = []
    for number, note in notes.items():
        head = f"{number}. "
        start, text_start = len(text), len(text) + len(head)
        clean = CleanText(note, tuple(range(text_start, text_start + len(note))))
        container, offset = calls.get(number, (None, None))
        end = text_start + len(note)
        call_end = None if offset is None else offset + len(str(number))
        segments = ((text_start, end),)
        footnotes.append(Footnote(f"n{number}", number, start, end, text_start, "0", segments, clean, container, offset, call_end))
        units.append(Unit(f"n{number}", "footnote", f"footnote {number}", "0", clean, False))
        pieces.append(Piece(start, end + 1, "footnote", f"n{number}"))
        text += head + note + "\n"
    body = tuple(
        Paragraph(u.id, i, p.start, p.end, p.start, "0", ((p.start, p.end),), u.clean)
        for i, (u, p) in enumerate(zip(units[: len(paragraphs)], pieces[: len(paragraphs)], strict=True), 1)
    )
    return Document(SourceText("essai.txt", text, "txt"), facts, (), body, tuple(footnotes), (), tuple(units), tuple(pieces))
