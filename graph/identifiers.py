"""Identifiers: how each kind of source is named, and the stable public address that follows from a name.

Sources of the rules: ELI of France (decree 2013-1113 and legifrance.gouv.fr/eli), the ECLI of the European Court of Human Rights
(Council conclusions 2011/C 127/01 and HUDOC), CELEX (EUR-Lex), the Council of Europe's treaty numbers (CETS), LEGI (DILA).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from .letters import Letters

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


class _Marks(dict[int, int | None]):
    """A translation that drops combining marks; each character is looked up in the Unicode tables once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_MARKS = _Marks()


def _bare(text: str) -> str:
    """The text without accents, with straight apostrophes, œ as oe."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae"))
    return text.translate(_MARKS)


_LETTERS = Letters(_bare)


def fold(text: str) -> str:
    """The text for comparing and sorting: no accents, no case, straight apostrophes, single spaces, œ as oe."""
    if not text.isascii():
        bare = _LETTERS.fold(text)
        text = _bare(text) if bare is None else bare
    return " ".join(text.lower().split())


def slug(text: str, length: int = 60) -> str:
    """A short name safe in an identifier: folded, words joined by hyphens, cut at a word."""
    return joined(re.findall(r"[a-z0-9]+", fold(text)), length)


def joined(words: Iterable[str], length: int) -> str:
    """Folded words joined by hyphens, cut at a word."""
    result = ""
    for word in words:
        if result and len(result) + len(word) + 1 > length:
            break
        result = f"{result}-{word}" if result else word[:length]
    return result


def french_date(iso: str) -> str:
    """'2013-08-05' as "5 août 2013", '2020-11' as "novembre 2020", '2017' as "2017"; day 1 is "1er"."""
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    return f"{'1er' if day == 1 else day} {month} {year}"


_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def english_date(iso: str) -> str:
    """'2013-08-05' as "5 August 2013", '2020-11' as "November 2020", '2017' as "2017"."""
    year, *rest = iso.split("-")
    month = [_ENGLISH_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


def article_number(written: str) -> str:
    """The number of a code or law article as identifiers hold it: 'R. 221-12' is R221-12, 'L.* 111-1' is L*111-1, '1er' is 1."""
    text = re.sub(r"[\s.\u00a0\u202f]+", "", written).replace("\u2011", "-").replace("–", "-")
    text = re.sub(r"(?i)^1er$", "1", text)
    found = re.match(r"(?i)^(lo|[lrdac])(\*{0,2})-?(\d.*)$", text)
    return f"{found[1].upper()}{found[2]}{found[3]}" if found else text


def code(legitext: str) -> str:
    """A code by its LEGI text id."""
    return f"legi:{legitext}"


def french_text(kind: str, number: str | None, date: str | None) -> str | None:
    """The ELI of a 'loi', 'ordonnance', 'decret', 'arrete'…: needs the date and the number; None without both."""
    if not number or not date or date.count("-") != 2:
        return None
    year, month, day = (int(part) for part in date.split("-"))
    return f"eli:fr/{kind}/{year}/{month}/{day}/{number}"


def dated_text(kind: str, date: str, title: str | None = None) -> str:
    """A text known by its date only, e.g. 'loi:1901-07-01'; the title's slug tells apart those of one day."""
    return f"{kind}:{date}" + (f":{slug(title)}" if title else "")


def treaty(series: str, number: str) -> str:
    """A treaty in an official series: treaty('coe:cets', '197'), treaty('un:unts', '27531')."""
    return f"{series}/{number}"


def eu_act(sector: str, year: int, kind: str, number: int) -> str:
    """The CELEX number: sector '3' (secondary law), kind L (directive), R (regulation), D (decision)."""
    return f"celex:{sector}{year:04d}{kind}{number:04d}"


def ecli_echr(date: str, application: str, kind: str = "JUD") -> str:
    """The ECLI of a Strasbourg judgment (JUD) or decision (DEC) from its date and first application number '77587/12'."""
    year, month, day = date.split("-")
    number, of_year = application.split("/")
    return f"ECLI:CE:ECHR:{year}:{month}{day}{kind}{int(number):07d}{int(of_year) % 100:02d}"


def opinion(cote: str) -> str:
    """A CNCDH opinion by its reference number 'A-2020-5', however it is spaced ('A – 2020 – 5')."""
    return "cncdh:" + "-".join(re.findall(r"[A-Z]+|\d+", cote.upper()))


def gazette(date: str, number: str, text: str | None = None) -> str:
    """A text by its place in the Journal officiel: date, issue number and text number: jorf:20140614/0136/70."""
    issue = number.zfill(4) if number.isdigit() else number
    return f"jorf:{date.replace('-', '')}/{issue}" + (f"/{text}" if text else "")


def article(parent: str, number: str) -> str:
    """An article of a code, law, convention or act: its parent's id and its number."""
    return f"{parent}/art/{number}"


def local(kind: str, *parts: str) -> str:
    """An id of ours, where no public one exists: local('report', 'onpe', '14', '2020-05') is report:onpe/14/2020-05."""
    return f"{kind}:{'/'.join(p for p in parts if p)}"


def unit(document: str, unit_id: str) -> str:
    """A unit of a loaded document: its Avis's id and the unit's own ('p7', 'r18', 'n9', 's-II.3')."""
    return f"{document}#{unit_id}"


def public_address(identifier: str) -> str | None:
    """The stable public address that follows from an identifier; None where none does (never a guess)."""
    for pattern, address in _ADDRESSES:
        if found := re.match(pattern, identifier):
            return address.format(*found.groups(), whole=identifier)
    return None


_ADDRESSES = (
    (r"eli:fr/([^#]+?)/art/([^/]+)$", "https://www.legifrance.gouv.fr/eli/{0}/jo/article_{1}"),
    (r"eli:fr/([^#]+)$", "https://www.legifrance.gouv.fr/eli/{0}/jo/texte"),
    (r"legi:(LEGITEXT\d+)", "https://www.legifrance.gouv.fr/codes/texte_lc/{0}/"),
    (r"celex:(\w+)", "https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:{0}"),
    (r"coe:cets/(\d+)", "https://www.coe.int/fr/web/conventions/full-list?module=treaty-detail&treatynum={0}"),
    (r"ECLI:CE:ECHR:", 'https://hudoc.echr.coe.int/fre#{{"ecli":["{whole}"]}}'),
    (r"ECLI:EU:", "https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=ecli:{whole}"),
)
