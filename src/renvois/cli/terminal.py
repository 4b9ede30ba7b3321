"""The terminal, whatever it is: a character it has no code for, a pipe closed, a disk full, Ctrl-C; never a traceback."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper

# Signs of French typography and of the tables that no decomposition of Unicode reduces to ASCII.
NEAREST = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "→": ">", "≠": "#",
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "€": "EUR", "°": "o", "•": "-", "·": ".",
}  # fmt: skip
# French spaces, which Python counts as not printable.
SPACES = "\u00a0\u2009\u202f"


def guarded(run: Callable[[], None]) -> None:
    """Runs; a full disk is told in a line (exit code 2), a closed pipe (1) or Ctrl-C (130) ends quietly."""
    _prepare()
    try:
        try:
            run()
        finally:
            sys.stdout.flush()  # here, where its failure can still be told
    except BrokenPipeError:
        stop(1)
    except OSError as error:
        stop(2, f"{error.filename or 'standard output'} — {error.strerror or error}. — Free some space, or choose another place.")
    except KeyboardInterrupt:
        stop(130)


def stop(code: int, message: str = "") -> None:
    """Ends with `code` and a message on stderr. What stdout still holds is printed if it can be, and Python doesn't try again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if message:
        say(message)
    sys.exit(code)


def say(message: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"renvois : {printable(message)}\n")


def printable(text: str) -> str:
    """What a terminal may get of a document or a file's name: escape sequences, line ends and bidirectional controls become spaces."""
    return "".join(c if c.isprintable() or c in SPACES else " " for c in text)


def _prepare() -> None:
    """Lets stdout and stderr print what a legacy code page (cp1252, ASCII) lacks; their encoding stays the terminal's."""
    codecs.register_error("renvois-nearest", nearest)
    for name in ("stdout", "stderr"):  # None where who runs us closed it (`>&-`, a service)
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  (pathlib is slow to import; open to the end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="renvois-nearest")


def nearest(error: UnicodeError) -> tuple[str, int]:
    """The ASCII nearest to what could not be encoded: no accents, or '?' where there is none."""
    from unicodedata import combining, normalize

    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = (
        NEAREST.get(c) or "".join(d for d in normalize("NFKD", c) if not combining(d)) for c in error.object[error.start : error.end]
    )
    return "".join(letter if letter.isascii() else "?" for letter in letters), error.end
