"""Small grammars: regular expressions over folded text, in which any space may be two or three (a line break, a no-break space)."""

from __future__ import annotations

import re


def grammar(pattern: str) -> re.Pattern[str]:
    """The compiled pattern; each space outside a character class stands for one to three, and " ?" for none to three."""
    return re.compile(spaced(pattern))


def spaced(pattern: str) -> str:
    """The pattern with its spaces made loose; a space with a quantifier of its own other than "?" stays as it is."""
    parts: list[str] = []
    in_class, at = False, 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            parts.append(pattern[at : at + 2])
            at += 2
            continue
        in_class = character == "[" or (in_class and character != "]")
        following = pattern[at + 1 : at + 2]
        if character != " " or in_class or following in ("{", "*", "+"):
            parts.append(character)
        elif following == "?":
            parts.append(" {0,3}")
            at += 1
        else:
            parts.append(" {1,3}")
        at += 1
    return "".join(parts)
