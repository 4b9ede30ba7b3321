"""Texts in English about French and European law: articles, codes, laws, acts, treaties, dates and what points back to them."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text

CONVENTION = "Convention européenne de sauvegarde des droits de l’homme et des libertés fondamentales"
CHARTER = "Charte des droits fondamentaux de l’Union européenne"
EPRIVACY = "directive 2002/58/CE du 12 juillet 2002"
GDPR = "règlement (UE) 2016/679 du 27 avril 2016"
SECURITY = "code de la sécurité intérieure"
DATA = "loi n° 78-17 du 6 janvier 1978"
PRESS = "loi du 29 juillet 1881"


def canonicals(text: str) -> list[str]:
    """What the text cites, an instrument named inside a reference to its article left out."""
    found = extract_text(text)
    return [r.canonical for r in found if not any(o is not r and o.start <= r.start and r.end <= o.end for o in found)]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Article L. 851-1 of the Internal Security Code", [f"{SECURITY}, art. L. 851-1"]),
        ("Art. L. 851-1 of the Internal Security Code (Code de la sécurité intérieure)", [f"{SECURITY}, art. L. 851-1"]),
        ("Articles 226-1 et seq. of the French Criminal Code", ["code pénal, art. 226-1 et s."]),
        ("Article L. 34-1 of the Postal and Electronic Communications Code", ["code des postes et des communications électroniques, art. L. 34-1"]),
        ("Article L. 441-1 of the Construction and Housing Code", ["code de la construction et de l’habitation, art. L. 441-1"]),
        ("Section 24 of the Act of 29 July 1881", [f"{PRESS}, art. 24"]),
        ("sections 29 and 32 of the Freedom of the Press Act", [f"{PRESS}, art. 29", f"{PRESS}, art. 32"]),
        ("Articles 7, 8 and 52(1) of the Charter of Fundamental Rights", [f"{CHARTER}, art. 7", f"{CHARTER}, art. 8", f"{CHARTER}, art. 52, § 1"]),
        ("Article 4(2) TEU", ["Traité sur l’Union européenne, art. 4, § 2"]),
        ("Article 8, paragraph 2, of the European Convention on Human Rights", [f"{CONVENTION}, art. 8 § 2"]),
        ("Article 1 of Protocol No. 1", ["Premier protocole additionnel à la Convention européenne des droits de l’homme, art. 1er"]),
        ("Article 17 of the ICCPR", ["Pacte international relatif aux droits civils et politiques, art. 17"]),
        ("recital 173 of the GDPR", [f"{GDPR}, considérant 173"]),
        ("recital 60 of the preamble to Directive 2002/58/EC", [f"{EPRIVACY}, considérant 60"]),
        ("Article 5(3) of the “ePrivacy” Directive", [f"{EPRIVACY}, art. 5, § 3"]),
        ('Article 16 of the "Informatique et Libertés" law', [f"{DATA}, art. 16"]),
        ('Article 82 of the law "Informatique et Libertés"', [f"{DATA}, art. 82"]),
        ("Article 16 of the Declaration of the Rights of Man and of the Citizen of 1789", ["Déclaration des droits de l’homme et du citoyen de 1789, art. 16"]),
        ("Article 6 §§ 1 and 3 (d) of the European Convention on Human Rights", [f"{CONVENTION}, art. 6, § 1 et 3, d)"]),
        ("Articles 6 § 1 and 13 of the European Convention on Human Rights", [f"{CONVENTION}, art. 6 § 1", f"{CONVENTION}, art. 13"]),
        ("Article 5, paragraphs 1 and 2, of Directive 2002/58/EC", [f"{EPRIVACY}, art. 5, § 1 et 2"]),
        ("Article 15(1), read together with Article 5, of Directive 2002/58/EC", [f"{EPRIVACY}, art. 15, § 1", f"{EPRIVACY}, art. 5"]),
        ("Article 66 of the French Constitution", ["Constitution du 4 octobre 1958, art. 66"]),
        ("Article 1(2)(b) and (c) of Framework Decision 2008/977/JHA", ["décision-cadre 2008/977/JAI du 27 novembre 2008, art. 1er, § 2, b) et c)"]),
    ],
)  # fmt: skip
def test_articles(text: str, cited: list[str]) -> None:
    assert canonicals(f"Under {text}, this is so.") == cited


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Law no. 2004-575 of 21 June 2004", ["loi n° 2004-575 du 21 juin 2004"]),
        ("Law No 2004-575 of June 21, 2004", ["loi n° 2004-575 du 21 juin 2004"]),
        ("the Law of 1st July 1901", ["loi du 1er juillet 1901"]),
        ("the Data Protection Act of 6 January 1978", [DATA]),
        ("Organic Law no. 2009-1523 of 10 December 2009", ["loi organique n° 2009-1523 du 10 décembre 2009"]),
        ("Laws nos. 2015-912 of 24 July 2015 and 2015-1556 of 30 November 2015", ["loi n° 2015-912 du 24 juillet 2015", "loi n° 2015-1556 du 30 novembre 2015"]),
        ("Decree No. 2011-219 of February 25, 2011", ["décret n° 2011-219 du 25 février 2011"]),
        ("Ordinance no. 58-1067 of 7 November 1958", ["ordonnance n° 58-1067 du 7 novembre 1958"]),
        ("the Ministerial Order of 23 January 2019", ["arrêté du 23 janvier 2019"]),
        ("Directive 2002/58/EC of the European Parliament and of the Council of July 12, 2002", [EPRIVACY]),
    ],
)  # fmt: skip
def test_laws_decrees_and_acts(text: str, cited: list[str]) -> None:
    assert canonicals(f"Having regard to {text} concerning this;") == cited


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Article L. 811-3 of the Internal Security Code applies. Article L. 821-1 of the same Code too.", f"{SECURITY}, art. L. 821-1"),
        ("Article L. 811-3 of the Internal Security Code applies. Article L. 821-1 of that code too.", f"{SECURITY}, art. L. 821-1"),
        (f"{DATA} applies. Article 20, paragraph III, of this same law too.", f"{DATA}, art. 20, III"),
        ("Directive 2002/58/EC applies; so does Article 15 of that directive.", f"{EPRIVACY}, art. 15"),
        ("Having regard to Directive 2002/58/EC, and in particular Article 15 thereof;", f"{EPRIVACY}, art. 15"),
        ("Having regard to Directive 2002/58/EC, in particular its Article 15;", f"{EPRIVACY}, art. 15"),
        ("The Law of 29 July 1881 applies. Article 23 of the 1881 Act provides so.", f"{PRESS}, art. 23"),
        ("Law no. 78-17 of 6 January 1978 on data (hereinafter “the Data Protection Act”) was amended. See the Data Protection Act.", DATA),
        (
            "as provided in the Code of Criminal Procedure (“the CCP”). Article 712-10 of the CCP applies.",
            "code de procédure pénale, art. 712-10",
        ),
        ("Directive 2002/58/EC must be read in the light of Article 11 of the Charter.", f"{CHARTER}, art. 11"),
    ],
)
def test_what_points_back(text: str, cited: str) -> None:
    assert canonicals(text)[-1] == cited


@pytest.mark.parametrize(
    "text",
    [
        "This act of violence took place in the order of 5 to 10.",
        "The law of the land applies; the acts of 3 persons do not.",
        "The order of 5 May 2020 in Case 12 was his.",
        "Section 5 of this report and section 8 of the plan say so.",
        "He is the author of a treaty, of a charter and of a code of conduct.",
        "See section 12 of the Terrorism Act.",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert canonicals(text) == []


def test_a_definition_is_no_second_reference() -> None:
    assert canonicals("under the European Convention on Human Rights (“the Convention”).") == [CONVENTION]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Roman Zakharov v. Russia [GC], no. 47143/06, § 228, ECHR 2015", ["CEDH, GC, Roman Zakharov c. Russie, n° 47143/06"]),
        (
            "Klass and Others v. Germany, 6 September 1978, §§ 49-50, Series A no. 28",
            ["CEDH, Klass et autres c. Allemagne, 6 septembre 1978"],
        ),
        (
            "Weber and Saravia v. Germany (dec.), no. 54934/00, § 95, ECHR 2006-XI",
            ["CEDH, dec., Weber and Saravia c. Allemagne, n° 54934/00"],
        ),
        (
            "Big Brother Watch and Others v. the United Kingdom [GC], nos. 58170/13, 62322/14 and 24960/15, 25 May 2021",
            ["CEDH, GC, Big Brother Watch et autres c. Royaume-Uni, 25 mai 2021, n° 58170/13, 62322/14 et 24960/15"],
        ),
        ("Joined Cases C-293/12 and C-594/12, EU:C:2014:238, paragraph 54", ["CJUE, aff. C-293/12 et C-594/12"]),
        (
            "the judgment of the Court of Justice of 8 April 2014 in Joined Cases C-293/12 and C-594/12",
            ["CJUE, 8 avril 2014, aff. C-293/12 et C-594/12"],
        ),
        ("Constitutional Council, Decision no. 2015-713 DC of 23 July 2015", ["Conseil constitutionnel, 23 juillet 2015, n° 2015-713 DC"]),
        ("Council of State, 12 February 2016, no. 388134", ["CE, 12 février 2016, n° 388134"]),
        ("Court of Cassation, 8 July 2015, no. 14-88.457", ["Cass., 8 juillet 2015, n° 14-88.457"]),
        ("CASE OF MARTIN v. FRANCE (Application no. 53971/00)", ["CEDH, MARTIN c. France, n° 53971/00"]),
    ],
)
def test_decisions(text: str, cited: list[str]) -> None:
    assert canonicals(f"See {text}; this is so.") == cited


@pytest.mark.parametrize(
    "text",
    [
        "Klass and Others v. Germany, 6 September 1978, applies. As held in Klass and Others, cited above, § 50, it does.",
        "Klass and Others v. Germany, 6 September 1978, applies. In the Klass judgment, § 50, it does.",
    ],
)
def test_a_case_by_its_short_name(text: str) -> None:
    assert canonicals(text) == ["CEDH, Klass et autres c. Allemagne, 6 septembre 1978"] * 2


@pytest.mark.parametrize(
    "text", ["the Council of State was asked on 5 May 2015 whether so", "Act v. scene, volume V of the Reports", "in the present case"]
)
def test_courts_and_cases_that_are_no_decision(text: str) -> None:
    assert canonicals(text) == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("the deliberation of the CNIL no. 2019-093", ["CNIL, délibération n° 2019-093"]),
        ("deliberation no. SAN-2020-012 of December 7, 2020", ["délibération n° SAN-2020-012 du 7 décembre 2020"]),
        ("its Opinion No. 5/2019 of 12 March 2019", ["avis n° 5/2019 du 12 mars 2019"]),
        ("Opinion 04/2014 of the Article 29 Working Party", ["avis n° 04/2014"]),
        ("le groupe de travail « article 29 »", []),
    ],
)
def test_opinions_and_deliberations(text: str, cited: list[str]) -> None:
    assert canonicals(f"According to {text}, this is so.") == cited


def test_decisions_that_bear_a_name_before_their_date() -> None:
    found = extract_text("This was confirmed by the CJEU in its Lorient21 decision of October 1, 2019 (CJEU, October 1, 2019, C-673/17).")
    assert [(r.surface, r.source.id) for r in found if r.source] == [
        ("Lorient21 decision of October 1, 2019", "case:eu/C-673/17"),
        ("CJEU, October 1, 2019, C-673/17", "case:eu/C-673/17"),
    ]
    (reference,) = extract_text("The Council of State held so in its decision Association of Data Users of June 19, 2020 on cookies.")
    assert (reference.surface, reference.canonical) == (
        "decision Association of Data Users of June 19, 2020", "CE, Association of Data Users, 19 juin 2020",
    )  # fmt: skip


def test_a_named_decision_without_a_date_is_a_case_that_the_document_cites_and_no_other() -> None:
    found = extract_text("CJUE, 8 avril 2014, Digital Armor Ireland, C-293/12. In the Digital Armor decision, the Court held so.")
    assert [r.source.id for r in found if r.source] == ["case:eu/C-293/12"] * 2
    assert extract_text("In the Privacy Shield decision, nothing was said.") == ()


def test_a_decision_of_a_body_is_no_courts() -> None:
    assert [r for r in extract_text("The Court of Justice upheld the Commission decision of 26 July 2000.") if r.kind == "case"] == []


def test_the_courts_own_judgment_and_another_bodys_decision() -> None:
    (reference,) = extract_text("The Court’s Lorient II judgment of 16 July 2020 (C-311/18) says so.")
    assert (reference.surface, reference.canonical) == (
        "Lorient II judgment of 16 July 2020 (C-311/18)", "CJUE, Lorient II, 16 juillet 2020, aff. C-311/18",
    )  # fmt: skip
    owned = extract_text("The Commission’s Safe Armor decision of 26 July 2000, which the Court of Justice annulled.")
    assert [r for r in owned if r.kind == "case"] == []


def test_notes_with_pilcrows_and_supra() -> None:
    text = "CJEU, 7 November 2013, IPI v Englebert, C-473/12, ¶ 39. See ibid. at ¶ 37. Englebert, supra n. 3, ¶ 41."
    assert [(r.source.id if r.source else None, r.pinpoint) for r in extract_text(text)] == [
        ("case:eu/C-473/12", "¶ 39"),
        ("case:eu/C-473/12", "¶ 37"),
        ("case:eu/C-473/12", "¶ 41"),
    ]
