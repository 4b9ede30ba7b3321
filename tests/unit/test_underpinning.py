"""Underpinning, on small opinions written for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from renvois.loaders.citations.extract import extract
from renvois.loaders.document import Document
from renvois.loaders.institutions import Gazetteer, institutions
from renvois.loaders.read import read_bytes
from renvois.loaders.sentences import sentences
from renvois.loaders.structure import structure
from renvois.loaders.underpinning import Method, Underpinning, background_of, underpin
from renvois.loaders.underpinning.cohesion import tie
from renvois.loaders.underpinning.words import families, stem

OPINION = """Avis sur les prisons

I. LES SOINS

1. Les personnes détenues attendent des mois un rendez-vous chez le dentiste. L’article L. 6111-1-2 du code de la santé publique \
confie pourtant les soins dentaires des personnes détenues à l’hôpital.

2. Le courrier des personnes détenues est ouvert. L’article 40 de la loi n° 2009-1436 du 24 novembre 2009 protège la correspondance \
avec les avocats.

Recommandation n° 1 : La Commission recommande que les soins dentaires des personnes détenues soient donnés par l’hôpital dans le mois.

Recommandation n° 2 : La Commission recommande d’appliquer l’article 22 de la loi n° 2009-1436 du 24 novembre 2009.

II. LE TRAVAIL

3. Le travail des personnes détenues est mal payé.

Recommandation n° 3 : La Commission recommande de payer le travail au salaire minimum.
"""


def read(text: str) -> Document:
    return structure(read_bytes("avis.txt", text.encode()))


def linked(text: str, method: Method | None = None) -> Underpinning:
    document = read(text)
    return underpin(document, extract(document), "doc:avis", institutions(document, Gazetteer.load()), method or Method())


def grades(found: Underpinning, recommendation: str) -> dict[str, str]:
    return {b.source.canonical: b.grade for b in found.bases if b.recommendation == recommendation}


def test_a_source_on_the_same_subject_underpins_and_one_beside_it_does_not() -> None:
    found = grades(linked(OPINION), "r1")
    assert found["code de la santé publique, art. L. 6111-1-2"] == "B"
    assert found["loi n° 2009-1436 du 24 novembre 2009, art. 40"] == "C"


def test_a_source_cited_inside_is_grade_a_with_its_own_words() -> None:
    basis = next(b for b in linked(OPINION).bases if b.recommendation == "r2" and b.grade == "A")
    assert basis.source.canonical == "loi n° 2009-1436 du 24 novembre 2009, art. 22"
    assert OPINION[slice(*basis.passage)] == "article 22 de la loi n° 2009-1436 du 24 novembre 2009"


def test_nothing_is_said_with_its_reason() -> None:
    found = linked(OPINION)
    assert grades(found, "r3") == {}
    assert dict(found.without)["r3"].startswith("Aucune source")


def test_the_reason_is_a_sentence_a_jurist_reads() -> None:
    basis = next(b for b in linked(OPINION).bases if b.recommendation == "r1" and b.grade == "B")
    assert basis.why.startswith("Cité au § 1 ; mots communs : ")
    assert "soins dentaires" in {w.word for w in basis.words}


def test_the_passage_quoted_holds_no_footnote_printed_inside_it() -> None:
    tabbed = re.sub(r"^(\d\.) ", r"\1\t", OPINION, flags=re.MULTILINE)
    cut = tabbed.replace("confie pourtant les", "confie1 pourtant\n\n1. Note sur la confiance que la loi fait à l’hôpital.\n les")
    basis = next(b for b in linked(cut).bases if b.recommendation == "r1" and b.grade == "B")
    assert "Note sur" not in cut[slice(*basis.passage)]


def test_many_recommendations_in_one_section_are_all_linked() -> None:
    many = "".join(f"Recommandation n° {n} : La Commission recommande de soigner les dents numéro {n}.\n\n" for n in range(1, 501))
    found = linked("Avis\n\nI. LES SOINS\n\n1. L’article 9 du code civil protège les dents.\n\n2. Il faut les soigner.\n\n" + many)
    assert {b.recommendation for b in found.bases} == {f"r{n}" for n in range(1, 501)}


def test_words_of_one_family_meet_and_others_do_not() -> None:
    family = families(["pilot", "pilotag", "pilotis", "format", "formul"])
    assert family["pilotag"] == family["pilot"]
    assert family["format"] != family["formul"]


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Voir l’art. L. 312-16 du code. M. Dupont le dit. « Oui. » Non."
    assert [text[a:b].strip() for a, b in sentences(text)] == ["Voir l’art. L. 312-16 du code.", "M. Dupont le dit.", "« Oui. »", "Non."]


def test_two_recommendations_of_one_text_both_rest_on_what_it_cites() -> None:
    shared = OPINION.replace("Recommandation n° 2 :", "Recommandations n° 2 et 3 :").replace("Recommandation n° 3", "Recommandation n° 4")
    found = linked(shared)
    for recommendation in ("r2", "r3"):
        assert grades(found, recommendation)["loi n° 2009-1436 du 24 novembre 2009, art. 22"] == "A"


def test_words_of_one_sense_meet_though_no_ending_joins_them() -> None:
    family = families([stem(word) for word in ("étendre", "extension", "école", "scolaire", "extraire")])
    assert family[stem("extension")] == family[stem("étendre")]
    assert family[stem("scolaire")] == family[stem("école")]
    assert family[stem("extraire")] != family[stem("extension")]


def test_a_sentence_takes_up_the_one_before_or_turns_to_another_point() -> None:
    assert tie("Cette règle protège les avocats.") == "continues"
    assert tie("Elle rappelle que le délai court.") == "continues"
    assert tie("Il convient de former les juges.") == "follows"
    assert tie("Par ailleurs, cette règle est ancienne.") == "turns"
    assert tie("L’article 9 protège la vie privée.") == "follows"


COHESION = """Avis sur les prisons

