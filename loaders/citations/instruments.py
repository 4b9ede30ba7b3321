"""Resolving what is normative: laws known by their date, bare articles, "du même code", "la Convention"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..document import Document
from . import antecedents, cues
from .aliases import with_aliases
from .amending import Layout
from .anachronisms import without_later_laws
from .changes import state_changes
from .completing import complete, instrument_of
from .context import (
    Trail,
    base,
    by_number,
    combined,
    is_of_bill,
    is_open,
    is_recital,
    joined,
    nouns,
    open_list,
    reading_order,
    stem,
    style,
)
from .dated_acts import DatedActs
from .deciding import is_order
from .defaults import default, proper
from .found import Found
from .model import Source
from .outcomes import attached, of_a_court, through, unknown, unresolved
from .passages import is_changed, is_governed, is_indefinite, is_no_reference, quotation_start, stands_after
from .subjects import subject
from .text import folded

# "À son article 1er, le décret attaqué prévoit", "Le décret attaqué prévoit en son article 1er".
_NAMED_AFTER = re.compile(rf",? (?:la |le |l'|cette |ce |ledit |ladite )(?P<noun>{'|'.join(cues.NOUNS)})\b")
_AND_THE = re.compile(r",? (?:la |le |l'|cette |ce |ledit |ladite )")
# "l'article 1er du projet de loi" in the bill's own statement of reasons.
_OWN_BILL = re.compile(r"(?:projet|proposition) (?:de loi|d'ordonnance|de decret)(?! (?:n|de finances|relati))")
# So often a text about a bill has cited it before its bare articles are the bill's at the head of a paragraph.
_OFTEN = 3
_PRECITED = re.compile(r"precit|susvis|susment|ci-dessus")


def resolve_instruments(document: Document, found: tuple[Found, ...], context: Source | None = None) -> tuple[Found, ...]:
    """Completes partial instruments, then gives each short form its antecedent or the reason why it has none.

    With a `context` (the code the text is a part of), bare articles and "le présent code" are the context's.
    """
    found = without_later_laws(document, with_aliases(document, complete(found)))
    layout = Layout(document.source.text)
    found = tuple(item for item in found if not _is_heading(item, layout))
    reader = _Reader(found, context, layout)
    resolved = list(found)
    done: set[int] = set()
    for index in reading_order(document, found):
        if index in done:
            continue
        group = list(open_list(found, index))
        done.update(group)
        following = found[group[-1] + 1] if group[-1] + 1 < len(found) else None
        reader.place = group[-1]
        for place, item in zip(group, reader.read([found[i] for i in group], following), strict=True):
            resolved[place] = item
    return state_changes(tuple(item for item in resolved if not is_no_reference(item)))


def _is_heading(item: Found, layout: Layout) -> bool:
    """ "Article 3" at the head of the text's own article."""
    return item.mention.need == "instrument" and item.unit.kind != "footnote" and layout.heading_at(item.reference.start)


