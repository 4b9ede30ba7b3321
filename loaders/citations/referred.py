"""Laws referred to the Conseil constitutionnel: known by their title alone, before they have a number and a date.

"… nous avons l'honneur de vous déférer la loi relative à la date des élections", "la loi pour un air pur telle qu'adoptée": the
words of a referral make sure that a law is named, and "l'article 5 de la loi déférée" is of that law.
"""

from __future__ import annotations

import re

from ...graph import identifiers
from .finder import View
from .law_titles import OPENS
from .model import Mention, Source
from .titles import title_end, trimmed

# The cue of a mention of such a law, and how a text points back to it.
CUE = "déférée"
DEFERRED = (
    r"(?:,? (?:ici |presentement )?(?:deferee|querellee)(?![a-z])(?: a votre (?:examen|censure)| au conseil constitutionnel)?"
    r"|,? qui (?:vous|lui) (?:est|a ete) deferee|,? soumise a (?:votre examen|l'examen du conseil constitutionnel)"
    r"|,? telle? qu'(?:elle (?:a ete|est) )?(?:definitivement )?(?:adoptee|votee)(?: par (?:le parlement|l'assemblee nationale|le senat))?)"
)
_REFERRED = re.compile(
    r"(?:\bdefer(?:er|e|ee|ons|ent|ant)?\b|\bsaisi(?:e|es|s|r|ne|nes)?\b)[^.;«»()]{0,160}\b(?:la|de|sur)\s{1,3}(?:la\s{1,3})?$"
)
_ADOPTED = re.compile(r"\s{1,3}telle?\s{1,3}qu")
_AS_ADOPTED = re.compile(
    r",?\s{1,3}(?:telle?\s{1,3}qu'(?:elle\s{1,3}(?:a\s{1,3}ete|est)\s{1,3})?(?:definitivement\s{1,3})?|definitivement\s{1,3})(?:adoptee|votee)"
)
# "pour une immigration maîtrisée et un droit d'asile effectif"
_AND_A = re.compile(r"\s{1,3}et\s{1,3}une?\s{1,3}(?=[a-z])")
_REACH, _FEWEST_LETTERS = 220, 15


def read(view: View, start: int) -> tuple[int, str] | None:
    """(end, title) of a law named by its title at `start`, where the words before or after are those of a referral."""
    if not view.plain.startswith("loi ", start):
        return None
    opens = OPENS.match(view.plain, start + len("loi "))
    if not opens:
        return None
    begin = opens.start()
    end = title_end(view, begin)
    while more := _AND_A.match(view.plain, end):
        end = title_end(view, more.end())
    adopted = _ADOPTED.search(view.plain, begin, end + 12)
    end = trimmed(view, begin, adopted.start()) if adopted else end
    sure = _AS_ADOPTED.match(view.plain, end) or _REFERRED.search(view.plain, max(0, start - _REACH), start)
    return (end, " ".join(view.text[begin:end].split())) if sure and end - begin >= _FEWEST_LETTERS else None


def law(title: str) -> Source:
    """A law that is known by its title alone."""
    name = f"loi {title}"
    return Source(identifiers.local("loi", identifiers.slug(name, 120)), "Law", canonical=name, name=name, title=title, subkind="loi")


def mention(view: View, start: int, source: Source, end: int, title: str) -> Mention:
    return Mention(start, end, "law", "explicit", source, cue=CUE, title=title)
