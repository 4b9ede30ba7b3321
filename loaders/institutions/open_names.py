"""Bodies no gazetteer lists: named by a place ("tribunal judiciaire de Lyon") or a proper name ("l’association Trajectoires")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...graph.identifiers import fold, slug
from ..tables import read_table
from .forms import phrases
from .model import Institution
from .tokens import Tokens

VOCABULARY = Path(__file__).with_name("open_names.yaml")
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
# The second part of a name of two: "Saint-Pierre et Miquelon", "Lot et Garonne".
_SECOND = "Miquelon|Futuna|Garonne|Cher|Vilaine|Loire?|Moselle|Marne"
# "la Seine-Saint-Denis", "Le Mans", "Saint Denis", "Val de Marne".
PLACE = (
    rf"(?:(?:la|le|les)\s|l['’])?(?:(?:La|Le|Les|Saint|Sainte)\s)?{_CAPITAL}(?:\s(?:de|du|des|sur|en)\s{_CAPITAL}|\sd['’]{_CAPITAL}"
    rf"|\set\s(?:{_SECOND})\b)?"
)
_TITLE = (
    rf"(?:[«“]\s?[^«»“”]{{2,60}}\s?[»”]"
    rf"|{_CAPITAL}(?:[ -](?:(?:de|du|des|la|le|les|pour|contre|et|à|en|aux|d['’]|l['’])[ -]?)*{_CAPITAL})*(?: \d{{1,4}}\b)?)"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Names made of a head and a place or title: the rule of each head, and the folded words that heads begin with."""

    regex: re.Pattern[str]
    rules: Mapping[str, Mapping[str, str]]
    first_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that names of bodies are made of; folded."""

    heads: Mapping[str, str]
    introducers: frozenset[str]
    small_words: frozenset[str]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class OpenName:
    """text[start:end] names a body the gazetteer does not list."""

    start: int
    end: int
    institution: Institution


@cache
def vocabulary() -> Vocabulary:
    """What open_names.yaml holds; read once."""

    data = read_table(VOCABULARY)
    rules = {key: {phrase: rule for rule in data[key] for phrase in phrases(rule["head"], str(VOCABULARY))} for key in ("places", "titles")}
    return Vocabulary(
        {fold(word): kind for word, kind in data["heads"].items()},
        frozenset(fold(word) for word in data["introducers"]),
        frozenset(fold(word) for word in data["small_words"]),
        (_pattern(rules["places"], r" (?:de |d['’]|du |des )", PLACE), _pattern(rules["titles"], " ", _TITLE)),
    )


def _pattern(rules: Mapping[str, Mapping[str, str]], link: str, name: str) -> Pattern:
    heads = "|".join(re.escape(head).replace("’", "['’]") for head in sorted(rules, key=lambda head: (-len(head), head)))
    regex = re.compile(rf"(?<![\w-])((?i:{heads})){link}{name}")
    return Pattern(regex, {head.lower(): rule for head, rule in rules.items()}, frozenset(Tokens.of(head).words[0] for head in rules))


def open_names(tokens: Tokens) -> Iterator[OpenName]:
    """The bodies that the patterns of open_names.yaml find in a text; those of one pattern do not overlap."""
    for pattern in vocabulary().patterns:
        for found in _found(tokens, pattern):
            name, rule = " ".join(found[0].split()), pattern.rules[found[1].lower().replace("'", "’")]
            parent = f"inst:{rule['parent']}" if "parent" in rule else None
            body = Institution(f"inst:{slug(name)}", name[0].upper() + name[1:], kind=rule["kind"], parent=parent)
            yield OpenName(found.start(), found.end(), body)


def _found(tokens: Tokens, pattern: Pattern) -> Iterator[re.Match[str]]:
    """The names, one after the other; only looked for where a word begins a head."""
    reached = 0
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        if word in pattern.first_words and start >= reached and (found := pattern.regex.match(tokens.text, start)):
            reached = found.end()
            yield found
