"""Reading one decision: a court, its bench, the parties, a date and numbers, in any order that texts use."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from .case_numbers import NUMBERS, read_numbers
from .clauses import clause_end
from .courts import court_at, courts, courts_between, formation_pattern
from .decisions import Decision, decision_source
from .finder import View
from .model import Mention
from .parties import in_french, named_like_a_party, parties_around, versus_in
from .parts import DATE, PINPOINT, YEAR_DATE, iso_date
from .words import words

_REACH = 360
# Between two parts of a citation: punctuation and the words of "arrêt rendu le", "du", "dans l'affaire".
_GLUE = re.compile(
    r"\s*[,:(\[]{0,2}\s*(?:(?:et \d{1,3} autres(?: requetes)?,?(?=\s)|"
    r"et|du|de la|de sa|de son|de|le|la|les|une?|rendue?s?|en date du|en|dans|par|son|sa|cet|precitee?s?,?|prec\.,?|"
    r"(?:sur|au)\s+(?:le\s+|la\s+)?(?:bien-?fonde|recevabilite)(?:\s+et\s+(?:sur\s+)?(?:le\s+|la\s+)?(?:bien-?fonde|recevabilite|fond))?|"
    r"arrets?|decisions?|jugements?|sentences?(?: arbitrales?)?|affaires?(?:\s+(?:jointes?|jtes?\.?))?|statuant au contentieux,?"
    r"|judge?ments?|rulings?|orders?|of|the|on|in|delivered|handed down|by|given|dated|(?:its|his)|judgment)\s+|"
    r"l'affaire\s+|l'(?=arret|affaire|ordonnance|assemblee)|d'(?=assemblee|avril|aout|octobre))*"
)
# "l'arrêt Martin du 3 mars 2010 (CE, 3 mars 2010, n° 350001)": the brackets hold a citation of its own.
_CITED_ANEW = re.compile(rf"\s*,?\s*{DATE}")
_SUBJECT = re.compile(r",\s*(?:le\s+|la\s+|l'|the\s+)$")
_AND = re.compile(r"\bet\s")
_PUNCTUATION = re.compile(r"\s*[,:(]?\s*(?:(?:dans )?(?:l')?affaires?\s+|(?:l')?arrets?\s+)?")
_ECLI = re.compile(r"ecli\s?:\s?[a-z]{2}\s?:\s?[a-z0-9]+\s?:\s?\d{4}\s?:\s?[a-z0-9.]*[a-z0-9]|eu\s?:\s?[ctf]\s?:\s?\d{4}\s?:\s?\d{1,5}")
_DATE = re.compile(rf"{DATE}|{YEAR_DATE}")
# "19-20 janvier 1981", "des 19 et 20 janvier 1981": it is known by its last day.
_TWO_DAYS = re.compile(rf"(?:des\s+)?\d{{1,2}}(?:er)?\s?(?:-|et)\s?(?={DATE})")
NUMBER = re.compile(NUMBERS)
# Numbers without "n°" that only the court just named tells.
_BARE = {
    "echr": re.compile(r"\d{2,5}/\d{2}(?![\d/])"),
    "ce": re.compile(r"\d{5,6}(?![\d/])"),
    "cjeu": re.compile(r"\d{1,3}/\d{2}(?![\d/])"),
    "caa": re.compile(r"\d{2}[a-z]{2}\d{5}(?!\d)"),
}
_PINPOINT = re.compile(PINPOINT)
_REPORT = re.compile(
    r"f[a-z]?-[a-z](?:\+[a-z])*(?![\w-])|"
    r"cedh (?:19|20)\d\d(?:-[ivx]+)?(?: \(extraits\))?|"
    r"series a,? no\.? ?\d{1,3}(?:-[a-z])?(?![a-z])|echr \d{4}(?:-[ivx]+)?(?: \(extracts\))?"
    r"|reports (?:of judgments and decisions )?\d{4}-[ivx]+|"
    r"(?:rec\.|(?:au )?recueil|(?:mentionnee? )?aux tables|lebon|serie a\b|bull\.|publiee? au|inedite?|t\.)\s*"
    r"(?:(?:crim|civ|soc|com|ass|plen|a\.\s?p|ch)\.\s*){0,2}"
    r"(?:(?:lebon|ce|cass\.)\s+)?(?:p\.\s*)?[^,;:().]{0,30}(?<!\s)(?:,\s*n°\s*\d{1,4}(?![\d/-]))?"
)
# "Conférence des Églises européennes (CEC) c. Pays-Bas": the acronym belongs to the name; "M. [X]" is one too.
_FREE = re.compile(
    r"(?:[^,;()«»\[\]:]|\[[a-z]{1,2}\]|\((?=[a-z][\w-]{1,15}\) (?:c\.|c/|contre|v\.))|(?<=[a-z])\)(?= (?:c\.|c/|contre|v\.))){2,160}"
)
# "Commune de Calais et ministre d'État, ministre de l'intérieur, nos 412125": the commas of a name, as far as the number.
_MORE_NAMES = re.compile(
    r"(?:,\s+(?!n[°o]|dite?\b|conclusions|rec\.|lebon|ecli|\d)[^,;:()«»\[\]]{2,90}?){1,6}(?=\s*,\s*(?:req\.\s*)?n\s?[°o]s?\.?\s*\d)"
)
# What names a party, or the law that is judged, without a capital: "époux X., n° 410603".
_IN_SMALL_LETTERS = re.compile(rf"(?:loi\s|ass|min|(?:{'|'.join(sorted(words('parties_in_small_letters')))})(?![a-z]))")
_TITLE = re.compile(rf"(?:loi|minist)[^;()«»]{{2,240}}?(?=,?\s*{NUMBERS})|(?:loi|minist)[^,;()«»]{{2,130}}")
# Read in the text itself: folded, "à" would be the verb "a".
_VERB = re.compile(
    r"\s(?:qui|que|dispose|juge(?! des? )|a|ont|est|sont|avait|on|(?<!\bde )(?<!\bpar )la Cour|le Conseil"
    r"|which|that|who|held|holds|ruled|found|has|have|had|is|was|were|are|dismissed|rejected|stated|considered|upheld|annulled)\s"
)
_LINK_AT_END = re.compile(r"(?:\s+(?:of|dated|du|de la|de l'|de|le|rendue?|en date du|,|\())+\s*$")
# "dite « IVG »"; without "dit", where the citation goes on: "l'arrêt « Canal » du 19 octobre 1962".
_NICKNAME = re.compile(
    r"(?P<called>dite?\s+(?:arret\s+)?)?[«\"]\s*(?P<name>[^«»\"]{2,40}?)\s*[»\"]"
    rf"(?(called)|(?=\s*\(|\s*,?\s*(?:rendue?\s+)?(?:en date\s+)?(?:(?:du|le|par|de)\s|de l'|{DATE}|n\s?°|[ctf]-)))"
)
_QUOTED_NAME = re.compile(r"[«\"]\s*(?P<name>[^«»\"]{2,40}?)\s*[»\"]")
# "Collectif contre l'islamophobie" is one party.
_VERSUS = re.compile(r"\s(?:contre(?=\s(?:l[ae]s?\s|l['’])?[A-ZÀ-Ý])|c/|C\.(?=\s[A-ZÀ-Ý]{2}))\s")
_CLOSING = re.compile(r"\s*\)")
_ADMISSIBILITY = re.compile(r"dec\.\)")
# Another decision than the one read so far: "l'ordonnance du tribunal administratif de Lille par une décision du…".
_BY_ANOTHER = re.compile(r"\bpar\s+(?:une?|sa|son|cette|cet|le|la|l')\s*(?:arret|decision|jugement|ordonnance)")
# "décision QPC n° 2020-872": the Conseil constitutionnel's, its kind written first.
_WITHOUT_KIND = re.compile(r"(?:19|20)\d\d-\d{1,4}(?:/\d{1,4}){0,3}")
# How the court files it: "C+", "A".
_CLASS = re.compile(r"[a-d]\+?|(?:f[sp]?\s?-\s?)?[pd](?:\s?\+\s?[brip])*|r\.?")


@dataclass(slots=True)
class Reading:
    """A decision being read: the span so far and what it holds."""

    start: int
    end: int
    decision: Decision
    pinpoint: str | None = None
    named_at: int | None = None
    # The citation opens with "arrêt", "décision"…: a bench may follow before its court ("arrêt de sa chambre sociale").
    headed: bool = False

    def mention(self) -> Mention:
        source = decision_source(self.decision)
        return Mention(
            self.start, self.end, "case", "explicit", source, pinpoint=self.pinpoint, title=self.decision.parties,
            date=self.decision.date, number=source.number, authority=source.authority,
        )  # fmt: skip


def read_on(view: View, reading: Reading, *, free: bool) -> None:
    """Reads the parts that follow, as long as they are parts of a decision's citation."""
    limit = clause_end(view, reading.end, reading.start + _REACH)
    if verb := _VERB.search(view.text, reading.end, limit):
        limit = verb.start()
    position, pending = reading.end, None
    while position < limit:
        if (closing := _CLOSING.match(view.plain, position, limit)) and _open(view, reading):
            position = reading.end = closing.end()
        at = _GLUE.match(view.plain, position, limit)
        place = at.end() if at else position
        if reading.headed and _BY_ANOTHER.search(view.plain, position, place):
            break
        if (after := _read_part(view, reading, place, limit)) is not None:
            if pending:
                _name(view, reading, pending)
                pending = None
            position = reading.end = after
        elif free and pending is None and not reading.decision.parties and (name := _named(view, position, limit)):
            pending = _name_span(view, *name)
            if pending is None:
                break
            position = pending[1]
            if versus_in(view, *pending):
                reading.end, reading.named_at = position, pending[0]
                reading.decision = replace(reading.decision, parties=clean_parties(view.text[pending[0] : pending[1]]))
                pending = None
        else:
            break
    if pending and _closes(view, reading.decision, *pending, limit):
        _name(view, reading, pending)
        reading.end = pending[1]
    if _open(view, reading) and (closing := _CLOSING.match(view.plain, reading.end)):
        reading.end = closing.end()


