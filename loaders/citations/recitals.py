"""Recitals of EU acts: "considérant 18", "les considérants (4) et (5)", "considérants 74, 76 et 83 du RGPD"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .finder import View
from .grammar import grammar

TRIGGERS = ("considerant", "recital")

_NUMBER = (
    r"(?P<open>\()?(?P<from>\d{1,3})(?(open)\))(?!\d)"
    r"(?: (?:a|au) (?:le )?(?P<opened>\()?(?P<to>\d{1,3})(?(opened)\))(?!\d))?(?! ?(?:%|€|°))"
)
_WORD = r"(?:considerants?|recitals?)"
_FIRST = grammar(rf"{_WORD} (?:n[°o]s? ?)?{_NUMBER}")
_AND = r"(?:,|,? (?:et|ou|and)|,? ainsi que)(?: (?:au|aux|du|des|de))?(?: (?:les?|la))?"
_NEXT = grammar(rf"{_AND} (?P<word>{_WORD} )?{_NUMBER}")
_PLURAL = grammar(r"considerants|recitals")


@dataclass(frozen=True, slots=True)
class Recital:
    """A recital, or a range of them, as canonical references write it; text[start:end] is its own span."""

    name: str
    start: int
    end: int


def read(view: View, start: int) -> tuple[Recital, ...]:
    """The recitals listed from `start` on; a list goes on after the plural, or where the next one repeats the word."""
    found = _FIRST.match(view.plain, start)
    if found is None:
        return ()
    recitals = [_recital(found, start)]
    plural = _PLURAL.match(view.plain, start) is not None
    while (found := _NEXT.match(view.plain, recitals[-1].end)) and (plural or found["word"]):
        recitals.append(_recital(found, found.start("word" if found["word"] else "from")))
    return tuple(recitals)


def _recital(found: re.Match[str], start: int) -> Recital:
    name = f"considérants {found['from']} à {found['to']}" if found["to"] else f"considérant {found['from']}"
    return Recital(name, start, found.end())
