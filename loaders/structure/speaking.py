"""Who speaks in a sentence of an opinion, and whether it recommends or asks for something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...graph.identifiers import fold
from .openers import authorities, rule

PRONOUN = "elle"
# "La Commission nationale consultative des droits de l’homme (CNCDH)": the noun by which the text goes on calling it, and its acronym.
_ACRONYM = re.compile(r"\b(?P<noun>[^\W\d_]+)\s[^().;:]{4,110}?\(\s?(?:ci-après[^)]{0,30}?)?(?P<acronym>[A-Z]{3,9})\s?\)")


@dataclass(frozen=True, slots=True)
class Speech:
    """The opening of a sentence: its `author` (folded; PRONOUN for "elle" or "il"), whether it says anything, recommends, asks."""

    author: str
    speaks: bool
    recommends: bool
    asks: bool


def speech(words: str) -> Speech | None:
    """What the first words of a sentence say of who speaks; None where no body, "nous" or pronoun opens them."""
    if rule("inverted").match(words):
        return Speech(PRONOUN, True, True, False)
    opening = rule("author_first").match(words)
    if opening is None:
        return None
    author = PRONOUN if opening["pronoun"] else fold(opening["author"] or opening["we"])
    recommends = rule("then_recommends").match(words, opening.end()) is not None
    asks = rule("then_asks").match(words, opening.end()) is not None
    return Speech(author, recommends or asks or rule("speaks").match(words, opening.end()) is not None, recommends, asks)


def names_of(text: str) -> dict[str, str]:
    """Each acronym by its noun ("cncdh" of "commission"), both folded: those that the text defines, then those known that it uses."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(" ".join(text.split())):
        found.setdefault(fold(match["noun"]), fold(match["acronym"]))
    for name, forms in authorities().items():
        for form in forms:
            if form.isupper() and form in text:
                found.setdefault(fold(name).split()[0], fold(form))
    return found


def main_author(authors: Iterable[str]) -> tuple[str, int]:
    """The author who speaks most, and how often; ties go to the last in the alphabet, always the same one."""
    counts = Counter(author for author in authors if author != PRONOUN)
    return max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
