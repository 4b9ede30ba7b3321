"""What a finder is: the words that wake it, and a small grammar that reads on from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .model import Mention


@dataclass(frozen=True, slots=True)
class View:
    """A text to search: `text` as it reads, `plain` folded (same length, see text.folded). Grammars match on `plain`."""

    text: str
    plain: str


_LONGEST_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Finder:
    """`find(view, start, end)` is called wherever one of `triggers` stands at plain[start:end].

    Triggers are folded literals; they match at the start of a word and may end inside one ("arret" also wakes on "arrêts"), but for
    those of four letters or less of a finder whose short triggers are `acronyms`: "ca" does not wake on "cas".
    `reads_on` marks a grammar that reads whole lists: it is not woken again inside an article that has been read already.
    A grammar may look back from `start`, but must cost no more than a bounded number of characters each time it is woken.
    """

    name: str
    triggers: tuple[str, ...]
    find: Callable[[View, int, int], Iterable[Mention]]
    reads_on: bool = False
    acronyms: bool = False

    def wakes_on(self, words: str) -> bool:
        """Whether one of its triggers begins plain text that begins with `words`, or ends where they do."""
        return any(
            words.startswith(known) and not (self.is_acronym(known) and words[len(known) : len(known) + 1].isalnum())
            for known in self.triggers
        )

    def is_acronym(self, trigger: str) -> bool:
        """True for a trigger that must end where its word ends."""
        return self.acronyms and len(trigger) <= _LONGEST_ACRONYM and trigger.isalpha()
