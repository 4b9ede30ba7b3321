"""Recommendations that repeat an earlier one: by rare words shared both ways, precision first."""

from __future__ import annotations

import renvois
from renvois.loaders.across.reiterating import Demand, reiterations
from renvois.loaders.read import read
from renvois.loaders.structure import structure

EARLIER = {
    "e#r1": "La CNCDH recommande de nommer dans chaque collège et chaque lycée un référent chargé du harcèlement, formé et doté d’heures de décharge.",
    "e#r2": "La CNCDH recommande de publier chaque année les statistiques des signalements de harcèlement.",
    "e#r3": "La CNCDH recommande de former les enseignants des lycées et collèges.",
}
REPEATED = "La CNCDH réitère sa recommandation : qu’un référent formé au harcèlement, doté d’heures de décharge, soit nommé dans chaque lycée et chaque collège."
NEAR = "La CNCDH recommande que chaque lycée et chaque collège forme ses enseignants à la laïcité."


def demands(texts: dict[str, str]) -> list[Demand]:
    return [Demand.of(identifier, text) for identifier, text in texts.items()]


def test_the_same_demand_in_other_words_is_found_with_both_texts() -> None:
    (link,) = reiterations(demands({"l#r1": REPEATED, "l#r2": NEAR}), demands(EARLIER))
    assert (link.source, link.type, link.target) == ("l#r1", "REITERATES", "e#r1")
    assert (link.properties["text"], link.properties["earlier_text"]) == (REPEATED, EARLIER["e#r1"])
    assert {"harcèlement", "décharge"} <= set(link.properties["words"])  # type: ignore[arg-type]


def test_the_same_subject_alone_is_no_repetition() -> None:
    assert reiterations(demands({"l#r1": NEAR}), demands(EARLIER)) == ()


def test_the_same_words_score_one() -> None:
    (link,) = reiterations(demands({"l#r1": EARLIER["e#r1"]}), demands(EARLIER))
    assert link.properties["score"] == 1.0


def test_recommendations_of_one_opinion_do_not_repeat_one_another() -> None:
    found = structure(read(renvois.SAMPLE)).recommendations
    texts = [Demand.of(r.id, r.body.clean.text) for r in found]
    assert len(texts) == 34
    for place in range(1, 34):
        assert reiterations(texts[:place], texts[place:]) == (), "nothing is asked twice in this avis"


def test_nothing_repeats_nothing() -> None:
    assert reiterations([], demands(EARLIER)) == ()
    assert reiterations(demands({"l#r1": ""}), demands(EARLIER)) == ()
