"""The commands of `renvois`, and what happens to an error: a clear message on stderr, and exit code 2."""

from __future__ import annotations

import typer

from ..graph.errors import RenvoisError
from . import graphs, questions, reports, reviews, server, texts
from .terminal import stop

app = typer.Typer(
    help="Lit un avis officiel et dit sur quoi repose chaque recommandation, par quels mots, et qui doit agir.\n\n"
    "Reads an official opinion and tells what each recommendation rests on, through which words, and who must act.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (graphs, questions, texts, reviews, reports):
    for name, command in module.COMMANDS.items():
        app.command(name)(command)
app.add_typer(server.app, name="neo4j")


def run() -> None:
    """Runs the command that was typed; a RenvoisError is printed, not raised."""
    try:
        app()
    except RenvoisError as error:
        stop(2, str(error))
