"""The parties of a case: capitalised names on both sides of "c.", "c/", "contre" or "v."."""

from __future__ import annotations

import re

from .courts import states_in_french
from .finder import View
from .parts import MONTHS
from .text import folded
from .words import words

_VERSUS = re.compile(r"(?<=[\s).»\]])(?:c\.|c/|contre|v\.|v(?=\s)|vs\.?|versus)(?=\s*[a-z«\"])")
_SIGNS = frozenset({"c.", "c/", "contre", "v.", "v", "vs", "vs.", "versus"})
_TOKEN = re.compile(r"[^\s,;:()«»\"\[\]]+")
# "Times Newspapers Ltd (nos 1 et 2) c. …": the brackets belong to the name.
_NUMBERED = re.compile(r"\s*\(n(?:[°o]s?\.?)\s*\d+(?:\s*(?:et|,)\s*\d+)*\)\s*$")
# "Conférence des Églises européennes (CEC) c. …": so does the acronym.
_ACRONYM = re.compile(r"\s*\([A-Z][\w-]{1,15}\)\s*$")
# A body's name goes on in small letters: "Mouvement international ATD Quart Monde", "Fédération européenne des associations".
_BODY = re.compile(
    r"\b(?:Associations?|Mouvement|Fédération|Federation|Syndicat|Union|Ligue|Confédération|Confederation|Comité|Centre|Organisation|Conférence|Conseil|"
    r"Collectif|Commission|Société|Fondation|Groupe|Réseau|Internationale|Observatoire|Église|Parti)\s[^,;:.()«»\[\]]{0,110}$"
)
_NO_NAME = re.compile(r"\s(?:a|est|sont|ont|que|qui|dans|par|affaire|arrêt|décision)\s")
# What opens a name before its capital: "de Souza Ribeiro"; the foreign ones never belong to the sentence before.
_PARTICLES = re.compile(r"(?:\b(?:de la|de|du|des|le|la)\s|\bd'|\b(?:von|van|der|den|di|da|della)\s)+$")
_FOREIGN = re.compile(r"(?:\b(?:von|van|der|den|di|da|della)\s)+$")
_NAME_IN_CAPITALS = re.compile(r"\s+(?:[A-ZÀ-Ý]['’])?[A-ZÀ-Ý]{2}")
_OTHERS = re.compile(r"\s+(?:et|and|&)\s+(?:autres?|others?|al\.|a\.)(?![a-z])")
# "Partie C. III", "Annexe C. Modèle": a letter of a list of parts.
_LETTERED = re.compile(r"(?:PARTIE|TITRE|CHAPITRE|SECTION|ANNEXE|Partie|Titre|Chapitre|Section|Annexe)\s+[CV]\.$")
# "X et X c. État belge".
_STATE_OF = re.compile(r"\s+(?:belge|francais|italien|espagnol|neerlandais|luxembourgeois|portugais|hellenique|polonais|hongrois)(?![a-z])")
# "Von Hannover c. Allemagne (n° 2)".
_SECOND = re.compile(r"\s*\(n[°o]\s?\d{1,2}\)")
_LEFT, _RIGHT = 130, 110
# In capitals too: "CASE OF D.P. v. FRANCE".
_ENGLISH_LINKS = frozenset({"of", "and"})
_ENGLISH_VERSUS = re.compile(r"\s+v\.?\s+")
_AND_OTHERS = re.compile(r"\s+and\s+[Oo]thers\b")
_THE = re.compile(r"(?i)^the\s+")


