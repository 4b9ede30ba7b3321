"""How much of what one sentence speaks of carries over to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

type Tie = Literal["continues", "follows", "turns"]


def tie(sentence: str) -> Tie:
    """How a sentence is tied to the one before: it takes it up, merely follows, or turns to another point (cohesion.yaml)."""
    text = _small(sentence).lstrip("«“\"' \n")
    grammar = _grammar()
    if grammar["turns"].match(text):
        return "turns"
    if grammar["continues"].match(text):
        return "continues"
    # Most sentences take nothing up: what does not count is taken out of the others alone.
    taken = grammar["takes_up"].search(text) and grammar["takes_up"].search(grammar["not_taking_up"].sub(" ", text))
    return "continues" if taken else "follows"


@cache
def _grammar() -> Mapping[str, re.Pattern[str]]:
    import yaml

    lists: dict[str, list[str]] = yaml.safe_load((files(__package__) / "cohesion.yaml").read_text(encoding="utf-8"))
    impersonal = _either(lists["impersonal"])
    return {
        "turns": re.compile(rf"{_either(lists['turns'])}\b"),
        "continues": re.compile(rf"{_either(lists['continues'])}\b"),
        "takes_up": re.compile(rf"\b(?:{_either(lists['takes_up'])}|ce(?= )|il(?! (?:n'|ne |s'|en |y )?{impersonal}\b)(?= ))\b"),
        "not_taking_up": re.compile(rf"\b{_either(lists['not_taking_up'])}"),
    }


def _either(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(_small(p)) for p in sorted(phrases, key=len, reverse=True))})"


def _small(text: str) -> str:
    return text.lower().replace("’", "'")
