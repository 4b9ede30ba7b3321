"""The commands that make a graph, keep it, and take it out again: demo, build, explore, export."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..graph.errors import InputError, RenvoisError
from ..graph.files import write_file
from ..graph.identifiers import slug
from ..graph.model import Graph
from ..graph.parts import document_graph
from ..graph.spool import Spool
from ..graph.store import LoadReport, Store
from .options import DatabaseOption, Lang, LangOption, Neo4jOption, OutputOption, StoreOption, opened
from .progress import step
from .terminal import say
from .texts import CatalogueOption, drawn

SITE = "renvois-explorer"  # the folder of the pages of several documents
SAMPLE = Path(__file__).parent.parent / "sample" / "A-2021-5.txt"


WORDS = {
    Lang.FR: {
        "counts": "{} recommandations, {} sources, {} institutions, {} points à vérifier (renvois check FILE).",
        "grades": "Degrés : A cité dans la recommandation ; B dans ce qui y mène, sur le même objet (* faible) ;\n"
        "         X dans une autre section ; C dans la même section seulement, sans lien établi.",
        "graph": "Graphe :",
        "page": "Page :  ",
        "read": "Lecture de {}",
        "load": "Chargement de {}",
        "write": "Écriture de la page",
        "bare": "aucune recommandation trouvée ; le graphe est chargé sans elles.",
        "loaded": "{} : {}, dans {}",
        "unchanged": "inchangé",
        "updated": "mis à jour, sans nœud ni lien nouveau",
        "measure": "Mesure",
        "measured": "{} nœuds mesurés ; à voir : renvois query central-sources, renvois query communities.",
        "change": "{} nœuds créés, {} retirés, {} liens créés, {} retirés",
    },
    Lang.EN: {
        "counts": "{} recommendations, {} sources, {} institutions, {} points to verify (renvois check FILE).",
        "grades": "Grades: A cited in the recommendation; B in what leads to it, on the same subject (* weak);\n"
        "        X in another section; C in the same section only, no link established.",
        "graph": "Graph:",
        "page": "Page: ",
        "read": "Reading {}",
        "load": "Loading {}",
        "write": "Writing the page",
        "bare": "no recommendation found; the graph is loaded without any.",
        "loaded": "{}: {}, in {}",
        "unchanged": "unchanged",
        "updated": "updated, with no new node or relationship",
        "measure": "Measuring",
        "measured": "{} nodes measured; see: renvois query central-sources, renvois query communities.",
        "change": "{} nodes created, {} removed, {} relationships created, {} removed",
    },
}


class ExportFormat(StrEnum):
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSON = "json"
    JSONLD = "jsonld"
    CSV = "csv"
    CYPHER = "cypher"
    NEO4J_ADMIN = "neo4j-admin"


def demo(
    store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None, lang: LangOption = Lang.FR,
    output: Annotated[Path, typer.Option("--output", "-o", help="La page à écrire.")] = Path("A-2021-5.html"),
) -> None:  # fmt: skip
    """Tout le chemin sur l’avis livré avec Renvois. / The whole way, on the opinion that ships with Renvois."""
    from ..loaders.across import load, relate
    from .tables import recommendations_table, show

    words = WORDS[lang]
    with step(words["read"].format("A-2021-5")):
        graph = drawn(SAMPLE, None)
    with step(words["load"].format("A-2021-5")) as told, opened(store, neo4j, database, "write") as place:
        load(place, graph, told)
        relate(place, [graph.document])
        address = place.address
    page = _page(graph, output, lang)
    show(recommendations_table(graph, lang))
    sys.stdout.write(_summary(graph, address, page, lang))


def build(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Un ou plusieurs documents.")],
    store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None, catalogue: CatalogueOption = None,
    corpus: Annotated[bool, typer.Option("--corpus", help="Peser aussi les mots sur l’ensemble de ces documents.")] = False,
    lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Lit des documents et charge leur graphe. / Reads documents and loads their graph."""
    from ..loaders.pipeline import corpus_method

    method = corpus_method(files) if corpus else None
    with Spool() as graphs:
        seen: dict[str, Path] = {}
        for file in files:  # all are read before one is loaded: a bad file leaves the store as it was
            with step(WORDS[lang]["read"].format(file.name)):
                graph = drawn(file, catalogue, method)
            _refuse_twin(seen, file, graph.document)
            graphs.add(graph)
        with opened(store, neo4j, database, "write") as place:
            _load(place, files, graphs, lang)


def _load(place: Store, files: list[Path], graphs: Spool, lang: Lang) -> None:
    """Each document is loaded whole or not at all; what is loaded stays so, and another run finds it unchanged."""
    from ..loaders.across import load, relate

    words = WORDS[lang]
    for file, graph in zip(files, graphs, strict=True):
        with step(words["load"].format(graph.document)) as told:
            report = load(place, graph, told)
        if not any(n.label == "Recommendation" for n in graph.nodes):
            say(f"{file} — {words['bare']}")
        sys.stdout.write(words["loaded"].format(graph.document, _change(report, lang), place.address) + "\n")
    relate(place, graphs.documents)


