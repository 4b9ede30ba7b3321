"""Reading a document of any supported format into one SourceText."""

from __future__ import annotations

from .files import read, read_bytes

__all__ = ["read", "read_bytes"]
