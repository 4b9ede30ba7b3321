"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from ..graph.errors import StoreError
from ..graph.store import Store

DEFAULT_STORE = "renvois-store"


class Lang(StrEnum):
    FR = "fr"
    EN = "en"


LangOption = Annotated[Lang, typer.Option("--lang", envvar="RENVOIS_LANG", help="Langue des tableaux et des messages (fr, en).")]
StoreOption = Annotated[
    Path | None, typer.Option("--store", envvar="RENVOIS_STORE", help=f"Dossier de la base embarquée ; par défaut ./{DEFAULT_STORE}.")
]
Neo4jOption = Annotated[
    str | None,
    typer.Option(
        "--neo4j",
        envvar="RENVOIS_NEO4J",
        help="Adresse d’un Neo4j (bolt://127.0.0.1:7687) ; identifiants dans RENVOIS_NEO4J_USER et RENVOIS_NEO4J_PASSWORD.",
    ),
]
DatabaseOption = Annotated[
    str | None, typer.Option("--database", envvar="RENVOIS_NEO4J_DATABASE", help="Base de ce Neo4j ; celle par défaut sinon.")
]
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="Le document : .txt, .pdf, .html, .docx ou XML de la DILA.")]
QueriesOption = Annotated[
    list[Path] | None,
    typer.Option("--queries", envvar="RENVOIS_QUERIES", metavar="DIR", help="Dossier de vos propres questions (.cypher)."),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Fichier à écrire ; sortie standard sinon.")]


@contextmanager
def opened(store: Path | None, neo4j: str | None, database: str | None, access: Literal["read", "write"]) -> Iterator[Store]:
    """The store the options name, closed at the end. StoreError if both are named, or if it must be read and is not there."""
    from ..asking import password_prompt
    from ..graph.open import open_store

    if store and neo4j:
        raise StoreError(
            f"Two databases are named, {store} and {neo4j}.", where="--store, --neo4j (RENVOIS_STORE, RENVOIS_NEO4J)", cure="Keep one."
        )
    if neo4j and "://" not in neo4j:
        raise StoreError("This is no address of a Neo4j server.", where=neo4j, cure="Write it as bolt://127.0.0.1:7687 or neo4j+s://host.")
    address: str | Path = neo4j or store or Path(DEFAULT_STORE)
    if isinstance(address, Path) and access == "read" and not address.exists():
        raise StoreError("There is no store here yet.", where=str(address), cure="Make one: renvois build FILE (or renvois demo).")
    with open_store(address, access=access, database=database, password=password_prompt()) as found:
        yield found
