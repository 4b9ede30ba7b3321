"""The words of a sentence, and whether they ask."""

from __future__ import annotations

from collections.abc import Sequence

from ..language import Word
from .model import ActionKind
from .vocabulary import Vocabulary

# How far, in words, a complement may stand from its verb ("recommande aux … , dans l’attente de …, de").
REACH = 30
BE = "être"
REFLEXIVE = ("se", "s'")
NOTHING = Word("", 0, 0, "end")


class Clause:
    """The words of a sentence; `carried` says that the sentence before asked, and this one goes on ("; de former…")."""

    def __init__(self, words: Sequence[Word], carried: bool) -> None:
        self.words = words
        self.vocabulary = Vocabulary.load()
        self.carried = carried
        self.asks = False
        self._found: dict[int, tuple[str, ActionKind]] = {}

    def is_asking(self, index: int) -> bool:
        word = self.words[index]
        if word.lemma not in self.vocabulary.modality:
            return False
        if word.kind == "participle":
            return self._before(index, 1).lemma == BE and self._before(index, 1).kind == "finite"
        if word.kind == "infinitive":  # "décide de recommander à…"
            return self._before(index, 1).text == "de" and self._before(index, 2).lemma == "décider"
        return (
            word.kind == "finite"
            and self._before(index, 1).kind not in ("who", "preposition")
            and self._before(index, 1).text not in REFLEXIVE
        )

    def is_duty(self, index: int) -> bool:
        word = self.words[index]
        if self._before(index, 1).kind == "who" and word.lemma != "devoir":
            return False
        if word.text in self.vocabulary.duty_forms:
            return True
        if word.text in ("pourrait", "pourraient"):
            return self._before(index, 1).kind != "who"
        impersonal = word.lemma in self.vocabulary.duties and word.kind == "finite"
        return impersonal and (word.lemma == "devoir" or self._before(index, 1).text == "il")

    def asks_by_duty(self, index: int) -> bool:
        """True for "doit", "il convient", "est nécessaire" at words[index]."""
        needed = self.words[index].text in self.vocabulary.needed and self._before(index, 1).lemma == BE
        return needed or self.is_duty(index)

    def _before(self, index: int, steps: int) -> Word:
        return self.words[index - steps] if index >= steps else NOTHING

    def _texts(self, start: int, count: int) -> list[str]:
        return [word.text for word in self.words[start : start + count]]

    def _skip(self, index: int, kinds: tuple[str, ...]) -> int:
        while index < len(self.words) and (self.words[index].kind in kinds or ("clitic" in kinds and self.words[index].text == "en")):
            index += 1
        return index

    def _after_insertion(self, comma: int) -> int:
        """The word after what stands between this comma and the next; the next one if there is no second comma."""
        for index in range(comma + 1, min(len(self.words), comma + REACH)):
            if self.words[index].kind == "comma":
                return index + 1
        return comma + 1

    def _introducer(self, index: int) -> int:
        """The index of the word that introduces an infinitive, its clitics and adverbs left aside; its own if there is none."""
        start = index
        while start > 0 and (
            self.words[start - 1].kind in ("clitic", "adverb") or self.words[start - 1].text in ("en", "l'", "le", "la", "les", "leur")
        ):
            start -= 1
        return start - 1 if start > 0 else index

    def _add(self, index: int, kind: ActionKind) -> bool:
        lemma = self.words[index].lemma
        if lemma is None:
            return False
        self._found.setdefault(index, (lemma, kind))
        return True