def _open(view: View, reading: Reading) -> bool:
    """Whether a bracket opened inside the citation is still open."""
    read = view.plain[reading.start : reading.end]
    return read.count("(") > read.count(")")


def _name(view: View, reading: Reading, span: tuple[int, int]) -> None:
    reading.decision = replace(reading.decision, parties=reading.decision.parties or clean_parties(view.text[span[0] : span[1]]))


def _closes(view: View, decision: Decision, start: int, end: int, limit: int) -> bool:
    """A name closes the citation: 'CE, 29 avril 2002, n° 228830, Gabriel Ullmann)', 'CE, sect., 6 déc. 2002, Draon.'"""
    dated = decision.date is not None and decision.date.count("-") == 2 and named_like_a_party(view, start, end)
    first = view.plain[start:end].split(None, 1)[0] if start < end else ""
    # "…, n° 09/01234, Gaz. Pal. 12 juin 2010": what follows is a journal.
    if (len(first) > 1 and first.rstrip(".") in words("journals")) or _CLASS.fullmatch(view.plain, start, end):
        return False
    if end - start > 60 or not view.text[start : start + 1].isupper() or not (decision.numbers or dated):
        return False
    after = view.plain[end : end + 3].lstrip()[:1]
    return not view.plain[end:limit].strip() or after in {")", ";"} or (after == "." and end + 1 >= limit)


