"""Laws by their title alone: those that are referred to the Conseil constitutionnel, and "la loi déférée"."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

LAW = "loi relative au calme des campagnes et à la paix des villages"


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons l’honneur de vous déférer, en application de l’article 61, la loi relative au calme des campagnes et à la paix des villages.",
        "Observations sur la saisine du 6 août 2024 sur la loi relative au calme des campagnes et à la paix des villages, 2024-900 DC.",
        "La loi relative au calme des campagnes et à la paix des villages telle qu’elle a été adoptée est contraire à la Constitution.",
    ],
)
def test_a_law_that_is_referred_is_known_by_its_title(text: str) -> None:
    (law,) = [r for r in extract_text(text) if r.kind == "law"]
    assert law.canonical == LAW
    assert law.source is not None


@pytest.mark.parametrize(
    "words",
    [
        "L’article 5 de la loi déférée",
        "L’article 5 de la loi qui vous est déférée",
        "L’article 5 de la loi telle qu’adoptée par le Parlement",
    ],
)
def test_the_law_referred_is_the_one_so_called(words: str) -> None:
    text = f"Nous vous déférons la {LAW}. Elle modifie la loi n° 83-634 du 13 juillet 1983. {words} méconnaît la Constitution."
    (article,) = [r for r in extract_text(text) if r.kind == "law_article"]
    assert article.canonical == f"{LAW}, art. 5"


def test_the_title_is_known_wherever_the_document_repeats_it() -> None:
    text = f"L{LAW[1:]}\n\nNous vous déférons la {LAW}. L’article 5 de la {LAW} est obscur."
    assert [r.canonical for r in extract_text(text)] == [LAW, LAW, f"{LAW}, art. 5"]


@pytest.mark.parametrize(
    "text",
    [
        "Le juge est saisi du litige. La loi relative au bruit des machines s’applique.",
        "Une loi pour une école plus calme serait utile.",
        "L’article 5 de la loi déférée est obscur.",
    ],
)
def test_no_law_is_guessed(text: str) -> None:
    assert all(r.source is None for r in extract_text(text))


def test_an_act_cited_with_its_number_and_op_cit_is_itself() -> None:
    text = "Loi n° 2011-525 du 17 mai 2011, article 12. Loi n° 2011-525 du 17 mai 2011, op. cit."
    assert [r.kind for r in extract_text(text)] == ["law_article", "law", "law"]
