"""Resolving short forms of documents: each gets what it stands for and through what, or the reason why it could not.

A short form is read against what the document has cited so far: its own unit first, then the notes before it, then the note that is
called where it stands (authors announce in the text what the note names).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ...graph.identifiers import fold
from ..document import Document, Footnote
from ..identity import own_source
from .found import Found
from .model import Certainty, Finding, Reference, Source
from .short_forms import KINDS, OP_CIT
from .text import folded

# A noun alone ("cette décision") often means something that is no document: without antecedent it is no reference.
_SURE_NOUNS = frozenset({"avis", "rapport", "arret", "deliberation"})
_NEAR = 300


def resolve_documents(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The short forms of documents resolved, in order; hints that nothing explains are no references and are left out."""
    return tuple(_Resolver(document, found).run())


class _Resolver:
    """Goes through the mentions in reading order and keeps what a short form may point back to."""

    def __init__(self, document: Document, found: tuple[Found, ...]) -> None:
        self.document = document
        self.items: list[Found | None] = list(found)
        self.own = own_source(document)
        self.by_unit: dict[str, list[int]] = {}
        self.by_source: dict[str, list[int]] = {}
        self.outer: list[int] = []
        self.notes = {note.id: (rank, note) for rank, note in enumerate(document.footnotes)}
        self.called: dict[str, list[Footnote]] = {}
        for note in document.footnotes:
            if note.call_container and note.call_offset is not None:
                self.called.setdefault(note.call_container, []).append(note)
        for position in _outermost(found):
            self.by_unit.setdefault(found[position].unit.id, []).append(position)
            self.outer.append(position)
            if source := found[position].reference.source:
                self.by_source.setdefault(source.id, []).append(position)

    def run(self) -> Iterator[Found]:
        order = sorted(range(len(self.items)), key=lambda p: (self._is_cataphor(p), p))
        for position in order:
            self.items[position] = self._resolved(position)
        return (item for item in self.items if item is not None)

    def _is_cataphor(self, position: int) -> bool:
        item = self.items[position]
        return item is not None and item.mention.cue in {"hint"}

    def _resolved(self, position: int) -> Found | None:
        item = self.items[position]
        if item is None:
            return None
        mention = item.mention
        if mention.need != "document":
            return self._explicit(position, item)
        handlers: dict[str, Callable[[int, Found], Found | None]] = {
            "present": lambda _, i: self._self(i),
            "that": self._that,
            "precited": self._precited,
            "hint": self._hint,
            "title": self._title,
            "cote": self._cote,
        }
        if mention.relation == "ibid":
            return self._ibid(position, item)
        if mention.relation == "op_cit":
            return self._op_cit(position, item)
        if mention.relation in {"supra", "infra"}:
            return self._supra(position, item)
        return handlers.get(mention.cue or "", self._plan)(position, item)

    # --- what is cited in full -----------------------------------------------------------------------------------------------------

    def _explicit(self, position: int, item: Found) -> Found:
        source = item.reference.source
        if source is None:
            return item
        following = folded(item.unit.clean.text[item.mention.end : item.mention.end + 24])
        if OP_CIT.match(following):
            return self._with_op_cit(position, item, source)
        if item.mention.kind in {"prior_avis", "report"} and not (item.mention.title or item.mention.number or source.gazette is None):
            return self._by_date(position, item, source)
        return item

    def _with_op_cit(self, position: int, item: Found, source: Source) -> Found:
        """'CNCDH, Avis…, 22 mai 2014, p. 5, op. cit.': its own words name it; the antecedent is its first citation."""
        first = next((p for p in self.by_source.get(source.id, ()) if p < position), None)
        if first is not None:
            return self._through(item, first, source, "op_cit")
        finding = _finding(
            item.reference, "unresolved_op_cit", f"« op. cit. » renvoie à une citation antérieure ; aucune n’a été trouvée avant {item.unit.name}.",
            "probable", None,
        )  # fmt: skip
        return replace(item, reference=replace(item.reference, relation="op_cit", findings=(*item.reference.findings, finding)))

    def _by_date(self, position: int, item: Found, source: Source) -> Found:
        """'son avis du 26 mai 2020': known by its date; the antecedent is the citation that gives the title."""
        fuller = [p for p in self.by_source.get(source.id, ()) if p != position and (found := self.items[p]) and found.mention.title]
        if not fuller:
            return item
        return self._through(item, min(fuller, key=lambda p: (p > position, abs(p - position))), source, "anaphora")

    def _through(self, item: Found, antecedent: int, source: Source, relation: str, **changes: object) -> Found:
        other = self.items[antecedent]
        name = other.unit.name if other else None
        chain = (other.unit.id, *other.reference.chain) if other else ()
        reference = replace(
            item.reference, relation=relation, source=source, canonical=source.canonical, antecedent=name, chain=chain, unresolved=None, **changes
        )  # type: ignore[arg-type]  # fmt: skip
        return replace(item, reference=reference)

    # --- ibid., op. cit., supra -----------------------------------------------------------------------------------------------------

    def _ibid(self, position: int, item: Found) -> Found:
        antecedent = self._before_in_unit(position, item) or self._last_of_note_before(item)
        if antecedent is None:
            return self._unresolved(item, f"« {item.mention.cue} » ne suit aucune citation")
        return self._repeated(item, antecedent, "ibid")

    def _repeated(self, item: Found, antecedent: int, relation: str) -> Found:
        other = self.items[antecedent]
        if other is None or other.reference.source is None:
            return self._unresolved(item, "la citation reprise n’est elle-même pas résolue")
        pinpoint = item.mention.pinpoint or (other.reference.pinpoint if relation == "ibid" else None)
        return self._through(item, antecedent, other.reference.source, relation, kind=other.reference.kind, pinpoint=pinpoint)

    def _before_in_unit(self, position: int, item: Found) -> int | None:
        before = [p for p in self.by_unit.get(item.unit.id, ()) if p < position and self._names(p)]
        return before[-1] if before else None

    def _last_of_note_before(self, item: Found) -> int | None:
        rank = self.notes.get(item.unit.id, (0, None))[0]
        if item.unit.id not in self.notes or rank == 0:
            return None
        before = [p for p in self.by_unit.get(self.document.footnotes[rank - 1].id, ()) if self._names(p)]
        return before[-1] if before else None

    def _names(self, position: int) -> bool:
        item = self.items[position]
        return item is not None and item.reference.source is not None

    def _op_cit(self, position: int, item: Found) -> Found | None:
        name = [w for w in re.findall(r"[a-z]{3,}", fold(item.mention.title or "")) if w not in {"les", "des", "the", "and"}]
        if not name:
            return None
        limit = bisect_left(self.outer, position)
        matches = [p for p in self.outer[:limit] if (known := self.items[p]) and (s := known.reference.source) and _bears(s, name)]
        if not matches:
            return self._unresolved(item, f"aucune citation antérieure ne porte le nom « {item.mention.title} »", kind="unresolved_op_cit")
        resolved = self._repeated(item, matches[-1], "op_cit")
        ids = dict.fromkeys(known.reference.source.id for p in matches if (known := self.items[p]) and known.reference.source)
        return self._doubtful(resolved, ids) if len(ids) > 1 else resolved

    def _doubtful(self, item: Found, ids: Iterable[str]) -> Found:
        finding = _finding(
            item.reference, "ambiguous_op_cit",
            f"« {item.reference.surface} » peut reprendre plusieurs documents déjà cités ; le dernier est retenu : {item.reference.canonical}.",
            "possible", ", ".join(ids),
        )  # fmt: skip
        return replace(item, reference=replace(item.reference, findings=(*item.reference.findings, finding)))

    def _supra(self, position: int, item: Found) -> Found | None:
        if item.mention.number:
            return self._supra_note(position, item, int(item.mention.number))
        cue = item.mention.cue or ""
        unit = re.search(r"(?:§+|para[a-z.]*|points?)\s*(\d+)$", cue)
        if unit and (target := next((p for p in self.document.paragraphs if p.number == int(unit[1])), None)):
            reference = replace(item.reference, antecedent=f"paragraph {target.number}", chain=(target.id,))
            return replace(
                item, reference=replace(reference, canonical="renvoi interne", unresolved=f"renvoi interne au paragraphe {target.number}")
            )
        reason = "renvoi interne sans cible nommée" if cue in {"supra", "infra"} else f"renvoi interne ({cue})"
        return replace(item, reference=replace(item.reference, canonical="renvoi interne", unresolved=reason))

    def _supra_note(self, position: int, item: Found, number: int) -> Found | None:
        cited = self._cited_in_note(number)
        before = self._joined_before(position, item)
        if before is not None:
            return self._check_supra(before, item, number, cited)
        if not cited:
            slip = next((n for n in (number + 1, number - 1) if self._cited_in_note(n)), None)
            hint = f" ; la note {slip} en cite un" if slip else ""
            return self._unresolved(
                item, f"la note {number} ne cite aucun document{hint}", kind="note_slip", suggestion=f"note {slip}" if slip else None
            )
        return self._repeated(item, cited[0], item.mention.relation)

    def _cited_in_note(self, number: int) -> list[int]:
        return [p for note in self.document.footnotes if note.number == number for p in self.by_unit.get(note.id, ()) if self._names(p)]

    def _joined_before(self, position: int, item: Found) -> int | None:
        """The full citation that 'supra note 3' ends: 'CNCDH, Avis…, 22 mai 2014, supra note 3'."""
        before = [p for p in self.by_unit.get(item.unit.id, ()) if p < position and self._names(p)]
        if not before or (known := self.items[before[-1]]) is None:
            return None
        between = folded(item.unit.clean.text[known.mention.end : item.mention.start])
        return before[-1] if re.fullmatch(r"[\s,;(]*(?:precitee?s?|op\.? ?cit\.?)?[\s,;(]*", between) else None

    def _check_supra(self, before: int, item: Found, number: int, cited: list[int]) -> None:
        """Ties the full citation to the note it names, and tells where the note is another one; the words 'supra note' are no second reference."""
        known = self.items[before]
        source = known.reference.source if known else None
        if known is None or source is None:
            return
        same = next((p for p in cited if (c := self.items[p]) and c.reference.source and c.reference.source.id == source.id), None)
        if same is not None:
            self.items[before] = self._through(known, same, source, item.mention.relation)
            return
        right = next(
            (p for p in self.by_source.get(source.id, ()) if p != before and (c := self.items[p]) and c.unit.kind == "footnote"), None
        )
        where = self.items[right].unit.name.removeprefix("footnote ") if right is not None and self.items[right] else None  # type: ignore[union-attr]
        message = f"« note {number} » ne cite pas ce document" + (f" ; la note {where} le cite." if where else ".")
        finding = _finding(item.reference, "note_slip", message, "probable" if where else "possible", f"note {where}" if where else None)
        self.items[before] = replace(known, reference=replace(known.reference, findings=(*known.reference.findings, finding)))

    # --- pointing words --------------------------------------------------------------------------------------------------------------

    def _self(self, item: Found) -> Found:
        reference = replace(item.reference, kind="other", source=self.own, canonical=self.own.canonical, unresolved=None)
        return replace(item, reference=reference)

    def _that(self, position: int, item: Found) -> Found | None:
        antecedent = self._same_kind_before(position, item, self.by_unit.get(item.unit.id, ()))
        if antecedent is not None:
            return self._repeated(item, antecedent, "anaphora")
        if item.mention.title == "avis" and self._own_genre() == "avis":
            return self._self(item)
        return None

    def _own_genre(self) -> str | None:
        if self.own.id.startswith("cncdh:"):
            return "avis"
        found = re.match(r"(?:l')?(?:second\s+)?([a-z]+)", fold(self.document.facts.title or ""))
        return found[1] if found else None

    def _precited(self, position: int, item: Found) -> Found | None:
        limit = bisect_left(self.outer, position)
        antecedent = self._same_kind_before(position, item, self.outer[max(0, limit - 200) : limit])
        if antecedent is not None:
            return self._repeated(item, antecedent, "anaphora")
        sure = item.mention.title in _SURE_NOUNS
        return self._unresolved(item, f"aucun document de ce genre n’est cité avant « {item.reference.surface} »") if sure else None

    def _same_kind_before(self, position: int, item: Found, among: Iterable[int]) -> int | None:
        kind = KINDS.get(item.mention.title or "")
        before = [p for p in among if p < position and (known := self.items[p]) and known.reference.source and known.reference.kind == kind]
        return before[-1] if before else None

    def _hint(self, position: int, item: Found) -> Found | None:
        """'sa déclaration…¹': the note called in the same sentence names it."""
        clean = item.unit.clean
        sentence = re.compile(r"[.!?](?=\s+[A-ZÀ-Ý«]|\s*$)|;").search(clean.text, item.mention.end, item.mention.end + _NEAR)
        stop = sentence.end() if sentence else min(len(clean.text), item.mention.end + _NEAR)
        last = clean.offsets[min(stop, len(clean.offsets) - 1)]
        for note in self.called.get(item.unit.id, ()):
            if note.call_offset is not None and item.reference.end <= note.call_offset <= last + 2:
                for position_there in self.by_unit.get(note.id, ()):
                    if self._fits(item, position_there):
                        return self._repeated(item, position_there, "anaphora")
        return None

    def _fits(self, item: Found, position: int) -> bool:
        known = self.items[position]
        source = known.reference.source if known else None
        if source is None or known is None:
            return False
        noun = item.mention.title or ""
        if noun in {"declaration", "discours"}:
            return source.subkind in {"declaration", "speech"}
        if item.mention.authority and source.authority != item.mention.authority:
            return False
        kinds = {"prior_avis", "report"} if noun in {"recommandations", "observations", "travaux"} else {KINDS.get(noun)}
        return known.reference.kind in kinds

    def _title(self, position: int, item: Found) -> Found | None:
        words, own = _content(item.mention.title or ""), _content(self.document.facts.title or "")
        alike = len(words & own) / max(1, min(len(words), len(own))) >= 0.7 and len(words & own) >= 3
        return self._self(item) if alike and item.unit.kind in {"front", "furniture", "heading", "annexe"} else None

    def _cote(self, position: int, item: Found) -> Found | None:
        if self.own.id == f"cncdh:{item.mention.number}":
            return self._self(item)
        return None

    def _plan(self, position: int, item: Found) -> Found | None:
        """'second plan d'action national': the one plan of that ordinal that the document names in full."""
        plans = {
            s.id: (p, s)
            for p in reversed(range(len(self.items)))
            if (known := self.items[p]) and (s := known.reference.source) and s.label == "Plan" and s.subkind == "plan"
        }
        same = [(p, s) for p, s in plans.values() if s.ordinal is not None and str(s.ordinal) == item.mention.number]
        if len(same) == 1:
            return self._through(item, same[0][0], same[0][1], "anaphora")
        return self._unresolved(
            item, "aucun plan de ce rang n’est nommé en entier" if not same else "plusieurs plans de ce rang sont nommés"
        )

    def _unresolved(self, item: Found, reason: str, kind: str | None = None, suggestion: str | None = None) -> Found:
        reference = replace(item.reference, unresolved=reason)
        if kind:
            reference = replace(
                reference,
                findings=(*reference.findings, _finding(reference, kind, reason[0].upper() + reason[1:] + ".", "probable", suggestion)),
            )
        return replace(item, reference=reference)


def _outermost(found: tuple[Found, ...]) -> Iterator[int]:
    """The positions of mentions that do not lie inside another of their unit."""
    unit, end = "", -1
    for position, item in enumerate(found):
        if item.unit.id != unit:
            unit, end = item.unit.id, -1
        if item.mention.end > end:
            yield position
            end = item.mention.end


def _bears(source: Source, name: list[str]) -> bool:
    """Whether the source's citation bears every word of the name."""
    words = set(re.findall(r"[a-z]{3,}", fold(f"{source.canonical} {source.title or ''} {source.authority or ''}")))
    return all(word in words for word in name)


def _content(title: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", fold(title)))


def _finding(reference: Reference, kind: str, message: str, certainty: Certainty, suggestion: str | None) -> Finding:
    return Finding(kind, message, certainty, reference.start, reference.end, reference.surface, suggestion)
