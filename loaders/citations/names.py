"""Names in tables (codes, acts, nicknames): one pattern that reads them all, however they are spaced or dotted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..tables import read_table
from .finder import View
from .text import folded

_LOOSE = {" ": r"[ ]{1,3}", ".": r"\.?[ ]{0,2}", "'": r"'[ ]?", "-": r"[- ][ ]?", "«": r"[«\"'][ ]{0,3}", "»": r"[ ]{0,3}[»\"']"}
_FRENCH = frozenset({"loi", "directive", "règlement", "ordonnance", "law"})
_ENGLISH = frozenset({"directive", "regulation", "law", "act"})
_TRANSLATED = {"loi": ("law", "act"), "directive": ("directive",), "règlement": ("regulation",), "ordonnance": ("ordinance",)}
_LONGEST_NICKNAME = 3


def rows(file: str) -> Any:
    """The content of a YAML table beside the code."""
    return read_table(Path(__file__).with_name(file))


def trie(words: Iterable[str], loose: bool = False) -> str:
    """A regular expression of the words that shares their beginnings, so that a place is given up at the first wrong letter.

    With `loose`, a space is any few, a full stop may be missing, a hyphen may be a space.
    """
    heads: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            heads.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    branches = [(_LOOSE.get(head, re.escape(head)) if loose else re.escape(head)) + trie(tails, loose) for head, tails in heads.items()]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if ends else joined


def key(name: str) -> str:
    """A folded name without what may vary in it: spaces, full stops, commas, hyphens and quotation marks."""
    return re.sub(r"[ .,'«»\"-]+", "", name)


def said(name: str) -> tuple[str, ...]:
    """The ways a nickname is written: "loi Sapin 2", "loi « Sapin 2 »", "loi dite Sapin 2"; "“ePrivacy” directive".

    Short French ones also as English texts write them: "Sapin 2 Act", "law « Sapin 2 »".
    """
    head, _, rest = name.partition(" ")
    first, _, tail = name.rpartition(" ")
    if tail.lower() in _ENGLISH and first:
        return name, f"{first}» {tail}", f"{tail} «{first}»"
    if head not in _FRENCH or not rest:
        return (name,)
    quoted = f"«{rest}»"
    nouns = _TRANSLATED.get(head, ()) if len(rest.split()) <= _LONGEST_NICKNAME else ()
    english = (form for noun in nouns for form in (f"{rest} {noun}", f"{rest}» {noun}", f"{noun} {quoted}"))
    return name, f"{head} {quoted}", f"{head} dite {rest}", f"{head} dite {quoted}", f"{head}s {rest}", f"{head}s {quoted}", *english


def nickname(name: str) -> tuple[str, str] | None:
    """(type, nickname) of "directive accueil", which a list can give without the type ("… et « Procédures »"); None for others."""
    head, _, rest = name.partition(" ")
    return (head, rest) if head in _FRENCH and rest else None


class Names[T]:
    """A table of names: `at(view, start)` reads the longest that stands there, with its end and what it names."""

    def __init__(self, table: Mapping[str, T]) -> None:
        plain = {re.sub(r"(?<=[.«]) | (?=»)", "", folded(name)): name for name in table}
        self._values = {key(form): table[name] for form, name in plain.items()}
        self._capitals = frozenset(key(form) for form, name in plain.items() if name.isupper() and "." not in name)
        self._pattern = re.compile(rf"(?:{trie(sorted(plain), loose=True)})(?![a-z0-9])")
        self.forms = tuple(sorted(plain))

    def at(self, view: View, start: int) -> tuple[int, T] | None:
        """(end, value) of the name at `start`; a name in capitals must stand in capitals."""
        found = self._pattern.match(view.plain, start)
        if not found:
            return None
        name = key(found[0])
        if name in self._capitals and not view.text[start : found.end()].isupper():
            return None
        return found.end(), self._values[name]
