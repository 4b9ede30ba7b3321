"""A PDF comes out line by line as it reads, with what its print says of notes and running lines."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw
from support.pdf_maker import Words, lines, make_pdf

from renvois.graph.errors import InputError
from renvois.loaders.read import read, read_bytes

DEV = Path(__file__).parents[2] / "../shared/dev/docs"


def test_pages_end_with_a_form_feed_and_are_numbered() -> None:
    source = read_bytes("a.pdf", make_pdf([lines("Première page,", "suite."), lines("Deuxième page.")]))
    assert source.text == "Première page,\nsuite.\n\fDeuxième page.\n\f"
    assert [source.text[p.start : p.end] for p in source.pages] == ["Première page,\nsuite.\n\f", "Deuxième page.\n\f"]
    assert source.page_at(source.text.index("Deuxième")) == 2


def test_wide_gap_between_lines_is_a_paragraph_break() -> None:
    page = [*lines("Un paragraphe", "sur deux", "puis trois lignes."), *lines("Un autre", "de deux lignes.", top=780 - 14 * 2 - 28)]
    source = read_bytes("a.pdf", make_pdf([page]))
    assert source.text == "Un paragraphe\nsur deux\npuis trois lignes.\n\nUn autre\nde deux lignes.\n\f"


def test_end_of_line_hyphen_stays_before_its_break() -> None:
    source = read_bytes("a.pdf", make_pdf([lines("la formation profession-", "nelle des agents")]))
    assert source.text == "la formation profession-\nnelle des agents\n\f"


def test_call_glued_to_a_year_is_marked() -> None:
    page = [Words(70, 780, "le 26 mai 2020"), Words(146, 780, "37", size=7, rise=4), Words(70, 766, "et la suite")]
    source = read_bytes("a.pdf", make_pdf([page]))
    (mark,) = [m for m in source.marks if m.kind == "superscript"]
    assert source.text[: mark.end].replace(" ", "").endswith("202037")
    assert (source.text[mark.start : mark.end], mark.value) == ("37", "37")


def test_notes_that_open_with_a_superscript_stand_on_lines_of_their_own() -> None:
    notes = [
        Words(70, 100, "9", size=6, rise=3), Words(75, 100, "Directive 95/46, art. 2.", size=9),
        Words(70, 90, "10", size=6, rise=3), Words(78, 90, "Voir supra.", size=9),
        Words(70, 80, "11", size=6, rise=3), Words(78, 80, "Ibid.", size=9),
    ]  # fmt: skip
    source = read_bytes("a.pdf", make_pdf([[*lines("Un texte."), *notes]]))
    assert [line.replace(" ", "") for line in source.text.split("\n") if line] == [
        "Untexte.", "9Directive95/46,art.2.", "10Voirsupra.", "11Ibid.", "\f"
    ]  # fmt: skip
    assert [m.value for m in source.marks if m.kind == "superscript"] == ["9", "10", "11"]


def test_page_turned_sideways_reads_like_any_other() -> None:
    upright = make_pdf([lines("Un tableau très large", "sur une page tournée")])
    turned = upright.replace(b"/MediaBox", b"/Rotate 90 /MediaBox").replace(b"1 0 0 1 70 780 Tm", b"0 1 -1 0 70 40 Tm")
    turned = turned.replace(b"1 0 0 1 70 766 Tm", b"0 1 -1 0 84 40 Tm")
    source = read_bytes("a.pdf", turned)
    assert source.text == "Un tableau très large\nsur une page tournée\n\f"
    assert source.marks == ()


def test_footer_drawn_first_is_read_last_and_marked() -> None:
    def page(number: int) -> list[Words]:
        return [Words(450, 30, f"p. {number} / 3"), *lines(f"Article {number * 7}", f"Le texte {'abc'[number - 1]}", "et sa fin.")]

    source = read_bytes("a.pdf", make_pdf([page(n) for n in (1, 2, 3)]))
    assert source.text.startswith("Article 7\nLe texte a\net sa fin.\n\np. 1 / 3\n\fArticle 14\n")
    assert [source.text[m.start : m.end] for m in source.marks if m.kind == "page_furniture"] == ["p. 1 / 3", "p. 2 / 3", "p. 3 / 3"]


def test_columns_are_read_one_after_the_other() -> None:
    left = [Words(60, 700 - 14 * i, f"gauche {i}") for i in range(8)]
    right = [Words(320, 700 - 14 * i, f"droite {i}") for i in range(8)]
    words = read_bytes("a.pdf", make_pdf([left + right])).text.split("\n")
    assert [w for w in words if w.startswith(("gauche", "droite"))] == [w.text for w in left + right]


def test_declared_properties() -> None:
    pdf = make_pdf(
        [lines("Avis")], info="/Title (Avis sur l'asile) /Author (CNCDH) /CreationDate (D:20210415120000+02'00')", catalog="/Lang (fr-FR)"
    )
    assert dict(read_bytes("a.pdf", pdf).metadata) == {
        "title": "Avis sur l'asile",
        "author": "CNCDH",
        "created": "2021-04-15",
        "language": "fr-FR",
    }


def test_every_origin_is_the_same_character() -> None:
    pdf = make_pdf([lines("« L’article 1er » du décret", "n° 2020-1 (profes-", "sionnel)"), lines("Fin à Paris")])
    source = read_bytes("a.pdf", pdf)
    document = pypdfium2.PdfDocument(pdf)
    textpages = {f"page {i + 1}": document[i].get_textpage() for i in range(2)}
    seen = 0
    for offset, character in enumerate(source.text):
        if place := source.origin_at(offset):
            original = chr(raw.FPDFText_GetUnicode(textpages[place[0]], place[1]))
            assert original == character or (character == "-" and original in "\x02\ufffe")
            seen += 1
    assert seen > 60


def test_scan_without_text_is_refused_and_one_page_without_is_a_warning() -> None:
    with pytest.raises(InputError, match="no text layer on any of its 2 pages") as error:
        read_bytes("scan.pdf", make_pdf([[], []]))
    assert "OCR" in str(error.value)
    with pytest.raises(InputError, match="page numbers and stamps aside"):
        read_bytes("scan.pdf", make_pdf([[Words(70, 820, "Reçu au greffe le 29 juin 2015")] for _ in range(3)]))
    source = read_bytes("a.pdf", make_pdf([lines("Avis"), [], lines("Fin")]))
    assert [w for w in source.warnings if "Page 2 is without text" in w]
    assert source.page_at(source.text.index("Fin")) == 3


def test_locked_file_asks_for_its_password() -> None:
    pdf = make_pdf([lines("Avis sur l’asile")], password="sésame")
    with pytest.raises(InputError, match=r"protected by a password\."):
        read_bytes("a.pdf", pdf)
    with pytest.raises(InputError, match="the one given does not open it"):
        read_bytes("a.pdf", pdf, password="autre")
    assert read_bytes("a.pdf", pdf, password="sésame").text == "Avis sur l’asile\n\f"


def test_damaged_and_cut_files_are_refused() -> None:
    pdf = make_pdf([lines("Avis")])
    with pytest.raises(InputError, match="cut short"):
        read_bytes("a.pdf", pdf[:-200])
    with pytest.raises(InputError, match="damaged"):
        read_bytes("a.pdf", b"%PDF-1.4\nrien\n%%EOF")


@pytest.mark.skipif(not DEV.exists(), reason="the development documents are not here")
@pytest.mark.parametrize("name", ["circulaire-lanceurs-alerte-2024", "ddd-lcd-2011-63", "regards-citoyens-memoire-2016"])
def test_words_come_in_the_order_of_the_print(name: str) -> None:
    def words(text: str) -> list[str]:
        return re.sub(r"(?<=[^\W\d])-\s*\n+(?=[^\W\d])", "", text.replace("\f", "\n")).split()

    printed = words((DEV / f"{name}.txt").read_text(encoding="utf-8"))
    assert SequenceMatcher(None, printed, words(read(DEV / f"{name}.pdf").text), autojunk=False).ratio() >= 0.99
