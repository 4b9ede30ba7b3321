"""Cases by the short name that the document knows them by: "point 90 de l'arrêt Tele2", "l'affaire Davis", "Herma, préc., § 12"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...graph.identifiers import fold
from .courts import answers_in_strasbourg, court_at
from .finder import Finder, View
from .found import Found
from .genres import genre_at
from .model import Mention
from .parties import in_french, named_like_a_party
from .parts import DATE, MONTH_DATE, NUMBER_SIGN, PASSAGE, iso_date
from .text import folded
from .words import words

# The cue of a mention that is known by a name; the noun before the name follows.
CUE = "named "
_NOUN = re.compile(
    r"(?P<noun>arret|affaire|jurisprudence|decision|ordonnance|jugement|dec\.|aff\.)(?P<plural>s)?\s+"
    rf"(?(plural)(?:(?:[a-z]+\s+){{0,2}}(?:du|le)\s+(?P<day>{DATE})\s*,\s*)?)(?:dite?s?\s+|de principe\s+)?(?P<quoted>[«\"\[]\s*)?"
)
# "l'arrêt Rivière de 1953", "la décision Schrems d'octobre 2015"
_OF_A_TIME = re.compile(rf"\s*(?:de\s+|d'|rendue?s?\s+en\s+)(?P<time>{MONTH_DATE}|(?:18|19|20)\d\d(?![\d/-]))")
_WORD = re.compile(r"[^\s,;:()«»\"\[\]]+")
_SPACE = re.compile(r"\s{1,3}")
_ENGLISH_NOUN = re.compile(r"(?:judge?ment|ruling|case|decision)(?![a-z])")
# Read in the text itself: names are known by their capitals.
_ENGLISH_NAME = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Ii]n)\s+(?:(?:Court|Tribunal|ECJ|CJEU)['’]s\s+)?(?P<name>[A-ZÀ-Ý0-9][^\s,;:()]*(?:\s+(?:(?:and|of|the|v\.?|Others)\s+)?[A-ZÀ-Ý][^\s,;:()]*){0,5})\s+$"
)
_MOST_WORDS = 9
# Atomic: a long list of points is read once, whatever follows it.
_MORE_PASSAGES = rf"(?>{PASSAGE}(?:\s*,?\s*(?:et|ainsi que)\s+(?:aux?\s+|les?\s+)?(?:points?\s+|§+\s*)?\d+(?:\s+a\s+\d+)?){{0,8}})"
_PASSAGE_BEFORE = re.compile(rf"(?P<pinpoint>{_MORE_PASSAGES})\s+(?:de\s+|du\s+|dans\s+)?(?:l'|la\s+|le\s+|les\s+|des\s+|cet\s+|son\s+)?$")
_AGAIN = r"(?:(?:precitee?s?|prec\.?|susvisee?s?|susmentionnee?s?|cited above)(?![a-z])|supra,?\s+(?:n\.|notes?)\s*\d{1,3})"
_TAIL = re.compile(
    rf"(?:\s+e\.\s?a\.|\s+et\s+(?:autres|a\.))?(?P<again>\s*,?\s*(?:\(\s*{_AGAIN}\s*\)|{_AGAIN}))?"
    rf"(?:\s*,?\s*(?P<opened>\()?(?P<pinpoint>{_MORE_PASSAGES})(?(opened)\)))?"
)
# A citation in full follows its name: it is read as such.
_IN_FULL = re.compile(
    r"\s*(?:e\.\s?a\.|et autres)?\s*,?\s*\(?(?:rendue?\s+)?(?:du\s+|le\s+)?"
    rf"(?:{DATE}|{NUMBER_SIGN}\d|[ctf]\s?[- ]\s?\d|req\.|aff\.|ecli|eu:)"
)
_VERSUS = re.compile(r"\s+(?:c\.|c/|contre|v\.|vs\.?)\s")
_CALLED_BACK = re.compile(_AGAIN)
# "(voir Selmouni, § 99)": a name that the document knows, and a passage.
_BY_PASSAGE = re.compile(r"§+\s?\d")
_NAMES_BEFORE = re.compile(
    r"(?:^|[.;:(«]|\b(?:cf|voir|v|voy|in|arrets?|affaires?|decisions?|jurisprudences?|dec|aff)\b\.?)\s*(?P<names>(?:(?<![a-z])(?![cv]\.\s)[a-z]\.|[^.;:()«»]){2,110}?)\s*,?\s*\(?$"
)
_QUOTED = re.compile(r"\s*[»\"\]]")
# "Von Hannover c. Allemagne (n° 2)": the number tells it from the first.
_NUMBERED = re.compile(r"\s*\(?n[°o]\s?(?P<number>\d{1,2})\b\)?$")
_SECOND = re.compile(r"\s*\(n[°o]\s?\d{1,2}\)")
_FOLLOWED_BY_CITATION = re.compile(r"\s*[»\"]?\s*\(\s*(?:(?:cf|voir|v|voy)\b\.?\s*)?")
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
    closed = _QUOTED.match(view.plain, name) if noun["quoted"] else None
    after = closed.end() if closed else name
    timed = _OF_A_TIME.match(view.plain, after)
    tail = _TAIL.match(view.plain, timed.end() if timed else after)
    date = iso_date(timed["time"]) if timed else iso_date(noun["day"]) if noun["day"] else None
    before = _PASSAGE_BEFORE.search(view.plain, max(0, start - 90), start)
    listed = noun["plural"] or (tail and tail["again"])
    pieces = list(_pieces(view, noun.end(), name)) if listed else [(noun.end(), name)]
    for place, (first, last) in enumerate(pieces):
        begin = (before.start() if before else start) if place == 0 else first
        closing = tail if place == len(pieces) - 1 else None
        passage = before if place == 0 and before else closing
        cue = "" if view.text[start : noun.end("noun")].isupper() else noun["noun"]
        yield replace(_mention(view, (begin, closing.end() if closing else last), (first, last), cue, passage), date=date)


def find_named_english(view: View, start: int, end: int) -> Iterator[Mention]:
    """'the Digital Rights Ireland judgment': the name stands before the noun."""
    noun = _ENGLISH_NOUN.match(view.text, start)
    name = name_before(view, start) if noun else None
    if not noun or not name or _IN_FULL.match(view.plain, noun.end()):
        return
    tail = _TAIL.match(view.plain, noun.end())
    # Many decisions that bear a name are no court's: that is known where the document cites the case.
    called = "decision" if noun[0] == "decision" else "arret"
    yield _mention(view, (name[0], tail.end() if tail else noun.end()), name, called, tail)


def name_before(view: View, start: int) -> tuple[int, int] | None:
    """The name that stands before an English noun at `start`: 'its Planet49 decision', 'the Digital Rights judgment'."""
    before = _ENGLISH_NAME.search(view.text, max(0, start - 90), start)
    return before.span("name") if before and named_like_a_party(view, *before.span("name")) else None


def find_again(view: View, start: int, end: int) -> Iterator[Mention]:
    """'Tele2, précité, point 93', 'Martin et Durand, préc.': names alone, called back."""
    back = _CALLED_BACK if not view.plain.startswith("§", start) else _BY_PASSAGE
    names = _NAMES_BEFORE.search(view.plain, max(0, start - 130), start) if back.match(view.plain, start) else None
    if not names:
        return
    window = max(0, start - 130)
    tail = _TAIL.match(view.plain, start - len(view.plain[window:start]) + len(view.plain[window:start].rstrip(" ,(")))
    listed = list(_pieces(view, *names.span("names")))
    # "CNCDH, Avis sur…, supra note 1" cites a document; a name alone before "supra" may be a case's.
    if view.plain.startswith("supra", start) and len(listed) > 1:
        return
    pieces = [p for piece in listed if (p := _capitalised(view, *piece))]
    for first, last in pieces:
        closing = tail if (first, last) == pieces[-1] else None
        yield _mention(
            view, (first, closing.end() if closing else last), (first, last), "passage" if back is _BY_PASSAGE else "prec", closing
        )


def _capitalised(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The name that ends a piece: 'voir aussi Handyside' without its first words; None where none does."""
    for word in _WORD.finditer(view.plain, start, end):
        opens = view.text[word.start()].isupper() and word[0] not in words("case_introducers")
        if opens and named_like_a_party(view, word.start(), end):
            # "Rapport Dupont, préc.": a document of that genre.
            return None if genre_at(view.plain, word.start()) else (word.start(), end)
    return None


