"""The command that writes a report: report."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..graph.errors import InputError
from ..graph.files import write_file
from .graphs import chosen
from .options import DatabaseOption, Lang, LangOption, Neo4jOption, OutputOption, StoreOption, opened
from .texts import drawn, emit


class ReportFormat(StrEnum):
    MD = "md"
    HTML = "html"
    DOCX = "docx"


def report(
    doc: Annotated[str | None, typer.Argument(metavar="[DOC]", help="Un fichier, ou un document de la base (A-2021-5).")] = None,
    form: Annotated[ReportFormat | None, typer.Option("--format", help="md, html ou docx ; sinon d’après le nom du fichier.")] = None,
    output: OutputOption = None, store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None,
    lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Tout l’avis, preuves en notes : Markdown, HTML ou Word. / The whole opinion, with its evidence in notes."""
    from ..report import form_of, write
    from ..report import report as compose

    chosen_form = form or form_of(output or Path("report.md"))
    if doc is not None and Path(doc).is_file():
        graph = drawn(Path(doc), None)
        document = graph.document
    else:
        with opened(store, neo4j, database, "read") as place:
            document = chosen(doc, place.documents(), place.address)
            graph = place.everything()
    content = write(compose(graph, document, lang.value), chosen_form)
    if isinstance(content, str):
        emit(content, output)
    elif output is not None:
        write_file(output, content)
    elif sys.stdout.isatty():
        raise InputError("A Word file cannot be shown here.", cure="Name a file: -o report.docx.")
    else:
        sys.stdout.buffer.write(content)


COMMANDS: dict[str, Callable[..., None]] = {"report": report}
