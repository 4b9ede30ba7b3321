"""Pictures of answers as small SVG: bars, matrices, timelines and lanes. The same answer draws the same picture, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from .graph.schema import SCHEMA
from .network import LANES, is_doubtful, lane_of, names_of, natural, own_label
from .queries.run import worded

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from .result import Result

# Beyond these a picture is no longer read (CourtListener capped its own at 70 nodes): the table holds the rest, and the picture says so.
BARS, NODES, CELLS = 30, 70, 60
ROW, FONT, LABEL, LANE, BOX = 22, 12, 420, 420, 320
INK, PAPER, GRID, BAR = "#1f2937", "#ffffff", "#d1d5db", "#155e75"
LEFT_OUT = {"fr": "… et {} de plus dans le tableau", "en": "… and {} more in the table"}


def picture(result: Result) -> str | None:
    """The drawing of an answer as its query's view asks; None where it has none to show (a table, no rows)."""
    if not result.rows:
        return None
    kind = result.query.view.kind if result.query else "graph"
    if kind in ("lanes", "graph"):
        network = result.graph
        return _lanes(network, result.lang) if network.number_of_edges() else None
    return {"bar": _bars, "matrix": _matrix, "timeline": _timeline}[kind](result) if kind in ("bar", "matrix", "timeline") else None


def _focus(result: Result) -> list[tuple[Any, ...]]:
    """The cells of the columns that the view names, as a person reads them."""
    assert result.query is not None  # noqa: S101 - only canned queries have a view
    columns = [(result.columns.index(c.name), c) for name in result.query.view.focus if (c := result.query.column(name))]
    return [tuple(worded(row[i], column, result.lang) for i, column in columns) for row in result.rows]


def _bars(result: Result) -> str:
    rows = _focus(result)
    shown, most = rows[:BARS], max(float(n) for _, n in rows) or 1.0
    parts = []
    for index, (label, number) in enumerate(shown):
        y, width = index * ROW, round(260 * float(number) / most, 1)
        parts.append(_text(LABEL - 8, y, str(label), anchor="end", width=LABEL))
        parts.append(f'<rect x="{LABEL}" y="{y + 3}" width="{width}" height="{ROW - 7}" fill="{BAR}"/>')
        parts.append(_text(LABEL + width + 6, y, str(number)))
    return _svg((LABEL + 320, len(shown) * ROW), parts, result.title, _left_out(len(rows) - len(shown), result.lang))


def _matrix(result: Result) -> str:
    rows = [(str(r), str(c), [part.strip() for part in str(cell).split(",")]) for r, c, cell in _focus(result)]
    names = [sorted(set(of), key=natural)[:CELLS] for of in ([r for r, _, _ in rows], [c for _, c, _ in rows])]
    flipped = max(map(len, names[0])) > max(map(len, names[1]))  # the shorter names stand across
    across, down = reversed(names) if flipped else names
    top = max(map(len, across)) * FONT * 0.6 + 8
    parts = [_across(LABEL + i * ROW + ROW / 2, top - 4, name) for i, name in enumerate(across)]
    parts += [_text(LABEL - 8, top + j * ROW, name, anchor="end", width=LABEL) for j, name in enumerate(down)]
    left = 0
    for row, column, cell in rows:
        i, j = (column, row) if flipped else (row, column)
        if i in across and j in down:
            parts.append(_square(LABEL + across.index(i) * ROW, top + down.index(j) * ROW, cell, f"{row} · {column}"))
        else:
            left += 1
    size = (LABEL + max(len(across) * ROW, 400) + 20, top + len(down) * ROW)
    legend = " · ".join(f"{w[:1].upper()} {w}" for w in sorted({w for row in rows for w in row[2] if not _is_number(w)}))
    return _svg(size, parts, result.title, "   ".join(filter(None, (legend, _left_out(left, result.lang)))))


def _across(x: float, y: float, name: str) -> str:
    """A name over a column: upright if short, else turned."""
    if len(name) <= 3:
        return f'<text x="{x:g}" y="{y:g}" text-anchor="middle">{escape(name)}</text>'
    return f'<text transform="translate({x + 4:g} {y:g}) rotate(-90)">{escape(name)}</text>'


def _square(x: float, y: float, cell: list[str], where: str) -> str:
    """A cell: how many numbers it holds, or the initials of its words; its title says all."""
    mark = str(len(cell)) if all(_is_number(part) for part in cell) else "".join(part[:1].upper() for part in cell)[:2]
    return (
        f"<g><title>{escape(where)} : {escape(', '.join(cell))}</title>"
        f'<rect x="{x + 1:g}" y="{y + 1:g}" width="{ROW - 2}" height="{ROW - 2}" fill="{BAR}"/>'
        f'<text x="{x + ROW / 2:g}" y="{y + ROW * 0.68:g}" text-anchor="middle" fill="{PAPER}" font-size="10">{escape(mark)}</text></g>'
    )


