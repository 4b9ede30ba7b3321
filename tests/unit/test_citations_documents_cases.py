"""Court decisions as French legal texts cite them."""

from __future__ import annotations

import pytest
from support.structured import document

from renvois.loaders.citations.extract import extract, extract_text
from renvois.loaders.citations.model import Reference
from renvois.loaders.source import Page


def cases(text: str) -> list[Reference]:
    return [r for r in extract_text(text) if r.kind == "case"]


def only(text: str) -> Reference:
    found = cases(text)
    assert len(found) == 1, [r.surface for r in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "surface", "target"),
    [
        ("CE, Ass., 12 avril 2002, n° 238689", "CE, Ass., 12 avril 2002, n° 238689", "case:fr/ce/238689"),
        ("(CE, 6 juin 2008, n° 299943).", "CE, 6 juin 2008, n° 299943", "case:fr/ce/299943"),
        ("Voir CE, avis contentieux, 6 octobre 2000, n° 223314.", "CE, avis contentieux, 6 octobre 2000, n° 223314", "case:fr/ce/223314"),
        (
            "l’arrêt du Conseil d’État du 9 janvier 2014, n° 374508",
            "arrêt du Conseil d’État du 9 janvier 2014, n° 374508",
            "case:fr/ce/374508",
        ),
        ("Cass. crim., 3 mars 2010, n° 09-81.027", "Cass. crim., 3 mars 2010, n° 09-81.027", "case:fr/cass/09-81.027"),
        ("Cass. 1re civ., 6 avril 2011, n°10-19053", "Cass. 1re civ., 6 avril 2011, n°10-19053", "case:fr/cass/10-19.053"),
        ("Crim., 3 mai 2012, n° 12-90.013", "Crim., 3 mai 2012, n° 12-90.013", "case:fr/cass/12-90.013"),
        (
            "l’arrêt de la Cour de cassation du 25 juin 2014 (n° 13-28.369)",
            "arrêt de la Cour de cassation du 25 juin 2014 (n° 13-28.369)",
            "case:fr/cass/13-28.369",
        ),
        ("CA Paris, 15 mai 2014, n° 13/01234", "CA Paris, 15 mai 2014, n° 13/01234", "case:ca/paris/13/01234"),
        ("TA de Nice, ord., 22 août 2016, n° 1603508", "TA de Nice, ord., 22 août 2016, n° 1603508", "case:fr/ta/nice/1603508"),
        ("CAA de Lyon, 25 novembre 2010, n° 10LY01234", "CAA de Lyon, 25 novembre 2010, n° 10LY01234", "case:fr/caa/lyon/10LY01234"),
        ("CJCE, 15 mai 1986, JOHNSTON, aff C- 222/84.", "CJCE, 15 mai 1986, JOHNSTON, aff C- 222/84", "case:eu/C-222/84"),
        (
            "CJCE, 30 juin 1988, Commission c/ France, aff. 318/86",
            "CJCE, 30 juin 1988, Commission c/ France, aff. 318/86",
            "case:eu/318/86",
        ),
        (
            "CJUE (grande chambre), 6 octobre 2015, Schrems, C-362/14",
            "CJUE (grande chambre), 6 octobre 2015, Schrems, C-362/14",
            "case:eu/C-362/14",
        ),
    ],
)
def test_a_decision_is_found_whole_and_named_by_its_number(text: str, surface: str, target: str) -> None:
    reference = only(text)
    assert reference.surface == surface
    assert reference.source is not None and reference.source.id == target


