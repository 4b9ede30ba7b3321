"""What the page says, in French and English: every sentence of the interface stands in messages.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ..graph.errors import RenvoisError
from ..graph.schema import SCHEMA

LANGUAGES = ("fr", "en")


def messages(lang: str) -> Mapping[str, str]:
    """Key to sentence, with {placeholders}; RenvoisError for a language the page does not speak."""
    if lang not in LANGUAGES:
        raise RenvoisError(f"The explorer does not speak {lang!r}.", cure=f"Use one of {', '.join(LANGUAGES)}.")
    said = {key: both[lang] for key, both in _catalogue().items()}
    kinds = {f"kind_{n.label}": n.fr if lang == "fr" else n.en for n in SCHEMA.node_types}
    return MappingProxyType({**kinds, **said})


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    import yaml

    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(files(__package__).joinpath("messages.yaml").read_text(encoding="utf-8"))
    return loaded
