"""French codes: read by name or abbreviation from codes.yaml."""

from __future__ import annotations

import re
from functools import cache

from ...graph import identifiers
from .finder import View
from .model import Mention, Source
from .names import Names, rows

# Codes whose article numbers take letters ("article 150 U", "L. 98 B"): elsewhere a letter is a subdivision.
LETTERED = frozenset({"LEGITEXT000006069577", "LEGITEXT000006069583", *(f"LEGITEXT0000060695{n}" for n in (68, 69, 74, 76))})
# Named like codes, but no law: "code de conduite", "code de bonnes pratiques".
_REPEATED = re.compile(r"\b(de|du|des|la|le|l'|et) \1 ")


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
    found = codes().at(view, start) or _misprinted(view, start)
    return _mention(start, *found) if found else None


def read_english(view: View, start: int) -> Mention | None:
    """The French code named in English at `start` ("French Post and Electronic Communications Code")."""
    skip = len("french ") if view.plain.startswith("french ", start) else 0
    found = english_codes().at(view, start + skip)
    return _mention(start, *found) if found else None


def _mention(start: int, end: int, code: Source) -> Mention:
    return Mention(start, end, "other", "explicit", code)


def _misprinted(view: View, start: int) -> tuple[int, Source] | None:
    """A name with a small word printed twice: "code général de de la fonction publique"."""
    if not view.plain.startswith("code", start):
        return None
    window = view.plain[start : start + 120]
    double = _REPEATED.search(window)
    if not double:
        return None
    extra = len(double[1]) + 1
    cut = start + double.start()
    mended = View(view.text[start:cut] + view.text[cut + extra : start + 120], window[: double.start()] + window[double.start() + extra :])
    found = codes().at(mended, 0)
    return (start + found[0] + extra, found[1]) if found and found[0] > double.start() else None
