"""Divisions of an instrument: "le chapitre II de la loi…", "titre Ier du livre III du code…"."""

from __future__ import annotations

import re

from .finder import View
from .grammar import grammar

TRIGGERS = ("chapitre", "titre ", "section ", "sous-section", "livre ", "annexe")

_NUMBER = r"(?:[ivxl]{1,6}(?:er)?|\d{1,3}(?:er)?|premier|preliminaire|unique)(?: (?:bis|ter|quater))?(?![a-z\d])"
_NAME = rf"(?:(?:sous-section|section|chapitre|titre|livre) {_NUMBER}|annexe(?: {_NUMBER})?)"
_PATH = grammar(
    rf"(?P<first>{_NAME})(?: du (?:sous-section|chapitre|titre|livre) {_NUMBER}| de la (?:section|sous-section) {_NUMBER}){{0,4}}"
)
_AND = grammar(rf" (?:et|ou) (?:de |a )?(?:l'|la |le |du |au )?{_NAME}")


def read(view: View, start: int) -> tuple[str, int] | None:
    """(division as canonical references write it, end) of the division named at `start`."""
    found = _PATH.match(view.plain, start)
    if not found or not _numbered(view, found):
        return None
    end = found.end()
    if more := _AND.match(view.plain, end):
        end = more.end()
    words = re.sub(r"\s+", " ", view.text[start:end]).strip()
    return re.sub(r" et (?:de )?(?:l['’]|la |le |du )", " et ", words[0].lower() + words[1:]), end


def _numbered(view: View, found: re.Match[str]) -> bool:
    """Roman numbers are capitals ("titre II", not "titre d'exemple"); Ier may end in small letters."""
    number = view.text[found.start("first") : found.end("first")].split()[-1]
    roman = re.match(r"[ivxlIVXL]+", number)
    return roman is None or roman[0].isupper() or number.lower() == "ier" or "nnexe" in number
