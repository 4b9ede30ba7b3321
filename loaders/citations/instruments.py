"""Resolving what is normative: laws known by their date, bare articles, "du même code"."""

from __future__ import annotations

from ..document import Document
from .found import Found


def resolve_instruments(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    return found
