"""What the text says one source does to another, as relationships of the graph."""

from __future__ import annotations

import pytest

from renvois.graph.model import Graph
from renvois.loaders.drawing import draw
from renvois.loaders.pipeline import read_document
from renvois.loaders.read import read_bytes

LAW, CREATED = "eli:fr/loi/2013/8/5/2013-711", "legi:LEGITEXT000006071154/art/2-22"
DECREE, AMENDED = "eli:fr/decret/2020/6/23/2020-768", "legi:LEGITEXT000006074069/art/R221-12"
CREATING = "L’article 2 de la loi n° 2013-711 du 5 août 2013 créant l’article 2-22 du code de procédure pénale aide les associations."
AMENDING = (
    "L’article R. 221-12 du code de l’action sociale et des familles, modifié par le décret n° 2020-768 du 23 juin 2020, conditionne."
)


def drawn(sentence: str) -> Graph:
    return draw(read_document(read_bytes("avis.txt", f"Avis\n\nI. LE DROIT\n\n1. {sentence}\n".encode())))


@pytest.mark.parametrize(
    ("sentence", "source", "relation", "target"),
    [(CREATING, f"{LAW}/art/2", "CREATES", CREATED), (AMENDING, DECREE, "AMENDS", AMENDED)],
    ids=["the target is cited after", "the target is cited before"],
)
def test_a_change_is_drawn_whichever_is_cited_first(sentence: str, source: str, relation: str, target: str) -> None:
    changes = [r for r in drawn(sentence).relationships if r.type in ("CREATES", "AMENDS")]
    assert [(r.source, r.type, r.target) for r in changes] == [(source, relation, target)]
    assert changes[0].properties["quote"] in sentence
