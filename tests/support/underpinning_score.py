"""Scores links between recommendations and sources against an annotation (underpinning.json, references.json).

    python tests/support/underpinning_score.py [GOLD_DIRECTORY [DOCUMENT]]

prints the table of what is asked and what is measured; the opinion that ships with Renvois and its annotation without arguments. A
predicted link is a gold link's if it is of the same recommendation and one of its citations overlaps one of the gold's: ids of our own
making (report:…, plan:…) need not be alike.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import renvois
from renvois.loaders.document import Document
from renvois.loaders.pipeline import read_document
from renvois.loaders.read import read
from renvois.loaders.underpinning import Basis

GOLD = Path(__file__).parents[1] / "golden" / "A-2021-5"
# What is asked: precision and recall, the least of each (None: measured only).
ASKED: dict[str, tuple[float, float] | None] = {
    "grade A": (1.00, 1.00),
    "grade B, strong": (0.90, 0.90),
    "grade B, all": (0.80, 0.80),
    "nothing underpins it, said so": (0.90, 0.90),
    "grade X": None,
}


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
    """Precision over `predicted`, recall over `gold`; `false` and `missed` are what was wrong."""

    predicted: int
    gold: int
    false: tuple[Link, ...]
    missed: tuple[Link, ...]

    @property
    def precision(self) -> float:
        return 1 - len(self.false) / max(1, self.predicted)

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / max(1, self.gold)


def gold_links(folder: Path = GOLD) -> list[Link]:
    references = {r["id"]: r for r in json.loads((folder / "references.json").read_text(encoding="utf-8"))["references"]}
    links = []
    for one in _annotated(folder):
        for item in one["items"]:
            spans = tuple((references[i]["start"], references[i]["end"]) for i in item["ref_ids"])
            links.append(Link(one["number"], item["grade"], item.get("strength"), spans, item["canonical"], one["section"]))
    return links


def gold_nothing(folder: Path = GOLD) -> frozenset[int]:
    """The recommendations that the annotator found nothing for, A or B."""
    return frozenset(r["number"] for r in _annotated(folder) if r["nothing_at_all_AB"])


def _annotated(folder: Path) -> list[dict[str, Any]]:
    annotated: list[dict[str, Any]] = json.loads((folder / "underpinning.json").read_text(encoding="utf-8"))["recommendations"]
    return annotated


def drawn_links(bases: Iterable[Basis], sections: dict[int, str]) -> list[Link]:
    """Our links, in the scorer's form; `sections` gives each recommendation's section by number."""
    links = []
    for basis in bases:
        number = int(basis.recommendation.removeprefix("r"))
        spans = tuple((c.start, c.end) for c in basis.citations)
        links.append(Link(number, basis.grade, basis.strength, spans, basis.source.canonical, sections[number]))
    return links


def sections_of(document: Document) -> dict[int, str]:
    return {r.number: r.body.section for r in document.recommendations}


def score(predicted: Sequence[Link], gold: Sequence[Link]) -> Score:
    """A predicted link is right if it meets a gold one, a gold link found if it meets a predicted one."""
    false = tuple(p for p in predicted if not any(p.meets(g) for g in gold))
    missed = tuple(g for g in gold if not any(g.meets(p) for p in predicted))
    return Score(len(predicted), len(gold), false, missed)


def score_nothing(drawn: Sequence[Link], nothing: Collection[int], recommendations: Collection[int]) -> Score:
    """The recommendations said to rest on nothing (neither A nor B), against those that do."""
    said = set(recommendations) - {link.recommendation for link in drawn if link.grade in "AB"}
    return score([_about(number) for number in sorted(said)], [_about(number) for number in sorted(nothing)])


def _about(number: int) -> Link:
    return Link(number, "none", None, ((0, 1),), "rien", "")


def scores(drawn: Sequence[Link], gold: Sequence[Link], nothing: Collection[int], recommendations: Collection[int]) -> dict[str, Score]:
    """Each line of ASKED."""
    by_grade = {grade: ([d for d in drawn if d.grade == grade], [g for g in gold if g.grade == grade]) for grade in "ABX"}
    strong = [[link for link in links if link.strength == "strong"] for links in by_grade["B"]]
    return {
        "grade A": score(*by_grade["A"]),
        "grade B, strong": score(*strong),
        "grade B, all": score(*by_grade["B"]),
        "nothing underpins it, said so": score_nothing(drawn, nothing, recommendations),
        "grade X": score(*by_grade["X"]),
    }


def main(arguments: Sequence[str]) -> None:
    folder = Path(arguments[0]) if arguments else GOLD
    reading = read_document(read(Path(arguments[1]) if len(arguments) > 1 else renvois.SAMPLE))
    sections = sections_of(reading.document)
    measured = scores(drawn_links(reading.underpinning.bases, sections), gold_links(folder), gold_nothing(folder), sections)
    print("| | asked P / R | precision | recall | |\n|---|---|---|---|---|")
    for name, one in measured.items():
        asked = ASKED[name]
        met = "" if asked is None else "met" if one.precision >= asked[0] and one.recall >= asked[1] else "not met"
        least = f"{asked[0]:.2f} / {asked[1]:.2f}" if asked else "–"
        right, found = one.predicted - len(one.false), one.gold - len(one.missed)
        print(f"| {name} | {least} | {one.precision:.2f} ({right} of {one.predicted}) | {one.recall:.2f} ({found} of {one.gold}) | {met} |")
    for name, one in measured.items():
        for what, links in (("false", one.false), ("missed", one.missed)):
            for link in links:
                print(f"{name}, {what}: R{link.recommendation} {link.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
