"""The finders of normative references, in order of authority."""

from __future__ import annotations

from .finder import Finder

FINDERS: tuple[Finder, ...] = ()
