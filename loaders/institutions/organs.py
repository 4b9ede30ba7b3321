"""Bodies named by what they deal with: "Direction de l’accueil, de l’intégration et de la citoyenneté", "commission des lois du Sénat"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ...graph.identifiers import fold, slug
from ..tables import read_table
from .forms import phrases
from .model import Institution
from .open_names import PLACE, VOCABULARY, OpenName
from .tokens import Tokens

_OF = r"(?:de\sla\s|de\sl['’]\s?|du\s|des\s|d['’]\s?)"
_TO = r"(?:\s(?:à\sla\s|à\sl['’]\s?|aux?\s|contre\sl['’ea]s?\s?|pour\s(?:la\s|le\s|les\s|l['’]\s?))[a-zà-ÿœ][\wà-ÿ’-]{2,})"
_ADJECTIVE = (
    r"(?:\s(?:[a-zà-ÿ-]{2,}(?:ale?s?|aux|iques?|aires?|iers?|ières?|elles?|els|i[fv]es?|iennes?|ères?|istes?|aises?|oires?|aines?|ubli(?:c|que)s?|iles?)"
    r"|français)(?![\w’']))"
)
# A word that names who holds the body rather than what it deals with.
_HOLDER = (
    r"(?!minist|préfect|région|département|commune|ville|mairie|polic(?:e|ier)\s(?:de|du)|cour\b|tribunal|assemblée|sénat|société|groupe\b)"
)
# Nouns that take a complement of their own before the name is whole.
_RELATION = r"(?:accès|accueil|aide|appui|lutte|prévention|protection|promotion|gestion|formation|insertion|soutien|droit)"
_ABOUT = rf"(?:{_RELATION}(?:{_TO}|\s{_OF}{_HOLDER}[a-zà-ÿœ][\w’-]{{2,}})|{_HOLDER}[a-zà-ÿœ][\wà-ÿ’-]{{2,}}){_ADJECTIVE}{{0,2}}"
_COMPLEMENT = rf"\s{_OF}{_ABOUT}(?:(?:,\s{_OF}{_ABOUT}){{0,5}},?\set\s{_OF}{_ABOUT})?"
_FOR = r"\spour\s(?:la\s|le\s|les\s|l['’]\s?)[a-zà-ÿœ][\wà-ÿ’-]{2,}" + rf"{_ADJECTIVE}{{0,2}}"
_FIRST_WORDS = frozenset({"direction", "sous", "commission", "fonds"})
_LONGEST_ID = 160
_HELD = re.compile(r"(?=\s(?:du\sminist|de\sla\spréfecture|de\sla\s(?:ville|région)\s))")
_SITED = rf"(?P<place>\s(?:de\s|du\s|des\s|d['’])(?!la\s[a-z]){PLACE})?"
_DEFINITE = re.compile(r"(?:\b(?:[Ll]e|[Ll]a|[Dd]u|[Aa]u|[Cc]e|[Cc]ette)\s)$")
_TOWARDS = re.compile(r"\spour\s")


def organs(tokens: Tokens) -> Iterator[OpenName]:
    """The bodies that the rules `organs` and `assemblies` of open_names.yaml find in a text, looked for where a head begins."""
    reached = 0
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        if word in _FIRST_WORDS and start >= reached and (name := _of_assembly(tokens.text, start) or _organ(tokens.text, start)):
            reached = name.end
            yield name


def _organ(text: str, start: int) -> OpenName | None:
    pattern, rules = _rules()
    found = pattern.match(text, start)
    rule = rules[fold(" ".join((found["head"] or found["fund"]).split()))] if found else {}
    if not found or not _is_name(text, found, rule):
        return None
    return _name(found, rule["kind"], None, named=not rule.get("local") or found["place"] is not None)


def _of_assembly(text: str, start: int) -> OpenName | None:
    found = next(((m, parent) for pattern, parent in _assemblies() if (m := pattern.match(text, start))), None)
    return _name(found[0], "commission parlementaire", f"inst:{found[1]}", named=True) if found else None


def _is_name(text: str, found: re.Match[str], rule: Mapping[str, object]) -> bool:
    """A capital makes a name; without it, "le fonds pour…", a kind that has one bearer, or a ministry that holds it."""
    if text[found.start()].isupper() or (rule.get("common") and found["place"] is None):
        return True
    if _TOWARDS.search(found[0]):
        return _DEFINITE.search(text, max(0, found.start() - 6), found.start()) is not None
    return found["place"] is not None or _HELD.match(text, found.end()) is not None


def _name(found: re.Match[str], kind: str, parent: str | None, *, named: bool) -> OpenName:
    name = " ".join(found[0].split())
    return OpenName(
        found.start(),
        found.end(),
        Institution(f"inst:{slug(name, _LONGEST_ID)}", name[0].upper() + name[1:], kind=kind, named=named, parent=parent),
    )


@cache
def _rules() -> tuple[re.Pattern[str], Mapping[str, Mapping[str, str]]]:
    rules = {phrase: rule for rule in read_table(VOCABULARY)["organs"] for phrase in phrases(rule["head"], str(VOCABULARY))}
    funds = [head for head in rules if head.startswith("fonds")]
    heads = [head for head in rules if head not in funds]
    pattern = rf"(?<![\w-])(?:(?P<head>(?i:{_any(heads)})){_COMPLEMENT}{_SITED}|(?P<fund>(?i:{_any(funds)})){_FOR})(?![\w-])"
    return re.compile(pattern), {fold(head): rule for head, rule in rules.items()}


@cache
def _assemblies() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = read_table(VOCABULARY)["assemblies"]
    return tuple((re.compile(rf"(?<![\w-])[Cc]ommission{_COMPLEMENT}\s{_any([rule['of']])}"), rule["parent"]) for rule in rules)


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first, however they are spaced; either apostrophe will do."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("’", "['’]") for word in longest)
