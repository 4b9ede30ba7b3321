"""Lists of articles as drafters write them: heads, numbers, ranges, pinpoints, before any question of which text they belong to.

The forms follow the Guide de légistique (fiches 3.1.2 and 3.1.3: numbering and references) and the usage of treaties and EU acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .finder import View
from .grammar import grammar
from .numbering import DIGITS, LATIN, PREFIX, is_prefixed, normal, read_number
from .pinpoints import read_after, read_leading

_HEAD = grammar(r"(?:articles?|arts?\.?)(?: {0,3}|(?=\d))(?:precites? )?(?:n° ?)?")
_LATIN = grammar(rf" {LATIN}(?![a-z])")
_PLURAL = grammar(r"articles|arts\.")
_SINGULAR = grammar(r"article(?!s)|art\.")
_TO = grammar(rf" (?:a|au|jusqu'a|to) (?:l'article |article )?(?P<to>{PREFIX}?{DIGITS})")
_ONWARD = grammar(r",? (?:et|and) (?:suivante?s?|s\.|ss\.|suiv\.|seq\.|following)|,? sqq\.?|,? ss?\.(?![a-z])")
_AND = r"(?:et ?/ ?ou|et|ou|ainsi que|ainsi qu'|ni|puis|&|and|or|as well as)"
# "D. 1142-2 (entreprises de plus de 250 salariés) et D. 1142-2-1": a gloss may stand between two items.
# So may a publisher's own number: "R. 771-3 (N° Lexbase : L5790IGK) à R. 771-12"; the range is then read as its two ends.
_PUBLISHER = r" ?\(n ?° ?lexbase ?: ?[a-z\d]{6,12}\)"
_CONNECT = grammar(
    rf"{_PUBLISHER} a (?=[lrd]\.)|(?:{_PUBLISHER})?(?: \([^()\d][^()]{{0,80}}\)| ?\[[^\[\]\d]{{1,40}}\])?"
    rf"(?: {{0,2}}[,;](?: {_AND}(?= |'))?| {_AND}(?= )| ?/(?= ?[lrd]\.)) {{0,3}}"
)
_DETERMINER = grammar(r"(?:(?:a|de|par|en|sur|dans|selon|avec) )?(?:l'|les |le |la |aux? |des? |du |d')?")
# What may follow a number without a prefix; any other word shows that it counts something ("articles 5 et 6 personnes").
_WORDS = (
    "et ou a au aux du de des d l la le les dudit en dans par pour sur sous avec sans selon afin si il elle on ce cette qui"
    " que dont ni puis ne n c"
    " sont est ont alineas? al paragraphes? par points? premier second deuxieme troisieme dernier ci ainsi notamment"
    " portant code livre cpp cpc ter bis"
    " nouveaux? anciens? ss? i{1,3} iv v of to and or in which is are was were provides? states? requires?"
    " guarantees? thereof under by as that with shall may must does? has have cesdh cedh dudh pidcp tue tfue [a-z]"
)
_STEMS = (
    "precit susvis susment susdit modifi abrog cree prevoi dispose relatif tel issu lorsqu etai ser peu doi avai impos"
    " garanti protege consacr"
    " interdi exig defini enonc annex"
)
# "articles 1741 et 1742 CGI", "art. 42 et 42-1 décr. n° 88-145": read in the text itself, for its capitals.
_ABBREVIATED = re.compile(r"\s{1,3}(?:[A-Z]{2,7}(?![\w’'])|(?:[Dd][ée]cr|[Oo]rd|[Aa]rr|[Rr][èe]gl|[Dd]ir|[Cc]onv|[Cc]irc)\.)")
# The line of a table that the next text opens: "CEDH : art. 8 et 10", then "Convention d'Oviedo : art. 5".
_NEXT_TEXT = re.compile(
    r"\s{1,3}(?:Convention|Charte|Pacte|Traité|Protocole|Loi|Ordonnance|Décret|Arrêté|Directive|Règlement|Constitution|Code|Déclaration)(?!\w)"
)
# A verb in the plural ("les articles 6 et 13 ajoutent") goes on too: nouns that are counted end in s or x.
_GOES_ON = grammar(
    rf" {{0,3}}(?:$|[^\w ]|\d|(?:{'|'.join(_WORDS.split())}|(?:{'|'.join(_STEMS.split())})\w*|[a-z]{{2,14}}(?:ent|ont))(?![a-z]))"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One article (or range, `to`) of a list; text[start:end] is its own span, head included where it has one of its own.

    `apart`: a new singular head ("… et à l'article 12") in a list that began with one or is numbered otherwise: what stands before
    it may belong to another text.
    """

    start: int
    end: int
    number: str
    to: str | None = None
    onward: bool = False
    pinpoint: str | None = None
    letters: str | None = None
    apart: bool = False

    @property
    def prefixed(self) -> bool:
        return is_prefixed(self.number)


