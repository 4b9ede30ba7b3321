"""Writing an opinion by hand, with its graph: units one after the other, then what they cite, name and rest on.

A note's call is written [^1] in a unit's text; everything else is found by its words. Used to make small opinions with every
feature of the page, hostile ones and large ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from renvois.graph import identifiers as ids
from renvois.graph.identifiers import fold
from renvois.graph.model import Graph, GraphBuilder, Value
from renvois.loaders.document import (
    CleanText,
    Document,
    Facts,
    Footnote,
    Occurrence,
    Paragraph,
    Piece,
    Recommendation,
    Section,
    Span,
    Unit,
    UnitKind,
)
from renvois.loaders.source import SourceText

CALL = re.compile(r"\[\^(\d+)\]")
Grade = Literal["A", "B", "X", "C"]


@dataclass
class Opinion:
    """An opinion being written; `document()` and `graph()` give what the page is made from."""

    cote: str = "A-2031-9"
    title: str = "Avis sur l’accueil de l’enfant"
    text: str = ""
    section: str = ""
    units: list[Unit] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)
    bodies: dict[int, Occurrence] = field(default_factory=dict)
    annexed: dict[int, Occurrence] = field(default_factory=dict)
    calls: dict[int, tuple[str, int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.avis = ids.opinion(self.cote)
        self.build = GraphBuilder(self.avis)
        self.build.node(
            "Avis", self.avis, name=f"avis {self.cote}", sort_name=f"avis {self.cote}", kind="Avis", normative=False,
            canonical=f"CNCDH, avis {self.cote}, {self.title}", title=self.title, cote=self.cote, loaded=True,
        )  # fmt: skip

    # Units

    def front(self, text: str) -> None:
        self._unit("front", "front", text)

    def heading(self, number: str, title: str, level: int = 1, annexe: bool = False) -> None:
        self.section = number
        span = self._unit(f"h:{number}", "heading", title, annexe)
        self.sections.append(Section(number, number, title, level, None, span[0], span[1], span[0], span[1], annexe))
        self.build.node(
            "Section", self._node(f"s-{number}"), name=f"{number}. {title}", order=span[0], start=span[0], end=span[1], number=number,
            title=title, level=level, annexe=annexe,
        )  # fmt: skip

    def paragraph(self, number: int, text: str) -> None:
        start, end = self._unit(f"p{number}", "paragraph", text)
        unit = self.units[-1]
        self.paragraphs.append(Paragraph(unit.id, number, start, end, start, self.section, ((start, end),), unit.clean))
        self._draw("Paragraph", unit, f"§ {number}", number)

    def note(self, number: int, text: str) -> None:
        start, end = self._unit(f"n{number}", "footnote", text)
        unit = self.units[-1]
        container, call, call_end = self.calls.get(number, (None, None, None))
        self.notes.append(
            Footnote(unit.id, number, start, end, start, self.section, ((start, end),), unit.clean, container, call, call_end)
        )
        self._draw("Footnote", unit, f"note {number}", number)

    def recommendation(self, number: int, text: str, reason: str | None = None) -> None:
        start, end = self._unit(f"r{number}", "recommendation", text)
        unit = self.units[-1]
        label = f"Recommandation n° {number} :"
        self.bodies[number] = Occurrence(label, start, end, start, self.section, ((start, end),), unit.clean)
        self._draw("Recommendation", unit, f"Recommandation {number}", number, no_basis_reason=reason)
        if self.build.has(self._node(f"s-{self.section}")):
            self.build.relate(self._node(f"s-{self.section}"), "HAS_RECOMMENDATION", self._node(unit.id))

    def repeated(self, number: int, text: str, difference: str | None = None) -> None:
        start, end = self._unit(f"r{number}@annexe", "recommendation", text, annexe=True)
        clean = self.units[-1].clean
        self.annexed[number] = Occurrence(f"Recommandation n° {number} :", start, end, start, self.section, ((start, end),), clean)
        # Adding to a node already there: the builder keeps the first values.
        body = self.bodies[number]
        self.build.node(
            "Recommendation", self._node(f"r{number}"), name="", order=0, start=body.start, end=body.end, text="",
            annexe_text=clean.text, annexe_difference=difference,
        )  # fmt: skip

    # What the units say

    def source(self, label: str, source_id: str, name: str, canonical: str = "", part_of: str | None = None, **more: str) -> str:
        normative = label in {"Article", "Law", "Convention", "Case", "EUAct", "Decree"}
        self.build.node(
            label, source_id, name=name, sort_name=fold(name), kind=label, canonical=canonical or name, normative=normative,
            url=ids.public_address(source_id), **more,
        )  # fmt: skip
        if part_of:
            self.build.relate(source_id, "PART_OF", part_of)
        return source_id

    def body(self, slug: str, name: str, acronym: str | None = None, aliases: tuple[str, ...] | None = None) -> str:
        return self.build.node("Institution", f"inst:{slug}", name=name, sort_name=fold(name), acronym=acronym, aliases=aliases, named=True)

    def cites(self, unit: str, words: str, source: str, relation: str = "explicit", antecedent: str | None = None) -> str:
        start, end = self.find(unit, words)
        return self.build.relate(
            self._node(unit.partition("@")[0]), "CITES", source, start, start=start, end=end, quote=words, surface=words,
            relation=relation, antecedent=antecedent, kind="other", occurrence=self._occurrence(unit),
        )  # fmt: skip

    def mentions(self, unit: str, words: str, body: str) -> None:
        start, end = self.find(unit, words)
        self.build.relate(
            self._node(unit.partition("@")[0]), "MENTIONS", body, start, start=start, end=end, quote=words, explicit=True,
            occurrence=self._occurrence(unit),
        )  # fmt: skip

    def role(
        self, number: int, role: str, body: str, words: str, explicit: bool = True, unit: str | None = None, **more: Value | None
    ) -> None:
        start, end = self.find(unit or f"r{number}", words)
        self.build.relate(
            self._node(f"r{number}"), role, body, start, start=start, end=end, quote=words, explicit=explicit, why="le texte le dit", **more
        )

    def rests(
        self,
        number: int,
        source: str,
        grade: Grade,
        unit: str,
        words: str,
        proof: str,
        shared: Sequence[str] = (),
        strength: str = "strong",
        **more: Value | None,
    ) -> None:
        """`shared` words stand both in the recommendation and in `words` of `unit`."""
        start, end = self.find(unit, words)
        own = [self.find(f"r{number}", word) for word in shared]
        lead = [self.find(unit, word) for word in shared]
        self.build.relate(
            self._node(f"r{number}"), "UNDERPINNED_BY", source, "X" if grade == "X" else "", start=start, end=end, quote=words,
            grade=grade, strength=strength, score=0.5, why=f"raison de {grade}", via=f"chemin de {unit}", via_id=self._node(unit), citations=(proof,),
            words=tuple(shared) or None, rec_start=tuple(s for s, _ in own) or None, rec_end=tuple(e for _, e in own) or None,
            lead_start=tuple(s for s, _ in lead) or None, lead_end=tuple(e for _, e in lead) or None, **more,
        )  # fmt: skip

    def finding(self, unit: str, words: str, message: str, suggestion: str | None = None, about: str | None = None) -> None:
        start, end = self.find(unit, words)
        order = sum(1 for n in self.build.build().nodes if n.label == "Finding") + 1
        node = self.build.node(
            "Finding", self._node(f"f{order}"), name=f"point {order}", order=order, kind="unknown_article", message=message,
            suggestion=suggestion, certainty="probable", start=start, end=end, quote=words,
        )  # fmt: skip
        self.build.relate(node, "ABOUT", self._node(unit))
        if about:
            self.build.relate(node, "ABOUT", about)

    def review(self, verdict: str, target: str, message: str, applied: bool = True) -> None:
        self.build.node(
            "Review", self._node("v1"), name="relecture", order=1, verdict=verdict, target=target, message=message, applied=applied,
            reviewer="C. Relecteur", date="2031-06-01",
        )  # fmt: skip

    def theme(self, number: int, name: str) -> None:
        theme = self.build.node("Theme", f"theme:{ids.slug(name)}", name=name, sort_name=fold(name))
        start, end = self.spans[f"r{number}"]
        self.build.relate(self._node(f"r{number}"), "HAS_THEME", theme, start=start, end=end, quote="")

    def find(self, unit: str, words: str) -> Span:
        """The source span of the first place of `words` in a unit."""
        start, end = self.spans[unit]
        at = self.text.index(words, start, end)
        return at, at + len(words)

    # The result

    def document(self) -> Document:
        recommendations = tuple(Recommendation(f"r{n}", n, body, self.annexed.get(n)) for n, body in sorted(self.bodies.items()))
        pieces = tuple(Piece(*self.spans[u.id], u.kind, u.id) for u in self.units)
        return Document(
            SourceText(f"{self.cote}.txt", self.text, "txt"), Facts(self.title, self.cote, None, None, "CNCDH", "fr"), tuple(self.sections),
            tuple(self.paragraphs), tuple(self.notes), recommendations, tuple(self.units), pieces,
        )  # fmt: skip

    def graph(self) -> Graph:
        for note in self.notes:
            caller = self._node(note.call_container) if note.call_container else self.avis
            self.build.relate(caller, "HAS_FOOTNOTE", self._node(note.id), call=note.call_offset)
        return self.build.build()

    def _unit(self, unit_id: str, kind: UnitKind, text: str, annexe: bool = False) -> Span:
        start = len(self.text)
        self.text += f"{text}\n"
        self.spans[unit_id] = (start, len(self.text))
        called = [(m[1], start + m.start(), start + m.end()) for m in CALL.finditer(text)]
        for number, call, call_end in called:
            self.calls[int(number)] = (unit_id, call, call_end)
        offsets = [i for i in range(start, start + len(text)) if not any(a <= i < b for _, a, b in called)]
        clean = CleanText("".join(self.text[i] for i in offsets), tuple(offsets))
        self.units.append(Unit(unit_id, kind, unit_id, self.section, clean, annexe))
        return start, len(self.text)

    def _draw(self, label: str, unit: Unit, name: str, number: int, **more: str | None) -> None:
        start, end = self.spans[unit.id]
        self.build.node(
            label, self._node(unit.id), name=name, order=len(self.units), start=start, end=end, number=number, text=unit.clean.text, **more
        )

    def _node(self, unit: str) -> str:
        return ids.unit(self.avis, unit)

    def _occurrence(self, unit: str) -> str:
        return "annexe" if "@" in unit else "body"
