"""The table of contents: its lines look like headings and are not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...graph.identifiers import fold
from .lines import Break, Line, finished

_TITLE = re.compile(r"(?:#+\s*)?(?:sommaire|tables? des matieres|table of contents|contents|plan)\s*:?$")
_LEADERS = re.compile(r"(?:\.{3,}|…{1,}|(?:\s\.){3,}|\t+|\s{3,}|[_·]{3,})\s*(?:p\.?\s*)?\d{1,4}$")
_NUMBERED = re.compile(r"(?:[IVX]+|[A-Z]|\d{1,2}|[a-z])(?:[.\-]\d+)*[.)\s:-]|\((?:\d|[a-z])\)|annexe", re.IGNORECASE)
_AT_LEAST, _LONGEST = 3, 300


def find_contents(lines: Sequence[Line], furniture: frozenset[int]) -> frozenset[int]:
    """The lines of the tables of contents: entries with leaders, and what a title such as "Sommaire" announces."""
    led = [i for i, line in enumerate(lines) if _led(line)]
    result = set(led) if len(led) >= _AT_LEAST else set()
    if result:
        result |= _between(lines, sorted(result))
    for index, line in enumerate(lines):
        if index not in furniture and line.length < 40 and _TITLE.match(fold(line.text)):
            result |= {index, *_announced(lines, furniture, index, result)}
    return frozenset(result - furniture)


def _led(line: Line) -> bool:
    """Whether the line ends with leaders and a page number."""
    return line.text[-1].isdecimal() and _LEADERS.search(line.text[-_LONGEST:]) is not None


def _between(lines: Sequence[Line], entries: list[int]) -> set[int]:
    """The first lines of the entries that take several: they stand right before one with leaders."""
    result: set[int] = set()
    for previous, entry in zip([entries[0] - 1, *entries], entries, strict=False):
        if 1 < entry - previous <= 4 and not any(finished(lines[i].text) for i in range(previous + 1, entry)):
            result |= set(range(previous + 1, entry))
    return result


def _announced(lines: Sequence[Line], furniture: frozenset[int], title: int, led: set[int]) -> list[int]:
    """The entries after a title: to the end of its page, or until an entry comes a second time or a sentence ends."""
    seen: set[str] = set()
    taken: list[int] = []
    for index in range(title + 1, len(lines)):
        line = lines[index]
        if index in furniture:
            continue
        if line.page_break is Break.STRONG and index not in led and not _goes_on(lines, index):
            break
        entry = fold(_LEADERS.sub("", line.text[:_LONGEST]))
        if entry in seen or (index not in led and finished(line.text) and line.length > 60):
            break
        if not seen and index not in led and not _NUMBERED.match(line.text) and not taken and line.length > 120:
            break
        seen.add(entry)
        taken.append(index)
    return _trimmed(lines, taken, led)


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether a new page begins with entries again."""
    return all(_led(line) or (_NUMBERED.match(line.text) and line.length < 120) for line in lines[index : index + 3])


def _trimmed(lines: Sequence[Line], taken: list[int], led: set[int]) -> list[int]:
    """Without what follows the last entry when the table has leaders or numbers: that is the text's own opening."""
    last = max((i for i in taken if i in led or _NUMBERED.match(lines[i].text)), default=-1)
    return [i for i in taken if i <= last or (not lines[i].gap and i == last + 1 and lines[i].text[:1].islower())]
