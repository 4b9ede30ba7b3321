"""Bodies that a preposition introduces: of which noun or verb they are the complement, and so which role they have."""

from __future__ import annotations

from .grammar import Given
from .view import ADJECTIVES, AUXILIARIES, BE, FAR, NEAR, Bearing, View

_DEMONSTRATIVES = {"celui", "celle", "ceux", "celles"}


class Complements(View):
    """Bodies that a preposition introduces: of which noun or verb, and so with which role."""

    def _complement(self, index: int, preposition: int) -> Bearing | None:
        text = self.at(preposition).text
        if text in ("de", "des"):
            return self._of(index, preposition)
        if text == "à":
            return self._to(index, preposition)
        if text == "par":
            return self._by(index, preposition)
        if text in ("avec", "entre"):
            return self._with(index, preposition)
        if text == "sur":
            return self._on(index, preposition)
        return self._for(index, preposition) if text == "pour" else None

    def _on(self, index: int, preposition: int) -> Bearing | None:
        before = self.at(preposition - 1)
        given = self.grammar.verb(before.lemma, "sur") if before.kind in ("infinitive", "gerund", "finite") else None
        return self._bearing(given, preposition - 1, index) if given else None

    def _of(self, index: int, preposition: int) -> Bearing | None:
        before = self.at(preposition - 1)
        given = self.grammar.verb(before.lemma, "de") if before.kind in ("infinitive", "finite", "gerund", "participle") else None
        if given or before.kind in ("infinitive", "finite", "gerund"):
            return self._bearing(given, preposition - 1, index) if given else None
        head = self._antecedent(preposition - 1) if before.text in _DEMONSTRATIVES else self._head(preposition)
        if head is None:
            return self._through(index, preposition)
        if self.at(index + 1).text == "comme" and (given := self.grammar.verb(self.words[head].lemma, "as")):
            return self._bearing(given, head, index + 1)
        given = self._of_noun(head, index)
        return self._bearing(given, self._governed(head), index) if given else None

    def _antecedent(self, pronoun: int) -> int | None:
        """The noun that "celui des X" stands for: the last one before it that says something of its complement."""
        earlier = range(pronoun - 1, max(-1, pronoun - NEAR), -1)
        return next((i for i in earlier if self.grammar.noun(self.words[i].text, "de") or self.words[i].kind == "noun"), None)

    def _governed(self, head: int) -> int:
        """The action a noun is itself the object of: "renforcement" for "le renforcement des moyens"; the noun if none."""
        before = head - 1
        while self.at(before).kind == "determiner" or self.at(before).text in ("de", "des"):
            before -= 1
        return before if self.at(before).kind in ("noun", "infinitive") else head

    def _head(self, preposition: int) -> int | None:
        """The known noun that "de" depends on, its adjectives passed over."""
        for head in range(preposition - 1, max(-1, preposition - 2 - ADJECTIVES), -1):
            word = self.words[head]
            if self.grammar.noun(word.text, "de") or word.kind == "noun":
                return head
            if word.kind not in ("word", "participle", "adverb", "and"):
                return None
        return None

    def _of_noun(self, head: int, index: int) -> Given | None:
        word = self.words[head]
        given = self.grammar.verb(word.lemma, "noun") or self.grammar.noun(word.text, "de") or self.grammar.verb(word.lemma, "object")
        if word.lemma == "contrôler" and self.at(index + 1).text == "sur":
            return Given.of("ASSIGNS", "organisme chargé d’agir")
        if given and given.roles == ("INVOLVES",) and word.text in ("participation", "contribution", "concours", "part", "effort"):
            raised = any(w.lemma in self.grammar.raising for w in self.words[max(0, head - 6) : head])
            return Given.of("ASSIGNS", "doit fournir ce qui est accru") if raised else given
        return given

    def _through(self, index: int, preposition: int) -> Bearing | None:
        """A noun that says nothing by itself: what is done to it concerns its body, unless the verb only uses or tells it."""
        for position in range(preposition - 1, max(-1, preposition - NEAR), -1):
            word = self.words[position]
            if word.kind in ("end", "comma", "finite", "name", "that", "who"):
                return None
            if word.kind in ("infinitive", "gerund", "noun"):
                given = self.grammar.verb(word.lemma, "object")
                if given and given.roles == ("BENEFITS",):
                    return self._bearing(given, position, index)
                changes = word.kind == "infinitive" and word.lemma not in self.grammar.telling
                return self._bearing(Given.of("INVOLVES", "objet de l’action demandée"), position, index) if changes else None
        return None

    def _to(self, index: int, preposition: int) -> Bearing | None:
        if self._asked_too(index, preposition):
            return self._bearing(Given.of("ADDRESSED", "destinataire nommé de la demande"), preposition, index)
        direct = True
        for position in range(preposition - 1, max(-1, preposition - 1 - FAR), -1):
            word = self.words[position]
            if word.kind == "end":
                return None
            if self.asks(position):
                given = self.grammar.verb(word.lemma, "à", asking=True)
                return self._bearing(given, position, index) if given and direct else None
            given = self.grammar.noun(word.text, "à") or (self.grammar.verb(word.lemma, "à") if word.lemma else None)
            if given and (word.lemma or position >= preposition - 1 - ADJECTIVES):
                return self._bearing(self._charged(index, given), position, index)
            if word.kind == "finite" and word.lemma not in AUXILIARIES:
                return None
            direct = direct and word.kind in ("adverb", "comma", "word", "preposition", "clitic", "determiner", "participle")
        return None

    def _charged(self, index: int, given: Given) -> Given:
        """ "Étendre à X l’obligation de…": what is given is a burden, which makes X act."""
        burden = any(
            self.grammar.noun(word.text, "à") == self.grammar.noun("obligation", "à") for word in self.words[index + 1 : index + 4]
        )
        return Given.of("ASSIGNS", "obligé d’agir") if burden and given.roles == ("BENEFITS",) else given

    def _asked_too(self, index: int, preposition: int) -> bool:
        """ "recommande à X de… et à Y de…": Y."""
        before, after = self.at(preposition - 1), self.at(index + 1)
        follows = after.text in ("de", "que") and (
            after.text == "que" or any(w.kind == "infinitive" for w in self.words[index + 2 : index + 5])
        )
        earlier = range(max(0, preposition - 2 * FAR), preposition)
        return before.kind in ("and", "comma") and follows and any(
            self.asks(i) and self.grammar.verb(self.words[i].lemma, "à", asking=True) for i in earlier
        )  # fmt: skip

    def _by(self, index: int, preposition: int) -> Bearing | None:
        """The agent: of a passive or an action noun it acts; named without an article of its own it only takes part."""
        part = Given.of("INVOLVES", "agit ou sert de cadre à l’action")
        agent = Given.of("ASSIGNS", "organisme chargé d’agir")
        for position in range(preposition - 1, max(-1, preposition - NEAR), -1):
            word = self.words[position]
            if word.kind in ("end", "gerund"):
                break
            if word.kind == "infinitive" and self.at(position - 1).lemma == "faire":
                return self._bearing(agent, position - 1, index)
            if (given := self.grammar.verb(word.lemma, "par")) is not None:
                return self._bearing(given, position, index)
            if word.kind == "participle":
                passive = any(w.lemma == BE for w in self.words[max(0, position - 3) : position])
                return self._bearing(agent if passive or not self._indefinite(index) else part, position, index)
            if word.kind == "noun" or word.text in ("suivi", "examen"):
                return self._bearing(agent, position, index)
        return self._bearing(part, preposition, index)

    def _indefinite(self, index: int) -> bool:
        return any(self.at(i).text in ("des", "un", "une") for i in range(max(0, self._left(index)), index))

    def _with(self, index: int, preposition: int) -> Bearing | None:
        """Partners; with whom another one cooperates benefits from it; "des correspondances avec X" is no partnership."""
        before = self.at(preposition - 1)
        if before.kind == "word" and self.at(preposition).text == "avec" and not self.grammar.noun(before.text, "avec"):
            near = range(preposition - 2, max(-1, preposition - 2 - ADJECTIVES), -1)
            partners = next((i for i in near if self.grammar.verb(self.words[i].lemma, "avec")), None)
            return self._bearing(Given.of("INVOLVES", "associé à l’action"), partners, index) if partners is not None else None
        for position in range(preposition - 1, max(-1, preposition - FAR), -1):
            word = self.words[position]
            if word.kind == "end":
                break
            if (
                word.lemma in ("coopérer", "collaborer")
                and word.kind == "noun"
                and any(w.kind == "name" for w in self.words[position:preposition])
            ):
                return self._bearing(Given.of("BENEFITS", "bénéficie de la coopération d’un autre"), position, index)
        return self._bearing(Given.of("INVOLVES", "associé à l’action"), preposition, index)

    def _for(self, index: int, preposition: int) -> Bearing | None:
        for position in range(preposition - 1, max(-1, preposition - 6), -1):
            word = self.words[position]
            given = self.grammar.noun(word.text, "pour") or (self.grammar.verb(word.lemma, "pour") if word.lemma else None)
            if word.text.startswith("obligatoire"):
                given = Given.of("ASSIGNS", "obligé d’agir")
            if given:
                return self._bearing(given, position, index)
            if word.kind == "end":
                return None
        return None
