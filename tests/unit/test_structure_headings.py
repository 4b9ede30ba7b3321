"""Headings and the tree of sections, annexes, tables of contents, page furniture, front matter."""

from __future__ import annotations

import pytest
from support.structured import document

from renvois.loaders.source import Mark

TEXT = "La Commission rappelle que le droit est garanti à tous. Elle y veille depuis sa création et le redit ici."


@pytest.mark.parametrize(
    ("headings", "sections"),
    [
        (["I. Premier titre", "I.1. Sous-titre", "II. Second titre"], [("I", 1), ("I.1", 2), ("II", 1)]),
        (["I - Premier titre", "A. Sous-titre", "B. Autre", "II - Second"], [("I", 1), ("I.A", 2), ("I.B", 2), ("II", 1)]),
        (["1. Premier titre", "1.1 Sous-titre", "2. Second titre"], [("1", 1), ("1.1", 2), ("2", 1)]),
        (
            ["I. Premier", "1. Sous-titre", "a) Détail", "b) Autre", "2. Suite"],
            [("I", 1), ("I.1", 2), ("I.1.a", 3), ("I.1.b", 3), ("I.2", 2)],
        ),
        (["## Premier titre", "### Sous-titre", "## Second"], [("premier-titre", 1), ("sous-titre", 2), ("second", 1)]),
        (["Titre Ier – Du droit", "Chapitre 1 – Des faits", "Titre II – De l'action"], [(None, 1), (None, 2), (None, 1)]),
        (["PREMIÈRE PARTIE : LE DROIT", "I. Les faits", "DEUXIÈME PARTIE : L'ACTION"], [(None, 1), ("I", 2), (None, 1)]),
        (["INTRODUCTION", "LE CADRE JURIDIQUE", "CONCLUSION"], [("introduction", 1), ("le-cadre-juridique", 1), ("conclusion", 1)]),
        (["Introduction", "Sur la compétence", "Conclusion"], [("introduction", 1), ("sur-la-competence", 1), ("conclusion", 1)]),
    ],
)
def test_every_usual_numbering(headings: list[str], sections: list[tuple[str | None, int]]) -> None:
    doc = document("Avis sur le droit de tous\n\n" + "\n\n".join(f"{heading}\n\n{TEXT}" for heading in headings))
    found = [s for s in doc.sections if s.id not in ("front", "0")]
    assert [s.level for s in found] == [level for _, level in sections]
    assert all(name is None or s.id == name for s, (name, _) in zip(found, sections, strict=True))
    assert [p.clean.text for p in doc.paragraphs] == [TEXT] * len(headings)


def test_a_heading_of_several_lines_and_a_cut_word() -> None:
    doc = document(
        f"Avis\n\nI. LE DROIT DE TOUS ET  \nDE CHACUN\n\nI.1. Assurer la protec-\ntion de l'enfance\n\n{TEXT} La protection dure."
    )
    assert [s.title for s in doc.sections if s.number] == ["LE DROIT DE TOUS ET DE CHACUN", "Assurer la protection de l'enfance"]


def test_a_table_of_contents_makes_no_section() -> None:
    contents = "Sommaire\n\nI. Le droit ........ 3\nII. L'action ........ 5\nIII. La suite ........ 9\n"
    doc = document(f"Avis\n\n{contents}\nI. Le droit\n\n{TEXT}\n\nII. L'action\n\n{TEXT}\n\nIII. La suite\n\n{TEXT}")
    assert [s.id for s in doc.sections if s.number] == ["I", "II", "III"]
    assert [u.id for u in doc.units if u.name == "table of contents"] == ["contents"]


def test_headings_that_the_format_marks() -> None:
    text = f"Avis\n\nLe droit de tous\n\n{TEXT}\n\nL'enfance\n\n{TEXT}"
    marks = tuple(Mark(text.index(t), text.index(t) + len(t), "heading", level) for t, level in (("Le droit de tous", 2), ("L'enfance", 3)))
    assert [(s.title, s.level) for s in document(text, marks).sections[1:]] == [("Le droit de tous", 1), ("L'enfance", 2)]


def test_the_only_heading_of_the_first_level_is_the_title() -> None:
    text = f"Avis sur le droit\n\nAdopté le 3 mai 2022.\n\nLe droit de tous\n\n{TEXT}"
    marks = (Mark(0, 17, "heading", 1), Mark(text.index("Le droit de"), text.index("Le droit de") + 16, "heading", 2))
    doc = document(text, marks)
    assert (doc.facts.title, [(s.title, s.level) for s in doc.sections[1:]]) == ("Avis sur le droit", [("Le droit de tous", 1)])


def test_annexes_hold_their_own_sections() -> None:
    doc = document(
        f"Avis\n\nI. Le droit\n\n{TEXT}\n\nANNEXE 1 : LISTE DES PERSONNES\n\nMadame A\n\nAnnexe 2 – Textes\n\nI. Lois\n\nLa loi."
    )
    assert [(s.id, s.parent, s.number) for s in doc.sections if s.annexe] == [
        ("annex1", None, "ANNEXE 1"),
        ("annex2", None, "ANNEXE 2"),
        ("A2.I", "annex2", "I"),
    ]
    assert [(u.id, u.name, u.in_annexe) for u in doc.units if u.kind == "annexe"] == [("a1", "annexe 1", True), ("a2", "annexe 2", True)]


