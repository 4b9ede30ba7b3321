"""International and European documents: conclusions of advocates general, committees, resolutions, decisions without a number."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(r.surface, r.kind, r.source.id if r.source else None) for r in extract_text(text)]


def test_conclusions_are_no_judgment_and_their_day_is_not_its_day() -> None:
    text = "Conclusions de l’avocat général M. Cruz Villalón, présentées le 12 décembre 2013, aff. C-293/12."
    (conclusions, case) = extract_text(text)
    assert (conclusions.kind, conclusions.canonical) == ("other", "conclusions Cruz Villalón du 12 décembre 2013, aff. C-293/12")
    assert case.source and (case.source.id, case.source.date) == ("case:eu/C-293/12", None)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        (
            "L’avocat général Campos Sánchez-Bordona, dans ses conclusions du 15 janvier 2020 dans l’affaire C-511/18, le propose.",
            "conclusions du 15 janvier 2020",
        ),
        ("Voir les conclusions de Mme Juliane Kokott du 8 mai 2008, aff. C-73/07.", "conclusions de Mme Juliane Kokott du 8 mai 2008"),
    ],
)
def test_conclusions_by_their_author(text: str, surface: str) -> None:
    assert surface in [words for words, _, target in found(text) if target and target.startswith("conclusions:eu/C-")]


@pytest.mark.parametrize("text", ["Les conclusions du rapporteur public sont contraires.", "Les conclusions du 3 mars 2020 sont adoptées."])
def test_other_conclusions_are_no_documents(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Recommandation générale n° 35 du Comité CEDAW.", "general-comment:cedaw/35"),
        ("Observation générale n° 24 (2017) du Comité des droits de l’enfant.", "general-comment:crc-onu/24"),
        ("Recommandation 1962 (2011) de l’APCE.", "avis:apce/1962"),
        ("la résolution 70/1 de l’Assemblée générale", "resolution:ag-onu/70/1"),
        ("Voir A/RES/70/1.", "resolution:ag-onu/70/1"),
        ("Groupe de travail sur la détention arbitraire, avis n° 46/2015.", "avis:gtda/46/2015"),
        ("La résolution 1325 (2000) du Conseil de sécurité.", "resolution:conseil-securite/1325"),
    ],
)
def test_committees_and_assemblies(text: str, target: str) -> None:
    assert [identifier for _, _, identifier in found(text)] == [target]


def test_the_next_case_of_a_court_that_numbers_none() -> None:
    text = "CIJ, Activités militaires au Nicaragua, 27 juin 1986, et Plates-formes pétrolières, 6 novembre 2003."
    assert [(surface, kind) for surface, kind, _ in found(text)] == [
        ("CIJ, Activités militaires au Nicaragua, 27 juin 1986", "case"),
        ("Plates-formes pétrolières, 6 novembre 2003", "case"),
    ]


def test_an_advisory_opinion_of_the_international_court_is_its_own() -> None:
    (opinion,) = extract_text("CIJ, Avis consultatif du 9 juillet 2004.")
    assert (opinion.kind, opinion.canonical) == ("case", "CIJ, Avis consultatif, 9 juillet 2004")