@pytest.mark.parametrize(
    ("text", "ecli"),
    [
        ("CEDH, Dink c. Turquie, 14 septembre 2010, n° 2668/07", "ECLI:CE:ECHR:2010:0914JUD000266807"),
        ("Dans l'affaire Dink c. Turquie, req. n° 2668/07, 14 septembre 2010, la Cour a rappelé", "ECLI:CE:ECHR:2010:0914JUD000266807"),
        ("CEDH, 5e sect., 28 mai 2020, n° 17895/14, A.A. et autres c/ France", "ECLI:CE:ECHR:2020:0528JUD001789514"),
        ("Cour EDH, M.S.S. c. Belgique et Grèce [GC], n° 30696/09, 21 janvier 2011, § 263", "ECLI:CE:ECHR:2011:0121JUD003069609"),
        (
            "l'arrêt Big Brother Watch et autres c. Royaume-Uni (GC), 25 mai 2021, nos 58170/13, 62322/14 et 24960/15",
            "ECLI:CE:ECHR:2021:0525JUD005817013",
        ),
        ("la décision n° 2010-25 QPC du 16 septembre 2010 du Conseil constitutionnel", "ECLI:FR:CC:2010:2010.25.QPC"),
        ("Cons. const., déc. n° 2018-761 DC du 21 mars 2018, cons. 12", "ECLI:FR:CC:2018:2018.761.DC"),
        ("décision n° 2019-823 QPC du 31 janvier 2020", "ECLI:FR:CC:2020:2019.823.QPC"),
        ("voir ECLI:EU:C:2014:317, point 12", "ECLI:EU:C:2014:317"),
        ("Cour EDH, GC, Magyar Helsinki Bizottság c. Hongrie, 8 novembre 2016, 18030/11", "ECLI:CE:ECHR:2016:1108JUD001803011"),
        (
            "affaire Times Newspapers Ltd (nos 1 et 2) c. Royaume-Uni, req. n° 3002/03 et 23676/03, 10 mars 2009",
            "ECLI:CE:ECHR:2009:0310JUD000300203",
        ),
    ],
)
def test_the_ecli_follows_where_the_text_gives_what_it_is_made_of(text: str, ecli: str) -> None:
    source = only(text).source
    assert source is not None and source.id == ecli


@pytest.mark.parametrize(
    "text", ["CEDH, Dink c. Turquie, n° 2668/07", "Décision n° 2010-25 QPC", "CJUE, Schrems, 6 octobre 2015, C-362/14"]
)
def test_no_ecli_is_guessed_without_the_date_or_the_order_number(text: str) -> None:
    source = only(text).source
    assert source is not None and source.id.startswith("case:")


@pytest.mark.parametrize(
    ("text", "target", "canonical"),
    [
        ("Cass. 1re civ., 4 févr. 2015, n° 14-11.002, Bull. civ. I, n° 31", "case:fr/cass/14-11.002", "Cass., 1re civ., 4 février 2015, n° 14-11.002"),
        ("Civ. 2e, 9 juill. 2009, n° 08-17.469", "case:fr/cass/08-17.469", "Cass., Civ. 2e, 9 juillet 2009, n° 08-17.469"),
        ("C.Cass, ch.soc. 12 mai 2010, n° 09-41.007", "case:fr/cass/09-41.007", "Cass., ch.soc., 12 mai 2010, n° 09-41.007"),
        ("Ass. plén., 7 mai 2004, n° 02-10.450, Bull. AP n° 10", "case:fr/cass/02-10.450", "Cass., Ass. plén., 7 mai 2004, n° 02-10.450"),
        ("Soc. 8 nov. 2006", "case:fr/cass/2006-11-08", "Cass., Soc., 8 novembre 2006"),
        ("C.E. Sect., 11 déc. 2009, n° 333670", "case:fr/ce/333670", "CE, Sect., 11 décembre 2009, n° 333670"),
        ("CE, juge des référés, 5 janvier 2018, n° 416689", "case:fr/ce/416689", "CE, juge des référés, 5 janvier 2018, n° 416689"),
        ("CE, 9e et 10e ch. réunies, 5 janvier 2018, n° 416689", "case:fr/ce/416689", "CE, 9e et 10e ch. réunies, 5 janvier 2018, n° 416689"),
        ("Conseil d’État, 2ème - 7ème SSR, 4 mai 2011, 326701", "case:fr/ce/326701", "CE, 2ème - 7ème SSR, 4 mai 2011, n° 326701"),
        ("CE, sect., 27 févr. 2004, Popin.", "case:fr/ce/2004-02-27/popin", "CE, sect., Popin, 27 février 2004"),
        ("CA Rennes, ch. 5, 4 juin 2014, RG n° 12/03456", "case:ca/rennes/12/03456", "CA Rennes, ch. 5, 4 juin 2014, n° 12/03456"),
        ("TJ Lille, 6e ch. corr., 4 juin 2021", "case:fr/tj/lille/2021-06-04", "TJ Lille, 6e ch. corr., 4 juin 2021"),
        ("jugement du tribunal administratif de Melun du 4 juin 2014, n° 1201111/7", "case:fr/ta/melun/1201111/7", "TA Melun, 4 juin 2014, n° 1201111/7"),
        ("C. const., déc. n° 85-187 DC du 25 janv. 1985", "ECLI:FR:CC:1985:85.187.DC", "Conseil constitutionnel, 25 janvier 1985, n° 85-187 DC"),
        ("C.J.C.E., 15 juillet 1964, Costa c/ ENEL, aff. 6/64", "case:eu/6/64", "CJCE, Costa c. ENEL, 15 juillet 1964, aff. 6/64"),
        ("CJUE, 9 mars 2010, ERG, aff. jtes C-379/08 et C-380/08", "case:eu/C-379/08", "CJUE, ERG, 9 mars 2010, aff. C-379/08 et C-380/08"),
        ("CJUE, 9 mars 2010, ERG, C 379/08, EU:C:2010:127, point 38", "ECLI:EU:C:2010:127", "CJUE, ERG, 9 mars 2010, aff. C-379/08"),
        ("CJUE, ordonnance du vice-président de la Cour du 10 janvier 2018, Pologne, pt. 4", "case:eu/2018-01-10/pologne", None),
        ("Comm. EDH, 6 juillet 1992, Durand c. Suisse, req. n° 15736/89", "ECLI:CE:ECHR:1992:0706DEC001573689", None),
        ("CEDH 6 mai 2008 Weber c. Suisse et autres, req. n° 1234/04, § 5", "ECLI:CE:ECHR:2008:0506JUD000123404", None),
        ("décision du Conseil d’État statuant au contentieux nos 301225 et 302226 en date du 4 mai 2009", "case:fr/ce/301225", None),
    ],
)  # fmt: skip
def test_abbreviations_of_courts_and_benches(text: str, target: str, canonical: str | None) -> None:
    reference = only(text)
    assert reference.source is not None and reference.source.id == target
    assert canonical is None or reference.canonical == canonical


