"""Decisions called by their days: several behind one noun, and a day alone that only the document can explain."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def cases(text: str) -> list[tuple[str, str | None]]:
    return [(r.surface, r.source.id if r.source else None) for r in extract_text(text) if r.kind == "case"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La Cour de cassation, dans ses arrêts des 3 juin 2011 et 15 février 2012, a retenu cette solution.",
            ["case:fr/cass/2011-06-03", "case:fr/cass/2012-02-15"],
        ),
        (
            "Deux arrêts de la chambre sociale du 25 février 1992 et du 19 décembre 2000.",
            ["case:fr/cass/1992-02-25", "case:fr/cass/2000-12-19"],
        ),
        (
            "Les jugements du tribunal administratif de Paris des 4 et 11 mars 2019 ont été annulés.",
            ["case:fr/ta/paris/2019-03-04", "case:fr/ta/paris/2019-03-11"],
        ),
        (
            "Les arrêts rendus les 7 février 2012 et 3 mars 2015 par la première chambre civile sont constants.",
            ["case:fr/cass/2012-02-07", "case:fr/cass/2015-03-03"],
        ),
        (
            "La CEDH, par ses arrêts des 10 mars 2009 (Anakomba Yula c. Belgique, n° 45413/07) et 12 juillet 2011, juge ainsi.",
            ["ECLI:CE:ECHR:2009:0310JUD004541307", "case:echr/2011-07-12"],
        ),
        (
            "Des arrêts rendus le 21 décembre 2016 par la Cour de justice (Tele2 Sverige, C-203/15) et le 6 octobre 2020.",
            ["case:eu/C-203/15", "case:eu/2020-10-06"],
        ),
    ],
)
def test_each_day_behind_a_plural_is_a_decision(text: str, expected: list[str]) -> None:
    assert [target for _, target in cases(text)] == expected


def test_the_bench_is_cited_as_written() -> None:
    (reference, _) = extract_text("Des arrêts de la première chambre civile des 7 février 2012 et 3 mars 2015.")
    assert reference.canonical == "Cass., première chambre civile, 7 février 2012"


def test_a_day_alone_is_the_decision_that_the_document_cites() -> None:
    cited = "La Cour de justice l’a jugé (CJUE, 6 octobre 2020, La Quadrature du Net, C-511/18). "
    for words in ("Les arrêts du 6 octobre 2020", "La décision du 6 octobre 2020", "L’arrêt du 6 octobre 2020"):
        assert cases(f"{cited}{words} le confirme.")[1][1] == "case:eu/C-511/18"
    assert len(cases(f"{cited}Le jugement du 6 octobre 2020 le confirme.")) == 1


def test_decisions_of_others_on_that_day_are_no_court_s() -> None:
    text = "Voir CE, 3 juin 2015, n° 381000. La décision du 3 juin 2015 du préfet, puis la décision du 3 juin 2015, prise par le maire."
    assert cases(text) == [("CE, 3 juin 2015, n° 381000", "case:fr/ce/381000")]
    assert not cases("Les décisions du 12 mars et du 4 mai 2021 du directeur général sont annulées.")


def test_a_day_that_nothing_explains_stays_open_and_says_why() -> None:
    references = extract_text("Les arrêts du 6 octobre 2020 et du 2 mars 2021 vont en ce sens.")
    assert [(r.surface, r.source) for r in references] == [("arrêts du 6 octobre 2020", None), ("2 mars 2021", None)]
    assert {r.unresolved for r in references} == {"aucune décision de ce jour n’est citée avec sa juridiction"}


def test_a_day_on_which_somebody_else_decided_too_tells_nothing() -> None:
    text = "Il conteste la décision du 4 mai 2021. CE, 4 mai 2021, n° 450000. La décision du 4 mai 2021 est confirmée."
    assert cases(text) == [("CE, 4 mai 2021, n° 450000", "case:fr/ce/450000")]


def test_opinions_of_one_body_by_their_days() -> None:
    opinions = [r for r in extract_text("Dans ses avis des 22 mai 2014 et 26 mai 2020, la CNCDH le dit.") if r.kind == "prior_avis"]
    assert [r.source.id for r in opinions if r.source] == ["avis:cncdh/2014-05-22/avis", "avis:cncdh/2020-05-26/avis"]
    text = "La CNIL, dans ses délibérations du 3 mars 2011 et du 4 mai 2012, et le CGLPL, dans ses avis des 3 et 4 mai 2018, le disent."
    found = [r.source.id for r in extract_text(text) if r.kind == "prior_avis" and r.source]
    expected = ["avis:cnil/2011-03-03/deliberation", "avis:cnil/2012-05-04/deliberation"]
    assert found == [*expected, "avis:cglpl/2018-05-03/avis", "avis:cglpl/2018-05-04/avis"]
