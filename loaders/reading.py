"""Everything that was read of one document, before it is drawn as a graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .actions import Demand
from .citations.model import Reference
from .document import Document
from .institutions.model import Hearing, Institution, InstitutionMention, Responsibility
from .themes import ThemeMention
from .underpinning.model import Underpinning


@dataclass(frozen=True, slots=True)
class Reading:
    """`avis` is the id of the document's node; `known` holds every institution by id, for what each is part of."""

    avis: str
    document: Document
    references: tuple[Reference, ...]
    mentions: tuple[InstitutionMention, ...]
    roles: tuple[Responsibility, ...]
    underpinning: Underpinning
    known: Mapping[str, Institution]
    hearings: tuple[Hearing, ...] = ()
    themes: tuple[ThemeMention, ...] = ()
    demands: tuple[Demand, ...] = ()
