"""One sentence of a recommendation: the verbs of what it asks, found by what introduces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language import Word
from .clause import BE, REACH, REFLEXIVE
from .complements import Complements
from .model import ActionKind

_PURPOSE = {("afin", "de"), ("vue", "de"), ("façon", "à"), ("manière", "à"), ("but", "de"), ("mesure", "de")}

type Found = tuple[int, str, ActionKind]


class Sentence(Complements):
    """A sentence, read once from left to right."""

    def actions(self) -> list[Found]:
        """The index of each action's word, its verb and its kind, in order."""
        self._opening()
        for index, word in enumerate(self.words):
            if self.is_asking(index):
                self.asks = True
                self._complements(index + 1, self.vocabulary.takes_nouns(word.lemma or ""))
            elif self.is_duty(index):
                self.asks = True
                self._duty(index)
            elif word.kind == "that" and self.asks and self._before(index, 1).kind in ("and", "comma"):
                self._clause(index + 1)
            elif word.kind == "infinitive":
                self._infinitive(index)
            elif word.kind == "gerund":
                self._gerund(index)
            elif word.kind == "noun":
                self._noun(index)
            elif word.text in self.vocabulary.needed and self._before(index, 1).lemma == BE:
                self._needed(index)
        return [(index, verb, kind) for index, (verb, kind) in sorted(self._found.items())]

    def _opening(self) -> None:
        """A recommendation may begin with what it asks: an infinitive, "Que le ministre…", or go on after a colon or a dash."""
        index = self._after_addressee()
        while index < len(self.words) and (self.words[index].kind in ("comma", "open", "close") or self.words[index].text in ("-", "*")):
            index += 1
        if index < len(self.words) and self.words[index].text == "que":
            self.asks = self._clause(index + 1)
        elif self.carried and index < len(self.words) and not any(word.kind == "finite" for word in self.words):
            self._complement(index)
        if (first := self._first_infinitive(index)) is not None:
            self._add(first, "asked")

    def _after_addressee(self) -> int:
        """The index after "(DGOS, DGS)" at the beginning; 0 if nobody is named so."""
        if not self.words or self.words[0].kind != "open":
            return 0
        return next((i + 1 for i in range(1, min(len(self.words), REACH)) if self.words[i].kind == "close"), 0)

    def _first_infinitive(self, index: int) -> int | None:
        """The infinitive that begins the sentence, clitics and a preamble between commas left aside."""
        start = self._skip(index, ("clitic", "adverb"))
        if start < len(self.words) and self.words[start].kind == "infinitive":
            return start
        if any(word.kind == "finite" for word in self.words):
            return None
        for position in range(index, min(len(self.words), index + REACH)):
            if self.words[position].kind == "comma":
                start = self._skip(position + 1, ("clitic", "adverb"))
                if start < len(self.words) and self.words[start].kind == "infinitive" and not self._found:
                    return start
        return None

    def _duty(self, index: int) -> None:
        word = self.words[index]
        if word.lemma not in ("devoir", "pouvoir"):
            self._complements(index + 1, nouns=True)
            return
        following = self._skip(index + 1, ("adverb", "clitic", "determiner"))
        if following < len(self.words) and self.words[following].kind == "comma":
            following = self._skip(self._after_insertion(following), ("adverb", "clitic"))
        if self._texts(following, 1) == ["de"] and self._before(index, 1).text in REFLEXIVE:
            self._complement(following)
        elif following < len(self.words) and self.words[following].kind == "infinitive":
            self._modal(following)

    def _infinitive(self, index: int) -> None:
        """An infinitive met on the way: coordinated with what is asked, a purpose, or asked by "est à garantir"."""
        if index in self._found:
            return
        intro = self._introducer(index)
        if self.words[index].text == BE and self._before(index, 1).kind == "and" and self.asks:
            self._modal(index)
            return
        intro = self._after_manner(intro)
        before, earlier = self._before(intro, 1), self._before(intro, 2)
        if self.words[intro].text in ("de", "à") and intro < index:
            if (before.lemma == BE and before.kind == "finite") or (before.kind == "adverb" and earlier.lemma == BE):
                self._add(index, "asked")
            elif (before.text, self.words[intro].text) in _PURPOSE:
                self._purpose(index)
            elif before.kind in ("and", "comma", "open") or self._after_dash(intro):
                self._coordinated(index, self.words[intro].text, intro)
            elif before.kind == "name" and self._another_asked(intro - 1):
                self._add(index, "asked")
        elif self.words[intro].text == "pour" and intro < index:
            self._purpose(index)
        elif before.kind in ("and", "comma") or self.words[intro].kind in ("and", "comma"):
            self._coordinated(index, "", intro)

    def _another_asked(self, name: int) -> bool:
        """A body after "et", as in "recommande à X de…, et à Y de…": asked in its turn."""
        start = name
        while start > 0 and (self.words[start - 1].kind == "determiner" or self.words[start - 1].text == "à"):
            start -= 1
        return self._before(start, 1).kind in ("and", "comma") and (self.carried or self.asks)

    def _purpose(self, index: int) -> None:
        if self.words[index].lemma in self.vocabulary.measures:
            self._add(index, "purpose")

    def _coordinated(self, index: int, preposition: str, intro: int) -> None:
        """An infinitive after "et" takes the kind of the last one introduced alike: by "de", by "pour", by nothing."""
        for position in range(intro - 1, max(-1, intro - 2 * REACH), -1):
            if self.words[position].kind != "infinitive":
                continue
            purpose = self._of_purpose(position)
            introducer = self.words[self._introducer(position)]
            alike = preposition == (introducer.text if introducer.kind == "preposition" else "")
            if alike or (purpose and (not preposition or preposition == "de")):
                self._as(index, position, purpose)
                return
        if preposition and (self.carried or self.asks):
            self._add(index, "asked")

    def _as(self, index: int, other: int, purpose: bool) -> None:
        """Adds an infinitive as the one it is coordinated with."""
        if purpose:
            self._purpose(index)
        elif other in self._found:
            self._add(index, self._found[other][1])

    def _of_purpose(self, index: int) -> bool:
        intro = self._introducer(index)
        return self.words[intro].text == "pour" or (self._before(intro, 1).text, self.words[intro].text) in _PURPOSE

    def _gerund(self, index: int) -> None:
        word = self.words[index]
        by_en = self._before(index, 1).text == "en" or (
            self._before(index, 1).kind in ("clitic", "determiner") and self._before(index, 2).text == "en"
        )
        if by_en or (word.lemma in self.vocabulary.attached and self._found):
            self._add(index, "means")

    def _noun(self, index: int) -> None:
        """ "fondée sur la clarification … et sur leur articulation", "par la signature de…"."""
        start = index
        while (start > 0 and self.words[start - 1].kind in ("determiner", "adverb")) or (
            start > 0 and self.words[start - 1].text in ("meilleure", "bonne")
        ):
            start -= 1
        if start < 2 or not self._found or self.words[start].kind != "determiner":
            return
        intro, before = self.words[start - 1], self.words[start - 2]
        founded = intro.text == "sur" and before.lemma == "fonder"
        again = intro.text == "sur" and before.kind == "and" and any(kind == "means" for _, kind in self._found.values())
        if founded or again:
            self._add(index, "means")

    def _needed(self, index: int) -> None:
        """ "La création de postes est indispensable": its subject's action noun, or the participle that qualifies it."""
        self.asks = True
        if self._texts(index + 1, 1) in (["que"], ["de"]) and self._complement(index + 1):
            return
        subject = range(self._subject_start(index), index - 1)
        nouns = [i for i in subject if self.words[i].kind in ("noun", "participle")]
        if nouns:
            self._add(nouns[0], "asked")

    def _subject_start(self, index: int) -> int:
        start = index
        while start > 0 and self.words[start - 1].kind != "comma":
            start -= 1
        return start

    def _after_dash(self, intro: int) -> bool:
        return self._before(intro, 1).text == "-"

    def _after_manner(self, intro: int) -> int:
        """The introducer as if "de façon durable" were not before it: "et, de façon durable, de pérenniser"."""
        manner = self._texts(max(0, intro - 3), 2) in (["de", "façon"], ["de", "manière"])
        return intro - 3 if manner and self.words[intro].text == "de" and intro > 3 else intro


def sentences(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words sentence by sentence; a semicolon ends one too."""
    sentence: list[Word] = []
    for word in words:
        if word.kind == "end":
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append(word)
    if sentence:
        yield sentence
