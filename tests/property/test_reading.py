"""Whatever the bytes, reading gives a whole text or one clear error; every origin points at the character it stands for."""

from __future__ import annotations

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from support.docx_maker import paragraph, raw_docx, saved
from support.pdf_maker import lines, make_pdf

from renvois.graph.errors import InputError
from renvois.loaders.read import read_bytes
from renvois.loaders.source import SourceText


def _word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Avis", 1)
    document.add_paragraph("un", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "cellule"
    return saved(document)


HTML = "<!DOCTYPE html><html><body><h1>Avis</h1><ol><li>l&rsquo;&eacute;té<sup><a href='#n1'>1</a></sup></ol><p id=n1>Note.</body></html>"
XML = "<?xml version='1.0'?><ARTICLE><META/><BLOC_TEXTUEL><CONTENU><p>L&#233;galité</p></CONTENU></BLOC_TEXTUEL></ARTICLE>"
PIECES = [
    "<p>", "</p>", "<b>", "</td>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ol>", "</ol>", "<br>", "<pre>", "</pre>", "<sup>",
    "</sup>", "&amp;", "&eacute", "&#13;", "&shy;", "&", "<", ">", ";", "é", "L. 225", " ", "\n", "\r\n", "\u00a0", "<!--", "-->",
]  # fmt: skip
FILES = {
    "a.txt": "Avis\u00a0: l’été\n".encode(),
    "a.pdf": make_pdf([lines("Avis sur l’asile", "suite"), lines("fin")]),
    "a.html": HTML.encode(),
    "a.docx": _word_file(),
    "b.docx": raw_docx(paragraph("Avis sur l’asile") * 20),
    "a.xml": XML.encode(),
}


def whole_or_refused(name: str, data: bytes) -> SourceText | None:
    try:
        source = read_bytes(name, data)
    except InputError as error:
        assert error.what
        assert error.where
        assert error.cure
        return None
    assert source.text.strip()
    assert all(0 <= mark.start < mark.end <= len(source.text) for mark in source.marks)
    assert not source.pages or [source.pages[0].start, *(p.end for p in source.pages)] == [
        *(p.start for p in source.pages),
        len(source.text),
    ]
    return source


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_cut_files(name: str, data: st.DataObject) -> None:
    whole_or_refused(name, FILES[name][: data.draw(st.integers(0, len(FILES[name])))])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_damaged_files(name: str, data: st.DataObject) -> None:
    damaged = bytearray(FILES[name])
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    whole_or_refused(name, bytes(damaged))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["a.txt", "a.md", "a.pdf", "a.html", "a.docx", "a.xml", "a"]), st.binary(max_size=400))
def test_any_bytes(name: str, data: bytes) -> None:
    whole_or_refused(name, data)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_origins_in_a_page(pieces: list[str]) -> None:
    markup = "<!DOCTYPE html>" + "".join(pieces)
    source = whole_or_refused("a.html", markup.encode())
    for offset, character in enumerate(source.text if source else ""):
        place = source.origin_at(offset) if source else None
        original = markup[place[1]] if place else character
        # A character reference maps to its &, folded white space to white space; the mark of a comment never closed is read as a space.
        folded = character == " " and (original.isspace() or original in "<!-")
        assert original == character or original == "&" or folded


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_plain_text_is_its_own_origin(text: str) -> None:
    source = read_bytes("a.txt", b"\xef\xbb\xbf" + text.encode())
    assert source.text == text
    assert [source.origin_at(i) for i in range(len(text))] == [("text", i) for i in range(len(text))]
