"""Roles read from the words around a body, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from renvois.loaders.actions import modality
from renvois.loaders.institutions import Gazetteer, institutions, responsibilities
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure

A, R, I, B, M = "ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS", "MENTIONS"  # noqa: E741


def _parts(*sentences: str) -> set[tuple[str, str]]:
    """(body, role) of the last of the recommendations given, the implicit addressee left out."""
    lines = [f"Recommandation n° {n} : {sentence}" for n, sentence in enumerate(sentences, 1)]
    document = structure(SourceText("essai.txt", "Avis\n\n1. Un paragraphe.\n\n" + "\n\n".join(lines) + "\n", "txt"))
    parts = responsibilities(document, institutions(document, Gazetteer.load()))
    last = f"r{len(sentences)}"
    return {(p.institution.id.removeprefix("inst:"), p.role) for p in parts if p.recommendation == last and p.explicit}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "La CNCDH recommande au ministre de l’Intérieur de modifier la circulaire.",
            {("min-interieur", A), ("min-interieur", R)},
        ),
        ("La CNCDH invite le Gouvernement à ratifier le protocole.", {("gouvernement", A), ("gouvernement", R)}),
        ("La CNCDH appelle les préfets à enregistrer les demandes.", {("prefecture", A), ("prefecture", R)}),
        ("La CNCDH demande que le ministère de la Justice publie chaque année ces chiffres.", {("min-justice", A), ("min-justice", R)}),
        ("Le Gouvernement devrait adopter un plan pluriannuel.", {("gouvernement", A), ("gouvernement", R)}),
        ("Il appartient au législateur de préciser ces garanties.", {("parlement", A), ("parlement", R)}),
        (
            "La CNCDH recommande à l’État et aux départements de créer des places.",
            {("etat", A), ("etat", R), ("departements", A), ("departements", R)},
        ),
        ("La chambre a recommandé en conséquence à la commune de tenir un registre.", {("commune", A), ("commune", R)}),
        ("La chambre a recommandé au ministre de l’Intérieur de publier ces chiffres.", {("min-interieur", A), ("min-interieur", R)}),
        ("Comme elle l’a recommandé au ministre de l’Intérieur, ces chiffres devraient être publiés.", {("min-interieur", M)}),
        ("Inciter le Parlement à légiférer.", {("parlement", R)}),
        ("Inciter les hôpitaux publics et privés à accueillir ces personnes.", {("hopitaux", R)}),
        ("Encourager les associations.", {("assoc", I)}),
        ("Confier à l’OFPRA l’instruction de ces demandes.", {("ofpra", R)}),
        ("La CNCDH recommande que la CNIL soit chargée du contrôle de ces fichiers.", {("cnil", R)}),
        ("La CNCDH recommande que ces contrôles soient effectués chaque année par l’inspection du travail.", {("inspection-travail", R)}),
        ("La CNCDH recommande la création d’un comité de suivi, sous l’égide de la DILCRAH.", {("dilcrah", R)}),
        ("La CNCDH recommande d’imposer aux plateformes un délai de retrait.", {("plateformes", R)}),
        ("La CNCDH recommande de rappeler l’obligation faite aux préfectures de délivrer un récépissé.", {("prefecture", R)}),
        ("La CNCDH recommande de mieux associer les associations et le Défenseur des droits à ces travaux.", {("assoc", I), ("ddd", I)}),
        ("La CNCDH recommande de former les magistrats et les policiers à l’accueil des victimes.", {("magistrats", I), ("police", I)}),
        ("La CNCDH recommande un partenariat entre l’Éducation nationale et les associations.", {("education-nationale", I), ("assoc", I)}),
        ("La CNCDH recommande que les avocats soient mieux informés de ces procédures.", {("avocat", I)}),
        ("La CNCDH recommande d’allouer des crédits supplémentaires à la PJJ.", {("pjj", B)}),
        ("La CNCDH recommande d’augmenter les effectifs de l’OFII.", {("ofii", B)}),
        ("La CNCDH recommande de soutenir financièrement les associations.", {("assoc", B)}),
        ("La CNCDH recommande que le CGLPL dispose d’un droit de visite inopinée.", {("cglpl", B)}),
        ("La CNCDH recommande de doter la CNIL de pouvoirs de sanction.", {("cnil", B)}),
        ("La CNCDH recommande la mise en place, par l’Éducation nationale, d’un module.", {("education-nationale", R)}),
        ("La CNCDH recommande la publication par la Chancellerie d’une circulaire.", {("min-justice", R)}),
        ("La CNCDH recommande que la France ratifie sans délai ce protocole.", {("etat", A), ("etat", R)}),
        ("La CNCDH recommande de garantir aux associations un financement pluriannuel.", {("assoc", B)}),
        ("La CNCDH recommande que les moyens de la CNIL soient accrus.", {("cnil", B)}),
        ("Les préfectures doivent délivrer sans délai un récépissé.", {("prefecture", A), ("prefecture", R)}),
        ("Le Conseil d’État doit être saisi de ce projet.", {("conseil-etat", I)}),
        ("L’accès au juge doit être garanti.", {("juges", M)}),
        ("La formation des magistrats doit comporter un module.", {("magistrats", I)}),
        ("La CNCDH rappelle aux autorités publiques leur obligation de protection.", {("pouvoirs-publics", A), ("pouvoirs-publics", R)}),
        ("La CNCDH recommande que les préfets ne puissent plus prononcer ces mesures.", {("prefecture", I)}),
        ("La CNCDH recommande de transférer au juge judiciaire le contrôle de ces mesures.", {("juges", R)}),
        ("La CNCDH recommande de garantir le financement des associations par l’État.", {("assoc", B), ("etat", R)}),
        ("(DPJJ) Publier chaque année ces données.", {("dpjj", A), ("dpjj", R)}),
        ("La CNCDH estime que le Gouvernement doit publier ce rapport.", {("gouvernement", A), ("gouvernement", R)}),
        ("La CNCDH recommande que les agents de l’OFPRA reçoivent une formation.", {("ofpra", B)}),
        ("La CNCDH recommande d’étendre aux avocats cette protection.", {("avocat", B)}),
        ("La CNCDH recommande la désignation du Défenseur des droits comme mécanisme de suivi.", {("ddd", R)}),
        ("La CNCDH recommande d’inviter le Rapporteur spécial des Nations unies à venir.", {("rapporteurs-onu", I)}),
        ("La CNCDH recommande d’agir par l’intermédiaire des préfets.", {("prefecture", I)}),
        (
            "La CNCDH recommande au Gouvernement, et en particulier au ministère de la Santé, d’agir.",
            {("gouvernement", A), ("gouvernement", R), ("min-sante", A), ("min-sante", R)},
        ),
        (
            "La CNCDH recommande que les ministres de la Justice et de l’Intérieur adoptent une circulaire commune.",
            {("min-justice", A), ("min-justice", R), ("min-interieur", A), ("min-interieur", R)},
        ),
        ("La CNCDH recommande de suivre les observations du Comité des droits de l’enfant.", {("crc-onu", M)}),
        ("La CNCDH recommande d’appliquer la jurisprudence de la Cour européenne des droits de l’homme.", {("cedh", M)}),
        ("La CNCDH recommande de supprimer cette peine.", set()),
    ],
)  # fmt: skip
def test_roles_from_the_words_around_a_body(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert _parts("La CNCDH recommande de ne rien changer.", "La CNCDH recommande d’attendre.", sentence) == expected


def test_a_recommendation_that_names_nobody_is_addressed_to_the_public_authorities_by_default() -> None:
    document = structure(SourceText("essai.txt", "Avis\n\n1. Un paragraphe.\n\nRecommandation n° 1 : Abroger cette loi.\n", "txt"))
    [part] = responsibilities(document, ())
    assert (part.institution.id, part.role, part.explicit) == ("inst:pouvoirs-publics", "ADDRESSED_TO", False)


def test_bodies_in_brackets_take_the_role_of_the_one_they_spell_out() -> None:
    sentence = "La CNCDH recommande de réunir les services de l’État (police, gendarmerie, éducation)."
    assert _parts("La CNCDH recommande d’attendre.", sentence) == {
        ("etat", I),
        ("police", I),
        ("gendarmerie", I),
        ("education-nationale", I),
    }


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("La CNCDH rappelle que ce droit est absolu et recommande d’agir.", "rappelle"),
        ("Elle invite le Gouvernement à agir.", "invite"),
        ("Abroger cette loi.", None),
    ],
)
def test_modality_is_the_first_verb_of_asking(sentence: str, verb: str | None) -> None:
    assert modality(sentence) == verb


def test_a_recommendation_without_text_has_no_part() -> None:
    document = structure(
        SourceText("essai.txt", "Avis\n\n1. Un paragraphe.\n\nRecommandation n° 1 :\n\nRecommandation n° 2 : Agir.\n", "txt")
    )
    assert {part.recommendation for part in responsibilities(document, ())} <= {r.id for r in document.recommendations if r.body.clean.text}


def _addressees(text: str) -> list[tuple[str, str, bool]]:
    document = structure(SourceText("essai.txt", text, "txt"))
    parts = responsibilities(document, institutions(document, Gazetteer.load()))
    return [(p.recommendation, p.institution.id.removeprefix("inst:"), p.explicit) for p in parts if p.role == A]


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("Le Défenseur des droits recommande à la société Untel de réexaminer ce dossier.", "societe-untel"),
        ("Il invite les exploitants du réseau à informer les voyageurs.", "exploitants-du-reseau"),
        ("Elle recommande à cet égard de publier ces chiffres.", "pouvoirs-publics"),
        ("Elle recommande à l’avenir de publier ces chiffres.", "pouvoirs-publics"),
    ],
)
def test_an_addressee_that_no_gazetteer_knows_is_the_one_named(sentence: str, addressee: str) -> None:
    text = f"Avis\n\n1. Un paragraphe.\n\nRecommandation n° 1 : {sentence}\n"
    assert [(body, said) for _, body, said in _addressees(text)] == [(addressee, addressee != "pouvoirs-publics")]


def test_the_sentence_that_leads_to_a_list_names_its_addressee() -> None:
    text = (
        "Décision\n\nLe Défenseur des droits décide de formuler les recommandations suivantes au ministère de la Défense :\n"
        "- Réexaminer le dossier ;\n- Veiller à ce que les préfets soient informés.\n"
    )
    assert _addressees(text) == [("r1", "min-armees", True), ("r2", "min-armees", True)]


def test_those_named_in_brackets_after_the_number_are_asked() -> None:
    text = "Rapport\n\n1. Un paragraphe.\n\nRecommandation n° 3 (DGOS, DGS) : établir un référentiel.\n"
    assert _addressees(text) == [("r3", "dgos", True), ("r3", "dgs", True)]


def test_five_hundred_recommendations_each_have_their_parts() -> None:
    asked = "La CNCDH recommande au ministre de la Justice d’associer la CNIL."
    text = "Avis\n\n1. Un paragraphe.\n\n" + "\n\n".join(f"Recommandation n° {n} : {asked}" for n in range(1, 501)) + "\n"
    document = structure(SourceText("essai.txt", text, "txt"))
    parts = responsibilities(document, institutions(document, Gazetteer.load()))
    assert {(p.recommendation, p.institution.id, p.role) for p in parts} == {
        (f"r{n}", body, role) for n in range(1, 501) for body, role in (("inst:min-justice", A), ("inst:min-justice", R), ("inst:cnil", I))
    }


def test_the_last_body_of_a_very_long_recommendation_has_its_role() -> None:
    sentence = "La CNCDH recommande " + "de publier les chiffres des cours et " * 300 + "de former les préfets."
    assert len(sentence) > 10_000
    assert ("prefecture", I) in _parts("La CNCDH recommande d’attendre.", sentence)


def test_a_body_that_only_wishes_or_proposes_is_not_the_author() -> None:
    text = "Avis\n\n1. L’ANSSI souhaite agir. L’ANSSI propose un service.\n\nRecommandation n° 1 : Confier à l’ANSSI une mission de contrôle.\n"
    document = structure(SourceText("essai.txt", text, "txt"))
    found = responsibilities(document, institutions(document, Gazetteer.load()))
    assert ("inst:anssi", R) in {(p.institution.id, p.role) for p in found}


def test_the_author_has_no_part_in_what_it_recommends() -> None:
    text = (
        "Avis\n\n1. La CNIL constate un manque. La CNIL estime qu’il dure.\n\nRecommandation n° 1 : Transmettre à la CNIL les plaintes.\n"
    )
    document = structure(SourceText("essai.txt", text, "txt"))
    found = responsibilities(document, institutions(document, Gazetteer.load()))
    assert "inst:cnil" not in {p.institution.id for p in found}


@pytest.mark.parametrize("said", ["souhaite que soit créé un fonds", "prend acte de ces progrès", "insiste sur la formation"])
def test_who_opens_a_recommendation_speaking_is_its_author(said: str) -> None:
    text = f"Avis\n\n1. Un paragraphe.\n\nRecommandation n° 1 : La CNCDH {said} par le ministère de la Justice.\n"
    document = structure(SourceText("essai.txt", text, "txt"))
    found = responsibilities(document, institutions(document, Gazetteer.load()))
    assert "inst:cncdh" not in {p.institution.id for p in found}
