"""The text pane: the opinion as it reads, block after block, with its marks, its notes and its doubts at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..graph.model import Relationship
from ..loaders.document import Document, Footnote, Recommendation, Unit
from .marks import Call, Mark, Segment, segments
from .material import Material, text
from .places import element_id

type BlockKind = Literal["front", "heading", "paragraph", "recommendation", "note", "annexe"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding as shown beside its passage; `also` are the ids of findings that say the same of the same passage."""

    key: str
    message: str
    suggestion: str
    certainty: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A unit as shown: `label` is its number as the text prints it; `caller` the id of the block whose call leads to this note.

    `opens` are the ids of the sections without a heading that begin here.
    """

    key: str
    kind: BlockKind
    label: str
    segments: tuple[Segment, ...]
    level: int = 0
    annexe: bool = False
    caller: str = ""
    difference: str = ""
    opens: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[Block, ...] = ()


def blocks(material: Material) -> tuple[Block, ...]:
    """Every unit of the document in reading order; a note stands under the unit that calls it."""
    writer = _Writer.of(material)
    called: dict[str, list[Unit]] = defaultdict(list)
    shown: list[Unit] = []
    homes = {u.id for u in material.document.units if u.kind != "footnote"}
    for unit in material.document.units:
        note = writer.notes.get(unit.id)
        home = note.call_container if note else None
        (called[home] if home in homes else shown).append(unit)
    levels = _heading_levels(material, shown)
    return tuple(writer.block(unit, level, called.get(unit.id, ())) for unit, level in zip(shown, levels, strict=True))


def _heading_levels(material: Material, units: Sequence[Unit]) -> list[int]:
    """The HTML heading level of each unit that has a heading: sections from 3 (the pane has 2), recommendations one below."""
    sections = {f"h:{s.id}": s.level for s in material.document.sections}
    levels, current = [], 2
    for unit in units:
        if unit.kind == "heading":
            current = min(2 + max(1, sections.get(unit.id, 1)), current + 1, 5)
        levels.append(current if unit.kind == "heading" else current + 1)
    return levels


@dataclass(frozen=True, slots=True)
class _Writer:
    material: Material
    notes: Mapping[str, Footnote]
    recommendations: Mapping[str, Recommendation]
    numbers: Mapping[str, str]
    marks: Mapping[str, Sequence[Mark]]
    calls: Mapping[str, Sequence[Call]]
    doubts: Mapping[str, Sequence[Doubt]]
    openings: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, material: Material) -> _Writer:
        document = material.document
        return cls(
            material,
            {n.id: n for n in document.footnotes},
            {r.id: r for r in document.recommendations},
            {p.id: str(p.number) for p in document.paragraphs if p.number is not None}
            | {f"h:{s.id}": s.number for s in document.sections if s.number},
            _marks(material),
            _calls(material),
            _doubts(material),
            _openings(document),
        )

    def block(self, unit: Unit, level: int = 0, notes: Sequence[Unit] = ()) -> Block:
        key = element_id(unit.id)
        note = self.notes.get(unit.id)
        return Block(
            key,
            "note" if unit.kind == "footnote" else "annexe" if unit.kind == "furniture" else unit.kind,
            self._label(unit),
            segments(unit.clean.text, self.marks.get(key, ()), self.calls.get(key, ())),
            level=level,
            annexe=unit.in_annexe,
            caller=element_id(note.call_container) if note and note.call_container else "",
            difference=self._difference(unit),
            opens=tuple(self.openings.get(unit.id, ())),
            doubts=tuple(self.doubts.get(key, ())),
            notes=tuple(self.block(n) for n in sorted(notes, key=lambda n: (self.notes[n.id].number, n.id))),
        )

    def _label(self, unit: Unit) -> str:
        """The unit's number as it is printed: '7.', 'Recommandation n° 18', '27.'; '' where the text numbers nothing."""
        if unit.id in self.notes:
            return f"{self.notes[unit.id].number}."
        recommendation = self.recommendations.get(unit.id.partition("@")[0])
        if recommendation:
            return " ".join(self._occurrence_label(recommendation, unit).split()).rstrip(" :") or f"R{recommendation.number}"
        number = self.numbers.get(unit.id)
        return f"{number}." if number else ""

    def _occurrence_label(self, recommendation: Recommendation, unit: Unit) -> str:
        occurrence = recommendation.annexe if "@" in unit.id and recommendation.annexe else recommendation.body
        return occurrence.label

    def _difference(self, unit: Unit) -> str:
        if "@" not in unit.id:
            return ""
        node = self.material.nodes.get(f"{self.material.graph.document}#{unit.id.partition('@')[0]}")
        return text(node, "annexe_difference") if node else ""


def _marks(material: Material) -> Mapping[str, Sequence[Mark]]:
    """The marks of each block, by its id."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for relationship in material.of_type("CITES"):
        _add(found, material, relationship, material.anchors.citations[relationship.id], "cite")
    for relationship in material.of_type("MENTIONS"):
        _add(found, material, relationship, material.anchors.mentions[relationship.id], "body")
    for finding in material.labelled("Finding"):
        place = material.place(finding.properties["start"], finding.properties["end"])
        if place:
            key = material.anchors.nodes[finding.id]
            found[place.key].append(Mark(key, "check", place.start, place.end, key))
    return found


def _add(found: dict[str, list[Mark]], material: Material, relationship: Relationship, key: str, kind: Literal["cite", "body"]) -> None:
    place = material.place(relationship.properties["start"], relationship.properties["end"])
    if place:
        target = material.nodes[relationship.target]
        found[place.key].append(Mark(key, kind, place.start, place.end, material.anchors.nodes[target.id], target.label))


def _calls(material: Material) -> Mapping[str, Sequence[Call]]:
    found: dict[str, list[Call]] = defaultdict(list)
    for note in material.document.footnotes:
        unit = material.places.units.get(note.call_container or "")
        if unit is not None and note.call_offset is not None:
            at, _ = unit.clean.clean_span(note.call_offset, note.call_offset)
            found[element_id(unit.id)].append(Call(at, element_id(note.id), note.number))
    return found


def _openings(document: Document) -> Mapping[str, Sequence[str]]:
    """For each unit, the ids of the sections that begin with it and have no heading of their own to link to."""
    found: dict[str, list[str]] = defaultdict(list)
    shown = {u.id for u in document.units}
    for section in document.sections:
        first = next((u.id for u in document.units if u.clean.offsets and u.clean.offsets[0] >= section.start), None)
        if f"h:{section.id}" not in shown and first:
            found[first].append(element_id(f"h:{section.id}"))
    return found


def _doubts(material: Material) -> Mapping[str, Sequence[Doubt]]:
    found: dict[str, list[Doubt]] = defaultdict(list)
    for node in material.labelled("Finding"):
        place = material.place(node.properties["start"], node.properties["end"])
        if place is None:
            continue
        doubt = Doubt(
            material.anchors.nodes[node.id],
            material.told(node, "message"),
            material.told(node, "suggestion"),
            material.say[f"certainty_{text(node, 'certainty')}"],
        )
        said = found[place.key]
        same = next((n for n, d in enumerate(said) if (d.message, d.suggestion) == (doubt.message, doubt.suggestion)), None)
        if same is None:
            said.append(doubt)
        else:
            said[same] = replace(said[same], also=(*said[same].also, doubt.key))
    return found
