"""Versions of an article: the one in force on the document's date, what changed since, and pinpoints that it does not reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...graph.identifiers import french_date
from .catalogue import Version
from .model import Certainty, Finding, Reference

_ALINEA = re.compile(r"\bal\. (\d+)")
_DEGREE = re.compile(r"\b(\d+)°")


def in_force(reference: Reference, versions: Sequence[Version], day: str | None) -> Reference:
    """The reference with its version of that day (ISO), and what the catalogue's dates and texts say against it."""
    dated = [v for v in versions if v.start]
    if not day or not dated:
        return _within(reference, versions[-1]) if len(versions) == 1 else reference
    current = next((v for v in dated if v.start and v.start <= day and (not v.end or v.end > day)), None)
    if current is None:
        return _gone(reference, dated[-1], day) if all(v.end and v.end <= day for v in dated) else reference
    reference = _within(replace(reference, in_force_since=current.start), current)
    later = [v.start for v in dated if v.start and v.start > day]
    if not later:
        return reference
    message = f"{_quoted(reference)} a changé depuis le document : nouvelle version le {french_date(later[0])}."
    return _told(reference, "changed_since", message, "certain")


def _gone(reference: Reference, last: Version, day: str) -> Reference:
    until = french_date(last.end or "")
    message = f"{_quoted(reference)} n’est plus en vigueur le {french_date(day)} : sa dernière version connue finit le {until}."
    return _told(reference, "not_in_force", message, "probable")


def _within(reference: Reference, version: Version) -> Reference:
    """Tells an alinéa or a point beyond the last one of the version; a division (II, III) starts its own count, so it is not judged."""
    pinpoint = reference.pinpoint or ""
    since = f" (version en vigueur depuis le {french_date(version.start)})" if version.start else ""
    alinea, degree = _ALINEA.match(pinpoint), _DEGREE.match(pinpoint)
    if alinea and version.alineas is not None and int(alinea[1]) > version.alineas:
        count = "un seul alinéa" if version.alineas == 1 else f"{version.alineas} alinéas"
        return _told(reference, "pinpoint_beyond", f"{_quoted(reference)} : l’article n’a que {count}{since}.", "probable")
    if degree and version.points is not None and int(degree[1]) > version.points:
        count = f"s’arrête au {version.points}°" if version.points else "n’a pas de points numérotés"
        return _told(reference, "pinpoint_beyond", f"{_quoted(reference)} : l’article {count}{since}.", "probable")
    return reference


def _quoted(reference: Reference) -> str:
    return f"« {' '.join(reference.surface.split())} »"


def _told(reference: Reference, kind: str, message: str, certainty: Certainty) -> Reference:
    finding = Finding(kind, message, certainty, reference.start, reference.end, reference.surface)
    return replace(reference, findings=(*reference.findings, finding))
