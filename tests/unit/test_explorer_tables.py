"""The tables: what each recommendation rests on and whom it concerns, counted as a reader would."""

from __future__ import annotations

import pytest
from support import opinions

from renvois.explorer.material import Material
from renvois.explorer.tables import body_rows, finding_rows, recommendation_rows, source_rows


@pytest.fixture
def material() -> Material:
    opinion = opinions.opinion()
    return Material.of(opinion.graph(), opinion.document(), "fr")


def test_bases_come_by_grade_and_the_same_section_is_no_basis(material: Material) -> None:
    rows = recommendation_rows(material)
    assert [(b.name, b.tag) for b in rows[0].bases] == [
        ("art. 375-5 du code civil", "A"), ("CEDH, V.C.L. c. Royaume-Uni", "B"), ("Convention relative aux droits de l’enfant", "B"),
    ]  # fmt: skip
    assert [(b.tag, b.weak) for b in rows[1].bases] == [("B faible", True), ("X", False)]
    assert rows[2].bases == () and [b.name for b in rows[2].same_section] == ["rapport du Défenseur des droits (2030)"]
    assert rows[3].bases == rows[3].same_section == rows[3].bodies == ()


def test_an_institution_stands_once_with_all_its_roles() -> None:
    opinion = opinions.opinion()
    opinion.role(1, "ASSIGNS", "inst:justice", "ministère de la Justice")
    row = recommendation_rows(Material.of(opinion.graph(), opinion.document(), "fr"))[0]
    assert [(b.name, b.tag) for b in row.bodies] == [("ministère de la Justice", "s’adresse à, confie à")]


def test_an_inferred_role_says_so(material: Material) -> None:
    assert [(b.name, b.tag, b.weak) for b in recommendation_rows(material)[2].bodies] == [("Défenseur des droits", "associe, déduit", True)]


def test_sources_count_the_body_alone(material: Material) -> None:
    rows = {row.name: row for row in source_rows(material)}
    article = rows["art. 375-5 du code civil"]
    assert ([c.name for c in article.citations], [r.name for r in article.rests]) == (["Recommandation 1"], ["R1"])
    report = rows["rapport du Défenseur des droits (2030)"]
    assert (report.rests, report.same_section, report.normative) == ((), 1, False)


def test_institutions_come_by_load(material: Material) -> None:
    assert [(row.acronym or row.name, row.load, row.mentions) for row in body_rows(material)] == [
        ("DDD", 1, 3), ("ministère de la Justice", 1, 1), ("PJJ", 1, 2),
    ]  # fmt: skip


def test_a_finding_gives_both_readings(material: Material) -> None:
    (row,) = finding_rows(material)
    assert (row.quote, row.suggestion, row.certainty) == ("article 375-55", "L’article 375-3 est sans doute visé.", "probable")
