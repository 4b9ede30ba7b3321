"""The help page of `renvois`, kept in help.txt: `python -m renvois.cli.help` writes it again from the commands themselves."""

from __future__ import annotations

import os

PAGE = os.path.join(os.path.dirname(__file__), "help.txt")  # noqa: PTH118, PTH120  (pathlib alone takes as long as Python to start)


def page() -> str:
    """The page as kept; tests/unit/test_cli.py checks that it is what the commands would print."""
    with open(PAGE, encoding="utf-8") as file:  # noqa: PTH123
        return file.read()


def fresh_page() -> str:
    """The page as Typer makes it now, 100 columns wide."""
    from typer.main import get_command

    from .app import app

    command = get_command(app)
    with command.make_context("renvois", [], resilient_parsing=True, terminal_width=100, max_content_width=100) as context:
        return command.get_help(context) + "\n"


if __name__ == "__main__":
    with open(PAGE, "w", encoding="utf-8") as kept:  # noqa: PTH123
        kept.write(fresh_page())
