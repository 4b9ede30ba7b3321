"""The small notation of the gazetteer's forms: [a|b], [a], (s) and {…}, written out as plain phrases."""

from __future__ import annotations

import re
from itertools import product

from ...graph.errors import InputError

# A form with more readings than this is a mistake in the file, and would slow every document down.
MOST_PHRASES = 200
_LETTERS = re.compile(r"\((\w{1,4})\)")


def phrases(form: str, where: str) -> tuple[str, ...]:
    """Every phrase a form stands for, in order, each once; {…} is kept. InputError names the file for unbalanced brackets."""
    if form.count("[") != form.count("]") or form.count("{") != form.count("}") or form.count("{") > 1:
        raise InputError(f"The form {form!r} has unbalanced brackets.", where=where, cure="Close each [ and {; use {…} once.")
    written = list(dict.fromkeys(_tidy(text) for text in _readings(_LETTERS.sub(r"[\1]", form))))
    if len(written) > MOST_PHRASES:
        raise InputError(f"The form {form!r} stands for {len(written)} phrases.", where=where, cure="Split it into simpler forms.")
    return tuple(written)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _readings(form: str) -> list[str]:
    parts: list[list[str]] = []
    position = 0
    while position < len(form):
        if form[position] == "[":
            end = _closing(form, position)
            parts.append(_choices(form[position + 1 : end]))
            position = end + 1
        else:
            end = form.find("[", position)
            end = len(form) if end < 0 else end
            parts.append([form[position:end]])
            position = end
    return ["".join(chosen) for chosen in product(*parts)]


def _choices(inner: str) -> list[str]:
    alternatives = _split(inner)
    choices = [reading for alternative in alternatives for reading in _readings(alternative)]
    return [*choices, ""] if len(alternatives) == 1 else choices


def _split(inner: str) -> list[str]:
    """The alternatives between the bars of this bracket, leaving those of inner brackets alone."""
    pieces, depth = [""], 0
    for character in inner:
        depth += (character == "[") - (character == "]")
        if character == "|" and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += character
    return pieces


def _closing(form: str, start: int) -> int:
    depth = 0
    for position in range(start, len(form)):
        depth += (form[position] == "[") - (form[position] == "]")
        if depth == 0:
            return position
    raise AssertionError("phrases() checks that brackets balance")
