"""Which of the texts read so far a short form means, by its gender, its date, or how its articles are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from . import cues
from .completing import instrument_of
from .context import Trail, fits, nouns, style
from .found import Found
from .text import folded

# How many citations back a text without a name of its own may stand, and one told by its date.
NEAREST = 12
_OF_DATE = 200
# How far on, in characters, a code may be named for articles that nothing before explains.
_SOON = 300


def of_gender(item: Found, trail: Trail) -> Found | None:
    """What "celui-ci" or "cette dernière" stands for: the last text of its gender, in the same unit."""
    feminine = re.match(r"celle|cette", folded(item.mention.cue or "")) is not None
    for antecedent in reversed(trail.items[-NEAREST:]):
        source = instrument_of(antecedent.reference)
        if antecedent.unit.id != item.unit.id or source is None:
            return None
        if (next(nouns(source)) in cues.FEMININE) == feminine:
            return antecedent
    return None


def of_date(trails: Iterable[Trail], noun: str, year: str, day: str) -> Found | None:
    """ "la loi de 2005", "la loi du 9 mars": the last law of that year, or of that day ("03-09")."""
    for trail in trails:
        for antecedent in reversed(trail.items[-_OF_DATE:]):
            instrument = instrument_of(antecedent.reference)
            date = (instrument.date if instrument else None) or ""
            if instrument and date and date.startswith(year) and date.endswith(day) and noun in nouns(instrument):
                return antecedent
    return None


def fitting_code(item: Found, trail: Trail, styles: dict[str, set[str]]) -> Found | None:
    """The last code whose articles are numbered as this one: not the code pénal for "L. 131-1 du même code"."""
    for antecedent in reversed(trail.items[-NEAREST:]):
        source = instrument_of(antecedent.reference)
        if source and source.label == "Code" and fits(item.mention.article or "", source, styles):
            return antecedent
    return None


def named_soon(items: Sequence[Found], following: Sequence[Found]) -> Found | None:
    """The code named a little further in the same unit: "article 19-3 ; articles 21-7 et s. … selon l'article 18 du code civil"."""
    numbers = [item.mention.article or "" for item in items]
    for later in following if all("-" in number for number in numbers) else ():
        source = instrument_of(later.reference)
        if later.unit.id != items[-1].unit.id or later.mention.start - items[-1].mention.end > _SOON:
            return None
        if source and later.mention.article and later.mention.need is None:
            alike = source.label == "Code" and all(style(number) == style(later.mention.article) for number in numbers)
            return later if alike else None
    return None
