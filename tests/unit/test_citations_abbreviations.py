"""References as notes and practitioners' sheets shorten them: "art. 36 décr. n° 88-145", "L. n° 2004-575", "Règl. (CE) n390/2009"."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def canonicals(text: str) -> list[str]:
    return [r.canonical for r in extract_text(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(art. 36 décr. n°88-145 du 15 fév. 1988)", "décret n° 88-145 du 15 février 1988, art. 36"),
        ("art. 6 L. n° 2004-575, 21 juin 2004", "loi n° 2004-575 du 21 juin 2004, art. 6"),
        ("L. n° 2004-575, 21 juin 2004, art. 6", "loi n° 2004-575 du 21 juin 2004, art. 6"),
        ("Ord. n° 2016-131, 10 févr. 2016", "ordonnance n° 2016-131 du 10 février 2016"),
        ("Arr. 5 mai 2020", "arrêté du 5 mai 2020"),
        ("A. du 5-9-2001", "arrêté du 5 septembre 2001"),
        ("C. n° 99-187 du 19-11-1999", "circulaire n° 99-187 du 19 novembre 1999"),
        ("circ. min. du 16 juil. 2008", "circulaire du 16 juillet 2008"),
        ("la loi ordinaire n°2013-907", "loi n° 2013-907 du 11 octobre 2013"),
        ("Règl. (CE) n390/2009", "règlement (CE) n° 390/2009"),
        ("Dir. 2008/115/CE, art. 15", "directive 2008/115/CE du 16 décembre 2008, art. 15"),
        ("quest. écr. S. n°17740 du 8 juil. 1999", "question parlementaire n° 17740 du 8 juillet 1999"),
        ("la loi n° du 9 mars 2004", "loi n° 2004-204 du 9 mars 2004"),
        ("avis du CSE du 16-11-2000", "CSE, avis du 16 novembre 2000"),
        ("article 32 du code des visas", "règlement (CE) n° 810/2009 du 13 juillet 2009, art. 32"),
        ("Code frontières Schengen, article 6", "règlement (UE) 2016/399 du 9 mars 2016, art. 6"),
        ("art. L. 130-5 [nouveau] du code du service national", "code du service national, art. L. 130-5"),
        ("l’article L. 313-11-2° bis du code de l’éducation", "code de l’éducation, art. L. 313-11, 2° bis"),
    ],
)
def test_a_shortened_reference_is_read_in_full(text: str, expected: str) -> None:
    assert expected in canonicals(f"Voir {text}.")


def test_each_article_has_the_code_written_before_it() -> None:
    assert canonicals("C. trav., art. L. 1132-1 ; art. 16-3 C. civ.") == ["code du travail, art. L. 1132-1", "code civil, art. 16-3"]


def test_a_number_after_an_alinea_is_an_article_where_it_is_too_high_for_one() -> None:
    found = canonicals("les articles 2 al.2 et 22 de la loi n° 78-17 du 6 janvier 1978")
    assert found[:2] == ["loi n° 78-17 du 6 janvier 1978, art. 2, al. 2", "loi n° 78-17 du 6 janvier 1978, art. 22"]


@pytest.mark.parametrize("text", ["C. n’est pas une circulaire", "la D. du 3 mai", "le registre n 12", "l. n° 4 de la liste"])
def test_initials_alone_are_no_reference(text: str) -> None:
    assert canonicals(text) == []
