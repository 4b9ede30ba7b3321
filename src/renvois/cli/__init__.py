"""The command `renvois`."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Runs the command line."""
    from .terminal import guarded

    guarded(_run)


def _run() -> None:
    """The help page is kept ready-made, so that `renvois --help` answers before Typer could be imported."""
    if sys.argv[1:] in ([], ["--help"], ["-h"]):
        from .help import page

        sys.stdout.write(page())
        return
    from .app import run

    run()
