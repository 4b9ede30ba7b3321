"""Footnotes and their call marks, wherever notes are printed."""

from __future__ import annotations

import pytest
from support.structured import calls, document

from renvois.loaders.source import Mark

OPEN = "Avis sur le droit\n\nI. Constat\n\n"


def test_notes_in_the_flow_are_called_above() -> None:
    doc = document(OPEN + "Le code pénal1 le dit, et la loi2 aussi.\n\n1. Art. 225-1.\n2. Loi de 2002.\n\nLe texte continue ici.")
    assert calls(doc) == [(1, "p1", "de pénal"), (2, "p1", ", et la loi"[-8:])]
    assert [p.clean.text for p in doc.paragraphs] == ["Le code pénal le dit, et la loi aussi.", "Le texte continue ici."]
    assert [n.clean.text for n in doc.footnotes] == ["Art. 225-1.", "Loi de 2002."]


def test_notes_that_interrupt_a_paragraph() -> None:
    doc = document(OPEN + "Le code pénal1 le dit depuis longtemps et\n\n1. Art. 225-1.\n\nla loi le confirme.")
    assert [p.clean.text for p in doc.paragraphs] == ["Le code pénal le dit depuis longtemps et la loi le confirme."]


def test_notes_that_restart_on_each_page() -> None:
    page = "Le {0} le dit1 et le répète2 encore.\n\n1. Premier {0}.\n2. Second {0}.\n\n{1}\n\f\n"
    doc = document(OPEN + page.format("code", 1) + page.format("décret", 2))
    assert [(n.id, n.call_container, n.clean.text) for n in doc.footnotes] == [
        ("n1", "p1", "Premier code."),
        ("n2", "p1", "Second code."),
        ("n1-2", "p2", "Premier décret."),
        ("n2-2", "p2", "Second décret."),
    ]


@pytest.mark.parametrize(("call", "label"), [("{}", "{}. "), ("[{}]", "[{}] "), (" ({})", "({}) "), ("  ({})", "({}) "), ("{}", "{} ")])
def test_notes_at_the_end_of_the_document(call: str, label: str) -> None:
    body = "\n\n".join(
        f"Voici le {word} du droit{call.format(n)}. Il suffit." for n, word in enumerate(("premier", "second", "dernier"), 1)
    )
    notes = "\n\n".join(f"{label.format(n)}Voir le texte {word}.\n\nSuite de la note." for n, word in enumerate("abc", 1))
    doc = document(f"{OPEN}{body}\n\nNotes\n\n{notes}")
    assert [(n.number, n.call_container) for n in doc.footnotes] == [(1, "p1"), (2, "p2"), (3, "p3")]
    assert doc.footnotes[0].clean.text == "Voir le texte a. Suite de la note."
    assert doc.paragraphs[0].clean.text == "Voici le premier du droit. Il suffit."


def test_a_call_glued_to_a_year() -> None:
    text = OPEN + "Premier point1. Son avis du 26 mai 20202, puis un troisième point3.\n\n1. Un.\n2. Deux.\n3. Trois.\n"
    doc = document(text)
    assert [(n.number, text[n.call_offset - 4 : n.call_offset]) for n in doc.footnotes if n.call_offset][1] == (2, "2020")
    assert doc.paragraphs[0].clean.text == "Premier point. Son avis du 26 mai 2020, puis un troisième point."


def test_a_typing_error_in_the_label() -> None:
    doc = document(OPEN + "Un point1 et un autre2 encore.\n\n1. Un.\n2.. cf. Deux.\n")
    assert [(n.number, n.clean.text) for n in doc.footnotes] == [(1, "Un."), (2, "cf. Deux.")]


def test_two_places_that_fit_leave_the_note_unattached() -> None:
    doc = document(OPEN + "Le premier mot1 et le second mot1 se valent ici.\n\n1. La note.\n")
    assert [(n.number, n.call_offset) for n in doc.footnotes] == [(1, None)]
    assert "Footnote without a certain call mark: 1." in doc.warnings
    assert doc.paragraphs[0].clean.text.count("mot1") == 2


@pytest.mark.parametrize("text", ["La molécule de CO2 et l'art.5 du code sont cités à la p.3 du rapport.", "La loi R3 et le m2 restent."])
def test_numbers_without_notes_stay_in_the_text(text: str) -> None:
    doc = document(OPEN + text)
    assert doc.footnotes == ()
    assert doc.paragraphs[0].clean.text == text


