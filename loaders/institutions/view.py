"""The words around a body: what introduces its noun phrase, and whether the author asks there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language import Word
from .grammar import Given, RoleGrammar, role_grammar
from .model import Role

# How far, in words, a complement may stand from its verb, a subject from its own, an adjective from its noun.
FAR, NEAR, ADJECTIVES = 25, 15, 3
AUXILIARIES = {"être", "avoir", "devoir", "pouvoir"}
REFLEXIVE = {"se", "s'"}
BE = "être"
# Verbs by which the author states rather than asks.
STATING = {"estimer", "considérer", "souligner", "noter", "observer", "saluer", "constater", "regretter", "relever"}
_NOTHING = Word("", 0, 0, "end")
_QUALIFIERS = {"seul", "seuls", "seule", "seules", "autres", "différents", "différentes", "principaux", "principales", "mêmes", "futurs"}


@dataclass(frozen=True, slots=True)
class Bearing:
    """The roles of a body, and the words first to last (included) that say so."""

    roles: tuple[Role, ...]
    why: str
    first: int
    last: int


class View:
    """The words of a text, and what stands around each; each answer looks at a bounded number of words."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.grammar: RoleGrammar = role_grammar()

    def asking(self) -> int | None:
        """The index of the author's first verb of asking; None if there is none."""
        return next((index for index in range(len(self.words)) if self.asks(index)), None)

    def _left(self, index: int) -> int:
        """The index of the word that introduces the body's noun phrase: determiners and those who act for it left aside; -1 if none."""
        left = index - 1
        while left >= 0:
            word = self.words[left]
            if word.text in ("de", "des") and (holder := self._holder(left)) is not None:
                left = holder - 1
            elif word.text == "des" and (self._noun_before(left) or self.grammar.verb(self.at(left - 1).lemma, "de")):
                break
            elif (
                word.kind == "determiner" or word.text in _QUALIFIERS or (word.kind == "adverb" and self.at(left + 1).kind == "determiner")
            ):
                left -= 1
            else:
                break
        return left

    def _holder(self, preposition: int) -> int | None:
        """The index of "agents" in "les agents de", "directeur" in "le directeur général de"."""
        if self.grammar.noun(self.at(preposition - 1).text, "de"):
            return None  # "un service distinct de X"
        for holder in (preposition - 1, preposition - 2):
            if self.at(holder).text in self.grammar.holders:
                return holder
            if self.at(holder).kind not in ("word", "participle"):
                return None
        return None

    def _noun_before(self, index: int) -> bool:
        """True where "des" is "de les": after a noun; after a verb, a preposition or a mark it is an article."""
        return self.at(index - 1).kind in ("word", "noun", "name", "participle", "close") and not self._attributive(index - 1)

    def _attributive(self, index: int) -> bool:
        return self.words[index].kind == "participle" and self.at(index - 1).lemma == BE

    def _closing(self, comma: int) -> int | None:
        """The comma that closes what this one opens."""
        return next((i for i in range(comma + 1, min(len(self.words), comma + FAR)) if self.words[i].kind == "comma"), None)

    def asks(self, index: int) -> bool:
        """True for the author's verb of asking: conjugated, "est recommandé", "a recommandé", or "décide de recommander"."""
        word = self.at(index)
        if word.lemma not in self.grammar.asks:
            return False
        before = self.at(index - 1)
        if word.kind == "finite":
            return before.text not in REFLEXIVE and before.kind not in ("who", "preposition")
        if word.kind == "participle":
            return before.lemma == BE or (before.text in ("a", "ont") and self.at(index - 2).kind not in ("clitic", "who", "determiner"))
        return word.kind == "infinitive" and before.text == "de" and self.at(index - 2).lemma == "décider"

    def at(self, index: int) -> Word:
        return self.words[index] if 0 <= index < len(self.words) else _NOTHING

    def next(self, index: int, kinds: tuple[str, ...]) -> int:
        while self.at(index).kind in kinds:
            index += 1
        return index

    def _bearing(self, given: Given, first: int, last: int) -> Bearing:
        return Bearing(given.roles, given.why, max(0, first), last)
