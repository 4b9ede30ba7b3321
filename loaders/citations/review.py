"""Reviewing: what a reader should check in the references, each finding with both readings and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from ...graph import identifiers
from ...graph.bilingual import Bilingual
from ..document import Document
from ..messages import alike, dated, place, say
from .catalogue import Catalogue
from .model import Certainty, Finding, Reference, Source
from .names import rows
from .parts import DAY_DATE, iso_date
from .slips import review_articles
from .text import folded

_DAY = re.compile(DAY_DATE)
# Initials whose last full stop was lost: "V.C.Let A.N.".
_GLUED_INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z](?=et\s)")
_LOST_HYPHEN = re.compile(r"(?<=\d)\?(?=\d)")
_FRENCH_NUMBER = re.compile(r"(?P<year>\d{4})-\d{1,5}$")


def review(references: Iterable[Reference], document: Document, catalogue: Catalogue | None = None) -> tuple[Reference, ...]:
    """The references with their findings; where a slip is probable, `source` is what is meant and `as_cited` the id as written."""
    reviewed = review_articles(tuple(references), document, catalogue)
    uncalled = {note.id for note in document.footnotes if note.call_offset is None}
    return tuple(_reviewed(reference, reference.container in uncalled) for reference in reviewed)


def _reviewed(reference: Reference, uncalled: bool) -> Reference:
    reference = _law_date(reference)
    reference = _act_year(reference)
    findings = [*reference.findings, *_glued_initials(reference), *_lost_hyphens(reference), *_after_gazette(reference)]
    if uncalled:
        said = say("note_without_call", note=place(reference.container_name))
        findings.append(_finding(reference, "note_without_call", said, "possible"))
    return replace(reference, findings=tuple(findings)) if len(findings) > len(reference.findings) else reference


# --- laws: date and number ---------------------------------------------------------------------------------------------------------


@cache
def _known_laws() -> tuple[tuple[str, str, str, str], ...]:
    """(type, number, date, title) of the laws of laws.yaml that have a number."""
    return tuple((str(r["type"]), str(r["number"]), str(r["date"]), str(r["title"])) for r in rows("laws.yaml") if r.get("number"))


@cache
def _laws_by_month() -> Mapping[str, list[tuple[str, str, str, str]]]:
    """Those of them that are laws, by month ('2013-08')."""
    laws: dict[str, list[tuple[str, str, str, str]]] = {}
    for law in _known_laws():
        if law[0].startswith("loi"):
            laws.setdefault(law[2][:7], []).append(law)
    return laws


def _law_date(reference: Reference) -> Reference:
    """A known law under another date, a number of another year than its date, a date on which no known law was made."""
    source = reference.source
    if source is None or reference.kind not in {"law", "law_article", "decree"} or reference.relation != "explicit":
        return reference
    written = _DAY.search(folded(reference.surface))
    law = source.parent or source
    date = iso_date(written[0]) if written else None
    if not date:
        return reference
    if (
        law.number
        and (known := next((k for k in _known_laws() if k[1] == law.number and _same_type(k[0], law)), None))
        and known[2] != date
    ):
        return _redated(reference, law, known, date)
    year = _FRENCH_NUMBER.match(law.number or "")
    if year and year["year"] != date[:4]:
        said = say("number_and_date", number=law.number or "", year=year["year"], written=date[:4], date=dated(date))
        return _with(reference, _finding(reference, "date_number", said, "probable"))
    return _unknown_date(reference, date) if not law.number and law.id.startswith("loi:") else reference


def _same_type(written: str, law: Source) -> bool:
    """A decree that bears the number of a law is another text, or has a slip we cannot mend."""
    return written.split(maxsplit=1)[0] == (law.subkind or "loi").split()[0]


def _redated(reference: Reference, law: Source, known: tuple[str, str, str, str], date: str) -> Reference:
    right = identifiers.french_date(known[2])
    said = say("law_of_another_day", law=f"{known[0]} n° {known[1]}", right=dated(known[2]), written=dated(date))
    reference = _with(reference, _finding(reference, "date_number", said, "certain", f"{known[0]} n° {known[1]} du {right}"))
    meant = identifiers.french_text(law.id.split(":", 1)[1].split("/")[1] if law.id.startswith("eli:") else "loi", known[1], known[2])
    if meant is None or reference.source is None or not reference.source.id.startswith(law.id) or meant == law.id:
        return reference
    return _moved(reference, law, replace(law, id=meant, date=known[2], canonical=f"{known[0]} n° {known[1]} du {right}"))


def _moved(reference: Reference, law: Source, meant: Source) -> Reference:
    """The reference on the law that is meant: the law itself or its article."""
    source = reference.source
    if source is None:
        return reference
    if source is law:
        moved = meant
    else:
        moved = replace(
            source,
            id=source.id.replace(law.id, meant.id, 1),
            canonical=source.canonical.replace(law.canonical, meant.canonical),
            parent=meant,
        )
    canonical = reference.canonical.replace(law.canonical, meant.canonical)
    return replace(reference, source=moved, canonical=canonical, as_cited=source.id)


def _unknown_date(reference: Reference, date: str) -> Reference:
    """'loi du 13 août 2013': no known law is of that day, one is of that month."""
    same_month = _laws_by_month().get(date[:7], [])
    if len(same_month) != 1 or same_month[0][2] == date:
        return reference
    _, number, made, title = same_month[0]
    meant = f"loi n° {number} du {identifiers.french_date(made)}"
    said = say("no_law_of_that_day", date=dated(date), law=meant, title=title)
    return _with(reference, _finding(reference, "unknown_date", said, "possible", meant))


def _act_year(reference: Reference) -> Reference:
    """A directive or regulation whose number and date are of different years: the number is the identifier."""
    source = reference.source
    found = re.match(r"celex:3(\d{4})", source.id) if source else None
    written = _DAY.search(folded(reference.surface)) if found else None
    date = iso_date(written[0]) if written else None
    if not found or not date or found[1] == date[:4]:
        return reference
    said = say("act_of_another_year", words=" ".join(reference.surface.split()), year=found[1], written=date[:4])
    return _with(reference, _finding(reference, "date_number", said, "probable", found[1]))


# --- decisions and documents ---------------------------------------------------------------------------------------------------------


def _glued_initials(reference: Reference) -> list[Finding]:
    if reference.kind != "case" or not (found := _GLUED_INITIALS.search(reference.surface)):
        return []
    return [_finding(reference, "typo", say("glued_initials", found=found[0]), "probable", f"{found[0]}. et")]


def _lost_hyphens(reference: Reference) -> list[Finding]:
    """ "loi n° 2009?403": a hyphen that a conversion of the text has lost."""
    if not _LOST_HYPHEN.search(reference.surface):
        return []
    meant = _LOST_HYPHEN.sub("-", reference.surface)
    return [_finding(reference, "typo", say("lost_hyphen", found=reference.surface), "probable", meant)]


def _after_gazette(reference: Reference) -> list[Finding]:
    """A document dated after the issue of the Journal officiel that published it."""
    source = reference.source
    if source is None or not source.gazette or not source.date or source.date.count("-") != 2:
        return []
    published = source.gazette.removeprefix("jorf:")[:8]
    if source.date.replace("-", "") <= published:
        return []
    issue = dated(f"{published[:4]}-{published[4:6]}-{published[6:]}")
    return [_finding(reference, "date_conflict", say("after_gazette", written=dated(source.date), published=issue), "probable")]


def _with(reference: Reference, finding: Finding) -> Reference:
    return replace(reference, findings=(*reference.findings, finding))


def _finding(reference: Reference, kind: str, said: Bilingual, certainty: Certainty, suggestion: str | None = None) -> Finding:
    suggested = alike(suggestion) if suggestion else None
    return Finding(kind, said, certainty, reference.start, reference.end, reference.surface, suggested)
