"""What a report holds, part after part, from the graph of one document."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.identifiers import french_date
from ..graph.model import Graph, Node, Relationship
from .evidence import basis_line, finding_line, review_line, role_line, source_span
from .facts import ROLES, Facts, number, ranked, text
from .model import Block, Bullets, Heading, Line, Notes, Paragraph, Report, Span, plain
from .tables import responsibilities, sources_table


def report(graph: Graph, document: str, lang: str = "fr") -> Report:
    """The report of a loaded document, in "fr" or "en". RenvoisError where the graph does not hold it."""
    facts, notes = Facts.of(graph, document, lang), Notes()
    blocks = (
        *_opening(facts), *_summary(facts), *_recommendations(facts, notes), *responsibilities(facts), *sources_table(facts),
        *_unused(facts), *_findings(facts, notes), *_unmatched(facts),
    )  # fmt: skip
    name = text(facts.avis, "name")
    title = facts.say["title"].format(name=f"{name[:1].upper()}{name[1:]}", colon=facts.say["colon"])
    say, own = facts.say, text(facts.avis, "lang") or "fr"
    return Report(title, lang, own, say["contents"], say["note"], say["back"], blocks, tuple(notes.lines))


def _opening(facts: Facts) -> Iterator[Block]:
    say, adopted = facts.say, text(facts.avis, "adopted_on")
    if text(facts.avis, "canonical") != text(facts.avis, "name"):
        yield Paragraph((Span(text(facts.avis, "canonical"), own=True),))
    facts_said = [say["adopted"].format(date=french_date(adopted) if facts.lang == "fr" else adopted)] if adopted else []
    yield Paragraph(plain(" ".join([*facts_said, say["file"].format(file=text(facts.avis, "source"))])))


def _summary(facts: Facts) -> Iterator[Block]:
    """The figures an analyst asks first."""
    say, demands, sources = facts.say, facts.recommendations(), facts.sources()
    bases = [[r for r in facts.out(d.id, "UNDERPINNED_BY") if text(r, "grade") != "C"] for d in demands]
    near = [[r for r in links if text(r, "grade") in "AB"] for links in bases]
    normative = sum(any(facts.nodes[r.target].properties["normative"] for r in links) for links in near)
    documentary = sum(bool(links) for links in near) - normative
    elsewhere = sum(bool(links) and not own for links, own in zip(bases, near, strict=True))
    bodies = {r.target for d in demands for r in facts.out(d.id, *ROLES)}
    reviewed = sum("review" in r.properties for links in facts.leaving.values() for r in links)
    counts = {
        "count_recommendations": len(demands), "count_normative": normative, "count_documentary": documentary,
        "count_elsewhere": elsewhere, "count_nothing": sum(not links for links in bases), "count_bodies": len(bodies),
        "count_unassigned": len(_unassigned(facts)), "count_findings": len(facts.own("Finding")), "count_reviewed": reviewed,
    }  # fmt: skip
    items = [plain(f"{say[key].format(n=n)}") for key, n in counts.items() if n or key in ("count_recommendations", "count_nothing")]
    items.append(plain(say["count_sources"].format(n=len(sources), unused=len(_unused_sources(facts)))))
    yield Heading(1, plain(say["summary"]))
    yield Bullets(tuple(items))
    yield Paragraph(plain(say["grades"]))


def _recommendations(facts: Facts, notes: Notes) -> Iterator[Block]:
    yield Heading(1, plain(facts.say["recommendations"]))
    demands = facts.recommendations()
    if not demands:
        yield Paragraph(plain(facts.say["no_recommendations"]))
    for demand in demands:
        yield from _recommendation(facts, notes, demand)


def _recommendation(facts: Facts, notes: Notes, demand: Node) -> Iterator[Block]:
    """One recommendation: its text, what underpins it, who must act, what to verify."""
    say, colon = facts.say, facts.say["colon"]
    yield Heading(2, plain(say["recommendation"].format(n=number(demand, "number"))))
    for holder in facts.into(demand.id, "HAS_RECOMMENDATION"):
        if facts.nodes[holder.source].label == "Section":
            yield Paragraph((Span(say["section"].format(colon=colon, name="")), Span(text(facts.nodes[holder.source], "name"), own=True)))
    yield Paragraph((Span(text(demand, "text"), own=True),), quoted=True)
    if text(demand, "annexe_difference"):
        yield Paragraph((Span(say["difference"].format(colon=colon, said="")), Span(text(demand, "annexe_difference"), own=True)))
    yield from _asked(facts, demand)
    yield from _bases(facts, notes, demand)
    roles = sorted(facts.out(demand.id, *ROLES), key=lambda r: (ROLES.index(r.type), number(r, "start"), r.id))
    yield Heading(3, plain(say["bodies"]))
    yield Bullets(tuple(role_line(facts, notes, r) for r in roles)) if roles else Paragraph(plain(say["nobody"]))
    themes = sorted(text(facts.nodes[r.target], "name") for r in facts.out(demand.id, "HAS_THEME"))
    if themes:
        yield Paragraph(plain(say["themes"].format(colon=colon, names=", ".join(themes))))
    yield from _rest(facts, notes, demand)


def _asked(facts: Facts, demand: Node) -> Iterator[Block]:
    """The actions it asks for, what they bear on, and its deadlines and conditions, in its own words."""
    say = facts.say
    actions = sorted(facts.out(demand.id, "ASKS_FOR"), key=lambda r: (number(r, "start"), r.id))
    lines: list[Line] = [_action(facts, r) for r in actions]
    for name in ("deadlines", "conditions"):
        said = demand.properties.get(name, ())
        lines += [(Span(f"{say[name]}{say['colon']}"), Span(str(words), own=True)) for words in (said if isinstance(said, tuple) else ())]
    if lines:
        yield Heading(3, plain(say["asked"]))
        yield Bullets(tuple(lines))


def _action(facts: Facts, link: Relationship) -> Line:
    """An action and what it bears on ("désigner : un administrateur ad hoc"); the action alone where the text names no object."""
    said = text(link, "object")
    kind = "" if text(link, "kind") == "asked" else f" ({facts.say[text(link, 'kind')]})"
    bears_on = (Span(facts.say["colon"]), Span(said, own=True)) if said else ()
    return (Span(text(facts.nodes[link.target], "name"), strong=True, own=True), *bears_on, Span(kind))


def _bases(facts: Facts, notes: Notes, demand: Node) -> Iterator[Block]:
    say = facts.say
    links = ranked(facts.out(demand.id, "UNDERPINNED_BY"), facts.nodes)
    yield Heading(3, plain(say["bases"]))
    established = [r for r in links if text(r, "grade") != "C"]
    if established:
        yield Bullets(tuple(basis_line(facts, notes, r) for r in established))
    else:
        yield Paragraph((Span(say["nothing"] + " "), Span(text(demand, "no_basis_reason"), own=True)))
    near = [text(facts.nodes[r.target], "name") for r in links if text(r, "grade") == "C"]
    if near:
        yield Paragraph(plain(say["same_section"].format(colon=say["colon"], names=say["semicolon"].join(sorted(near)))))


def _rest(facts: Facts, notes: Notes, demand: Node) -> Iterator[Block]:
    """What to verify, what it reiterates, what a reviewer refused: each only where there is some."""
    parts = (
        ("to_verify", tuple(finding_line(facts, notes, f) for f in _doubts(facts, demand))),
        ("reiterates", tuple(_other(facts, r, r.target, "earlier_text") for r in facts.out(demand.id, "REITERATES"))),
        ("reiterated_by", tuple(_other(facts, r, r.source, "text") for r in facts.into(demand.id, "REITERATES"))),
        ("reviews", tuple(review_line(facts, v) for v in _judged(facts, demand))),
    )
    for title, lines in parts:
        if lines:
            yield Heading(3, plain(facts.say[title]))
            yield Bullets(lines)


def _doubts(facts: Facts, demand: Node) -> list[Node]:
    """The findings about the recommendation, and about the citations that underpin it."""
    about = {r.source for r in facts.into(demand.id, "ABOUT")}
    for basis in facts.out(demand.id, "UNDERPINNED_BY"):
        proofs = basis.properties.get("citations", ())
        if text(basis, "grade") != "C" and isinstance(proofs, tuple):
            units = {str(proof).split("|")[0] for proof in proofs}
            told = {r.source for r in facts.into(basis.target, "ABOUT")}
            about |= {f for f in told if any(r.target in units for r in facts.out(f, "ABOUT"))}
    found = [facts.nodes[i] for i in about if facts.nodes[i].label == "Finding"]
    return sorted(found, key=lambda n: (number(n, "order"), n.id))


def _other(facts: Facts, link: Relationship, other: str, words: str) -> Line:
    """A recommendation of another opinion, with its words and how much they share."""
    node = facts.nodes[other]
    avis = facts.nodes.get(text(node, "document"))
    name = f"{text(avis, 'name')}, {text(node, 'name')}" if avis else text(node, "name")
    score = f" ({link.properties['score']:.2f})"
    return (Span(name, strong=True, own=True), Span(facts.say["colon"]), Span(text(link, words), own=True), Span(score))


def _judged(facts: Facts, demand: Node) -> list[Node]:
    """The entries that left no mark on a link: refusals, and those that do not apply."""
    found = [facts.nodes[r.source] for r in facts.into(demand.id, "ABOUT") if facts.nodes[r.source].label == "Review"]
    return sorted((v for v in found if v.properties["verdict"] == "refuse"), key=lambda v: (number(v, "order"), v.id))


def _unused_sources(facts: Facts) -> list[Node]:
    return [s for s in facts.sources() if all(text(r, "grade") not in "AB" for r in facts.into(s.id, "UNDERPINNED_BY"))]


def _unused(facts: Facts) -> Iterator[Block]:
    yield Heading(1, plain(facts.say["unused"]))
    unused = _unused_sources(facts)
    places = {s.id: ", ".join(dict.fromkeys(text(facts.nodes[r.source], "name") for r in facts.into(s.id, "CITES"))) for s in unused}
    if unused:
        yield Bullets(tuple((source_span(s), Span(f" ({places[s.id]})" if places[s.id] else "")) for s in unused))
    else:
        yield Paragraph(plain(facts.say["no_unused" if facts.sources() else "no_sources"]))


def _unassigned(facts: Facts) -> list[Node]:
    links = {d.id: facts.out(d.id, "ADDRESSED_TO", "ASSIGNS") for d in facts.recommendations()}
    return [d for d in facts.recommendations() if not any(r.properties["explicit"] for r in links[d.id])]


def _findings(facts: Facts, notes: Notes) -> Iterator[Block]:
    yield Heading(1, plain(facts.say["findings"]))
    found = facts.own("Finding")
    yield Bullets(tuple(finding_line(facts, notes, f) for f in found)) if found else Paragraph(plain(facts.say["no_findings"]))


def _unmatched(facts: Facts) -> Iterator[Block]:
    entries = [v for v in facts.own("Review") if not v.properties["applied"]]
    if entries:
        yield Heading(1, plain(facts.say["unmatched"]))
        yield Bullets(tuple(review_line(facts, v) for v in entries))
