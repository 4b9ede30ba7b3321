"""The canned queries as favourites of Neo4j Browser, and how Browser is told to show the graph.

A favourite is a file whose first line is its name. Browser runs several statements, among them `:param`, at once (its setting
"multi statement query editor", on by default), so that a favourite answers as soon as it is clicked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..graph.exports.archive import archive
from ..graph.exports.cypher import literal
from ..graph.exports.grass import to_grass
from .model import Query
from .parameters import bind

FAVOURITES, STYLE = "renvois-favoris.zip", "renvois.grass"
README = """# Renvois dans Neo4j Browser

1. **Favoris.** Ouvrez le volet des favoris (l’étoile), « Import », et déposez `renvois-favoris.zip` : {count} questions, une par
   fichier. Un clic l’écrit dans l’éditeur ; changez les valeurs des lignes `:param`, puis exécutez (Ctrl+Entrée). Le réglage
   « multi statement query editor » doit être actif (il l’est par défaut). « (image) » montre le graphe plutôt que le tableau.
2. **Couleurs.** Déposez `renvois.grass` sur la fenêtre, ou tapez `:style` et importez-le : mêmes couleurs que les pages de Renvois,
   le nom de chaque nœud, le type de chaque lien.
3. **Chercher.** `CALL db.index.fulltext.queryNodes('renvois_text', 'mineurs étrangers') YIELD node, score RETURN node, score LIMIT 20`

*In English: drop the zip into Browser's favourites and the .grass file onto its window. Change the `:param` lines, then run.*
"""


def guide(queries: Iterable[Query]) -> dict[str, bytes]:
    """The files of the guide by name: how to use it, the favourites in a zip archive, the style."""
    favourites = dict(name_and_text for query in queries for name_and_text in _favourites(query))
    return {
        "LISEZMOI.md": README.format(count=sum("-image" not in name for name in favourites)).encode(),
        FAVOURITES: archive({name: text.encode() for name, text in sorted(favourites.items())}),
        STYLE: to_grass().encode(),
    }


def _favourites(query: Query) -> Iterator[tuple[str, str]]:
    yield f"{query.id}.cypher", _favourite(query, query.title, query.cypher)
    if query.graph:
        yield f"{query.id}-image.cypher", _favourite(query, f"{query.title} (image)", query.graph)


def _favourite(query: Query, name: str, cypher: str) -> str:
    given = bind(query, query.example.params).sent
    helped = {p.name: p.help.fr for p in query.parameters}
    lines = [f"// {name}", f"// {query.question.fr}"]
    for parameter, value in given.items():
        lines += [f"// {parameter} : {helped[parameter]}", f":param {parameter} => {literal(value)};"]
    return "\n".join([*lines, cypher.rstrip().rstrip(";") + ";"]) + "\n"