def read_list(view: View, start: int, *, head: bool = True, word: re.Pattern[str] = _HEAD) -> tuple[tuple[Item, ...], int]:
    """The items of the list whose head, a `word` (or first number, without `head`), stands at `start`, and where the list ends."""
    headed = word.match(view.plain, start) if head else None
    plural = headed is not None and _PLURAL.match(view.plain, start) is not None
    first = read_item(view, start, headed.end() if headed else start, plain=head, plural=plural) if headed or not head else None
    if not first:
        return (), start
    items = [first]
    singular = head and _SINGULAR.match(view.plain, start) is not None
    while following := _next_item(view, items[-1], plural):
        own_head = _SINGULAR.match(view.plain, following.start) is not None
        items.append(replace(following, apart=own_head and (following.prefixed != first.prefixed or (singular and first.prefixed))))
    return tuple(items), items[-1].end


def read_item(view: View, start: int, at: int, *, plain: bool, plural: bool = False) -> Item | None:
    """The article numbered at `at`, with its range and pinpoints; `plain` allows a number without a prefix (L., R.…).

    `plural`: it is one of a list whose head says so.
    """
    numbered = read_number(view, at, plain=plain)
    if numbered is None:
        return None
    number, letters, end = numbered
    to, end = _range(view, end, number)
    onward = _ONWARD.match(view.plain, end)
    pinpoint, end = (None, onward.end()) if onward else read_after(view, end, plural)
    return Item(start, end, number, to, bool(onward), pinpoint, letters)


def _next_item(view: View, before: Item, plural: bool) -> Item | None:
    """The item after a comma or "et": with its own head, its own pinpoint before it, or bare."""
    joined = _CONNECT.match(view.plain, before.end)
    if not joined:
        return None
    determined = _DETERMINER.match(view.plain, joined.end())
    after = determined.end() if determined else joined.end()
    if found := _HEAD.match(view.plain, after):
        return read_item(view, after, found.end(), plain=True)
    if (leading := read_leading(view, after)) and (found := _HEAD.match(view.plain, leading[1])):
        item = read_item(view, after, found.end(), plain=True)
        return item and replace(item, pinpoint=", ".join(filter(None, (leading[0], item.pinpoint))))
    return _bare_item(view, after, plural)


def _bare_item(view: View, start: int, plural: bool) -> Item | None:
    """A number without a head, if it is one of an article: with its prefix, or followed by what goes on a citation."""
    item = read_item(view, start, start, plain=True, plural=plural)
    if item is None or item.prefixed:
        return item
    named_next = _ABBREVIATED.match(view.text, item.end) or _NEXT_TEXT.match(view.text, item.end)
    sure = _LATIN.search(item.number) or _GOES_ON.match(view.plain, item.end) or named_next
    return item if item.number[0].isdigit() and sure else None


def _range(view: View, end: int, number: str) -> tuple[str | None, int]:
    """The last number of a range "225-5 à 225-10", "L. 722-8 à 25" (L722-25), and where it ends; (None, end) where there is none."""
    found = _TO.match(view.plain, end)
    if not found or view.text[end : end + 5].lstrip()[:2] == "A ":
        return None, end
    last = normal(view.text[found.start("to") : found.end("to")])
    if not is_prefixed(last) and not _GOES_ON.match(view.plain, found.end()):
        return None, end
    if last.isdigit() and "-" in number:
        return f"{number.rpartition('-')[0]}-{last}", found.end()
    prefix = re.match(r"(?:LO|[LRDA])\*{0,2}", number)
    return (prefix[0] + last if prefix and last[0].isdigit() else last), found.end()
