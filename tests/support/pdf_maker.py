"""Minimal PDF files: pages of text placed by hand, set in a standard font that needs no embedding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """`text` from the point (x, y), in points from the lower left corner of an A4 page; `rise` lifts it as word processors do notes."""

    x: float
    y: float
    text: str
    size: float = 11
    rise: float = 0


def make_pdf(pages: Sequence[Sequence[Words]], *, info: str = "", catalog: str = "") -> bytes:
    """A PDF whose pages draw the words in the order given."""
    count = len(pages)
    page_ids = range(4, 4 + count)
    kids = " ".join(f"{i} 0 R" for i in page_ids)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *(_page(4 + count + i) for i in range(count)),
        *(_stream(words) for words in pages),
        f"<< {info} >>".encode("latin-1"),
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, trailer, len(body))


def lines(*texts: str, top: float = 780, leading: float = 14) -> list[Words]:
    """One line of text under the other."""
    return [Words(70, top - leading * i, text) for i, text in enumerate(texts) if text]


def _page(content: int) -> bytes:
    resources = "<< /Font << /F1 3 0 R >> >>"
    return f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents {content} 0 R >>".encode()


def _stream(words: Sequence[Words]) -> bytes:
    drawn = b"0 0 m 1 1 l S\n" + b"".join(_draw(w) for w in words)
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)


def _draw(words: Words) -> bytes:
    escaped = words.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (words.size, words.x, words.y + words.rise, escaped)
