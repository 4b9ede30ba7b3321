"""The catalogue and the rules of its Cypher as pages of documentation: python -m renvois.queries.docs docs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from .catalog import load_catalog
from .model import COLUMN_TYPES, EVIDENCE, PARAMETER_TYPES, VIEWS, Parameter, Query
from .portable import RULES

WRITING = Path(__file__).parent / "writing.txt"
DIFFERENCES = Path(__file__).parent / "differences.yaml"
OPENING = """# Les questions · The canned queries

<!-- Written by `python -m renvois.queries.docs docs`; edit the .cypher files instead. -->

{count} questions, chacune dans un fichier `queries/<nom>.cypher` qui se colle tel quel dans Neo4j Browser et tourne de même sur la base
embarquée. On les pose par `renvois query NOM --param clé=valeur`, ou `g.query("NOM", clé=valeur)` en Python.

Each is one file that pastes unchanged into Neo4j Browser and runs alike on the embedded database.
Add your own in a directory: `renvois.open(queries=["mine"])`; [how to write one](cypher.md).

Every parameter `avis` is the reference of an opinion (`A-2021-5`) or its id; left empty, all opinions are asked.

"""


def writing_page() -> str:
    """How to write a query of one's own, and what its Cypher may not hold."""
    filled = {
        "parameters": ", ".join(PARAMETER_TYPES),
        "columns": ", ".join(COLUMN_TYPES),
        "evidence": ", ".join(EVIDENCE),
        "views": ", ".join(f"{kind} ({count})" for kind, count in VIEWS.items()),
        "differences": "\n".join(map(_difference, differences())),
        "rules": "\n".join(f"| {_cell(rule.what)} | {_cell(rule.cure)} |" for rule in RULES),
    }
    page = WRITING.read_text(encoding="utf-8")
    for name, text in filled.items():
        page = page.replace(f"[[{name}]]", text)
    return page


@dataclass(frozen=True, slots=True)
class Difference:
    """An expression that the databases answer differently, what each answers, and what to write instead."""

    expression: str
    embedded: object
    neo4j: object
    instead: str


@cache
def differences() -> tuple[Difference, ...]:
    """The known differences that depend on values (differences.yaml)."""
    found = yaml.safe_load(DIFFERENCES.read_text(encoding="utf-8"))
    return tuple(Difference(**one) for one in found)


def _difference(one: Difference) -> str:
    answers = (json.dumps(value, ensure_ascii=False) for value in (one.embedded, one.neo4j))
    cells = (one.expression, *answers)
    return "| " + " | ".join(f"`{cell.replace('|', chr(92) + '|')}`" for cell in cells) + f" | {_cell(one.instead)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "\\<")


def catalogue_page(queries: Iterable[Query]) -> str:
    """The whole page: a table of contents by name, then each query."""
    queries = list(queries)
    contents = "".join(f"| [{q.id}](#{q.id}) | {q.title} | {', '.join(q.tags)} |\n" for q in queries)
    table = f"| nom | titre | pour |\n| --- | --- | --- |\n{contents}\n"
    return OPENING.format(count=len(queries)) + table + "\n".join(map(_query, queries))


def _query(query: Query) -> str:
    parameters = "".join(map(_parameter, query.parameters)) or "- aucun paramètre · no parameter\n"
    columns = ", ".join(c.title.fr for c in query.columns if not c.hidden)
    given = " ".join(
        f'--param {name}="{value}"' if " " in str(value) else f"--param {name}={value}" for name, value in query.example.params.items()
    )
    return (
        f"## {query.id}\n\n{query.question.fr}  \n*{query.question.en}*\n\n{parameters}\nColonnes : {columns}. Vue : {query.view.kind}.\n\n"
        f"```sh\nrenvois query {query.id}{' ' if given else ''}{given}\n```\n"
    )


def _parameter(parameter: Parameter) -> str:
    default = "requis" if parameter.required else f"défaut : `{_literal(parameter)}`"
    return f"- `{parameter.name}` ({parameter.type}, {default}) : {parameter.help.fr} · *{parameter.help.en}*\n"


def _literal(parameter: Parameter) -> str:
    value = parameter.default
    return ("true" if value else "false") if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "queries.md").write_text(catalogue_page(load_catalog()), encoding="utf-8")
    (folder / "cypher.md").write_text(writing_page(), encoding="utf-8")
