"""The verbs of verbs.yaml with their forms, and the action nouns made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ..tables import read_table

VERBS = Path(__file__).with_name("verbs.yaml")

type FormKind = Literal["infinitive", "participle", "gerund", "finite", "noun"]

_INFINITIVE = re.compile(r"[^\W\d_]{2,}(?:er|ir|oir|re)$")
_PARTICIPLE = re.compile(r"([^\W\d_]{3,}(?<!t))é(?:e|s|es)?$")
_GERUND = re.compile(r"([^\W\d_]{3,}?)(iss)?ant$")


@dataclass(frozen=True, slots=True)
class Form:
    """A word as a form of a verb: ("renforcer", "noun") for "renforcement"."""

    lemma: str
    kind: FormKind


class Lexicon:
    """The forms of the verbs, by the word in small letters, accents kept."""

    def __init__(self, forms: dict[str, tuple[Form, ...]], not_infinitives: frozenset[str]) -> None:
        self._forms = forms
        self._not_infinitives = not_infinitives

    @classmethod
    @cache
    def load(cls) -> Lexicon:
        """The lexicon of verbs.yaml; read once."""
        data = read_table(VERBS)
        forms: dict[str, dict[Form, None]] = {}
        for word, form in (*_regular(data["regular"]), *_irregular(data["irregular"])):
            forms.setdefault(word, {})[form] = None
        return cls({word: tuple(found) for word, found in forms.items()}, frozenset(data["not_infinitives"].split()))

    def forms(self, word: str) -> tuple[Form, ...]:
        """What a word may be; () for one that is no form of a verb it knows."""
        return self._forms.get(word, ())

    def known_infinitive(self, word: str) -> bool:
        """True for the infinitive of a verb of the lexicon."""
        return any(form.kind == "infinitive" for form in self.forms(word))

    def infinitive(self, word: str) -> bool:
        """True for a word that may be an infinitive, known or not, where one stands."""
        return self.known_infinitive(word) or (word not in self._not_infinitives and _INFINITIVE.match(word) is not None)

    def participle(self, word: str) -> str | None:
        """The verb of a past participle, known or in -é."""
        return self._of_kind(word, "participle") or (f"{m[1]}er" if (m := _PARTICIPLE.match(word)) else None)

    def gerund(self, word: str) -> str | None:
        """The verb of a present participle, known or regular."""
        found = self._of_kind(word, "gerund")
        if found or not (m := _GERUND.match(word)):
            return found
        return f"{m[1]}ir" if m[2] else f"{m[1]}er"

    def noun(self, word: str) -> str | None:
        """The verb of an action noun ("renforcement", "mises")."""
        return self._of_kind(word, "noun") or self._of_kind(word.removesuffix("s"), "noun")

    def finite(self, word: str) -> str | None:
        """The verb of a conjugated form, third person."""
        return self._of_kind(word, "finite")

    def _of_kind(self, word: str, kind: FormKind) -> str | None:
        return next((form.lemma for form in self.forms(word) if form.kind == kind), None)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        lemma, _, rest = line.partition(":")
        yield lemma.strip(), rest.strip()


def _regular(text: str) -> Iterator[tuple[str, Form]]:
    for lemma, nouns in _lines(text):
        yield lemma, Form(lemma, "infinitive")
        yield from ((noun, Form(lemma, "noun")) for noun in nouns.split())
        if lemma.endswith("er"):
            yield from _first_group(lemma)
        elif lemma.endswith("ir"):
            yield from _second_group(lemma)


def _first_group(lemma: str) -> Iterator[tuple[str, Form]]:
    stem = lemma.removesuffix("er")
    soft = re.sub(r"c$", "ç", re.sub(r"g$", "ge", stem))
    closed = re.sub(r"é([^aeiouyéè]{1,2}|gu)$", r"è\1", re.sub(r"([ou])y$", r"\1i", stem))
    closed = re.sub(r"e([lt])$", r"e\1\1", closed) if lemma in ("appeler", "rappeler", "rejeter", "renouveler") else closed
    closed = re.sub(r"e([vn])$", r"è\1", closed)
    yield soft + "ant", Form(lemma, "gerund")
    yield soft + "ons", Form(lemma, "finite")
    yield from ((stem + ending, Form(lemma, "participle")) for ending in ("é", "ée", "és", "ées"))
    future = stem if closed != stem and "é" in stem else closed
    endings = [(closed, e) for e in ("e", "ent")] + [(future, e) for e in ("era", "eront", "erait", "eraient")]
    yield from ((part + ending, Form(lemma, "finite")) for part, ending in endings)


def _second_group(lemma: str) -> Iterator[tuple[str, Form]]:
    stem = lemma.removesuffix("r")
    yield stem + "ssant", Form(lemma, "gerund")
    yield from ((stem + ending, Form(lemma, "participle")) for ending in ("", "e", "s", "es"))
    yield from ((stem + ending, Form(lemma, "finite")) for ending in ("t", "sse", "ssent", "ra", "ront", "rait", "raient"))


def _irregular(text: str) -> Iterator[tuple[str, Form]]:
    for lemma, rest in _lines(text):
        first, gerunds, participles, *finite = [part.split() for part in f"{rest}|||".split("|")]
        nouns, endings = first, ("", "e", "s", "es")
        yield lemma, Form(lemma, "infinitive")
        yield from _all(nouns, lemma, "noun")
        yield from _all(gerunds, lemma, "gerund")
        yield from _all((p + e for p in participles for e in endings if not (p.endswith("s") and e.endswith("s"))), lemma, "participle")
        yield from _all(finite[0], lemma, "finite")


def _all(words: Iterable[str], lemma: str, kind: FormKind) -> Iterator[tuple[str, Form]]:
    yield from ((word, Form(lemma, kind)) for word in words)
