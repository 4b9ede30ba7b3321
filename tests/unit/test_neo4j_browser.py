"""The guide for Neo4j Browser: favourites that run as they are, and a style that covers the schema."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from renvois.graph.exports.grass import to_grass
from renvois.graph.schema import SCHEMA
from renvois.queries.browser import FAVOURITES, guide
from renvois.queries.catalog import load_catalog


def favourites() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(guide(load_catalog())[FAVOURITES])) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_every_canned_query_is_a_favourite_with_a_name_of_its_own() -> None:
    files = favourites()
    assert {q.id for q in load_catalog()} == {name.removesuffix(".cypher") for name in files if "-image" not in name}
    names = [text.splitlines()[0] for text in files.values()]
    assert len(set(names)) == len(names)
    assert all(re.match(r"// \S", name) for name in names)


@pytest.mark.parametrize("name", sorted(favourites()))
def test_a_favourite_gives_every_parameter_before_its_statement(name: str) -> None:
    lines = [line for line in favourites()[name].splitlines() if not line.startswith("//")]
    given = {re.match(r":param (\w+) => .+;$", line)[1] for line in lines if line.startswith(":param")}  # type: ignore[index]
    statement = "\n".join(line for line in lines if not line.startswith(":param"))
    assert set(re.findall(r"\$(\w+)", statement)) <= given
    assert statement.count(";") == 1 and statement.endswith(";")
    assert lines.index(statement.splitlines()[0]) == len(given), "parameters come first"


def test_what_is_asked_stands_ready_to_be_changed() -> None:
    text = favourites()["underpinning.cypher"]
    assert ":param recommendation => 24;" in text
    assert ":param avis => '';" in text


def test_the_style_has_the_colour_of_every_label() -> None:
    style = to_grass()
    for node_type in SCHEMA.node_types:
        rule = re.search(rf"node\.{node_type.label} \{{(.*?)\n\}}", style, re.DOTALL)
        assert rule and f"color: {node_type.colour};" in rule[1]
    assert style.count("{\n") == style.count("\n}")
    assert 'caption: "{grade}"' in style
