"""One sentence of a recommendation: the verbs of what it asks, found by what introduces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language import Lexicon, Word
from .model import ActionKind
from .vocabulary import Vocabulary

# How far, in words, a complement may stand from its verb ("recommande aux … , dans l’attente de …, de").
_REACH = 30
_PURPOSE = {("afin", "de"), ("vue", "de"), ("façon", "à"), ("manière", "à"), ("but", "de"), ("mesure", "de")}
_BE = "être"
_ARTICLES = {"la", "le", "l'", "un", "une"}
# "l’adoption et la mise en œuvre": the conjunction right after the noun, or one word further.
_NEXT = 2
_REFLEXIVE = ("se", "s'")

type Found = tuple[int, str, ActionKind]


class Sentence:
    """The words of a sentence; `carried` says that the sentence before asked, and this one goes on ("; de former…")."""

    def __init__(self, words: Sequence[Word], carried: bool) -> None:
        self.words = words
        self.vocabulary = Vocabulary.load()
        self.carried = carried
        self.asks = False
        self._found: dict[int, tuple[str, ActionKind]] = {}

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
            elif word.text in self.vocabulary.needed and self._before(index, 1).lemma == _BE:
                self._needed(index)
        return [(index, verb, kind) for index, (verb, kind) in sorted(self._found.items())]

    # --- what asks ---------------------------------------------------------------------------------------------------------------

    def is_asking(self, index: int) -> bool:
        word = self.words[index]
        if word.lemma not in self.vocabulary.modality:
            return False
        if word.kind == "participle":
            return self._before(index, 1).lemma == _BE
        if word.kind == "infinitive":  # "décide de recommander à…"
            return self._before(index, 1).text == "de" and self._before(index, 2).lemma == "décider"
        return (
            word.kind == "finite"
            and self._before(index, 1).kind not in ("who", "preposition")
            and self._before(index, 1).text not in _REFLEXIVE
        )

    def is_duty(self, index: int) -> bool:
        word = self.words[index]
        if self._before(index, 1).kind == "who" and word.lemma != "devoir":
            return False
        if word.text in self.vocabulary.duty_forms:
            return True
        impersonal = word.lemma in self.vocabulary.duties and word.kind == "finite"
        return impersonal and (word.lemma == "devoir" or self._before(index, 1).text == "il")

    def _opening(self) -> None:
        """A recommendation may begin with what it asks: an infinitive, "Que le ministre…", or go on after a colon or a dash."""
        index = 0
        while index < len(self.words) and (self.words[index].kind in ("comma", "open", "close") or self.words[index].text in ("-", "*")):
            index += 1
        if index < len(self.words) and self.words[index].text == "que":
            self._clause(index + 1)
        elif self.carried and index < len(self.words) and not any(word.kind == "finite" for word in self.words):
            self._complement(index)
        if (first := self._first_infinitive(index)) is not None:
            self._add(first, "asked")

    def _first_infinitive(self, index: int) -> int | None:
        """The infinitive that begins the sentence, clitics and a preamble between commas left aside."""
        start = self._skip(index, ("clitic", "adverb"))
        if start < len(self.words) and self.words[start].kind == "infinitive":
            return start
        if any(word.kind == "finite" for word in self.words):
            return None
        for position in range(index, min(len(self.words), index + _REACH)):
            if self.words[position].kind == "comma":
                start = self._skip(position + 1, ("clitic", "adverb"))
                if start < len(self.words) and self.words[start].kind == "infinitive" and not self._found:
                    return start
        return None

    # --- complements -------------------------------------------------------------------------------------------------------------

    def _complements(self, start: int, nouns: bool) -> None:
        """What follows a verb of asking: at once, or after the one asked and what stands between commas."""
        if self._complement(start, nouns):
            return
        for index in range(start, min(len(self.words), start + _REACH)):
            word = self.words[index]
            if word.kind in ("infinitive", "finite"):
                return
            if word.text in ("de", "à", "que") and self._complement(index, nouns=False):
                return

    def _complement(self, index: int, nouns: bool = True) -> bool:
        """Adds the complement that begins at words[index], if one does."""
        index = self._skip(index, ("adverb",))
        if index >= len(self.words):
            return False
        word = self.words[index]
        if word.text == "que":
            return self._clause(index + 1)
        if word.text in ("de", "à", "en"):
            infinitive = self._skip(index + 1, ("adverb", "clitic", "determiner")) if word.text != "en" else index
            if infinitive < len(self.words) and self.words[infinitive].kind == "infinitive" and not self._article_before(infinitive):
                return self._add(infinitive, "asked")
            if (word.text != "à" and nouns) or self._before(index, 1).lemma == "appeler" or self._before(index, 1).kind == "gerund":
                return self._nominal(index + 1)
            return False
        return nouns and word.kind in ("determiner", "noun", "word", "participle") and self._nominal(index)

    def _article_before(self, index: int) -> bool:
        """A determiner before a known infinitive is a pronoun ("de les former"); before another word it makes a noun of it."""
        return self.words[index - 1].kind == "determiner" and not Lexicon.load().forms(self.words[index].text)

    def _nominal(self, index: int) -> bool:
        """An action noun in the noun phrase at words[index]: "le renforcement", "une meilleure information", "la nécessité de…"."""
        index = self._skip(index, ("determiner", "adverb"))
        for position in range(index, min(len(self.words), index + 4)):
            word = self.words[position]
            if word.text in self.vocabulary.announcing:
                return self._announced(position + 1)
            if word.kind == "noun" and word.lemma:
                self._add(position, "asked")
                self._coordinated_nouns(position + 1)
                return True
            if word.kind not in ("word", "adverb", "participle"):
                break
        first = self.words[index] if index < len(self.words) else None
        if first is not None and first.kind == "word" and self._before(index, 1).kind == "determiner":
            # "recommande une approche globale": to adopt it.
            self._found.setdefault(index, ("adopter", "asked"))
            return True
        return False

    def _announced(self, start: int) -> bool:
        for index in range(start, min(len(self.words), start + _REACH)):
            if self.words[index].text in ("de", "que", "à") and self._complement(index):
                return True
            if self.words[index].kind in ("finite", "comma"):
                return False
        return False

    def _coordinated_nouns(self, start: int) -> None:
        """ "l’adoption et la mise en œuvre", "la multiplication de lieux … et leur dotation"."""
        for index in range(start, min(len(self.words) - 2, start + _REACH)):
            word = self.words[index]
            if word.kind in ("finite", "infinitive", "who", "that"):
                return
            if word.kind == "and" and self.words[index + 1].kind == "determiner":
                position = self._skip(index + 1, ("determiner", "adverb"))
                position += position < len(self.words) and self.words[position].kind == "word"
                if position < len(self.words) and self.words[position].kind == "noun" and self._parallel(start - 1, index):
                    self._add(position, "asked")

    def _parallel(self, noun: int, conjunction: int) -> bool:
        """A noun coordinated with the action noun, not with its complement: next to it, or with a determiner alike."""
        determiner = self.words[conjunction + 1].text
        alike = self._before(noun, 1).text in _ARTICLES and determiner in _ARTICLES
        return conjunction - noun <= _NEXT or determiner in ("leur", "leurs", "sa", "son") or alike

    def _clause(self, start: int) -> bool:
        """The verb of a clause after "que": "soient formés", "se saisisse", "que soit précisé le rôle"."""
        depth = 0
        for index in range(start, min(len(self.words), start + _REACH)):
            word = self.words[index]
            depth += word.kind == "who"
            verb = word.kind == "finite" or self._unknown_finite(index)
            if verb and depth:
                depth -= 1
            elif verb:
                return self._predicate(index)
        return False

    def _unknown_finite(self, index: int) -> bool:
        word = self.words[index]
        return (
            word.kind == "word" and word.text.endswith(("e", "ent")) and len(word.text) > 4 and self._before(index, 1).text in ("se", "s'")
        )

    def _predicate(self, index: int) -> bool:
        """The action of a conjugated verb: its own, or the participle or infinitive it carries."""
        word = self.words[index]
        following = self._skip(index + 1, ("adverb", "clitic"))
        if following < len(self.words) and self.words[following].kind == "comma":
            following = self._after_insertion(following)
        if word.lemma in (_BE, "avoir"):
            return self._carried(following)
        if word.lemma in ("devoir", "pouvoir") and following < len(self.words) and self.words[following].kind == "infinitive":
            return self._modal(following)
        if word.lemma is None:
            self._found.setdefault(index, (word.text.removesuffix("ent").removesuffix("e") + "er", "asked"))
            return True
        return self._add(index, "asked")

    def _carried(self, index: int) -> bool:
        """What "est", "soit" or "être" carries: a participle, "à" and an infinitive, "tenu de" and one, or a state."""
        word = self.words[index] if index < len(self.words) else _NOTHING
        if word.lemma == "tenir" and self._texts(index + 1, 1) == ["de"] and self._complement(index + 1):
            return True
        if word.kind == "participle":
            self._add(index, "asked")
        elif word.text == "à":
            return self._complement(index, nouns=False)
        return self._more_participles(index + 1)

    def _modal(self, index: int) -> bool:
        """After "doit": the infinitive, or what "être" carries, or the noun after "faire l’objet de"."""
        word = self.words[index]
        if word.text in (_BE, "pouvoir"):
            following = self._skip(index + 1, ("adverb",))
            if following < len(self.words) and self.words[following].kind == "infinitive":
                return self._modal(following)
            return self._carried(following)
        if word.text == "faire" and self._texts(index + 1, 2) == ["l'", "objet"] and self._nominal(index + 4):
            return True
        return self._add(index, "asked")

    def _more_participles(self, start: int) -> bool:
        for index in range(start, min(len(self.words) - 1, start + 14)):
            word = self.words[index]
            if word.kind in ("finite", "infinitive", "gerund") and word.text != _BE:
                break
            if word.kind == "and":
                following = self._skip(index + 1, ("adverb", "clitic"))
                following += following < len(self.words) and self.words[following].text == _BE
                if following < len(self.words) and self.words[following].kind == "participle":
                    self._add(following, "asked")
        return True

    # --- words met on the way ------------------------------------------------------------------------------------------------------

    def _duty(self, index: int) -> None:
        word = self.words[index]
        if word.lemma != "devoir":
            self._complements(index + 1, nouns=True)
            return
        following = self._skip(index + 1, ("adverb", "clitic", "determiner"))
        if following < len(self.words) and self.words[following].kind == "comma":
            following = self._skip(self._after_insertion(following), ("adverb", "clitic"))
        if following < len(self.words) and self.words[following].kind == "infinitive":
            self._modal(following)

    def _infinitive(self, index: int) -> None:
        """An infinitive met on the way: coordinated with what is asked, a purpose, or asked by "est à garantir"."""
        if index in self._found:
            return
        intro = self._introducer(index)
        if self.words[index].text == _BE and self._before(index, 1).kind == "and" and self.asks:
            self._modal(index)
            return
        intro = self._after_manner(intro)
        before, earlier = self._before(intro, 1), self._before(intro, 2)
        if self.words[intro].text in ("de", "à") and intro < index:
            if (before.lemma == _BE and before.kind == "finite") or (before.kind == "adverb" and earlier.lemma == _BE):
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
        for position in range(intro - 1, max(-1, intro - 2 * _REACH), -1):
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
        subject = range(self._subject_start(index), index - 1)
        nouns = [i for i in subject if self.words[i].kind in ("noun", "participle")]
        if nouns:
            self._add(nouns[0], "asked")

    # --- helpers -------------------------------------------------------------------------------------------------------------------

    def _subject_start(self, index: int) -> int:
        start = index
        while start > 0 and self.words[start - 1].kind != "comma":
            start -= 1
        return start

    def _after_dash(self, intro: int) -> bool:
        return self._before(intro, 1).text == "-"

    def _introducer(self, index: int) -> int:
        """The index of the word that introduces an infinitive, its clitics and adverbs left aside; its own if there is none."""
        start = index
        while start > 0 and (
            self.words[start - 1].kind in ("clitic", "adverb") or self.words[start - 1].text in ("en", "l'", "le", "la", "les", "leur")
        ):
            start -= 1
        return start - 1 if start > 0 else index

    def _after_manner(self, intro: int) -> int:
        """The introducer as if "de façon durable" were not before it: "et, de façon durable, de pérenniser"."""
        manner = self._texts(max(0, intro - 3), 2) in (["de", "façon"], ["de", "manière"])
        return intro - 3 if manner and self.words[intro].text == "de" and intro > 3 else intro

    def _skip(self, index: int, kinds: tuple[str, ...]) -> int:
        while index < len(self.words) and (self.words[index].kind in kinds or ("clitic" in kinds and self.words[index].text == "en")):
            index += 1
        return index

    def _after_insertion(self, comma: int) -> int:
        """The word after what stands between this comma and the next; the next one if there is no second comma."""
        for index in range(comma + 1, min(len(self.words), comma + _REACH)):
            if self.words[index].kind == "comma":
                return index + 1
        return comma + 1

    def _before(self, index: int, steps: int) -> Word:
        return self.words[index - steps] if index >= steps else _NOTHING

    def _texts(self, start: int, count: int) -> list[str]:
        return [word.text for word in self.words[start : start + count]]

    def _add(self, index: int, kind: ActionKind) -> bool:
        lemma = self.words[index].lemma
        if lemma is None:
            return False
        self._found.setdefault(index, (lemma, kind))
        return True


_NOTHING = Word("", 0, 0, "end")


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