def parties_around(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The span of 'Dink c. Turquie' around the versus sign at plain[start:end]; None where names do not stand on both sides."""
    right = _right_side(view, end)
    left = _left_side(view, start) if right is not None and not _LETTERED.search(view.text, max(0, start - 12), start + 2) else None
    return (left, right) if left is not None and right is not None else None


def versus_in(view: View, start: int, end: int) -> re.Match[str] | None:
    """The first versus sign in plain[start:end]."""
    return next((sign for sign in _VERSUS.finditer(view.plain, start, end) if _is_sign(view, sign)), None)


def _is_sign(view: View, found: re.Match[str]) -> bool:
    """A capital letter is an initial ("C.N. et V. c. France"), unless the names are in capitals too ("DINK C. TURQUIE")."""
    if found[0] not in _SIGNS or not view.text[found.start()].isupper():
        return found[0] in _SIGNS
    return _NAME_IN_CAPITALS.match(view.text, found.end()) is not None


def named_like_a_party(view: View, start: int, end: int) -> bool:
    """True if plain[start:end] holds capitalised words and the links between them only."""
    tokens = [(token[0], view.text[token.start() : token.end()]) for token in _TOKEN.finditer(view.plain, start, end)]
    return bool(tokens) and all(_capital(written) or word in words("party_links") for word, written in tokens)


def _left_side(view: View, end: int) -> int | None:
    """Where the first party begins: back over capitalised words and the links between them."""
    floor = max(0, end - _LEFT)
    if numbered := _NUMBERED.search(view.plain, floor, end) or _ACRONYM.search(view.text, floor, end):
        end = numbered.start()
    boundary = max(view.plain.rfind(sign, floor, end) for sign in ',;:()«"[')
    tokens = list(_TOKEN.finditer(view.plain, boundary + 1 if boundary >= 0 else floor, end))
    start = after_and = None
    for token in reversed(tokens[-14:]):
        word = token[0]
        if _is_sign(view, token):
            # "A c. B et C c. D": the parties of the second case begin after "et".
            return after_and or start
        initial = len(word) == 2 and view.text[token.start()].isupper()
        # "Ibid., § 37. IPI c. Englebert": a number and a full stop end the sentence before.
        if (_introduces(word) and not initial) or (word[:-1].isdigit() and word.endswith(".")):
            break
        if _capital(view.text[token.start() : token.end()]) and word not in _ENGLISH_LINKS:
            start = token.start()
        elif word not in words("party_links"):
            break
        elif word == "et" and after_and is None:
            after_and = start
    return start if start is None else _at_body(view, max(boundary + 1, floor), _at_particle(view, boundary, start))


def _at_body(view: View, floor: int, start: int) -> int:
    """Where the name of a body begins, part of which stands in small letters."""
    found = _BODY.search(view.text, floor, start)
    return found.start() if found and not _NO_NAME.search(view.text, found.start(), start) else start


def _at_particle(view: View, boundary: int, start: int) -> int:
    """Where the name begins with its particle: 'CEDH, de Souza Ribeiro', 'affaire von Hannover', but not "l'arrêt de Martin"."""
    found = _PARTICLES.search(view.plain, max(0, start - 14), start)
    if found and boundary >= 0 and not view.plain[boundary + 1 : found.start()].strip():
        return found.start()
    foreign = _FOREIGN.search(view.plain, max(0, start - 14), start)
    return foreign.start() if foreign else start


def _introduces(word: str) -> bool:
    """Whether the word leads to a case and belongs to no party: 'arrêt', "l'affaire", 'Cass.'."""
    known = words("case_introducers")
    return word in known or (len(word) > 2 and (word.rstrip(".") in known or (word[1] == "'" and word[2:] in known)))


def _capital(written: str) -> bool:
    """A capital or a figure opens the word, after an elided article too (l'Association)."""
    bare = written[2:] if written[1:2] in {"'", "’"} else written
    return bare[:1].isupper() or written[:1].isupper() or written[:1].isdigit()


def _right_side(view: View, start: int) -> int | None:
    end, before = None, start
    for count, token in enumerate(_TOKEN.finditer(view.plain, start, min(len(view.plain), start + _RIGHT))):
        word, written = token[0], view.text[token.start() : token.end()]
        # "Martin c/ Durand ; D. 2010. 23": what follows a semicolon is no party.
        if view.plain[token.start() - 1] in "(«[" or (count and view.plain[before : token.start()].strip()):
            break
        before = token.end()
        stripped = word.rstrip(".")
        if _capital(written) and not written[0].isdigit() and stripped not in MONTHS:
            end = token.start() + len(word.rstrip(".") if word.endswith(".") and len(stripped) > 3 else word)
            if _closes(view, token, stripped):
                break
        elif word not in words("party_links") or count > 9:
            break
        if view.plain[token.end() : token.end() + 1] in {",", ";", ":", "(", ")", "»"}:
            break
    if end is None:
        return None
    if belgian := _STATE_OF.match(view.plain, end) if view.plain.endswith("etat", 0, end) else None:
        end = belgian.end()
    others = _OTHERS.match(view.plain, end)
    end = others.end() if others else end
    second = _SECOND.match(view.plain, end)
    return second.end() if second else end


def _closes(view: View, token: re.Match[str], stripped: str) -> bool:
    """True if a full stop after a long word, or a comma, ends the name here."""
    return token[0].endswith(".") and len(stripped) > 3 and token.end() < len(view.plain)


def in_french(parties: str) -> str:
    """The parties of an English citation as French ones write them: "Klass and Others v. Germany" is "Klass et autres c. Allemagne"."""
    left, *right = _ENGLISH_VERSUS.split(_AND_OTHERS.sub(" et autres", parties), maxsplit=1)
    respondent = states_in_french().get(folded(_THE.sub("", right[0]))) if right else None
    return f"{left} c. {respondent}" if respondent else _AND_OTHERS.sub(" et autres", parties)
