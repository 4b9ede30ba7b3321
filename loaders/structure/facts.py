"""What a document says of itself: title, cote, date of adoption, vote, authority, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from ...graph.identifiers import MONTHS, fold
from ..document import Facts
from ..source import SourceText

_COTE = re.compile(r"(?<![\w-])([A-Z]{1,4})\s?[-–—]\s?((?:19|20)\d\d)\s?[-–—]\s?(\d{1,4})(?![\w-])")
_ACT = re.compile(r"\b(?:délibération|décision|avis|recommandation|circulaire)\s+n\s?[°º]\s?([A-Z]{0,6}[-–]?\d[\w./–-]*)", re.IGNORECASE)
_DATE = rf"(\d{{1,2}})(?:er)?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d\d)"
_ADOPTED = re.compile(rf"(?:adopt\w+|assemblée\s+plénière|délibér\w+|séance|plenary)[^.]{{0,120}}?\b{_DATE}", re.IGNORECASE)
_OF_DATE = re.compile(rf"\b(?:du|le|of)\s+{_DATE}", re.IGNORECASE)
_VOTE = re.compile(
    r"\(?((?:adopt\w+|vot\w+|avis\s+adopt\w+)?[^().\n]{0,60}?(?:à\s+l[’'\s]\s*unanimité|\bvoix\s+(?:pour|contre)|\babstentions?\b)[^().\n]{0,120})\)?",
    re.IGNORECASE,
)
# Words of which every text is full: the language is the one whose words are most frequent.
_STOP_WORDS = {
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "de",
            "des",
            "du",
            "et",
            "en",
            "un",
            "une",
            "que",
            "qui",
            "dans",
            "pour",
            "par",
            "sur",
            "est",
            "aux",
            "ne",
            "pas",
            "ce",
            "cette",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "a",
            "that",
            "is",
            "for",
            "on",
            "with",
            "by",
            "be",
            "are",
            "as",
            "this",
            "which",
            "not",
            "it",
            "from",
        ]
    ),
    "de": frozenset(
        ["der", "die", "das", "und", "in", "den", "von", "zu", "mit", "ist", "des", "im", "nicht", "ein", "eine", "auf", "für"]
    ),
    "es": frozenset(["el", "los", "las", "de", "y", "en", "un", "una", "que", "por", "para", "con", "no", "es", "se", "del", "al", "lo"]),
    "it": frozenset(["il", "lo", "gli", "le", "di", "e", "in", "un", "una", "che", "per", "con", "non", "è", "si", "del", "della", "dei"]),
}
_SAMPLE = 20_000


def read_facts(source: SourceText, front: Sequence[str], furniture: Sequence[str]) -> Facts:
    """The facts of a document. `front` are the blocks of its front matter as read, `furniture` its page headers."""
    meta, opening = source.metadata, "\n".join(front)
    title = meta.get("title") or (front[0] if front else None)
    return Facts(
        title=title,
        cote=meta.get("cote") or _cote([*furniture, *front, source.name]),
        adopted_on=_adopted_on(opening) or meta.get("date"),
        vote=_vote(opening),
        authority=_authority(opening, source.text),
        lang=meta.get("language", "")[:2] or language(source.text),
    )


def _cote(places: Sequence[str]) -> str | None:
    """The document's own reference: "A - 2021- 5" is A-2021-5."""
    for place in places:
        if found := _COTE.search(place):
            return "-".join((found[1], found[2], found[3]))
    for place in places:
        if act := _ACT.search(place):
            return act[1].replace("–", "-").rstrip(".-")
    return None


def _adopted_on(opening: str) -> str | None:
    found = _ADOPTED.search(opening) or _OF_DATE.search(opening[:600])
    if found is None:
        return None
    day, month, year = int(found[1]), MONTHS.index(found[2].lower()) + 1, int(found[3])
    return f"{year:04d}-{month:02d}-{day:02d}" if day <= 31 else None


def _vote(opening: str) -> str | None:
    found = _VOTE.search(opening)
    return " ".join(found[1].split()) if found else None


@cache
def _authorities() -> tuple[tuple[str, re.Pattern[str]], ...]:
    loaded = yaml.safe_load((files(__package__) / "authorities.yaml").read_text("utf-8"))
    return tuple((name, re.compile(rf"\b(?:{'|'.join(fold(form) for form in [name, *forms])})\b")) for name, forms in loaded.items())


def _authority(opening: str, text: str) -> str | None:
    """The body that speaks: the first one named in the front matter, else the first in the opening of the text."""
    for place in (opening, text[:_SAMPLE]):
        folded = fold(place)
        found = [(match.start(), name) for name, pattern in _authorities() if (match := pattern.search(folded))]
        if found:
            return min(found)[1]
    return None


def language(text: str) -> str:
    """'fr', 'en', 'de', 'es', 'it', or 'und' where too few of any language's common words are found."""
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    counts = {lang: sum(word in stop for word in words) for lang, stop in _STOP_WORDS.items()}
    best = max(counts, key=lambda lang: counts[lang])
    return best if counts[best] >= max(2, 0.08 * len(words)) else "und"
