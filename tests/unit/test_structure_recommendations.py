"""Recommendations: labels of every kind, lists, repetitions, and what is none."""

from __future__ import annotations

import pytest
from support.structured import document

HEAD = "Avis\n\nI. Constat\n\nLe texte est clair.\n\n"
ASK = "La CNCDH recommande d'agir."


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("Recommandation n°1 :", [1]),
        ("Recommandation 3 :", [3]),
        ("RECOMMANDATION N° 4", [4]),
        ("Recommandation n° 5 –", [5]),
        ("R3.", [3]),
        ("R. 3 :", [3]),
        ("Préconisation n° 12", [12]),
        ("Proposition 7 :", [7]),
        ("Recommandations n° 13 et 14 :", [13, 14]),
        ("Recommendation 2:", [2]),
        ("**Recommandation n° 6 :**", [6]),
    ],
)
def test_labels(label: str, numbers: list[int]) -> None:
    separator = "\n" if label[-1].isdecimal() else " "
    doc = document(f"Avis sur le droit\n\nI. Constat\n\nLe texte.\n\n{label}{separator}{ASK}\n")
    assert [(r.number, r.body.clean.text) for r in doc.recommendations] == [(n, ASK) for n in numbers]


@pytest.mark.parametrize(
    "sentence",
    [
        "Elle renvoie à la recommandation n° 3 de son avis.",
        "Elle renvoie à la\nrecommandation n° 3 de son avis.",
        "Comme le dit la\nRecommandation n° 3 de son avis, il faut agir.",
        "Le Conseil de l'Europe recommande :\n- une mesure ;\n- une autre.",
        "Elle suit la Recommandation CM/Rec(2010)5.",
    ],
)
def test_a_mention_is_no_recommendation(sentence: str) -> None:
    doc = document(f"Avis sur le droit\n\nI. Constat\n\n{sentence}\n")
    assert doc.recommendations == ()
    assert "No recommendation found." in doc.warnings


def test_bullets_after_a_colon_are_numbered_by_rank() -> None:
    doc = document(HEAD + "La CNCDH recommande :\n- d'agir vite ;\n- de former\nles agents ;\n- d'évaluer.\n\nElle conclut.")
    assert [(r.number, r.body.clean.text) for r in doc.recommendations] == [
        (1, "d'agir vite ;"),
        (2, "de former les agents ;"),
        (3, "d'évaluer."),
    ]
    assert doc.paragraphs[-1].clean.text == "Elle conclut."


def test_bullets_under_a_heading() -> None:
    doc = document(HEAD + "II. Recommandations\n\n• Agir vite.\n• Former les agents.\n")
    assert [(r.number, r.body.clean.text, r.body.section) for r in doc.recommendations] == [
        (1, "Agir vite.", "II"),
        (2, "Former les agents.", "II"),
    ]


def test_two_numbers_in_one_item_of_a_list() -> None:
    items = "1. Agir vite.\n2. Former les agents.\n3. et 4. Évaluer les effets.\n5. Recommencer."
    doc = document(f"{HEAD}II. Recommandations\n\n{items}\n")
    assert [(r.number, r.body.clean.text) for r in doc.recommendations][1:] == [
        (2, "Former les agents."),
        (3, "Évaluer les effets."),
        (4, "Évaluer les effets."),
        (5, "Recommencer."),
    ]


def test_alineas_that_recommend_under_a_heading() -> None:
    text = HEAD + "II. Recommandations\n\nLa CNCDH recommande d'agir.\n\nIl y a urgence.\n\nLa CNCDH recommande de former."
    assert [(r.number, r.body.clean.text) for r in document(text).recommendations] == [
        (1, "La CNCDH recommande d'agir."),
        (2, "La CNCDH recommande de former."),
    ]


REPEATED = "Recommandation n°1 : Il faut agir, vite.\n\nRecommandation n°2 : Il faut former.\n"
AGAIN = "Recommandation n°1 : Il faut agir vite.\n\nRecommandation n°2 : Il faut former.\n"