def _mention(view: View, span: tuple[int, int], name: tuple[int, int], noun: str, passage: re.Match[str] | None) -> Mention:
    pinpoint = " ".join(view.text[passage.start("pinpoint") : passage.end("pinpoint")].split()) if passage and passage["pinpoint"] else None
    title = in_french(" ".join(view.text[name[0] : name[1]].split()))
    return Mention(span[0], span[1], "case", "anaphora", need="document", cue=f"{CUE}{noun}", pinpoint=pinpoint, title=title)


def _name_end(view: View, start: int) -> int | None:
    """The end of the name that begins at `start`: capitalised words and the links between them, "(n° 2)" too."""
    if not view.text[start : start + 1].isupper() or court_at(view, start):
        return None
    end, position, lettered = None, start, False
    for _ in range(_MOST_WORDS):
        token = _WORD.match(view.plain, position)
        if not token or not (_link(token[0]) or named_like_a_party(view, *token.span())) or _leaves(view, position):
            break
        stops = token[0].endswith(".") and not _abbreviated(token[0])
        if not _link(token[0]) or end is None or view.text[token.start() : token.end()] in {"II", "III"}:
            end = token.end() - stops
            lettered = lettered or (token[0][0].isalpha() and not _link(token[0]))
        space = _SPACE.match(view.plain, token.end())
        if stops or not space:
            break
        position = space.end()
    second = _SECOND.match(view.plain, end) if end is not None else None
    return (second.end() if second else end) if lettered else None


