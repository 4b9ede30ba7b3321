"""The id, name and section of every unit, found by reading the blocks in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...graph.identifiers import fold
from ..document import Section
from .blocks import Block, spans_in_order
from .names import Names
from .sections import Tree, shallowest

# Of the words of two statements with one number, the part that both have where the second says the first again.
_SAME_WORDS = 0.7
_FRONT_PARTS = ("Intitulé", "adoption", "résumé")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its section, its annexe's number (None in the body), the recommendation list that holds it, if any."""

    section: str
    annexe: str | None
    listed: str | None


@dataclass(frozen=True, slots=True)
class Name:
    """A unit's id and the name that references show."""

    unit: str
    name: str
    place: Place
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of all blocks (by their identity) and the sections."""

    names: dict[int, Name]
    sections: tuple[Section, ...]


def name_blocks(blocks: Sequence[Block], plain: Callable[[Block], str]) -> Naming:
    """Names every block; `plain` gives a block's clean text."""
    tree, places = _places(blocks, plain)
    repeated = _repeated(blocks, places, plain)
    taken = Names()
    names: dict[int, Name] = {}
    rank, numbered = 0, any(b.kind == "paragraph" and b.numbers for b in blocks)
    for block in sorted(blocks, key=lambda b: b.start):
        place = places[id(block)]
        rank += block.kind == "paragraph" and not block.numbers
        unit, name = _name(block, place, id(block) in repeated, rank, numbered)
        names[id(block)] = Name(taken.unique(unit), name, place, id(block) in repeated)
    return Naming(names, tree.sections())


def _places(blocks: Sequence[Block], plain: Callable[[Block], str]) -> tuple[Tree, dict[int, Place]]:
    tree, places = Tree(shallowest(blocks)), dict[int, Place]()
    fronts = [b for b in blocks if b.kind == "front"]
    if fronts:
        tree.front(_front_title(len(fronts)), fronts[0].spans[0])
    for span, block in spans_in_order(blocks):
        if id(block) not in places:
            if block.kind in ("heading", "annexe_title"):
                (tree.heading if block.kind == "heading" else tree.annexe)(block, plain(block))
            elif block.kind in ("paragraph", "recommendation") and (tree.current == "front" or not tree.stack):
                tree.untitled(block.start, "(introduction sans titre)")
            places[id(block)] = _place(tree)
        if block.kind != "furniture":
            tree.reach(span)
    return tree, places


def _front_title(parts: int) -> str:
    named = _FRONT_PARTS[: max(1, min(parts, len(_FRONT_PARTS)))]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} et {named[-1]}"


def _place(tree: Tree) -> Place:
    annexe = next((s.id.removeprefix("annex") for s in tree.stack if s.style == "annexe"), None)
    listed = next((s.id for s in tree.stack if s.lists), None)
    return Place(tree.current, annexe, listed)


def _repeated(blocks: Sequence[Block], places: dict[int, Place], plain: Callable[[Block], str]) -> frozenset[int]:
    """The recommendations that stand in an annexe or in a list, where the body states them too, or that say again what one has said."""
    statements = [b for b in blocks if b.kind == "recommendation"]
    lists: dict[str, list[Block]] = {}
    for block in statements:
        place = places[id(block)]
        key = "annexe" if place.annexe is not None else place.listed
        lists.setdefault(key or "", []).append(block)
    body = lists.pop("", [])
    stated = {n for b in body for n in b.numbers}
    found: set[int] = set()
    for key, held in sorted(lists.items(), key=lambda item: item[0] == "annexe"):
        numbers = {n for b in held for n in b.numbers}
        if stated and (key == "annexe" or numbers & stated):
            found |= {id(b) for b in held}
        else:
            stated |= numbers
    return frozenset(found | _said_again([b for b in statements if id(b) not in found], plain))


def _said_again(statements: Sequence[Block], plain: Callable[[Block], str]) -> set[int]:
    """Those with the numbers of an earlier one and its words, wherever they stand."""
    first: dict[tuple[int, ...], frozenset[str]] = {}
    found: set[int] = set()
    for block in sorted(statements, key=lambda b: b.start):
        words = frozenset(fold(plain(block)).split())
        earlier = first.setdefault(tuple(block.numbers), words)
        if earlier is not words and len(words & earlier) >= _SAME_WORDS * len(words | earlier):
            found.add(id(block))
    return found


def _name(block: Block, place: Place, repeated: bool, rank: int, numbered: bool) -> tuple[str, str]:
    """(unit id, name) of a block; `rank` counts the unnumbered paragraphs, `numbered`: the document numbers others."""
    number = block.numbers[0] if block.numbers else None
    if block.kind == "recommendation":
        return _recommendation_name(block, place, repeated)
    if block.kind == "paragraph" and number is None:
        return (f"u{rank}", f"unnumbered paragraph {rank}") if numbered else (f"p{rank}", f"paragraph {rank}")
    names = {
        "heading": (f"h:{place.section}", f"heading {place.section}"),
        "annexe_title": (f"h:{place.section}", f"heading {place.section}"),
        "paragraph": (f"p{number}", f"paragraph {number}"),
        "footnote": (f"n{number}", f"footnote {number}"),
        "annexe": (f"a{place.annexe}", f"annexe {place.annexe}"),
        "furniture": ("x1", "page header"),
        "contents": ("contents", "table of contents"),
        "front": ("front", "front matter"),
    }
    return names[block.kind]


def _recommendation_name(block: Block, place: Place, repeated: bool) -> tuple[str, str]:
    where = f"annexe {place.annexe}" if place.annexe else "list"
    number = block.numbers[0]
    name = f"recommendation {number}" if len(block.numbers) == 1 else f"recommendations {' and '.join(map(str, block.numbers))}"
    return (f"r{number}@annexe", f"{name} ({where})") if repeated else (f"r{number}", name)
