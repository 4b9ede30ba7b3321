"""The construction each body stands in: subject, object or complement, of which verb or noun; and so its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language import Word
from .grammar import Given, RoleGrammar, role_grammar
from .model import Role

# How far, in words, a complement may stand from its verb, a subject from its own, an adjective from its noun.
_FAR, _NEAR, _ADJECTIVES = 25, 15, 3
_SHORT = len("elle")
_NOTHING = Word("", 0, 0, "end")
_QUALIFIERS = {"seul", "seuls", "seule", "seules", "autres", "différents", "différentes", "principaux", "principales", "mêmes", "futurs"}
_STATING = {"estimer", "considérer", "souligner", "noter", "insister", "rappeler", "observer"}
_REFLEXIVE = {"se", "s'"}
_BE = "être"


@dataclass(frozen=True, slots=True)
class Bearing:
    """The roles of the body at words[bearer], and the words first to last (included) that say so."""

    roles: tuple[Role, ...]
    why: str
    first: int
    last: int


class Construction:
    """The words of a text, asked about the bodies among them; each answer looks at a bounded number of words."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.grammar: RoleGrammar = role_grammar()

    def bearings(self, index: int) -> list[Bearing]:
        """What the body at words[index] is given; nothing if it is only mentioned."""
        main = self._label(index) or self._place(index) or self._by_syntax(index)
        follower = self._follower(index)
        if follower is None:
            return [main] if main and main.roles != ("MENTIONS",) else []
        bearing, more = follower
        keeps = main is not None and (more or "ADDRESSED_TO" in main.roles or main.roles == ("BENEFITS",))
        return [main, bearing] if main is not None and keeps and main.roles != ("MENTIONS",) else [bearing]

    def asking(self) -> int | None:
        """The index of the author's first verb of asking; None if there is none."""
        return next((index for index in range(len(self.words)) if self._asks(index)), None)

    # --- words that say it alone ---------------------------------------------------------------------------------------------------

    def _label(self, index: int) -> Bearing | None:
        """ "(DPJJ) Publier…", "Au Gouvernement : …": an addressee set before what is asked."""
        if index > _NEAR:
            return None
        before = [w for w in self.words[:index] if w.kind != "determiner" and w.text not in ("à", "-")]
        after = self._at(index + 1)
        alone = all(word.kind in ("open", "name", "and", "comma") for word in before)
        if alone and (after.text == ":" or (after.kind == "close" and any(w.kind == "open" for w in before))):
            return self._bearing(Given.of("ADDRESSED", "destinataire nommé en tête"), 0, index)
        return None

    def _place(self, index: int) -> Bearing | None:
        left = self._left(index)
        before = self.words[max(0, left - 7) : left + 1]
        texts = ["de" if w.text == "des" else w.text for w in before if w.kind != "determiner" or w.text in ("son", "notre", "des")]
        found = self.grammar.place(" ".join(texts))
        return self._bearing(found[0], max(0, left - found[1] + 1), index) if found else None

    def _follower(self, index: int) -> tuple[Bearing, bool] | None:
        after = [w.text for w in self.words[index + 1 : index + 7] if w.kind != "adverb" and w.lemma != _BE]
        found = self.grammar.follower(" ".join(after)) or self.grammar.follower(
            " ".join(after[1:]) if self._at(index + 1).kind == "word" else ""
        )
        return (self._bearing(found[0], index, min(index + found[2], len(self.words) - 1)), found[1]) if found else None

    # --- syntax ----------------------------------------------------------------------------------------------------------------------

    def _by_syntax(self, index: int) -> Bearing | None:
        left = self._left(index)
        if self._at(left).kind in ("and", "comma") and self._invited_too(index, left):
            return self._bearing(Given.of("ADDRESSED", "destinataire nommé de la demande"), left, index)
        if self._at(left).kind in ("and", "comma") and (shared := self._coordinated_to(left)) is not None:
            left = shared
        word = self._at(left)
        if word.kind == "preposition" or word.text == "des":
            return self._complement(index, left)
        if word.kind in ("infinitive", "gerund") or self._asks(left):
            return self._object(index, left)
        return self._subject(index, left) or self._object(index, left)

    def _left(self, index: int) -> int:
        """The index of the word that introduces the body's noun phrase: determiners and those who act for it left aside; -1 if none."""
        left = index - 1
        while left >= 0:
            word = self.words[left]
            if word.text in ("de", "des") and (holder := self._holder(left)) is not None:
                left = holder - 1
            elif word.text == "des" and self._noun_before(left):
                break
            elif (
                word.kind == "determiner" or word.text in _QUALIFIERS or (word.kind == "adverb" and self._at(left + 1).kind == "determiner")
            ):
                left -= 1
            else:
                break
        return left

    def _holder(self, preposition: int) -> int | None:
        """The index of "agents" in "les agents de", "directeur" in "le directeur général de"."""
        for holder in (preposition - 1, preposition - 2):
            if self._at(holder).text in self.grammar.holders:
                return holder
            if self._at(holder).kind not in ("word", "participle"):
                return None
        return None

    def _noun_before(self, index: int) -> bool:
        """True where "des" is "de les": after a noun; after a verb, a preposition or a mark it is an article."""
        return self._at(index - 1).kind in ("word", "noun", "name", "participle", "close") and not self._attributive(index - 1)

    def _attributive(self, index: int) -> bool:
        return self.words[index].kind == "participle" and self._at(index - 1).lemma == _BE

    def _coordinated_to(self, conjunction: int) -> int | None:
        """The preposition or verb of the noun phrase before a conjunction: "entre les services et X", "former les élus et X"."""
        for left in range(conjunction - 1, max(-1, conjunction - 9), -1):
            word = self.words[left]
            if word.text in ("entre", "avec") or (word.text in ("par", "à", "pour") and self._at(conjunction).kind == "and"):
                return left
            if word.kind in ("infinitive", "gerund"):
                return left
            if word.kind in ("finite", "end", "that", "who", "name", "open", "close"):
                return None
        return None

    # --- subject ---------------------------------------------------------------------------------------------------------------------

    def _subject(self, index: int, left: int) -> Bearing | None:
        verb = self._verb_after(index)
        if verb is None or self._at(left).kind == "who":
            return None
        acts = self._asked_to_act(left, verb)
        if acts is None:
            return None
        given = self._predicate(verb, acts)
        return self._bearing(given, max(left, 0) if self._at(left).kind == "that" else index, verb) if given else None

    def _verb_after(self, index: int) -> int | None:
        """The verb the body may be subject of; what stands between commas, in brackets or after "qui" is passed over."""
        position, relatives = index + 1, 0
        while position < min(len(self.words), index + _FAR):
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
        word, before = self.words[position].text, self._at(position - 1)
        after_subject = before.kind == "name" and self._at(self._left(position - 1)).kind == "that"
        return len(word) > _SHORT and word.endswith(("e", "ent")) and (before.text in _REFLEXIVE or after_subject)

    def _closing(self, comma: int) -> int | None:
        """The comma that closes what this one opens."""
        return next((i for i in range(comma + 1, min(len(self.words), comma + _FAR)) if self.words[i].kind == "comma"), None)

    def _asked_to_act(self, left: int, verb: int) -> Given | None:
        """What the subject of an action that is asked is given; None where the clause only states something."""
        addressed = Given.of("ADDRESSED", "sujet de l’action demandée")
        word = self._at(left)
        if word.kind == "that":
            if f"{self._at(left - 1).text} que" in self.grammar.indirect or self._at(left - 1).lemma in (
                "prévoir",
                "permettre",
                "garantir",
                "assurer",
            ):
                return Given.of("ASSIGNS", "doit agir pour que l’action demandée ait lieu")
            asking = self._that_asks(left)
            if asking is None and self._passive_verb(verb) in ("tenir", "charger"):
                return Given.of("ASSIGNS", "obligé d’agir")
            return addressed if asking or (asking is None and self._is_duty(verb)) else None
        if word.kind in ("end", "comma", "and", "adverb", "open", "close") or left < 0:
            return (
                addressed if self._is_duty(verb) or self._passive_verb(verb) in self.grammar.asks | {"prier", "tenir", "charger"} else None
            )
        return None

    def _that_asks(self, that: int) -> bool | None:
        """True after "recommande que", "il convient que", a leading "Que"; None after "estime que", which asks only with "doit"."""
        if self._at(that - 1).kind == "end":
            return True
        for left in range(that - 1, max(-1, that - _FAR), -1):
            word = self.words[left]
            if word.kind == "end":
                return False
            if word.lemma in _STATING and word.kind == "finite":
                return None
            if (
                self._asks(left)
                or word.lemma in ("souhaiter", "convenir", "falloir", "exiger", "vouloir", "veiller", "faire")
                or word.text.startswith("import")
            ):
                return True
            if word.kind == "finite" and word.lemma not in (_BE, "avoir") and self._at(that - 1).kind not in ("and", "comma"):
                return False
        return False

    def _is_duty(self, verb: int) -> bool:
        return self.words[verb].lemma == "devoir" or self.words[verb].text.startswith("gagner")

    def _passive_verb(self, verb: int) -> str | None:
        """The verb of "est invité": the participle that "être" carries."""
        after = self._next(verb + 1, ("adverb",))
        return self._at(after).lemma if self.words[verb].lemma == _BE and self._at(after).kind == "participle" else None

    def _predicate(self, verb: int, acts: Given) -> Given | None:
        """What a verb gives its subject: the passive that of its object."""
        word = self.words[verb]
        if word.lemma in ("devoir", "pouvoir") or word.text.startswith("gagner"):
            return self._modal(verb, acts)
        if word.lemma == _BE:
            return self._passive(self._next(verb + 1, ("adverb",)), acts)
        return self.grammar.verb(word.lemma, "subject") or acts

    def _modal(self, verb: int, acts: Given) -> Given | None:
        if self.words[verb].lemma == "pouvoir" and self._at(verb - 1).text in ("ne", "n'"):
            return Given.of("INVOLVES", "objet de l’action demandée")
        after = self._next(verb + 1, ("adverb", "clitic"))
        if self._at(after).kind == "comma" and (closing := self._closing(after)) is not None:
            after = self._next(closing + 1, ("adverb", "clitic"))
        if self._at(after).text in ("à", "en"):
            after += 1
        infinitive = self._at(self._next(after, ("adverb", "clitic", "determiner")))
        if infinitive.lemma == _BE:
            return self._passive(self._next(after + 1, ("adverb",)), acts)
        if infinitive.text == "pouvoir" or self.words[verb].lemma == "pouvoir":
            return Given.of("BENEFITS", "doit pouvoir ce qui est demandé")
        return (self.grammar.verb(infinitive.lemma, "subject") or acts) if infinitive.kind == "infinitive" else None

    def _passive(self, participle: int, acts: Given) -> Given | None:
        word = self._at(participle)
        if word.text.startswith(("responsable", "garant", "comptable")):
            return Given.of("ASSIGNS", "organisme responsable de l’action")
        if word.kind != "participle":
            return Given.of("INVOLVES", "objet de l’action demandée")
        if word.lemma == "tenir" and "ADDRESSED_TO" not in acts.roles:
            return acts
        if "ADDRESSED_TO" in acts.roles and (asked := self.grammar.verb(word.lemma, "object", asking=True)):
            # "doivent être incités" asks others to incite them; "est invité" asks them.
            return (
                asked
                if self._at(participle - 1).kind == "finite" or self._at(participle - 2).kind == "finite"
                else self.grammar.verb(word.lemma, "object")
            )
        return self.grammar.verb(word.lemma, "object") or Given.of("INVOLVES", "objet de l’action demandée")

    # --- object ----------------------------------------------------------------------------------------------------------------------

    def _object(self, index: int, left: int) -> Bearing | None:
        for position in range(left, max(-1, left - _NEAR), -1):
            word = self.words[position]
            if word.kind in ("end", "that", "who"):
                return None
            if word.kind not in ("infinitive", "gerund", "finite", "participle"):
                continue
            if (word.kind == "finite" and not self._asks(position)) or (word.kind == "participle" and not self._inverted(position)):
                continue
            return self._object_of(index, position, adjacent=all(w.kind == "adverb" for w in self.words[position + 1 : left + 1]))
        return None

    def _object_of(self, index: int, verb: int, adjacent: bool) -> Bearing | None:
        word = self.words[verb]
        if self._at(index + 1).text == "comme" and (given := self.grammar.verb(word.lemma, "as")):
            return self._bearing(given, verb, index + 1)
        given = self.grammar.verb(word.lemma, "object", asking=self._asks(verb)) or self.grammar.verb(word.lemma, "object")
        if given is None and adjacent and not self._asks(verb):
            given = Given.of("INVOLVES", "objet de l’action demandée")
        return self._bearing(given, verb, index) if given else None

    def _invited_too(self, index: int, left: int) -> bool:
        """ "invite X à… et Y à…": Y."""
        to_act = self._at(index + 1).text == "à" and any(w.kind == "infinitive" for w in self.words[index + 2 : index + 5])
        earlier = range(max(0, left - 2 * _FAR), left)
        return to_act and any(self._asks(i) and self.grammar.verb(self.words[i].lemma, "object", asking=True) for i in earlier)

    def _inverted(self, participle: int) -> bool:
        """ "que soit désigné X"."""
        return any(self._at(participle - step).text in ("soit", "soient") for step in (1, 2))

    # --- complements -----------------------------------------------------------------------------------------------------------------

    def _complement(self, index: int, preposition: int) -> Bearing | None:
        text = self._at(preposition).text
        if text in ("de", "des"):
            return self._of(index, preposition)
        if text == "à":
            return self._to(index, preposition)
        if text == "par":
            return self._by(index, preposition)
        if text in ("avec", "entre"):
            return self._with(index, preposition)
        return self._for(index, preposition) if text == "pour" else None

    def _of(self, index: int, preposition: int) -> Bearing | None:
        before = self._at(preposition - 1)
        if before.kind in ("infinitive", "finite", "gerund") or (before.kind == "participle" and self._attributive(preposition - 1)):
            given = self.grammar.verb(before.lemma, "de")
            return self._bearing(given, preposition - 1, index) if given else None
        head = self._head(preposition)
        if head is None:
            return self._through(index, preposition)
        if self._at(index + 1).text == "comme" and (given := self.grammar.verb(self.words[head].lemma, "as")):
            return self._bearing(given, head, index + 1)
        given = self._of_noun(head)
        return self._bearing(given, self._governed(head), index) if given else None

    def _governed(self, head: int) -> int:
        """The action a noun is itself the object of: "renforcement" for "le renforcement des moyens"; the noun if none."""
        before = head - 1
        while self._at(before).kind == "determiner" or self._at(before).text in ("de", "des"):
            before -= 1
        return before if self._at(before).kind in ("noun", "infinitive") else head

    def _head(self, preposition: int) -> int | None:
        """The known noun that "de" depends on, its adjectives passed over."""
        for head in range(preposition - 1, max(-1, preposition - 2 - _ADJECTIVES), -1):
            word = self.words[head]
            if self.grammar.noun(word.text, "de") or word.kind == "noun":
                return head
            if word.kind not in ("word", "participle", "adverb", "and"):
                return None
        return None

    def _of_noun(self, head: int) -> Given | None:
        word = self.words[head]
        given = self.grammar.verb(word.lemma, "noun") or self.grammar.noun(word.text, "de") or self.grammar.verb(word.lemma, "object")
        if given and given.roles == ("INVOLVES",) and word.text in ("participation", "contribution", "concours", "part", "effort"):
            raised = any(w.lemma in self.grammar.raising for w in self.words[max(0, head - 6) : head])
            return Given.of("ASSIGNS", "doit fournir ce qui est accru") if raised else given
        return given

    def _through(self, index: int, preposition: int) -> Bearing | None:
        """A noun that says nothing by itself: its body gets what the verb gives its object, if that is a support."""
        for position in range(preposition - 1, max(-1, preposition - 8), -1):
            word = self.words[position]
            if word.kind in ("end", "comma", "finite", "name", "that", "who"):
                return None
            if word.kind in ("infinitive", "gerund", "noun"):
                given = self.grammar.verb(word.lemma, "object")
                return self._bearing(given, position, index) if given and given.roles == ("BENEFITS",) else None
        return None

    def _to(self, index: int, preposition: int) -> Bearing | None:
        if self._asked_too(index, preposition):
            return self._bearing(Given.of("ADDRESSED", "destinataire nommé de la demande"), preposition, index)
        direct = True
        for position in range(preposition - 1, max(-1, preposition - 1 - _FAR), -1):
            word = self.words[position]
            if word.kind == "end":
                return None
            if self._asks(position):
                given = self.grammar.verb(word.lemma, "à", asking=True)
                return self._bearing(given, position, index) if given and direct else None
            given = self.grammar.noun(word.text, "à") or (self.grammar.verb(word.lemma, "à") if word.lemma else None)
            if given and (word.lemma or position >= preposition - 1 - _ADJECTIVES):
                return self._bearing(given, position, index)
            if word.kind == "finite" and word.lemma not in (_BE, "avoir", "devoir", "pouvoir"):
                return None
            direct = direct and word.kind in ("adverb", "comma", "word", "preposition", "clitic", "determiner", "participle")
        return None

    def _asked_too(self, index: int, preposition: int) -> bool:
        """ "recommande à X de… et à Y de…": Y."""
        before, after = self._at(preposition - 1), self._at(index + 1)
        follows = after.text in ("de", "que") and (
            after.text == "que" or any(w.kind == "infinitive" for w in self.words[index + 2 : index + 5])
        )
        earlier = range(max(0, preposition - 2 * _FAR), preposition)
        return before.kind in ("and", "comma") and follows and any(
            self._asks(i) and self.grammar.verb(self.words[i].lemma, "à", asking=True) for i in earlier
        )  # fmt: skip

    def _by(self, index: int, preposition: int) -> Bearing | None:
        """The agent: of a passive or an action noun it acts; named without an article of its own it only takes part."""
        part = Given.of("INVOLVES", "agit ou sert de cadre à l’action")
        agent = Given.of("ASSIGNS", "organisme chargé d’agir")
        for position in range(preposition - 1, max(-1, preposition - _NEAR), -1):
            word = self.words[position]
            if word.kind in ("end", "gerund"):
                break
            if (given := self.grammar.verb(word.lemma, "par")) is not None:
                return self._bearing(given, position, index)
            if word.kind == "participle":
                passive = any(w.lemma == _BE for w in self.words[max(0, position - 3) : position])
                return self._bearing(agent if passive or not self._indefinite(index) else part, position, index)
            if word.kind == "noun" or word.text in ("suivi", "examen"):
                return self._bearing(agent, position, index)
        return self._bearing(part, preposition, index)

    def _indefinite(self, index: int) -> bool:
        return any(self._at(i).text in ("des", "un", "une") for i in range(max(0, self._left(index)), index))

    def _with(self, index: int, preposition: int) -> Bearing | None:
        """Partners; with whom another one cooperates benefits from it."""
        for position in range(preposition - 1, max(-1, preposition - _FAR), -1):
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

    # --- helpers -----------------------------------------------------------------------------------------------------------------------

    def _asks(self, index: int) -> bool:
        """True for the author's verb of asking: conjugated, "est recommandé", or "décide de recommander"."""
        word = self._at(index)
        if word.lemma not in self.grammar.asks:
            return False
        before = self._at(index - 1)
        if word.kind == "finite":
            return before.text not in _REFLEXIVE and before.kind not in ("who", "preposition")
        if word.kind == "participle":
            return before.lemma == _BE
        return word.kind == "infinitive" and before.text == "de" and self._at(index - 2).lemma == "décider"

    def _at(self, index: int) -> Word:
        return self.words[index] if 0 <= index < len(self.words) else _NOTHING

    def _next(self, index: int, kinds: tuple[str, ...]) -> int:
        while self._at(index).kind in kinds:
            index += 1
        return index

    def _bearing(self, given: Given, first: int, last: int) -> Bearing:
        return Bearing(given.roles, given.why, max(0, first), last)
