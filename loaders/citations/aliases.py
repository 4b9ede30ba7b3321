"""Short names that the document itself gives to an instrument: "(LCEN)", "(ci-après « la Charte »)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from ..document import Document, Unit
from . import cues, referred
from .completing import instrument_of, on
from .context import joined, nouns
from .found import Found, locate
from .model import Mention, Source
from .provisions import kind_of, whole_kind
from .text import folded

_DEFINED = re.compile(r"[^.;()]{0,200}?\((?P<inside>[^()]{2,70})\)")
_INTRODUCED = re.compile(
    r"^(?:ci-après|ci-dessous|dite?|dénommée?|désormais|abrégée?|hereinafter|hereafter|known as)[\s:,]*"
    r"(?:dénommée?|désignée?|appelée?|abrégée?|(?:referred to )?as|called)?[\s:,]*(?:par )?",
    re.I,
)
# "CPP : code de procédure pénale", "CPCE (code des procédures civiles d'exécution)": lists of abbreviations and glosses.
_LISTED = re.compile(r"(?<![\w.-])(?P<alias>[A-ZÉ][A-Za-zÉ]{1,11})(?:\s?[:=–—]\s?|\s-\s|\s{2,8}|\t)(?:le\s|la\s|l[’'])?$")
_GLOSSED = re.compile(r"(?<![\w.-])(?P<alias>[A-ZÉ][A-Za-zÉ]{1,11})\s?\(\s?(?:le\s|la\s|l[’'])?$")
_LONGEST_LEAD = 26
# "article 12 du code pénal", unlike the bare "article 12".
_HAS_TEXT = re.compile(r"\d[^a-z]{0,8} (?:du|de la|de l'|des) (?!article)")
# What stands between an acronym and its meaning in such a list: there it is defined, not used.
_DEFINES = re.compile(r"(?:\s?[:=–—]\s?|\s-\s|\s{2,8}|\t|\s?\()(?:le\s|la\s|l[’'])?")
# "la CEDH a condamné", "la jurisprudence de la CEDH": the Court, whatever the document has called so.
_COURTS = frozenset({"CEDH", "ECHR"})
_OF_THE_COURT = re.compile(
    r"(?:arrets?|jurisprudences?|decisions?|jugements?|requetes?|juges?|greffe|saisi\w*|devant|condamn\w+|position|selon)"
    r" (?:\w+ )?(?:de |par )?(?:la |l')?$"
)
_THE_COURT_SAYS = re.compile(
    r"(?: grande chambre|,? gr\. ch\.)?(?:,? \d|,? (?:a|avait|n'a|ne)(?: \w+)? (?!pour|lieu)\w+[eitus]\b|,? (?:consider|estim|jug|rappel"
    r"|relev|constat|condamn|conclu|retien|retenu|admet|verifi|precis|rendu|sanctionn|held|ruled|found|has |considers|judg))"
)
_QUOTES = " «»“”\"'’\u00a0"
_ACRONYM = re.compile(r"(?:[A-ZÉ][A-Za-zÉ-]{1,11})")
_PHRASE = re.compile(r"(?:loi|ordonnance|décret|règlement|directive|décision-cadre|convention|charte|code|pacte|accord)(?: [\w’'-]+){1,4}")
# "la loi n° 2024-1 du 3 mai 2024 relative à…, dite loi « Dupont »"
_CALLED = re.compile(
    r"[^.;«»“”\"]{0,150}?(?<!\w)(?:dite?|appelée?|surnommée?)\s{1,3}(?:la\s{1,3})?(?:loi\s{1,3})?(?:[«“\"]\s?(?P<name>[^«»“”\"]{2,50}?)\s?[»”\"]|(?P<bare>[A-ZÉ]{3,8})(?!\w|\s+[A-Z\d]))"
)
# "…, dite LPM" gives the name, it does not use it.
_GIVEN = re.compile(r"\bdite?\s{1,3}$")
_MARKS = re.compile(r"[«»“”\"]")
_ENGLISH_PHRASE = re.compile(
    r"(?:[A-Z0-9][\w’'-]* (?:(?:of|and|on|for|the) )*){1,5}(?:Act|Law|Decree|Ordinance|Directive|Regulation|Code"
    r"|Charter|Convention|Covenant)"
)
_OF = re.compile(r" {1,3}(?:du|de la|de l'|des|of|of the) ?(?:la )?$")
# What may stand between an instrument and the short name that is its own: nothing, its date and number, or its title.
_TITLE = re.compile(
    r"[ ,]*(?:(?:du|de|of) [^a-z]{0,4}[^ ]{1,12} \d{4}|n ?[°o] ?[\d/-]+|modifiee?|precitee?|susvisee?|,| )*"
    r"(?:$|(?:relati|portant|pour|sur|visant|tendant|instituant|concernant|renforcant|confortant|favorisant|reformant|contre"
    r"|d'orientation|de programmation|de (?!la |l'|le )|d'|on |concerning|relating|regarding|for |laying|establishing|governing"
    r"|as amended|amending)).*",
    re.S,
)
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "a", "aux", "au", "et", "en", "sur", "pour", "par", "dans"))


def with_aliases(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """`found` with every place where the document uses a name it has defined, and the articles attached to such names."""
    aliases = dict(_definitions(found))
    if not aliases:
        return found
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_written, sorted(aliases, key=len, reverse=True)))})(?!\w)")
    taken: dict[str, list[Found]] = {}
    for item in found:
        taken.setdefault(item.unit.id, []).append(item)
    result: list[Found] = []
    for unit in document.units:
        items = taken.get(unit.id, [])
        uses = [
            Mention(m.start(), m.end(), whole_kind(s), "explicit", s)
            for m in pattern.finditer(unit.clean.text)
            if (s := aliases[_plain(m.group())]) and not _GIVEN.search(unit.clean.text, max(0, m.start() - 9), m.start())
        ]
        result.extend(_with_uses(document, unit, items, uses) if uses else items)
    return tuple(result)


def _definitions(found: tuple[Found, ...]) -> Iterator[tuple[str, Source]]:
    """(short name, instrument) where a text names an instrument in full and gives it a name in parentheses."""
    for rank, item in enumerate(found):
        instrument = instrument_of(item.reference)
        if instrument is None or item.mention.need is not None:
            continue
        if item.mention.cue == referred.CUE:
            # The same title anywhere in the document is that of the same law.
            yield from ((f"{noun} {item.mention.title}", instrument) for noun in ("loi", "Loi"))
        text = item.unit.clean.text
        if called := _CALLED.match(text, item.mention.end):
            noun = next(nouns(instrument))
            name = called["name"] or called["bare"]
            yield _plain(f"{noun} {name.removeprefix(noun)}"), instrument
            if name.isupper() and _ACRONYM.fullmatch(name.strip()):
                yield name.strip(), instrument
        # A title is read with the short name that follows it when it is a usual one: "… libertés fondamentales (CEDH)".
        own = re.search(r"\([^()]{2,70}\)$", text[item.mention.start : item.mention.end])
        defined = _DEFINED.match(text, item.mention.start + own.start() if own else item.mention.end)
        inside_end = defined.end() if defined else item.mention.end
        inside_start = defined.start("inside") if defined else item.mention.end
        following = found[rank + 1] if rank + 1 < len(found) else None
        if glossed := _listed(item, instrument):
            yield glossed, instrument
        named_inside = following and following.unit.id == item.unit.id and item.mention.end <= following.mention.start < inside_end - 1
        # The acronym itself may have been read, as that of another text.
        if following and named_inside and not _is_acronym(following):
            continue
        alias = _short_name(defined["inside"]) if defined else None
        words, gap = text[item.mention.start : inside_start], text[item.mention.end : inside_start]
        if alias and _TITLE.fullmatch(folded(gap).rstrip("( ")) and _is_its_name(alias, instrument, words, gap):
            yield _plain(alias), instrument


def _is_acronym(item: Found) -> bool:
    """True for an acronym alone, as the last words of the parentheses."""
    closed = re.match(r"[\s»”\"]{0,3}\)", item.unit.clean.text[item.mention.end : item.mention.end + 4])
    return closed is not None and _ACRONYM.fullmatch(item.reference.surface) is not None and item.mention.article is None


def _listed(item: Found, instrument: Source) -> str | None:
    """The acronym that stands before its meaning: "CPP : code de procédure pénale", "CPP (code de procédure pénale)"."""
    mention, text = item.mention, item.unit.clean.text
    if mention.article is not None:
        return None
    lead = text[max(0, mention.start - _LONGEST_LEAD) : mention.start]
    glossed = text[mention.end : mention.end + 2].lstrip().startswith(")")
    found = _LISTED.search(lead) or (_GLOSSED.search(lead) if glossed else None)
    alias = found["alias"] if found else ""
    alike = sum(c.isupper() for c in alias) > 1 and _is_its_name(alias, instrument, text[mention.start : mention.end], "")
    return alias if alike else None


def _plain(alias: str) -> str:
    """A short name without quotation marks and line breaks: "loi Dupont" for "loi « Dupont »"."""
    return " ".join(_MARKS.sub(" ", alias).split())


def _written(alias: str) -> str:
    """The regular expression of the ways a short name is written: "loi Dupont", "loi « Dupont »"."""
    noun, _, rest = alias.partition(" ")
    words = r"\s{1,3}".join(map(re.escape, rest.split()))
    return rf"{re.escape(noun)}\s{{1,3}}(?:[«“\"]\s?{words}\s?[»”\"]|{words})" if rest else re.escape(noun)


def _short_name(inside: str) -> str | None:
    """The acronym between the parentheses, with its introduction ("ci-après…") and quotation marks removed."""
    name = _INTRODUCED.sub("", inside.strip(_QUOTES)).strip(_QUOTES)
    name = re.sub(r"^(?:(?:la|le|les|l['’])\s*|the\s+)", "", name).strip(_QUOTES)
    if _PHRASE.fullmatch(name) or _ENGLISH_PHRASE.fullmatch(name):
        return name if inside.strip()[0] in '«“"' or _INTRODUCED.match(inside) else None
    capitals = sum(c.isupper() for c in name)
    return name if _ACRONYM.fullmatch(name) and capitals >= 2 else None


def _is_its_name(alias: str, instrument: Source, words: str, gap: str) -> bool:
    """True if the short name has the instrument's noun, or abbreviates its `words` and no other name that ends the `gap` after them.

    LCEN is the name of "loi … pour la confiance dans l'économie numérique", UE that of the last words only of "le traité de
    Lisbonne a confié à l'Union européenne". The capitals must be initials of the words, in their order.
    """
    if _PHRASE.fullmatch(alias):
        return folded(alias.split(maxsplit=1)[0]) in nouns(instrument)
    if _ENGLISH_PHRASE.fullmatch(alias):
        return cues.noun(alias.rsplit(maxsplit=1)[1]) in tuple(nouns(instrument))
    capitals = folded("".join(c for c in alias if c.isupper()))
    initials = iter(_initials(words))
    return not _initials(gap).endswith(capitals) and all(letter in initials for letter in capitals)


def _initials(words: str) -> str:
    return "".join(w[0] for w in re.findall(r"[a-z]+", folded(words)) if w not in _SMALL)


def _with_uses(document: Document, unit: Unit, items: list[Found], uses: list[Mention]) -> list[Found]:
    """The unit's items with the uses of short names: each on its own, or as the text of the bare article just before it."""
    kept = list(items)
    starts = [item.mention.start for item in items]
    named_at = frozenset(starts)
    reach = list(accumulate((item.mention.end for item in items), max))
    open_at = {item.mention.end: place for place, item in enumerate(items) if item.mention.need == "instrument" and item.mention.article}
    # "Article 712-10 of the CCP" is of the code that the document calls so, whatever the acronym stands for elsewhere.
    ends_with = {item.mention.end: place for place, item in enumerate(items) if item.mention.article and item.mention.source}
    begins_with = {item.mention.start: place for place, item in enumerate(items) if item.mention.article and item.mention.source}
    same_span = {(item.mention.start, item.mention.end): place for place, item in enumerate(items)}
    for use in uses:
        acronym = unit.clean.text[use.start : use.end]
        other = ends_with.get(use.end, begins_with.get(use.start))
        if other is not None and acronym.isupper():
            _of_another(document, kept, other, use)
            continue
        if (other := same_span.get((use.start, use.end))) is not None:
            if kept[other].mention.cue != referred.CUE:
                kept[other] = locate(document, unit, use)
            continue
        if (defined := _DEFINES.match(unit.clean.text, use.end)) and defined.end() in named_at:
            continue
        place = bisect_left(starts, use.end)
        if place and reach[place - 1] > use.start:
            _absorb(document, kept, place - 1, use)
            continue
        before = folded(unit.clean.text[max(0, use.start - 12) : use.start])
        gap = _OF.search(before)
        article = open_at.get(use.start - len(before) + gap.start()) if gap else None
        if article is not None:
            _of_another(document, kept, article, use)
        elif acronym not in _COURTS or not _is_a_court(unit.clean.text, use):
            kept.append(locate(document, unit, use))
    return sorted(kept, key=lambda f: (f.mention.start, -f.mention.end))


