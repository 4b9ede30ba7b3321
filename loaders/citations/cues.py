"""Words that stand for an instrument named elsewhere: "cette loi", "du même code", "ladite directive", "la Convention"."""

from __future__ import annotations

import re

from . import referred
from .finder import View
from .grammar import grammar
from .model import Kind, Mention
from .parts import MONTHS, iso_date
from .text import folded
from .words import words

_KINDS: dict[str, Kind] = {
    "projet de loi": "bill",
    "proposition de loi": "bill",
    "code": "other",
    "loi organique": "law",
    "loi constitutionnelle": "law",
    "loi": "law",
    "ordonnance": "law",
    "decret": "decree",
    "arrete": "other",
    "directive": "eu_act",
    "reglement": "eu_act",
    "decision-cadre": "eu_act",
    "convention": "convention",
    "pacte": "convention",
    "traite": "convention",
    "charte": "convention",
    "protocole": "convention",
    "declaration": "convention",
    "accord": "convention",
    "circulaire": "circular",
    "instruction": "circular",
    "constitution": "constitution",
    "texte": "other",
}
NOUNS = tuple(_KINDS)
# What English texts call them.
_ENGLISH = {
    "act": "loi",
    "law": "loi",
    "statute": "loi",
    "ordinance": "ordonnance",
    "decree": "decret",
    "order": "arrete",
    "regulation": "reglement",
    "framework decision": "decision-cadre",
    "covenant": "pacte",
    "treaty": "traite",
    "charter": "charte",
    "protocol": "protocole",
}
_SHORT = {"ppl": "proposition de loi", "pjl": "projet de loi"}
# "l'article 3 du projet": of a bill, where nothing says of what else ("du projet d'établissement").
_BILL_ALONE = {"projet": "projet de loi", "proposition": "proposition de loi"}
_THEN = rf"(?= ?[.,;:)]| ?$| (?:[nsl]'|qu'|(?:{'|'.join(sorted(words('after_a_bill')))})(?:nt)?(?![a-z])))"
_MEANT = _ENGLISH | _SHORT | _BILL_ALONE
_ALL_NOUNS = "|".join((*NOUNS, *_ENGLISH, *_SHORT))
_NEVER_ALONE = ("texte", "accord", *_BILL_ALONE)
_NAMED = rf"{_ALL_NOUNS}|(?:{'|'.join(_BILL_ALONE)}){_THEN}"
# What else has articles, and is no law: a text so called that nobody knows must not pass for the last law cited.
TEXTS = (
    *NOUNS,
    *(
        "projet",
        "proposition",
        "avant-projet",
        "statut",
        "accord",
        "avenant",
        "contrat",
        "cahier",
        "deliberation",
        "decision",
        "plan",
        "guide",
    ),
    *("bill", "act", "law", "regulation"),
    *("marche", "bail", "police", "devis", "testament", "annexe", "rapport", "memoire", "note", "presentes", "conditions generales"),
)
_ARTICLE_KINDS: dict[Kind, Kind] = {"law": "law_article", "eu_act": "eu_act_article", "convention": "convention_article"}
_QUALIFIER = (
    r"(?:(?:precite|susvise|sus-vise|susmentionne|susdite?|sus-nomme)e?s?|ci-dessus(?: (?:mentionne|vise|cite)e?)?"
    r"|(?:mentionne|vise|cite|rappele|evoque|designe|denomme)e? (?:ci-dessus|plus haut|supra))"
)
_CALLED = re.compile(rf"\b({_ALL_NOUNS}|{'|'.join(_BILL_ALONE)})\b")
# A call mark may be glued to it: "de 20051".
_YEAR = r"(?P<year> de (?:18|19|20)\d\d(?=(?:[1-9]\d?)?(?!\d)))"
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_DAY = rf"(?P<day> du (?:1er|0?[1-9]|[12]\d|3[01]) {_MONTH}(?!\.? ?\d|[a-z]|\.? (?:et|au) \d))"
_NOUN = grammar(
    rf"(?P<noun>{_NAMED})(?P<plural>s)?(?: (?:organique|constitutionnelle|gouvernemental|senatoriale))?"
    rf"(?: (?P<qualifier>{_QUALIFIER}))?(?![a-z])"
    rf"(?:(?: (?:europeenne?|internationale?))?{_YEAR}|{_DAY})?"
)
_DEFERRED = grammar(referred.DEFERRED)
# "the 2013 Act": the law of that year.
_OF_YEAR = grammar(r"(?P<year>(?:18|19|20)\d\d) (?P<noun>act|law|decree|ordinance)(?![a-z])")
_SAME = grammar(
    r"(?:meme|memes|premier|premiere|second|seconde|present|presente|dit|dite|nouveau|nouvelle|susdit"
    r"|(?:this |that |the )?(?:same|said|latter|above-mentioned|aforementioned|abovementioned)|this|that) "
)
_THAT = grammar(
    r"(?:\b(?:this|that|(?:this|the|that) same|(?:the )?(?:said|above-mentioned|aforementioned|abovementioned)"
    r"|cet|ce|cette|ces|ledit|ladite|dudit|lesdits|lesdites|audit|desdits|desdites|memes?|dite?|(?P<own>son|sa)) )$"
)
_OF_ENGLISH = grammar(r"\b(?:of|in|under|to|by|with)(?: (?:the|this|that))? ?[«\"]?$")
# "l'article 5 de celui-ci": a text of that gender, named just before.
_PRONOUN = grammar(r"(?:the )?latter(?= ?(?:[.,;:)]|$))|(?:celui|celle) ?-? ?ci(?![a-z])|(?:ce|cette) derni(?:er|ere)(?![a-z])")
FEMININE = (
    "loi",
    "ordonnance",
    "directive",
    "convention",
    "charte",
    "declaration",
    "circulaire",
    "instruction",
    "constitution",
    "decision-cadre",
)
_DETERMINER = 22
# "(ci-après « la Convention »)" gives the name, it does not use it.
_DEFINING = grammar(r"\([^()«»\"]{0,40}(?:[«\"]|(?<![a-z])') ?(?:the |la |le |l')?$")
_LONGEST_DEFINITION = 52
# Small letters tell the common noun: "this act of violence", "that order".
_COMMON = ("act", "order", "statute", "treaty", "protocol")
_APPLYING = grammar(r"decret d'application(?! n ?[°o])")
# Common nouns otherwise: with a capital they are the one the text has named.
_DEFINED = ("convention", "pacte", "charte", "directive", "charter", "covenant")
_OF_THE = grammar(r"(?:\b(?:la|le|du|de la|au) |l')$")
_THE = grammar(r"(?:\bla |\ble |\bl'|\bthe )$")
# After "la loi" these words name it by its title or its kind: it is then another one, not the last one cited.
_NAMES = grammar(
    r"(?: (?:relati(?:f|ve)s?|portant|visant|tendant|instituant|renforcant|modifiant|concernant|n ?[°o]|en date"
    r"|du |des |d'(?!une? )|de (?!(?:19|20)\d\d)"
    r"|sur (?:la |le |les |l')|pour (?:la |le |les |l'|une? )|contre |interieure?|generale?|internationale?|europeenne?|nationale?|type"
    r"|collective|informatique|ethique|deontologique|municipale?|departementale?"
    r"|speciale?|locale?|etrangere?|on (?!the (?:one|other)|wh)|relating|concerning|for the|governing|regulating|no\b)|-)"
)


