"""Which of the texts read so far a short form means, by its gender, its date, or how its articles are numbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from . import cues, laws, referred
from .completing import instrument_of
from .context import Trail, fits, nouns, stem, style
from .found import Found
from .model import Source
from .passages import is_changed, is_governed, is_put_in, is_put_there, is_quoted, quotation_start
from .text import folded

# How many citations back a text without a name of its own may stand, and one told by its date.
NEAREST = 12
_OF_DATE = 200
# How far on, in characters, a code may be named for articles that nothing before explains.
_SOON = 300
# How far into a document, in characters, its own title may stand.
_TITLE_WITHIN = 120
# The title of a law that opens an entry, up to the text that ends it: "… relative aux articles 34-1, 39 et" 44 de la Constitution.
_TITLE = re.compile(
    r"\s{1,2}(?:relati(?:ve|f)\s+(?:a|aux?)|portant)\s(?:(?<=\d)\set\s(?=\d|$)|(?!\b(?:et|qui|que|est|a)\b)[^.;:()]){0,160}"
)
_AFTER_A_TITLE = re.compile(r",\s{1,2}")


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


def nearest(items: list[Found], trails: Iterable[Trail], suits: Callable[[list[Found], Found], bool]) -> Found | None:
    """The last citation, of the same unit or section, whose text can have these articles."""
    unit = items[0].unit
    for trail in trails:
        recent = (a for a in reversed(trail.items[-NEAREST:]) if suits(items, a))
        close = [a for a in recent if a.unit.id == unit.id or a.unit.section == unit.section or unit.kind == "footnote"]
        # "L'article 60-4 a été ajouté par la loi…": the law is not what is spoken of.
        spoken_of = (a for a in close if a.unit.id == unit.id and not is_governed(a))
        if close:
            chosen = next(spoken_of, close[0])
            return _titled(items[0], chosen, close) or chosen
    return None


def _titled(item: Found, last: Found, recent: Sequence[Found]) -> Found | None:
    """The law whose title ends with what was named last: "Loi n° 2020-1… relative à l'article 6 de la Constitution, article 11"."""
    text = item.unit.clean.text
    if last.unit.id != item.unit.id or not _AFTER_A_TITLE.fullmatch(folded(text[last.mention.end : item.mention.start])):
        return None
    laws = (a for a in recent if a.unit.id == item.unit.id and a.mention.article is None and a.mention.end <= last.mention.start)
    entries = (law for law in laws if text[law.mention.start].isupper())
    return next((law for law in entries if _TITLE.fullmatch(folded(text[law.mention.end : last.mention.start]))), None)


def titled_law(cue: str, title: str, found: Iterable[Found]) -> Source | None:
    """The law of that title in laws.yaml; for "la loi déférée", the one that the document says is referred, if it is one."""
    if title != referred.CUE:
        return laws.by_title(title) if cues.noun(cue) in ("loi", "ordonnance", "loi organique") else None
    named = {s.id: s for item in found if item.mention.cue == referred.CUE and (s := instrument_of(item.reference))}
    return next(iter(named.values())) if len(named) == 1 else None


def put_into(items: list[Found], trail: Trail, suits: Callable[[list[Found], Found], bool]) -> Found | None:
    """What an article is put into: "la loi n° 55-385…, y insérant un article 4-1", "il modifie le code et insère un article 61-2"."""
    there = is_put_there(items[0])
    if not there and not is_put_in(items[0]):
        return None
    recent = [a for a in trail.items[-NEAREST:] if a.unit.id == items[0].unit.id and suits(items, a) and not is_quoted(a)]
    return next((a for a in reversed(recent) if there or is_changed(a)), None)


def quoted_article(item: Found, trails: Iterable[Trail]) -> Found | None:
    """Inside a quotation, the text quoted: that of the last article named before the quotation opens."""
    opened = quotation_start(item)
    if opened is None:
        return None
    for trail in trails:
        for antecedent in reversed(trail.items[-NEAREST:]):
            if antecedent.unit.id == item.unit.id and antecedent.mention.end <= opened and antecedent.mention.article:
                return antecedent
    return None


def last_bill(trails: Iterable[Trail], found: Iterable[Found], noun: str = "texte") -> Found | None:
    """The bill last named before ("projet de loi", "proposition de loi", or either), else the only one that the document names."""
    for trail in trails:
        for antecedent in reversed(trail.items[-_OF_DATE:]):
            if _is_bill(antecedent, noun):
                return antecedent
    named = {s.id: f for f in found if _is_bill(f, noun) and (s := instrument_of(f.reference))}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_bill(item: Found, noun: str) -> bool:
    source = instrument_of(item.reference)
    return source is not None and source.label == "Bill" and noun in nouns(source)


def sibling(items: Sequence[Found], chapters: Mapping[str, Mapping[str, Found]]) -> Found | None:
    """The only code cited so far that has articles of these chapters: L. 246-1 for R. 246-2."""
    codes = [chapters.get(stem(item.mention.article or "") or "", {}) for item in items]
    shared = set(codes[0]).intersection(*codes[1:])
    return codes[0][shared.pop()] if len(shared) == 1 else None


def most_cited(label: str, first: Mapping[str, Found], cited: Mapping[str, int]) -> Found | None:
    """The instrument of that label cited most often so far; of several, the one cited first."""
    candidates = [item for item in first.values() if (s := instrument_of(item.reference)) and s.label == label]
    return max(candidates, key=lambda f: cited.get(instrument_id(f), 0), default=None)


def all_fit(items: Sequence[Found], antecedent: Found, styles: dict[str, set[str]]) -> bool:
    """True if the antecedent's text can have all these articles."""
    instrument = instrument_of(antecedent.reference)
    return instrument is not None and all(fits(item.mention.article or "", instrument, styles) for item in items)


def instrument_id(item: Found) -> str:
    """The id of the text cited; '' for other sources."""
    return instrument.id if (instrument := instrument_of(item.reference)) else ""


def of_rank(trails: Iterable[Trail], noun: str, first: bool) -> Found | None:
    """ "la première directive", "la seconde": of the two instruments called so that were last named in full."""
    for trail in trails:
        named: dict[str, Found] = {}
        for item in reversed(trail.items[-NEAREST:]):
            source = instrument_of(item.reference)
            if source and item.reference.relation == "explicit" and noun in nouns(source):
                named.setdefault(source.id, item)
        if len(named) > 1:
            return list(named.values())[1 if first else 0]
    return None


# What a bill is called.
_OF_BILLS = frozenset({"texte", "projet de loi", "proposition de loi"})


def own_text(found: Sequence[Found], noun: str) -> Found | None:
    """The text that the document is, where its title opens it: "Décret n° 2019-797 du 26 août 2019 relatif à…".

    Else the one bill it names: who speaks of a bill calls it "le présent texte" too.
    """
    first = min(found, key=lambda f: f.reference.start, default=None)
    source = instrument_of(first.reference) if first else None
    opens = first is not None and first.reference.start <= _TITLE_WITHIN and first.mention.article is None
    titled = opens and first is not None and first.reference.surface[:1].isupper() and first.mention.start == 0
    if titled and source and source.number and noun in nouns(source):
        return first
    return last_bill((), found, noun) if noun in _OF_BILLS else None