def test_an_annexe_repeats_the_body() -> None:
    first, second = document(f"Avis\n\nI. Constat\n\nLe texte.\n\n{REPEATED}\nANNEXE 1 : RECOMMANDATIONS\n\n{AGAIN}").recommendations
    assert first.annexe is not None
    assert (first.body.section, first.annexe.section, first.annexe.clean.text) == ("I", "annex1", "Il faut agir vite.")
    assert [(d.op, d.body, d.annexe) for d in first.differences] == [("delete", ",", "")]
    assert second.differences == ()


def test_a_summary_at_the_front_is_the_repetition() -> None:
    text = f"Avis sur le droit\n\nSynthèse des recommandations\n\n{AGAIN}\nI. Constat\n\nLe texte est là.\n\n{REPEATED}"
    first = document(text).recommendations[0]
    assert first.annexe is not None
    assert (first.body.clean.text, first.annexe.clean.text) == ("Il faut agir, vite.", "Il faut agir vite.")


def test_a_list_that_stands_once_is_the_body() -> None:
    doc = document(f"Avis\n\nI. Constat\n\nLe texte.\n\nANNEXE : RECOMMANDATIONS\n\n{REPEATED}")
    assert [(r.number, r.annexe) for r in doc.recommendations] == [(1, None), (2, None)]
    assert [u.id for u in doc.units if u.kind == "recommendation"] == ["r1", "r2"]


def test_numbers_given_twice_or_missing_are_kept_and_told() -> None:
    doc = document("Avis\n\nI. Constat\n\nRecommandation 1 : a.\n\nRecommandation 3 : b.\n\nRecommandation 3 : c.\n")
    assert [(r.id, r.number) for r in doc.recommendations] == [("r1", 1), ("r3", 3), ("r3-2", 3)]
    assert doc.warnings == ("Recommendation number given twice: 3.", "Recommendation number missing: 2.")


@pytest.mark.parametrize(
    "closing", ["Fait à Paris, le 3 février 2031.", "Fait et délibéré en séance.", "Adopté par l’assemblée plénière le 3 février 2031."]
)
def test_the_last_recommendation_does_not_take_the_signature(closing: str) -> None:
    text = f"1. Un premier point.\n\n2. Un second point.\n\nRecommandation n° 1 : Ouvrir les portes.\n\n{closing}\n\nLe président\n"
    assert [r.body.clean.text for r in document(text).recommendations] == ["Ouvrir les portes."]


def test_a_recommendation_may_speak_of_what_is_done() -> None:
    text = "1. Un premier point.\n\n2. Un second point.\n\nRecommandation n° 1 : Publier le bilan.\n\nFaites en sorte que chacun le lise.\n"
    assert document(text).recommendations[0].body.clean.text == "Publier le bilan. Faites en sorte que chacun le lise."


def test_labels_in_a_bulleted_list_keep_their_own_bullets() -> None:
    text = "Aussi, la Cour formule-t-elle les recommandations suivantes :\n\n- Recommandation n° 1 : réformer les aides, à tout le moins :\n\n- les limiter ;\n\n- les publier.\n\n- Recommandation n° 2 : évaluer.\n"
    assert [(r.number, r.body.clean.text) for r in document(HEAD + text).recommendations] == [
        (1, "réformer les aides, à tout le moins : - les limiter ; - les publier."),
        (2, "évaluer."),
    ]


def test_other_labels_count_from_one() -> None:
    doc = document(HEAD + "La Cour estime qu’il convient :\n\nOrientation n° 1 : de choisir ;\n\nOrientation n° 2 : de publier.\n")
    assert [(r.number, r.body.clean.text) for r in doc.recommendations] == [(1, "de choisir ;"), (2, "de publier.")]
    assert document(HEAD + "Mesure n° 7 : le plan de 2018 prévoyait un fichier.\n").recommendations == ()


