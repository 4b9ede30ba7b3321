"""Kills a writer again and again, each time at another moment, and looks at what it left: `python -m support.killing DIR COUNT`.

The writer is a fork of this process, which imports the libraries once and never opens a store itself: a hundred kills take seconds.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import grafeo  # noqa: F401  (imported before the fork, so that a kill falls into the work and not into imports)
from support.small_graph import DOCUMENT, LATER, later_graph, small_graph

from renvois.graph.open import open_store

LONGEST = 0.12  # seconds, more than a load and a removal take


def main(store: Path, count: int) -> None:
    """Prints one JSON object a kill: what the writer had said last, and what is wrong with what it left ('' for nothing)."""
    moments = random.Random(count)
    _wait(_forked(lambda: _load_first(store)))
    for _ in range(count):
        said = _kill_after(store, moments.random() * LONGEST)
        reader, writer = os.pipe()
        _wait(_forked(lambda to=writer, word=said: _write(to, _fault(store, word))))
        os.close(writer)
        with os.fdopen(reader) as answer:
            print(json.dumps({"said": said, "fault": answer.read()}), flush=True)


def _load_first(store: Path) -> None:
    with open_store(store) as opened:
        opened.load(later_graph())


def _work(store: Path, say: Callable[[str], None]) -> None:
    """Loads and removes a document, on and on, saying what is done."""
    with open_store(store) as opened:
        held = DOCUMENT in opened.documents()
        say("loaded" if held else "removed")
        while True:
            if held:
                opened.remove(DOCUMENT)
            else:
                opened.load(small_graph())
            held = not held
            say("loaded" if held else "removed")


def _kill_after(store: Path, seconds: float) -> str:
    """Starts a writer, kills it after its first words and some time more; what it said last."""
    reader, writer = os.pipe()
    process = _forked(lambda: _work(store, lambda word: _write(writer, f"{word}\n")))
    os.close(writer)
    with os.fdopen(reader) as words:
        last = words.readline().strip()
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        _wait(process)
        return [last, *words.read().split()][-1]


def _fault(store: Path, said: str) -> str:
    """What is wrong with what a killed writer left: nothing may be lost of what it had said, nor half be there of what it had not."""
    copy = store.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(store, copy)
    with open_store(copy, access="read") as opened:
        read = opened.everything()
    with open_store(store) as opened:
        held, documents = opened.everything(), opened.documents()
    local = {n.id for n in held.nodes if n.properties.get("document") == DOCUMENT}
    whole = {n.id for n in small_graph().nodes if n.properties.get("document") == DOCUMENT}
    wrong = {
        "a reader recovers another graph than a writer": held != read,
        "documents": tuple(documents) not in {(LATER,), (DOCUMENT, LATER)},
        "half a document": local != (whole if DOCUMENT in documents else set()),
        "the other document lost something": not {r.id for r in held.relationships} >= {r.id for r in later_graph().relationships},
        f"nothing was said after {said}": said not in ("loaded", "removed"),
    }
    return ", ".join(what for what, is_so in wrong.items() if is_so)


def _write(to: int, words: str) -> None:
    os.write(to, words.encode())


def _forked(work: Callable[[], None]) -> int:
    """A process that does this and ends."""
    process = os.fork()
    if process:
        return process
    try:
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _wait(process: int) -> None:
    _, status = os.waitpid(process, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        sys.exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
