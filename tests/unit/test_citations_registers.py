"""Registers and notes: ISO dates, lost hyphens, courts by their town, constitutional articles and numbers as notes shorten them."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def canonicals(text: str) -> list[str]:
    return [r.canonical for r in extract_text(text)]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Textes appliqués : Circulaire 1998-03-12", "circulaire du 12 mars 1998"),
        ("Textes appliqués : Décret 82-440 1982-05-24 art. 7", "décret n° 82-440 du 24 mai 1982, art. 7"),
        ("Textes appliqués : Ordonnance 1945-11-02 art. 5", "ordonnance n° 45-2658 du 2 novembre 1945, art. 5"),
        ("Garantie du juge (art. 66 Constitution).", "Constitution du 4 octobre 1958, art. 66"),
        ("Voir 2019-780-DC.", "Conseil constitutionnel, n° 2019-780 DC"),
        ("Reims, 3 mars 2010, n° 09/01234, inédit.", "CA Reims, 3 mars 2010, n° 09/01234"),
        (
            "Loi organique n° 2010-837 du 23 juillet 2010 relative à l’application des articles 13, 56 et 65 de la Constitution, article 3.",
            "loi organique n° 2010-837 du 23 juillet 2010, art. 3",
        ),
    ],
)
def test_what_registers_and_notes_shorten_is_read(text: str, canonical: str) -> None:
    assert canonical in canonicals(text)


@pytest.mark.parametrize(
    "text",
    [
        "Paris, le 3 mars 2010, n° 09/01234",
        "La réunion s’est tenue à Rennes, 3 mars 2010, au siège.",
        "Une demande d’avis n° 19001234 a été reçue.",
        "Le plan des projets de loi relatifs aux états de crise est arrêté.",
        "En 2009?403 personnes avaient répondu.",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert not extract_text(text)


def test_a_lost_hyphen_is_read_as_one_and_told() -> None:
    law, decision = extract_text("Loi n° 2011?525 du 17 mai 2011 ; décision n° 2011?629 DC du 12 mai 2011.")
    assert law.canonical == "loi n° 2011-525 du 17 mai 2011"
    assert decision.canonical == "Conseil constitutionnel, 12 mai 2011, n° 2011-629 DC"
    assert [f.kind for f in (*law.findings, *decision.findings)] == ["typo", "typo"]


def test_a_joined_decision_is_found_again_by_one_of_its_numbers() -> None:
    first, again = extract_text("Décision n° 2011-135/140 QPC du 9 juin 2011. Il était à l’initiative de la QPC n° 2011/140.")
    assert first.source == again.source


def test_a_bill_to_adapt_the_law_is_read_with_its_title() -> None:
    bill = extract_text("Saisie d’un projet de loi d’adaptation au droit de l’Union européenne de la loi n° 78-17.")[0]
    assert (bill.kind, bill.canonical) == ("bill", "Projet de loi d’adaptation au droit de l’Union européenne de la loi n° 78-17")
