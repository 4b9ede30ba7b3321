"""Ministries under their changing names: longer portfolios, offices attached to another, slips of the pen."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from ...graph.identifiers import fold
from .gazetteer import Gazetteer
from .model import Institution
from .tokens import Tokens

KIND = "ministère"
# How the words that name an office begin, folded: ministre, ministère, secrétaire, secrétariat.
OFFICES = ("minist", "secretai", "secretar")
# "le secrétaire d’État auprès du ministre de …, chargé de …": the charge is the office's own.
_ATTACHED = re.compile(
    r"(?i)\b(?:(?:ministre|ministère)s?\s+déléguée?s?|secrétaires?\s+d['’][ée]tat|secrétariats?\s+d['’][ée]tat)\s+auprès\s+[^;.]{5,160}?"
    r",?\s+chargée?s?\s+(?=d)"
)
_OFFICE = re.compile(r"(?i)\b(?:minist[èe]re|ministre)s?\s+((?:de|du|des|d['’]|l['’]|\s)+\w[\w’'-]+)")
# How alike two portfolios are (difflib's ratio) where one is a slip for the other ("de lIintérieur").
NEARLY = 0.9


@dataclass(frozen=True, slots=True)
class Ministry:
    """The tokens first to last - 1 name the ministry."""

    first: int
    last: int
    institution: Institution


def ministries(tokens: Tokens, known: Mapping[int, tuple[int, Institution]], gazetteer: Gazetteer) -> Iterator[Ministry]:
    """The ministries that the gazetteer's forms alone do not give whole.

    `known` holds, by first token, the longest form found for a ministry: the token after it and the body.
    """
    if not any(word.startswith(OFFICES) for word in tokens.words):
        return
    portfolios = _portfolios(gazetteer)
    for first, (last, body) in known.items():
        if tokens.words[first].endswith("s"):
            # "les ministres de la justice et de l’intérieur" are two.
            yield from _others(tokens, last, portfolios)
        elif (end := _with_further(tokens, last, portfolios)) > last:
            yield Ministry(first, end, body)
    for found in _ATTACHED.finditer(tokens.text):
        if charge := _portfolio_at(tokens, bisect_left(tokens.starts, found.end()), portfolios):
            yield Ministry(bisect_left(tokens.starts, found.start()), _with_further(tokens, charge[0], portfolios), charge[1])
    for found in _OFFICE.finditer(tokens.text):
        first = bisect_left(tokens.starts, found.start())
        if first not in known and (slip := _nearly(fold(found[1]), gazetteer)):
            yield Ministry(first, bisect_left(tokens.ends, found.end()) + 1, slip)


def _with_further(tokens: Tokens, last: int, portfolios: Mapping[tuple[str, ...], Institution]) -> int:
    """The token after the portfolios that go on at `last`: ", de l’emploi et de l’insertion"."""
    return max((m.last for m in _others(tokens, last, portfolios)), default=last)


def _others(tokens: Tokens, last: int, portfolios: Mapping[tuple[str, ...], Institution]) -> Iterator[Ministry]:
    """The portfolios listed from `last` on, one by one."""
    start = last
    while start < len(tokens.words) and tokens.words[start] in (",", "et"):
        start += 1
    if start > last and (further := _portfolio_at(tokens, start, portfolios)):
        yield Ministry(start, *further)
        yield from _others(tokens, further[0], portfolios)


def _portfolio_at(tokens: Tokens, start: int, portfolios: Mapping[tuple[str, ...], Institution]) -> tuple[int, Institution] | None:
    """The longest portfolio that begins at a token: the token after it and the body."""
    longest = max(map(len, portfolios), default=0)
    for end in range(min(start + longest, len(tokens.words)), start, -1):
        if body := portfolios.get(tokens.words[start:end]):
            return end, body
    return None


@lru_cache(maxsize=4)
def _portfolios(gazetteer: Gazetteer) -> Mapping[tuple[str, ...], Institution]:
    """The body of each portfolio, by its folded words ("de", "l'", "interieur")."""
    return {Tokens.of(portfolio).words: body for portfolio, body in gazetteer.portfolios}


@lru_cache(maxsize=1024)
def _nearly(portfolio: str, gazetteer: Gazetteer) -> Institution | None:
    known = {fold(text): body for text, body in gazetteer.portfolios}
    close = get_close_matches(portfolio, known, n=1, cutoff=NEARLY)
    return known[close[0]] if close else None
