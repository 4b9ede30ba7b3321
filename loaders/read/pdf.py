"""PDF files: their text page by page in reading order, with superscripts and running headers and footers marked."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from ...graph.errors import InputError
from ..source import SourceText
from .building import TextBuilder
from .decoding import remarks
from .pdf_glyphs import ADDED
from .pdf_layout import Line, PageLines, page_lines
from .pdf_running import running_lines, usual_leading

# Wider than the usual leading by this much, two lines are two paragraphs: a blank line parts them, as pdftotext does.
_PARAGRAPH_GAP = 1.3
# Writers end a file with %%EOF; some servers add a few bytes after it.
_END_WITHIN = 4096
# More lost characters than this share, and a text is noise rather than a text with gaps.
_LOST_BEARABLE = 0.1


def read_pdf(name: str, data: bytes, password: str | None = None) -> SourceText:
    """Each page's lines, each with its line break, then a form feed; end-of-line hyphens stay as "-" before the break.

    Origins are ("page 3", index in pdfium's list of the page's characters). A ligature's first letter has its origin, the others none.
    Raises InputError for a file that is cut, damaged, locked or without any text.
    """
    import pypdfium2

    document = _open(name, data, password)
    try:
        pages = _all_pages(name, document)
        metadata = _metadata(document)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"The PDF is damaged: {error}.", where=name, cure="Download it again.") from None
    finally:
        document.close()
    running = running_lines(pages)
    bare = [page.number for page in pages if all((page.number, rank) in running for rank in range(len(page.lines)))]
    builder = _compose(pages, running)
    _refuse_unreadable(name, builder.since(0), bare_pages=len(bare), pages=len(pages))
    warnings = [f"{_listed(bare)} without text: if something is printed there, pass the PDF through OCR."] if bare else []
    return builder.build(name, "pdf", metadata=metadata, warnings=[*warnings, *remarks(builder.since(0))])


def _refuse_unreadable(name: str, text: str, *, bare_pages: int, pages: int) -> None:
    if bare_pages == pages:
        what = f"The PDF has no text layer on any of its {pages} pages (page numbers and stamps aside): it is a scan or a drawing."
    elif text.count("\ufffd") > _LOST_BEARABLE * len(text):
        what = "The fonts of the PDF do not say which characters they print: its text cannot be read."
    else:
        return
    raise InputError(what, where=name, cure="Pass it through OCR first.")


def _open(name: str, data: bytes, password: str | None) -> Any:
    import pypdfium2
    from pypdfium2 import raw

    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-_END_WITHIN:]:
        raise InputError("The PDF is cut short: its end mark (%%EOF) is missing.", where=name, cure="Download it again.")
    try:
        return pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            what = "The PDF is protected by a password" + (", and the one given does not open it." if password else ".")
            raise InputError(what, where=name, cure="Save a copy without a password, or give the right one.") from None
        raise InputError("The PDF is damaged: it cannot be opened.", where=name, cure="Download it again.") from None


def _all_pages(name: str, document: Any) -> list[PageLines]:
    import pypdfium2

    pages = []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            raise InputError(
                "The page cannot be read: the PDF is damaged.", where=f"{name}, page {number}", cure="Download it again."
            ) from None
        textpage = page.get_textpage()
        pages.append(page_lines(number, page, textpage))
        textpage.close()
        page.close()
    return pages


def _compose(pages: list[PageLines], running: Collection[tuple[int, int]]) -> TextBuilder:
    builder = TextBuilder()
    widest = usual_leading(pages) * _PARAGRAPH_GAP
    for page in pages:
        above: Line | None = None
        for rank, line in enumerate(page.lines):
            if above and not 0 < above.baseline - line.baseline < widest * line.height:
                builder.add("\n")
            start = builder.length
            _add_line(builder, line, f"page {page.number}")
            if (page.number, rank) in running:
                builder.mark(start, "page_furniture")
            builder.add("\n")
            above = line
        builder.add("\f")
        builder.end_page()
    return builder


def _add_line(builder: TextBuilder, line: Line, origin: str) -> None:
    for raised, glyphs in groupby(line.glyphs, key=lambda g: not g.text.isspace() and line.is_raised(g)):
        start = builder.length
        group = list(glyphs)
        for glyph in group:
            if glyph.index == ADDED:
                builder.add(glyph.printed)
            else:
                builder.add_expanded(glyph.printed, origin, glyph.index)
        if raised:
            builder.mark(start, "superscript", value="".join(g.printed for g in group))


def _metadata(document: Any) -> dict[str, str]:
    """Title, author and language as declared; `created` is the day the file was made, not the day of the text."""
    declared = document.get_metadata_dict(skip_empty=True)
    day = re.match(r"D:(\d{4})(\d\d)(\d\d)", declared.get("CreationDate", ""))
    return {
        "title": declared.get("Title", "").removeprefix("Microsoft Word - ").strip(),
        "author": declared.get("Author", "").strip(),
        "created": "-".join(day.groups()) if day else "",
        "language": _language(document),
    }


def _language(document: Any) -> str:
    from pypdfium2 import raw

    units = raw.FPDFCatalog_GetLanguage(document, None, 0) // 2
    buffer = (ctypes.c_ushort * units)()
    raw.FPDFCatalog_GetLanguage(document, buffer, units * 2)
    return bytes(buffer).decode("utf-16-le", "replace").strip("\0 ")


def _listed(numbers: Sequence[int]) -> str:
    """ "Page 3 is", "Pages 3, 5 and 6 are"."""
    if len(numbers) == 1:
        return f"Page {numbers[0]} is"
    return f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} are"
