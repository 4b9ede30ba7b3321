"""The numbered protocols of the European Convention on Human Rights, and those of other treaties that are numbered too."""

from __future__ import annotations

from .finder import View
from .grammar import grammar

_RANKS = (
    *("", "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième"),
    *("onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième"),
)
_PROTOCOL = grammar(r"(?:[a-z\d]+ )?protocole(?: \(?additionnel\)?)?(?: (?:n ?[°o] ?|numero )?\d{1,2})?")
# "Protocole n° 2 sur la subsidiarité", "protocole n° 1 annexé au traité": of other treaties.
_OF_ANOTHER = grammar(
    r",? (?:sur |relatif|concernant|portant|annexe|(?:a la |de la |a cette )(?:charte"
    r"|convention (?:d'|de (?!sauv)|du |sur |relati|contre|cadre|cybercrim))"
    r"|(?:au|du|aux) (?:traite|pacte|tue|tfue|accord|statut)|a l'accord)"
)


def forms(number: int) -> tuple[str, ...]:
    """The ways a numbered protocol of the European Convention is called: "Protocole n° 4", "quatrième protocole additionnel"."""
    ranks = (_RANKS[number], "1er" if number == 1 else f"{number}e", "1er" if number == 1 else f"{number}ème")
    ranked = (f"{rank} protocole{added}" for rank in ranks for added in (" additionnel", " (additionnel)") if rank)
    numbered = (f"protocole{added} {sign}{number}" for added in ("", " additionnel") for sign in ("n° ", "no ", "numéro ", ""))
    return *ranked, *numbered


def is_another(view: View, start: int, end: int) -> bool:
    """True for "Protocole n° 2 sur l’application…" of the Union's treaties: only those of the European Convention go by number alone."""
    return _PROTOCOL.fullmatch(view.plain, start, end) is not None and _OF_ANOTHER.match(view.plain, end) is not None
