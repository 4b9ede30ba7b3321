"""The errors a user can meet: each says what was wrong, where, and what to do."""

from __future__ import annotations


class RenvoisError(Exception):
    """The base of every error Renvois raises on purpose; the command line prints it and exits with 2.

    `what` is a full sentence; `where` names the file, page, offset, query or server; `cure` says what to do.
    """

    def __init__(self, what: str, *, where: str | None = None, cure: str | None = None) -> None:
        self.what, self.where, self.cure = what, where, cure
        super().__init__(" — ".join(part for part in (where, what, cure) if part))


class InputError(RenvoisError):
    """A document that cannot be read: missing, empty, truncated, locked, without text, of no known format."""


class SchemaError(RenvoisError):
    """A declaration, node or relationship that the schema does not allow."""


class StoreError(RenvoisError):
    """A store that cannot be opened, written or reached; the store is as it was before."""


class QueryError(RenvoisError):
    """A query, canned or free, that is unknown, badly parametered, refused or failed."""