def _leaves(view: View, position: int) -> bool:
    """Where the name is over: "de la Cour", "de 1953"."""
    return _of_a_court(view, position) or _OF_A_TIME.match(view.plain, position) is not None


def _abbreviated(word: str) -> bool:
    """Whether the full stop belongs to the word: "S.", "S.A.", "Inc."."""
    return len(word) == 2 or "." in word[:-1] or word in words("abbreviated_names")


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
        # Words of a name, to the cases it may stand for and the position of their first citation.
        self._full: dict[tuple[str, ...], dict[str, int]] = {}
        self._sides: dict[tuple[str, ...], dict[str, int]] = {}
        before: Found | None = None
        for position, item in enumerate(found):
            source = item.reference.source if item else None
            if item and source and source.label == "Case":
                for name in _names(item, before):
                    self._full.setdefault(_all_words(name), {}).setdefault(source.id, position)
                    self._sides.setdefault(_name_words(name), {}).setdefault(source.id, position)
            before = item

    @property
    def empty(self) -> bool:
        """True if the document cites no case by its parties."""
        return not self._sides

    def cited(self, name: str) -> Mapping[str, int]:
        """The cases that the name may stand for, with the position of their first citation: those so called, else those it
        opens, else those that hold it."""
        sought = _name_words(name)
        if is_generic(name) or len("".join(sought)) < 2:
            return {}
        if len(called := self._full.get(_all_words(name), {})) == 1:
            return called
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
    silent, generic = words("silent_in_names"), words("generic_parties")
    return all(word in generic for word in _written_words(name) if word not in silent)


def _names(item: Found, before: Found | None) -> Iterator[str]:
    """The parties of a case cited in full, and the short name that the text gives it after or just before."""
    numbered = _NUMBERED.search(item.mention.title or "")
    parties = (item.mention.title or "")[: numbered.start()] if numbered else item.mention.title or ""
    for side in re.split(r"\s(?:c\.|c/|contre|v\.|vs\.?)\s", parties):
        if side and not answers_in_strasbourg(side) and _name_words(side):
            yield f"{side} {numbered['number']}" if numbered else side
    if item.mention.need is not None:
        return
    text = item.unit.clean.text
    if alias := _ALIAS.match(folded(text[item.mention.end : item.mention.end + 120])):
        yield alias["name"]
    named = before is not None and before.unit is item.unit and (before.mention.cue or "").startswith(CUE)
    if before and named and _FOLLOWED_BY_CITATION.fullmatch(folded(text[before.mention.end : item.mention.start])):
        yield before.mention.title or ""


def _name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: 'Predil Anstalt S.A.' is ('predil', 'anstalt')."""
    return tuple(_singled(word) for word in _written_words(name) if word not in words("silent_in_names"))


def _all_words(name: str) -> tuple[str, ...]:
    return tuple(map(_singled, _written_words(name)))


def _written_words(name: str) -> tuple[str, ...]:
    plain = re.sub(r"(?<=\b[a-z])\.\s?(?=[a-z]\b)|(?<=n)[°o]\s?(?=\d)", "", fold(name))
    return tuple(re.findall(r"[a-z0-9]+", re.sub(r"\bn(?=\d)", "", plain)))


def _singled(word: str) -> str:
    """The word with its doubled letters single, which are often mistaken: "Menesson" for Mennesson."""
    return re.sub(r"([a-z])\1", r"\1", word)


FINDERS = (
    Finder("case by name", ("arret", "affaire", "jurisprudence", "decision", "ordonnance", "jugement", "dec.", "aff."), find_named),
    Finder("case called back", ("prec", "cited above", "supra", "§"), find_again),
    Finder("case by name in English", ("judgment", "judgement", "ruling", "case", "decision"), find_named_english),
)
