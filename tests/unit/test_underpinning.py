"""Underpinning, on small opinions written for it."""

from __future__ import annotations

import re

from renvois.loaders.citations.extract import extract
from renvois.loaders.read import read_bytes
from renvois.loaders.sentences import sentences
from renvois.loaders.structure import structure
from renvois.loaders.underpinning import Underpinning, underpin
from renvois.loaders.underpinning.words import families

OPINION = """Avis sur les prisons

I. LES SOINS

1. Les personnes détenues attendent des mois un rendez-vous chez le dentiste. L’article L. 6111-1-2 du code de la santé publique \
confie pourtant les soins dentaires des personnes détenues à l’hôpital.

2. Le courrier des personnes détenues est ouvert. L’article 40 de la loi n° 2009-1436 du 24 novembre 2009 protège la correspondance \
avec les avocats.

Recommandation n° 1 : La Commission recommande que les soins dentaires des personnes détenues soient donnés par l’hôpital dans le mois.

Recommandation n° 2 : La Commission recommande d’appliquer l’article 22 de la loi n° 2009-1436 du 24 novembre 2009.

II. LE TRAVAIL

3. Le travail des personnes détenues est mal payé.

Recommandation n° 3 : La Commission recommande de payer le travail au salaire minimum.
"""


def linked(text: str) -> Underpinning:
    document = structure(read_bytes("avis.txt", text.encode()))
    return underpin(document, extract(document), "doc:avis")


def grades(found: Underpinning, recommendation: str) -> dict[str, str]:
    return {b.source.canonical: b.grade for b in found.bases if b.recommendation == recommendation}


def test_a_source_on_the_same_subject_underpins_and_one_beside_it_does_not() -> None:
    found = grades(linked(OPINION), "r1")
    assert found["code de la santé publique, art. L. 6111-1-2"] == "B"
    assert found["loi n° 2009-1436 du 24 novembre 2009, art. 40"] == "C"


def test_a_source_cited_inside_is_grade_a_with_its_own_words() -> None:
    basis = next(b for b in linked(OPINION).bases if b.recommendation == "r2" and b.grade == "A")
    assert basis.source.canonical == "loi n° 2009-1436 du 24 novembre 2009, art. 22"
    assert OPINION[slice(*basis.passage)] == "article 22 de la loi n° 2009-1436 du 24 novembre 2009"


def test_nothing_is_said_with_its_reason() -> None:
    found = linked(OPINION)
    assert grades(found, "r3") == {}
    assert dict(found.without)["r3"].startswith("Aucune source")


def test_the_reason_is_a_sentence_a_jurist_reads() -> None:
    basis = next(b for b in linked(OPINION).bases if b.recommendation == "r1" and b.grade == "B")
    assert basis.why.startswith("Cité au § 1 ; mots communs : ")
    assert {"dentaires", "soins"} <= {w.word for w in basis.words}


def test_the_passage_quoted_holds_no_footnote_printed_inside_it() -> None:
    tabbed = re.sub(r"^(\d\.) ", r"\1\t", OPINION, flags=re.MULTILINE)
    cut = tabbed.replace("confie pourtant les", "confie1 pourtant\n\n1. Note sur la confiance que la loi fait à l’hôpital.\n les")
    basis = next(b for b in linked(cut).bases if b.recommendation == "r1" and b.grade == "B")
    assert "Note sur" not in cut[slice(*basis.passage)]


def test_many_recommendations_in_one_section_are_all_linked() -> None:
    many = "".join(f"Recommandation n° {n} : La Commission recommande de soigner les dents numéro {n}.\n\n" for n in range(1, 501))
    found = linked("Avis\n\nI. LES SOINS\n\n1. L’article 9 du code civil protège les dents.\n\n2. Il faut les soigner.\n\n" + many)
    assert {b.recommendation for b in found.bases} == {f"r{n}" for n in range(1, 501)}


def test_words_of_one_family_meet_and_others_do_not() -> None:
    family = families(["pilot", "pilotag", "pilotis", "format", "formul"])
    assert family["pilotag"] == family["pilot"]
    assert family["format"] != family["formul"]


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Voir l’art. L. 312-16 du code. M. Dupont le dit. « Oui. » Non."
    assert [text[a:b].strip() for a, b in sentences(text)] == ["Voir l’art. L. 312-16 du code.", "M. Dupont le dit.", "« Oui. »", "Non."]


def test_two_recommendations_of_one_text_both_rest_on_what_it_cites() -> None:
    shared = OPINION.replace("Recommandation n° 2 :", "Recommandations n° 2 et 3 :").replace("Recommandation n° 3", "Recommandation n° 4")
    found = linked(shared)
    for recommendation in ("r2", "r3"):
        assert grades(found, recommendation)["loi n° 2009-1436 du 24 novembre 2009, art. 22"] == "A"
