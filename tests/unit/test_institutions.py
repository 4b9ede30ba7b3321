"""Bodies found in sentences written for the purpose."""

from __future__ import annotations

import pytest

from renvois.loaders.institutions import Gazetteer
from renvois.loaders.institutions.acronyms import spells
from renvois.loaders.institutions.find import find
from renvois.loaders.institutions.tokens import Tokens


def _found(*texts: str, authority: str | None = None) -> list[tuple[str, str]]:
    """(surface, id) in the last of the texts of one document."""
    found = find(texts, Gazetteer.load(), authority)[-1]
    return [(texts[-1][f.start : f.end], f.institution.id.removeprefix("inst:")) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le MINISTÈRE DE L’INTÉRIEUR a répondu.", [("MINISTÈRE DE L’INTÉRIEUR", "min-interieur")]),
        ("La ministre déléguée chargée de la citoyenneté l’a dit.", [("ministre déléguée chargée de la citoyenneté", "secr-citoyennete")]),
        ("la secrétaire d'Etat chargée du handicap", [("secrétaire d'Etat chargée du handicap", "secr-handicap")]),
        ("le ministre du Travail et de l’Emploi a signé", [("ministre du Travail et de l’Emploi", "min-travail")]),
        ("la secrétaire d’Etat aux droits des femmes", [("secrétaire d’Etat aux droits des femmes", "secr-egalite")]),
        ("le ministère de lInterieur a répondu", [("ministère de lInterieur", "min-interieur")]),
        ("le Conseil d’État et l’État", [("Conseil d’État", "conseil-etat"), ("État", "etat")]),
        ("un État de droit, un État membre, un chef d’état-major", []),
        ("l’état des lieux et l’état civil", []),
        ("la cour européenne des droits de l'homme", [("cour européenne des droits de l'homme", "cedh")]),
        ("l’article 8 de la CEDH, mais la CEDH juge", [("CEDH", "cedh")]),
        ("Ils furent jugés par des juges.", [("juges", "juges")]),
        ("Les chefs de cour et la DISP en conviennent.", [("chefs de cour", "chefs-cour"), ("DISP", "disp")]),
        ("La communauté de communes et chaque acheteur public", [("communauté de communes", "communes"), ("acheteur public", "acheteurs-publics")]),
        ("les inspecteurs d’académie et les greffiers", [("inspecteurs d’académie", "rectorat"), ("greffiers", "greffes")]),
        ("l’article 19 du pacte, selon ARTICLE 19", [("ARTICLE 19", "article19")]),
        ("Association Ekin c. France ; Dupont contre la France ; selon la France", [("France", "etat")]),
        ("la police et la justice", [("police", "police"), ("justice", "justice")]),
        ("la justice sociale et une police d’assurance", []),
        ("voir https://www.cncdh.fr/CNCDH-avis", []),
        ("les administrations (éducation, santé, police)", [
            ("administrations", "institutions-gen"), ("éducation", "education-nationale"), ("santé", "sante"), ("police", "police"),
        ]),
        ("l’éducation, la santé et le sport", []),
        ("les structures de l’ASE", [("structures de l’ASE", "hebergement"), ("ASE", "ase")]),
        ("le tribunal judiciaire de Saint-Denis a jugé", [("tribunal judiciaire de Saint-Denis", "tribunal-judiciaire-de-saint-denis")]),
        ("la préfecture de la Seine-Saint-Denis refuse", [("préfecture de la Seine-Saint-Denis", "prefecture-de-la-seine-saint-denis")]),
        ("la cour d’appel d’Aix-en-Provence", [("cour d’appel d’Aix-en-Provence", "cour-d-appel-d-aix-en-provence")]),
        ("le sous-préfet de Calais et la Mairie de Paris", [("sous-préfet", "prefecture"), ("Mairie de Paris", "mairie-de-paris")]),
        ("le collectif « Les Morts de la rue » et l’association Utopia 56", [
            ("collectif « Les Morts de la rue »", "collectif-les-morts-de-la-rue"), ("association Utopia 56", "association-utopia-56"),
        ]),
        ("l’Ofpra et la fondation Abbé-Pierre", [("Ofpra", "ofpra"), ("fondation Abbé-Pierre", "abbe-pierre")]),
        ("l’association Médecins du Monde", [("Médecins du Monde", "mdm")]),
        ("l’association Les Amis du Lac agit", [("association Les Amis du Lac", "association-les-amis-du-lac")]),
    ],
)  # fmt: skip
def test_bodies_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


