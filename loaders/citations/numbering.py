"""How articles are numbered: 225-4-1, L. 312-16, R. * 421-1, LO 141, 39 quinquies, 150 U, 1er, 12.6, IV."""

from __future__ import annotations

import re

from ...graph import identifiers
from .finder import View
from .grammar import grammar

LATIN = (
    r"(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies"
    r"|(?:un|duo|ter|quater|quin|sex|sept|septem|octo|novo|no)?(?:decies|vicies|tricies|quadragies|quinquagies|sexagies))"
)
_FIRST = r"(?:1 ?(?:<sup>)?er(?:</sup>)?|ier|premier|unique|(?:pre)?liminaire)(?![a-z])"
# L. (loi), R. (décret en Conseil d'État; R.* en conseil des ministres), D. (décret), A. (arrêté), LO (loi organique).
PREFIX = r"(?:(?:l\.?o|[lrda])(?![a-z])(?:\. {0,2}|-| {1,2})?(?:\*{1,2} ?(?:\. ?)?)?)"
# Not a number of an article: 5 %, 3 €, the 2° of a list, the 1 of "1) de l'article 40".
_NOT = r"(?! ?(?:%|€|°)|\)? (?:de l' ?|du )article)"
_PARTS = r"(?:-\d{1,3}(?!\d| ?°)|\.\d{1,2}(?!\d)|-[a-hj-uwyz](?:\)(?=,? (?:et|ou|du|de) )|(?![\w'-])))*(?:-0)?"
DIGITS = rf"\d{{1,5}}(?!\d){_NOT}{_PARTS}(?:-? ?{LATIN}(?![a-z])(?:-\d{{1,2}})?)?"
_SMALL_WORD = r"(?:du|de|au|la|le|et|ou|en|il|ne|ce|se|sa|un|si|c[cpt])(?![a-z])"
_LETTERS = rf"(?: (?!{_SMALL_WORD})[a-z]{{1,2}}(?![\w'.°])(?:(?: ?-? ?{LATIN})(?![a-z]))?)"
_NUMBER = grammar(
    rf"(?P<number>{PREFIX}(?:{_FIRST}|{DIGITS})|{_FIRST}(?: {LATIN}(?![a-z]))?|{DIGITS}|[ivxl]{{1,6}}(?![a-z'.]))(?P<letters>{_LETTERS})?"
)
_PREFIXED = grammar(PREFIX)
# "l'article L du traité" is one, "l'article L" has lost its number.
_OF_A_TEXT = grammar(r"(?:,? (?:et|a|ou) [a-z\d]{1,2})? (?:du|de la|de l')(?![a-z])")


def read_number(view: View, at: int, *, plain: bool) -> tuple[str, str | None, int] | None:
    """(normalised number, letters, end) of the article number at `at`; `plain` allows one without a prefix.

    Letters ("150 U") are part of the number in tax codes only, so they are kept apart.
    """
    found = _NUMBER.match(view.plain, at)
    if not found or not _is_number(view, found, plain):
        return None
    end, letters = found.end("number"), None
    if found["letters"] and view.text[found.end("number") : found.end()].lstrip()[:1].isupper() and not _is_roman(found["letters"].strip()):
        end, letters = found.end(), view.text[found.start("letters") : found.end()].strip()
    return normal(view.text[found.start("number") : found.end("number")]), letters, end


def is_prefixed(number: str) -> bool:
    """True for the articles of codes that are numbered with L, R, D, A or LO."""
    return number[:1].isalpha() and _PREFIXED.match(number.lower()) is not None and any(c.isdigit() for c in number)


def normal(written: str) -> str:
    """The number as identifiers hold it (R221-12); the full stop of "12.6" stays, it tells article and paragraph apart."""
    plain = re.sub(r"(?i)</?sup>|\)$", "", written)
    plain = re.sub(r"(?i)^(1 ?er|ier|premier)(?=$|\s)", "1", plain)
    plain = re.sub(r"(?i)^l\.?o(?=[. \d])", "LO", plain).replace("‑", "-").replace("–", "-")
    if not plain[0].isdigit():
        plain = identifiers.article_number(re.sub(r"(?<=\d)\.(?=\d)", "-", plain))
    return re.sub(r"(?<=\d)[\s-]*(?=bis|ter|qua|qui|sex|sep|oct|non|un|duo|vic)", " ", plain)


def _is_number(view: View, found: re.Match[str], plain: bool) -> bool:
    number = found["number"]
    if number[0].isdigit():
        return plain
    if is_prefixed(number):
        # "à 10 heures" folds to "a 10".
        return number[0] != "a" or view.text[found.start()] == "A"
    if number == "l" and not _OF_A_TEXT.match(view.plain, found.end("number")):
        return False
    roman = re.fullmatch(r"[ivxl]+", number) is not None
    return plain and (not roman or view.text[found.start() : found.end("number")].isupper())


def _is_roman(letters: str) -> bool:
    return re.fullmatch(r"[ivx]+", letters) is not None
