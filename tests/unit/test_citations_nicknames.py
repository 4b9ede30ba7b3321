"""Laws and EU acts by the names they go by: in quotation marks, in lists, with their date, defined by the document, or unknown."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text
from renvois.loaders.citations.laws import by_title

ASYLUM = "loi n° 2018-778 du 10 septembre 2018"


def surfaces(text: str) -> list[tuple[str, str]]:
    return [(r.surface, r.canonical) for r in extract_text(text)]


def canonicals(text: str) -> list[str]:
    return [r.canonical for r in extract_text(text)]


@pytest.mark.parametrize(
    ("text", "surface", "canonical"),
    [
        ('la loi " asile et immigration " a deux ans', 'loi " asile et immigration "', ASYLUM),
        ("la loi « asile et immigration » a deux ans", "loi « asile et immigration »", ASYLUM),
        ("la loi asile et immigration du 10 septembre 2018", "loi asile et immigration du 10 septembre 2018", ASYLUM),
        ("la loi “Égalité et citoyenneté” oblige", "loi “Égalité et citoyenneté”", "loi n° 2017-86 du 27 janvier 2017"),
        ("la loi El Khomri", "loi El Khomri", "loi n° 2016-1088 du 8 août 2016"),
        ("la loi dite « anti-casseurs »", "loi dite « anti-casseurs »", "loi n° 2019-290 du 10 avril 2019"),
        ("la loi informatique et liberté", "loi informatique et liberté", "loi n° 78-17 du 6 janvier 1978"),
        (
            "La loi d’orientation en faveur des personnes handicapées du 30 juin\n1975",
            "loi d’orientation en faveur des personnes handicapées du 30 juin\n1975",
            "loi n° 75-534 du 30 juin 1975",
        ),
        (
            "la loi d’orientation sur l’éducation\ndu 10 juillet 1989",
            "loi d’orientation sur l’éducation\ndu 10 juillet 1989",
            "loi n° 89-486 du 10 juillet 1989",
        ),
        ("le décret relatif au revenu de solidarité du 15 avril 2009", "décret relatif au revenu de solidarité du 15 avril 2009", "décret du 15 avril 2009"),
        ("la loi Dupont-Durand du 3 mai 2019", "loi Dupont-Durand du 3 mai 2019", "loi du 3 mai 2019"),
    ],
)  # fmt: skip
def test_a_law_by_its_usual_name(text: str, surface: str, canonical: str) -> None:
    assert surfaces(text) == [(surface, canonical)]


@pytest.mark.parametrize(
    "text",
    [
        "La loi « doit être la même pour tous ».",
        "La loi qui vaut à la date du 3 mai 2010",
        "une loi sur les attentats du 13 novembre 2015",
        "Il fut arrêté pour vol du 3 mai 2010",
        "La loi s’applique aux faits du 3 mai 2010.",
        "La loi applicable du 3 mai 2010 au 5 juin 2011",
        "La loi Dupont fut votée.",
        "le projet de loi Dupont du 3 mai 2019",
    ],
)
def test_words_after_a_law_that_name_none(text: str) -> None:
    assert extract_text(text) == ()


def test_a_name_in_quotation_marks_that_nobody_knows_is_seen_and_says_so() -> None:
    law, article = extract_text("La loi « Dupont » oblige ; l’article 3 de la loi « Dupont » aussi.")
    assert (law.surface, law.source, law.unresolved) == ("loi « Dupont »", None, "texte non reconnu : « loi Dupont »")
    assert article.unresolved == "texte non reconnu : « loi Dupont »"


def test_a_name_the_document_gives_to_a_law() -> None:
    text = "La loi n° 2019-1 du 3 mai 2019 relative aux forêts, dite « Dupont », oblige. L’article 3 de la loi « Dupont » et la loi Dupont."
    law = "loi n° 2019-1 du 3 mai 2019"
    assert canonicals(text) == [law, f"{law}, art. 3", law]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "les directives « Accueil » et « Procédures »",
            [("directives « Accueil »", "directive 2013/33/UE du 26 juin 2013"), ("« Procédures »", "directive 2013/32/UE du 26 juin 2013")],
        ),
        (
            "les directives Accueil, Procédures et Qualification",
            [
                ("directives Accueil", "directive 2013/33/UE du 26 juin 2013"),
                ("Procédures", "directive 2013/32/UE du 26 juin 2013"),
                ("Qualification", "directive 2011/95/UE du 13 décembre 2011"),
            ],
        ),
        ("la directive Accueil et procédures utiles", [("directive Accueil", "directive 2013/33/UE du 26 juin 2013")]),
        ("le règlement « Eurodac »", [("règlement « Eurodac »", "règlement (UE) n° 603/2013 du 26 juin 2013")]),
        ('la directive "Retour"', [('directive "Retour"', "directive 2008/115/CE du 16 décembre 2008")]),
        ("la directive NIS 2", [("directive NIS 2", "directive (UE) 2022/2555 du 14 décembre 2022")]),
        ("le règlement IA", [("règlement IA", "règlement (UE) 2024/1689 du 13 juin 2024")]),
        ("the “ePrivacy” Directive", [("ePrivacy” Directive", "directive 2002/58/CE du 12 juillet 2002")]),
        ("la Convention de Montego Bay", [("Convention de Montego Bay", "Convention des Nations unies sur le droit de la mer")]),
        ("la convention 108+", [("convention 108+", "Protocole d’amendement à la Convention pour la protection des personnes à l’égard du traitement automatisé des données à caractère personnel")]),
    ],
)  # fmt: skip
def test_acts_and_conventions_by_their_nickname(text: str, expected: list[tuple[str, str]]) -> None:
    assert surfaces(text) == expected


def test_a_title_shared_by_several_laws_tells_none() -> None:
    assert by_title("relative à la bioéthique") is None
    exact = by_title("relative à la lutte contre le terrorisme")
    assert exact is not None
    assert exact.number == "2006-64"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’article 33 de la Convention de Genève", "Convention relative au statut des réfugiés, art. 33"),
        ("l’article 1er A 2 de la convention de Genève", "Convention relative au statut des réfugiés, art. 1er, A, 2"),
        ("l’article 1er, A, 2°, de la convention de Genève", "Convention relative au statut des réfugiés, art. 1er, A, 2°"),
        ("l’article 3-1 de la convention de New York", "Convention internationale relative aux droits de l’enfant, art. 3 § 1"),
        ("la convention de Genève du 12 août 1949", "Convention de Genève du 12 août 1949"),
    ],
)
def test_a_convention_known_by_its_place(text: str, expected: str) -> None:
    assert canonicals(text)[0] == expected


@pytest.mark.parametrize(
    "text", ["la convention de Genève sur la pollution", "les négociations de Genève", "une convention de New York n° 3"]
)
def test_a_place_with_a_title_of_another_names_none(text: str) -> None:
    assert extract_text(text) == ()


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("la loi du 4 mars 2002 relative à l’autorité parentale", "loi n° 2002-305 du 4 mars 2002"),
        ("la loi du 4 mars 2002\nrelative aux droits des malades et à la qualité du système de santé", "loi n° 2002-303 du 4 mars 2002"),
        ("la loi d’orientation en faveur des personnes handicapées du 30 juin 1975", "loi n° 75-534 du 30 juin 1975"),
        ("la loi du 4 mars 2002", "loi du 4 mars 2002"),
        ("la loi du 4 mars 2002 relative aux chemins ruraux", "loi du 4 mars 2002"),
    ],
)
def test_of_several_laws_of_one_day_the_title_tells_which(text: str, canonical: str) -> None:
    assert canonicals(text) == [canonical]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("la loi du 31 mai 1990 visant à la mise en œuvre du droit au logement", "loi n° 90-449 du 31 mai 1990"),
        ("l’ordonnance du 4 février 1959", "ordonnance n° 59-244 du 4 février 1959"),
        ("la loi Godfrain", "loi n° 88-19 du 5 janvier 1988"),
        ("la loi de séparation de 1905", "loi du 9 décembre 1905"),
        ("la loi du 12 juillet 1999 sur l’innovation et la recherche", "loi n° 99-587 du 12 juillet 1999"),
        ("la loi du 12 juillet 1999", "loi du 12 juillet 1999"),
        ("la loi organique du 10 décembre 2009", "loi organique n° 2009-1523 du 10 décembre 2009"),
    ],
)
def test_well_known_laws_by_their_day(text: str, canonical: str) -> None:
    assert canonicals(text) == [canonical]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        # Both are well known: the day alone tells neither.
        ("la loi du 22 juillet 1987", "loi du 22 juillet 1987"),
        ("la loi du 22 juillet 1987 relative à l’organisation de la sécurité civile", "loi n° 87-565 du 22 juillet 1987"),
        ("la loi du 19 février 2007 instituant la fiducie", "loi n° 2007-211 du 19 février 2007"),
        ("la loi Savary du 26 janvier 1984", "loi n° 84-52 du 26 janvier 1984"),
        ("la loi du 30 décembre 2006, de finances rectificative pour 2006", "loi n° 2006-1771 du 30 décembre 2006"),
        ("la loi du 30 décembre 2006", "loi du 30 décembre 2006"),
        # One is far better known: it has the day, the other needs its title.
        ("la loi du 26 janvier 1984", "loi n° 84-53 du 26 janvier 1984"),
        ("l’ordonnance du 2 novembre 1945", "ordonnance n° 45-2658 du 2 novembre 1945"),
        ("l’ordonnance du 2 novembre 1945 relative au statut du notariat", "ordonnance n° 45-2590 du 2 novembre 1945"),
        ("la loi du 13 juillet 1983", "loi n° 83-634 du 13 juillet 1983"),
        ("la loi Roudy du 13 juillet 1983", "loi n° 83-635 du 13 juillet 1983"),
        # Its own words for what the title says.
        ("la loi bioéthique du 2 août 2021", "loi n° 2021-1017 du 2 août 2021"),
        ("la loi du 2 août 2021 sur la santé au travail", "loi n° 2021-1018 du 2 août 2021"),
        ("la loi du 2 août 2021 sur la pêche", "loi du 2 août 2021"),
        # An organic law and a law of one day: the type tells.
        ("la loi organique du 19 mars 1999", "loi organique n° 99-209 du 19 mars 1999"),
        ("la loi du 19 mars 1999", "loi n° 99-210 du 19 mars 1999"),
    ],
)
def test_the_other_law_of_the_day(text: str, canonical: str) -> None:
    assert canonicals(text) == [canonical]


@pytest.mark.parametrize("words", ["loi fédérale", "loi belge", "loi allemande"])
def test_the_law_of_another_state_is_no_french_law_of_that_day(words: str) -> None:
    assert not any("78-17" in canonical for canonical in canonicals(f"la {words} du 6 janvier 1978"))
