"""Cases by a name and a year, in italics or in brackets; several under one noun; names whose spelling varies."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text
from renvois.loaders.citations.model import Reference


def cases(text: str) -> list[Reference]:
    return [r for r in extract_text(text) if r.kind == "case"]


@pytest.mark.parametrize(
    ("text", "surface", "target"),
    [
        ("L’arrêt Digital Rights Ireland de 2014 le dit.", "arrêt Digital Rights Ireland de 2014", "case:eu/C-293/12"),
        ("Depuis la décision Schrems d’octobre 2015, tout change.", "décision Schrems d’octobre 2015", "case:eu/C-362/14"),
        ("Depuis l’arrêt Schrems du 16 juillet 2020, tout change.", "arrêt Schrems du 16 juillet 2020", "case:eu/C-311/18"),
        ("L’arrêt [Alitalia] du Conseil d’État l’a permis.", "arrêt [Alitalia]", "case:fr/ce/74052"),
        ("L’arrêt Tele2 Sverige AB l’interdit.", "arrêt Tele2 Sverige AB", "case:eu/C-203/15"),
    ],
)
def test_a_name_and_its_time_tell_a_known_case(text: str, surface: str, target: str) -> None:
    (reference,) = cases(text)
    assert (reference.surface, reference.source and reference.source.id) == (surface, target)


@pytest.mark.parametrize(
    "words", ["la décision *Durand*", "l’arrêt Durand de 1957", "la jurisprudence _Durand_", "l’arrêt Schrems de 1999"]
)
def test_a_name_nobody_knows_is_found_and_left_open(words: str) -> None:
    (reference,) = cases(f"Ce point résulte de {words}.")
    assert reference.source is None
    assert reference.reason is not None


@pytest.mark.parametrize(
    "words", ["La décision Ministre", "l’arrêt Maladie", "la décision Cadre", "la jurisprudence Sociale", "l’arrêt de 1953"]
)
def test_other_words_with_a_capital_name_no_case(words: str) -> None:
    assert not cases(f"{words} a été discutée.")


def test_each_name_after_a_noun_in_the_plural_is_a_reference() -> None:
    text = (
        "Dans deux arrêts importants du 4 mai 2016, Petrovic et Ahlberg, la Cour l’a dit. Les arrêts Petrovic et Ahlberg demeurent. "
        "Voir CEDH, 4 mai 2016, Petrovic c. Suède, n° 12345/10 ; CEDH, 4 mai 2016, Ahlberg c. Suède, n° 12346/10."
    )
    found = [r.source.id for r in cases(text) if r.source]
    assert found == ["ECLI:CE:ECHR:2016:0504JUD001234510", "ECLI:CE:ECHR:2016:0504JUD001234610"] * 3


def test_a_letter_doubled_or_not_makes_no_other_name() -> None:
    first, again = cases("CEDH, 4 mai 2016, Pettrovic c. Suède, n° 12345/10. L’arrêt Petrovic demeure.")
    assert again.source == first.source


def test_the_case_cited_of_another_year_is_not_meant() -> None:
    _, other = cases("CEDH, 4 mai 2016, Petrovic c. Suède, n° 12345/10. L’arrêt Petrovic de 1998 demeure.")
    assert other.source is None
