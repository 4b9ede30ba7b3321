"""Who decided: the court of a decision that is cited without one ("par une décision du 28 juillet 2017, il avait confirmé…")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .courts import CourtMention, benches_between, court_at, courts, courts_between
from .decisions import may_bear
from .finder import View
from .issuers import issuer_at
from .parts import DATE
from .words import words

# A visa ends where the next one begins; "M. A... B..." ends nothing.
SENTENCE = re.compile(r"(?:(?<!\bM)(?<!\bMM)(?<!\b[A-Z]\.\.)\.|[!?])(?:\s?[»”\")\]]|\[?\d{1,3}\]?)?\s+(?=[A-ZÀ-Ý«“])|;\s*(?:-\s*)?(?=Vu\b)")
_REACH, _AHEAD, _BACK = 300, 80, 900
# So many sentences before is a pronoun's court looked for.
_MOST_SENTENCES = 4
_SUBJECT_NEXT = re.compile(
    r"\s*,\s*(?:la\s|le\s|l'|the\s)?\s*(?:(?:juge des referes|presidente?|(?:premiere|deuxieme|troisieme|grande) chambre(?: civile)?"
    r"|chambre (?:criminelle|sociale|commerciale)|assemblee (?:pleniere|du contentieux)|section du contentieux) (?:du |de la |de l'))?"
)
# Before a court that acts: the head of its sentence or a comma, an article, and the bench that acts for it.
_SUBJECT_BEFORE = re.compile(
    r"(?:^|[,;:]|\b(?:que|alors|or|ainsi|ensuite|puis|enfin|et|mais|donc|toutefois|cependant)\b,?)\s*(?:la\s|le\s|l'|the\s)"
    r"\s*(?:(?:juges?|(?:vice-)?presidente?|(?:[a-z]+ )?chambre|assemblee|section|formation)(?: [a-z]+){0,3} (?:du |de la |de l'))?$"
)
# "…, il a confirmé", "…, la Haute juridiction a cassé".
_PRONOUN = re.compile(
    r"(?:,\s*(?:(?:notifiee?|rendue?|publiee?)\s[^,;.]{2,60},\s*)?)?\s*"
    r"(?:(?P<he>il|celui-ci|ce dernier)|(?P<she>elle|celle-ci|cette derniere)"
    r"|(?P<any>(?:la|cette) (?:haute (?:juridiction|assemblee|cour)|juridiction|meme juridiction)|le (?:meme )?juge|les juges|ce juge))\s"
)
_NEAREST = re.compile(r"ce(?:lui|lle)-ci|derni")
_SAME = re.compile(
    r",?\s+(?:(?:rendue?|prise?)\s+(?:par|le meme jour par)\s+|de |du )?"
    r"(?:(?P<tribunal>(?:le )?meme tribunal|ce (?:meme )?tribunal)|(?P<she>(?:la )?meme cour|cette (?:meme )?cour)"
    r"|(?P<any>(?:le |la )?meme (?:juge|juridiction|magistrat|formation)|ce (?:meme )?(?:juge|magistrat)"
    r"|cette (?:meme )?(?:juridiction|formation)))(?![a-z])"
)
# "il demande au tribunal d'annuler la décision du 12 février 2019": an administration's, unless a court took it.
_ATTACKED = re.compile(
    r"\b(?:annul(?:er|ation|e|ant)|suspen(?:dre|sion)|retir(?:er|e)|abrog(?:er|ation)|contest(?:er|e|ent|ait)|legalite|recours|encontre"
    r"|execution|reform(?:er|ation)|attaqu(?:er|e|ent))\s(?:(?:de l'execution )?de\s|contre\s)?(?:la|les|cette|une|des)\s$"
)
_BY_WHICH = re.compile(r"\s*,?\s*par (?:laquelle|lesquelles)\s+(?:la\s|le\s|l'|les\s)")
_BY_ONE = re.compile(r"\b(?:par|dans|selon|apres)\s+(?:une?|son|sa|cette|cet|deux|leurs?)\s+$")
_ARTICLE = re.compile(r"(?:la |le |l'|les )?")
_ISSUED_BY = re.compile(
    r"\s*,?\s*(?:(?:prise?s?|rendue?s?|signee?s?)\s+)?(?:par laquelle|par lequel|par|du|de la|de l'|de|des|d')\s*"
    r"(?:la\s+|le\s+|l')?(?P<who>[a-z]+)|\s*,\s*(?:la\s+|le\s+|l')(?P<then>[a-z]+)"
)
# An order that is a court's by the words around it: "l'ordonnance du 31 juillet 2017 du même juge".
_ORDER = re.compile(rf"ordonnances?\s+(?:(?:en date )?du\s+)(?:{DATE})")
_OF_A_JUDGE = re.compile(
    r",?\s+(?:(?:du|de la|de l'|par le|par la|rendue par l[ea]|par laquelle l[ea]|par lesquelles l[ea])\s+"
    r"(?:(?:vice-)?presidente?|juge|magistrat|conseiller|tribunal|cour|conseil d'etat|premiere? presidente?)(?![a-z])"
    r"|(?:statuant|rendue) en refere)|\s*,?\s*\(?n[°o]s?\s?\d{6,7}(?![\d-])"
)
_JUDGE_ACTS = re.compile(
    r"\s*,\s*(?:le|la)\s+(?:(?:vice-)?presidente?|juge|magistrate?)\s+"
    r"(?:des referes|du tribunal|de la cour|d'instruction|delegue|des libertes|de l'execution)"
)
_IS_ORDER = re.compile(r"\bord(?:onnance|\.)|\bref(?:\.|eres)")
_FIRST_INSTANCE = frozenset({"fr/ta", "fr/tgi", "fr/tj", "fr/tcorr", "fr/ti", "fr/tcom", "fr/tpe", "fr/cph"})


def court_in_sentence(view: View, start: int, end: int, numbers: tuple[str, ...]) -> CourtMention | None:
    """The court of the decision cited at plain[start:end], whose numbers these can be.

    Who acts right after it comes first, then what a pronoun stands for, then the court before it in the sentence, then one just after.
    """
    if _issued_by_another(view, end):
        return None
    if _is_attacked(view, start):
        taken = _BY_WHICH.match(view.plain, end)
        return court_at(view, taken.end()) if taken else None
    if same := _SAME.match(view.plain, end):
        return _before(view, start, same, numbers)
    return _of_the_sentence(view, start, end, numbers)


def may_be_cited(view: View, start: int, end: int) -> bool:
    """Whether "la décision du 6 octobre 2020", of no court that its sentence names, may be a court's that the document cites."""
    return not (_is_attacked(view, start) or _ISSUED_BY.match(view.plain, end))


