"""The words of actions.yaml, ready to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..tables import read_table

ACTIONS = Path(__file__).with_name("actions.yaml")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`modality` names the modality of a verb of asking; `locutions` the words that follow a verb, by the verb."""

    modality: Mapping[str, str]
    duties: frozenset[str]
    duty_forms: frozenset[str]
    needed: frozenset[str]
    announcing: frozenset[str]
    measures: frozenset[str]
    attached: frozenset[str]
    locutions: Mapping[str, tuple[tuple[str, ...], ...]]
    object_ends: frozenset[str]
    asks_someone: frozenset[str]

    def takes_nouns(self, verb: str) -> bool:
        """True for a verb of asking that a noun may follow ("recommande la création"); what follows "invite" is who is invited."""
        return verb not in self.asks_someone

    @classmethod
    @cache
    def load(cls) -> Vocabulary:
        """The vocabulary of actions.yaml; read once."""
        data = read_table(ACTIONS)
        locutions: dict[str, list[tuple[str, ...]]] = {}
        for locution in data["locutions"]:
            verb, *rest = locution.replace("l'", "l' ").split()
            locutions.setdefault(verb, []).append(tuple(rest))
        return cls(
            modality={verb: name for name, verbs in data["modalities"].items() for verb in verbs},
            duties=frozenset(data["duties"]),
            duty_forms=frozenset(data["duty_forms"]),
            needed=frozenset(data["needed"]),
            announcing=frozenset(data["announcing"]),
            measures=frozenset(data["measures"]),
            attached=frozenset(data["attached"]),
            locutions={verb: tuple(sorted(rests, key=len, reverse=True)) for verb, rests in locutions.items()},
            object_ends=frozenset(data["object_ends"]),
            asks_someone=frozenset(data["asks_someone"]),
        )
