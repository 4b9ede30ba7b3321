"""Persons heard: the lists of an annexe ("Madame X, responsable de Y") and notes such as "Audition de X, directrice de Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...graph.identifiers import fold, local, slug
from ..document import Document, Unit
from .model import Hearing, InstitutionMention

# Titles of the sections that list the persons heard, folded.
_TITLE = re.compile(r"\b(?:personnes (?:auditionnees|entendues|rencontrees|consultees|interrogees)|auditions?|entretiens)\b")
_CIVILITY = r"(?:Madame|Monsieur|Mesdames|Messieurs|Mme|Mlle|M\.|MM\.|Maître|Me|Dr|Docteur|Pr|Professeure?)"
_WORD = r"[A-ZÀ-ÖØ-Þ](?:[\w’'-]*\w|\.)"
_NAME = rf"{_WORD}(?:[ \u00a0]+(?:(?:de|du|des|d['’]|la|le|van|von|ben|el|al)[ \u00a0]*)*{_WORD}){{1,4}}"
_WITH_CIVILITY = re.compile(rf"{_CIVILITY}\s+({_NAME})")
_BARE = re.compile(rf"(?m)^\s*(?:[-–—•*]\s*)?({_NAME})(?=\s*[,:(–])")
# Lines matter in few units: those of lists, and those with a word that opens an entry of a note.
_HEARD = re.compile("[Aa]udition|[Ee]ntretien")
_NOTED = re.compile(rf"\b(?:{_HEARD.pattern})s?\s+(?:du\s[^,;.]{{4,20}}?\s)?(?:avec\s+|de\s+|d['’]|:\s*)(?:{_CIVILITY}\s+)?({_NAME})")
# An entry of a note ends with the sentence, or where it says who heard the person.
_NOTE_END = re.compile(r",?\s+(?:par|devant|le|réalisée?|menée?)\b|[;.](?:\s|$)|$")
_SMALL = "de|du|des|d|à|au|aux|la|le|les|l|pour|chez|auprès|sein|association|ong|fondation"
_LEFT_OVER = re.compile(rf"(?i)^[\s,:(–-]+|\b(?:{_SMALL})['’]?[\s,(–-]*$|[\s,;.:()–-]+$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A person named at text[start:name_end], whose function goes on to `end`."""

    name: str
    start: int
    name_end: int
    end: int


def hearings(document: Document, mentions: Sequence[InstitutionMention]) -> tuple[Hearing, ...]:
    """The persons heard, in the order of the text, each once, with the function and the body the text gives them."""
    listed = {section.id for section in document.sections if _TITLE.search(fold(section.title))}
    found: dict[str, Hearing] = {}
    for unit in document.units:
        if unit.kind in ("furniture", "heading", "recommendation"):
            continue
        if unit.section not in listed and not _HEARD.search(unit.clean.text):
            continue
        text = _with_lines(document, unit)
        entries = [*_noted(text), *(_listed(text) if unit.section in listed else ())]
        for entry in entries:
            hearing = _hearing(document, unit, entry, mentions)
            found.setdefault(hearing.id, hearing)
    return tuple(sorted(found.values(), key=lambda h: h.start))


def _with_lines(document: Document, unit: Unit) -> str:
    """The unit's clean text with the line ends of the source in the place of its blanks."""
    source, clean = document.source.text, unit.clean
    return "".join("\n" if c == " " and _line_ends(source, clean.offsets, i) else c for i, c in enumerate(clean.text))


def _line_ends(source: str, offsets: Sequence[int], index: int) -> bool:
    following = offsets[index + 1] if index + 1 < len(offsets) else offsets[index] + 1
    return "\n" in source[offsets[index] : min(following, offsets[index] + 4)]


def _noted(text: str) -> Iterator[_Entry]:
    for found in _NOTED.finditer(text):
        end = _NOTE_END.search(text, found.end())
        yield _Entry(found[1], found.start(1), found.end(1), end.start() if end else len(text))


def _listed(text: str) -> list[_Entry]:
    """The entries of a list: each begins with a title before a name, or, where none has one, with a name on its own line."""
    starts = list(_WITH_CIVILITY.finditer(text)) or list(_BARE.finditer(text))
    ends = [*(m.start() for m in starts), len(text)][1:]
    return [_Entry(" ".join(m[1].split()), m.start(1), m.end(1), end) for m, end in zip(starts, ends, strict=True)]


def _hearing(document: Document, unit: Unit, entry: _Entry, mentions: Sequence[InstitutionMention]) -> Hearing:
    start, end = unit.clean.raw_span(entry.start, entry.end)
    after_name, _ = unit.clean.raw_span(entry.name_end - 1, entry.name_end)
    inside = [m for m in mentions if m.container == unit.id and after_name < m.start and m.end <= end]
    named = [m for m in inside if m.institution.named]
    # The body that a person speaks for is the last one named, an acronym aside: "directrice de l’Office … (OFX)".
    body = named[-1].institution if named else None
    first = next((m for m in named if m.institution == body), None)
    function_end = unit.clean.clean_span(first.start, first.end)[0] if first else entry.end
    role = _trimmed(unit.clean.text[entry.name_end : function_end])
    name = " ".join(entry.name.split())
    quote = document.source.text[start:end].rstrip()
    return Hearing(local("person", slug(name)), name, role or None, body, start, start + len(quote), quote, unit.id)


def _trimmed(function: str) -> str:
    """The function without the small words that led to the body's name."""
    while (shorter := _LEFT_OVER.sub("", function)) != function:
        function = shorter
    return " ".join(function.split())
