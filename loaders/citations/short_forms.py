"""Finding what points back to a document: op. cit., ibid., supra note 3, 'cet avis', 'le rapport précité', 'le présent avis'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .entries import COTE
from .finder import Finder, View
from .genres import genre_at
from .issuers import issuer_at
from .model import Kind, Mention, Relation
from .parties import named_like_a_party
from .parts import NUMBER_SIGN, PINPOINT
from .text import folded
from .words import words

OP_CIT = re.compile(
    r"[\s,;.:(-]{0,6}(?:op\.?\s?\.?\s?cit(?:\.|ato|e|ee)?|opus\s+cit(?:e|atum|\.)?|loc\.?\s?cit\.?|art\.\s?(?:cit|prec)\.?|ouvr\.\s?(?:cit|prec)\.?)(?![a-z])\.?"
)
# "Loi n° 2009-403 du 15 avril 2009, op. cit." is cited in full.
_NUMBERED_ACT = re.compile(r"(?:loi|ordonnance|decret|arrete|directive|reglement|circulaire)\b.*\d")
_IBID = re.compile(r"(?:ibidem|ibid|ib|idem|id)(?![a-z-])\.?")
_BIS_IN = re.compile(r"\bbis\s+in\s+$")
# "D. 2014. 1797, note X ; ibid. 1773, chron. Y": the same journal, and another of its pages.
_COMMENTED = rf"(?:(?:{'|'.join(sorted(words('comments')))})(?:\.|(?=\s))\s*+(?!\d|n\s?°))"
_JOURNAL = re.compile(
    rf"\s*,?\s*(?:(?:19|20)\d\d\s*[.,]\s*(?:p\.\s*)?\d|\d{{1,4}}(?![\d°])(?!\s*[°/])"
    rf"|(?:(?:n\s?°\s*\d[\d-]*|pp?\.\s*\d+(?:\s*-\s*\d+)?)\s*,\s*){{1,2}}{_COMMENTED}|(?:notes?|obs|chron|concl)\b\.?\s*+(?!\d|n\s?°)"
    r"|(?:pan|somm|act|aj|ir|jur|doctr|chron|comm)\b\.?\s*\d)"
)
# "ibid., n° 439821": another decision of the same day.
_OWN_NUMBER = re.compile(r"\s*,?\s*n[°o]\s?\d{2,}")
_AFTER_JOURNAL = re.compile(rf"[;,]\s*(?:{'|'.join(sorted(words('journals')))})\b\.?\s[^;()]*;\s*$")
_IBID_STANDS = re.compile(r"(?:(?:^|[.;:(»)])\s*(?:\d{1,3}\.?\s+)?|\b(?:cf\.?|voir|v\.|voy\.|et|in|see(?: also)?)\s*)$")
_TAIL = re.compile(rf"\s*,?\s*(?:at\s+)?\(?(?P<pinpoint>{PINPOINT})\)?")
_NOTE = rf"(?:(?:la\s+)?notes?(?:\s+de bas de page)?\s*(?:{NUMBER_SIGN})?|n\.\s?|fn\.?\s?|nbp\s?)(?P<note>\d{{1,4}})"
_UNIT = (
    r"(?:(?:le\s+|la\s+|l')?(?P<unit>§+|paras?\.?|paragraphes?|points?|partie|section|annexe|recommandations?"
    r"|chapitre|titre)\s*(?:n\s?°\s*)?(?P<place>[ivx]+(?:\.\d+)*|\d+(?:\.\d+)*|[a-z]\.))(?![a-z])"
)
_SUPRA = re.compile(rf"(?P<way>supra|infra)(?![a-z])(?:\s*[,:(]?\s*(?:{_NOTE}|{_UNIT}))?")
_NOTE_SUPRA = re.compile(rf"{_NOTE}\s*,?\s*(?P<way>supra|infra|precitee|ci-dessus|ci-dessous)(?![a-z])")
_OF_NOTE = re.compile(rf"\s*,?\s*\(?(?:supra,?\s*)?{_NOTE}\)?")
_SEE_NOTE = re.compile(rf"{_NOTE}(?!\d|\s*(?:d[eu]\b|d'|sur|et s|supra|infra)|[./]\d)")
_SEE_BEFORE = re.compile(r"(?:\b(?:cf\.?|voir|v\.|voy\.)\s*(?:aussi\s+)?(?:la\s+)?)$")
# "DUPONT," before "op. cit."; a date, number or court after "cet avis" makes it a citation of its own; "l'" before "avis précité".
_NAME_BEFORE = re.compile(
    r"(?:^|[.;:(]|\b(?:cf\.?|voir|v\.|voy\.|et|in))\s*(?P<name>(?:[a-z]\.[\s-]?){0,3}[^.;:()«»,]{2,80}?(?:\s*\([^()]{1,30}\))?)\s*,?\s*$"
)
# "V. Dupont, op. cit.": an initial that the word before the name is taken for.
_LED = re.compile(r"V\.\s+(?=l[’']|[A-ZÀ-Ý][\w’'-]{2,}\s*(?:,|$))")
_A_CASE = re.compile(r"(?:l[’'])?(?:arrêt|affaire|Arrêt|Affaire)\s")
_LONGEST_NAME = 60
_NAMED_AFTER = re.compile(r"\s+(?:du \d|n°|de la cour|du conseil)")
_DETERMINER = re.compile(r"(?:\bl'|\b(?:le|la|les|son|sa|du|au)\s+)$")
_POINTING = re.compile(r"(?P<how>le present|la presente|cet|cette|ce|ledit|ladite|dudit|de ladite)\s+(?:(?:meme|derniere?)\s+)?"
                       r"(?P<noun>avis"
r"|deliberation|decision|recommandation|rapport|etude|enquete|"
                       r"arret|jugement|plan|strategie|contribution|document|guide|circulaire"
                       r"|projet de loi|proposition de loi)(?![a-z-])")  # fmt: skip
_PRECITED = re.compile(
    r"(?:l'|le |la |les |son |sa |du |au |de l'|de la )?(?P<noun>avis|deliberation|decision|dec\.|rapport|etude|enquete|arret"
    r"|jugement|plan|strategie|affaire)s?"
    r"\s+(?:[a-z]+\s+){0,2}?(?:precitee?s?|prec\.|susmentionnee?s?|susvisee?s?|ci-dessus mentionnee?s?|evoquee?s? ci-dessus"
    r"|mentionnee?s? plus haut)(?![a-z])"
)
_WRITTEN_OUT = {"dec.": "decision"}
_HINT = re.compile(
    r"(?:sa|son|ses|leur|leurs|les|des|aux)\s+(?P<noun>declaration|discours|rapport|etude|enquete|recommandations|observations|avis|travaux)(?![a-z])"
)
_OF = re.compile(r"\s+(?:du|de la|de l'|des|d')\s*")
_TITLE_START = re.compile(
    r"\s*(?:a\s*-\s*\d{4}\s*-\s*\d+\s*\W?\s*)?(?:l')?(?=(?:second\s+|deuxieme\s+)?(?:avis|deliberation|decision|recommandation|rapport|etude|declaration)\s+(?:sur|relati|portant|concernant|n°|[a-z]{2,4}-\d))"
)

# The nouns of short forms, the kind of reference they make.
KINDS: dict[str, Kind] = {
    **dict.fromkeys(("avis", "deliberation", "decision", "recommandation", "observations"), "prior_avis"),
    **dict.fromkeys(("rapport", "etude", "enquete", "guide", "recommandations", "travaux"), "report"),
    **dict.fromkeys(("arret", "jugement", "ordonnance", "affaire"), "case"),
    **dict.fromkeys(("plan", "strategie"), "plan"),
    **dict.fromkeys(("projet de loi", "proposition de loi"), "bill"),
    "circulaire": "circular",
}  # fmt: skip


def find_ibid(view: View, start: int, end: int) -> Iterator[Mention]:
    """'Ibid., p. 12', 'Idem.': where a citation may stand, at the head of a clause; 'ibid. 1773, chron. X' is of a journal."""
    found = _IBID.match(view.plain, start)
    before = _IBID_STANDS.search(view.plain[max(0, start - 12) : start])
    name = _whose(view, start) if found and not before else None
    if not found or not (before or name) or found[0] in {"id", "ib"} or _BIS_IN.search(view.plain, max(0, start - 9), start):
        return
    if (
        _OWN_NUMBER.match(view.plain, found.end())
        or _JOURNAL.match(view.plain, found.end())
        or _AFTER_JOURNAL.search(view.plain, max(0, start - 160), start)
    ):
        return
    tail = _TAIL.match(view.plain, found.end())
    pinpoint = " ".join(view.text[tail.start("pinpoint") : tail.end("pinpoint")].split()) if tail else None
    stop = tail.end() if tail else found.end() - (1 if found[0].endswith("em.") else 0)
    title = " ".join(view.text[slice(*name)].split()) if name else None
    yield Mention(
        name[0] if name else start,
        stop,
        "other",
        "ibid",
        need="document",
        cue=view.text[start : found.end()],
        pinpoint=pinpoint,
        title=title,
    )


def _whose(view: View, start: int) -> tuple[int, int] | None:
    """The name that "ibid." follows after a comma at the head of a clause: 'Dupont, ibid., p. 12'."""
    window = max(0, start - _LONGEST_NAME)
    named = _NAME_BEFORE.search(view.plain[window:start]) if view.plain[window:start].rstrip().endswith(",") else None
    span = (window + named.start("name"), window + named.end("name")) if named else None
    return span if span and named_like_a_party(view, *span) else None


def find_op_cit(view: View, start: int, end: int) -> Iterator[Mention]:
    """'DUPONT, op. cit., p. 12': a name and op. cit. alone; a full citation followed by op. cit. is its own mention."""
    named = _NAME_BEFORE.search(view.plain[max(0, start - 140) : start])
    marker = OP_CIT.match(view.plain, start)
    if not marker or not named:
        return
    begin = max(0, start - 140) + named.start("name")
    name = " ".join(view.text[begin:start].split()).strip(" ,")
    if led := _LED.match(view.text, begin, start):
        begin, name = led.end(), " ".join(view.text[led.end() : start].split()).strip(" ,")
    # "V. l'arrêt Nicolo, op. cit.": a case is known by its name (case_names).
    if not name[:1].isupper() or _A_CASE.match(name) or _NUMBERED_ACT.match(folded(name)):
        return
    noted = _OF_NOTE.match(view.plain, marker.end())
    after = noted.end() if noted else marker.end()
    tail = _TAIL.match(view.plain, after)
    pinpoint = " ".join(view.text[tail.start("pinpoint") : tail.end("pinpoint")].split()) if tail else None
    stop, note = tail.end() if tail else after, noted["note"] if noted else None
    yield Mention(begin, stop, "other", "op_cit", need="document", cue="op. cit.", pinpoint=pinpoint, title=name, number=note)


def find_supra(view: View, start: int, end: int) -> Iterator[Mention]:
    """'supra note 3', 'cf. infra', 'note 12 supra', 'voir supra § 14'."""
    see = _SEE_BEFORE.search(view.plain, max(0, start - 17), start)
    found = _SUPRA.match(view.plain, start) or _NOTE_SUPRA.match(view.plain, start) or (see and _SEE_NOTE.match(view.plain, start))
    if not found:
        return
    groups = found.groupdict()
    relation: Relation = "infra" if groups.get("way") in {"infra", "ci-dessous"} else "supra"
    note, place = groups.get("note"), groups.get("place")
    if not note and not place and not see:
        return
    cue = f"note {note}" if note else f"{groups['unit']} {place}" if place else found["way"]
    yield Mention(see.start() if see else start, found.end(), "other", relation, need="document", cue=cue, number=note)


def find_pointing(view: View, start: int, end: int) -> Iterator[Mention]:
    """'cet avis', 'le présent avis', 'ladite délibération', 'ce rapport'."""
    found = _POINTING.match(view.plain, start)
    if found and not _NAMED_AFTER.match(view.plain[found.end() : found.end() + 14]):
        own = found["how"].endswith(("present", "presente"))
        yield Mention(
            start,
            found.end(),
            KINDS.get(found["noun"], "other"),
            "anaphora",
            need="document",
            cue="present" if own else "that",
            title=found["noun"],
        )


def find_precited(view: View, start: int, end: int) -> Iterator[Mention]:
    """'l'avis susmentionné', 'le rapport précité': the noun is the trigger, its determiner stands before."""
    determiner = _DETERMINER.search(view.plain[max(0, start - 5) : start])
    begin = start - (len(determiner[0]) if determiner else 0)
    found = _PRECITED.match(view.plain, begin)
    # "l'arrêt El Shennawy précité" is known by its name (case_names).
    named = found is not None and any(c.isupper() for c in view.text[found.end("noun") : found.end()])
    noun = _WRITTEN_OUT.get(found["noun"], found["noun"]) if found else ""
    if found and not (named and KINDS.get(noun) == "case"):
        yield Mention(begin, found.end(), KINDS.get(noun, "other"), "anaphora", need="document", cue="precited", title=noun)


