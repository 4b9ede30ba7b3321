"""Which links of a page call a note, and where each note stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from .html_tree import Element, Tree

_NUMBER = re.compile(r"[\[(]?\s*(?:notes?\s*)?(\d{1,4})\s*[\])]?", re.IGNORECASE)
# How word processors and publishing tools name notes: _ftn3, fn:3, footnote-3, cite_note-3, sdfootnote3sym, note3, nb3.
_NOTE_NAME = re.compile(r"f(?:oot)?-?n(?:ote)?|ftn|note|\bnb-?\d|\brenvoi", re.IGNORECASE)
_BLOCKS = frozenset({"li", "p", "div", "dd", "td", "aside", "section", "blockquote", "tr"})


@dataclass(frozen=True, slots=True)
class Note:
    """Note `number` starts with the element `start` and ends with the element `within`, or where its next note starts."""

    number: str
    start: int
    within: int


@dataclass(frozen=True, slots=True)
class Notes:
    """`calls`: link's rank to its note's number; `starts`: rank of the element that opens a note to the note."""

    calls: Mapping[int, str]
    starts: Mapping[int, Note]


def notes_of(tree: Tree) -> Notes:
    """Calls are numbered links to a later place that is raised, bracketed, named as a note or links back."""
    names = _names(tree)
    texts = _link_texts(tree)
    links = {rank: target for rank in texts if (target := names.get(_fragment(tree.elements[rank]))) is not None}
    calls = {rank: number for rank, target in links.items() if target > rank and (number := _call_number(tree, rank, texts[rank]))}
    targets: dict[int, str] = {}
    for rank, number in calls.items():
        targets.setdefault(links[rank], number)
    blocks = {target: _block(tree, target) for target in targets}
    shared = Counter(blocks.values())
    notes = [Note(number, blocks[t] if shared[blocks[t]] == 1 else t, blocks[t]) for t, number in targets.items()]
    return Notes(calls, {note.start: note for note in notes})


def _names(tree: Tree) -> dict[str, int]:
    names: dict[str, int] = {}
    for element in tree.elements:
        for name in (element.attributes.get("id"), element.attributes.get("name") if element.tag == "a" else None):
            if name:
                names.setdefault(name, element.rank)
    return names


def _link_texts(tree: Tree) -> dict[int, str]:
    """The characters inside each link."""
    texts = {element.rank: "" for element in tree.elements if element.tag == "a" and "#" in element.attributes.get("href", "")}
    opened: list[int] = []
    for token in tree.tokens:
        if token.kind == "text":
            for rank in opened[-1:]:
                texts[rank] += token.text
        elif token.element in texts:
            opened = [*opened, token.element] if token.kind == "start" else [rank for rank in opened if rank != token.element]
    return texts


def _fragment(link: Element) -> str:
    return unquote(link.attributes.get("href", "").partition("#")[2])


def _call_number(tree: Tree, rank: int, text: str) -> str | None:
    number = _NUMBER.fullmatch(text.strip())
    if number is None:
        return None
    link = tree.elements[rank]
    raised = any(element.tag == "sup" for element in tree.ancestors(rank)) or any(
        element.tag == "sup" and element.parent == rank for element in tree.elements[rank + 1 : rank + 3]
    )
    named = _NOTE_NAME.search(_fragment(link)) or "noteref" in link.attributes.get("role", "") + link.attributes.get("epub:type", "")
    return number[1] if raised or named or text.strip()[0] in "[(" else None


def _block(tree: Tree, rank: int) -> int:
    return next((element.rank for element in tree.ancestors(rank) if element.tag in _BLOCKS), rank)
