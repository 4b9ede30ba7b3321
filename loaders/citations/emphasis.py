"""Signs of emphasis and of links, as Markdown and Wikipedia write them: "l'arrêt *Martin*", "[arrêt du 3 mars 2010][12]", "''Martin''".

They are no words: references are sought in the text without them. Offsets stay those of the source text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..document import CleanText, Document, Span, Unit
from ..offsets import Runs

_SIGNS = re.compile(r"[*_\[]|''")
_MARK = re.compile(r"\*{1,3}|_{1,3}|'{2,3}")
_LONGEST_EMPHASIS, _MOST_OPEN = 2000, 20
# "[le décret](https://…)", "[arrêt du 3 mars][12]": not "[1][2]", two notes called at once.
_LINK = re.compile(
    r"\[(?!\^|\d+\])(?P<label>(?:[^\[\]]|\[\^\w{1,20}\]){1,400})\](?:\([^()\s]{1,1000}(?: \"[^\"]{0,200}\")?\)|\[[^\[\]]{0,60}\])"
)
_NOTE_CALL = re.compile(r"(?<=\S)\[\^\w{1,20}\](?!:)")


def without_emphasis(document: Document) -> Document:
    """The document, each of its units without such signs."""
    units = tuple(_plain(unit) for unit in document.units)
    return document if all(one is other for one, other in zip(units, document.units, strict=True)) else replace(document, units=units)


def whole(text: str, start: int, end: int) -> Span:
    """The span with the signs just outside it whose partners it holds: "arrêt *Martin" with the star that follows."""
    close = _MARK.match(text, end)
    if close and len(re.findall(rf"(?<![*_']){re.escape(close[0])}(?![*_'])", text[start:end])) % 2:
        end = close.end()
    opened = text[start - 1 : start] == "[" and text.count("]", start, end) > text.count("[", start, end)
    return (start - 1 if opened else start), end


def _plain(unit: Unit) -> Unit:
    text = unit.clean.text
    if not _SIGNS.search(text):
        return unit
    signs = sorted({*_of_links(text), *_of_emphasis(text)})
    return replace(unit, clean=_cut(unit.clean, signs)) if signs else unit


def _of_links(text: str) -> Iterator[Span]:
    """The brackets of links with their addresses, and calls of notes."""
    for link in _LINK.finditer(text):
        yield link.start(), link.start() + 1
        yield link.end("label"), link.end()
    for call in _NOTE_CALL.finditer(text):
        yield call.span()


def _of_emphasis(text: str) -> Iterator[Span]:
    """The marks that open and close an emphasis, in pairs; one on its own, or inside a word ("R.*123-4"), is the text's."""
    opened: list[Span] = []
    for mark in _MARK.finditer(text):
        start, end = mark.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        closes = next((o for o in reversed(opened) if text[o[0] : o[1]] == mark[0]), None)
        if closes and not before.isspace() and not after.isalnum() and start - closes[1] <= _LONGEST_EMPHASIS:
            opened = opened[: opened.index(closes)]
            yield closes
            yield start, end
        elif not before.isalnum() and not after.isspace():
            opened = [*opened[-_MOST_OPEN:], (start, end)]


def _cut(clean: CleanText, signs: list[Span]) -> CleanText:
    """The text without these spans, some of which may lie in others, with the way back to its source."""
    parts: list[str] = []
    starts, ends = Runs(), Runs()
    position = 0
    for start, end in (*signs, (len(clean.text), len(clean.text))):
        if position < start:
            parts.append(clean.text[position:start])
            _add(clean, position, start, starts, ends)
        position = max(position, end)
    return CleanText("".join(parts), starts.offsets(), ends.offsets())


def _add(clean: CleanText, start: int, end: int, starts: Runs, ends: Runs) -> None:
    """The offsets of text[start:end], at once where it is one piece of the source."""
    first, last = clean.raw_span(start, end)
    if last - first == end - start:
        starts.add(first, end - start)
        ends.add(first + 1, end - start)
        return
    for index in range(start, end):
        begin, stop = clean.raw_span(index, index + 1)
        starts.add(begin, 1)
        ends.add(stop, 1)
