"""Several opinions in one store: what they share, an opinion cited and then loaded, recommendations repeated. On both databases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from support import neo4j_server

from renvois.graph.model import Graph
from renvois.graph.open import open_store
from renvois.graph.store import Store
from renvois.loaders.across import load, relate
from renvois.loaders.pipeline import build_graph
from renvois.queries.run import run

EARLIER = """Commission nationale consultative des droits de l’homme

Avis sur la lutte contre le harcèlement scolaire

Assemblée plénière du 12 mars 2026

1. L’article L. 111-6 du code de l’éducation interdit le harcèlement entre élèves.

Recommandation 1 : La CNCDH recommande de nommer dans chaque collège et chaque lycée un référent chargé du harcèlement, formé et doté d’heures de décharge.

Recommandation 2 : La CNCDH recommande de publier chaque année les statistiques des signalements.
"""
LATER = """Commission nationale consultative des droits de l’homme

Avis sur la santé des enfants (A - 2028 - 3)

Assemblée plénière du 5 avril 2028

1. La CNCDH l’a dit dans un avis antérieur{note}. L’article L. 111-6 du code de l’éducation l’exige.

Recommandation 1 : La CNCDH recommande au ministère de l’Éducation nationale que soit nommé, dans chaque lycée et chaque collège, un référent formé au harcèlement, doté d’heures de décharge.

Recommandation 2 : La CNCDH recommande de créer des postes d’infirmières scolaires dans les territoires ruraux.

1 {citation}
"""
BY_TITLE = "CNCDH, Avis sur la lutte contre le harcèlement scolaire, 12 mars 2026, p. 4."
OTHER_DAY = "CNCDH, Avis sur la lutte contre le harcèlement scolaire, 13 mars 2026, p. 4."
OTHER_SUBJECT = "CNCDH, Avis sur l’accueil des personnes réfugiées en montagne, 12 mars 2026, p. 4."
THIRD = """Commission nationale consultative des droits de l’homme

Avis sur les prisons (A - 2029 - 1)

1. L’article L. 111-6 du code de l’éducation s’applique aussi aux mineurs détenus, comme l’avis A - 2028 - 3 le rappelle.