def _is_number(part: str) -> bool:
    """True for the number of a recommendation, alone or followed by its opinion: « 12 (A-2021-5) »."""
    return part.partition(" (")[0].isdigit()


def _timeline(result: Result) -> str:
    rows = _focus(result)
    shown = rows[:NODES]
    parts = [f'<line x1="110" x2="110" y1="0" y2="{len(shown) * ROW}" stroke="{GRID}"/>']
    for index, (date, label) in enumerate(shown):
        parts.append(_text(100, index * ROW, str(date), anchor="end"))
        parts.append(f'<circle cx="110" cy="{index * ROW + ROW / 2}" r="4" fill="{BAR}"/>')
        parts.append(_text(122, index * ROW, str(label), width=560))
    return _svg((700, len(shown) * ROW), parts, result.title, _left_out(len(rows) - len(shown), result.lang))


def _lanes(network: MultiDiGraph[str], lang: str) -> str:
    """Institutions, then what the text holds, then sources: three columns, each in alphabetical order, joined by lines."""
    lanes: tuple[list[str], ...] = tuple([] for _ in range(LANES))
    names = names_of(network)
    ordered = sorted(names, key=lambda node: (natural(names[node]), node))
    for node in ordered[:NODES]:
        lanes[lane_of(own_label(network.nodes[node]["labels"]))].append(node)
    used = [lane for lane in lanes if lane]
    places = {node: (column * LANE, row * ROW * 1.4) for column, lane in enumerate(used) for row, node in enumerate(lane)}
    parts = [
        _link(places[a], places[b], data)
        for a, b, _, data in sorted(network.edges(keys=True, data=True), key=lambda e: e[2])
        if {a, b} <= set(places)
    ]
    for node, (x, y) in places.items():
        properties = network.nodes[node]
        colour = next((n.colour for n in SCHEMA.node_types if n.label == own_label(properties["labels"])), INK)
        parts.append(f'<rect x="{x}" y="{y}" width="{BOX}" height="{ROW}" rx="3" fill="{PAPER}" stroke="{colour}" stroke-width="1.5"/>')
        parts.append(_text(x + 6, y, names[node], width=BOX - 10))
    height = round(max(len(lane) for lane in used) * ROW * 1.4)
    return _svg(((len(used) - 1) * LANE + BOX + 10, height), parts, "", _left_out(len(ordered) - len(places), lang))


def _link(start: tuple[float, float], end: tuple[float, float], properties: dict[str, Any]) -> str:
    """A line from the right of what stands left to the left of what stands right; dashed where the link is weak or only inferred."""
    (x1, y1), (x2, y2) = sorted((start, end))
    x1 += BOX
    if x1 > x2:  # in one lane: an arc on its right
        x2 += BOX
    dash = ' stroke-dasharray="4 3"' if is_doubtful(properties) else ""
    told = escape(" · ".join(str(properties[k]) for k in ("type", "grade", "strength", "quote") if properties.get(k)))
    middle = (x1 + x2) / 2 + (40 if x1 == x2 else 0)
    curve = f"M{x1} {y1 + ROW / 2:g}C{middle:g} {y1 + ROW / 2:g} {middle:g} {y2 + ROW / 2:g} {x2} {y2 + ROW / 2:g}"
    return f'<path d="{curve}" fill="none" stroke="{INK}" stroke-opacity="0.6"{dash}><title>{told}</title></path>'


def _text(x: float, y: float, text: str, anchor: str = "start", width: float = 0) -> str:
    """A line of text, shortened to a width in pixels; its title holds it whole."""
    room = int(width / (FONT * 0.56)) if width else len(text)
    short = text if len(text) <= room else text[: max(1, room - 1)].rstrip() + "…"
    title = f"<title>{escape(text)}</title>" if short != text else ""
    return f'<text x="{x:g}" y="{y + ROW * 0.68:g}" text-anchor="{anchor}">{escape(short)}{title}</text>'


def _svg(size: tuple[float, float], parts: Iterable[str], title: str, note: str) -> str:
    """The whole drawing, on paper; `note` says what was left out, or is empty."""
    width, height = size[0], size[1] + (ROW if note else 0) + 8
    named = f"<title>{escape(title)}</title>" if title else ""
    inside = "".join((named, f'<rect y="-4" width="{width:g}" height="{height:g}" fill="{PAPER}"/>', *parts, _text(0, size[1], note)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:g}" height="{height:g}" viewBox="0 -4 {width:g} {height:g}" '
        f'font-family="system-ui, sans-serif" font-size="{FONT}" fill="{INK}">{inside}</svg>'
    )


def _left_out(count: int, lang: str) -> str:
    return LEFT_OUT[lang].format(count) if count > 0 else ""