I. LE COURRIER

1. Le courrier adressé aux avocats reste parfois ouvert par les surveillants. {}, ce que dit l’article 40 de la loi n° 2009-1436 du \
24 novembre 2009.

2. Les promenades durent une heure.

Recommandation n° 1 : La Commission recommande que le courrier adressé aux avocats ne soit jamais ouvert par les surveillants.
"""


def test_a_citation_bears_on_what_its_sentence_takes_up_not_on_what_it_turns_from() -> None:
    taken_up = linked(COHESION.format("Cette pratique est interdite"))
    turned_from = linked(COHESION.format("Par ailleurs, la cantine est chère"))
    assert [b.strength for b in taken_up.bases] == ["strong"]
    assert [b.strength for b in turned_from.bases] != ["strong"]


def test_what_follows_a_call_mark_counts_less_than_what_it_stands_on() -> None:
    notes = """Avis sur les prisons

I. LES SOINS

1.\tLes soins dentaires manquent en prison1, et le courrier des détenus est ouvert par les surveillants2.

2.\tAutre point.

Recommandation n° 1 : La Commission recommande des soins dentaires en prison.

Recommandation n° 2 : La Commission recommande que le courrier des détenus ne soit plus ouvert par les surveillants.

1. Code de la santé publique, art. L. 6111-1-2.
2. Loi n° 2009-1436 du 24 novembre 2009, art. 40.
"""
    found = linked(notes)
    strong = {(b.recommendation, b.source.canonical) for b in found.bases if b.strength == "strong"}
    assert strong == {("r1", "code de la santé publique, art. L. 6111-1-2"), ("r2", "loi n° 2009-1436 du 24 novembre 2009, art. 40")}


def test_a_body_is_known_by_its_acronym_and_by_its_name() -> None:
    text = OPINION.replace(
        "3. Le travail des personnes détenues est mal payé.", "3. {} siège à Paris, dit l’article 5 du code civil."
    ).replace("de payer le travail au salaire minimum", "de donner des moyens à la CNIL")
    named = linked(text.format("La Commission nationale de l’informatique et des libertés (CNIL)"))
    other = linked(text.format("La Haute Autorité de santé (HAS)"))
    assert grades(named, "r3") == {"code civil, art. 5": "B"}
    assert grades(other, "r3") == {"code civil, art. 5": "C"}


def test_a_recommendation_that_only_another_section_answers_says_both() -> None:
    elsewhere = OPINION.replace(
        "Recommandation n° 3 : La Commission recommande de payer le travail au salaire minimum.",
        "Recommandation n° 3 : La Commission recommande de confier les soins dentaires des personnes détenues à l’hôpital.",
    )
    found = linked(elsewhere)
    assert grades(found, "r3") == {"code de la santé publique, art. L. 6111-1-2": "X"}
    assert dict(found.without)["r3"].endswith("dans une autre section, une source y répond par ses mots (X).")


def test_every_link_tells_whether_its_source_binds() -> None:
    report = OPINION.replace(
        "2. Le courrier", "2. La Cour des comptes, Les soins en prison, rapport public de mai 2020, le dit. Le courrier"
    )
    told = {b.source.label: b.normative for b in linked(report).bases}
    assert told["Article"] is True
    assert told["Report"] is False


def test_words_that_all_opinions_use_tell_less_where_a_corpus_is_given() -> None:
    """Here "rendez-vous" leads; in a corpus where every opinion speaks of it, it does not."""
    text = """Avis

