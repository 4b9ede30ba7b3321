"""Numbers that open a line: candidates for paragraphs, notes and list items, and the sequences that make them believable."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from ..source import Mark
from .calls import opens_note
from .lines import Line

_LABEL = re.compile(
    r"""(?: §\s*(?P<sign>\d{1,4})(?:\s?[.):–-])?
        |   \(\s?(?P<round>\d{1,3})\)
        |   \\?\[(?P<square>\d{1,3})\\?\]
        |   (?P<high>[⁰¹²³⁴-⁹]{1,3})
        |   (?P<dot>\d{1,3})(?:\.{1,2}|\s\.)(?!\d)
        |   (?P<close>\d{1,3})\)
        |   (?P<dash>\d{1,3})\s?[–—-](?=\s)
        |   (?P<alone>\d{1,3})$
        |   (?P<space>\d{1,3})(?=[\s\u00a0]+[A-ZÀ-ÖØ-Þ«“"(h])
        )(?P<white>\s*)""",
    re.VERBOSE,
)
_HIGH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A number may be missing from a list (a label lost in the extraction); a jump of more is another list.
_JUMP = 3


@dataclass(frozen=True, slots=True)
class Label:
    """Line `line` opens with `number`; its text begins `length` characters after the line's start."""

    line: int
    number: int
    style: str
    length: int
    raised: bool = False


@dataclass(slots=True)
class Chain:
    """Labels of one style that count up from one to the next."""

    style: str
    labels: list[Label] = field(default_factory=list)

    @property
    def last(self) -> int:
        return self.labels[-1].number

    def without(self, lines: Container[int]) -> Chain:
        """The chain without the labels of some lines."""
        return Chain(self.style, [label for label in self.labels if label.line not in lines])


def read_label(line: Line, index: int, raised: Mapping[int, int]) -> Label | None:
    """The number that opens a line; None for "2-22 du code", "3.1 Titre", "1er"… `raised` are the ends of superscripts by start."""
    if (end := raised.get(line.start)) is not None and (number := line.text[: end - line.start].strip().translate(_HIGH)).isdecimal():
        rest = line.text[end - line.start :]
        return Label(index, int(number), "space", end - line.start + len(rest) - len(rest.lstrip(" \t\u00a0.")), raised=True)
    match = _LABEL.match(line.text)
    if match is None or match.lastgroup is None:
        return None
    style = next(name for name in ("sign", "round", "square", "high", "dot", "close", "dash", "alone", "space") if match[name])
    white, rest = match["white"], line.text[match.end() :]
    if rest and not white and style not in ("high", "square", "round", "dot", "close"):
        return None
    if not white and rest and not _may_touch(rest):
        return None
    if style in ("dot", "close") and "\t" in white:
        style += "-tab"
    return Label(index, int(match[style.removesuffix("-tab")].translate(_HIGH)), style, match.end())


def _may_touch(rest: str) -> bool:
    """Whether text may follow its label without a space: a letter or a quotation mark, never a digit or a sign."""
    return rest[0].isalpha() or rest[0] in '«“"'


def read_labels(text: str, lines: Sequence[Line], skipped: frozenset[int], marks: Sequence[Mark]) -> list[Label]:
    """The labels of the lines that are not in `skipped`, in order."""
    raised = {mark.start: mark.end for mark in marks if opens_note(text, mark)}
    found = (read_label(line, index, raised) for index, line in enumerate(lines) if index not in skipped and line.text[0] in _FIRST)
    return [label for label in found if label is not None]


_FIRST = frozenset("0123456789(§[\\⁰¹²³⁴⁵⁶⁷⁸⁹")


def chains(labels: Sequence[Label]) -> list[Chain]:
    """The labels parted into sequences: each goes on the sequence of its style that expects it, 1 opens a new one."""
    result: list[Chain] = []
    open_chains: dict[str, list[Chain]] = {}
    previous: Chain | None = None
    for label in labels:
        rivals = open_chains.setdefault(label.style, [])
        chain = _expecting(rivals, label.number, previous)
        if chain is None:
            chain = Chain(label.style)
            rivals.append(chain)
            del rivals[:-6]
            result.append(chain)
        chain.labels.append(label)
        previous = chain
    return result


def _expecting(rivals: list[Chain], number: int, previous: Chain | None) -> Chain | None:
    exact = [chain for chain in rivals if chain.last == number - 1]
    if exact:
        return previous if previous in exact else exact[-1]
    if number == 1:
        return None
    near = [chain for chain in rivals if 1 < number - chain.last <= _JUMP]
    return near[-1] if near else None
