"""Opening a store by its address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from .store import Store

type Access = Literal["read", "write"]


def open_store(
    address: str | Path,
    *,
    access: Access = "write",
    database: str | None = None,
    user: str | None = None,
    password: Callable[[], str] | None = None,
) -> Store:
    """The store at a directory (Grafeo), or at a server's address: bolt://, neo4j://, neo4j+s:// and so on (Neo4j).

    `access="write"` makes the store where there is none; `database`, `user` and `password` are for Neo4j: the user is otherwise
    RENVOIS_NEO4J_USER ('neo4j'), the password RENVOIS_NEO4J_PASSWORD; `password` is called where that is not set.
    StoreError where it cannot be opened, is no store, or is one of another version. Use it in a `with`.
    """
    if isinstance(address, str) and "://" in address:
        from .neo4j import Neo4jStore

        return Neo4jStore(address, access, database=database, user=user, password=password)
    from .embedded import EmbeddedStore

    return EmbeddedStore(Path(address), access)