@dataclass(slots=True)
class _Reader:
    """Reads the mentions in order and keeps what a short form can point back to."""

    found: tuple[Found, ...]
    context: Source | None
    layout: Layout
    body: Trail = field(default_factory=Trail)
    notes: dict[str, Trail] = field(default_factory=dict)
    all_notes: Trail = field(default_factory=Trail)
    # Article number (chapter number of a code's articles), then instrument id, to the last citation.
    articles: dict[str, dict[str, Found]] = field(default_factory=dict)
    styles: dict[str, set[str]] = field(default_factory=dict)
    chapters: dict[str, dict[str, Found]] = field(default_factory=dict)
    cited: Counter[str] = field(default_factory=Counter)
    first: dict[str, Found] = field(default_factory=dict)
    # Instrument id, to where it was last named; then where in `found` the list being read ends.
    last_named: dict[str, int] = field(default_factory=dict)
    place: int = 0
    last_article: Found | None = None
    latest: Found | None = None
    # The last citation that goes by "ordonnance": a law's kind, and a court's.
    last_order: Found | None = None
    next: Found | None = None
    # By where its paragraph starts: what an amending paragraph amends, what was cited in the words it inserts.
    amended: dict[int, Found] = field(default_factory=dict)
    inserted: dict[int, Trail] = field(default_factory=dict)
    _later: dict[str, list[Found]] | None = None
    _acts: DatedActs | None = None
    _defaults: dict[str, Found | Source | None] = field(default_factory=dict)

    def read(self, items: list[Found], following: Found | None) -> list[Found]:
        """The items of one list, resolved together (a single item is a list of one); `following` comes next in the text."""
        first, self.next = items[0].mention, following
        if first.need != "instrument":
            done = items
        elif is_open(items[0]):
            done = self._open(items, following)
        else:
            done = [self._cued(items[0])]
        for item in done:
            self._remember(item)
        return done

    def _remember(self, item: Found) -> None:
        source, instrument = item.reference.source, instrument_of(item.reference)
        self.latest = item if source else self.latest
        if item.mention.kind == "case" and is_order(folded(item.reference.surface)):
            self.last_order = item
        if source is None and item.mention.article:
            # "Cet article" after it is this one, not the one before.
            self.last_article = item
        if source is None or instrument is None:
            return
        if (instrument.subkind or "").startswith("ordonnance"):
            self.last_order = item
        self.cited[instrument.id] += 1
        self.first.setdefault(instrument.id, item)
        self.last_named[instrument.id] = item.reference.start
        for trail in self._flows(item):
            trail.add(item)
        if source.label == "Article" and item.mention.article:
            for number in (item.mention.article, base(item.mention.article)):
                self.articles.setdefault(number, {})[instrument.id] = item
            if chapter := stem(item.mention.article):
                self.chapters.setdefault(chapter, {})[instrument.id] = item
            if numbered := style(item.mention.article):
                self.styles.setdefault(instrument.id, set()).add(numbered)
            self.last_article = item

    def _flows(self, item: Found) -> Iterator[Trail]:
        """The flows of text the item stands in; words that an amending text inserts are a flow of their own."""
        offset = item.reference.start
        insertion = self.layout.insertion(offset)
        if insertion is not None:
            yield self.inserted.setdefault(insertion, Trail())
        elif item.unit.kind == "footnote":
            yield self.notes.setdefault(item.unit.id, Trail())
            yield self.all_notes
        else:
            yield self.body
            if (place := self.layout.at(offset)) >= 0:
                self.amended.setdefault(self.layout.paragraphs[place].start, item)

    def _amended(self, items: list[Found]) -> Found | None:
        """The text that the paragraphs above amend, if it can have these articles."""
        for paragraph in self.layout.above(items[0].reference.start):
            if (antecedent := self.amended.get(paragraph.start)) is not None:
                return antecedent if self._fits(items, antecedent) or self._counts_on(items, antecedent) else None
        return None

    def _counts_on(self, items: list[Found], antecedent: Found) -> bool:
        """True if the amended code has no prefixes and neither have the items: low and high numbers are then of one series."""
        seen = self.styles.get(antecedents.instrument_id(antecedent), set())
        return bool(seen) and "prefixed" not in seen and all(style(item.mention.article or "") in ("plain", "high") for item in items)

    def _open(self, items: list[Found], following: Found | None) -> list[Found]:
        """Articles without a text: the context's, those of "ses", else of the text that knows them or stands nearest."""
        cue = folded(items[0].mention.cue or "")
        if is_recital(items[0]):
            return self._recitals(items)
        if text := stands_after(items[0], self.found, self.place - len(items)):
            return [unknown(item, text) for item in items]
        if cue.split()[:1] and cue.split()[0] in ("son", "ses", "leur", "leurs", "its", "their"):
            antecedent = self._subject(items[0])
        elif self.context is not None:
            return [attached(item, self.context) for item in items]
        elif cues.is_demonstrative(cue) and (known := self._known(items[:1])):
            antecedent = known
        else:
            antecedent = antecedents.put_into(items, next(self._trails(items[0])), self._fits) or self._amended(items)
            if antecedent is None and self._is_own(items):
                return items
            antecedent = (
                antecedent
                or self._numbered_as_bill(items)
                or (self._following(items, following) if following and combined(items[-1], following) else None)
                or self._known(items)
                or self._quoted_for(items)
                or self._following(items, following)
                or antecedents.sibling(items, self.chapters)
                or self._near(items)
                or self._cited_later(items)
                or antecedents.named_soon(items, self.found[self.place + 1 : self.place + 1 + antecedents.NEAREST])
            )
        return [self._attach(item, antecedent, "no_text_for_article") for item in items]

    def _is_own(self, items: list[Found]) -> bool:
        """True for articles of the text itself, which are no citations: "l'article 3" in a bill that has one."""
        return all(item.mention.article in self.layout.own.values() and quotation_start(item) is None for item in items)

    def _recitals(self, items: list[Found]) -> list[Found]:
        """Recitals without their act: of the EU act named right after or last before; elsewhere the word has other uses."""
        last = items[-1]
        following = self._after(last)
        gap = last.unit.clean.text[last.mention.end : following.mention.start] if following else ""
        antecedent = following if _AND_THE.fullmatch(folded(gap)) else self.latest
        source = instrument_of(antecedent.reference) if antecedent else None
        if antecedent is None or source is None or source.label != "EUAct" or antecedent.unit.id != last.unit.id:
            return items
        if is_governed(antecedent):
            antecedent = self._last_called(last, next(nouns(source)))
        return [self._attach(item, antecedent) for item in items]

    def _cued(self, item: Found) -> Found:
        cue = item.mention.cue or ""
        if self.context is not None and "présent" in cue:
            return attached(item, self.context)
        if cues.noun(cue) is None:
            return self._without_noun(item)
        if item.mention.title:
            return self._titled(item)
        if "présent" in cue:
            quoted = self._presented(item) or antecedents.quoted_article(item, self._trails(item))
            quoted = quoted or (self._by_noun(item) if quotation_start(item) is not None else None)
            return self._attach(item, quoted or antecedents.own_text(self.found, cues.noun(cue) or ""), "own_text_unknown")
        if item.mention.kind == "bill":
            return self._of_bill(item)
        return self._dated_acts().read(item) if item.mention.date else self._pointed(item, cue)

    def _without_noun(self, item: Found) -> Found:
        """An article whose words name no kind of text: of a text unknown to us, or the article named just before."""
        if cues.is_pronoun(item.mention.cue):
            named = antecedents.of_gender(item, next(self._trails(item)))
            return self._attach(item, named, "no_text_before", cue=item.mention.cue or "")
        if not (item.mention.article and item.mention.title):
            return self._same_article(item)
        if self.layout.own and _OWN_BILL.match(folded(item.mention.title)):
            return item
        if _PRECITED.search(folded(item.mention.title)) and (known := self._known([item])):
            return self._attach(item, known)
        return unknown(item, item.mention.title)

    def _pointed(self, item: Found, cue: str) -> Found:
        if cues.noun(cue) == "ordonnance" and self.last_order and self.last_order.mention.kind == "case":
            return of_a_court(item)
        antecedent = self._applying(item) if "application" in cue else self._by_noun(item)
        unnamed = antecedent is None and cues.day(cue) is not None
        if item.mention.article is None and (unnamed or is_indefinite(item, antecedent)):
            return item
        if antecedent is None and (noun := proper(cue)):
            if noun not in self._defaults:
                self._defaults[noun] = default(self.found, noun)
            usual = self._defaults[noun]
            if isinstance(usual, Source):
                return attached(item, usual)
            antecedent = usual
        return self._attach(item, antecedent, "no_text_before", cue=f"{cue[:1].lower()}{cue[1:]}")

    def _applying(self, item: Found) -> Found | None:
        """ "son décret d’application": the decree named right after, else the one cited most."""
        return self._after(item) or antecedents.most_cited("Decree", self.first, self.cited)

    def _of_bill(self, item: Found) -> Found:
        """ "l'article 5 du projet de loi": the last bill named, else the only one of the document; in a bill itself, no citation."""
        if self.layout.own:
            return item
        noun = cues.noun(item.mention.cue) or ""
        return self._attach(
            item, antecedents.last_bill(self._trails(item), self.found, noun), "no_text_before", cue=item.mention.cue or noun
        )

    def _dated_acts(self) -> DatedActs:
        if self._acts is None:
            self._acts = DatedActs(self.found)
        return self._acts

    def _presented(self, item: Found) -> Found | None:
        """ "du présent code" in inserted words: the text they go into."""
        if self.layout.insertion(item.reference.start) is None:
            return None
        above = (self.amended.get(paragraph.start) for paragraph in self.layout.above(item.reference.start))
        antecedent = next(filter(None, above), None)
        instrument = instrument_of(antecedent.reference) if antecedent else None
        return antecedent if instrument and cues.noun(item.mention.cue) in (*nouns(instrument), None) else None

    def _same_article(self, item: Found) -> Found:
        """ "cet article", "dudit article": the last one cited, if it stands in this section."""
        last = self.last_article
        source = last.reference.source if last else None
        if last and source is None and not last.reference.unresolved and last.unit.section == item.unit.section:
            return item
        if last is None or source is None or last.unit.section != item.unit.section:
            return unresolved(item, "no_article_before")
        canonical = ", ".join(filter(None, (source.canonical, item.mention.pinpoint)))
        reference = replace(item.reference, source=source, canonical=canonical, kind=last.reference.kind)
        return through(replace(item, reference=reference), last)

    def _by_noun(self, item: Found) -> Found | None:
        noun, year, day = cues.noun(item.mention.cue) or "texte", cues.year(item.mention.cue), cues.day(item.mention.cue)
        if year or day:
            return antecedents.of_date(self._trails(item), noun, year or "", day or "")
        if ranked := cues.rank(item.mention.cue):
            return antecedents.of_rank(self._trails(item), noun, first=ranked == "premi")
        last = self._last_called(item, noun)
        if noun == "code" and item.mention.article and last and not self._fits([item], last):
            return self._known([item]) or antecedents.fitting_code(item, next(self._trails(item)), self.styles) or last
        return last

    def _trails(self, item: Found) -> Iterator[Trail]:
        if (insertion := self.layout.insertion(item.reference.start)) is not None:
            yield self.inserted.get(insertion, Trail())
        if item.unit.kind == "footnote":
            yield self.notes.get(item.unit.id, Trail())
        yield self.body
        yield self.all_notes

    def _subject(self, item: Found) -> Found | None:
        """What "ses" stands for: the instrument its clause begins with ("Vu la loi…, notamment ses articles"), else the last one."""
        if style(item.mention.article or "") in ("prefixed", "high") and (known := self._known([item])):
            return known
        if named := _NAMED_AFTER.match(folded(item.unit.clean.text[item.mention.end : item.mention.end + 40])):
            return self._after(item) or self._last_called(item, named["noun"])
        return next((found for trail in self._trails(item) if (found := subject(item, trail, self._fits))), None)

    def _after(self, item: Found) -> Found | None:
        """ "Dans son article 6, la directive 2003/98/CE": the instrument named right after."""
        return self.next if self.next and 0 <= self.next.mention.start - item.mention.end < 8 and self.next.reference.source else None

    def _last_called(self, item: Found, noun: str) -> Found | None:
        """The last instrument that goes by the noun ("le décret attaqué")."""
        return next((called for trail in self._trails(item) if (called := trail.called(item, noun))), None)

    def _titled(self, item: Found) -> Found:
        """A law named by its title alone: the one of that title in laws.yaml, or the one that is referred ("la loi déférée")."""
        cue, title = item.mention.cue or "", item.mention.title or ""
        known = antecedents.titled_law(cue, title, self.found)
        return attached(item, known) if known else unknown(item, f"{cue.split(' «')[0]} {title}")

    def _known(self, items: list[Found]) -> Found | None:
        """The text cited before that has all these articles; of several, the one named last."""
        tables = [self.articles.get(a) or self.articles.get(base(a)) or {} for item in items if (a := item.mention.article)]
        shared = set(tables[0]).intersection(*tables[1:])
        last = max(shared, key=lambda i: self.last_named.get(i, 0), default=None)
        return tables[0][last] if last else None

    def _numbered_as_bill(self, items: list[Found]) -> Found | None:
        """The bill of articles numbered as only bills are: "1er bis A", "3 (nouveau)"."""
        as_bill = items[0].mention.kind == "bill" or any(is_of_bill(item.mention.article or "") for item in items)
        antecedent = antecedents.last_bill(self._trails(items[0]), self.found) if as_bill else None
        return antecedent if antecedent and self._fits(items, antecedent) else None

    def _quoted_for(self, items: list[Found]) -> Found | None:
        quoted = antecedents.quoted_article(items[0], self._trails(items[0]))
        return quoted if quoted and self._fits(items, quoted) else None

    def _following(self, items: list[Found], following: Found | None) -> Found | None:
        """The text of the next item of the sentence's list: "l'article 5 et l'article 6 de la Convention"."""
        if following is None or following.mention.article is None or not joined(items[-1], following):
            return None
        if ";" in items[-1].unit.clean.text[items[-1].mention.end : following.mention.start]:
            return None
        if following.mention.need == "instrument" and cues.noun(following.mention.cue):
            following = self._cued(following)
        return following if self._fits(items, following) else None

    def _near(self, items: list[Found]) -> Found | None:
        antecedent = antecedents.nearest(items, self._trails(items[0]), self._fits)
        # Bills number their articles without hyphens: an article 4-1 is put into the law that one changes.
        if antecedent is None or any("-" in (item.mention.article or "") for item in items):
            return antecedent
        aside = antecedent.unit.id != items[0].unit.id
        bill = antecedents.last_bill(self._trails(items[0]), self.found) if aside or is_changed(antecedent) else None
        spoken_of = bill and (not aside or self.cited[antecedents.instrument_id(bill)] >= _OFTEN)
        return bill if bill and spoken_of and self._fits(items, bill) else antecedent

    def _cited_later(self, items: list[Found]) -> Found | None:
        if self._later is None:
            self._later = by_number(self.found)
        later = self._later.get(items[0].mention.article or "", [])
        parents = {s.id for f in later if (s := instrument_of(f.reference))}
        return later[0] if len(parents) == 1 and self._fits(items, later[0]) else None

    def _fits(self, items: list[Found], antecedent: Found) -> bool:
        return antecedents.all_fit(items, antecedent, self.styles)

    def _attach(self, item: Found, antecedent: Found | None, why: str = "unresolved", **facts: str) -> Found:
        instrument = instrument_of(antecedent.reference) if antecedent else None
        if antecedent is None or instrument is None:
            return unresolved(item, why, **facts)
        return through(attached(item, instrument), antecedent)
