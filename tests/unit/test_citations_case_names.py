"""Cases by the short name a document knows them by, and what points back to them."""

from __future__ import annotations

import pytest
from support.annotated import annotated

from renvois.loaders.citations.extract import extract, extract_text
from renvois.loaders.citations.model import Reference

WATSON = "CJUE, gde ch., 21 décembre 2016, Tele2 Sverige, C-203/15 et C-698/15"
SCHREMS = "CJUE, 6 octobre 2015, Maximillian Schrems c. Data Protection Commissioner, C-362/14"
MARPER = "CEDH, 4 décembre 2008, S. et Marper c. Royaume-Uni, nos 30562/04 et 30566/04"
TARGETS = {WATSON: "case:eu/C-203/15", SCHREMS: "case:eu/C-362/14", MARPER: "ECLI:CE:ECHR:2008:1204JUD003056204"}


def short(text: str) -> list[Reference]:
    return [r for r in extract_text(text) if r.kind == "case" and r.relation != "explicit"]


def target(reference: Reference) -> str | None:
    return reference.source.id if reference.source else None


@pytest.mark.parametrize(
    ("cited", "words", "surface", "pinpoint"),
    [
        (WATSON, "Selon le point 90 de l’arrêt\nTele2, oui.", "point 90 de l’arrêt\nTele2", "point 90"),
        (WATSON, "(points 109 à 111 de l’arrêt Tele2 )", "points 109 à 111 de l’arrêt Tele2", "points 109 à 111"),
        (WATSON, "(voir arrêt Tele2, point 54 et jurisprudence citée)", "arrêt Tele2, point 54", "point 54"),
        (WATSON, "comme le dit l'arrêt TELE2 Sverige (point 54).", "arrêt TELE2 Sverige (point 54)", "point 54"),
        (WATSON, "L’affaire Tele2 l’illustre.", "affaire Tele2", None),
        (WATSON, "Il ressort de la jurisprudence Tele2 de la CJUE que", "jurisprudence Tele2", None),
        (WATSON, "Tele2, précité, pt 102.", "Tele2, précité, pt 102", "pt 102"),
        (WATSON, "l’arrêt « Tele2 » impose", "arrêt « Tele2 »", None),
        (SCHREMS, "l’arrêt Schrems, précité, point 93", "arrêt Schrems, précité, point 93", "point 93"),
        (SCHREMS, "Depuis l’arrêt Schrems.", "arrêt Schrems", None),
        (SCHREMS, "la décision Maximillian Schrems impose", "décision Maximillian Schrems", None),
        (MARPER, "l’arrêt S. et Marper, §§ 103 et 104", "arrêt S. et Marper, §§ 103 et 104", "§§ 103 et 104"),
        (MARPER, "dans l’affaire Marper (précitée)", "affaire Marper (précitée)", None),
    ],
)
def test_a_name_stands_for_the_case_cited_in_full(cited: str, words: str, surface: str, pinpoint: str | None) -> None:
    (reference,) = short(f"La Cour l’a jugé ({cited}). {words}")
    assert (reference.surface, target(reference), reference.pinpoint) == (surface, TARGETS[cited], pinpoint)


def test_the_case_may_be_cited_in_full_later() -> None:
    document = annotated(["Les exigences de l’arrêt Tele2 demeurent.", f"Liste des décisions : {WATSON}."], {})
    (reference,) = [r for r in extract(document) if r.relation == "anaphora"]
    assert target(reference) == TARGETS[WATSON]


def test_two_names_are_two_references() -> None:
    text = f"{WATSON} ; {SCHREMS}. Voir les arrêts Tele2 et Schrems ; points 57 et 58 de l’arrêt Tele2 et point 9 de l’arrêt Schrems."
    assert [(target(r), r.pinpoint) for r in short(text)] == [
        (TARGETS[WATSON], None),
        (TARGETS[SCHREMS], None),
        (TARGETS[WATSON], "points 57 et 58"),
        (TARGETS[SCHREMS], "point 9"),
    ]


