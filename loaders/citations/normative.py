"""The finders of normative references: provisions (lists of articles with their instrument) and instruments alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from . import circulars, codes, conventions, cues, divisions, eu, laws, recitals
from .articles import Item, read_item, read_list
from .courts import by_a_judge
from .deciding import is_court_order
from .finder import Finder, View
from .grammar import grammar
from .linking import abbreviated_before, can_hold, in_brackets, inserted_in, instrument_at, inverted_head, linked, unknown_text
from .model import Kind, Mention, Relation
from .pinpoints import read_before
from .provisions import article_of, kind_of, provision
from .text import folded

_AND_IN = grammar(r"(?: {0,2},)?(?: (?:et|ou|ainsi que))? (?:(?:a|de) )?(?:l'|les |aux |des |du )?(?=[lrd]?\.? ?\d)")
_OWN = grammar(r"\b(?:its|their|son|ses|leurs?|lesdits|ledit|dudit|desdits|cet|ces|memes?) $")
_THAT_ARTICLE = grammar(r"(?:\b(?P<that>cet|dudit|ledit|audit|(?:du|le|au|ce|cet) meme) |l')$")
_PRECITED = grammar(r"article (?:precite|susvise|susmentionne)(?![a-z])")
# A bill is no law yet, and "décret-loi" is read at its beginning.
_DRAFT = grammar(r"(?:projets?|propositions?|avant-projets?) (?:de |d')$|-$")
_DRAFTS = ("projet", "proposition", "avant-projet")
_EU_PROPOSAL = grammar(r"proposition de (?:directive|reglement|decision)")
# "Article 3 bis (nouveau)", "l'article 4 (supprimé)": how bills are numbered from one reading to the next.
_OF_A_BILL = grammar(
    r" ?[(\[](?:(?:article )?(?:nouveau|supprime|additionnel|reserve)"
    r"|(?:non|sans) (?:modifie|modification)|suppression (?:maintenue|conforme)"
    r"|pour coordination)[)\]]"
)
# "VIOLATION DES ARTICLES 6 ET 13", unlike the name "ARTICLE 19".
_DETERMINED = re.compile(r"\bl' ?$|\bcet $|\b(?:des|les|aux|ces) $")
_SECTIONS = grammar(r"sections? (?=\d)")
_OF_THE = grammar(r" of (?:the |that |this |act|law)")
_BARE = grammar(r"(?:lo|l\.o|[lrd])\.? {0,2}\*{0,2} ?\d{1,4}-\d|a\.? ?\d{3,4}-\d")
# Without a hyphen ("L96 G du livre des procédures fiscales") it is one only if a code follows.
_BARE_SHORT = grammar(r"(?:lo|l\.o|[lrd])(?:\. {0,2}\*{0,2} ?| ?)\d{1,4}(?![\d-])")
# "L. 29 juill. 1881, art. 24", "D. 20 juill. 1972"
_DATED_ABBREVIATION = grammar(r"[ld]\. (?:1er|\d{1,2}) [a-z]{3,9}\.? (?:1[89]|20)\d\d(?!\d)")
# "ECHR 2015-III": the reports of the Court's judgments.
_YEAR_OF_REPORTS = grammar(r" (?:19|20)\d\d")
# "the Article 29 Working Party", "le groupe de travail « article 29 »": named after the article that set it up.
_WORKING_PARTY = grammar(r" [»\"]? ?(?:data protection )?working (?:party|group)")
_GROUP_OF = grammar(r"\bgroupe(?: de travail)? (?:dit )?(?:(?:de )?l'|[«\"] ?){1,2}$")
_TO_THE_CONVENTION = grammar(r" a la c")
_NUMBERED_PROTOCOL = grammar(r"protocole (?:n ?[°o] ?|numero )?\d{1,2}")
# In an address ("info@article19.org") it is a name.
_GLUED = ("@", ".", "/", "_", "=", "-")
# Acronyms of three letters that name nothing but the instrument; of others, only those of four letters or more stand alone.
_SURE_ACRONYMS = frozenset({"LIL", "TUE", "DSA", "DMA"})
_SHORTEST_ACRONYM = 4


def find_articles(view: View, start: int, end: int) -> Iterator[Mention]:
    """At "article", "art.": the list that follows, with the instrument it belongs to if the words give one."""
    inside_a_word = view.plain[end - 1].isalpha() and view.plain[end : end + 1].isalpha() and view.plain[end] != "s"
    if inside_a_word or view.plain[start - 1 : start] in _GLUED:
        return
    items, after = read_list(view, start)
    if not items:
        yield from _that_article(view, start)
    elif not _is_name(view, start, items):
        pinpoint, begin = read_before(view, start)
        yield from _provisions(view, items, after, begin, pinpoint)


def find_prefixed(view: View, start: int, end: int) -> Iterator[Mention]:
    """At "L. 123-4" without the word article."""
    if view.text[start].islower() and view.plain[start + 1] != ".":
        return
    if _DATED_ABBREVIATION.match(view.plain, start):
        yield from find_instruments(view, start, end)
        return
    sure = _BARE.match(view.plain, start) is not None
    items, after = read_list(view, start, head=False) if sure or _BARE_SHORT.match(view.plain, start) else ((), start)
    if items and (sure or _is_code(linked(view, after))):
        yield from _provisions(view, items, after, start, None)


def find_sections(view: View, start: int, end: int) -> Iterator[Mention]:
    """The articles of an Act in English: "sections 23 and 24 of the Act of 29 July 1881"."""
    items, after = read_list(view, start, word=_SECTIONS)
    instrument = linked(view, after) if items and _OF_THE.match(view.plain, after) else None
    if instrument and instrument.kind == "law":
        yield from _provisions(view, items, after, start, None)


def find_divisions(view: View, start: int, end: int) -> Iterator[Mention]:
    """At "chapitre", "titre": the division, if the instrument it belongs to follows."""
    if (head := _SECTIONS.match(view.plain, start)) and _OF_THE.search(view.plain, head.end(), head.end() + 24):
        return
    division = divisions.read(view, start)
    instrument = division and linked(view, division[1])
    if division and instrument and (instrument.source or not division[0].startswith("annexe")):
        yield _of_instrument(division[0], instrument, (start, instrument.end), None)


def find_recitals(view: View, start: int, end: int) -> Iterator[Mention]:
    """At "considérant": each recital of the list, of the act that follows or, its act left out, of the one spoken of."""
    listed = recitals.read(view, start)
    instrument = linked(view, listed[-1].end) if listed else None
    own = _OWN.search(view.plain, max(0, start - 12), start)
    for rank, recital in enumerate(listed):
        last = instrument.end if instrument and rank == len(listed) - 1 else recital.end
        if instrument:
            yield _of_instrument(recital.name, instrument, (recital.start, last), None)
        elif view.text[start].islower():
            cue = own[0].strip() if own else None
            yield Mention(recital.start, last, "eu_act_article", "anaphora", need="instrument", cue=cue, article=recital.name)


def find_instruments(view: View, start: int, end: int) -> Iterator[Mention]:
    """An instrument alone, those that its list goes on with, and the articles written after it ("Code pénal, article 225-7, 1°")."""
    if _is_trafficking(view, start) or _DRAFT.search(view.plain, max(0, start - 24), start):
        return
    found = instrument_at(view, start)
    # "le juge des référés, par une ordonnance du 3 mars 2016": a decision.
    judicial = found and found.number is None and view.plain.startswith("ordonnance", start)
    if judicial and (by_a_judge(view, start) or is_court_order(view, start)):
        return
    if found is None and (alone := cues.read_alone(view, start)):
        yield alone
    if found is None or not _stands_alone(view, found):
        return
    while found:
        yield found
        yield from _inverted(view, found)
        reads_next = {"eu_act": eu.read_next, "convention": conventions.read_next}.get(found.kind, laws.read_next)
        found = reads_next(view, found)


def _provisions(view: View, items: tuple[Item, ...], after: int, begin: int, pinpoint: str | None) -> Iterator[Mention]:
    """One mention an item; the first takes in what stands before the head, the last the instrument."""
    shared_from = max((rank for rank, item in enumerate(items) if item.apart), default=0)
    instrument = linked(view, after) or inserted_in(view, after) or in_brackets(view, items, after)
    before = abbreviated_before(view, items[0]) if instrument is None or shared_from else None
    if before:
        begin = before.start
        instrument, after = instrument or before, after if instrument else items[-1].end
    unknown = None if instrument else unknown_text(view, items[-1].end)
    last_end = max(instrument.end, after) if instrument else items[-1].end
    for rank, item in enumerate(items):
        start = begin if rank == 0 else item.start
        end = last_end if rank == len(items) - 1 else item.end
        joined = ", ".join(filter(None, (pinpoint if rank == 0 else None, item.pinpoint))) or None
        shared = rank >= shared_from
        mention = _mention(view, item, instrument if shared else before, (start, end), joined)
        yield replace(mention, title=unknown, kind=_kind_of_unknown(folded(unknown))) if unknown and shared else mention
    if instrument:
        yield from _and_in_another(view, instrument.end)


def _and_in_another(view: View, at: int) -> Iterator[Mention]:
    """The Y of "… X du code A et Y du code B": numbers without a head, taken only with the instrument that follows them."""
    joined = _AND_IN.match(view.plain, at)
    if not joined or joined.end() == at:
        return
    if _BARE.match(view.plain, joined.end()):
        items, after = read_list(view, joined.end(), head=False)
    else:
        item = read_item(view, joined.end(), joined.end(), plain=True)
        items, after = ((item,), item.end) if item else ((), at)
    if items and linked(view, after):
        yield from _provisions(view, items, after, joined.end(), None)


def _inverted(view: View, instrument: Mention) -> Iterator[Mention]:
    """The articles written right after their instrument; the first one's span takes the instrument in."""
    found = inverted_head(view, instrument)
    headless = found is not None and _BARE.match(view.plain, found.end()) is not None
    items, after = read_list(view, found.end(), head=not headless) if found else ((), 0)
    if not found or not items or not can_hold(instrument, items[0]):
        return
    if linked(view, after):
        # "Convention de La Haye…, art. 13, les art. 2 et 3 de la Convention n° 29": those under a head of their own are of the next.
        items = tuple(takewhile(lambda item: item is items[0] or not view.plain.startswith("art", item.start), items))
        if items[-1].end == after:
            return
    for rank, item in enumerate(items):
        # "code pénal (articles 131-21 et 225-24)": the parenthesis stays outside.
        start = instrument.start if rank == 0 and "(" not in found[0] else item.start
        yield _mention(view, item, instrument, (start, item.end), item.pinpoint)


