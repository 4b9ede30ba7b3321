"""What joins a list of articles to its instrument: "… du code pénal", "code pénal, article…", "of the French Penal Code"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from . import bills, codes, constitution, conventions, cues, eu, laws
from .articles import Item
from .finder import View
from .grammar import grammar
from .model import Mention

_GLOSS = r"(?: ?\([^()\d][^()]{0,80}\)| ?\[[^\[\]]{0,40}\])?"
_STATE = r"(?:,? (?:modifiee?s?|nouveaux?|anciens?|precitee?s?|susvisee?s?|abrogee?s?),?)?"
_OF = (
    r"(?:\(?(?:de l'|(?:du|de la|des|de cette|de cet|de ce|de ladite|dudit|desdits|commun aux(?: quatre)?(?= conventions)"
    r"|de (?:son|leur|ses)(?= [a-z\d]{0,12} ?protocole)|de|d'une|d'un"
    r"|(?:of|in|to) the preamble (?:of|to)|of|in|under|to)(?![a-z])(?: the(?![a-z]))?)"
    r" ?)?"
)
_WITHIN = r"(?:(?:titre|chapitre|livre|section) [ivx\d]+(?:er)? (?:du |de la |de l') ?){0,3}"
# "L'article 1382, devenu 1240, du code civil", "l'article 85 (ex-article 81) du traité".
_RENUMBERED = (
    r"(?:,? \(?(?:devenue?|anciennement|ancien|ex|nouvel|desormais|aujourd'hui|actuel|recodifiee? (?:a|sous))(?: l'| |-)?(?:articles? )?"
    r"(?:[lrd]\. ?)?\d{1,4}(?:-\d{1,3}){0,3}\)?,?)?"
)
# What Markdown puts between an article and its text: "[article 15](https://…) de la loi", "l'article 15 de la [déclaration…](…)".
_ADDRESS = r"(?:\]\(https?:[^()\s]{3,400}\))?"
_LINK = grammar(rf"{_ADDRESS}{_GLOSS}{_RENUMBERED}{_STATE}(?:,? {{1,3}}|(?<=[\d°])){_OF} {{0,3}}{_WITHIN}(?:\[|[«\"] ?)?")
_OF_PRONOUN = grammar(r",? de (?=(?:celui|celle) ?-? ?ci(?![a-z])|(?:ce|cette) derni(?:er|ere)(?![a-z]))")
# "article 4 du 7e Protocole additionnel"
_RANKED = grammar(r"1?\d(?:er?|eme) protocole")
_LINKED = grammar(r"d[eu']|of|in|under|to")
# "l'article R. 246-2 qu'il insère dans ce code", "l'article 10-1, inséré dans la loi": not "l'article 4 insère dans le code".
_INSERTED = grammar(
    r"(?P<comma>,)?(?: nouveau| nouvelle)?,? {1,3}"
    r"(?P<relative>qu'(?:ils?|elles?) |que (?:les? |la |l'|cet? |cette )[a-z]{3,12} (?:(?:attaque|conteste|precite)e? )?)?"
    r"(?P<verb>(?:insere|ajoute|introdui|cree|retabli)[a-z]{0,4}) (?:dans |au sein (?:de |du )|au |a |en )"
    r"(?:les? |la |l')?(?=[a-z])"
)
_PARTICIPLE = re.compile(r"\w+ée?s?")
_NOTABLY = r"(?:notamment|en particulier|plus particulierement|specialement)"
_INVERTED = grammar(
    r"(?: {0,2}[,:(]| -)? {0,2}(?:modifiee?,? )?"
    rf"(?:(?:et )?{_NOTABLY}(?: (?:en|dans|a|de|par|aux?))?(?: (?:les|l')| )? ?|: ?(?:les |l')?)?"
    r"(?=articles?[ \d]|arts?\. ?[\dlrda])"
)
# An instrument that already ends a list of articles: "l'article 421-2-5 du code pénal (article 3)" is of another text.
_GOVERNED = grammar(r"(?:[\d°)]|bis|ter|suivants|s\.|alinea|1er|[ivx]),? (?:du|de la|de l'|des) ?$")
_BRACKET = grammar(r" ?\( ?(?:(?:du|de la) )?")
# "article 2 (loi du 5 août 2013) du code": the bracket tells where the article comes from.
_CLOSED = grammar(r" ?\)(?! ?(?:du|de la|de l'|des|dudit)(?![a-z]))")
# "3.2. Article 2 (code des douanes)": the heading of an article of a bill, which amends that code.
_LOW = re.compile(r"(?:\d{1,3}|1er|premier)(?: (?:bis|ter|quater|[a-z]{1,2}))*", re.IGNORECASE)
_OPENS_LINE = re.compile(r"(?:^|\n)[^\S\n]*(?:[\d.]{1,12}|[-–—•*#]{1,6}|[IVX]{1,5}\.)?[^\S\n]*$")
_BEFORE_GAP = grammar(r"(?: {0,2}[,:])? {1,2}")
_OPENS_LIST = grammar(r" ?: ?(?=articles?[ \d]|arts?\. ?[\dlrda]|[lrd]\. ?\*? ?\d{1,4}-\d)")
# "Code de la santé publique : L. 1110-4, L. 1111-7"
_BARE_LIST = grammar(r"(?: ?:| ?,) (?=[lrd]\. ?\*? ?\d{1,4}-\d)")
_ABBREVIATED = 40
_WORD = grammar(r"\b[a-z]")
_UNKNOWN = grammar(
    r" (?:du |de la |de l'|des |d'un |d'une |de cet |de ce |de cette |dudit |de ladite |de son |de leur )"
    rf"(?P<words>(?:deux |presente?s? |meme )?(?:{'|'.join(cues.TEXTS)})s?(?![a-z])(?: [a-z][a-z'-]*){{0,4}})"
)


# "l'article 6.2 du CCAP": read in the text itself, for its capitals.
_UNKNOWN_ACRONYM = re.compile(
    r"\s{1,3}(?:(?:du|de la|des)\s{1,3}(?P<words>[A-Z][A-Z.-]{1,9})|(?!(?:[IVXLC]+|AUX|DES|LES|SUR|PAR|DANS|POUR)\b)(?P<alone>[A-Z]{3,8}))"
    r"(?![\w’'])(?!\s+[A-Z]{2})"
)


def instrument_at(view: View, start: int) -> Mention | None:
    """The instrument that the words at `start` name in full, by abbreviation or by nickname."""
    if not view.plain[start : start + 1].isalpha() and not _RANKED.match(view.plain, start):
        return None
    for read in (codes.read, laws.read, eu.read, constitution.read, conventions.read, codes.read_defined):
        if found := read(view, start):
            return found
    return None


def linked(view: View, after: int) -> Mention | None:
    """The instrument that follows a list: "du code pénal", "C. civ.", "of the French Penal Code", "de la loi", "du même code"."""
    if pronoun := _OF_PRONOUN.match(view.plain, after):
        return cues.read(view, pronoun.end())
    found = _LINK.match(view.plain, after)
    at = found.end() if found else after
    if at == after and view.plain[at : at + 1].isalpha():
        return None
    # "du même décret n° 2022-1284 du 3 octobre 2022": named in full all the same.
    again = at + len("meme ") if view.plain.startswith("meme ", at) else at
    named = instrument_at(view, again) or codes.read_english(view, at) or bills.read(view, at)
    if named is None and found is not None and _LINKED.search(found[0]):
        named = cues.read(view, at)
    return None if named and _opens_a_list(view, after, at, named) else named


def _opens_a_list(view: View, after: int, at: int, named: Mention) -> bool:
    """True for the text that opens the next line of a table: "Code civil : art. 9 et 16", then "Code pénal : art. 226-1"."""
    return not _LINKED.search(view.plain, after, at) and _OPENS_LIST.match(view.plain, named.end) is not None


def inserted_in(view: View, after: int) -> Mention | None:
    """The instrument an article is put into: "… qu'il insère dans ce code", "…, créé dans la loi n° 78-17…"."""
    found = _INSERTED.match(view.plain, after)
    if not found:
        return None
    verb = view.text[found.start("verb") : found.end("verb")]
    if not (found["relative"] or _PARTICIPLE.fullmatch(verb) or (found["comma"] and verb.startswith("introdui"))):
        return None
    named = instrument_at(view, found.end())
    return replace(named, end=after) if named else None


def in_brackets(view: View, items: Sequence[Item], after: int) -> Mention | None:
    """The act that stands alone in brackets after its articles: "Article 2 (règlement 44/2001)"."""
    found = _BRACKET.match(view.plain, after)
    named = instrument_at(view, found.end()) if found and not items[-1].prefixed else None
    closed = _CLOSED.match(view.plain, named.end) if named and named.source else None
    if not named or not closed or (named.source and named.source.label == "Code" and _heads_a_line(view, items)):
        return None
    return replace(named, end=closed.end())


def _heads_a_line(view: View, items: Sequence[Item]) -> bool:
    first = items[0]
    return (
        len(items) == 1
        and _LOW.fullmatch(first.number) is not None
        and _OPENS_LINE.search(view.text, max(0, first.start - 20), first.start) is not None
    )


def abbreviated_before(view: View, first: Item) -> Mention | None:
    """The abbreviated code or convention just before the head: "C. pén., art. 222-33", "CEDH, art. 8"."""
    window = max(0, first.start - _ABBREVIATED)
    for place in _WORD.finditer(view.plain, window, first.start):
        if is_governed(view, place.start()):
            continue
        found = instrument_at(view, place.start())
        if found and can_hold(found, first) and _BEFORE_GAP.fullmatch(view.plain, found.end, first.start):
            return found
    return None


def inverted_head(view: View, instrument: Mention) -> re.Match[str] | None:
    """What stands between an instrument and a head right after it ("Code pénal, article 225-7"); its end is the head's start."""
    if instrument.source is None or is_governed(view, instrument.start):
        return None
    bare = _BARE_LIST.match(view.plain, instrument.end) if instrument.source.label == "Code" else None
    return bare or _INVERTED.match(view.plain, instrument.end)


def is_governed(view: View, start: int) -> bool:
    """True if what stands at `start` ends a list of articles: "article 3 du" code."""
    return _GOVERNED.search(view.plain, max(0, start - 24), start) is not None


def can_hold(instrument: Mention, item: Item) -> bool:
    """Articles with a prefix (L., R.…) are those of codes."""
    return not item.prefixed or (instrument.source is not None and instrument.source.label == "Code")


def unknown_text(view: View, end: int) -> str | None:
    """The words after a list that name a text we do not know: "du règlement intérieur", "des statuts"."""
    found = _UNKNOWN.match(view.plain, end) or _UNKNOWN_ACRONYM.match(view.text, end)
    group = found.lastgroup if found else None
    return " ".join(view.text[found.start(group) : found.end(group)].split()) if found and group else None
