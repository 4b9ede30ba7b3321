"""What a recommendation asks for, and how: its modality, actions, conditions and deadlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...graph.identifiers import local, slug
from ..document import CleanText, Document, Span
from ..institutions.model import InstitutionMention
from ..language import Word, words_of
from .model import Action, ActionKind, Demand, Term
from .sentence import Sentence, sentences
from .terms import terms_in
from .vocabulary import Vocabulary

# An object is told in a few words; what follows is in the text.
_OBJECT_WORDS = 14
_AFTER_OBJECT = ("comma", "open", "close", "infinitive", "finite", "gerund")


def demands(document: Document, mentions: Iterable[InstitutionMention]) -> tuple[Demand, ...]:
    """What each recommendation with a text asks for, in order; a body's name, where one is mentioned, is no action."""
    names: dict[str, list[Span]] = defaultdict(list)
    for mention in mentions:
        names[mention.container].append((mention.start, mention.end))
    return tuple(_demand(document, r.id, r.body.clean, names[r.id]) for r in document.recommendations if r.body.clean.text)


def modality(text: str) -> str | None:
    """How a clean text asks: 'recommande', 'rappelle', 'invite'…, 'doit' for a bare duty; None where no verb says so."""
    return _modality(words_of(text))


def _demand(document: Document, recommendation: str, clean: CleanText, names: Sequence[Span]) -> Demand:
    words = words_of(clean.text, _apart(clean, names))
    raw = document.source.text
    actions = []
    for verb, thing, kind, start, end in _actions(clean.text, words):
        first, last = clean.raw_span(start, end)
        actions.append(Action(recommendation, local("action", slug(verb)), verb, thing, kind, first, last, raw[first:last]))
    terms = []
    for term, start, end in terms_in(clean.text):
        first, last = clean.raw_span(start, end)
        terms.append(Term(recommendation, term, first, last, raw[first:last]))
    return Demand(recommendation, _modality(words), tuple(actions), tuple(terms))


def _apart(clean: CleanText, names: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(clean.clean_span(*name) for name in names):
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


def _modality(words: Sequence[Word]) -> str | None:
    vocabulary = Vocabulary.load()
    duty = None
    for sentence in sentences(words):
        read = Sentence(sentence, carried=False)
        for index, word in enumerate(sentence):
            if read.is_asking(index):
                return vocabulary.modality[word.lemma or ""]
            # What "doit" says within "rappeler que…", where an infinitive is what is asked, is not how it is asked.
            duty = duty or ("doit" if sentence[0].kind != "infinitive" and read.asks_by_duty(index) else None)
    return duty


def _actions(text: str, words: Sequence[Word]) -> Iterator[tuple[str, str, ActionKind, int, int]]:
    """(verb, object, kind, start, end) of each action."""
    carried = False
    for sentence in sentences(words):
        read = Sentence(sentence, carried)
        found = read.actions()
        carried = carried or read.asks
        for index, verb, kind in found:
            whole, after = _whole(verb, sentence, index)
            if index and sentence[index - 1].text in ("se", "s'"):
                whole = f"s’{whole}" if whole[0] in "aeiouyéèêh" else f"se {whole}"
            first, last = _object(sentence, after)
            end = sentence[last - 1].end if last > first else sentence[after - 1].end
            yield whole, text[sentence[first].start : end] if last > first else "", kind, sentence[index].start, end


def _whole(verb: str, sentence: Sequence[Word], index: int) -> tuple[str, int]:
    """The verb with the words that make a locution of it, and the index of the word after them."""
    for rest in Vocabulary.load().locutions.get(verb, ()):
        for gap in (0, 1):
            following = tuple(word.text for word in sentence[index + 1 + gap : index + 1 + gap + len(rest)])
            if following == rest and (gap == 0 or sentence[index + 1].kind == "adverb"):
                return f"{verb} {' '.join(rest)}".replace("l' ", "l’"), index + 1 + gap + len(rest)
    return verb, index + 1


def _object(sentence: Sequence[Word], start: int) -> tuple[int, int]:
    """The words of the object: the noun phrase after the verb, its preposition, its article and the recipient left aside."""
    ends = Vocabulary.load().object_ends
    first = start
    while first < len(sentence) and _leads(sentence, start, first):
        first += 1
    last = first
    while last < min(len(sentence), first + _OBJECT_WORDS) and sentence[last].text not in ends and sentence[last].kind not in _AFTER_OBJECT:
        last += 1
    by = last < len(sentence) and sentence[last].text == "par"
    while last > first and (
        sentence[last - 1].kind in ("preposition", "determiner", "and") or (by and sentence[last - 1].kind == "participle")
    ):
        last -= 1
    return first, last


def _leads(sentence: Sequence[Word], start: int, index: int) -> bool:
    """True for what stands before the object: "à l’OFPRA" in "confier à l’OFPRA l’instruction", "de", an article, an adverb."""
    word = sentence[index]
    recipient = word.kind == "name" and any(before.text == "à" for before in sentence[start:index])
    return recipient or word.kind in ("determiner", "adverb", "clitic") or word.text in ("de", "des", "à")
