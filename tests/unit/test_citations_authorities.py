"""Decisions, opinions and reports of authorities in lists, and the short forms that call them back."""

from __future__ import annotations

import pytest
from support.structured import document

from renvois.loaders.citations.extract import extract, extract_text


def read(text: str) -> list[tuple[str, str]]:
    return [(r.surface, r.canonical) for r in extract_text(text) if r.kind in ("prior_avis", "report", "other", "plan")]


def targets(text: str) -> dict[str, str | None]:
    return {r.surface: r.source.id if r.source else None for r in extract_text(text)}


def test_a_list_of_one_body_s_documents_is_of_that_body() -> None:
    text = "Voir Défenseur des droits, avis n° 20-03 du 4 mai 2020 ; décision-cadre n° 2020-121 du 9 juin 2020 ; décision n° 2019-201 du 2 octobre 2019 ; CNIL, délibération n° 2020-041 du 24 avril 2020 ; délibération n° 2020-052 du 8 mai 2020."
    assert [canonical for _, canonical in read(text)] == [
        "DDD, avis n° 20-03 du 4 mai 2020",
        "DDD, décision-cadre n° 2020-121 du 9 juin 2020",
        "DDD, décision n° 2019-201 du 2 octobre 2019",
        "CNIL, délibération n° 2020-041 du 24 avril 2020",
        "CNIL, délibération n° 2020-052 du 8 mai 2020",
    ]


