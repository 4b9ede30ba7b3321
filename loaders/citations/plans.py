"""Plans and strategies that exist: 'second plan d'action national contre la traite', 'Stratégie nationale … 2018-2022'; and mechanisms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph import identifiers
from .finder import Finder, View
from .genres import ORDINAL, ordinal_value
from .model import Mention, Source
from .titles import quoted_title, title_end, trimmed
from .words import words
from .works import key_words

_ORDINAL_BEFORE = re.compile(rf"\b(?P<ordinal>{ORDINAL})\s+$")
_INDEFINITE = re.compile(r"(?:\bune?|\bd'une?|\bnouveaux?|\bnouvelle|\bdes|\btels?|\btout|\bchaque)\s+$")
_HEAD = re.compile(
    r"(?P<noun>plan|strategie|feuille de route|programme)(?P<adjectives>(?:\s+(?:nationale?|d'actions?"
    r"|interministeriel(?:le)?|gouvernementale?|"
    r"pluriannuel(?:le)?|triennale?|quinquennale?|europeen(?:ne)?|regionale?|departementale?|d'urgence|global|mondiale?))*)"
)
# A plan of the State by its scope alone.
_SCOPE = re.compile(r"national|interminist|pluriannuel|gouvernement|triennal|quinquennal")
_OF_TOWN = re.compile(r"programmes?\s+de\s+(?P<town>stockholm|tampere|la haye)(?![a-z])")
_OBJECT = re.compile(r"\s+(?:de lutte\s+|de prevention\s+|d'action\s+)?(?:contre|pour|en faveur|relatif|relative|sur|de|des|du|d'|visant)")
_YEARS = re.compile(r"\s*,?\s*\(?\s*(?:pour\s+(?:la\s+periode\s+)?)?(?P<years>(?:19|20)\d\d\s*-\s*(?:20)?\d\d)(?!\d)\s*\)?")
# "Plan Logement d'abord (2018-2022)": a name of its own, with its years.
_PROPER = re.compile(r"\s+[A-ZÀ-Ý][^,;:.()«»]{2,60}?(?=\s*\(?(?:19|20)\d\d\s?[-–]\s?(?:20)?\d\d)")
_DEFINITE = re.compile(r"\b(?:le|la|du|au|ce)\s$")
_YEARS_INSIDE = re.compile(r"(?:19|20)\d\d\s*-\s*(?:20)?\d\d(?!\d)")
_YEAR = re.compile(r"\d+")
_CLOSING = re.compile(r"\s*\)")
# What a plan is said to do is no part of its title; objects listed up to the years are.
_SAID_OF_IT = re.compile(r"\s(?:permettant|prevoyant|et que|en \d{4})")
_MORE_OBJECTS = re.compile(
    rf",\s+(?:la |le |les |l[’']|d[’'])(?:(?!\s(?:qui|que|a|est|sont)\s)[^;.:()]){{3,140}}?(?={_YEARS_INSIDE.pattern})"
)


def find_plans(view: View, start: int, end: int) -> Iterator[Mention]:
    """The plan named at plain[start:]: it has years, an ordinal, or a national scope and an object; "un plan" is none that exists."""
    if found := _OF_TOWN.match(view.plain, start):
        yield _of_town(view, start, found)
        return
    head = _HEAD.match(view.plain, start)
    if not head or _INDEFINITE.search(view.plain, max(0, start - 14), start):
        return
    ordinal = _ORDINAL_BEFORE.search(view.plain, max(0, start - 14), start)
    begin = ordinal.start() if ordinal else start
    if ordinal and _INDEFINITE.search(view.plain, max(0, begin - 14), begin):
        return
    title = _title(view, head)
    years = _YEARS.match(view.plain, title)
    stop = years.end() if years else title
    inside = _YEARS_INSIDE.search(view.plain, head.end(), stop)
    named = title > head.end() + 6
    if not _exists(view, head, ranked=bool(ordinal), named=named, dated=bool(inside)):
        return
    span = _years(inside[0]) if inside else None
    number = ordinal_value(ordinal["ordinal"]) if ordinal else None
    if named or inside:
        yield _mention(view, begin, stop, span, number)
    else:
        yield Mention(
            begin,
            stop,
            "plan",
            "anaphora",
            need="document",
            cue=view.text[begin:stop],
            title=view.text[begin:stop],
            number=str(number or ""),
        )


def _exists(view: View, head: re.Match[str], *, ranked: bool, named: bool, dated: bool) -> bool:
    """Whether years, a rank, or the State's scope with an object, make it a plan that exists; or a name in quotation marks after "le"."""
    scoped = _SCOPE.search(head["adjectives"]) is not None or view.text[head.start()].isupper()
    if (dated and (named or head["adjectives"])) or (ranked and (head["adjectives"] or named or dated)) or (scoped and named):
        return True
    quoted = quoted_title(view, head.end()) is not None
    return quoted and _DEFINITE.search(view.plain, max(0, head.start() - 4), head.start()) is not None