def _mention(view: View, item: Item, instrument: Mention | None, span: tuple[int, int], pinpoint: str | None) -> Mention:
    article = article_of(item)
    if instrument is not None:
        return _of_instrument(article, instrument, span, pinpoint)
    own = _OWN.search(view.plain, max(0, span[0] - 12), span[0])
    cue = own[0].strip() if own else None
    relation: Relation = "anaphora" if cue else "explicit"
    kind: Kind = "bill" if _OF_A_BILL.match(view.plain, span[1]) else "code_article"
    return Mention(*span, kind, relation, need="instrument", cue=cue, article=article, pinpoint=pinpoint)


def _kind_of_unknown(title: str) -> Kind:
    """The kind of an article whose text is told in words that name none: of a draft law, decree or EU act."""
    if _EU_PROPOSAL.match(title):
        return "eu_act_article"
    return "bill" if title.startswith(_DRAFTS) else "code_article"


def _of_instrument(article: str, instrument: Mention, span: tuple[int, int], pinpoint: str | None) -> Mention:
    """The article of an instrument named in full, or of one that its words leave to resolving."""
    if instrument.source is not None:
        source, rest = provision(instrument.source, article, pinpoint)
        kind = kind_of(instrument.source)
        return Mention(*span, kind, "explicit", source, article=article, pinpoint=rest, date=instrument.date, number=instrument.number)
    kind = "eu_act_article" if article.startswith("considérant") else cues.article_kind(instrument.kind)
    cue, title = instrument.cue, instrument.title
    return Mention(
        *span, kind, "anaphora", need="instrument", cue=cue, article=article, pinpoint=pinpoint, title=title, date=instrument.date
    )


