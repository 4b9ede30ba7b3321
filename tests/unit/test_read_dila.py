"""DILA's XML comes out as title and paragraphs; what it declares of the text is kept."""

from __future__ import annotations

import pytest

from renvois.graph.errors import InputError
from renvois.loaders.read import read_bytes

CNIL = """<?xml version="1.0" encoding="UTF-8"?>
<TEXTE_CNIL><META><META_COMMUN><ID>CNILTEXT000000000001</ID><ORIGINE>CNIL</ORIGINE><NATURE>DELIBERATION</NATURE></META_COMMUN>
<META_SPEC><META_CNIL><TITRE>Délibération 2012-1</TITRE><TITREFULL>Délibération n° 2012-1 du 3 mai 2012&#13;
</TITREFULL><NUMERO>2012-1</NUMERO><NOR/><DATE_TEXTE>2012-05-03</DATE_TEXTE><DATE_PUBLI>2999-01-01</DATE_PUBLI></META_CNIL></META_SPEC></META>
<BLOC_TEXTUEL><CONTENU>
<p>La Commission, </p>
<p>
<b/>
</p>
<table><tbody><tr><td><p>Sur la finalité</p></td><td><p>Premier alinéa.</p><p>Second &amp; dernier.</p></td></tr></tbody></table>
</CONTENU></BLOC_TEXTUEL><LIENS/></TEXTE_CNIL>
"""
ARTICLE = """<ARTICLE><META><META_COMMUN><NATURE>Article</NATURE></META_COMMUN>
<META_SPEC><META_ARTICLE><NUM>3</NUM></META_ARTICLE></META_SPEC></META>
<CONTEXTE><TEXTE nature="DECRET" num="2021-1" nor="JUSX1" date_signature="2021-04-15" autorite="">
<TITRE_TXT debut="2020-01-01">Ancien titre</TITRE_TXT><TITRE_TXT debut="2021-01-01">Décret n° 2021-1</TITRE_TXT></TEXTE></CONTEXTE>
<BLOC_TEXTUEL><CONTENU>Le ministre<sup>1</sup> est chargé<br/>de ceci.<br/><br/>Fait à Paris.</CONTENU></BLOC_TEXTUEL>
<NOTA><CONTENU/></NOTA></ARTICLE>"""


def test_deliberation() -> None:
    source = read_bytes("a.xml", CNIL.encode())
    assert source.format == "dila-xml"
    assert (
        source.text == "Délibération n° 2012-1 du 3 mai 2012\n\nLa Commission,\n\nSur la finalité\n\nPremier alinéa.\n\nSecond & dernier."
    )
    assert dict(source.metadata) == {
        "title": "Délibération n° 2012-1 du 3 mai 2012",
        "date": "2012-05-03",
        "cote": "2012-1",
        "nature": "DELIBERATION",
        "identifier": "CNILTEXT000000000001",
        "language": "fr",
    }


def test_article_takes_its_properties_from_its_text() -> None:
    source = read_bytes("a.xml", ARTICLE.encode())
    assert source.text == "Article 3\n\nDécret n° 2021-1\n\nLe ministre1 est chargé\nde ceci.\n\nFait à Paris."
    assert dict(source.metadata) == {
        "title": "Décret n° 2021-1",
        "date": "2021-04-15",
        "nor": "JUSX1",
        "cote": "2021-1",
        "nature": "DECRET",
        "language": "fr",
    }
    assert [(m.kind, m.value) for m in source.marks if m.kind == "superscript"] == [("superscript", "1")]


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        ("<TEXTELR><STRUCT><LIEN_ART/></STRUCT></TEXTELR>", "holds no text"),
        (CNIL[:500], "damaged or cut"),
        ('<!DOCTYPE ARTICLE [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><ARTICLE><CONTENU>&b;</CONTENU></ARTICLE>', "declares entities"),
        ('<!DOCTYPE ARTICLE [<!ENTITY a SYSTEM "file:///etc/passwd">]><ARTICLE><CONTENU>&a;</CONTENU></ARTICLE>', "declares entities"),
        ("<ARTICLE><CONTENU>" + "<b>" * 400 + "x" + "</b>" * 400 + "</CONTENU></ARTICLE>", "damaged or cut"),
    ],
)
def test_damaged_and_hostile_files_are_refused(xml: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as error:
        read_bytes("jorf.xml", xml.encode())
    assert error.value.where
    assert "passwd" not in str(error.value)
