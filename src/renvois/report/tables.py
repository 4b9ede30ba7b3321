"""The tables of a report: who must act on what, and what each source underpins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .evidence import source_span
from .facts import ROLES, Facts, number, text
from .model import Block, Grid, Heading, Line, Paragraph, Span, plain


def responsibilities(facts: Facts) -> Iterator[Block]:
    """Institutions by roles, each cell the numbers of the recommendations; who is in most of them comes first."""
    say = facts.say
    yield Heading(1, plain(say["responsibilities"]))
    cells: dict[str, dict[str, dict[int, bool]]] = defaultdict(lambda: defaultdict(dict))
    for demand in facts.recommendations():
        for link in facts.out(demand.id, *ROLES):
            numbers = cells[link.target][link.type]
            said = link.properties["explicit"] is True and not link.properties.get("contextual")
            numbers[number(demand, "number")] = numbers.get(number(demand, "number"), False) or said
    if not cells:
        yield Paragraph(plain(say["no_bodies"]))
        return
    load = {body: len({n for numbers in roles.values() for n in numbers}) for body, roles in cells.items()}
    ordered = sorted(cells, key=lambda b: (-load[b], text(facts.nodes[b], "sort_name"), b))
    rows = tuple(_row(facts, body, cells[body]) for body in ordered)
    yield Grid(say["responsibilities_caption"], (say["institution"], *(say[role] for role in ROLES)), rows)


def _row(facts: Facts, body: str, roles: dict[str, dict[int, bool]]) -> tuple[Line, ...]:
    shown = (", ".join(str(n) if said else f"[{n}]" for n, said in sorted(roles.get(role, {}).items())) for role in ROLES)
    return ((Span(text(facts.nodes[body], "name"), own=True),), *(plain(cell) for cell in shown))


def sources_table(facts: Facts) -> Iterator[Block]:
    """Every source, where it is cited, and the recommendations that rest on it."""
    say = facts.say
    yield Heading(1, plain(say["sources"]))
    rows = []
    for source in facts.sources():
        places = dict.fromkeys(text(facts.nodes[r.source], "name") for r in facts.into(source.id, "CITES"))
        grades = {(number(facts.nodes[r.source], "number"), text(r, "grade")) for r in facts.into(source.id, "UNDERPINNED_BY")}
        held = ", ".join(f"{n} ({grade})" for n, grade in sorted(grades) if grade != "C")
        rows.append(((source_span(source),), plain(facts.kind(source)), (Span(", ".join(places), own=True),), plain(held)))
    if rows:
        yield Grid(say["sources_caption"], (say["source"], say["kind"], say["cited_in"], say["underpins"]), tuple(rows))
    else:
        yield Paragraph(plain(say["no_sources"]))