@pytest.mark.parametrize(
    ("text", "surface", "target"),
    [
        (
            "La CJUE juge que le risque doit être pesé (9 mars 2010, C 379/08, point 38).",
            "9 mars 2010, C 379/08, point 38",
            "case:eu/C-379/08",
        ),
        (
            "ce principe, rappelé par le Conseil constitutionnel en matière de peines (n° 85 - 187 DC, 25 janvier 1985), exige",
            "n° 85 - 187 DC, 25 janvier 1985",
            "ECLI:FR:CC:1985:85.187.DC",
        ),
        ("une réserve (2012-240 QPC, 4 mai 2012)", "2012-240 QPC, 4 mai 2012", "ECLI:FR:CC:2012:2012.240.QPC"),
        (
            "Par jugement du 4 juin 2014 (n° 1201111/7), le tribunal administratif a rejeté la requête.",
            "jugement du 4 juin 2014 (n° 1201111/7)",
            "case:fr/ta/1201111/7",
        ),
    ],
)
def test_a_number_far_from_its_court_keeps_its_date(text: str, surface: str, target: str) -> None:
    reference = only(text)
    assert reference.surface == surface
    assert reference.source is not None and reference.source.id == target


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "La Cour de cassation, dans un arrêt de sa chambre sociale du 4 mai 2011 (n° 09-44.120), a précisé.",
            "Cass., chambre sociale, 4 mai 2011, n° 09-44.120",
        ),
        (
            "Par un arrêt n° 15LY01234 du 4 mai 2016, la cour administrative d’appel de Lyon a rejeté l’appel.",
            "CAA Lyon, 4 mai 2016, n° 15LY01234",
        ),
        (
            "Le tribunal correctionnel de Lyon (4e ch.), dans son jugement du 4 mai 2016, a relaxé le prévenu.",
            "T. corr. Lyon, 4e ch., 4 mai 2016",
        ),
        (
            "l’arrêt de la Grande Chambre rendu le 4 mai 2001 dans l’affaire Comte Martin c. Allemagne",
            "CEDH, Grande Chambre, Comte Martin c. Allemagne, 4 mai 2001",
        ),
        (
            "Décision du Conseil constitutionnel du 25 janvier 1985 dite « Urgence » (n° 85-187 DC)",
            "Conseil constitutionnel, Urgence, 25 janvier 1985, n° 85-187 DC",
        ),
        (
            "la Cour de justice a, dans son arrêt du 9 mars 2010 (affaires jointes C-379/08 et C-380/08), jugé",
            "CJUE, 9 mars 2010, aff. C-379/08 et C-380/08",
        ),
        (
            "Conseil d’État, Juge des référés, formation collégiale, 17/05/2021, 450057",
            "CE, Juge des référés, formation collégiale, 17 mai 2021, n° 450057",
        ),
        ("l’arrêt de la CJUE « Test-Achats » du 1er mars 2011", "CJUE, Test-Achats, 1er mars 2011"),
        ("l’arrêt « Blanco » (TC, 8 février 1873)", "Trib. confl., Blanco, 8 février 1873"),
        (
            "(CE 3 mai 2011 ministère de l'intérieur, de l'outre-mer et des collectivités territoriales req. n° 335813)",
            "CE, ministère de l'intérieur, de l'outre-mer et des collectivités territoriales, 3 mai 2011, n° 335813",
        ),
        (
            "CEDH, 7 mai 1974, Weber c/ Suisse, série A n° 14, § 49",
            "CEDH, Weber c. Suisse, 7 mai 1974",
        ),
        (
            "(CE, ord., 26 août 2015, Ligue des libertés et Collectif contre l’oubli en France, nos 392742 et 392777)",
            "CE, ord., Ligue des libertés et Collectif contre l’oubli en France, 26 août 2015, n° 392742 et 392777",
        ),
        ("déclaré irrecevable par un arrêt de la chambre sociale du 14 mai 2001", "Cass., chambre sociale, 14 mai 2001"),
        ("les pourvois n° Z 19-11.609 et X 19-19.634 sont joints", "Cass., n° 19-11.609 et 19-19.634"),
        ("l’arrêt de la CJUE d’avril 2014 « Digital Rights » l’a invalidée", "CJUE, Digital Rights, avril 2014"),
        ("Cass, Soc, 4 mai 2010, 08-44121", "Cass., Soc, 4 mai 2010, n° 08-44.121"),
        ("Cass. com., 29 mai 2008, n° 06-21.010, FS-P+B, Bull. civ. IV, n° 22", "Cass., com., 29 mai 2008, n° 06-21.010"),
        (
            "Affaires jointes C-92/09 et C-93/09, Schecke, arrêt du 9 novembre 2010, point 48",
            "CJUE, Schecke, 9 novembre 2010, aff. C-92/09 et C-93/09",
        ),
        ("Tribunal de l’UE, 3 mars 2021, aff. T-1/20", "Trib. UE, 3 mars 2021, aff. T-1/20"),
        ("CE, 4 mai 2010, n° 322345, Commune de Lyon, au Recueil", "CE, Commune de Lyon, 4 mai 2010, n° 322345"),
        ("Weber c. Italie (n° 3)", "CEDH, Weber c. Italie (n° 3)"),
        ("AFFAIRE WEBER C. SUISSE (requête n° 2345/07), 4 mai 2010", "CEDH, WEBER c. SUISSE, 4 mai 2010, n° 2345/07"),
        ("C.N. et V. c. France, 4 mai 2012, n° 67724/08", "CEDH, C.N. et V. c. France, 4 mai 2012, n° 67724/08"),
        ("CEDH, A. B. et C. c. Irlande, 4 mai 2010, n° 25579/04", "CEDH, A. B. et C. c. Irlande, 4 mai 2010, n° 25579/04"),
    ],
)
def test_the_parts_of_a_decision_in_a_sentence(text: str, canonical: str) -> None:
    assert only(text).canonical == canonical