Recommandation 1 : La CNCDH recommande d’ouvrir les écoles des établissements pour mineurs toute l’année.
"""
EARLIER_ID, LATER_ID, THIRD_ID = "avis:cncdh/2026-03-12/lutte-contre-harcelement-scolaire", "cncdh:A-2028-3", "cncdh:A-2029-1"


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "embedded":
        address: str | Path = tmp_path / "store"
    else:
        server: neo4j_server.Server = request.getfixturevalue("neo4j_server_wiped")
        neo4j_server.empty(server)
        address = server.uri
    with open_store(address) as opened:
        yield opened


def graph(tmp_path: Path, text: str, name: str = "avis.txt") -> Graph:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return build_graph(file)


def later(tmp_path: Path, citation: str = BY_TITLE) -> Graph:
    return graph(tmp_path, LATER.format(note="1", citation=citation))


def filled(store: Store, *graphs: Graph) -> Graph:
    for one in graphs:
        load(store, one)
        relate(store, [one.document])
    return store.everything()


def cited_by_later(whole: Graph) -> set[str]:
    return {
        r.target
        for r in whole.relationships
        if r.type == "CITES" and r.properties["document"] == LATER_ID and r.target.startswith(("avis:", "cncdh:", "jorf:"))
    }


def test_an_opinion_cited_then_loaded_is_the_full_one(store: Store, tmp_path: Path) -> None:
    whole = filled(store, later(tmp_path), graph(tmp_path, EARLIER))
    assert cited_by_later(whole) == {EARLIER_ID}
    assert whole.node(EARLIER_ID).properties["loaded"] is True
    assert [n.id for n in whole.nodes if n.label == "Avis"] == [EARLIER_ID, LATER_ID], "no second node for it"
    proofs = [p for r in whole.relationships for p in r.properties.get("citations", ())]  # type: ignore[union-attr]
    assert {str(p) for p in proofs} <= {r.id for r in whole.relationships}


def test_every_order_of_loading_gives_the_same_graph(tmp_path: Path) -> None:
    graphs = (later(tmp_path), graph(tmp_path, EARLIER), graph(tmp_path, THIRD))
    found = []
    for number, order in enumerate(permutations(graphs)):
        with open_store(tmp_path / f"store-{number}") as store:
            found.append(filled(store, *order))
    assert all(whole == found[0] for whole in found)


def test_both_databases_hold_the_same(tmp_path: Path, neo4j_server_wiped: neo4j_server.Server) -> None:
    neo4j_server.empty(neo4j_server_wiped)
    graphs = (later(tmp_path), graph(tmp_path, EARLIER))
    with open_store(tmp_path / "store") as embedded, open_store(neo4j_server_wiped.uri) as neo4j:
        assert filled(embedded, *graphs) == filled(neo4j, *graphs)
        assert run(embedded, "reiterations").rows == run(neo4j, "reiterations").rows


def test_loading_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    one, other = later(tmp_path), graph(tmp_path, EARLIER)
    before = filled(store, one, other)
    assert load(store, one).unchanged
    assert load(store, other).unchanged
    relate(store, [one.document, other.document])
    assert store.everything() == before


@pytest.mark.parametrize("citation", [OTHER_DAY, OTHER_SUBJECT])
def test_another_day_or_subject_is_another_opinion(store: Store, tmp_path: Path, citation: str) -> None:
    whole = filled(store, later(tmp_path, citation), graph(tmp_path, EARLIER))
    assert EARLIER_ID not in cited_by_later(whole)
    assert len(cited_by_later(whole)) == 1


def test_the_place_in_the_official_journal_tells_an_opinion(store: Store, tmp_path: Path) -> None:
    place = "JORF n°0070 du 24 mars 2026, texte n° 45"
    published = graph(
        tmp_path, EARLIER.replace("12 mars 2026", f"12 mars 2026\n({place})").replace("scolaire\n", "scolaire (A - 2026 - 2)\n", 1)
    )
    assert published.document == "cncdh:A-2026-2"
    citing = later(tmp_path, f"CNCDH, Avis sur le harcèlement, 12 mars 2026, {place}.")
    assert "jorf:20260324/0070/45" in {n.id for n in citing.nodes}
    assert cited_by_later(filled(store, citing, published)) == {"cncdh:A-2026-2"}


def test_a_repeated_recommendation_is_linked_to_the_earlier_one(store: Store, tmp_path: Path) -> None:
    whole = filled(store, later(tmp_path), graph(tmp_path, EARLIER), graph(tmp_path, THIRD))
    (link,) = (r for r in whole.relationships if r.type == "REITERATES")
    assert (link.source, link.target) == (f"{LATER_ID}#r1", f"{EARLIER_ID}#r1")
    assert 0.4 <= float(str(link.properties["score"])) <= 1
    assert {"référent", "harcèlement"} <= set(link.properties["words"])  # type: ignore[arg-type]
    assert "un référent formé au harcèlement" in str(link.properties["text"])
    assert "un référent chargé du harcèlement" in str(link.properties["earlier_text"])


def test_what_is_no_longer_said_is_no_longer_repeated(store: Store, tmp_path: Path) -> None:
    filled(store, later(tmp_path), graph(tmp_path, EARLIER))
    changed = EARLIER.replace(
        "de nommer dans chaque collège et chaque lycée un référent chargé du harcèlement, formé et doté d’heures de décharge",
        "d’écouter les parents",
    )
    whole = filled(store, graph(tmp_path, changed))
    assert not [r for r in whole.relationships if r.type == "REITERATES"]
    store.remove(EARLIER_ID)
    stub = store.everything().node(EARLIER_ID)
    assert "loaded" not in stub.properties, "still cited"


def test_removing_one_opinion_leaves_the_others_as_they_were(store: Store, tmp_path: Path) -> None:
    alone = filled(store, later(tmp_path))
    filled(store, graph(tmp_path, THIRD))
    store.remove(THIRD_ID)
    assert store.everything() == alone


BY_DAY = "L’avis du 12 mars 2026 de la CNCDH le disait déjà."
OF_THAT_DAY = """Commission nationale consultative des droits de l’homme

