"""Tables made for reading on a terminal. Text of a document is never taken for rich's markup."""

from __future__ import annotations

import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..graph.bilingual import told
from ..graph.model import Graph, Node, Relationship
from .options import Lang
from .terminal import printable

# A pipe or a log has no width of its own; a terminal's is respected.
WIDTH_WITHOUT_TERMINAL = 120
# What stays on one line, best first: cells of so many characters ("§ 24 → note 26"), words of so many (not a long address).
UNBROKEN = ((16, 24), (8, 24), (8, 16), (0, 16), (0, 12))
ROLES = ("ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS", "MENTIONS")
ROLE_NAMES = {
    Lang.FR: {"ADDRESSED_TO": "destinataire", "ASSIGNS": "chargé d’agir", "INVOLVES": "associé",
              "BENEFITS": "bénéficiaire", "MENTIONS": "nommé"},
    Lang.EN: {"ADDRESSED_TO": "addressee", "ASSIGNS": "must act", "INVOLVES": "involved",
              "BENEFITS": "benefits", "MENTIONS": "named"},
}  # fmt: skip
WORDS = {
    Lang.FR: {
        "title": "Ce sur quoi repose chaque recommandation", "number": "N°", "text": "Recommandation", "bases": "Repose sur (grade)",
        "bodies": "Institutions", "none": "rien", "section": "même section seulement", "one": "source", "many": "sources",
        "place": "Passage", "message": "À vérifier", "reading": "Lecture proposée", "sure": "Certitude", "findings": "Points à vérifier",
        "empty": "Rien dans ce graphe ne répond à cette question.",
    },
    Lang.EN: {
        "title": "What each recommendation rests on", "number": "No.", "text": "Recommendation", "bases": "Rests on (grade)",
        "bodies": "Institutions", "none": "nothing", "section": "in the same section only", "one": "source", "many": "sources",
        "place": "Passage", "message": "To verify", "reading": "Suggested reading", "sure": "Certainty", "findings": "To verify",
        "empty": "Nothing in this graph answers this question.",
    },
}  # fmt: skip


def console() -> Console:
    width = None if sys.stdout.isatty() else max(shutil.get_terminal_size((WIDTH_WITHOUT_TERMINAL, 24)).columns, 80)
    return Console(width=width, highlight=False)


def show(table: Table) -> None:
    console().print(table)


def plain_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], empty: str = "") -> Table:
    """A table of plain cells; numbers are set to the right, a column where every row is empty is left out; `empty` is said of no row."""
    table = Table(title=Text(title), title_justify="left", show_lines=False, expand=False)
    values = [list(row) for row in rows]
    shown = [i for i in range(len(columns)) if not values or any(row[i] not in (None, "") for row in values)]
    cells = [["" if row[i] is None else printable(str(row[i])) for i in shown] for row in values]
    for index, width in zip(shown, column_widths([columns[i] for i in shown], cells, console().width), strict=True):
        numeric = bool(values) and all(isinstance(row[index], int | float | None) for row in values)
        table.add_column(Text(columns[index]), justify="right" if numeric else "left", overflow="fold", width=width)
    for row in cells:
        table.add_row(*map(Text, row))
    if not values:
        table.caption, table.caption_justify = Text(empty), "left"
    return table


