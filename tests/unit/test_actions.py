"""What a recommendation asks to be done: verbs, objects, conditions and deadlines, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from renvois.loaders.actions import Demand, demands
from renvois.loaders.institutions import Gazetteer, institutions
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure


def _demand(sentence: str) -> Demand:
    document = structure(SourceText("essai.txt", f"Avis\n\n1. Un paragraphe.\n\nRecommandation n° 1 : {sentence}\n", "txt"))
    return demands(document, ())[0]


def _verbs(sentence: str) -> list[tuple[str, str]]:
    return [(action.verb, action.kind) for action in _demand(sentence).actions]


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("La CNCDH recommande de créer un fonds et d’en confier la gestion à un organisme.", ["créer", "confier"]),
        ("La CNCDH recommande la mise en œuvre d’un plan.", ["mettre en œuvre"]),
        ("La CNCDH recommande un renforcement des contrôles.", ["renforcer"]),
        ("La CNCDH recommande que les agents soient formés et mieux équipés.", ["former", "équiper"]),
        ("La CNCDH rappelle la nécessité de garantir ce droit.", ["garantir"]),
        ("Abroger cette loi et, à défaut, la modifier.", ["abroger", "modifier"]),
        ("Il convient de saisir le juge.", ["saisir"]),
        ("Le ministère doit publier ces chiffres et les actualiser.", ["publier", "actualiser"]),
        ("Ces délais doivent être réduits.", ["réduire"]),
        ("Le contrôle doit faire l’objet d’une évaluation.", ["évaluer"]),
        ("La procédure est à simplifier.", ["simplifier"]),
        ("La création d’un fichier est indispensable.", ["créer"]),
        ("Elle invite le préfet à se saisir de ces faits et à en rendre compte.", ["se saisir", "rendre compte"]),
        ("Elle recommande au maire, en attendant la réforme, de suspendre cette pratique.", ["suspendre"]),
        ("La présente décision est notifiée.", []),
    ],
)
def test_what_is_asked(sentence: str, verbs: list[str]) -> None:
    assert [verb for verb, kind in _verbs(sentence) if kind == "asked"] == verbs


def test_means_and_purposes_are_told_from_what_is_asked() -> None:
    sentence = (
        "La CNCDH recommande de réduire les délais en recrutant des juges afin de créer de nouvelles chambres et pour éviter des renvois."
    )
    assert _verbs(sentence) == [("réduire", "asked"), ("recruter", "means"), ("créer", "purpose")]


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("La CNCDH recommande de publier les\ncomptes de l’agence, au plus tard le 1er mars.", ["comptes de l’agence"]),
        ("Recourir à l’assignation à résidence.", ["assignation à résidence"]),
        ("Renforcer les contrôles effectués par la police.", ["contrôles"]),
        ("Mettre en place, sans délai, un plan.", [""]),
        ("Agir.", [""]),
    ],
)
def test_an_action_comes_with_its_object(sentence: str, things: list[str]) -> None:
    assert [action.object for action in _demand(sentence).actions] == things


def test_the_recipient_is_no_object() -> None:
    text = "Avis\n\n1. Un paragraphe.\n\nRecommandation n° 1 : Confier à l’OFPRA l’instruction de ces demandes.\n"
    document = structure(SourceText("essai.txt", text, "txt"))
    [action] = demands(document, institutions(document, Gazetteer.load()))[0].actions
    assert (action.id, action.object, action.quote) == (
        "action:confier",
        "instruction de ces demandes",
        "Confier à l’OFPRA l’instruction de ces demandes",
    )


def test_a_body_s_name_holds_no_action() -> None:
    document = structure(
        SourceText(
            "essai.txt",
            "Avis\n\n1. Un paragraphe.\n\nRecommandation n° 1 : Saisir la Direction de la protection judiciaire de la jeunesse.\n",
            "txt",
        )
    )
    assert [action.verb for action in demands(document, institutions(document, Gazetteer.load()))[0].actions] == ["saisir"]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Agir dans un délai de trois mois.", "deadline", "dans un délai de trois mois"),
        ("Agir d’ici à 2027.", "deadline", "d’ici à 2027"),
        ("Agir avant la fin de l’année 2024.", "deadline", "avant la fin de l’année 2024"),
        ("Prolonger l’aide jusqu’à l’âge de 21 ans.", "deadline", "jusqu’à l’âge de 21 ans"),
        ("Publier tous les deux ans un bilan.", "deadline", "tous les deux ans"),
        ("Agir sans délai.", "deadline", "sans délai"),
        ("Agir sous réserve de l’accord du juge.", "condition", "sous réserve de l’accord du juge"),
        ("Agir si la victime y consent, et en rendre compte.", "condition", "si la victime y consent"),
        ("Interdire cette mesure, sauf en cas d’urgence.", "condition", "sauf en cas d’urgence"),
        ("Accueillir chacun, quelle que soit sa nationalité.", "condition", "quelle que soit sa nationalité"),
    ],
)
def test_conditions_and_deadlines(sentence: str, kind: str, words: str) -> None:
    assert [term.quote for term in _demand(sentence).terms if term.kind == kind] == [words]


@pytest.mark.parametrize(
    "sentence", ["Interdire l’hébergement d’urgence à l’hôtel.", "Agir comme si de rien n’était.", "Informer le juge."]
)
def test_no_term_where_none_stands(sentence: str) -> None:
    assert _demand(sentence).terms == ()


def test_how_a_long_recommendation_asks_is_told_whatever_its_length() -> None:
    sentence = "La CNCDH recommande " + ", ".join(f"de créer le fonds n° {n}" for n in range(1, 401)) + "."
    assert len(_demand(sentence).actions) == 400