def _of_town(view: View, start: int, found: re.Match[str]) -> Mention:
    """A programme of the European Council on freedom, security and justice."""
    name = f"Programme de {' '.join(view.text[found.start('town') : found.end()].split())}"
    source = Source(identifiers.local("plan", "eu", identifiers.slug(name)), "Plan", name, name, title=name, subkind="plan")
    return Mention(start, found.end(), "plan", "explicit", source, title=name)


def _title(view: View, head: re.Match[str]) -> int:
    quoted = quoted_title(view, head.end())
    if quoted:
        return quoted[1]
    if not _OBJECT.match(view.plain, head.end()):
        proper = _PROPER.match(view.text, head.end())
        return proper.end() if proper else head.end()
    end = _enumerated(view, title_end(view, head.end()))
    years = _YEARS_INSIDE.search(view.plain, head.end(), min(len(view.plain), end + 12))
    if years:
        closing = _CLOSING.match(view.plain, years.end())
        return closing.end() if closing else years.end()
    tail = _SAID_OF_IT.search(view.plain, head.end(), end)
    return trimmed(view, head.end(), tail.start()) if tail else end


def _enumerated(view: View, end: int) -> int:
    """A title that lists its objects ('le racisme, l'antisémitisme et les discriminations 2023-2026') runs on to its years."""
    more = _MORE_OBJECTS.match(view.text, end)
    return more.end() if more else end


def _years(words: str) -> str:
    first, last = _YEAR.findall(words)
    return f"{first}-{last if len(last) == 4 else first[:2] + last}"


def _mention(view: View, start: int, end: int, years: str | None, ordinal: int | None) -> Mention:
    title = " ".join(view.text[start:end].split())
    subject = " ".join(w for w in key_words(_YEARS_INSIDE.sub("", title), 200).split("-") if w not in words("plan"))
    source = Source(
        identifiers.local("plan", "fr", identifiers.slug(subject) or identifiers.slug(title), years or (str(ordinal) if ordinal else "")),
        "Plan", title, title, title=title, ordinal=ordinal, date=years, subkind="plan",
    )  # fmt: skip
    return Mention(start, end, "plan", "explicit", source, title=title, date=years)


_MECHANISM = re.compile(r"mecanisme(?P<scope>\s+(?:national|europeen|interministeriel|regional))?\s+(?:d'|de\s)")
_PURPOSE = re.compile(r"\s+(?:permettant|pour|visant|charge|destine)\b")
_INSIDE_SENTENCE = re.compile(r"[a-zà-ÿ'’«“\s]\s*$")
_CREATED = re.compile(r"(?:creation|mise en place) d'un\s+$")
_QUOTE_OPENS = re.compile(r"[«“\"]\s*$")
_QUOTE_CLOSES = re.compile('[»”"]')
_COMMA_LA = re.compile(r",\s*la\s\w+")


def find_mechanisms(view: View, start: int, end: int) -> Iterator[Mention]:
    """A mechanism with a name of its own: 'mécanisme national de référence…', 'Mécanisme d'Identification et d'Orientation…'."""
    head = _MECHANISM.match(view.plain, start)
    if not head or not (_named_mechanism(view, start) if not head["scope"] else _known_mechanism(view, start)):
        return
    begin, stop = _mechanism_span(view, start, head.end())
    title = " ".join(view.text[start : stop - (1 if begin < start else 0)].split()).strip(" »”")
    source = Source(identifiers.local("dispositif", "fr", key_words(title)), "Plan", title, title, title=title, subkind="dispositif")
    yield Mention(begin, stop, "other", "explicit", source, title=title)


def _named_mechanism(view: View, start: int) -> bool:
    """A capital inside a sentence makes 'le Mécanisme d'Identification' a name."""
    inside = _INSIDE_SENTENCE.search(view.text[max(0, start - 3) : start]) is not None
    return view.text[start : start + 2].istitle() and inside and not _INDEFINITE.search(view.plain, max(0, start - 14), start)


def _known_mechanism(view: View, start: int) -> bool:
    """'un mécanisme national de…' is one to come, save in quotation marks or where its creation is the subject."""
    if not _INDEFINITE.search(view.plain, max(0, start - 14), start) or _quoted(view, start):
        return True
    return _CREATED.search(view.plain[max(0, start - 40) : start]) is not None


def _quoted(view: View, start: int) -> bool:
    return _QUOTE_OPENS.search(view.text[max(0, start - 3) : start]) is not None


def _mechanism_span(view: View, start: int, after: int) -> tuple[int, int]:
    if _quoted(view, start):
        opening = max(view.text.rfind(mark, max(0, start - 3), start) for mark in '«“"')
        closing = _QUOTE_CLOSES.search(view.text, after, min(len(view.text), after + 200))
        if closing:
            return opening, closing.end()
    end = title_end(view, after)
    purpose = _PURPOSE.search(view.plain, after, end)
    if purpose and view.text[after].islower() is False:
        return start, trimmed(view, start, purpose.start())
    commas = _COMMA_LA.match(view.plain, end)
    return start, title_end(view, commas.end()) if purpose and commas else end


FINDERS = (
    Finder("plan", ("plan", "strategie", "feuille de route", "programme"), find_plans),
    Finder("mechanism", ("mecanisme",), find_mechanisms),
)
