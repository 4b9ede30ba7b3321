"""Source offsets to places on the page: within the clean text of the unit that shows them, counted as a browser counts."""

from __future__ import annotations

import pytest
from support import opinions
from support.opinion import Opinion

from renvois.explorer.places import Place, Places, element_id


@pytest.mark.parametrize(
    ("unit", "expected"), [("r18", "r18"), ("h:II.3", "h-II-3"), ("r18@annexe", "r18-annexe"), ("n9", "n9"), ('"><x', "x"), ("…", "u")]
)
def test_a_unit_s_element_is_named_after_it(unit: str, expected: str) -> None:
    assert element_id(unit) == expected


def test_words_are_found_in_their_unit_whatever_the_call_marks_before_them() -> None:
    opinion = opinions.opinion()
    places = Places.of(opinion.document())
    place = places.locate(*opinion.find("p1", "Défenseur des droits"))
    assert place is not None and place.key == "p1"
    assert places.texts["p1"][place.start : place.end] == "Défenseur des droits"


def test_a_browser_counts_an_emoji_twice() -> None:
    opinion = Opinion()
    opinion.paragraph(1, "🏥 école")
    places = Places.of(opinion.document())
    assert places.browser_span(Place("p1", 2, 7)) == (3, 8)
    assert places.browser_span(Place("p1", 0, 1)) == (0, 2)


def test_what_lies_outside_the_text_has_no_place() -> None:
    opinion = opinions.opinion()
    places = Places.of(opinion.document())
    end = len(opinion.text)
    assert places.locate(end + 5, end + 9) is None
    assert Places.of(Opinion().document()).locate(0, 1) is None