def column_widths(titles: Sequence[str], rows: Sequence[Sequence[str]], available: int) -> list[int]:
    """The widths that keep rows low: no word is cut while there is room for it, and what is left goes where the text is."""
    columns = [[title, *(row[i] for row in rows)] for i, title in enumerate(titles)]
    room = max(available - 3 * len(columns) - 1, len(columns))  # a border and two spaces a column
    widths = [room // len(columns)] * len(columns)
    for together, longest in UNBROKEN:
        wanted = [min(max(_unbroken(cell, together) for cell in column), longest) for column in columns]
        if sum(wanted) <= room:
            widths = wanted
            break
    full = [max(map(cell_len, column)) for column in columns]
    text = [sqrt(sum(cell_len(cell) ** 2 for cell in column)) for column in columns]
    while sum(widths) < room and (narrow := [i for i in range(len(columns)) if widths[i] < full[i]]):
        widths[max(narrow, key=lambda i: text[i] / widths[i])] += 1
    return widths


def _unbroken(cell: str, together: int) -> int:
    """The width below which something of the cell is broken: its longest word, or all of it where it is as short as `together`."""
    length = cell_len(cell)
    return length if length <= together else max(map(cell_len, cell.split()), default=0)


def recommendations_table(graph: Graph, lang: Lang) -> Table:
    """Each recommendation with its sources (graded, best first) and its institutions (with their roles)."""
    words = WORDS[lang]
    nodes = {n.id: n for n in graph.nodes}
    outgoing: dict[str, list[Relationship]] = defaultdict(list)
    for relationship in graph.relationships:
        outgoing[relationship.source].append(relationship)
    issuers = {r.target for r in graph.relationships if r.type == "ISSUED_BY" and r.source == graph.document}
    table = Table(title=Text(words["title"]), title_justify="left", show_lines=True)
    table.add_column(words["number"], justify="right")
    for column, ratio in (("text", 4), ("bases", 4), ("bodies", 3)):
        table.add_column(Text(words[column]), ratio=ratio, overflow="fold")
    recommendations = [n for n in graph.nodes if n.label == "Recommendation"]
    for node in sorted(recommendations, key=lambda n: (n.properties.get("document"), n.properties["number"], n.id)):
        links = outgoing[node.id]
        table.add_row(
            str(node.properties["number"]),
            Text(_short(printable(str(node.properties["text"])))),
            _bases(links, nodes, lang),
            _bodies([r for r in links if r.target not in issuers], nodes, lang),
        )
    return table


def findings_table(findings: Sequence[Node], lang: Lang) -> Table:
    """What a reader should verify, in the order of the text."""
    words = WORDS[lang]
    said = [[told(f.properties, name, lang.value) for name in ("message", "suggestion")] for f in findings]
    rows = [(f.properties["quote"], *both, f.properties["certainty"]) for f, both in zip(findings, said, strict=True)]
    return plain_table(f"{words['findings']} : {len(findings)}", [words[w] for w in ("place", "message", "reading", "sure")], rows)


def _short(text: str, length: int = 150) -> str:
    """The text cut at a word, so that a row stays a few lines high."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def _bases(links: Sequence[Relationship], nodes: dict[str, Node], lang: Lang) -> Text:
    words = WORDS[lang]
    bases = [r for r in links if r.type == "UNDERPINNED_BY"]
    bases.sort(
        key=lambda r: (
            "ABXC".index(str(r.properties["grade"])),
            -float(str(r.properties["score"])),
            str(nodes[r.target].properties["sort_name"]),
        )
    )
    lines = [_basis(r, nodes[r.target]) for r in bases if r.properties["grade"] != "C"] or [words["none"]]
    if count := sum(r.properties["grade"] == "C" for r in bases):
        lines.append(f"C  {count} {words['one'] if count == 1 else words['many']} {words['section']}")
    return Text("\n".join(map(printable, lines)))


def _basis(link: Relationship, source: Node) -> str:
    weak = "*" if link.properties.get("strength") == "weak" else ""
    return f"{link.properties['grade']}{weak}  {source.properties['name']} ({link.properties['via']})"


def _bodies(links: Sequence[Relationship], nodes: dict[str, Node], lang: Lang) -> Text:
    """The bodies of a recommendation, each with its roles; a role that the text does not say is in brackets."""
    roles: dict[str, list[str]] = defaultdict(list)
    for role in ROLES:
        for link in links:
            if link.type == role and not (role == "MENTIONS" and (roles[link.target] or link.properties["occurrence"] == "annexe")):
                shown = ROLE_NAMES[lang][role] if link.properties["explicit"] else f"[{ROLE_NAMES[lang][role]}]"
                roles[link.target] += [shown] if shown not in roles[link.target] else []
    named = {body: str(nodes[body].properties.get("acronym") or nodes[body].properties["name"]) for body in roles}
    return Text("\n".join(f"{printable(named[body])} : {', '.join(played)}" for body, played in roles.items() if played))
