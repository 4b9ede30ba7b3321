"""Where a citation must stop: the end of a sentence, a semicolon, an address, the words that lead back to the sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from .finder import View
from .words import words

# Begins with signs alone, which are quickly found: nothing else stops a text without any of the words.
_SIGN = r";|\.(?=\s+\S)"
_SIGNS = re.compile(_SIGN)
_WORDS = ("http", "www.", "disponible", "consult", "accessible", "telechargeable", "en ligne", "op.", "op cit", "opcit")
_STOPS = re.compile(
    rf"{_SIGN}"
    r"|(?<![a-z0-9])(?:https?:|www\.|(?:disponible|consultable|consulte|accessible|telechargeable)\b|en ligne\s*:|(?<=[\s,(])op\.?\s?cit)"
    r"|(?<=[,(])\s*en ligne\b"
)
# The full stops of an anonymous party too: "M. A... D...".
_WORD_BEFORE = re.compile(r"([a-z0-9]+)\.{0,2}$")


@lru_cache(maxsize=1)
def _stops(plain: str) -> re.Pattern[str]:
    """What can stop a citation in the text being read."""
    return _STOPS if any(word in plain for word in _WORDS) else _SIGNS


def clause_end(view: View, start: int, limit: int) -> int:
    """The end of the clause that holds plain[start:]: at a ';', an address, 'disponible', 'op. cit.', or a sentence's full stop."""
    limit = min(limit, len(view.plain))
    for found in _stops(view.plain).finditer(view.plain, start, limit):
        if found[0] != "." or _ends_sentence(view, found.start()):
            return found.start()
    return limit


def clause_start(view: View, end: int, reach: int) -> int:
    """The start of the clause that holds plain[:end], at most `reach` characters before."""
    floor = max(0, end - reach)
    start = floor
    # One character more: a full stop shows by what follows it that it ends the sentence before plain[end].
    for found in _stops(view.plain).finditer(view.plain, floor, end + 1):
        if found.end() <= end and (found[0] != "." or _ends_sentence(view, found.start())):
            start = found.end()
    return start


def _ends_sentence(view: View, stop: int) -> bool:
    """Whether the full stop at `stop` ends a sentence: a capital, a quotation mark or a bracket follows, no abbreviation precedes."""
    after = stop + 1
    while after < len(view.text) and view.plain[after] == " ":
        after += 1
    following = view.text[after : after + 1]
    if not (following.isupper() or following in '«“"([-•–'):
        return False
    before = _WORD_BEFORE.search(view.plain, max(0, stop - 16), stop)
    if before is None:
        return True
    word = before[1]
    return not (word in words("abbreviations") or (len(word) == 1 and word.isalpha()))
