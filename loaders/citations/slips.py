"""Slips of articles: a number that does not exist or has lost its prefix, and the one that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ...graph.bilingual import Bilingual
from ...graph.identifiers import article as article_id
from ...graph.identifiers import fold
from ..document import Document
from ..messages import alike, place, say
from ..tables import read_table
from .catalogue import Catalogue
from .model import Certainty, Finding, Reference, Source
from .versions import in_force
from .words import words

_DATA = Path(__file__).with_name("numbering.yaml")
_CONTEXT = 380
# So many content words two passages must share to be about the same thing.
_SHARED_WORDS = 3


@cache
def numbering() -> dict[str, Any]:
    """numbering.yaml as read."""
    data: dict[str, Any] = read_table(_DATA)
    return data


@dataclass(frozen=True, slots=True)
class _Cited:
    """A code article as the document cites it: its code's LEGI text id and its number."""

    reference: Reference
    legitext: str
    number: str


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The articles that the document cites of one code: the first citation of each number, how often, and by their last two parts."""

    first: Mapping[str, _Cited]
    counts: Mapping[str, int]
    by_tail: Mapping[tuple[str, ...], tuple[str, ...]]
    chapters: Mapping[str, int]

    @classmethod
    def of(cls, items: Iterable[_Cited]) -> _Shelf:
        first: dict[str, _Cited] = {}
        counts: dict[str, int] = {}
        tails: dict[tuple[str, ...], list[str]] = {}
        chapters: dict[str, int] = {}
        for item in items:
            counts[item.number] = counts.get(item.number, 0) + 1
            chapters[_chapter(item.number)] = chapters.get(_chapter(item.number), 0) + 1
            if item.number not in first:
                first[item.number] = item
                tails.setdefault(tuple(item.number.split("-")[-2:]), []).append(item.number)
        return cls(first, counts, {tail: tuple(numbers) for tail, numbers in tails.items()}, chapters)


def _chapter(number: str) -> str:
    return number.split("-", maxsplit=1)[0]


class _Reader:
    """The document's units and notes by id, and the words around a reference, each looked up once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.units = {unit.id: unit for unit in document.units}
        self.notes = {note.id: note for note in document.footnotes}

    def around(self, reference: Reference) -> frozenset[str]:
        """The content words around a reference: its unit, and for a note the text before its call."""
        texts = []
        if unit := self.units.get(reference.container):
            start, end = unit.clean.clean_span(reference.start, reference.end)
            texts.append(unit.clean.text[max(0, start - _CONTEXT) : end + _CONTEXT])
        note = self.notes.get(reference.container)
        if note and note.call_offset is not None and (caller := self.units.get(note.call_container or "")):
            at = caller.clean.clean_span(note.call_offset, note.call_offset)[0]
            texts.append(caller.clean.text[max(0, at - _CONTEXT) : at + 80])
        common = words("common")
        return frozenset(w for text in texts for w in re.findall(r"[a-z]{5,}", fold(text)) if w not in common)


def review_articles(references: tuple[Reference, ...], document: Document, catalogue: Catalogue | None) -> tuple[Reference, ...]:
    """The references with what is wrong with their article numbers; a probable slip gets what is meant as its source."""
    cited = {i: c for i, r in enumerate(references) if (c := _cited(r))}
    by_code: dict[str, list[_Cited]] = {}
    for item in cited.values():
        by_code.setdefault(item.legitext, []).append(item)
    shelves = {code: _Shelf.of(items) for code, items in by_code.items()}
    reader = _Reader(document)
    reviewed = list(references)
    for i, item in cited.items():
        reviewed[i] = _reviewed(item, shelves[item.legitext], reader, catalogue)
    return tuple(reviewed)


def _cited(reference: Reference) -> _Cited | None:
    source = reference.source
    found = re.match(r"legi:(LEGITEXT\d+)/art/([^/]+)$", source.id) if source else None
    return _Cited(reference, found[1], found[2]) if found and reference.relation in {"explicit", "anaphora"} else None


def _reviewed(item: _Cited, shelf: _Shelf, reader: _Reader, catalogue: Catalogue | None) -> Reference:
    known = catalogue.of(item.legitext, item.number) if catalogue else ()
    if known:
        return in_force(item.reference, known, reader.document.facts.adopted_on)
    if item.legitext in numbering()["prefixed"] and item.number[:1].isdigit():
        return _prefix(item, shelf, catalogue)
    return _unknown(item, shelf, reader, catalogue)


# --- a lost prefix ---------------------------------------------------------------------------------------------------------------------


def _prefix(item: _Cited, shelf: _Shelf, catalogue: Catalogue | None) -> Reference:
    """'312-17-1' in a code where every number has a letter: the letter is that of its neighbours, or the only one that exists."""
    existing = [p for p in ("L", "R", "D", "A") if catalogue and catalogue.of(item.legitext, p + item.number)]
    neighbours = _neighbour_prefixes(item, shelf)
    certainty: Certainty
    if len(existing) == 1:
        prefix, certainty = existing[0], "certain" if existing[0] in neighbours else "probable"
        why = "prefix_in_catalogue"
    elif len(neighbours) == 1:
        prefix, certainty, why = neighbours[0], "probable", "prefix_of_neighbours"
    else:
        prefix, certainty, why = "L", "possible", "prefix_most_cited"
    meant = f"{prefix}. {item.number}"
    said = say("missing_prefix", words=_one_line(item.reference.surface), written=item.number, meant=meant, why=say(why))
    finding = _finding(item.reference, "missing_prefix", said, certainty, meant)
    source = item.reference.source
    return _corrected(item.reference, finding, _renumbered(source, item.number, prefix + item.number, meant) if source else None)


