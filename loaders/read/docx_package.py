"""The parts of a .docx file, unpacked within bounds."""

from __future__ import annotations

import zlib
from io import BytesIO
from posixpath import join, normpath
from typing import Any
from zipfile import BadZipFile, ZipFile

from ...graph.errors import InputError
from .xml import parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ISO's strict form of the format names the same elements in another namespace.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# A thousand pages of text unpack to some 20 MB of XML.
MAX_UNPACKED = 200_000_000
_CURE = "Open it in a word processor and save it again."


class Package:
    """A .docx opened for reading; raises InputError where the archive or a part is damaged, locked or too large."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise InputError(f"The .docx is damaged or cut: {error}.", where=name, cure="Download it again.") from None
        self._names = frozenset(self._zip.namelist())
        self._left = MAX_UNPACKED
        self.main = self._related("", "officeDocument") or "word/document.xml"
        if self.main not in self._names:
            raise InputError(f"The .docx holds no {self.main}: it is no Word document.", where=name, cure=_CURE)

    def part(self, kind: str) -> tuple[str, Any | None]:
        """(name, root element) of the part that the main document names as its `kind` (styles, footnotes…); None where there is none."""
        name = self._related(self.main, kind) or f"word/{kind}.xml"
        return name, self.root(name) if name in self._names else None

    def root(self, part: str) -> Any:
        """The root element of a part."""
        return parse_xml(f"{self.name}, {part}", self._unpack(part).replace(_STRICT, W[1:-1].encode()))

    def core_properties(self) -> Any | None:
        """The root of the part with title, author and dates."""
        part = self._related("", "core-properties") or "docProps/core.xml"
        return self.root(part) if part in self._names else None

    def _related(self, source: str, kind: str) -> str | None:
        folder, _, file = source.rpartition("/")
        rels = join(folder, "_rels", f"{file}.rels")
        if rels not in self._names:
            return None
        for relationship in self.root(rels).iter(_RELATIONSHIP):
            target = relationship.get("Target", "")
            if relationship.get("Type", "").endswith(f"/{kind}") and relationship.get("TargetMode") != "External":
                return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        return None

    def _unpack(self, part: str) -> bytes:
        where = f"{self.name}, {part}"
        try:
            with self._zip.open(part) as packed:
                data = packed.read(self._left + 1)
        except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise InputError(f"This part of the .docx cannot be unpacked: {error}.", where=where, cure=_CURE) from None
        self._left -= len(data)
        if self._left < 0:
            raise InputError(f"The .docx unpacks to more than {MAX_UNPACKED / 1e6:.0f} MB.", where=where, cure=_CURE)
        return data
