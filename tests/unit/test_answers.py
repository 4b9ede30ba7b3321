"""Asking with typed parameters, and answers as CSV, JSON and Markdown; the database is a stand-in that records what it is sent."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

import pytest

from renvois.graph.errors import QueryError
from renvois.graph.store import Cell, NodeValue, Rows, Store
from renvois.queries import render
from renvois.queries.catalog import Catalog, parse_query
from renvois.queries.run import run, suggestions

QUERY = """// Essai
// ---
// id: sample
// question:
//   fr: Qui cite « {words} » ?
//   en: Who cites “{words}”?
// tags: [jurist]
// params:
//   words:
//     type: string
//     fold: true
//     help: {fr: mots, en: words}
//     suggest: MATCH (s:Source) RETURN s.id AS value, s.name AS label ORDER BY value
//   least: {type: integer, default: 1, min: 1, help: {fr: au moins, en: at least}}
//   named: {type: boolean, default: false, help: {fr: nommées, en: named}}
//   sort: {type: string, default: name, enum: [name, date], help: {fr: tri, en: order}}
// columns:
//   name: {type: string, fr: nom, en: name, node: id}
//   kind: {type: label, fr: genre, en: kind}
//   role: {type: relationship, fr: rôle, en: role}
//   strength: {type: string, fr: force, en: strength, values: {strong: {fr: forte, en: strong}}}
//   explicit: {type: boolean, fr: dit, en: said}
//   numbers: {type: "integer[]", fr: numéros, en: numbers}
//   count: {type: integer, fr: nombre, en: number}
//   id: {type: string, fr: identifiant, en: id, hidden: true}
// view: {kind: table, focus: [name]}
// example: {params: {words: x}, rows: 1}
// ---
MATCH (s:Source)
WHERE s.sort_name CONTAINS $words AND s.normative = $named AND $sort <> '' AND $least > 0
RETURN s.name AS name, s.kind AS kind, '' AS role, '' AS strength, true AS explicit, [1] AS numbers, 1 AS count, s.id AS id
ORDER BY id
"""
CATALOG = Catalog((parse_query(QUERY, "sample.cypher"),))
ROW = ("=SUM(A1) | <b>x</b>", "EUAct", "ASSIGNS", "strong", True, ["12", "24"], -3, "celex:1")


@dataclass
class StandIn:
    """Answers every query with the same rows."""

    rows: tuple[tuple[Cell, ...], ...] = (ROW,)
    sent: list[dict[str, object]] = field(default_factory=list)

    def read(self, cypher: str, parameters: Mapping[str, object] | None = None, **limits: object) -> Rows:
        self.sent.append(dict(parameters or {}))
        return Rows((), self.rows)

    def documents(self) -> tuple[str, ...]:
        return ("doc:one",)


def ask(params: Mapping[str, object], store: StandIn | None = None) -> object:
    return run(cast(Store, store or StandIn()), "sample", params, catalog=CATALOG)


def test_texts_as_typed_are_sent_as_their_types_folded_with_defaults() -> None:
    store = StandIn()
    answer = run(
        cast(Store, store), "sample", {"words": "  Protection de l’Enfance Œuvre ", "least": "12", "named": "oui"}, catalog=CATALOG
    )
    assert store.sent == [{"words": "protection de l'enfance oeuvre", "least": 12, "named": True, "sort": "name"}]
    assert answer.question("fr") == "Qui cite « Protection de l’Enfance Œuvre » ?"
    assert answer.question("en") == "Who cites “Protection de l’Enfance Œuvre”?"


def test_values_of_the_right_type_are_kept() -> None:
    store = StandIn()
    run(cast(Store, store), "sample", {"words": 375, "least": 2, "named": False, "sort": "date"}, catalog=CATALOG)
    assert store.sent == [{"words": "375", "least": 2, "named": False, "sort": "date"}]


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({}, "needs words"),
        ({"words": "  "}, "empty"),
        ({"words": "x", "leas": "2"}, "Did you mean least"),
        ({"words": "x", "colour": "2"}, "Parameters: words, least, named, sort"),
        ({"words": "x", "least": "two"}, "no whole number"),
        ({"words": "x", "least": "1.5"}, "no whole number"),
        ({"words": "x", "least": 1.5}, "no whole number"),
        ({"words": "x", "least": True}, "no whole number"),
        ({"words": "x", "least": "0"}, "less than 1"),
        ({"words": "x", "least": "9" * 40}, "no whole number"),
        ({"words": "x", "named": "peut-être"}, "neither true nor false"),
        ({"words": "x", "named": 1}, "neither true nor false"),
        ({"words": "x", "sort": "dates"}, "Did you mean date"),
        ({"words": ["x"]}, "no text"),
    ],
)
def test_a_bad_parameter_is_refused_before_anything_is_sent(params: Mapping[str, object], says: str) -> None:
    store = StandIn()
    with pytest.raises(QueryError, match=says):
        ask(params, store)
    assert store.sent == []


def test_an_answer_shows_words_in_the_readers_language() -> None:
    answer = run(cast(Store, StandIn()), "sample", {"words": "x"}, catalog=CATALOG)
    assert answer.headers("en") == ("name", "kind", "role", "strength", "said", "numbers", "number")
    assert answer.visible_rows("fr") == (("=SUM(A1) | <b>x</b>", "acte de l’Union européenne", "confie à", "forte", "oui", "12, 24", -3),)
    assert answer.visible_rows("en") == (("=SUM(A1) | <b>x</b>", "EU act", "assigns", "strong", "yes", "12, 24", -3),)


def test_csv_runs_no_formula_and_keeps_numbers() -> None:
    answer = run(cast(Store, StandIn()), "sample", {"words": "x"}, catalog=CATALOG)
    header, row = csv.reader(io.StringIO(render.to_csv(answer, "fr")))
    assert header == ["nom", "genre", "rôle", "force", "dit", "numéros", "nombre"]
    assert row == ["'=SUM(A1) | <b>x</b>", "acte de l’Union européenne", "confie à", "forte", "oui", "12, 24", "-3"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"])
def test_every_beginning_of_a_formula_is_disarmed(text: str) -> None:
    (_, cells) = csv.reader(io.StringIO(render.csv_text(["x"], [[text]]), newline=""))
    assert cells[0].startswith("'")
    assert len(cells[0]) == len(text) + 1


def test_csv_keeps_quotes_and_line_breaks() -> None:
    (_, cells) = csv.reader(io.StringIO(render.csv_text(["a", "b"], [['dit « "oui" »', "deux\nlignes"]]), newline=""))
    assert cells == ['dit « "oui" »', "deux\nlignes"]


def test_json_holds_every_column_as_it_is() -> None:
    answer = run(cast(Store, StandIn()), "sample", {"words": "x"}, catalog=CATALOG)
    (record,) = json.loads(render.to_json(answer))
    assert tuple(record) == ("name", "kind", "role", "strength", "explicit", "numbers", "count", "id")
    assert tuple(record.values()) == ROW


def test_json_writes_a_node_as_an_object() -> None:
    node = NodeValue("x", ("Source",), {"name": "é", "aliases": ("a",)})
    assert json.loads(render.json_text([{"n": node}])) == [
        {"n": {"id": "x", "labels": ["Source"], "properties": {"name": "é", "aliases": ["a"]}}}
    ]


def test_markdown_keeps_one_row_and_no_markup() -> None:
    answer = run(cast(Store, StandIn()), "sample", {"words": "a|b\n*c*"}, catalog=CATALOG)
    title, blank, header, rule, row = render.to_markdown(answer).splitlines()
    assert title == "**Qui cite « a\\|b \\*c\\* » ?**"
    assert blank == ""
    assert header == "| nom | genre | rôle | force | dit | numéros | nombre |"
    assert rule.count("---") == 7
    assert row.startswith("| =SUM(A1) \\| \\<b\\>x\\</b\\> | acte de l’Union européenne |")


def test_suggestions_come_from_the_choices_or_from_the_database() -> None:
    query = CATALOG.get("sample")
    store = cast(Store, StandIn(rows=(("celex:1", "directive"), ("celex:2", None))))
    assert [(s.value, s.label) for s in suggestions(store, query, "words")] == [("celex:1", "directive"), ("celex:2", "celex:2")]
    assert [s.value for s in suggestions(store, query, "sort")] == ["name", "date"]
    assert suggestions(store, query, "least") == []
    with pytest.raises(QueryError, match="Did you mean words"):
        suggestions(store, query, "word")