def read(view: View, start: int) -> Mention | None:
    """After an article ("l'article 9 de la loi"): the bare noun at `start`; what it stands for is left to resolving."""
    if pronoun := _PRONOUN.match(view.plain, start):
        cue = " ".join(view.text[start : pronoun.end()].split())
        return Mention(start, pronoun.end(), "other", "anaphora", need="instrument", cue=cue)
    if dated := _OF_YEAR.match(view.plain, start):
        cue = f"{dated['noun']} {dated['year']}"
        return Mention(start, dated.end(), _kind(dated), "anaphora", need="instrument", cue=cue)
    same = _SAME.match(view.plain, start)
    found = _NOUN.match(view.plain, same.end() if same else start)
    if not found or found["plural"] or (_is_english(found) and not _OF_ENGLISH.search(view.plain, max(0, start - 14), start)):
        return None
    cue = " ".join(view.text[start : found.end()].split())
    # "de la loi précitée instituant…", "du même code pour une durée…": these words point back whatever follows.
    named = not same and not found["qualifier"] and _NAMES.match(view.plain, found.end())
    title = _title(view, found) if named else None
    # "l'article 5 de la loi qui vous est déférée"
    if found["noun"] == "loi" and not title and (deferred := _DEFERRED.match(view.plain, found.end())):
        cue = " ".join(view.text[start : deferred.end()].split())
        return Mention(start, deferred.end(), "law", "anaphora", need="instrument", cue=cue, title=referred.CUE)
    return Mention(start, found.end(), _kind(found), "anaphora", need="instrument", cue=cue, title=title)


