"""Resolving what is normative: laws known by their date, bare articles, "du même code", "la Convention"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..document import Document
from . import cues, laws
from .completing import complete, instrument_of, on
from .context import Trail, fits, reading_order, style
from .found import Found
from .model import Source
from .text import folded

_CLAUSE_END = re.compile(r"[;.] |[.;]$|\n\s*\n")


def resolve_instruments(document: Document, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Completes partial instruments, then gives each short form its antecedent or the reason why it has none."""
    found = complete(found)
    reader = _Reader(_numbers(found))
    resolved = list(found)
    for index in reading_order(document, found):
        resolved[index] = reader.read(found[index])
    return tuple(item for item in resolved if item is not None)


def _numbers(found: Iterable[Found]) -> dict[str, list[Found]]:
    """Articles cited in full, by number, in document order."""
    table: dict[str, list[Found]] = {}
    for item in found:
        source = item.reference.source
        if source is not None and source.label == "Article" and item.mention.article:
            for number in {item.mention.article, base(item.mention.article)}:
                table.setdefault(number, []).append(item)
    return table


def base(article: str) -> str:
    """The article without its paragraph: 19 for "19.3"."""
    return re.sub(r"^(\d+)\.\d+$", r"\1", article)


@dataclass(slots=True)
class _Reader:
    """Reads the mentions in order and keeps what a short form can point back to."""

    numbers: dict[str, list[Found]]
    body: Trail = field(default_factory=Trail)
    notes: dict[str, Trail] = field(default_factory=dict)
    notes_all: Trail = field(default_factory=Trail)
    articles: dict[str, Found] = field(default_factory=dict)
    styles: dict[str, set[str]] = field(default_factory=dict)
    last_article: Found | None = None

    def read(self, item: Found) -> Found:
        done = self._resolved(item) if item.mention.need == "instrument" else item
        self._remember(done)
        return done

    def _remember(self, item: Found) -> None:
        source = item.reference.source
        if source is None:
            return
        note = item.unit.kind == "footnote"
        trails = (self.notes.setdefault(item.unit.id, Trail()), self.notes_all) if note else (self.body,)
        for trail in trails:
            trail.add(item)
        if source.label == "Article" and item.mention.article:
            self.articles[base(item.mention.article)] = self.articles[item.mention.article] = item
            self.last_article = item
            if source.parent:
                self.styles.setdefault(source.parent.id, set()).add(style(item.mention.article))

    def _resolved(self, item: Found) -> Found:
        mention = item.mention
        if mention.article is None:
            return self._whole(item)
        if mention.cue and mention.cue.split()[0] in ("son", "ses", "leur", "leurs"):
            return self._attach(item, self._subject(item), "aucun texte avant ce possessif")
        if cues.noun(mention.cue):
            if mention.title:
                return self._titled(item)
            return self._attach(item, self._by_noun(item), f"aucun texte cité avant « {mention.cue} »")
        return self._attach(item, self._bare(item), "aucun texte cité auquel rattacher cet article")

    def _whole(self, item: Found) -> Found:
        cue = item.mention.cue or ""
        if "article" in cue:
            antecedent = self._article_before(item)
            if antecedent is None or antecedent.reference.source is None:
                return _unresolved(item, "aucun article cité avant")
            source = antecedent.reference.source
            reference = replace(item.reference, source=source, canonical=source.canonical, kind=antecedent.reference.kind)
            return _through(replace(item, reference=reference), antecedent)
        antecedent = self._by_noun(item)
        return self._attach(item, antecedent, f"aucun texte cité avant « {cue} »")

    def _article_before(self, item: Found) -> Found | None:
        last = self.last_article
        return last if last and (last.unit.id == item.unit.id or last.unit.section == item.unit.section) else None

    def _by_noun(self, item: Found) -> Found | None:
        noun = cues.noun(item.mention.cue) or "texte"
        for trail in self._trails(item):
            if noun in trail.by_noun:
                return trail.by_noun[noun]
        return None

    def _trails(self, item: Found) -> Iterator[Trail]:
        if item.unit.kind == "footnote":
            yield self.notes.get(item.unit.id, Trail())
        yield self.body
        yield self.notes_all

    def _subject(self, item: Found) -> Found | None:
        """What "ses" stands for: the instrument its clause begins with ("Vu la loi…, notamment ses articles"), else the last one."""
        for trail in self._trails(item):
            clause = _clause(item)
            inside = [f for f in trail.items if f.unit.id == item.unit.id and clause <= f.mention.start < item.mention.start]
            if inside:
                opens = re.match(r"\s*(?:-\s*)?vu\b", folded(item.unit.clean.text[clause : clause + 20]))
                return inside[0] if opens else inside[-1]
            if last := trail.last():
                return last
        return None

    def _titled(self, item: Found) -> Found:
        """A law named by its title alone: the one of that title in laws.yaml."""
        title = folded(item.mention.title or "")
        for sources in laws.known().values():
            for source in sources:
                if source.title and len(title) > 12 and title.startswith(folded(source.title)[: max(20, len(title))]):
                    return _set(item, source)
        return _unresolved(item, "texte désigné par son seul intitulé")

    def _bare(self, item: Found) -> Found | None:
        article = item.mention.article or ""
        if before := self.articles.get(article) or self.articles.get(base(article)):
            return before
        for trail in self._trails(item):
            near = [f for f in reversed(trail.items[-12:]) if self._near(item, f) and self._fits(article, f)]
            if near:
                return near[0]
        later = self.numbers.get(article, [])
        parents = {s.id for f in later if (s := instrument_of(f.reference))}
        return later[0] if len(parents) == 1 else None

    def _near(self, item: Found, antecedent: Found) -> bool:
        return antecedent.unit.id == item.unit.id or antecedent.unit.section == item.unit.section or item.unit.kind == "footnote"

    def _fits(self, article: str, antecedent: Found) -> bool:
        instrument = instrument_of(antecedent.reference)
        return instrument is not None and fits(article, instrument, self.styles)

    def _attach(self, item: Found, antecedent: Found | None, reason: str) -> Found:
        instrument = instrument_of(antecedent.reference) if antecedent else None
        if antecedent is None or instrument is None:
            return _unresolved(item, reason)
        return _through(_set(item, instrument), antecedent)


def _clause(item: Found) -> int:
    """Where the clause that holds the mention begins in its unit."""
    window = item.unit.clean.text[: item.mention.start]
    start = max(0, len(window) - 600)
    ends = [m.end() for m in _CLAUSE_END.finditer(window, start)]
    return ends[-1] if ends else start


def _set(item: Found, instrument: Source) -> Found:
    from .provisions import kind_of

    reference = on(item, instrument)
    kind = kind_of(instrument) if item.mention.article else item.reference.kind
    return replace(item, reference=replace(reference, kind=kind, relation="anaphora"))


def _through(item: Found, antecedent: Found) -> Found:
    chain = (*antecedent.reference.chain, antecedent.reference.container)
    return replace(item, reference=replace(item.reference, antecedent=antecedent.reference.container_name, chain=chain))


def _unresolved(item: Found, reason: str) -> Found:
    article = item.mention.article
    canonical = f"art. {article} (texte non identifié)" if article else f"{item.mention.cue} (non identifié)"
    return replace(item, reference=replace(item.reference, unresolved=reason, canonical=canonical))
