"""A source text put together piece by piece, each piece with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from ..source import Format, Mark, MarkKind, Page, Run, SourceText


class TextBuilder:
    """Collects characters, marks and pages; neighbouring pieces of one origin become one run."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._marks: list[Mark] = []
        self._pages: list[Page] = []
        self.length = 0

    def add(self, text: str, origin: str | None = None, origin_start: int = 0) -> None:
        """Append text that stands at `origin_start` of the part `origin`, character by character; no origin: the reader's own."""
        if text and origin is not None:
            self._run(len(text), origin, origin_start)
        self._parts.append(text)
        self.length += len(text)

    def add_expanded(self, text: str, origin: str, origin_start: int) -> None:
        """Append the characters that one character or reference of the file stands for: the first has the origin, the rest none."""
        self.add(text[:1], origin, origin_start)
        self.add(text[1:])

    def mark(self, start: int, kind: MarkKind, *, level: int | None = None, value: str | None = None) -> None:
        """Mark what was added from `start` on; nothing where nothing was added."""
        if start < self.length:
            self._marks.append(Mark(start, self.length, kind, level, value))

    def since(self, start: int) -> str:
        """What was added from `start` on."""
        parts: list[str] = []
        length = self.length
        for part in reversed(self._parts):
            if length <= start:
                break
            parts.append(part)
            length -= len(part)
        return "".join(reversed(parts))[max(start - length, 0) :]

    def end_page(self) -> None:
        """The next page starts here."""
        start = self._pages[-1].end if self._pages else 0
        self._pages.append(Page(len(self._pages) + 1, start, self.length))

    def build(
        self,
        name: str,
        kind: Format,
        *,
        encoding: str | None = None,
        metadata: Mapping[str, str] | None = None,
        warnings: Iterable[str] = (),
    ) -> SourceText:
        """The finished source text; metadata without a value are left out."""
        return SourceText(
            name=PurePath(name).name,
            text="".join(self._parts),
            format=kind,
            encoding=encoding,
            pages=tuple(self._pages),
            marks=tuple(sorted(self._marks, key=lambda m: (m.start, -m.end, m.kind))),
            runs=tuple(self._runs),
            metadata=MappingProxyType({key: value for key, value in (metadata or {}).items() if value}),
            warnings=tuple(warnings),
        )

    def _run(self, length: int, origin: str, origin_start: int) -> None:
        last = self._runs[-1] if self._runs else None
        if last and (last.start + last.length, last.origin, last.origin_start + last.length) == (self.length, origin, origin_start):
            self._runs[-1] = Run(last.start, last.length + length, origin, last.origin_start)
        else:
            self._runs.append(Run(self.length, length, origin, origin_start))
