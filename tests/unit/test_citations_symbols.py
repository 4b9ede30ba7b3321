"""Symbols of international documents, and rules and principles known by their name."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def read(text: str) -> list[tuple[str, str]]:
    return [(r.surface, r.canonical) for r in extract_text(text) if r.kind in ("report", "other", "prior_avis")]


@pytest.mark.parametrize(
    ("text", "surface", "canonical"),
    [
        ("Rapport de la Rapporteuse spéciale sur la torture, A/HRC/43/49/Add.2, 28 mai 2020, § 12.", "Rapport de la Rapporteuse spéciale sur la torture, A/HRC/43/49/Add.2, 28 mai 2020, § 12", "rapport n° A/HRC/43/49/Add.2 du 28 mai 2020, de la Rapporteuse spéciale sur la torture"),
        ("Elle l’a relevé dans CRC/C/FRA/CO/4, § 58.", "CRC/C/FRA/CO/4, § 58", "Comité des droits de l’enfant, observations finales n° CRC/C/FRA/CO/4"),
        ("(E/C.12/FRA/CO/3, 9 juin 2008)", "E/C.12/FRA/CO/3, 9 juin 2008", "CDESC, observations finales n° E/C.12/FRA/CO/3 du 9 juin 2008"),
        ("la résolution A/RES/217(III) proclamée", "la résolution A/RES/217(III)", "Assemblée générale des Nations unies, résolution n° A/RES/217(III)"),
        ("la résolution 1820 (2008) du Conseil de sécurité", "la résolution 1820 (2008) du Conseil de sécurité", "Conseil de sécurité des Nations unies, résolution n° 1820 (2008)"),
        ("la Résolution 2157 (2017) de l’APCE", "la Résolution 2157 (2017) de l’APCE", "APCE, résolution n° 2157 (2017)"),
        ("la Recommandation n° R (99) 22", "la Recommandation n° R (99) 22", "Comité des ministres, recommandation n° R(99)22"),
        ("la recommandation Rec(2006)13 du Comité des ministres", "la recommandation Rec(2006)13 du Comité des ministres", "Comité des ministres, recommandation n° Rec(2006)13"),
        ("Le rapport CPT/Inf (2012) 13 est public.", "Le rapport CPT/Inf (2012) 13", "CPT, rapport n° CPT/Inf(2012)13"),
        ("selon les Règles Mandela (règle 43)", "Règles Mandela (règle 43)", "Ensemble de règles minima des Nations Unies pour le traitement des détenus (Règles Nelson Mandela)"),
        ("conformément aux principes de Paris", "principes de Paris", "Principes concernant le statut des institutions nationales pour la promotion et la protection des droits de l’homme (Principes de Paris)"),
        ("les Règles pénitentiaires européennes (Recommandation Rec(2006)2-rev), règle 18.4", "Règles pénitentiaires européennes (Recommandation Rec(2006)2-rev), règle 18.4", "Règles pénitentiaires européennes"),
    ],
)  # fmt: skip
def test_a_symbol_or_a_name_is_a_document_s(text: str, surface: str, canonical: str) -> None:
    assert (surface, canonical) in read(text)


def test_a_list_of_symbols_is_a_list_of_documents() -> None:
    found = read("Voir A/75/590/Rev.1, CEDAW/C/FRA/CO/7-8 et CERD/C/FRA/CO/22-23.")
    assert [surface for surface, _ in found] == ["A/75/590/Rev.1", "CEDAW/C/FRA/CO/7-8", "CERD/C/FRA/CO/22-23"]


@pytest.mark.parametrize(
    "text", ["un test A/B et la R/D", "la cellule A/3", "et/ou, le dossier E/S", "Règles de vie, principes de droit", "a/hrc en minuscules"]
)
def test_other_slashes_and_rules_are_no_documents(text: str) -> None:
    assert read(text) == []
