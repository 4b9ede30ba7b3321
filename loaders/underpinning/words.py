"""The words of a text that say something: their stems, and the families that stems of one sense make.

Stems are Snowball's for French (snowballstemmer). A stem that begins another, at most three letters longer, is of its family:
« piloter » and « pilotage » (pilot, pilotag); so are the words that relatives.yaml lists together (étendre, extension).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple, Protocol

from ...graph.identifiers import fold

SHORTEST_WORD, SHORTEST_FAMILY, LONGEST_ENDING = 3, 5, 3
# The units of a long opinion, whose words are kept while its links are made.
_UNITS = 1024
WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_WORD},}}")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (the library's name)


class Word(NamedTuple):
    """A content word of a text: its stem, and where it stands in that text."""

    stem: str
    start: int
    end: int


@cache
def stop_words() -> frozenset[str]:
    """Grammatical words and the boilerplate of opinions (stopwords.txt), folded; see `stop_stems`."""
    return frozenset(fold(word) for line in _stop_lines() if not line.startswith("~") for word in line.split())


@cache
def stop_stems() -> frozenset[str]:
    """The stems no word of which says anything: those of the lines of stopwords.txt that begin with ~."""
    return frozenset(stem(word) for line in _stop_lines() if line.startswith("~") for word in line[1:].split())


def _stop_lines() -> list[str]:
    lines = (files(__package__) / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@cache
def relatives() -> Mapping[str, str]:
    """The stem of each word of relatives.yaml with the stem that stands for its family."""
    import yaml

    groups: list[list[str]] = yaml.safe_load((files(__package__) / "relatives.yaml").read_text(encoding="utf-8"))
    heads: dict[str, str] = {}
    for group in groups:
        stems = [stem(word) for word in group]
        head = next((heads[s] for s in stems if s in heads), stems[0])
        heads |= {s: head for s in stems if s not in heads}
    return heads


@cache
def stem(word: str) -> str:
    """The folded Snowball stem of a word."""
    return fold(_stemmer().stemWord(word.lower()))


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("french")
    return stemmer


@cache
def _said(word: str) -> str | None:
    """The stem of a word that says something, None for another; an acronym keeps its letters."""
    folded = fold(word)
    if folded in stop_words():
        return None
    if word.isupper():
        return folded
    return None if stem(word) in stop_stems() else stem(word)


@lru_cache(maxsize=_UNITS)
def content_words(text: str) -> tuple[Word, ...]:
    """The words of a text that say something, in order. Several steps weigh the words of a unit: they are read once."""
    return tuple([Word(said, *match.span()) for match in WORD.finditer(text) if (said := _said(match[0])) is not None])


def families(stems: Iterable[str]) -> dict[str, str]:
    """Each stem's family: its relatives', else the shortest stem of the vocabulary that begins it, by LONGEST_ENDING letters at most."""
    vocabulary, listed = set(stems), relatives()
    found: dict[str, str] = {}
    for one in sorted(vocabulary):
        shorter = (one[:length] for length in range(max(SHORTEST_FAMILY, len(one) - LONGEST_ENDING), len(one)))
        head = listed.get(one) or next((s for s in shorter if s in vocabulary), one)
        found[one] = found.get(head, listed.get(head, head))
    return found
