"""A map of an answer with pyvis: one page that opens offline, draws at once and runs nothing that a document holds.

pyvis 0.3.2's own page asks a server for its styles and puts titles that hold a link in innerHTML; only its network and the drawing
library it carries are used here, in a page of ours. Nodes are given their places, so no physics runs.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .graph.errors import RenvoisError
from .graph.files import write_file
from .graph.schema import SCHEMA
from .network import LANES, is_doubtful, lane_of, names_of, natural, own_label

if TYPE_CHECKING:
    from networkx import MultiDiGraph

LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
STYLE = "templates/lib/vis-9.1.2/vis-network.css"
START = """
const data = JSON.parse(document.getElementById("data").textContent);
const drawn = new vis.Network(document.getElementById("map"), data, {
  physics: false, interaction: {hover: true, keyboard: true, navigationButtons: false},
  edges: {arrows: "to", smooth: {type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5}}, nodes: {font: {size: 14}, size: 12},
});
"""
COLUMN, ROW, PIXELS = 420, 60, 44
SAY = {
    "fr": {"table": "Les liens en tableau", "source": "de", "link": "lien", "target": "vers"},
    "en": {"table": "The links as a table", "source": "from", "link": "link", "target": "to"},
}


@dataclass(frozen=True, slots=True)
class Map:
    """A page with a map; a notebook shows it in a frame of its own. `html` is its text."""

    html: str

    def save(self, path: str | Path) -> Path:
        """Writes the page. InputError where it cannot be written."""
        return write_file(Path(path), self.html)

    def __repr__(self) -> str:
        return f"<renvois.Map {len(self.html)}>"

    def _repr_html_(self) -> str:
        return f'<iframe sandbox="allow-scripts" width="100%" height="640" style="border:0" srcdoc="{escape(self.html)}"></iframe>'


def draw_map(network: MultiDiGraph[str], title: str, lang: str) -> Map:
    """The map of a network whose nodes have `labels` and `name`. RenvoisError where it has no nodes."""
    if not network:
        raise RenvoisError("There is nothing to draw.", cure="Return nodes, relationships or paths, or ask a query that has a graph.")
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup
    from pyvis.network import Network

    drawn = Network(directed=True, heading=title)
    tallest = _add_nodes(drawn, network, lang)
    _add_edges(drawn, network, lang)
    library = files("pyvis").joinpath(LIBRARY).read_text(encoding="utf-8")
    environment = Environment(
        autoescape=True, loader=FunctionLoader(lambda _: _template()), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(
        lang=lang,
        say=SAY[lang],
        tall=max(480, tallest * PIXELS),
        names=names_of(network),
        style=Markup(files("pyvis").joinpath(STYLE).read_text(encoding="utf-8")),  # noqa: S704 - the library's own
        library=Markup(library),  # noqa: S704 - the library's own
        start=Markup(START),  # noqa: S704 - ours
        hashes=Markup(" ".join(map(_hash, (library, START)))),  # noqa: S704 - base64
    )
    drawn.templateEnv = environment
    return Map(drawn.generate_html())


def _add_nodes(drawn: Any, network: MultiDiGraph[str], lang: str) -> int:
    """Each in its lane, from top to bottom by name; how many stand in the fullest."""
    filled = [0] * LANES
    names = names_of(network)
    for node in sorted(names, key=lambda node: (natural(names[node]), node)):
        node_type = SCHEMA.node_type(own_label(network.nodes[node]["labels"]))
        lane, name = lane_of(node_type.label), names[node]
        drawn.add_node(
            node,
            label=name if len(name) <= 40 else name[:39].rstrip() + "…",
            title=f"{node_type.en}: {name}" if lang == "en" else f"{node_type.fr} : {name}",
            shape=node_type.shape,
            color=node_type.colour,
            x=lane * COLUMN,
            y=filled[lane] * ROW,
        )
        filled[lane] += 1
    return max(filled)


def _add_edges(drawn: Any, network: MultiDiGraph[str], lang: str) -> None:
    for source, target, _, properties in sorted(network.edges(keys=True, data=True), key=lambda e: e[2]):
        told = SCHEMA.relationship_type(properties["type"])
        grade, quote = properties.get("grade"), properties.get("quote")
        title = " · ".join(filter(None, (told.en if lang == "en" else told.fr, grade, quote)))
        drawn.add_edge(source, target, title=title, dashes=is_doubtful(properties), color="#6b7280")


def _template() -> str:
    return files("renvois").joinpath("map.html.j2").read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """A Content-Security-Policy source that lets this very script run, and no other."""
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
