"""What several test folders share: a real Neo4j. Its place here also makes tests/support importable as `support`."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from support import neo4j_server


@pytest.fixture(scope="session")
def neo4j_server_process() -> Iterator[neo4j_server.Server]:
    """One server for the whole run; skipped where there can be none, unless RENVOIS_REQUIRE_NEO4J makes that a failure."""
    try:
        with neo4j_server.running_server() as server:
            yield server
    except neo4j_server.UnavailableError as why:
        if os.environ.get("RENVOIS_REQUIRE_NEO4J") == "1":
            pytest.fail(f"RENVOIS_REQUIRE_NEO4J=1, and Neo4j cannot run: {why}")
        pytest.skip(f"tests on Neo4j skipped: {why}")


@pytest.fixture(scope="module")
def neo4j_server_wiped(neo4j_server_process: neo4j_server.Server) -> Iterator[neo4j_server.Server]:
    """The server, its database empty, its credentials in the environment as a user gives them."""
    neo4j_server.wipe(neo4j_server_process)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("RENVOIS_NEO4J_USER", neo4j_server_process.user)
        environment.setenv("RENVOIS_NEO4J_PASSWORD", neo4j_server_process.password)
        yield neo4j_server_process
