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
    ],
)
def test_ibid_before_a_page_or_a_comment_is_the_journal_and_no_decision(comment: str) -> None:
    decision = "Cass. crim., 3 mars 2012, n° 11-81.027"
    assert [target for _, target in cited(f"{decision}, Bull. crim. n° 62 ; {comment}.")] == ["case:fr/cass/11-81.027"]


@pytest.mark.parametrize("again", ["Ibid., § 14", "ibid., p. 9", "Ibidem", "Idem, point 12", "ibid., note 4"])
def test_ibid_alone_or_with_a_passage_is_still_the_decision(again: str) -> None:
    found = cited(f"CEDH, 3 mars 2010, Martin c. France, n° 1234/05, § 12. {again}.")
    assert found[-1][1] == found[0][1] and len(found) == 2
