"""Who must act, against the reader's annotation of the first avis."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.responsibility_score import score_avis

from renvois.loaders.actions import modality
from renvois.loaders.document import Document
from renvois.loaders.institutions import Gazetteer, Responsibility, institutions, responsibilities
from renvois.loaders.read import read
from renvois.loaders.structure import structure

ROOT = Path(__file__).parents[2]
GOLD = json.loads((Path(__file__).parent / "A-2021-5/responsibilities.json").read_text(encoding="utf-8"))["recommendations"]
ROLES = {"responsible": "ASSIGNS", "actor": "INVOLVES", "beneficiary": "BENEFITS", "mentioned": "MENTIONS"}


@pytest.fixture(scope="module")
def document() -> Document:
    return structure(read(ROOT / "src/renvois/sample/A-2021-5.txt"))


@pytest.fixture(scope="module")
def parts(document: Document) -> tuple[Responsibility, ...]:
    return responsibilities(document, institutions(document, Gazetteer.load()))


def test_the_explicit_addressees_are_those_of_the_reader(parts: tuple[Responsibility, ...]) -> None:
    found = {(p.recommendation, p.institution.id) for p in parts if p.role == "ADDRESSED_TO" and p.explicit}
    addressees = [(gold["number"], gold["addressee"]) for gold in GOLD]
    assert found == {(f"r{n}", f"inst:{a['institution']}") for n, a in addressees if a["type"] == "explicit"}


def test_each_recommendation_has_an_addressee_said_to_be_implicit_where_nobody_names_one(parts: tuple[Responsibility, ...]) -> None:
    found = {(p.recommendation, p.institution.id) for p in parts if p.role == "ADDRESSED_TO" and not p.explicit}
    addressees = [(gold["number"], gold["addressee"]) for gold in GOLD]
    assert found == {(f"r{n}", f"inst:{a['institution']}") for n, a in addressees if a["type"] != "explicit"}


def test_the_bodies_named_have_the_roles_the_reader_gave_them(parts: tuple[Responsibility, ...]) -> None:
    found = {(p.recommendation, p.institution.id, p.role) for p in parts if p.role != "ADDRESSED_TO"}
    gold = {(f"r{g['number']}", f"inst:{body['institution']}", ROLES[body["role"]]) for g in GOLD for body in g["bodies"]}
    assert len(found & gold) / len(found) >= 0.90, sorted(found - gold)
    assert len(found & gold) / len(gold) >= 0.90, sorted(gold - found)


def test_the_author_has_no_part(parts: tuple[Responsibility, ...]) -> None:
    assert [p.recommendation for p in parts if p.institution.id == "inst:cncdh"] == []


def test_the_evidence_lies_in_the_recommendation_and_holds_the_reader_s_words(
    document: Document, parts: tuple[Responsibility, ...]
) -> None:
    bodies = {r.id: r.body for r in document.recommendations}
    assert all(bodies[p.recommendation].start <= p.start < p.end <= bodies[p.recommendation].end for p in parts)
    assert all(p.quote == document.source.text[p.start : p.end] for p in parts)
    miprof = next(p for p in parts if (p.recommendation, p.role) == ("r26", "BENEFITS"))
    assert " ".join(miprof.quote.split()) == "renforcement des moyens de la MIPROF"


@pytest.mark.parametrize(("figure", "precision", "recall"), [("action verbs", 0.90, 0.85), ("contextual bodies", 0.50, 0.35)])
def test_the_actions_asked_and_who_acts_according_to_the_paragraphs(figure: str, precision: float, recall: float) -> None:
    score = score_avis()[figure]
    assert score.precision >= precision, score.false
    assert score.recall >= recall, score.misses


def test_how_each_recommendation_asks(document: Document) -> None:
    assert {r.id: modality(r.body.clean.text) for r in document.recommendations} == {f"r{g['number']}": g["modality"] for g in GOLD}
