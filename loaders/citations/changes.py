"""What the text says one source does to another: creates it ("créant l'article 2-22"), amends it ("modifié par le décret…").

The verbs are those of the Guide de légistique (fiche 3.4.1, modifying a text): créer, insérer, introduire; modifier, compléter,
remplacer, abroger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .completing import instrument_of
from .found import Found
from .grammar import grammar
from .text import folded

_LONGEST_GAP = 90
_TITLE = r"(?:,? (?:relative?|portant|pour|visant|tendant) [^.;:()]{3,60}?)?"
_WHO = r"(?:l'|les |le |la |un |des |au sein du |dans |a |aux? )*"
_MAKES = r"(?:cree|insere|introduit)"
_CHANGES = r"(?:modifie|complete|remplace|abroge)"
_CREATES = grammar(rf"{_TITLE},? (?:creant|instituant|introduisant|inserant|(?:qui )?(?:a )?{_MAKES}) {_WHO}")
_AMENDS = grammar(rf"{_TITLE},? (?:modifiant|completant|remplacant|abrogeant|(?:qui )?(?:a |ont )?{_CHANGES}(?:nt)?) {_WHO}")
_CREATED_BY = grammar(rf"{_TITLE},? (?:{_MAKES}|issu)e?s? (?:par|de) {_WHO}(?:l'|la |le )?")
_AMENDED_BY = grammar(
    rf"{_TITLE},? (?:(?:tels? que )?{_CHANGES}e?s?(?: notamment| en dernier lieu)? par"
    rf"|dans (?:sa|leur) (?:redaction|version) (?:issue|resultant) de) {_WHO}(?:l'|la |le )?"
)
_READINGS = ((_CREATES, "CREATES", False), (_AMENDS, "AMENDS", False), (_CREATED_BY, "CREATES", True), (_AMENDED_BY, "AMENDS", True))


def state_changes(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The same references; a source that creates or amends another one carries (relation, the other's id) in `also`."""
    changes = dict(_changes(found))
    return tuple(_with(item, changes.get(index, ())) for index, item in enumerate(found))


def _changes(found: tuple[Found, ...]) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    stated: dict[int, tuple[tuple[str, str], ...]] = {}
    for first, second in _neighbours(found):
        one, other = found[first], found[second]
        gap = folded(one.unit.clean.text[one.mention.end : other.mention.start])
        for pattern, relation, passive in _READINGS:
            if pattern.fullmatch(gap):
                actor, target = (second, first) if passive else (first, second)
                source = found[target].reference.source
                if source is not None and _other_text(found[actor], found[target]):
                    stated[actor] = (*stated.get(actor, ()), (relation, source.id))
                break
    yield from stated.items()


def _neighbours(found: tuple[Found, ...]) -> Iterator[tuple[int, int]]:
    """Pairs of normative references that follow one another closely in one unit; of nested ones, the outermost."""
    outer = -1
    for index, item in enumerate(found):
        if instrument_of(item.reference) is None:
            continue
        before = found[outer] if outer >= 0 else None
        same = before is not None and before.unit.id == item.unit.id
        if before is not None and same and item.mention.start < before.mention.end:
            continue
        if before is not None and same and item.mention.start - before.mention.end <= _LONGEST_GAP:
            yield outer, index
        outer = index


def _other_text(actor: Found, target: Found) -> bool:
    one, other = instrument_of(actor.reference), instrument_of(target.reference)
    return one is not None and other is not None and one.id != other.id and one.label in ("Law", "Decree", "EUAct", "Circular")


def _with(item: Found, changes: tuple[tuple[str, str], ...]) -> Found:
    source = item.reference.source
    if not changes or source is None:
        return item
    return replace(item, reference=replace(item.reference, source=replace(source, also=(*source.also, *changes))))
