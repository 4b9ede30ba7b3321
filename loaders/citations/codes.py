"""French codes: read by name or abbreviation from codes.yaml."""

from __future__ import annotations

import re
from functools import cache

from ...graph import identifiers
from .finder import View
from .model import Mention, Source
from .names import Names, rows
from .text import folded

# Codes whose article numbers take letters ("article 150 U", "L. 98 B"): elsewhere a letter is a subdivision.
LETTERED = frozenset({"LEGITEXT000006069577", "LEGITEXT000006069583", *(f"LEGITEXT0000060695{n}" for n in (68, 69, 74, 76))})
_WORDS = re.compile(r"code(?:(?: {1,3}|'|-)[a-z]+){1,14}")
_WORD = re.compile(r"[a-z]+")
_SMALL = frozenset({"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"})
_GLOSS = re.compile(r" ?\((?:the |le |[«\"] ?)?")
_DEFINED = re.compile(r"\s?\((?:hereinafter\s)?,?\s?(?:the\s)?[“«\"‘']\s?(?:the\s)?[A-Z]{2,6}\s?[”»\"’']\)")
_GLOSS_END = re.compile(r"(?: ?[»\"])?(?:, ?[^()]{1,20}| ?[-–] ?[^()]{1,20})?\)")


@cache
def codes() -> Names[Source]:
    """Every name and abbreviation of a French code."""
    return Names({name: code for row, code in _table() for name in (row["name"], *row.get("also", ()))})


@cache
def english_codes() -> Names[Source]:
    """The English names of French codes."""
    return Names({name: code for row, code in _table() for name in row.get("en", ())})


@cache
def by_legitext() -> dict[str, Source]:
    """Codes by LEGI text id, older ids included."""
    return {i: code for row, code in _table() if row["id"] for i in (row["id"], *row.get("same", ()))}


@cache
def _table() -> tuple[tuple[dict[str, list[str]], Source], ...]:
    return tuple((row, _code(row["id"], row["name"])) for row in rows("codes.yaml"))


def _code(legitext: str | None, name: str) -> Source:
    name = name.replace("'", "’")
    identifier = identifiers.code(legitext) if legitext else identifiers.local("code", identifiers.slug(name))
    return Source(identifier, "Code", canonical=f"{name} (code entier)", name=name, title=name, subkind="code")


def is_lettered(code: Source) -> bool:
    """True for the tax codes, whose articles are numbered with letters."""
    return code.id.removeprefix("legi:") in LETTERED


def read(view: View, start: int) -> Mention | None:
    """The code named at `start`, in French."""
    found = codes().at(view, start) or _loosely(view, start)
    return _mention(start, *found) if found else None


def read_english(view: View, start: int) -> Mention | None:
    """The French code named in English at `start` ("French Post and Electronic Communications Code")."""
    skip = len("french ") if view.plain.startswith("french ", start) else 0
    found = english_codes().at(view, start + skip)
    return _mention(start, _with_gloss(view, *found), found[1]) if found else None


def read_defined(view: View, start: int) -> Mention | None:
    """The French code named in English at `start`, alone, where the text gives it a short name: "Penal Code (“the PC”)"."""
    found = read_english(view, start)
    return found if found and _DEFINED.match(view.text, found.end) else None


def _with_gloss(view: View, end: int, code: Source) -> int:
    """The end with the French name that may follow in parentheses: "Internal Security Code (code de la sécurité intérieure)"."""
    gloss = _GLOSS.match(view.plain, end)
    named = codes().at(view, gloss.end()) if gloss else None
    if named is None or named[1].id != code.id:
        return end
    closing = _GLOSS_END.match(view.plain, named[0])
    return closing.end() if closing else end


def _mention(start: int, end: int, code: Source) -> Mention:
    return Mention(start, end, "other", "explicit", code)


def _loosely(view: View, start: int) -> tuple[int, Source] | None:
    """A name with a small word too many, too few or twice: "code de la justice administrative", "code général de de la fonction…"."""
    found = _WORDS.match(view.plain, start)
    if not found:
        return None
    words = [word for word in _WORD.finditer(view.plain, start, found.end()) if word[0] not in _SMALL]
    names = _content_words()
    for count in range(len(words), 1, -1):
        if code := names.get(tuple(word[0] for word in words[:count])):
            return words[count - 1].end(), code
    return None


@cache
def _content_words() -> dict[tuple[str, ...], Source]:
    """Codes by the words of their name without the small ones."""
    table: dict[tuple[str, ...], Source] = {}
    for row, code in _table():
        for name in (row["name"], *row.get("also", ())):
            words = tuple(word for word in _WORD.findall(folded(name)) if word not in _SMALL)
            if words[:1] == ("code",):
                table.setdefault(words, code)
    return table
