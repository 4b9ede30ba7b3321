"""docker-compose.yml, without a container engine: what it must say for a server that is private, durable and really ready."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.neo4j_server import VERSION


@pytest.fixture
def compose() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "docker-compose.yml").read_text(encoding="utf-8"))
    return content


@pytest.fixture
def neo4j(compose: dict[str, Any]) -> dict[str, Any]:
    (service,) = compose["services"].values()
    assert isinstance(service, dict)
    return service


def test_the_image_is_the_one_the_tests_run(neo4j: dict[str, Any]) -> None:
    assert neo4j["image"] == f"neo4j:{VERSION}-community"


def test_only_this_machine_reaches_it(neo4j: dict[str, Any]) -> None:
    assert sorted(neo4j["ports"]) == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]


def test_the_graph_outlives_the_container(compose: dict[str, Any], neo4j: dict[str, Any]) -> None:
    volumes = dict(volume.split(":") for volume in neo4j["volumes"])
    assert set(volumes) == set(compose["volumes"]), "named volumes only"
    assert "/data" in volumes.values()


def test_a_password_must_be_given(neo4j: dict[str, Any]) -> None:
    assert re.fullmatch(r"neo4j/\$\{RENVOIS_NEO4J_PASSWORD:\?.+\}", neo4j["environment"]["NEO4J_AUTH"])


def test_the_container_sees_settings_only(neo4j: dict[str, Any]) -> None:
    """The image refuses to start on a NEO4J_* variable that is no setting."""
    settings = set(neo4j["environment"]) - {"NEO4J_AUTH"}
    assert settings == {
        "NEO4J_server_memory_heap_initial__size",
        "NEO4J_server_memory_heap_max__size",
        "NEO4J_server_memory_pagecache_size",
        "NEO4J_dbms_usage__report_enabled",
    }
    assert "env_file" not in neo4j


def test_healthy_means_that_bolt_answers(neo4j: dict[str, Any]) -> None:
    check = neo4j["healthcheck"]
    assert "cypher-shell" in check["test"][1]
    assert int(check["timeout"].removesuffix("s")) >= 20
