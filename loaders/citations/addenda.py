"""What was added to an agreement: "l'accord franco-algérien du 27 décembre 1968, modifié, et son avenant du 28 septembre 1994"."""

from __future__ import annotations

from ...graph import identifiers
from .dates import DATE, iso
from .finder import View
from .grammar import grammar
from .model import Mention, Source

_SUBKIND = "avenant"
_RANK = r"(?:(?:premier|deuxieme|second|troisieme|quatrieme) )?"
_ITS = grammar(
    r"(?:,? (?:modifie|complete)e?)?,? (?:et |ainsi que |ensemble |(?:modifiee?|completee?) par )(?:par )?(?:son |ses |l'|le )"
    rf"(?P<what>{_RANK}avenants? (?:du|des) (?P<date>{DATE}))"
)
_ANOTHER = grammar(rf" ?(?:,|,? et|ainsi que) (?:son |l'|le )?(?P<what>(?:{_RANK}avenant )?du (?P<date>{DATE}))")


def read_next(view: View, before: Mention) -> Mention | None:
    """The addendum that the words after an agreement name, or after another addendum: that of the day."""
    source = before.source
    if source is None or source.date is None:
        return None
    found = (_ANOTHER if source.subkind == _SUBKIND else _ITS).match(view.plain, before.end)
    date = iso(found["date"]) if found else None
    if not found or not date:
        return None
    agreement = source.parent or source
    return Mention(found.start("what"), found.end(), "convention", "explicit", _addendum(agreement, date), date=date)


def _addendum(agreement: Source, date: str) -> Source:
    whole = f"{agreement.name[0].lower()}{agreement.name[1:]}"
    of = f"à l’{whole}" if whole[0] in "aeiou" else f"à la {whole}" if whole.startswith(("convention", "charte")) else f"au {whole}"
    name = f"avenant du {identifiers.french_date(date)} {of}"
    identifier = identifiers.dated_text("convention", date, f"avenant {whole}")
    return Source(identifier, "Convention", canonical=name, name=name, date=date, subkind=_SUBKIND, parent=agreement)
