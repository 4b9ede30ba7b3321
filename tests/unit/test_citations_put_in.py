"""Articles that one text puts into another, and whose "son article" a sentence speaks of."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

LAW = "loi n° 2021-100 du 3 février 2021"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "Le décret du 4 mai 2020 a été suivi de la loi n° 2021-100 du 3 février 2021, qui a modifié plusieurs articles de "
            "la loi n° 70-20 du 5 mars 1970 relative au bruit, y insérant notamment un article 6-1 ainsi rédigé : « Le maire agit ».",
            "loi n° 70-20 du 5 mars 1970, art. 6-1",
        ),
        (
            "La loi n° 2021-100 du 3 février 2021 a modifié la Constitution et a également inséré, dans le titre II, un article 12-1.",
            "Constitution du 4 octobre 1958, art. 12-1",
        ),
        (
            "La loi n° 2021-100 du 3 février 2021 a introduit dans la Constitution un article 12-1.",
            "Constitution du 4 octobre 1958, art. 12-1",
        ),
    ],
)
def test_an_article_put_into_a_text_is_of_that_text(text: str, canonical: str) -> None:
    assert extract_text(text)[-1].canonical == canonical


def test_son_article_is_of_the_law_that_changes_not_of_what_it_changes_or_quotes() -> None:
    text = (
        "Considérant que l'article 2 de la loi n° 2021-100 du 3 février 2021 a introduit dans la Constitution un article 12-1 qui dispose : "
        '" Les droits que la Constitution garantit sont égaux " ; que son article 3 a inséré un alinéa ;'
    )
    assert extract_text(text)[-1].canonical == f"{LAW}, art. 3"
