"""Word documents (.docx): paragraphs, headings, automatic numbers, tables, notes, with tracked changes accepted."""

from __future__ import annotations

from ..source import SourceText
from .building import TextBuilder
from .docx_body import Body
from .docx_package import Package, W

_DC = "{http://purl.org/dc/elements/1.1/}"
_CREATED = "{http://purl.org/dc/terms/}created"


def read_docx(name: str, data: bytes) -> SourceText:
    """The text as printed: insertions kept, deletions dropped, notes as "3. text" at the end, automatic numbers and calls in place.

    Origins are (part, index in the concatenation of the part's w:t texts), as ("word/document.xml", 120); numbers, tabs, breaks and
    calls have none. Headings have level 1 to 9, the title 0. Headers, footers and comments are not read.
    Raises InputError for an archive that is cut, damaged, too large or no Word document.
    """
    package = Package(name, data)
    builder = TextBuilder()
    Body(package, builder).render()
    return builder.build(name, "docx", metadata=_metadata(package))


def _metadata(package: Package) -> dict[str, str]:
    """`created` is the day the file was made, not the day of the text."""
    core, styles = package.core_properties(), package.part("styles")[1]
    language = styles.find(f"{W}docDefaults//{W}lang") if styles is not None else None
    declared = {child.tag: (child.text or "").strip() for child in core} if core is not None else {}
    return {
        "title": declared.get(f"{_DC}title", ""),
        "author": declared.get(f"{_DC}creator", ""),
        "created": declared.get(_CREATED, "")[:10],
        "language": declared.get(f"{_DC}language", "") or (language.get(f"{W}val", "") if language is not None else ""),
    }
