"""The identifier a document's graph hangs on."""

from __future__ import annotations

import re
from pathlib import Path

from ..graph import identifiers as ids
from .document import Document

# A CNCDH reference number, however it is spaced.
COTE = re.compile(r"A\W*\d{4}\W*\d+$")


def identify(document: Document) -> str:
    """The document's own id: its cote where it has one, else its file's name, so that a corrected file replaces the first."""
    cote = document.facts.cote
    if cote and COTE.match(cote):
        return ids.opinion(cote)
    return ids.local("doc", ids.slug(Path(document.source.name).stem) or "sans-nom")
