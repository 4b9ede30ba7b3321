"""Articles and instruments that a text names by pointing back: "son article 10", "du même code", "cette loi", aliases."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.codes import by_legitext
from renvois.loaders.citations.extract import extract_text
from renvois.loaders.citations.model import Reference

EDUCATION = "code de l’éducation"
SAPIN = "loi n° 2016-1691 du 9 décembre 2016"


def canonicals(text: str) -> list[str]:
    return [r.canonical for r in extract_text(text)]


def last(text: str) -> Reference:
    return max(extract_text(text), key=lambda r: (r.start, -r.end))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (f"La {SAPIN} protège les lanceurs d’alerte en son article 6.", f"{SAPIN}, art. 6"),
        (f"L’article 6 de la {SAPIN} les définit. L’article 8 de cette loi organise la procédure.", f"{SAPIN}, art. 8"),
        (f"L’article 6 de la {SAPIN} les définit. L’article 8 de la même loi organise la procédure.", f"{SAPIN}, art. 8"),
        (f"Selon la {SAPIN}, dans le I de l’article 9 de la loi", f"{SAPIN}, art. 9, I"),
        ("L’article L. 312-16 du code de l’éducation s’applique. L’article L. 312-17 du même code aussi.", f"{EDUCATION}, art. L. 312-17"),
        ("Le code de l’éducation est clair ; l’article L. 312-17 de ce code aussi.", f"{EDUCATION}, art. L. 312-17"),
        ("Le code de l’éducation est clair ; l’article L. 312-17 dudit code aussi.", f"{EDUCATION}, art. L. 312-17"),
        ("L’article 421-2-5 du code pénal le punit. Depuis, l’article 421-2-5 a servi souvent.", "code pénal, art. 421-2-5"),
        ("Le décret n° 2015-125 du 5 février 2015 s’applique (article 2).", "décret n° 2015-125 du 5 février 2015, art. 2"),
        ("La directive 2000/78/CE vaut pour tous (articles 1 et 3).", "directive 2000/78/CE du 27 novembre 2000, art. 3"),
        ("La directive 2000/78/CE vaut pour tous. Le considérant 18 de ce texte le dit.", "directive 2000/78/CE du 27 novembre 2000, considérant 18"),
        (f"La {SAPIN} protège. La loi du 9 décembre 2016 précitée le dit.", SAPIN),
        (f"La {SAPIN} protège. Cette loi est récente.", SAPIN),
        (f"La {SAPIN} protège. La loi précitée est récente.", SAPIN),
        ("La directive 2000/78/CE oblige. Ladite directive vise l’emploi.", "directive 2000/78/CE du 27 novembre 2000"),
        ("L’arrêté du 2 août 2010 fixe les conditions. Cet arrêté s’applique.", "arrêté du 2 août 2010"),
    ],
)  # fmt: skip
def test_a_short_form_has_its_antecedent(text: str, canonical: str) -> None:
    reference = last(text)
    assert reference.canonical == canonical
    assert reference.unresolved is None


def test_an_anaphora_says_what_it_was_resolved_through() -> None:
    reference = last(f"La {SAPIN} protège. Cette loi est récente.")
    assert (reference.relation, reference.antecedent, reference.chain) == ("anaphora", "paragraph 1", ("p1",))


def test_its_articles_are_those_of_the_text_a_recital_opens_with() -> None:
    text = "Vu le décret n° 2011-905 du 29 juillet 2011 pris pour l’application de la loi n° 2011-333 du 29 mars 2011, notamment son article 5 ;"
    assert canonicals(text)[-1] == "décret n° 2011-905 du 29 juillet 2011, art. 5"


def test_its_articles_are_those_of_the_last_text_of_a_sentence() -> None:
    text = "Après le décret n° 2011-905 du 29 juillet 2011, la loi n° 2013-907 du 11 octobre 2013 dispose, en ses articles 20 et 25, que"
    law = "loi n° 2013-907 du 11 octobre 2013"
    assert canonicals(text)[-2:] == [f"{law}, art. 20", f"{law}, art. 25"]


def test_articles_of_one_list_belong_to_one_text() -> None:
    text = f"Décret n° 2017-519 du 10 avril 2017, article 8. La {SAPIN} prévoit deux voies (articles 7-1 et 8)."
    assert canonicals(text)[-2:] == [f"{SAPIN}, art. 7-1", f"{SAPIN}, art. 8"]


def test_the_convention_is_the_one_just_named() -> None:
    text = "La Convention de Varsovie oblige les États. Selon la Convention, l’aide n’a pas de condition."
    assert last(text).source == extract_text(text)[0].source


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("La loi n° 2020-1 du 3 janvier 2020 pour la santé des forêts (LSF) existe. La LSF protège.", "loi n° 2020-1 du 3 janvier 2020"),
        (
            "Le décret n° 2020-2 du 3 janvier 2020 sur la santé des forêts (ci-après « le DSF ») existe. Voir l’article 4 du DSF.",
            "décret n° 2020-2 du 3 janvier 2020, art. 4",
        ),
        (
            "La Convention européenne de sauvegarde des droits de l’homme et des libertés fondamentales (CEDH) lie. La CEDH vaut.",
            "Convention européenne de sauvegarde des droits de l’homme et des libertés fondamentales",
        ),
    ],
)
def test_a_name_the_document_defines(text: str, canonical: str) -> None:
    assert last(text).canonical == canonical


def test_the_court_is_no_convention() -> None:
    assert [r for r in extract_text("La CEDH a jugé que l’État devait enquêter.") if r.kind == "convention"] == []


def test_a_law_known_by_its_date_is_the_one_the_document_gives_in_full() -> None:
    text = "La loi n° 2005-270 du 24 mars 2005 fixe le statut. L’article 20 de la loi du 24 mars 2005 exige l’aptitude."
    assert "loi n° 2005-270 du 24 mars 2005, art. 20" in canonicals(text)


def test_an_instruction_is_completed_from_its_full_number() -> None:
    text = "Vu l’instruction n° 2100/DEF/DCSSA/AST/AME du 1er octobre 2003. L’article 22 de l’instruction n° 2100 du 1er octobre 2003 le prévoit."
    full = "instruction n° 2100/DEF/DCSSA/AST/AME du 1er octobre 2003"
    assert canonicals(text) == [full, f"{full}, art. 22", full]


ORGANIC = "loi organique n° 2001-692 du 1er août 2001"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (f"La {ORGANIC} relative aux lois de finances existe. L’article 4 de la même loi organique le précise.", f"{ORGANIC}, art. 4"),
        (f"La {ORGANIC} existe, comme la loi n° 2002-2 du 2 janvier 2002. Les articles 3 de la loi organique le disent.", f"{ORGANIC}, art. 3"),
        ("Vu l’article 34 de la Constitution. Dans son article 6, la directive 2003/98/CE prévoit l’accès.", "directive 2003/98/CE du 17 novembre 2003"),
        ("Le décret n° 2016-1036 du 28 juillet 2016 applique la directive 2013/37/UE. Le décret attaqué prévoit en son article 1er que", "décret n° 2016-1036 du 28 juillet 2016, art. 1er"),
        ("Le décret n° 2016-1036 du 28 juillet 2016 applique la directive 2013/37/UE. À son article 2, le décret attaqué prévoit que", "décret n° 2016-1036 du 28 juillet 2016, art. 2"),
        (f"L’article 6 de la {SAPIN} dispose que « les articles 13 et 12-1 de la présente loi s’appliquent »", f"{SAPIN}, art. 12-1"),
        (f"La directive 2000/78/CE vaut. L’article 6 de la {SAPIN} dispose que « l’article 13 s’applique »", f"{SAPIN}, art. 13"),
        ("La directive (UE) 2019/1937 du 23 octobre 2019 oblige. Selon la directive européenne du 23 octobre 2019, la notion", "directive (UE) 2019/1937 du 23 octobre 2019"),
        ("Selon la directive du 27 novembre 2000, le handicap", "directive 2000/78/CE du 27 novembre 2000"),
    ],
)  # fmt: skip
def test_who_an_article_or_a_date_belongs_to(text: str, canonical: str) -> None:
    assert last(text).canonical == canonical


def test_its_article_can_stand_before_its_text() -> None:
    text = "Vu l’article 34 de la Constitution. Dans son article 6, la directive 2003/98/CE prévoit l’accès."
    assert "directive 2003/98/CE du 17 novembre 2003, art. 6" in canonicals(text)


def test_an_article_of_a_text_that_is_not_law_is_given_to_no_law() -> None:
    text = f"La {SAPIN} existe. L’article 5 du règlement intérieur, l’article 3 des statuts prévoient autre chose."
    assert [(r.surface, r.unresolved) for r in extract_text(text) if r.source is None] == [
        ("article 5 du règlement", "texte non reconnu : « règlement intérieur »"),
        ("article 3", "texte non reconnu : « statuts prévoient autre »"),
    ]


def test_this_order_takes_up_an_order_that_nobody_named() -> None:
    text = "L’arrêté du 2 août 2010 existe. La procédure est instaurée par un arrêté du ministre. Cet arrêté est publié."
    assert canonicals(text) == ["arrêté du 2 août 2010"]


def test_a_bill_is_no_law_even_with_a_date() -> None:
    assert [
        r for r in extract_text("la proposition de loi du 5 mars 2014 et le projet d’ordonnance du 3 mai 2020") if r.kind == "law"
    ] == []


def test_an_article_in_an_address_is_a_name() -> None:
    assert extract_text("Courriel : info@article19.org, site http://www.article19.org/resources") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("L’article L. 123-4 s’applique.", "aucun texte cité auquel rattacher cet article"),
        ("L’article 9 de la loi s’applique.", "aucun texte cité avant « loi »"),
        ("Cette loi est bonne.", "aucun texte cité avant « cette loi »"),
        ("Cet article est clair.", "aucun article cité avant"),
        ("L’article 3 du présent décret s’applique.", "le texte lui-même n’est pas identifié"),
    ],
)
def test_what_cannot_be_resolved_says_why(text: str, reason: str) -> None:
    (reference,) = extract_text(text)
    assert (reference.source, reference.unresolved) == (None, reason)


def test_an_article_without_prefix_is_not_given_to_a_code_numbered_otherwise() -> None:
    text = "Le décret n° 2015-125 du 5 février 2015 bloque les sites qui violent l’article 421-2-5 du code pénal (article 3)."
    assert last(text).canonical == "décret n° 2015-125 du 5 février 2015, art. 3"


def test_the_bare_articles_of_a_code_s_own_text_are_its_own() -> None:
    code = by_legitext()["LEGITEXT000006071164"]
    text = "Pour l’application des articles L. 111-6 et L. 111-10 et de l’article 219 du code de procédure pénale"
    assert [r.source.id for r in extract_text(text, code) if r.source] == [
        "legi:LEGITEXT000006071164/art/L111-6",
        "legi:LEGITEXT000006071164/art/L111-10",
        "legi:LEGITEXT000006071154/art/219",
    ]


def test_words_after_a_form_that_points_back_are_not_its_title() -> None:
    text = "La loi n° 2001-1062 du 15 novembre 2001 le prévoit. L’article 29 de la loi précitée instituant ce régime reste en vigueur."
    assert "loi n° 2001-1062 du 15 novembre 2001, art. 29" in [r.canonical for r in extract_text(text)]
