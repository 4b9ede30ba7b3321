"""Choosing among the forms found in one text: the longest wins, forms with a condition wait for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .acronyms import Definition
from .gazetteer import Form, Gazetteer
from .matcher import Candidate
from .ministries import KIND as MINISTRY
from .ministries import OFFICES, ministries
from .model import Found, Institution, MentionForm
from .open_names import open_names
from .organs import organs
from .tokens import Tokens

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# "article 8 de la CEDH": the acronym of a court stands for its convention.
_ARTICLE_BEFORE = re.compile(r"(?i)\b(?:articles?|art\.)(?:[\s\d,§-]|(?:et|à|de|la|du|protocole)\b){1,30}$")
# A party to a case is in the case's name, not in the sentence: "Ekin c. France".
_VERSUS_BEFORE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.’'-]*\s+(?:et\s+autres?\s+)?(?:contre|c\.|c/|v\.)\s+(?:la\s+|l['’])?$")
_VERSUS_AFTER = re.compile(r"\s+(?:c\.|c/|v\.)\s")
_COURTS = ("juridiction", "juridiction internationale")
# "Circulaire DPM/DLPAJ/DAPAF n° 2006-446": the services of a register number.
_REGISTER_AFTER = re.compile(r"(?i)(?:/[A-Z\d]+)*\s?n\s?[°o]\s?\d|(?:/[A-Z\d]+)*/\d")
_LISTED_BEFORE, _LISTED_AFTER = re.compile(r"(?:[(,:]|\b[Ee]t|\b[Oo]u)\s*$"), re.compile(r"\s*(?:[),]|et\b|ou\b)")
_GLOSS = re.compile(r"\s*\(")
# A list that admits bare names ("éducation", "santé") shows a body at most this many characters away, on one side.
LIST_REACH = 12
# A name broken off at the end of a text is recognised from this many words.
SHORTEST_CUT, LONGEST_CUT = 4, 16


@dataclass(frozen=True, slots=True)
class _Choice:
    start: int
    end: int
    institution: Institution | None
    form: Form | None
    how: MentionForm
    defined: bool = False
    # An open name that gives way to a known one that begins where it does.
    yields: bool = False

    @property
    def rank(self) -> tuple[int, int, int]:
        """Longer first, then what a gazetteer lists, then the earlier."""
        return (self.start - self.end, self.form is None, self.start)


def choose(tokens: Tokens, candidates: Iterable[Candidate], defined: Iterable[Definition], gazetteer: Gazetteer) -> list[Found]:
    """The bodies named in one text, in order; those inside a generic body's name are kept if they are named ones.

    Forms that count only in a document of their parent ('own') are left to `short_forms`.
    """
    found = list(candidates)
    choices = [*_from_forms(tokens, found), *_from_patterns(tokens, defined, gazetteer), *_ministries(tokens, found, gazetteer)]
    choices = _admissible(tokens.text, choices)
    taken = _Intervals()
    for choice in sorted(choices, key=lambda c: c.rank):
        taken.add(choice)
    kept = _with_listed(tokens.text, [*taken.choices, *_nested(choices, taken)])
    return sorted((Found(c.start, c.end, c.institution, c.how) for c in kept if c.institution), key=lambda f: (f.start, -f.end))


class _Intervals:
    """Choices that do not overlap, kept in the order of the text."""

    def __init__(self) -> None:
        self.choices: list[_Choice] = []

    def add(self, choice: _Choice) -> None:
        """Keep the choice unless it overlaps one already kept."""
        if not self.meets(choice):
            insort(self.choices, choice, key=lambda c: c.start)

    def meets(self, choice: _Choice) -> _Choice | None:
        """A kept choice that the given one overlaps, if there is one."""
        index = bisect_left(self.choices, choice.end, key=lambda c: c.start) - 1
        return self.choices[index] if index >= 0 and self.choices[index].end > choice.start else None


def _from_forms(tokens: Tokens, candidates: Iterable[Candidate]) -> Iterator[_Choice]:
    for c in candidates:
        start, end = tokens.starts[c.first], tokens.ends[c.last - 1]
        if c.form.condition != "own":
            yield _Choice(start, end, c.institution, c.form, _how(c.form))


def _from_patterns(tokens: Tokens, defined: Iterable[Definition], gazetteer: Gazetteer) -> Iterator[_Choice]:
    for definition in defined:
        yield _Choice(definition.start, definition.end, definition.institution, None, "full", defined=True)
    for name in open_names(tokens):
        yield _Choice(name.start, name.end, name.institution, None, "full")
    for name in organs(tokens):
        yield _Choice(name.start, name.end, name.institution, None, "full", yields=True)
    yield from _cut_name(tokens, gazetteer)


def _ministries(tokens: Tokens, candidates: Iterable[Candidate], gazetteer: Gazetteer) -> Iterator[_Choice]:
    known: dict[int, tuple[int, Institution]] = {}
    for c in candidates:
        office = tokens.words[c.first].startswith(OFFICES)
        if office and c.institution and c.institution.kind == MINISTRY and c.last > known.get(c.first, (0, None))[0]:
            known[c.first] = (c.last, c.institution)
    for m in ministries(tokens, known, gazetteer):
        yield _Choice(tokens.starts[m.first], tokens.ends[m.last - 1], m.institution, None, "full", defined=True)


def _cut_name(tokens: Tokens, gazetteer: Gazetteer) -> Iterator[_Choice]:
    """A name the text breaks off in: its last words begin the name of one known body and of no other."""
    if not tokens.words or not tokens.words[-1].isalpha():
        return
    beginnings = _beginnings(gazetteer)
    for count in range(min(len(tokens.words), LONGEST_CUT), SHORTEST_CUT - 1, -1):
        bodies = beginnings.get(tokens.words[-count:], [])
        if len(bodies) == 1:
            yield _Choice(tokens.starts[-count], tokens.ends[-1], bodies[0], None, "full", defined=True)
            return


@lru_cache(maxsize=4)
def _beginnings(gazetteer: Gazetteer) -> dict[tuple[str, ...], list[Institution]]:
    """The bodies by the first words of their names, from SHORTEST_CUT words on; whole names left out."""
    result: dict[tuple[str, ...], list[Institution]] = {}
    for body in gazetteer.institutions:
        words = Tokens.of(body.name).words
        for count in range(SHORTEST_CUT, len(words)):
            result.setdefault(words[:count], []).append(body)
    return result


def _how(form: Form) -> MentionForm:
    if form.institution is None or form.phrase == form.institution.name:
        return "full"
    return "acronym" if form.phrase == form.institution.acronym else "alias"


def _admissible(text: str, choices: Sequence[_Choice]) -> list[_Choice]:
    """All but those inside a web address, without the gloss they need, or that name a convention rather than its court."""
    addresses = [m.span() for m in _ADDRESS.finditer(text)]
    starts = [start for start, _ in addresses]
    starts_known = {c.start for c in choices if not c.yields and c.institution and c.institution.named}
    ends_known = {c.end for c in choices if c.form and c.institution and c.institution.named}

    def admissible(choice: _Choice) -> bool:
        index = bisect_right(starts, choice.start) - 1
        if index >= 0 and choice.start < addresses[index][1]:
            return False
        if choice.form is None:
            if choice.yields:
                return choice.start not in starts_known
            # "l’association Médecins du Monde" is the body we know, not another.
            return choice.defined or (choice.end not in ends_known and not _VERSUS_AFTER.match(text, choice.end))
        if choice.institution and choice.institution.kind == "État" and _VERSUS_BEFORE.search(_before(text, choice.start)):
            return False
        if choice.form.condition == "glossed" and not _GLOSS.match(text, choice.end):
            return False
        acronym = choice.how == "acronym" and choice.institution is not None
        court = acronym and choice.institution and choice.institution.kind in _COURTS
        convention = court and _ARTICLE_BEFORE.search(_before(text, choice.start))
        return not (convention or (acronym and _in_register_number(text, choice.start, choice.end)))

    return [choice for choice in choices if admissible(choice)]


def _in_register_number(text: str, start: int, end: int) -> bool:
    return "/" in text[max(0, start - 1) : start] + text[end : end + 1] and _REGISTER_AFTER.match(text, end) is not None


def _before(text: str, offset: int) -> str:
    """The words just before an offset."""
    return text[max(0, offset - 60) : offset]


def _nested(choices: Sequence[_Choice], taken: _Intervals) -> list[_Choice]:
    """The longest named bodies that stand inside a generic body's name ("foyers de l’aide sociale à l’enfance")."""
    inner = _Intervals()
    for choice in sorted(choices, key=lambda c: c.rank):
        holder = taken.meets(choice)
        if not (holder and holder.institution and choice.institution) or holder.institution.named or not choice.institution.named:
            continue
        # "magistrats du parquet" are the parquet already.
        if holder.start <= choice.start and choice.end <= holder.end and choice.institution.id != holder.institution.id:
            inner.add(choice)
    return inner.choices


def _with_listed(text: str, choices: Sequence[_Choice]) -> list[_Choice]:
    """All but the bare names that stand in no list of bodies; a list is admitted neighbour by neighbour, from a body nobody doubts."""
    ordered = sorted(choices, key=lambda c: c.start)
    kept = {i for i, c in enumerate(ordered) if not (c.form and c.form.condition == "listed")}
    for indexes in (range(1, len(ordered)), range(len(ordered) - 2, -1, -1)):
        for i in indexes:
            neighbour = i - 1 if indexes.step > 0 else i + 1
            if i not in kept and neighbour in kept and _near(ordered[i], ordered[neighbour]) and _in_list(text, ordered[i]):
                kept.add(i)
    return [ordered[i] for i in sorted(kept)]


def _in_list(text: str, choice: _Choice) -> bool:
    return bool(_LISTED_BEFORE.search(_before(text, choice.start)) and _LISTED_AFTER.match(text, choice.end))


def _near(one: _Choice, other: _Choice) -> bool:
    return max(one.start, other.start) - min(one.end, other.end) <= LIST_REACH
