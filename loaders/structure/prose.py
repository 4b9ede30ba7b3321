"""Recommendations inside the alinéas of a text that sets none apart: the sentences that open with its author recommending."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from ...graph.identifiers import fold
from ..sentences import sentences
from .lines import Break, Line
from .openers import rule

# The author of the text speaks in it this often at least, and of all bodies the most; it recommends in two sentences at least.
_SPEAKS, _RECOMMENDS = 3, 2


@dataclass(frozen=True, slots=True)
class _Sentence:
    """text[start:end] of the alinéa that begins at the line `first`; `quoted`: it stands between guillemets."""

    first: int
    start: int
    end: int
    text: str
    quoted: bool


def part_recommendations(lines: Sequence[Line], taken: Set[int]) -> list[Line] | None:
    """The lines, those parted at which a sentence of the author's recommending begins or ends; None where there is no such sentence.

    Only the body that speaks most in the text is its author: who reports what a commission recommends does not recommend it.
    """
    found = [sentence for sentence in _sentences(lines, taken) if not sentence.quoted]
    speaking = Counter(author for sentence in found if (author := _author(sentence.text)))
    author, times = max(speaking.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    asking = [s for s in found if _asks(s.text) and _author(s.text) == author]
    if times < _SPEAKS or len([s for s in asking if _recommends(s.text)]) < _RECOMMENDS:
        return None
    cuts: dict[int, set[int]] = {}
    for sentence in asking:
        for offset in (sentence.start, sentence.end):
            index, column = _place(lines, sentence.first, offset)
            cuts.setdefault(index, set()).add(column)
    return [piece for index, line in enumerate(lines) for piece in _pieces(line, sorted(cuts.get(index, ())))]


def _author(sentence: str) -> str | None:
    speaker = rule("author_first").match(sentence)
    return fold(speaker["author"] or speaker["we"]) if speaker and rule("speaks").match(sentence, speaker.end()) else None


def _recommends(sentence: str) -> bool:
    speaker = rule("author_first").match(sentence)
    return speaker is not None and rule("then_recommends").match(sentence, speaker.end()) is not None


def _asks(sentence: str) -> bool:
    speaker = rule("author_first").match(sentence)
    return speaker is not None and (_recommends(sentence) or rule("then_asks").match(sentence, speaker.end()) is not None)


def _sentences(lines: Sequence[Line], taken: Set[int]) -> Iterator[_Sentence]:
    """The sentences of every alinéa; what takes up a recommendation ("Elle préconise aussi") goes on with it."""
    for first, last in _alineas(lines, taken):
        text = " ".join(line.text for line in lines[first : last + 1])
        depth = 0
        for start, end in _with_what_goes_on(text, sentences(text)):
            yield _Sentence(first, start, end, text[start:end], depth > 0)
            depth = max(0, depth + text.count("«", start, end) - text.count("»", start, end))


def _with_what_goes_on(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begun: tuple[int, int] | None = None
    for start, end in spans:
        if begun and _asks(text[slice(*begun)]) and rule("goes_on_recommending").match(text, start):
            begun = begun[0], end
            continue
        if begun:
            yield begun
        begun = start, end
    if begun:
        yield begun


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
    """(line, column) of an offset in the text of the alinéa that begins at the line `first`."""
    starts, at = [], 0
    for line in lines[first:]:
        if at > offset:
            break
        starts.append(at)
        at += line.length + 1
    row = bisect_right(starts, offset) - 1
    return first + row, offset - starts[row]


def _pieces(line: Line, columns: Sequence[int]) -> Iterator[Line]:
    """The line, parted at columns: each piece but one at its beginning stands apart, as an alinéa does."""
    edges = [0, *(c for c in columns if 0 < c < line.length), line.length]
    for begin, end in pairwise(edges):
        text = line.text[begin:end].rstrip()
        if begin or 0 in columns:
            yield Line(line.start + begin, line.start + begin + len(text), text, True, Break.NONE if begin else line.page_break)
        else:
            yield replace(line, end=line.start + len(text), text=text)
