"""Persons heard, in the lists and notes of documents."""

from __future__ import annotations

from pathlib import Path

from renvois.loaders.institutions import Gazetteer, Hearing, hearings, institutions
from renvois.loaders.read import read
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure

SAMPLE = Path(__file__).parents[2] / "src/renvois/sample/A-2021-5.txt"
LIST = """Avis sur les lacs

Recommandation n° 1 : La CNCDH recommande d’agir.

ANNEXE 1 : LISTE DES PERSONNES AUDITIONNÉES

{entries}

ANNEXE 2 : SIGLES

ASE, aide sociale à l’enfance
"""


def _hearings(source: SourceText) -> tuple[Hearing, ...]:
    document = structure(source)
    return hearings(document, institutions(document, Gazetteer.load()))


def _heard(entries: str) -> list[tuple[str, str | None, str | None]]:
    found = _hearings(SourceText("essai.txt", LIST.format(entries=entries), "txt"))
    return [(h.name, h.role, h.institution.id if h.institution else None) for h in found]


def test_the_persons_heard_for_the_first_avis() -> None:
    found = {h.name: (h.role, h.institution.id if h.institution else None, h.container) for h in _hearings(read(SAMPLE))}
    assert found == {
        "Arthur Melon": ("secrétaire général", "inst:acpe", "n30"),
        "Nagham Hriech Wahabi": ("psychologue clinicienne et directrice", "inst:oicem", "n31"),
        "Irène Aboudaram": ("responsable du pôle appui et politiques publiques", "inst:mdm", "a1"),
        "Elvire Arrighi": ("commissaire, cheffe", "inst:ocrteh", "a1"),
    }


def test_a_list_with_titles_goes_on_over_line_ends() -> None:
    entries = (
        "Mme Jeanne Martin, directrice générale\nde l’OFPRA\nM. Karim BEN SALAH, avocat, membre de la\nLigue des droits de l’homme (LDH)"
    )
    assert _heard(entries) == [
        ("Jeanne Martin", "directrice générale", "inst:ofpra"),
        ("Karim BEN SALAH", "avocat, membre", "inst:ldh"),
    ]


def test_a_list_of_bare_names() -> None:
    entries = "- Anne-Sophie de La Tour, juriste, Défenseur des droits\n- Paul Durand, sociologue"
    assert _heard(entries) == [("Anne-Sophie de La Tour", "juriste", "inst:ddd"), ("Paul Durand", "sociologue", None)]


def test_a_body_in_a_list_of_persons_is_no_person() -> None:
    assert _heard("- Cour des comptes, première chambre\n- Paul Durand, sociologue") == [("Paul Durand", "sociologue", None)]


def test_the_quote_is_the_source_s_words() -> None:
    source = read(SAMPLE)
    assert all(h.quote == source.text[h.start : h.end] for h in _hearings(source))


def test_an_annexe_that_lists_nobody_has_no_hearing() -> None:
    assert _heard("Néant.") == []
