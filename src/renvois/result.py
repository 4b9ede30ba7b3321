"""An answer in a notebook: a table with links to the passages, a DataFrame, a network, a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from .graph.errors import RenvoisError
from .graph.identifiers import public_address
from .graph.store import Cell, NodeValue, PathValue, RelationshipValue, Rows
from .queries import render
from .queries.model import Query
from .queries.run import Answer

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame

    from .maps import Map

# A table in a notebook stops here and says how many rows it leaves out; `rows` and `df` hold them all.
ROWS_SHOWN = 100
MORE = {"fr": "… et {} lignes de plus", "en": "… and {} more rows"}
NOTHING = {"fr": "Aucune réponse.", "en": "No answer."}


@dataclass(frozen=True, slots=True)
class Result:
    """An answer: `columns` by name and `rows` as the database gave them; `title`, `headers` and `shown` as a person reads them.

    `links` holds, for each shown cell, the address of what it names, or None.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cypher: str
    lang: str
    title: str
    headers: tuple[str, ...]
    shown: tuple[tuple[Cell, ...], ...]
    links: tuple[tuple[str | None, ...], ...]
    query: Query | None = None
    _paths: Callable[[], tuple[tuple[Cell, ...], ...]] = field(default=tuple, repr=False)

    @classmethod
    def of_answer(cls, answer: Answer, paths: Callable[[], tuple[tuple[Cell, ...], ...]], lang: str, pages: Mapping[str, str]) -> Result:
        """The answer to a canned query; `pages` gives the offline page of each document that has one."""
        query = answer.query
        places = {c.name: i for i, c in enumerate(query.columns)}
        named = [places[c.node] if c.node else places[c.name] if c.evidence == "document" else None for c in answer.shown()]
        links = tuple(tuple(None if i is None else _address(row[i], pages) for i in named) for row in answer.rows)
        return cls(
            tuple(places), answer.rows, query.cypher, lang, answer.question(lang), answer.headers(lang), answer.visible_rows(lang), links,
            query, paths,
        )  # fmt: skip

    @classmethod
    def of_rows(cls, cypher: str, rows: Rows, lang: str, pages: Mapping[str, str]) -> Result:
        """The answer to a query of one's own; a node links to its passage or public address."""
        links = tuple(tuple(_address(c.id, pages) if isinstance(c, NodeValue) else None for c in row) for row in rows.rows)
        shown = tuple(tuple(_named(cell) for cell in row) for row in rows.rows)
        return cls(rows.columns, rows.rows, cypher, lang, "", rows.columns, shown, links)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return iter(self.records)

    @property
    def records(self) -> list[dict[str, Cell]]:
        """Every row by column name, hidden columns too."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    @property
    def df(self) -> DataFrame:
        """A pandas DataFrame of every column, hidden ones too. RenvoisError where pandas is not installed."""
        try:
            from pandas import DataFrame
        except ImportError as missing:
            raise RenvoisError("A DataFrame needs pandas.", cure="Install it: pip install 'renvois[notebooks]'.") from missing
        return DataFrame([list(row) for row in self.rows], columns=list(self.columns))

    @property
    def graph(self) -> MultiDiGraph[str]:
        """What the answer pictures, as a networkx graph: the paths of the query's `graph`, else the nodes and paths in its rows."""
        from .network import answer_network

        return answer_network(self._paths() or self.rows)

    def explore(self, path: str | Path | None = None) -> Map:
        """A map of `graph` to move about in, on a page that opens offline, written to `path` if given. RenvoisError without nodes."""
        from .maps import draw_map

        drawn = draw_map(self.graph, self.title, self.lang)
        if path is not None:
            drawn.save(path)
        return drawn

    def to_csv(self) -> str:
        """The table as CSV that no spreadsheet takes for a formula."""
        return render.csv_text(self.headers, self.shown)

    def to_markdown(self) -> str:
        """The table in Markdown."""
        return render.markdown_table(self.headers, self.shown)

    def __repr__(self) -> str:
        return f"<renvois.Result {len(self)} × {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(h)}</th>" for h in self.headers)
        body = "".join(
            f"<tr>{''.join(_cell(c, a) for c, a in zip(row, addresses, strict=True))}</tr>"
            for row, addresses in zip(self.shown[:ROWS_SHOWN], self.links, strict=False)
        )
        left = len(self) - ROWS_SHOWN
        rest = f"<p>{MORE[self.lang].format(left)}</p>" if left > 0 else "" if self.rows else f"<p>{NOTHING[self.lang]}</p>"
        caption = f"<caption>{escape(self.title)}</caption>" if self.title else ""
        return (
            f'<table class="renvois">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}'
            f"<details><summary>Cypher</summary><pre>{escape(self.cypher)}</pre></details>"
        )

    def _repr_svg_(self) -> str | None:
        from .pictures import picture

        return picture(self)

    @property
    def picture(self) -> Picture:
        """The picture alone, to show where the table would be shown, or to save. RenvoisError where the query has none."""
        svg = self._repr_svg_()
        if svg is None:
            raise RenvoisError("This answer has no picture.", cure="Ask a query whose view is a bar, matrix, timeline, lanes or graph.")
        return Picture(svg)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that a notebook shows; `svg` is its text."""

    svg: str

    def __repr__(self) -> str:
        return f"<renvois.Picture {len(self.svg)}>"

    def _repr_svg_(self) -> str:
        return self.svg


def _cell(shown: Cell, address: str | None) -> str:
    text = "" if shown is None else escape(str(shown))
    style = "right" if isinstance(shown, int | float) else "left"
    inner = f'<a href="{escape(address)}">{text}</a>' if address and text else text
    return f'<td style="text-align:{style}">{inner}</td>'


def _address(node_id: Cell, pages: Mapping[str, str]) -> str | None:
    """Where a node can be read: its passage in the document's page, else its stable public address."""
    if not isinstance(node_id, str):
        return None
    document, _, unit = node_id.partition("#")
    page = pages.get(document)
    if page is None or not unit:
        return page or (None if unit else public_address(node_id))
    from .explorer.places import element_id

    return f"{page}#{element_id(f'h:{unit[2:]}' if unit.startswith('s-') else unit)}"


def _named(cell: Cell) -> Cell:
    """A node by its name, a relationship by its type, a path by its nodes; lists item by item."""
    if isinstance(cell, NodeValue):
        return str(cell.properties.get("name", cell.id))
    if isinstance(cell, RelationshipValue):
        return cell.type
    if isinstance(cell, PathValue):
        return " → ".join(str(_named(node)) for node in cell.nodes)
    return ", ".join(str(_named(item)) for item in cell) if isinstance(cell, list | tuple) else cell
