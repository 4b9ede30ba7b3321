"""The commands that ask the graph: query, queries."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from ..graph.errors import QueryError
from .options import DatabaseOption, Lang, LangOption, Neo4jOption, OutputOption, StoreOption, opened
from .texts import emit


def query(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Le nom d’une question de `renvois queries`.")],
    param: Annotated[list[str] | None, typer.Option("--param", "-p", metavar="K=V", help="Un paramètre : recommendation=18.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="En JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="En CSV, sûr dans un tableur.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="En Markdown.")] = False,
    output: OutputOption = None, store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None,
    lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Pose une question au graphe. / Asks the graph a question."""
    from ..queries import render
    from ..queries.run import run
    from .tables import WORDS, plain_table, show

    if as_json + as_csv + as_markdown > 1:
        raise QueryError("--json, --csv and --markdown exclude one another.", cure="Keep one.")
    given = _parameters(param or [])
    with opened(store, neo4j, database, "read") as place:
        answer = run(place, name, given)
    if as_json:
        emit(render.to_json(answer), output)
    elif as_csv:
        emit(render.to_csv(answer, lang.value), output)
    elif as_markdown or output is not None:
        emit(render.to_markdown(answer, lang.value), output)
    else:
        show(plain_table(answer.question(lang.value), answer.headers(lang.value), answer.visible_rows(lang.value), WORDS[lang]["empty"]))


def queries(
    lang: LangOption = Lang.FR, as_json: Annotated[bool, typer.Option("--json", help="En JSON.")] = False,
) -> None:  # fmt: skip
    """La liste des questions. / The list of questions."""
    from ..queries.catalog import load_catalog
    from .tables import plain_table, show

    catalog = load_catalog()
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


COMMANDS: dict[str, Callable[..., None]] = {"query": query, "queries": queries}
