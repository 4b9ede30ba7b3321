"""Applying a review to a document's graph: each entry changes the link it names, or is kept with the reason why it could not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...graph import identifiers as ids
from ...graph.change import needed
from ...graph.model import Graph, Node
from .entries import Entry, review_path
from .links import UnmatchedError
from .verdicts import Desk

NOTHING_LEFT = "Les liens que le programme proposait ont été refusés à la relecture ; rien d’autre ne la fonde."


def reviewed(graph: Graph, entries: Sequence[Entry]) -> Graph:
    """The graph with the review applied: links marked, refused ones taken out, and a Review node for every entry.

    Citations are judged first, since what underpins a recommendation rests on them; then the rest in the order of the file.
    """
    if not entries:
        return graph
    desk = Desk(graph)
    in_file = list(enumerate(entries, 1))
    for order, entry in sorted(in_file, key=lambda item: (" CITES " not in item[1].target.upper(), item[0])):
        _judge(desk, order, entry)
    _reasons(desk)
    done = desk.build.build()
    kept = needed(done)
    known = {n.id for n in kept}
    return Graph(done.document, kept, tuple(r for r in done.relationships if r.source in known and r.target in known))


def _judge(desk: Desk, order: int, entry: Entry) -> None:
    about: tuple[str, ...] = ()
    try:
        if entry.problem:
            raise UnmatchedError(entry.problem)
        said, about = desk.judge(entry)
        applied = True
    except UnmatchedError as error:
        said, applied = error.said, False
    node = desk.build.node(
        "Review", ids.unit(desk.build.document, f"v{order}"), name=f"relecture, ligne {entry.line}", order=order, verdict=entry.verdict,
        target=entry.target, reviewer=entry.who, date=entry.when if entry.problem is None else None, why=entry.why, applied=applied,
        message=said.fr, message_en=said.en,
    )  # fmt: skip
    for end in about:
        desk.build.relate(node, "ABOUT", end)


def _reasons(desk: Desk) -> None:
    """A recommendation left without a link says why; one that has gained a link no longer does."""
    founded = {r.source for r in desk.build.relationships if r.type == "UNDERPINNED_BY" and r.properties["grade"] != "C"}
    for node in desk.build.nodes:
        if node.label == "Recommendation":
            reason = node.properties.get("no_basis_reason")
            if node.id in founded and reason:
                desk.build.revise(node.id, no_basis_reason=None)
            elif node.id not in founded and not reason:
                desk.build.revise(node.id, no_basis_reason=NOTHING_LEFT)


def unmatched(graph: Graph) -> tuple[Node, ...]:
    """The entries that could not be applied, in the order of the file."""
    found = [n for n in graph.nodes if n.label == "Review" and not n.properties["applied"]]
    return tuple(sorted(found, key=lambda n: int(str(n.properties["order"]))))


def told_unmatched(graph: Graph, document: Path | str) -> tuple[str, ...]:
    """What a reader is told of each of them: the review file beside the document file, the line, the target and the reason."""
    file = review_path(Path(document))
    return tuple(
        f"{file} — {entry.properties['name']} — {entry.properties['target']} — {entry.properties['message']}" for entry in unmatched(graph)
    )
