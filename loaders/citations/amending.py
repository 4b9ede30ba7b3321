"""Texts that amend others: whose articles a bare number is under "Le code rural est ainsi modifié :", and in the words inserted.

The layout is that of the Guide de légistique (fiches 3.4.1 and 3.1.2): paragraphs labelled I., A., 1°, a), i), each under the one
before it with a higher label; inserted text in paragraphs that open with «; the text's own articles under headings of their own line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from .grammar import grammar
from .numbering import normal
from .text import folded

_LINE = re.compile(r"[^\n]+")
# Each label by its level, the highest first. I, V and X are Roman: no text counts its paragraphs to I with letters.
_LABELS = (
    re.compile(r"\s*[IVX]{1,6}(?:\s(?:bis|ter|quater|[A-Z]))?\s?(?:\([^()]{3,20}\)\s?)?(?:\.|\s?[-–—])\s?[-–—]?\s"),
    re.compile(r"\s*[A-HJ-U](?:\s(?:bis|ter))?\s?(?:\.\s?[-–—]?|\s[-–—])\s"),
    re.compile(r"\s*\d{1,3}\s?°(?:\s?(?:bis|ter|quater|[A-Z]))?\s?(?:\([^()]{3,20}\))?"),
    re.compile(r"\s*[a-z]{1,2}(?:\s(?:bis|ter))?\)"),
)
_UNLABELLED = 0
_INSERTED = re.compile(r"\s*[«“\"]")
_ENDED = re.compile(r"[.;:»!?]\s*$")
_NUMBER = r"(?:1er|premier|unique|\d{1,3})(?: (?:bis|ter|quater|quinquies|sexies|[a-z]{1,2}))?"
_HEADING = grammar(rf" ?article (?P<number>{_NUMBER})(?: \([^()]{{3,40}}\))? ?(?:$|[:.-](?: |$)|\.{{3}})")
# With its title on the line; read in the text itself: a title opens with a capital.
_TITLED = re.compile(r"(?m)^[ \t]*(?:Article|ARTICLE) (?P<number>1er|1ER|premier|\d{1,3}(?: (?:bis|ter|quater))?) (?=[A-ZÀ-Ý][a-zà-ÿ’']+ )")
_PARTICIPLES = ("modifie", "complete", "remplace", "redige", "retabli", "insere", "ajoute", "substitue", "supprime", "abroge")
# How these words begin, with and without their accents, and what else _CHANGES reads.
_STEMS_OF_CHANGE = (
    *("modifi", "complét", "complet", "remplac", "rédig", "redig", "rétabl", "retabl", "insér", "inser", "ajout", "substitu", "supprim"),
    *("abrog", "devien", "dispositions suivantes"),
)
_CHANGED = rf"(?:{'|'.join(_PARTICIPLES)})"
# Farther than an auxiliary stands before its participle ("ont été également"), and than the longest word of change goes on.
_AROUND = 40
_CHANGES = grammar(
    rf"\b(?:(?:est|sont|a ete|ont ete)(?: (?:ainsi|egalement))? {_CHANGED}e?s?|ainsi {_CHANGED}e?s?|dispositions suivantes"
    r"|devient|deviennent)\b"
)
# "…, les mots : « dix jours »", "… est ainsi modifié :"
_QUOTES_OR_OPENS = re.compile(r":\s*[«“\"]|:\s*$|(?:mots?|phrases?|alinéas?|références?)\s*:?\s*[«“\"]")
_OWN_ARTICLE = re.compile(r"(?m)^\s*(?:Article|ARTICLE)\b")
_SPEAKS = grammar(r"presente? (?:loi|ordonnance|decret|arrete|article|projet|proposition|decision|deliberation)\b")
_FEWEST_HEADINGS = 2
_LONGEST_QUOTATION = 3000


def _announces_changes(text: str) -> bool:
    """_CHANGES anywhere in a text, tried only around its own words: a text that amends nothing is not even folded."""
    small = text.lower()
    for stem in _STEMS_OF_CHANGE:
        at = small.find(stem)
        while at >= 0:
            if _CHANGES.search(folded(text[max(0, at - _AROUND) : at + _AROUND])):
                return True
            at = small.find(stem, at + 1)
    return False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its place in the source text, its level, and the index of the one it stands under (-1: none)."""

    start: int
    end: int
    under: int
    inserted: bool = False
    changes: bool = False


