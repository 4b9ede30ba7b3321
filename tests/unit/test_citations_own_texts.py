"""Texts that bodies give themselves, bills by name or stage, programmes, names older than their law, articles whose code comes after."""

from __future__ import annotations

from dataclasses import replace

import pytest

from renvois.loaders.citations.extract import extract, extract_text, whole
from renvois.loaders.source import SourceText


def read(text: str) -> list[tuple[str, str]]:
    return [(r.surface, r.canonical) for r in extract_text(text)]


@pytest.mark.parametrize(
    ("text", "surface", "canonical"),
    [
        ("selon le règlement de service du CGLPL, les contrôleurs", "règlement de service du CGLPL", "CGLPL, règlement de service"),
        (
            "les « Principes déontologiques du Contrôleur général des lieux de privation de liberté de mars 2016 »",
            "Principes déontologiques du Contrôleur général des lieux de privation de liberté de mars 2016",
            "CGLPL, principes déontologiques de mars 2016",
        ),
        ("la charte de déontologie de la police nationale l’interdit", "charte de déontologie de la police nationale", "police nationale, charte de déontologie"),
        ("le règlement intérieur de l’OFPRA du 4 mai 2015", "règlement intérieur de l’OFPRA du 4 mai 2015", "OFPRA, règlement intérieur du 4 mai 2015"),
        (
            "Recommandations en urgence relatives à la maison d’arrêt de Strasbourg (CGLPL, 13 mai 2015)",
            "Recommandations en urgence relatives à la maison d’arrêt de Strasbourg (CGLPL, 13 mai 2015)",
            "CGLPL, recommandations en urgence du 13 mai 2015 relatives à la maison d’arrêt de Strasbourg",
        ),
        ("le programme de Stockholm prévoyait", "programme de Stockholm", "Programme de Stockholm"),
        ("le projet de loi pénitentiaire est à l’étude", "projet de loi pénitentiaire", "Projet de loi pénitentiaire"),
        ("la note (NOR : INTK1229185C) le rappelle", "NOR : INTK1229185C", "circulaire (NOR INTK1229185C)"),
    ],
)  # fmt: skip
def test_a_text_is_known_by_its_noun_and_its_body(text: str, surface: str, canonical: str) -> None:
    assert (surface, canonical) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chaque établissement adopte un règlement intérieur, et le règlement intérieur de l’établissement est affiché.",
        "un règlement intérieur du Défenseur des droits serait utile",
        "des recommandations en urgence ont été faites",
        "une charte de déontologie applicable aux agents",
        "un programme de formation, le programme de Lille",
        "le projet de loi ambitieux du Gouvernement",
        "Le projet de loi a été déposé au Sénat le 3 mars 2021.",
        "elle appelle de ses vœux une loi pénitentiaire",
        "NOR : JUSX0200117L",
    ],
)
def test_what_only_describes_a_text_names_none(text: str) -> None:
    assert read(text) == []


def test_a_bill_at_a_stage_is_the_one_named_before() -> None:
    text = "Elle est saisie du projet de loi pénitentiaire. Elle lit le projet de loi tel qu’adopté en Conseil des ministres le 28 juillet 2008."
    assert [(r.canonical, r.relation) for r in extract_text(text)] == [
        ("Projet de loi pénitentiaire", "explicit"),
        ("Projet de loi pénitentiaire", "anaphora"),
    ]


@pytest.mark.parametrize(("day", "target"), [("2008-11-06", None), ("2015-03-26", "eli:fr/loi/2009/11/24/2009-1436")])
def test_a_name_is_no_law_made_after_the_document(day: str, target: str | None) -> None:
    document = whole(SourceText("avis", "La loi pénitentiaire devra garantir les droits des détenus.", "txt"))
    (found,) = extract(replace(document, facts=replace(document.facts, adopted_on=day)))
    assert (found.source.id if found.source else None) == target
    assert (found.unresolved is None) == (target is not None)


def test_bare_articles_are_of_the_code_named_right_after_them() -> None:
    text = "Il y a des exceptions (article 19-3 ; par la naissance : articles 21-7 et s.). Selon l’article 18 du code civil, l’enfant est français."
    assert [c for _, c in read(text)] == ["code civil, art. 19-3", "code civil, art. 21-7 et s.", "code civil, art. 18"]
    other = "L’article 4-2 s’applique. L’article 222-33 du code pénal réprime le harcèlement."
    assert read(other)[0] == ("article 4-2", "art. 4-2 (texte non identifié)")


def test_an_article_of_two_known_texts_is_of_the_one_named_last() -> None:
    text = (
        "L’article 5 du règlement (CE) n° 44/2001 et l’article 5 de la Convention de Lugano concordent. "
        "Ainsi, le règlement n° 44/2001 donne une option (art. 5)."
    )
    assert read(text)[-1] == ("art. 5", "règlement (CE) n° 44/2001 du 22 décembre 2000, art. 5")


QPC = "sur la procédure suivie devant le Conseil constitutionnel pour les questions prioritaires de constitutionnalité"


def test_the_rules_of_procedure_of_the_conseil_constitutionnel_are_no_eu_regulation() -> None:
    dated, undated = (extract_text(f"Vu {words} {QPC} ;") for words in ("le règlement du 4 février 2010", "le règlement intérieur"))
    assert [(r.kind, r.surface) for r in dated] == [("other", f"règlement du 4 février 2010 {QPC}")]
    assert dated[0].canonical.startswith("Conseil constitutionnel, règlement du 4 février 2010")
    assert [r.source and r.source.id for r in dated] == [r.source and r.source.id for r in undated]


def test_rules_that_a_decision_approves_are_named_by_its_title_only() -> None:
    text = (
        "Vu la loi n° 2019-12 du 8 janvier 2019 ; Vu la décision n° 2018-7 du 5 mars 2018 portant approbation du règlement intérieur de l’OFPRA, "
        "notamment son article 6 ;"
    )
    found = extract_text(text)
    assert [r.kind for r in found] == ["law", "prior_avis", "code_article"]
    assert found[2].source is None and found[2].reason is not None and "décision n° 2018-7" in found[2].reason.fr


def test_an_article_right_after_an_opinion_is_not_its_own() -> None:
    found = extract_text("Dans l’avis de la CNCDH du 3 mai 2018, l’article 8 de la loi n° 2019-12 du 8 janvier 2019 est critiqué.")
    assert [r.canonical for r in found if r.kind == "law_article"] == ["loi n° 2019-12 du 8 janvier 2019, art. 8"]
