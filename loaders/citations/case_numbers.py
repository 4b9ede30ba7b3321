"""The numbers of court decisions: application, case, appeal and decision numbers, one or several."""

from __future__ import annotations

import re

_SIGN = r"(?:n\s?°s?|n[°o]s?(?=[\s\d])|nos?\.?(?=\s?\d)|numeros?)"
_WORD = r"(?:requetes?|req\.|aff(?:aires?\b|\.|(?=\s))|pourvois?|dec\.|decisions?|rg|cases?|applications?)"
_STRASBOURG = r"\d{1,5}\s?/\s?\d{2}(?![\d/])"
_LUXEMBOURG = r"(?<![\w.])[ctf]\s?-\s?\d{1,4}\s?[-/]\s?\d{2}(?!\d)(?:\s?p(?:pu)?\b)?"
_CONSTITUTIONAL = r"\d{2,4}-\d{1,4}(?:\s?[/,]\s?\d{1,4}(?:/\d{1,4})*)*\s+(?:qpc|dc|lp|lom|lol|l|rip|an|sen|org|elec|pdr|i|d|fnr)(?![\w'])"
_APPEAL = r"\d{2}-\d{2}\.\s?\d{3}|\d{2}-\d{5}(?!\d)"
_ADMINISTRATIVE = r"\d{2}[a-z]{2}\d{5}|\d{2,3}\.\d{3}(?!\d)|\d{3}\s?\d{3}(?!\d)|\d{5,7}(?!\d)"
_DOCKET = r"[a-z]{2}/\d{2,6}/\d{4}"
_ANY = r"[a-z0-9][\w./-]{0,18}\d[\w/-]{0,12}|\d{1,7}"
# Without "n°", only what cannot be anything else.
_TYPED = rf"{_LUXEMBOURG}|{_CONSTITUTIONAL}|{_APPEAL}|{_DOCKET}"
_SIGNED = rf"{_LUXEMBOURG}|{_CONSTITUTIONAL}|{_APPEAL}|{_DOCKET}|{_STRASBOURG}|\d{{2}}/\d{{4,6}}|{_ADMINISTRATIVE}|{_ANY}"
_MORE = (
    rf"(?:\s*(?:,|et|&|/|;)\s*(?:(?:{_WORD}\s*)?{_SIGN}\s*(?:{_SIGNED})|(?:{_LUXEMBOURG}|{_STRASBOURG}|{_APPEAL}"
    rf"|\d{{2,3}}\.\d{{3}}(?!\d)|\d{{5,6}}(?!\d))))*"
)
NUMBERS = (
    rf"(?:(?:{_WORD}\s*)?(?:jointes?\s*)?{_SIGN}\s*(?:{_SIGNED}){_MORE}"
    rf"|{_WORD}\s*(?:jointes?\s*)?(?:{_LUXEMBOURG}|{_STRASBOURG}|{_APPEAL}){_MORE}|(?:{_TYPED}){_MORE})"
)

_LIST = re.compile(rf"(?:{_SIGN}\s*)?(?P<number>{_SIGNED})")
_JOIN = re.compile(r"\s*(?:,|et|&|;|/)\s*|\s+")
_SHAPES = (
    ("cjeu", re.compile(_LUXEMBOURG)),
    ("cc", re.compile(_CONSTITUTIONAL)),
    ("cass", re.compile(_APPEAL)),
    ("echr", re.compile(_STRASBOURG)),
)
_LEAD = re.compile(rf"^(?:{_WORD}\s*)?(?:jointes?\s*)?")


def read_numbers(words: str) -> tuple[str, ...]:
    """The normalised numbers in folded words: 'requetes n°77587/12 et n°74603/12' gives ('77587/12', '74603/12')."""
    rest = _LEAD.sub("", words, count=1)
    numbers: list[str] = []
    position = 0
    while found := _LIST.search(rest, position):
        numbers.append(normal(found["number"]))
        position = found.end()
    return tuple(dict.fromkeys(numbers))


def normal(number: str) -> str:
    """One number as identifiers and readers hold it: 'c- 222-84' is 'C-222/84', '2010-25 qpc' is '2010-25 QPC'."""
    number = number.strip()
    if re.fullmatch(_LUXEMBOURG, number):
        court, case, year = re.findall(r"[a-z]+|\d+", number)[:3]
        appeal = " P" if number.rstrip().endswith(("p", "ppu")) else ""
        return f"{court.upper()}-{case}/{year}{appeal}"
    if re.fullmatch(_CONSTITUTIONAL, number):
        digits, kind = number.rsplit(None, 1)
        return f"{re.sub(r'\s', '', digits)} {kind.upper()}"
    if re.fullmatch(_APPEAL, number):
        digits = re.sub(r"\D", "", number)
        return f"{digits[:2]}-{digits[2:4]}.{digits[4:]}"
    if re.fullmatch(r"\d{2,3}\.\d{3}", number):
        return number.replace(".", "")
    return re.sub(r"\s", "", number).upper().rstrip(".,/-")


def shape(number: str) -> str | None:
    """The numbering scheme a normalised number shows by its form alone, None where several share it."""
    plain = number.lower()
    return next((scheme for scheme, pattern in _SHAPES if pattern.fullmatch(plain)), None)
