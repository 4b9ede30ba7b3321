"""A Word document comes out as it prints: numbers, notes, tables, tracked changes accepted."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from support.docx_maker import NAMESPACE, paragraph, raw_docx, saved, zipped

from renvois.graph.errors import InputError
from renvois.loaders.read import read_bytes
from renvois.loaders.source import SourceText

W = f"{{{NAMESPACE}}}"
LIST = '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'
NUMBERING = """<w:numbering>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/><w:suff w:val="space"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1 –"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
FOOTNOTES = """<w:footnotes><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>
<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> JO du 7 janvier.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>Ibid., p. 4.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def marked(source: SourceText, kind: str) -> list[tuple[str, object]]:
    return [(source.text[m.start : m.end], m.level if kind == "heading" else m.value) for m in source.marks if m.kind == kind]


def test_headings_by_style_and_text() -> None:
    document = docx.Document()
    document.add_heading("Avis sur l’asile", 0)
    document.add_heading("I. Cadre", 1)
    document.add_heading("A. Droit", 2)
    document.add_paragraph("La loi du 6 janvier 1978.")
    source = read_bytes("a.docx", saved(document))
    assert source.text == "Avis sur l’asile\n\nI. Cadre\n\nA. Droit\n\nLa loi du 6 janvier 1978."
    assert marked(source, "heading") == [("Avis sur l’asile", 0), ("I. Cadre", 1), ("A. Droit", 2)]


def test_heading_by_outline_level_alone() -> None:
    source = read_bytes("a.docx", raw_docx(paragraph("Cadre", properties='<w:outlineLvl w:val="1"/>') + paragraph("Texte")))
    assert marked(source, "heading") == [("Cadre", 2)]


def test_automatic_numbers_are_printed() -> None:
    body = "".join(
        paragraph(text, properties=LIST.format(level=level, list=number))
        for text, level, number in [
            ("Fin 2020", 0, 1),
            ("Ensuite", 0, 1),
            ("sous-point", 1, 1),
            ("autre", 1, 1),
            ("Cadre", 0, 2),
            ("Suite", 0, 1),
            ("Neuf", 0, 3),
        ]
    )
    source = read_bytes("a.docx", raw_docx(body, {"numbering": NUMBERING}))
    assert source.text.split("\n\n") == [
        "1.\tFin 2020",
        "2.\tEnsuite",
        "2.a) sous-point",
        "2.b) autre",
        "I –\tCadre",
        "3.\tSuite",
        "1.\tNeuf",
    ]
    assert ("2.\tEnsuite", "2") in marked(source, "list_item")


def test_notes_are_called_in_place_and_gathered_at_the_end() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = paragraph("du code pénal", call.format(5), ", puis") + paragraph("la fin", call.format(2), ".")
    source = read_bytes("a.docx", raw_docx(body, {"footnotes": FOOTNOTES}))
    assert source.text == "du code pénal1, puis\n\nla fin2.\n\n1. JO du 7 janvier.\n\n2. Ibid., p. 4."
    assert marked(source, "call") == [("1", "1"), ("2", "2")]
    assert marked(source, "footnote") == [("1. JO du 7 janvier.", "1"), ("2. Ibid., p. 4.", "2")]
    assert source.origin_at(source.text.index("Ibid")) == ("word/footnotes.xml", len(" JO du 7 janvier."))


def test_endnotes_are_numbered_in_small_roman_unless_the_document_says_otherwise() -> None:
    endnotes = '<w:endnotes><w:endnote w:id="1"><w:p><w:r><w:t>Fin.</w:t></w:r></w:p></w:endnote></w:endnotes>'
    call = paragraph("texte", '<w:r><w:endnoteReference w:id="1"/></w:r>')
    assert read_bytes("a.docx", raw_docx(call, {"endnotes": endnotes})).text == "textei\n\ni. Fin."
    decimal = '<w:sectPr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr></w:sectPr>'
    assert read_bytes("a.docx", raw_docx(call + decimal, {"endnotes": endnotes})).text == "texte1\n\n1. Fin."


def test_tracked_changes_are_accepted() -> None:
    body = (
        paragraph("article ", "<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>13</w:t></w:r></w:ins>", " du code")
        + paragraph("de procédure", properties="<w:rPr><w:del/></w:rPr>")
        + paragraph(" pénale")
    )
    assert read_bytes("a.docx", raw_docx(body)).text == "article 13 du code\n\nde procédure pénale"


def test_cells_are_parted_by_tabs_and_tables_of_prose_by_paragraphs() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for index, text in enumerate(["Institution", "Rôle", "OFPRA", "asile"]):
        table.cell(index // 2, index % 2).text = text
    document.add_paragraph("Après.")
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text = "Sur la finalité"
    layout.cell(0, 1).text = "Premier alinéa."
    layout.cell(0, 1).add_paragraph("Second alinéa.")
    text = read_bytes("a.docx", saved(document)).text
    assert text == "Institution\tRôle\nOFPRA\tasile\n\nAprès.\n\nSur la finalité\n\nPremier alinéa.\n\nSecond alinéa."


def test_superscripts_special_hyphens_and_hidden_text() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>"
    body = paragraph("article 1", raised.format("e"), raised.format("r"), hidden)
    body += paragraph("L. 225", "<w:r><w:noBreakHyphen/></w:r>", "4", "<w:r><w:softHyphen/></w:r>", "1")
    source = read_bytes("a.docx", raw_docx(body))
    assert source.text == "article 1er\n\nL. 225-41"
    assert marked(source, "superscript") == [("er", "er")]


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Encadré</w:t></w:r></w:p></w:txbxContent>"
    twice = f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    assert read_bytes("a.docx", raw_docx(paragraph("Texte", f"<w:r>{twice}</w:r>", " suivi"))).text == "Texte suivi\n\nEncadré"


def test_strict_form_of_the_format() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>Avis</w:t></w:r></w:p></w:body></w:document>'
    assert read_bytes("a.docx", zipped({"word/document.xml": body})).text == "Avis"


def test_declared_properties() -> None:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Avis sur l’asile", "CNCDH"
    document.add_paragraph("Texte")
    metadata = read_bytes("a.docx", saved(document)).metadata
    assert (metadata["title"], metadata["author"]) == ("Avis sur l’asile", "CNCDH")


def test_every_origin_is_the_same_character() -> None:
    document = docx.Document()
    document.add_heading("Préambule", 1)
    document.add_paragraph("un", style="List Number")
    document.add_paragraph("L’article 1er\t« fin »")
    document.add_table(1, 2).cell(0, 1).text = "cellule"
    data = saved(document)
    source = read_bytes("a.docx", data)
    root = etree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml"))
    original = "".join(text.text or "" for text in root.iter(f"{W}t"))
    places = [source.origin_at(i) for i in range(len(source.text))]
    assert [original[p[1]] for p in places if p] == [c for c, p in zip(source.text, places, strict=True) if p]
    assert sum(p is not None for p in places) == len(original)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (zipped({"word/styles.xml": "<a/>"}), "no Word document"),
        (zipped({"word/document.xml": "<w:document"}), "damaged or cut"),
        (raw_docx(""), "only white space"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "declares entities"),
    ],
)
def test_damaged_and_hostile_files_are_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_bytes("a.docx", data)


def test_what_unpacks_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from renvois.loaders.read import docx_package

    monkeypatch.setattr(docx_package, "MAX_UNPACKED", 10_000)
    bomb = raw_docx(paragraph("a" * 100_000))
    assert len(bomb) < 2_000
    with pytest.raises(InputError, match="unpacks to more than"):
        read_bytes("a.docx", bomb)


def test_cut_file_is_refused() -> None:
    whole = raw_docx(paragraph("Texte de l’avis"))
    with pytest.raises(InputError, match="damaged or cut"):
        read_bytes("a.docx", whole[: len(whole) // 2])
