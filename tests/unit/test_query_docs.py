"""The documentation of the canned queries says what the files say."""

from __future__ import annotations

from pathlib import Path

from renvois.queries.catalog import load_catalog
from renvois.queries.docs import catalogue_page

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalogue_page(load_catalog()), "run: python -m renvois.queries.docs docs/queries.md"


def test_every_query_and_parameter_is_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for query in load_catalog():
        section = text.split(f"\n## {query.id}\n")[1].split("\n## ")[0]
        assert query.question.fr in section and query.question.en in section
        assert all(f"- `{p.name}` (" in section for p in query.parameters)
