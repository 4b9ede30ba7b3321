"""Acronyms a document defines itself: "Observatoire national de la protection de l’enfance (ONPE)"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...graph.identifiers import fold, slug
from .gazetteer import Gazetteer
from .model import Institution
from .open_names import vocabulary
from .tokens import Tokens

_ACRONYM = re.compile(r"\(\s*(?:ci-après\s*:?\s*)?[«“\"]?\s*(?:l[ae]\s+|l['’])?([^\W\d_a-zà-ÿ][\w&-]{1,11})\s*[»”\"]?\s*\)")
_EXPANSION = re.compile(r"\b([^\W\d_a-zà-ÿ]{2}[^\W\d_]{0,9})\s*\(([^()]{8,160})\)")
# Two wordings of one name share at least this part of their characters (difflib's ratio): a slip, a word more or less.
SAME_NAME = 0.8
# How many letters one word may give to an acronym ("DINUM": numérique gives three).
LETTERS_PER_WORD = 4
LONG_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Definition:
    """text[start:end] is the long form of `acronym`; it names `institution`."""

    start: int
    end: int
    acronym: str
    institution: Institution


def definitions(tokens: Tokens, gazetteer: Gazetteer) -> Iterator[Definition]:
    """The acronyms that a unit's text defines for a body, in order."""
    for found in _ACRONYM.finditer(tokens.text):
        last = bisect_right(tokens.ends, found.start())
        starts = range(last - 2, _sentence_start(tokens, last) - 1, -1)
        yield from _definition(tokens, starts, last, found[1], gazetteer)
    for found in _EXPANSION.finditer(tokens.text):
        first, last = bisect_left(tokens.starts, found.start(2)), bisect_right(tokens.ends, found.end(2))
        yield from _definition(tokens, range(first, first + 1), last, found[1], gazetteer)


def _definition(tokens: Tokens, starts: range, last: int, acronym: str, gazetteer: Gazetteer) -> Iterator[Definition]:
    """The name that begins at one of `starts` and ends before `last`: a known body's, else the shortest that spells the acronym."""
    names = {first: " ".join(tokens.surface(first, last).split()) for first in starts if last - first >= 2 and _may_begin(tokens, first)}
    known = gazetteer.by_acronym(acronym)
    if known and names:
        likeness = {first: ratio for first, name in names.items() if (ratio := _likeness(name, known.name)) >= SAME_NAME}
        if likeness:
            best = max(likeness, key=lambda first: (likeness[first], first))
            yield Definition(tokens.starts[best], tokens.ends[last - 1], acronym, known)
            return
    for loosely in (False, True) if known is None else (False,):
        for first, name in names.items():
            if spells(tokens.words[first:last], acronym, loosely=loosely):
                body = _new_body(tokens.words[first], name, acronym, taken=known is not None)
                yield Definition(tokens.starts[first], tokens.ends[last - 1], acronym, body)
                return


def _likeness(name: str, other: str) -> float:
    """difflib's ratio, or an upper bound of it that is below SAME_NAME already."""
    matcher = SequenceMatcher(None, fold(name), fold(other))
    rough = matcher.real_quick_ratio()
    if rough >= SAME_NAME:
        rough = matcher.quick_ratio()
    return matcher.ratio() if rough >= SAME_NAME else rough


def spells(words: Sequence[str], acronym: str, *, loosely: bool = False) -> bool:
    """True if the words' first letters spell the acronym, in order, beginning with the first word.

    Only small words may give nothing; `loosely`, other words may too, one for each two letters of a long acronym ("GIEC").
    """
    letters = fold("".join(c for c in acronym if c.isupper()))
    spared = len(letters) // 2 if loosely and len(letters) >= LONG_ACRONYM else 0
    # How many letters are spelled so far, with the fewest words spared on the way.
    reached = {0: 0}
    for index, word in enumerate(w for w in words if w[0].isalnum()):
        step: dict[int, int] = {}
        for at, cost in reached.items():
            given = [at + n for n in range(1, min(LETTERS_PER_WORD, len(word)) + 1) if letters[at : at + n] == word[:n]]
            silent = cost if word in vocabulary().small_words else cost + 1
            for place, price in (*((g, cost) for g in given), *([(at, silent)] if index else [])):
                if price <= spared:
                    step[place] = min(price, step.get(place, price))
        reached = step
    return len(letters) >= 2 and len(letters) in reached


def _new_body(head: str, name: str, acronym: str, *, taken: bool) -> Institution:
    """A body the document itself names; where a known one has the acronym, its id comes from the name."""
    kind = vocabulary().heads.get(_singular(head), "association")
    return Institution(f"inst:{slug(name if taken else acronym)}", name[0].upper() + name[1:], acronym, kind=kind)


def _may_begin(tokens: Tokens, first: int) -> bool:
    """A name begins with a head word (agence, comité…) or, after "l’association", with a capital."""
    words = vocabulary()
    if _singular(tokens.words[first]) in words.heads:
        return True
    return first > 0 and tokens.words[first - 1] in words.introducers and tokens.surface(first, first + 1)[0].isupper()


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _sentence_start(tokens: Tokens, last: int) -> int:
    """The first token of the stretch before `last` that holds no strong punctuation; a name is at most 30 words long."""
    for index in range(last - 1, max(last - 31, -1), -1):
        if tokens.words[index] in {".", ";", ":", "(", ")", "«", "»", "!", "?"}:
            return index + 1
    return max(last - 30, 0)