def read_alone(view: View, start: int) -> Mention | None:
    """Alone, only where the words say that they point back: "cette loi", "la loi précitée", "son décret d'application"."""
    found = _NOUN.match(view.plain, start)
    if (
        not found
        or found["noun"] in ("texte", "accord", *_BILL_ALONE)
        or (found["noun"] == "constitution" and not view.text[start].isupper())
    ):
        return None
    if _is_english(found) and not view.text[start].isupper() and found["noun"] in _COMMON:
        return None
    if _DEFINING.search(view.plain, max(0, start - _LONGEST_DEFINITION), start):
        return None
    that = _THAT.search(view.plain, max(0, start - _DETERMINER), start)
    own = that is not None and that["own"] is not None
    applying = _APPLYING.match(view.plain, start)
    if applying and that and own:
        return Mention(that.start(), applying.end(), "decree", "anaphora", need="instrument", cue="son décret d’application")
    by_day = found["day"] and (that or _OF_THE.search(view.plain, max(0, start - 6), start))
    points_back = (
        (that is not None and not own) or found["qualifier"] or (found["year"] and not own) or by_day or _is_defined(view, start, found)
    )
    if not points_back or found["plural"] or _NAMES.match(view.plain, found.end()):
        return None
    begin = that.start() if that and not own else start
    cue = " ".join(view.text[begin : found.end()].split())
    return Mention(begin, found.end(), _kind(found), "anaphora", need="instrument", cue=cue)


def _is_english(found: re.Match[str]) -> bool:
    return found["noun"] in _ENGLISH


def _kind(found: re.Match[str]) -> Kind:
    return _KINDS[_MEANT.get(found["noun"], found["noun"])]


def _is_defined(view: View, start: int, found: re.Match[str]) -> bool:
    """True for "la Convention", "la Charte": with a capital, and its article before it."""
    return found["noun"] in _DEFINED and view.text[start].isupper() and _THE.search(view.plain, max(0, start - 4), start) is not None


def article_kind(kind: Kind) -> Kind:
    """The kind of a reference to an article of an instrument of that kind."""
    return "code_article" if kind == "other" else _ARTICLE_KINDS.get(kind, kind)


def noun(cue: str | None) -> str | None:
    """The noun of a cue: "loi" for "de cette loi" and for "of that Act"; None if it has none ("son")."""
    found = _CALLED.search(folded(cue or ""))
    return _MEANT.get(found[1], found[1]) if found else None


def is_pronoun(cue: str | None) -> bool:
    """True for "celui-ci", "cette dernière", which stand for a text by its gender."""
    return cue is not None and _PRONOUN.fullmatch(folded(cue)) is not None


def is_demonstrative(cue: str) -> bool:
    """True for the cue of "cet article 6", "ces mêmes articles": one that has been named."""
    return re.match(r"(?:cet|ces|memes?|lesdits|ledit|dudit|desdits)(?![a-z])", cue) is not None


def rank(cue: str | None) -> str | None:
    """'premi' for "première directive", 'second' for "second décret"; None for other cues."""
    found = re.match(r"(premi|second)", folded(cue or ""))
    return found[1] if found else None


def year(cue: str | None) -> str | None:
    """The year of a cue: "2005" for "la loi de 2005"."""
    found = re.search(r"\b((?:18|19|20)\d\d)$", cue or "")
    return found[1] if found else None


def day(cue: str | None) -> str | None:
    """The day of a cue that leaves the year out: "03-09" for "la loi du 9 mars"."""
    found = re.search(rf" (?:1er|\d{{1,2}}) {_MONTH}$", folded(cue or ""))
    date = iso_date(f"{found[0].strip()} 2000") if found else None
    return date[5:] if date else None


def _title(view: View, found: re.Match[str]) -> str:
    return " ".join(re.split(r"[,;.()«»:]", view.text[found.end() : found.end() + 120])[0].split())
