"""How much a question may cost."""

from __future__ import annotations

from dataclasses import dataclass

ROWS, SECONDS = 100_000, 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Rows of an answer, and seconds: past either, a question is refused rather than its answer cut. None: no limit."""

    rows: int | None = ROWS
    seconds: float | None = SECONDS


LIMITS = Limits()
