"""Which elements of a page a reader reads: no scripts, nothing hidden, no menus; in doubt, everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from .html_notes import notes_of
from .html_tree import Element, Tree

_UNSEEN = frozenset({
    "audio", "button", "canvas", "datalist", "embed", "iframe", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea", "title", "video",
})  # fmt: skip
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MENU_ROLES = frozenset({"navigation", "search", "menu", "menubar"})
# The main element is trusted alone only if it holds this much of the page's text; a menu is one only if most text lies elsewhere.
_MOST = 0.6


def shown_elements(tree: Tree) -> frozenset[int]:
    """Ranks of the elements whose own characters are part of the text."""
    lengths = _own_lengths(tree)
    seen = _descend(tree, lambda element: not _is_unseen(element))
    without_menus = _descend(tree, lambda element: not _is_unseen(element) and not _is_menu(element))
    if _amount(without_menus, lengths) >= _MOST * _amount(seen, lengths):
        seen = without_menus
    main = _within(tree, [e.rank for e in tree.elements if e.tag == "main" or e.attributes.get("role") == "main"])
    if not main & seen:
        articles = [e.rank for e in tree.elements if e.tag == "article"]
        main = _within(tree, articles) if len(articles) == 1 else frozenset()
    if _amount(main & seen, lengths) < _MOST * _amount(seen, lengths) or not set(notes_of(tree).starts) <= main:
        return seen
    # The title often stands in a banner outside the main element.
    return seen & (main | _within(tree, [e.rank for e in tree.elements if e.tag == "h1"]))


def _is_unseen(element: Element) -> bool:
    hidden = "hidden" in element.attributes or _UNSEEN_STYLE.search(element.attributes.get("style", "")) is not None
    return element.tag in _UNSEEN or (hidden and element.tag not in ("html", "body"))


def _is_menu(element: Element) -> bool:
    return element.tag == "nav" or element.attributes.get("role") in _MENU_ROLES


def _descend(tree: Tree, keeps: Callable[[Element], bool]) -> frozenset[int]:
    """The elements kept whose ancestors are all kept; -1 stands for characters outside any element."""
    kept = {-1}
    for element in tree.elements:
        if element.parent in kept and keeps(element):
            kept.add(element.rank)
    return frozenset(kept)


def _within(tree: Tree, roots: Collection[int]) -> frozenset[int]:
    inside = set(roots)
    for element in tree.elements:
        if element.parent in inside:
            inside.add(element.rank)
    return frozenset(inside)


def _own_lengths(tree: Tree) -> dict[int, int]:
    lengths: dict[int, int] = {}
    for token in tree.tokens:
        if token.kind == "text":
            lengths[token.element] = lengths.get(token.element, 0) + len(token.text.strip())
    return lengths


def _amount(ranks: Collection[int], lengths: dict[int, int]) -> int:
    return sum(lengths.get(rank, 0) for rank in ranks)
