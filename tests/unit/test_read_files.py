"""A file that cannot be read is refused with its name, what is wrong and what to do."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from renvois.graph.errors import InputError
from renvois.loaders.read import files, read, read_bytes


def archive(*names: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return buffer.getvalue()


def test_missing_file_and_directory(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file") as missing:
        read(tmp_path / "absent.txt")
    assert str(tmp_path / "absent.txt") in str(missing.value)
    with pytest.raises(InputError, match="directory"):
        read(tmp_path)
    with pytest.raises(InputError):
        read("nul\0nom.txt")


def test_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    (tmp_path / "a.txt").write_text("un peu plus de dix")
    with pytest.raises(InputError, match="the limit is"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.xlsx", archive("xl/workbook.xml"), "a spreadsheet"),
        ("a.odt", archive("mimetype", "content.xml"), "an OpenDocument file"),
        ("a.zip", archive("avis.txt"), "an archive"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
        ("a.rtf", b"{\\rtf1 avis}", "an RTF file"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "an image"),
        ("a.pdf", b"ceci n'est pas un PDF", "named .pdf but its content is not"),
        ("a.docx", b"ceci n'est pas un docx", "named .docx but its content is not"),
        ("a.json", b'{"a": 1}', "does not know files named .json"),
        ("a.xml", b"<?xml version='1.0'?><rss><item/></rss>", "<rss>"),
    ],
)
def test_foreign_formats_are_named(name: str, data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as error:
        read_bytes(name, data)
    assert error.value.where == name
    assert error.value.cure