def _of_the_sentence(view: View, start: int, end: int, numbers: tuple[str, ...]) -> CourtMention | None:
    sentence = _sentence_start(view, start, _REACH)
    before = [c for c in courts_between(view, sentence, start) if may_bear(c.court, numbers) and _so_decides(view, start, c)]
    ceiling = min(len(view.plain), end + _AHEAD)
    closed = SENTENCE.search(view.text, end, ceiling)
    following = courts_between(view, end, closed.start() if closed else ceiling)
    after = [c for c in following if may_bear(c.court, numbers) and _so_decides(view, start, c)]
    # "Le Conseil d'État rappelle que, dans son arrêt du 8 avril 2014, la CJUE juge…".
    if after and _SUBJECT_NEXT.fullmatch(view.plain, end, after[0].start):
        return after[0]
    subjects = [c for c in before if _acts(view, sentence, c)]
    pronoun = _PRONOUN.match(view.plain, end)
    if pronoun and not subjects:
        return _before(view, sentence, pronoun, numbers)
    if subjects and (pronoun or _BY_ONE.search(view.plain, max(0, start - 16), start)):
        return subjects[-1]
    return before[-1] if before else after[0] if after else None


def _is_attacked(view: View, start: int) -> bool:
    """Whether plain[start:] is a decision that somebody wants quashed: an administration's."""
    return view.plain.startswith("decision", start) and _ATTACKED.search(view.plain, max(0, start - 60), start) is not None