@pytest.mark.parametrize("label", ["Recommandation\n\n", "RECOMMANDATION :\n", "Préconisation : "])
def test_labels_without_a_number_are_numbered_by_rank(label: str) -> None:
    doc = document(f"{HEAD}{label}Publier le rapport.\n\nUn constat suit.\n\n{label}Former les agents.\n\nUn autre.\n")
    assert [(r.number, r.body.clean.text) for r in doc.recommendations] == [(1, "Publier le rapport."), (2, "Former les agents.")]


def test_alineas_that_open_with_their_author_recommending() -> None:
    text = (
        "Le rapport manque.\n\nLa chambre a recommandé à l’ordonnateur de le publier.\n\nElle prend note de sa réponse.\n\n"
        "En conséquence, la chambre recommande à la commune de tenir un registre.\n\nLa Cour des comptes recommande ailleurs le contraire.\n"
    )
    assert [(r.number, r.body.clean.text) for r in document(HEAD + text).recommendations] == [
        (1, "La chambre a recommandé à l’ordonnateur de le publier."),
        (2, "En conséquence, la chambre recommande à la commune de tenir un registre."),
    ]


def test_alineas_that_go_on_with_elle_and_the_noun_of_an_acronym() -> None:
    head = "Avis\n\n1. La Commission nationale consultative des droits de l’homme (CNCDH) s’est saisie du sujet.\n\n"
    asks = [
        "La CNCDH recommande de créer un fonds.",
        "Elle recommande au ministre de la justice de former les magistrats.",
        "Aussi recommande-t-elle de publier un rapport.",
        "La Commission, qui a entendu les associations, recommande d’abroger la circulaire.",
        "La CNCDH estime indispensable d’ouvrir des places.",
    ]
    assert [r.body.clean.text for r in document(head + "\n\n".join(asks) + "\n").recommendations] == asks
    prose = f"{head}2. La loi oblige l’État. {' '.join(asks)} Le reste suit.\n"
    assert [r.body.clean.text for r in document(prose).recommendations] == asks


def test_alineas_that_ask_beside_others_that_recommend() -> None:
    asks = [
        "La CNCDH recommande au ministre de créer un fichier.",
        "Au vu de ce constat, la CNCDH appelle le Gouvernement à créer des places d’hébergement.",
        "La CNCDH invite les préfets à ne pas exiger de plainte.",
        "La CNCDH demande que les délais soient tenus.",
    ]
    told = [
        "La CNCDH appelle l’attention sur les retards.",
        "La CNCDH rappelle que la loi oblige à agir.",
        "La CNCDH salue la décision de créer un fonds.",
    ]
    doc = document(HEAD + "\n\n".join([asks[0], told[0], asks[1], told[1], asks[2], told[2], asks[3]]) + "\n")
    assert [r.body.clean.text for r in doc.recommendations] == asks


PROSE = (
    "Avis sur le logement\n\n1. La CNCDH constate que des réfugiés dorment dehors. En conséquence, la CNCDH recommande à l’État de\n"
    "créer des places. Ces places devront être réparties.\n\n"
    "2. La CNCDH observe que la domiciliation est difficile. « La CNCDH recommande d’agir. » La CNCDH recommande aux communes de les inscrire. "
    "Elle préconise aussi de les former.\n\n3. La loi est claire. La CNCDH appelle le Gouvernement à en tirer les conséquences.\n"
)


def test_sentences_that_recommend_inside_the_alineas() -> None:
    doc = document(PROSE)
    assert [(r.number, r.body.clean.text) for r in doc.recommendations] == [
        (1, "En conséquence, la CNCDH recommande à l’État de créer des places."),
        (2, "La CNCDH recommande aux communes de les inscrire."),
        (3, "Elle préconise aussi de les former."),
        (4, "La CNCDH appelle le Gouvernement à en tirer les conséquences."),
    ]
    assert [(p.number, p.clean.text) for p in doc.paragraphs][:2] == [
        (1, "La CNCDH constate que des réfugiés dorment dehors."),
        (None, "Ces places devront être réparties."),
    ]


