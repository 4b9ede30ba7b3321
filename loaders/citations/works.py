"""A document as a source: its identifier from the most telling thing the text gives, and how it is cited in French."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...graph import identifiers
from .genres import Genre
from .issuers import Issuer
from .model import Mention, Relation, Source
from .parts import gazette_words
from .words import words

_RESOLUTION = re.compile(r"^[AS]/RES/|\s?\((?:19|20)\d\d\)$")
_LABELS = {"prior_avis": "Avis", "report": "Report", "plan": "Plan", "bill": "Bill"}
_ORDINALS = {1: "premier", 2: "second", 3: "troisième"}


@dataclass(frozen=True, slots=True)
class Work:
    """What one citation says of a document. `date` is ISO; `gazette` a jorf id; `cote` a normalised CNCDH reference number;
    `quoted` where the title stands in quotation marks."""

    start: int
    end: int
    genre: Genre
    issuer: Issuer | None = None
    title: str | None = None
    date: str | None = None
    number: str | None = None
    cote: str | None = None
    gazette: str | None = None
    ordinal: int | None = None
    pinpoint: str | None = None
    authors: str | None = None
    quoted: bool = False

    def mention(self, relation: Relation = "explicit") -> Mention:
        """The mention of this work, with the source its own words name."""
        source = work_source(_general_comment(self))
        return Mention(
            self.start,
            self.end,
            self.genre.kind,
            relation,
            source,
            pinpoint=self.pinpoint,
            title=self.title,
            date=self.date,
            number=source.number,
            authority=source.authority,
        )


def _general_comment(work: Work) -> Work:
    """A committee's general comment by its number, also where only its symbol gives it (CCPR/C/GC/34)."""
    symbol = re.search(r"/GC/(\d+)$", work.number or "", re.IGNORECASE)
    return replace(work, number=symbol[1]) if symbol and work.genre.subkind == "general_comment" else work


def work_source(work: Work) -> Source:
    """The source a citation names, as far as its own words go; unite.py joins the wordings of one work."""
    label = _LABELS.get(work.genre.kind, "Report")
    return Source(
        id=_identifier(work),
        label=label,
        canonical=canonical(work),
        name=_name(work),
        title=work.title,
        number=work.cote or work.number,
        date=work.date,
        authority=work.issuer.id if work.issuer else None,
        subkind=work.genre.subkind or work.genre.name,
        gazette=work.gazette,
        ordinal=work.ordinal,
    )


def _identifier(work: Work) -> str:
    if work.cote:
        return identifiers.opinion(work.cote)
    if work.gazette and work.gazette.count("/") == 2:
        return work.gazette
    kind = {"prior_avis": "avis", "other": (work.genre.subkind or "doc").replace("_", "-")}.get(work.genre.kind, work.genre.kind)
    issuer = work.issuer.id if work.issuer else identifiers.slug(work.authors or "", 24)
    if work.number:
        # "A/RES/70/1" and "résolution 70/1" are one.
        number = _RESOLUTION.sub("", work.number) if work.genre.name == "résolution" else work.number
        return identifiers.local(kind, issuer, re.sub(r"\s+", "-", number))
    if work.ordinal and work.ordinal > 2:
        return identifiers.local(kind, issuer, str(work.ordinal), work.date or "")
    ordinal = f"{work.ordinal}" if work.ordinal else ""
    title = key_words(work.title or work.genre.name)
    date = "" if work.date and work.date in title.split("-") else work.date or ""
    return identifiers.local(kind, issuer, date, "-".join(p for p in (ordinal, title) if p))


def key_words(title: str, length: int = 50) -> str:
    """The slug of a title's content words, for identifiers."""
    kept = (word for word in identifiers.slug(title, 400).split("-") if word not in words("empty"))
    return identifiers.joined(kept, length)


def canonical(work: Work) -> str:
    """'CNCDH, avis A-2020-5 du 28 avril 2020 sur la création…, JORF n°0108 du 3 mai 2020, texte n° 48'."""
    if work.genre.subkind == "doctrine":
        return ", ".join(p for p in (work.authors, work.title, identifiers.french_date(work.date) if work.date else None) if p)
    # "résolution n° 1325 (2000)": the year is a part of the number.
    date = f"({work.date})" if work.date and "-" not in work.date and work.number else _dated(work.date)
    ordinal = f"{_ORDINALS.get(work.ordinal, f'{work.ordinal}e')} " if work.ordinal and work.ordinal > 1 else ""
    number = f" {work.cote}" if work.cote else f" n° {work.number}" if work.number else ""
    head = f"{ordinal}{work.genre.name}{number}{f' {date}' if date else ''}"
    who = work.issuer.name if work.issuer else work.authors
    title = _titled(work)
    gazette = gazette_words(work.gazette) if work.gazette else None
    return ", ".join(p for p in (who, f"{head}{title}", gazette) if p)


def _titled(work: Work) -> str:
    if not work.title:
        return ""
    if work.genre.name == "avis" and re.match(r"(?:de\s|d['’])", work.title):
        return f" {work.title}"
    if re.match(r"(?:sur|relati(?:f|ve)s?|portant|concernant|pour|adoptant|dit[es]*)\s", work.title):
        return f" {work.title}"
    return f" sur {work.title}" if work.genre.name == "avis" else f", {work.title}"


def _dated(date: str | None) -> str | None:
    if not date:
        return None
    words = identifiers.french_date(date)
    return (
        f"du {words}"
        if date.count("-") == 2
        else f"de {words}"
        if date.count("-") == 1 and words[0] not in "ao"
        else f"d’{words}"
        if "-" in date
        else words
    )


def _name(work: Work) -> str:
    if work.genre.subkind == "doctrine":
        return canonical(replace(work, date=None))
    who = f" ({work.issuer.name})" if work.issuer else ""
    number = f" {work.cote}" if work.cote else f" n° {work.number}" if work.number else ""
    date = _dated(work.date)
    title = (
        f" : {work.title[:60].rsplit(' ', 1)[0] if len(work.title) > 60 else work.title}" if work.title and not number and not date else ""
    )
    return f"{work.genre.name}{number}{f' {date}' if date and not work.cote else ''}{title}{who}"
