"""Resolving: ordered steps, each of which completes what the one before could not know from the words alone."""

from __future__ import annotations

from ..document import Document
from .documents import resolve_documents
from .found import Found, Resolver
from .instruments import resolve_instruments
from .model import Source
from .unite import unite_works

# After the instruments.
RESOLVERS: tuple[Resolver, ...] = (unite_works, resolve_documents)


def resolve(document: Document, found: tuple[Found, ...], context: Source | None = None) -> tuple[Found, ...]:
    """Runs every resolver in order; what stays without a source keeps the reason why. For `context` see extract."""
    found = resolve_instruments(document, found, context)
    for resolver in RESOLVERS:
        found = resolver(document, found)
    return found
