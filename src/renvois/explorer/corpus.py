"""Several opinions at once: what the index page counts, lists and searches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..graph.model import Graph, Node
from ..graph.schema import SCHEMA
from .data import Item
from .home import Home
from .material import strings, text
from .volume import Away, Tie, Volume

# Up to so many rows a table of the index is written whole.
WHOLE = 200

type _Parts = Callable[[Volume], tuple[Mapping[str, Away], Sequence[Tie]]]


@dataclass(frozen=True, slots=True)
class AvisRow:
    """An opinion; `cited_by` counts the opinions here that cite it."""

    volume: Volume
    cited_by: int


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A source or institution: the opinions that name it, the recommendations tied to it, how often it is named; `page`: its own."""

    key: str
    node: Node
    kind: str
    opinions: tuple[Away, ...]
    ties: tuple[Away, ...]
    named: int
    page: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The sources or institutions that the index writes in its table, of `total`.

    Where they are too many, `brief`: those of several opinions alone, with the first few opinions of each. The scripts write the rest
    when it is asked for; without scripts it is on the pages of the opinions.
    """

    rows: Sequence[SharedRow]
    total: int
    brief: bool

    @classmethod
    def of(cls, rows: Sequence[SharedRow]) -> Listing:
        brief = len(rows) > WHOLE
        return cls([r for r in rows if len(r.opinions) > 1] if brief else rows, len(rows), brief)


@dataclass(frozen=True, slots=True)
class EchoRow:
    """A recommendation that says again what an earlier one said, and the words they share."""

    later: Away
    earlier: Away
    words: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """All the opinions, with what they share."""

    volumes: Sequence[Volume]
    whole: Graph
    home: Home
    say: Mapping[str, str]

    def avis_rows(self) -> list[AvisRow]:
        return [AvisRow(v, self.home.opinions.get(v.document, 0)) for v in self.volumes]

    def source_rows(self) -> list[SharedRow]:
        """Sources, those of the most opinions first."""
        return self._rows("Source", lambda v: (v.sources, v.bases))

    def body_rows(self) -> list[SharedRow]:
        """Institutions, those of the most opinions first."""
        return self._rows("Institution", lambda v: (v.bodies, v.roles))

    def echo_rows(self) -> list[EchoRow]:
        recs = {node: Away(str(rec["href"]), str(rec["name"])) for v in self.volumes for node, rec in v.recs.items()}
        found = [r for r in self.whole.relationships if r.type == "REITERATES" and r.source in recs and r.target in recs]
        return [EchoRow(recs[r.source], recs[r.target], ", ".join(strings(r, "words"))) for r in found]

    def data(self, lang: str) -> Item:
        """What the index's scripts work on, in the same shapes as on the page of an opinion; keys are element ids of the index."""
        return {
            "doc": {"lang": lang, "name": "renvois"},
            "avis": [_opinion(v) for v in self.volumes],
            "recs": [rec for v in self.volumes for rec in v.recs.values()],
            "sources": [_source(row) for row in self.source_rows()],
            "bodies": [_body(row) for row in self.body_rows()],
            "bases": [self._tie(t, grade=t.kind, strength="" if t.certain else "weak") for v in self.volumes for t in v.bases],
            "roles": [self._tie(t, role=t.kind, explicit=t.certain) for v in self.volumes for t in v.roles],
            **{name: [] for name in ("cites", "findings", "sections")},
            "units": {},
            "shapes": {n.label: n.shape for n in SCHEMA.node_types},
            "say": {key: said for key, said in self.say.items() if not key.startswith("page_")},
        }

    def _tie(self, tie: Tie, **how: object) -> Item:
        return {"rec": tie.rec, "to": self.home.anchors[tie.to], **how}

    def _rows(self, label: str, of: _Parts) -> list[SharedRow]:
        opinions: dict[str, list[Away]] = defaultdict(list)
        ties: dict[str, dict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
        recs: dict[str, Item] = {}
        for volume in self.volumes:
            named, tied = of(volume)
            recs |= {str(rec["key"]): rec for rec in volume.recs.values()}
            for node, away in named.items():
                opinions[node].append(away)
            for tie in tied:
                ties[tie.to][tie.rec].append(tie)
        tied_to = {node: [self._away(recs[rec], ways) for rec, ways in by_rec.items()] for node, by_rec in ties.items()}
        pages = {v.document: v.href for v in self.volumes}
        rows = [
            self._row(n, opinions[n.id], tied_to.get(n.id, ()), pages) for n in self.whole.nodes if label in n.labels and n.id in opinions
        ]
        return sorted(rows, key=lambda r: (-len(r.opinions), -len(r.ties), text(r.node, "sort_name"), r.key))

    def _away(self, rec: Item, ways: Sequence[Tie]) -> Away:
        """A recommendation once, with all the ways it is tied."""
        tags = dict.fromkeys(self.say.get(f"role_{tie.kind}", tie.kind) for tie in ways)
        return Away(str(rec["href"]), str(rec["name"]), ", ".join(tags), not any(tie.certain for tie in ways))

    def _row(self, node: Node, opinions: Sequence[Away], ties: Iterable[Away], pages: Mapping[str, str]) -> SharedRow:
        kind, named = self.say.get(f"kind_{node.label}", ""), sum(int(o.tag) for o in opinions)
        return SharedRow(self.home.anchors[node.id], node, kind, tuple(opinions), tuple(ties), named, pages.get(node.id, ""))


def _opinion(volume: Volume) -> Item:
    return {
        "key": volume.key,
        "name": volume.name,
        "title": volume.title,
        "href": volume.href,
        "recs": len(volume.recs),
        "bare": volume.bare,
    }


def _source(row: SharedRow) -> Item:
    node = row.node
    return _shared(row) | {
        "canonical": text(node, "canonical"), "kind": node.label, "norm": node.properties.get("normative") is True,
        "url": text(node, "url"), "page": row.page,
    }  # fmt: skip


def _body(row: SharedRow) -> Item:
    return _shared(row) | {"acronym": text(row.node, "acronym"), "aliases": list(strings(row.node, "aliases"))}


def _shared(row: SharedRow) -> Item:
    return {"key": row.key, "name": text(row.node, "name"), "in": [[a.href, a.name, int(a.tag)] for a in row.opinions]}
