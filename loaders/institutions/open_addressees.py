"""An addressee that no gazetteer knows: "recommande à la société X de…", "invite les exploitants à…"."""

from __future__ import annotations

from ...graph.identifiers import local, slug
from .model import Institution
from .phrase import Phrase
from .view import View

# A longer noun phrase is no name of an addressee.
_LONGEST = 9
_ADVERBIAL = ("en conséquence", "par conséquent", "par ailleurs", "en outre", "dès lors", "de nouveau", "à nouveau")


def open_addressee(words: Phrase) -> tuple[Institution, int, int] | None:
    """The addressee named where the author asks someone unknown, and its place in the text; None if nobody is."""
    view = View(words.words)
    for index, word in enumerate(words.words):
        if not view.asks(index):
            continue
        first = _after_adverbs(view, index + 1)
        if view.grammar.verb(word.lemma, "à", asking=True):
            bounds = _noun_phrase(view, first + 1, ("de", "que", ":")) if view.at(first).text == "à" else None
        else:
            bounds = _noun_phrase(view, first, ("à",))
        if bounds:
            start, end = words.words[bounds[0]].start, words.words[bounds[1]].end
            name = " ".join(words.text[start:end].split())
            return Institution(local("inst", slug(name)), name, kind="destinataire nommé par le texte", named=False), start, end
    return None


def _after_adverbs(view: View, index: int) -> int:
    """The first word after adverbs and what serves as one: "recommande ainsi, en conséquence, à"."""
    while (after := view.next(index, ("adverb", "comma"))) > index or f"{view.at(after).text} {view.at(after + 1).text}" in _ADVERBIAL:
        index = after if after > index else after + 2
    return index


def _noun_phrase(view: View, first: int, ends: tuple[str, ...]) -> tuple[int, int] | None:
    """The first and last words of the noun phrase there, its article left out, if an action asked follows it."""
    start = view.next(first, ("determiner",))
    # "au" holds its article; "à cet égard", "à nouveau" and the like name nobody.
    article = view.words[first - 1].end - view.words[first - 1].start > 1 or start > first
    demonstrative = any(view.at(i).text in ("ce", "cet", "cette", "ces") for i in range(first, start))
    if not article or demonstrative or view.at(start).text in view.grammar.not_addressees:
        return None
    for last in range(start, start + _LONGEST):
        following = view.at(last + 1)
        if view.at(last).kind not in ("word", "noun", "name", "participle", "determiner") and view.at(last).text != "de":
            return None
        if following.text in ends and (
            following.text in ("que", ":") or view.at(view.next(last + 2, ("clitic", "adverb"))).kind == "infinitive"
        ):
            return start, last
    return None
