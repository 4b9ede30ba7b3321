"""Several opinions made by hand, that share sources and institutions."""

from __future__ import annotations

from renvois.graph.model import Graph

from .opinion import Opinion
from .opinions import CHILD


def later() -> Opinion:
    """An opinion that cites the same convention and an article of its own, asks the same PJJ, and cites the opinion A-2031-9."""
    o = Opinion(cote="A-2032-1", title="Avis sur le suivi de l’accueil")
    o.heading("I", "Le suivi")
    o.paragraph(1, "La Convention relative aux droits de l’enfant protège chaque enfant, comme le dit l’avis A-2031-9.")
    o.recommendation(1, "Confier le suivi de la Convention relative aux droits de l’enfant à la protection judiciaire de la jeunesse.")
    o.recommendation(2, "Publier un bilan.", "Aucune source citée.")
    o.source("Convention", CHILD, "Convention relative aux droits de l’enfant")
    o.source("Avis", "cncdh:A-2031-9", "avis A-2031-9", "CNCDH, avis A-2031-9, Avis sur l’accueil de l’enfant", cote="A-2031-9")
    pjj = o.body("pjj", "protection judiciaire de la jeunesse", "PJJ", ("services de la PJJ",))
    o.cites("p1", "Convention relative aux droits de l’enfant", CHILD)
    o.cites("p1", "avis A-2031-9", "cncdh:A-2031-9")
    proof = o.cites("r1", "Convention relative aux droits de l’enfant", CHILD)
    o.mentions("r1", "protection judiciaire de la jeunesse", pjj)
    o.role(1, "ASSIGNS", pjj, "Confier le suivi")
    o.rests(1, CHILD, "A", "r1", "Convention relative aux droits de l’enfant", proof)
    return o


def learned(cote: str, articles: int) -> Opinion:
    """An opinion that cites as many articles, which no other opinion cites, and one convention, which others do."""
    o = Opinion(cote=cote, title=f"Avis savant {cote}")
    o.paragraph(1, "Vu la Convention relative aux droits de l’enfant.")
    o.cites("p1", "Convention relative aux droits de l’enfant", o.source("Convention", CHILD, "Convention relative aux droits de l’enfant"))
    for n in range(1, articles + 1):
        own = f"{n} de l’annexe {cote}"
        o.paragraph(n + 1, f"Vu l’article {own}.")
        o.cites(f"p{n + 1}", f"l’article {own}", o.source("Report", f"report:{cote.lower()}-{n}", f"article {own}"))
    o.recommendation(1, "Appliquer la Convention relative aux droits de l’enfant.")
    proof = o.cites("r1", "Convention relative aux droits de l’enfant", CHILD)
    o.rests(1, CHILD, "A", "r1", "Convention relative aux droits de l’enfant", proof)
    return o


def together(*opinions: Opinion) -> Graph:
    """Their graphs as one, as a store holds them: a loaded opinion keeps what its own graph says of it."""
    drawn = [o.graph() for o in opinions]
    own = {g.document: g.node(g.document) for g in drawn}
    nodes = {n.id: n for g in drawn for n in g.nodes} | own
    relationships = {r.id: r for g in drawn for r in g.relationships}
    by_id = sorted(nodes.values(), key=lambda n: n.id)
    return Graph("", tuple(by_id), tuple(sorted(relationships.values(), key=lambda r: r.id)))