I. LES RENDEZ-VOUS

1. Un rendez-vous est obtenu en six mois. L’article 9 du code civil règle le rendez-vous.

2. Les couloirs sont gris.

3. Les repas sont froids.

Recommandation n° 1 : La Commission recommande de raccourcir l’attente d’un rendez-vous par un standard téléphonique.
"""
    common = read("Avis\n\nI. TOUT\n\n" + "".join(f"{n}. Un rendez-vous est pris chaque jour.\n\n" for n in range(1, 40)))
    alone = linked(text)
    among = linked(text, Method(background=background_of([common, read(text)])))
    assert grades(alone, "r1") == {"code civil, art. 9": "B"}
    assert grades(among, "r1") == {"code civil, art. 9": "C"}


def test_a_model_of_meaning_can_be_plugged_in_and_makes_no_link_without_a_word() -> None:
    """A made-up model that finds "correspondance" and "soins" alike lifts what shares a word, and nothing else."""

    def alike(text: str, others: Sequence[str]) -> list[float]:
        return [0.9 if "soins" in text and "correspondance" in other else 0.1 for other in others]

    article = "loi n° 2009-1436 du 24 novembre 2009, art. 40"
    assert grades(linked(OPINION), "r1")[article] == "C"
    assert grades(linked(OPINION, Method(similarity=alike)), "r1")[article] == "B"
    without = OPINION.replace("Le courrier des personnes détenues est ouvert.", "Le courrier est ouvert.")
    assert grades(linked(without, Method(similarity=alike)), "r1")[article] == "C"


def test_recommendations_that_close_a_part_rest_on_its_other_sections() -> None:
    text = """Avis sur les prisons

I. LES SOINS ET LE COURRIER

I.1. Les soins

Les soins dentaires des personnes détenues manquent. L’article L. 6111-1-2 du code de la santé publique les confie à l’hôpital.

I.2. Le courrier

Le courrier des avocats est ouvert, malgré l’article 40 de la loi n° 2009-1436 du 24 novembre 2009.

I.3. Recommandations

Recommandation n° 1 : La Commission recommande que l’hôpital donne des soins dentaires aux personnes détenues.

Recommandation n° 2 : La Commission recommande de laisser fermé le courrier des avocats.

II. LE TRAVAIL

