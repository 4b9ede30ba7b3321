"""The lines of a report that carry proof: a source with its grade, a body with its role, a point to verify."""

from __future__ import annotations

from ..graph.bilingual import told
from ..graph.identifiers import french_date
from ..graph.model import Node, Relationship
from .facts import Facts, text
from .model import Line, Notes, Span


def basis_line(facts: Facts, notes: Notes, link: Relationship) -> Line:
    """A source with its grade and its note: "B fort · code pénal, art. 225-7 (§ 25 → note 28)"."""
    source, say = facts.nodes[link.target], facts.say
    strength = text(link, "strength")
    grade = f"{text(link, 'grade')} {say[strength]}" if strength and text(link, "grade") != "A" else text(link, "grade")
    via = f" ({text(link, 'via')})" if "via" in link.properties else ""
    return (
        Span(say["grade"].format(grade=grade), strong=True),
        source_span(source),
        Span(via + _mark(facts, link)),
        notes.call(proof(facts, link)),
    )


def source_span(source: Node) -> Span:
    """A source under its full reference, with its public address where it has one."""
    url = text(source, "url")
    return Span(text(source, "canonical"), own=True, url=url if url.startswith("https://") else None)


def role_line(facts: Facts, notes: Notes, link: Relationship) -> Line:
    """A body with its role and its note: "destinataire (déduit) : pouvoirs publics"; the bare verb proves nothing and makes no note."""
    how = "contextual" if link.properties.get("contextual") else "" if link.properties["explicit"] else "inferred"
    role = f"{facts.say[link.type]}{f' ({facts.say[how]})' if how else ''}{facts.say['colon']}"
    body = (Span(role, strong=True), Span(text(facts.nodes[link.target], "name"), own=True), Span(_mark(facts, link)))
    proved = how != "inferred" or " " in text(link, "quote") or "review" in link.properties
    return (*body, notes.call(proof(facts, link))) if proved else body


def proof(facts: Facts, link: Relationship) -> Line:
    """The note of a link: the words of the text, where they stand, what they share with the recommendation, who reviewed it."""
    words = link.properties.get("words")
    shared = ", ".join(str(w) for w in words) if isinstance(words, tuple) else ""
    parts: list[Span] = list(quoted(facts, link))
    if shared:
        parts.append(Span(" " + facts.say["words"].format(colon=facts.say["colon"], words=shared)))
    elif text(link, "why") and text(link, "review") != "added":
        parts += [Span(" "), Span(_sentence(text(link, "why")), own=True)]
    parts += _cited(facts, link)
    if said := _reviewed(facts, link):
        parts.append(Span(f" {said}"))
    return tuple(parts)


def _cited(facts: Facts, link: Relationship) -> Line:
    """How the text writes the citation, where the words quoted are others: "Cité ainsi : « Code pénal, article 225-7, 1° » (note 28)."."""
    proofs, say = link.properties.get("citations"), facts.say
    first = facts.cites.get(str(proofs[0])) if isinstance(proofs, tuple) and proofs else None
    if first is None or text(first, "surface") in text(link, "quote"):
        return ()
    place = text(facts.nodes[first.source], "name")
    return (
        Span(f" {say['as_cited']}{say['colon']}{say['open']}"),
        Span(text(first, "surface"), own=True),
        Span(f"{say['close']} ({place})."),
    )


def quoted(facts: Facts, item: Node | Relationship) -> Line:
    """« the words », p. 7."""
    say = facts.say
    page = f", {say['page'].format(n=item.properties['page'])}" if "page" in item.properties else ""
    via = f" ({text(item, 'via')}{page})" if "via" in item.properties else f" ({page[2:]})" if page else ""
    return (Span(say["open"]), Span(text(item, "quote"), own=True), Span(f"{say['close']}{via}."))


def finding_line(facts: Facts, notes: Notes, finding: Node) -> Line:
    """What is doubtful, how sure that is, the reading proposed, and the words in a note."""
    say = facts.say
    parts = [
        Span(_sentence(told(finding.properties, "message", facts.lang))),
        Span(f" ({say.get(text(finding, 'certainty'), text(finding, 'certainty'))}"),
    ]
    if suggestion := told(finding.properties, "suggestion", facts.lang):
        parts.append(Span(say["semicolon"] + say["suggestion"].format(colon=say["colon"], said=suggestion)))
    return (*parts, Span(")"), notes.call(quoted(facts, finding)))


def review_line(facts: Facts, entry: Node) -> Line:
    """A review entry: what it judged, what came of it, who signed it."""
    signed = _signed(facts, text(entry, "reviewer"), text(entry, "date"), text(entry, "why"))
    return (
        Span(text(entry, "target"), own=True, strong=True),
        Span(facts.say["colon"]),
        Span(told(entry.properties, "message", facts.lang)),
        Span(f" ({signed})" if signed else ""),
    )


def _mark(facts: Facts, link: Relationship) -> str:
    review = text(link, "review")
    return f" ✓ {facts.say[review]}" if review else ""


def _reviewed(facts: Facts, link: Relationship) -> str:
    """What a reviewer did: "Corrigé à la relecture par Me Durand, le 26 novembre 2026 : raison ; le programme avait lu : …"."""
    review, say = text(link, "review"), facts.say
    if not review:
        return ""
    signed = _signed(facts, text(link, "reviewed_by"), text(link, "reviewed_on"), text(link, "review_why"))
    was = say["semicolon"] + say["was"].format(colon=say["colon"], said=text(link, "review_was")) if text(link, "review_was") else ""
    return f"{say[review][:1].upper()}{say[review][1:]} {signed}".rstrip().rstrip(".") + f"{was}."


def _signed(facts: Facts, who: str, when: str, why: str) -> str:
    say = facts.say
    date = (french_date(when) if facts.lang == "fr" else when) if when else ""
    signed = ", ".join(p for p in (say["signed_by"].format(who=who) if who else "", say["dated"].format(date=date) if date else "") if p)
    return say["colon"].join(p for p in (signed, why) if p)


def _sentence(said: str) -> str:
    """With a capital and a full stop."""
    return f"{said[:1].upper()}{said[1:]}".rstrip(" .") + ("" if said.rstrip().endswith(("?", "!", "»")) else ".")
