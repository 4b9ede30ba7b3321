"""Opinions, reports, plans, bills and statements as texts cite them, and the one source of their several wordings."""

from __future__ import annotations

import pytest
from support.annotated import annotated

from renvois.loaders.citations.extract import extract, extract_text
from renvois.loaders.citations.model import Reference


def of_kind(text: str, *kinds: str) -> list[Reference]:
    return [r for r in extract_text(text) if r.kind in kinds]


def only(text: str, *kinds: str) -> Reference:
    found = of_kind(text, *kinds)
    assert len(found) == 1, [r.surface for r in found]
    return found[0]


def target(reference: Reference) -> str | None:
    return reference.source.id if reference.source else None


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("CNCDH, Avis sur la haine en ligne, 8 juillet 2021, A-2021-9, JORF n°0165 du 18 juillet 2021, texte n° 44.", "cncdh:A-2021-9"),
        ("CNCDH, Avis sur les violences, A – 2020 – 5, JORF n°0108 du 3 mai 2020, texte n° 48", "cncdh:A-2020-5"),
        ("CNCDH, Avis sur la vie privée, 26 mai 2020, JORF n°0132 du 31 mai 2020, texte n° 99, p. 9.", "jorf:20200531/0132/99"),
        ("Voir CNIL, Délibération n° 2019-139 du 18 juillet 2019 portant adoption d’un référentiel.", "avis:cnil/2019-139"),
        ("la délibération de la CNIL n°2013-175 du 4 juillet 2013", "avis:cnil/2013-175"),
        ("Le Défenseur des droits, dans sa décision MLD-2014-123 du 3 mai 2014, a constaté", "avis:ddd/MLD-2014-123"),
        ("Défenseur des droits, Décision 2020-131 du 5 novembre 2020", "avis:ddd/2020-131"),
        ("l’avis n° 20161234 de la CADA du 12 mai 2016", "avis:cada/20161234"),
        ("Avis du Défenseur des droits n° 20-05 du 17 novembre 2020", "avis:ddd/20-05"),
        ("(délibération du 24 mai 2007, n° 2007-135)", "avis:2007-135"),
    ],
)
def test_an_opinion_is_named_by_its_reference_number_or_its_place_in_the_gazette(text: str, identifier: str) -> None:
    assert target(only(text, "prior_avis")) == identifier


def test_the_span_is_the_whole_citation_without_the_address() -> None:
    text = "(voir : CNCDH, Avis sur la traite, 19 novembre 2019, JORF n°0279 du 1 décembre 2019, texte n° 55 ; disponible ici : https://www.cncdh.fr/x)"
    surface = only(text, "prior_avis").surface
    assert surface == "CNCDH, Avis sur la traite, 19 novembre 2019, JORF n°0279 du 1 décembre 2019, texte n° 55"


def test_several_numbers_behind_one_word_are_several_opinions() -> None:
    found = of_kind("les délibérations n° 2007-136 et 2007-137 du 24\nmai 2007", "prior_avis")
    assert [target(r) for r in found] == ["avis:2007-136", "avis:2007-137"]
    found = of_kind("ses délibérations du 13 décembre 2010 (n° 2010-272 et 273)", "prior_avis")
    assert [target(r) for r in found] == ["avis:2010-272", "avis:2010-273"]


def test_two_citations_joined_by_et_are_two() -> None:
    text = "CNCDH, Avis sur la laïcité, 28 janvier 2021, p. 2 et CNCDH, Second avis sur la laïcité, 25 mars 2021, p. 14."
    found = of_kind(text, "prior_avis")
    assert [r.pinpoint for r in found] == ["p. 2", "p. 14"]
    assert target(found[0]) != target(found[1])


