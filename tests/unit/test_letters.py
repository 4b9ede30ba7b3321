"""Letters folded by a table: what a reader sees in each, and texts that hold others."""

from __future__ import annotations

from renvois.graph.identifiers import fold
from renvois.graph.letters import Letters
from renvois.loaders.citations.text import folded


def test_french_texts_lose_accents_case_and_typography() -> None:
    assert folded("L’École «\u202fÉté\u202f» – n°\u00a012…") == "l'ecole « ete » - n° 12."
    assert fold("L’Œuvre\u202fÀ Noël") == "l'oeuvre a noel"


def test_a_text_with_other_letters_is_folded_the_same() -> None:
    assert folded("Árvíztűrő, “École”, Москва, 東京") == "arvizturo, «ecole», Москва, 東京"
    assert fold("Łódź à Été – Москва") == "łodz a ete – москва"


def test_letters_known_to_none_are_told() -> None:
    letters = Letters(str.upper)
    assert letters.fold("été") == "ÉTÉ"
    assert letters.fold("été 東京") is None
    assert letters.fold("\ue000") is None
