"""What a short form can point back to: the instruments and articles read so far, in the order a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ...graph import identifiers
from ..document import Document
from . import cues
from .completing import instrument_of
from .found import Found
from .grammar import grammar
from .model import Source
from .names import rows
from .numbering import LATIN
from .passages import is_governed, quotation_start
from .text import folded

# A code numbered in hundreds with hyphens (421-2-5) has no article 2; laws and treaties count from 1.
_HIGH = 200
_HIGH_HYPHENED = 100
_LONG = 1000
# "2 ter", "1 bis A": articles put into a law or a bill; treaties have hardly any.
_INSERTED = re.compile(rf"\d {LATIN}(?![a-z])")
_LISTED = grammar(r" ?(?:,|;|et|ou|ainsi que|ni|,? et|and|or|as well as) (?:(?:a|de|du|aux?|des|les|d'|l'|le|la) ?){0,3}(?:l')?$")
_COMBINED = grammar(
    r",? (?:(?:lu|pris)e?s? )?(?:combinee?s? (?:avec|a)|en combinaison avec|conjointement (?:avec|a)|ensemble avec"
    r"|(?:(?:read|taken) )?(?:together|in conjunction) with)"
    r" (?:ceux de )?(?:l'|les? |la )?"
)
_OF_BILL = re.compile(rf"\d{{1,3}} (?:{LATIN} [A-Z]{{1,2}}|[A-Z]{{2}}(?: {LATIN})?)|1 [A-Z]")
_CLOSE = 60
_DIVISION = re.compile(r"(?:livre|titre|chapitre|section|sous-section|annexe|considérant)")


@dataclass(slots=True)
class Trail:
    """Citations of one flow of text (the body, or one footnote), the last one last."""

    items: list[Found] = field(default_factory=list)
    by_noun: dict[str, Found] = field(default_factory=dict)
    # Of the instruments cited in quotations only: nothing outside them points back to these while another is there.
    quoted: dict[str, Found] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)

    def add(self, item: Found) -> None:
        source = instrument_of(item.reference)
        if source is None:
            return
        self.items.append(item)
        inside = quotation_start(item) is not None and source.id not in self.said
        if not inside:
            self.said.add(source.id)
        aside = is_governed(item)
        for noun in nouns(source):
            if inside:
                self.quoted[noun] = item
            elif not (aside and (named := self.by_noun.get(noun)) and named.unit.id == item.unit.id):
                self.by_noun[noun] = item

    def called(self, item: Found, noun: str) -> Found | None:
        """The last instrument that goes by the noun, for a short form at `item`: in a quotation, those it quotes count too."""
        own, quoted = self.by_noun.get(noun), self.quoted.get(noun)
        if own is None or quoted is None:
            return own or quoted
        opened = quotation_start(item)
        return quoted if opened is not None and opened <= quoted.mention.start and quoted.unit.id == item.unit.id else own

    def last(self) -> Found | None:
        return self.items[-1] if self.items else None


def nouns(source: Source) -> Iterator[str]:
    """The nouns a text can call an instrument by."""
    words = folded(source.name).split()
    if source.label == "Bill":
        yield "proposition de loi" if source.subkind == "ppl" else "projet de loi"
        yield "texte"
        return
    yield words[0]
    if source.subkind in ("loi organique", "loi constitutionnelle"):
        yield source.subkind
    if words[0] == "premier":
        yield words[1]
    if source.label == "Code":
        yield "code"
    yield "texte"


def reading_order(document: Document, found: tuple[Found, ...]) -> list[int]:
    """Indices of `found` as a reader meets them: a footnote where it is called."""
    calls = {note.id: note.call_offset for note in document.footnotes if note.call_offset is not None}

    def place(index: int) -> tuple[int, int, int]:
        item = found[index]
        called = calls.get(item.unit.id)
        return (called, 1, item.reference.start) if called is not None else (item.reference.start, 0, item.reference.start)

    return sorted(range(len(found)), key=place)


def is_recital(item: Found) -> bool:
    """True for a recital, which an EU act has before its articles."""
    return (item.mention.article or "").startswith("considérant")


def stem(article: str) -> str | None:
    """The chapter a code's article is numbered by: "246" for "R246-2"; None for other numbers."""
    found = re.match(r"(?:LO|[LRDA])?\*{0,2}(\d{3,4})-\d", article)
    return found[1] if found else None


