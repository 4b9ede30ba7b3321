"""Bills and other texts that amend: whose article a bare number is, in the structure of the amendments and in the words they insert."""

from __future__ import annotations

from renvois.loaders.citations.extract import extract_text

BILL = """PROJET DE LOI

Article 1er

I. – Le code rural et de la pêche maritime est ainsi modifié :
1° L’article L. 111-1 est abrogé ;
2° Le III du même article est complété par les mots : « , au sens de l’article L. 112-3 et de l’article L. 410-1 du code de commerce » ;
3° Après l’article L. 123-4, il est inséré un article L. 123-4-1 ainsi rédigé :
« Art. L. 123-4-1. – Par dérogation à l’article L. 123-1 du présent code et sans préjudice de l’article L. 612-1 du code de la
consommation, la chambre mentionnée à l’article L. 510-1 peut agir. » ;
4° L’article L. 205-1 est ainsi modifié :
a) Au premier alinéa, les mots : « à l’article L. 231-2-2 » sont supprimés ;
II. – Au premier alinéa de l’article 3 de la loi n° 2010-874 du 27 juillet 2010, les mots : « de l’article 8 » sont remplacés par les
mots : « des articles 9 et 10 ».
III. – À l’article 5 de la même loi, l’année : « 2020 » est remplacée par l’année : « 2022 ».

Article 2

Les dispositions de l’article 1er entrent en vigueur le 1er janvier 2023.
L’article L. 1424-3 du code général des collectivités territoriales est complété par un alinéa ainsi rédigé :
« Dans les conditions prévues à l’article L. 2212-2, le maire peut y déroger. »

Article 3

La présente loi est applicable à Mayotte, sous réserve du II de l’article 2.
"""
RURAL = "code rural et de la pêche maritime"
LAW = "loi n° 2010-874 du 27 juillet 2010"


def target(text: str, words: str) -> list[str]:
    """The canonical names of what is cited in `words`, which stand once in the text."""
    start = text.index(words)
    return [r.canonical for r in extract_text(text) if start <= r.start < start + len(words)]


def test_bare_articles_belong_to_the_code_that_the_paragraph_above_amends() -> None:
    assert target(BILL, "L’article L. 111-1") == [f"{RURAL}, art. L. 111-1"]
    assert target(BILL, "Après l’article L. 123-4,") == [f"{RURAL}, art. L. 123-4"]
    assert target(BILL, "4° L’article L. 205-1") == [f"{RURAL}, art. L. 205-1"]
    assert target(BILL, "« à l’article L. 231-2-2 »") == [f"{RURAL}, art. L. 231-2-2"]


def test_inserted_words_are_words_of_the_text_they_go_into() -> None:
    assert target(BILL, "l’article L. 112-3") == [f"{RURAL}, art. L. 112-3"]
    assert target(BILL, "l’article L. 123-1 du présent code") == [f"{RURAL}, art. L. 123-1"]
    assert target(BILL, "à l’article L. 510-1") == [f"{RURAL}, art. L. 510-1"]
    assert target(BILL, "à l’article L. 2212-2") == ["code général des collectivités territoriales, art. L. 2212-2"]
    assert target(BILL, "« de l’article 8 »") == [f"{LAW}, art. 8"]
    assert target(BILL, "« des articles 9 et 10 »") == [f"{LAW}, art. 9", f"{LAW}, art. 10"]


def test_a_text_named_in_inserted_words_stays_there() -> None:
    text = (
        "Le code pénal est ainsi modifié :\n1° L’article 131-26 est complété par les mots : « au sens du code de la route » ;\n"
        "2° À l’article 434-23 du même code, le mot : « deux » est supprimé."
    )
    assert target(text, "l’article 434-23 du même code") == ["code pénal, art. 434-23"]


def test_the_next_label_ends_the_scope_of_an_amendment() -> None:
    text = (
        "I. - Le code du travail est ainsi modifié :\n1° L’article L. 1153-1 est abrogé.\n"
        "II. - Le code de la défense est ainsi modifié :\n1° L’article L. 4121-2 est abrogé ;\n2° L’article L. 4122-4 est abrogé."
    )
    assert target(text, "L’article L. 1153-1") == ["code du travail, art. L. 1153-1"]
    assert target(text, "L’article L. 4122-4") == ["code de la défense, art. L. 4122-4"]


def test_a_code_named_otherwise_is_not_what_is_amended() -> None:
    text = (
        "Au premier alinéa de l’article L. 117 du code électoral, les mots : « l’article 131-26 du code pénal » sont remplacés par les "
        "mots : « les articles 131-26 et 131-27 »."
    )
    assert target(text, "131-27") == ["code pénal, art. 131-27"]


def test_the_articles_of_the_text_itself_are_no_citations() -> None:
    cited = [r.surface for r in extract_text(BILL)]
    assert not {"Article 1er", "Article 2", "Article 3", "article 1er", "II de l’article 2"} & set(cited)


def test_headings_of_a_text_that_is_only_quoted_are_not_its_own() -> None:
    text = "Le décret n° 2015-125 du 5 février 2015 a trois articles.\nArticle 1er\nArticle 2\n"
    assert target(text, "Article 2") == ["décret n° 2015-125 du 5 février 2015, art. 2"]


def test_an_ordinal_after_au_is_the_paragraph() -> None:
    text = "Au deuxième alinéa de l’article 377 du code civil, le mot : « peut » est supprimé."
    assert target(text, "Au deuxième") == ["code civil, art. 377, al. 2"]


def test_low_and_high_numbers_are_of_one_code() -> None:
    text = (
        "Les articles 170 à 175 du code général des impôts s’appliquent.\nI. - Le code général des impôts est ainsi modifié :\n"
        "1° L’article 1741 est abrogé."
    )
    assert target(text, "L’article 1741") == ["code général des impôts, art. 1741"]


def test_titles_on_the_heading_line_tables_and_the_bill_by_its_name() -> None:
    text = (
        "Article 1er – Missions de la Commission\nL’article 11 de la loi n° 78-17 du 6 janvier 1978 définit ses missions.\n"
        "L’article 1er du projet de loi le complète.\n\nArticle 2 : Commissaire du Gouvernement\nLe présent article est transitoire.\n"
        "Article 3 Dispositions finales ........ 12\nTableau 1 : Article 3\nCette ordonnance de protection est renouvelable."
    )
    assert [r.canonical for r in extract_text(text) if r.kind != "law"] == ["loi n° 78-17 du 6 janvier 1978, art. 11"]


def test_a_bill_of_one_article() -> None:
    text = "Article unique\nL’article L. 57 du livre des procédures fiscales est abrogé. Le présent article s’applique à Mayotte.\n"
    assert [r.surface for r in extract_text(text)] == ["article L. 57 du livre des procédures fiscales"]
