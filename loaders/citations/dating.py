"""Dates of one work that disagree: which is right, and what the reader is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...graph.identifiers import french_date
from .found import Found
from .model import Finding


@dataclass(frozen=True, slots=True)
class DatedWording:
    """One citation of a work: its place among the mentions, the date it writes, the day its web address names (ISO)."""

    position: int
    written: str | None
    address: str | None


def consistent(one: str, other: str) -> bool:
    """Whether two dates, one perhaps partial, can be the same: '2019-11' and '2019-11-19'."""
    return one.startswith(other) or other.startswith(one)


def settled_date(wordings: Sequence[DatedWording]) -> str | None:
    """The work's date: the fullest that most citations agree with; where day and month contradict, a day that a second witness confirms."""
    written = [w.written for w in wordings if w.written]
    if not written:
        return None
    candidates = dict.fromkeys((*written, *_mended(written)))
    witnesses = [*written, *(w.address for w in wordings if w.address)]
    scores = {date: sum(consistent(date, witness) for witness in witnesses) for date in candidates}
    return max(candidates, key=lambda date: (scores[date], date.count("-"), date in written))


def _mended(written: Sequence[str]) -> Iterator[str]:
    """The day of one date in the month that another gives: 19 septembre and novembre 2019 make 19 novembre 2019."""
    days = [d for d in written if d.count("-") == 2]
    months = [d for d in written if d.count("-") == 1]
    for day in dict.fromkeys(days):
        for month in dict.fromkeys(months):
            if day[:4] == month[:4] and not day.startswith(month):
                yield f"{month}-{day[8:]}"


def date_conflicts(wordings: Sequence[DatedWording], settled: str | None, found: Sequence[Found]) -> Iterator[tuple[int, Finding]]:
    """A finding for every citation whose date contradicts the work's, with both readings and what speaks for the other."""
    if settled is None:
        return
    for wording in wordings:
        if wording.written is None or consistent(wording.written, settled):
            continue
        reference = found[wording.position].reference
        witnesses = [found[w.position].reference.container_name for w in wordings if w.written and consistent(w.written, settled)]
        addressed = any(w.address == settled for w in wordings)
        proof = "l’adresse du document porte cette date" if addressed else "le texte donne ailleurs cette date"
        message = (
            f"Date écrite : {french_date(wording.written)} ; le même document est daté ailleurs du {french_date(settled)} ({proof}). "
            f"La seconde date est retenue."
        )
        certainty = "probable" if addressed or len(witnesses) > 1 else "possible"
        yield (
            wording.position,
            Finding("date_conflict", message, certainty, reference.start, reference.end, reference.surface, french_date(settled)),
        )