def test_one_word_calls_back_several_cases() -> None:
    text = (
        "CEDH, 3 mars 2005, Éléonore Bâle S.A. c. Italie (déc.), req. n° 12345/01 ; CEDH, 8 avril 2009, Weiss c. Autriche, req. n° 23456/02 ; "
        "(déc. Eleonore Bale SA et Weiss, préc.)."
    )
    assert [(r.surface, target(r)) for r in short(text)] == [
        ("déc. Eleonore Bale SA", "ECLI:CE:ECHR:2005:0303DEC001234501"),
        ("Weiss, préc.", "ECLI:CE:ECHR:2009:0408JUD002345602"),
    ]


def test_a_name_that_the_text_gives() -> None:
    text = f"{WATSON} (ci-après « l’arrêt Watson »). L’arrêt Watson le dit ; la jurisprudence Watson aussi."
    assert {target(r) for r in short(text)} == {TARGETS[WATSON]}
    assert [r.surface for r in short(text)][1:] == ["arrêt Watson", "jurisprudence Watson"]


def test_a_name_that_stands_just_before_the_citation() -> None:
    found = short("la jurisprudence dite « Béton » (CE, Ass., 13 mai 2016, n° 387000) ; l’arrêt Béton s’applique. Voir aussi Béton, préc.")
    assert [(r.surface, target(r)) for r in found] == [
        ("jurisprudence dite « Béton »", "case:fr/ce/387000"),
        ("arrêt Béton", "case:fr/ce/387000"),
        ("Béton, préc.", "case:fr/ce/387000"),
    ]


def test_the_second_case_of_one_name_has_its_number() -> None:
    first = "CEDH, Von Weber c. Suisse, 24 juin 2004, n° 59320/01"
    second = "CEDH, Von Weber c. Suisse (n° 2), 7 mai 2012, n° 40660/09"
    found = short(f"{first} ; {second}. L’arrêt Von Weber (n° 2), § 95.")
    assert [(target(r), r.pinpoint) for r in found] == [("ECLI:CE:ECHR:2012:0507JUD004066009", "§ 95")]


def test_the_fullest_name_tells_two_cases_apart() -> None:
    spain = "CJUE, 13 mai 2014, Google Spain SL et Google Inc. c. AEPD, C-131/12"
    cnil = "CJUE, 24 septembre 2019, Google LLC c. CNIL, C-507/17"
    found = short(f"{spain} ; {cnil}. L’arrêt Google Spain, puis l’arrêt Google LLC. L’arrêt Google est autre chose.")
    assert [(r.surface, target(r)) for r in found] == [
        ("arrêt Google Spain", "case:eu/C-131/12"),
        ("arrêt Google LLC", "case:eu/C-507/17"),
        ("arrêt Google", None),
    ]


def test_a_numeral_belongs_to_the_name() -> None:
    found = short("l’arrêt C-311/18 « Schrems II » du 16 juillet 2020 ; l’arrêt Schrems II l’annule.")
    assert [(r.surface, target(r)) for r in found] == [("arrêt Schrems II", "case:eu/C-311/18")]


def test_a_judgment_and_a_decision_on_appeal_are_told_apart() -> None:
    text = (
        "Par un jugement n° 1401234 du 3 mars 2015, le tribunal administratif de Lyon a annulé le refus. Par un arrêt n° 15LY01234 du "
        "3 mars 2016, la cour administrative d’appel de Lyon a annulé ce jugement. Cet arrêt est définitif."
    )
    assert [(r.surface, target(r)) for r in short(text)] == [
        ("ce jugement", "case:fr/ta/lyon/1401234"),
        ("Cet arrêt", "case:fr/caa/lyon/15LY01234"),
    ]


def test_an_axiom_is_no_reference() -> None:
    assert [r for r in extract_text(f"{WATSON}. Le principe non bis in idem. Il s’applique.") if r.relation == "ibid"] == []


def test_a_name_that_two_cases_bear_is_not_guessed() -> None:
    text = "CE, 3 mars 2010, Martin, n° 312345. CE, 4 mai 2011, Martin, n° 332345. L’arrêt Martin le dit."
    (reference,) = short(text)
    assert reference.source is None and reference.unresolved is not None and "Martin" in reference.unresolved


