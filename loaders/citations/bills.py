"""Bills: 'projet de loi confortant…', 'proposition de loi n° 1234', 'PLF 2022', and the budget documents annexed to one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph import identifiers
from ...graph.identifiers import fold
from . import laws
from .finder import Finder, View
from .model import Mention, Source
from .parts import DAY_DATE, NUMBER_SIGN, iso_date
from .titles import title_end, trimmed
from .works import key_words

_HEAD = re.compile(
    r"(?P<noun>projet|proposition)s? de (?P<loi>lois?)(?P<rank> organique| constitutionnelle| senatoriale| gouvernemental| de programmation"
    r"| de finances rectificative| de finances"
    r"| de financement de la securite sociale)?|pjl(?=\s)|ppl(?=\s)"
)
_NUMBER = re.compile(rf"\s*,?\s*\(?\s*{NUMBER_SIGN}(?P<number>\d{{1,5}})\)?")
_TITLE = re.compile(
    r"\s+(?=(?:[a-z]{2,}ant\b|relati(?:f|ve)s? |pour (?!l'annee|y |en |qu|ce |cette |la premiere|la seconde)|contre "
    r"|d'orientation|d'adaptation (?=a|d)|sur |en faveur|autorisant"
    r"|tendant|de programmation|de reforme|de modernisation))"
)
# What every title of a bill opens with, and tells none apart.
_LEADING = re.compile(
    r"^(?:(?:projet|proposition)s? de lois?|ppl|pjl)(?: senatoriale| gouvernemental)?(?: n\W*\d+)?"
    r"(?: [a-z]+ant(?=\s))?(?: (?:a |la |le |l')?(?:lutter?|ameliorer"
    r"|renforcer)(?:\s+contre)?\b)?"
)
_SHORT = re.compile(r"^(?:PPL|PJL)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:\b(?:le|la|du|au)\s+|\bl')$")
_FINANCE = re.compile(
    r"(?:projets? de loi de finances(?P<amending> rectificative)?|(?P<plfr>plfr)|plf(?![a-z])"
    r"|(?P<social>projets? de loi de financement de la securite sociale|plfss))"
    r"\s*(?:pour\s+|de\s+)?(?:l'annee\s+|l'exercice\s+)?(?P<year>20\d\d)"
)
_BUDGET = re.compile(r"documents? budgetaires?\s+(?:annexe?e?s?\s+)?(?:au\s+|du\s+|de la\s+)?")

# "projet de loi tel qu'adopté en Conseil des ministres le 28 juillet 2008", "… déposé au Sénat le 3 mars 2021".
_STAGE = re.compile(
    r",?\s+(?:tel\s+qu(?:'il a ete\s+|'))?(?:adopte|depose|presente|examine|delibere|enregistre)e?"
    r"\s+(?:en\s+(?:conseil des ministres|(?:premiere|seconde|deuxieme|nouvelle) lecture|commission)"
    r"|(?:a|par|sur le bureau de)\s+(?:l'assemblee nationale|le senat)|au\s+(?:senat|parlement))"
    rf"(?:\s+par\s+(?:l'assemblee nationale|le senat))?,?\s+le\s+(?P<date>{DAY_DATE})"
)

# What follows a bill's title: a dash, its date, its stage.
_AFTER_TITLE = re.compile(
    rf"\s(?:-\s|du\s+(?={DAY_DATE})|en cours|adopte|depose|presente|examine|actuellement)|(?<!\bloi)(?<!ordonnance)(?<!decret)\sn°"
)


def find_bills(view: View, start: int, end: int) -> Iterator[Mention]:
    """The bill named at plain[start:]; "le projet de loi" alone names none."""
    determiner = _DETERMINER.search(view.plain, max(0, start - 4), start)
    begin = determiner.start() if determiner and view.plain[determiner.start()] == "l" else start
    yield from _bills(view, start, begin)


def read(view: View, start: int) -> Mention | None:
    """The bill that its words name in full at `start`: what an article belongs to."""
    bill = next(_bills(view, start, start), None) if view.plain.startswith("p", start) else None
    return bill if bill and bill.source else None


def _bills(view: View, start: int, begin: int) -> Iterator[Mention]:
    """The bill at `start`, if there is one; a title or a number takes in the article before it, from `begin` on."""
    if finance := _FINANCE.match(view.plain, start):
        yield Mention(start, finance.end(), "bill", "explicit", finance_bill(finance))
        return
    head = _HEAD.match(view.plain, start)
    if not head:
        return
    number = _NUMBER.match(view.plain, head.end())
    after = number.end() if number else head.end()
    title = _TITLE.match(view.plain, after)
    end = _end(view, title.end()) if title else after
    if title and not number and head["noun"] + "s" == head[0].split()[0]:
        # "des projets de loi relatifs aux états de crise": a kind of bill.
        return
    if not title and not number:
        yield from _known(view, start, head)
        return
    yield Mention(begin, end, "bill", "explicit", _bill(view, head, number, start, end), title=" ".join(view.text[start:end].split()))


def _known(view: View, start: int, head: re.Match[str]) -> Iterator[Mention]:
    """A bill by the usual name of the law it became ("projet de loi pénitentiaire"), or by the stage it has reached."""
    if not head["loi"]:
        return
    named = laws.nicknames().at(view, head.start("loi"))
    if named and named[0] > head.end() and named[1].label == "Law":
        title = " ".join(view.text[start : named[0]].split())
        yield Mention(start, named[0], "bill", "explicit", _bill(view, head, None, start, named[0]), title=title)
    elif stage := _STAGE.match(view.plain, head.end()):
        date = iso_date(stage["date"])
        yield Mention(start, stage.end(), "bill", "anaphora", need="document", cue="bill", title=head[0], date=date)


def find_budget_documents(view: View, start: int, end: int) -> Iterator[Mention]:
    """'documents budgétaires (annexés au) projet de loi de finances pour l'année 2021'."""
    head = _BUDGET.match(view.plain, start)
    finance = _FINANCE.match(view.plain, head.end()) if head else None
    if finance:
        yield Mention(start, finance.end(), "other", "explicit", finance_bill(finance), title="documents budgétaires")


