"""A folded view of a text: the same length, so that a match in it is a match in the text."""

from __future__ import annotations

import unicodedata

from ...graph.letters import Letters

# Typography that stands for one plain character; everything else loses its accent and its case.
_PLAIN = {
    **dict.fromkeys("’‘ʼ`´", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("“„", "«"),
    **dict.fromkeys("”‟", "»"),
    **dict.fromkeys("\n\r\t\v\f\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2028\u2029", " "),
    # Markdown writes a no-break space "\\ ": "n°\\ 58-1100".
    "\\": " ",
    "¶": "§",
    "º": "°",
    "˚": "°",
    "…": ".",
}


def _folded(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


# The Latin letters, punctuation and signs of European texts; other characters stay as they are.
_TABLE = {code: _folded(chr(code)) for code in (*range(0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070), 0x2212, 0x02BC, 0x02DA)}


_LETTERS = Letters(_folded)


def folded(text: str) -> str:
    """`text` in lower case, without accents, with plain apostrophes, hyphens and spaces; as long as `text`."""
    plain = _LETTERS.fold(text)
    return text.translate(_TABLE) if plain is None else plain
