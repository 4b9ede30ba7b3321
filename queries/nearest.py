"""What to say of a name that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], otherwise: str) -> str:
    """The cure for an unknown name: the known one that looks most like it, or `otherwise`."""
    close = difflib.get_close_matches(name, sorted(known), 1, 0.5)
    return f"Did you mean {close[0]}?" if close else otherwise
