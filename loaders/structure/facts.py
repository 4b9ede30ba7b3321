"""What a document says of itself: title, cote, date of adoption, vote, authority, language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from ...graph.identifiers import MONTHS, fold
from ..document import Facts
from ..source import SourceText
from .openers import authorities

_ACT_NAME = (
    r"(?:l[’']\s?|le\s+|la\s+)?(?:projet\s+d[’']\s?)?(?:avis|d[ée]lib[ée]ration|d[ée]cision|d[ée]claration|circulaire|recommandation|instruction|rapport|"
    r"m[ée]moire|[ée]tude|arr[êe]t[ée]|r[ée]solution|note|opinion|statement|report|decision)"
)
_ACT = re.compile(rf"{_ACT_NAME}\b", re.IGNORECASE)
_COTE = re.compile(r"(?<![\w-])([A-Z]{1,4})\s?[-–—]\s?((?:19|20)\d\d)\s?[-–—]\s?(\d{1,4})(?![\w-])")
_NUMBER = re.compile(rf"{_ACT_NAME}\s+(?:\w+\s+){{0,2}}?n\s?[°º]\s?([A-Z]{{0,6}}[-–]?\d[\w./–-]*)", re.IGNORECASE)
# A NOR in a sentence or in brackets may be another text's: the document's own stands at the head of a line or closes it.
_NOR = re.compile(r"(?:^[\W\d]*NOR\s*:\s*|^[^(\n]{0,200}\sNOR\s*:\s*(?=\w{12}\W*$))([A-Z]{4}\d{7}[A-Z])\b", re.MULTILINE)
_DATE = rf"(\d{{1,2}})(?:er)?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d\d)"
_ADOPTED = re.compile(rf"\b(?:adopt[ée]e?s?|assembl[ée]e\s+pl[ée]ni[èe]re|s[ée]ance|fait\s+[àa])\b[^.;]{{0,100}}?\b{_DATE}", re.IGNORECASE)
_OF_DATE = re.compile(rf"{_ACT_NAME}\b[^.;\n]{{0,60}}?\bdu\s+{_DATE}", re.IGNORECASE)
_VOTE = re.compile(
    r"\(?((?:adopt\w+|vot\w+|avis\s+adopt\w+)?[^().\n]{0,60}?(?:à\s+l[’'\s]\s*unanimité|\bvoix\s+(?:pour|contre)|\babstentions?\b)[^().\n]{0,120})\)?",
    re.IGNORECASE,
)
_YAML_TITLE = re.compile(r"^---\s.*?\btitle:\s*[\"']?(.+?)[\"']?\s+(?=\w+:|---)", re.DOTALL)
_ARTICLE = re.compile(r"^(?:le |la |l')")
_FRONT_LINES, _LONGEST_TITLE, _SAMPLE, _SPEAKS_OFTEN = 40, 600, 20_000, 2
# Words of which every text is full: the language is the one whose words are most frequent.
_STOP_WORDS = {
    "fr": frozenset(
        ("le", "la", "les", "des", "du", "et", "en", "un", "une", "que", "qui", "dans", "pour", "par", "sur", "est", "aux", "ne")
    ),
    "en": frozenset(
        ("the", "of", "and", "to", "in", "a", "that", "is", "for", "on", "with", "by", "be", "are", "as", "this", "which", "not")
    ),
    "de": frozenset(
        ("der", "die", "das", "und", "in", "den", "von", "zu", "mit", "ist", "des", "im", "nicht", "ein", "eine", "auf", "für")
    ),
    "es": frozenset(("el", "los", "las", "de", "y", "en", "un", "una", "que", "por", "para", "con", "no", "es", "se", "del", "al", "lo")),
    "it": frozenset(("il", "lo", "gli", "di", "e", "in", "un", "una", "che", "per", "con", "non", "è", "si", "del", "della", "dei")),
}


def read_facts(source: SourceText, front: Sequence[str], headers: Sequence[str]) -> Facts:
    """The facts of a document; None where it is silent.

    `front` are the alinéas of its front matter, lines kept; `headers` its page headers.
    """
    meta, opening = source.metadata, "\n".join(front)
    return Facts(
        title=_title(front) or meta.get("title"),
        cote=meta.get("cote") or _cote(front, headers, source.name) or meta.get("nor"),
        adopted_on=_adopted_on(front) or meta.get("date"),
        vote=_vote(opening),
        authority=_authority(front, source.text),
        lang=meta.get("language", "")[:2] or language(source.text),
    )


def _title(front: Sequence[str]) -> str | None:
    """The alinéa of the front matter that names the act ("Avis sur…"), from that line on; else the first one."""
    if front and (declared := _YAML_TITLE.match(front[0])):
        return declared[1].strip()
    lines = [(alinea, line) for alinea in front for line in alinea.split("\n")][:_FRONT_LINES]
    named = next(((alinea, line) for alinea, line in lines if _ACT.match(line)), lines[0] if lines else None)
    if named is None:
        return None
    rest = named[0][named[0].index(named[1]) :].split("\n")
    kept = rest[:1]
    for line in rest[1:]:
        if (
            kept[-1].endswith((".", ":", ";"))
            or (len(kept[-1]) < 45 and not line[:1].islower() and not line.isupper())
            or fold(line).startswith("vu ")
        ):
            break
        kept.append(line)
    return " ".join(" ".join(kept).split())[:_LONGEST_TITLE].removesuffix(":").strip() or None


def _cote(front: Sequence[str], headers: Sequence[str], name: str) -> str | None:
    """The document's own reference: "A - 2021- 5" is A-2021-5; else the number of the act in its title, or its NOR."""
    for place in (*headers, *(line for alinea in front for line in alinea.split("\n") if _ACT.match(line) or len(line) < 40), name):
        if found := _COTE.search(place):
            return "-".join((found[1], found[2], found[3]))
    for place in front:
        if act := _NUMBER.match(place):
            return act[1].replace("–", "-").rstrip(".-")
    found = next((nor for place in front if (nor := _NOR.search(place))), None)
    return found[1] if found else None


