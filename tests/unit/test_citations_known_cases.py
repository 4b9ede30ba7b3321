"""Decisions that texts cite by their name alone, and names that are none."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def cases(text: str) -> list[tuple[str, str]]:
    return [(r.surface, r.canonical) for r in extract_text(text) if r.kind == "case"]


@pytest.mark.parametrize(
    ("text", "surface", "canonical"),
    [
        ("La jurisprudence Nicolo a consacré la primauté.", "jurisprudence Nicolo", "CE, Nicolo, 20 octobre 1989, n° 108243"),
        ("L’affaire Perruche reste célèbre.", "affaire Perruche", "Cass., ass. plén., Perruche, 17 novembre 2000, n° 99-13.701"),
        ("Une loi est exigée (Malone, précité, § 68).", "Malone, précité, § 68", "CEDH, Malone c. Royaume-Uni, 2 août 1984, n° 8691/79"),
        ("En 2020, dans Schrems II, la Cour le redit.", "Schrems II", "CJUE, Facebook Ireland et Schrems, 16 juillet 2020, aff. C-311/18"),
        ("L’arrêt Kudla protège les détenus.", "arrêt Kudla", "CEDH, Kudła c. Pologne, 26 octobre 2000, n° 30210/96"),
    ],
)
def test_a_well_known_decision_goes_by_its_name(text: str, surface: str, canonical: str) -> None:
    assert (surface, canonical) in cases(text)


def test_what_the_document_cites_goes_before_what_everybody_knows() -> None:
    text = "CEDH, Malone c. Irlande, 3 mai 2001, n° 41234/98. Selon l’arrêt Malone, § 12, la loi doit être claire."
    assert [canonical for _, canonical in cases(text)] == ["CEDH, Malone c. Irlande, 3 mai 2001, n° 41234/98"] * 2


@pytest.mark.parametrize(
    "text",
    ["La société Schrems II Ltd exporte.", "M. Nicolo habite ici.", "L’affaire Durand est en cours.", "Le port de Tele2 est ouvert."],
)
def test_a_name_that_is_no_decision(text: str) -> None:
    assert cases(text) == []


def test_a_case_called_back_that_is_nowhere_cited_is_seen_and_unresolved() -> None:
    text = "CEDH, Klass c. Allemagne, 6 septembre 1978, n° 5029/71. La loi doit être claire (Duval, précité, § 12)."
    found = next(r for r in extract_text(text) if r.surface.startswith("Duval"))
    assert (found.canonical, found.source) == ("Duval", None)


def test_the_title_of_a_law_does_not_cite_it_again() -> None:
    text = "L’ordonnance n° 58-1270 du 22 décembre 1958 portant loi organique relative au statut de la magistrature le prévoit."
    assert [r.surface for r in extract_text(text)] == ["ordonnance n° 58-1270 du 22 décembre 1958"]
    assert [r.surface for r in extract_text("Le statut de la magistrature le prévoit.")] == ["statut de la magistrature"]


def test_numbered_opinions_are_no_opinion() -> None:
    assert extract_text("Les avis numérotés sont publics.") == ()
