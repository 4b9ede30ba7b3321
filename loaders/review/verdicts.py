"""What each verdict does to the graph: confirm marks, refuse takes out, correct replaces, add draws."""

from __future__ import annotations

from types import MappingProxyType

from ...graph.bilingual import Bilingual
from ...graph.identifiers import french_date
from ...graph.model import Graph, GraphBuilder, Node, Relationship, Value
from ...graph.schema import SCHEMA
from ..drawing.bodies import draw_body
from ..drawing.sources import draw_source
from ..institutions.gazetteer import Gazetteer
from ..messages import say
from .entries import Entry
from .links import ROLES, Link, UnmatchedError, body_named, cited_as, gazetteer_names, link, named, unknown
from .passages import Passages
from .wording import nearest

type Outcome = tuple[Bilingual, tuple[str, ...]]


class Desk:
    """The graph under review, and the links already judged."""

    def __init__(self, graph: Graph) -> None:
        self.build = GraphBuilder.of(graph)
        self.read = graph
        self.passages = Passages.of(graph)
        self._judged: dict[tuple[str, str, str], int] = {}

    def judge(self, entry: Entry) -> Outcome:
        """Does what the entry says: what was done, and the nodes it is about. UnmatchedError where it matches nothing."""
        asked = link(entry.target, self.read)
        if entry.verdict == "add":
            return self._add(entry, asked)
        found = self._links(asked)
        self._once(entry, found[0])
        about = (asked.unit, found[0].target)
        if entry.verdict == "confirm":
            if all(r.properties.get("grade") == "C" for r in found):
                raise UnmatchedError(say("section_only"))
            for relationship in found:
                self._mark(relationship, entry, "confirmed")
            return say("link_confirmed"), about
        if entry.verdict == "refuse":
            for relationship in found:
                self._take_out(relationship)
            return say("link_refused"), about
        return self._correct(entry, asked, found), about

    # --- what is there ---------------------------------------------------------------------------------------------------------------

    def _links(self, asked: Link) -> list[Relationship]:
        """The relationships that the entry names; UnmatchedError says what else there is."""
        nodes = {n.id: n for n in self.build.nodes}
        links = [r for r in self.build.relationships if (r.source, r.type) == (asked.unit, asked.type)]
        node = named(asked.name, (nodes[r.target] for r in links))
        if node:
            return [r for r in links if r.target == node.id]
        ends = self._ends(asked.type)
        elsewhere = named(asked.name, ends)
        unit = nodes[asked.unit].properties["name"]
        if elsewhere:
            there = sorted({_shown(nodes[r.target]) for r in links if r.properties.get("grade") != "C"})
            held = say("its_links", links=" ; ".join(there)) if there else say("no_such_links")
            raise UnmatchedError(say("not_that_link", unit=str(unit), name=_shown(elsewhere), held=held))
        raise UnmatchedError(unknown(asked.name, ends))

    def _ends(self, rel_type: str) -> list[Node]:
        label = "Institution" if rel_type in ROLES else "Source"
        return [n for n in self.build.nodes if label in n.labels]

    def _once(self, entry: Entry, found: Relationship) -> None:
        line = self._judged.setdefault((found.source, found.type, found.target), entry.line)
        if line != entry.line:
            raise UnmatchedError(say("judged_before", line=line))

    # --- verdicts --------------------------------------------------------------------------------------------------------------------

    def _mark(self, relationship: Relationship, entry: Entry, state: str, **changed: Value | None) -> None:
        """The relationship with the reviewer's mark, and other values where given."""
        self.build.put(_with(relationship, **changed, **_marks(entry, state)))

    def _take_out(self, relationship: Relationship, instead: str | None = None) -> None:
        """Takes a link out; what rests on a refused citation alone goes with it, or to the citation that takes its place."""
        self.build.discard(relationship.id)
        if relationship.type != "CITES":
            return
        for basis in self.build.relationships:
            proofs = basis.properties.get("citations")
            if not isinstance(proofs, tuple) or relationship.id not in proofs:
                continue
            rest = tuple(str(p) for p in proofs if p != relationship.id)
            if rest:
                self.build.put(_with(basis, citations=rest))
            else:
                self.build.discard(basis.id)
            if instead:
                self._move(basis, instead)

    def _move(self, basis: Relationship, citation: str) -> None:
        """The same link to what the corrected citation cites, unless it is there already."""
        target = citation.split("|")[2]
        moved = Relationship(f"{basis.source}|{basis.type}|{target}", basis.source, basis.type, target, basis.properties)
        if all(r.id != moved.id for r in self.build.relationships):
            self.build.put(_with(moved, citations=(citation,), normative=self._binds(target)))

    def _correct(self, entry: Entry, asked: Link, found: list[Relationship]) -> Bilingual:
        changed: dict[str, Value | None] = {}
        if asked.type == "UNDERPINNED_BY":
            changed = {"grade": entry.grade, "strength": entry.strength}
            changed = {name: value for name, value in changed.items() if value}
        role = self._role(entry, asked)
        if not (changed or entry.to or role != asked.type):
            raise UnmatchedError(say("correct_to_what_role" if asked.type in ROLES else "correct_to_what"))
        target = self._target(entry.to, asked.type) if entry.to else found[0].target
        was = _was(found[0], self.build)
        for relationship in found:
            new = f"{relationship.source}|{role}|{target}" + "".join(f"|{key}" for key in relationship.id.split("|")[3:])
            self._take_out(relationship, instead=new)
            moved = Relationship(new, relationship.source, role, target, relationship.properties)
            if asked.type == "CITES":
                changed["kind"] = self._kind(target)
            elif asked.type == "UNDERPINNED_BY":
                changed["normative"] = self._binds(target)
            elif asked.type in ROLES:
                moved = _with(moved, occurrence="body" if role == "MENTIONS" else None)
            self._mark(moved, entry, "corrected", review_was=was.fr, **changed)
        return say("link_corrected", was=was)

    def _role(self, entry: Entry, asked: Link) -> str:
        if entry.role is None:
            return asked.type
        if asked.type not in ROLES or entry.role not in ROLES:
            raise UnmatchedError(say("not_a_role", role=entry.role, nearest=nearest(entry.role, ROLES)))
        return entry.role

    def _target(self, name: str, rel_type: str) -> str:
        """The node of a source or body, drawn if the document did not have it."""
        ends = self._ends(rel_type)
        if node := named(name, ends):
            return node.id
        if rel_type in ROLES:
            if body := body_named(name):
                return draw_body(self.build, body, {b.id: b for b in Gazetteer.load().institutions})
            raise UnmatchedError(say("unknown_body", name=name, nearest=nearest(name, gazetteer_names())))
        cited = cited_as(name)
        if cited and cited.source:
            return draw_source(self.build, cited.source)
        raise UnmatchedError(say("unknown_source", unknown=unknown(name, ends)))

    def _kind(self, target: str) -> str:
        """The kind of a reference to this source: as it is cited elsewhere, else as its full reference reads."""
        cited = next((r for r in self.build.relationships if r.type == "CITES" and r.target == target), None)
        if cited:
            return str(cited.properties["kind"])
        reference = cited_as(_shown(next(n for n in self.build.nodes if n.id == target)))
        return reference.kind if reference else "other"

    def _binds(self, source: str) -> bool:
        return bool(next(n for n in self.build.nodes if n.id == source).properties["normative"])

    def _add(self, entry: Entry, asked: Link) -> Outcome:
        target = self._target(asked.name, asked.type)
        about = (asked.unit, target)
        unit = next(n for n in self.read.nodes if n.id == asked.unit)
        if unit.label not in SCHEMA.relationship_type(asked.type).sources:
            raise UnmatchedError(say("of_a_recommendation", type=asked.type))
        there = [r for r in self.build.relationships if (r.source, r.type, r.target) == (asked.unit, asked.type, target)]
        evidence = self._evidence(entry, unit, target)
        new = Relationship(f"{asked.unit}|{asked.type}|{target}", asked.unit, asked.type, target, MappingProxyType({}))
        if asked.type != "UNDERPINNED_BY":
            new = Relationship(f"{new.id}|{evidence['start']}", *_ends_of(new), new.properties)
        self._once(entry, new)
        if there and any(r.properties.get("grade") != "C" for r in there):
            for relationship in there:
                self._mark(relationship, entry, "confirmed")
            return say("link_found_too"), about
        more = self._said(entry, asked, target, evidence)
        self.build.put(_with(new, document=self.build.document, **evidence, **more, **_marks(entry, "added")))
        return say("link_added"), about

    def _evidence(self, entry: Entry, unit: Node, target: str) -> dict[str, Value | None]:
        """The words the entry quotes; else where the document cites the source; else the unit itself."""
        if entry.quote:
            return self.passages.find(entry.quote, unit)
        cites = sorted((r for r in self.build.relationships if r.type == "CITES" and r.target == target), key=_start)
        item = cites[0] if cites else unit
        start, end = item.properties["start"], item.properties["end"]
        return self.passages.at(start, end) if isinstance(start, int) and isinstance(end, int) else {}

    def _said(self, entry: Entry, asked: Link, target: str, evidence: dict[str, Value | None]) -> dict[str, Value | None]:
        """The properties that this type of link needs."""
        signed = f"Ajouté à la relecture{_signed(entry)}."
        if asked.type == "CITES":
            return {"surface": evidence["quote"], "relation": "explicit", "kind": self._kind(target), "occurrence": "body"}
        if asked.type in ROLES:
            occurrence: dict[str, Value | None] = {"occurrence": "body"} if asked.type == "MENTIONS" else {}
            return {"explicit": entry.quote is not None, "why": signed, **occurrence}
        start = evidence["start"]
        found = self.passages.unit_at(start) if isinstance(start, int) else None
        unit = found or next(n for n in self.read.nodes if n.id == asked.unit)
        proofs = tuple(r.id for r in self.build.relationships if r.type == "CITES" and r.target == target)
        return {
            "grade": entry.grade or "B", "strength": entry.strength or "strong", "normative": self._binds(target), "score": 1.0,
            "citations": proofs,
            "why": f"{signed[:-1]} : {entry.why}" if entry.why else signed,
            "via": str(unit.properties["name"]), "via_id": unit.id,
        }  # fmt: skip


