"""Addenda to agreements, conventions by their place, and acronyms that a document gives to a law."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

ACCORD = "accord franco-tunisien du 17 mars 1988"


def test_the_addenda_of_an_agreement_are_each_a_reference() -> None:
    text = f"Vu l’{ACCORD}, modifié par ses avenants du 19 décembre 1991 et du 8 septembre 2000, et son troisième avenant du 3 mai 2008 ;"
    of = f"à l’{ACCORD}"
    assert [(r.surface, r.canonical) for r in extract_text(text)][1:] == [
        ("avenants du 19 décembre 1991", f"avenant du 19 décembre 1991 {of}"),
        ("du 8 septembre 2000", f"avenant du 8 septembre 2000 {of}"),
        ("troisième avenant du 3 mai 2008", f"avenant du 3 mai 2008 {of}"),
    ]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("L’article 3 de la Convention de New-York l’impose.", "Convention internationale relative aux droits de l’enfant, art. 3"),
        ("Le premier pacte de New-York est d’effet direct.", "Pacte international relatif aux droits civils et politiques"),
        (
            "La loi n° 2016-1321 du 7 octobre 2016 pour une République numérique, dite LRN, l’a créé. L’article 3 de la LRN.",
            "loi n° 2016-1321 du 7 octobre 2016, art. 3",
        ),
    ],
)
def test_names_by_place_and_acronyms_given_by_the_document(text: str, canonical: str) -> None:
    assert canonical in [r.canonical for r in extract_text(text)]


def test_an_addendum_to_nothing_is_no_reference() -> None:
    assert not extract_text("Vu le contrat et son avenant du 8 septembre 2000 ;")


def test_where_a_name_is_given_it_is_not_used() -> None:
    text = "La loi n° 2016-1321 du 7 octobre 2016 pour une République numérique, dite LRN, l’a créé. La directive 96/82/CE, dite SEVESO II, aussi."
    assert [r.kind for r in extract_text(text)] == ["law", "eu_act"]


def test_a_nickname_of_one_word_before_a_day_is_a_laws() -> None:
    (law,) = extract_text(
        "La loi sirène du 7 mai 1997 le prévoit ; la loi belge du 8 mai 1997 et la loi applicable du 3 mars au 4 mai aussi."
    )
    assert law.canonical == "loi du 7 mai 1997"
