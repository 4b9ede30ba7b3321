"""A report as a Word file, the evidence in real footnotes: python-docx writes all but these, which it does not know (word_notes.py)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .model import Block, Bullets, Grid, Heading, Line, Paragraph, Report, Span
from .word_notes import add_notes, add_styles, call, hyperlink

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

LANGUAGES = {"fr": "fr-FR", "en": "en-GB", "de": "de-DE", "es": "es-ES", "it": "it-IT"}
# What XML 1.0 cannot hold.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_word(report: Report) -> bytes:
    """The .docx file; the same report gives the same bytes."""
    import docx

    document = docx.Document()
    _dress(document, report)
    document.add_heading(_clean(report.title), 0)
    for block in report.blocks:
        _add(document, block, report)
    add_notes(document, [[(_clean(s.text), _language(s, report)) for s in note] for note in report.notes])
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_date(buffer.getvalue())


def _dress(document: Document, report: Report) -> None:
    """Title, language and fonts; no author and no date, which would differ at every run."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    properties = document.core_properties
    properties.title, properties.author, properties.language = _clean(report.title), "", LANGUAGES.get(report.lang, report.lang)
    properties.comments = ""
    document.styles["Normal"].font.size = Pt(10.5)
    add_styles(document)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGES.get(report.lang, report.lang))
    for section in document.sections:
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.2)


def _add(document: Document, block: Block, report: Report) -> None:
    match block:
        case Heading():
            _fill(document.add_heading("", block.level), block.line, report)
        case Paragraph():
            _fill(document.add_paragraph(style="Quote" if block.quoted else None), block.line, report)
        case Bullets():
            for item in block.items:
                _fill(document.add_paragraph(style="List Bullet"), item, report)
        case Grid():
            _table(document, block, report)


def _table(document: Document, grid: Grid, report: Report) -> None:
    """Its caption above, its headers repeated on every page."""
    from docx.oxml import OxmlElement

    caption = document.add_paragraph(_clean(grid.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    table: Any = document.add_table(rows=1, cols=len(grid.headers), style="Table Grid")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, header in zip(table.rows[0].cells, grid.headers, strict=True):
        cell.paragraphs[0].add_run(_clean(header)).bold = True
    for row in grid.rows:
        added = table.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, line in zip(added.cells, row, strict=True):
            _fill(cell.paragraphs[0], line, report)


def _fill(paragraph: WordParagraph, line: Line, report: Report) -> None:
    for span in line:
        if span.note is not None:
            call(paragraph, span.note)
        elif span.url:
            hyperlink(paragraph, _clean(span.text), span.url, _language(span, report))
        elif span.text:
            run = paragraph.add_run(_clean(span.text))
            run.bold = span.strong or None
            _mark_language(run, _language(span, report))


def _mark_language(run: Any, language: str | None) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if language:
        element = OxmlElement("w:lang")
        element.set(qn("w:val"), language)
        run._r.get_or_add_rPr().append(element)


def _language(span: Span, report: Report) -> str | None:
    """The language of the document's own words, where the report is in another."""
    return LANGUAGES.get(report.own_lang) if span.own and report.own_lang != report.lang else None


def _clean(text: str) -> str:
    """On one line, and of characters that XML can hold."""
    return re.sub(r"[ \t\r\n]+", " ", _NO_XML.sub(" ", text))


def _without_date(content: bytes) -> bytes:
    """The archive with no time of writing."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as archive, ZipFile(out, "w", ZIP_DEFLATED) as dateless:
        for name in _in_order(archive.namelist()):
            info = ZipInfo(name)
            info.compress_type = ZIP_DEFLATED
            dateless.writestr(info, archive.read(name))
    return out.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """The content types first, as the format asks; then by name."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
