"""Sentences of a clean text, by its stops and the abbreviations that are none."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from ..graph.identifiers import fold
from .document import Span

# A sentence ends at . ! ? … before a capital or an opening guillemet.
_END = re.compile(r"[.!?…](?:\s?[»)])?\s+(?=[A-ZÀÂÇÉÈÊËÎÏÔÙÛ«“(])")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")


@cache
def abbreviations() -> frozenset[str]:
    """What a full stop may follow without ending a sentence (abbreviations.txt), folded, without the stop."""
    lines = Path(__file__).with_name("abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line.strip()) for line in lines if line.strip() and not line.startswith("#"))


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences, each with the space that follows it; they cover the text."""
    cuts = [0, *(m.end() for m in _END.finditer(text) if not _abbreviated(text, m.start())), len(text)]
    return tuple((start, end) for start, end in pairwise(cuts) if start < end)


def _abbreviated(text: str, stop: int) -> bool:
    """True if the stop at this place ends an abbreviation or an initial."""
    word = _WORD_BEFORE.search(text[max(0, stop - 12) : stop])
    return text[stop] == "." and word is not None and (len(word[0]) == 1 or fold(word[0]) in abbreviations())
