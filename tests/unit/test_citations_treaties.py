"""Treaties by kind and year, by place, and the optional protocols, which are no part of the convention they are added to."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

OPCAT = "un:unts/24841/opcat"


def read(text: str) -> list[tuple[str, str | None]]:
    return [(r.surface, r.source.id if r.source else None) for r in extract_text(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les conventions de 1926 et 1956 sur l’esclavage restent en vigueur.",
            [("conventions de 1926", "convention:esclavage-1926"), ("1956 sur l’esclavage", "un:unts/3822")],
        ),
        (
            "Elle se réfère aux conventions de 1926 et de 1956 relatives à l’esclavage et à la Convention de 1951 relative au statut des réfugiés.",
            [
                ("conventions de 1926", "convention:esclavage-1926"),
                ("1956 relatives à l’esclavage", "un:unts/3822"),
                ("Convention de 1951 relative au statut des réfugiés", "un:unts/2545"),
            ],
        ),
        (
            "la Convention de 1949 pour la répression de la prostitution",
            [("Convention de 1949 pour la répression de la prostitution", "un:unts/1342")],
        ),
        ("La Déclaration universelle de 1948 le proclame.", [("Déclaration universelle de 1948", "un:udhr")]),
        (
            "le Protocole dit de Palerme, adopté en 2000, le complète",
            [("Protocole dit de Palerme, adopté en 2000", "un:unts/39574/traite")],
        ),
        ("la Convention dite d’Istanbul", [("Convention dite d’Istanbul", "coe:cets/210")]),
        (
            "la Convention européenne de 2005 contre la traite et celle de 1950",
            [("Convention européenne de 2005 contre la traite", "coe:cets/197")],
        ),
        ("la Convention européenne de 1950", [("Convention européenne de 1950", "coe:cets/5")]),
        (
            "les Déclarations des droits de l’homme de 1789 et de 1793",
            [("Déclarations des droits de l’homme de 1789", "legi:LEGITEXT000006071192")],
        ),
        ("la Décision-cadre du 19 juillet 2002", [("Décision-cadre du 19 juillet 2002", "celex:32002F0629")]),
    ],
)
def test_a_treaty_is_known_by_its_kind_and_year(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_another_european_convention_is_not_that_of_1950() -> None:
    (alone,) = extract_text("La Convention européenne de 2005 l’impose aux États.")
    assert (alone.surface, alone.source) == ("Convention européenne de 2005", None)
    (glued,) = extract_text("La Décision-cadre manque, mais la Convention européenne de 20051 s’applique.")
    assert (glued.surface, glued.source) == ("Convention européenne de 2005", None)
    known = extract_text(
        "La convention du Conseil de l’Europe sur la lutte contre la traite des êtres humains oblige. L’article 4 de la Convention européenne de 2005 la définit."
    )
    assert [r.source.id for r in known if r.source] == ["coe:cets/197", "coe:cets/197/art/4"]


@pytest.mark.parametrize(
    ("text", "surface", "target"),
    [
        ("les articles 2 et 5 § 3 de la Convention de Bruxelles de 1968", "5 § 3 de la Convention de Bruxelles de 1968", "convention:bruxelles-1968/art/5.3"),
        ("l’article 5 de la Convention de Lugano pour les États de l’AELE", "article 5 de la Convention de Lugano", "convention:lugano/art/5"),
        ("l’article 5 de la Convention de Lugano du 30 octobre 2007", "article 5 de la Convention de Lugano du 30 octobre 2007", "convention:lugano-2007/art/5"),
        ("l’article 3 de la Convention de Montréal de 1999", "article 3 de la Convention de Montréal de 1999", "convention:1999:convention-de-montreal/art/3"),
    ],
)  # fmt: skip
def test_an_article_takes_in_the_place_and_year_of_its_convention(text: str, surface: str, target: str) -> None:
    assert (surface, target) in read(text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("le Protocole facultatif à la Convention contre la torture", OPCAT),
        ("le Protocole facultatif se rapportant à la Convention contre la torture et autres peines ou traitements cruels", OPCAT),
        ("the Optional Protocol to the Convention against Torture", OPCAT),
        ("le protocole facultatif à la CEDAW", "un:unts/20378/op"),
        ("le Protocole facultatif à la Convention relative aux droits des personnes handicapées", "un:unts/44910/op"),
        ("le Protocole facultatif à la Convention relative aux droits de l’enfant concernant la vente d’enfants", "un:unts/27531/opsc"),
        ("le protocole facultatif à la Convention relative aux droits de l’enfant établissant une procédure de présentation de communications", "un:unts/27531/opic"),
        ("le Protocole facultatif se rapportant au Pacte international relatif aux droits civils et politiques", "un:unts/14668/op1"),
        ("le deuxième Protocole facultatif se rapportant au Pacte international relatif aux droits civils et politiques", "un:unts/14668/op2"),
        ("le Protocole facultatif se rapportant au Pacte international relatif aux droits économiques, sociaux et culturels", "un:unts/14531/op"),
    ],
)  # fmt: skip
def test_an_optional_protocol_is_no_part_of_its_convention(text: str, target: str) -> None:
    assert [source for _, source in read(text)] == [target]


def test_the_articles_of_an_optional_protocol_are_its_own() -> None:
    text = "Le Protocole facultatif à la Convention contre la torture a été ratifié en 2008. Son article 17 prévoit un mécanisme national."
    assert read(text)[-1][1] == f"{OPCAT}/art/17"
    both = "Le Protocole facultatif à la Convention contre la torture et la Convention contre la torture se complètent."
    assert [source for _, source in read(both)] == [OPCAT, "un:unts/24841"]


@pytest.mark.parametrize(
    "text",
    [
        "Deux conventions de 2015 et 2016 lient l’association au département.",
        "une convention de 1949 sur le logement des agents",
        "la déclaration universelle de forfait",
        "le protocole facultatif de soins signé en 2002",
        "la convention européenne de 1959 sur l’entraide des communes",
    ],
)
def test_a_kind_and_a_year_alone_name_no_treaty(text: str) -> None:
    assert [source for _, source in read(text) if source] == []


def test_an_article_has_its_act_in_brackets_after_it() -> None:
    text = "Article 2 (règlement 44/2001) : les personnes domiciliées sur le territoire d’un État membre sont attraites devant ses juridictions."
    assert read(text)[0] == ("Article 2 (règlement 44/2001)", "celex:32001R0044/art/2")
    assert (
        read("l’article L. 312-1 (loi n° 2002-2 du 2 janvier 2002) du code de l’action sociale et des familles")[0][1]
        != "eli:fr/loi/2002/1/2/2002-2/art/L312-1"
    )
