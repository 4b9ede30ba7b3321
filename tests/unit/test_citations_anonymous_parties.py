"""Decisions whose parties are anonymous, or stand without a capital: the full stops of "M. A... D..." end no sentence."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def cases(text: str) -> list[tuple[str, str | None, str | None]]:
    found = [r for r in extract_text(text) if r.kind == "case"]
    return [(r.surface, r.source.id if r.source else None, r.source.title if r.source else None) for r in found]


@pytest.mark.parametrize(
    ("cited", "target", "parties"),
    [
        ("CE, 21 décembre 2012, M. A... D..., n° 353856", "case:fr/ce/353856", "M. A... D..."),
        ("CE, 7 février 2018, M. B...A..., n° 410402", "case:fr/ce/410402", "M. B...A..."),
        ("CE, 5 mai 2017, M. A… B…, n° 391925", "case:fr/ce/391925", "M. A… B…"),
        ("CE, 8 juin 2016, M. [X], n° 389745", "case:fr/ce/389745", "M. [X]"),
        ("CE, 30 janvier 2019, époux X., n° 410603", "case:fr/ce/410603", "époux X."),
        ("TA Montreuil, 14 mars 2017, M. et Mme K..., n° 1602345", "case:fr/ta/montreuil/1602345", "M. et Mme K..."),
        (
            "CAA Nantes, 5 juin 2020, Mme B c. préfet de la Vienne, n° 19NT01234",
            "case:fr/caa/nantes/19NT01234",
            "Mme B c. préfet de la Vienne",
        ),
        ("CE, 27 juillet 2001, Association Y et autres, n° 220980", "case:fr/ce/220980", "Association Y et autres"),
    ],
)
def test_anonymous_parties_belong_to_the_decision(cited: str, target: str, parties: str) -> None:
    assert cases(f"La règle est ancienne ({cited}).") == [(cited, target, parties)]


def test_the_court_of_an_anonymous_case_is_that_of_its_sentence() -> None:
    text = "Par un arrêt M. C... B... du 12 mars 2019 (n° 416331), le Conseil d’État a précisé la règle."
    assert cases(text) == [("arrêt M. C... B... du 12 mars 2019 (n° 416331)", "case:fr/ce/416331", "M. C... B...")]


def test_people_of_the_text_are_no_parties() -> None:
    assert not cases("M. A... D... a saisi le tribunal. Mme B a été reçue le 5 juin 2020 par la CAA de Nantes.")
    assert cases("L’avocat de M. A... Le juge l’a entendu. CE, 3 mars 2020, n° 427434.") == [
        ("CE, 3 mars 2020, n° 427434", "case:fr/ce/427434", None)
    ]
