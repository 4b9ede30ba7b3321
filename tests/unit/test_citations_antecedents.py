"""Which text a short form points back to, and which it does not: defined names, quotations, modified texts, inserted articles."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text
from renvois.loaders.citations.model import Reference

LCEN = "loi n° 2004-575 du 21 juin 2004"
CHARTER = "Charte des droits fondamentaux de l’Union européenne"
ECHR = "Convention européenne de sauvegarde des droits de l’homme et des libertés fondamentales"
CSI = "code de la sécurité intérieure"


def canonicals(text: str) -> list[str]:
    return [r.canonical for r in extract_text(text)]


def last(text: str) -> Reference:
    return max(extract_text(text), key=lambda r: (r.start, -r.end))


@pytest.mark.parametrize(
    "text",
    [
        "Le traité de Lisbonne a confié à l’Union européenne (UE) une tâche. L’UE a agi.",
        "La loi du 26 janvier 2024 touche la Cour nationale du droit d’asile (CNDA). La CNDA statue.",
        "La loi n° 78-753 du 17 juillet 1978 a créé la Commission d’accès aux documents administratifs (ci-après la CADA). La CADA siège.",
        "Le décret du 3 mai 2010 relatif à la Haute Autorité de santé (HAS). La HAS évalue.",
        "La loi n° 2005-102 du 11 février 2005 reconnaît la langue des signes française (LSF). La LSF s’enseigne.",
    ],
)
def test_an_acronym_is_the_name_of_what_it_directly_follows(text: str) -> None:
    assert len(extract_text(text)) == 1


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (f"La {LCEN} pour la sûreté des réseaux numériques (LSRN) oblige. L’article 6 de la LSRN le dit.", f"{LCEN}, art. 6"),
        ("La loi n° 2017-55 du 20 janvier 2017 (ci-après « loi AAI ») ; l’article 3 de la loi AAI", "loi n° 2017-55 du 20 janvier 2017, art. 3"),
        (
            "Le règlement (UE) 2021/784 du 29 avril 2021 relatif aux contenus à caractère terroriste (ci-après règlement TCO) oblige. Le règlement TCO",
            "règlement (UE) 2021/784 du 29 avril 2021",
        ),
    ],
)  # fmt: skip
def test_a_short_name_of_the_instrument_itself(text: str, canonical: str) -> None:
    reference = last(text)
    assert (reference.canonical, reference.end) == (canonical, len(text) if text[-1] != "." else reference.end)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (f"La {ECHR} protège. L’article 267 du TFUE oblige. L’article 6 de la Convention le dit", f"{ECHR}, art. 6"),
        (f"Au sens de l’article 6 §1 de la Convention, tout est dit. La {ECHR} en décide", ECHR),
        ("CEDH, 8 avril 2014, Blaj c. Roumanie, n° 36259/04. Cela viole l’article 6 de la Convention", f"{ECHR}, art. 6"),
        (f"La {CHARTER}. Les articles 7, 8 et 52, paragraphe 1, de la\nCharte d’une législation", f"{CHARTER}, art. 52, § 1"),
        (f"Les articles 7 et 52, paragraphe 1, de la Charte le disent. La {CHARTER}", CHARTER),
        ("La loi n° 83-634 du 13 juillet 1983 protège, et l’article 6 de celle-ci", "loi n° 83-634 du 13 juillet 1983, art. 6"),
        ("Le décret n° 2014-1576 du 24 décembre 2014. L’exposante attaque le décret visé ci-dessus", "décret n° 2014-1576 du 24 décembre 2014"),
        ("La directive 2013/37/UE modifiant la directive 2003/98/CE a été publiée. Cette directive", "directive 2013/37/UE du 26 juin 2013"),
        ("La loi n° 78-17 du 6 janvier 1978, dans sa rédaction issue de la loi n° 2004-801 du 6 août 2004 ; cette loi", "loi n° 78-17 du 6 janvier 1978"),
        ("La loi n° 78-17 du 6 janvier 1978 modifiée par la loi n° 2004-801 du 6 août 2004 ; cette loi", "loi n° 78-17 du 6 janvier 1978"),
    ],
)  # fmt: skip
def test_which_text_is_meant(text: str, canonical: str) -> None:
    assert last(text).canonical == canonical


def test_every_convention_article_of_a_document_is_the_conventions_even_before_its_name() -> None:
    text = f"Au sens de l’article 6 §1 de la Convention, tout est dit. La {ECHR} en décide"
    assert canonicals(text)[0] == f"{ECHR}, art. 6 § 1"


def test_the_convention_is_no_treaty() -> None:
    (_, treaty, article) = extract_text("L’article 267 du TFUE oblige. L’article 6 de la Convention aussi.")
    assert treaty.source is not None
    assert (article.source, article.unresolved) == (None, "aucun texte cité avant « convention »")


def test_a_short_form_outside_a_quotation_leaves_what_only_the_quotation_cites() -> None:
    text = "La directive 95/46/CE protège. Elle dit : « sans préjudice de la directive 2002/58/CE, les États agissent ». Cette directive oblige."
    assert last(text).canonical == "directive 95/46/CE du 24 octobre 1995"


def test_an_inserted_article_is_of_the_code_that_has_its_chapter() -> None:
    text = (
        "Selon l’article L. 246-1 du code de la sécurité intérieure et l’article L. 34-1 du code des postes et des communications"
        " électroniques, le décret fixe, au I de l’article R. 246-2 qu’il insère dans ce même code, les services."
    )
    assert f"{CSI}, art. R. 246-2, I" in canonicals(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("L’article 10-1, inséré dans la loi n° 78-17 du 6 janvier 1978, protège.", "loi n° 78-17 du 6 janvier 1978, art. 10-1"),
        ("Le I de l’article R. 246-2 que le décret attaqué insère dans le code de la sécurité intérieure", f"{CSI}, art. R. 246-2, I"),
        ("L’article L. 111-9 créé au sein du code du sport protège.", "code du sport, art. L. 111-9"),
    ],
)
def test_an_article_belongs_to_the_text_it_is_put_into(text: str, canonical: str) -> None:
    assert canonicals(text)[0] == canonical


def test_an_article_that_inserts_is_not_of_the_text_it_changes() -> None:
    assert canonicals("L’article 4 insère dans le code pénal un chapitre.")[0] == "art. 4 (texte non identifié)"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("L’article 4 du code civil le dit ; le II de ce même article", "code civil, art. 4, II"),
        ("L’article 4 du code civil le dit ; au 1° du même article", "code civil, art. 4, 1°"),
        ("L’article 4 du code civil le dit ; au deuxième alinéa dudit article", "code civil, art. 4, al. 2"),
        ("L’article 4 du code civil le dit ; le 2° du I de cet article", "code civil, art. 4, I, 2°"),
        ("La loi n° 2004-204 du 9 mars 2004 adapte. La loi du 9 mars", "loi n° 2004-204 du 9 mars 2004"),
        ("La loi n° 2004-204 du 9 mars 2004 adapte. L’article 3 de la loi du 9 mars", "loi n° 2004-204 du 9 mars 2004, art. 3"),
    ],
)
def test_a_division_or_a_day_takes_the_rest_from_what_was_named(text: str, canonical: str) -> None:
    assert last(text).canonical == canonical


@pytest.mark.parametrize("text", ["Il fut arrêté du 3 mai au 5 juin.", "La loi du 9 mars n’a jamais existé."])
def test_a_day_without_year_names_nothing_alone(text: str) -> None:
    assert extract_text(text) == ()


RGPD = "règlement (UE) 2016/679 du 27 avril 2016"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("des considérants 74, 76 et 83 du RGPD", ["74", "76", "83"]),
        ("Le RGPD protège, à la lumière des considérants 74, 76 et 83 de celui-ci", ["74", "76", "83"]),
        ("Le RGPD protège, selon son considérant 4", ["4"]),
        ("Le RGPD protège ; les considérants (4) et (5) le disent", ["4", "5"]),
        ("Dans ses considérants 26 et 30, le RGPD le dit", ["26", "30"]),
        ("Le RGPD protège (considérant 4).", ["4"]),
    ],
)
def test_recitals_are_those_of_an_act_of_the_union(text: str, expected: list[str]) -> None:
    recitals = [r.canonical for r in extract_text(text) if r.kind == "eu_act_article"]
    assert recitals == [f"{RGPD}, considérant {number}" for number in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Considérant 2 que la requête est recevable.",
        "Le juge l’énonce (considérant 8). La directive 2000/78/CE vise l’emploi.",
        "La directive 2000/78/CE. Conseil constitutionnel, décision n° 2010-613 DC du 7 octobre 2010. Voir le considérant 5.",
    ],
)
def test_a_recital_of_a_decision_is_none_of_an_act(text: str) -> None:
    assert not [r for r in extract_text(text) if r.kind == "eu_act_article"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "L’article L. 131-1 du code de l’éducation et l’article 227-17 du code pénal ; l’article L. 131-2 du même code",
            "code de l’éducation, art. L. 131-2",
        ),
        (
            "L’article L. 131-1 du code de l’éducation et l’article 227-17 du code pénal ; l’article 227-18 du même code",
            "code pénal, art. 227-18",
        ),
        ("La loi n° 2011-333 du 29 mars 2011 (ci-après « la loi organique »)", "loi n° 2011-333 du 29 mars 2011"),
        ("La loi du 5 juillet 1996 dite « loi Galland » oblige ; la loi Galland", "loi du 5 juillet 1996"),
    ],
)
def test_the_same_code_is_one_whose_articles_are_numbered_so(text: str, canonical: str) -> None:
    assert last(text).canonical == canonical


def test_a_defined_name_ends_before_the_quotation_mark_that_did_not_open_it() -> None:
    assert last("La loi n° 2017-55 du 20 janvier 2017 (ci-après « la loi AAI »)").surface == "loi AAI"


@pytest.mark.parametrize(
    "words",
    [
        "L’article 14 combiné avec l’article 8 de la Convention",
        "l’article 14, lu en combinaison avec l’article 8 de la Convention",
        "l’article 14, pris ensemble avec l’article 8 de la Convention",
        "l’article 14 combiné à l’article 8 de la Convention",
        "l’article 14 et l’article 8 de la Convention",
    ],
)
def test_articles_read_together_are_of_one_text(words: str) -> None:
    text = f"La {ECHR} et la loi n° 2008-496 du 27 mai 2008 protègent. {words}."
    assert canonicals(text)[-2:] == [f"{ECHR}, art. 14", f"{ECHR}, art. 8"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("L’article 9 du code civil protège. L’article 1240 répare", "code civil, art. 1240"),
        ("L’article 1240 du code civil répare. L’article 9 protège", "code civil, art. 9"),
        ("L’article 150 U du code général des impôts. L’article 1741 réprime", "code général des impôts, art. 1741"),
        ("L’article 421-2-5 du code pénal punit. L’article 1240 répare", "art. 1240 (texte non identifié)"),
        ("La loi n° 2008-496 du 27 mai 2008 protège. L’article 1240 répare", "art. 1240 (texte non identifié)"),
    ],
)
def test_codes_that_count_through_have_short_and_long_numbers(text: str, canonical: str) -> None:
    assert last(text).canonical == canonical


def test_an_article_is_not_of_the_text_of_the_next_clause() -> None:
    text = "L’article 226-10 du code pénal punit, l’article 226-13 aussi ; articles 40 CPP et 9 du code civil."
    assert canonicals(text)[1] == "code pénal, art. 226-13"
    text = "Le 7° de l’article L. 313-11 du CESEDA ; le II de l’article L. 511-1 ; l’article 9 du code civil."
    assert canonicals(text)[1] == "code de l’entrée et du séjour des étrangers et du droit d’asile, art. L. 511-1, II"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Le RGPD protège ; l’article 5 de celui-ci", f"{RGPD}, art. 5"),
        ("Le RGPD protège ; l’article 5 de ce dernier", f"{RGPD}, art. 5"),
        ("La loi n° 83-634 du 13 juillet 1983 et le RGPD ; l’article 6 de cette dernière", "loi n° 83-634 du 13 juillet 1983, art. 6"),
        ("Le RGPD protège ; l’article 5 de celle-ci", "art. 5 (texte non identifié)"),
    ],
)
def test_a_pronoun_stands_for_a_text_of_its_gender(text: str, canonical: str) -> None:
    assert last(text).canonical == canonical