def find_hints(view: View, start: int, end: int) -> Iterator[Mention]:
    """'sa déclaration', 'recommandations du Défenseur des droits': a document only if a note called near by names it."""
    found = _HINT.match(view.plain, start)
    if not found:
        return
    of = _OF.match(view.plain, found.end())
    issuer = issuer_at(view, of.end()) if of else None
    begin = found.start("noun") if issuer else start
    possessive = view.plain.startswith(("sa ", "son ", "ses ", "leur"), start)
    if issuer or (possessive and not of):
        stop = issuer.end if issuer else found.end()
        yield Mention(begin, stop, KINDS.get(found["noun"], "other"), "anaphora", need="document", cue="hint", title=found["noun"],
                      authority=issuer.issuer.id if issuer else None)  # fmt: skip


def find_own_title(view: View, start: int, end: int) -> Iterator[Mention]:
    """A unit that opens like a title, 'Avis sur…': the document's own, if it says what the document is called."""
    opening = _TITLE_START.match(view.plain)
    if opening and start <= opening.end() + 10 and len(view.plain) < 400 and genre_at(view.plain, opening.end()):
        yield Mention(
            opening.end(),
            len(view.text.rstrip()),
            "other",
            "anaphora",
            need="document",
            cue="title",
            title=view.text[opening.end() :].strip(),
        )


