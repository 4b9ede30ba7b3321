"""Completing what a text names in part: a law by its date alone, a decree by its number, an instruction by the start of its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from . import laws
from .found import Found
from .model import Reference, Source
from .provisions import provision

type Table = Mapping[tuple[str, str], Sequence[Source]]

_WITHOUT_NUMBER_OR_DATE = ("Law", "Decree", "Circular")


class Instruments:
    """The instruments a document cites in full, to complete by them the ones it cites in part."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._by_date: dict[tuple[str, str], list[Source]] = {}
        self._by_number: dict[tuple[str, str], list[Source]] = {}
        self._by_id: dict[str, Source] = {}
        for item in found:
            if (source := instrument_of(item.reference)) is not None:
                self._learn(source)

    def _learn(self, source: Source) -> None:
        known = self._by_id.get(source.id)
        if known is None or (known.date is None and source.date is not None):
            self._by_id[source.id] = source
        if source.number and source.date and source.subkind:
            for table, value in ((self._by_date, source.date), (self._by_number, source.number)):
                same = table.setdefault((family(source), value), [])
                if all(s.id != source.id for s in same):
                    same.append(source)

    def full(self, source: Source) -> Source:
        """The instrument in full: as the document gives it elsewhere, else as laws.yaml knows it, else as it stands."""
        if source.label == "EUAct":
            return self._by_id.get(source.id, source) if source.date is None else source
        if source.label not in _WITHOUT_NUMBER_OR_DATE or (source.number and source.date and source.label != "Circular"):
            return source
        return self._from(self._by_date, self._by_number, source) or self._from(laws.known(), laws.known(), source) or source

    def _from(self, by_date: Table, by_number: Table, source: Source) -> Source | None:
        key = family(source)
        candidates = list(by_date.get((key, source.date), ())) if source.date else list(by_number.get((key, source.number or ""), ()))
        if source.number:
            candidates = [c for c in candidates if c.number and c.number.lower().startswith(source.number.lower())]
            candidates = candidates or _longer_numbers(by_number, key, source.number)
        if len(candidates) > 1:
            candidates = [c for c in candidates if c.subkind == source.subkind and c.id != source.id] or candidates
        elif source.subkind and " " in source.subkind:
            candidates = [c for c in candidates if c.subkind == source.subkind]
        return candidates[0] if len(candidates) == 1 else None


def _longer_numbers(by_number: Table, key: str, number: str) -> list[Source]:
    """Those whose register number begins with this one: 2100/DEF/DCSSA for 2100."""
    return [s for (k, n), sources in by_number.items() for s in sources if k == key and n.lower().startswith(f"{number.lower()}/")]


def family(source: Source) -> str:
    """The first word of the type: "loi" for a "loi organique", which texts also call "la loi"."""
    return (source.subkind or source.label).split()[0]


def instrument_of(reference: Reference) -> Source | None:
    """The instrument a reference names, or whose article it names; None for documents and cases."""
    source = reference.source
    if source is None:
        return None
    source = source.parent if source.label == "Article" else source
    return (
        source if source and source.label in ("Code", "Law", "Decree", "Circular", "Convention", "EUAct", "Constitution", "Bill") else None
    )


def complete(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Every reference with its instrument in full."""
    table = Instruments(found)
    return tuple(_completed(item, table) for item in found)


def _completed(item: Found, table: Instruments) -> Found:
    known = instrument_of(item.reference)
    full = table.full(known) if known else None
    if full and full.date and not full.number and item.mention.article:
        full = laws.by_article(family(full), full.date, item.mention.article) or full
    if known is None or full is None or (full.id == known.id and full.canonical == known.canonical):
        return item
    return replace(item, reference=on(item, full))


def on(item: Found, instrument: Source) -> Reference:
    """The item's reference on this instrument: the instrument itself, or its article."""
    reference = item.reference
    article = item.mention.article
    if article is None:
        return replace(reference, source=instrument, canonical=instrument.canonical)
    source, pinpoint = provision(instrument, article, item.mention.pinpoint)
    canonical = ", ".join(filter(None, (source.canonical, pinpoint)))
    return replace(reference, source=source, canonical=canonical, pinpoint=pinpoint)
