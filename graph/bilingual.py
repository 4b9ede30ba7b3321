"""The same words in the two languages of those who read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in French and in English."""

    fr: str
    en: str

    def text(self, lang: str) -> str:
        """The words in `lang` ('fr' or 'en')."""
        return self.en if lang == "en" else self.fr


def told(properties: Mapping[str, Any], name: str, lang: str) -> str:
    """A sentence that a graph keeps in both languages: `name` in French, `name`_en in English; '' where it is absent.

    What was written in French alone is told in French.
    """
    english = properties.get(f"{name}_en") if lang == "en" else None
    return str(english or properties.get(name) or "")