def test_running_headers_and_page_numbers_are_furniture() -> None:
    page = "Avis sur le droit de tous\n\n{}\n\np. {} / 3\n\f"
    parts = ["I. Le droit\n\nLa phrase commence ici et", "elle finit sur la page suivante. Bien.", "Une autre page. Bien."]
    doc = document("".join(page.format(part, n) for n, part in enumerate(parts, 1)))
    assert doc.paragraphs[0].clean.text == "La phrase commence ici et elle finit sur la page suivante. Bien."
    furniture = " ".join(u.clean.text for u in doc.units if u.kind == "furniture")
    assert furniture == "p. 1 / 3 Avis sur le droit de tous p. 2 / 3 Avis sur le droit de tous p. 3 / 3"


def test_front_matter_gives_the_facts() -> None:
    front = (
        "Avis sur le droit de tous\n\nadopté lors de l'Assemblée plénière du 1er mars 2022.\n(Adoption à l'unanimité)\n\nA – 2022 – 3\n\n"
    )
    facts = document(f"{front}1. La CNCDH recommande l'action. {TEXT}\n\n2. La CNCDH rappelle le droit. {TEXT}\n").facts
    assert (facts.title, facts.cote, facts.adopted_on, facts.vote) == (
        "Avis sur le droit de tous",
        "A-2022-3",
        "2022-03-01",
        "Adoption à l'unanimité",
    )
    assert (facts.authority, facts.lang) == ("Commission nationale consultative des droits de l'homme", "fr")


@pytest.mark.parametrize(("text", "lang"), [("The right of the child is a matter for all of us.", "en"), ("zzz qqq xxx", "und")])
def test_language(text: str, lang: str) -> None:
    assert document(text).facts.lang == lang


def test_dates_and_references_of_others_are_not_the_document_s() -> None:
    facts = document("Mémoire\n\nVu l'avis A-2020-5 du 3 mai 2020 et la loi du 5 août 2013 ;\n\nI. Faits\n\nLes faits.").facts
    assert (facts.cote, facts.adopted_on) == (None, None)


def test_titles_that_stand_over_titles() -> None:
    doc = document(
        f"Rapport\n\n{TEXT}\n\nLa dette\n\nL’endettement du budget principal\n\n{TEXT} {TEXT}\n\nSITUATION\n\nLes recettes\n\n{TEXT} {TEXT}\n"
    )
    assert [s.title for s in doc.sections[1:]] == ["La dette", "L’endettement du budget principal", "SITUATION", "Les recettes"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Source : comptes administratifs"],
        ["En €"],
        ["Le président", "Jean DURAND"],
        ["Volkswagen Group France", "La suite donnée"],
    ],
)
def test_what_stands_alone_and_is_no_title(lines: list[str]) -> None:
    doc = document(f"Rapport\n\n{TEXT}\n\n" + "\n\n".join(lines) + f"\n\n{TEXT} {TEXT}\n")
    assert lines[0] not in [s.title for s in doc.sections]


def test_the_caption_of_a_table_is_no_heading() -> None:
    figures = "2010 2011 2012 2013\nRecettes 48 877 572 49 120 113 50 002 118\nDépenses 47 102 330 48 220 871 49 713 400 51 220 113"
    doc = document(f"Rapport\n\n{TEXT}\n\nRésultats du budget de l’eau\n\n{figures}\n\n{TEXT}\n")
    assert "Résultats du budget de l’eau" not in [s.title for s in doc.sections]


def test_titles_underlined_as_in_markdown() -> None:
    doc = document(
        "Une politique du logiciel\n=========================\n\nIntroduction du texte.\n\nUn constat\n----------\n\nLe texte est clair.\n\n"
        "auteur: Jeanne\n---\n\nUn autre alinéa.\n"
    )
    assert [(s.title, s.level) for s in doc.sections if s.heading_start is not None] == [
        ("Une politique du logiciel", 1),
        ("Un constat", 2),
    ]
    assert not any("---" in u.clean.text for u in doc.units if u.kind != "furniture")


def test_a_text_whose_lines_are_not_wrapped_has_an_alinea_a_line() -> None:
    long = "La chambre constate que la commune tient ses comptes avec soin, mais que le registre des délibérations n’est pas à jour, "
    text = [
        "Rapport sur la commune",
        f"{long}ce qui gêne le contrôle, et que rien n’a été fait depuis le rapport précédent.",
        "La gestion des déchets",
        f"{long}et que les tarifs de la redevance pour l’année en cours n’ont pas été votés par le conseil.",
        f"{long}ni publiés sur le site de la commune, contrairement à ce que la chambre avait demandé.",
        "Les marchés publics",
        f"{long}et que la liste des marchés conclus l’année précédente n’est pas publiée, contrairement à ce que prévoit l’article",
        "L. 2196-2 du code de la commande publique.",
    ]
    doc = document("\n".join(text))
    assert [s.title for s in doc.sections if s.id != "front"] == ["La gestion des déchets", "Les marchés publics"]
    assert [p.clean.text for p in doc.paragraphs][-3:] == [text[3], text[4], f"{text[6]} {text[7]}"]


def test_titles_numbered_as_the_paragraphs_under_them_are() -> None:
    text = "Avis\n\n1.\tLe constat est ancien.\n\n1. Garder le choix\n\n1.1. Le papier\n\n2.\tLa loi le dit.\n\n2. Accompagner\n\n3.\tUn réseau existe.\n"
    doc = document(text)
    assert [(s.number, s.title) for s in doc.sections if s.number] == [("1", "Garder le choix"), ("1.1", "Le papier"), ("2", "Accompagner")]
    assert [p.number for p in doc.paragraphs] == [1, 2, 3]


def test_items_of_a_list_are_no_titles() -> None:
    doc = document("Avis\n\nI. Constat\n\nLe texte demande trois choses\n\n1. un fonds\n\n2. Un registre\n\n3. Une enquête\n")
    assert [s.number for s in doc.sections if s.number] == ["I"]
