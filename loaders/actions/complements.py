"""What follows a verb of asking or of duty: an infinitive, a clause, an action noun."""

from __future__ import annotations

from ..language import Lexicon
from .clause import BE, NOTHING, REACH, Clause

_ARTICLES = {"la", "le", "l'", "un", "une"}
# "l’adoption et la mise en œuvre": the conjunction right after the noun, or one word further.
_NEXT = 2


class Complements(Clause):
    """The complements of what asks; each adds the action it holds, and says whether it held one."""

    def _complements(self, start: int, nouns: bool) -> None:
        """What follows a verb of asking: at once, or after the one asked and what stands between commas."""
        if self._complement(start, nouns):
            return
        for index in range(start, min(len(self.words), start + REACH)):
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
        for index in range(start, min(len(self.words), start + REACH)):
            if self.words[index].text in ("de", "que", "à") and self._complement(index):
                return True
            if self.words[index].kind in ("finite", "comma"):
                return False
        return False

    def _coordinated_nouns(self, start: int) -> None:
        """ "l’adoption et la mise en œuvre", "la multiplication de lieux … et leur dotation"."""
        for index in range(start, min(len(self.words) - 2, start + REACH)):
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
        for index in range(start, min(len(self.words), start + REACH)):
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
        if word.lemma in (BE, "avoir"):
            return self._carried(following)
        if word.lemma in ("devoir", "pouvoir") and following < len(self.words) and self.words[following].kind == "infinitive":
            return self._modal(following)
        if word.lemma is None:
            self._found.setdefault(index, (word.text.removesuffix("ent").removesuffix("e") + "er", "asked"))
            return True
        return self._add(index, "asked")

    def _carried(self, index: int) -> bool:
        """What "est", "soit" or "être" carries: a participle, "à" and an infinitive, "tenu de" and one, or a state."""
        word = self.words[index] if index < len(self.words) else NOTHING
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
        if word.text in (BE, "pouvoir"):
            following = self._skip(index + 1, ("adverb", "clitic"))
            if following < len(self.words) and self.words[following].kind == "infinitive":
                return self._modal(following)
            return self._carried(following)
        if word.text == "faire" and self._texts(index + 1, 2) == ["l'", "objet"] and self._nominal(index + 4):
            return True
        return self._add(index, "asked")

    def _more_participles(self, start: int) -> bool:
        for index in range(start, min(len(self.words) - 1, start + 14)):
            word = self.words[index]
            if word.kind in ("finite", "infinitive", "gerund") and word.text != BE:
                break
            if word.kind == "and":
                following = self._skip(index + 1, ("adverb", "clitic"))
                following += following < len(self.words) and self.words[following].text == BE
                if following < len(self.words) and self.words[following].kind == "participle":
                    self._add(following, "asked")
        return True
