"""Articles of a bill called by "le projet", "la proposition" or "le présent texte" alone."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

BILL = "Le projet de loi relatif à la bioéthique a été déposé. "


def targets(text: str) -> list[str | None]:
    return [r.source.id if r.source else None for r in extract_text(text)]


@pytest.mark.parametrize(
    "words",
    [
        "Aux termes de l’article 4 du projet, la filiation est établie.",
        "L’article 4 du projet crée un délit.",
        "L’article 4 du projet adopté par le Sénat a changé.",
        "L’article 4 dudit projet l’interdit.",
        "L’article 4 du présent texte l’interdit.",
        "L’article 4 du présent projet de loi l’interdit.",
    ],
)
def test_the_bill_named_before_is_meant(words: str) -> None:
    assert targets(f"{BILL}{words}") == ["bill:fr/pjl-bioethique", "bill:fr/pjl-bioethique/art/4"]


def test_several_articles_of_a_proposition() -> None:
    found = targets(
        "La proposition de loi n° 3452 relative à la sécurité globale. Les articles 20 bis et 21 de la proposition modifient le code."
    )
    assert found[1:] == ["bill:fr/ppl-securite-globale/art/20_bis", "bill:fr/ppl-securite-globale/art/21"]


@pytest.mark.parametrize("words", ["projet d’établissement", "projet associatif", "projet parental", "projet personnalisé"])
def test_other_projects_have_articles_of_their_own(words: str) -> None:
    assert targets(f"{BILL}L’article 6 du {words} est autre.") == ["bill:fr/pjl-bioethique", None]


def test_without_a_bill_nothing_is_meant() -> None:
    (reference,) = extract_text("L’article 3 du projet, signé par le directeur, fixe le budget.")
    assert (reference.source, reference.unresolved) == (None, "aucun texte cité avant « projet »")
