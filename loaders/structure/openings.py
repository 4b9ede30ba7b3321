"""What a line opens, and the openings that a line shows by itself: annexes, labelled recommendations, notes the format marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ...graph.identifiers import fold
from ..source import SourceText
from .headings import Heading
from .labels import Label
from .lines import Line, finished, stands_apart
from .openers import rule

type OpeningKind = Literal["annexe", "heading", "recommendation", "paragraph", "footnote"]
# No annexe begins in this first share of the lines; no title of one is a longer line.
_OPENING, _LONGEST = 0.1, 200
# How much of a line is read to see whether it closes an act.
_CLOSING = 80


@dataclass(frozen=True, slots=True)
class Opening:
    """Line `line` opens a unit; its text begins at the source offset `text_start`; a heading goes on to line `last`.

    `label` is an annexe's number; `listed`: a recommendation without a label of its own; `until`: where the format ends a note.
    """

    line: int
    last: int
    kind: OpeningKind
    numbers: tuple[int, ...]
    text_start: int
    heading: Heading | None = None
    label: str | None = None
    listed: bool = False
    until: int | None = None


def label_opening(lines: Sequence[Line], label: Label, kind: OpeningKind) -> Opening:
    return Opening(label.line, label.line, kind, (label.number,), lines[label.line].start + label.length)


def annexes(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    """The headings of annexes: the last of each number, and none at the very beginning, where a table of contents names them."""
    found = {o.label or o.line: o for o in _annexe_lines(lines, taken)}
    return [o for o in found.values() if o.line >= _OPENING * len(lines)]


def _annexe_lines(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    result = []
    for index, line in enumerate(lines):
        match = rule("annexe").match(line.text) if index not in taken and line.length < _LONGEST else None
        if match and (stands_apart(line) or line.text.isupper()) and line.text[-1] not in ";,":
            title = line.start + match.start("title") if match["title"] else line.end
            result.append(Opening(index, index, "annexe", (), title, label=match["number"]))
    return result


def labelled_recommendations(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    """The lines that open with a label: "Recommandation n°1 :", "R3.", "Recommandations n° 13 et 14 :"…; else those of other labels."""
    labelled = [Opening(i, i, "recommendation", _numbers(m), lines[i].start + m.end()) for i, m in _labels(lines, taken, "recommendation")]
    return labelled or _otherwise(lines, taken) or _unnumbered(lines, taken)


def _labels(lines: Sequence[Line], taken: frozenset[int], kind: str) -> Iterator[tuple[int, re.Match[str]]]:
    for index, line in enumerate(lines):
        match = rule(kind).match(line.text) if index not in taken else None
        if match is not None and _believable(lines, index, match):
            yield index, match


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    """Every number of a label; those between "13 à 16" too."""
    numbers = tuple(int(n) for n in re.findall(r"\d+", match["numbers"] or match["short"]))
    if re.search(r"à|to|-|–", match["numbers"] or "") and len(numbers) == 2 and 0 < numbers[1] - numbers[0] < 20:
        return tuple(range(numbers[0], numbers[1] + 1))
    return numbers


def _otherwise(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    """Labels of words that name other things too ("Mesure n° 1"): two at least, that count up from 1."""
    found = [
        Opening(index, index, "recommendation", (int(match["numbers"]),), lines[index].start + match.end())
        for index, match in _labels(lines, taken, "recommendation_otherwise")
    ]
    counted = [number for opening in found for number in opening.numbers]
    return found if len(found) > 1 and counted == list(range(1, len(found) + 1)) else []


def _unnumbered(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    """ "Recommandation" alone on its line, or before a colon: numbered by rank."""
    found = [
        (index, match) for index, match in _labels(lines, taken, "recommendation_unnumbered") if index == 0 or stands_apart(lines[index])
    ]
    return [
        Opening(index, index, "recommendation", (rank,), lines[index].start + match.end()) for rank, (index, match) in enumerate(found, 1)
    ]


def closings(lines: Sequence[Line], taken: frozenset[int]) -> list[Opening]:
    """The lines that end an act, so that the last recommendation does not take its signature."""
    return [
        Opening(index, index, "paragraph", (), line.start)
        for index, line in enumerate(lines)
        if index not in taken and line.gap and line.text[:1].isupper() and rule("closing").match(fold(line.text[:_CLOSING]))
    ]


def _believable(lines: Sequence[Line], index: int, match: re.Match[str]) -> bool:
    """A label that a line happens to begin with ("Recommandation 3." in mid-sentence) does not follow an unfinished line."""
    line = lines[index]
    capital = line.text[match.end() :][:1].isupper()
    return index == 0 or capital or stands_apart(line) or finished(lines[index - 1].text)


def marked_notes(source: SourceText, lines: Sequence[Line]) -> list[Opening]:
    """The notes that the format itself marks."""
    starts = [line.end for line in lines]
    result = []
    for mark in source.marks:
        if mark.kind == "footnote" and (mark.value or "").isdecimal():
            index = bisect_right(starts, mark.start)
            label = re.match(rf"[\[(]?{mark.value}[\])]?\.{{0,2}}\s*", lines[index].text) if index < len(lines) else None
            if index < len(lines) and lines[index].start < mark.end:
                begin = lines[index].start + (label.end() if label else 0)
                result.append(Opening(index, index, "footnote", (int(mark.value or 0),), begin, until=mark.end))
    return result
