"""The format of a .cypher file: a title, YAML in comments between two `// ---`, then one Cypher statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..graph.errors import QueryError

FENCE = "// ---"
# The C loader reads the whole catalogue ten times faster; both read the same YAML.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Header:
    """A file taken apart: `lines` tells where each field stands, e.g. ('params', 'article') → 12; `cypher_line` where the Cypher begins."""

    file: str
    title: str
    fields: Mapping[str, object]
    lines: Mapping[tuple[str, ...], int]
    cypher: str
    cypher_line: int

    def error(self, path: tuple[str, ...], what: str, cure: str) -> QueryError:
        """An error about a field, at its line or at that of the nearest field that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.error_at(self.lines.get(path, 1), what, cure)

    def error_at(self, line: int, what: str, cure: str) -> QueryError:
        return QueryError(what, where=f"{self.file}:{line}", cure=cure)


def read_header(path: Path) -> Header:
    """Reads a .cypher file. QueryError where it cannot be read or does not have the format."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(
            f"The file cannot be read: {error}.", where=str(path), cure="Save it as UTF-8, in a place you can read."
        ) from error
    return parse_header(text, str(path))


def parse_header(text: str, file: str) -> Header:
    """Takes the text of a .cypher file apart. QueryError where it does not have the format."""
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or not re.match(r"// \S", lines[0]) or lines[0] == FENCE:
        raise QueryError("The first line is no title.", where=f"{file}:1", cure="Begin with the title in a comment: // Titre.")
    fences = [n for n, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) < 2 or fences[0] != 1:
        raise QueryError(
            "The YAML header is missing or not closed.", where=f"{file}:2", cure=f"Put it in // comments between two lines '{FENCE}'."
        )
    fields, places = _yaml(lines[fences[0] + 1 : fences[1]], file, first=fences[0] + 2)
    cypher = "\n".join(lines[fences[1] + 1 :]).strip("\n")
    skipped = next((n for n, line in enumerate(lines[fences[1] + 1 :]) if line.strip()), 0)
    return Header(file, lines[0][3:].strip(), fields, places, cypher, fences[1] + 2 + skipped)


def _yaml(commented: list[str], file: str, first: int) -> tuple[Mapping[str, object], Mapping[tuple[str, ...], int]]:
    for number, line in enumerate(commented, first):
        if not line.startswith("//"):
            raise QueryError("A line of the header is no comment.", where=f"{file}:{number}", cure="Begin it with //.")
    text = "\n".join(line[3:] if line.startswith("// ") else line[2:] for line in commented)
    try:
        loader = LOADER(text)
        node = loader.get_single_node()
        fields = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line_number = first + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or "unreadable"
        raise QueryError(
            f"The header is no YAML: {problem}.", where=f"{file}:{line_number}", cure="Quote texts that hold ': ' or '#'."
        ) from error
    if not isinstance(fields, dict):
        raise QueryError("The header holds no fields.", where=f"{file}:{first}", cure="Write one field per line, e.g. // id: most-cited.")
    places: dict[tuple[str, ...], int] = {}
    for path, offset in _places(node, ()):
        if path in places:
            raise QueryError(f"The field {path[-1]!r} is given twice.", where=f"{file}:{first + offset}", cure="Keep one.")
        places[path] = first + offset
    return fields, places


def _places(node: yaml.Node | None, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every key of a YAML mapping, nested ones too, with the line it stands on."""
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        here = (*path, str(key.value))
        yield here, key.start_mark.line
        yield from _places(value, here)
