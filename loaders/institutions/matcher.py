"""Finding the gazetteer's forms in a text with spaCy's PhraseMatcher, on folded words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
        from spacy.tokens import Doc
        from spacy.vocab import Vocab

        self._vocab = Vocab()
        self._doc = Doc
        self._matcher: Any = PhraseMatcher(self._vocab, attr="ORTH")
        self._forms: defaultdict[tuple[str, ...], list[Form]] = defaultdict(list)
        for form in forms:
            self._forms[Tokens.of(form.phrase).words].append(form)
        for words in self._forms:
            self._matcher.add(" ".join(words), [Doc(self._vocab, words=list(words))])

    def candidates(self, tokens: Tokens) -> Iterator[Candidate]:
        """Every form found, overlapping ones included, in the order of the text."""
        if not tokens.words:
            return
        found = self._matcher(self._doc(self._vocab, words=list(tokens.words)))
        for first, last in sorted({(first, last) for _, first, last in found}):
            for form in self._forms[tokens.words[first:last]]:
                if _agrees(tokens.surface(first, last), form):
                    before, after = (len(Tokens.of(part).words) for part in (form.before, form.after))
                    yield Candidate(first + before, last - after, form.institution, form)


@lru_cache(maxsize=4)
def matcher(gazetteer: Gazetteer) -> FormMatcher:
    """The matcher of a gazetteer; built once for each."""
    return FormMatcher(gazetteer.forms)


def _agrees(surface: str, form: Form) -> bool:
    """True if an exact form is written with its case, and no letter has an accent that the form's has not ("jugés": no "juges")."""
    written, known = _plain(surface), _plain(form.phrase)
    if written == known or form.exact:
        return written == known
    pairs = zip(written.lower(), known.lower(), strict=False)
    return len(written) != len(known) or all(w == k or w == fold(k) for w, k in pairs if w.isalpha())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.replace("’", "'").split()))
