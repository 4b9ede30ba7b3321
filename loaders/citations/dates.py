"""Dates of instruments as texts write them: "5 août 2013", "1er juillet 1901", "1<sup>er</sup> juillet 1901", "23/10/2019"."""

from __future__ import annotations

import re

from .parts import DAY_DATE, NUMERIC_DATE, iso_date

_HYPHENED = r"(?:(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-(?:19|20)\d\d(?!\d))"
DATE = rf"(?:{DAY_DATE}|1 ?<sup>er</sup>\s+[a-z]{{3,9}}\s+\d{{4}}|{NUMERIC_DATE}|{_HYPHENED})"
# "n° 78-17", "no 78-17", "N°78-17"; the sign may be missing before a number that cannot be anything else.
NUMBER_SIGN = r"(?:n ?[°o]s?\.?|no?s?\.|numeros?) {0,2}"

_TAG = re.compile(r"</?sup>")


def iso(words: str) -> str | None:
    """The date of folded words as '2013-08-05'; None where there is none or it cannot be."""
    plain = _TAG.sub("", words)
    return iso_date(plain.replace("-", "/") if re.fullmatch(_HYPHENED, plain) else plain)