def find_cote(view: View, start: int, end: int) -> Iterator[Mention]:
    """A CNCDH reference number alone: 'A - 2021 - 5'."""
    found = COTE.match(view.plain, start)
    if found and view.text[start] == "A":
        cote = f"A-{found[1]}-{int(found[2])}"
        yield Mention(start, found.end(), "other", "anaphora", need="document", cue="cote", number=cote)


FINDERS = (
    Finder("ibid", ("ibid", "idem", "id.", "ib."), find_ibid),
    Finder("op. cit.", ("op", "loc", "ouvr", "art. cit", "art. prec"), find_op_cit),
    Finder("supra", ("supra", "infra", "note ", "notes "), find_supra),
    Finder("pointing", ("cet ", "cette ", "ce ", "ledit ", "ladite ", "dudit ", "le present ", "la presente "), find_pointing),
    Finder(
        "precited",
        ("avis", "deliberation", "decision", "dec.", "rapport", "etude", "enquete", "arret", "jugement", "plan", "strategie", "affaire"),
        find_precited,
    ),
    Finder("hint", ("sa ", "son ", "ses ", "leur", "les recommandations", "des recommandations", "aux recommandations"), find_hints),
    Finder("own title", ("avis", "deliberation", "decision", "recommandation", "rapport", "etude"), find_own_title),
    Finder("cote", ("a -", "a-1", "a-2"), find_cote),
)
