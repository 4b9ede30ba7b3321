"""The commands about a Neo4j server: neo4j check, neo4j guide."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..graph.errors import RenvoisError, StoreError
from .options import DatabaseOption, Lang, LangOption, QueriesOption
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


@app.command()
def guide(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Le dossier à écrire.")] = Path("renvois-neo4j-browser"),
    own: QueriesOption = None,
) -> None:
    """Écrit, pour Neo4j Browser, les questions en favoris et un fichier de couleurs. / Favourites and a style for Neo4j Browser."""
    from ..graph.files import write_file
    from ..queries.browser import guide as files
    from ..queries.catalog import load_catalog

    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RenvoisError(f"Cannot write here: {error.strerror}.", where=str(output), cure="Choose another folder.") from error
    for name, content in files(load_catalog(*(own or ()))).items():
        sys.stdout.write(f"{write_file(output / name, content)}\n")
