"""The numbers of court decisions: application, case, appeal and decision numbers, one or several."""

from __future__ import annotations

import re

_SIGN = r"(?:n\s?°s?|n[°o]s?(?=[\s\d])|nos?\.?(?=\s?\d)|numeros?|n(?=\d{4}))"
_WORD = (
    r"(?:requetes?|(?:reclamations?|recl\.)(?: collectives?)?|req\."
    r"|aff(?:aires?\b|\.|(?=\s))|pourvois?|dec\.|decisions?|rg|(?:(?:joined|related)\s+)?cases?|applications?)"
)
_JOINED = r"(?:jointes?|jtes?\.?)"
_STRASBOURG = r"\d{1,5}\s?/\s?\d{2}(?![\d/])"
# Where no "n°" tells that it is a number: not the foot of a page ("Formulaire de requête 6 / 13").
_PLAIN_STRASBOURG = r"\d{1,5}/\d{2}(?![\d/])"
# The hyphen is lost in some texts: "C 293/12".
_LUXEMBOURG = r"(?<![\w.])[ctf](?:\s?-\s?|\s)\d{1,4}\s?[-/]\s?\d{2}(?!\d)(?:\s?p(?:pu)?\b)?"
# "2018-770 DC", "2018-770-DC"
CONSTITUTIONAL = (
    r"\d{2,4}\s?-\s?\d{1,4}(?:\s?[/,]\s?\d{1,4}(?:/\d{1,4})*)*(?:\s?-\s?(?=qpc|dc)|\s+)"
    r"(?:qpc|dc|lp|lom|lol|l|rip|an|sen|org|elec|pdr|i|d|fnr)(?![\w'])"
)
# The registry writes a letter before it: "pourvoi n° Z 19-10.609".
_APPEAL = r"(?:\b[a-z]\s?)?(?:\d{2}-\d{2}\.\s?\d{3}|\d{2}-\d{5}(?!\d))"
_ADMINISTRATIVE = r"\d{2}[a-z]{2}\d{5}|\d{7}/\d(?:-\d)?(?!\d)|\d{2,3}\.\d{3}(?!\d)|\d{3}\s?\d{3}(?!\d)|\d{5,7}(?!\d)"
_DOCKET = r"[a-z]{2}/\d{2,6}/\d{4}"
_ANY = r"[a-z0-9][\w./-]{0,18}\d[\w/-]{0,12}|\d{1,7}"
# Without "n°", only what cannot be anything else.
_TYPED = rf"{_LUXEMBOURG}|{CONSTITUTIONAL}|{_APPEAL}|{_DOCKET}"
_SIGNED = rf"{_LUXEMBOURG}|{CONSTITUTIONAL}|{_APPEAL}|{_DOCKET}|{_STRASBOURG}|\d{{2}}/\d{{4,6}}|{_ADMINISTRATIVE}|{_ANY}"
_MORE = (
    rf"(?:\s*(?:,|,?\s*and\b|et|&|/|;(?=\d))\s*(?:(?:{_WORD}\s*)?{_SIGN}\s*(?:{_SIGNED})|(?:{_LUXEMBOURG}|{_STRASBOURG}|{_APPEAL}"
    rf"|\d{{2,3}}\.\d{{3}}(?!\d)|\d{{5,7}}(?!\d))))*"
)
NUMBERS = (
    rf"(?:(?:{_WORD}\s*)?(?:{_JOINED}\s*)?{_SIGN}\s*(?:rg\s*)?(?:{_SIGNED}){_MORE}"
    rf"|{_WORD}\s?(?:{_JOINED}\s?)?(?:{_LUXEMBOURG}|{_PLAIN_STRASBOURG}|{_APPEAL}){_MORE}|(?:{_TYPED}){_MORE})"
)

_LIST = re.compile(rf"(?:{_SIGN}\s*)?(?P<number>{_SIGNED})")
_SHAPES = (
    ("cjeu", re.compile(_LUXEMBOURG)),
    ("cc", re.compile(CONSTITUTIONAL)),
    ("cass", re.compile(_APPEAL)),
    ("echr", re.compile(_STRASBOURG)),
)
# Numbers by the schemes of courts.yaml; a scheme that is not listed takes any number.
_SCHEMES = {
    "cjeu": re.compile(rf"{_LUXEMBOURG}|\d{{1,3}}/\d{{2}}"),
    "cc": re.compile(rf"{CONSTITUTIONAL}|\d{{2,4}}-\d{{1,4}}"),
    "cass": re.compile(_APPEAL),
    "echr": re.compile(_STRASBOURG),
    "ce": re.compile(r"\d{1,6}"),
    "caa": re.compile(r"\d{2}[a-z]{2}\d{5}|\d{5,7}(?:/\d(?:-\d)?)?"),
    "complaint": re.compile(r"\d{1,3}/(?:19|20)\d\d"),
    "rg": re.compile(r".*\d{2}/\d{2,6}.*|.*\d{4,}.*"),
}
_LEAD = re.compile(rf"^(?:{_WORD}\s*)?(?:{_JOINED}\s*)?")


def read_numbers(words: str) -> tuple[str, ...]:
    """The normalised numbers in folded words: 'requetes n°77587/12 et n°74603/12' gives ('77587/12', '74603/12')."""
    return tuple(dict.fromkeys(number for _, _, number in places(words)))


def normal(number: str) -> str:
    """One number as identifiers and readers hold it: 'c- 222-84' is 'C-222/84', '2010-25 qpc' is '2010-25 QPC'."""
    number = number.strip()
    if re.fullmatch(_LUXEMBOURG, number):
        court, case, year = re.findall(r"[a-z]+|\d+", number)[:3]
        appeal = " PPU" if number.rstrip().endswith("ppu") else " P" if number.rstrip().endswith("p") else ""
        return f"{court.upper()}-{case}/{year}{appeal}"
    if re.fullmatch(CONSTITUTIONAL, number):
        kind = re.split(r"[\s-]", number)[-1]
        digits = number.removesuffix(kind).rstrip(" -")
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


def fits(number: str, scheme: str) -> bool:
    """Whether a normalised number can be one of that scheme (courts.yaml)."""
    known = _SCHEMES.get(scheme)
    return known is None or known.fullmatch(number.lower()) is not None


def places(words: str) -> list[tuple[int, int, str]]:
    """Where each number of a list stands in folded words, and the number: (start, end, normalised)."""
    lead = _LEAD.match(words)
    found = _LIST.finditer(words, lead.end() if lead else 0)
    return [(match.start("number"), match.end("number"), normal(match["number"])) for match in found]
