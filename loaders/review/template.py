"""A review file ready to be filled in: one entry for each doubtful link, with the program's reason and words as comments."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from .uncertain import Doubt

HEADERS = {
    "fr": """\
# Relecture de {name}
# À enregistrer sous le nom {file}, à côté du document : « renvois build » l’applique.
#
# Une entrée par lien ; tant que « verdict » est vide, elle ne compte pas.
#   target   le lien : recommandation (R18), § ou note ; relation ; source ou institution (identifiant, référence ou nom)
#   verdict  confirm (juste), refuse (faux), correct (à rectifier : to, role, grade ou strength), add (lien qui manque : quote, grade)
#   who, when, why   qui a relu, quand (AAAA-MM-JJ), pourquoi
#
# Pour ajouter un lien :
# - target: 'R18 UNDERPINNED_BY code civil, art. 375'
#   verdict: add
#   quote: 'mots du texte qui l’établissent'
""",
    "en": """\
# Review of {name}
# To be saved as {file}, beside the document: “renvois build” applies it.
#
# One entry for each link; as long as “verdict” is empty it does not count.
#   target   the link: recommendation (R18), § or note; relationship; source or institution (identifier, reference or name)
#   verdict  confirm (right), refuse (wrong), correct (to be mended: to, role, grade or strength), add (a missing link: quote, grade)
#   who, when, why   who reviewed, when (YYYY-MM-DD), why
#
# To add a link:
# - target: 'R18 UNDERPINNED_BY code civil, art. 375'
#   verdict: add
#   quote: 'words of the text that establish it'
""",
}


def template(doubts: Iterable[Doubt], name: str, file: str, lang: str = "fr") -> str:
    """The YAML text, the least sure first; what is already judged is left out. `lang` is that of the explanations, fr or en."""
    parts = [HEADERS[lang].format(name=_comment(name), file=_comment(file))]
    for doubt in doubts:
        if not doubt.reviewed and doubt.rank != "sure" and doubt.target:
            parts.append(_entry(doubt))
    return "\n".join(parts)


def _entry(doubt: Doubt) -> str:
    told = [f"# {line}" for text in (doubt.name, doubt.why, f"« {doubt.quote} »") for line in wrap(_comment(text), 116)]
    fields = [f"- target: {_quoted(doubt.target)}", "  verdict:", "  who:", "  when:", "  why:"]
    if doubt.target.endswith(" ?"):
        fields.insert(1, f"  quote: {_quoted(doubt.quote)}")
    return "\n".join([*told, *fields]) + "\n"


def _comment(text: str) -> str:
    """On one line: what a document says never becomes an entry."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _quoted(text: str) -> str:
    return "'" + _comment(text).replace("'", "''") + "'"
