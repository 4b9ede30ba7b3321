"""Where a mention stands: its clause, the quotation that holds it, the phrase that governs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import cues
from .found import Found
from .grammar import grammar
from .text import folded

_CLAUSE_END = re.compile(r"[;.] |[.;]$|\n\s*\n")
_LONGEST_CLAUSE = 600
_LONGEST_QUOTATION = 3000
# "la directive 2013/37/UE modifiant la directive 2003/98/CE": the second one says what the first one does.
_GOVERNED = grammar(
    r"(?:modifi|abroge?|complet|transpos|ratifi|codifi|remplace?|rectifi|ajout|cre|introdui|inser|institu"
    r"|redig|reecri|etabli)(?:ant|ee?s? par)(?: et (?:abrogeant|completant|modifiant))?"
    r" (?:l'|les? |la )$|(?:issue?s?|resultant|entree en vigueur|promulgation|publication|adoption) (?:du |de la |de l'|des )$"
    r"|(?:anterieure?s?|posterieure?s?) (?:au |a la |a l'|aux )$"
    r"|prise?s? (?:pour l'application|en application|sur le fondement) (?:du |de la |de l'|des )$"
)
# "il modifie l'article 6 de la loi…", "le texte renvoie à l'article…": what a bill acts on.
_CHANGED = grammar(
    r"(?:modifi|complet|abrog|remplac|inser|introdui|ajout|cre|retabli|reecri|supprim|renvoi|dero|repren|reprend"
    r"|transpos|substitu)[a-z]{0,5}"
    r"(?: ainsi| notamment| egalement)? (?:a |dans |au sein d[eu] |aux |de )?(?:l'|les? |la |un )?"
    r"(?:[^.;:]{0,40}(?:de l'|de la |du |des |apres l'))?$"
)
# "la loi…, y insérant notamment un article 4-1": into what was named last; "a inséré, dans le titre X, un article": into what is changed.
_PUT_VERB = r"(?:inser|ajout|introdui|cre|retabli)[a-z]{0,4}"
_A_NEW = r"(?:l'|les |une? |des |deux |trois |plusieurs )(?:nouve(?:l|aux) )?$"
_ALSO = r"(?: (?:notamment|egalement|ainsi|aussi))?"
_PUT_THERE = grammar(rf"\by (?:a |ont |avait |est |sont )?(?:ete )?(?:(?:notamment|egalement|aussi) )?{_PUT_VERB},?{_ALSO},? {_A_NEW}")
_PUT_IN = grammar(rf"\b{_PUT_VERB},?{_ALSO},?(?: (?:dans|au|a|apres|en) [^.;:«»]{{2,50}}?)?,? (?!l')(?!les ){_A_NEW}")
_CALLED = re.compile(rf"\b(?:la |le |l'|cette |ce |ledit |ladite )({'|'.join(cues.NOUNS)})\b")
_RIGHT_AFTER = grammar(r" ?[,(:] ?(?:(?:et )?(?:notamment|en particulier) )?(?:en |dans |a )?(?P<own>ses |son )?(?:les |l'|l' )?")
_GOVERNOR_REACH = 60
_DETERMINER = re.compile(r"^(?:(?:les?|la)\s+|l[’'])", re.IGNORECASE)
_OWN_ARTICLES = frozenset({"other", "prior_avis"})


def clause_start(item: Found) -> int:
    """Where the clause that holds the mention begins in its unit."""
    start = max(0, item.mention.start - _LONGEST_CLAUSE)
    ends = [m.end() for m in _CLAUSE_END.finditer(item.unit.clean.text, start, item.mention.start)]
    return ends[-1] if ends else start


def quotation_start(item: Found) -> int | None:
    """Where the quotation that holds the mention opens; None outside quotations."""
    text = item.unit.clean.text
    opened = text.rfind("«", max(0, item.mention.start - _LONGEST_QUOTATION), item.mention.start)
    return None if opened < 0 or text.rfind("»", opened, item.mention.start) >= 0 else opened


def is_governed(item: Found) -> bool:
    """True if the mention is the object of another text: "modifiant la directive 2003/98/CE", "pris en application de la loi"."""
    return _GOVERNED.search(_governor(item)) is not None


def is_changed(item: Found) -> bool:
    """True if the mention is what the text spoken of changes or refers to: "il complète l'article 6 de la loi"."""
    return _CHANGED.search(_governor(item)) is not None


def is_put_there(item: Found) -> bool:
    """True for an article put into the text that the sentence has named last: "la loi…, y insérant un article 4-1"."""
    return _PUT_THERE.search(_governor(item)) is not None


def is_put_in(item: Found) -> bool:
    """True for an article that some text puts into another: "la loi a modifié le code…, et a inséré, dans le titre X, un article 61-2"."""
    return _PUT_IN.search(_governor(item)) is not None


def is_quoted(item: Found) -> bool:
    """True inside quotation marks, straight ones too: of these an odd number stands before it in its paragraph."""
    if quotation_start(item) is not None:
        return True
    text = item.unit.clean.text
    opened = text.rfind("\n", 0, item.mention.start) + 1
    return text.count('"', max(opened, item.mention.start - _LONGEST_QUOTATION), item.mention.start) % 2 == 1


def _governor(item: Found) -> str:
    return folded(item.unit.clean.text[max(0, item.mention.start - _GOVERNOR_REACH) : item.mention.start])


def stands_after(item: Found, found: Sequence[Found], before: int) -> str | None:
    """The words of a text that is no law, right before the article: "Le règlement intérieur de l'Assemblée, article 49"."""
    named = found[before] if before >= 0 else None
    if named is None or named.unit.id != item.unit.id or named.mention.kind not in _OWN_ARTICLES or not named.reference.source:
        return None
    own = named.reference.source.label not in ("Code", "Law", "Decree", "Article") and named.mention.need is None
    gap = folded(item.unit.clean.text[named.mention.end : item.mention.start]) if named.mention.end <= item.mention.start else "-"
    after = _RIGHT_AFTER.fullmatch(gap) if own else None
    # "avis du 3 mai 2018, l'article 8 garantit…" is of another text: only "son article" says that a decision has articles.
    return _DETERMINER.sub("", named.reference.surface) if after and (after["own"] or named.mention.kind == "other") else None


def called_in(words: str) -> list[str]:
    """What the words speak of: "la loi", "ce décret"; not "la traite", which is no treaty."""
    return [m[1] for m in _CALLED.finditer(folded(words)) if m[1] != "traite" or words[m.end() - 1] in "éÉE"]


def is_indefinite(item: Found, antecedent: Found | None) -> bool:
    """True if "cet arrêté" takes up "un arrêté" that nobody has named yet: it is no reference."""
    noun = cues.noun(item.mention.cue)
    start = antecedent.mention.end if antecedent and antecedent.unit.id == item.unit.id else max(0, item.mention.start - _LONGEST_CLAUSE)
    between = folded(item.unit.clean.text[start : item.mention.start])
    return (
        noun is not None
        and re.search(
            rf"\b(?:une?|des|tout|toute|quelque|par|par voie de) (?:(?!l[ae] |cette |ce |ledit |ladite |sa |son )\w+ )?{noun}s?\b", between
        )
        is not None
    )


def is_no_reference(item: Found) -> bool:
    """ "la Convention", "la Charte" of which the document names none is a common noun."""
    reference = item.reference
    if item.mention.need != "instrument" or reference.source is not None:
        return False
    cue = folded(item.mention.cue or "")
    # "cette ordonnance" that nothing names before is a judge's.
    return reference.reason is None or (item.mention.article is None and (cue in cues.NOUNS or cue.endswith("ordonnance")))