def style(article: str) -> str | None:
    """How an article is numbered: 'prefixed', 'high' (421-2-5, 706), 'long' (1240), 'plain' (9, 6-1, 12.6); None for a division."""
    if _DIVISION.match(article):
        return None
    if article[:1].isalpha() and re.match(r"(?:LO|[LRDA])\*{0,2}\d", article):
        return "prefixed"
    digits = re.match(r"\d+", article)
    if not digits:
        return "plain"
    if "-" not in article and int(digits[0]) >= _LONG:
        return "long"
    return "high" if int(digits[0]) >= (_HIGH_HYPHENED if "-" in article else _HIGH) else "plain"


def fits(article: str, instrument: Source, styles: dict[str, set[str]]) -> bool:
    """True if the instrument can have an article numbered so: prefixes are for codes, and codes keep to their style."""
    own = style(article)
    if instrument.label in ("Convention", "Constitution") and _INSERTED.search(article):
        return False
    if instrument.label != "Code":
        return own == "plain"
    if own and (known := _known_styles().get(instrument.id)):
        # Bare numbers are those of laws there, R., D. and A. those of decrees: no L. stands beside them.
        return own in known and not ("high" in known and article.startswith("L"))
    seen = styles.get(instrument.id, set())
    # One that counts through goes from 9 to 1240; one by chapters has no article 1240.
    return not seen or own in seen or (own == "long" and "plain" in seen) or (own in ("plain", "high") and "long" in seen)


@cache
def _known_styles() -> Mapping[str, frozenset[str]]:
    """How codes number their articles, by the code's id, for those that numbering.yaml knows."""
    table = rows("numbering.yaml")
    through = dict.fromkeys(table["counted_through"], frozenset({"plain", "high", "long", "prefixed"}))
    chapters = dict.fromkeys(table["by_chapters"], frozenset({"high", "prefixed"}))
    prefixed = dict.fromkeys(table["prefixed"], frozenset({"prefixed"}))
    return {identifiers.code(code): styles for code, styles in (through | chapters | prefixed).items()}


def is_of_bill(article: str) -> bool:
    """True for numbers that only bills have, between two readings: "1 bis A", "2 AA", "4 quinquies B"."""
    return _OF_BILL.fullmatch(article) is not None


def open_list(found: Sequence[Found], index: int) -> Iterator[int]:
    """The indices of the open articles that one list holds: "articles 7-1 et 8" belong to one text."""
    yield index
    while is_open(found[index]) and index + 1 < len(found) and is_open(found[index + 1]) and joined(found[index], found[index + 1]):
        index += 1
        yield index


def is_open(item: Found) -> bool:
    mention = item.mention
    return (
        mention.need == "instrument"
        and mention.article is not None
        and not cues.noun(mention.cue)
        and not cues.is_pronoun(mention.cue)
        and not mention.title
    )


def joined(item: Found, following: Found) -> bool:
    return _LISTED.fullmatch(_gap(item, following)) is not None or combined(item, following)


def combined(item: Found, following: Found) -> bool:
    """True for "article 14 combiné avec l'article 8 de la Convention": both are of one text."""
    return _COMBINED.fullmatch(_gap(item, following)) is not None


def _gap(item: Found, following: Found) -> str:
    """The folded words between two mentions of one unit that stand close; a full stop for others."""
    near = item.unit.id == following.unit.id and 0 <= following.mention.start - item.mention.end < _CLOSE
    return folded(item.unit.clean.text[item.mention.end : following.mention.start]) if near else "."


def base(article: str) -> str:
    """The article without its paragraph: 19 for "19.3"."""
    return re.sub(r"^(\d+)\.\d+$", r"\1", article)


def by_number(found: Iterable[Found]) -> dict[str, list[Found]]:
    """Articles cited in full, by number, in document order."""
    table: dict[str, list[Found]] = {}
    for item in found:
        source = item.reference.source
        if source is not None and source.label == "Article" and item.mention.article:
            table.setdefault(item.mention.article, []).append(item)
    return table
