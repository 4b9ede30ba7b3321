"""What is said of a text or of its review, in both languages: every sentence stands in messages.yaml, which facts fill in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ..graph.bilingual import Bilingual
from ..graph.identifiers import english_date, french_date
from .tables import read_table

_UNITS = {"footnote": "note", "paragraph": "paragraphe", "recommendation": "recommandation", "heading": "titre"}


def say(key: str, /, **facts: str | int | Bilingual) -> Bilingual:
    """The message `key` of messages.yaml with its facts, each in the language of the sentence it stands in."""
    told = _catalogue()[key]
    return Bilingual(*(told[lang].format_map({name: _in(fact, lang) for name, fact in facts.items()}) for lang in ("fr", "en")))


def _in(fact: str | int | Bilingual, lang: str) -> str | int:
    return fact.text(lang) if isinstance(fact, Bilingual) else fact


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = read_table(files(__package__) / "messages.yaml")
    return loaded


def alike(text: str) -> Bilingual:
    """What is written the same in both languages: a number, an identifier, the words of the text."""
    return Bilingual(text, text)


def dated(iso: str) -> Bilingual:
    """A date (ISO, possibly partial) in words: "5 août 2013", "5 August 2013"."""
    return Bilingual(french_date(iso), english_date(iso))


def place(unit: str) -> Bilingual:
    """A unit by its name: "note 9", "footnote 9"."""
    first, _, rest = unit.partition(" ")
    return Bilingual(f"{_UNITS.get(first, first)} {rest}".strip(), unit)


def sentence(reason: Bilingual) -> Bilingual:
    """A reason as a sentence of its own."""
    return Bilingual(*(f"{text[0].upper()}{text[1:]}." for text in (reason.fr, reason.en)))
