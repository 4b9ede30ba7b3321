"""The parts of a document's name in a sentence: qualifiers, numbers, issuer, authors, dates, title, brackets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from .chambers import chamber_at
from .entries import clean_title, closing, joined, read_opening
from .finder import View
from .genres import tables
from .issuers import issuer_at, issuer_named
from .parts import DATE, DAY_DATE, iso_date
from .symbols import SYMBOL
from .titles import quoted_title, title_end
from .words import words
from .works import Work

_ISSUED = (
    r"(?:rendue?s?|adoptee?s?|publiee?s?|emise?s?|prise?s?|remise?s?|presentee?s?|parue?s?|datee?s?"
    r"|adopted|issued|published|dated|delivered)"
)
_QUALIFIER = re.compile(
    r"\s+(?:fait au nom de (?:la |l')[^,;()]{3,120}?(?=,|\s\()|annuel(?:le)?s?|d'activites?|senatorial|d'information"
    r"|d'enquete|d'etape|d'evaluation|publics?|thematiques?|parlementaires?|finale?|conjointe?|special"
    r"|susvisee?|precitee?|susmentionnee?|complet|alternatif|semestriel|general|precite|adopte|motivee?|prealable|simple|conforme|consultatif"
    r"|favorable|defavorable|reserve|circonstancie|ecrit|unanime"
    r"|au parlement|de partie [iv]{1,3}|de la commission des sanctions|relatif a l'annee)\b"
)
# "de la présidente de la CNIL": the body whose head decides.
_HEAD_OF = (
    r"(?:(?:vice-)?presidente?|college|bureau|formation restreinte|directeur|directrice|secretaire general)\s+"
    r"(?:de\s+la\s+|de\s+l'|du\s+|de\s+)"
)
BY = re.compile(
    rf"\s*,?\s*(?:{_ISSUED}\s+)?(?:de la|de l'|de|du|des|d'|par la|par le|par l'|par|of|by)\s*(?:the\s|la\s|le\s|l')?(?:{_HEAD_OF})?"
)
DATED = re.compile(
    rf"\s*,?\s*(?:\(\s*)?(?:{_ISSUED}\s+)?"
    rf"(?:en date du|du|le|de|d'|en|pour(?: l'annee)?|of|on)?\s*(?P<date>{DATE}|(?:19|20)\d\d(?![\d-]))"
)
_ABOUT = re.compile(r"\s*,?\s+(?:intitulee?s?\s+|titree?s?\s+)?(?=(?:sur|relati(?:f|ve)s? [aeu]|portant|concernant|au sujet|quant a)\b)")
# "remis au ministre de l'intérieur en juillet 2019".
_HANDED_IN = re.compile(
    rf"\s*,?\s*(?:remis|presente|rendu public|publie)e?s?\s+(?:(?:au|aux|a la|a l'|a)\s?[^,;.()]{{3,90}}?\s+)?"
    rf"(?:le|en|au mois de?)\s+(?P<date>{DATE})"
)
_CODED = re.compile(
    r"\s*(?:[a-z' ]{0,40}?)?(?:n\s?°\s*)?(?P<code>(?:mld|mde|msp|mds|mlp|lcd|rta|mra|ss|san|med|mdp"
    r"|mle)\s?[-/ ]?\s?\d{4}\s?[-/]\s?\d{1,4})(?!\d)"
)
_COMMA = re.compile(r"\s*,\s*")
_QUOTED_LEAD = re.compile(r"\s*,?\s*(?:intitulee?s?\s*)?(?=[«\"])")
_CALLED_BACK = re.compile(r",?\s*\(?(?:prec\.|precite|op\.?\s?cit|loc\.?\s?cit)")
_OWN_DATE = re.compile(rf"\s(?:du|en date du)\s+(?={DAY_DATE})")
_DATED_OTHERWISE = re.compile(r"(?:loi|decret|ordonnance|arrete|directive|reglement|circulaire|seance|arret|decision|attentats?|\d)$")
_BRACKET = re.compile(
    r"\s*\(\s*(?:avis|rapport|deliberation|decision|etude)?\s*(?:du|de|en)?\s*(?=n°|j\.?o\.?(?:rf)?\b|[a-z]+ \d{4}|\d|[a-z]{1,5}/[a-z\d])"
)
_QUOTED_BRACKET = re.compile(r"\s*\(\s*(?=[«\"])")
_COMMA_LEAD = re.compile(rf"\s*,\s*(?={SYMBOL}|jorf|j\.?o\.?\s|n°|pp?\.\s?\d|§|a - |a-|{DAY_DATE})")
# Read in the text itself: names are known by their capitals.
_TITLED = r"(?:MM?\.|Mmes?|Mlles?|Pr|Dr)\s+"
_NAME = r"(?:[A-ZÀ-Ý][\w'’.-]*\s+){0,3}[A-ZÀ-Ý][\w'’-]+"
_PERSONS = rf"(?:{_TITLED})?{_NAME}(?:\s*(?:,|et)\s*(?:{_TITLED})?{_NAME}){{0,4}}"
# 'de SOURD Amandine et VACHER Abigaïl, « … »', 'de M. Jean Dupont sur…', 'rapport Dupont'.
_AUTHORS = re.compile(
    rf"\s+(?:(?:de|d[’']|par)\s*(?P<quoted>{_PERSONS})(?=\s*,?\s*[«“])|(?:de|par)\s+(?:{_TITLED})(?P<titled>{_NAME}(?:\s+et\s+(?:{_TITLED})?{_NAME})?)"
    # A body has more words than one ("Terra Nova"); "le rapport Exilés à Calais" is a title.
    r"|de\s+la\s+(?P<chaired>(?:commission|mission)\s+[A-ZÀ-Ý][\w'’-]+)(?=[\s,.;:)]|$)"
    rf"|de\s+(?P<plain>[A-ZÀ-Ý][\w’-]+(?:\s+[A-ZÀ-Ý][\w'’-]+){{1,2}})(?=\s+(?:sur|relatif|intitulé|portant|concernant)\s)"
    r"|(?P<known>[A-ZÀ-Ý][a-zà-ÿ-]{2,20}(?:[\s-][A-ZÀ-Ý][\w’-]+){0,3})"
    r"(?=[\s,.;:)]|$)(?!\s+à\s+[A-ZÀ-Ý]))"
)
# A body that the gazetteer does not know, where a date or number follows it.
_UNKNOWN_ISSUER = re.compile(
    r"\s+(?:(?:de\s+la|de\s+l[’']|du|des|de|d[’'])\s*|(?=[A-Z]{2,6}[-/][A-Z]{2}))(?P<name>[A-Z]{2,10}(?:[-/][A-Z]{2,6}){0,3}(?=\s)"
    r"|(?:[A-ZÀ-Ý]|(?:haute?\s|conseil|comité|commission|observatoire|autorité|mission|inspection|conférence|collège))"
    r"(?:(?! et l[ea’'])[^,;.:()«»]){5,140}?)"
    r"(?=\s+(?:du|en\s+date\s+du|le|n°)\s*\d|\s+(?:de|d[’'])\s?[a-zéû]{3,9}\s\d{4}|\s*\(\d|,?\s+(?:n°|remise?\s))"
)


def read_parts(view: View, work: Work, limit: int) -> Work:
    """The work with every part that follows its genre word, in whatever order the sentence gives them."""
    while work.end < limit:
        further = next((w for read in _READERS if (w := read(view, work, limit)) is not None), None)
        if further is None:
            break
        work = further
    return _closed(view, _with_brackets(view, work, limit), limit)


def _closed(view: View, work: Work, limit: int) -> Work:
    """The work with the bracket that closes its last part: '(juillet 2013)'."""
    words = view.plain[work.start : work.end]
    closing_bracket = words.count("(") > words.count(")") and view.plain[work.end : min(work.end + 1, limit)] == ")"
    return replace(work, end=work.end + 1) if closing_bracket else work


def _read_qualifier(view: View, work: Work, limit: int) -> Work | None:
    found = _QUALIFIER.match(view.plain, work.end, limit)
    # "la résolution de l'Assemblée adopte les Principes": a verb.
    if found and view.text.endswith("adopte", 0, found.end()):
        return None
    return replace(work, end=found.end()) if found else None


def _read_code(view: View, work: Work, limit: int) -> Work | None:
    """The Défenseur des droits' and the CNIL's coded numbers: MLD-2014-123, SAN-2019-001."""
    found = _CODED.match(view.plain, work.end, limit) if work.genre.kind == "prior_avis" and not work.number else None
    if not found:
        return None
    number = re.sub(r"\s", "", view.text[found.start("code") : found.end("code")]).replace("/", "-")
    body = tables()["coded_by"].get(number[:3].lower())
    return replace(work, end=found.end(), number=number, issuer=work.issuer or (issuer_named(body) if body else None))


def _read_number(view: View, work: Work, limit: int) -> Work | None:
    opening = None if work.number or work.cote else read_opening(view, work.end, limit)
    return joined(work, opening) if opening and (opening.number or opening.cote) else None


def _read_chamber(view: View, work: Work, limit: int) -> Work | None:
    named = chamber_at(view, work.end, limit) if work.genre.kind == "report" and not (work.issuer or work.title) else None
    # "le rapport Sénat": without a number it is not known which.
    numbered = named and (work.number or read_opening(view, named[1], limit))
    return replace(work, end=named[1], issuer=named[0]) if named and numbered else None


def _read_authors(view: View, work: Work, limit: int) -> Work | None:
    """The persons a report is known by."""
    if work.authors or work.issuer or work.title or work.genre.name not in {"rapport", "enquête", "étude", "guide"}:
        return None
    found = _AUTHORS.match(view.text, work.end, limit)
    if not found:
        return None
    group = found.lastgroup or "quoted"
    if group == "known" and (work.genre.name != "rapport" or not _is_called(view, work, found.end(group))):
        return None
    if group == "known" and (issuer := issuer_at(view, found.start(group))) and issuer.end <= limit:
        return replace(work, end=issuer.end, issuer=issuer.issuer)
    if group == "known" and words("no_authors").intersection(re.split(r"[\s-]", view.plain[slice(*found.span(group))])):
        return None
    return replace(work, end=found.end(group), authors=" ".join(found[group].split()))


def _is_called(view: View, work: Work, end: int) -> bool:
    """Whether "rapport Dupont" calls one report: "le rapport Dupont", "Rapport Dupont, préc."."""
    again = view.text[work.start].isupper() and _CALLED_BACK.match(view.plain, end)
    return view.plain.startswith(("le ", "du ", "au ", "ce "), work.start) or bool(again)


def _read_issuer(view: View, work: Work, limit: int) -> Work | None:
    by = None if work.issuer or work.authors else BY.match(view.plain, work.end, limit)
    issuer = issuer_at(view, by.end()) if by else None
    if issuer and issuer.end <= limit:
        return replace(work, end=issuer.end, issuer=issuer.issuer)
    if work.issuer or work.authors or work.title or work.genre.name == "décision":
        return None
    unknown = _UNKNOWN_ISSUER.match(view.text, work.end, limit)
    return replace(work, end=unknown.end("name"), authors=" ".join(unknown["name"].split())) if unknown else None


def _read_publisher(view: View, work: Work, limit: int) -> Work | None:
    """', ONDRP' after a title in quotation marks."""
    comma = _COMMA.match(view.plain, work.end, limit) if work.quoted else None
    issuer = issuer_at(view, comma.end()) if comma else None
    return replace(work, end=issuer.end, issuer=work.issuer or issuer.issuer) if issuer and issuer.end <= limit else None


def _read_date(view: View, work: Work, limit: int) -> Work | None:
    found = None if work.date else DATED.match(view.plain, work.end, limit) or _HANDED_IN.match(view.plain, work.end, limit)
    return replace(work, end=found.end(), date=iso_date(found["date"])) if found else None


def _read_title(view: View, work: Work, limit: int) -> Work | None:
    if work.title:
        return None
    lead = _QUOTED_LEAD.match(view.plain, work.end, limit)
    if lead and (found := quoted_title(view, lead.end())):
        return replace(work, end=found[1], title=found[2], quoted=True)
    about = _ABOUT.match(view.plain, work.end, limit)
    end = _before_date(view, about.end(), title_end(view, about.end())) if about else 0
    return replace(work, end=end, title=clean_title(view, about.end(), end)) if about and end > about.end() + 8 else None


_READERS: tuple[Callable[[View, Work, int], Work | None], ...] = (
    _read_qualifier, _read_code, _read_chamber, _read_number, _read_authors, _read_issuer, _read_publisher, _read_date, _read_title,
)  # fmt: skip


def _before_date(view: View, start: int, end: int) -> int:
    """The title's end where the document's own date follows it; a date right after 'loi', 'décret'… is theirs."""
    dated = _OWN_DATE.search(view.plain, start, end)
    if not dated or _DATED_OTHERWISE.search(view.plain, max(start, dated.start() - 12), dated.start()):
        return end
    return dated.start()


def _with_brackets(view: View, work: Work, limit: int) -> Work:
    """'… (avis du 22 mai 2014, JORF n°0136…)' or '…, JORF n°…' after the title: more parts of the same work."""
    if not work.title and (opened := _QUOTED_BRACKET.match(view.plain, work.end, limit)) and (named := quoted_title(view, opened.end())):
        work = replace(work, end=named[1], title=named[2], quoted=True)
        comma = _COMMA.match(view.plain, work.end, limit)
        close = closing(view, comma.end(), limit) if comma else None
        return joined(work, close) if close and comma and close.title_end <= comma.end() else work
    bracket = _BRACKET.match(view.plain, work.end, limit)
    lead = bracket or _COMMA_LEAD.match(view.plain, work.end, limit)
    if not lead:
        return work
    close = closing(view, lead.end(), limit)
    if not close or close.title_end > lead.end() + 1:
        return work
    end = close.end + (1 if bracket and view.plain[close.end : close.end + 1] == ")" else 0)
    return joined(work, replace(close, end=end))
