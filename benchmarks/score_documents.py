#!/usr/bin/env python3
"""Score the references found on annotated documents: the table of docs/evaluation.md.

    python benchmarks/score_documents.py [--gold DIR --documents DIR] ...

Without options: the first avis (../shared/gold) and the documents of ../shared/dev. Each gold file names its document in "doc", else it is
the first avis. The rules are those of `renvois evaluate` (loaders/evaluate.py); prints one Markdown row a gold file, then one for all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from renvois.loaders.citations.model import Reference
from renvois.loaders.evaluate import Score, evaluate
from renvois.loaders.pipeline import references_of

SHARED = Path(__file__).resolve().parents[2] / "shared"
AVIS = SHARED / "avis" / "A-2021-5.txt"
FIRST = SHARED / "gold" / "A-2021-5" / "references.json"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, default=SHARED / "dev" / "gold", help="directory of gold files")
    options.add_argument("--documents", type=Path, default=SHARED / "dev" / "docs", help="directory of the documents they annotate")
    chosen = options.parse_args()
    print("| document | gold | found | right target | false | recall | precision | F1 | target |\n|---|---|---|---|---|---|---|---|---|")
    if chosen.gold.parent == SHARED / "dev":
        _row("first avis, tier 1", evaluate(FIRST, _references(AVIS)).total)
    scores = []
    for gold, document in _annotated(chosen.gold, chosen.documents):
        scores.append(evaluate(gold, _references(document)).total)
        _row(gold.stem, scores[-1])
    _row("all together", Score(*(sum(getattr(s, name) for s in scores) for name in ("gold", "found", "right", "true", "false"))))


def _annotated(golds: Path, documents: Path) -> Iterator[tuple[Path, Path]]:
    for gold in sorted(golds.glob("*.json")):
        yield gold, documents / json.loads(gold.read_text(encoding="utf-8"))["doc"]


@cache
def _references(document: Path) -> tuple[Reference, ...]:
    return references_of(document)


def _row(name: str, score: Score) -> None:
    figures = (f"{value:.3f}" for value in (score.recall, score.precision, score.f1, score.target))
    print(f"| {name} | {score.gold} | {score.found} | {score.right} | {score.false} | {' | '.join(figures)} |")


if __name__ == "__main__":
    main()
