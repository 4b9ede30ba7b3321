"""The whole way, in verbs. Open this file first.

A document is read into one source text; its structure is rebuilt; references are found and resolved; institutions are found
and their part in each recommendation read; each recommendation is linked to what underpins it; the graph is drawn; and what a jurist
has judged in the review beside the document is applied to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..graph.model import Graph
from .actions import demands
from .citations.catalogue import Catalogue
from .citations.extract import extract
from .citations.itself import identify
from .citations.model import Reference
from .contextual import contextual
from .drawing import draw
from .institutions import Gazetteer, hearings, institutions, responsibilities
from .read import read
from .reading import Reading
from .review import read_review, review_path, reviewed
from .source import SourceText
from .structure import structure
from .themes import themes
from .underpinning import METHOD, Method, background_of, underpin


def build_graph(path: Path | str, catalogue: Path | None = None) -> Graph:
    """The graph of one document file, its articles checked against a catalogue if one is given. InputError where it cannot be read."""
    return reviewed_graph(read_document(read(path), catalogue), path)


def reviewed_graph(reading: Reading, path: Path | str) -> Graph:
    """The graph of what was read, as the jurist's review beside the document file has it: it never fails for a bad review."""
    return reviewed(draw(reading), read_review(review_path(Path(path))))


def corpus_method(paths: Iterable[Path | str]) -> Method:
    """Linking with words weighed against these documents too: what all of them say tells little in each."""
    return Method(background=background_of(structure(read(path)) for path in paths))


def references_of(path: Path | str, catalogue: Path | None = None) -> tuple[Reference, ...]:
    """The references of one document file, resolved and reviewed, without the rest of the graph."""
    return extract(structure(read(path)), catalogue=Catalogue.load(catalogue) if catalogue else None)


def read_document(source: SourceText, catalogue: Path | None = None, method: Method = METHOD) -> Reading:
    """Everything Renvois reads in a source text. `method`: how recommendations are linked, with a corpus or a model of one's own."""
    gazetteer = Gazetteer.load()
    document = structure(source)
    avis = identify(document)
    references = extract(document, catalogue=Catalogue.load(catalogue) if catalogue else None)
    mentions = institutions(document, gazetteer)
    roles = responsibilities(document, mentions)
    roles += contextual(document, mentions, references, roles)
    underpinning = underpin(document, references, avis, mentions, method)
    known = {body.id: body for body in (*gazetteer.institutions, *(m.institution for m in mentions))}
    heard, about, asked = hearings(document, mentions), themes(document), demands(document, mentions)
    return Reading(avis, document, references, mentions, roles, underpinning, known, heard, about, asked)
