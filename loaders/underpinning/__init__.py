"""What underpins each recommendation: the grade of each link, and the words that prove it."""

from .constants import Constants
from .grades import METHOD, Method, underpin
from .meaning import Similarity
from .model import Basis, Underpinning
from .vocabulary import Background, background_of

__all__ = ["METHOD", "Background", "Basis", "Constants", "Method", "Similarity", "Underpinning", "background_of", "underpin"]
