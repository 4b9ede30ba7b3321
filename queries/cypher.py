"""Reading Cypher just enough to check it: its tokens, its parameters, what it returns and how it is ordered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<skip>\s+|//[^\n]*|/\*.*?\*/)"
    r"|(?P<string>'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")"
    r"|(?P<name>`[^`]+`|[^\W\d]\w*)"
    r"|(?P<parameter>\$\w+)"
    r"|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<mark>\.\.|<>|<=|>=|=~|->|<-|.)",
    re.DOTALL,
)
OPEN, CLOSE = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Cypher that is no space or comment: `kind` is string, name, parameter, number or mark; `line` counts from 1."""

    kind: str
    text: str
    line: int

    def says(self, *words: str) -> bool:
        """True for one of these words, whatever its case."""
        return self.kind == "name" and self.text.upper() in words

    @property
    def name(self) -> str:
        """A name without its backticks."""
        return self.text.strip("`")


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a statement breaks, on a line (the first is 1): what is wrong, and what to write instead."""

    line: int
    what: str
    cure: str


def tokens(cypher: str) -> tuple[Token, ...]:
    """The tokens of a statement, in order; comments are left out."""
    found, line = [], 1
    for match in _TOKEN.finditer(cypher):
        if match.lastgroup not in (None, "skip"):
            found.append(Token(str(match.lastgroup), match[0], line))
        line += match[0].count("\n")
    return tuple(found)


def bare(cypher: str) -> str:
    """The statement with comments and the inside of strings blanked, so that rules see code only; lines stay where they are."""

    def blank(match: re.Match[str]) -> str:
        if match.lastgroup == "skip" and match[0].startswith("/"):
            return re.sub(r"[^\n]", " ", match[0])
        return re.sub(r"[^\n]", " ", match[0][1:-1]).join(("'", "'")) if match.lastgroup == "string" else match[0]

    return _TOKEN.sub(blank, cypher)


def parameters(found: Sequence[Token]) -> dict[str, int]:
    """Each parameter used, with the line of its first use."""
    used: dict[str, int] = {}
    for token in found:
        if token.kind == "parameter":
            used.setdefault(token.text[1:], token.line)
    return used


def returned(found: Sequence[Token]) -> tuple[tuple[Token, ...], ...]:
    """The columns that the last RETURN gives, each as the tokens of its expression; empty where there is none."""
    items = _items(_after_return(found), ("ORDER", "SKIP", "LIMIT"))
    return tuple(tuple(item[1:] if item[0].says("DISTINCT") else item) for item in items if item)


def alias(expression: Sequence[Token]) -> Token | None:
    """The name of a returned column: the one after AS, or the whole of a bare name; None where it has none."""
    named = len(expression) == 1 or (len(expression) > 2 and expression[-2].says("AS"))
    return expression[-1] if named and expression[-1].kind == "name" else None


def order_keys(found: Sequence[Token]) -> tuple[tuple[Token, ...], ...]:
    """The keys of the ORDER BY that follows the last RETURN, each as its tokens; empty where there is none."""
    tail = _after_return(found)
    for index in _clauses(tail, "ORDER"):
        return tuple(tuple(item) for item in _items(tail[index + 2 :], ("SKIP", "LIMIT")))
    return ()


def _after_return(found: Sequence[Token]) -> Sequence[Token]:
    """What follows the last RETURN that stands in no brackets; nothing where there is none."""
    places = list(_clauses(found, "RETURN"))
    return found[places[-1] + 1 :] if places else ()


def _clauses(found: Sequence[Token], *words: str) -> Iterator[int]:
    """Where one of these words begins a clause: in no brackets, and neither a property nor an alias."""
    depth = 0
    for index, token in enumerate(found):
        depth += (token.text in OPEN) - (token.text in CLOSE)
        before = found[index - 1] if index else None
        if depth == 0 and token.says(*words) and not (before and (before.text == "." or before.says("AS"))):
            yield index


def _items(found: Sequence[Token], until: tuple[str, ...]) -> list[list[Token]]:
    """The comma-separated expressions before one of the words `until`."""
    items: list[list[Token]] = [[]]
    depth = 0
    for token in found[: next(_clauses(found, *until), len(found))]:
        depth += (token.text in OPEN) - (token.text in CLOSE)
        if depth == 0 and token.text == ",":
            items.append([])
        elif token.text != ";":
            items[-1].append(token)
    return items
