"""The gazetteer: its notation, a user's own file, and what is wrong with a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from renvois.graph.errors import InputError
from renvois.loaders.institutions import Gazetteer
from renvois.loaders.institutions.find import find
from renvois.loaders.institutions.forms import phrases


def _found(text: str, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    [found] = find([text], gazetteer)
    return [(text[f.start : f.end], f.institution.id) for f in found]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("préfet(s)", ("préfets", "préfet")),
        ("[service|bureau] des eaux", ("service des eaux", "bureau des eaux")),
        ("agents de [la] police", ("agents de la police", "agents de police")),
        ("plateformes [en ligne|numériques|]", ("plateformes en ligne", "plateformes numériques", "plateformes")),
        ("lutte [contre [toutes] les violences]", ("lutte contre toutes les violences", "lutte contre les violences", "lutte")),
        ("tribuna[l|ux]", ("tribunal", "tribunaux")),
    ],
)
def test_a_form_stands_for_these_phrases(form: str, expected: tuple[str, ...]) -> None:
    assert phrases(form, "essai.yaml") == expected


def test_every_parent_of_the_shipped_gazetteer_is_one_of_its_bodies() -> None:
    bodies = {body.id: body for body in Gazetteer.load().institutions}
    assert len(bodies) >= 250
    assert all(body.parent in bodies for body in bodies.values() if body.parent)


def test_a_user_s_file_adds_a_body_and_replaces_one(tmp_path: Path) -> None:
    path = tmp_path / "mes-organismes.yaml"
    path.write_text(
        "institutions:\n"
        "- {id: comite-lacs, name: Comité des lacs, acronym: CLX, kind: association}\n"
        "- {id: cnil, name: Commission nationale de l’informatique et des libertés, acronym: CNIL, aliases: [gendarme des données]}\n",
        encoding="utf-8",
    )
    gazetteer = Gazetteer.load(path)
    text = "Le Comité des lacs et le gendarme des données ont saisi la CNDA ; le CLX a gagné."
    assert _found(text, gazetteer) == [
        ("Comité des lacs", "inst:comite-lacs"),
        ("gendarme des données", "inst:cnil"),
        ("CNDA", "inst:cnda"),
        ("CLX", "inst:comite-lacs"),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- id: a", "has no list 'institutions'"),
        ("institutions: [{id: a}]", "lacks an id or a name"),
        ("institutions: [{id: a, name: Agence, parent: nulle-part}]", "parent 'nulle-part' of a is unknown"),
        ("institutions: [{id: a, name: Agence}, {id: a, name: Autre agence}]", "stands twice"),
        ("institutions: [{id: a, name: Agence, alias: [X]}]", "malformed: alias"),
        ("institutions: [{id: a, name: Agence, aliases: X}]", "malformed"),
        ("institutions: [{id: a, name: Agence, aliases: ['[x']}]", "unbalanced brackets"),
        ("institutions: [", "is not YAML"),
    ],
)
def test_a_bad_file_is_refused_with_its_name_and_the_reason(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "faux.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"faux\.yaml") as refusal:
        Gazetteer.load(path)
    assert message in str(refusal.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.yaml"):
        Gazetteer.load(tmp_path / "absent.yaml")
