"""Finding: one pass over a text for the words that announce a reference, then small grammars where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from . import documentary, normative
from .finder import Finder, View
from .model import Mention
from .names import trie
from .text import folded

# In order of authority: on equal spans the earlier finder's reading stays.
FINDERS: tuple[Finder, ...] = (*normative.FINDERS, *documentary.FINDERS)

# Of these, one inside another is a part of it (a case number in a case, "avis du 22 mai" in "un avis sur… (avis du 22 mai)").
_DOCUMENTS = frozenset({"prior_avis", "report", "other"})
# Between a law and its short name, what opens its title.
# "n° 2009?403", "articles 34?1": a no-break hyphen that a conversion has lost.
LOST_HYPHEN = re.compile(r"(?:\bn\s?[°o]s?\s?|\barticles?\s|\bart\.\s?|\b[LRD]\.\s?\*?\s?)\d{1,4}\?(?=\d)", re.IGNORECASE)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\?(?=\d)")
_DIGIT = re.compile(r"\d")
_OWN_TITLE = re.compile(r",?\s+(?:modifiee?\s+)?(?:portant|relati(?:ve|f)|sur|pour|visant)\b[^.;:()]{0,60}")
_NEVER_NESTED = frozenset({"case", "prior_avis", "report", "plan"})


def find(text: str) -> tuple[Mention, ...]:
    """The mentions of one unit's clean text, sorted by start; offsets are into `text`."""
    # Markdown's mark of a no-break space ("n°\\ 58-1100") is read as a space, in names and numbers too.
    text = text.replace("\\", " ")
    if LOST_HYPHEN.search(text):
        text = _BETWEEN_DIGITS.sub("-", text)
    view = View(text, folded(text))
    wake = _wake()
    found: list[Mention] = []
    # The articles read so far, to leave out the triggers inside them: a list of n articles is read once, not n times.
    starts: list[int] = []
    ends: list[int] = []
    for start, trigger in _triggers(view.plain):
        for finder in wake[trigger]:
            if finder.reads_on and (place := bisect_right(starts, start)) and start < ends[place - 1]:
                continue
            for mention in finder.find(view, start, start + len(trigger)):
                found.append(mention)
                if mention.article is not None and (not starts or mention.start >= starts[-1]):
                    starts.append(mention.start)
                    ends.append(mention.end)
    return _without_own_titles(view, arbitrate(found))


def _without_own_titles(view: View, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Without what a law's own title names again: "ordonnance n° 58-1270…, portant loi organique relative au statut de la magistrature"."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if before is None or not _restates(view, before, mention):
            kept.append(mention)
    return tuple(kept)


def _restates(view: View, before: Mention, mention: Mention) -> bool:
    """Whether the title of `before` goes on to `mention`, the same text by its short name."""
    if before.source is None or mention.source is None or before.source.id != mention.source.id or mention.article is not None:
        return False
    titled = _OWN_TITLE.fullmatch(view.plain, before.end, mention.start)
    return titled is not None and not _DIGIT.search(view.plain, mention.start, mention.end)


def _triggers(plain: str) -> Iterator[tuple[int, str]]:
    """Where triggers stand, and which: those that are words first, then those that open with a sign. None begins inside another."""
    words, signs = _scanners()
    end = 0
    # With a space before it, so that every word stands behind what is no letter.
    for match in words.finditer(f" {plain}"):
        start, trigger = match.start(), match[1]
        if start >= end:
            end = start + len(trigger)
            yield start, trigger
    for match in signs.finditer(plain):
        yield match.start(), match[0]


@cache
def _wake() -> Mapping[str, tuple[Finder, ...]]:
    """Whom each trigger wakes."""
    triggers = sorted({trigger for finder in FINDERS for trigger in finder.triggers})
    return {trigger: tuple(finder for finder in FINDERS if finder.wakes_on(trigger)) for trigger in triggers}


@cache
def _scanners() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All triggers, the longest first at each place: those that are words, and those that open with a sign."""
    triggers = sorted(_wake())
    begin = {t for finder in FINDERS for t in finder.triggers if not finder.is_acronym(t)}
    signs = [t for t in triggers if not t[0].isalnum()]
    # An acronym that begins like another trigger is sought as that one is.
    begin |= {t for t in triggers if any(t[:length] in begin for length in range(1, len(t)))}
    acronyms = [t for t in triggers if t not in begin]
    # What stands before a word is quickly found; most words are then given up at their first two letters.
    heads = trie(sorted({t[:2] for t in triggers}.difference(t[:2] for t in signs)))
    words = rf"[^a-z0-9_](?={heads})(?=({trie(begin.difference(signs))}|{trie(acronyms)}(?![a-z0-9_])))"
    return re.compile(words), re.compile(trie(signs))


def arbitrate(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Where mentions cross, the longer one stays; one inside another stays if it names something else (a law in a title)."""
    done: list[Mention] = []
    rivals: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.source is None)):
        done.extend(r for r in rivals if r.end <= mention.start)
        rivals = [r for r in rivals if r.end > mention.start]
        if any(_excludes(r, mention) for r in rivals):
            continue
        crossing = [r for r in rivals if r.start < mention.start < r.end < mention.end]
        if any(_rank(r) >= _rank(mention) for r in crossing):
            continue
        rivals = [*(r for r in rivals if r not in crossing), mention]
    return tuple(sorted((*done, *rivals), key=lambda m: (m.start, -m.end)))