def _that_article(view: View, start: int) -> Iterator[Mention]:
    """An article named before: "cet article", "dudit article", "l'article précité"."""
    found = _THAT_ARTICLE.search(view.plain, max(0, start - 12), start)
    precited = _PRECITED.match(view.plain, start)
    if not found or not (found["that"] or precited) or not view.plain.startswith("article", start):
        return
    end = precited.end() if precited else start + len("article")
    if not view.plain[end : end + 1].isalpha():
        pinpoint, begin = read_before(view, start)
        if pinpoint is None and found["that"] == "cet":
            begin = found.start()
        cue = " ".join(view.text[start if pinpoint else begin : end].split())
        yield Mention(begin, end, "code_article", "anaphora", need="instrument", cue=cue, pinpoint=pinpoint)


def _is_code(instrument: Mention | None) -> bool:
    return instrument is not None and instrument.source is not None and instrument.source.label == "Code"


def _is_name(view: View, start: int, items: tuple[Item, ...]) -> bool:
    """True for "ARTICLE 19" that is a name: in capitals, with no determiner before and no instrument after it."""
    if _WORKING_PARTY.match(view.plain, items[-1].end) or _GROUP_OF.search(view.plain, max(0, start - 30), start):
        return True
    word = re.match(r"\w+", view.text[start : start + 9])
    if not word or not word[0].isupper() or linked(view, items[-1].end):
        return False
    determined = _DETERMINED.search(view.plain, max(0, start - 6), start)
    # "EXAMEN DES ARTICLES 11" is the line of a table of contents.
    return not determined or (word[0] == "ARTICLES" and len(items) == 1)


