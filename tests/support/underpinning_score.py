"""Scores links between recommendations and sources against gold/underpinning.json.

A predicted link is a gold link's if it is of the same recommendation and one of its citations overlaps one of the gold's: ids of our own
making (report:…, plan:…) need not be alike.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from renvois.loaders.underpinning import Basis

GOLD = Path(__file__).parents[1] / "golden" / "A-2021-5"


@dataclass(frozen=True, slots=True)
class Link:
    recommendation: int
    grade: str
    strength: str | None
    spans: tuple[tuple[int, int], ...]
    name: str
    section: str

    def meets(self, other: Link) -> bool:
        return self.recommendation == other.recommendation and any(a < d and c < b for a, b in self.spans for c, d in other.spans)


@dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float
    false: tuple[Link, ...]
    missed: tuple[Link, ...]


def gold_links() -> list[Link]:
    references = {r["id"]: r for r in json.loads((GOLD / "references.json").read_text(encoding="utf-8"))["references"]}
    links = []
    for one in json.loads((GOLD / "underpinning.json").read_text(encoding="utf-8"))["recommendations"]:
        for item in one["items"]:
            spans = tuple((references[i]["start"], references[i]["end"]) for i in item["ref_ids"])
            links.append(Link(one["number"], item["grade"], item.get("strength"), spans, item["canonical"], one["section"]))
    return links


def drawn_links(bases: Iterable[Basis], sections: dict[int, str]) -> list[Link]:
    """Our links, in the scorer's form; `sections` gives each recommendation's section by number."""
    links = []
    for basis in bases:
        number = int(basis.recommendation.removeprefix("r"))
        spans = tuple((c.start, c.end) for c in basis.citations)
        links.append(Link(number, basis.grade, basis.strength, spans, basis.source.canonical, sections[number]))
    return links


def score(predicted: Sequence[Link], gold: Sequence[Link]) -> Score:
    """Precision over the predicted links that meet a gold one, recall over the gold links that meet a predicted one."""
    false = tuple(p for p in predicted if not any(p.meets(g) for g in gold))
    missed = tuple(g for g in gold if not any(g.meets(p) for p in predicted))
    return Score(1 - len(false) / max(1, len(predicted)), 1 - len(missed) / max(1, len(gold)), false, missed)
