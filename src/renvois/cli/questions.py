"""The commands that ask the graph: query, queries."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.errors import QueryError
from ..queries.limits import ROWS, SECONDS
from .options import DatabaseOption, Lang, LangOption, Neo4jOption, OutputOption, QueriesOption, StoreOption, opened
from .texts import emit

if TYPE_CHECKING:
    from ..result import Result


class PictureFormat(StrEnum):
    PYVIS = "pyvis"
    SVG = "svg"


def query(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Le nom d’une question de `renvois queries`.")] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", metavar="K=V", help="Un paramètre : recommendation=18.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="En JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="En CSV, sûr dans un tableur.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="En Markdown.")] = False,
    form: Annotated[
        PictureFormat | None, typer.Option("--format", help="Une carte à explorer hors ligne (pyvis) ou un dessin (svg).")
    ] = None,
    output: OutputOption = None, store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None,
    own: QueriesOption = None,
    check: Annotated[Path | None, typer.Option("--check", metavar="DIR", help="Vérifie un dossier de questions, sans en poser.")] = None,
    max_rows: Annotated[int, typer.Option("--max-rows", min=1, help="Au-delà de tant de lignes, la réponse est refusée.")] = ROWS,
    timeout: Annotated[float, typer.Option("--timeout", min=0.001, help="Au-delà de tant de secondes aussi.")] = SECONDS,
    lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Pose une question au graphe. / Asks the graph a question."""
    from ..queries import render
    from ..queries.catalog import load_catalog
    from ..queries.limits import Limits
    from ..queries.run import picture, run
    from ..result import Result
    from .tables import WORDS, plain_table, show

    if check is not None:
        _check(check)
        return
    if name is None:
        raise QueryError("Which question?", cure="Name one; renvois queries lists them all.")
    if as_json + as_csv + as_markdown + (form is not None) > 1:
        raise QueryError("--json, --csv, --markdown and --format exclude one another.", cure="Keep one.")
    given = _parameters(param or [])
    with opened(store, neo4j, database, "read") as place:
        answer = run(place, name, given, catalog=load_catalog(*(own or ())), limits=Limits(max_rows, timeout))
        if form is not None:  # the paths of a picture are read from the store too
            emit(_drawn(Result.of_answer(answer, lambda: picture(place, answer), lang.value, {}), form), output)
            return
    if as_json:
        emit(render.to_json(answer), output)
    elif as_csv:
        emit(render.to_csv(answer, lang.value), output)
    elif as_markdown or output is not None:
        emit(render.to_markdown(answer, lang.value), output)
    else:
        show(plain_table(answer.question(lang.value), answer.headers(lang.value), answer.visible_rows(lang.value), WORDS[lang]["empty"]))


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Des mots, tous présents.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="Nombre de réponses.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="En JSON.")] = False,
    store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None, lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Cherche des mots dans les textes et les noms. / Searches texts and names for words."""
    from ..queries.found import COLUMNS, HEADERS, hits_as_rows, shown
    from ..queries.render import json_text
    from .tables import WORDS, plain_table, show

    asked = " ".join(words)
    with opened(store, neo4j, database, "read") as place:
        rows = hits_as_rows(place.search(asked, limit=limit)).rows
    if as_json:
        emit(json_text([dict(zip(COLUMNS, row, strict=True)) for row in rows]), None)
    else:
        show(plain_table(asked, HEADERS[lang.value], [shown(row, lang.value) for row in rows], WORDS[lang]["empty"]))


def queries(
    lang: LangOption = Lang.FR, as_json: Annotated[bool, typer.Option("--json", help="En JSON.")] = False, own: QueriesOption = None,
) -> None:  # fmt: skip
    """La liste des questions. / The list of questions."""
    from ..queries.catalog import load_catalog
    from .tables import plain_table, show

    catalog = load_catalog(*(own or ()))
    if as_json:
        listed = [
            {"id": q.id, "question": {"fr": q.question.fr, "en": q.question.en}, "parameters": [p.name for p in q.parameters]}
            for q in catalog
        ]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        return
    headers = {Lang.FR: ("Nom", "Question", "Paramètres"), Lang.EN: ("Name", "Question", "Parameters")}[lang]
    rows = [(q.id, getattr(q.question, lang.value), ", ".join(p.name for p in q.parameters)) for q in catalog]
    show(plain_table(f"{len(rows)} questions", headers, rows))


def _drawn(result: Result, form: PictureFormat) -> str:
    return result.explore().html if form is PictureFormat.PYVIS else result.picture.svg


def _check(directory: Path) -> None:
    """Says of each file whether it is good; QueryError where one is not."""
    from ..queries.check import check_directory

    checked = check_directory(directory)
    for item in checked:
        sys.stdout.write(f"{item.file.name} : {item.error or 'OK'}\n")
    if faults := sum(item.error is not None for item in checked):
        raise QueryError(f"{faults} of {len(checked)} queries cannot be used.", where=str(directory), cure="Mend them as said above.")


def _parameters(pairs: list[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise QueryError(f"{pair!r} is no parameter.", where="--param", cure="Write it as name=value, e.g. --param recommendation=18.")
        if key in given:
            raise QueryError(f"The parameter {key} is given twice.", where="--param", cure="Keep one.")
        given[key] = value
    return given


COMMANDS: dict[str, Callable[..., None]] = {"query": query, "queries": queries, "search": search}
