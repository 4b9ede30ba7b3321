"""One work, one source: the wordings under which a document cites the same avis, report, plan, bill or case are joined.

Citations of one work differ: a title is shortened, a date or the place in the gazette is given once. Two wordings are of one work
if they share a reference number, a place in the gazette, or a date or title, and contradict each other in none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from ...graph import identifiers
from ..document import Document
from .completing import on
from .dating import DatedWording, date_conflicts, settled_date
from .found import Found
from .genres import Genre, genre_named, tables
from .issuers import issuer_named
from .known_authors import author_of, with_cited_authors
from .model import Source
from .same_day import open_days, with_cited_courts, with_cited_days, with_cited_parties, with_court_orders
from .works import Work, work_source

_KINDS = frozenset({"prior_avis", "report", "plan", "bill", "case", "other"})
_LABELS = frozenset({"Avis", "Report", "Plan", "Bill", "Case"})
# How much of the shorter title the longer one must hold, and of both together.
_CONTAINED, _SHARED = 0.8, 0.5
# How many works with something in common a citation is compared with: the nearest before it.
_CANDIDATES = 12
_AFTER = 400
_JOINED = re.compile(r"(?P<year>\d{4})-(?P<parts>\d{1,4}(?:/\d{1,4})+) (?P<kind>[A-Z]+)")
_ADDRESS_COTE = re.compile(r"[/_-]a[_-]{0,3}((?:19|20)\d\d)[_-]{1,3}(\d{1,2})[_-]", re.IGNORECASE)
_ADDRESS_DATE = re.compile(r"/(?:20)?(?P<year>[012]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[_.-])")


@dataclass(slots=True)
class Cluster:
    """The citations of one work so far, by their index among the mentions, and what they say together."""

    group: str
    members: list[int] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    cote: str | None = None
    gazette: str | None = None
    number: str | None = None
    authority: str | None = None
    ordinal: int | None = None
    dates: dict[str, None] = field(default_factory=dict)
    words: list[frozenset[str]] = field(default_factory=list)
    # Set when a later citation shows that this is the work of another cluster.
    into: Cluster | None = None

    def root(self) -> Cluster:
        """The cluster that this one became a part of, or itself."""
        cluster = self
        while cluster.into is not None:
            cluster = cluster.into
        return cluster


def unite_works(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Every documentary mention with the one source of its work; the others as they are."""
    found = with_cited_parties(with_court_orders(with_cited_courts(with_cited_days(with_cited_authors(found)))))
    clusters: list[Cluster] = []
    index: dict[tuple[str, ...], list[Cluster]] = {}
    for position, item in enumerate(found):
        source = item.reference.source
        if source is None or item.mention.kind not in _KINDS or source.label not in _LABELS:
            continue
        source = _with_cote(document, found, position, source)
        _place(clusters, index, position, _group(item, source), source)
    united = list(found)
    bills: dict[str, Source] = {}
    for cluster in (c for c in clusters if c.into is None):
        dates = [DatedWording(p, s.date, _address_date(document, found, p)) for p, s in zip(cluster.members, cluster.sources, strict=True)]
        date = settled_date(dates)
        source = _united(cluster, date)
        bills.update({s.id: source for s in cluster.sources if s.label == "Bill"})
        for position in cluster.members:
            reference = found[position].reference
            if reference.source is not source or reference.canonical != source.canonical:
                united[position] = replace(found[position], reference=replace(reference, source=source, canonical=source.canonical))
        for position, finding in date_conflicts(dates, date, found):
            item = united[position]
            united[position] = replace(item, reference=replace(item.reference, findings=(*item.reference.findings, finding)))
    return tuple(_of_united(item, bills) for item in open_days(united))


def _of_united(item: Found, bills: Mapping[str, Source]) -> Found:
    """An article of a bill, as one of the source that all wordings of the bill share."""
    parent = item.reference.source.parent if item.reference.source else None
    bill = bills.get(parent.id) if parent else None
    return item if parent is None or bill is None or bill.id == parent.id else replace(item, reference=on(item, bill))


def _group(item: Found, source: Source) -> str:
    """Works are joined within one kind only; a case by its court."""
    return f"{source.label}:{source.subkind}" if item.mention.kind == "other" else source.label


def _with_cote(document: Document, found: tuple[Found, ...], position: int, source: Source) -> Source:
    """The source with the CNCDH reference number that the address printed after the citation holds."""
    if source.label != "Avis" or source.id.startswith("cncdh:") or source.authority not in (None, "cncdh"):
        return source
    cote = _ADDRESS_COTE.search(_address(document, found, position))
    return replace(source, number=f"A-{cote[1]}-{int(cote[2])}") if cote else source


