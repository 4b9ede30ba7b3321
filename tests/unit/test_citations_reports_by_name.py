"""Reports by who wrote them, and by the number and chamber of Parliament; ibid. after a name."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

DUPONT = "Martin Dupont, Rapport sur la protection des mineurs, 12 mars 2018, p. 4."
TARGET = "report:martin-dupont/2018-03-12/protection-mineurs"


def reports(text: str) -> list[tuple[str, str | None]]:
    return [(r.surface, r.source.id if r.source else None) for r in extract_text(text) if r.kind == "report"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Le rapport Magendie a proposé la médiation.", "report:magendie/rapport"),
        ("Le rapport de la commission Stasi est connu.", "report:commission-stasi/rapport"),
        ("Le rapport Terra Nova de 2019 est cité.", "report:terra-nova/2019/rapport"),
        ("le rapport de Pierre Martin sur la formation des maîtres", "report:pierre-martin/formation-maitres"),
        ("Rapport Sénat n° 495 (2020-2021) de Mme Durand.", "report:senat/495"),
        ("Voir : Rapport d’information n° 1234 (AN), M. Durand, 12 mars 2018.", "report:assemblee-nationale/1234"),
        ("Voir aussi le rapport AN n° 3527 de Mme Durand.", "report:assemblee-nationale/3527"),
    ],
)
def test_a_report_is_known_by_its_author_or_its_number(text: str, target: str) -> None:
    assert [found for _, found in reports(text)] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "Le rapport Nord-Sud est déséquilibré.",
        "Le rapport Calais : le mensonge.",
        "Le rapport Exilés à Calais, l’urgence humanitaire, est attendu.",
        "Le rapport Sénat du 3 mars est attendu.",
        "Le rapport bénéfice-risque est favorable.",
    ],
)
def test_places_titles_and_ratios_are_no_authors(text: str) -> None:
    assert not reports(text)


def test_the_author_alone_calls_the_report_cited_in_full() -> None:
    found = reports(f"Le rapport Durand et le rapport Dupont divergent. Voir {DUPONT} Rapport Dupont, préc., p. 3.")
    assert [target for _, target in found] == ["report:durand/rapport", TARGET, TARGET, TARGET]


def test_ibid_after_a_name_is_the_last_work_of_that_name() -> None:
    text = f"Voir {DUPONT} Voir aussi CNCDH, Avis sur la traite, 18 décembre 2009. Dupont, ibidem, p. 12."
    assert extract_text(text)[-1].surface == "Dupont, ibidem, p. 12"
    assert (reports(text)[-1], extract_text(text)[-1].pinpoint) == (("Dupont, ibidem, p. 12", TARGET), "p. 12")


def test_idem_in_a_sentence_calls_nothing() -> None:
    assert not extract_text("Les rapports précédents, idem pour les avis. Le mot idem ne renvoie à rien.")


def test_v_before_a_name_is_see_and_a_case_is_known_by_its_name() -> None:
    (book, again) = extract_text("A. Durand, « La garde à vue », AJ pénal, 2011, p. 5. V. Durand, op. cit., p. 9.")
    assert (again.surface, again.source) == ("Durand, op. cit., p. 9", book.source)
    text = "L’affaire Nicolo (CE, Ass., 20 octobre 1989, n° 108243) l’a tranché. V. l’arrêt Nicolo, op. cit."
    assert [r.surface for r in extract_text(text) if r.relation != "explicit"] == ["arrêt Nicolo"]
