"""The finders of normative references: provisions (lists of articles with their instrument) and instruments alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from . import codes, constitution, conventions, cues, divisions, eu, laws
from .articles import Item, read_item, read_list
from .finder import Finder, View
from .grammar import grammar
from .model import Mention, Relation
from .pinpoints import read_before
from .provisions import article_of, kind_of, provision
from .text import folded

# What may stand between a list of articles and its instrument.
_LINK = grammar(
    r"(?: ?\([^()\d][^()]{0,80}\))?(?:,? (?:modifiee?s?|nouveaux?|anciens?|precitee?s?|susvisee?s?|abrogee?s?),?)?"
    r"(?:,? {1,3}|(?<=[\d°]))(?:\(?(?:du|de la|de l'|des|de cette|de cet|de ce|de ladite|dudit|desdits|de|d'une|d'un|of the|of|in the|under the) ?)? {0,3}"
    r"(?:(?:titre|chapitre|livre|section) [ivx\d]+(?:er)? (?:du |de la |de l') ?){0,3}"
)
_OPEN_LINK = grammar(r",? {0,3}(?:\(?ann?e?x?e? )?")
_AND_IN = grammar(r"(?: {0,2},)?(?: {1,2}(?:et|ou|ainsi que))? {1,2}(?:(?:a|de) )?(?:l'|les |aux |des |du )?(?=[lrd]?\.? ?\d)")
_INVERTED = grammar(
    r"(?: {0,2}[,:(]| -)? {0,2}(?:modifiee?,? )?"
    r"(?:(?:et )?(?:notamment|en particulier|plus particulierement|specialement)(?: (?:en|dans|a|de|par|aux?))?(?: (?:les|l')| )? ?|: ?(?:les |l')?)?"
    r"(?=articles?[ \d]|arts?\. ?[\dlrda])"
)
# An instrument that already ends a list of articles: "l'article 421-2-5 du code pénal (article 3)" is of another text.
_GOVERNED = grammar(r"(?:[\d°)]|bis|ter|suivants|s\.|alinea|1er|[ivx]),? (?:du|de la|de l'|des) ?$")
_OWN = grammar(r"\b(?:son|ses|leurs?|lesdits|ledit|dudit|desdits|cet|ces|memes?) {1,2}$")
_DETERMINED = grammar(
    r"(?:\bl'|\b(?:les|le|aux?|des|du|de|d'|cet|ces|un|deux|cf\.?|voir|v\.|par|son|ses|leurs?|dit|dudit|ledit|memes?|et|ou|selon|sous) {0,2}|[(,;:] {0,2}|^ {0,3}|[.»] {1,2})$"
)
_THAT_ARTICLE = grammar(r"(?:\b(?P<that>cet|dudit|ledit|audit|du meme|le meme|au meme) {1,2}|l')$")
_PRECITED = grammar(r"article (?:precite|susvise|susmentionne)(?![a-z])")
# A bill is no law yet, and "décret-loi" is read at its beginning.
_DRAFT = grammar(r"(?:projets?|propositions?|avant-projets?) (?:de |d')$|-$")
_UNKNOWN = grammar(
    r" {1,3}(?:du |de la |de l'|des |d'un |d'une )(?P<words>(?:projets?|propositions?|reglements?|statuts?|chartes?|accords?|avenants?|contrats?|cahiers?|codes?|deux codes|traites?|lois?"
    r"|conventions?|protocoles?|arretes?|deliberations?|decisions?|plans?|guides?|constitutions?|pactes?|declarations?|instructions?|circulaires?|decrets?"
    r"|directives?|ordonnances?|textes?|bill|act|law|regulation)(?![a-z])(?: [a-z][a-z'-]* ?){1,5})"
)
# In an address ("info@article19.org") it is a name.
_GLUED = ("@", ".", "/", "_", "=", "-")
_BARE = grammar(r"(?:lo|l\.o|[lrd])\.? {0,2}\*{0,2} ?\d{1,4}-\d|a\.? ?\d{3,4}-\d")
_GIVEN = grammar(r"(?:,? (?:relatif|relative|portant|pris|prise|modifiant|instituant)[^.;:()]{0,200}?)$")


def instrument_at(view: View, start: int) -> Mention | None:
    """The instrument that the words at `start` name in full, by abbreviation or by nickname."""
    if not (view.plain[start : start + 1]).isalpha():
        return None
    for read in (codes.read, laws.read, eu.read, constitution.read, conventions.read):
        if found := read(view, start):
            return found
    return None


def find_articles(view: View, start: int, end: int) -> Iterator[Mention]:
    """At "article", "art.": the list that follows, with the instrument it belongs to if the words give one."""
    if view.plain[end - 1].isalpha() and view.plain[end : end + 1].isalpha() and view.plain[end] != "s":
        return
    if view.plain[start - 1 : start] in _GLUED:
        return
    items, after = read_list(view, start)
    if not items:
        yield from _that_article(view, start)
        return
    pinpoint, begin = read_before(view, start)
    if _is_name(view, start, items):
        return
    yield from _provisions(view, items, after, begin, pinpoint)


def find_prefixed(view: View, start: int, end: int) -> Iterator[Mention]:
    """At "L. 123-4" without the word article."""
    if not _BARE.match(view.plain, start) or view.text[start : start + 1].islower() and view.plain[start + 1] != ".":
        return
    items, after = read_list(view, start, head=False)
    if items:
        yield from _provisions(view, items, after, start, None)


def find_divisions(view: View, start: int, end: int) -> Iterator[Mention]:
    """At "chapitre", "titre": the division, if the instrument it belongs to follows."""
    division = divisions.read(view, start)
    instrument = division and _linked(view, division[1])
    if division and instrument and (instrument.source or not division[0].startswith("annexe")):
        yield _of_instrument(division[0], instrument, (start, instrument.end), None)


def find_instruments(view: View, start: int, end: int) -> Iterator[Mention]:
    """An instrument alone, those that its list goes on with, and the articles written after it ("Code pénal, article 225-7, 1°")."""
    if _DRAFT.search(view.plain, max(0, start - 24), start) or _is_trafficking(view, start):
        return
    found = instrument_at(view, start)
    if found is None:
        alone = cues.read_alone(view, start)
        if alone:
            yield alone
        return
    if not _stands_alone(view, found):
        return
    while found:
        yield found
        yield from _inverted(view, found)
        found = eu.read_next(view, found) if found.kind == "eu_act" else laws.read_next(view, found)


def _is_trafficking(view: View, start: int) -> bool:
    """ "traite des êtres humains" is no "traité"."""
    return view.plain.startswith("traite", start) and view.text[start + 5 : start + 6] not in ("é", "É", "E")


def _stands_alone(view: View, found: Mention) -> bool:
    """Short acronyms mean a code or a convention only beside an article (CP, CC; CEDH is also the Court)."""
    words = view.text[found.start : found.end]
    if folded(words).startswith("protocole n"):
        return re.match(r" a la c", view.plain[found.end : found.end + 7]) is not None or " a la c" in folded(words)
    if words.isupper() and " " not in words:
        return len(words) >= 4 and words != "CEDH" or words in ("LIL", "TUE", "DSA", "DMA")
    if found.source and found.source.label == "Code":
        return words[:1].lower() in "cla" and len(words) > 8
    return not (found.source and found.source.label == "Law" and "association" in view.plain[max(0, found.start - 30) : found.start])


def _provisions(view: View, items: tuple[Item, ...], after: int, begin: int, pinpoint: str | None) -> Iterator[Mention]:
    instrument = _linked(view, after) or _code_before(view, items[0])
    if instrument and instrument.end <= items[0].start:
        begin, after = instrument.start, items[-1].end
    last_end = max(instrument.end, after) if instrument else items[-1].end
    shared_from = max((rank for rank, item in enumerate(items) if item.apart), default=0)
    for rank, item in enumerate(items):
        start = begin if rank == 0 else item.start
        end = last_end if rank == len(items) - 1 else item.end
        joined = ", ".join(filter(None, (pinpoint if rank == 0 else None, item.pinpoint))) or None
        yield _mention(view, item, instrument if rank >= shared_from else None, (start, end), joined)
    if instrument:
        yield from _and_in_another(view, instrument.end)


def _code_before(view: View, first: Item) -> Mention | None:
    """The abbreviated code or convention just before the head: "C. pén., art. 222-33", "CEDH, art. 8"."""
    window = max(0, first.start - _ABBREVIATED)
    for place in _WORD.finditer(view.plain, window, first.start):
        if _GOVERNED.search(view.plain, max(0, place.start() - 24), place.start()):
            continue
        found = instrument_at(view, place.start())
        if found and _can_hold(found, first) and _INVERTED_GAP.fullmatch(view.plain, found.end, first.start):
            return found
    return None


def _can_hold(instrument: Mention, item: Item) -> bool:
    """Articles with a prefix (L., R.…) are those of codes."""
    return not item.prefixed or (instrument.source is not None and instrument.source.label == "Code")


_ABBREVIATED = 30
_WORD = grammar(r"\b[a-z]")
_INVERTED_GAP = grammar(r",? {1,2}")


def _and_in_another(view: View, at: int) -> Iterator[Mention]:
    """ "… du code A et Y du code B": numbers without a head, taken only with the instrument that follows them."""
    joined = _AND_IN.match(view.plain, at)
    if not joined or joined.end() == at:
        return
    items, after = read_list(view, joined.end(), head=False) if _BARE.match(view.plain, joined.end()) else _plain_list(view, joined.end())
    if items and _linked(view, after):
        yield from _provisions(view, items, after, joined.end(), None)


def _plain_list(view: View, start: int) -> tuple[tuple[Item, ...], int]:
    item = read_item(view, start, start, plain=True)
    return ((item,), item.end) if item else ((), start)


def _linked(view: View, after: int) -> Mention | None:
    """The instrument that follows a list: "du code pénal", "C. civ.", "of the French Penal Code", "de la loi", "du même code"."""
    found = _LINK.match(view.plain, after)
    at = found.end() if found else after
    if at == after and view.plain[at : at + 1].isalpha():
        return None
    linked = found is not None and re.search(r"d[eu']|of|in|under", found[0]) is not None
    # "du même décret n° 2022-1284 du 3 octobre 2022": named in full all the same.
    again = at + len("meme ") if view.plain.startswith("meme ", at) else at
    named = instrument_at(view, again) or codes.read_english(view, at)
    if named is None and linked:
        named = cues.read(view, at)
    return named


def _mention(view: View, item: Item, instrument: Mention | None, span: tuple[int, int], pinpoint: str | None) -> Mention:
    article = article_of(item)
    if instrument is not None:
        return _of_instrument(article, instrument, span, pinpoint)
    own = _OWN.search(view.plain, max(0, span[0] - 12), span[0])
    cue = own[0].strip() if own else None
    unknown = _UNKNOWN.match(view.plain, span[1])
    title = view.text[unknown.start("words") : unknown.end("words")].strip() if unknown else None
    relation: Relation = "anaphora" if cue else "explicit"
    return Mention(*span, "code_article", relation, need="instrument", cue=cue, article=article, pinpoint=pinpoint, title=title)


def _of_instrument(article: str, instrument: Mention, span: tuple[int, int], pinpoint: str | None) -> Mention:
    """The article of an instrument named in full, or of one that its words leave to resolving."""
    if instrument.source is not None:
        source, rest = provision(instrument.source, article, pinpoint)
        kind = kind_of(instrument.source)
        return Mention(*span, kind, "explicit", source, article=article, pinpoint=rest, date=instrument.date, number=instrument.number)
    kind = "eu_act_article" if article.startswith("considérant") else cues.article_kind(instrument.kind)
    cue, title = instrument.cue, instrument.title
    return Mention(*span, kind, "anaphora", need="instrument", cue=cue, article=article, pinpoint=pinpoint, title=title)


def _inverted(view: View, instrument: Mention) -> Iterator[Mention]:
    """The articles written right after their instrument; the first one's span takes the instrument in."""
    found = _INVERTED.match(view.plain, instrument.end)
    if not found or instrument.source is None or _GOVERNED.search(view.plain, max(0, instrument.start - 24), instrument.start):
        return
    items, after = read_list(view, found.end())
    if not items or not _can_hold(instrument, items[0]) or _linked(view, after):
        return
    for rank, item in enumerate(items):
        # "code pénal (articles 131-21 et 225-24)": the parenthesis stays outside.
        start = instrument.start if rank == 0 and "(" not in found[0] else item.start
        yield _mention(view, item, instrument, (start, item.end), item.pinpoint)