def test_marks_of_the_format_decide() -> None:
    text = OPEN + "Le m2 est une unité 1 de surface.\n\nVoir le traité.\n"
    call, note = text.index("1 de"), text.index("Voir")
    marks = (Mark(call, call + 1, "call", value="1"), Mark(note, len(text) - 1, "footnote", value="1"))
    doc = document(text, marks)
    assert [(n.number, n.call_offset, n.clean.text) for n in doc.footnotes] == [(1, call, "Voir le traité.")]


def test_a_call_that_the_format_marks_twice_is_one_call() -> None:
    text = OPEN + "Le droit1 est garanti.\n\n1. Voir le traité.\n"
    call, note = text.index("1 est"), text.index("1. Voir")
    marks = (Mark(call, call + 1, "call", value="1"), Mark(call, call + 1, "superscript", value="1"))
    doc = document(text, (*marks, Mark(note, len(text) - 1, "footnote", value="1")))
    assert [(n.number, n.call_offset, n.clean.text) for n in doc.footnotes] == [(1, call, "Voir le traité.")]


def test_raised_numbers_that_open_a_line_are_notes() -> None:
    text = OPEN + "Le droit1 est garanti à tous. Il l'est partout.\n\n1 Voir le traité.\n"
    call, label = text.index("1 est"), text.index("1 Voir")
    doc = document(text, (Mark(call, call + 1, "superscript", value="1"), Mark(label, label + 1, "superscript", value="1")))
    assert [(n.number, n.call_offset, n.clean.text) for n in doc.footnotes] == [(1, call, "Voir le traité.")]


def test_a_note_printed_inside_another_unit_is_called_elsewhere() -> None:
    second = "2. Le second est coupé par la note\n\n1. La note.\n\net reprend. Bien."
    note = document(f"{OPEN}1. Le premier point1 est là. Bien.\n\n{second}\n\n3. Le dernier. Bien.").footnotes[0]
    assert (note.call_container, note.clean.text) == ("p1", "La note.")


def test_brackets_that_markdown_escapes() -> None:
    text = OPEN + "Le droit\\[1\\] est garanti, et protégé\\[2\\]. Bien.\n\n\\[1\\] Voir le traité.\n\n\\[2\\] Voir la loi.\n"
    doc = document(text)
    assert [(n.number, n.clean.text, n.call_offset) for n in doc.footnotes] == [
        (1, "Voir le traité.", text.index("\\[1\\] est")),
        (2, "Voir la loi.", text.index("\\[2\\]. Bien")),
    ]


def test_a_number_in_brackets_calls_no_note_among_notes_called_by_glued_numbers() -> None:
    text = (
        OPEN
        + "Le seuil (1) est dépassé. Le budget2 est voté, la dépense3 refusée. Bien.\n\n1. Voir le seuil.\n\n2. Voir le budget.\n\n3. Voir la loi.\n"
    )
    assert [(n.number, n.call_offset is not None) for n in document(text).footnotes] == [(1, False), (2, True), (3, True)]


def test_numbered_paragraphs_do_not_go_on_with_the_notes_above_them() -> None:
    text = (
        OPEN + "1. Le droit1 est garanti à tous, sans distinction.\n2. Il l’est aussi2 par la loi et par les traités.\n"
        "1 Voir le traité.\n2 Voir la loi.\n3. Le troisième point vient après les notes de la page.\n4. Le quatrième point le suit.\n"
    )
    doc = document(text)
    assert [(n.number, n.clean.text) for n in doc.footnotes] == [(1, "Voir le traité."), (2, "Voir la loi.")]
    assert [p.number for p in doc.paragraphs if p.number] == [1, 2, 3, 4]


def test_notes_printed_as_they_are_called_and_titles_with_the_same_numbers() -> None:
    parts = "\n\n".join(f"{n}. Le titre\n\nUn premier point ({2 * n - 1}). Un second point ({2 * n})." for n in (1, 2, 3))
    notes = "\n".join(f"({n}) Voir le texte {n}." for n in range(1, 7))
    doc = document(f"Avis sur le droit\n\n{parts}\n\n{notes}\n")
    assert [(n.number, n.clean.text) for n in doc.footnotes] == [(n, f"Voir le texte {n}.") for n in range(1, 7)]
    assert all(n.call_container for n in doc.footnotes)
