"""The structure of other bodies' documents, where they lie beside the project: nothing lost, and what a reader sees at once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from renvois.loaders.document import Document
from renvois.loaders.read import read
from renvois.loaders.structure import structure

DOCS = Path(__file__).parents[3] / "shared" / "dev" / "docs"
pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="the documents of ../shared/dev are not here")


def of(name: str) -> Document:
    return structure(read(DOCS / name))


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.[tp][xd][tf]")), ids=lambda path: path.name)
def test_nothing_is_lost(path: Path) -> None:
    doc = structure(read(path))
    assert doc.pieces[0].start == 0
    assert doc.pieces[-1].end == len(doc.source.text)
    assert all(a.end == b.start for a, b in pairwise(doc.pieces))


@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_a_decision_with_numbered_paragraphs_and_bulleted_recommendations(kind: str) -> None:
    doc = of(f"ddd-lcd-2011-63.{kind}")
    assert [p.number for p in doc.paragraphs if p.number] == list(range(1, 45))
    assert [r.body.clean.text.split()[0] for r in doc.recommendations] == ["Réexaminer", "Mettre", "Veiller"]
    assert [(n.number, n.call_container) for n in doc.footnotes] == [(1, "p34"), (2, "p35")]


def test_a_brief_with_a_table_of_contents() -> None:
    doc = of("article19-intervention-2015.txt")
    tops = [s.id for s in doc.sections if s.level == 1]
    assert tops == ["I", "II", "pieces-produites"]
    assert [s.id for s in doc.sections if s.parent == "II"] == ["II.1", "II.2", "II.3"]
    assert len(doc.footnotes) == 45
    assert all(n.call_offset is not None for n in doc.footnotes)


def test_a_circular_with_notes_on_every_page() -> None:
    doc = of("circulaire-lanceurs-alerte-2024.pdf")
    assert [n.number for n in doc.footnotes if n.call_offset is None] == []
    assert [n.number for n in doc.footnotes] == list(range(1, 50))
    assert [s.id for s in doc.sections if s.level == 1] == ["introduction-generale", "I", "II", "III", "IV", "annex1"]


def test_a_deliberation_with_unnumbered_titles() -> None:
    doc = of("cnil-deliberation-2012-138.txt")
    assert [s.title.split()[0] for s in doc.sections[1:]] == ["Sur"] * 7
    assert (doc.facts.cote, doc.facts.adopted_on) == ("2012-138", "2012-05-03")
