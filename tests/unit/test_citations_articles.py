"""Articles of French codes and laws in the forms drafters use."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def read(text: str) -> list[tuple[str, str]]:
    """(surface, canonical) of the provisions of a text, instruments standing inside them left out."""
    return [(r.surface, r.canonical) for r in extract_text(text) if r.source and r.source.label == "Article"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prévu à l’article 225-4-1 du code pénal.", [("article 225-4-1 du code pénal", "code pénal, art. 225-4-1")]),
        (
            "les articles 706-47 6° et 706-50 du code de procédure \npénale",
            [
                ("articles 706-47 6°", "code de procédure pénale, art. 706-47, 6°"),
                ("706-50 du code de procédure \npénale", "code de procédure pénale, art. 706-50"),
            ],
        ),
        ("Code pénal, article 225-7, 1°", [("Code pénal, article 225-7, 1°", "code pénal, art. 225-7, 1°")]),
        ("Code de l’éducation, art. L. 312-16", [("Code de l’éducation, art. L. 312-16", "code de l’éducation, art. L. 312-16")]),
        (
            "L’article L. 773-6 du code de la justice administrative",
            [("article L. 773-6 du code de la justice administrative", "code de justice administrative, art. L. 773-6")],
        ),
        (
            "l’article L. 841-1 du code de sécurité intérieure",
            [("article L. 841-1 du code de sécurité intérieure", "code de la sécurité intérieure, art. L. 841-1")],
        ),
        (
            "ce que l’article 34 de la Constitution d’assurer lui impose",
            [("article 34 de la Constitution", "Constitution du 4 octobre 1958, art. 34")],
        ),
        (
            "l’article 2 de la Déclaration des droits de l’homme le dit",
            [("article 2 de la Déclaration des droits de l’homme", "Déclaration des droits de l’homme et du citoyen de 1789, art. 2")],
        ),
        (
            "l’article 52, paragraphe 1, de la Charte de l’UE",
            [("article 52, paragraphe 1, de la Charte de l’UE", "Charte des droits fondamentaux de l’Union européenne, art. 52, § 1")],
        ),
        (
            "l’article L\\ 300-2 du code de commerce",
            [("article L\\ 300-2 du code de commerce", "code de commerce, art. L. 300-2")],
        ),
        (
            "l’article 15 de la [loi n°\\ 78-17 du 6 janvier 1978](https://www.legifrance.gouv.fr/loi)",
            [("article 15 de la [loi n°\\ 78-17 du 6 janvier 1978", "loi n° 78-17 du 6 janvier 1978, art. 15")],
        ),
        (
            "l’[article 15](https://www.legifrance.gouv.fr/a?b=c) de la loi n° 78-17 du 6 janvier 1978",
            [
                (
                    "[article 15](https://www.legifrance.gouv.fr/a?b=c) de la loi n° 78-17 du 6 janvier 1978",
                    "loi n° 78-17 du 6 janvier 1978, art. 15",
                )
            ],
        ),
        (
            "l’article 6-1 de la Convention européenne des droits de l’homme",
            [
                (
                    "article 6-1 de la Convention européenne des droits de l’homme",
                    "Convention européenne de sauvegarde des droits de l’homme et des libertés fondamentales, art. 6 § 1",
                )
            ],
        ),
        (
            "l’article L. 213-11 du code l’environnement",
            [("article L. 213-11 du code l’environnement", "code de l’environnement, art. L. 213-11")],
        ),
        ("ARTICLE 222-23 DU CODE PENAL", [("ARTICLE 222-23 DU CODE PENAL", "code pénal, art. 222-23")]),
        ("art. 2288 C. civ.", [("art. 2288 C. civ.", "code civil, art. 2288")]),
        ("Art. R. 57-6-1 CPP", [("Art. R. 57-6-1 CPP", "code de procédure pénale, art. R. 57-6-1")]),
        ("l’article L.O. 141 du code électoral", [("article L.O. 141 du code électoral", "code électoral, art. LO 141")]),
        (
            "l’article R. * 421-1 du code de l’urbanisme",
            [("article R. * 421-1 du code de l’urbanisme", "code de l’urbanisme, art. R.* 421-1")],
        ),
        ("l'article 150 U du CGI", [("article 150 U du CGI", "code général des impôts, art. 150 U")]),
        (
            "l'article 39 quinquies du code général des impôts",
            [("article 39 quinquies du code général des impôts", "code général des impôts, art. 39 quinquies")],
        ),
        (
            "l'article L. 98 B du livre des procédures fiscales",
            [("article L. 98 B du livre des procédures fiscales", "livre des procédures fiscales, art. L. 98 B")],
        ),
        (
            "les articles L. 225-1 à L. 225-10 du code de l’action sociale et des familles",
            [
                (
                    "articles L. 225-1 à L. 225-10 du code de l’action sociale et des familles",
                    "code de l’action sociale et des familles, art. L. 225-1 à L. 225-10",
                )
            ],
        ),
        ("les articles 225-5 et suivants du code pénal", [("articles 225-5 et suivants du code pénal", "code pénal, art. 225-5 et s.")]),
        (
            "les articles L. 2315-38 à 40 du code du travail",
            [("articles L. 2315-38 à 40 du code du travail", "code du travail, art. L. 2315-38 à L. 2315-40")],
        ),
        (
            "l’article 8 du code civil et 12 du code pénal",
            [("article 8 du code civil", "code civil, art. 8"), ("12 du code pénal", "code pénal, art. 12")],
        ),
        (
            "aux articles L. 1111-2 (droit à l’information) et L. 1111-4 du code de la santé publique",
            [
                ("articles L. 1111-2", "code de la santé publique, art. L. 1111-2"),
                ("L. 1111-4 du code de la santé publique", "code de la santé publique, art. L. 1111-4"),
            ],
        ),
        (
            "article 1<sup>er</sup> de la loi n° 2004-575 du 21 juin 2004",
            [("article 1<sup>er</sup> de la loi n° 2004-575 du 21 juin 2004", "loi n° 2004-575 du 21 juin 2004, art. 1er")],
        ),
        (
            "Article L. 34-1 of the French Post and Electronic Communications Code",
            [
                (
                    "Article L. 34-1 of the French Post and Electronic Communications Code",
                    "code des postes et des communications électroniques, art. L. 34-1",
                )
            ],
        ),
    ],
)
def test_provision_of_a_code(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("au second alinéa de l’article 40 du code de procédure pénale", "code de procédure pénale, art. 40, al. 2"),
        ("l’article 40, alinéa 2, du code de procédure pénale", "code de procédure pénale, art. 40, al. 2"),
        ("l’article 40 al. 2 du CPP", "code de procédure pénale, art. 40, al. 2"),
        ("au 4° du I de l’article 47 de la loi n° 2005-102 du 11 février 2005", "loi n° 2005-102 du 11 février 2005, art. 47, I, 4°"),
        ("Le B du I de l’article 8 de la loi n° 2016-1691 du 9 décembre 2016", "loi n° 2016-1691 du 9 décembre 2016, art. 8, I, B"),
        ("le III de l’article L. 4122-4 du code de la défense", "code de la défense, art. L. 4122-4, III"),
        ("les 3° et 4° de l’article 2 de la loi n° 2013-316 du 16 avril 2013", "loi n° 2013-316 du 16 avril 2013, art. 2, 3° et 4°"),
        ("au premier alinéa du II de l’article L. 121-1 du code de la consommation", "code de la consommation, art. L. 121-1, II, al. 1"),
        ("l’article 5, II, de la loi n° 2002-2 du 2 janvier 2002", "loi n° 2002-2 du 2 janvier 2002, art. 5, II"),
        ("l’article 6-I-2 de la loi n° 2004-575 du 21 juin 2004", "loi n° 2004-575 du 21 juin 2004, art. 6, I, 2"),
        ("au paragraphe 1 de l’article 6 du règlement (UE) 2016/679", "règlement (UE) 2016/679 du 27 avril 2016, art. 6, § 1"),
        ("au 1o du I de l’article 13 de la loi no 78-17 du 6 janvier 1978", "loi n° 78-17 du 6 janvier 1978, art. 13, I, 1°"),
        ("au 1 du VI de l’article 6 de la loi n° 2004-575 du 21 juin 2004", "loi n° 2004-575 du 21 juin 2004, art. 6, VI, 1"),
        ("le III-A de l’article 10-1 de la loi n° 2016-1691 du 9 décembre 2016", "loi n° 2016-1691 du 9 décembre 2016, art. 10-1, III-A"),
        ("l’article 34-V de la loi n° 2000-321 du 12 avril 2000", "loi n° 2000-321 du 12 avril 2000, art. 34, V"),
        ("l’article 6, paragraphe 1, point f), du RGPD", "règlement (UE) 2016/679 du 27 avril 2016, art. 6, § 1, point f"),
    ],
)
def test_pinpoints_read_from_the_widest_to_the_narrowest(text: str, canonical: str) -> None:
    assert [c for _, c in read(text)] == [canonical]


@pytest.mark.parametrize(
    "after", [". V. également la circulaire.", ", V. infra note 3.", ". V aussi l’arrêt.", ". V. CE, 8 juin 2016, n° 394350."]
)
def test_voir_is_no_division(after: str) -> None:
    assert read(f"Code civil, art. 16{after}") == [("Code civil, art. 16", "code civil, art. 16")]


def test_each_article_of_a_list_is_a_reference_of_its_own() -> None:
    found = read("les articles 222-22, 222-23 et 222-24 ainsi que 227-25 du code pénal")
    assert [c for _, c in found] == [f"code pénal, art. {n}" for n in ("222-22", "222-23", "222-24", "227-25")]
    assert [s for s, _ in found] == ["articles 222-22", "222-23", "222-24", "227-25 du code pénal"]


def test_a_list_with_pinpoints_before_its_articles() -> None:
    text = "les articles 1er, les 3° et 4° de l’article 2 et l’article 12 de la loi n°2013-316 du 16 avril 2013"
    law = "loi n° 2013-316 du 16 avril 2013"
    assert [c for _, c in read(text)] == [f"{law}, art. 1er", f"{law}, art. 2, 3° et 4°", f"{law}, art. 12"]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("article R. 221-12 du code de l’action sociale et des familles", "legi:LEGITEXT000006074069/art/R221-12"),
        ("article L. 312-16 du code de l’éducation", "legi:LEGITEXT000006071191/art/L312-16"),
        ("article 706-164 du CPP", "legi:LEGITEXT000006071154/art/706-164"),
        ("article 2 de la loi n° 2002-305 du 4 mars 2002", "eli:fr/loi/2002/3/4/2002-305/art/2"),
        ("article 3 du décret n° 2020-768 du 23 juin 2020", "eli:fr/decret/2020/6/23/2020-768/art/3"),
        ("article 6 de la directive 2011/36/UE", "celex:32011L0036/art/6"),
        ("article 12.6 de la Convention de Varsovie", "coe:cets/197/art/12.6"),
        ("article 12, § 6, de la Convention de Varsovie", "coe:cets/197/art/12.6"),
        ("article 66 de la Constitution", "legi:LEGITEXT000006071194/art/66"),
    ],
)
def test_identifiers_of_provisions(text: str, identifier: str) -> None:
    assert [r.source.id for r in extract_text(text) if r.source and r.source.label == "Article"] == [identifier]


def test_an_article_knows_the_text_it_is_part_of() -> None:
    (reference,) = extract_text("article 225-4-1 du code pénal")
    assert reference.source is not None and reference.source.parent is not None
    assert (reference.source.parent.label, reference.source.parent.name) == ("Code", "code pénal")


def test_a_doubled_word_in_the_name_of_a_code() -> None:
    (reference,) = extract_text("Code général de de la fonction publique, articles L. 121-4")
    assert reference.canonical == "code général de la fonction publique, art. L. 121-4"


@pytest.mark.parametrize(
    "text",
    [
        "ARTICLE 19 considère que la liberté d’expression recule.",
        "un code de conduite et un code de bonnes pratiques",
        "Ce sont 12 articles de presse du 5 mars 2012.",
        "Voir la section 3 et le chapitre 2 ci-dessous.",
        "Le titre de l’ouvrage est Code secret.",
        "une constitution de partie civile ; la constitution d’un dossier",
        "Il a signé une convention avec le préfet et un accord de partenariat.",
        "95 conseils départementaux ont adopté une charte de bonne conduite.",
        "La loi doit être claire ; la directive du chef de service aussi.",
        "l’article de presse et l’article défini",
    ],
)
def test_not_a_reference(text: str) -> None:
    assert extract_text(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de l’article L96 G du livre des procédures fiscales", ["livre des procédures fiscales, art. L. 96 G"]),
        ("au sens du L96 G du livre des procédures fiscales", ["livre des procédures fiscales, art. L. 96 G"]),
        ("L. 16 B du LPF", ["livre des procédures fiscales, art. L. 16 B"]),
        ("l’article 1649 A bis du CGI", ["code général des impôts, art. 1649 A bis"]),
        ("L 110 du code électoral", ["code électoral, art. L. 110"]),
    ],
)
def test_short_numbers_with_the_code_they_belong_to(text: str, expected: list[str]) -> None:
    assert [canonical for _, canonical in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La loi n° 83-634 du 13 juillet 1983. Les articles 6 et 6 quinquies ajoutent que", ["6", "6 quinquies"]),
        ("La loi n° 83-634 du 13 juillet 1983. Les articles 6 et 13 ajoutent que", ["6", "13"]),
        ("La loi n° 83-634 du 13 juillet 1983. Les articles 6 bis et 6 ter, eux, rappellent", ["6 bis", "6 ter"]),
        ("La loi n° 83-634 du 13 juillet 1983. Les articles 6 et 13 personnes", ["6"]),
    ],
)
def test_every_member_of_a_list_whose_text_was_named_before(text: str, expected: list[str]) -> None:
    assert [c for _, c in read(text)] == [f"loi n° 83-634 du 13 juillet 1983, art. {number}" for number in expected]


@pytest.mark.parametrize("text", ["Il reste 2 l 33 de lait.", "Le R 5 de la rue", "un litre, l. 12 du registre"])
def test_a_letter_and_a_number_are_no_article_without_a_code(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’alinéa 2 de l’article 371-2 du code civil", [("alinéa 2 de l’article 371-2 du code civil", "code civil, art. 371-2, al. 2")]),
        ("le 3 de l’article 150 U du CGI", [("3 de l’article 150 U du CGI", "code général des impôts, art. 150 U, 3")]),
        ("l’article 36 A de la loi n° 78-17", [("article 36 A de la loi n° 78-17", "loi n° 78-17 du 6 janvier 1978, art. 36, A")]),
        ("l’article 3 bis A de la loi n° 78-17", [("article 3 bis A de la loi n° 78-17", "loi n° 78-17 du 6 janvier 1978, art. 3 bis A")]),
        (
            "les articles 5 § 1 et 13 du code civil",
            [("articles 5 § 1", "code civil, art. 5, § 1"), ("13 du code civil", "code civil, art. 13")],
        ),
        ("l’article 8 § 1 et 2 du code civil", [("article 8 § 1 et 2 du code civil", "code civil, art. 8, § 1 et 2")]),
    ],
)
def test_what_is_a_division_and_what_is_an_article(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("les articles 1741 et 1742 CGI", ["code général des impôts, art. 1741", "code général des impôts, art. 1742"]),
        ("les articles 222-23 et 222-24 CP", ["code pénal, art. 222-23", "code pénal, art. 222-24"]),
        ("art. 42 et 42-1 décr. n°88-145 du 15 fév. 1988", ["décret n° 88-145 du 15 février 1988, art. 42", "décret n° 88-145 du 15 février 1988, art. 42-1"]),
        ("art. 3 et 4 ord. n° 2016-131", ["ordonnance n° 2016-131 du 10 février 2016, art. 3", "ordonnance n° 2016-131 du 10 février 2016, art. 4"]),
        ("articles 12 et 13 RGPD", ["règlement (UE) 2016/679 du 27 avril 2016, art. 12", "règlement (UE) 2016/679 du 27 avril 2016, art. 13"]),
    ],
)  # fmt: skip
def test_a_list_before_an_abbreviated_text(text: str, expected: list[str]) -> None:
    assert [canonical for _, canonical in read(text)] == expected