def _neighbour_prefixes(item: _Cited, shelf: _Shelf) -> list[str]:
    """The letters of the articles of the same chapter (same digits before the first hyphen), else of the whole code."""
    stem = item.number.split("-")[0]
    lettered = [(number, m[1]) for number in shelf.first if (m := re.match(r"([A-Z]+)\d", number))]
    near = [p for number, p in lettered if re.sub(r"^\D+", "", number).split("-")[0] == stem]
    return list(dict.fromkeys(near or [p for _, p in lettered]))


# --- a number that does not exist ------------------------------------------------------------------------------------------------------


def _unknown(item: _Cited, shelf: _Shelf, reader: _Reader, catalogue: Catalogue | None) -> Reference:
    if catalogue and catalogue.holds(item.legitext) and item.legitext not in numbering()["whole_until"]:
        return item.reference
    absent = _proved_absent(item, reader.document, catalogue)
    if likely := _likely(item, shelf, reader, catalogue):
        alone = not catalogue and shelf.chapters[_chapter(likely.number)] == 1
        if not alone:
            return _meant(item, likely, "certain" if absent else "probable")
        # Each is the only article of its chapter: the text does not say which is right; the later one is shown as a doubt.
        return _meant(item, likely, "possible") if item.reference.start > likely.reference.start else item.reference
    if not absent or not catalogue:
        return item.reference
    near = [n for n in sorted(catalogue.numbers(item.legitext)) if _slip_between(item.number, n)]
    suggestion = ", ".join(near[:4]) or None
    key = "article_not_in_catalogue_near" if suggestion else "article_not_in_catalogue"
    said = say(key, words=_one_line(item.reference.surface), number=item.number, near=suggestion or "")
    return _with(item.reference, _finding(item.reference, "unknown_article", said, "probable", suggestion))


def _proved_absent(item: _Cited, document: Document, catalogue: Catalogue | None) -> bool:
    """Whether the number did not exist on the document's date: the catalogue is whole up to it. A later avis may cite a newer article."""
    until = numbering()["whole_until"].get(item.legitext)
    day = document.facts.adopted_on
    return catalogue is not None and catalogue.holds(item.legitext) and until is not None and day is not None and day <= until


def _likely(item: _Cited, shelf: _Shelf, reader: _Reader, catalogue: Catalogue | None) -> _Cited | None:
    """The article meant: of the same code, a digit away in its chapter, about the same words; the suspect is alone of its chapter."""
    if shelf.counts[item.number] > 1 or shelf.chapters[_chapter(item.number)] > 1:
        return None
    tail = tuple(item.number.split("-")[-2:])
    rivals = [n for n in shelf.by_tail.get(tail, ()) if _slip_between(item.number, n) and _early(item.number, n)]
    if catalogue and catalogue.holds(item.legitext):
        rivals = [n for n in rivals if catalogue.of(item.legitext, n)]
    around = reader.around(item.reference) if rivals else frozenset()
    scored = [(len(around & reader.around(shelf.first[n].reference)), n) for n in rivals]
    best = max(scored, key=lambda s: (s[0], s[1]), default=None)
    return shelf.first[best[1]] if best and best[0] >= _SHARED_WORDS else None


def _slip_between(one: str, other: str) -> bool:
    """One digit replaced, or two neighbouring digits swapped."""
    if one == other or len(one) != len(other):
        return False
    differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if not all(one[i].isdigit() and other[i].isdigit() for i in differing):
        return False
    swapped = (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and one[differing[0]] == other[differing[1]]
        and one[differing[1]] == other[differing[0]]
    )
    return len(differing) == 1 or swapped


def _early(one: str, other: str) -> bool:
    """The slip stands before the last two parts: 224-4-1 for 225-4-1, never 225-4-1 for 225-4-2, which both exist."""
    a, b = one.split("-"), other.split("-")
    return len(a) == len(b) >= 3 and a[-2:] == b[-2:]


def _meant(item: _Cited, likely: _Cited, certainty: Certainty) -> Reference:
    words, where = _one_line(item.reference.surface), place(likely.reference.container_name)
    said = say("article_meant", words=words, number=item.number, meant=likely.number, where=where)
    finding = _finding(item.reference, "unknown_article", said, certainty, likely.number)
    return _corrected(item.reference, finding, likely.reference.source)


# --- helpers ---------------------------------------------------------------------------------------------------------------------------


def _corrected(reference: Reference, finding: Finding, meant: Source | None) -> Reference:
    """The reference with its finding; certain or probable slips point at what is meant and keep what is written."""
    reference = _with(reference, finding)
    source = reference.source
    if finding.certainty == "possible" or source is None or meant is None:
        return reference
    pinpoint = f", {reference.pinpoint}" if reference.pinpoint and reference.pinpoint in reference.canonical else ""
    return replace(reference, source=meant, canonical=meant.canonical + pinpoint, as_cited=source.id)


def _renumbered(source: Source, written: str, number: str, shown: str) -> Source:
    parent = source.parent
    identifier = article_id(parent.id, number) if parent else source.id
    return replace(
        source, id=identifier, canonical=source.canonical.replace(written, shown), name=source.name.replace(written, shown), article=number
    )


def _with(reference: Reference, finding: Finding) -> Reference:
    return replace(reference, findings=(*reference.findings, finding))


def _finding(reference: Reference, kind: str, said: Bilingual, certainty: Certainty, suggestion: str | None) -> Finding:
    suggested = alike(suggestion) if suggestion else None
    return Finding(kind, said, certainty, reference.start, reference.end, reference.surface, suggested)


def _one_line(text: str) -> str:
    return " ".join(text.split())
