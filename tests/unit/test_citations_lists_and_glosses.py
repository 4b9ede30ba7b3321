"""Lists that a bracket interrupts, and capitals that look like a list or a case and are none."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def read(text: str, *kinds: str) -> list[tuple[str, str | None]]:
    return [(r.surface, r.source.id if r.source else None) for r in extract_text(text) if not kinds or r.kind in kinds]


def test_decrees_listed_with_their_official_journals() -> None:
    text = "modifié par les décrets n° 99-120 du 3 mars 1999 (JO du 5 mars 1999) et n° 2004-31 du 9 janvier 2004 (JO du 10 janvier 2004)"
    assert [target for _, target in read(text, "decree")] == ["eli:fr/decret/1999/3/3/99-120", "eli:fr/decret/2004/1/9/2004-31"]


def test_circulars_listed_by_number_or_day_are_circulars() -> None:
    text = "Sont abrogées les circulaires n° 91-12 du 4 juin 1991, n° 92-7 du 2 mars 1992 et du 8 avril 1994 ;"
    found = [(r.kind, r.canonical) for r in extract_text(text)]
    assert found == [
        ("circular", "circulaire n° 91-12 du 4 juin 1991"),
        ("circular", "circulaire n° 92-7 du 2 mars 1992"),
        ("circular", "circulaire du 8 avril 1994"),
    ]


def test_a_service_may_stand_after_the_number_of_its_note() -> None:
    assert [r.canonical for r in extract_text("la note n° 2003/114 DPM du 6 mai 2003 relative aux délais")] == [
        "note n° 2003/114 du 6 mai 2003"
    ]


def test_articles_marked_as_new_in_brackets_are_of_one_list() -> None:
    text = "(Art. 131-5, 131-8-2 [nouveau], 132-19 [nouveau] et 132-24 du code pénal)"
    assert [target for _, target in read(text, "code_article")] == [
        f"legi:LEGITEXT000006070719/art/{number}" for number in ("131-5", "131-8-2", "132-19", "132-24")
    ]


def test_a_publisher_s_number_between_the_ends_of_a_range() -> None:
    text = "au titre des articles R. 411-1 (N° Lexbase : L1234ABC) à R. 411-6 du Code de justice administrative"
    assert [target for _, target in read(text, "code_article")] == [
        "legi:LEGITEXT000006070933/art/R411-1",
        "legi:LEGITEXT000006070933/art/R411-6",
    ]


@pytest.mark.parametrize(
    "words",
    ["l’article L. 511-1 du code de l’entrée et du séjour des étrangers", "(C. entr. séj. étrang. et asile, article L. 511-1)"],
)
def test_the_code_of_foreigners_by_its_shorter_names(words: str) -> None:
    assert [target for _, target in read(f"Aux termes de {words}.", "code_article")] == ["legi:LEGITEXT000006070158/art/L511-1"]


def test_a_letter_alone_is_no_article_but_one_of_a_treaty() -> None:
    assert read("La loi n° 2009-1436 l’a voulu. Commentaire de l’article L", "law_article", "code_article") == []
    assert [surface for surface, _ in read("l’article L du traité sur l’Union européenne", "eu_act_article")] == [
        "article L du traité sur l’Union européenne"
    ]


@pytest.mark.parametrize(
    "heading", ["Partie C. III a) relative au mariage", "Annexe C. Modèle de récépissé", "Chapitre V. Dispositions finales"]
)
def test_a_lettered_part_is_no_case(heading: str) -> None:
    assert read(heading, "case") == []


def test_abbreviated_sub_sections_of_the_conseil_d_etat() -> None:
    found = [r for r in extract_text("Réf. : CE 2° et 7° s-s-r., 6 mars 2013, n° 351234, publié") if r.kind == "case"]
    assert [(r.surface, r.source.date if r.source else None) for r in found] == [
        ("CE 2° et 7° s-s-r., 6 mars 2013, n° 351234", "2013-03-06")
    ]


def test_the_law_of_december_2021_by_its_bare_title() -> None:
    assert read("les débats sur la loi Confiance dans l’institution judiciaire", "law") == [
        ("loi Confiance dans l’institution judiciaire", "eli:fr/loi/2021/12/22/2021-1729")
    ]


def test_the_court_at_the_hague_with_full_stops() -> None:
    found = [r.canonical for r in extract_text("Voir Plates-formes : C.I.J., 6 novembre 2003, Rec. 2003.") if r.kind == "case"]
    assert len(found) == 1 and found[0].startswith("CIJ") and "6 novembre 2003" in found[0]


def test_framework_and_programme_acts_are_laws() -> None:
    text = "en application de la loi-cadre du 23 juin 1956 et de la loi-programme n° 2005-781 du 13 juillet 2005"
    assert [r.source.date for r in extract_text(text) if r.kind == "law" and r.source] == ["1956-06-23", "2005-07-13"]
