"""Minimal PDF files: pages of text placed by hand, set in a standard font that needs no embedding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5


@dataclass(frozen=True)
class Words:
    """`text` from the point (x, y), in points from the lower left corner of an A4 page; `rise` lifts it as word processors do notes."""

    x: float
    y: float
    text: str
    size: float = 11
    rise: float = 0


# Standard security handler, revision 2 (PDF 32000-1, 7.6.3): the padding of passwords, a file identifier, all permissions.
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_FILE_ID = bytes(16)


def make_pdf(pages: Sequence[Sequence[Words]], *, info: str = "", catalog: str = "", password: str = "") -> bytes:
    """A PDF whose pages draw the words in the order given; `password` locks it."""
    count = len(pages)
    key, lock = _locks(password) if password else (b"", b"")
    page_ids = range(4, 4 + count)
    kids = " ".join(f"{i} 0 R" for i in page_ids)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *(_page(4 + count + i) for i in range(count)),
        *(_stream(words, key and _object_key(key, 4 + count + i)) for i, words in enumerate(pages)),
        f"<< {info} >>".encode("latin-1"),
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R %s >>" % (len(objects) + 1, len(objects), lock)
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, trailer, len(body))


def lines(*texts: str, top: float = 780, leading: float = 14) -> list[Words]:
    """One line of text under the other."""
    return [Words(70, top - leading * i, text) for i, text in enumerate(texts) if text]


def _page(content: int) -> bytes:
    resources = "<< /Font << /F1 3 0 R >> >>"
    return f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents {content} 0 R >>".encode()


def _stream(words: Sequence[Words], key: bytes) -> bytes:
    drawn = b"0 0 m 1 1 l S\n" + b"".join(_draw(w) for w in words)
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), _rc4(key, drawn) if key else drawn)


def _locks(password: str) -> tuple[bytes, bytes]:
    """The file's key, and the trailer's entries that ask for the password."""
    padded = (password.encode("latin-1") + _PADDING)[:32]
    owner = _rc4(md5(padded).digest()[:5], padded)
    key = md5(padded + owner + b"\xff\xff\xff\xff" + _FILE_ID).digest()[:5]
    user = _rc4(key, _PADDING)
    entries = b"/Filter /Standard /V 1 /R 2 /P -1 /O <%s> /U <%s>" % (owner.hex().encode(), user.hex().encode())
    return key, b"/ID [<%s> <%s>] /Encrypt << %s >>" % (_FILE_ID.hex().encode(), _FILE_ID.hex().encode(), entries)


def _object_key(key: bytes, number: int) -> bytes:
    return md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j, i, out = list(range(256)), 0, 0, bytearray()
    for k in range(256):
        j = (j + state[k] + key[k % len(key)]) % 256
        state[k], state[j] = state[j], state[k]
    j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _draw(words: Words) -> bytes:
    escaped = words.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (words.size, words.x, words.y + words.rise, escaped)