def finance_bill(found: re.Match[str]) -> Source:
    """The finance bill of a year: bill:fr/plf-2022, plfr- (amending), plfss- (social security)."""
    kind = "plfss" if found["social"] else "plfr" if found["amending"] or found["plfr"] else "plf"
    names = {
        "plf": "Projet de loi de finances",
        "plfr": "Projet de loi de finances rectificative",
        "plfss": "Projet de loi de financement de la sécurité sociale",
    }
    name = f"{names[kind]} pour {found['year']}"
    return Source(
        identifiers.local("bill", "fr", f"{kind}-{found['year']}"), "Bill", name, name, title=name, date=found["year"], subkind=kind
    )


def _end(view: View, start: int) -> int:
    """The title's end; a call for adoption or a date closes it too."""
    end = title_end(view, start)
    stop = _AFTER_TITLE.search(view.plain, start, end)
    return trimmed(view, start, stop.start()) if stop else end


def _bill(view: View, head: re.Match[str], number: re.Match[str] | None, start: int, end: int) -> Source:
    title = " ".join(view.text[start:end].split())
    short = "ppl" if head[0].startswith(("prop", "ppl")) else "pjl"
    words = key_words(_LEADING.sub("", fold(title)), 60)
    key = f"{short}-{words}" if words else f"{short}-{number['number']}" if number else short
    written_out = _SHORT.sub(lambda short: "Proposition de loi" if short[0].upper() == "PPL" else "Projet de loi", title)
    canonical = written_out[:1].upper() + written_out[1:]
    identifier = identifiers.local("bill", "fr", key)
    written = number["number"] if number else None
    return Source(identifier, "Bill", canonical, canonical, title=title, number=written, subkind=short)


FINDERS = (
    Finder("bill", ("projet de loi", "projets de loi", "proposition de loi", "propositions de loi", "pjl", "ppl", "plf"), find_bills),
    Finder("budget document", ("documents budgetaires", "document budgetaire"), find_budget_documents),
)
