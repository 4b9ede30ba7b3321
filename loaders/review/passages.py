"""Where a reviewer's words stand in the text: the evidence of an added link."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ...graph.model import Graph, Node, Value
from ..messages import say
from .links import UnmatchedError


@dataclass(frozen=True, slots=True)
class Passages:
    """The text kept in the graph, its page starts, and the units that hold words."""

    text: str
    page_starts: tuple[int, ...]
    units: tuple[Node, ...]

    @classmethod
    def of(cls, graph: Graph) -> Passages:
        kept = next((n for n in graph.nodes if n.label == "Text"), None)
        starts = kept.properties.get("page_starts", ()) if kept else ()
        units = tuple(n for n in graph.nodes if n.label in ("Recommendation", "Paragraph", "Footnote"))
        pages = tuple(s for s in starts if isinstance(s, int)) if isinstance(starts, tuple) else ()
        return cls(str(kept.properties["text"]) if kept else "", pages, units)

    def find(self, quote: str, within: Node | None = None) -> dict[str, Value | None]:
        """The evidence of the quoted words, first inside `within`; UnmatchedError where the text does not have them."""
        words = [re.sub("['’]", "['’]", re.escape(word)) for word in quote.split()]
        pattern = re.compile(r"\s+".join(words), re.IGNORECASE)
        own = pattern.search(self.text, _int(within, "start"), _int(within, "end")) if within else None
        found = own or (pattern.search(self.text) if words else None)
        if found is None:
            raise UnmatchedError(say("words_not_in_text", words=quote))
        return self.at(found.start(), found.end())

    def at(self, start: int, end: int) -> dict[str, Value | None]:
        page = bisect_right(self.page_starts, start) or None
        return {"start": start, "end": end, "quote": " ".join(self.text[start:end].split()), "page": page}

    def unit_at(self, offset: int) -> Node | None:
        """The smallest unit that holds the offset."""
        holding = [u for u in self.units if _int(u, "start") <= offset < _int(u, "end")]
        return min(holding, key=lambda u: _int(u, "end") - _int(u, "start"), default=None)


def _int(node: Node, name: str) -> int:
    value = node.properties[name]
    return value if isinstance(value, int) else 0