@pytest.mark.parametrize(
    "text",
    [
        "Il demande que soit rendu un avis sur le projet.",
        "Elle recommande au Gouvernement de solliciter l’avis du conseil municipal du 3 mars 2015.",
        "Un rapport sera remis au Parlement en 2022.",
        "La recommandation n° 12 reste sans suite.",
        "Le Conseil de l’Europe, l’Union européenne, en 2014, ont réagi.",
        "Ministère de la justice, Direction des affaires criminelles et des grâces",
        "Les enquêtes menées en 2019 par la police ont abouti.",
        "Le rapport d’expertise du docteur X du 3 mai 2014 conclut à une incapacité.",
        "Une enquête de police a été ouverte en 2013 ; l’étude de faisabilité de 2015 a été abandonnée.",
        "Son avis d’imposition 2014 mentionne ses revenus ; l’avis du médecin du travail est défavorable.",
        "Le conseil d’administration a adopté une délibération le 3 mai 2012.",
        "La CNIL, l’ARCEP et le CSA, en mars 2015, ont réagi.",
        "Selon l’INSEE, en 2017, 14 % des ménages étaient pauvres.",
        "Mme Martin, présidente de l’association, 12 mars 2019",
        "Paris, La Documentation française, 2015.",
        "Le 3 mai 2016, la CNCDH a rendu un avis sur ce projet.",
        "Le guide pratique est disponible en 2018.",
    ],
)
def test_a_vague_mention_of_a_document_is_no_reference(text: str) -> None:
    assert of_kind(text, "prior_avis", "report") == []


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        (
            "Observatoire national de la protection de l’enfance (ONPE), Les connaissances pour agir, 14e rapport au Parlement, mai 2020.",
            "report:onpe/14/2020-05",
        ),
        (
            (
                "cf. Haut conseil à l’égalité entre les femmes et les hommes, Rapport relatif à l’éducation, "
                "rapport n°2016-06-13-\nSAN-021, 13 juin 2016."
            ),
            "report:hce/2016-06-13-SAN-021",
        ),
        ("Défenseur des droits, Rapport sur les Droits de l’enfant 2017, p. 90.", "report:ddd/droits-enfant-2017"),
        ("IGAS, rapport n° 2017-032R, janvier 2018", "report:igas/2017-032R"),
        ("Assemblée nationale, Rapport d’information n° 1038 sur l’immigration, 5 juin 2018", "report:assemblee-nationale/1038"),
    ],
)
def test_a_report_is_named_by_its_issuer_and_number(text: str, identifier: str) -> None:
    assert target(only(text, "report")) == identifier


def test_reports_in_a_sentence() -> None:
    assert only("Le Conseil d’État, dans son étude annuelle 2014, a livré une analyse.", "report").surface == "son étude annuelle 2014"
    assert (
        only("le rapport annuel 2015 du Défenseur des droits le montre", "report").surface
        == "le rapport annuel 2015 du Défenseur des droits"
    )
    survey = only("Voir l’enquête de DURAND Anne et MARTIN Paul , « La traite en France », ONDRP, MIPROF, 2020 ; disponible ici", "report")
    assert survey.surface.endswith("MIPROF, 2020")
    assert survey.source is not None and survey.source.authority == "ondrp"


def test_an_issuer_that_no_list_knows_is_read_from_the_form_of_the_citation() -> None:
    reference = only("Voy. OFTEX, Site-blocking to reduce infringement: a review of sections 17 and 18, 27 Mai 2011.", "report")
    assert reference.surface == "OFTEX, Site-blocking to reduce infringement: a review of sections 17 and 18, 27 Mai 2011"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        (
            "le rapport de M. Jean Dupont sur l’ouverture des données (juillet 2013) montre",
            "le rapport de M. Jean Dupont sur l’ouverture des données (juillet 2013)",
        ),
        (
            "Voir le rapport Dupont « Ouverture des données » remis en juillet 2013 au ministre",
            "le rapport Dupont « Ouverture des données » remis en juillet 2013",
        ),
        ("le rapport public annuel 2016 de la Cour des comptes", "le rapport public annuel 2016 de la Cour des comptes"),
        ("Dans son rapport daté de décembre 2016, la Haute Autorité rappelle", "son rapport daté de décembre 2016"),
    ],
)
def test_a_report_known_by_its_author(text: str, surface: str) -> None:
    assert only(text, "report").surface == surface


@pytest.mark.parametrize(
    "text",
    [
        "Avis du Conseil d’orientation de l’édition publique du 12 mai 2016",
        "l’avis favorable rendu le 2 juin 2016 par le Conseil national d’évaluation des normes",
        "l’avis\ndu conseil d’orientation de l’édition publique en date du 24 juin 2016",
    ],
)
def test_an_opinion_of_a_body_whatever_the_order(text: str) -> None:
    assert only(text, "prior_avis").surface == text


