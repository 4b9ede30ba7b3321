"""Bodies: the gazetteer, where a document names them, and what each recommendation asks of them."""

from .find import institutions
from .gazetteer import Gazetteer
from .model import Institution, InstitutionMention, Responsibility
from .responsibilities import modality, responsibilities

__all__ = ["Gazetteer", "Institution", "InstitutionMention", "Responsibility", "institutions", "modality", "responsibilities"]
