"""The grammar of roles: what roles.yaml says of verbs, nouns and the words around a body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ..tables import read_table
from .model import Role

ROLES = Path(__file__).with_name("roles.yaml")

type Slot = Literal["object", "subject", "noun", "as", "acting", "à", "de", "par", "avec", "entre", "pour", "sur"]

_ROLES: Mapping[str, tuple[Role, ...]] = {
    "ADDRESSED": ("ADDRESSED_TO", "ASSIGNS"),
    "ASSIGNS": ("ASSIGNS",),
    "INVOLVES": ("INVOLVES",),
    "BENEFITS": ("BENEFITS",),
    "MENTIONS": ("MENTIONS",),
}
_NOT_SLOTS = {"why", "asks", "verbs", "nouns"}


@dataclass(frozen=True, slots=True)
class Given:
    """The roles a construction gives, and why, in French."""

    roles: tuple[Role, ...]
    why: str

    @classmethod
    def of(cls, role: str, why: str) -> Given:
        """`role` as roles.yaml writes it; ValueError for another word."""
        if role not in _ROLES:
            raise ValueError(f"roles.yaml : rôle inconnu {role!r}, attendu : {', '.join(_ROLES)}")
        return cls(_ROLES[role], why)


class RoleGrammar:
    """Lookups over roles.yaml; `asking` tells the author's own verb ("recommande à X") from one of the action ("de recommander à X")."""

    def __init__(self, data: Any) -> None:
        self._frames: dict[tuple[str, str, bool], Given] = {}
        self._nouns: dict[tuple[str, str], Given] = {}
        for key, table in (("verbs", self._add_frame), ("nouns", self._add_noun)):
            for entry in data["frames" if key == "verbs" else "nouns"]:
                for word in entry[key].split():
                    for slot in entry.keys() - _NOT_SLOTS:
                        table(word, slot, entry)
        self.asks = frozenset(verb for verb, _, asking in self._frames if asking)
        self._places = [(re.compile(_place(words)), Given.of(e["role"], e["why"])) for e in data["places"] for words in e["words"]]
        self._followers = [(w, Given.of(e["role"], e["why"]), e.get("more", False)) for e in data["followers"] for w in e["words"]]
        self.holders = frozenset(data["holders"])
        self.indirect = frozenset(data["indirect"])
        self.raising = frozenset(data["raising"].split())
        self.telling = frozenset(data["telling"].split())
        self.not_addressees = frozenset(data["not_addressees"].split())
        self.needed = frozenset(data["needed"].split())

    def verb(self, lemma: str | None, slot: Slot, asking: bool = False) -> Given | None:
        """What a verb gives its complement; None where nothing is said."""
        return self._frames.get((lemma or "", slot, asking))

    def noun(self, word: str, slot: Slot) -> Given | None:
        """What a noun that comes from no verb gives its complement."""
        return self._nouns.get((word, slot))

    def place(self, before: str) -> tuple[Given, int] | None:
        """What the words right before a body say, articles left out, and how many of them; None if nothing."""
        for pattern, given in self._places:
            if found := pattern.search(before):
                return given, len(found[0].split())
        return None

    def follower(self, after: str) -> tuple[Given, bool, int] | None:
        """What the words right after a body say, whether it comes on top of its other role, and how many of them."""
        return next(((given, more, len(w.split())) for w, given, more in self._followers if f"{after} ".startswith(f"{w} ")), None)

    def _add_frame(self, word: str, slot: str, entry: Any) -> None:
        self._frames.setdefault((word, slot, entry.get("asks", False)), Given.of(entry[slot], entry["why"]))

    def _add_noun(self, word: str, slot: str, entry: Any) -> None:
        self._nouns.setdefault((word, slot), Given.of(entry[slot], entry["why"]))


@cache
def role_grammar() -> RoleGrammar:
    """The grammar of roles.yaml; read once."""
    return RoleGrammar(read_table(ROLES))


def _place(words: str) -> str:
    """ "sous égide|responsabilité … de" as a regular expression over words separated by single blanks, at the end of the text."""
    return r"(?<!\S)" + "".join(_word(word) for word in words.split()).removeprefix(" ") + "$"


def _word(word: str) -> str:
    if word == "…":
        return r"(?: \S+){0,2}"
    return " (?:" + "|".join(re.escape(a).replace(r"\*", r"\S*") for a in word.split("|")) + ")"