@pytest.mark.parametrize(
    ("text", "surface", "canonical"),
    [
        ("CE, étude annuelle 2017, Puissance publique et plateformes numériques, p. 45 ;", "CE, étude annuelle 2017, Puissance publique et plateformes numériques, p. 45", "CE, étude 2017, Puissance publique et plateformes numériques"),
        ("CADA, conseil n° 20190123 du 16 mai 2019.", "CADA, conseil n° 20190123 du 16 mai 2019", "CADA, conseil n° 20190123 du 16 mai 2019"),
        ("Groupe de l’article 29, avis 05/2014 sur les techniques d’anonymisation, 10 avril 2014.", "Groupe de l’article 29, avis 05/2014 sur les techniques d’anonymisation, 10 avril 2014", "Groupe de l’article 29, avis n° 05/2014 du 10 avril 2014 sur les techniques d’anonymisation"),
        ("Le rapport de la mission d’information sur la justice, remis au garde des sceaux en juin 2018, propose", "Le rapport de la mission d’information sur la justice, remis au garde des sceaux en juin 2018", "mission d’information sur la justice, rapport de juin 2018"),
        ("Le rapport IGAS-IGJ de mars 2019 sur la santé en prison", "Le rapport IGAS-IGJ de mars 2019 sur la santé en prison", "IGAS-IGJ, rapport de mars 2019 sur la santé en prison"),
        ("Sénat, rapport n° 523 (1999-2000) ;", "Sénat, rapport n° 523 (1999-2000)", "Sénat, rapport n° 523"),
        ("Dans son avis n° 401234 du 3 mai 2020 sur ce texte, le Conseil d’État a relevé", "son avis n° 401234 du 3 mai 2020 sur ce texte", "Conseil d’État, avis n° 401234 du 3 mai 2020 sur ce texte"),
        ("La CNCDH l’a dit dans son avis du 26 mai 2019 sur la justice et dans sa déclaration du 3 juin 2019.", "sa déclaration du 3 juin 2019", "CNCDH, déclaration du 3 juin 2019"),
        ("Rép. min. n° 20123, JOAN Q, 5 mai 2020, p. 3210.", "Rép. min. n° 20123, JOAN Q, 5 mai 2020, p. 3210", "question parlementaire n° 20123 du 5 mai 2020"),
        ("Le plan pluriannuel contre la pauvreté du 21 janvier 2013 a échoué", "plan pluriannuel contre la pauvreté du 21 janvier 2013", "plan pluriannuel contre la pauvreté du 21 janvier 2013"),
        ("Sur ce point, J. Martin, Droit des étrangers, PUF, 2014, p. 120.", "J. Martin, Droit des étrangers, PUF, 2014, p. 120", "J. Martin, Droit des étrangers, PUF, 2014"),
        ("Comité des droits de l’homme, Durand c. France, communication n° 2801/2016, constatations du 17 juillet 2018.", "Comité des droits de l’homme, Durand c. France, communication n° 2801/2016, constatations du 17 juillet 2018", "Comité des droits de l’homme, constatations n° 2801/2016 du 17 juillet 2018, Durand c. France"),
        ("Les lignes directrices de la CNIL du 17 septembre 2019 ont été validées.", "Les lignes directrices de la CNIL du 17 septembre 2019", "CNIL, lignes directrices du 17 septembre 2019"),
        ("Sa doctrine résulte d’un avis du 8 septembre 2016 (n° 20163610).", "un avis du 8 septembre 2016 (n° 20163610)", "CADA, avis n° 20163610 du 8 septembre 2016"),
        ("Pour une analyse, v. H. Durand, « Le droit d’asile », RFDA, 2011, p. 273.", "H. Durand, « Le droit d’asile », RFDA, 2011, p. 273", "H. Durand, Le droit d’asile, 2011"),
        ("Dans son rapport d’activité pour 2017, le CGLPL relevait", "son rapport d’activité pour 2017", "CGLPL, rapport 2017"),
        ("26e rapport général d’activités du CPT, 2017, § 67.", "26e rapport général d’activités du CPT, 2017, § 67", "CPT, 26e rapport 2017"),
        ("le rapport fait au nom de la commission d’enquête sur les migrations, n° 4661, 10 novembre 2020", "le rapport fait au nom de la commission d’enquête sur les migrations, n° 4661, 10 novembre 2020", "rapport n° 4661 du 10 novembre 2020"),
        ("CNDA, Rapport d’activité 2019, p. 12.", "CNDA, Rapport d’activité 2019, p. 12", "CNDA, rapport 2019"),
        ("le deuxième plan (2018-2020) comporte", "deuxième plan (2018-2020)", "deuxième plan (2018-2020)"),
        ("Le rapport annuel de la CNCDH sur la lutte contre le racisme est public", "Le rapport annuel de la CNCDH sur la lutte contre le racisme", "CNCDH, rapport sur la lutte contre le racisme"),
        ("Par un avis rendu le 16 juillet 2019, le Conseil d’État a considéré", "un avis rendu le 16 juillet 2019", "Conseil d’État, avis du 16 juillet 2019"),
        ("L’AMF, décision de la Commission des sanctions du 4 avril 2019, a jugé", "décision de la Commission des sanctions du 4 avril 2019", "AMF, décision du 4 avril 2019"),
        ("Par la décision MDS-2016-171, il recommandait", "la décision MDS-2016-171", "DDD, décision n° MDS-2016-171"),
        ("Le CGLPL a publié au Journal officiel du 14 juin 2017 un avis relatif à la surpopulation carcérale.", "un avis relatif à la surpopulation carcérale", "CGLPL, avis du 14 juin 2017 relatif à la surpopulation carcérale"),
        ("V. CNCDH, A-2018-3.", "CNCDH, A-2018-3", "CNCDH, avis A-2018-3"),
        ("APCE, Rés. 1707 (2010), 28 janvier 2010 ;", "APCE, Rés. 1707 (2010), 28 janvier 2010", "APCE, résolution n° 1707 (2010)"),
        ("Le rapport Durand (« Dix propositions pour l’accueil », février 2018) est connu", "Le rapport Durand (« Dix propositions pour l’accueil », février 2018)", "Durand, rapport de février 2018, Dix propositions pour l’accueil"),
        ("Le rapport d’information de MM. Durand et Martin du 3 mars 2021 conclut", "Le rapport d’information de MM. Durand et Martin du 3 mars 2021", "Durand et Martin, rapport du 3 mars 2021"),
        ("le plan « Toulon en grand » est insuffisant", "plan « Toulon en grand »", "plan « Toulon en grand »"),
        ("la question écrite n° 12345 (JO Sénat du 4 avril 2019, p. 1823)", "la question écrite n° 12345 (JO Sénat du 4 avril 2019, p. 1823)", "question parlementaire n° 12345"),
    ],
)  # fmt: skip
def test_documents_are_read_whole(text: str, surface: str, canonical: str) -> None:
    assert (surface, canonical) in [(s.replace("\n", " "), c) for s, c in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Un plan pluriannuel contre la pauvreté serait utile.",
        "Le maire a pris une décision ; une décision du 3 mai 2019 l’a confirmée.",
        "un plan « pour plus tard » serait utile",
        "Le groupe de contact se réunit en mai 2020.",
        "Le Conseil a adopté une déclaration. La question n° 12 du formulaire est obligatoire.",
    ],
)
def test_what_names_no_document_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "target"),
    [
        # The nearest that goes by the noun, not the nearest of the kind.
        ("Voir CNIL, délibération n° 2020-041 du 24 avril 2020 ; CADA, avis n° 20181234 du 6 mai 2018. Cette délibération est claire.", "Cette délibération", "avis:cnil/2020-041"),
        ("Le Défenseur des droits (décision n° 2019-201 du 2 octobre 2019) et le juge (CE, 3 mars 2020, n° 433123) divergent. Cette décision est claire.", "Cette décision", "case:fr/ce/433123"),
        ("La Cour a condamné la France (CEDH, 19 janvier 2012, Durand c. France, n° 39123/07). Cette décision est claire.", "Cette décision", "ECLI:CE:ECHR:2012:0119JUD003912307"),
        ("Le juge (TA Lille, ord., 26 juin 2017, n° 1705123) a enjoint d’agir. Cette ordonnance est exécutoire.", "Cette ordonnance", "case:fr/ta/lille/1705123"),
        ("L’ordonnance n° 2005-650 du 6 juin 2005 (CE, 3 mars 2010, n° 333123) le dit. Cette ordonnance est claire.", "Cette ordonnance", "eli:fr/ordonnance/2005/6/6/2005-650"),
    ],
)  # fmt: skip
def test_a_noun_calls_back_what_goes_by_it(text: str, surface: str, target: str) -> None:
    assert targets(text)[surface] == target