Le travail est mal payé.
"""
    found = linked(text)
    assert {r: [b.source.canonical for b in found.bases if b.recommendation == r and b.grade == "B"] for r in ("r1", "r2")} == {
        "r1": ["code de la santé publique, art. L. 6111-1-2"],
        "r2": ["loi n° 2009-1436 du 24 novembre 2009, art. 40"],
    }


# Bad input: named, and the rest is still built


def test_a_recommendation_without_a_section_says_so() -> None:
    found = linked("Recommandation n° 1 : La Commission recommande d’ouvrir des écoles.\n")
    assert found.bases == ()
    assert dict(found.without) == {"r1": "La recommandation ne cite rien et sa section n’a aucun paragraphe."}


def test_a_section_without_paragraphs_says_so_and_the_others_are_linked() -> None:
    bare = OPINION.replace("3. Le travail des personnes détenues est mal payé.\n\n", "")
    found = linked(bare)
    assert dict(found.without)["r3"] == "La recommandation ne cite rien et sa section n’a aucun paragraphe."
    assert grades(found, "r1")["code de la santé publique, art. L. 6111-1-2"] == "B"


def test_two_recommendations_of_one_number_are_told_and_both_linked() -> None:
    twice = OPINION.replace("Recommandation n° 2 :", "Recommandation n° 1 :")
    assert any("twice: 1" in warning for warning in read(twice).warnings)
    found = linked(twice)
    assert grades(found, "r1")["code de la santé publique, art. L. 6111-1-2"] == "B"
    assert grades(found, "r1-2")["loi n° 2009-1436 du 24 novembre 2009, art. 22"] == "A"


SOINS = "L’article L. 6111-1-2 du code de la santé publique confie les soins dentaires des personnes détenues à l’hôpital."
DELAIS = "L’article L. 1110-5 du code de la santé publique promet à toute personne détenue des soins dentaires sans délai."


def test_what_stands_after_a_conclusion_does_not_lead_to_it() -> None:
    asked = "La Commission recommande que les soins dentaires des personnes détenues soient donnés par l’hôpital sans délai."
    found = grades(linked(f"Avis\n\nI. LES SOINS\n\n1. {SOINS}\n\nRecommandation n° 1 : {asked}\n\n2. {DELAIS}\n"), "r1")
    assert found == {"code de la santé publique, art. L. 6111-1-2": "B", "code de la santé publique, art. L. 1110-5": "C"}


def test_a_recommendation_over_its_reasons_rests_on_them_not_on_the_next_one_s() -> None:
    first, second = (
        "Confier à l’hôpital les soins dentaires des personnes détenues.",
        "Donner sans délai les soins dentaires aux personnes détenues.",
    )
    found = linked(f"Avis\n\nI. LES SOINS\n\nProposition 1 : {first}\n\n1. {SOINS}\n\nProposition 2 : {second}\n\n2. {DELAIS}\n")
    assert {r: c for r, c in grades(found, "r1").items() if c == "B"} == {"code de la santé publique, art. L. 6111-1-2": "B"}
    assert {r: c for r, c in grades(found, "r2").items() if c == "B"} == {"code de la santé publique, art. L. 1110-5": "B"}


def test_less_in_common_is_enough_at_the_place_that_the_order_gives() -> None:
    lignes = [
        "1. Les habitants des bidonvilles vivent sans eau. L’article L. 210-1 du code de l’environnement affirme que chacun a accès à l’eau potable.",
        "2. Les enfants des bidonvilles ne sont pas inscrits à l’école. L’article L. 131-1 du code de l’éducation rend obligatoire l’instruction des enfants.",
    ]
    demandes = [
        "Recommandation n° 1 : La CNCDH recommande aux communes d’installer des points d’eau, des sanitaires et une collecte des déchets sur tous les terrains.",
        "Recommandation n° 2 : La CNCDH recommande aux maires de ne subordonner l’inscription des enfants à aucun justificatif de domicile.",
    ]
    found = linked("Avis\n\nI. LES BIDONVILLES\n\n" + "\n\n".join([*lignes, *demandes]) + "\n")
    for recommendation, own in (("r1", "code de l’environnement, art. L. 210-1"), ("r2", "code de l’éducation, art. L. 131-1")):
        assert {c for c, grade in grades(found, recommendation).items() if grade == "B"} == {own}
    (basis,) = (b for b in found.bases if b.recommendation == "r2" and b.grade == "B")
    assert (basis.strength, basis.why) == (
        "weak",
        "Cité au § 2, auquel la recommandation répond dans l’ordre de la section ; mots communs : enfants.",
    )
    turned = linked("Avis\n\nI. LES BIDONVILLES\n\n" + "\n\n".join([*lignes, *reversed(demandes)]) + "\n")
    assert len([b for b in turned.bases if b.grade == "B"]) < 2