def test_an_office_attached_to_a_minister_is_that_of_its_own_charge() -> None:
    text = "la ministre déléguée auprès du ministre de l’Intérieur, chargée de la citoyenneté, répond"
    assert _found(text) == [(text[3:-8], "secr-citoyennete")]


def test_an_acronym_the_document_defines_is_a_body_everywhere_in_it() -> None:
    definition = "La Haute Autorité pour la protection des lacs (HAPL) a été créée."
    assert _found(definition) == [("Haute Autorité pour la protection des lacs", "hapl"), ("HAPL", "hapl")]
    assert _found(definition, "La HAPL a rendu un avis.") == [("HAPL", "hapl")]


def test_an_acronym_after_words_that_it_does_not_stand_for_defines_nothing() -> None:
    assert _found("des foyers de l’enfance (ASE)") == [("foyers de l’enfance", "foyers"), ("ASE", "ase")]
    assert _found("la réduction des risques (RDR) et les infections sexuellement transmissibles (IST)") == []


def test_a_known_acronym_defined_otherwise_is_another_body_in_that_document() -> None:
    found = _found("La Coordination des sports alpins (CSA) a écrit.", "Le CSA a répondu.")
    assert found == [("CSA", "coordination-des-sports-alpins")]


def test_a_misspelt_name_before_its_acronym_is_the_known_body() -> None:
    assert _found("la brigade de rotection des mineurs (BPM)") == [("brigade de rotection des mineurs", "bpm"), ("BPM", "bpm")]


def test_the_long_form_may_follow_its_acronym() -> None:
    found = _found("Le CLX (Comité lacustre xylophage) est né.", "Le CLX agit.")
    assert found == [("CLX", "clx")]


def test_the_capitalised_head_is_the_issuing_body() -> None:
    assert _found("La Commission estime que oui.", authority="Commission nationale de l’informatique et des libertés") == [
        ("Commission", "cnil")
    ]
    assert _found("La CNCDH recommande ceci.", "La Commission constate que non.") == [("Commission", "cncdh")]
    assert _found("La CNCDH recommande ceci.", "La Commission rappelle que la Cour suprême siège.") == [("Commission", "cncdh")]
    assert _found("La CNCDH recommande ceci.", "La Commission européenne et la commission d’enquête") == [
        ("Commission européenne", "commission-europeenne")
    ]


def test_a_demonstrative_points_to_the_body_just_named() -> None:
    text = "La Mission interministérielle de lutte contre les drogues et les conduites addictives publie ; cette mission conseille."
    assert _found(text)[-1] == ("cette mission", "mildeca")
    assert _found("Il a accompli cette mission.") == []


def test_the_holder_of_an_office_is_the_office() -> None:
    found = _found("Le ministre de l’Intérieur, Jean Dupont, a écrit.", "La lettre de Jean Dupont est claire.")
    assert found == [("Jean Dupont", "min-interieur")]


def test_an_organ_counts_only_in_its_own_body_s_documents() -> None:
    assert _found("Adopté par l’Assemblée plénière.", authority="CNCDH") == [("Assemblée plénière", "cncdh-ap")]
    assert _found("Adopté par l’Assemblée plénière.", authority="CNIL") == []


@pytest.mark.parametrize(
    ("words", "acronym", "expected"),
    [
        ("Office français de protection des réfugiés et apatrides", "OFPRA", True),
        ("Direction interministérielle du numérique", "DINUM", True),
        ("Contrôleur général des lieux de privation de liberté", "CGLPL", True),
        ("foyers de l’enfance", "ASE", False),
        ("Groupe d’experts intergouvernemental sur l’évolution du climat", "GIEC", False),
        ("Office français de la biodiversité marine", "OFB", False),
    ],
)
def test_words_spell_an_acronym(words: str, acronym: str, expected: bool) -> None:
    assert spells(Tokens.of(words).words, acronym) is expected


@pytest.mark.parametrize(
    ("words", "acronym", "expected"),
    [
        ("Groupe d’experts intergouvernemental sur l’évolution du climat", "GIEC", True),
        ("Union nationale des familles et amis de personnes malades ou handicapées psychiques", "UNAFAM", True),
        ("Office des lacs", "ODL", True),
        ("Office des grands lacs", "OL", False),
        ("Comité national des eaux et forêts de montagne", "CNXF", False),
    ],
)
def test_words_spell_a_long_acronym_loosely(words: str, acronym: str, expected: bool) -> None:
    assert spells(Tokens.of(words).words, acronym, loosely=True) is expected
