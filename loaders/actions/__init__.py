"""What each recommendation asks to be done: actions, modality, conditions and deadlines."""

from .demand import demands, modality
from .model import Action, Demand, Term

__all__ = ["Action", "Demand", "Term", "demands", "modality"]