def test_guidelines_and_a_recommendation_of_one_day_are_two() -> None:
    text = (
        "Les lignes directrices de la CNIL du 17 septembre 2019 existent. La recommandation du 17 septembre 2019 de la CNIL les complète."
    )
    assert len(set(targets(text).values())) == 2


def test_a_study_is_no_report() -> None:
    assert "Cette étude" not in targets("Le rapport annuel du Défenseur des droits de 2019 est public. Cette étude n’existe pas.")


NOTES = """Avis sur un sujet

1. La Commission a été saisie1. La Cour européenne des droits de l’homme s’est prononcée2. Le rapport annuel le confirme3.

2. Cet arrêt a été exécuté. Le rapport précité dresse le même constat4. La position est constante5.

1 Défenseur des droits, décision n° 2015-101 du 3 mars 2015, p. 12.
2 CEDH, 19 janvier 2012, Durand c. France, n° 39123/07, § 91.
3 CNCDH, Rapport 2018 sur la lutte contre le racisme, 2019, p. 45.
4 Défenseur des droits, décision préc., p. 14.
5 Voir note 2.
"""


def test_what_notes_name_is_called_back_from_the_text_and_from_later_notes() -> None:
    found = {r.surface: r.source.id if r.source else None for r in extract(document(NOTES))}
    assert found["Cet arrêt"] == "ECLI:CE:ECHR:2012:0119JUD003912307"
    assert found["Le rapport précité"] == found["CNCDH, Rapport 2018 sur la lutte contre le racisme, 2019, p. 45"]
    assert found["Défenseur des droits, décision préc., p. 14"] == "avis:ddd/2015-101"
    assert found["Voir note 2"] == "ECLI:CE:ECHR:2012:0119JUD003912307"


MORE_NOTES = """Avis sur un sujet

1. La Commission s’est exprimée1. Le Comité européen des droits sociaux a conclu à la violation2. Une instruction le précise3.

2. La Commission réitère les recommandations de son avis du 2 juillet 20144.

1 CNCDH, Avis sur la situation des migrants, 2 juillet 2014 ; CNCDH, Avis de suivi sur la situation des migrants, 7 juillet 2016.
2 CEDS, FIDH c. France, réclamation n° 14/2003, décision sur le bien-fondé du 8 septembre 2004. CESCR, Observations finales, 13 juillet 2016, E/C.12/FRA/CO/3.
3 Instruction du Gouvernement du 5 janvier 2018 visant à la résorption des campements, NOR : TERL1730001J. CEDH, 2 juillet 2020, N.H. et autres c. France, n° 28801/13.
4 Avis préc., p. 3 ; FIDH c. France, préc., § 12 ; N.H. et autres, préc., § 184 ; CESCR, Observations finales, préc., § 43.
"""


def test_short_forms_of_a_note_go_by_what_the_text_names_there_by_parties_and_by_issuer() -> None:
    found = {r.surface: r.source for r in extract(document(MORE_NOTES))}
    assert {surface: source.id for surface, source in found.items() if source and "préc" in surface} == {
        "Avis préc.": "avis:cncdh/2014-07-02/situation-migrants",
        "FIDH c. France, préc., § 12": "case:ceds/14/2003",
        "N.H. et autres, préc., § 184": "ECLI:CE:ECHR:2020:0702JUD002880113",
        "CESCR, Observations finales, préc., § 43": "concluding-observations:cdesc/E/C.12/FRA/CO/3",
    }
    assert "nor:TERL1730001J" in {source.id for source in found.values() if source}
