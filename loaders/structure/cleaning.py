"""The clean text of a unit: one space for any white space, no call marks, no end-of-line hyphens, composed letters.

End-of-line hyphens are decided in this order: a hyphen beside a digit, a capital or inside an address is the text's own; the
joined word, or the hyphenated one, stands elsewhere in the document; the left half is a prefix that French keeps hyphenated
or opens a known compound (compounds.txt); otherwise the hyphen is the printer's, and goes.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from ..document import CleanText, Span
from ..offsets import Runs

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMBINING = "\u0300-\u036f"
# What needs care in a span: white space other than one space or line break between two signs, a break after a hyphen or where the span
# begins, a decomposed letter, a soft hyphen or a zero-width sign.
_SPECIAL = re.compile(rf"\s{{2,}}|[^\S \n]|(?:(?<=-)|\A)\n|[^\W_][{_COMBINING}]+|[\u00ad\u200b\u200c\u200d\ufeff]\s*")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\ufeff"
_LEFT = re.compile(r"\S*-$")
_RIGHT = re.compile(r"\S+")


class Words:
    """The words of a document, read once when a hyphen first asks for them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            plain = self._text if unicodedata.is_normalized("NFC", self._text) else unicodedata.normalize("NFC", self._text)
            # Most words come again and again: each is cut out once.
            self._words = frozenset(_WORD.findall(" ".join(set(plain.lower().split()))))
        return word.lower() in self._words


@cache
def _compounds() -> tuple[frozenset[str], frozenset[str]]:
    """(prefixes, whole compounds) of compounds.txt: a line that ends with a hyphen is a prefix."""
    lines = (files(__package__) / "compounds.txt").read_text("utf-8").splitlines()
    entries = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return frozenset(e[:-1] for e in entries if e.endswith("-")), frozenset(e for e in entries if not e.endswith("-"))


def keeps_hyphen(before: str, after: str, words: Words) -> bool:
    """Whether the hyphen that ends `before`, at a line's end, belongs to the word that goes on in `after`."""
    left_match, right_match = _LEFT.search(before), _RIGHT.match(after)
    token, right = (left_match[0][:-1] if left_match else ""), (right_match[0] if right_match else "")
    if "://" in token or "www." in token or not token[-1:].isalpha() or not right[:1].islower():
        return True
    left_word = re.findall(r"[^\W\d_]+", token)[-1]
    right_word = _WORD.match(right)
    assert right_word is not None  # noqa: S101 - right begins with a small letter
    joined, hyphenated = left_word + right_word[0], f"{left_word}-{right_word[0]}"
    prefixes, compounds = _compounds()
    if joined in words and hyphenated not in words:
        return False
    return hyphenated in words or left_word.lower() in prefixes or hyphenated.lower() in compounds


class _Builder:
    """Collects the clean characters with the source span of each."""

    def __init__(self, text: str, words: Words) -> None:
        self.source, self.words = text, words
        self.parts: list[str] = []
        self.starts, self.ends = Runs(), Runs()
        self.last = " "
        self.composed = False

    def plain(self, start: int, end: int) -> None:
        """Text in which each sign stands for itself, and a line break for one space."""
        if start < end:
            part = self.source[start:end].replace("\n", " ")
            self.parts.append(part)
            self.starts.add(start, end - start)
            self.ends.add(start + 1, end - start)
            self.last = part[-1]

    def space(self, start: int, end: int) -> None:
        """One space for the white space [start, end); none after a space."""
        if self.last != " ":
            self._put(" ", start, max(start + 1, min(end, start + 1)))

    def letters(self, start: int, end: int) -> None:
        composed = unicodedata.normalize("NFC", self.source[start:end])
        for letter in composed:
            self._put(letter, start, end)
        self.composed = True

    def _put(self, character: str, start: int, end: int) -> None:
        self.parts.append(character)
        self.starts.add(start, 1)
        self.ends.add(end, 1)
        self.last = character

    def drop_last(self) -> None:
        self.parts[-1] = self.parts[-1][:-1]
        self.starts.cut(self.starts.length - 1)
        self.ends.cut(self.ends.length - 1)
        self.last = self.parts[-1][-1:] or "x"

    def line_end(self, start: int, end: int, after: str) -> None:
        """The white space [start, end) that holds a line break, `after` being what follows it."""
        if self.last == "-" and self._hyphenated(after):
            return
        self.space(start, end)

    def _hyphenated(self, after: str) -> bool:
        """Whether the hyphen before a line's end parts a word that goes on in `after`; a printer's hyphen goes."""
        tail = "".join(self.parts[-2:])[-60:]
        if len(tail) < 2 or not tail[-2].isalnum() or not after[:1].isalnum():
            return False
        if not keeps_hyphen(tail, after, self.words):
            self.drop_last()
        return True


def clean(text: str, spans: Iterable[Span], cuts: Sequence[Span], words: Words) -> CleanText:
    """The clean text of the source spans, without the `cuts` (sorted spans: call marks)."""
    builder = _Builder(text, words)
    previous_end: int | None = None
    for start, end in _without(spans, cuts):
        if previous_end is not None and (gap := text[previous_end:start]) and not _is_cut(previous_end, cuts):
            builder.line_end(previous_end, start, text[start : start + 60]) if "\n" in gap or "\f" in gap else builder.space(
                previous_end, start
            )
        _add(builder, start, end)
        previous_end = end
    result = "".join(builder.parts).rstrip(" ")
    builder.starts.cut(len(result))
    builder.ends.cut(len(result))
    return CleanText(result, builder.starts.offsets(), builder.ends.offsets() if builder.composed else ())


def _is_cut(offset: int, cuts: Sequence[Span]) -> bool:
    index = bisect_left(cuts, (offset, offset))
    return index < len(cuts) and cuts[index][0] == offset


def _without(spans: Iterable[Span], cuts: Sequence[Span]) -> Iterable[Span]:
    for start, end in spans:
        position = start
        for index in range(bisect_left(cuts, (start, start)), len(cuts)):
            cut_start, cut_end = cuts[index]
            if cut_start >= end:
                break
            yield position, cut_start
            position = cut_end
        yield position, end


def _add(builder: _Builder, start: int, end: int) -> None:
    text, position = builder.source, start
    for match in _SPECIAL.finditer(text[start:end]):
        found, special, after = match[0], start + match.start(), start + match.end()
        builder.plain(position, special)
        position = after
        if found[0] in _INVISIBLE:
            continue
        if not found[0].isspace():
            builder.letters(special, after)
        elif "\n" in found or "\r" in found or "\f" in found:
            builder.line_end(special, after, text[after : min(end, after + 60)])
        else:
            builder.space(special, after)
    builder.plain(position, end)
