"""Finding the gazetteer's forms in a text with spaCy's PhraseMatcher, on folded words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ...graph.identifiers import fold
from .gazetteer import Form, Gazetteer
from .model import Institution
from .tokens import Tokens


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form found at the tokens first to last - 1; its named part alone, without the words of context.

    `institution` is None for an expression that only looks like a body.
    """

    first: int
    last: int
    institution: Institution | None
    form: Form


class FormMatcher:
    """All forms of a gazetteer, ready to be found in one pass over the words."""

    def __init__(self, forms: tuple[Form, ...]) -> None:
        from spacy.matcher import PhraseMatcher

        self._matcher: Any = PhraseMatcher(_vocab(), attr="ORTH")
        self._forms: defaultdict[tuple[str, ...], list[tuple[Form, int, int]]] = defaultdict(list)
        for form in forms:
            before, after = (len(Tokens.of(part).words) if part else 0 for part in (form.before, form.after))
            self._forms[Tokens.of(form.phrase).words].append((form, before, after))
        for words in self._forms:
            self._matcher.add(" ".join(words), [spacy_doc(words)])

    def candidates(self, doc: Any, tokens: Tokens) -> Iterator[Candidate]:
        """Every form found, overlapping ones included, in the order of the text; `doc` is the spaCy Doc of the tokens' words."""
        for first, last in sorted({(first, last) for _, first, last in self._matcher(doc)}):
            surface = tokens.surface(first, last)
            for form, before, after in self._forms[tokens.words[first:last]]:
                if _agrees(surface, form):
                    yield Candidate(first + before, last - after, form.institution, form)


def candidates(tokens: Tokens, matchers: Sequence[FormMatcher]) -> Iterator[Candidate]:
    """What each matcher finds in a text, matcher by matcher."""
    if tokens.words:
        doc = spacy_doc(tokens.words)
        for one in matchers:
            yield from one.candidates(doc, tokens)


def spacy_doc(words: Sequence[str]) -> Any:
    """The words as a spaCy Doc; all matchers share its vocabulary."""
    from spacy.tokens import Doc

    return Doc(_vocab(), words=list(words))


@cache
def _vocab() -> Any:
    from spacy.vocab import Vocab

    return Vocab()


@lru_cache(maxsize=4)
def matcher(gazetteer: Gazetteer) -> FormMatcher:
    """The matcher of a gazetteer; built once for each."""
    return FormMatcher(gazetteer.forms)


def _agrees(surface: str, form: Form) -> bool:
    """True if an exact form is written with its case, and no letter has an accent that the form's has not ("jugés": no "juges")."""
    if surface == form.phrase:
        return True
    written, known = _plain(surface), _plain(form.phrase)
    if written == known or form.exact:
        return written == known
    pairs = zip(written.lower(), known.lower(), strict=False)
    return len(written) != len(known) or all(w == k or w == fold(k) for w, k in pairs if w.isalpha())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.replace("’", "'").split()))
