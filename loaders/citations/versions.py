"""Versions of an article: the one in force on the document's date, what changed since, and pinpoints that it does not reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...graph.bilingual import Bilingual
from ..messages import dated, say
from .catalogue import Version
from .model import Certainty, Finding, Reference

_ALINEA = re.compile(r"\bal\. (\d+)")
_DEGREE = re.compile(r"\b(\d+)°")


def in_force(reference: Reference, versions: Sequence[Version], day: str | None) -> Reference:
    """The reference with its version of that day (ISO), and what the catalogue's dates and texts say against it."""
    known = [v for v in versions if v.start]
    if not day or not known:
        return _within(reference, versions[-1]) if len(versions) == 1 else reference
    current = next((v for v in known if v.start and v.start <= day and (not v.end or v.end > day)), None)
    if current is None:
        return _gone(reference, known[-1], day) if all(v.end and v.end <= day for v in known) else reference
    reference = _within(replace(reference, in_force_since=current.start), current)
    later = [v.start for v in known if v.start and v.start > day]
    if not later:
        return reference
    return _told(reference, "changed_since", say("changed_since", words=_words(reference), since=dated(later[0])), "certain")


def _gone(reference: Reference, last: Version, day: str) -> Reference:
    said = say("not_in_force", words=_words(reference), day=dated(day), until=dated(last.end or ""))
    return _told(reference, "not_in_force", said, "probable")


def _within(reference: Reference, version: Version) -> Reference:
    """Tells an alinéa or a point beyond the last one of the version; a division (II, III) starts its own count, so it is not judged."""
    pinpoint = reference.pinpoint or ""
    since = say("version_since", since=dated(version.start)) if version.start else ""
    alinea, degree = _ALINEA.match(pinpoint), _DEGREE.match(pinpoint)
    if alinea and version.alineas is not None and int(alinea[1]) > version.alineas:
        count = say("one_alinea" if version.alineas == 1 else "several_alineas", count=version.alineas)
        return _told(reference, "pinpoint_beyond", say("pinpoint_beyond", words=_words(reference), count=count, since=since), "probable")
    if degree and version.points is not None and int(degree[1]) > version.points:
        count = say("last_point" if version.points else "no_points", count=version.points)
        return _told(reference, "pinpoint_beyond", say("pinpoint_beyond", words=_words(reference), count=count, since=since), "probable")
    return reference


def _words(reference: Reference) -> str:
    return " ".join(reference.surface.split())


def _told(reference: Reference, kind: str, said: Bilingual, certainty: Certainty) -> Reference:
    finding = Finding(kind, said, certainty, reference.start, reference.end, reference.surface)
    return replace(reference, findings=(*reference.findings, finding))
