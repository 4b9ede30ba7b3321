"""Plain text comes out as it stands in the file, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from renvois.graph.errors import InputError
from renvois.loaders.read import read, read_bytes

SAMPLE = Path(__file__).parents[2] / "src/renvois/sample/A-2021-5.txt"


def test_sample_is_read_unaltered() -> None:
    source = read(SAMPLE)
    assert source.text == SAMPLE.read_bytes().decode("utf-8")
    assert len(source.text) == 64_813
    assert (source.name, source.format, source.encoding, source.pages, source.warnings) == ("A-2021-5.txt", "txt", "utf-8", (), ())
    assert source.origin_at(9431) == ("text", 9431)


def test_line_ends_decomposed_letters_and_spaces_are_kept() -> None:
    text = "Art.\u00a01er\r\nd\u2019E\u0301tat\ttexte\r"
    assert read_bytes("a.txt", text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("\ufeffl\u2019été n° 2".encode(), "utf-8"),
        ("l\u2019été n° 2".encode(), "utf-8"),
        ("l\u2019été n° 2".encode("cp1252"), "cp1252"),
        (b"\xff\xfe" + "l\u2019été n° 2".encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + "l\u2019été n° 2".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encodings_are_detected_and_a_byte_order_mark_is_no_text(data: bytes, encoding: str) -> None:
    source = read_bytes("avis.txt", data)
    assert (source.text, source.encoding) == ("l\u2019été n° 2", encoding)


def test_markdown_front_matter_stays() -> None:
    text = "---\ntitle: Avis\n---\n<div>article 1<sup>er</sup></div>\n"
    assert read_bytes("a.md", text.encode()).text == text


def test_form_feeds_part_the_pages() -> None:
    source = read_bytes("a.txt", b"une\n\fdeux\n\f\ftrois\n")
    assert [source.text[p.start : p.end] for p in source.pages] == ["une\n\f", "deux\n\f", "\f", "trois\n"]
    assert [source.page_at(i) for i in (0, 4, 5, 11, 12)] == [1, 1, 2, 3, 4]


def test_last_form_feed_opens_no_page() -> None:
    assert len(read_bytes("a.txt", b"une\n\fdeux\n\f\n").pages) == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\xc2\xa0\n", "only white space"),
        (b"abc\0def", "control characters, the first at character 3"),
        (bytes(range(1, 128)), "control characters"),
        ("élève à l’école".encode()[:-3] + b"\xe9 fin", "UTF-8 except at byte"),
        ("déjà élevé, très bête, réalisé".encode("cp850"), "neither UTF-8 nor Windows-1252"),
        ("prévention répétée déléguée".encode("mac-roman"), "neither UTF-8 nor Windows-1252"),
        (b"\xff\xfea\x00b", "cut or damaged"),
        ("avis".encode("utf-16-le"), "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as error:
        read_bytes("dossier/avis.txt", data)
    assert error.value.where == "dossier/avis.txt"
    assert error.value.cure


def test_letters_lost_before_are_a_warning() -> None:
    source = read_bytes("a.txt", "la pr\ufffdvention".encode())
    assert source.warnings == ("1 characters were lost before this file was saved (U+FFFD), the first at 5.",)
    assert "encoded twice" in read_bytes("a.txt", "élève, prévention, bête".encode().decode("cp1252", "replace").encode()).warnings[0]
