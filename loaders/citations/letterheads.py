"""The head of a letter, which reads like an entry: 'MINISTÈRE DE LA VILLE, DE LA JEUNESSE ET DES SPORTS … Paris, le 3 mars 2010'."""

from __future__ import annotations

import re

from .finder import View

# Read in the text itself: a name in capitals that goes on after its comma, or has an office below it.
_CAPITALS = re.compile(
    r"[A-ZÀ-Ý][A-ZÀ-Ý '’-]{7,}\s*,\s*(?:(?:DE|DU|DES|ET|CHARG[EÉ]E?|DIRECTION|SECR[EÉ]TARIAT|SERVICE|CABINET)\b|[DL]['’][A-ZÀ-Ý]{2})"
)
_DATE_LINE = re.compile(r"[A-ZÀ-Ý][\w’'-]+\s*,\s+le\s+\d")


def is_letterhead(view: View, start: int, end: int) -> bool:
    """Whether what stands at plain[start:end] heads a letter: an office in capitals, or a date line ('Paris, le 3 mars')."""
    return _CAPITALS.match(view.text, start) is not None or _DATE_LINE.search(view.text, start, end) is not None
