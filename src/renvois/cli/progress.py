"""Progress on stderr, on a terminal only: a pipe or a log sees nothing of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ..graph.store import Progress


@contextmanager
def step(what: str) -> Iterator[Progress]:
    """Shows that something is being done, while it is, and how far it is if what it gives is told (done, total)."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what}…") as status:
        yield lambda done, total: status.update(f"{what}… {100 * done // max(1, total)} %")