def test_the_second_judgment_of_a_sentence_keeps_its_date_and_name() -> None:
    found = cases("arrêts du 9 mars 2010, Commission/Allemagne (C-518/07), et du 16 mai 2012, Commission/Autriche (C-614/10, point 37)")
    assert [(r.canonical, r.pinpoint) for r in found] == [
        ("CJUE, Commission/Allemagne, 9 mars 2010, aff. C-518/07", None),
        ("CJUE, Commission/Autriche, 16 mai 2012, aff. C-614/10", "point 37"),
    ]


def test_each_line_of_a_table_is_its_own_decision() -> None:
    table = (
        "CJUE, 9 mars 2010, ERG, C-379/08 CJUE, 6 octobre 2015, Schrems contre Commissaire, C-362/14\nCJUE, 7 mai 2009, Rijkeboer, C-553/07"
    )
    assert [r.source.id for r in cases(table) if r.source] == ["case:eu/C-379/08", "case:eu/C-362/14", "case:eu/C-553/07"]


def test_both_days_of_two_judgments() -> None:
    found = cases("contre deux arrêts rendus les 15 mai 2018 et 27 juin 2019 par la cour d’appel de Lyon (4e chambre)")
    assert [r.canonical for r in found] == ["CA Lyon, 4e chambre, 15 mai 2018", "CA Lyon, 4e chambre, 27 juin 2019"]


