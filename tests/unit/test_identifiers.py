"""Identifiers: those the gold derives from the text, and the public addresses that follow."""

from __future__ import annotations

import pytest

from renvois.graph import identifiers as ids


def test_identifiers_are_those_of_the_public_registers() -> None:
    penal = ids.code("LEGITEXT000006070719")
    assert ids.article(penal, ids.article_number("225-4-1")) == "legi:LEGITEXT000006070719/art/225-4-1"
    assert ids.french_text("loi", "2002-305", "2002-03-04") == "eli:fr/loi/2002/3/4/2002-305"
    assert ids.ecli_echr("2021-02-16", "77587/12") == "ECLI:CE:ECHR:2021:0216JUD007758712"
    assert ids.gazette("2014-06-14", "136", "70") == "jorf:20140614/0136/70"
    assert ids.eu_act("3", 2011, "L", 36) == "celex:32011L0036"
    assert ids.article(ids.treaty("coe:cets", "197"), "12.6") == "coe:cets/197/art/12.6"


@pytest.mark.parametrize("written", ["A-2020-5", "A – 2020 – 5", "a_-_2020_-_5", "A - 2020- 5"])
def test_a_cote_is_the_same_however_it_is_spaced(written: str) -> None:
    assert ids.opinion(written) == "cncdh:A-2020-5"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("R. 221-12", "R221-12"),
        ("L. 312-16", "L312-16"),
        ("l. 2313‑8", "L2313-8"),
        ("R. * 132-4", "R*132-4"),
        ("1er", "1"),
        ("706-47", "706-47"),
    ],
)
def test_article_numbers_lose_their_typography(written: str, number: str) -> None:
    assert ids.article_number(written) == number


def test_a_law_without_its_number_has_no_eli() -> None:
    assert ids.french_text("loi", None, "2013-08-13") is None
    assert ids.french_text("loi", "2013-711", "2013") is None


@pytest.mark.parametrize(
    ("iso", "written"), [("2013-08-05", "5 août 2013"), ("2018-02-01", "1er février 2018"), ("2020-11", "novembre 2020"), ("2017", "2017")]
)
def test_dates_are_written_as_in_french(iso: str, written: str) -> None:
    assert ids.french_date(iso) == written


def test_folding_ignores_accents_case_and_typography() -> None:
    assert ids.fold("L’Éducation  nationale") == ids.fold("l'education nationale")
    assert ids.fold("Cœur") == "coeur"


@pytest.mark.parametrize(
    ("identifier", "address"),
    [
        ("eli:fr/loi/2002/3/4/2002-305", "https://www.legifrance.gouv.fr/eli/loi/2002/3/4/2002-305/jo/texte"),
        ("celex:32011L0036", "https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32011L0036"),
        ("report:onpe/14/2020-05", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_follows_from_the_identifier_or_there_is_none(identifier: str, address: str | None) -> None:
    assert ids.public_address(identifier) == address
