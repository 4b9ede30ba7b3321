"""The source text kept in a graph, read back: so that a page can be made from a store alone."""

from __future__ import annotations

import json
from itertools import pairwise
from types import MappingProxyType

from ..graph.errors import StoreError
from ..graph.model import Graph
from .source import Format, Mark, Page, SourceText


def kept_text(graph: Graph) -> SourceText:
    """The SourceText that the graph of one document was drawn from; StoreError if the graph holds none."""
    found = next((n for n in graph.nodes if n.label == "Text" and n.properties.get("document") == graph.document), None)
    if found is None:
        raise StoreError("The text of this document is not in the store.", where=graph.document, cure="Build it again: renvois build FILE.")
    properties = found.properties
    text, file_format = str(properties["text"]), _format(properties["format"])
    starts = properties.get("page_starts", ())
    bounds = [*(s for s in starts if isinstance(s, int)), len(text)] if isinstance(starts, tuple) else [len(text)]
    pages = tuple(Page(number, start, end) for number, (start, end) in enumerate(pairwise(bounds), 1))
    marks = tuple(Mark(*m) for m in json.loads(str(properties.get("marks", "[]"))))
    encoding = properties.get("encoding")
    metadata: dict[str, str] = json.loads(str(properties.get("metadata", "{}")))
    return SourceText(
        str(properties["name"]),
        text,
        file_format,
        str(encoding) if encoding else None,
        pages,
        marks,
        metadata=MappingProxyType(metadata),
    )


def _format(value: object) -> Format:
    for known in ("txt", "pdf", "html", "docx", "dila-xml"):
        if value == known:
            return known
    raise StoreError(f"The stored text has the unknown format {value!r}.", cure="Build it again: renvois build FILE.")
