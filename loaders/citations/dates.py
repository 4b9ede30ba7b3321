"""Dates of instruments as texts write them: "5 août 2013", "1er juillet 1901", "1<sup>er</sup> juillet 1901", "23/10/2019"."""

from __future__ import annotations

import re

from .parts import DAY_DATE, NUMERIC_DATE, iso_date

DATE = rf"(?:{DAY_DATE}|1 ?<sup>er</sup>\s+[a-z]{{3,9}}\s+\d{{4}}|{NUMERIC_DATE})"
# As registers of decisions list the texts they apply: "Loi 1979-07-11", "Ordonnance 45-2658 1945-11-02 art. 12".
LISTED_DATE = r"(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])"
# "n° 78-17", "no 78-17", "N°78-17", "n390/2009" where print lost the sign; it may be missing before a number that can be nothing else.
NUMBER_SIGN = r"(?:n ?[°o]s?\.?|no?s?\.|numeros?(?![a-z])|n(?= ?\d)) {0,2}"

_LISTED = re.compile(LISTED_DATE)
_TAG = re.compile(r"</?sup>")


def iso(words: str) -> str | None:
    """The date of folded words as '2013-08-05'; None where there is none or it cannot be."""
    return words if _LISTED.fullmatch(words) else iso_date(_TAG.sub("", words))
