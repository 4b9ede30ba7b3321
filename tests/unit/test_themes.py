"""Themes of recommendations, with the words that show them."""

from __future__ import annotations

import json
from pathlib import Path

from renvois.loaders.read import read
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure
from renvois.loaders.themes import themes

ROOT = Path(__file__).parents[2]
GOLD = json.loads((ROOT / "tests/golden/A-2021-5/responsibilities.json").read_text(encoding="utf-8"))["recommendations"]


def _themes(sentence: str) -> dict[str, str]:
    source = SourceText("essai.txt", f"Avis\n\nRecommandation n° 1 : {sentence}\n", "txt")
    return {mention.name: mention.quote for mention in themes(structure(source))}


def test_a_theme_comes_with_the_words_that_show_it() -> None:
    assert _themes("Renforcer les moyens de l’asile.") == {"moyens": "moyens", "asile/étrangers": "asile"}


def test_accents_tell_a_trained_person_from_a_shape() -> None:
    assert "formation" in _themes("Des agents formés.")
    assert _themes("Toutes les formes.") == {}


def test_a_term_of_several_words_is_read_over_a_line_end() -> None:
    assert _themes("Garantir la vie\nprivée.") == {"données personnelles": "vie\nprivée"}


def test_the_themes_of_the_first_avis_are_mostly_the_reader_s() -> None:
    document = structure(read(ROOT / "src/renvois/sample/A-2021-5.txt"))
    gold = {(f"r{r['number']}", theme) for r in GOLD for theme in r["themes"]}
    found = {(m.recommendation, m.name) for m in themes(document)}
    assert len(found & gold) / len(found) >= 0.80
    assert len(found & gold) / len(gold) >= 0.80
