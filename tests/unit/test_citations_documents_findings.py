"""What a reader is told to check: articles, laws, dates, notes. Each finding has both readings and says how sure it is."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from support.annotated import annotated

from renvois.graph.errors import InputError
from renvois.loaders.citations.catalogue import Catalogue
from renvois.loaders.citations.extract import extract
from renvois.loaders.citations.model import Finding, Reference
from renvois.loaders.document import Document, Facts

PENAL, EDUCATION = "LEGITEXT000006070719", "LEGITEXT000006071191"
HEAD = "code;legitext;num;legiarti;etat;debut;fin;src\n"
ROWS = (
    f"Code pénal;{PENAL};225-4-1;;VIGUEUR;2003-03-19;;x\nCode pénal;{PENAL};225-7;;VIGUEUR;1994-03-01;;x\n"
    f"Code pénal;{PENAL};222-22;;MODIFIE;1994-03-01;2006-04-05;x\nCode pénal;{PENAL};222-22;;VIGUEUR;2021-08-01;;x\n"
    f"Code pénal;{PENAL};225-12-1;;ABROGE;1994-03-01;2016-04-15;x\n"
    f"Code de l'éducation;{EDUCATION};L312-17-1;;VIGUEUR;2010-07-11;;x\n"
)
TRAFFICKING = [
    "L’infraction de traite des êtres humains à des fins d’exploitation est définie par la loi pénale[^1], mal connue de la justice.",
    "Le proxénétisme[^2] et le recours à la prostitution[^3] sont d’autres infractions.",
    "La Commission rappelle que l’infraction de traite des êtres humains à des fins d’exploitation vise aussi les Français[^4].",
]
NOTES = {
    1: "Art. 225-4-1 du code pénal : fait de recruter ou d’accueillir une personne.",
    2: "Code pénal, article 225-7, 1°.",
    3: "Article 225-12-1 du code pénal.",
    4: "Comme précisé dans l’article 224-4-1 du code pénal.",
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    (tmp_path / "articles.csv").write_text(HEAD + ROWS, encoding="utf-8")
    return Catalogue.load(tmp_path / "articles.csv")


def by_container(references: tuple[Reference, ...], container: str) -> Reference:
    return next(r for r in references if r.container == container)


def findings(document: Document, catalogue: Catalogue | None = None) -> list[Finding]:
    return [f for r in extract(document, catalogue=catalogue) for f in r.findings]


def test_an_article_a_digit_away_from_one_of_the_same_subject_is_told_from_the_text_alone() -> None:
    reference = by_container(extract(annotated(TRAFFICKING, NOTES)), "n4")
    assert reference.source is not None
    assert reference.source.id == f"legi:{PENAL}/art/225-4-1"
    assert reference.as_cited == f"legi:{PENAL}/art/224-4-1"
    (finding,) = reference.findings
    assert (finding.kind, finding.certainty, finding.suggestion, finding.quote) == (
        "unknown_article",
        "probable",
        "225-4-1",
        "article 224-4-1 du code pénal",
    )
    assert "224-4-1" in finding.message and "225-4-1" in finding.message and "note 1" in finding.message


def test_the_right_article_is_left_alone() -> None:
    assert by_container(extract(annotated(TRAFFICKING, NOTES)), "n1").findings == ()


def test_neighbouring_articles_are_no_slips() -> None:
    text = "La traite des êtres humains et son aggravation sont punies (articles 225-4-1, 225-4-2, 225-4-3 et 222-33-2 du code pénal)."
    assert findings(annotated([text], {})) == []


def test_an_article_of_another_subject_is_no_slip() -> None:
    paragraphs = [TRAFFICKING[0], TRAFFICKING[1], "L’usurpation d’identité sur les réseaux numériques est réprimée[^4]."]
    assert findings(annotated(paragraphs, NOTES | {4: "Article 226-4-1 du code pénal."})) == []


def test_a_catalogue_settles_it(catalogue: Catalogue) -> None:
    reference = by_container(extract(annotated(TRAFFICKING, NOTES), catalogue=catalogue), "n4")
    assert reference.source is not None and reference.source.id == f"legi:{PENAL}/art/225-4-1"


def test_an_article_the_whole_catalogue_lacks_is_told_on_a_document_of_its_time(catalogue: Catalogue) -> None:
    facts = Facts("Avis", "A-2014-1", "2014-05-22", None, "CNCDH", "fr")
    (finding,) = findings(annotated(["L’article 225-8 du code pénal s’applique."], {}, facts), catalogue)
    assert (finding.kind, finding.suggestion) == ("unknown_article", "225-7")


def test_a_later_document_may_cite_a_newer_article(catalogue: Catalogue) -> None:
    assert findings(annotated(["L’article 225-8 du code pénal s’applique."], {}), catalogue) == []


def test_a_code_that_the_catalogue_does_not_hold_proves_nothing(catalogue: Catalogue) -> None:
    facts = Facts("Avis", "A-2014-1", "2014-05-22", None, "CNCDH", "fr")
    assert findings(annotated(["L’article L. 999-9 du code du travail s’applique."], {}, facts), catalogue) == []


def test_a_lost_prefix_is_that_of_the_neighbours() -> None:
    document = annotated(["Un[^1]. Deux[^2]."], {1: "Code de l’éducation, art. L. 312-16.", 2: "Code de l’éducation, art. 312-17-1."})
    reference = by_container(extract(document), "n2")
    assert reference.source is not None and reference.source.id == f"legi:{EDUCATION}/art/L312-17-1"
    assert (reference.as_cited, reference.canonical) == (f"legi:{EDUCATION}/art/312-17-1", "code de l’éducation, art. L. 312-17-1")
    assert [(f.kind, f.certainty) for f in reference.findings] == [("missing_prefix", "probable")]


def test_a_lost_prefix_without_neighbours_is_a_doubt_and_keeps_what_is_written() -> None:
    reference = by_container(extract(annotated(["Voir l’article 312-17-1 du code de l’éducation."], {})), "p1")
    assert reference.source is not None and reference.source.id == f"legi:{EDUCATION}/art/312-17-1"
    assert [(f.kind, f.certainty) for f in reference.findings] == [("missing_prefix", "possible")]


def test_a_lost_prefix_is_found_in_the_catalogue(catalogue: Catalogue) -> None:
    reference = by_container(extract(annotated(["Voir l’article 312-17-1 du code de l’éducation."], {}), catalogue=catalogue), "p1")
    assert reference.source is not None and reference.source.id == f"legi:{EDUCATION}/art/L312-17-1"


def test_codes_with_bare_numbers_have_no_lost_prefix() -> None:
    assert findings(annotated(["Voir l’article 1240 du code civil et l’article 2-22 du code de procédure pénale."], {})) == []


def test_versions_tell_what_has_changed_since_and_what_is_no_longer_in_force(catalogue: Catalogue) -> None:
    changed = findings(
        annotated(["L’article 222-22 du code pénal s’applique."], {}, Facts(None, None, "2005-01-01", None, None, "fr")), catalogue
    )
    assert [(f.kind, f.certainty) for f in changed] == [("changed_since", "certain")]
    assert "1er août 2021" in changed[0].message
    gone = findings(annotated(["L’article 225-12-1 du code pénal s’applique."], {}), catalogue)
    assert [f.kind for f in gone] == ["not_in_force"]


def test_contradicting_dates_of_one_avis_are_settled_by_what_else_the_text_says() -> None:
    document = annotated(
        ["La Commission a adopté, en novembre 2019, un Avis sur le deuxième protocole national contre la traite des êtres humains.[^1]"],
        {
            1: "CNCDH, Avis sur le deuxième protocole national contre la traite des êtres humains, 19 septembre 2019, "
            "JORF n°0279 du 1 décembre 2019, "
            "texte n° 55 ; disponible ici : https://www.cncdh.fr/sites/default/\nfiles/191119_avis_protocole.pdf"
        },
    )
    reference = by_container(extract(document), "n1")
    assert "19 novembre 2019" in reference.canonical
    (finding,) = reference.findings
    assert (finding.kind, finding.certainty, finding.suggestion) == ("date_conflict", "probable", "19 novembre 2019")
    assert "19 septembre 2019" in finding.message and "19 novembre 2019" in finding.message


def test_a_law_known_under_another_date() -> None:
    reference = by_container(extract(annotated(["La loi n° 78-17 du 6 juin 1978 protège les données."], {})), "p1")
    (finding,) = reference.findings
    assert (finding.kind, finding.certainty) == ("date_number", "certain")
    assert "6 janvier 1978" in finding.message and "6 juin 1978" in finding.message
    assert reference.source is not None and reference.source.id == "eli:fr/loi/1978/1/6/78-17"


def test_a_number_of_another_year_than_its_date() -> None:
    found = findings(annotated(["Le décret n° 2014-555 du 3 mars 2017 l’organise."], {}))
    assert [(f.kind, f.certainty) for f in found] == [("date_number", "probable")]


def test_a_law_of_an_unknown_day_is_kept_with_the_one_of_its_month() -> None:
    reference = by_container(extract(annotated(["La loi du 13 août 2013 a créé ce droit."], {})), "p1")
    assert reference.source is not None and reference.source.id == "loi:2013-08-13"
    assert [(f.kind, f.certainty, f.suggestion) for f in reference.findings] == [
        ("unknown_date", "possible", "loi n° 2013-711 du 5 août 2013")
    ]  # fmt: skip


def test_a_directive_whose_date_is_of_another_year() -> None:
    found = findings(annotated(["Vu la directive 2000/78/CE du 27 novembre 2008 portant création d’un cadre général."], {}))
    assert [f.kind for f in found] == ["date_number"]


def test_right_dates_and_numbers_give_no_finding() -> None:
    text = (
        "La loi n° 78-17 du 6 janvier 1978, le décret n° 2019-1593 du 31 décembre 2019, le règlement (UE) 2016/679 du 27 avril 2016 "
        "et la directive 2011/36/UE du 5 avril 2011 s’appliquent."
    )
    assert findings(annotated([text], {})) == []


def test_initials_that_lost_a_full_stop() -> None:
    (finding,) = findings(annotated(["Voir CEDH, V.C.Let A.N. contre Royaume-Uni, 16 février 2021, n° 77587/12."], {}))
    assert (finding.kind, finding.suggestion) == ("typo", "V.C.L. et")


def test_a_citing_note_that_nothing_calls() -> None:
    found = findings(annotated(["Un texte sans appel."], {1: "Art. 225-4-1 du code pénal."}))
    assert [f.kind for f in found] == ["note_without_call"]


def test_the_catalogue_reads_gzip_and_legi_xml_alike(tmp_path: Path) -> None:
    (tmp_path / "articles.csv.gz").write_bytes(gzip.compress((HEAD + ROWS).encode()))
    packed = Catalogue.load(tmp_path / "articles.csv.gz")
    folder = tmp_path / "legi" / "article"
    folder.mkdir(parents=True)
    (folder / "LEGIARTI000001.xml").write_text(
        "<ARTICLE><META><META_COMMUN><ID>LEGIARTI000001</ID></META_COMMUN><META_SPEC><META_ARTICLE><NUM>L312-17-1</NUM><ETAT>VIGUEUR</ETAT>"
        "<DATE_DEBUT>2010-07-11</DATE_DEBUT><DATE_FIN>2999-01-01</DATE_FIN></META_ARTICLE></META_SPEC></META>"
        f'<CONTEXTE><TEXTE cid="{EDUCATION}"/></CONTEXTE></ARTICLE>',
        encoding="utf-8",
    )
    (folder / "LEGISCTA000001.xml").write_text("<SECTION_TA><ID>LEGISCTA000001</ID></SECTION_TA>", encoding="utf-8")
    xml = Catalogue.load(tmp_path / "legi")
    assert xml.of(EDUCATION, "L312-17-1") == packed.of(EDUCATION, "L312-17-1") != ()
    assert not xml.holds(PENAL)


@pytest.mark.parametrize(
    ("pinpoint", "told"),
    [
        ("le 4° de l’article L. 312-16", "s’arrête au 2°"),
        ("l’article L. 312-16, alinéa 6", "5 alinéas"),
        ("le 2° de l’article L. 312-16", None),
        ("le cinquième alinéa de l’article L. 312-16", None),
        ("le II de l’article L. 312-16", None),
    ],
)
def test_a_pinpoint_beyond_the_article_is_told(tmp_path: Path, pinpoint: str, told: str | None) -> None:
    (tmp_path / "article.xml").write_text(
        "<ARTICLE><META><META_SPEC><META_ARTICLE><NUM>L312-16</NUM><DATE_DEBUT>2001-07-07</DATE_DEBUT><DATE_FIN>2999-01-01</DATE_FIN>"
        f'</META_ARTICLE></META_SPEC></META><CONTEXTE><TEXTE cid="{EDUCATION}"/></CONTEXTE><BLOC_TEXTUEL><CONTENU><p>Une information est'
        "\ndispensée&#160;:</p><p>1° Dans les écoles ;<br/>2° Dans les <i>collèges</i> et lycées.</p><div>Elle est donnée par groupes.</div>"
        "Elle associe les parents.</CONTENU></BLOC_TEXTUEL></ARTICLE>",
        encoding="utf-8",
    )
    catalogue = Catalogue.load(tmp_path / "article.xml")
    (reference,) = extract(annotated([f"Selon {pinpoint} du code de l’éducation, elle est due."], {}), catalogue=catalogue)
    assert [f.kind for f in reference.findings] == ([] if told is None else ["pinpoint_beyond"])
    assert told is None or told in reference.findings[0].message


def test_the_version_in_force_is_that_of_the_document_s_date(catalogue: Catalogue) -> None:
    facts = Facts(None, None, "2005-01-01", None, None, "fr")
    (reference,) = extract(annotated(["L’article 222-22 du code pénal s’applique."], {}, facts), catalogue=catalogue)
    assert reference.in_force_since == "1994-03-01"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"nom;prenom\nx;y\n"),
        ("a.csv", b"\xff\xfe\x00"),
        ("a.csv.gz", b"pas un gzip"),
        ("a.xml", b"<ARTICLE>"),
        ("a.csv", (HEAD + "x;y\n").encode()),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_named_with_its_cure(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as raised:
        Catalogue.load(tmp_path / name)
    assert raised.value.where is not None and name in raised.value.where
    assert raised.value.cure


def test_a_catalogue_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        Catalogue.load(tmp_path / "nulle-part.csv")