def _is_trafficking(view: View, start: int) -> bool:
    """True for "traite des êtres humains", which is no "traité"."""
    return view.plain.startswith("traite", start) and view.text[start + 5 : start + 6] not in ("é", "É", "E")


def _stands_alone(view: View, found: Mention) -> bool:
    """Short acronyms mean a code or a convention only beside an article (CP, CC; CEDH is also the Court)."""
    words = view.text[found.start : found.end]
    label = found.source.label if found.source else None
    if words[:1] in "Pp" and _NUMBERED_PROTOCOL.fullmatch(folded(words)):
        return _TO_THE_CONVENTION.search(view.plain, found.start, found.end + 10) is not None
    if words == "ECHR" and _YEAR_OF_REPORTS.match(view.plain, found.end):
        return False
    # "CERD/C/FRA/CO/22-23" is the committee's document.
    if words.isupper() and view.plain[found.end : found.end + 1] == "/":
        return False
    if words.isupper() and " " not in words:
        return (len(words) >= _SHORTEST_ACRONYM and words != "CEDH") or words in _SURE_ACRONYMS
    if label == "Code":
        return folded(words).startswith(("code", "livre", "annexe", "ancien"))
    # "association loi 1901" tells the kind of association.
    return label != "Law" or found.date is not None or "association" not in view.plain[max(0, found.start - 30) : found.start]


_NOUN_TRIGGERS = (
    *("code", "livre des procedures", "annexe i", "loi", "ordonnance", "decret", "arrete", *circulars.TRIGGERS),
    *("decr.", "ord.", "arr.", "l. n", "d. n", "a. du ", "regl.", "dir. "),
    *("directive", "reglement", "decision", "framework decision", "regulation", "traite", "charte", "convention", "pacte", "protocole"),
    *("premier protocole", "declaration", "statut", "accord", "constitution", "const.", "preambule", "ddhc"),
    *(
        "decree",
        "ordinance",
        "act no",
        "acts no",
        "law no",
        "laws no",
        "law of",
        "law 1",
        "law 2",
        "act of ",
        "act dated",
        "order of ",
        *(f"act{mark}" for mark in " ,.;:)'"),
    ),
    *("ministerial order", "interministerial order", "prefectoral order", "organic law", "institutional act", "constitutional law"),
    *("treaty", "charter", "covenant", "1789 declaration", "1946 preamble", "preamble", "french constitution", "environmental charter"),
)
_PREFIX_TRIGGERS = tuple(
    f"{prefix}{after}" for prefix in "lrd" for after in (".", "*", *(f"{space}{digit}" for digit in range(10) for space in ("", " ")))
)


def _nicknames() -> Iterable[str]:
    """Nicknames that do not begin with a noun above, and the acronyms of codes that may stand alone."""
    forms = {form for names in (laws.nicknames(), eu.names(), conventions.names(), codes.english_codes()) for form in names.forms}
    forms |= {form for form in codes.codes().forms if form.isalnum() and len(form) >= _SHORTEST_ACRONYM}
    return sorted(
        form for whole in forms for form in _to_the_quotation(whole) if not form.startswith(_NOUN_TRIGGERS) and not form[0].isdigit()
    )


def _to_the_quotation(form: str) -> tuple[str, ...]:
    """A form as far as its first quotation mark, as printers vary it: "accueil» directive" is woken by « accueil » and "accueil"."""
    found = re.search("[«»]", form)
    if not found or not found.start():
        return (form,)
    words = form[: found.start()].rstrip()
    return tuple(f"{words}{space}{mark}" for space in ("", " ") for mark in (found[0], '"'))


FINDERS: tuple[Finder, ...] = (
    Finder("articles", ("article", "art.", "arts.", "art "), find_articles, reads_on=True),
    Finder("prefixed", (*_PREFIX_TRIGGERS, "a.", "lo "), find_prefixed, reads_on=True),
    Finder("sections", ("section ", "sections "), find_sections),
    Finder("divisions", divisions.TRIGGERS, find_divisions),
    Finder("recitals", recitals.TRIGGERS, find_recitals, reads_on=True),
    Finder("instruments", (*_NOUN_TRIGGERS, *_nicknames()), find_instruments),
)