def _change(report: LoadReport, lang: Lang) -> str:
    words = WORDS[lang]
    counts = (report.nodes_created, report.nodes_removed, report.relationships_created, report.relationships_removed)
    if report.unchanged:
        return words["unchanged"]
    return words["change"].format(*counts) if any(counts) else words["updated"]


def explore(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Le document ; sinon celui de la base.")] = None,
    avis: Annotated[str | None, typer.Option("--avis", help="L’identifiant d’un document, si la base en tient plusieurs.")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="La page à écrire, sinon renvois-<document>.html ; pour plusieurs documents, leur dossier."),
    ] = None,
    store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None, lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Écrit la page hors ligne d’un document, ou de tous avec un index. / Writes a document's offline page, or all pages and an index."""
    if file is not None:
        graph = drawn(file, None)
    else:
        with opened(store, neo4j, database, "read") as place:
            whole, documents, address = place.everything(), place.documents(), place.address
        if avis is None and len(documents) > 1:
            sys.stdout.write(f"{_pages(whole, documents, output or Path(SITE), lang)}\n")
            return
        graph = document_graph(whole, chosen(avis, documents, address))
    page = _page(graph, output or Path(f"renvois-{slug(graph.document)}.html"), lang)
    sys.stdout.write(f"{page}\n")


def export(
    form: Annotated[ExportFormat, typer.Option("--format", help="graphml, gexf, json, jsonld, cypher ; en zip : csv, neo4j-admin.")],
    output: OutputOption = None, store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None,
) -> None:  # fmt: skip
    """Le graphe entier, pour d’autres outils. / The whole graph, for other tools."""
    from ..graph.exports import export as exported

    with opened(store, neo4j, database, "read") as place:
        graph = place.everything()
    content = exported(graph, form.value)
    if output is not None:
        write_file(output, content)
    elif isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.buffer.write(content.encode())


def _page(graph: Graph, output: Path, lang: Lang) -> Path:
    from ..explorer import page
    from ..loaders.keeping import kept_text
    from ..loaders.structure import structure

    with step(WORDS[lang]["write"]):
        return write_file(output, page(graph, structure(kept_text(graph)), lang=lang.value))


def _pages(whole: Graph, documents: Sequence[str], folder: Path, lang: Lang) -> Path:
    """The pages of several documents; the path of their index."""
    from ..explorer import write_site
    from ..loaders.keeping import kept_text
    from ..loaders.structure import structure

    if folder.suffix == ".html":
        raise RenvoisError(
            f"{len(documents)} documents make several pages, and {folder} is one.",
            where="--output",
            cure=f"Name a folder, or choose one document with --avis: {', '.join(documents)}.",
        )
    with step(WORDS[lang]["write"]):
        return write_site(whole, documents, lambda graph: structure(kept_text(graph)), folder, lang=lang.value)


def chosen(avis: str | None, documents: Sequence[str], address: str) -> str:
    """The document meant, by its id or what follows its scheme ("A-2021-5"), else the only one; RenvoisError if not just one."""
    if not documents:
        raise RenvoisError("The store holds no document.", where=address, cure="Add one: renvois build FILE.")
    named = [d for d in documents if avis in (d, d.partition(":")[2])]
    if len(named) == 1:
        return named[0]
    if avis is None and len(documents) == 1:
        return documents[0]
    problem = f"No document {avis!r} here." if avis else "The store holds several documents."
    raise RenvoisError(problem, where=address, cure=f"Choose one of: {', '.join(documents)}.")


def _refuse_twin(seen: dict[str, Path], file: Path, document: str) -> None:
    """Two files of one command that would be the same document: the second would silently replace the first."""
    if document in seen:
        raise InputError(f"This file and {seen[document]} are both the document {document}.", where=str(file), cure="Give one of them.")
    seen[document] = file


def _summary(graph: Graph, address: str, page: Path, lang: Lang) -> str:
    counted = [sum(n.label == label for n in graph.nodes) for label in ("Recommendation", "Institution", "Finding")]
    cited = len({r.target for r in graph.relationships if r.type == "CITES"})
    words = WORDS[lang]
    what = words["counts"].format(counted[0], cited, *counted[1:])
    return f"\n{what}\n{words['grades']}\n{words['graph']} {address}\n{words['page']} {page.resolve()}\n"


def measure(
    store: StoreOption = None, neo4j: Neo4jOption = None, database: DatabaseOption = None, lang: LangOption = Lang.FR,
) -> None:  # fmt: skip
    """Mesure ce qui relie et ce qui va ensemble, et l’écrit dans la base. / Measures centrality and communities."""
    from ..graph.measures import measures

    words = WORDS[lang]
    with opened(store, neo4j, database, "write") as place:
        if not place.documents():
            raise RenvoisError("The store holds no document.", where=place.address, cure="Add one: renvois build FILE.")
        with step(words["measure"]):
            found = measures(place.everything())
            place.measure(found)
    sys.stdout.write(words["measured"].format(len(found)) + "\n")


COMMANDS: dict[str, Callable[..., None]] = {"demo": demo, "build": build, "explore": explore, "export": export, "measure": measure}
