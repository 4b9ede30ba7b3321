"""Signs of emphasis and of links hide no reference; the offsets stay those of the text as it is."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

DRI = "CJUE, Digital Rights Ireland, 8 avril 2014, aff. C-293/12 et C-594/12"


@pytest.mark.parametrize(
    ("text", "surface", "canonical"),
    [
        ("L’arrêt *Digital Rights Ireland* l’a dit.", "arrêt *Digital Rights Ireland*", DRI),
        ("L’arrêt _Digital Rights Ireland_ l’a dit.", "arrêt _Digital Rights Ireland_", DRI),
        ("L’arrêt ''Digital Rights Ireland'' l’a dit.", "arrêt ''Digital Rights Ireland''", DRI),
        ("**L’[arrêt *Digital Rights Ireland*](http://exemple.eu/a_b) l’a dit.**", "arrêt *Digital Rights Ireland*", DRI),
        (
            "Le [décret](https://exemple.fr/x) n° 2019-12 du 8 janvier 2019 s’applique.",
            "[décret](https://exemple.fr/x) n° 2019-12 du 8 janvier 2019",
            "décret n° 2019-12 du 8 janvier 2019",
        ),
        ("La loi _Toubon_ du 4 août 1994.", "loi _Toubon_ du 4 août 1994", "loi n° 94-665 du 4 août 1994"),
    ],
)
def test_signs_of_emphasis_hide_no_reference(text: str, surface: str, canonical: str) -> None:
    (reference,) = extract_text(text)
    assert (reference.surface, reference.canonical) == (surface, canonical)
    assert text[reference.start : reference.end] == surface


def test_a_star_of_an_article_is_no_emphasis() -> None:
    text = "Les articles R. *123-4 et R. *123-5 du code de l’urbanisme, et l’article R.*124-1 du même code."
    assert [r.canonical.rsplit(" ", 1)[1] for r in extract_text(text)] == ["123-4", "123-5", "124-1"]


def test_a_footnote_called_in_the_middle_of_a_citation_is_read_over() -> None:
    (reference,) = extract_text("Par [un arrêt du 3 mars 2015[^1]][2], la Cour de cassation a jugé.")
    assert reference.canonical == "Cass., 3 mars 2015"
