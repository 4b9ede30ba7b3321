"""The sentences a jurist reads: where a source is cited, why it underpins, why nothing does."""

from __future__ import annotations

from collections.abc import Sequence

from ..citations.model import Reference
from .leads import Cited
from .model import SharedWord


def why_inside(reference: Reference) -> str:
    return f"Cité dans la recommandation elle-même : « {' '.join(reference.surface.split())} »."


def why_led(cited: Cited, words: Sequence[SharedWord], elsewhere: bool = False, placed: bool = False) -> str:
    """`elsewhere`: from another section; `placed`: by less in common, in the paragraph that the order of the section answers by."""
    section = cited.paragraph.section
    where = f", dans une autre section ({'introduction' if section == '0' else section})" if elsewhere else ""
    where += ", auquel la recommandation répond dans l’ordre de la section" if placed else ""
    return f"Cité {_place(cited)}{where} ; mots communs : {', '.join(w.word for w in words)}."


def why_section(cited: Cited) -> str:
    return f"Même section seulement : cité {_place(cited)}, sans lien établi avec la recommandation."


def path_to(cited: Cited) -> str:
    """'§ 24 → note 27', or '§ 26' for a citation in the paragraph itself."""
    return f"{_paragraph(cited)} → note {cited.note.number}" if cited.note else _paragraph(cited)


def reason_for_none(written: bool, neighbours: int, elsewhere: int) -> str:
    """Why a recommendation rests on nothing (A or B): whether its section has paragraphs, how many sources these cite (`neighbours`),
    and how many are linked from other sections (X).
    """
    reason = _reason(written, neighbours)
    if not elsewhere:
        return f"{reason}."
    other = "une source y répond" if elsewhere == 1 else f"{elsewhere} sources y répondent"
    return f"{reason} ; dans une autre section, {other} par ses mots (X)."


def _reason(written: bool, neighbours: int) -> str:
    if neighbours:
        cited = "une source citée" if neighbours == 1 else f"{neighbours} sources citées"
        return f"La recommandation ne cite rien ; sa section compte {cited}, sur un autre objet ou sans mots communs qui l’établissent"
    if not written:
        return "La recommandation ne cite rien et sa section n’a aucun paragraphe"
    return "Aucune source n’est citée, ni dans la recommandation ni dans sa section"


def _place(cited: Cited) -> str:
    return f"en note {cited.note.number}, appelée au {_paragraph(cited)}" if cited.note else f"au {_paragraph(cited)}"


def _paragraph(cited: Cited) -> str:
    paragraph = cited.paragraph
    return f"§ {paragraph.number if paragraph.number is not None else paragraph.id.removeprefix('p')}"
