"""What "son", "ses" stand for: the text that the clause begins with, or the one that the sentence before speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable

from .antecedents import NEAREST
from .context import Trail
from .found import Found
from .grammar import grammar
from .passages import called_in, clause_start, is_changed, is_governed, is_put_in, is_quoted
from .text import folded

_OPENS = re.compile(r"\s*(?:-\s*)?(?:vu|having regard)\b")
# "Vu le traité sur l'Union européenne et le traité sur le fonctionnement…, notamment ses articles": the last of those coordinated.
_COORDINATED = grammar(r",? (?:et|ou|ainsi que) (?:la |le |l'|les )?")


def subject(item: Found, trail: Trail, suits: Callable[[list[Found], Found], bool]) -> Found | None:
    """The instrument that "ses articles" belong to, among those of one flow of text; None where it has none."""
    clause = clause_start(item)
    opens = _OPENS.match(folded(item.unit.clean.text[clause : clause + 20]))
    recent = trail.items[-NEAREST:]
    inside = [f for f in recent if f.unit.id == item.unit.id and clause <= f.mention.start < item.mention.start]
    inside = [f for f in inside if suits([item], f)] or inside
    since = inside[-1].mention.end if inside else clause
    called = called_in(item.unit.clean.text[since : item.mention.start])
    if called and not opens:
        return trail.called(item, called[-1])
    if inside:
        return _coordinated(inside) if opens else ([f for f in inside if not is_governed(f)] or inside)[-1]
    return _spoken_of(item, recent, suits)


def _coordinated(inside: list[Found]) -> Found:
    """The first instrument of a "Vu" and those that "et" joins to it: the last of them."""
    chosen = inside[0]
    for following in inside[1:]:
        gap = folded(chosen.unit.clean.text[chosen.mention.end : following.mention.start])
        if not _COORDINATED.fullmatch(gap):
            break
        chosen = following
    return chosen


def _spoken_of(item: Found, recent: list[Found], suits: Callable[[list[Found], Found], bool]) -> Found | None:
    """ "La loi n° 2018-703 a créé l'article 621-1 du code pénal. Son article 2…": the law, not what it changes."""
    suited = [f for f in recent if f.unit.id == item.unit.id and suits([item], f) and not _is_object(f)]
    return suited[-1] if suited else recent[-1] if recent else None


def _is_object(item: Found) -> bool:
    """True for what the sentence does not speak of: what is changed or put in, and what is quoted."""
    return is_changed(item) or is_put_in(item) or is_quoted(item)