def _address(document: Document, found: tuple[Found, ...], position: int) -> str:
    """The web address printed after a citation, before the next one, its line breaks undone; '' where there is none."""
    item, after = found[position], position + 1
    while after < len(found) and found[after].unit is item.unit and found[after].mention.start < item.mention.end:
        after += 1
    last = found[after].mention.start if after < len(found) and found[after].unit is item.unit else item.mention.end + _AFTER
    # That of a link ("[l'avis](https://…)") is left out of the unit's words.
    linked = document.source.text.startswith("](", item.reference.end)
    text = (
        document.source.text[item.reference.end : item.reference.end + _AFTER] if linked else item.unit.clean.text[item.mention.end : last]
    )
    start = text.find("http")
    return re.sub(r"(?<=[/_.-])\s+|\s+(?=[/_.])", "", text[start:].split(" ; ")[0]) if start >= 0 else ""


def _address_date(document: Document, found: tuple[Found, ...], position: int) -> str | None:
    """The day that a file's name opens with: '/191119_avis…' is 2019-11-19, '/20191119…' too."""
    named = _ADDRESS_DATE.search(_address(document, found, position))
    return f"20{named['year']}-{named['month']}-{named['day']}" if named else None


def _place(clusters: list[Cluster], index: dict[tuple[str, ...], list[Cluster]], position: int, group: str, source: Source) -> None:
    """Puts one citation into the cluster it agrees with, joining those it shows to be one work, or into a new cluster."""
    keys = list(_keys(group, source))
    candidates = {id(root): root for key in keys for c in index.get(key, ())[-_CANDIDATES:] if (root := c.root())}
    agreed = [c for c in candidates.values() if _agree(c, source)]
    if group == "Case" and source.number is None and any(not _compatible(agreed[0], other) for other in agreed[1:]):
        # "l'arrêt du 8 avril 2014" where two decisions of that day are cited: it may be either.
        agreed = []
    cluster = agreed[0] if agreed else Cluster(group)
    if not agreed:
        clusters.append(cluster)
    for other in agreed[1:]:
        if _compatible(cluster, other):
            _absorb(cluster, other)
            other.into = cluster
    _add(cluster, position, source)
    for key in keys:
        places = index.setdefault(key, [])
        if all(c.root() is not cluster for c in places[-_CANDIDATES:]):
            places.append(cluster)


def _keys(group: str, source: Source) -> Iterator[tuple[str, ...]]:
    """What two citations of one work may share."""
    if cote := _cote(source):
        yield (group, "cote", cote)
    elif source.number:
        yield from ((group, "number", number) for number in _numbers(source.number, first=True))
    if source.gazette:
        yield (group, "gazette", source.gazette)
    if source.date:
        yield (group, "date", source.date)
    words = sorted(_words(source), key=lambda w: (-len(w), w))
    for word in words[:4]:
        yield (group, "word", word)


def _cote(source: Source) -> str | None:
    if source.label == "Avis" and source.number and re.fullmatch(r"A-\d{4}-\d{1,2}", source.number):
        return source.number
    return None


def _words(source: Source) -> frozenset[str]:
    """The content words of the title: four letters or more, without the words of the genre."""
    return _content_words(source.title or "", source.subkind == "dispositif")


@lru_cache(maxsize=4096)
def _content_words(title: str, whole: bool) -> frozenset[str]:
    empty = frozenset() if whole else _empty_words()
    found = re.findall(r"[a-z]{4,}|\d+", identifiers.fold(title))
    return frozenset(w for w in found if w not in empty and not re.fullmatch(r"(?:19|20)\d\d", w))


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(tables()["empty_words"].split())


def _agree(cluster: Cluster, source: Source) -> bool:
    """Whether the citation is of the cluster's work."""
    cote = _cote(source)
    number = None if cote else source.number
    if _differ(cluster.cote, cote) or _differ(cluster.gazette, source.gazette) or _differ(cluster.authority, source.authority):
        return False
    if cluster.number and number and cluster.number != number:
        # Two decisions of one case share a number too: "Popov" is judged in 2012 and declared inadmissible in 2013.
        return bool(_numbers(cluster.number) & _numbers(number)) and (source.label != "Case" or _dates_agree(cluster, source))
    if (cluster.cote and cote) or (cluster.gazette and source.gazette and source.gazette.count("/") == 2):
        return True
    if (cluster.ordinal or 1) != (source.ordinal or 1) and (cluster.ordinal or source.ordinal or 1) > 1 and not _same_day(cluster, source):
        return False
    if cluster.number and number:
        return not source.date or not cluster.dates or any(_consistent(d, source.date) for d in cluster.dates)
    return _genres_agree(cluster, source) and _titles_agree(cluster, source)


def _numbers(written: str, *, first: bool = False) -> frozenset[str]:
    """The numbers of one work, or the `first` alone; of "2010-14/22 QPC", each of those joined."""
    numbers = written.split(", ")[: 1 if first else None]
    joined = (_JOINED.fullmatch(number) for number in numbers)
    each = (f"{found['year']}-{part} {found['kind']}" for found in joined if found for part in found["parts"].split("/"))
    return frozenset((*numbers, *each))