Avis sur l’accueil en montagne (A - 2026 - 9)

Assemblée plénière du 12 mars 2026

1. L’article L. 345-2 du code de l’action sociale et des familles organise l’accueil.

Recommandation 1 : La CNCDH recommande d’ouvrir des refuges.
"""
OF_THAT_DAY_ID, STUB = "cncdh:A-2026-9", "avis:cncdh/2026-03-12/avis"


def test_an_opinion_cited_by_its_day_alone_is_the_one_loaded_of_that_day(store: Store, tmp_path: Path) -> None:
    whole = filled(store, later(tmp_path, BY_DAY), graph(tmp_path, EARLIER))
    assert cited_by_later(whole) == {EARLIER_ID}
    assert STUB not in {n.id for n in whole.nodes}
    again = filled(store, later(tmp_path, BY_DAY))
    assert again == whole, "loading again changes nothing"


def test_two_opinions_of_the_day_leave_it_open_and_say_why(store: Store, tmp_path: Path) -> None:
    whole = filled(store, later(tmp_path, BY_DAY), graph(tmp_path, EARLIER), graph(tmp_path, OF_THAT_DAY))
    assert cited_by_later(whole) == {STUB}
    (finding,) = (n for n in whole.nodes if n.properties.get("kind") == "unresolved_opinion")
    assert finding.properties["quote"] == "L’avis du 12 mars 2026 de la CNCDH"
    assert "A-2026-9" in str(finding.properties["message"]) and "of that day" in str(finding.properties["message_en"])
    assert {r.target for r in whole.relationships if r.source == finding.id} == {f"{LATER_ID}#n1", STUB}
    changed = OF_THAT_DAY.replace("12 mars 2026", "13 mars 2026")
    whole = filled(store, graph(tmp_path, changed))
    assert cited_by_later(whole) == {EARLIER_ID}, "one opinion is left of that day"
    assert not [n for n in whole.nodes if n.properties.get("kind") == "unresolved_opinion"]


@pytest.mark.parametrize("texts", [(EARLIER,), (EARLIER, OF_THAT_DAY), (EARLIER, OF_THAT_DAY, THIRD)], ids=["one", "two", "and another"])
def test_an_opinion_cited_by_its_day_is_the_same_in_every_order(tmp_path: Path, texts: tuple[str, ...]) -> None:
    both = f"{BY_DAY} {BY_TITLE}"
    for citation in (BY_DAY, both):
        graphs = (later(tmp_path, citation), *(graph(tmp_path, text) for text in texts))
        found = []
        for number, order in enumerate(permutations(graphs)):
            with open_store(tmp_path / f"store-{len(citation)}-{number}") as store:
                found.append(filled(store, *order))
        assert all(whole == found[0] for whole in found)


def test_an_opinion_of_another_body_or_of_the_same_paper_is_not_meant(tmp_path: Path) -> None:
    other_body = "L’avis du 12 mars 2026 du Défenseur des droits le disait déjà."
    with open_store(tmp_path / "bodies") as store:
        assert EARLIER_ID not in cited_by_later(filled(store, later(tmp_path, other_body), graph(tmp_path, EARLIER)))
    own_day = LATER.format(note="1", citation=BY_DAY).replace("5 avril 2028", "12 mars 2026")
    with open_store(tmp_path / "days") as store:
        assert cited_by_later(filled(store, graph(tmp_path, own_day), graph(tmp_path, EARLIER))) == {STUB}
