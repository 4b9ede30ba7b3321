"""The French Constitution and the texts its Preamble names."""

from __future__ import annotations

from .finder import View
from .grammar import grammar
from .model import Mention, Source
from .pinpoints import read_before

_DAY = r"(?: (?:du|of) (?:4 octobre|october 4,?|4 october) 1958| (?:de|of) 1958)"
_BODY = grammar(
    rf"(?:french )?constitution(?: francaise)?(?P<dated>(?: de la (?:ve|cinquieme) republique)?{_DAY}?)"
    r"(?P<preamble> et (?:a )?son preambule)?(?![a-z])"
)
_DECLARATION = grammar(
    r"(?:declaration (?:francaise )?des droits de l'homme et du citoyen(?:,? (?:du 26 aout 1789|de 1789|of 1789))?"
    r"|declaration(?: des droits(?: de l'homme)?)?,? (?:du 26 aout |de |of )1789|ddhc"
    r"|declarations des droits de l'homme(?: et du citoyen)? de 1789(?= et (?:de )?(?:17|18|19)\d\d)"
    r"|declaration des droits de l'homme(?! (?:et |de l'onu|des nations))"
    r"|(?<=la\x20)declaration des droits(?! (?:d[eu]s? |d'|fond|et |univ))"
    r"|(?:1789 )?declaration of (?:human and civil rights|(?:the )?rights of (?:the )?man and(?: of)?(?: the)? citizens?)"
    r"(?:,? of (?:26 august )?1789)?|1789 declaration)(?![a-z])"
)
_PREAMBLE = grammar(
    r"preamble (?:to|of) the (?:french )?(?:1946 constitution|constitution of (?:27 october )?1946)|preamble of 1946|1946 preamble"
    r"|preambule(?: de la constitution)?,? (?:de |du 27 octobre )1946|preambule de la constitution(?: du 27 octobre 1946)?"
)
# "le onzième alinéa du Préambule": where the text has named that of 1946.
_PREAMBLE_ALONE = grammar(r"preambule(?: (?:precite|susvise))?(?![a-z]| (?:de|du|des|d'|a) )")
_CHARTER = grammar(r"charte de l'environnement(?: de 2004)?|charter for the environment(?: of 2004)?|environmental charter of 2004")
_DETERMINED = grammar(r"(?:\b(?:la|notre|cette|the|of|this) {1,3}|[(] ?|^)$")
_ALONE = grammar(r" ?[,:] ?art")
# What the names below begin with, French and English: most places are given up at once.
_FIRST_LETTERS = frozenset("cdefp1")
_CONST = grammar(r"const\.")
# "(art. 64 et 66 Constitution)"
_CLOSES = grammar(r" ?(?:[),;:.]|$)")
_NUMBER_BEFORE = grammar(r"\d(?:er)?,? (?:de la )?$")
# "l'obligation que lui impose l'article 34 de la Constitution d'assurer", "de produire": an infinitive goes on with the sentence.
_INFINITIVE = r"[a-z]{2,}(?:er|ir|oir|dre|tre|ire|uire)(?![a-z])"
_FOREIGN = grammar(
    rf" (?:belge|espagnole|italienne|allemande|americaine|suisse|d'une?(?![a-z])|de (?!la republique francaise|{_INFINITIVE})|du |des "
    rf"|d'(?!{_INFINITIVE})|of (?!the (?:french|fifth))\b)"
)

# That of 1958 has two.
_TWO_PARAGRAPHS = ("al. 1", "al. 2")
_NAMED_REACH = 3000

CONSTITUTION = Source(
    "legi:LEGITEXT000006071194", "Constitution", "Constitution du 4 octobre 1958", "Constitution du 4 octobre 1958", date="1958-10-04"
)
DECLARATION = Source(
    "legi:LEGITEXT000006071192",
    "Constitution",
    "Déclaration des droits de l’homme et du citoyen de 1789",
    "Déclaration des droits de l’homme et du citoyen de 1789",
    date="1789-08-26",
)
PREAMBLE = Source(
    "legi:LEGITEXT000006071193",
    "Constitution",
    "Préambule de la Constitution du 27 octobre 1946",
    "Préambule de la Constitution de 1946",
    date="1946-10-27",
)
CHARTER = Source("constitution:charte-environnement-2004", "Constitution", "Charte de l’environnement de 2004", "Charte de l’environnement")


def read(view: View, start: int) -> Mention | None:
    """The constitutional text named at `start`."""
    if view.plain[start : start + 1] not in _FIRST_LETTERS:
        return None
    for pattern, source in ((_DECLARATION, DECLARATION), (_CHARTER, CHARTER)):
        if found := pattern.match(view.plain, start):
            return Mention(start, found.end(), "constitution", "explicit", source)
    return _preamble(view, start) or _constitution(view, start) or _abbreviated(view, start)


def _preamble(view: View, start: int) -> Mention | None:
    """The Preamble with the paragraph that leads to it: "sixième alinéa du Préambule de la Constitution de 1946"."""
    found = _PREAMBLE.match(view.plain, start)
    if not (found or (view.text.startswith("P", start) and _PREAMBLE_ALONE.match(view.plain, start))):
        return None
    pinpoint, begin = read_before(view, start)
    counted = pinpoint is not None and pinpoint.startswith("al.") and pinpoint not in _TWO_PARAGRAPHS
    if found and ("1946" in found[0] or counted):
        return Mention(begin if pinpoint else start, found.end(), "constitution", "explicit", PREAMBLE, pinpoint=pinpoint)
    if found:
        # "Préambule de la Constitution" without a date opens the text of 1958, which refers to the others.
        return Mention(start, found.end(), "constitution", "explicit", CONSTITUTION, pinpoint="Préambule")
    alone = _PREAMBLE_ALONE.match(view.plain, start)
    if alone and pinpoint and "1946" in view.plain[max(0, start - _NAMED_REACH) : start]:
        return Mention(begin, alone.end(), "constitution", "explicit", PREAMBLE, pinpoint=pinpoint)
    return None


def _abbreviated(view: View, start: int) -> Mention | None:
    """ "art. 37 Const.", "Const., art. 37"."""
    found = _CONST.match(view.plain, start) if view.text.startswith("C", start) else None
    if not found or not (_NUMBER_BEFORE.search(view.plain, max(0, start - 12), start) or _ALONE.match(view.plain, found.end())):
        return None
    return Mention(start, found.end(), "constitution", "explicit", CONSTITUTION)


def _constitution(view: View, start: int) -> Mention | None:
    found = _BODY.match(view.plain, start)
    if not found or (not found["dated"] and not _is_ours(view, start, found.end())):
        return None
    return Mention(start, found.end(), "constitution", "explicit", CONSTITUTION, pinpoint="Préambule" if found["preamble"] else None)


def _is_ours(view: View, start: int, end: int) -> bool:
    """Without a date: "la Constitution", with its capital, and not "Constitution de partie civile" or "la Constitution belge"."""
    determined = _DETERMINED.search(view.plain, max(0, start - 8), start) or _ALONE.match(view.plain, end)
    determined = determined or (_NUMBER_BEFORE.search(view.plain, max(0, start - 12), start) and _CLOSES.match(view.plain, end))
    return view.text[view.plain.index("constitution", start)] == "C" and determined is not None and not _FOREIGN.match(view.plain, end)
