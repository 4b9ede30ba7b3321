"""The parts a documentary citation is made of: dates, pages, places in the Journal officiel. All read folded text."""

from __future__ import annotations

import re

from ...graph import identifiers

_FRENCH = ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre")
_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_SHORT = {
    **{"janv": 1, "jan": 1, "fevr": 2, "fev": 2, "feb": 2, "mar": 3, "avr": 4, "apr": 4, "jun": 6, "juill": 7, "juil": 7},
    **{"jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12},
}
_MONTH_NUMBER = {name: i % 12 + 1 for i, name in enumerate((*_FRENCH, *_ENGLISH))} | _SHORT
MONTHS = frozenset(_MONTH_NUMBER)
_MONTH = "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True))

# A full date, a month or a year; never the year of a hyphenated number (2016-06-13-SAN-021) or of a call to one.
# After a day and a month, two more digits are the call of a note that print has glued to the year: "5 août 202110".
_YEAR_OF_DATE = r"(?:1[789]|20)\d\d(?:(?![\d-]\d|/\d)|(?=\d\d(?![\d/-])))"
_NUMBER_OF_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
# "21 juin 2004", "21st of June 2004"; "June 21, 2004", "June 21st, 2004".
_DAY_FIRST = rf"(?:1er|{_NUMBER_OF_DAY}(?:(?:st|nd|rd|th)(?:\s+of)?)?)\s+(?:{_MONTH})\.?,?\s+{_YEAR_OF_DATE}"
_MONTH_FIRST = rf"(?:{'|'.join(_ENGLISH)})\s+{_NUMBER_OF_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR_OF_DATE}"
DAY_DATE = rf"(?:{_DAY_FIRST}|{_MONTH_FIRST})"
MONTH_DATE = rf"(?:(?:{_MONTH})\.?\s+(?:1[789]|20)\d\d(?![\d-]\d|/\d))"
YEAR_DATE = r"(?:(?<![\d/-])(?:19|20)\d\d(?![\d/]|-\d))"
NUMERIC_DATE = r"(?:(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d(?!\d))"
DATE = rf"(?:{DAY_DATE}|{NUMERIC_DATE}|{MONTH_DATE})"

NUMBER_SIGN = r"(?:n\s?°s?|n[°o]s?(?=[\s\d])|nos?\.?(?=\s?(?:[a-z]{2,4}-)?\d)|numeros?(?![a-z])|(?<![a-z])n(?=\s?\d))\s*"
PAGE = r"(?:(?:pp?\.|pages?)\s*\d+(?:\s*(?:-|a|et|,)\s*\d+)*(?:\s+(?:et\s+)?s(?:uiv)?\.)?)"
# § 44, points 12 et 13, cons. 5: the passage of a decision or of an international document.
_PASSAGE_WORD = r"(?:§{1,2}|paras?\.?|paragraphe?s?|points?|pts?\.?|considerants?|cons\.?|par\.)"
# "cons. 7 et 2004-499 DC": the number of another decision is no passage.
_OTHER = rf"(?!\d|-\d+\s?(?:dc|qpc)|(?:er)?\s+(?:{_MONTH}))"
PASSAGE = rf"(?:{_PASSAGE_WORD}\s*\d+(?:\s*(?:-|a|et|and|to|,|\.)\s*\d+{_OTHER})*(?:\s+(?:et\s+)?s(?:uiv)?\.)?)"
PINPOINT = rf"(?:{PAGE}|{PASSAGE})"
# JORF n° 0136 du 14 juin 2014, texte n° 70; J.O. du 6 août 2013.
GAZETTE = (
    rf"(?:\b(?:jorf|j\.?\s?o\.?(?:\s?r\.?\s?f\.?|\s?(?:an|senat)(?![a-z])(?:,?\s?\(?q\b\)?)?)?"
    r"|journal officiel(?: de la republique francaise)?)"
    rf"(?:\s*,?\s*{NUMBER_SIGN}(?P<issue>\d{{1,4}}))?(?:\s*,?\s*(?:du|en date du)\s+(?P<published>{DAY_DATE}|{NUMERIC_DATE}))?"
    rf"(?:\s*,?\s*texte\s+(?:{NUMBER_SIGN})?(?P<text>\d{{1,3}})\b)?)"
)
_GAZETTE = re.compile(GAZETTE)
_DAY = re.compile(rf"(1er|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?)\s+({_MONTH})\.?,?\s+(\d{{4}})")
_ENGLISH_DAY = re.compile(rf"({'|'.join(_ENGLISH)})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")
_NUMERIC = re.compile(r"(\d\d?)[/.-](\d{1,2})[/.-](\d{4})")
_MONTH_YEAR = re.compile(rf"({_MONTH})\.?\s+(\d{{4}})")
_YEAR = re.compile(YEAR_DATE)
_DIGIT = re.compile(r"\d")


def iso_date(words: str) -> str | None:
    """The first date in folded words: '2014-06-14', '2020-11', '2017'; None where there is none or it cannot be (31 avril)."""
    if not _DIGIT.search(words):
        return None
    if found := _DAY.search(words):
        return _calendar(int(found[3]), _MONTH_NUMBER[found[2]], int(re.sub(r"\D", "", found[1])))
    if found := _ENGLISH_DAY.search(words):
        return _calendar(int(found[3]), _MONTH_NUMBER[found[1]], int(found[2]))
    if found := _NUMERIC.search(words):
        return _calendar(int(found[3]), int(found[2]), int(found[1]))
    if found := _MONTH_YEAR.search(words):
        return f"{found[2]}-{_MONTH_NUMBER[found[1]]:02d}"
    found = _YEAR.search(words)
    return found[0] if found else None


def _calendar(year: int, month: int, day: int) -> str | None:
    longest = 31 if month not in (2, 4, 6, 9, 11) else 30 if month != 2 else 29
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= longest else None


def gazette_place(words: str) -> str | None:
    """'jorf n°0136 du 14 juin 2014, texte n° 70' as 'jorf:20140614/0136/70'; None unless date and issue stand there."""
    found = _GAZETTE.search(words)
    if not found or not found["issue"] or not found["published"]:
        return None
    date = iso_date(found["published"])
    return identifiers.gazette(date, found["issue"], found["text"]) if date else None


def gazette_words(place: str) -> str:
    """'jorf:20140614/0136/70' as a reader writes it: 'JORF n°0136 du 14 juin 2014, texte n° 70'."""
    date, issue, *text = place.removeprefix("jorf:").split("/")
    day = identifiers.french_date(f"{date[:4]}-{date[4:6]}-{date[6:]}")
    return f"JORF n°{issue} du {day}" + (f", texte n° {text[0]}" if text else "")
