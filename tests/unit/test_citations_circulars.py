"""Circulars, instructions, notes and dispatches, as notes and sentences cite them."""

from __future__ import annotations

import pytest
from support.structured import document

from renvois.loaders.citations.extract import extract, extract_text


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [(r.surface, r.canonical, r.source.id if r.source else None) for r in extract_text(text) if r.kind == "circular"]


@pytest.mark.parametrize(
    ("text", "surface", "canonical"),
    [
        ("(Circ. du 3 juin 2020, NOR : JUSD2012345C)", "Circ. du 3 juin 2020, NOR : JUSD2012345C", "circulaire du 3 juin 2020 (NOR JUSD2012345C)"),
        ("la note DAP du 12 mai 2016 relative aux parloirs", "note DAP du 12 mai 2016", "note du 12 mai 2016"),
        ("la note de la DACG du 12 mai 2016 rappelle", "note de la DACG du 12 mai 2016", "note du 12 mai 2016"),
        ("une note du directeur général de la police nationale du 8 juin 2020", "note du directeur général de la police nationale du 8 juin 2020", "note du 8 juin 2020"),
        ("Voir note DPJJ n° 2018-04 du 9 avril 2018 ;", "note DPJJ n° 2018-04 du 9 avril 2018", "note n° 2018-04 du 9 avril 2018"),
        ("la dépêche du 17 mars 2020 relative aux peines", "dépêche du 17 mars 2020", "dépêche du 17 mars 2020"),
        ("un télégramme du 6 avril 2020 a été adressé", "télégramme du 6 avril 2020", "télégramme du 6 avril 2020"),
        ("la note-express n° 4321 du 3 mai 2018", "note-express n° 4321 du 3 mai 2018", "note-express n° 4321 du 3 mai 2018"),
        ("la circulaire CRIM/2019-12 du 8 juillet 2019", "circulaire CRIM/2019-12 du 8 juillet 2019", "circulaire n° CRIM/2019-12 du 8 juillet 2019"),
        ("Circ. 4 août 2014 ;", "Circ. 4 août 2014", "circulaire du 4 août 2014"),
        ("Voir Circ. min. just., 9 mai 2018, NOR : JUSD1812345C", "Circ. min. just., 9 mai 2018, NOR : JUSD1812345C", "circulaire du 9 mai 2018 (NOR JUSD1812345C)"),
        ("la circulaire du 8 mars 2018 relative à l’accueil des mineurs (NOR : JUSF1812345C)", "circulaire du 8 mars 2018 relative à l’accueil des mineurs (NOR : JUSF1812345C)", "circulaire du 8 mars 2018 (NOR JUSF1812345C)"),
        ("la circulaire n° NOR INTK1712345J du 22 mai 2017", "circulaire n° NOR INTK1712345J du 22 mai 2017", "circulaire du 22 mai 2017 (NOR INTK1712345J)"),
        ("la circulaire Valls demeure", "circulaire Valls", "circulaire du 28 novembre 2012 (NOR INTK1229185C)"),
        ("l’instruction interministérielle n° DGS/SP2/2019/211 du 26 septembre 2019", "instruction interministérielle n° DGS/SP2/2019/211 du 26 septembre 2019", "instruction n° DGS/SP2/2019/211 du 26 septembre 2019"),
    ],
)  # fmt: skip
def test_the_administration_s_texts_are_read_by_date_number_and_nor(text: str, surface: str, canonical: str) -> None:
    assert (surface, canonical) in [(s, c) for s, c, _ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "selon une dépêche AFP du 3 mai 2020",
        "Une note interne du médecin du 3 mars 2010 le constatait.",
        "les notes du 3 mars 2011 n’ont pas été versées au dossier",
        "la note 12 du rapport, la note de bas de page n° 4",
        "La circulaire Durand n’existe pas.",
        "une ordonnance du juge d’instruction du 12 mai 2018, un acte de l’instruction du 3 mai 2018",
        "le télégramme aux préfets a été envoyé",
    ],
)
def test_other_notes_and_dispatches_are_none(text: str) -> None:
    assert read(text) == []


def test_a_circular_s_nor_in_a_sentence_is_not_the_document_s_own() -> None:
    text = "La peine est adaptée (Circ. du 3 juin 2020, NOR : JUSD2012345C). L’avis a été adopté le 15 avril 2021 en assemblée plénière.\n"
    found = [r for r in extract(document(text)) if r.kind == "circular"]
    assert [(r.source.id, r.source.date) for r in found if r.source] == [("nor:JUSD2012345C", "2020-06-03")]
