"""Several documents in one store: opinions that are one under two names, and recommendations that repeat earlier ones."""

from .loading import load, relate

__all__ = ["load", "relate"]