def _so_decides(view: View, start: int, court: CourtMention) -> bool:
    """Whether the court gives what the citation opens with: tribunals give judgments, the others "arrêts"."""
    first = court.court.id in _FIRST_INSTANCE
    if view.plain.startswith("jugement", start):
        return first
    return not (first and view.plain.startswith("arret", start))


def is_court_order(view: View, start: int) -> bool:
    """Whether "ordonnance du 31 juillet 2017" is a court's by what follows it."""
    found = _ORDER.match(view.plain, start)
    if not found:
        return False
    end = found.end()
    if _OF_A_JUDGE.match(view.plain, end) or _SAME.match(view.plain, end) or _JUDGE_ACTS.match(view.plain, end):
        return True
    then = _SUBJECT_NEXT.match(view.plain, end)
    return then is not None and court_at(view, then.end()) is not None


def same_court_end(view: View, end: int) -> int:
    """The end of "du même juge" after a decision; `end` where that does not follow."""
    same = _SAME.match(view.plain, end)
    return same.end() if same else end


def _sentence_start(view: View, start: int, reach: int) -> int:
    floor = max(0, start - reach)
    return max((stop.end() for stop in SENTENCE.finditer(view.text, floor, start)), default=floor)


def _acts(view: View, sentence: int, court: CourtMention) -> bool:
    """Whether the court is the subject of its clause."""
    return _SUBJECT_BEFORE.search(view.plain[sentence : court.start]) is not None


def _before(view: View, start: int, words_for_it: re.Match[str], numbers: tuple[str, ...]) -> CourtMention | None:
    """The court that acts in the sentences before, as far as the pronoun can stand for it; another body that acts ends the search."""
    for begin, end in _sentences_before(view, start):
        known = sorted((*courts_between(view, begin, end), *benches_between(view, begin, end)), key=lambda c: c.start)
        named = [c for c in known if may_bear(c.court, numbers) and _fits(c, words_for_it)]
        if named and _NEAREST.search(words_for_it[0]):
            return named[-1]
        acting = [c for c in named if _acts(view, begin, c)]
        if acting:
            return acting[0]
        if len(named) == 1 and words_for_it.re is _SAME:
            return named[0]
        if _another_acts(view, begin):
            return None
    return None


def _sentences_before(view: View, start: int) -> Iterator[tuple[int, int]]:
    floor = max(0, start - _BACK)
    stops = [floor, *(stop.end() for stop in SENTENCE.finditer(view.text, floor, start))]
    if stops[-1] != start:
        stops.append(start)
    pairs = list(pairwise(stops))
    yield from reversed(pairs[-_MOST_SENTENCES:])


def _fits(court: CourtMention, pointing: re.Match[str]) -> bool:
    """Whether "il", "elle", "le même tribunal" may be said of the court."""
    groups = pointing.groupdict()
    feminine = court.court.id in courts().feminine or court.formation is not None
    if groups.get("tribunal"):
        return court.court.id in _FIRST_INSTANCE
    return feminine if groups.get("she") else not feminine if groups.get("he") else True


def _another_acts(view: View, begin: int) -> bool:
    """Whether the sentence opens with a body that is no court: the pronoun is of it."""
    found = _ARTICLE.match(view.plain, begin)
    return found is not None and issuer_at(view, found.end()) is not None


def _issued_by_another(view: View, end: int) -> bool:
    """'la décision n° 2024-205C de la présidente de la CNIL', 'par décision du 3 mars, le préfet…': no court's."""
    found = _ISSUED_BY.match(view.plain, end)
    if not found or (found["who"] or found["then"]) not in words("deciders"):
        return False
    at = found.start("who" if found["who"] else "then")
    return court_at(view, at) is None and not _JUDGE_ACTS.match(view.plain, end) and not _OF_A_JUDGE.match(view.plain, end)


def is_order(words: str) -> bool:
    """Whether the folded words of a citation say that the decision is an order: "CE, réf.", "TA Lille, ord."."""
    return _IS_ORDER.search(words) is not None
