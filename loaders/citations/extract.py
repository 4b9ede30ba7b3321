"""From a document to its references: find in every unit, map the spans to the source text, resolve."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...graph.identifiers import fold
from ..document import CleanText, Document, Facts, Piece, Unit
from ..offsets import Runs
from ..source import SourceText
from .catalogue import Catalogue
from .emphasis import without_emphasis
from .find import find
from .found import locate
from .model import Finding, Mention, Reference, Source
from .resolve import resolve
from .review import review

# A letter and the combining marks that follow it.
_DECOMPOSED = re.compile(r"[^\W_][\u0300-\u036f]+")


def extract(document: Document, context: Source | None = None, catalogue: Catalogue | None = None) -> tuple[Reference, ...]:
    """Every reference of the document, resolved or with the reason why not, and reviewed, sorted by start (the longer first).

    `catalogue` lets the review tell articles that do not exist, were not in force, or have changed since.
    `context` is the code or law the document is itself a part of: its bare articles ("l'article L. 111-6") are then its own.
    """
    document = without_emphasis(document)
    # An annexe repeats recommendations, a page header itself: each text is read once.
    mentions = {text: find(text) for text in {unit.clean.text for unit in document.units}}
    found = tuple(
        locate(document, unit, mention)
        for unit in document.units
        for mention in mentions[unit.clean.text]
        if unit.kind != "furniture" or _of_itself(mention, document)
    )
    references = review((item.reference for item in resolve(document, found, context)), document, catalogue)
    return tuple(sorted(references, key=lambda r: (r.start, -r.end, r.kind, r.canonical)))


def _of_itself(mention: Mention, document: Document) -> bool:
    """Whether a running header's mention can name the document itself: anything else it repeats on every page, and cites nothing."""
    own = document.facts.cote
    return mention.need == "document" or (own is not None and fold(mention.number or "") == fold(own))


def extract_text(text: str, context: Source | None = None) -> tuple[Reference, ...]:
    """The references of a bare text without structure, read as one unit; for `context` see extract."""
    return extract(whole(SourceText("text", text, "txt")), context)


def whole(source: SourceText) -> Document:
    """The source as a document of one paragraph: for texts that have no structure to read."""
    unit = Unit("p1", "paragraph", "paragraph 1", "0", composed(source.text), in_annexe=False)
    pieces = (Piece(0, len(source.text), "paragraph", "p1"),) if source.text else ()
    facts = Facts(None, None, None, None, None, "fr")
    return Document(source, facts, (), (), (), (), (unit,), pieces)


def composed(text: str) -> CleanText:
    """The text in NFC, with the way back to the offsets of its own characters."""
    if unicodedata.is_normalized("NFC", text):
        return CleanText(text, range(len(text)))
    parts: list[str] = []
    starts, ends = Runs(), Runs()
    for start, end in _clusters(text):
        letters = unicodedata.normalize("NFC", text[start:end])
        parts.append(letters)
        if len(letters) == end - start:
            starts.add(start, end - start)
            ends.add(start + 1, end - start)
            continue
        for _ in letters:
            starts.add(start, 1)
            ends.add(end, 1)
    return CleanText("".join(parts), starts.offsets(), ends.offsets())


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Spans that make up the text: a letter with the marks that follow it, and what stands between two such."""
    position = 0
    for found in _DECOMPOSED.finditer(text):
        if position < found.start():
            yield position, found.start()
        yield found.span()
        position = found.end()
    if position < len(text):
        yield position, len(text)


def reference_record(reference: Reference) -> dict[str, object]:
    """The reference as `renvois extract --format jsonl` prints it (what every reference has, then what some have)."""
    return {
        "start": reference.start,
        "end": reference.end,
        "surface": reference.surface,
        "kind": reference.kind,
        "canonical": reference.canonical,
        "target": reference.source.id if reference.source else None,
        "as_cited": reference.as_cited,
        "pinpoint": reference.pinpoint,
        "relation": reference.relation,
        "antecedent": reference.antecedent,
        "container": reference.container_name,
        "findings": [_finding_record(finding) for finding in reference.findings],
        "unresolved": reference.reason.fr if reference.reason else None,
        "unresolved_en": reference.reason.en if reference.reason else None,
        "chain": list(reference.chain),
        "in_force_since": reference.in_force_since,
    }


def _finding_record(finding: Finding) -> dict[str, object]:
    return {
        "kind": finding.kind,
        "message": finding.said.fr,
        "message_en": finding.said.en,
        "suggestion": finding.suggested.fr if finding.suggested else None,
        "suggestion_en": finding.suggested.en if finding.suggested else None,
        "certainty": finding.certainty,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
    }