def _marks(entry: Entry, state: str) -> dict[str, Value | None]:
    return {"review": state, "reviewed_by": entry.who, "reviewed_on": entry.when, "review_why": entry.why}


def _with(relationship: Relationship, **changed: Value | None) -> Relationship:
    properties = {k: v for k, v in {**relationship.properties, **changed}.items() if v is not None}
    return Relationship(relationship.id, *_ends_of(relationship), MappingProxyType(properties))


def _ends_of(relationship: Relationship) -> tuple[str, str, str]:
    return relationship.source, relationship.type, relationship.target


def _start(relationship: Relationship) -> tuple[str, str]:
    return str(relationship.properties["start"]).zfill(9), relationship.id


def _shown(node: Node) -> str:
    return str(node.properties.get("canonical") or node.properties["name"])


def _was(relationship: Relationship, build: GraphBuilder) -> Bilingual:
    """What the program had read: "code pénal, art. 225-7, degré B, force faible", "confie à ministère de la Justice"."""
    target = _shown(next(n for n in build.nodes if n.id == relationship.target))
    if relationship.type in ROLES:
        told = build.schema.relationship_type(relationship.type)
        return say("was_role", role=Bilingual(told.fr, told.en), target=target)
    strength, grade = relationship.properties.get("strength"), relationship.properties.get("grade")
    key = "was_source" if not grade else f"was_grade_{strength}" if strength else "was_grade"
    return say(key, target=target, grade=str(grade))


def _signed(entry: Entry) -> str:
    when = f" le {french_date(entry.when)}" if entry.when else ""
    return (f" par {entry.who}" if entry.who else "") + when
