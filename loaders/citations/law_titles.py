"""Laws by a name and a date, or by a name in quotation marks: "la loi asile et immigration du 10 septembre 2018", "loi « Dupond »"."""

from __future__ import annotations

import re

from .dates import DATE, iso
from .finder import View
from .grammar import grammar
from .words import words

_NAMED = grammar(rf" (?P<words>[^,;:.()«»\"\d]{{3,110}}?) (?:du|en date du) (?P<date>{DATE})")
_QUOTED = grammar(r" (?:dite? )?[«\"] ?(?P<name>[^«»\",;:.()]{2,50}?) ?[»\"]")
# How the title of a law, decree or order begins.
OPENS = grammar(
    r"(?:relati(?:f|ve) (?:a |au )|portant |visant |tendant |pour |sur |contre |instituant |creant |fixant |en faveur |renforcant "
    r"|reformant |d'orientation |de programmation |d'amnistie |dite? |de modernisation |de simplification )"
)
# "arrêté du ministre de l'intérieur du 3 mai 2019", "arrêté conjoint des ministres chargés…": who issued it stands before its date.
_ISSUED = grammar(
    r"(?:conjoint )?(?:du |de la |de l'|des |pris par l[ea] )(?:(?:vice-)?premiere? ministre|ministres?|prefete?s?|maire"
    r"|garde des sceaux|president|directeur|directrice|recteur|rectrice|secretaire|haut[- ]commissaire|sous-prefete?|gouverneur|chef"
    r"|commissaire|administrateur|prefecture|ministere)(?![a-z])"
)
# Words whose own date may follow, and words of a sentence that goes on: what follows them is no longer a title.
_ANOTHER = re.compile(
    r"\b(?:qu[ei]?|dont|est|sont|etait|ont|avait|dans|date|version|redaction|vigueur|compter|depuis|partir|periode|jusqu|apres|avant|lors"
    r"|articles?|alinea|lois?|decrets?|arretes?|ordonnances?|directives?|reglements?|circulaires?|conventions?|traites?|accords?|avis"
    r"|arrets?|jugements?|decisions?|rapports?|deliberations?|seances?|audiences?|reunions?|attentats?|evenements?|elections?|scrutin"
    r"|manifestations?|accidents?|faits|ete|applicables?|publiee?s?|promulguee?s?|adoptee?s?|votee?s?|signee?s?|il|elle|on|se|ne|pas"
    r"|prevoit|dispose|issue|a (?=[a-z]+e\b))\b|(?:ait|aient|ront)\b"
)
# "arrêté pour vol": no order.
_ARRESTED = re.compile(r"pour |sur |contre |en faveur ")
_LONGEST_NICKNAME, _LONGEST_QUOTED = 5, 7
# The hyphens of a date that has its day.
_FULL = 2


def named(view: View, at: int, dates: frozenset[str]) -> tuple[str, int] | None:
    """(ISO date, end) of a title, or a nickname, and the date that follows it; `at` is where the words "loi", "décret" end.

    A nickname, which could be any words, is one word before a day ("loi bioéthique du 30 juillet 1994"), or needs a capital or one of
    the `dates` that are known to be those of laws.
    """
    found = _NAMED.match(view.plain, at)
    date = iso(found["date"]) if found else None
    if (
        not found
        or not date
        or _ANOTHER.search(found["words"])
        or found["words"].split()[0] in words("foreign")
        or (view.plain.startswith("arrete", at - 6) and _ARRESTED.match(found["words"]))
    ):
        return None
    issued = view.plain.startswith("arrete", at - 6) or view.plain.startswith("arretes", at - 7)
    if not OPENS.match(view.plain, found.start("words")) and not (issued and _ISSUED.match(view.plain, found.start("words"))):
        one_word = view.plain.startswith("loi", at - len("loi")) and " " not in found["words"] and date.count("-") == _FULL
        proper = one_word or view.text[found.start("words")].isupper() or date in dates
        if not proper or len(found["words"].split()) > _LONGEST_NICKNAME:
            return None
    return date, found.end()


def quoted(view: View, at: int) -> tuple[str, int] | None:
    """(name, end) of the name in quotation marks that follows "loi": a few words with a capital, not a sentence quoted."""
    found = _QUOTED.match(view.plain, at)
    name = " ".join(view.text[found.start("name") : found.end("name")].split()) if found else ""
    if not found or not name[:1].isupper() or len(name.split()) > _LONGEST_QUOTED or _ANOTHER.search(found["name"]):
        return None
    return name, found.end()
