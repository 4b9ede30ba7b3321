"""Cases by the short name that the document knows them by: "point 90 de l'arrêt Tele2", "l'affaire Davis", "Herma, préc., § 12"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ...graph.identifiers import fold
from .courts import answers_in_strasbourg, court_at
from .finder import Finder, View
from .found import Found
from .model import Mention
from .parties import named_like_a_party
from .parts import DATE, NUMBER_SIGN, PASSAGE
from .text import folded
from .words import words

_NOUN = re.compile(
    r"(?P<noun>arret|affaire|jurisprudence|decision|ordonnance|jugement|dec\.|aff\.)(?P<plural>s)?\s+"
    r"(?:dite?s?\s+|de principe\s+)?(?:[«\"]\s*)?"
)
_WORD = re.compile(r"[^\s,;:()«»\"\[\]]+")
_SPACE = re.compile(r"\s{1,3}")
_MOST_WORDS = 9
_MORE_PASSAGES = rf"(?:{PASSAGE}(?:\s*,?\s*(?:et|ainsi que)\s+(?:aux?\s+|les?\s+)?(?:points?\s+|§+\s*)?\d+(?:\s+a\s+\d+)?)*)"
_PASSAGE_BEFORE = re.compile(rf"(?P<pinpoint>{_MORE_PASSAGES})\s+(?:de\s+|du\s+|dans\s+)?(?:l'|la\s+|le\s+|les\s+|des\s+|cet\s+|son\s+)?$")
_AGAIN = r"(?:precitee?s?|prec\.?|susvisee?s?|susmentionnee?s?)(?![a-z])"
_TAIL = re.compile(
    rf"(?:\s*[»\"])?(?:\s+e\.\s?a\.|\s+et\s+(?:autres|a\.))?(?P<again>\s*,?\s*(?:\(\s*{_AGAIN}\s*\)|{_AGAIN}))?"
    rf"(?:\s*,?\s*(?P<opened>\()?(?P<pinpoint>{_MORE_PASSAGES})(?(opened)\)))?"
)
# A citation in full follows its name: it is read as such.
_IN_FULL = re.compile(
    r"\s*(?:e\.\s?a\.|et autres)?\s*,?\s*\(?(?:rendue?\s+)?(?:du\s+|le\s+)?"
    rf"(?:{DATE}|{NUMBER_SIGN}\d|[ctf]\s?[- ]\s?\d|req\.|aff\.|ecli|eu:)"
)
_VERSUS = re.compile(r"\s+(?:c\.|c/|contre|v\.|vs\.?)\s")
_CALLED_BACK = re.compile(r"(?:precitee?s?|prec\.)(?![a-z])")
_NAMES_BEFORE = re.compile(
    r"(?:^|[.;:(«]|\b(?:cf|voir|v|voy|in|arrets?|affaires?|decisions?|jurisprudences?|dec|aff)\b\.?)\s*(?P<names>[^.;:()«»]{2,110}?)\s*,?\s*\(?$"
)
_OF = re.compile(r"(?:de\s+la|de\s+l'|du|de|des)\s*")
_BENCH = re.compile(r"(?:cour|tribunal|chambre|conseil|juge)s?(?![a-z])")
_PIECE = re.compile(r"\s*(?:,|\bet\b|\bou\b|&)\s*")
_ALIAS = re.compile(
    r"\s*,?\s*\(?\s*(?:(?:ci-apres|ci-dessous|desormais|dite?|denommee?|appelee?)[\s,:]*){1,3}"
    r"(?:(?:l'|la |le )?(?:arret|affaire|decision|jurisprudence) )?[«\"]\s*(?P<name>[^«»\"()]{2,50}?)\s*[»\"]"
)


def find_named(view: View, start: int, end: int) -> Iterator[Mention]:
    """'l'arrêt Tele2, point 102', 'les arrêts Tele2 et Schrems': what they are is known to the document."""
    noun = _NOUN.match(view.plain, start)
    name = _name_end(view, noun.end()) if noun else None
    if not noun or name is None or _IN_FULL.match(view.plain, name) or _VERSUS.match(view.plain, name):
        return
    tail = _TAIL.match(view.plain, name)
    before = _PASSAGE_BEFORE.search(view.plain, max(0, start - 90), start)
    listed = noun["plural"] or (tail and tail["again"])
    pieces = list(_pieces(view, noun.end(), name)) if listed else [(noun.end(), name)]
    for place, (first, last) in enumerate(pieces):
        begin = (before.start() if before else start) if place == 0 else first
        closing = tail if place == len(pieces) - 1 else None
        passage = before if place == 0 and before else closing
        cue = "" if view.text[start : noun.end("noun")].isupper() else noun["noun"]
        yield _mention(view, (begin, closing.end() if closing else last), (first, last), cue, passage)


