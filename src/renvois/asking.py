"""Asking for a password, where someone can answer: on a terminal or in a notebook. It is never shown, nor kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from getpass import getpass

from .graph.errors import StoreError


def password_prompt() -> Callable[[], str] | None:
    """Asks for the password of a Neo4j; None where nobody can be asked (a script, a pipe)."""
    on_terminal = sys.stdin is not None and sys.stdin.isatty()
    return _asked if on_terminal or _in_notebook() else None


def _in_notebook() -> bool:
    """Whether this program is a notebook's kernel: to have loaded the library of kernels is not enough."""
    loaded = sys.modules.get("IPython")
    return loaded is not None and hasattr(loaded.get_ipython(), "kernel")


def _asked() -> str:
    try:
        return getpass("Neo4j, mot de passe / password: ")
    except (EOFError, NotImplementedError) as error:  # a notebook that is executed has nobody before it
        raise StoreError("There is no password for Neo4j.", cure="Set RENVOIS_NEO4J_PASSWORD.") from error
