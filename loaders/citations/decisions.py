"""A court decision as a source: its identifier and how it is cited in French."""

from __future__ import annotations

from dataclasses import dataclass

from ...graph import identifiers
from .case_numbers import fits, shape
from .courts import Court, answers_in_strasbourg, courts
from .model import Source
from .text import folded

_COURT_OF_SHAPE = {"echr": "echr", "cjeu": "cjue", "cc": "fr/cc", "cass": "fr/cass"}

_COURT_OF_ECLI = {
    "ECLI:EU:C": "cjue",
    "ECLI:EU:T": "tue",
    "ECLI:CE:ECHR": "echr",
    "ECLI:FR:CCASS": "fr/cass",
    "ECLI:FR:CC:": "fr/cc",
    "ECLI:FR:CE": "fr/ce",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What a text says of one decision. `date` is ISO, `numbers` are normalised, `parties` as written."""

    court: Court | None = None
    place: str | None = None
    formation: str | None = None
    date: str | None = None
    numbers: tuple[str, ...] = ()
    parties: str | None = None
    ecli: str | None = None
    admissibility: bool = False


def deciding_court(decision: Decision) -> Court | None:
    """The court as named, or the one that the bench, the number's form or the respondent state implies."""
    if decision.court:
        return decision.court
    if decision.ecli and (named := next((c for prefix, c in _COURT_OF_ECLI.items() if decision.ecli.startswith(prefix)), None)):
        return courts().by_id[named]
    if decision.formation and (court := courts().by_bench.get(folded(decision.formation))):
        return court
    implied = next((_COURT_OF_SHAPE[s] for n in decision.numbers if (s := shape(n)) and s != "echr"), None)
    if not implied and decision.parties and answers_in_strasbourg(_respondent(decision.parties)):
        numbered = any(shape(n) == "echr" for n in decision.numbers)
        implied = "echr" if numbered or (not decision.numbers and " c. " in decision.parties) else None
    return courts().by_id[implied] if implied else None


def may_bear(court: Court, numbers: tuple[str, ...]) -> bool:
    """Whether that court's decisions can have these numbers: no "2024-205C" at the Conseil constitutionnel."""
    return all(fits(number, court.scheme) for number in numbers)


def _respondent(parties: str) -> str:
    for sign in (" c. ", " v. ", " vs "):
        if sign in parties:
            return parties.split(sign, 1)[1]
    return ""


def decision_source(decision: Decision) -> Source:
    """The decision as a source; its ECLI where it follows from what the text says, else an id of ours."""
    court = deciding_court(decision)
    return Source(
        id=_identifier(decision, court),
        label="Case",
        canonical=_canonical(decision, court),
        name=_name(decision, court),
        title=decision.parties,
        number=", ".join(decision.numbers) or None,
        date=decision.date,
        authority=(court.body or court.id) if court else None,
    )


def _identifier(decision: Decision, court: Court | None) -> str:
    if decision.ecli:
        return decision.ecli
    full_date = decision.date if decision.date and decision.date.count("-") == 2 else None
    number = decision.numbers[0] if decision.numbers else None
    if court and court.scheme == "echr" and full_date and number and shape(number) == "echr":
        decided = decision.admissibility or court.id == "echr-commission"
        return identifiers.ecli_echr(full_date, number, "DEC" if decided else "JUD")
    if court and court.scheme == "cc" and full_date and number and shape(number) == "cc":
        digits, kind = number.split("/")[0].split(" ")[0], number.rsplit(" ", 1)[1]
        return f"ECLI:FR:CC:{full_date[:4]}:{digits.replace('-', '.')}.{kind}"
    where = _where(decision, court)
    if number:
        return identifiers.local("case", where, number.replace(" ", "-"))
    named = identifiers.slug(decision.parties) if decision.parties else ""
    return identifiers.local("case", where, decision.date or "", named)


def _where(decision: Decision, court: Court | None) -> str:
    if court is None:
        return "x"
    if court.scheme == "cjeu":
        return "eu"
    return f"{court.id}/{identifiers.slug(decision.place)}" if decision.place else court.id


def _canonical(decision: Decision, court: Court | None) -> str:
    head = (court.name + (f" {decision.place}" if decision.place else "")) if court else None
    date = identifiers.french_date(decision.date) if decision.date else None
    return ", ".join(p for p in (head, decision.formation, decision.parties, date, _numbers(decision.numbers, court), _ecli(decision)) if p)


def _ecli(decision: Decision) -> str | None:
    return decision.ecli if decision.ecli and not decision.numbers else None


def _numbers(numbers: tuple[str, ...], court: Court | None) -> str | None:
    if not numbers:
        return None
    listed = ", ".join(numbers[:-1]) + (" et " if len(numbers) > 1 else "") + numbers[-1]
    return f"aff. {listed}" if court and court.scheme == "cjeu" else f"n° {listed}"


def _name(decision: Decision, court: Court | None) -> str:
    if decision.parties:
        return f"{court.name}, {decision.parties}" if court else decision.parties
    number = _numbers(decision.numbers[:1], court)
    date = identifiers.french_date(decision.date) if decision.date else None
    return " ".join(p for p in (court.name if court else None, number or date or decision.ecli) if p)
