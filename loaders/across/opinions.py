"""When an opinion that is only cited and a loaded document are one: the same identifier, or the same author, date and subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...graph.identifiers import fold
from ...graph.model import Graph
from ...graph.store import Store
from ..underpinning.words import content_words

# Two titles are of one opinion if the shorter has this part of its words in the other, and at least so many.
LEAST_TITLE, LEAST_TITLE_WORDS = 0.75, 3

OPINIONS = """
MATCH (a:Avis)
OPTIONAL MATCH (a)-[:ISSUED_BY]->(i:Institution)
WITH a, i.id AS issuer ORDER BY issuer
WITH a, collect(issuer) AS issuers
RETURN a.id AS id, a.loaded AS loaded, a.date AS date, a.title AS title, a.number AS number, a.also_known_as AS names, issuers
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What tells an opinion from others. `names` are its other identifiers; `date` is ISO, maybe partial."""

    id: str
    loaded: bool
    date: str | None
    title: str | None
    number: str | None
    issuers: frozenset[str]
    names: frozenset[str]


def held(store: Store) -> tuple[Opinion, ...]:
    """The opinions a store holds, loaded or only cited, by id."""
    rows = store.read(OPINIONS)
    return tuple(_opinion(dict(zip(rows.columns, row, strict=True))) for row in rows.rows)


def drawn(graph: Graph) -> tuple[Opinion, ...]:
    """The opinions of a graph: its document, and those it cites."""
    issuers: dict[str, list[str]] = {}
    for r in graph.relationships:
        if r.type == "ISSUED_BY":
            issuers.setdefault(r.source, []).append(r.target)
    found = ({**n.properties, "id": n.id, "issuers": issuers.get(n.id, [])} for n in graph.nodes if n.label == "Avis")
    return tuple(_opinion({**properties, "names": properties.get("also_known_as")}) for properties in found)


def _opinion(said: Mapping[str, object]) -> Opinion:
    date, title, number = (str(said[key]) if said.get(key) else None for key in ("date", "title", "number"))
    return Opinion(str(said["id"]), said.get("loaded") is True, date, title, number, _texts(said["issuers"]), _texts(said["names"]))


def _texts(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list | tuple) else frozenset()


def full_ones(cited: Iterable[Opinion], loaded: Iterable[Opinion]) -> dict[str, str]:
    """For each opinion only cited, the id of the loaded one that it is."""
    known = sorted((o for o in loaded if o.loaded), key=lambda o: o.id)
    found: dict[str, str] = {}
    for opinion in cited:
        same = [o.id for o in known if o.id != opinion.id and are_one(opinion, o)]
        if same and not opinion.loaded:
            found[opinion.id] = same[0]
    return found


def are_one(cited: Opinion, loaded: Opinion) -> bool:
    """True if both are the same opinion: by identifier, else by author, day and subject, all three."""
    if cited.id in loaded.names:
        return True
    day = cited.date if cited.date and len(cited.date) == len("2014-05-22") else None
    return bool(day and day == loaded.date and cited.issuers & loaded.issuers and _same_subject(cited.title, loaded.title))


def _same_subject(one_title: str | None, other: str | None) -> bool:
    words = [{w.stem for w in content_words(title or "")} - _GENRES for title in (one_title, other)]
    shared, shorter = len(words[0] & words[1]), min(map(len, words))
    return shared >= LEAST_TITLE_WORDS and shared >= LEAST_TITLE * shorter


_GENRES = frozenset(fold(word) for word in ("avis", "relatif", "portant"))