def test_a_list_at_the_end_repeats_the_body_whatever_stands_between() -> None:
    said = [
        f"Recommandation n° {n} : La CNCDH recommande {what}."
        for n, what in ((1, "de créer un fonds pour les victimes"), (2, "de former les agents"))
    ]
    heard = "Liste des personnes auditionnées\n\n- Mme Claire Durand, directrice\n- M. Paul Martin, chef de service\n\n"
    doc = document(f"{HEAD}{said[0]}\n\n{said[1]}\n\n{heard}Liste des recommandations\n\n{said[0]}\n\n{said[1]}\n")
    assert [(r.id, r.annexe is not None) for r in doc.recommendations] == [("r1", True), ("r2", True)]
    assert [s.title for s in doc.sections if s.level == 1][-2:] == ["Liste des personnes auditionnées", "Liste des recommandations"]


def test_a_recommendation_said_again_without_a_title_is_a_repetition() -> None:
    said = "Recommandation n° 1 : La CNCDH recommande de créer un fonds pour les victimes de la traite."
    other = "Recommandation n° 1 : La CNCDH recommande de former les agents de la préfecture."
    (first,) = document(f"{HEAD}{said}\n\nUn texte suit.\n\n{said}\n").recommendations
    assert first.annexe is not None
    assert [r.annexe for r in document(f"{HEAD}{said}\n\nUn texte suit.\n\n{other}\n").recommendations] == [None, None]


def test_sentences_cut_out_leave_every_character_in_one_piece() -> None:
    pieces = document(PROSE).pieces
    assert [p.start for p in pieces] == [0, *(p.end for p in pieces[:-1])]
    assert pieces[-1].end == len(PROSE)


def test_labels_tell_what_is_recommended_and_sentences_do_not() -> None:
    assert [r.body.clean.text for r in document(f"{PROSE}\nRecommandation n° 1 : {ASK}\n").recommendations] == [ASK]


@pytest.mark.parametrize(
    "text",
    [
        "La CNCDH constate un retard. La CNCDH observe un progrès. La CNCDH recommande d’agir. Le reste suit.\n",  # once
        "Nous attendons. Nous insistons. Nous agissons. La CNCDH recommande d’agir. La CNCDH préconise un fonds.\n",  # others speak
    ],
)
def test_sentences_of_others_or_alone_are_left_in_their_alineas(text: str) -> None:
    assert document(HEAD + text).recommendations == ()


@pytest.mark.parametrize(
    "text",
    [
        "La Cour invite les parties à conclure.\n\nLa Cour demande que le dossier soit complété.\n",
        "Dans son avis de 2019, la CNCDH recommande d’agir.\n\nEn 2020, la CNCDH recommande d’agir encore.\n",
        "La Commission recommande aux États membres de transposer la directive.\n\nLe requérant s’y réfère.\n",
        "La CNCDH a recommandé à plusieurs reprises d’agir.\n\nLa CNCDH a déjà recommandé d’agir.\n",
    ],
)
def test_what_others_or_earlier_opinions_recommend_is_none(text: str) -> None:
    assert document(HEAD + text).recommendations == ()


def test_a_label_under_a_page_header_is_read() -> None:
    asked = ["Agir vite et bien.", "Former les agents.", "Publier les chiffres.", "Évaluer la loi."]
    page = "Le texte {n} mène à ce qui suit.\n\n{n}\n\n\f134\nRECOMMANDATION N° {n}\n{ask}\n\nEt la suite {n} vient ensuite.\n\n"
    text = "Avis n° 134\n\nI. Constat\n\n" + "".join(page.format(n=n, ask=ask) for n, ask in enumerate(asked, 1))
    assert [(r.number, r.body.clean.text) for r in document(text).recommendations] == list(enumerate(asked, 1))
