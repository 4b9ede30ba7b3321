"""A catalogue of code articles and their versions: which numbers exist or existed, and when.

Read from a CSV of versions (code;legitext;num;legiarti;etat;debut;fin;src, plain or gzipped) or from DILA's LEGI article XML (a file or
a directory). A number in it exists or existed; one that is missing proves nothing, save in the codes that numbering.yaml calls whole.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...graph.errors import InputError
from ...graph.identifiers import article_number

_COLUMNS = {"legitext", "num", "debut", "fin"}
# LEGI writes "no end" as the year 2999.
_NO_END = "2999-01-01"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: in force from `start` (ISO) to the day before `end`; None where the catalogue is silent."""

    start: str | None
    end: str | None
    state: str | None = None
    legiarti: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`versions[legitext][number]`: numbers as identifiers hold them ('L312-16'), their versions by start."""

    name: str
    versions: Mapping[str, Mapping[str, tuple[Version, ...]]]

    @classmethod
    def load(cls, path: Path | str, codes: Collection[str] | None = None) -> Catalogue:
        """The catalogue at `path`, of the given LEGI text ids only if any are given. InputError says what cannot be read."""
        path = Path(path)
        if not path.exists():
            raise InputError("The catalogue of articles does not exist.", where=str(path), cure="Give a CSV of versions or LEGI XML.")
        rows = _xml_rows(path) if path.is_dir() or path.suffix.lower() == ".xml" else _csv_rows(path)
        table: dict[str, dict[str, list[Version]]] = {}
        for legitext, number, version in rows:
            if codes is None or legitext in codes:
                table.setdefault(legitext, {}).setdefault(article_number(number), []).append(version)
        ordered = {code: {n: tuple(sorted(v, key=lambda x: x.start or "")) for n, v in numbers.items()} for code, numbers in table.items()}
        return cls(path.name, ordered)

    def holds(self, legitext: str) -> bool:
        """Whether it has any article of the code."""
        return legitext in self.versions

    def of(self, legitext: str, number: str) -> tuple[Version, ...]:
        """The article's versions; empty where the catalogue has none."""
        return self.versions.get(legitext, {}).get(number, ())

    def numbers(self, legitext: str) -> Collection[str]:
        """Every number it has of the code."""
        return self.versions.get(legitext, {}).keys()


def _csv_rows(path: Path) -> Iterator[tuple[str, str, Version]]:
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix.lower() == ".gz" else path.read_bytes()
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
        missing = _COLUMNS - set(reader.fieldnames or ())
        if missing:
            raise InputError(
                f"The catalogue lacks the columns {', '.join(sorted(missing))}.",
                where=str(path),
                cure="Columns: code;legitext;num;legiarti;etat;debut;fin;src.",
            )
        for row in reader:
            yield (
                row["legitext"],
                row["num"],
                Version(row["debut"] or None, row["fin"] or None, row.get("etat"), row.get("legiarti") or None),
            )
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
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
    version = Version(
        root.findtext(".//META_ARTICLE/DATE_DEBUT"), None if end == _NO_END else end, root.findtext(".//META_ARTICLE/ETAT"), root.findtext(".//META_COMMUN/ID")
    )  # fmt: skip
    return cid, number.strip(), version
