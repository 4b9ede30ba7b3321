"""Laws, decrees, circulars, EU acts, conventions and the Constitution, named in full, by number, date or nickname."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


@pytest.mark.parametrize(
    ("text", "kind", "canonical", "identifier"),
    [
        ("la loi n°2002-305 du 4 mars 2002", "law", "loi n° 2002-305 du 4 mars 2002", "eli:fr/loi/2002/3/4/2002-305"),
        ("la loi no 2004-575 du 21 juin 2004", "law", "loi n° 2004-575 du 21 juin 2004", "eli:fr/loi/2004/6/21/2004-575"),
        ("LA LOI N° 78-17 DU 6 JANVIER 1978", "law", "loi n° 78-17 du 6 janvier 1978", "eli:fr/loi/1978/1/6/78-17"),
        ("la loi organique n° 2011-333 du 29 mars 2011", "law", "loi organique n° 2011-333 du 29 mars 2011", "eli:fr/loi/2011/3/29/2011-333"),
        ("l’ordonnance n° 45-174 du 2 février 1945", "law", "ordonnance n° 45-174 du 2 février 1945", "eli:fr/ordonnance/1945/2/2/45-174"),
        ("le décret n° 2020-768 du 23 juin 2020", "decree", "décret n° 2020-768 du 23 juin 2020", "eli:fr/decret/2020/6/23/2020-768"),
        ("Decree no. 2011-219 of 25 February 2011", "decree", "décret n° 2011-219 du 25 février 2011", "eli:fr/decret/2011/2/25/2011-219"),
        ("la loi du 6 janvier 1978 modifiée", "law", "loi n° 78-17 du 6 janvier 1978", "eli:fr/loi/1978/1/6/78-17"),
        ("la loi du 1er juillet 1901", "law", "loi du 1er juillet 1901", "loi:1901-07-01"),
        ("la loi du 29 juillet 1881", "law", "loi du 29 juillet 1881", "loi:1881-07-29"),
        ("la loi Sapin 2", "law", "loi n° 2016-1691 du 9 décembre 2016", "eli:fr/loi/2016/12/9/2016-1691"),
        ("le décret n° 20221284 du 3 octobre 2022", "decree", "décret n° 2022-1284 du 3 octobre 2022", "eli:fr/decret/2022/10/3/2022-1284"),
        ("la loi dite « Schiappa » du 3 août 2018", "law", "loi n° 2018-703 du 3 août 2018", "eli:fr/loi/2018/8/3/2018-703"),
        ("la loi de finances pour 2021 (n° 2020-1721 du 29 décembre 2020)", "law", "loi n° 2020-1721 du 29 décembre 2020", "eli:fr/loi/2020/12/29/2020-1721"),
        ("la loi de finances pour 2021", "law", "loi de finances pour 2021", "loi:loi-de-finances-pour-2021"),
        ("la décision (UE) 2021/1772 de la Commission du 28 juin 2021", "eu_act", "décision (UE) 2021/1772 du 28 juin 2021", "celex:32021D1772"),
        ("la circulaire n° 2017-122 du 22-08-2017", "circular", "circulaire n° 2017-122 du 22 août 2017", "circulaire:2017-08-22:2017-122"),
        ("la loi Marthe Richard", "law", "loi n° 46-685 du 13 avril 1946", "eli:fr/loi/1946/4/13/46-685"),
        ("la LCEN", "law", "loi n° 2004-575 du 21 juin 2004", "eli:fr/loi/2004/6/21/2004-575"),
        ("l’arrêté du 27 avril 2004", "other", "arrêté du 27 avril 2004", "arrete:2004-04-27"),
        ("la circulaire du 19 juillet 2018", "circular", "circulaire du 19 juillet 2018", "circulaire:2018-07-19"),
        ("Circulaire CPAF1800656C du 19 juillet 2018", "circular", "circulaire du 19 juillet 2018 (NOR CPAF1800656C)", "nor:CPAF1800656C"),
        ("la directive 2000/78/CE du Conseil du 27 novembre 2000", "eu_act", "directive 2000/78/CE du 27 novembre 2000", "celex:32000L0078"),
        ("la directive 95/46/CE", "eu_act", "directive 95/46/CE du 24 octobre 1995", "celex:31995L0046"),
        ("la directive (UE) 2016/680", "eu_act", "directive (UE) 2016/680 du 27 avril 2016", "celex:32016L0680"),
        (
            "le règlement (CE) n° 1987/2006 du Parlement européen et du Conseil du 20 décembre 2006",
            "eu_act",
            "règlement (CE) n° 1987/2006 du 20 décembre 2006",
            "celex:32006R1987",
        ),
        ("le règlement (UE) n° 604/2013", "eu_act", "règlement (UE) n° 604/2013 du 26 juin 2013", "celex:32013R0604"),
        ("l’accord sur l’Espace économique européen", "convention", "Accord sur l’Espace économique européen", "celex:21994A0103(01)"),
        ("le RGPD", "eu_act", "règlement (UE) 2016/679 du 27 avril 2016", "celex:32016R0679"),
        ("la décision-cadre 2002/584/JAI du Conseil du 13 juin 2002", "eu_act", "décision-cadre 2002/584/JAI du 13 juin 2002", "celex:32002F0584"),
        ("la Charte des droits fondamentaux de l’Union européenne", "eu_act", "Charte des droits fondamentaux de l’Union européenne", "celex:12016P"),
        ("le TFUE", "eu_act", "Traité sur le fonctionnement de l’Union européenne", "celex:12016E"),
        ("la Constitution du 4 octobre 1958", "constitution", "Constitution du 4 octobre 1958", "legi:LEGITEXT000006071194"),
        ("le Préambule de la Constitution de 1946", "constitution", "Préambule de la Constitution du 27 octobre 1946", "legi:LEGITEXT000006071193"),
        ("la CIDE", "convention", "Convention internationale relative aux droits de l’enfant", "un:unts/27531"),
        ("le PIDCP", "convention", "Pacte international relatif aux droits civils et politiques", "un:unts/14668"),
        ("la convention n° 188 de l’OIT", "convention", "Convention n° 188 de l’OIT", "ilo:convention/188"),
    ],
)  # fmt: skip
def test_an_instrument_and_its_identifier(text: str, kind: str, canonical: str, identifier: str) -> None:
    (reference,) = extract_text(text)
    assert reference.source is not None
    assert (reference.kind, reference.canonical, reference.source.id) == (kind, canonical, identifier)


WARSAW = "coe:cets/197"


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("la Convention du Conseil de l’Europe sur la lutte contre la \ntraite des êtres humains", WARSAW),
        ("la Convention du Conseil de l’Europe contre la traite des êtres humains", WARSAW),
        ("la Convention contre la traite des êtres humains du Conseil de l’Europe", WARSAW),
        ("la Convention sur la lutte contre la traite des êtres humains, adoptée par le Comité", WARSAW),
        ("la convention de Varsovie", WARSAW),
        ("la Convention pour la répression de la traite des êtres humains et de l’exploitation de la prostitution d’autrui", "un:unts/1342"),
        ("la Convention internationale des droits de l’enfant", "un:unts/27531"),
        ("la Convention des Nations Unies relative aux droits de l’enfant", "un:unts/27531"),
        ("la Convention européenne des droits de l’homme", "coe:cets/5"),
        ("la Convention européenne de sauvegarde des droits de l’homme et des libertés fondamentales", "coe:cets/5"),
        ("la Convention sur l’élimination de toutes les formes de discrimination à l’égard des femmes", "un:unts/20378"),
        ("la Convention d’Istanbul", "coe:cets/210"),
        ("la Convention du Conseil de l’Europe sur la prévention et la lutte contre la violence à l’égard des femmes", "coe:cets/210"),
        ("la Convention de Lanzarote", "coe:cets/201"),
        ("le Protocole de Palerme", "un:unts/39574/traite"),
        ("le Protocole additionnel à la Convention des Nations unies contre la criminalité transnationale organisée visant à prévenir, réprimer et punir la traite des personnes", "un:unts/39574/traite"),
        ("la Convention des Nations Unies relative aux droits des personnes handicapées", "un:unts/44910"),
        ("la Déclaration universelle des droits de l’homme", "un:udhr"),
        ("la Convention de Genève du 28 juillet 1951 relative au statut des réfugiés", "un:unts/2545"),
        ("la Charte sociale européenne révisée", "coe:cets/163"),
    ],
)  # fmt: skip
def test_a_convention_by_nickname_or_restated_title(text: str, identifier: str) -> None:
    references = [r for r in extract_text(text) if r.kind == "convention"]
    assert references[0].source is not None
    assert references[0].source.id == identifier


def test_a_title_takes_in_the_nickname_that_follows_it() -> None:
    text = "la Convention du Conseil de l’Europe sur la lutte contre la traite des êtres humains, dite Convention de Varsovie, oblige"
    (reference,) = extract_text(text)
    assert reference.surface == text.removeprefix("la ").removesuffix(", oblige")


def test_every_decree_of_a_list() -> None:
    text = "des décrets n° 67-1171 du 28 décembre 1967 et n° 2009-53 du 15 janvier 2009"
    assert [r.canonical for r in extract_text(text)] == ["décret n° 67-1171 du 28 décembre 1967", "décret n° 2009-53 du 15 janvier 2009"]


def test_a_law_stands_inside_its_article_as_a_reference_of_its_own() -> None:
    references = extract_text("l’article 2 de la loi n° 2002-305 du 4 mars 2002")
    assert [(r.kind, r.surface) for r in references] == [
        ("law_article", "article 2 de la loi n° 2002-305 du 4 mars 2002"),
        ("law", "loi n° 2002-305 du 4 mars 2002"),
    ]


def test_divisions_of_a_law_and_of_a_decree() -> None:
    text = "le chapitre II de la loi n° 2016-1691 du 9 décembre 2016 et le chapitre Ier du décret n° 2022-1284 du 3 octobre 2022"
    assert [r.canonical for r in extract_text(text) if r.source and r.source.label == "Article"] == [
        "loi n° 2016-1691 du 9 décembre 2016, chapitre II",
        "décret n° 2022-1284 du 3 octobre 2022, chapitre Ier",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("les décrets des 14 et 18 novembre 2015", ["décret du 14 novembre 2015", "décret du 18 novembre 2015"]),
        ("les décrets du 14 et du 18 novembre 2015", ["décret du 14 novembre 2015", "décret du 18 novembre 2015"]),
        ("les lois des 9 et 12 mars 2004", ["loi n° 2004-204 du 9 mars 2004", "loi du 12 mars 2004"]),
        ("les arrêtés des 3 mai et 12 juin 2010", ["arrêté du 3 mai 2010", "arrêté du 12 juin 2010"]),
        ("les arrêtés des 3, 5 et 12 juin 2010", ["arrêté du 3 juin 2010", "arrêté du 5 juin 2010", "arrêté du 12 juin 2010"]),
        ("les lois des 1er juillet 1901 et 9 décembre 1905", ["loi du 1er juillet 1901", "loi du 9 décembre 1905"]),
        ("les arrêtés des 3 et 5 préfets", []),
        ("les décrets des 14, 15 ministres", []),
        ("la loi du 9 mars 2004, 5 ans après", ["loi n° 2004-204 du 9 mars 2004"]),
        ("régie par la loi du 1er juillet 1901, l’association", ["loi du 1er juillet 1901"]),
        ("une association régie par la loi du\n1er juillet 1901", ["loi du 1er juillet 1901"]),
        ("une association loi 1901", []),
        ("la Déclaration de 1789", ["Déclaration des droits de l’homme et du citoyen de 1789"]),
        ("la Déclaration des droits de l’homme de 1789", ["Déclaration des droits de l’homme et du citoyen de 1789"]),
        ("sa déclaration de 1999", []),
    ],
)  # fmt: skip
def test_every_day_of_a_list_and_texts_known_by_their_year(text: str, expected: list[str]) -> None:
    assert [r.canonical for r in extract_text(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("les décrets n°s 85-986 et 86-83", ["décret n° 85-986", "décret n° 86-83 du 17 janvier 1986"]),
        ("la loi n° 83-634 et 12-1 du code", ["loi n° 83-634 du 13 juillet 1983"]),
        ("les conventions n° 98 et n° 138 de l’OIT", ["Convention n° 98 de l’OIT", "Convention n° 138 de l’OIT"]),
        ("les conventions nos 97, 98 et 138 de l’OIT", ["Convention n° 97 de l’OIT", "Convention n° 98 de l’OIT", "Convention n° 138 de l’OIT"]),
        ("les conventions n° 3 et 5 de mécénat", []),
        ("le décret n° 2010-1 du 3 mai 2010", ["décret n° 2010-1 du 3 mai 2010"]),
    ],
)  # fmt: skip
def test_every_number_of_a_list(text: str, expected: list[str]) -> None:
    assert [r.canonical for r in extract_text(text)] == expected
