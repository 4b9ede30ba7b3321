"""What underpins each recommendation: the grade of each link, and the words that prove it."""

from .grades import underpin
from .model import Basis, Underpinning

__all__ = ["Basis", "Underpinning", "underpin"]