def _is_a_court(text: str, use: Mention) -> bool:
    """Whether what judges is meant, not what is applied."""
    after = folded(text[use.end : use.end + 40])
    return _OF_THE_COURT.search(folded(text[max(0, use.start - 40) : use.start])) is not None or _THE_COURT_SAYS.match(after) is not None


def _of_another(document: Document, kept: list[Found], place: int, use: Mention) -> None:
    """The article at `place`, and those of its list before it (or after it: "CPC, art. 9 et 145"), are of the text called so."""
    step = 1 if kept[place].mention.start == use.start else -1
    ranks = [place]
    while 0 <= (following := ranks[-1] + step) < len(kept) and _listed_with(kept, ranks[-1], following):
        ranks.append(following)
    for rank in reversed(ranks):
        kept[rank] = _article(document, kept[rank], use if rank == place else replace(use, end=0))


def _listed_with(kept: list[Found], one: int, other: int) -> bool:
    before, after = sorted((one, other))
    return _alike(kept[before], kept[after]) and joined(kept[before], kept[after])


def _alike(before: Found, item: Found) -> bool:
    """Whether two neighbours were read as articles of one text, or both without one."""
    one, other = before.reference.source, item.reference.source
    parents = (one.parent if one else None, other.parent if other else None)
    bare = before.mention.article is not None and _HAS_TEXT.search(folded(before.reference.surface)) is None
    return bare and item.mention.article is not None and parents[0] == parents[1]


def _absorb(document: Document, kept: list[Found], place: int, use: Mention) -> None:
    """ "article 3 de la loi" whose noun begins the short name "loi AAI": the article is of that law."""
    mention = kept[place].mention
    if mention.need != "instrument" or not use.start < mention.end <= use.end:
        return
    if mention.article:
        kept[place] = _article(document, kept[place], use)
    elif use.start <= mention.start:
        kept[place] = locate(document, kept[place].unit, use)


def _article(document: Document, item: Found, use: Mention) -> Found:
    if use.source is None:
        return item
    mention = replace(item.mention, end=max(item.mention.end, use.end), need=None, kind=kind_of(use.source), cue=None, title=None)
    widened = locate(document, item.unit, mention)
    return replace(widened, reference=on(widened, use.source))
