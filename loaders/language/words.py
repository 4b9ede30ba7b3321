"""The words of a text with what they are in the sentence: verb forms, prepositions, determiners, marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ..tables import read_table
from .lexicon import Lexicon

type Kind = Literal[
    "infinitive", "participle", "gerund", "finite", "noun", "name", "word",
    "preposition", "determiner", "adverb", "clitic", "and", "that", "who", "comma", "end", "open", "close",
]  # fmt: skip

WORDS = Path(__file__).with_name("words.yaml")
# A letter may be followed by combining accents: the text may not be composed.
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[-‑](?=[^\W\d_]))*['’]?|\d+(?:[.,]\d+)*|[^\w\s]|_")
_AUXILIARIES = {"être", "avoir", "devoir", "pouvoir", "falloir"}
_BEFORE_INFINITIVES = {"de", "à", "pour", "et", "ou", "sans", "ne", "pas"}
# Pronouns that stand before an infinitive: "d’en reloger", "de les reloger".
_PRONOUNS = {"en", "l'", "le", "la", "les", "leur"}
_SHORT = len("moment")
_NOUN_BEFORE = {"preposition", "determiner"}
_VERB_AFTER = {"adverb", "clitic", "preposition", "and", "comma", "end", "open", "determiner"}


@dataclass(frozen=True, slots=True)
class Word:
    """text[start:end], in small letters and without contraction ("aux" is "à"); `lemma` is the verb of a verb form or action noun.

    A "name" stands for the body or bodies that the caller knows there; `index` is its rank among them.
    """

    text: str
    start: int
    end: int
    kind: Kind
    lemma: str | None = None
    index: int = -1


def words_of(text: str, names: Sequence[tuple[int, int]] = ()) -> tuple[Word, ...]:
    """The words of a text; each span of `names` (in order, apart from one another) is one word of kind "name"."""
    lexicon = Lexicon.load()
    plain = list(_plain_words(text, names))
    words: list[Word] = []
    for index, word in enumerate(plain):
        following = plain[index + 1].text if index + 1 < len(plain) else ""
        words.append(word if word.kind != "word" else _tagged(word, words, following, lexicon))
    return tuple(words)


def _plain_words(text: str, names: Sequence[tuple[int, int]]) -> Iterator[Word]:
    contracted, kinds = _grammatical()
    waiting, reached = list(enumerate(names))[::-1], 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if waiting and start >= waiting[-1][1][0]:
            index, (name_start, reached) = waiting.pop()
            yield Word(text[name_start:reached].lower(), name_start, reached, "name", index=index)
        if start >= reached:
            plain = unicodedata.normalize("NFC", found[0].replace("’", "'")).lower()
            plain = contracted.get(plain, plain)
            yield Word(plain, start, end, kinds.get(plain, "word"))


@cache
def _after_pronouns() -> frozenset[str]:
    return frozenset(read_table(WORDS)["after_pronouns"].split())


@cache
def _grammatical() -> tuple[dict[str, str], dict[str, Kind]]:
    """What a contraction stands for, and what each grammatical word is."""
    data = read_table(WORDS)
    return data["contracted"], {word: kind for kind, words in data["kinds"].items() for word in words.split()}


def _tagged(word: Word, before: Sequence[Word], following: str, lexicon: Lexicon) -> Word:
    kind, lemma = _verbal(word.text, before, lexicon)
    if kind == "noun" and before and before[-1].kind in ("word", "name", "close", "adverb") and following in ("à", "que"):
        # "La Commission demande au ministère": a verb, where the sentence has none yet.
        finite, verbs = lexicon.finite(word.text), (w for w in before if w.kind in ("finite", "infinitive"))
        kind, lemma = ("finite", finite) if finite and next(verbs, None) is None else (kind, lemma)
    return Word(word.text, word.start, word.end, kind, lemma)


def _verbal(word: str, before: Sequence[Word], lexicon: Lexicon) -> tuple[Kind, str | None]:
    """What a word is: the same letters may be a noun ("la demande") or a verb ("demande à"); the word before decides."""
    previous: Kind = before[-1].kind if before else "end"
    noun, finite, participle = lexicon.noun(word), lexicon.finite(word), lexicon.participle(word)
    if _carried(before) and participle:
        return "participle", participle
    if finite and (
        _after_pronoun_en(noun, before) or _conjugated(finite, noun, previous) or (previous == "determiner" and word in _after_pronouns())
    ):
        return "finite", finite
    if noun and (previous != "name" or not participle):
        return "noun", noun
    return _unconjugated(word, before, previous, lexicon)


def _conjugated(finite: str, noun: str | None, previous: Kind) -> bool:
    if finite in _AUXILIARIES:
        return True
    return previous in ("name", "clitic", "that") if noun else previous not in _NOUN_BEFORE


def _after_pronoun_en(noun: str | None, before: Sequence[Word]) -> bool:
    """True after "X en" and "il en": "en" is a pronoun there, where no noun may follow."""
    return noun is None and len(before) > 1 and before[-1].text == "en" and before[-2].kind in ("name", "clitic")


def _unconjugated(word: str, before: Sequence[Word], previous: Kind, lexicon: Lexicon) -> tuple[Kind, str | None]:
    known = lexicon.known_infinitive(word)
    if known or ((not before or previous in _VERB_AFTER) and lexicon.infinitive(word)):
        return ("infinitive", word) if known or _may_be_infinitive(before) else ("word", None)
    if participle := lexicon.participle(word):
        return "participle", participle
    if (gerund := lexicon.gerund(word)) and (lexicon.forms(word) or (before and before[-1].text == "en")):
        return "gerund", gerund
    return ("adverb" if word.endswith("ment") and len(word) > _SHORT and previous != "determiner" else "word"), None


def _carried(before: Sequence[Word]) -> bool:
    """True after "être" or "soit", adverbs left aside: what follows is a participle."""
    last = next((word for word in reversed(before) if word.kind != "adverb"), None)
    return last is not None and last.lemma == "être"


def _may_be_infinitive(before: Sequence[Word]) -> bool:
    """An unknown word in -er, -ir, -re is a verb only where one stands: first, after "de", "à", "pour", "et", a clitic."""
    if before and before[-1].text in _PRONOUNS:
        before = before[:-1]
        return bool(before) and before[-1].text in _BEFORE_INFINITIVES
    return not before or before[-1].kind in ("end", "clitic") or before[-1].text in _BEFORE_INFINITIVES
