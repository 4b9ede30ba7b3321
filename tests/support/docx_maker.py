"""Word files from python-docx, or from raw XML where python-docx has no words for it (notes, tracked changes)."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx.document import Document

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def raw_docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A .docx of word/document.xml with `body`, and other parts by name; their roots declare nothing: `w:` is bound here."""
    texts = {"document": f"<w:document><w:body>{body}</w:body></w:document>", **(parts or {})}
    return zipped({f"word/{name}.xml": text.replace(">", f' xmlns:w="{NAMESPACE}">', 1) for name, text in texts.items()})


def zipped(files: Mapping[str, str]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of plain texts and of runs already written as XML."""
    inner = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"
