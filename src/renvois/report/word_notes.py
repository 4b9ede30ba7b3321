"""Real footnotes and hyperlinks in a Word file. python-docx 1.2 has no footnotes: their part is made here (ECMA-376, part 1, 17.11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# The line above the notes of a page, which every footnotes part holds: ids -1 and 0 (17.11.23).
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))

# The names that Word itself gives these styles.
REFERENCE = "footnote reference"

# The words of a note, each with its language where that is not the report's.
type Words = Sequence[tuple[str, str | None]]


def add_notes(document: Document, notes: Iterable[Words]) -> None:
    """Adds the footnotes part, with note 1, 2…; their styles must be there."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    root = etree.Element(_w("footnotes"), nsmap={"w": _W})
    for number, kind in _SEPARATORS:
        note = etree.SubElement(root, _w("footnote"), {_w("type"): kind, _w("id"): number})
        etree.SubElement(etree.SubElement(etree.SubElement(note, _w("p")), _w("r")), _w(kind))
    for identifier, words in enumerate(notes, 1):
        _note(root, identifier, words)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), _TYPE, content, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _declare_separators(document)


def call(paragraph: Paragraph, number: int) -> None:
    """The call mark of a note at the end of the paragraph."""
    run: Any = paragraph.add_run()
    run.style = REFERENCE
    etree.SubElement(run._r, _w("footnoteReference"), {_w("id"): str(number)})


def hyperlink(paragraph: Paragraph, text: str, url: str, language: str | None = None) -> None:
    """A link to a public address."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    identifier = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    element: Any = paragraph._p
    link = etree.SubElement(element, _w("hyperlink"), {relation: identifier})
    run = etree.SubElement(link, _w("r"))
    properties = etree.SubElement(run, _w("rPr"))
    etree.SubElement(properties, _w("color"), {_w("val"): "1D4ED8"})
    etree.SubElement(properties, _w("u"), {_w("val"): "single"})
    _text(run, properties, text, language)


def _note(root: etree._Element, identifier: int, words: Words) -> None:
    """One note: its number, a space, its words."""
    note = etree.SubElement(root, _w("footnote"), {_w("id"): str(identifier)})
    paragraph = etree.SubElement(note, _w("p"))
    style = etree.SubElement(etree.SubElement(paragraph, _w("pPr")), _w("pStyle"))
    style.set(_w("val"), "FootnoteText")
    mark = etree.SubElement(paragraph, _w("r"))
    properties = etree.SubElement(mark, _w("rPr"))
    etree.SubElement(properties, _w("rStyle"), {_w("val"): "FootnoteReference"})
    etree.SubElement(mark, _w("footnoteRef"))
    for text, language in ((" ", None), *words):
        run = etree.SubElement(paragraph, _w("r"))
        _text(run, etree.SubElement(run, _w("rPr")), text, language)


def _text(run: etree._Element, properties: etree._Element, text: str, language: str | None) -> None:
    if language:
        etree.SubElement(properties, _w("lang"), {_w("val"): language})
    element = etree.SubElement(run, _w("t"), {_SPACE: "preserve"})
    element.text = text


def add_styles(document: Document) -> None:
    """The styles of a note's text and call."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles: Any = document.styles
    reference = styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    words = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    reference.element.styleId, words.element.styleId = "FootnoteReference", "FootnoteText"
    reference.font.superscript = True
    words.base_style, words.font.size = styles["Normal"], Pt(9)
    words.paragraph_format.space_after = Pt(2)


def _declare_separators(document: Document) -> None:
    """In the settings, where Word looks for them (17.11.9); an element's place in its sequence counts."""
    settings: Any = document.settings.element
    properties = etree.Element(_w("footnotePr"))
    for number, _ in _SEPARATORS:
        etree.SubElement(properties, _w("footnote"), {_w("id"): number})
    before = next((e for e in settings if e.tag in (_w("compat"), _w("rsids"), _w("themeFontLang"), _w("clrSchemeMapping"))), None)
    if before is None:
        settings.append(properties)
    else:
        before.addprevious(properties)


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"
