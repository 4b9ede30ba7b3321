"""The finders of documentary references and of decisions, in order of authority."""

from __future__ import annotations

from . import cases
from .finder import Finder

FINDERS: tuple[Finder, ...] = (*cases.FINDERS,)
