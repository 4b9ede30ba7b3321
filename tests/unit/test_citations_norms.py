"""Articles, paragraphs and short names of codes, laws and treaties, in several sentences so that a wrong antecedent shows."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

ECHR = "coe:cets/5"
ENFORCEMENT, POSTS = "legi:LEGITEXT000025024948", "legi:LEGITEXT000006070987"
PREAMBLE = "legi:LEGITEXT000006071193"


def targets(text: str) -> list[tuple[str, str | None]]:
    return [(" ".join(r.surface.split()), r.source.id if r.source else None) for r in extract_text(text)]


def articles(text: str) -> list[tuple[str, str | None]]:
    return [(words, target) for words, target in targets(text) if target is None or "/art/" in target]


@pytest.mark.parametrize(
    "definition",
    [
        "Le code des procédures civiles d’exécution (CPCE) a été refondu. ",
        "Il s’agit du code des procédures civiles d’exécution (ci-après « CPCE »). ",
        "CPCE : code des procédures civiles d’exécution\nCPP : code de procédure pénale\n\n",
        "CPCE = Code des procédures civiles d’exécution.\n\n",
        "Le CPCE (code des procédures civiles d’exécution) règle la saisie. ",
    ],
)
@pytest.mark.parametrize(
    ("use", "numbers"),
    [
        ("Voir l’article L. 211-1 du CPCE.", ["L211-1"]),
        ("Voir les articles L. 111-2, L. 111-3 et R. 112-1 du CPCE.", ["L111-2", "L111-3", "R112-1"]),
        ("V. CPCE, art. L. 211-1 et R. 211-3.", ["L211-1", "R211-3"]),
        ("Voir l’art. R. 112-5 CPCE.", ["R112-5"]),
    ],
)
def test_an_acronym_is_that_of_the_code_the_document_names(definition: str, use: str, numbers: list[str]) -> None:
    assert [target for _, target in articles(definition + use)] == [f"{ENFORCEMENT}/art/{number}" for number in numbers]


def test_an_acronym_defined_after_its_use_is_read_by_its_definition() -> None:
    text = "L’article L. 211-1 du CPCE le permet.\n\nAbréviations\n\nCPCE : code des procédures civiles d’exécution"
    assert articles(text) == [("article L. 211-1 du CPCE", f"{ENFORCEMENT}/art/L211-1")]


def test_an_acronym_without_definition_keeps_its_usual_meaning() -> None:
    assert articles("L’article L. 34-1 du CPCE le prévoit.") == [("article L. 34-1 du CPCE", f"{POSTS}/art/L34-1")]


def test_the_full_name_of_the_other_code_is_not_touched_by_the_definition() -> None:
    text = "Vu le code des procédures civiles d’exécution (CPCE) ; vu l’article L. 34-1 du code des postes et des communications électroniques."
    assert articles(text)[0][1] == f"{POSTS}/art/L34-1"


def test_an_acronym_that_names_a_court_too_is_a_text_where_it_is_applied() -> None:
    text = (
        "La Convention européenne des droits de l’homme (CEDH) s’impose. La CEDH a condamné la France. L’article 8 de la CEDH est en cause."
    )
    assert [words for words, _ in targets(text)] == ["Convention européenne des droits de l’homme (CEDH)", "article 8 de la CEDH"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("viole les articles 3, § 2, 17 et 29 de la Convention européenne des droits de l’homme", ["3.2", "17", "29"]),
        ("les articles 6 § 1 et 13 de la Convention européenne des droits de l’homme", ["6.1", "13"]),
        ("les articles 6 § 1 et 3 de la Convention européenne des droits de l’homme", ["6.1", "3"]),
        ("les articles 5 §§ 3 et 4, 6 § 1 et 14 de la Convention européenne des droits de l’homme", ["5", "6.1", "14"]),
        ("l’article 8 § 1 et 2 de la Convention européenne des droits de l’homme", ["8"]),
        ("l’art. 5 §1 c) et 4 de la Convention européenne des droits de l’homme", ["5"]),
        ("l’article 6 § 3 c) et d) de la Convention européenne des droits de l’homme", ["6.3"]),
        ("l’article 6 §§ 1, 2 et 3 d) de la Convention européenne des droits de l’homme", ["6"]),
        ("l’article 6§1 de la Convention européenne des droits de l’homme", ["6.1"]),
        ("les art. 6-1 et 13 de la CEDH", ["6.1", "13"]),
    ],
)
def test_paragraphs_and_articles_of_a_list_are_told_apart(text: str, expected: list[str]) -> None:
    assert [target for _, target in articles(text)] == [f"{ECHR}/art/{number}" for number in expected]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("l’article premier de son protocole additionnel n° 12", "coe:cets/177/art/1"),
        ("l’article 2 du quatrième protocole additionnel", "coe:cets/46/art/2"),
        ("l’article 1er du Protocole 12", "coe:cets/177/art/1"),
        ("l’article 4 du 7e Protocole additionnel", "coe:cets/117/art/4"),
        ("l’article 2 du premier protocole additionnel à ladite convention", "coe:cets/9/art/2"),
    ],
)
def test_an_article_of_a_protocol_is_not_one_of_the_convention(text: str, target: str) -> None:
    before = "L’article 14 de la Convention européenne des droits de l’homme prohibe la discrimination, tout comme "
    assert (articles(f"{before}{text}.")[1][1]) == target


@pytest.mark.parametrize(
    "text",
    [
        "l’article 6 du protocole n° 2 sur l’application des principes de subsidiarité et de proportionnalité",
        "l’article 3 du protocole n° 7 annexé au traité sur le fonctionnement de l’Union européenne",
    ],
)
def test_a_protocol_of_another_treaty_is_not_of_the_european_convention(text: str) -> None:
    assert not any((target or "").startswith("coe:") for _, target in targets(text))


def test_a_numbered_protocol_alone_is_no_treaty() -> None:
    assert targets("Le protocole 4 de soins a été suivi. Le protocole n° 7 d’essai clinique est clos.") == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("La loi Kouchner du 4 mars 2002 consacre ces droits.", "eli:fr/loi/2002/3/4/2002-303"),
        ("La loi « Kouchner » du 4 mars 2002 consacre ces droits.", "eli:fr/loi/2002/3/4/2002-303"),
        ("La loi Sapin II du 9 décembre 2016 y pourvoit.", "eli:fr/loi/2016/12/9/2016-1691"),
        ("La loi Leonetti (2005) l’autorise.", "eli:fr/loi/2005/4/22/2005-370"),
        ("La loi du 4 mars 2002 relative à l’autorité parentale s’applique.", "eli:fr/loi/2002/3/4/2002-305"),
        ("La loi Taubira du 17 mai 2013 l’a permis.", "eli:fr/loi/2013/5/17/2013-404"),
    ],
)
def test_a_nickname_and_a_date_name_one_law(text: str, target: str) -> None:
    assert [found for _, found in targets(text)] == [target]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le sixième alinéa du Préambule de la Constitution de 1946", "al. 6"),
        ("les dixième et onzième alinéas du Préambule de 1946", "al. 10 et 11"),
        ("l’alinéa 11 du Préambule de la Constitution du 27 octobre 1946", "al. 11"),
        ("le Préambule de 1946", None),
    ],
)
def test_the_paragraph_of_the_preamble_is_told(text: str, expected: str | None) -> None:
    (found,) = extract_text(text)
    assert found.source is not None
    assert (found.source.id, found.pinpoint) == (PREAMBLE, expected)
    assert found.canonical.endswith(expected or "1946")


def test_the_preamble_of_a_treaty_is_not_that_of_1946() -> None:
    text = "Le Préambule de 1946 est cité. Le troisième alinéa du préambule de la Convention relative aux droits de l’enfant le rappelle."
    assert [target for _, target in targets(text)] == [PREAMBLE, "un:unts/27531"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L. 29 juill. 1881, art. 24, al. 5", "loi:1881-07-29/art/24"),
        ("L. 6 janv. 1978, art. 26", "eli:fr/loi/1978/1/6/78-17/art/26"),
        ("D. 20 juill. 1972, art. 64", "decret:1972-07-20/art/64"),
        ("l’article 1382, devenu 1240, du code civil", "legi:LEGITEXT000006070721/art/1382"),
        ("l’article 1382 (devenu 1240) du code civil", "legi:LEGITEXT000006070721/art/1382"),
        ("l’article 1er de l’annexe III au CGI", "legi:LEGITEXT000006069574/art/1"),
        ("l’article 4, 11) du RGPD", "celex:32016R0679/art/4"),
        ("l’article 6 du RIA", "celex:32024R1689/art/6"),
        ("l’article 2 de l’arrêté du ministre de l’intérieur du 3 mai 2019", "arrete:2019-05-03/art/2"),
        ("l’article 2 de l’arrêté conjoint des ministres chargés de la santé et du budget du 3 mai 2019", "arrete:2019-05-03/art/2"),
    ],
)
def test_a_shortened_or_renumbered_article_is_of_its_text(text: str, expected: str) -> None:
    before = "L’article 9 du code pénal et l’article 3 de la loi n° 2004-575 du 21 juin 2004 sont cités. "
    assert [target for _, target in articles(f"{before}Voir {text}.")][2:] == [expected]


def test_a_day_named_before_is_that_of_another_text() -> None:
    found = targets(
        "La loi n° 2013-907 du 11 octobre 2013 et le décret du même jour. Vu la loi du même jour et une ordonnance du même jour."
    )
    assert found == [("loi n° 2013-907 du 11 octobre 2013", "eli:fr/loi/2013/10/11/2013-907"), ("décret du même jour", "decret:2013-10-11")]


def test_the_first_of_two_directives() -> None:
    text = (
        "La directive 2011/36/UE concerne la prévention de la traite, en son article 11. La directive 2012/29/UE protège les victimes. "
        "L’article 12 de la première directive et l’article 22 de la seconde directive s’appliquent."
    )
    assert [target for _, target in articles(text)] == ["celex:32011L0036/art/11", "celex:32011L0036/art/12", "celex:32012L0029/art/22"]


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("l’article 222-28 (1° à 8°) du code pénal", "1° à 8°"),
        ("l’article 40 (alinéa 2) du code de procédure pénale", "al. 2"),
        ("l’alinéa premier de l’article 222-22 du code pénal", "al. 1"),
        ("les premier à troisième alinéas de l’article 222-22 du code pénal", "al. 1 à 3"),
        ("le dix-septième alinéa de l’article 222-22 du code pénal", "al. 17"),
    ],
)
def test_the_pinpoint_is_told(text: str, pinpoint: str) -> None:
    (found,) = extract_text(text)
    assert found.pinpoint == pinpoint


def test_articles_in_capitals_are_read_after_a_determiner() -> None:
    text = "ARTICLE 3 DE LA CONVENTION EUROPÉENNE DES DROITS DE L’HOMME. VIOLATION DES ARTICLES 6 ET 13. L’ONG ARTICLE 19 intervient."
    assert [target for _, target in articles(text)] == [f"{ECHR}/art/{number}" for number in ("3", "6", "13")]


def test_the_law_that_a_wording_comes_before_or_from_is_not_what_the_law_means() -> None:
    text = (
        "La loi n° 78-17 du 6 janvier 1978 protège les données. Dans sa rédaction antérieure à la loi n° 2018-493 du 20 juin 2018, "
        "elle imposait une déclaration. L’article 22 de la loi le prévoyait."
    )
    assert articles(text) == [("article 22 de la loi", "eli:fr/loi/1978/1/6/78-17/art/22")]


def test_a_line_of_a_table_of_contents_cites_no_article() -> None:
    assert targets("Vu le code civil.\n\nINTRODUCTION 5\n\nEXAMEN DES ARTICLES 11\n\n") == [("code civil", "legi:LEGITEXT000006070721")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La loi n° 55-385 du 3 avril 1955 fonde l’état d’urgence. Son article 6 permet l’assignation. "
            "La loi n° 2015-1501 du 20 novembre 2015 a modifié cet article 6 et l’article 11.",
            ["eli:fr/loi/1955/4/3/55-385/art/6", "eli:fr/loi/1955/4/3/55-385/art/6", "eli:fr/loi/1955/4/3/55-385/art/11"],
        ),
        (
            "La loi n° 2018-703 du 3 août 2018 a créé l’article 621-1 du code pénal. Son article 2 modifie l’article 222-22-1 du même code.",
            ["legi:LEGITEXT000006070719/art/621-1", "eli:fr/loi/2018/8/3/2018-703/art/2", "legi:LEGITEXT000006070719/art/222-22-1"],
        ),
        (
            "L’article 222-22 du code pénal définit. L’article 7 du code de procédure pénale prescrit. L’article 706-47 du même code énumère.",
            ["legi:LEGITEXT000006070719/art/222-22", "legi:LEGITEXT000006071154/art/7", "legi:LEGITEXT000006071154/art/706-47"],
        ),
        (
            "L’article 342-10 du code civil est modifié. L’article L. 1244-6 du code de la santé publique l’est aussi. L’article 16-4 du même code non.",
            ["legi:LEGITEXT000006070721/art/342-10", "legi:LEGITEXT000006072665/art/L1244-6", "legi:LEGITEXT000006070721/art/16-4"],
        ),
        (
            "Vu le traité sur l’Union européenne et le traité sur le fonctionnement de l’Union européenne, notamment ses articles 107 et 108 ;",
            ["celex:12016E/art/107", "celex:12016E/art/108"],
        ),
        (
            "L’article 1er du Protocole n° 1 à la CEDH protège les biens. L’article 14 de la Convention interdit les discriminations.",
            ["coe:cets/9/art/1", f"{ECHR}/art/14"],
        ),
        (
            "Le décret n° 2019-536 du 29 mai 2019, pris pour l’application de la loi n° 78-17 du 6 janvier 1978, précise, à son article 77, les droits.",
            ["eli:fr/decret/2019/5/29/2019-536/art/77"],
        ),
        ("Le décret n° 2019-15 du 8 janvier 2019 s’applique. L’article 3 de cet accord le complète.", [None]),
        ("L’article 9 du code civil s’applique. Voir art. 37 Const. et art. L. 1235-3 CT.", [
            "legi:LEGITEXT000006070721/art/9", "legi:LEGITEXT000006071194/art/37", "legi:LEGITEXT000006072050/art/L1235-3",
        ]),
    ],
)  # fmt: skip
def test_the_antecedent_is_the_one_a_reader_finds(text: str, expected: list[str | None]) -> None:
    assert [target for _, target in articles(text)] == expected


def test_that_circular_is_not_its_article() -> None:
    text = (
        "La circulaire du 7 décembre 2018 est publiée. L’article 4 de cette circulaire en traite. Selon ladite circulaire, rien ne change."
    )
    assert [target for _, target in targets(text)] == ["circulaire:2018-12-07", "circulaire:2018-12-07/art/4", "circulaire:2018-12-07"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("l’article 5-1-a du RGPD", "règlement (UE) 2016/679 du 27 avril 2016, art. 5, § 1, a)"),
        ("les art. 5-1-a) et 6-1-e) du RGPD", "règlement (UE) 2016/679 du 27 avril 2016, art. 5, § 1, a)"),
        ("l’article 6-1 de la directive 95/46/CE", "directive 95/46/CE du 24 octobre 1995, art. 6, § 1"),
        ("l’article 4, I, A, 2°, b, de la loi n° 2016-41 du 26 janvier 2016", "loi n° 2016-41 du 26 janvier 2016, art. 4, I, A, 2°, b)"),
        ("l’article préliminaire du code de procédure pénale", "code de procédure pénale, art. préliminaire"),
        ("l’article 141 CE", "Traité instituant la Communauté européenne, art. 141"),
        ("l’article 37 de la loi du 10 juillet 1991", "loi n° 91-647 du 10 juillet 1991, art. 37"),
    ],
)
def test_the_canonical_form_of_an_article(text: str, canonical: str) -> None:
    assert extract_text(f"Voir {text}.")[0].canonical == canonical


def test_an_article_of_an_agreement_named_before() -> None:
    text = (
        "L’article 7 bis de l’accord franco-algérien du 27 décembre 1968 s’applique. Les stipulations de l’article 6 de cet accord aussi."
    )
    (_, second) = articles(text)
    assert second == ("article 6 de cet accord", "convention:1968-12-27:accord-franco-algerien/art/6")


def test_the_council_of_state_after_an_article_is_no_treaty() -> None:
    found = extract_text("Voir l’article 9 du code civil et l’article 16, CE, 12 mai 2010, n° 331025.")
    assert all(r.source is None or not r.source.id.startswith("celex:") for r in found)


def test_an_article_right_after_a_text_that_is_no_law_is_not_of_the_law_before() -> None:
    text = "L’article 44 de la Constitution est cité. Le règlement intérieur de l’Assemblée nationale, article 49, le complète."
    assert [target for words, target in articles(text) if words.startswith("article 49")] == [None]


def test_the_present_decree_is_the_one_whose_title_opens_the_document() -> None:
    title = "Décret n° 2019-797 du 26 août 2019 relatif aux informations\n\nVu la loi n° 78-17 du 6 janvier 1978. "
    assert articles(f"{title}L’article 3 du présent décret entre en vigueur.")[0][1] == "eli:fr/decret/2019/8/26/2019-797/art/3"
    assert articles("Vu le décret n° 2019-797 du 26 août 2019. L’article 3 du présent décret entre en vigueur.")[0][1] is None


@pytest.mark.parametrize(
    "words",
    [
        "l’article 6.2 du CCAP", "les articles 5 et 6 du contrat", "l’article 3 du bail", "l’article 4 du marché", "l’article 8 de la charte informatique",
        "l’article 29 de la convention collective", "l’article 3 du présent contrat", "l’article 1er des présentes", "l’article 12 des statuts",
    ],
)  # fmt: skip
def test_an_article_of_a_private_text_is_not_of_the_law_before(words: str) -> None:
    text = "La loi n° 78-17 du 6 janvier 1978 et la Charte des droits fondamentaux de l’Union européenne sont citées. "
    found = articles(f"{text}Il faut respecter {words} en tout point.")
    assert {target for _, target in found} == {None}


def test_a_share_is_no_article() -> None:
    assert targets("La loi n° 78-17 du 6 janvier 1978 est citée. Un article 100 % coton.")[1:] == []


def test_each_line_of_a_table_is_of_the_text_that_opens_it() -> None:
    text = (
        "Code civil : art. 9, 16 et 16-1\nCode pénal : art. 226-1 ; 226-13\nCode de la santé publique : L. 1110-4, R. 4127-4\n"
        "Loi n° 78-17 : art. 1 et 2\nRGPD : art. 5 et 6\nCEDH : art. 8 et 10\nConvention d’Oviedo : art. 5"
    )
    codes = {"civil": "legi:LEGITEXT000006070721", "pénal": "legi:LEGITEXT000006070719", "santé": "legi:LEGITEXT000006072665"}
    expected = [f"{codes['civil']}/art/{n}" for n in ("9", "16", "16-1")] + [f"{codes['pénal']}/art/{n}" for n in ("226-1", "226-13")]
    expected += [f"{codes['santé']}/art/{n}" for n in ("L1110-4", "R4127-4")]
    expected += [f"eli:fr/loi/1978/1/6/78-17/art/{n}" for n in ("1", "2")] + [f"celex:32016R0679/art/{n}" for n in ("5", "6")]
    expected += [f"{ECHR}/art/{n}" for n in ("8", "10")] + ["coe:cets/164/art/5"]
    assert [target for _, target in articles(text)] == expected


def test_the_law_that_added_an_article_is_not_what_the_next_one_is_of() -> None:
    text = (
        "L’article 100 du code de procédure pénale encadre les interceptions. L’article 60-4 a été ajouté par la loi n° 2019-222 du 23 mars 2019. "
        "Depuis, l’article 77-1-1 permet des réquisitions."
    )
    assert articles(text)[-1][1] == "legi:LEGITEXT000006071154/art/77-1-1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’article 4 de la Convention européenne sur la lutte contre la traite", ["coe:cets/197/art/4"]),
        ("l’article 4 de la Convention européenne d’extradition du 13 décembre 1957", ["coe:cets/24/art/4"]),
        ("l’article 3 commun aux Conventions de Genève", ["convention:geneve-1949/art/3"]),
        ("l’art. 3 CAT", ["un:unts/24841/art/3"]),
        ("l’art. 5 XYZ", [None]),
        (
            "la Convention de La Haye du 25 octobre 1980, art. 13 b), les art. 2 et 3 de la Convention n° 29 de l’OIT",
            ["hcch:28/art/13", "ilo:convention/29/art/2", "ilo:convention/29/art/3"],
        ),
    ],
)
def test_an_article_of_a_treaty_among_others(text: str, expected: list[str | None]) -> None:
    before = "L’article 8 de la Convention européenne des droits de l’homme est cité. "
    assert [target for _, target in articles(f"{before}Voir {text}.")][1:] == expected


def test_a_lettered_paragraph_does_not_end_the_list() -> None:
    found = extract_text("Vu le règlement (UE) 2016/679 du 27 avril 2016, notamment ses articles 58.2.d) et 83 ; vu l’art. 5.1.f RGPD.")
    rgpd = "règlement (UE) 2016/679 du 27 avril 2016"
    assert [r.canonical for r in found if r.kind == "eu_act_article"] == [
        f"{rgpd}, art. 58, § 2, d)",
        f"{rgpd}, art. 83",
        f"{rgpd}, art. 5, § 1, f)",
    ]