def _that_article(view: View, start: int) -> Iterator[Mention]:
    """ "cet article", "dudit article", "l'article précité": an article named before."""
    found = _THAT_ARTICLE.search(view.plain, max(0, start - 12), start)
    precited = _PRECITED.match(view.plain, start)
    if found and (found["that"] or precited) and view.plain.startswith("article", start):
        end = precited.end() if precited else start + len("article")
        if view.plain[end : end + 1].isalpha():
            return
        begin = found.start() if found["that"] in ("cet",) else start
        yield Mention(begin, end, "code_article", "anaphora", need="instrument", cue=view.plain[begin:end])


def _is_name(view: View, start: int, items: tuple[Item, ...]) -> bool:
    """True for "ARTICLE 19" that is a name: in capitals among small letters, with no determiner and no instrument after it."""
    word = re.match(r"\w+", view.text[start : start + 9])
    if not word or not word[0].isupper() or _linked(view, items[-1].end):
        return False
    return not re.search(r"\bl' ?$|\bcet $", view.plain[max(0, start - 5) : start])


_NOUN_TRIGGERS = (
    "ddhc",
    "code", "livre des procedures", "annexe i", "loi", "ordonnance", "decret", "arrete", "circulaire", "instruction", "note de service", "directive", "reglement", "decision",
    "framework decision", "regulation", "convention", "pacte", "charte", "declaration", "protocole", "statut", "traite", "accord", "constitution", "preambule", "premier protocole",
    "decree", "ordinance", "act no", "law no", "law of", "law 2", "law 1",
)  # fmt: skip


def _nicknames() -> Iterable[str]:
    """First words of every nickname that does not begin with a noun above."""
    forms = {form for names in (laws.nicknames(), eu.names(), conventions.names()) for form in names.forms}
    forms |= {form for form in codes.codes().forms if re.fullmatch(r"[a-z0-9]{4,}", form)}
    return sorted(form for form in forms if not form.startswith(_NOUN_TRIGGERS))


FINDERS: tuple[Finder, ...] = (
    Finder("articles", ("article", "art.", "arts.", "art "), find_articles, reads_on=True),
    Finder(
        "prefixed",
        tuple(f"{p}{s}" for p in "lrd" for s in (".", *(f"{d}" for d in range(10)), *(f" {d}" for d in range(10)), "*", ". "))
        + ("a.", "lo "),
        find_prefixed,
        reads_on=True,
    ),
    Finder("divisions", divisions.TRIGGERS, find_divisions),
    Finder("instruments", (*_NOUN_TRIGGERS, *_nicknames()), find_instruments),
)
