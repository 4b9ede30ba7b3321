"""The parties of a case: capitalised names on both sides of "c.", "c/", "contre" or "v."."""

from __future__ import annotations

import re

from .finder import View
from .parts import MONTHS
from .words import words

_VERSUS = re.compile(r"(?<=[\s).»\]])(?:c\.|c/|contre|v\.|vs\.?|versus)(?=\s*[a-z«\"])")
_TOKEN = re.compile(r"[^\s,;:()«»\"\[\]]+")
_LEFT, _RIGHT = 130, 110


def parties_around(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The span of 'Dink c. Turquie' around the versus sign at plain[start:end]; None where names do not stand on both sides."""
    left = _left_side(view, start)
    right = _right_side(view, end)
    return (left, right) if left is not None and right is not None else None


def versus_in(view: View, start: int, end: int) -> re.Match[str] | None:
    """The first versus sign in plain[start:end]."""
    return _VERSUS.search(view.plain, start, end)


def _left_side(view: View, end: int) -> int | None:
    floor = max(0, end - _LEFT)
    boundary = max(view.plain.rfind(sign, floor, end) for sign in ',;:(«"[')
    tokens = list(_TOKEN.finditer(view.plain, boundary + 1 if boundary >= 0 else floor, end))
    start = None
    for token in reversed(tokens[-14:]):
        word = token[0]
        if word in words("case_introducers") or (word.rstrip(".") in words("case_introducers") and len(word) > 2):
            break
        written = view.text[token.start()]
        elided = re.match(r"(?:l|d)'", word)
        if elided and len(word) > 2 and word[2:] in words("case_introducers"):
            break
        if written.isupper() or (elided and view.text[token.start() + 2 : token.start() + 3].isupper()) or written.isdigit():
            start = token.start()
        elif word not in words("party_links"):
            break
    return start


def _right_side(view: View, start: int) -> int | None:
    end = None
    for count, token in enumerate(_TOKEN.finditer(view.plain, start, min(len(view.plain), start + _RIGHT))):
        word, written = token[0], view.text[token.start() : token.end()]
        if view.plain[token.start() - 1] in "(«[":
            break
        stripped = word.rstrip(".")
        capital = written[0].isupper() or (re.match(r"(?:l|d)'", word) is not None and written[2:3].isupper())
        if capital and stripped not in MONTHS:
            end = token.start() + len(word.rstrip(".") if word.endswith(".") and len(stripped) > 3 else word)
            if _closes(view, token, stripped):
                break
        elif word not in words("party_links") or count > 9:
            break
        if view.plain[token.end() : token.end() + 1] in {",", ";", ":", "(", ")", "»"}:
            break
    return end


def _closes(view: View, token: re.Match[str], stripped: str) -> bool:
    """True if a full stop after a long word, or a comma, ends the name here."""
    return token[0].endswith(".") and len(stripped) > 3 and token.end() < len(view.plain)
