"""Resolving short forms of documents: each gets what it stands for and through what, or the reason why it could not.

A short form is read against what the document has cited so far: its own unit first, then the notes before it, then the note that is
called where it stands (authors announce in the text what the note names).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...graph.bilingual import Bilingual
from ...graph.identifiers import fold
from ..document import Document
from ..messages import alike, place, say, sentence
from .called import OF_COURTS, goes_by, is_a, is_called_decision, may_be_called
from .case_names import CUE, CaseNames, is_generic
from .found import Found
from .itself import own_source
from .known_cases import known_case
from .model import Certainty, Finding, Kind, Reference, Relation, Source
from .shelves import Shelves, name_words
from .short_forms import KINDS, OP_CIT
from .text import folded

# A noun alone ("cette décision") often means something that is no document: without antecedent it is no reference.
# What stands before the name of a case in italics, and the signs of italics or of a link.
_CALLING = frozenset({"arret", "decision", "jurisprudence", "affaire"})
_MARKED = re.compile(r"[*_\[]|''")
_SURE_NOUNS = frozenset({"avis", "rapport", "arret", "deliberation"})
_NEAR = 300
_LONGEST_CHAIN = 12
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-ZÀ-Ý«]|\s*$)|;")
_JOINED = re.compile(r"[\s,;(]*(?:precitee?s?|op\.? ?cit\.?)?[\s,;(]*")


def resolve_documents(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The short forms of documents resolved, in order; hints that nothing explains are no references and are left out."""
    return tuple(_Resolver(document, found).run())


