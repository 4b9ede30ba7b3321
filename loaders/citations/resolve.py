"""Resolving: ordered steps, each of which completes what the one before could not know from the words alone."""

from __future__ import annotations

from ..document import Document
from .found import Found, Resolver
from .instruments import resolve_instruments
from .unite import unite_works

RESOLVERS: tuple[Resolver, ...] = (resolve_instruments, unite_works)


def resolve(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Runs every resolver in order; what stays without a source keeps the reason why."""
    for resolver in RESOLVERS:
        found = resolver(document, found)
    return found
