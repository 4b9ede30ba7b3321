"""The %%cypher magic: a cell of Cypher, asked of the notebook's session, on either database."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from .graph.errors import RenvoisError
from .queries.cypher import parameters, tokens
from .result import Result
from .session import Session
from .session import open as open_session

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

HELP = """%%cypher [-o NAME] [-s SESSION]

The cell is a query that only reads. $name takes the notebook's variable of that name, as a parameter.
-o NAME     keeps the answer as a DataFrame in the variable NAME
-s SESSION  the session to ask; by default the variable g, or else the store renvois-store here
"""


def register(shell: InteractiveShell) -> None:
    """Adds %%cypher to a notebook."""

    def cypher(line: str, cell: str = "") -> Result | None:
        return _ask(shell, line, cell)

    cypher.__doc__ = HELP
    shell.register_magic_function(cypher, "cell", "cypher")  # type: ignore[arg-type]  # its stub takes a method


def _ask(shell: InteractiveShell, line: str, cell: str) -> Result | None:
    from IPython.core.error import UsageError

    try:
        options = _options(line)
        variables = shell.user_ns
        missing = [name for name in parameters(tokens(cell)) if name not in variables]
        if missing:
            raise RenvoisError(f"No variable is called {missing[0]}.", where=f"${missing[0]}", cure="Give it a value in a cell before.")
        result = _session(variables, options.get("-s")).cypher(cell, **{name: variables[name] for name in parameters(tokens(cell))})
        if "-o" in options:
            variables[options["-o"]] = result.df
    except RenvoisError as error:
        raise UsageError(str(error)) from error
    return result


def _options(line: str) -> dict[str, str]:
    words = shlex.split(line)
    options = dict(zip(words[::2], words[1::2], strict=False))
    if len(words) % 2 or not set(options) <= {"-o", "-s"}:
        raise RenvoisError(f"The options {line!r} are not understood.", cure="Write %%cypher -o NAME -s SESSION.")
    return options


def _session(variables: dict[str, object], name: str | None) -> Session:
    found = variables.get(name or "g")
    if isinstance(found, Session):
        return found
    if name is not None:
        raise RenvoisError(f"{name} is no session.", cure=f"Open one: {name} = renvois.open().")
    return open_session()
