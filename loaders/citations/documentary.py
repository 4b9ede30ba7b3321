"""The finders of documentary references and of decisions, in order of authority."""

from __future__ import annotations

from . import (
    bills,
    case_names,
    cases,
    conclusions,
    doctrine,
    entries,
    known_cases,
    own_texts,
    plans,
    running,
    short_forms,
    soft_law,
    statements,
)
from .finder import Finder

FINDERS: tuple[Finder, ...] = (
    *cases.FINDERS,
    *conclusions.FINDERS,
    *case_names.FINDERS,
    *known_cases.FINDERS,
    *entries.FINDERS,
    *statements.FINDERS,
    *bills.FINDERS,
    *own_texts.FINDERS,
    *soft_law.FINDERS,
    *plans.FINDERS,
    *running.FINDERS,
    *doctrine.FINDERS,
    *short_forms.FINDERS,
)
