"""Words that stand for an instrument named elsewhere: "cette loi", "du même code", "ladite directive", "la Convention"."""

from __future__ import annotations

import re

from .finder import View
from .grammar import grammar
from .model import Kind, Mention
from .text import folded

NOUNS = ("code", "loi organique", "loi constitutionnelle", "loi", "ordonnance", "decret", "arrete", "directive", "reglement", "decision-cadre", "convention", "pacte", "traite", "charte", "protocole", "declaration", "circulaire", "instruction", "constitution", "texte")  # fmt: skip
_KINDS: dict[str, Kind] = {
    "code": "other", "loi": "law", "loi organique": "law", "loi constitutionnelle": "law", "ordonnance": "law", "decret": "decree", "arrete": "other", "directive": "eu_act", "reglement": "eu_act",
    "decision-cadre": "eu_act", "convention": "convention", "pacte": "convention", "traite": "convention", "charte": "convention",
    "protocole": "convention", "declaration": "convention", "circulaire": "circular", "instruction": "circular", "constitution": "constitution",
    "texte": "other",
}  # fmt: skip
_ARTICLE_KINDS: dict[Kind, Kind] = {"law": "law_article", "eu_act": "eu_act_article", "convention": "convention_article"}
_QUALIFIER = r"(?:precitee?s?|susvisee?s?|sus-?visee?s?|susmentionnee?s?|susditee?s?|sus-?nommee?s?|ci-dessus(?: mentionnee?| visee?| citee?)?|mentionnee? ci-dessus)"
_NOUN = grammar(
    rf"(?P<noun>{'|'.join(NOUNS)})(?P<plural>s)?(?: (?P<qualifier>{_QUALIFIER}))?(?![a-z])(?P<year> de (?:18|19|20)\d\d(?!\d))?"
)
_THAT = grammar(r"(?:\b(?:cet|ce|cette|ces|ledit|ladite|dudit|lesdits|lesdites|audit|desdits|desdites|meme|memes|dit|dite)|son|sa) {1,3}$")
_APPLYING = grammar(r"decret d'application")
# After "la loi" these words name it by its title: it is then another one, not the last one cited.
_TITLED = grammar(
    r" (?:relati(?:f|ve)s?|portant|visant|tendant|instituant|renforcant|modifiant|concernant|n ?[°o]|du |des |de (?!(?:19|20)\d\d)|d'|en date|sur (?:la |le |les |l')"
    r"|pour (?:la |le |les |l'|une? )|interieure?|general|generale|international|internationale|europeenne?|nationale?|type|special[e]?|local[e]?|etrangere?)"
)


def read(view: View, start: int) -> Mention | None:
    """After an article ("l'article 9 de la loi"): the bare noun at `start`; what it stands for is left to resolving."""
    same = grammar(r"(?:meme|memes|present|presente|dit|dite|nouveau|nouvelle|susdit) ").match(view.plain, start)
    found = _NOUN.match(view.plain, same.end() if same else start)
    if not found or found["plural"]:
        return None
    title = _TITLED.match(view.plain, found.end()) is not None
    cue = " ".join(view.text[start : found.end()].split())
    return Mention(
        start, found.end(), _kind(found["noun"]), "anaphora", need="instrument", cue=cue, title=_title(view, found) if title else None
    )


def read_alone(view: View, start: int) -> Mention | None:
    """Alone, only where the words say that they point back: "cette loi", "la loi précitée", "son décret d'application"."""
    found = _NOUN.match(view.plain, start)
    if not found or found["noun"] == "texte" or (found["noun"] == "constitution" and not view.text[start].isupper()):
        return None
    that = _THAT.search(view.plain, max(0, start - 12), start)
    applying = _APPLYING.match(view.plain, start)
    if applying and that and that[0].startswith(("son", "sa")):
        return Mention(that.start(), applying.end(), "decree", "anaphora", need="instrument", cue="son décret d’application")
    own = that is not None and that[0].startswith(("son", "sa"))
    defined = found["noun"] in ("convention", "pacte", "charte", "directive") and view.text[start].isupper() and _the(view, start)
    if not (found["qualifier"] or found["year"]) and (own or not that) and not defined:
        return None
    if _TITLED.match(view.plain, found.end()) or found["plural"]:
        return None
    begin = that.start() if that and not own else start
    cue = " ".join(view.text[begin : found.end()].split())
    return Mention(begin, found.end(), _kind(found["noun"]), "anaphora", need="instrument", cue=cue)


def article_kind(kind: Kind) -> Kind:
    """The kind of a reference to an article of an instrument of that kind."""
    return "code_article" if kind == "other" else _ARTICLE_KINDS.get(kind, kind)


def noun(cue: str | None) -> str | None:
    """The noun of a cue: "loi" for "de cette loi"; None if it has none ("son")."""
    found = re.search(rf"\b({'|'.join(NOUNS)})\b", folded(cue or ""))
    return found[1] if found else None


def year(cue: str | None) -> str | None:
    """The year of a cue: "2005" for "la loi de 2005"."""
    found = re.search(r"\b((?:18|19|20)\d\d)$", cue or "")
    return found[1] if found else None


def _kind(word: str) -> Kind:
    return _KINDS[word]


def _the(view: View, start: int) -> bool:
    """ "la Convention", "cette Convention": with its article and followed by no name of its own."""
    return view.plain[max(0, start - 3) : start] in ("la ", "le ", " l'") and not re.match(
        r" (?:de|du|des|d'|europeenne|internationale|relative|sur|contre|pour|n ?°|cadre|-)",
        view.plain[start + 5 :].lstrip("abcdefghijklmnopqrstuvwxyz")[:16],
    )


def _title(view: View, found: re.Match[str]) -> str:
    return " ".join(re.split(r"[,;.()«»:]", view.text[found.end() : found.end() + 120])[0].split())