def _adopted_on(front: Sequence[str]) -> str | None:
    """ISO date of the adoption, else the date in the name of the act."""
    adopted = next((found for alinea in front if (found := _ADOPTED.search(" ".join(alinea.split())))), None)
    found = adopted or next(
        (found for alinea in front for line in alinea.split("\n") if line[:1].isupper() and (found := _OF_DATE.match(line))), None
    )
    if found is None or not 1 <= int(found[1]) <= 31:
        return None
    return f"{found[3]}-{MONTHS.index(found[2].lower()) + 1:02d}-{int(found[1]):02d}"


def _vote(opening: str) -> str | None:
    found = _VOTE.search(opening)
    return " ".join(found[1].split()) if found else None


@cache
def _authorities() -> tuple[dict[str, str], re.Pattern[str]]:
    """(the full name of each form, folded; the expression that finds any form before a verb of speech)."""
    names = {fold(form): name for name, forms in authorities().items() for form in (name, *forms)}
    forms = "|".join(re.escape(form).replace("'", "[’']") for name, others in authorities().items() for form in (name, *others))
    return names, re.compile(rf"\b({forms})\s(?:recommande|préconise|décide|rappelle|souligne|regrette|appelle|autorise|invite|estime)\b")


def _authority(front: Sequence[str], text: str) -> str | None:
    """The body that speaks: its name alone opens the act ("Le Défenseur des droits :"), or it recommends, decides, recalls."""
    names, speaking = _authorities()
    for alinea in front:
        for line in alinea.split("\n"):
            if len(line) < 100 and (name := names.get(_ARTICLE.sub("", fold(line)).rstrip(" ,:"))):
                return name
    spoken = Counter(names[fold(found)] for found in speaking.findall(text))
    name, times = max(spoken.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return name if times >= _SPEAKS_OFTEN else None


def language(text: str) -> str:
    """'fr', 'en', 'de', 'es', 'it', or 'und' where too few of any language's common words are found."""
    words = Counter(re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower()))
    counts = {lang: sum(words[word] for word in stop) for lang, stop in _STOP_WORDS.items()}
    best = max(counts, key=lambda lang: counts[lang])
    return best if counts[best] >= max(2, 0.08 * words.total()) else "und"