def _named(view: View, position: int, limit: int) -> tuple[int, int] | None:
    """The words between two commas after `position`, where a name may stand."""
    start = _PUNCTUATION.match(view.plain, position, limit)
    place = start.end() if start else position
    # The title of the law that was referred to the Conseil constitutionnel, or a ministry, may hold commas: it runs to the number.
    pattern = _TITLE if view.plain.startswith(("loi ", "minist"), place) else _FREE
    found = pattern.match(view.plain, place, limit)
    more = _MORE_NAMES.match(view.plain, found.end(), limit) if found and view.text[place].isupper() else None
    return (found.start(), more.end() if more else found.end()) if found else None


def _name_span(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The parties, or the name a decision goes by, in plain[start:end]: it opens with a capital and stops before a date or number."""
    sign = versus_in(view, start, end)
    if sign and sign.start() > start and (span := parties_around(view, sign.start(), sign.end())):
        return (start if _is_whole_name(view, start, span[0]) else max(span[0], start), span[1])
    # "of June 19, 2020": the words end at the comma, the date does not.
    for pattern, last in ((_DATE, end + 6), (NUMBER, end)):
        if (found := pattern.search(view.plain, start, last)) and found.start() < end:
            end = found.start()
    if courts_named := courts_between(view, start, end):
        end = courts_named[0].start
    if leaves := _leaves_the_name().search(view.plain, start, end):
        end = leaves.start()
    tail = _LINK_AT_END.search(view.plain, start, end)
    end = _without_stop(view, start, tail.start() if tail else end)
    end = start + len(view.text[start:end].rstrip())
    first = view.text[start : start + 1]
    return (start, end) if first.isupper() or _IN_SMALL_LETTERS.match(view.plain, start, end) else None


def _is_whole_name(view: View, start: int, begins: int) -> bool:
    """Whether a name that opens after a comma goes on to what reads like a party: 'Mouvement international ATD Quart Monde c. France'."""
    lead = view.plain[start:begins].split()
    if not lead or not view.text[start].isupper() or courts_between(view, start, begins):
        return False
    return len(lead) < 8 and lead[0].rstrip(".") not in words("case_introducers")


@cache
def _leaves_the_name() -> re.Pattern[str]:
    """The words that lead from a name back to the sentence: 'l'affaire Davis avec une affaire Tele2'."""
    return re.compile(rf"\s(?:(?:et\s+)?(?:{'|'.join(sorted(words('after_a_name')))})\s|des\s+\d)")


def _without_stop(view: View, start: int, end: int) -> int:
    """The end before a full stop that is the sentence's, not that of an initial or of "Inc."."""
    last = view.text[start:end].rsplit(None, 1)[-1:]
    return end - 1 if last and last[0].endswith(".") and last[0].count(".") == 1 and len(last[0]) > 4 else end


def _read_part(view: View, reading: Reading, place: int, limit: int) -> int | None:
    """Takes one part at `place` into the reading; its end, or None if none stands there."""
    return next((after for read in _PARTS if (after := read(view, reading, place, limit)) is not None), None)


def _another(view: View, reading: Reading, place: int) -> bool:
    """'Crim. 12 nov. 2019 et Soc. 3 mars 2010': what follows "et" is of the next decision; what follows a number, of the next line."""
    if reading.decision.numbers and not view.plain[reading.end : place].strip():
        return True
    return reading.decision.date is not None and _AND.search(view.plain, reading.end, place) is not None


def _read_ecli(view: View, reading: Reading, place: int, limit: int) -> int | None:
    found = None if reading.decision.ecli else _ECLI.match(view.plain, place, limit)
    if found:
        reading.decision = replace(reading.decision, ecli=_ecli(found[0]))
    return found.end() if found else None


def _ecli(words: str) -> str:
    bare = re.sub(r"\s", "", words).upper()
    return bare if bare.startswith("ECLI:") else f"ECLI:{bare}"


def _read_numbers(view: View, reading: Reading, place: int, limit: int) -> int | None:
    found = None if reading.decision.numbers else NUMBER.match(view.plain, place, limit)
    court = reading.decision.court
    if found is None and not reading.decision.numbers and court and court.scheme in _BARE:
        found = _BARE[court.scheme].match(view.plain, place, limit)
    if found:
        # Complaints are lodged with the European Committee of Social Rights only.
        court = courts().by_id["ceds"] if found[0].startswith("recl") else court
        numbers, bench = read_numbers(found[0]), (reading.decision.formation or "").upper()
        if bench == "QPC" and len(numbers) == 1 and _WITHOUT_KIND.fullmatch(numbers[0]):
            reading.decision, numbers = replace(reading.decision, formation=None), (f"{numbers[0]} QPC",)
        reading.decision = replace(reading.decision, numbers=numbers, court=court)
    return found.end() if found else None


def _read_date(view: View, reading: Reading, place: int, limit: int) -> int | None:
    # "(Tele2, C-203/15) et le 6 octobre 2020": of the next decision.
    if reading.decision.numbers and _AND.search(view.plain, reading.end, place):
        return None
    if reading.decision.date is None and (days := _TWO_DAYS.match(view.plain, place, limit)):
        place = days.end()
    found = None if reading.decision.date else _DATE.match(view.plain, place, limit)
    if found:
        reading.decision = replace(reading.decision, date=iso_date(found[0]))
    return found.end() if found else None


def _read_court(view: View, reading: Reading, place: int, limit: int) -> int | None:
    court = None if reading.decision.court or _another(view, reading, place) else court_at(view, place)
    if not court:
        return None
    if reading.decision.date and "(" in view.plain[reading.end : place] and _CITED_ANEW.match(view.plain, court.end):
        return None
    reading.decision = replace(
        reading.decision, court=court.court, place=court.place, formation=reading.decision.formation or court.formation
    )
    # "Par jugement du 3 mars 2010, le tribunal a rejeté…": the court is the sentence's subject.
    return reading.end if _SUBJECT.search(view.plain, reading.end, place) else court.end


def _read_pinpoint(view: View, reading: Reading, place: int, limit: int) -> int | None:
    found = None if reading.pinpoint else _PINPOINT.match(view.plain, place, limit)
    if found:
        reading.pinpoint = " ".join(view.text[found.start() : found.end()].split())
    return found.end() if found else None


def _read_formation(view: View, reading: Reading, place: int, limit: int) -> int | None:
    """The bench, also in two parts: 'Juge des référés, formation collégiale'."""
    decision = reading.decision
    known = decision.formation and (decision.date or decision.numbers or decision.parties)
    unexpected = known or not (decision.court or decision.parties or reading.headed) or _another(view, reading, place)
    found = None if unexpected else formation_pattern().match(view.plain, place, limit)
    # "dans son avis n° …" is a document, "CE, avis, …" a bench.
    if not found or (found[0].startswith("avis") and view.plain[reading.end : place].strip(" ,(")):
        return None
    written = " ".join(view.text[found.start() : found.end()].split())
    formation = f"{decision.formation}, {written}" if decision.formation else written
    reading.decision = replace(decision, formation=formation, admissibility=found[0].startswith("dec"))
    return found.end() + (1 if view.plain[found.end() : found.end() + 1] in {")", "]"} else 0)


def _read_admissibility(view: View, reading: Reading, place: int, limit: int) -> int | None:
    """'Popov c. France (déc.)', where the bench has been read."""
    found = _ADMISSIBILITY.match(view.plain, place, limit)
    if found:
        reading.decision = replace(reading.decision, admissibility=True)
    return found.end() if found else None


def _read_nickname(view: View, reading: Reading, place: int, limit: int) -> int | None:
    found = _NICKNAME.match(view.plain, place, limit)
    if not found and reading.headed and reading.decision.date and (quoted := _QUOTED_NAME.match(view.plain, place, limit)):
        found = quoted if named_like_a_party(view, *quoted.span("name")) else None
    if not found or reading.decision.parties or not view.text[found.start("name")].isupper():
        return None
    reading.decision = replace(reading.decision, parties=" ".join(view.text[found.start("name") : found.end("name")].split()))
    return found.end()


def _read_report(view: View, reading: Reading, place: int, limit: int) -> int | None:
    found = _REPORT.match(view.plain, place, limit)
    return found.end() if found else None


_PARTS = (
    _read_ecli,
    _read_numbers,
    _read_date,
    _read_court,
    _read_pinpoint,
    _read_formation,
    _read_admissibility,
    _read_nickname,
    _read_report,
)


def clean_parties(words: str) -> str:
    """The parties as citations write them: one "c.", initials that lost their last full stop repaired (V.C.Let A.N.)."""
    words = in_french(_VERSUS.sub(" c. ", " ".join(words.split()).strip(" ,")))
    return re.sub(r"\b((?:[A-Z]\.)+[A-Z])(?=et\s)", r"\1. ", words)