def test_the_next_decisions_of_a_list_are_of_the_same_court() -> None:
    found = cases("Voir CE, 4 juillet 2001, n° 226998 ; 8 mars 2003, n° 244634 ; 27 janv. 2006, n° 281110. Le 3 mai, rien.")
    assert [r.source.id for r in found if r.source] == ["case:fr/ce/226998", "case:fr/ce/244634", "case:fr/ce/281110"]
    bench = cases("v. Crim. 12 nov. 2013 et Soc. 3 mars 2010")
    assert [r.canonical for r in bench] == ["Cass., Crim., 12 novembre 2013", "Cass., Soc., 3 mars 2010"]


def test_the_next_applications_of_a_list_are_of_the_same_day() -> None:
    found = cases("CEDH, 6 mai 2008, n° 1234/04, Weber c. Suisse ; n° 5678/05")
    assert [r.source.id for r in found if r.source] == ["ECLI:CE:ECHR:2008:0506JUD000123404", "ECLI:CE:ECHR:2008:0506JUD000567805"]


def test_each_decision_of_a_list_keeps_its_own_date() -> None:
    found = cases("les décisions n° 2011-190 QPC du 21 octobre 2011 et n° 2012-240 QPC du 4 mai 2012")
    assert [r.source.id for r in found if r.source] == ["ECLI:FR:CC:2011:2011.190.QPC", "ECLI:FR:CC:2012:2012.240.QPC"]


def test_a_court_is_carried_only_to_numbers_it_can_bear() -> None:
    text = "la question posée à la Cour de justice de l’Union européenne par le Conseil d’État dans sa décision n° 301225 du 4 mai 2009"
    reference = only(text)
    assert reference.source is not None and reference.source.id == "case:fr/ce/301225"
    visas = "Vu la décision n° 2012-240 QPC du 4 mai 2012 ; Vu la décision n° 2019-101C du 6 mai 2019 de la présidente de la CNIL"
    assert [r.surface for r in cases(visas)] == ["décision n° 2012-240 QPC du 4 mai 2012"]
    assert [r.canonical for r in extract_text(visas) if r.kind == "prior_avis"] == ["CNIL, décision n° 2019-101C du 6 mai 2019"]


def test_a_name_stops_where_the_sentence_goes_on() -> None:
    reference = only("il a joint l’affaire Martin avec une affaire Tele2 (C-203/15), dans laquelle")
    assert (reference.surface, reference.source and reference.source.title) == ("affaire Tele2 (C-203/15)", "Tele2")


def test_joined_applications_are_one_decision_with_every_number() -> None:
    reference = only("CEDH, X. et Y. contre Royaume-Uni, 16 février 2021, Requêtes n°77587/12 et n°74603/12. Selon la Cour, rien.")
    assert reference.canonical == "CEDH, X. et Y. c. Royaume-Uni, 16 février 2021, n° 77587/12 et 74603/12"


def test_the_passage_is_the_pinpoint() -> None:
    assert only("(Haldimann c. Suisse, req. n° 21830/09, 24 février 2015,\n§ 44)").pinpoint == "§ 44"


def test_words_one_a_line_are_read_through() -> None:
    reference = only("11 Décision\nn°\n2009-580\nDC,\n10\njuin\n2009,\n§\n12,\ndisponible")
    assert reference.source is not None and reference.source.id == "ECLI:FR:CC:2009:2009.580.DC"


def test_a_case_of_another_country_keeps_its_number_and_parties() -> None:
    reference = only("Irak, Cour d'appel de Baghdad, n° 93S-2010, President of the Service v. Alan Rusbridger, janvier 2010 ; autre chose")
    assert reference.surface.startswith("Cour d'appel de Baghdad, n° 93S-2010, President")
    assert reference.surface.endswith("janvier 2010")


