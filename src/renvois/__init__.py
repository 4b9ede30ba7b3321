"""Renvois: the legal cross-reference graph of an official opinion.

import renvois
g = renvois.open()
g.build("avis.txt")
g.query("underpinning", recommendation=24)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from .graph.errors import RenvoisError
    from .result import Result
    from .session import SAMPLE, Session, open

__all__ = ["SAMPLE", "RenvoisError", "Result", "Session", "open"]

_PLACES = {"RenvoisError": "graph.errors", "Result": "result", "SAMPLE": "session", "Session": "session", "open": "session"}


def __getattr__(name: str) -> object:
    """What is exported is imported when it is first used, so that `import renvois` costs nothing."""
    if name not in _PLACES:
        raise AttributeError(f"module 'renvois' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_PLACES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


def load_ipython_extension(shell: InteractiveShell) -> None:
    """`%load_ext renvois` in a notebook: adds the %%cypher magic."""
    from .magic import register

    register(shell)
