"""The words of a text that say something: their stems, and the families that stems of one sense make.

Stems are Snowball's for French (snowballstemmer). A stem that begins another, at most three letters longer, is of its family:
« piloter » and « pilotage » (pilot, pilotag); so are the words that relatives.yaml lists together (étendre, extension).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
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


# A named tuple made at once: its own constructor is a Python function, and every word of a document has one.
_new = tuple.__new__


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


class _Said(dict[str, str | None]):
    """The stem of each word that says something, None for another; an acronym keeps its letters. Every word of a text is looked up."""

    def __missing__(self, word: str) -> str | None:
        folded = fold(word)
        stemmed = folded if word.isupper() else stem(word)
        self[word] = None if folded in stop_words() or (stemmed in stop_stems() and not word.isupper()) else stemmed
        return self[word]


_SAID = _Said()


@lru_cache(maxsize=_UNITS)
def content_words(text: str) -> tuple[Word, ...]:
    """The words of a text that say something, in order. Several steps weigh the words of a unit: they are read once."""
    return tuple([_new(Word, (said, m.start(), m.end())) for m in WORD.finditer(text) if (said := _SAID[m.group()]) is not None])


def families(stems: Iterable[str]) -> dict[str, str]:
    """Each stem's family: its relatives', else the shortest stem of the vocabulary that begins it, by LONGEST_ENDING letters at most."""
    vocabulary, listed = set(stems), relatives()
    found: dict[str, str] = {}
    for one in sorted(vocabulary):
        head = listed.get(one) or _head(one, vocabulary)
        found[one] = found.get(head, listed.get(head, head))
    return found


def _head(one: str, vocabulary: Collection[str]) -> str:
    for length in range(max(SHORTEST_FAMILY, len(one) - LONGEST_ENDING), len(one)):
        if one[:length] in vocabulary:
            return one[:length]
    return one