def test_a_decision_without_a_court_takes_the_one_its_sentence_names() -> None:
    reference = only("Le Conseil constitutionnel a jugé, dans une décision du 16 juillet 2009, que la loi était conforme.")
    assert reference.source is not None and reference.source.authority == "conseil-constitutionnel"


def test_two_decisions_in_one_note_stay_two() -> None:
    found = cases("CJCE, 11 janvier 2000, KREIL, aff C-285-98 ; CJCE, 30 juin 1988, Commission c/ France, aff. 318/86")
    assert [r.source.id for r in found if r.source] == ["case:eu/C-285/98", "case:eu/318/86"]


def test_several_decisions_of_one_day_are_each_found() -> None:
    found = cases("ce que jugeait le Conseil d’État (décisions n° 69186, 69.206 et 70.749 du 16 octobre 1968)")
    assert [(r.source.id, r.source.date) for r in found if r.source] == [
        ("case:fr/ce/69186", "1968-10-16"),
        ("case:fr/ce/69206", "1968-10-16"),
        ("case:fr/ce/70749", "1968-10-16"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "L’association Nos Droits contre le Premier Ministre",
        "Cette affaire a ému l’opinion ; cette ordonnance aussi.",
        "Le Conseil d’État a rendu une étude sur le numérique.",
        "Par une décision de licenciement du 3 mars 2010, l’employeur a rompu le contrat.",
        "La Cour européenne des droits de l’homme rappelle constamment ce principe.",
        "Selon le c. civ. et le C. pén., c’est interdit.",
        "Le Défenseur des droits a pris position contre la réforme.",
        "Ce livre coûte 12/50 euros, rayon C, allée T.",
        "Une ordonnance de protection a été demandée.",
        "Il a saisi le tribunal administratif de Paris le 3 mai 2012.",
        "Le tribunal correctionnel de Bobigny, le 12 janvier 2015, l’a relaxé.",
        "Par décision du 3 mars 2015, le préfet de police a refusé le titre de séjour.",
        "L’arrêt de travail a été prescrit après l’audience.",
        "l’avis n° 393570 du Conseil d’État en date du 3 décembre 2015",
        "Cour européenne des droits de l’homme – Formulaire de requête\n\n6 / 13\n\nExposé des faits",
        "Formulaire de requête 6 / 13",
        "Le rayon C 12/50 est fermé.",
        "Durand c. France, communication n° 2747/2016",
        "ARRÊT\nSTRASBOURG\n4 octobre 2007",
        "Des demandes ont été déposées au tribunal administratif, n° 1 des juridictions.",
        "Le Conseil d’État, dans son avis n° 390867 du 15 octobre 2015, estime le contraire.",
        "Il a interjeté appel devant la cour d’appel, trois mois plus tard.",
        "Le conseil de prud’hommes, le 3 mars 2015, l’a débouté.",
        "Le tribunal administratif de Lyon a annulé la décision du 3 mars 2015 par laquelle le maire a refusé le permis.",
        "Le tribunal administratif de Lyon a annulé la décision du 3 mars 2015 du préfet du Rhône.",
    ],
)
def test_what_only_looks_like_a_decision_is_none(text: str) -> None:
    assert cases(text) == []


def test_a_running_header_cites_nothing_but_the_document_itself() -> None:
    sentences = [
        "La requête vise la loi n° 78-17 du 6 janvier 1978, dont la portée est discutée depuis longtemps.",
        "Les requérants soutiennent que leur intérêt à agir est certain et que le délai a été respecté.",
        "Le Gouvernement oppose une fin de non-recevoir que rien au dossier ne permet d’accueillir.",
        "Au fond, la mesure porte une atteinte grave au secret des correspondances de chacun.",
        "Il y a donc lieu de transmettre la question, qui est nouvelle et présente un caractère sérieux.",
    ]
    header = "2015-478 QPC - Reçu au greffe le 29 juin 2015"
    pages = [f"{n}\n{header}\n\n{sentence}\nC’est ce que retient la cour." for n, sentence in enumerate(sentences, 1)]
    text = "\n\n".join(pages)
    starts = [text.index(page) for page in pages]
    spans = tuple(Page(n, a, b) for n, (a, b) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1))
    assert [r.surface for r in extract(document(text, pages=spans))] == ["loi n° 78-17 du 6 janvier 1978"]