def test_united_nations_symbols_and_general_comments() -> None:
    assert only("le Rapporteur l’affirme (A/HRC/29/32, mai 2015, § 11).", "report").surface == "A/HRC/29/32, mai 2015, § 11"
    one = only("Comité des droits de l’enfant, Observation générale n° 14 (2013) sur l’intérêt supérieur, CRC/C/GC/14.", "other")
    assert one.surface.endswith("CRC/C/GC/14")
    both = of_kind(
        "Comité des droits de l’homme, Observation générale n° 34, § 12. Observation générale n° 34, CCPR/C/GC/34, § 43.", "other"
    )
    assert len({target(r) for r in both}) == 1


def test_doctrine_is_another_kind_of_source() -> None:
    reference = only("J.-M. Sauvé, « Le principe de proportionnalité », AJDA, 2017, p. 12.", "other")
    assert reference.source is not None and reference.source.subkind == "doctrine"
    assert reference.pinpoint == "p. 12"


@pytest.mark.parametrize(
    ("text", "surface", "identifier"),
    [
        (
            "prévues au second \nplan national de lutte contre la traite des êtres humains 2019-2021 et d’actionner",
            "second \nplan national de lutte contre la traite des êtres humains 2019-2021",
            "plan:fr/traite-etres-humains/2019-2021",
        ),
        (
            "un Avis sur le 2nd plan d’action national contre la traite des êtres humains (2019-2021)",
            "2nd plan d’action national contre la traite des êtres humains (2019-2021)",
            "plan:fr/traite-etres-humains/2019-2021",
        ),
        (
            "Le plan interministériel de lutte contre le racisme, l’antisémitisme et les discriminations liées à l’origine 2023-2026",
            "plan interministériel de lutte contre le racisme, l’antisémitisme et les discriminations liées à l’origine 2023-2026",
            "plan:fr/racisme-antisemitisme-discriminations-liees-origine/2023-2026",
        ),
        (
            "la stratégie nationale de prévention et de lutte contre la pauvreté",
            "stratégie nationale de prévention et de lutte contre la pauvreté",
            "plan:fr/prevention-pauvrete",
        ),
    ],
)
def test_a_plan_that_exists(text: str, surface: str, identifier: str) -> None:
    reference = only(text, "plan")
    assert (reference.surface, target(reference)) == (surface, identifier)


@pytest.mark.parametrize(
    "text",
    [
        "recommande un plan national de recrutement et de formation des administrateurs",
        "la mise en œuvre d’un plan de communication et d’une campagne",
        "le plan d’action sera adopté",
        "développer un plan de sensibilisation à grande échelle",
        "sur le plan national, la situation s’aggrave",
    ],
)
def test_a_plan_that_is_only_asked_for_is_no_reference(text: str) -> None:
    assert of_kind(text, "plan") == []


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("dans le projet de loi de finances pour l’année 2022, et de façon durable", "bill:fr/plf-2022"),
        ("le PLF 2021 prévoit", "bill:fr/plf-2021"),
        ("le PLFSS pour 2021", "bill:fr/plfss-2021"),
        ("la proposition de loi renforçant la lutte contre le système prostitutionnel (2014)", "bill:fr/ppl-systeme-prostitutionnel"),
        ("le projet de loi n° 3875 confortant le respect des principes de la République", "bill:fr/pjl-respect-principes-republique"),
        ("la proposition de loi visant à lutter contre les contenus haineux sur internet", "bill:fr/ppl-contenus-haineux-internet"),
    ],
)
def test_a_bill(text: str, identifier: str) -> None:
    assert target(only(text, "bill")) == identifier


@pytest.mark.parametrize(
    "text", ["Le projet de loi sera débattu.", "une proposition de loi pourrait être déposée", "le projet de loi de finances"]
)
def test_a_bill_without_a_name_is_no_reference(text: str) -> None:
    assert of_kind(text, "bill") == []


