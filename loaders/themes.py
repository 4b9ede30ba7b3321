"""What recommendations are about: the terms of themes.yaml read in their text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from ..graph.identifiers import local, slug
from .document import Document, Recommendation
from .institutions.tokens import Tokens
from .tables import read_table

THEMES = Path(__file__).with_name("themes.yaml")


@dataclass(frozen=True, slots=True)
class ThemeMention:
    """A recommendation deals with a theme: text[start:end] of the source says so. `theme` is 'theme:sante', `name` 'santé'."""

    recommendation: str
    theme: str
    name: str
    start: int
    end: int
    quote: str


def themes(document: Document) -> tuple[ThemeMention, ...]:
    """The themes of each recommendation, each with its first term in the text; by recommendation, then by place."""
    return tuple(mention for r in document.recommendations for mention in sorted(_of(document, r), key=lambda m: (m.start, m.theme)))


def _of(document: Document, recommendation: Recommendation) -> Iterator[ThemeMention]:
    clean = recommendation.body.clean
    tokens = Tokens.of(clean.text)
    words = [_plain(tokens.surface(i, i + 1)) for i in range(len(tokens.words))]
    line = " ".join(words)
    begins = [0]
    for word in words:
        begins.append(begins[-1] + len(word) + 1)
    seen: set[int] = set()
    for first, word in enumerate(words):
        for rank in _begun(word) - seen:
            name, pattern = _patterns()[rank]
            if found := pattern.match(line, begins[first]):
                seen.add(rank)
                start, end = clean.raw_span(tokens.starts[first], tokens.ends[bisect_left(begins, found.end()) - 1])
                yield ThemeMention(recommendation.id, local("theme", slug(name)), name, start, end, document.source.text[start:end])


@lru_cache(maxsize=1 << 14)
def _begun(word: str) -> frozenset[int]:
    """The ranks of the themes one of whose terms may begin with the word: only they are looked for there."""
    first = _first_words()
    beginnings = (f"{word[:end]}*" for end in range(1, len(word) + 1))
    return frozenset(rank for beginning in (word, *beginnings) for rank in first.get(beginning, ()))


@cache
def _first_words() -> dict[str, frozenset[int]]:
    """The ranks of the themes by the first words of their terms, "mot*" for those that only begin so."""
    first: dict[str, set[int]] = {}
    for index, entry in enumerate(read_table(THEMES)["themes"]):
        for term in entry["terms"]:
            first.setdefault(_words_of(str(term))[0], set()).add(index)
    return {word: frozenset(themes) for word, themes in first.items()}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:

    data = read_table(THEMES)
    return tuple((entry["name"], re.compile("|".join(_term(str(term)) for term in entry["terms"]))) for entry in data["themes"])


def _term(term: str) -> str:
    """A term as a regular expression over words in small letters separated by single blanks; accents count ("formé", "forme")."""
    words = _words_of(term)
    return r"(?<!\S)" + " ".join(re.escape(word).replace(r"\*", r"\S*") for word in words) + r"(?!\S)"


def _words_of(term: str) -> list[str]:
    return re.findall(r"[^\W\d_]+['’*]?|\d+|[^\w\s]", _plain(term))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("’", "'")).lower()
