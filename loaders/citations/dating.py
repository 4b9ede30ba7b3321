"""Dates of one work that disagree: which is right, and what the reader is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..messages import dated, say
from .found import Found
from .model import Certainty, Finding


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
    written = Counter(w.written for w in wordings if w.written)
    if len(written) < 2:
        return next(iter(written), None)
    witnesses = written + Counter(w.address for w in wordings if w.address)
    candidates = dict.fromkeys((*written, *_mended(written)))
    scores = {date: sum(count for witness, count in witnesses.items() if consistent(date, witness)) for date in candidates}
    return max(candidates, key=lambda date: (scores[date], date.count("-"), date in written))


def _mended(written: Iterable[str]) -> Iterator[str]:
    """The day of one date in the month that another gives: 19 septembre and novembre 2019 make 19 novembre 2019."""
    dates = list(written)
    for day in (d for d in dates if d.count("-") == 2):
        for month in (d for d in dates if d.count("-") == 1):
            if day[:4] == month[:4] and not day.startswith(month):
                yield f"{month}-{day[8:]}"


def date_conflicts(wordings: Sequence[DatedWording], settled: str | None, found: Sequence[Found]) -> Iterator[tuple[int, Finding]]:
    """A finding for every citation whose date contradicts the work's, with both readings and what speaks for the other."""
    if settled is None:
        return
    contradicting = [w for w in wordings if w.written is not None and not consistent(w.written, settled)]
    if not contradicting:
        return
    addressed = any(w.address == settled for w in wordings)
    agreeing = sum(w.written is not None and consistent(w.written, settled) for w in wordings)
    certainty: Certainty = "probable" if addressed or agreeing > 1 else "possible"
    for wording in contradicting:
        reference = found[wording.position].reference
        proof = say("dated_by_address" if addressed else "dated_by_text")
        said = say("dates_disagree", written=dated(wording.written or ""), settled=dated(settled), proof=proof)
        finding = Finding("date_conflict", said, certainty, reference.start, reference.end, reference.surface, dated(settled))
        yield wording.position, finding
