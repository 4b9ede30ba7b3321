"""Numbered paragraphs: which sequence of numbers at the beginning of lines numbers a document's paragraphs, if any does."""

from __future__ import annotations

from collections.abc import Sequence

from .headings import chain_headings
from .labels import Chain
from .lines import Line

# A sequence of numbers makes the paragraphs of a document where it covers this share of its lines.
_SHARE = 0.25
# Several sequences (paragraphs numbered anew in every part) each cover this share at least.
_PART = 0.08
# These begin notes, never paragraphs: a number alone on its line, without any sign, in square brackets, raised.
_NEVER = ("alone", "space", "square", "high")


def paragraph_chains(lines: Sequence[Line], found: Sequence[Chain]) -> list[Chain]:
    """The sequences that number the document's paragraphs: not lists announced by a colon, and covering a fair share of it."""
    rivals = [c for c in found if c.style not in _NEVER and len(c.labels) >= 2 and not _is_list(lines, c) and not chain_headings(lines, c)]
    if not rivals:
        return []
    style = max(rivals, key=lambda c: (len(c.labels), _reach(c)[1] - _reach(c)[0])).style
    same = [c for c in rivals if c.style == style]
    main = max(same, key=lambda c: len(c.labels))
    kept = [c for c in same if not _inside(c, main) and _extent(lines, c) >= _PART * len(lines)]
    return kept if sum(_extent(lines, c) for c in kept) >= _SHARE * len(lines) else []


def _reach(chain: Chain) -> tuple[int, int]:
    return chain.labels[0].line, chain.labels[-1].line


def _inside(chain: Chain, other: Chain) -> bool:
    """Whether the chain stands between two labels of a longer one: a list in a paragraph."""
    return (
        len(chain.labels) < len(other.labels)
        and other.labels[0].line < chain.labels[0].line
        and chain.labels[-1].line < other.labels[-1].line
    )


def _extent(lines: Sequence[Line], chain: Chain) -> int:
    """How many lines a chain's paragraphs take, the last one as many as a mean one."""
    first, last = _reach(chain)
    return min(len(lines), last + max(1, (last - first) // max(1, len(chain.labels) - 1))) - first


def _is_list(lines: Sequence[Line], chain: Chain) -> bool:
    first = chain.labels[0].line
    return first > 0 and lines[first - 1].text.endswith(":") and chain.style != "sign"