def _rank(mention: Mention) -> tuple[bool, int]:
    """Which of two crossing mentions stays: a numbered article before a title, then the longer one."""
    return mention.article is not None, mention.end - mention.start


def _excludes(outer: Mention, inner: Mention) -> bool:
    """True if `outer`, which starts no later, holds `inner` and leaves it nothing of its own to say."""
    if inner.end > outer.end:
        return False
    if (outer.start, outer.end) == (inner.start, inner.end):
        return True
    same = outer.source is not None and inner.source is not None and outer.source.id == inner.source.id
    whole_code = inner.kind == "other" and inner.source is not None and inner.source.label == "Code"
    other_number = inner.number is not None and outer.number is not None and inner.number != outer.number
    twice = (
        inner.kind == outer.kind
        and (inner.kind in _NEVER_NESTED or _same_subkind(outer, inner))
        and not (inner.kind == "prior_avis" and other_number)
    )
    twice = twice or (outer.kind == "case" and inner.kind in ("prior_avis", "report"))
    # "TUE, 26 avril 2023, T-557/20" is the court's, not the treaty.
    twice = twice or (outer.kind == "case" and inner.kind == "eu_act" and inner.start == outer.start)
    # "décret en Conseil d'État n° 2019-1507": no decision, though it reads like one.
    twice = twice or (inner.kind in _NEVER_NESTED and outer.kind in ("law", "decree", "circular"))
    # "décision portant approbation du règlement intérieur de la CNIL" is the decision: its title only names the rules.
    twice = twice or (outer.kind == "prior_avis" and inner.source is not None and inner.source.subkind == "own_text")
    listed = outer.article is not None and inner.article is not None
    # "Protocole facultatif à la Convention contre la torture" is the protocol: what it is added to only names it.
    twice = twice or (inner.kind == outer.kind == "convention" and _is_added_to(outer, inner))
    # "le tribunal, par une ordonnance du 3 mars 2021": the court's, no ordinance.
    ordinance = inner.source is not None and inner.source.subkind == "ordonnance" and inner.number is None
    twice = twice or (outer.kind == "case" and ordinance)
    # The symbol of a document inside its citation.
    twice = twice or (inner.number is not None and inner.number == outer.number and {inner.kind, outer.kind} <= _DOCUMENTS)
    # "Rapport 2019, op. cit.": the words before it only call the report back.
    twice = twice or (outer.relation == "op_cit" and inner.start == outer.start and inner.number is None and inner.kind in _DOCUMENTS)
    open_inside = inner.source is None and (outer.source is not None or outer.need == "instrument")
    return same or whole_code or twice or listed or open_inside


def _is_added_to(outer: Mention, inner: Mention) -> bool:
    return outer.source is not None and inner.source is not None and outer.source.id.startswith(f"{inner.source.id}/")


def _same_subkind(outer: Mention, inner: Mention) -> bool:
    return (
        outer.source is not None
        and inner.source is not None
        and outer.source.subkind is not None
        and outer.source.subkind == inner.source.subkind
    )
