"""Decisions among journals, benches and lists: what is one decision, what is the next, and where a citation stops."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def cases(text: str) -> list[tuple[str, str | None]]:
    return [(r.surface, r.source.id if r.source else None) for r in extract_text(text) if r.kind == "case"]


def test_an_appeal_with_a_sign_of_its_own_is_a_decision_of_its_own() -> None:
    expected = ["case:fr/cass/87-13.789", "case:fr/cass/88-10.111"]
    for text in (
        "Cass AP, 6 avr. 1990, n°87-13.789 et n°88-10.111.",
        "Cass. ass. plén., 6 avr. 1990, pourvois n° 87-13.789 et n° 88-10.111.",
    ):
        assert [target for _, target in cases(text)] == expected
    assert cases("Cass AP, 6 avr. 1990, n°87-13.789 et n°88-10.111.")[1][0] == "n°88-10.111"


def test_appeals_under_one_sign_are_one_decision() -> None:
    assert len(cases("Cass. soc., 3 mars 2010, n° 09-40.001 et 09-40.002.")) == 1


@pytest.mark.parametrize("bench", ["Civ. 1.", "civ. 2.", "Civ. 1re", "Com.", "A.P."])
def test_a_bench_may_end_in_a_full_stop(bench: str) -> None:
    assert cases(f"V. Cass. {bench}, 4 mai 1999, n° 97-11.222.") == [(f"Cass. {bench}, 4 mai 1999, n° 97-11.222", "case:fr/cass/97-11.222")]


def test_the_court_and_date_stay_and_the_journal_after_a_semicolon_is_no_party() -> None:
    text = "(Cass. Civ. 1., 4 mai 1999, SA Lorient c/ Société Armor Plus ; RCDIP 1999.632, note Martin)"
    assert cases(text)[0][0] == "Cass. Civ. 1., 4 mai 1999, SA Lorient c/ Société Armor Plus"
    (reference,) = [r for r in extract_text(text) if r.kind == "case"]
    assert reference.source and (reference.source.date, reference.source.title) == ("1999-05-04", "SA Lorient c. Société Armor Plus")


def test_a_space_before_the_semicolon_is_no_part_of_the_name() -> None:
    assert cases("CJCE, 4 mai 1999, Anna Lorient et a. c/ Presse Armor ; JDI 1999.543")[0][0].endswith("Presse Armor")


def test_a_collection_ends_at_the_colon() -> None:
    assert cases("CE, 4 mai 1999, Lorient, Rec. p. 325 : le juge contrôle la mesure.")[0][0] == "CE, 4 mai 1999, Lorient, Rec. p. 325"


def test_the_next_decision_of_the_court_is_known_across_the_journals_between() -> None:
    journals = "Bull. civ. I, n° 176 ; Dalloz actualité, 17 sept. 2012, obs. I. Martin ; D. 2012. 2383 ; ibid. 2349, chron. H. Durand"
    found = cases(f"Cass. civ. 1re, 13 sept. 2012, n° 11-30.138, {journals} ; 19 mars 2013, n° 12-50.005, Bull. civ. I, n° 45.")
    assert [target for _, target in found] == ["case:fr/cass/11-30.138", "case:fr/cass/12-50.005"]


@pytest.mark.parametrize("text", [
    "CE, 13 sept. 2012, n° 350001 ; AJDA 2012. 23, note Martin ; décret du 19 mars 2013, n° 2013-350.",
    "CE, 13 sept. 2012, n° 350001 ; AJDA 2012. 23, note Martin ; RFDA, 19 mars 2013, p. 12.",
])  # fmt: skip
def test_what_is_no_decision_after_a_journal_is_none(text: str) -> None:
    assert [target for _, target in cases(text)] == ["case:fr/ce/350001"]


@pytest.mark.parametrize("attacked", [
    "arrêt attaqué (Bordeaux, 30 septembre 2008)", "arrêt confirmatif attaqué (Aix-en-Provence, 30 septembre 2008)",
    "arrêt déféré (Saint-Denis de La Réunion, 2e chambre, 30 septembre 2008)",
])  # fmt: skip
def test_the_judgment_appealed_against_is_the_court_of_appeal_of_the_town(attacked: str) -> None:
    (reference,) = [r for r in extract_text(f"Attendu, selon l’{attacked}, que la société") if r.kind == "case"]
    assert reference.surface == attacked
    assert reference.canonical.startswith(f"CA {attacked.split('(')[1].split(',', maxsplit=1)[0]}")
    assert reference.source and reference.source.date == "2008-09-30"


@pytest.mark.parametrize("text", [
    "Attendu que l’arrêt attaqué (Mme Martin, présidente) a rejeté la demande.",
    "Un colloque (Paris, 9 janvier 2014) en a débattu.",
])  # fmt: skip
def test_a_town_and_a_day_alone_are_no_decision(text: str) -> None:
    assert cases(text) == []


def test_a_decision_known_by_its_day_is_the_only_one_of_that_day_not_that_of_another_sentences_court() -> None:
    cited = "La directive est invalide (CJUE, 4 mai 2011, Lorient, C-123/10)."
    for sentence in (
        "Dans son arrêt du 4 mai 2011, la Cour juge ceci. Le Conseil d’État l’a suivie.",
        "Le Conseil d’État devait tirer les conséquences de l’arrêt du 4 mai 2011.",
        "C’est ce que dit « l’arrêt du 4 mai 2011. » Le Conseil d’État en tire les conséquences.",
    ):
        assert [target for _, target in cases(f"{cited} {sentence}")] == ["case:eu/C-123/10"] * 2


def test_the_court_that_is_the_subject_just_after_is_the_one_that_decided() -> None:
    (reference,) = [
        r for r in extract_text("Le Conseil d’État rappelle que, dans son arrêt du 4 mai 2011, la CJUE juge ceci.") if r.kind == "case"
    ]
    assert reference.canonical == "CJUE, 4 mai 2011"


def test_a_day_of_two_cited_decisions_names_neither() -> None:
    found = cases(
        "La CJUE (CJUE, 4 mai 2011, C-123/10) et le Conseil d’État (CE, 4 mai 2011, n° 350001) l’ont dit. Par son arrêt du 4 mai 2011, elle"
    )
    assert found[2][1] not in {"case:eu/C-123/10", "case:fr/ce/350001"}


def test_the_decision_of_its_own_court_stays_beside_another_of_that_day() -> None:
    found = cases(
        "La CJUE (CJUE, 4 mai 2011, C-123/10 ; CE, 4 mai 2011, n° 350001). Le Conseil d’État, par un arrêt du 4 mai 2011, juge ceci."
    )
    assert found[2][1] == "case:fr/ce/350001"


def test_brackets_that_open_with_a_court_and_a_date_hold_a_citation_of_their_own() -> None:
    found = cases("Ainsi l’arrêt Lorient du 4 mai 2011 (CE, 4 mai 2011, n° 350001) le dit.")
    assert found == [("arrêt Lorient du 4 mai 2011", "case:fr/ce/350001"), ("CE, 4 mai 2011, n° 350001", "case:fr/ce/350001")]


@pytest.mark.parametrize(("text", "parties"), [
    ("CEDH, de Souza Lorient c. France, 4 mai 2011", "de Souza Lorient c. France"),
    ("l’affaire von Armor c. Allemagne, n° 59320/00", "von Armor c. Allemagne"),
    ("CEDH, Martin de la Tour c. France, 4 mai 2011", "Martin de la Tour c. France"),
    ("l’arrêt de la société Armor c. France du 4 mai 2011", "Armor c. France"),
])  # fmt: skip
def test_particles_belong_to_the_name_where_nothing_else_claims_them(text: str, parties: str) -> None:
    (reference,) = [r for r in extract_text(text) if r.kind == "case"]
    assert reference.source and reference.source.title == parties


def test_a_date_in_brackets_after_a_comment_is_the_decisions_and_not_the_articles() -> None:
    text = "A. MARTIN, Note sous l'arrêt Lorient, RCDIP 2004.632 (Cass. Civ. 1., 9 décembre 2003, SA Lorient c/ SA Armor) ; autre chose."
    found = extract_text(text)
    assert "Cass. Civ. 1., 9 décembre 2003, SA Lorient c/ SA Armor" in [r.surface for r in found]
    assert all("article du 9 décembre" not in r.canonical for r in found)
