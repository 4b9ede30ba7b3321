"""Writing the pages of several opinions: one each, and an index that counts, searches and shows what they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..graph.errors import InputError
from ..graph.files import write_file
from ..graph.identifiers import slug
from ..graph.model import Graph
from ..graph.parts import document_graph
from ..loaders.document import Document
from .corpus import Corpus, Listing
from .home import Home
from .material import Material
from .messages import messages
from .page import render, rendered, styled
from .volume import Volume

INDEX = "index.html"
STYLES = ("theme.css", "layout.css", "lanes.css", "tables.css", "print.css", "index.css")
SCRIPTS = (
    "deflated_data.js", "model.js", "dom.js", "panes.js", "light.js", "ego.js", "layout.js", "lanes.js", "citing.js", "cards.js",
    "index_evidence.js", "index_asked.js", "questions.js", "index_entries.js", "search.js", "tables.js",
    "index_tables.js", "exports.js", "index.js",
)  # fmt: skip


def write_site(whole: Graph, documents: Sequence[str], read: Callable[[Graph], Document], folder: Path, *, lang: str = "fr") -> Path:
    """Writes index.html and the page of each of `documents` of the graph in `folder`, made if need be; returns the index's path.

    `read` gives the document that a part of the graph was drawn from. InputError where a file cannot be written.
    """
    home = Home.of(whole, INDEX)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"The folder cannot be made: {error.strerror}.", where=str(folder), cure="Choose another with -o.") from error
    volumes = []
    for document, stem in page_stems(documents).items():
        graph = document_graph(whole, document)
        material = Material.of(graph, read(graph), lang, home)
        write_file(folder / f"{stem}.html", rendered(material))
        volumes.append(Volume.of(material, stem))
    return write_file(folder / INDEX, index(Corpus(volumes, whole, home, messages(lang)), lang))


def index(corpus: Corpus, lang: str) -> str:
    """The index page as text."""
    return render(
        "index.html.j2", styled(STYLES, corpus.say["page_index_title"]), SCRIPTS, corpus.data(lang), deflate=True, lang=lang,
        say=corpus.say, avis=corpus.avis_rows(),
        sources=Listing.of(corpus.source_rows()), bodies=Listing.of(corpus.body_rows()), echoes=corpus.echo_rows(),
    )  # fmt: skip


def page_stems(documents: Sequence[str]) -> Mapping[str, str]:
    """The name of each document's page without .html, numbered where two would be the same; none is the index's."""
    stems: dict[str, str] = {}
    for document in documents:
        base = stem = slug(document) or "document"
        number = 2
        while stem in stems.values() or f"{stem}.html" == INDEX:
            stem, number = f"{base}-{number}", number + 1
        stems[document] = stem
    return stems