def find_again(view: View, start: int, end: int) -> Iterator[Mention]:
    """'Tele2, précité, point 93', 'Martin et Durand, préc.': names alone, called back."""
    names = _NAMES_BEFORE.search(view.plain, max(0, start - 130), start) if _CALLED_BACK.match(view.plain, start) else None
    if not names:
        return
    window = max(0, start - 130)
    tail = _TAIL.match(view.plain, start - len(view.plain[window:start]) + len(view.plain[window:start].rstrip(" ,(")))
    pieces = [p for p in _pieces(view, names.start("names"), names.end("names")) if named_like_a_party(view, *p)]
    for first, last in pieces:
        closing = tail if (first, last) == pieces[-1] else None
        yield _mention(view, (first, closing.end() if closing else last), (first, last), "prec", closing)


def _mention(view: View, span: tuple[int, int], name: tuple[int, int], noun: str, passage: re.Match[str] | None) -> Mention:
    pinpoint = " ".join(view.text[passage.start("pinpoint") : passage.end("pinpoint")].split()) if passage and passage["pinpoint"] else None
    title = " ".join(view.text[name[0] : name[1]].split())
    return Mention(span[0], span[1], "case", "anaphora", need="document", cue=f"named {noun}", pinpoint=pinpoint, title=title)


def _name_end(view: View, start: int) -> int | None:
    """The end of the name that begins at `start`: capitalised words and the links between them."""
    if not view.text[start : start + 1].isupper() or court_at(view, start):
        return None
    end, position = None, start
    for _ in range(_MOST_WORDS):
        token = _WORD.match(view.plain, position)
        if not token or not (_link(token[0]) or named_like_a_party(view, *token.span())) or _of_a_court(view, position):
            break
        written = view.text[token.start() : token.end()]
        stops = written.endswith(".") and len(written) > 4
        if not _link(token[0]):
            end = token.end() - (1 if written.endswith(".") and (stops or not written[:-1].isupper()) else 0)
        space = _SPACE.match(view.plain, token.end())
        if stops or not space:
            break
        position = space.end()
    return end


def _of_a_court(view: View, position: int) -> bool:
    """'la jurisprudence Cilfit de la CJUE', "l'arrêt Martin de la Cour": no part of the name."""
    of = _OF.match(view.plain, position)
    return of is not None and (_BENCH.match(view.plain, of.end()) is not None or court_at(view, of.end()) is not None)


def _link(word: str) -> bool:
    return word in words("party_links")


def _pieces(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list: 'Tele2 et Schrems' are two."""
    place = start
    for joint in (*_PIECE.finditer(view.plain, start, end), None):
        last = joint.start() if joint else end
        if view.text[place:last].strip():
            yield place, last
        place = joint.end() if joint else end


class CaseNames:
    """The names of the cases that a document cites in full, and what each stands for."""

    def __init__(self, found: Iterable[Found | None]) -> None:
        self._sides: dict[tuple[str, ...], dict[str, int]] = {}
        for position, item in enumerate(found):
            source = item.reference.source if item else None
            if item and source and source.label == "Case":
                for side in _sides(item):
                    self._sides.setdefault(side, {}).setdefault(source.id, position)

    def cited(self, name: str) -> Mapping[str, int]:
        """The cases that the name may stand for, with the position of their first citation: those it opens, else those that hold it."""
        sought = _name_words(name)
        if is_generic(name) or len("".join(sought)) < 2:
            return {}
        opening: dict[str, int] = {}
        inside: dict[str, int] = {}
        for side, cases in self._sides.items():
            at = next((i for i in range(len(side) - len(sought) + 1) if side[i : i + len(sought)] == sought), None)
            if at is not None and (len("".join(sought)) > 2 or side == sought):
                found = opening if at == 0 else inside
                for case, position in cases.items():
                    found[case] = min(position, found.get(case, position))
        return opening or inside


def is_generic(name: str) -> bool:
    """True for what is the party of many cases ("Commission") and names none."""
    return all(word in words("generic_parties") for word in _name_words(name))


def _sides(item: Found) -> Iterator[tuple[str, ...]]:
    """The words of each party, and of the short name that the text gives to the case."""
    for side in re.split(r"\s(?:c\.|c/|contre|v\.|vs\.?)\s", item.mention.title or ""):
        if side and not answers_in_strasbourg(side) and (read := _name_words(side)):
            yield read
    text = item.unit.clean.text
    alias = _ALIAS.match(folded(text[item.mention.end : item.mention.end + 120])) if item.mention.need is None else None
    if alias and (read := _name_words(alias["name"])):
        yield read


def _name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: 'Predil Anstalt S.A.' is ('predil', 'anstalt')."""
    plain = re.sub(r"(?<=\b[a-z])\.\s?(?=[a-z]\b)", "", fold(name))
    return tuple(w for w in re.findall(r"[a-z0-9]+", plain) if w not in words("silent_in_names"))


FINDERS = (
    Finder("case by name", ("arret", "affaire", "jurisprudence", "decision", "ordonnance", "jugement", "dec.", "aff."), find_named),
    Finder("case called back", ("prec",), find_again),
)
