"""Where sentences begin in French legal prose, found with spaCy's Matcher."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ...graph.identifiers import fold
from ..sentences import abbreviations

_STOPS = (".", "!", "?")
_CLOSING = ["»", "”", '"', ")", "]"]
_OPENING = r"^[«“\"(\[–—-]?$|^[A-ZÀ-ÖØ-Þ0-9«“•–—]"


class BoundaryMatcher:
    """Sentence starts: after a full stop, question or exclamation mark before a capital, and after a blank line."""

    def __init__(self, vocab: Vocab) -> None:
        self._matcher = Matcher(vocab)
        stop: dict[str, Any] = {"ORTH": {"REGEX": r"^(?:\.|…|[!?]+|\.\.\.)$"}}
        after: list[dict[str, Any]] = [
            {"ORTH": {"IN": _CLOSING}, "OP": "{0,2}"},
            {"IS_SPACE": True, "OP": "{0,2}"},
            {"ORTH": {"REGEX": _OPENING}},
        ]
        self._matcher.add("stop", [[stop, *after]])
        self._matcher.add("blank", [[{"ORTH": {"REGEX": r"\n\s*\n"}}, {"IS_SPACE": False}]])

    def starts(self, doc: Doc, citations: Sequence[tuple[int, int]]) -> set[int]:
        """The indexes of the tokens that begin a sentence; none lies inside a citation (character offsets)."""
        found = {0} if len(doc) else set()
        for key, first, last in self._matcher(doc):
            blank = doc.vocab.strings[key] == "blank"
            inside = any(start < doc[last - 1].idx < end for start, end in citations)
            if not inside and (blank or not self._abbreviated(doc, first)):
                found.add(last - 1)
        return found

    def _abbreviated(self, doc: Doc, stop: int) -> bool:
        """True if the full stop at this token ends an abbreviation, an initial or the number of a list item."""
        if doc[stop].text != "." or stop == 0 or doc[stop - 1].whitespace_:
            return False
        before = doc[stop - 1]
        initial = len(before.text) == 1 and before.text.isupper()
        item = before.text.isdigit() and (stop == 1 or doc[stop - 2].text.startswith("\n") or doc[stop - 2].text in _STOPS)
        return initial or item or fold(before.text) in abbreviations()
