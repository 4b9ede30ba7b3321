"""Full-text search as both stores understand it: the words asked for, in French, and how Lucene is asked for them.

Every word must be found, whatever its inflection, accents or capitals; « 225-4-1 » is one word, whose numbers follow each other.
Words that every text holds (stopwords.txt, the list of Lucene's French analyzer, from Snowball) are not asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Protocol

from .errors import QueryError
from .identifiers import fold

_WORD = re.compile(r"[^\W_]+")
# Lucene's light French stemmer leaves the accents of words this short: they are asked for in every way they may be written.
_SHORT = 4
_ACCENTS = {"a": "aàâ", "c": "cç", "e": "eéèê", "i": "iîï", "o": "oô", "u": "uùû"}


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (the library's name)


def asked(words: str) -> tuple[tuple[str, ...], ...]:
    """Each word asked for, as the words it is made of ('225-4-1' is three), stop words left out. QueryError where nothing is asked."""
    if not _WORD.search(words):
        raise QueryError("There is no word to search for.", where=repr(words), cure="Give a word, e.g. mineurs.")
    parts = (tuple(_content(word)) for word in words.split())
    return tuple(part for part in parts if part)


def terms(texts: Iterable[str]) -> str:
    """The stems of the texts, in order, as the embedded index keeps them."""
    return " ".join(stem(word) for text in texts for word in _content(text))


def lucene(words: Sequence[Sequence[str]]) -> str:
    """A query for Neo4j's full-text index: each word is needed, and is quoted, so that nothing is taken for Lucene's syntax."""
    return " ".join(f"+({' '.join(_quoted(way) for way in _ways(parts))})" for parts in words)


def fts5(words: Sequence[Sequence[str]]) -> str:
    """A query for SQLite's FTS5 over `terms`."""
    return " AND ".join(_quoted(map(stem, parts)) for parts in words)


def texts_of(properties: Mapping[str, object], names: Iterable[str]) -> Iterator[str]:
    """What full-text search looks in: each text of these properties."""
    for name in names:
        value = properties.get(name)
        yield from (str(item) for item in (value if isinstance(value, tuple | list) else (value,)) if item is not None)


@cache
def stem(word: str) -> str:
    """The folded Snowball stem of a word."""
    return fold(_stemmer().stemWord(word.lower()))


def _content(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if word.lower() not in _stop_words())


def _quoted(words: Iterable[str]) -> str:
    return f'"{" ".join(words)}"'


def _ways(parts: Sequence[str]) -> Iterator[list[str]]:
    """The ways a word may be written: as it is, and where it is short and bare, with any accents."""
    if len(parts) > 1 or len(parts[0]) > _SHORT:
        yield list(parts)
        return
    for letters in product(*(_ACCENTS.get(letter, letter) for letter in fold(parts[0]))):
        yield ["".join(letters)]


@cache
def _stop_words() -> frozenset[str]:
    lines = (files(__package__) / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("french")
    return stemmer
