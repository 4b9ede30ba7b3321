"""The bodies of the first avis against its reader's annotation: same place, same body."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renvois.loaders.institutions import Gazetteer, InstitutionMention, institutions
from renvois.loaders.read import read
from renvois.loaders.structure import structure

ROOT = Path(__file__).parents[2]
GOLD = json.loads((Path(__file__).parent / "A-2021-5/institutions.json").read_text(encoding="utf-8"))["institutions"]
NAMED = {f"inst:{body['id']}" for body in GOLD if body["scope"] == "named"}
PLACES = {(m["start"], m["end"], f"inst:{body['id']}") for body in GOLD for m in body["mentions"]}


@pytest.fixture(scope="module")
def mentions() -> tuple[InstitutionMention, ...]:
    return institutions(structure(read(ROOT / "src/renvois/sample/A-2021-5.txt")), Gazetteer.load())


def _precision_and_recall(found: set[tuple[int, int, str]], gold: set[tuple[int, int, str]]) -> tuple[float, float]:
    return len(found & gold) / len(found), len(found & gold) / len(gold)


def test_the_named_bodies_are_found_where_the_reader_found_them(mentions: tuple[InstitutionMention, ...]) -> None:
    found = {(m.start, m.end, m.institution.id) for m in mentions if m.institution.named}
    precision, recall = _precision_and_recall(found, {place for place in PLACES if place[2] in NAMED})
    assert precision >= 0.97, sorted(found - PLACES)
    assert recall >= 0.97, sorted(place for place in PLACES - found if place[2] in NAMED)


def test_all_bodies_are_found_where_the_reader_found_them(mentions: tuple[InstitutionMention, ...]) -> None:
    found = {(m.start, m.end, m.institution.id) for m in mentions}
    precision, recall = _precision_and_recall(found, PLACES)
    assert precision >= 0.97, sorted(found - PLACES)
    assert recall >= 0.97, sorted(PLACES - found)


def test_every_named_body_of_the_reader_is_met_and_known_as_named(mentions: tuple[InstitutionMention, ...]) -> None:
    named = {m.institution.id for m in mentions if m.institution.named}
    assert NAMED - named == {"inst:juge-tutelle"}, "« le juge » alone (§ 22) does not say which judge"


def test_what_the_reader_took_for_a_generic_body_is_generic(mentions: tuple[InstitutionMention, ...]) -> None:
    generic = {f"inst:{body['id']}" for body in GOLD if body["scope"] == "generic"}
    assert [m.surface for m in mentions if m.institution.id in generic and m.institution.named] == []


def test_a_mention_is_the_words_of_the_source_and_knows_its_unit(mentions: tuple[InstitutionMention, ...]) -> None:
    by_place = {(m.start, m.end): m for m in mentions}
    broken_line = by_place[(26723, 26746)]
    assert broken_line.surface == "admi-\nnistrateur ad hoc"
    assert by_place[(45872, 45878)].container == "r25"
    assert by_place[(43466, 43517)].container == "n34"
