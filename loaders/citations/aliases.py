"""Short names that the document itself gives to an instrument: "(LCEN)", "(ci-après « la Charte »)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from ..document import Document, Unit
from .completing import instrument_of, on
from .found import Found, locate
from .model import Mention, Source
from .provisions import kind_of, whole_kind
from .text import folded

_DEFINED = re.compile(r"[^.;()]{0,200}?\((?P<inside>[^()]{2,70})\)")
_INTRODUCED = re.compile(
    r"^(?:ci-après|ci-dessous|dite?|dénommée?|désormais|abrégée?)[\s:,]*(?:dénommée?|désignée?|appelée?|abrégée?)?[\s:,]*(?:par )?", re.I
)
_QUOTES = " «»“”\"'’\u00a0"
_ACRONYM = re.compile(r"(?:[A-ZÉ][A-Za-zÉ-]{1,11})")
_OF = re.compile(r" {1,3}(?:du|de la|de l'|des) ?(?:la )?$")
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "a", "aux", "au", "et", "en", "sur", "pour", "par", "dans"))


def with_aliases(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """`found` with every place where the document uses a name it has defined, and the articles attached to such names."""
    aliases = dict(_definitions(found))
    if not aliases:
        return found
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(aliases, key=len, reverse=True)))})(?!\w)")
    taken: dict[str, list[Found]] = {}
    for item in found:
        taken.setdefault(item.unit.id, []).append(item)
    result: list[Found] = []
    for unit in document.units:
        items = taken.get(unit.id, [])
        uses = [
            Mention(m.start(), m.end(), whole_kind(s), "explicit", s)
            for m in pattern.finditer(unit.clean.text)
            if (s := aliases[m.group()])
        ]
        result.extend(_with_uses(document, unit, items, uses) if uses else items)
    return tuple(result)


def _definitions(found: tuple[Found, ...]) -> Iterator[tuple[str, Source]]:
    """(short name, instrument) where a text names an instrument in full and gives it a name in parentheses."""
    for rank, item in enumerate(found):
        instrument = instrument_of(item.reference)
        if instrument is None or item.mention.need is not None:
            continue
        text = item.unit.clean.text
        # A title is read with the short name that follows it when it is a usual one: "… libertés fondamentales (CEDH)".
        own = re.search(r"\([^()]{2,70}\)$", text[item.mention.start : item.mention.end])
        defined = _DEFINED.match(text, item.mention.start + own.start() if own else item.mention.end)
        inside_end = defined.end() if defined else item.mention.end
        following = found[rank + 1] if rank + 1 < len(found) else None
        if following and following.unit.id == item.unit.id and item.mention.end <= following.mention.start < inside_end - 1:
            continue
        alias = _short_name(defined["inside"]) if defined else None
        if alias and _stands_for(alias, text[item.mention.start : defined.start("inside")] if defined else ""):
            yield alias, instrument


def _short_name(inside: str) -> str | None:
    """The acronym between the parentheses, with its introduction ("ci-après…") and quotation marks removed."""
    name = _INTRODUCED.sub("", inside.strip(_QUOTES)).strip(_QUOTES)
    name = re.sub(r"^(?:la|le|les|l['’])\s*", "", name).strip(_QUOTES)
    capitals = sum(c.isupper() for c in name)
    return name if _ACRONYM.fullmatch(name) and capitals >= 2 else None


def _stands_for(acronym: str, words: str) -> bool:
    """True if the acronym's capitals are initials of the words, in their order: LCEN for "loi … confiance … économie numérique"."""
    initials = iter([w[0] for w in re.findall(r"[a-z]+", folded(words)) if w not in _SMALL])
    return all(letter in initials for letter in folded("".join(c for c in acronym if c.isupper())))


def _with_uses(document: Document, unit: Unit, items: list[Found], uses: list[Mention]) -> list[Found]:
    """The unit's items with the uses of short names: each on its own, or as the text of the bare article just before it."""
    kept = list(items)
    starts = [item.mention.start for item in items]
    reach = list(accumulate((item.mention.end for item in items), max))
    open_at = {item.mention.end: place for place, item in enumerate(items) if item.mention.need == "instrument" and item.mention.article}
    for use in uses:
        place = bisect_left(starts, use.end)
        if place and reach[place - 1] > use.start:
            continue
        before = folded(unit.clean.text[max(0, use.start - 12) : use.start])
        gap = _OF.search(before)
        article = open_at.get(use.start - len(before) + gap.start()) if gap else None
        if article is None:
            kept.append(locate(document, unit, use))
        else:
            kept[article] = _article(document, kept[article], use)
    return sorted(kept, key=lambda f: (f.mention.start, -f.mention.end))


def _article(document: Document, item: Found, use: Mention) -> Found:
    if use.source is None:
        return item
    mention = replace(item.mention, end=use.end, need=None, kind=kind_of(use.source), cue=None, title=None)
    widened = locate(document, item.unit, mention)
    return replace(widened, reference=on(widened, use.source))
