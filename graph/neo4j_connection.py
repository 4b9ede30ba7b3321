"""Reaching a Neo4j server: its address, who connects, and what its failures mean, with their cures."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from .errors import StoreError

if TYPE_CHECKING:
    from neo4j import Driver
    from neo4j.exceptions import DriverError, Neo4jError

USER, PASSWORD = "RENVOIS_NEO4J_USER", "RENVOIS_NEO4J_PASSWORD"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
# Seconds: how long a server may take to answer at all, and how long a transaction is tried again after a passing failure.
CONNECTING, RETRYING = 10.0, 15.0
# The oldest server whose Cypher the queries are written in; 2025 and later count on from 5.
OLDEST = 5
# What to do about an error of the server, by a part of its code (Neo4j status codes).
_CURES = {
    "DatabaseNotFound": "Name a database that exists.",
    "DatabaseUnavailable": "Start that database, or name another one.",
    "CredentialsExpired": f"The password must be changed first: ALTER CURRENT USER SET PASSWORD in Neo4j Browser, then {PASSWORD}.",
    "AuthenticationRateLimit": "Too many failures: wait a few seconds, then check the user and the password.",
    "Forbidden": "This user may not do that: ask for the right to read, or to write (role editor, then publisher for the schema).",
    "ProcedureCallFailed": "If the full-text index is missing, build any document again: renvois build FILE --neo4j ADDRESS adds it.",
    "WriteOnReadOnlyAccessDatabase": "This database is read-only: name another one, or have it opened for writing.",
}


def checked_address(address: str) -> str:
    """The address, without a final slash; StoreError if it holds credentials (it is shown in messages) or is of no known scheme."""
    parts = urlsplit(address)
    if "@" in parts.netloc:
        where = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        raise StoreError("The address holds a user or a password.", where=where, cure=f"Put them in {USER} and {PASSWORD}.")
    if parts.scheme not in SCHEMES or not parts.hostname or not _has_good_port(parts):
        raise StoreError(
            "This is no address of a Neo4j server.", where=address, cure="Write it as bolt://127.0.0.1:7687 or neo4j+s://host."
        )
    return address.rstrip("/")


def _has_good_port(parts: SplitResult) -> bool:
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def connect(address: str, user: str | None, password: Callable[[], str] | None) -> Driver:
    """A driver, which has not spoken to the server yet. StoreError where there is no password."""
    from neo4j import GraphDatabase, NotificationMinimumSeverity

    name = user or os.environ.get(USER) or "neo4j"
    secret = os.environ.get(PASSWORD)
    if secret is None:
        if password is None:
            raise StoreError("There is no password for Neo4j.", where=address, cure=f"Set {PASSWORD} (and {USER} unless it is 'neo4j').")
        secret = password()
    return GraphDatabase.driver(
        address,
        auth=(name, secret),
        connection_timeout=CONNECTING,
        connection_acquisition_timeout=CONNECTING * 2,
        max_transaction_retry_time=RETRYING,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )


def version(agent: str) -> tuple[str, int] | None:
    """The version a server says it is, and its first number: 'Neo4j/5.26.28' gives ('5.26.28', 5); None for another program."""
    name, _, number = agent.partition("/")
    first = number.partition(".")[0]
    return (number, int(first)) if name == "Neo4j" and first.isdigit() else None


def too_old(number: str, where: str) -> StoreError:
    return StoreError(f"The server is Neo4j {number}; Renvois needs Neo4j {OLDEST} or later.", where=where, cure="Upgrade it.")


@contextmanager
def store_errors(where: str) -> Iterator[None]:
    """The driver's errors as ours."""
    from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

    try:
        yield
    except (ServiceUnavailable, SessionExpired, OSError) as error:
        cure = "Start the server, check the address and port, then try again: what was being loaded was left out as a whole."
        raise StoreError(f"Neo4j does not answer: {first_line(error)}", where=where, cure=_secure(error) or cure) from error
    except ConfigurationError as error:
        raise StoreError(f"The connection is not set right: {first_line(error)}", where=where, cure="Check the address.") from error
    except (Neo4jError, DriverError) as error:
        raise _failure(error, where) from error


def first_line(error: BaseException) -> str:
    return str(getattr(error, "message", None) or error).partition("\n")[0]


def _failure(error: Neo4jError | DriverError, where: str) -> StoreError:
    code = str(getattr(error, "code", None) or "")
    if code.endswith(("Unauthorized", "AuthenticationFailed")):
        cure = f"Set {USER} and {PASSWORD} (a server refuses everyone for a while after several failures)."
        return StoreError("Neo4j refused the user or the password.", where=where, cure=cure)
    cure = _CURES.get(code.rpartition(".")[2], "Nothing was changed.")
    return StoreError(f"Neo4j failed: {first_line(error)}", where=where, cure=cure)


def _secure(error: BaseException | None) -> str | None:
    """What to do where the failure is one of TLS."""
    from ssl import SSLCertVerificationError, SSLError

    while error is not None:
        if isinstance(error, SSLCertVerificationError):
            return "The certificate is not trusted here: install its authority, or write bolt+ssc:// or neo4j+ssc:// to trust it anyway."
        if isinstance(error, SSLError):
            return "The server speaks without TLS on this port: write bolt:// or neo4j://, or ask for its port with TLS."
        error = error.__cause__ or error.__context__
    return None
