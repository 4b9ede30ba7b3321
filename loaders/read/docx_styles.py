"""What a Word paragraph's style and list say: its heading level and the number printed before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .docx_package import W
from .numbering import ordinal

# Built-in names, which Word writes in English in the file whatever its language, and French ones of converted files.
_HEADING_NAME = re.compile(r"(?:heading|titre)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titre"})
_BODY_LEVEL = 9
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Level:
    """A list level: `text` is its pattern, as "%1.%2", `suffix` what follows the number."""

    start: int
    style: str
    text: str
    suffix: str
    legal: bool


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph, and its number alone (None for a bullet)."""

    printed: str
    number: str | None


class Styles:
    """Heading levels by style; the styles' list properties."""

    def __init__(self, root: Any | None) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId"): style for style in found if style.get(f"{W}type") == "paragraph"}
        self._default = next((key for key, style in self._styles.items() if style.get(f"{W}default") in ("1", "true")), None)

    def heading_level(self, paragraph: Any) -> int | None:
        """1 to 9, 0 for the document's title, None for body text."""
        for properties in self.properties(paragraph):
            if (outline := whole(properties.find(f"{W}outlineLvl"))) is not None:
                return outline + 1 if outline < _BODY_LEVEL else None
        for style in self._chain(paragraph):
            name = value(style.find(f"{W}name")) or ""
            if heading := _HEADING_NAME.fullmatch(name):
                return int(heading[1])
            if name.lower() in _TITLE_NAMES:
                return 0
        return None

    def properties(self, paragraph: Any) -> Iterator[Any]:
        """The paragraph's own properties, then those of its style and the styles that one is based on."""
        own = paragraph.find(f"{W}pPr")
        if own is not None:
            yield own
        for style in self._chain(paragraph):
            if (properties := style.find(f"{W}pPr")) is not None:
                yield properties

    def _chain(self, paragraph: Any) -> Iterator[Any]:
        key = value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default
        for _ in range(_MAX_CHAIN):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            key = value(style.find(f"{W}basedOn"))


class Numbering:
    """Counts list items as Word does: one count per abstract list and level, deeper levels restart under a higher one."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, str] = {}
        self._levels: dict[tuple[str, int], Level] = {}
        self._overrides: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._declare(root)

    def label(self, paragraph: Any) -> Label | None:
        """The label of the next paragraph; None where it is in no list."""
        number_id, depth = self._place(paragraph)
        abstract = self._abstract.get(number_id)
        level = self._levels.get((abstract, depth)) if abstract else None
        if abstract is None or level is None:
            return None
        counts = self._count(number_id, abstract, depth, level)
        if level.style in ("bullet", "none"):
            return Label(f"•{level.suffix}", None) if level.style == "bullet" else None
        written = re.sub(r"%([1-9])", lambda m: self._written(abstract, counts, int(m[1]) - 1, legal=level.legal), level.text)
        return Label(f"{written}{level.suffix}", written.strip(" .()°-–")) if written else None

    def _declare(self, root: Any) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            for level in abstract.iter(f"{W}lvl"):
                self._levels[abstract.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl", "0"))] = _level(level)
        for number in root.iter(f"{W}num"):
            number_id = number.get(f"{W}numId")
            self._abstract[number_id] = value(number.find(f"{W}abstractNumId")) or ""
            for override in number.iter(f"{W}lvlOverride"):
                if (start := whole(override.find(f"{W}startOverride"))) is not None:
                    self._overrides[number_id, int(override.get(f"{W}ilvl", "0"))] = start

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """(list, level) of the paragraph; numId 0 takes a paragraph out of the list of its style."""
        depth = None
        for properties in self._styles.properties(paragraph):
            numbered = properties.find(f"{W}numPr")
            if numbered is None:
                continue
            depth = whole(numbered.find(f"{W}ilvl")) if depth is None else depth
            if (number_id := value(numbered.find(f"{W}numId"))) is not None:
                return number_id, depth or 0
        return "0", 0

    def _count(self, number_id: str, abstract: str, depth: int, level: Level) -> dict[int, int]:
        counts = self._counts.setdefault(abstract, {})
        # A list that overrides the start restarts the count once, at its first item.
        override = self._overrides.pop((number_id, depth), None)
        counts[depth] = override if override is not None else counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return counts

    def _written(self, abstract: str, counts: dict[int, int], depth: int, *, legal: bool) -> str:
        level = self._levels.get((abstract, depth))
        number = counts.get(depth, level.start if level else 1)
        return ordinal(number, "decimal" if legal or level is None else level.style)


def value(element: Any | None) -> str | None:
    """The w:val of an element."""
    return None if element is None else element.get(f"{W}val")


def whole(element: Any | None) -> int | None:
    """The w:val of an element as a number."""
    text = value(element)
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else None


def _level(element: Any) -> Level:
    suffix = value(element.find(f"{W}suff")) or "tab"
    start = whole(element.find(f"{W}start"))
    return Level(
        start=1 if start is None else start,
        style=value(element.find(f"{W}numFmt")) or "decimal",
        text=value(element.find(f"{W}lvlText")) or "",
        suffix={"tab": "\t", "space": " "}.get(suffix, ""),
        legal=element.find(f"{W}isLgl") is not None,
    )
