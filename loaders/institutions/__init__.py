"""Bodies: the gazetteer, where a document names them, and what each recommendation asks of them."""

from .find import institutions
from .gazetteer import Gazetteer
from .hearings import hearings
from .model import Hearing, Institution, InstitutionMention, Responsibility
from .responsibilities import responsibilities

__all__ = [
    "Gazetteer",
    "Hearing",
    "Institution",
    "InstitutionMention",
    "Responsibility",
    "hearings",
    "institutions",
    "responsibilities",
]
