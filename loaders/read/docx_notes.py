"""The footnotes and endnotes of a Word document, numbered in the order of their calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .docx_package import Package, W
from .docx_styles import value, whole
from .numbering import ordinal

_PARTS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class CalledNote:
    """A note of the part `origin` with the number its call prints; `custom` where the author typed the mark himself."""

    number: str
    origin: str
    element: Any
    custom: bool


class DocxNotes:
    """The notes by their calls; `called` lists those called so far, footnotes before endnotes."""

    def __init__(self, package: Package, document: Any) -> None:
        settings = package.part("settings")[1]
        self._notes: dict[tuple[str, str], tuple[str, Any]] = {}
        self._counts = {"footnote": 0, "endnote": 0}
        self._formats: dict[str, str] = {}
        self._called: dict[str, list[CalledNote]] = {"footnote": [], "endnote": []}
        for kind in self._counts:
            origin, root = package.part(f"{kind}s")
            for note in root.iter(f"{W}{kind}") if root is not None else ():
                self._notes[kind, note.get(f"{W}id")] = (origin, note)
            # The last section's properties rule, then the document's settings, then Word's defaults (endnotes: i, ii, iii).
            places = [*document.iter(f"{W}{kind}Pr"), *(settings.iter(f"{W}{kind}Pr") if settings is not None else ())]
            declared = [place for place in places if place.find(f"{W}numFmt") is not None]
            self._formats[kind] = (value(declared[0].find(f"{W}numFmt")) if declared else None) or ("decimal", "lowerRoman")[
                kind == "endnote"
            ]
            starts = [start for place in places if (start := whole(place.find(f"{W}numStart"))) is not None]
            self._counts[kind] = starts[0] - 1 if starts else 0

    def call(self, reference: Any) -> CalledNote | None:
        """The note that a reference in the text calls; None where the element is no reference or its note is missing."""
        kind = _PARTS.get(reference.tag)
        found = self._notes.get((kind, reference.get(f"{W}id"))) if kind else None
        if kind is None or found is None:
            return None
        custom = reference.get(f"{W}customMarkFollows") in ("1", "true", "on")
        if not custom:
            self._counts[kind] += 1
        number = "*" if custom else ordinal(self._counts[kind], self._formats[kind])
        note = CalledNote(number, *found, custom)
        self._called[kind].append(note)
        return note

    @property
    def called(self) -> list[CalledNote]:
        return self._called["footnote"] + self._called["endnote"]