def _genres_agree(cluster: Cluster, source: Source) -> bool:
    """Guidelines and a recommendation of one day are two; a "délibération" may be what another citation calls an opinion."""
    kinds = {known.subkind for known in cluster.sources}
    return source.label != "Avis" or source.subkind in kinds or "délibération" in kinds | {source.subkind} or None in kinds


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _same_day(cluster: Cluster, source: Source) -> bool:
    return source.date is not None and source.date.count("-") == 2 and source.date in cluster.dates


def _consistent(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _titles_agree(cluster: Cluster, source: Source) -> bool:
    words = _words(source)
    known = [w for w in cluster.words if w]
    if _same_day(cluster, source):
        return not words or not known or max(len(words & k) / min(len(words), len(k)) for k in known) >= 0.3
    if not words or not known:
        return False
    if cluster.group.endswith("dispositif"):
        together = frozenset().union(*known)
        return len(words & together) >= 3 and len(words & together) / min(len(words), len(together)) >= 0.75
    contained = max(len(words & k) / min(len(words), len(k)) for k in known)
    shared = max(len(words & k) / len(words | k) for k in known)
    enough = contained >= _CONTAINED and shared >= _SHARED and max(len(words & k) for k in known) >= min(3, len(words))
    if cluster.group == "Case":
        return enough and contained == 1 and _dates_agree(cluster, source)
    if _dates_agree(cluster, source):
        return enough
    # One title of some length twice in one year: a slip in the month or day, told to the reader.
    same_year = source.date is not None and any(d[:4] == source.date[:4] for d in cluster.dates)
    return enough and contained >= 0.95 and len(words) >= 4 and same_year and not (cluster.gazette and source.gazette)


def _dates_agree(cluster: Cluster, source: Source) -> bool:
    return not source.date or not cluster.dates or any(_consistent(d, source.date) for d in cluster.dates)


def _compatible(one: Cluster, other: Cluster) -> bool:
    """Whether two clusters that a new citation joins say nothing different."""
    pairs = ((one.cote, other.cote), (one.gazette, other.gazette), (one.number, other.number), (one.authority, other.authority))
    if any(_differ(a, b) for a, b in pairs) or (one.ordinal or 1) != (other.ordinal or 1):
        return False
    return not one.dates or not other.dates or any(_consistent(a, b) for a in one.dates for b in other.dates)


def _add(cluster: Cluster, position: int, source: Source) -> None:
    cluster.members.append(position)
    cluster.sources.append(source)
    cote = _cote(source)
    cluster.cote = cluster.cote or cote
    cluster.number = cluster.number or (None if cote else source.number)
    cluster.gazette = cluster.gazette or source.gazette
    cluster.authority = cluster.authority or source.authority
    cluster.ordinal = cluster.ordinal or source.ordinal
    if source.date:
        cluster.dates[source.date] = None
    cluster.words.append(_words(source))
    del cluster.words[8:]


def _absorb(cluster: Cluster, other: Cluster) -> None:
    for position, source in zip(other.members, other.sources, strict=True):
        _add(cluster, position, source)


def _united(cluster: Cluster, date: str | None) -> Source:
    """The work's one source: the surest identifier, the fullest date, the title of the fullest citation."""
    fullest = max(cluster.sources, key=lambda s: (bool(_cote(s)), bool(s.gazette), bool(s.number), len(s.date or ""), s.title is not None))
    if len(cluster.sources) == 1 and _cote(fullest) is None:
        return fullest
    if cluster.group in {"Avis", "Report"} or (cluster.group.startswith("Report:") and fullest.subkind in _genre_names()):
        titled = next((s for s in (fullest, *cluster.sources) if s.title), fullest)
        return work_source(_work(cluster, fullest, titled.title, date))
    dated = replace(fullest, date=date)
    best = max(cluster.sources, key=lambda s: (s.id.startswith("ECLI"), bool(s.number), len(s.date or "")))
    if cluster.group == "Case":
        return best
    return _longest(cluster, dated)


def _longest(cluster: Cluster, fullest: Source) -> Source:
    """Plans, bills and mechanisms are known by their title: the one with years, else the fullest, stands for all."""
    if cluster.group.endswith("dispositif"):
        return min(cluster.sources, key=lambda s: (len(_words(s)), s.id))
    return max(cluster.sources, key=lambda s: (bool(s.date), len(_words(s)), s is fullest))


def _work(cluster: Cluster, fullest: Source, title: str | None, date: str | None) -> Work:
    issuer = issuer_named(cluster.authority) if cluster.authority else None
    number = None if cluster.cote else cluster.number
    said = Work(0, 0, _genre(fullest), issuer, title, date, number, cluster.cote, cluster.gazette, cluster.ordinal)
    return said if issuer else replace(said, authors=next(filter(None, map(author_of, cluster.sources)), None))


def _genre_names() -> frozenset[str]:
    return frozenset(row["name"] for row in tables()["genres"]) | {row["subkind"] for row in tables()["genres"] if "subkind" in row}


def _genre(source: Source) -> Genre:
    row = next((r for r in tables()["genres"] if source.subkind in (r["name"], r.get("subkind"))), None)
    return genre_named(row["name"] if row else "rapport")
