"""Who decided, where a decision is cited without its court: the court that acts, not one that is named later."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


def targets(text: str) -> dict[str, str | None]:
    return {r.surface: r.source.id if r.source else None for r in extract_text(text) if r.kind in ("case", "law")}


@pytest.mark.parametrize(
    ("text", "surface", "target"),
    [
        (
            "Le Conseil d’État statuait en appel. Par une décision du 4 mai 2018, il avait annulé l’ordonnance du tribunal administratif de Nice du 2 avril 2018.",
            "décision du 4 mai 2018",
            "case:fr/ce/2018-05-04",
        ),
        (
            "La Cour de cassation s’est prononcée. Par un arrêt du 4 mai 2018, elle a cassé l’arrêt de la cour d’appel de Douai du 2 avril 2016.",
            "arrêt du 4 mai 2018",
            "case:fr/cass/2018-05-04",
        ),
        (
            "La Cour européenne des droits de l’homme a été saisie. Dans un arrêt du 4 mai 2018, elle a condamné la France, à rebours du Conseil d’État.",
            "arrêt du 4 mai 2018",
            "case:echr/2018-05-04",
        ),
        (
            "La Cour de cassation a tranché. Par un arrêt du 4 mai 2018, la Haute juridiction a rejeté le pourvoi formé contre l’arrêt de la cour d’appel de Metz.",
            "arrêt du 4 mai 2018",
            "case:fr/cass/2018-05-04",
        ),
        (
            "Le Conseil d’État a annulé l’ordonnance du tribunal administratif de Nice par une décision du 4 mai 2018.",
            "décision du 4 mai 2018",
            "case:fr/ce/2018-05-04",
        ),
        (
            "Saisi en référé, le Conseil d’État a rejeté la demande. L’ordonnance du 4 mai 2018 du même juge le rappelle.",
            "ordonnance du 4 mai 2018 du même juge",
            "case:fr/ce/2018-05-04",
        ),
        (
            "Le jugement du tribunal administratif de Nice a été confirmé par un arrêt du 4 mai 2018 de la cour administrative d’appel de Lyon.",
            "arrêt du 4 mai 2018 de la cour administrative d’appel de Lyon",
            "case:fr/caa/lyon/2018-05-04",
        ),
    ],
)
def test_the_court_is_the_one_that_acts(text: str, surface: str, target: str) -> None:
    assert targets(text)[surface] == target


@pytest.mark.parametrize(
    "text",
    [
        # The pronoun is of another body.
        "Le Défenseur des droits était intervenu. Par décision du 4 mai 2018, il avait présenté des observations devant le Conseil d’État.",
        "Le maire s’y est opposé. Le tribunal administratif de Nice a été saisi. La CNIL est intervenue. Par une décision du 4 mai 2018, elle a mis en demeure la commune.",
    ],
)
def test_a_pronoun_that_stands_for_no_court_gives_no_case(text: str) -> None:
    assert [target for target in targets(text).values() if target and target.startswith("case:")] == []


def test_a_court_order_is_no_ordinance() -> None:
    text = "L’ordonnance du 4 mai 2018 du juge des référés a été confirmée. L’ordonnance du 3 novembre 2011 est abrogée."
    assert targets(text) == {
        "ordonnance du 4 mai 2018 du juge des référés": "case:x/2018-05-04",
        "ordonnance du 3 novembre 2011": "ordonnance:2011-11-03",
    }


@pytest.mark.parametrize(
    ("text", "surface", "target"),
    [
        (
            "(Comité européen des droits sociaux, FIDH c. Grèce, réclamation n° 7/2000, décision sur le bien-fondé du 5 décembre 2000)",
            "Comité européen des droits sociaux, FIDH c. Grèce, réclamation n° 7/2000, décision sur le bien-fondé du 5 décembre 2000",
            "case:ceds/7/2000",
        ),
        (
            "Voir CEDS, Centre européen pour les droits des Roms (CEDR) c. France, récl. n° 51/2008, déc. bien-fondé, 19 octobre 2009.",
            "CEDS, Centre européen pour les droits des Roms (CEDR) c. France, récl. n° 51/2008, déc. bien-fondé, 19 octobre 2009",
            "case:ceds/51/2008",
        ),
        (
            "CE, réf., 9 juin 2016, Commune de Dole et ministre d’État, ministre de l’intérieur, nos 412345, 412346.",
            "CE, réf., 9 juin 2016, Commune de Dole et ministre d’État, ministre de l’intérieur, nos 412345, 412346",
            "case:fr/ce/412345",
        ),
        (
            "CE, Ass., 8 mai 1980, GISTI, CFDT et CGT, nos 10123, 10678 et 10679 ;",
            "CE, Ass., 8 mai 1980, GISTI, CFDT et CGT, nos 10123, 10678 et 10679",
            "case:fr/ce/10123",
        ),
        ("CJCE, 5 févr. 1963, Van Gend en Loos, 26/62 ;", "CJCE, 5 févr. 1963, Van Gend en Loos, 26/62", "case:eu/26/62"),
        ("la décision QPC n° 2019-765 du 3 mai 2019", "décision QPC n° 2019-765 du 3 mai 2019", "ECLI:FR:CC:2019:2019.765.QPC"),
        ("La QPC n° 2019-765 du 3 mai 2019", "QPC n° 2019-765 du 3 mai 2019", "ECLI:FR:CC:2019:2019.765.QPC"),
        (
            "CEDH, déc., 7 mai 2013, Durand c. France (déc.), n° 39123/07.",
            "CEDH, déc., 7 mai 2013, Durand c. France (déc.), n° 39123/07",
            "ECLI:CE:ECHR:2013:0507DEC003912307",
        ),
        ("TA Montreuil, 12 juin 2020, n° 2005123, C+ ;", "TA Montreuil, 12 juin 2020, n° 2005123", "case:fr/ta/montreuil/2005123"),
        ("TJ Bobigny, JLD, 3 mai 2021 ;", "TJ Bobigny, JLD, 3 mai 2021", "case:fr/tj/bobigny/2021-05-03"),
    ],
)
def test_parties_and_numbers_are_read_whole(text: str, surface: str, target: str) -> None:
    assert targets(text) == {surface: target}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "L’avis de l’assemblée générale du Conseil d’État du 17 mai 2016 est public.",
            {},
        ),
        (
            "Voir arrêts du 13 mai 2014, Google Spain, C-131/12, EU:C:2014:317, point 69, ainsi que du 24 septembre 2019, GC e.a., C-136/17, EU:C:2019:773, point 35.",
            {
                "arrêts du 13 mai 2014, Google Spain, C-131/12, EU:C:2014:317, point 69": "ECLI:EU:C:2014:317",
                "24 septembre 2019, GC e.a., C-136/17, EU:C:2019:773, point 35": "ECLI:EU:C:2019:773",
            },
        ),
        (
            "l’arrêt Durand et autres c. Italie ([GC], no 16123/12, §§ 158-169, 15 décembre 2016)",
            {"Durand et autres c. Italie ([GC], no 16123/12, §§ 158-169, 15 décembre 2016)": "ECLI:CE:ECHR:2016:1215JUD001612312"},
        ),
        ("CJUE 28 avr. 2011, Durand, aff. C-61/11 PPU ;", {"CJUE 28 avr. 2011, Durand, aff. C-61/11 PPU": "case:eu/C-61/11-PPU"}),
        (
            "La Cour de cassation, dans un arrêt du 25 mai 2019 (n° 17-31170, P+B), a retenu cela.",
            {"Cour de cassation, dans un arrêt du 25 mai 2019 (n° 17-31170, P+B)": "case:fr/cass/17-31.170"},
        ),
        (
            "Le tribunal administratif de Nice, par une ordonnance du 3 mars 2021, a suspendu l’arrêté.",
            {"tribunal administratif de Nice, par une ordonnance du 3 mars 2021": "case:fr/ta/nice/2021-03-03"},
        ),
    ],
)
def test_names_classes_and_benches_are_told_apart(text: str, found: dict[str, str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M. B a demandé au tribunal administratif de Melun d’annuler la décision du 12 février 2019.", {}),
        ("Il demande au Conseil d’État la suspension de l’exécution de la décision du 3 mars 2020.", {}),
        (
            "Il demande l’annulation de la décision du 5 juin 2020 par laquelle la Cour nationale du droit d’asile a statué.",
            {"décision du 5 juin 2020": "case:fr/cnda/2020-06-05"},
        ),
        # A "jugement" is no decision of the Conseil d'État.
        (
            "Le Conseil d’État a confirmé, par une décision du 4 mai 2021, le jugement du 3 mars 2020.",
            {"décision du 4 mai 2021": "case:fr/ce/2021-05-04"},
        ),
        (
            "La cour administrative d’appel de Versailles s’est ralliée à cette position par un arrêt du 4 mai 2017, n° 15VE02340.",
            {"arrêt du 4 mai 2017, n° 15VE02340": "case:fr/caa/versailles/15VE02340"},
        ),
        (
            "Le pourvoi a été rejeté par la chambre criminelle. Par arrêt du 8 décembre 2020, celle-ci a jugé autrement.",
            {"arrêt du 8 décembre 2020": "case:fr/cass/2020-12-08"},
        ),
        ("CE, ord., 8 avr. 2020, n° 439820, SFOIP ; ibid., n° 439821.", {"CE, ord., 8 avr. 2020, n° 439820, SFOIP": "case:fr/ce/439820"}),
        (
            "Le juge (CE, ord., 8 avril 2020, n° 439820) a statué. L’ordonnance du 8 avril 2020 est claire.",
            {"CE, ord., 8 avril 2020, n° 439820": "case:fr/ce/439820", "ordonnance du 8 avril 2020": "case:fr/ce/439820"},
        ),
        (
            "(n° 80-120 DC, 19-20 janvier 1981)",
            {"n° 80-120 DC, 19-20 janvier 1981": "ECLI:FR:CC:1981:80.120.DC"},
        ),
        (
            "Aff. C-638/16 PPU, X et X c. État belge, 7 mars 2017.",
            {"Aff. C-638/16 PPU, X et X c. État belge, 7 mars 2017": "case:eu/C-638/16-PPU"},
        ),
        (
            "La requérante invoque l’arrêt Mme D. c. France du 16 juillet 2020 (n° 11280/18).",
            {"Mme D. c. France du 16 juillet 2020 (n° 11280/18)": "ECLI:CE:ECHR:2020:0716JUD001128018"},
        ),
        (
            "(CIRDI, sentence du 3 mars 2010, Durand c. Géorgie, aff. n° ARB/05/10)",
            {"CIRDI, sentence du 3 mars 2010, Durand c. Géorgie, aff. n° ARB/05/10": "case:cirdi/ARB/05/10"},
        ),
        (
            "Cons. const., n° 2021-810 DC du 20 mai 2021. Il l’avait dit (déc. préc., § 160).",
            {"Cons. const., n° 2021-810 DC du 20 mai 2021": "ECLI:FR:CC:2021:2021.810.DC", "déc. préc.": "ECLI:FR:CC:2021:2021.810.DC"},
        ),
        ("L’arrêt Haqbin du 12 novembre 2019 (EU:C:2019:956)", {"arrêt Haqbin du 12 novembre 2019 (EU:C:2019:956)": "ECLI:EU:C:2019:956"}),
    ],
)
def test_who_decided_what(text: str, found: dict[str, str]) -> None:
    assert targets(text) == found


def test_a_precited_case_is_the_one_so_named() -> None:
    text = (
        "L’arrêt El Durand c. France (n° 51123/08, 20 janvier 2011) et l’affaire Milka c. Pologne (n° 14123/12, 15 septembre 2015) le disent. "
        "L’arrêt El Durand précité est clair. V. aussi El Durand, § 38."
    )
    found = targets(text)
    assert found["arrêt El Durand précité"] == found["El Durand, § 38"] == "ECLI:CE:ECHR:2011:0120JUD005112308"


def test_two_decisions_of_one_case_stay_two() -> None:
    text = "CEDH, déc., 7 mai 2013, Durand c. France, n° 39123/07. CEDH, 19 janvier 2015, Durand c. France, nos 39123/07 et 39124/07."
    assert list(targets(text).values()) == ["ECLI:CE:ECHR:2013:0507DEC003912307", "ECLI:CE:ECHR:2015:0119JUD003912307"]
