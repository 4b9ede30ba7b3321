"""op. cit., ibid., supra and pointing words: what they stand for, through what, or why not."""

from __future__ import annotations

import pytest
from support.annotated import annotated

from renvois.loaders.citations.extract import extract
from renvois.loaders.citations.model import Reference
from renvois.loaders.document import Document, Facts

AVIS = "CNCDH, Avis sur la proposition de loi relative à la traite, 22 mai 2014, JORF n°0136 du 14 juin 2014, texte n° 70"
TARGET = "jorf:20140614/0136/70"
REPORT = "Cour des comptes, La protection de l’enfance, Rapport public thématique, novembre 2020, p. 3"


def of_note(document: Document, number: int) -> list[Reference]:
    return [r for r in extract(document) if r.container == f"n{number}" and r.kind != "bill"]


def target(reference: Reference) -> str | None:
    return reference.source.id if reference.source else None


@pytest.mark.parametrize("marker", ["op. cit.", "op.cit.", "op.cit", "Op.cit.", "opus cit.", "loc. cit.", "Op. Cit."])
def test_op_cit_in_every_spelling_after_a_citation(marker: str) -> None:
    document = annotated(
        ["Un.[^1] Deux.[^2]"], {1: AVIS, 2: f"CNCDH, Avis sur la proposition de loi relative à la traite, 22 mai 2014, p. 5, {marker}"}
    )
    (reference,) = of_note(document, 2)
    assert (reference.relation, target(reference), reference.antecedent, reference.pinpoint) == ("op_cit", TARGET, "footnote 1", "p. 5")
    assert reference.chain == ("n1",)


def test_op_cit_after_a_name_alone() -> None:
    document = annotated(["Un.[^1] Deux.[^2]"], {1: REPORT, 2: "Cour des comptes, op. cit., p. 12."})
    (reference,) = of_note(document, 2)
    assert target(reference) == target(of_note(document, 1)[0])
    assert (reference.relation, reference.pinpoint, reference.kind) == ("op_cit", "p. 12", "report")


def test_op_cit_without_antecedent_says_so() -> None:
    document = annotated(["Un.[^1]"], {1: "DUPONT (J.), op. cit., p. 5."})
    (reference,) = of_note(document, 1)
    assert reference.source is None
    assert reference.unresolved is not None and "DUPONT" in reference.unresolved
    assert [f.kind for f in reference.findings] == ["unresolved_op_cit"]


def test_op_cit_between_two_works_of_one_author_is_a_doubt() -> None:
    other = "CNCDH, Avis sur la laïcité, 28 janvier 2021, JORF n°0039 du 14 février 2021, texte n° 51"
    document = annotated(["Un.[^1] Deux.[^2] Trois.[^3]"], {1: AVIS, 2: other, 3: "CNCDH, op. cit., p. 2."})
    (reference,) = of_note(document, 3)
    assert target(reference) == "jorf:20210214/0039/51"
    assert [(f.kind, f.certainty) for f in reference.findings] == [("ambiguous_op_cit", "possible")]


@pytest.mark.parametrize("word", ["Ibid.", "Ibidem.", "ibidem", "Idem.", "Ibid., p. 9"])
def test_ibid_takes_the_last_citation_of_the_note_before(word: str) -> None:
    document = annotated(["Un.[^1] Deux.[^2]"], {1: f"{AVIS}, p. 16", 2: word})
    (reference,) = of_note(document, 2)
    assert (reference.relation, target(reference), reference.kind, reference.antecedent) == ("ibid", TARGET, "prior_avis", "footnote 1")
    assert reference.pinpoint == ("p. 9" if "p. 9" in word else "p. 16")


def test_ibid_after_ibid_keeps_its_chain() -> None:
    document = annotated(["Un.[^1] Deux.[^2] Trois.[^3]"], {1: AVIS, 2: "Ibid.", 3: "Ibid."})
    (reference,) = of_note(document, 3)
    assert target(reference) == TARGET
    assert reference.chain == ("n2", "n1")


def test_ibid_first_of_all_stays_unresolved() -> None:
    document = annotated(["Un.[^1]"], {1: "Ibid."})
    (reference,) = of_note(document, 1)
    assert reference.source is None and reference.unresolved


def test_supra_note_takes_what_the_note_cites() -> None:
    document = annotated(["Un.[^1] Deux.[^2] Trois.[^3]"], {1: AVIS, 2: REPORT, 3: "Voir supra note 1."})
    (reference,) = of_note(document, 3)
    assert (reference.relation, target(reference), reference.antecedent) == ("supra", TARGET, "footnote 1")


