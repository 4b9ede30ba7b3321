"""The elements, characters and references of an HTML file, each with its offset in the decoded file.

The standard library's tokeniser is used because it gives positions; lxml repairs the tree but forgets where things stood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import Literal

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_CLOSES_P = frozenset({
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
# Start tags that end an open element of the left-hand names, unless one of the right-hand elements stands between (HTML, §13.1.2.4).
_IMPLIED_END: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ol", "ul", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"td", "th", "tr"}), frozenset({"table"})),
    "tbody": (frozenset({"td", "th", "tr", "thead", "tbody"}), frozenset({"table"})),
    "tfoot": (frozenset({"td", "th", "tr", "thead", "tbody"}), frozenset({"table"})),
}
_LOOSE = re.compile(r"&#?\w+;?|[^&]+|&")
# An end tag never closes more than its cell or table: a stray </div> in a cell does not end the page.
_SCOPES = frozenset({"td", "th", "table"})


@dataclass(frozen=True, slots=True)
class Element:
    """An element: `rank` in document order, `parent` its parent's rank (-1 at the top)."""

    rank: int
    tag: str
    attributes: Mapping[str, str]
    parent: int


@dataclass(frozen=True, slots=True)
class Token:
    """An element's start or end, or characters: those at `offset` (`verbatim`), or what the reference there stands for."""

    kind: Literal["start", "end", "text"]
    element: int
    text: str = ""
    offset: int = 0
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Tree:
    """Elements in document order, and the tokens in the same order; every start has its end."""

    elements: tuple[Element, ...]
    tokens: tuple[Token, ...]

    def ancestors(self, rank: int) -> Iterator[Element]:
        """The element and those around it, from the inside out."""
        while rank >= 0:
            yield self.elements[rank]
            rank = self.elements[rank].parent


def parse(markup: str, *, xml: bool = False) -> Tree:
    """The tree of any text, well formed or not; in XML no element is empty by its name or ended by another's start. Tags in lower case."""
    # The tokeniser looks for the end of every comment and tag that has none, each time to the end of the file, to read it as
    # text then: the mark of a comment that never closes is fed as spaces.
    closed, complete = markup.rfind("-->") + 1, markup.rfind(">") + 1
    parser = _Parser(markup, xml=xml)
    parser.feed(markup[:closed] + markup[closed:complete].replace("<!--", "    "))
    parser.close()
    parser.read_rest(complete)
    parser.close_down_to(0)
    return Tree(tuple(parser.elements), tuple(parser.tokens))


class _Parser(HTMLParser):
    def __init__(self, markup: str, *, xml: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[Element] = []
        self.tokens: list[Token] = []
        self._open: list[Element] = []
        # Without this count, a page of unmatched tags would take quadratic time.
        self._open_tags: Counter[str] = Counter()
        self._markup, self._xml = markup, xml
        self._line_starts = [0, *accumulate(len(line) + 1 for line in markup.split("\n"))]

    def read_rest(self, start: int) -> None:
        """Characters and references after the last tag."""
        for piece in _LOOSE.finditer(self._markup, start):
            meaning = unescape(piece[0])
            self._characters(meaning, piece.start(), verbatim=meaning == piece[0])

    def close_down_to(self, depth: int) -> None:
        while len(self._open) > depth:
            element = self._open.pop()
            self._open_tags[element.tag] -= 1
            self.tokens.append(Token("end", element.rank))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._xml:
            self._end_what_it_implies(tag)
        parent = self._open[-1].rank if self._open else -1
        element = Element(len(self.elements), tag, {name: value or "" for name, value in reversed(attrs)}, parent)
        self.elements.append(element)
        self._open.append(element)
        self._open_tags[tag] += 1
        self.tokens.append(Token("start", element.rank))
        if tag in _VOID and not self._xml:
            self.close_down_to(len(self._open) - 1)

    def handle_endtag(self, tag: str) -> None:
        if not self._open_tags[tag]:
            return None
        for depth in range(len(self._open) - 1, -1, -1):
            open_tag = self._open[depth].tag
            if open_tag == tag:
                return self.close_down_to(depth)
            if open_tag in _SCOPES and tag not in ("tr", "tbody", "thead", "tfoot", *_SCOPES):
                return None
        return None

    def handle_data(self, data: str) -> None:
        self._characters(data, self._offset(), verbatim=True)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        offset = self._offset()
        if self._markup.startswith(";", offset + len(written)):
            written += ";"
        meaning = unescape(written)
        self._characters(meaning, offset, verbatim=meaning == written)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _characters(self, text: str, offset: int, *, verbatim: bool) -> None:
        rank = self._open[-1].rank if self._open else -1
        self.tokens.append(Token("text", rank, text, offset, verbatim))

    def _end_what_it_implies(self, tag: str) -> None:
        if tag in _CLOSES_P:
            self._end_open(frozenset({"p"}), frozenset({"td", "th", "table", "button", "li", "div"}))
        if tag in _IMPLIED_END:
            self._end_open(*_IMPLIED_END[tag])

    def _end_open(self, ended: frozenset[str], barriers: frozenset[str]) -> None:
        outermost = None
        if not any(self._open_tags[tag] for tag in ended):
            return
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag in barriers:
                break
            if self._open[depth].tag in ended:
                outermost = depth
        if outermost is not None:
            self.close_down_to(outermost)
