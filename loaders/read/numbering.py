"""The numbers that HTML and Word print before list items: 3, c, C, iii, III."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
# Each format under HTML's name (`<ol type>`) and under Word's (`w:numFmt`).
_LETTERS = {"a": str.lower, "A": str.upper, "lowerLetter": str.lower, "upperLetter": str.upper}
_ROMANS = {"i": str.lower, "I": str.upper, "lowerRoman": str.lower, "upperRoman": str.upper}


def ordinal(number: int, style: str) -> str:
    """The number as its list prints it; decimal for an unknown style or a number below 1."""
    if number >= 1 and style in _LETTERS:
        return _LETTERS[style](_letters(number))
    if 1 <= number < 4000 and style in _ROMANS:
        return _ROMANS[style](_roman(number))
    return f"{number:02}" if style == "decimalZero" else str(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb (Word) up to a sane length."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
