"""The documentation of the canned queries says what the files say."""

from __future__ import annotations

import re
from pathlib import Path

from renvois.queries.catalog import load_catalog, parse_query
from renvois.queries.docs import catalogue_page, writing_page

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "queries.md"


def test_the_pages_are_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalogue_page(load_catalog()), "run: python -m renvois.queries.docs docs"
    assert (DOCS / "cypher.md").read_text(encoding="utf-8") == writing_page(), "run: python -m renvois.queries.docs docs"


def test_the_example_of_the_page_is_a_good_file() -> None:
    found = re.search(r"```cypher\n(.*?)```", writing_page(), re.DOTALL)
    assert found is not None
    assert parse_query(found[1], "codes.cypher").id == "codes"


def test_every_query_and_parameter_is_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for query in load_catalog():
        section = text.split(f"\n## {query.id}\n")[1].split("\n## ")[0]
        assert query.question.fr in section and query.question.en in section
        assert all(f"- `{p.name}` (" in section for p in query.parameters)
