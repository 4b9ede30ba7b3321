"""Bodies that are subjects of a verb: of what they are asked to do, of what is done to them, or of a mere statement."""

from __future__ import annotations

from .grammar import Given
from .view import AUXILIARIES, BE, FAR, REFLEXIVE, STATING, Bearing, View

_DEMANDING = {"souhaiter", "convenir", "falloir", "exiger", "vouloir", "veiller", "faire"}
_PROVIDING = {"prévoir", "permettre", "garantir", "assurer"}
# "prévoir, dans la loi, que": how many words may stand between.
_INSERTED = 5
_SHORT = len("elle")


class Subjects(View):
    """Bodies that are subjects of what is asked, and of what is only stated."""

    def _subject(self, index: int, left: int) -> Bearing | None:
        verb = self._verb_after(index)
        if verb is None or self.at(left).kind == "who":
            return None
        acts = self._asked_to_act(left, verb)
        if acts is None:
            return None
        given = self._predicate(verb, acts)
        return self._bearing(given, max(left, 0) if self.at(left).kind == "that" else index, verb) if given else None

    def _verb_after(self, index: int) -> int | None:
        """The verb the body may be subject of; what stands between commas, in brackets or after "qui" is passed over."""
        position, relatives = index + 1, 0
        while position < min(len(self.words), index + FAR):
            word = self.words[position]
            if word.kind == "comma":
                closing = self._closing(position)
                if closing is None:
                    return None
                position = closing
            elif word.kind == "finite" and relatives:
                relatives -= 1
            elif word.kind == "finite" or word.text in ("gagnerait", "gagneraient", "gagnera"):
                return position
            elif word.kind in ("end", "infinitive", "that", "and") or (word.kind == "word" and self._looks_finite(position)):
                return position if word.kind == "word" else None
            relatives += word.kind == "who"
            position += 1
        return None

    def _looks_finite(self, position: int) -> bool:
        """An unknown word after "que X" or "X se" that ends as a verb does."""
        word, before = self.words[position].text, self.at(position - 1)
        after_subject = before.kind == "name" and self.at(self._left(position - 1)).kind == "that"
        return len(word) > _SHORT and word.endswith(("e", "ent")) and (before.text in REFLEXIVE or after_subject)

    def _asked_to_act(self, left: int, verb: int) -> Given | None:
        """What the subject of an action that is asked is given; None where the clause only states something."""
        addressed = Given.of("ADDRESSED", "sujet de l’action demandée")
        passive = self._passive_verb(verb)
        if self.at(left).kind == "that":
            if self._indirect(left):
                return Given.of("ASSIGNS", "doit agir pour que l’action demandée ait lieu")
            asking = self._that_asks(left)
            if asking is None and passive in ("tenir", "charger"):
                return Given.of("ASSIGNS", "obligé d’agir")
            return addressed if asking or (asking is None and self._is_duty(verb)) else None
        if left >= 0 and self.at(left).kind not in ("end", "comma", "and", "adverb", "open", "close"):
            return None
        return addressed if self._is_duty(verb) or passive in self.grammar.asks | {"prier", "tenir", "charger"} else None

    def _indirect(self, that: int) -> bool:
        """True after "veiller à ce que", "pour que", "prévoir dans la loi que"."""
        if f"{self.at(that - 1).text} que" in self.grammar.indirect:
            return True
        near = self.words[max(0, that - _INSERTED) : that]
        return any(word.lemma in _PROVIDING and word.kind != "finite" for word in near)

    def _that_asks(self, that: int) -> bool | None:
        """True after "recommande que", "il convient que", a leading "Que"; None after "estime que", which asks only with "doit"."""
        coordinated = self.at(that - 1).kind in ("and", "comma")
        for left in range(that - 1, max(-1, that - FAR), -1):
            word = self.words[left]
            if word.kind == "end":
                break
            if word.lemma in STATING | {"rappeler", "insister"} and word.kind == "finite":
                return None
            if (word.text == "que" and self.at(left - 1).kind == "end") or self._demanding(left):
                return True
            if word.kind == "finite" and word.lemma not in AUXILIARIES and not coordinated:
                break
        return self.at(that - 1).kind == "end"

    def _demanding(self, index: int) -> bool:
        """True for what asks before "que": a verb of asking, "il convient", "il est souhaitable"."""
        word = self.words[index]
        return self.asks(index) or word.text in self.grammar.needed or word.lemma in _DEMANDING or word.text.startswith("import")

    def _is_duty(self, verb: int) -> bool:
        return self.words[verb].lemma == "devoir" or self.words[verb].text.startswith(("gagner", "pourrai"))

    def _passive_verb(self, verb: int) -> str | None:
        """The verb of "est invité": the participle that "être" carries."""
        after = self.next(verb + 1, ("adverb",))
        return self.at(after).lemma if self.words[verb].lemma == BE and self.at(after).kind == "participle" else None

    def _predicate(self, verb: int, acts: Given) -> Given | None:
        """What a verb gives its subject: the passive that of its object."""
        word = self.words[verb]
        if word.lemma in ("devoir", "pouvoir") or word.text.startswith("gagner"):
            return self._modal(verb, acts)
        if word.lemma == BE:
            return self._passive(self.next(verb + 1, ("adverb",)), acts)
        return self.grammar.verb(word.lemma, "subject") or acts

    def _modal(self, verb: int, acts: Given) -> Given | None:
        if self.words[verb].lemma == "pouvoir" and self.at(verb - 1).text in ("ne", "n'"):
            return Given.of("INVOLVES", "objet de l’action demandée")
        after = self.next(verb + 1, ("adverb", "clitic"))
        if self.at(after).kind == "comma" and (closing := self._closing(after)) is not None:
            after = self.next(closing + 1, ("adverb", "clitic"))
        if self.at(after).text in ("à", "en", "de"):
            after += 1
        infinitive = self.at(self.next(after, ("adverb", "clitic", "determiner")))
        if infinitive.lemma == BE:
            return self._passive(self.next(after + 1, ("adverb",)), acts)
        if infinitive.text == "pouvoir" or (self.words[verb].lemma == "pouvoir" and not self._is_duty(verb)):
            return Given.of("BENEFITS", "doit pouvoir ce qui est demandé")
        return (self.grammar.verb(infinitive.lemma, "subject") or acts) if infinitive.kind == "infinitive" else None

    def _passive(self, participle: int, acts: Given) -> Given | None:
        word = self.at(participle)
        if word.text.startswith(("responsable", "garant", "comptable")):
            return Given.of("ASSIGNS", "organisme responsable de l’action")
        if word.kind != "participle":
            return Given.of("INVOLVES", "objet de l’action demandée")
        if word.lemma == "tenir" and "ADDRESSED_TO" not in acts.roles:
            return acts
        if "ADDRESSED_TO" in acts.roles and (asked := self.grammar.verb(word.lemma, "object", asking=True)):
            # "doivent être incités" asks others to incite them; "est invité" asks them.
            by_author = any(self.at(participle - step).lemma == BE and self.at(participle - step).kind == "finite" for step in (1, 2))
            return asked if by_author else self.grammar.verb(word.lemma, "object")
        return self.grammar.verb(word.lemma, "object") or Given.of("INVOLVES", "objet de l’action demandée")
