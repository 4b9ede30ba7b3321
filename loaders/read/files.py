"""From a file to its SourceText: sizes checked, format recognised, the right reader called, the result never empty."""

from __future__ import annotations

from pathlib import Path

from ...graph.errors import InputError
from ..source import Format, SourceText
from .formats import recognise

# Far above any opinion (a 1,000-page scan is about 100 MB); below what would exhaust a small machine's memory.
MAX_BYTES = 200_000_000


def read(path: Path | str, *, password: str | None = None) -> SourceText:
    """The text of the document at `path`, with its pages, marks and offset map. `password` opens a locked PDF.

    Raises InputError: missing or unreadable file, empty, larger than 200 MB, of no known format, damaged, locked, without text.
    """
    path = Path(path)
    if path.is_dir():
        raise InputError("This is a directory, not a document.", where=str(path), cure="Name the files to read, for instance with *.pdf.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(str(path), path.stat().st_size)
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("There is no such file.", where=str(path), cure="Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"The file cannot be read: {reason}.", where=str(path), cure="Check its permissions.") from None
    return read_bytes(str(path), data, password=password)


def read_bytes(name: str, data: bytes, *, password: str | None = None) -> SourceText:
    """The same for a document already in memory; `name` (a file name) helps to tell its format and stands in errors."""
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    if not data:
        raise InputError("The file is empty.", where=name, cure="Check that it was downloaded or copied whole.")
    source = _read_as(recognise(name, data), name, data, password)
    if not source.text.strip():
        raise InputError("The document holds no text, only white space.", where=name, cure="Check that it is the right file.")
    return source


def _read_as(kind: Format, name: str, data: bytes, password: str | None) -> SourceText:
    # Each reader is imported only when its format comes: lxml and pypdfium2 are slow to load.
    match kind:
        case "pdf":
            from .pdf import read_pdf

            return read_pdf(name, data, password)
        case "html":
            from .html import read_html

            return read_html(name, data)
        case "docx":
            from .docx import read_docx

            return read_docx(name, data)
        case "dila-xml":
            from .dila import read_dila

            return read_dila(name, data)
        case "txt":
            from .txt import read_txt

            return read_txt(name, data)


def _too_large(where: str, size: int) -> InputError:
    return InputError(
        f"The file is {size / 1e6:.0f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB.",
        where=where,
        cure="Give the opinion alone, or its text without images.",
    )
