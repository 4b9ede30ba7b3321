"""Articles of bills: by their number between two readings, by the bill's title, number or year, and what they must not be taken for."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract, extract_text
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure

ECHR = "La Convention européenne des droits de l’homme garantit en son article 8 la vie privée. "


def articles(text: str) -> list[tuple[str, str, str | None]]:
    found = (r for r in extract_text(text) if "art" in r.surface.lower() and any(c.isdigit() for c in r.surface))
    return [(r.surface, r.kind, r.source.id if r.source else None) for r in found if r.source is None or "/art/" in r.source.id]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("L’article 1er bis A de la proposition de loi n° 3452", "1_bis_A"),
        ("L’article 1er A de la proposition de loi n° 3452", "1_A"),
        ("L’article 2 ter de la proposition de loi n° 3452", "2_ter"),
        ("L’article 4 quinquies B de la proposition de loi n° 3452", "4_quinquies_B"),
        ("L’article 11 (nouveau) de la proposition de loi n° 3452", "11"),
        ("L’article unique de la proposition de loi n° 3452", "unique"),
        ("L’article 2 AA de la PPL n° 3452", "2_AA"),
    ],
)
def test_an_article_of_a_bill_is_not_one_of_the_text_before(words: str, number: str) -> None:
    assert articles(f"{ECHR}{words} le prévoit.")[1][1:] == ("bill", f"bill:fr/ppl-3452/art/{number}")


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("L’article 47 du projet de loi de finances pour 2022", "bill:fr/plf-2022/art/47"),
        ("L’article 12 du PLFSS pour 2023", "bill:fr/plfss-2023/art/12"),
        ("L’article liminaire du projet de loi de finances pour 2024", "bill:fr/plf-2024/art/liminaire"),
        ("L’article 24 de la proposition de loi relative à la sécurité globale", "bill:fr/ppl-securite-globale/art/24"),
    ],
)
def test_the_bill_is_named_after_its_article(words: str, target: str) -> None:
    first = extract_text(f"{words} est critiqué.")[0]
    assert (first.surface, first.kind, first.source and first.source.id) == (words[2:], "bill", target)


def test_the_canonical_form_names_the_bill_then_its_article() -> None:
    (article, _) = extract_text("L’article 3 bis du projet de loi de finances pour 2022 est supprimé.")
    assert article.canonical == "Projet de loi de finances pour 2022, art. 3 bis"
    assert article.source is not None and article.source.name == "art. 3 bis du projet de loi de finances pour 2022"


def test_bare_articles_of_an_opinion_on_a_bill_are_the_bills() -> None:
    text = (
        "L’avis porte sur la proposition de loi visant à lutter contre la haine sur internet. L’article 1er de la proposition de loi impose "
        "un retrait. Il modifie l’article 6-1 de la loi n° 2004-575 du 21 juin 2004. L’article 2 renvoie à l’article L. 34-1 du code des postes "
        "et des communications électroniques. L’article 1er bis A précise les motifs. Les articles 3 et 4 de la PPL sont sans incidence."
    )
    numbers = [target for _, kind, target in articles(text) if kind == "bill"]
    assert numbers == [f"bill:fr/ppl-haine-internet/art/{n}" for n in ("1", "2", "1_bis_A", "3")]


def test_an_article_with_a_prefix_is_never_a_bills() -> None:
    text = "L’article 2 du projet de loi relatif à la santé complète le code de la santé publique. L’article L. 1110-4 garantit le secret."
    assert articles(text)[1][2] == "legi:LEGITEXT000006072665/art/L1110-4"


def test_a_change_told_in_prose_does_not_make_its_sentence_an_amending_text() -> None:
    text = (
        f"{ECHR}L’article 3 de la loi n° 78-17 du 6 janvier 1978 est appliqué par la CNIL. L’article 5 a été modifié depuis. "
        "Le décret n° 2019-536 du 29 mai 2019 précise la procédure."
    )
    assert articles(text)[2][2] == "eli:fr/loi/1978/1/6/78-17/art/5"


def test_the_bill_of_several_wordings_is_one_and_so_are_its_articles() -> None:
    text = (
        "Le projet de loi confortant le respect des principes de la République est examiné. "
        "L’article 18 du projet de loi n° 3649 confortant le respect des principes de la République crée un délit."
    )
    parents = {r.source.parent.id if r.source.parent else r.source.id for r in extract_text(text) if r.source}
    assert len(parents) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L’article 5 du projet de loi a été rejeté.", "bill"),
        ("L’article 3 bis (nouveau) a été adopté sans modification.", "bill"),
        ("L’article 5 du projet d’ordonnance est critiqué.", "bill"),
        ("L’article 6 de la proposition de règlement l’interdit.", "eu_act_article"),
    ],
)
def test_an_article_of_a_draft_that_nobody_names_stays_unresolved(text: str, kind: str) -> None:
    (found,) = (r for r in extract_text(text) if r.surface.startswith("article"))
    assert (found.kind, found.source, bool(found.unresolved)) == (kind, None, True)


def test_that_article_is_never_the_one_before_an_article_of_an_unknown_text() -> None:
    text = (
        "L’article 706-47 du code de procédure pénale les énumère. L’article 4 du règlement intérieur y renvoie. Cet article est contesté."
    )
    assert [r.source for r in extract_text(text) if r.surface == "Cet article"] == [None]


def test_a_paragraph_of_an_opinion_on_a_bill_opens_with_the_bills_article() -> None:
    text = (
        "AVIS\n\n1. La commission examine le projet de loi relatif au renseignement. L’article 1er du projet de loi définit les finalités.\n\n"
        "2. L’article 2 du projet de loi autorise des traitements. L’article 66 de la Constitution est cité.\n\n"
        "3. À l’article 5, le Gouvernement propose un recours."
    )
    document = structure(SourceText("avis.txt", text, "txt"))
    found = {r.surface: r.source.id for r in extract(document) if r.source}
    assert found["article 5"] == "bill:fr/pjl-renseignement/art/5"
