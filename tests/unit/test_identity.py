"""The identifier of a document: what its text says of it, the same that a full citation of it gives."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text
from renvois.loaders.citations.itself import identify, other_names
from renvois.loaders.document import Document
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure

DECISION = (
    "Le Défenseur des droits\nDécision LCD-2026- 12\nLe Défenseur des droits :\nVu la Constitution ;\nRecommande au ministre de répondre."
)
DELIBERATION = "Délibération n° 2026-045 du 3 mai 2026 autorisant un traitement\n\nLa Commission nationale de l'informatique et des libertés,\n\nSaisie d'une demande, décide."
CIRCULAR = "Circulaire du 26 juin 2026 relative aux alertes\nNOR : TFPF2615531C\nLe ministre\n\nMesdames et messieurs les préfets."
OPINION = "Commission nationale consultative des droits de l’homme\n\nAvis sur le logement des jeunes majeurs\n\nAssemblée plénière du 12 mars 2026\n{place}\n\n1. Le logement est un droit.\n"
PLACE = "JORF n°0070 du 24 mars 2026, texte n° 45"


def read(text: str, name: str = "a.txt") -> Document:
    return structure(SourceText(name, text, "txt"))


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        (DECISION, "avis:ddd/LCD-2026-12"),
        (DELIBERATION, "avis:cnil/2026-045"),
        (CIRCULAR, "nor:TFPF2615531C"),
        (OPINION.format(place=""), "avis:cncdh/2026-03-12/logement-jeunes-majeurs"),
        (OPINION.format(place=PLACE), "jorf:20260324/0070/45"),
        (OPINION.format(place="JORF n°0070 du 24 mars 2026\nTexte n° 45"), "jorf:20260324/0070/45"),
        (OPINION.format(place="(A - 2026 - 2)"), "cncdh:A-2026-2"),
        ("Une note sans auteur ni date.", "doc:une-note"),
    ],
)
def test_the_identifier_is_what_the_text_says(text: str, identifier: str) -> None:
    assert identify(read(text, "une note.txt")) == identifier
    assert identify(read(text, "une note.pdf")) == identifier, "whatever the file's format"


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        (DECISION, "Défenseur des droits, décision n° LCD-2026-12 du 4 mars 2026"),
        (DELIBERATION, "CNIL, délibération n° 2026-045 du 3 mai 2026"),
        (OPINION.format(place=""), "CNCDH, Avis sur le logement des jeunes majeurs, 12 mars 2026"),
        (OPINION.format(place=PLACE), f"CNCDH, Avis sur le logement, 12 mars 2026, {PLACE}"),
    ],
)
def test_a_full_citation_of_it_gives_the_same(text: str, citation: str) -> None:
    (reference,) = extract_text(citation)
    assert reference.source is not None
    assert identify(read(text)) == reference.source.id


def test_the_place_of_another_text_is_not_its_own() -> None:
    seen = OPINION.format(place=f"Vu l’avis du 2 mars 2026 ({PLACE}),")
    assert identify(read(seen)) == "avis:cncdh/2026-03-12/logement-jeunes-majeurs"
    assert other_names(read(seen)) == ()


def test_its_place_is_another_name_where_it_has_a_number() -> None:
    assert other_names(read(OPINION.format(place=f"(A - 2026 - 2)\n{PLACE}"))) == ("jorf:20260324/0070/45",)
    assert other_names(read(OPINION.format(place=PLACE))) == ()
