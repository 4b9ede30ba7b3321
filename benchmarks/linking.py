#!/usr/bin/env python3
"""Time linking beside the extraction it comes after, on the avis that ships with Renvois, in one run on one core.

    python benchmarks/linking.py [--rounds 15]

Each round times the references, the institutions, and the linking of every recommendation to its sources, in turn, warm. Printed: the
median milliseconds of each, and linking as a part of the extraction of references alone and of references with institutions (medians of
the rounds' own ratios). Then linking with a corpus of the documents of ../shared/dev/docs, where they are there.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import renvois
from renvois.loaders.citations.extract import extract
from renvois.loaders.citations.itself import identify
from renvois.loaders.institutions import Gazetteer, institutions
from renvois.loaders.read import read
from renvois.loaders.structure import structure
from renvois.loaders.underpinning import Method, background_of, underpin
from renvois.loaders.underpinning.words import content_words

DOCUMENTS = Path(__file__).resolve().parents[2] / "shared" / "dev" / "docs"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=15, help="rounds that count (one more warms up)")
    rounds = options.parse_args().rounds
    document = structure(read(renvois.SAMPLE))
    references, gazetteer, own = extract(document), Gazetteer.load(), identify(document)
    mentions = institutions(document, gazetteer)
    corpus = Method(background=background_of([document, *(structure(read(path)) for path in sorted(DOCUMENTS.glob("*.txt")))]))
    steps: dict[str, Callable[[], object]] = {
        "references": lambda: extract(document),
        "institutions": lambda: institutions(document, gazetteer),
        "linking": lambda: underpin(document, references, own, mentions),
        "linking, with a corpus": lambda: underpin(document, references, own, mentions, corpus),
    }
    times: dict[str, list[float]] = {name: [] for name in steps}
    for turn in range(rounds + 1):
        for name, step in steps.items():
            content_words.cache_clear()  # each step reads its words itself
            start = time.process_time()
            step()
            if turn:
                times[name].append((time.process_time() - start) * 1000)
    for name, taken in times.items():
        print(f"{name}: {median(taken):.1f} ms")
    linking, found, named = times["linking"], times["references"], times["institutions"]
    print(f"linking / references: {median(a / b for a, b in zip(linking, found, strict=True)):.2f}")
    print(f"linking / references and institutions: {median(a / (b + c) for a, b, c in zip(linking, found, named, strict=True)):.2f}")


if __name__ == "__main__":
    main()
