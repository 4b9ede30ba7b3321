"""Recommendations inside the alinéas of a text that sets none apart: the sentences that open with its author recommending."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from ...graph.identifiers import fold
from ..sentences import sentences
from .lines import Break, Line
from .speaking import PRONOUN, Speech, main_author, names_of, speech

# The author of the text speaks in it this often at least, and of all bodies the most; it recommends in two sentences at least.
_SPEAKS, _RECOMMENDS = 3, 2


@dataclass(frozen=True, slots=True)
class _Sentence:
    """text[start:end] of the alinéa that begins at the line `first`, after the words `before`; `quoted`: it stands between guillemets."""

    first: int
    start: int
    end: int
    text: str
    before: str
    quoted: bool


def part_recommendations(lines: Sequence[Line], taken: Set[int]) -> list[Line] | None:
    """The lines, those parted at which a sentence of the author's recommending begins or ends; None where there is no such sentence.

    Only the body that speaks most in the text is its author: who reports what a commission recommends does not recommend it.
    """
    found = [(sentence, by, said) for sentence, by, said in _spoken(lines, taken) if not sentence.quoted]
    author, times = main_author(by for _, by, said in found if said.speaks)
    asking = [(sentence, said) for sentence, by, said in found if by == author and (said.recommends or said.asks)]
    if times < _SPEAKS or sum(said.recommends for _, said in asking) < _RECOMMENDS:
        return None
    cuts: dict[int, set[int]] = {}
    for sentence, _ in asking:
        for offset in (sentence.start, sentence.end):
            index, column = _place(lines, sentence.first, offset)
            cuts.setdefault(index, set()).add(column)
    return [piece for index, line in enumerate(lines) for piece in _pieces(line, sorted(cuts.get(index, ())))]


def _spoken(lines: Sequence[Line], taken: Set[int]) -> Iterator[tuple[_Sentence, str, Speech]]:
    """The sentences in which a body speaks, each with its author: "elle" is the one that spoke before in the alinéa, or was named in it."""
    called = names_of("\n".join(line.text for line in lines))
    before: tuple[int, str] | None = None
    for sentence in _sentences(lines, taken):
        if (said := speech(sentence.text)) is None:
            continue
        if said.author != PRONOUN:
            by: str | None = called.get(said.author, said.author)
        elif before and before[0] == sentence.first:
            by = before[1]
        else:
            by = _named(sentence.before, called)
        if by is not None:
            before = sentence.first, by
            yield sentence, by, said


def _named(text: str, called: Mapping[str, str]) -> str | None:
    """The acronym of the body with one that the words name last, by it or by its noun."""
    words = re.findall(r"\w+", fold(text))
    acronyms = set(called.values())
    return next((called.get(word, word) for word in reversed(words) if word in called or word in acronyms), None)


def _sentences(lines: Sequence[Line], taken: Set[int]) -> Iterator[_Sentence]:
    """The sentences of every alinéa."""
    for first, last in _alineas(lines, taken):
        text = " ".join(line.text for line in lines[first : last + 1])
        depth = 0
        for start, end in sentences(text):
            yield _Sentence(first, start, end, text[start:end], text[:start], depth > 0)
            depth = max(0, depth + text.count("«", start, end) - text.count("»", start, end))


def _alineas(lines: Sequence[Line], taken: Set[int]) -> Iterator[tuple[int, int]]:
    """(first line, last line) of each run of lines that nothing parts."""
    first = None
    for index, line in enumerate(lines):
        if first is not None and (index in taken or line.gap or line.page_break is not Break.NONE):
            yield first, index - 1
            first = None
        if first is None and index not in taken:
            first = index
    if first is not None:
        yield first, len(lines) - 1


def _place(lines: Sequence[Line], first: int, offset: int) -> tuple[int, int]:
    """(line, column) of an offset in the text of the alinéa that begins at the line `first`; its end is the end of its last line."""
    index, start = first, 0
    while index + 1 < len(lines) and start + lines[index].length + 1 <= offset:
        start += lines[index].length + 1
        index += 1
    return index, offset - start


def _pieces(line: Line, columns: Sequence[int]) -> Iterator[Line]:
    """The line, parted at columns: each piece but one at its beginning stands apart, as an alinéa does."""
    edges = [0, *(c for c in columns if 0 < c < line.length), line.length]
    for begin, end in pairwise(edges):
        text = line.text[begin:end].rstrip()
        if begin or 0 in columns:
            yield Line(line.start + begin, line.start + begin + len(text), text, True, Break.NONE if begin else line.page_break)
        else:
            yield replace(line, end=line.start + len(text), text=text)