class _Resolver:
    """Goes through the mentions in reading order; what announces a note comes last, when the note is resolved."""

    def __init__(self, document: Document, found: tuple[Found, ...]) -> None:
        self.document = document
        self.shelves = Shelves(document, found)
        self.own = own_source(document)
        self.own_words = _content(document.facts.title or "")
        self.case_names = CaseNames(found)

    def run(self) -> Iterator[Found]:
        items = self.shelves.items
        for position in sorted(range(len(items)), key=lambda p: (_is_hint(items[p]), p)):
            if (item := items[position]) is not None:
                items[position] = self._resolved(position, item)
        return (item for item in items if item is not None)

    def _resolved(self, position: int, item: Found) -> Found | None:
        if item.mention.need != "document":
            return self._explicit(position, item)
        by_relation = {"ibid": self._ibid, "op_cit": self._op_cit, "supra": self._supra, "infra": self._supra}
        by_cue = {
            "present": self._self,
            "that": self._that,
            "precited": self._precited,
            "hint": self._hint,
            "title": self._title,
            "cote": self._cote,
            "bill": self._bill,
        }
        if (item.mention.cue or "").startswith(CUE):
            return self._case_name(position, item)
        handler = by_relation.get(item.mention.relation) or by_cue.get(item.mention.cue or "", self._plan)
        return handler(position, item)

    # --- what is cited in full -----------------------------------------------------------------------------------------------------

    def _explicit(self, position: int, item: Found) -> Found:
        source = item.reference.source
        if source is None:
            return item
        if self._own_number(item, source) or (source.label == "Circular" and source.id == self.own.id and not self._of_another_day(source)):
            return self._self(position, item)
        if OP_CIT.match(folded(item.unit.clean.text[item.mention.end : item.mention.end + 24])):
            return self._with_op_cit(position, item, source)
        if source.label == "Case" and source.title and source.date and not (source.authority or source.number):
            known = known_case(source.title, source.date)
            return replace(item, reference=replace(item.reference, source=known, canonical=known.canonical)) if known else item
        if item.mention.kind in {"prior_avis", "report"} and source.gazette and not (item.mention.title or item.mention.number):
            return self._by_date(position, item, source)
        return item

    def _own_number(self, item: Found, source: Source) -> bool:
        """The document's own number, at its head or with its own date."""
        own = self.document.facts
        if source.label != "Avis" or not own.cote or fold(source.number or "") != fold(own.cote):
            return False
        return item.unit.kind in {"front", "furniture", "heading"} or (source.date is not None and source.date == own.adopted_on)

    def _of_another_day(self, source: Source) -> bool:
        return source.date is not None and self.own.date is not None and source.date != self.own.date

    def _with_op_cit(self, position: int, item: Found, source: Source) -> Found:
        """'CNCDH, Avis…, 22 mai 2014, p. 5, op. cit.': its own words name it; the antecedent is its first citation."""
        first = self.shelves.by_source.get(source.id, [position])[0]
        if first < position:
            return self._through(item, first, source, "op_cit")
        said = say("op_cit_before_any", where=place(item.unit.name))
        reference = replace(item.reference, relation="op_cit")
        return replace(item, reference=_told(reference, "unresolved_op_cit", said, "probable", None))

    def _by_date(self, position: int, item: Found, source: Source) -> Found:
        """'son avis du 26 mai 2020': known by its date; the antecedent is the nearest citation that gives the title."""
        fuller = self.shelves.titled.get(source.id)
        if not fuller:
            return item
        after = bisect_left(fuller, position)
        return self._through(item, fuller[after - 1] if after else fuller[0], source, "anaphora")

    def _through(self, item: Found, antecedent: int, source: Source, relation: Relation) -> Found:
        """The mention as one of `source`, with the way it was resolved."""
        other = self.shelves.items[antecedent]
        chain = (other.unit.id, *other.reference.chain)[:_LONGEST_CHAIN] if other else ()
        name = other.unit.name if other else None
        resolved = replace(
            item.reference, source=source, canonical=source.canonical, reason=None, relation=relation, antecedent=name, chain=chain
        )
        return replace(item, reference=resolved)

    def _repeated(self, item: Found, antecedent: int, relation: Relation) -> Found:
        """The mention as what the antecedent cites; ibid. takes its page too."""
        other = self.shelves.items[antecedent]
        source = self.shelves.source(antecedent)
        if other is None or source is None:
            return _unresolved(item, say("repeated_unresolved"))
        pinpoint = item.mention.pinpoint or (other.reference.pinpoint if relation == "ibid" else None)
        reference = replace(item.reference, kind=other.reference.kind, pinpoint=pinpoint)
        return self._through(replace(item, reference=reference), antecedent, source, relation)

    # --- ibid., op. cit., supra -----------------------------------------------------------------------------------------------------

    def _ibid(self, position: int, item: Found) -> Found:
        named = self.shelves.named(name, position) if (name := _called(item)) else []
        antecedent = named[0] if named else self.shelves.before_in_unit(position, item)
        antecedent = self.shelves.last_of_note_before(item) if antecedent is None else antecedent
        antecedent = self.shelves.before_in_body(position, item) if antecedent is None else antecedent
        if antecedent is None:
            return _unresolved(item, say("follows_nothing", cue=item.mention.cue or ""))
        return self._repeated(item, self._first_of_joint(antecedent), "ibid")

    def _first_of_joint(self, antecedent: int) -> int:
        """'(point 106 de l'arrêt A et point 59 de l'arrêt B)': repeated, they are known by the first."""
        while (before := self.shelves.joined_by_and(antecedent)) is not None:
            antecedent = before
        return antecedent

    def _op_cit(self, position: int, item: Found) -> Found | None:
        name = _called(item)
        if not name:
            return None
        noted = self.shelves.in_note(int(item.mention.number)) if item.mention.number else []
        matches = [p for p in noted if (s := self.shelves.source(p)) and set(name) <= name_words(s)] or self.shelves.named(name, position)
        if not matches:
            reason = say("no_work_of_the_name", name=item.mention.title or "")
            return _unresolved(item, reason, kind="unresolved_op_cit")
        resolved = self._repeated(item, matches[0], "op_cit")
        ids = dict.fromkeys(source.id for p in matches if (source := self.shelves.source(p)))
        if len(ids) == 1:
            return resolved
        said = say("several_of_the_name", words=item.reference.surface, kept=resolved.reference.canonical)
        return replace(resolved, reference=_told(resolved.reference, "ambiguous_op_cit", said, "possible", ", ".join(ids)))

    def _supra(self, position: int, item: Found) -> Found | None:
        if item.mention.number:
            return self._supra_note(position, item, int(item.mention.number))
        cue = item.mention.cue or ""
        # In a note it is what the note refers to; in a sentence, words of the author's that name nothing.
        if cue in {"supra", "infra"} and item.unit.kind != "footnote":
            return None
        reason = say("internal") if cue in {"supra", "infra"} else say("internal_to", cue=cue)
        reference = replace(item.reference, canonical="renvoi interne", reason=reason)
        place = re.search(r"(?:§+|para[a-z.]*|points?)\s*(\d+)$", cue)
        target = next((p for p in self.document.paragraphs if place and p.number == int(place[1])), None)
        if target:
            reference = replace(reference, antecedent=f"paragraph {target.number}", chain=(target.id,))
        return replace(item, reference=reference)

    def _supra_note(self, position: int, item: Found, number: int) -> Found | None:
        cited = self.shelves.in_note(number)
        before = self._joined_before(position, item)
        if before is not None:
            self._check_note(before, item, number, cited)
            return None
        if cited:
            return self._repeated(item, cited[0], item.mention.relation)
        slip = next((n for n in (number + 1, number - 1) if self.shelves.in_note(n)), None)
        reason = say("note_cites_nothing_near" if slip else "note_cites_nothing", number=number, near=slip or "")
        return _unresolved(item, reason, kind="note_slip", suggestion=f"note {slip}" if slip else None)

    def _joined_before(self, position: int, item: Found) -> int | None:
        """The full citation that 'supra note 3' ends: 'CNCDH, Avis…, 22 mai 2014, supra note 3'."""
        before = self.shelves.before_in_unit(position, item)
        known = self.shelves.items[before] if before is not None else None
        if known is None or item.mention.start - known.mention.end > 30:
            return None
        return before if _JOINED.fullmatch(folded(item.unit.clean.text[known.mention.end : item.mention.start])) else None

    def _check_note(self, before: int, item: Found, number: int, cited: list[int]) -> None:
        """Ties the full citation to the note it names, and tells where that is another one ('supra note' is no second reference)."""
        known, source = self.shelves.items[before], self.shelves.source(before)
        if known is None or source is None:
            return
        same = next((p for p in cited if (s := self.shelves.source(p)) and s.id == source.id), None)
        if same is not None:
            self.shelves.items[before] = self._through(known, same, source, item.mention.relation)
            return
        notes = [self.shelves.items[p] for p in self.shelves.by_source.get(source.id, [])[:50] if p != before]
        right = next((n.unit.name.removeprefix("footnote ") for n in notes if n and n.unit.kind == "footnote"), None)
        said = say("note_of_another_right" if right else "note_of_another", number=number, right=right or "")
        told = _told(known.reference, "note_slip", said, "probable" if right else "possible", f"note {right}" if right else None)
        self.shelves.items[before] = replace(known, reference=told)

    # --- cases by their names ---------------------------------------------------------------------------------------------------------

    def _case_name(self, position: int, item: Found) -> Found | None:
        """'l'arrêt Tele2': the one case cited in full, anywhere in the document, that goes by the name; else the well-known one."""
        noun, name = (item.mention.cue or "").removeprefix(CUE), item.mention.title or ""
        cited = self._of_the_time(self.case_names.cited(name), item.mention.date)
        if len(cited) == 1:
            (antecedent,) = cited.values()
            source = self.shelves.source(antecedent)
            before = self.shelves.joined_by_and(position)
            if source is None or (before is not None and (s := self.shelves.source(before)) and s.id == source.id):
                return None
            return self._through(item, antecedent, source, "anaphora")
        if not cited and (source := known_case(name, item.mention.date)):
            reference = replace(item.reference, source=source, canonical=source.canonical, reason=None, relation="explicit")
            return replace(item, reference=reference)
        item = replace(item, reference=replace(item.reference, canonical=name))
        if len(cited) > 1:
            return _unresolved(item, say("several_cases_of_the_name", name=name))
        # Where no decision is cited at all, "l'arrêt Covid" may be anything; not in italics or dated ("l'arrêt Martin de 1953").
        marked = _MARKED.search(item.reference.surface) is not None
        cites = item.mention.pinpoint is not None or not self.case_names.empty or marked or item.mention.date is not None
        called = noun == "arret" or (noun == "prec" and "§" in (item.mention.pinpoint or "")) or (marked and noun in _CALLING)
        known = called and cites and not is_generic(name)
        return _unresolved(item, say("no_case_of_the_name", name=name)) if known else None

    def _of_the_time(self, cited: Mapping[str, int], date: str | None) -> Mapping[str, int]:
        """Of the cases so called, those of the date that goes with the name, or whose date is not known."""
        if not date:
            return cited
        sources = {case: self.shelves.source(position) for case, position in cited.items()}
        return {case: position for case, position in cited.items() if (s := sources[case]) and (s.date or date).startswith(date)}

    # --- pointing words --------------------------------------------------------------------------------------------------------------

    def _self(self, position: int, item: Found) -> Found:
        reference = replace(item.reference, kind="other", source=self.own, canonical=self.own.canonical, reason=None)
        return replace(item, reference=reference)

    def _that(self, position: int, item: Found) -> Found | None:
        """'cet avis': the last of that kind in the same unit, else the document itself where it is an avis."""
        antecedent = self._last_so_called(item.mention.title or "", position)
        known = self.shelves.items[antecedent] if antecedent is not None else None
        if antecedent is not None and known and known.unit.id == item.unit.id:
            return self._repeated(item, antecedent, "anaphora")
        if item.mention.title == "avis" and self._is_avis():
            return self._self(position, item)
        noted = self._in_notes_called(item) if item.mention.title in _SURE_NOUNS else None
        return self._repeated(item, noted, "anaphora") if noted is not None else None

    def _in_notes_called(self, item: Found) -> int | None:
        """The one document of that kind in the notes called before it, in its own paragraph or the one before: the text names it there."""
        if item.unit.kind == "footnote":
            return None
        noun = item.mention.title or ""
        fits = {
            s.id: p
            for note in self.shelves.notes_before(item.reference.start)
            for p in self.shelves.by_unit.get(note.id, ())
            if (s := self.shelves.source(p)) and (known := self.shelves.items[p]) and is_a(noun, known)
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _is_avis(self) -> bool:
        return (
            self.own.id.startswith("cncdh:") or re.match(r"(?:l')?(?:second\s+)?avis\b", fold(self.document.facts.title or "")) is not None
        )

    def _last_so_called(self, noun: str, position: int) -> int | None:
        """The last citation of what the noun names; a decision may be a court's too, where it is cited under that word."""
        if noun in OF_COURTS:
            return self.shelves.last_of_kind("case", position, lambda item: may_be_called(item, noun))
        antecedent = self.shelves.last_of_kind(KINDS.get(noun), position, lambda item: goes_by(item, noun))
        case = self.shelves.last_of_kind("case", position) if noun == "decision" else None
        known = self.shelves.items[case] if case is not None else None
        if case is None or known is None or (antecedent is not None and antecedent > case):
            return antecedent
        # An "arrêt" may be called a decision, where nothing else is called so.
        other = self.shelves.items[antecedent] if antecedent is not None else None
        return case if is_called_decision(known) or other is None or other.unit.id != known.unit.id else None

    def _precited(self, position: int, item: Found) -> Found | None:
        antecedent = self._announced(item)
        antecedent = self._last_so_called(item.mention.title or "", position) if antecedent is None else antecedent
        noted = self._in_notes_called(item) if antecedent is None else None
        if (found := noted if antecedent is None else antecedent) is not None:
            return self._repeated(item, found, "anaphora")
        sure = item.mention.title in _SURE_NOUNS
        return _unresolved(item, say("none_of_the_kind_before", words=item.reference.surface)) if sure else None

    def _announced(self, item: Found) -> int | None:
        """What the text cites right before it calls the note that says "Avis préc."."""
        for there in self.shelves.before_call(item.unit.id):
            known = self.shelves.items[there]
            if known and self.shelves.source(there) and is_a(item.mention.title or "", known):
                return there
        return None

    def _hint(self, position: int, item: Found) -> Found | None:
        """'sa déclaration…¹': the note called in the same sentence names it."""
        clean = item.unit.clean
        sentence = _SENTENCE_END.search(clean.text, item.mention.end, item.mention.end + _NEAR)
        stop = sentence.end() if sentence else min(len(clean.text), item.mention.end + _NEAR)
        last = clean.offsets[min(stop, len(clean.offsets) - 1)] + 2
        for note in self.shelves.called_between(item.unit.id, item.reference.end, last):
            for there in self.shelves.by_unit.get(note.id, ()):
                if self._fits(item, there):
                    return self._repeated(item, there, "anaphora")
        return None

    def _fits(self, item: Found, position: int) -> bool:
        known, source = self.shelves.items[position], self.shelves.source(position)
        if known is None or source is None:
            return False
        noun = item.mention.title or ""
        if noun in {"declaration", "discours"}:
            return source.subkind in {"declaration", "speech"}
        if item.mention.authority and source.authority != item.mention.authority:
            return False
        kinds: set[Kind | None] = {"prior_avis", "report"} if noun in {"recommandations", "observations", "travaux"} else {KINDS.get(noun)}
        return known.reference.kind in kinds

    def _title(self, position: int, item: Found) -> Found | None:
        words = _content(item.mention.title or "")
        shared = len(words & self.own_words)
        alike = shared >= 3 and shared / min(len(words), len(self.own_words)) >= 0.7
        return self._self(position, item) if alike and item.unit.kind in {"front", "furniture", "heading", "annexe"} else None

    def _cote(self, position: int, item: Found) -> Found | None:
        return self._self(position, item) if self.own.id == f"cncdh:{item.mention.number}" else None

    def _bill(self, position: int, item: Found) -> Found:
        """'le projet de loi tel qu'adopté en Conseil des ministres le…': the last bill named in full."""
        antecedent = self.shelves.last_of_kind("bill", position)
        if antecedent is None:
            return _unresolved(item, say("bill_not_named"))
        return self._repeated(item, antecedent, "anaphora")

    def _plan(self, position: int, item: Found) -> Found:
        """'second plan d'action national': the one plan of that rank that the document names in full."""
        rank = int(item.mention.number) if item.mention.number else None
        named = self.shelves.plans.get(rank, []) if rank is not None else []
        source = self.shelves.source(named[0]) if len(named) == 1 else None
        if source:
            return self._through(item, named[0], source, "anaphora")
        return _unresolved(item, say("several_plans" if named else "no_plan"))


def _called(item: Found) -> list[str]:
    """The words of the name that op. cit. or ibid. follows."""
    words = re.findall(r"[a-z]{3,}", fold(f"{item.mention.title or ''} {item.mention.authority or ''}"))
    return [word for word in words if word not in {"les", "des", "the", "and"}]


def _is_hint(item: Found | None) -> bool:
    return item is not None and item.mention.cue == "hint"


def _content(title: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", fold(title)))


def _unresolved(item: Found, reason: Bilingual, kind: str | None = None, suggestion: str | None = None) -> Found:
    reference = replace(item.reference, reason=reason)
    told = _told(reference, kind, sentence(reason), "probable", suggestion) if kind else reference
    return replace(item, reference=told)


def _told(reference: Reference, kind: str, said: Bilingual, certainty: Certainty, suggestion: str | None) -> Reference:
    """The reference with one more finding."""
    suggested = alike(suggestion) if suggestion else None
    finding = Finding(kind, said, certainty, reference.start, reference.end, reference.surface, suggested)
    return replace(reference, findings=(*reference.findings, finding))
