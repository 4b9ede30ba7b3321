#!/usr/bin/env python3
"""Time extraction beside its peers, in one run on one core.

    pip install -e '.[benchmarks]'
    python benchmarks/extraction.py [--rounds 9] [--megabytes 10] [--documents DIR]

First table: texts of 1, 2, 5 and 10 megabytes made of the documents of DIR (../shared/dev/docs where it is there, else the avis) one
after the other, each in a process of its own: seconds, characters a second, and the peak memory of the process.

Second table: the avis that ships with Renvois, each reader in turn, round after round, so that all meet the same machine; characters a
second (the best of five readings in a row, the median of the rounds), and how many times metslesliens' pace, as the median of the
ratios of each round. "references" is the full extraction of a structured document: every kind, short forms resolved, findings.
metslesliens 1.3.0 finds candidates of French articles and texts, without resolving; eyecite's hyperscan tokenizer is timed alone, with
the trigger expressions of its own (American) citations.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
AVIS = HERE.parent / "src" / "renvois" / "sample" / "A-2021-5.txt"
DOCUMENTS = HERE.parents[1] / "shared" / "dev" / "docs"
SIZES = (1, 2, 5, 10)
# A reader goes through several documents in a row; its first reading after another reader finds the processor's caches full of that one's.
IN_A_ROW = 5

_BLANK = re.compile(r"\n\s*\n")

type Reader = Callable[[], object]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=9, help="rounds of the second table")
    options.add_argument("--megabytes", type=float, default=10, help="largest text of the first table; 0 leaves it out")
    options.add_argument("--documents", type=Path, default=DOCUMENTS, help="directory of .txt documents for the first table")
    options.add_argument("--grown", type=float, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.grown:
        _grown(chosen.documents, chosen.grown)
        return
    # Grown texts first: on Linux a child's peak memory starts from its parent's, which the peers below fill.
    for size in SIZES:
        if size <= chosen.megabytes:
            command = [sys.executable, __file__, "--documents", str(chosen.documents), "--grown", str(size)]
            subprocess.run(command, check=True)
    _side_by_side(chosen.rounds)


def _side_by_side(rounds: int) -> None:
    text = AVIS.read_text(encoding="utf-8")
    readers = {**_ours(text), **_peers(text)}
    times: dict[str, list[float]] = {name: [] for name in readers}
    for read in readers.values():
        read()
    # What one reader keeps in memory must not lengthen the others' garbage collections.
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, read in readers.items():
            times[name].append(min(_timed(read) for _ in range(IN_A_ROW)))
    base = times.get("metslesliens")
    print(f"{'on the avis (' + str(len(text)) + ' characters)':<44}{'characters/s':>14}{'x metslesliens':>16}")
    for name, seconds in times.items():
        pace = f"{len(text) / median(seconds):,.0f}"
        ratio = f"{median(b / s for s, b in zip(seconds, base, strict=True)):.2f}" if base else "-"
        print(f"{name:<44}{pace:>14}{ratio:>16}")


def _timed(read: Reader) -> float:
    start = time.process_time()
    read()
    return time.process_time() - start


def _ours(text: str) -> dict[str, Reader]:
    from renvois.loaders.citations.extract import extract
    from renvois.loaders.institutions import Gazetteer, institutions
    from renvois.loaders.read import read
    from renvois.loaders.structure import structure

    source = read(AVIS)
    document = structure(source)
    gazetteer = Gazetteer.load()
    return {
        "references": lambda: extract(document),
        "structure and references": lambda: extract(structure(source)),
        "institutions": lambda: institutions(document, gazetteer),
    }


def _peers(text: str) -> dict[str, Reader]:
    """Those that are installed."""
    peers: dict[str, Reader] = {}
    try:
        from metslesliens import donnelescandidats

        peers["metslesliens"] = lambda: donnelescandidats(text, "structuré")
    except ImportError:
        print("metslesliens is not installed: pip install -e '.[benchmarks]'")
    try:
        from eyecite.tokenizers import HyperscanTokenizer

        tokenizer = HyperscanTokenizer(cache_dir=tempfile.gettempdir())
        peers["eyecite, hyperscan tokenizer"] = lambda: tokenizer.tokenize(text)
    except ImportError:
        print("eyecite and hyperscan are not installed: pip install -e '.[benchmarks]'")
    return peers


def _grown(directory: Path, megabytes: float) -> None:
    from renvois.loaders.citations.extract import extract
    from renvois.loaders.source import SourceText
    from renvois.loaders.structure import structure

    length = int(megabytes * 1e6)
    one = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(directory.glob("*.txt"))) or AVIS.read_text(encoding="utf-8")
    # No paragraph is the same twice: what repeats itself word for word is read once, which a real corpus would not give.
    copies = (_BLANK.sub(f" Copie {number}.\n\n", one) for number in range(length // len(one) + 1))
    source = SourceText("grown", "".join(copies)[:length], "txt")
    start = time.process_time()
    document = structure(source)
    structured = time.process_time()
    found = len(extract(document))
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(
        f"{megabytes:>4.0f} MB: structure {structured - start:6.2f} s, references {end - structured:6.2f} s "
        f"({length / (end - structured):,.0f} characters/s, {found} references), peak {peak:,.0f} MB"
    )


if __name__ == "__main__":
    main()
