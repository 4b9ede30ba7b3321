"""Which format a file is, by its first bytes, then by the end of its name."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from ...graph.errors import InputError
from ..source import Format

READABLE = "Renvois reads .txt, .md, .pdf, .html, .docx and the XML files of DILA (JORF, LEGI, CNIL)."

_BY_SUFFIX: dict[str, Format] = {
    "": "txt", ".txt": "txt", ".text": "txt", ".md": "txt", ".markdown": "txt",
    ".pdf": "pdf", ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".docm": "docx", ".xml": "dila-xml",
}  # fmt: skip

# The root elements of DILA's open data: JORF, LEGI, KALI (texts and articles), CNIL, courts.
_DILA_ROOTS = frozenset({
    "ARTICLE", "TEXTE_VERSION", "TEXTELR", "TEXTEKALI", "SECTION_TA", "JO", "TEXTE_CNIL", "TEXTE_JURI_ADMIN", "TEXTE_JURI_JUDI",
    "TEXTE_JURI_CONSTIT",
})  # fmt: skip

# First bytes of files people try by mistake, with what to say of them.
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word file (.doc) or a locked Office file",
        "Open it in a word processor and save it as .docx without a password.",
    ),
    (b"{\\rtf", "an RTF file", "Open it in a word processor and save it as .docx."),
    (b"\x89PNG", "an image", "Pass it through OCR first, for instance into a PDF with text."),
    (b"\xff\xd8\xff", "an image", "Pass it through OCR first, for instance into a PDF with text."),
    (b"GIF8", "an image", "Pass it through OCR first, for instance into a PDF with text."),
    (b"II*\x00", "an image", "Pass it through OCR first, for instance into a PDF with text."),
    (b"MM\x00*", "an image", "Pass it through OCR first, for instance into a PDF with text."),
    (b"\x1f\x8b", "a compressed archive", "Unpack it and give the documents inside."),
    (b"7z\xbc\xaf", "a compressed archive", "Unpack it and give the documents inside."),
    (b"Rar!", "a compressed archive", "Unpack it and give the documents inside."),
)

_BOMS = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
# What may stand before a root element: declaration, comments, processing instructions, a DOCTYPE.
# Possessive (*+): white space without end must not be tried in every way.
_ROOT = re.compile(
    r"\A\s*+(?P<xml><\?xml\b[^>]*>)?(?:\s|<!--.*?-->|<\?.*?\?>|<!DOCTYPE\s[^>\[]*+(?:\[.*?\]\s*+)?>)*+<(?P<root>[A-Za-z_][\w.:-]*)",
    re.DOTALL,
)
_HTML_HEAD = re.compile(r"<!doctype\s+html\b|<html[\s>]", re.IGNORECASE)


def recognise(name: str, data: bytes) -> Format:
    """The format of a document. Raises InputError for one Renvois cannot read, saying what it seems to be."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return _recognise_zip(name, data)
    for magic, what, cure in _FOREIGN:
        if data.startswith(magic):
            raise InputError(f"This is {what}. {READABLE}", where=name, cure=cure)
    suffix = PurePath(name).suffix.lower()
    return _recognise_markup(name, data, suffix) or _by_suffix(name, suffix)


def _recognise_zip(name: str, data: bytes) -> Format:
    if PurePath(name).suffix.lower() in (".docx", ".docm"):
        return "docx"
    try:
        names = ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, OSError, ValueError):
        names = []
    if "word/document.xml" in names:
        return "docx"
    what = "a spreadsheet" if any(n.startswith("xl/") for n in names) else "an OpenDocument file" if "mimetype" in names else "an archive"
    raise InputError(f"This is {what}. {READABLE}", where=name, cure="Save the document as .docx or PDF.")


def _recognise_markup(name: str, data: bytes, suffix: str) -> Format | None:
    head = _head(data)
    found = _ROOT.match(head)
    if found is None:
        return "html" if suffix not in (".md", ".markdown") and _HTML_HEAD.match(head.lstrip()) else None
    root = found["root"]
    if root.lower() == "html" or _HTML_HEAD.match(head.lstrip()):
        return "html"
    if root in _DILA_ROOTS:
        return "dila-xml"
    if suffix == ".xml" or (found["xml"] and suffix not in (".html", ".htm", ".xhtml")):
        raise InputError(
            f"The XML element <{root}> is none that DILA publishes texts in. {READABLE}", where=name, cure="Give the text itself."
        )
    return None


def _head(data: bytes) -> str:
    """The first characters, read loosely: enough to see markup in any encoding."""
    bom = _BOMS.match(data)
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(bom.group(), "utf-8") if bom else "utf-8"
    return data[bom.end() if bom else 0 : 8192].decode(encoding, "replace")


def _by_suffix(name: str, suffix: str) -> Format:
    kind = _BY_SUFFIX.get(suffix)
    if kind is None:
        raise InputError(f"Renvois does not know files named {suffix}. {READABLE}", where=name, cure="If it is plain text, name it .txt.")
    if kind in ("pdf", "docx"):
        raise InputError(
            f"The file is named {suffix} but its content is not: it is damaged or of another format.", where=name, cure="Download it again."
        )
    return kind
