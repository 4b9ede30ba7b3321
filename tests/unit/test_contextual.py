"""Who acts according to the paragraphs that lead to a recommendation, on a small opinion written for the purpose."""

from __future__ import annotations

from renvois.loaders.citations.extract import extract
from renvois.loaders.contextual import contextual
from renvois.loaders.institutions import Gazetteer, Responsibility, institutions, responsibilities
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure

AVIS = """Avis

1. Les cellules de dégrisement sont aujourd’hui surveillées par la police nationale, et leur surveillance nocturne est insuffisante.

2. Le Défenseur des droits a rappelé ailleurs l’importance de l’accueil en crèche.

3. Selon un rapport de la Cour des comptes de mars 2019, la surveillance nocturne des cellules de dégrisement est insuffisante.

Recommandation n° 1 : La CNCDH recommande de renforcer la surveillance nocturne des cellules de dégrisement.

Recommandation n° 2 : La CNCDH recommande à la police nationale de surveiller les cellules de dégrisement la nuit.
"""


def _parts(text: str) -> tuple[Responsibility, ...]:
    document = structure(SourceText("essai.txt", text, "txt"))
    mentions = institutions(document, Gazetteer.load())
    return contextual(document, mentions, extract(document), responsibilities(document, mentions))


def test_a_body_of_the_sentence_on_the_same_object_acts_contextually() -> None:
    [part] = [p for p in _parts(AVIS) if p.recommendation == "r1"]
    assert (part.institution.id, part.explicit, part.contextual) == ("inst:police", False, True)
    assert part.quote in AVIS and "§ 1" in part.why and "dégrisement" in part.why


def test_neither_another_subject_nor_the_author_of_a_report_nor_a_body_already_named() -> None:
    found = {(p.recommendation, p.institution.id) for p in _parts(AVIS)}
    assert not {body for _, body in found} & {"inst:ddd", "inst:ccomptes", "inst:cncdh"}
    assert ("r2", "inst:police") not in found


def test_a_document_without_paragraphs_gives_nobody() -> None:
    assert _parts("Avis\n\nRecommandation n° 1 : Agir avec la police nationale.\n") == ()
