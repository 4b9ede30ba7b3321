"""The commands about a Neo4j server: neo4j check."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..graph.errors import StoreError
from .options import DatabaseOption, Lang, LangOption
from .terminal import printable

STEPS = {
    Lang.FR: {"address": "adresse", "server": "serveur joint", "login": "mot de passe accepté", "version": "version de Neo4j",
              "database": "base", "graph": "graphe", "write": "écriture permise"},
    Lang.EN: {"address": "address", "server": "server reached", "login": "password accepted", "version": "version of Neo4j",
              "database": "database", "graph": "graph", "write": "writing allowed"},
}  # fmt: skip

app = typer.Typer(
    help="Un serveur Neo4j : ce qui ne va pas dans la connexion. / A Neo4j server.", no_args_is_help=True, rich_markup_mode=None
)


@app.callback()
def neo4j() -> None:
    """Un serveur Neo4j : la connexion est-elle bonne ? / A Neo4j server: is the connection right?"""


@app.command()
def check(
    address: Annotated[str | None, typer.Argument(metavar="[ADDRESS]", envvar="RENVOIS_NEO4J", help="bolt://127.0.0.1:7687")] = None,
    database: DatabaseOption = None, lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Dit ce qui va, ce qui ne va pas, et comment y remédier. / Says what is right, what is not, and how to mend it."""
    from ..asking import password_prompt
    from ..graph.neo4j_check import diagnose

    if address is None:
        raise StoreError("No server is named.", cure="Give its address (bolt://127.0.0.1:7687), or set RENVOIS_NEO4J.")
    for step in diagnose(address, database, password_prompt()):
        advice = f" ({step.advice})" if step.advice else ""
        sys.stdout.write(f"OK  {STEPS[lang][step.name]} : {printable(step.found)}{advice}\n")
        sys.stdout.flush()
