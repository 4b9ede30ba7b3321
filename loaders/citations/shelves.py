"""Where a short form's antecedent is looked up: the mentions of a document by unit, by source, by the words that name them, by note."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from ...graph.identifiers import fold
from ..document import Document, Footnote
from .found import Found
from .model import Kind, Source

# A short form is looked up among so many citations before it.
_BACK = 60
# How many notes, and how much text, a short form looks back over for what a note names.
_NEAR_NOTES, _NEAR_TEXT = 6, 1200
# How far before its call a note's document may be named.
_BEFORE_CALL = 60


class Shelves:
    """The mentions by position. `items` changes as resolving goes on; the indexes hold positions and stay."""

    def __init__(self, document: Document, found: tuple[Found, ...]) -> None:
        self.items: list[Found | None] = list(found)
        self.document = document
        self.by_kind: dict[Kind, list[int]] = {}
        self.by_unit: dict[str, list[int]] = {}
        self.by_source: dict[str, list[int]] = {}
        self.titled: dict[str, list[int]] = {}
        self.by_word: dict[str, list[int]] = {}
        self.plans: dict[int, list[int]] = {}
        self.body: list[int] = []
        self._ranks = {note.id: rank for rank, note in enumerate(document.footnotes)}
        self._numbered: dict[int, Footnote] = {}
        self._called: dict[str, list[Footnote]] = {}
        called = (n for n in document.footnotes if n.call_container and n.call_offset is not None)
        self._calls = sorted(called, key=lambda n: n.call_offset or 0)
        self._shelve_notes()
        for position in _outermost(found):
            self._shelve(position, found[position])
        self._shelve_plans(found)

    def _shelve_notes(self) -> None:
        for note in self.document.footnotes:
            self._numbered.setdefault(note.number, note)
            if note.call_container and note.call_offset is not None:
                self._called.setdefault(note.call_container, []).append(note)

    def _shelve(self, position: int, item: Found) -> None:
        self.by_unit.setdefault(item.unit.id, []).append(position)
        source = item.reference.source
        if item.unit.kind != "footnote":
            self.body.append(position)
        if source is None and item.mention.title and item.mention.kind == "case":
            self.by_kind.setdefault("case", []).append(position)
        if source is None:
            return
        # "cette circulaire" after its article 4 is the circular.
        if source.label != "Article":
            self.by_kind.setdefault(item.mention.kind, []).append(position)
        self.by_source.setdefault(source.id, []).append(position)
        if item.mention.title:
            self.titled.setdefault(source.id, []).append(position)
        for word in name_words(source):
            self.by_word.setdefault(word, []).append(position)

    def _shelve_plans(self, found: tuple[Found, ...]) -> None:
        """The first citation of each plan, by its rank ("second plan")."""
        seen: set[str] = set()
        for position, item in enumerate(found):
            source = item.reference.source
            if source and source.subkind == "plan" and source.ordinal is not None and source.id not in seen:
                seen.add(source.id)
                self.plans.setdefault(source.ordinal, []).append(position)

    def source(self, position: int) -> Source | None:
        """The source of the mention at `position`, as far as it is resolved."""
        item = self.items[position]
        return item.reference.source if item else None

    def backwards(self, positions: list[int], position: int) -> Iterator[int]:
        """The nearest of `positions` before `position` first, those with a source, as far as one looks back."""
        last = bisect_left(positions, position)
        near = (positions[i] for i in range(last - 1, max(-1, last - 1 - _BACK), -1))
        return (p for p in near if self.source(p) is not None)

    def before_in_unit(self, position: int, item: Found) -> int | None:
        """The last citation of the same unit before this one."""
        return next(self.backwards(self.by_unit.get(item.unit.id, []), position), None)

    def joined_by_and(self, position: int) -> int | None:
        """The case that "et" joins to the case at `position`: 'l'arrêt A et l'arrêt B'."""
        item = self.items[position]
        before = next(self.backwards(self.by_unit.get(item.unit.id, []), position), None) if item else None
        known = self.items[before] if before is not None else None
        if item is None or known is None or item.reference.kind != "case" or known.reference.kind != "case":
            return None
        between = item.unit.clean.text[known.mention.end : item.mention.start]
        return before if between.strip() == "et" else None

    def before_in_body(self, position: int, item: Found) -> int | None:
        """The last citation of the body before this one, in the same section: a paragraph may be cut by a page."""
        before = next(self.backwards(self.body, position), None) if item.unit.kind != "footnote" else None
        known = self.items[before] if before is not None else None
        return before if known and known.unit.section == item.unit.section else None

    def last_of_kind(self, kind: Kind | None, position: int, fits: Callable[[Found], bool] | None = None) -> int | None:
        """The last citation of that kind before this position, in the whole document; one that `fits` where that is asked."""
        before = self.backwards(self.by_kind.get(kind, []), position) if kind else iter(())
        return next((p for p in before if fits is None or ((item := self.items[p]) is not None and fits(item))), None)

    def last_of_note_before(self, item: Found) -> int | None:
        """The last citation of the note before this note."""
        rank = self._ranks.get(item.unit.id, 0)
        if not rank:
            return None
        before = self.by_unit.get(self.document.footnotes[rank - 1].id, [])
        return next(self.backwards(before, len(self.items)), None)

    def in_note(self, number: int) -> list[int]:
        """The citations of the note with that number."""
        note = self._numbered.get(number)
        return [p for p in self.by_unit.get(note.id, [])[:_BACK] if self.source(p)] if note else []

    def called_between(self, unit: str, start: int, end: int) -> Iterator[Footnote]:
        """The notes that the unit calls from source offset `start` to `end`."""
        return (n for n in self._called.get(unit, ()) if n.call_offset is not None and start <= n.call_offset <= end)

    def before_call(self, unit: str) -> list[int]:
        """The citations that stand right before the call of the note with that id, the nearest first."""
        note = self.document.footnotes[self._ranks[unit]] if unit in self._ranks else None
        if note is None or note.call_container is None or note.call_offset is None:
            return []
        there = [(p, item) for p in self.by_unit.get(note.call_container, ()) if (item := self.items[p])]
        return [p for p, item in reversed(there) if 0 <= note.call_offset - item.reference.end < _BEFORE_CALL]

    def notes_before(self, offset: int) -> list[Footnote]:
        """The notes called before that source offset, the nearest first, as far as a reader would look."""
        last = bisect_left(self._calls, offset, key=lambda n: n.call_offset or 0)
        return [n for n in reversed(self._calls[max(0, last - _NEAR_NOTES) : last]) if offset - (n.call_offset or 0) < _NEAR_TEXT]

    def named(self, words: list[str], position: int) -> list[int]:
        """The citations before `position` that bear every one of the words, nearest first."""
        rarest = min((self.by_word.get(word, []) for word in words), key=len)
        return [p for p in self.backwards(rarest, position) if (s := self.source(p)) and set(words) <= name_words(s)]


def _outermost(found: tuple[Found, ...]) -> Iterator[int]:
    """The positions of mentions that do not lie inside another of their unit."""
    unit, end = "", -1
    for position, item in enumerate(found):
        if item.unit.id != unit:
            unit, end = item.unit.id, -1
        if item.mention.end > end:
            yield position
            end = item.mention.end


def name_words(source: Source) -> set[str]:
    """The words a source may be called back by: those of its citation, title and issuer."""
    return set(re.findall(r"[a-z]{3,}", fold(f"{source.canonical} {source.title or ''} {source.authority or ''}")))
