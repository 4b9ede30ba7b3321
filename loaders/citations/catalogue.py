"""A catalogue of code articles and their versions: which numbers exist or existed, and when.

Read from a CSV of versions (code;legitext;num;legiarti;etat;debut;fin;src, plain or gzipped) or from DILA's LEGI article XML (a file or
a directory). A number in it exists or existed; one that is missing proves nothing, save in the codes that numbering.yaml calls whole.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...graph.errors import InputError
from ...graph.identifiers import article_number

_COLUMNS = {"legitext", "num", "debut", "fin"}
_BLOCKS = frozenset({"p", "br", "div", "li", "tr"})
_POINT = re.compile(r"(\d{1,3})°")
# LEGI writes "no end" as the year 2999.
_NO_END = "2999-01-01"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: in force from `start` (ISO) to the day before `end`; None where the catalogue is silent.

    `alineas` counts its alinéas as drafters do (each line of the text, those of an enumeration included: Guide de légistique, fiche
    3.1.2), `points` is the highest of its points 1°, 2°…; None where the catalogue holds no text.
    """

    start: str | None
    end: str | None
    alineas: int | None = None
    points: int | None = None


class Catalogue:
    """The versions of articles by LEGI text id and number (as identifiers hold it: 'L312-16'), each code sorted when first asked for."""

    def __init__(self, name: str, rows: Mapping[str, list[tuple[str, Version]]]) -> None:
        self.name = name
        self._rows = rows
        self._codes: dict[str, dict[str, tuple[Version, ...]]] = {}

    @classmethod
    def load(cls, path: Path | str) -> Catalogue:
        """The catalogue at `path`. InputError says what cannot be read."""
        path = Path(path)
        if not path.exists():
            raise InputError("The catalogue of articles does not exist.", where=str(path), cure="Give a CSV of versions or LEGI XML.")
        rows: dict[str, list[tuple[str, Version]]] = {}
        read = _xml_rows if path.is_dir() or path.suffix.lower() == ".xml" else _csv_rows
        for legitext, number, version in read(path):
            rows.setdefault(legitext, []).append((number, version))
        return cls(path.name, rows)

    def holds(self, legitext: str) -> bool:
        """Whether it has any article of the code."""
        return legitext in self._rows

    def of(self, legitext: str, number: str) -> tuple[Version, ...]:
        """The article's versions, by start; empty where the catalogue has none."""
        return self._code(legitext).get(number, ())

    def numbers(self, legitext: str) -> Collection[str]:
        """Every number it has of the code."""
        return self._code(legitext).keys()

    def _code(self, legitext: str) -> dict[str, tuple[Version, ...]]:
        if legitext not in self._codes:
            versions: dict[str, list[Version]] = {}
            for number, version in self._rows.get(legitext, ()):
                versions.setdefault(article_number(number), []).append(version)
            self._codes[legitext] = {n: tuple(sorted(v, key=lambda x: x.start or "")) for n, v in versions.items()}
        return self._codes[legitext]


def _csv_rows(path: Path) -> Iterator[tuple[str, str, Version]]:
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix.lower() == ".gz" else path.read_bytes()
        reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
        columns = {name: i for i, name in enumerate(next(reader, []))}
        if missing := _COLUMNS - set(columns):
            what = f"The catalogue lacks the columns {', '.join(sorted(missing))}."
            raise InputError(what, where=str(path), cure="Its columns are code;legitext;num;legiarti;etat;debut;fin;src.")
        code, number, start, end = (columns[name] for name in ("legitext", "num", "debut", "fin"))
        for row in reader:
            yield row[code], row[number], Version(row[start] or None, row[end] or None)
    except (OSError, EOFError, UnicodeDecodeError, csv.Error, IndexError) as error:
        raise InputError(f"The catalogue cannot be read: {error}.", where=str(path), cure="Give a UTF-8 CSV, plain or gzipped.") from error


def _xml_rows(path: Path) -> Iterator[tuple[str, str, Version]]:
    for file in sorted(path.rglob("*.xml")) if path.is_dir() else [path]:
        if row := _xml_row(file):
            yield row


def _xml_row(file: Path) -> tuple[str, str, Version] | None:
    """The article of one LEGI file; None for other files of the base (sections, texts)."""
    from lxml import etree

    try:
        root = etree.parse(str(file), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise InputError(
            f"The article is not well-formed XML: {error}.", where=str(file), cure="Give LEGI files as DILA publishes them."
        ) from error
    number, text = root.findtext(".//META_ARTICLE/NUM"), root.find(".//CONTEXTE/TEXTE")
    cid = text.get("cid") if text is not None else None
    if root.tag != "ARTICLE" or not number or not cid:
        return None
    end = root.findtext(".//META_ARTICLE/DATE_FIN")
    lines = _lines(root.find(".//BLOC_TEXTUEL/CONTENU"))
    points = [int(found[1]) for line in lines if (found := _POINT.match(line))]
    counts = (len(lines), max(points, default=0)) if lines else (None, None)
    return cid, number.strip(), Version(root.findtext(".//META_ARTICLE/DATE_DEBUT"), None if end == _NO_END else end, *counts)


def _lines(content: Any) -> list[str]:
    """The lines of an article's text: LEGI parts them by paragraphs and line breaks."""
    if content is None:
        return []
    return [line for part in "".join(_text(content)).split("\n") if (line := " ".join(part.split()))]


def _text(element: Any) -> Iterator[str]:
    """The text inside an element, a line break where a block begins or ends."""
    block = element.tag in _BLOCKS
    yield "\n" if block else ""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from _text(child)
        yield (child.tail or "").replace("\n", " ")
    yield "\n" if block else ""
