"""Paragraphs: however an avis numbers them, or does not."""

from __future__ import annotations

import pytest
from support.structured import document

BODY = [
    "La Commission rappelle que le droit est garanti à tous. Elle y veille depuis sa création.",
    "Elle constate que les moyens manquent dans plusieurs départements. Rien ne le justifie.",
    "Elle appelle donc à un effort durable de l'État. Cet effort doit être mesuré chaque année.",
]


@pytest.mark.parametrize("label", ["{}. ", "{}.\t", "§ {} ", "{}) ", "{} – ", "({}) "])
def test_every_usual_way_of_numbering(label: str) -> None:
    text = "Avis sur le droit\n\n" + "\n\n".join(label.format(n) + body for n, body in enumerate(BODY, 1))
    paragraphs = document(text).paragraphs
    assert [(p.number, p.clean.text) for p in paragraphs] == list(enumerate(BODY, 1))


def test_unnumbered_paragraphs_have_their_rank() -> None:
    text = "Avis sur le droit\n\nI. Constat\n\n" + "\n\n".join(BODY)
    paragraphs = document(text).paragraphs
    assert [(p.id, p.number, p.section) for p in paragraphs] == [("p1", None, "I"), ("p2", None, "I"), ("p3", None, "I")]


def test_an_article_number_at_a_line_start_numbers_nothing() -> None:
    text = "Avis\n\n1. La loi créant l'article \n2-22 du code de procédure pénale est citée.\n\n2. " + BODY[1] + "\n\n3. " + BODY[2]
    paragraphs = document(text).paragraphs
    assert [p.number for p in paragraphs] == [1, 2, 3]
    assert paragraphs[0].clean.text == "La loi créant l'article 2-22 du code de procédure pénale est citée."


def test_a_list_after_a_colon_stays_in_its_paragraph() -> None:
    items = "1. Les services de l'État ;\n2. Les communes ;\n3. Les associations."
    text = f"Avis sur le droit\n\nI. Constat\n\n{BODY[0]}\n\nSont concernés :\n\n{items}\n\n{BODY[1]}\n\n{BODY[2]}"
    texts = [p.clean.text for p in document(text).paragraphs]
    assert texts == [BODY[0], "Sont concernés : 1. Les services de l'État ; 2. Les communes ; 3. Les associations.", *BODY[1:]]


def test_a_numbered_paragraph_keeps_its_alineas() -> None:
    text = f"Avis\n\n1. {BODY[0]}\n\nUn second alinéa suit. Il est court.\n\n2. {BODY[1]}\n\n3. {BODY[2]}"
    first = document(text).paragraphs[0]
    assert first.clean.text == f"{BODY[0]} Un second alinéa suit. Il est court."


def test_lines_of_a_page_without_blank_lines_are_parted_where_sentences_end() -> None:
    lines = ["Le texte occupe toute la largeur de la page et sa ligne est longue comme il", "convient. Fin."]
    more = ["Un autre alinéa commence ici et sa première ligne est elle aussi bien longue,", "avant de finir."]
    doc = document("Avis\n\nI. Constat\n\n" + "\n".join(lines + more + lines))
    assert [p.clean.text for p in doc.paragraphs] == [" ".join(lines), " ".join(more), " ".join(lines)]


def test_an_interrupted_paragraph_goes_on_after_the_page() -> None:
    text = "Avis\n\n1. Le paragraphe est coupé\n\n2\n\n\fpar une page. Il reprend.\n\n2. " + BODY[1] + "\n\n3\n\f3. " + BODY[2]
    first = document(text).paragraphs[0]
    assert first.clean.text == "Le paragraphe est coupé par une page. Il reprend."
    assert len(first.segments) == 2
