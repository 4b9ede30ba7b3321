"""The construction each body stands in: subject, object or complement, of which verb or noun; and so its role."""

from __future__ import annotations

from .complements import Complements
from .grammar import Given
from .subjects import Subjects
from .view import AUXILIARIES, BE, FAR, NEAR, STATING, Bearing


class Construction(Subjects, Complements):
    """The words of a text, asked about the bodies among them; each answer looks at a bounded number of words."""

    def bearings(self, index: int) -> list[Bearing]:
        """What the body at words[index] is given; nothing if it is only mentioned."""
        main = self._label(index) or (None if self._stated(index) else self._place(index, self._left(index))) or self._by_syntax(index)
        follower = self._follower(index)
        if follower is None:
            return [main] if main and main.roles != ("MENTIONS",) else []
        bearing, more = follower
        keeps = main is not None and (more or "ADDRESSED_TO" in main.roles or main.roles == ("BENEFITS",))
        return [main, bearing] if main is not None and keeps and main.roles != ("MENTIONS",) else [bearing]

    def _label(self, index: int) -> Bearing | None:
        """ "(DPJJ) Publier…", "Au Gouvernement : …": an addressee set before what is asked."""
        if index > NEAR:
            return None
        before = [w for w in self.words[:index] if w.kind != "determiner" and w.text not in ("à", "-")]
        after = self.at(index + 1)
        alone = all(word.kind in ("open", "name", "and", "comma") for word in before)
        if alone and (after.text == ":" or (after.kind == "close" and any(w.kind == "open" for w in before))):
            return self._bearing(Given.of("ADDRESSED", "destinataire nommé en tête"), 0, index)
        return None

    def _place(self, index: int, left: int) -> Bearing | None:
        before = self.words[max(0, left - 7) : left + 1]
        texts = ["de" if w.text == "des" else w.text for w in before if w.kind != "determiner" or w.text in ("son", "notre", "des")]
        found = self.grammar.place(" ".join(texts))
        return self._bearing(found[0], max(0, left - found[1] + 1), index) if found else None

    def _follower(self, index: int) -> tuple[Bearing, bool] | None:
        after = [w.text for w in self.words[index + 1 : index + 7] if w.kind != "adverb" and w.lemma != BE]
        found = self.grammar.follower(" ".join(after)) or self.grammar.follower(
            " ".join(after[1:]) if self.at(index + 1).kind == "word" else ""
        )
        return (self._bearing(found[0], index, min(index + found[2], len(self.words) - 1)), found[1]) if found else None

    def _stated(self, index: int) -> bool:
        """True where the author only states something before asking: "salue l’action de X et recommande…", "qui impose aux X…"."""
        for position in range(index - 1, max(-1, index - 2 * FAR), -1):
            word = self.words[position]
            if word.kind == "end" or self.asks(position):
                return False
            if word.kind == "finite" and word.lemma not in AUXILIARIES:
                return word.lemma in STATING or self.at(position - 1).kind == "who"
        return False

    def _by_syntax(self, index: int) -> Bearing | None:
        left = self._left(index)
        if self.at(left).kind in ("and", "comma") and self._invited_too(index, left):
            return self._bearing(Given.of("ADDRESSED", "destinataire nommé de la demande"), left, index)
        if self.at(left).kind in ("and", "comma") and (shared := self._coordinated_to(left)) is not None:
            left = shared
        word = self.at(left)
        if word.kind == "preposition" or word.text == "des":
            return None if self._stated(index) or self._set_aside(left) else self._place(index, left) or self._complement(index, left)
        if word.kind in ("infinitive", "gerund") or self.asks(left):
            return self._object(index, left)
        return self._subject(index, left) or self._object(index, left)

    def _set_aside(self, left: int) -> bool:
        """True within "sans remettre en cause…": what is left as it is."""
        for position in range(left, max(-1, left - NEAR), -1):
            if self.words[position].kind in ("comma", "end", "finite", "gerund"):
                return False
            if self.words[position].kind == "infinitive":
                return self.at(position - 1).text == "sans" or self.at(position - 2).text == "sans"
        return False

    def _coordinated_to(self, conjunction: int) -> int | None:
        """The preposition or verb of the noun phrase before a conjunction: "entre les services et X", "former les élus et X"."""
        for left in range(conjunction - 1, max(-1, conjunction - 9), -1):
            word = self.words[left]
            if word.text in ("entre", "avec") or (word.text in ("par", "à", "pour") and self.at(conjunction).kind == "and"):
                return left
            if word.kind in ("infinitive", "gerund"):
                return left
            if word.kind == "name" and self.at(conjunction).kind == "and":
                shared = self._left(left)
                return shared if self.at(shared).kind == "preposition" else None
            if word.kind in ("finite", "end", "that", "who", "name", "open", "close"):
                return None
        return None

    def _object(self, index: int, left: int) -> Bearing | None:
        for position in range(left, max(-1, left - NEAR), -1):
            word = self.words[position]
            if word.kind in ("end", "that", "who"):
                return None
            if word.kind not in ("infinitive", "gerund", "finite", "participle"):
                continue
            if (word.kind == "finite" and not self.asks(position)) or (word.kind == "participle" and not self._inverted(position)):
                continue
            return self._object_of(index, position, adjacent=all(w.kind == "adverb" for w in self.words[position + 1 : left + 1]))
        return None

    def _object_of(self, index: int, verb: int, adjacent: bool) -> Bearing | None:
        word = self.words[verb]
        if self.at(index + 1).text == "comme" and (given := self.grammar.verb(word.lemma, "as")):
            return self._bearing(given, verb, index + 1)
        if not self.asks(verb) and self._to_act(index) and (given := self.grammar.verb(word.lemma, "acting")):
            return self._bearing(given, verb, index)
        given = self.grammar.verb(word.lemma, "object", asking=self.asks(verb)) or self.grammar.verb(word.lemma, "object")
        if given is None and adjacent and not self.asks(verb):
            given = Given.of("INVOLVES", "objet de l’action demandée")
        return self._bearing(given, verb, index) if given else None

    def _to_act(self, index: int) -> bool:
        """True before "à" and an infinitive: "inciter X (et ses services) à publier"."""
        for position in range(index + 1, min(len(self.words), index + FAR)):
            word = self.words[position]
            if word.text == "à" and self.at(self.next(position + 1, ("clitic", "adverb"))).kind == "infinitive":
                return True
            if word.kind in ("end", "comma", "finite", "infinitive", "that", "who", "close"):
                return False
        return False

    def _invited_too(self, index: int, left: int) -> bool:
        """ "invite X à… et Y à…": Y."""
        to_act = self.at(index + 1).text == "à" and any(w.kind == "infinitive" for w in self.words[index + 2 : index + 5])
        earlier = range(max(0, left - 2 * FAR), left)
        return to_act and any(self.asks(i) and self.grammar.verb(self.words[i].lemma, "object", asking=True) for i in earlier)

    def _inverted(self, participle: int) -> bool:
        """ "que soit désigné X"."""
        return any(self.at(participle - step).text in ("soit", "soient") for step in (1, 2))