def test_a_name_that_no_case_bears_is_shown_unresolved() -> None:
    (reference,) = short(f"{WATSON}. L’arrêt Perrin, point 5, va plus loin.")
    assert reference.source is None and reference.unresolved is not None
    assert reference.canonical == "Perrin"


@pytest.mark.parametrize(
    "text",
    [
        "L’affaire Durand a ému l’opinion ; la décision Durand aussi.",
        "CJUE, 3 mars 2011, Commission c. France, C-50/09. L’arrêt Commission est connu ; l’affaire France aussi.",
        "Il a subi un arrêt Covid de dix jours ; l’arrêt Bus Gambetta est supprimé.",
        "L’ARRÊT ATTAQUÉ EST CASSÉ. La jurisprudence Européenne évolue.",
        "l’arrêt de la Cour, l’affaire en cause, la décision attaquée",
        "L’ordonnance Macron a modifié le code ; la décision Madame l’a prise.",
    ],
)
def test_what_names_no_cited_case_is_no_reference(text: str) -> None:
    assert short(text) == []


def test_ibid_follows_a_case_known_by_its_name() -> None:
    found = short(f"{WATSON} ; {SCHREMS}. « Aucune relation » (point 106 de l’arrêt Tele2) ; « pas limité » (ibid).")
    assert [(r.surface, target(r), r.pinpoint) for r in found] == [
        ("point 106 de l’arrêt Tele2", TARGETS[WATSON], "point 106"),
        ("ibid", TARGETS[WATSON], "point 106"),
    ]


def test_ibid_after_two_joined_cases_is_known_by_the_first() -> None:
    found = short(f"{WATSON} ; {SCHREMS}. « Rien » (point 106 de l’arrêt Tele2 et point 59 de l’arrêt Schrems) ; « limité » (ibid).")
    assert (found[-1].surface, target(found[-1])) == ("ibid", TARGETS[WATSON])


def test_ibid_in_the_next_paragraph_follows_the_one_before() -> None:
    document = annotated([f"La Cour l’a jugé ({WATSON}, point 106).", "Elle l’a redit « sans exception » (ibid)."], {})
    (reference,) = [r for r in extract(document) if r.relation == "ibid"]
    assert (target(reference), reference.pinpoint) == (TARGETS[WATSON], "point 106")


def test_an_order_of_a_court_is_no_law() -> None:
    text = "CJUE, ordonnance du président de la Cour du 10 janvier 2018, Davis, pt. 6. Par cette même ordonnance, il a joint les affaires."
    (reference,) = short(text)
    assert (reference.kind, target(reference)) == ("case", "case:eu/2018-01-10/davis")


def test_an_ordinance_stays_a_law() -> None:
    text = "L’ordonnance n° 2005-650 du 6 juin 2005 le prévoit. Cette ordonnance est claire. CE, ord., 3 mars 2016, n° 399999."
    assert [r.kind for r in extract_text(text)] == ["law", "law", "case"]


def test_an_order_by_a_judge_is_no_law() -> None:
    judged = "Le juge des référés du tribunal administratif de Lille, par une ordonnance du 3 mars 2016, a rejeté. Cette ordonnance est exécutoire."
    assert [r.kind for r in extract_text(judged)] == ["case", "case"]
    assert [r.kind for r in extract_text("Le juge d’instruction, par ordonnance du 3 mars 2016, l’a mis en examen.")] == ["case"]
    applied = "Le juge des enfants applique l’ordonnance du 2 février 1945 relative à l’enfance délinquante."
    assert [r.kind for r in extract_text(applied)] == ["law"]


@pytest.mark.parametrize("words", ["Cette décision abroge l’article.", "Cette même décision l’abroge.", "La décision précitée l’abroge."])
def test_a_decision_of_a_court_is_pointed_at(words: str) -> None:
    (reference,) = short(f"La décision n° 2012-240 QPC du 4 mai 2012 est connue. {words}")
    assert target(reference) == "ECLI:FR:CC:2012:2012.240.QPC"
