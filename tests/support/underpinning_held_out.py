"""What the method measures on a part of an opinion that its constants were not chosen on.

    python tests/support/underpinning_held_out.py [DRAWS]

draws sets of constants at random (fixed seed) from wide ranges, keeps for each part of the opinion the set that does best on the other
parts, and prints what that set measures on the part left out; then the same for the constants that Renvois uses. The words of the lists
(stopwords.txt, relatives.yaml, cohesion.yaml) are the same in all: they were written with the whole opinion known.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Collection
from dataclasses import replace

from support.underpinning_score import Link, Score, drawn_links, gold_links, gold_nothing, scores, sections_of

import renvois
from renvois.loaders.pipeline import read_document
from renvois.loaders.read import read
from renvois.loaders.underpinning import Constants, Method, underpin

RANGES = {
    "continues": (0.5, 0.9),
    "beside": (0.2, 0.6),
    "paragraph": (0.05, 0.35),
    "alone": (0.2, 1.0),
    "head": (8.0, 40.0),
    "lead": (0.0, 1.0),
    "least": (0.05, 0.25),
    "nearest": (0.5, 1.0),
}
# The untitled opening counts with the first part: it has one recommendation.
PARTS = {"I": ("0", "I"), "II": ("II",), "III": ("III",)}
JUDGED = ("grade B, strong", "grade B, all", "nothing underpins it, said so")

type Drawn = list[Link]


def main(draws: int) -> None:
    reading = read_document(read(renvois.SAMPLE))
    sections = sections_of(reading.document)
    part_of = {number: next(p for p, roots in PARTS.items() if section.partition(".")[0] in roots) for number, section in sections.items()}

    def links(constants: Constants) -> Drawn:
        found = underpin(reading.document, reading.references, reading.avis, reading.mentions, Method(constants))
        return drawn_links(found.bases, sections)

    tried = [links(constants) for constants in _draw(draws)]
    print("| left out | constants | B strong P / R | B all P / R | F1 of B all | nothing P / R |\n|---|---|---|---|---|---|")
    for part in PARTS:
        held = {number for number, its in part_of.items() if its == part}
        best = max(tried, key=lambda drawn: _worth(drawn, set(sections) - held))
        _line(part, "chosen on the other parts", _measure(best, held))
        _line(part, "as shipped", _measure(links(Constants()), held))


def _draw(count: int) -> list[Constants]:
    chance = random.Random(2021)
    return [replace(Constants(), **{name: chance.uniform(*ends) for name, ends in RANGES.items()}) for _ in range(count)]


def _measure(drawn: Drawn, numbers: Collection[int]) -> dict[str, Score]:
    gold = [link for link in gold_links() if link.recommendation in numbers]
    return scores([link for link in drawn if link.recommendation in numbers], gold, gold_nothing() & set(numbers), numbers)


def _worth(drawn: Drawn, numbers: Collection[int]) -> float:
    measured = _measure(drawn, numbers)
    return sum(_f1(measured[name]) for name in JUDGED)


def _f1(one: Score) -> float:
    both = one.precision + one.recall
    return 2 * one.precision * one.recall / both if both else 0.0


def _line(part: str, constants: str, measured: dict[str, Score]) -> None:
    strong, every, nothing = (measured[name] for name in JUDGED)
    cells = [f"{one.precision:.2f} / {one.recall:.2f}" for one in (strong, every, nothing)]
    print(f"| {part} | {constants} | {cells[0]} | {cells[1]} | {_f1(every):.2f} | {cells[2]} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