def test_supra_with_the_wrong_note_is_told() -> None:
    document = annotated(
        ["Un.[^1] Deux.[^2] Trois.[^3]"],
        {1: REPORT, 2: AVIS, 3: "CNCDH, Avis sur la proposition de loi relative à la traite, 22 mai 2014, supra note 1."},
    )
    (reference,) = of_note(document, 3)
    assert target(reference) == TARGET
    assert [(f.kind, f.suggestion) for f in reference.findings] == [("note_slip", "note 2")]


def test_supra_note_that_cites_nothing_is_told() -> None:
    document = annotated(["Un.[^1] Deux.[^2] Trois.[^3]"], {1: "Rien à citer ici.", 2: AVIS, 3: "Voir supra note 1."})
    (reference,) = of_note(document, 3)
    assert reference.source is None
    assert [(f.kind, f.suggestion) for f in reference.findings] == [("note_slip", "note 2")]


def test_infra_without_a_place_is_an_unresolved_internal_reference() -> None:
    document = annotated(["Un.[^1]"], {1: "cf. infra."})
    (reference,) = of_note(document, 1)
    assert (reference.relation, reference.source, reference.unresolved) == ("infra", None, "renvoi interne sans cible nommée")


@pytest.mark.parametrize("words", ["Le présent avis porte", "Dans le présent avis, la CNCDH", "Dans cet avis, la Commission"])
def test_the_document_names_itself(words: str) -> None:
    (reference,) = [r for r in extract(annotated([f"{words} sur la traite."], {})) if r.kind == "other"]
    assert target(reference) == "cncdh:A-2021-5"
    assert reference.source is not None and reference.source.subkind == "self"


def test_this_opinion_after_another_is_the_other() -> None:
    document = annotated(
        ["La CNCDH renvoie à son avis du 26 mai 2020 sur la vie privée. Dans cet avis, elle relevait l’hétérogénéité.[^1]"], {1: REPORT}
    )
    pointing = [r for r in extract(document) if r.surface == "cet avis"]
    assert [target(r) for r in pointing] == [target(r) for r in extract(document) if r.surface.startswith("son avis")]


def test_the_opinion_mentioned_above() -> None:
    document = annotated(["Un.[^1]", "L’avis susmentionné le disait déjà.", "Le rapport précité aussi."], {1: AVIS})
    found = {r.surface: r for r in extract(document) if r.container.startswith("p")}
    assert found["Le rapport précité"].source is None and found["Le rapport précité"].unresolved


def test_an_opinion_known_by_its_date_takes_the_title_its_note_gives() -> None:
    text = "La CNCDH a déjà eu l’occasion, dans son avis du 22 mai 2014[^1], de le dire."
    (reference,) = [r for r in extract(annotated([text], {1: AVIS})) if r.container == "p1"]
    assert (target(reference), reference.relation, reference.antecedent) == (TARGET, "anaphora", "footnote 1")


def test_a_word_that_announces_a_note_takes_what_the_note_names() -> None:
    note = "Déclaration de M. Jean Durand, secrétaire d'État, sur la lutte, Paris, 30 septembre 2020 ; disponible ici"
    document = annotated(
        ["Le secrétaire d’État, dans sa déclaration, parle d’une « politique partagée »[^1]. Sa déclaration de revenus est à part."],
        {1: note},
    )
    body = [r for r in extract(document) if r.container == "p1"]
    assert [(r.surface, target(r), r.antecedent) for r in body] == [("sa déclaration", "declaration:durand/2020-09-30", "footnote 1")]


def test_a_plan_by_its_rank() -> None:
    document = annotated(
        ["Prévu par le second plan d’action national[^1], une priorité."],
        {1: "Voir le 2nd plan d’action national contre la traite des êtres humains (2019-2021)."},
    )
    short = next(r for r in extract(document) if r.container == "p1")
    assert (short.surface, target(short), short.antecedent) == (
        "second plan d’action national",
        "plan:fr/traite-etres-humains/2019-2021",
        "footnote 1",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Cette décision a été contestée par l’employeur.",
        "Ses recommandations ont été suivies.",
        "Ce plan n’existe pas encore.",
        "Il s’agit de cette affaire.",
    ],
)
def test_a_pointing_word_with_nothing_to_point_at_is_no_reference(text: str) -> None:
    assert extract(annotated([text], {})) == ()


def test_another_kind_of_document_is_not_an_opinion() -> None:
    facts = Facts("Décision relative à une candidature", "LCD-2011-63", "2011-10-01", None, "Défenseur des droits", "fr")
    assert extract(annotated(["Cet avis ne lie pas l’administration."], {}, facts)) == ()


def test_infra_in_a_sentence_names_nothing_and_is_no_reference() -> None:
    document = annotated(["Outre sa participation à différents contentieux (cf. infra), elle agit.", "Voir supra, § 1."], {})
    assert [(r.surface, r.antecedent) for r in extract(document) if r.relation in {"infra", "supra"}] == [
        ("Voir supra, § 1", "paragraph 1")
    ]
