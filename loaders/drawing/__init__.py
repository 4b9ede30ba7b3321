"""Drawing the graph: from what was read of a document to nodes and relationships."""

from .draw import draw

__all__ = ["draw"]
