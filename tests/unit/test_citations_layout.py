"""What print and layout do to citations: calls glued to dates, headings of a bill's articles, lists of decisions with their dates."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def read(text: str) -> list[tuple[str, str]]:
    return [(r.surface, r.canonical) for r in extract_text(text)]


@pytest.mark.parametrize(
    ("text", "surface", "canonical"),
    [
        ("La loi du 5 août 202110 (art. 12) l’impose.", "loi du 5 août 2021", "loi n° 2021-1040 du 5 août 2021"),
        (
            "Le décret n° 2019-38 du 23 janvier 201912 l’applique.",
            "décret n° 2019-38 du 23 janvier 2019",
            "décret n° 2019-38 du 23 janvier 2019",
        ),
    ],
)
def test_a_call_glued_to_a_date_is_no_part_of_it(text: str, surface: str, canonical: str) -> None:
    assert (surface, canonical) in read(text)


def test_a_day_and_a_long_number_are_no_date() -> None:
    assert all("2021" not in canonical for _, canonical in read("Le dossier du 5 mai 2021456 est clos."))


def test_the_heading_of_a_bills_article_cites_no_article_of_the_code_it_amends() -> None:
    text = "3.2. Article 2 (code des douanes) 12\n3.8.2. Code des douanes (L. 343-5, L. 744-12 : visites) 15\n"
    found = read(text)
    assert ("L. 343-5", "code des douanes, art. L. 343-5") in found
    assert all(canonical != "code des douanes, art. 2" for _, canonical in found)


@pytest.mark.parametrize("text", ["Il a méconnu l’article 9 (code civil).", "Voir l’article 2 (règlement 44/2001)."])
def test_an_article_before_its_text_in_brackets_is_of_that_text(text: str) -> None:
    assert any(canonical.endswith((", art. 9", ", art. 2")) for _, canonical in read(text))


def test_decisions_listed_with_their_own_dates_and_passages() -> None:
    text = "(Cons. const., déc. nos 2012-652 DC du 22 mars 2012, cons. 7 et 2004-499 DC du 29 juillet 2004, cons. 12)"
    assert [canonical for _, canonical in read(text)] == [
        "Conseil constitutionnel, 22 mars 2012, n° 2012-652 DC",
        "Conseil constitutionnel, 29 juillet 2004, n° 2004-499 DC",
    ]


def test_the_declaration_by_its_short_name_and_not_others() -> None:
    assert ("article 2 de la Déclaration des droits", "Déclaration des droits de l’homme et du citoyen de 1789, art. 2") in read(
        "garanti par l’article 2 de la Déclaration des droits (v. Cons. const., déc. n° 99-416 DC)"
    )
    for other in ("la Déclaration des droits de l’enfant de 1959", "la Déclaration des droits fondamentaux du patient"):
        assert all("1789" not in canonical for _, canonical in read(f"garanti par {other}."))