class Layout:
    """The paragraphs of a text that amends others, and its own articles; both empty for other texts."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _plain(self) -> str:
        return folded(self._text)

    @cached_property
    def own(self) -> dict[int, str]:
        """The text's own articles: where their headings start, and their numbers; none unless they count from 1.

        A text that has articles speaks of itself ("la présente loi", "le présent article"): one that quotes those of another does not.
        """
        if not _OWN_ARTICLE.search(self._text) or not _SPEAKS.search(self._plain):
            return {}
        found = [(m.start(), h["number"]) for m in _LINE.finditer(self._text) if (h := self._heading(m.start(), m.end()))]
        counted = {number: start for start, number in reversed(found)}
        if "unique" not in counted and (len(counted) < _FEWEST_HEADINGS or not {"1er", "premier"} & counted.keys()):
            return {}
        titled = [(m.start(), folded(m["number"])) for m in _TITLED.finditer(self._text)]
        return {start: normal(number) for start, number in (*found, *titled)}

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(self._read()) if _announces_changes(self._text) else ()

    @cached_property
    def _starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    def at(self, offset: int) -> int:
        """The index of the paragraph that holds `offset`; -1 where none does."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.paragraphs[index].end else -1

    def heading_at(self, offset: int) -> bool:
        """True at the head of one of the text's own articles, and not in the title that may follow on its line."""
        start = self._text.rfind("\n", 0, offset) + 1
        return start in self.own and not self._text[start:offset].strip()

    def insertion(self, offset: int) -> int | None:
        """Where the paragraph starts that inserts or replaces the words at `offset` ("les mots : « l'article 3 »"), if one does."""
        index = self.at(offset)
        if index < 0:
            return None
        paragraph = self.paragraphs[index]
        opened = self._text.rfind("«", max(paragraph.start, offset - _LONGEST_QUOTATION), offset)
        if not paragraph.inserted and (opened < 0 or self._text.rfind("»", opened, offset) >= 0):
            return None
        introducing = self._introduces(index)
        return self.paragraphs[introducing].start if introducing >= 0 and self.paragraphs[introducing].changes else None

    def above(self, offset: int) -> Iterator[Paragraph]:
        """The paragraphs that say which text is amended at `offset`, the nearest first; its own if the words are quoted in it."""
        index = self._introduces(self.at(offset))
        while index >= 0:
            if self.paragraphs[index].changes:
                yield self.paragraphs[index]
            index = self.paragraphs[index].under

    def _introduces(self, index: int) -> int:
        while index >= 0 and self.paragraphs[index].inserted:
            index -= 1
        return index

    def _heading(self, start: int, end: int) -> re.Match[str] | None:
        return _HEADING.match(self._plain, start, end) if self._text[start:end].lstrip()[:1] == "A" else None

    def _read(self) -> Iterator[Paragraph]:
        open_at: list[tuple[int, int]] = []
        for count, (start, end) in enumerate(self._spans()):
            if _INSERTED.match(self._text, start):
                yield Paragraph(start, end, -1, inserted=True)
                continue
            if self._heading(start, end):
                open_at.clear()
            level = self._level(start)
            while open_at and open_at[-1][0] >= level:
                open_at.pop()
            changes = _CHANGES.search(self._plain, start, end) is not None and self._orders(level, start, end)
            yield Paragraph(start, end, open_at[-1][1] if open_at else -1, changes=changes)
            open_at.append((level, count))

    def _orders(self, level: int, start: int, end: int) -> bool:
        """True for a paragraph of an amending text, not for prose that tells of a change ("l'article 4 a été supprimé")."""
        return level != _UNLABELLED or bool(self.own) or _QUOTES_OR_OPENS.search(self._text, start, end) is not None

    def _spans(self) -> Iterable[tuple[int, int]]:
        """The paragraphs' spans: a line that neither opens one nor follows an ended one goes on with the one before."""
        spans: list[tuple[int, int]] = []
        for line in _LINE.finditer(self._text):
            start, end = line.span()
            if spans and not self._opens(spans[-1], start, end):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans

    def _opens(self, before: tuple[int, int], start: int, end: int) -> bool:
        if self._level(start) or _INSERTED.match(self._text, start) or self._heading(start, end) or self._heading(*before):
            return True
        first = self._text[start:end].lstrip()[:1]
        gap = self._text.count("\n", before[1], start) > 1
        return gap or (first.isupper() and _ENDED.search(self._text, max(before[0], before[1] - 4), before[1]) is not None)

    def _level(self, start: int) -> int:
        return next((level for level, label in enumerate(_LABELS, 1) if label.match(self._text, start)), _UNLABELLED)
