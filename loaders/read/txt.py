"""Plain text and Markdown: the decoded file, unaltered."""

from __future__ import annotations

from pathlib import PurePath

from ..source import Page, Run, SourceText
from .decoding import decode, remarks


def read_txt(name: str, data: bytes) -> SourceText:
    """The file's characters as they stand (line ends, decomposed letters, front matter); form feeds part its pages.

    A byte order mark is no part of the text. Origins are offsets in the decoded file, so text and origin are the same.
    """
    text, encoding = decode(name, data)
    return SourceText(
        name=PurePath(name).name,
        text=text,
        format="txt",
        encoding=encoding,
        pages=pages_at_form_feeds(text),
        runs=(Run(0, len(text), "text", 0),),
        warnings=remarks(text),
    )


def pages_at_form_feeds(text: str) -> tuple[Page, ...]:
    """Pages, each ending with its form feed (as pdftotext writes them); none where the text has no form feed."""
    if "\f" not in text:
        return ()
    ends = [i + 1 for i, character in enumerate(text) if character == "\f"]
    if text[ends[-1] :].strip():
        ends.append(len(text))
    ends[-1] = len(text)
    starts = [0, *ends[:-1]]
    return tuple(Page(number, start, end) for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1))