def test_budget_documents_point_at_their_bill() -> None:
    reference = only("Source : documents budgétaires projet de loi de finances pour l’année 2021.", "other")
    assert target(reference) == "bill:fr/plf-2021"


def test_statements_hearings_and_calls() -> None:
    said = only(
        "Déclaration de M. Jean Durand, secrétaire d'État chargé de l'enfance, sur la lutte, Paris, 30 septembre 2020 ; disponible", "other"
    )
    assert target(said) == "declaration:durand/2020-09-30"
    heard = only(
        "Audition de Paul Martin, secrétaire général de l’association Agir contre la Prostitution des Enfants (ACPE), \npar la CNCDH.",
        "other",
    )
    assert heard.surface.endswith("par la CNCDH")
    call = only(
        "Appel à projet lancé par la Direction de la Protection judiciaire de la jeunesse en 2020 pour une mise en place en 2021.", "other"
    )
    assert call.surface.endswith("en 2020")


def test_hearings_in_general_are_no_source() -> None:
    assert extract_text("Les auditions menées par la CNCDH ont révélé de nombreux chevauchements.") == ()


def test_the_wordings_of_one_avis_share_one_source() -> None:
    title = "la création d’un « mécanisme national de suivi » en France, pour l’accès aux droits des victimes"
    document = annotated(
        [f"La Commission a adopté, en avril 2020, un Avis sur {title}.[^1]"],
        {
            1: f"CNCDH, Avis sur {title}, A – 2020 – 5, JORF n°0108 du 3 mai 2020, texte n° 48.",
            2: f"CNCDH, Avis sur {title}, 28 avril 2020, p. 16 ; op.cit.",
            3: f"CNCDH, Avis relatif à {title.replace('« ', '').replace(' »', '').replace(',', '')}, 28 avril 2020, op. cit.",
        },
    )
    avis = [r for r in extract(document) if r.kind == "prior_avis"]
    assert [target(r) for r in avis] == ["cncdh:A-2020-5"] * 4
    assert all("28 avril 2020" in r.canonical for r in avis)


def test_the_reference_number_in_the_address_counts() -> None:
    text = (
        "CNCDH, Avis sur la laïcité, 28 janvier 2021, JORF n°0039 du 14 février 2021, Texte n° 51, p. 2 ; disponible ici: "
        "https://www.cncdh.fr/sites/default/files/a_-_2021_-_1_-_\npjl_principes_janv_2021.pdf"
    )
    assert target(only(text, "prior_avis")) == "cncdh:A-2021-1"


def test_a_second_opinion_on_the_same_bill_is_another() -> None:
    document = annotated(
        ["Deux avis.[^1][^2]"],
        {
            1: "CNCDH, Avis sur le projet de loi confortant le respect des principes de la République, 28 janvier 2021.",
            2: "CNCDH, Second avis sur le projet de loi confortant le respect des principes de la République, 25 mars 2021.",
        },
    )
    assert len({target(r) for r in extract(document) if r.kind == "prior_avis"}) == 2


def test_what_a_title_names_is_a_reference_of_its_own() -> None:
    text = "CNCDH, Avis sur la proposition de loi renforçant la lutte contre le système prostitutionnel, 22 mai 2014, p. 5."
    assert [r.kind for r in extract_text(text)] == ["prior_avis", "bill"]


@pytest.mark.parametrize("head", [
    "MINISTÈRE DE LA VILLE, DE LA JEUNESSE ET DES SPORTS Direction de la jeunesse Paris, le 3 mars 2010",
    "MINISTERE DE L'INTERIEUR, DE L'OUTRE-MER ET DES COLLECTIVITES TERRITORIALES Direction générale, 3 mars 2010",
    "PRÉFECTURE DE POLICE, Cabinet du préfet, Paris, le 3 mars 2010",
    "Ministère de la Culture, Direction du livre, Paris, le 3 mars 2010",
])  # fmt: skip
def test_the_head_of_a_letter_is_no_report(head: str) -> None:
    assert [r for r in extract_text(head) if r.kind == "report"] == []


def test_an_author_in_capitals_still_heads_an_entry() -> None:
    (reference,) = extract_text("OFCOM, Site-blocking to reduce online copyright infringement, 27 mai 2011.")
    assert reference.kind == "report"
