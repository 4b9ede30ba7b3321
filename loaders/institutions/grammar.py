"""The grammar of roles: patterns of roles.yaml as spaCy Matcher patterns over a recommendation's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ...graph.identifiers import fold
from ..tables import read_table
from .model import Role

ROLES = Path(__file__).with_name("roles.yaml")
BODY = "BODY"
_END = [".", ";", "!", "?"]
_SHORT, _LONG = "…", "……"
_GAPS = {_SHORT: "{0,4}", _LONG: "{0,15}"}
_DETERMINERS = ["un", "une", "des", "tous", "toutes", "chaque", "certains", "certaines", "plusieurs", "leurs", "ces", "son", "sa", "ses"]
# Words for those who act for a body: "les agents de X", "l’ensemble des X".
_HOLDERS = ["agents", "personnels", "personnel", "services", "membres", "representants", "responsables", "ensemble", "differents"]
_BEFORE_BODY = [*_DETERMINERS, *_HOLDERS, "de"]
_PREPOSITIONS = {"de", "des", "a", "par", "pour", "avec", "entre", "dans", "chez", "sur", "sans"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and the roles it gives. `bearer` tells which BODY of the match bears them, from 0.

    `literals` is how many words of its own it needs.
    `subject`: no preposition may govern the bearer. `opening`: the match begins its sentence.
    """

    roles: tuple[Role, ...]
    why: str
    fallback: bool
    bearer: int
    literals: int
    subject: bool
    opening: bool


@dataclass(frozen=True, slots=True)
class Match:
    """words[first:last] match a rule; words[bearer] is the body that gets its roles."""

    rule: Rule
    first: int
    last: int
    bearer: int


class RoleGrammar:
    """All rules, matched together over the words of one text."""

    def __init__(self, data: Any) -> None:
        from spacy.matcher import Matcher
        from spacy.tokens import Doc
        from spacy.vocab import Vocab

        self._doc, self._vocab = Doc, Vocab()
        self._matcher: Any = Matcher(self._vocab)
        self._rules: list[Rule] = []
        for entry in data["rules"]:
            for pattern in entry["patterns"]:
                self._add(entry, str(pattern))
        self.modalities: dict[str, list[re.Pattern[str]]] = {
            name: [re.compile(_regex(v)) for v in verbs] for name, verbs in data["modalities"].items()
        }

    def _add(self, entry: Any, pattern: str) -> None:
        opening, words = pattern.startswith("^ "), pattern.removeprefix("^ ").split()
        bodies = [w for w in words if w.lstrip("^") in ("X", BODY)]
        bearer = next(i for i, w in enumerate(bodies) if w.lstrip("^") == "X")
        literals = sum(w not in _GAPS and not w.startswith("[") for w in words) - len(bodies)
        rule = Rule(tuple(entry["roles"]), entry["why"], entry.get("fallback", False), bearer, literals, "^X" in words, opening)
        self._matcher.add(str(len(self._rules)), [[token for word in words for token in _tokens(word)]])
        self._rules.append(rule)

    def matches(self, words: Sequence[str]) -> Iterator[Match]:
        """The rules that match, in the file's order; of one rule and one body, the shortest match.

        Of two matches one inside the other, for the same body, the one with more words of its own stays, else the shorter:
        "participation de X" gives way to "accroître la participation de X", "création … X" to "sous l’égide de X".
        """
        doc = self._doc(self._vocab, words=list(words))
        best: dict[tuple[int, int], Match] = {}
        for key, first, last in self._matcher(doc):
            index = int(self._vocab.strings[key])
            rule = self._rules[index]
            bearer = [i for i in range(first, last) if words[i] == BODY][rule.bearer]
            if not _allowed(rule, words, first, bearer):
                continue
            found = best.get((index, bearer))
            if found is None or last - first < found.last - found.first:
                best[index, bearer] = Match(rule, first, last, bearer)
        shortest = [best[key] for key in sorted(best)]
        yield from (m for m in shortest if not any(_gives_way(m, other) for other in shortest))

    def modality(self, words: Sequence[str]) -> str | None:
        """The verb of asking that comes first in the words, by its name in roles.yaml."""
        for word in words:
            for name, verbs in self.modalities.items():
                if any(verb.match(word) for verb in verbs):
                    return name
        return None


@cache
def role_grammar() -> RoleGrammar:
    """The grammar of roles.yaml; read once."""

    return RoleGrammar(read_table(ROLES))


def _allowed(rule: Rule, words: Sequence[str], first: int, bearer: int) -> bool:
    if rule.opening and first > 0 and words[first - 1] not in _END:
        return False
    return not rule.subject or _governor(words[:bearer]) not in _PREPOSITIONS


def _governor(before: Sequence[str]) -> str:
    """The word that governs a body, from the words before it: "que" in "que les agents des X", "des" in "formation des X"."""
    words = list(before)
    while words and words[-1] in _DETERMINERS and words[-1] != "des":
        words.pop()
    while len(words) > 1 and words[-1] in ("de", "des") and words[-2] in _HOLDERS:
        del words[-2:]
    return words[-1] if words else ""


def _gives_way(match: Match, other: Match) -> bool:
    first, last = max(match.first, other.first), min(match.last, other.last)
    nested = (first, last) in ((match.first, match.last), (other.first, other.last))
    strength, other_strength = ((m.rule.literals, m.first - m.last) for m in (match, other))
    return nested and match.bearer == other.bearer and strength < other_strength


def _tokens(word: str) -> list[dict[str, Any]]:
    if word in _GAPS:
        return [{"ORTH": {"NOT_IN": [*_END, BODY]}, "OP": _GAPS[word]}]
    if word.lstrip("^") in ("X", BODY):
        return [{"ORTH": {"IN": _BEFORE_BODY}, "OP": "{0,4}"}, {"ORTH": BODY}]
    optional = word.startswith("[")
    token: dict[str, Any] = {"ORTH": {"REGEX": _regex(word.strip("[]"))}}
    return [{**token, "OP": "?"} if optional else token]


def _regex(alternatives: str) -> str:
    """ "form*|*tion|!etre|de" as a regular expression over folded words; "de" is also "des"."""
    written = [fold(a) for a in alternatives.split("|")]
    written += ["des"] if "de" in written else []
    excluded = "".join(rf"(?!{re.escape(w[1:])}$)" for w in written if w.startswith("!"))
    return f"^{excluded}(?:" + "|".join(re.escape(w).replace(r"\*", ".*") for w in written if not w.startswith("!")) + ")$"
