"""The commands of `renvois`, and what happens to an error: a clear message on stderr, and exit code 2."""

from __future__ import annotations

import sys

import typer

from ..graph.errors import RenvoisError
from . import graphs, questions, texts

app = typer.Typer(
    help="Lit un avis officiel et dit sur quoi repose chaque recommandation, par quels mots, et qui doit agir.\n\n"
    "Reads an official opinion and tells what each recommendation rests on, through which words, and who must act.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (graphs, questions, texts):
    for name, command in module.COMMANDS.items():
        app.command(name)(command)


def run() -> None:
    """Runs the command line. A RenvoisError is printed, not raised; a closed pipe or Ctrl-C ends quietly."""
    try:
        app()
    except RenvoisError as error:
        say(str(error))
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def say(message: str) -> None:
    sys.stderr.write(f"renvois : {message}\n")
