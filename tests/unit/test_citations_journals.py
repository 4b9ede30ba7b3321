"""Journals beside decisions: a page of the Dalloz is no decision, and "ibid." before a page is the journal's."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def cited(text: str) -> list[tuple[str, str | None]]:
    return [(r.surface, r.source.id if r.source else None) for r in extract_text(text) if r.kind == "case" or r.relation == "ibid"]


@pytest.mark.parametrize(
    "comment",
    [
        "D. 2012. 914, note A. Martin ; ibid. 880, chron. B. Durand ; ibid. 2013. 45, obs. C. Petit",
        "AJDA 2012. 23 ; ibid. 1120, concl. D. Roux",
        "JCP G 2012, 439, note Martin ; ibid., n° 12, obs. Durand",
        "Gaz. Pal. 2012, p. 14 ; ibid., p. 22, note Durand",
        "RTD civ. 2012, p. 340, obs. Hauser ; ibid., obs. Marguénaud",
        "D. 2012, p. 914 ; ibid. 2012, p. 915",
        "D. 2012. AJ 912, obs. Girault ; ibid. Pan. 2732, obs. Garé",
        "RDT 2012. 300, obs. Auzero ; ibid., p. 305",
    ],
)
def test_ibid_before_a_page_or_a_comment_is_the_journal_and_no_decision(comment: str) -> None:
    decision = "Cass. crim., 3 mars 2012, n° 11-81.027"
    assert [target for _, target in cited(f"{decision}, Bull. crim. n° 62 ; {comment}.")] == ["case:fr/cass/11-81.027"]


@pytest.mark.parametrize("again", ["Ibid., § 14", "ibid., p. 9", "Ibidem", "Idem, point 12", "ibid., note 4"])
def test_ibid_alone_or_with_a_passage_is_still_the_decision(again: str) -> None:
    found = cited(f"CEDH, 3 mars 2010, Martin c. France, n° 1234/05, § 12. {again}.")
    assert found[-1][1] == found[0][1] and len(found) == 2


@pytest.mark.parametrize("journal", [
    "D. 2014. 1797, note F. Durand", "JCP G 2013, 439", "RTD civ. 2011, p. 340, obs. J. Martin", "AJDA 2010. 23", "Gaz. Pal. 12 mars 2013, n° 71, p. 14",
    "JDI 2004.872", "Rev. crit. DIP 2013. 909, note P. Durand", "Dalloz actualité, 14 avr. 2011, obs. C. Martin", "Dr. soc. 2012. 25",
])  # fmt: skip
def test_a_journal_alone_is_no_decision(journal: str) -> None:
    assert cited(f"Voir {journal}.") == []


def test_a_journal_after_the_number_is_no_party() -> None:
    assert cited("CA Paris, 3 mars 2010, RG n° 09/01234, Gaz. Pal. 12 juin 2010, p. 14.") == [
        ("CA Paris, 3 mars 2010, RG n° 09/01234", "case:ca/paris/09/01234")
    ]


def test_the_collection_is_read_to_its_page() -> None:
    assert (
        cited("CE, Ass., 28 mai 1964, Lorient, Rec. Lebon p. 308, concl. Martin.")[0][0]
        == "CE, Ass., 28 mai 1964, Lorient, Rec. Lebon p. 308"
    )
