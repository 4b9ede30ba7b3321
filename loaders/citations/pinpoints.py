"""Pinpoints: what narrows an article, after it ("article 40, alinéa 2", "706-47 6°") or before it ("le II de l'article")."""

from __future__ import annotations

import re

from .finder import View
from .grammar import grammar
from .numbering import LATIN
from .text import folded

_NAMED = (
    *("premier", "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme", "dixieme"),
    *("onzieme", "douzieme", "treizieme", "quatorzieme", "quinzieme", "seizieme", "dix-septieme", "dix-huitieme", "dix-neuvieme"),
    "vingtieme",
)
_VALUES = {name: str(rank) for rank, name in enumerate(_NAMED, 1)} | {"second": "2"}
_ORDINALS = sorted(_VALUES, key=len, reverse=True)
_ORDINAL = rf"(?:(?:{'|'.join(_ORDINALS)}|premiere|seconde|avant-derniere?|derniere?)|\d{{1,2}} ?(?:er|re|e|eme|nd|nde)(?![a-z]))"
# "1o" is how some texts print "1°".
_DEGREE = r"(?:°|o(?![a-z]))"
_ROMAN = r"(?:xi{0,3}|ix|iv|vi{0,3}|i{1,3}|v)"
_MORE_NUMBERS = r"(?: ?(?:,|et|a|-) ?\d{1,3}(?!\d| ?[°§]|-\d))*"
# "§ 1 c) et 4", "§§ 1 a), 2 et 3 b)"
_LETTERED_NUMBERS = r"(?:(?: ?[a-f]\))? ?(?:,|et|a|-) ?\d{1,3}(?!\d| ?[°§]|-\d)(?: ?[a-f]\)(?= ?(?:,|et) ?\d))?)*"
_OF_TEXT = r"(?:de la|du|de l'|de cette|de ladite|dudit|of the) ?(?=[a-z])"
_AFTER = grammar(
    rf"(?:,? ?(?:alineas?|al\.?) ?(?P<alinea>\d{{1,2}})(?:er|e|eme)?(?: ?(?:,|et|a|-) ?\d(?!\d))*"
    rf"|,? (?:au |en son |dans son |le |son )?(?P<ordinal>{_ORDINAL}) (?:alinea|al\.)(?! (?:du [ivx]+ )?(?:de l'|des )article)"
    rf"|[,-]? ?(?P<degree>\d{{1,3}} ?{_DEGREE}(?: ?{LATIN})?(?: ?(?:,|et|a) ?\d{{1,3}} ?{_DEGREE})*)\)?"
    r"|,? ?(?:§§|paragraphs|paras\.?) ?(?P<paragraphs>\d{1,3}(?: ?(?:,|and|to|et|ou|a|-) ?\d{1,3}(?!\d| ?[°§]|-\d))+)"
    rf"|,? ?§{{1,2}} ?(?P<paragraph>\d{{1,3}}(?:\.\d+)?(?:er(?![a-z]))?{_LETTERED_NUMBERS})"
    rf"|,? (?:paragraphe?s?|paras?\.?|par\.) ?(?P<para>\d{{1,3}}{_MORE_NUMBERS}|[ivx]{{1,5}}(?![a-z']))"
    r"|, (?P<closed>\d{1,2})\)(?=,? (?:du|de la|de l'|[a-z]{3,6}\b))"
    rf"| ?\((?P<enclosed>\d{{1,3}} ?°(?: ?(?:,|et|ou|a) ?\d{{1,3}} ?°)*|al(?:inea)?s?\.? ?\d{{1,2}}(?:er)?|{_ORDINAL} alinea"
    r"|[ivx]{2,5}|[ivx]{1,5},? ?\d{1,2} ?°)\)"
    r"|(?P<between> ?\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?: (?:and|or|to) \((?:\d{1,2}|[a-z]|[ivx]{1,4})\))*)"
    r"|,? (?:points?|pt\.?) ?(?P<point>\d{1,3}|[a-z](?![a-z]))\)?"
    r"|(?:,? (?:sous )?|[.-])(?P<letter>(?:[a-z]\)|(?<=[.-])[a-h](?![\w'.-]))(?:(?:,| et| ou| a) [a-z]\))*)"
    rf"|,? {_ORDINAL} phrase"
    # "article 1er, A, 2° de la Convention de Genève"
    rf"|,? (?P<section>[a-f](?:,? ?\d{{1,2}} ?°?)?)(?=,? (?:{_OF_TEXT}|\d{{1,2}} ?°))|(?<=[a-f]),? (?P<item>\d{{1,2}} ?°?)(?=,? {_OF_TEXT})"
    # The V of "art. 23. V. la loi" and of "art. 23, V. aussi" is "Voir".
    r"|(?!\. [ivx]+\.[ ,]|[.,]? v\.? (?:aussi|egalement|infra|supra|notamment|not\.|par ex|en ce sens|encore|sur ce)\b)"
    rf"(?:, ?| ?[-./] ?| )(?P<roman>{_ROMAN}(?: {LATIN})?°?)(?![a-z'])(?P<under> ?[-,]? ?\d{{1,2}} ?°|-\d{{1,2}}(?!\d))?)"
)
_ALSO = r"(?:,| et| ou| a) (?:au |aux |du |le )?"
_PART = (
    rf"(?:{_ORDINAL}(?:,? (?:et|ou|a) {_ORDINAL})? (?:alineas?|phrases?|al\.)|alinea (?:premier|1er)|deux premiers alineas|considerant \d+"
    rf"|(?:alineas?|paragraphes?|points?|§{{1,2}}) ?\d{{1,2}}(?:(?:,| et| ou| a) \d{{1,2}})*"
    rf"|\d{{1,3}} ?{_DEGREE}(?: {LATIN})?(?:{_ALSO}\d{{1,3}} ?{_DEGREE})*"
    rf"|\d{{1,2}}(?= (?:du [ivx]|de l' ?(?:article|$)))|\d{{1,2}}\)"
    rf"|[ivx]{{1,5}}(?: ?- ?[a-h\d])?(?: {LATIN})?(?:{_ALSO}[ivx]{{1,5}})*|[a-h]\)?)"
)
_LEADING = grammar(rf"(?:{_PART}(?: de l' ?| du | de la | des | de )){{1,3}}(?=articles?)")
_BEFORE = grammar(
    rf"(?:(?:les? |la |l'|aux? )?{_PART}(?: de l' ?| du meme | de ce meme | de cet | dudit | du present | du | de la | des | de )){{1,4}}"
)
_BEFORE_HEAD = grammar(r" (?:de l' ?|du |des |de |de la |du meme |de ce meme |de cet |dudit |du present )$")
_PART_START = grammar(
    r"(?<!\w)(?=[\divxa-h§]|premi|secon|deux|trois|quatr|cinq|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|avant|dern|alin|parag|point|consid)"
)
# "articles 6 § 1 et 13", "articles 3, § 2, 17 et 29": 13 and 17 are articles; "article 8 §§ 1 et 2" has two paragraphs.
_SINGLE = grammar(r",? ?(?:§(?!§)|paragraphe |para\.?|par\.) ?(?P<first>\d{1,3})(?:\.\d+)?(?:er)?")
_MORE = grammar(r"(?P<by>(?: ?[a-f]\))? ?(?:,|et) ?)(?P<next>\d{1,3})(?: ?[a-f]\))?")
_LETTER = grammar(r" ?[a-f]\)")
_WIDEST_STEP = 4
_ORDINAL_PARAGRAPHS = re.compile(r"(?P<first>\S+)(?:,?(?P<by> et | ou | a )(?P<last>\S+))? (?:alineas?|al\.)")
_WINDOW = 90
_MOST_PARTS = 4


def read_after(view: View, end: int, plural: bool = False) -> tuple[str | None, int]:
    """What follows a number and narrows it, as the gold writes it ("al. 2", "6°", "III", "§ 2"), and where it ends.

    `plural`: the head of the list says that there are several articles.
    """
    parts: list[str] = []
    while len(parts) < _MOST_PARTS and (found := _AFTER.match(view.plain, end)):
        part = _read_part(view, found)
        if part is None:
            break
        own = _own_paragraphs(found[0], plural)
        if own < len(found[0]):
            found = _AFTER.match(view.plain, end, end + own)
            part = _read_part(view, found) if found else None
            return ", ".join((*parts, part) if part else parts) or None, end + own
        parts.append(part)
        end = found.end()
    return (", ".join(parts) or None), end


def _own_paragraphs(words: str, plural: bool) -> int:
    """How many characters of "§ 1, 2 et 13" are the article's own: after a sign for one paragraph, a far number is an article's.

    After a head in the plural ("articles 6 § 1 et 3") so is any number, unless letters tell ("§ 1 c) et 4" of a singular head).
    """
    single = _SINGLE.match(words)
    if not single:
        return len(words)
    last, end = int(single["first"]), single.end()
    while more := _MORE.match(words, end):
        if plural or not 0 < int(more["next"]) - last <= _WIDEST_STEP:
            letter = _LETTER.match(words, end)
            return letter.end() if letter else end
        last, end = int(more["next"]), more.end()
    return len(words)


def read_leading(view: View, start: int) -> tuple[str, int] | None:
    """The pinpoints at `start` that lead to a head ("les 3° et 4° de l'" article 2) and where they end."""
    found = _LEADING.match(view.plain, start)
    return (_widest_first(view.text[start : found.end()]), found.end()) if found else None


def read_before(view: View, start: int) -> tuple[str | None, int]:
    """The pinpoints that stand before a head ("second alinéa de l'", "4° du I de l'") and where they start."""
    window = view.plain[max(0, start - _WINDOW) : start]
    if not _BEFORE_HEAD.search(window, max(0, len(window) - 16)):
        return None, start
    offset = start - len(window)
    for place in _PART_START.finditer(window):
        begin = offset + place.start()
        if _BEFORE.fullmatch(window, place.start()) and _is_part(view, begin):
            return _widest_first(view.text[begin:start]), begin
    return None, start


def _read_part(view: View, found: re.Match[str]) -> str | None:
    if found["alinea"]:
        return "al. " + re.sub(r"\s+", " ", re.sub(r"^\D+", "", found[0]))
    if found["ordinal"]:
        return f"al. {_ordinal(found['ordinal'])}"
    if found["roman"]:
        return _roman(view, found)
    if found["section"] and not view.text[found.start("section")].isupper():
        return f"{found['section']})" if len(found["section"]) == 1 and found[0].startswith(",") else None
    if section := found["section"] or found["item"]:
        return re.sub(r"[ ,]+", ", ", section.upper())
    return _read_numbered(found)


def _read_numbered(found: re.Match[str]) -> str:
    if found["degree"]:
        degrees = re.sub(r"(?<=\d)o", "°", found["degree"]).replace(" ", "").replace("et", " et ").replace("°a", "° à ")
        return re.sub(rf"°(?={LATIN})", "° ", degrees)
    if number := found["paragraphs"] or found["paragraph"] or found["para"]:
        number = number.replace("and", "et").replace("to", "à")
        return number.upper() if number.isalpha() else f"§ {re.sub('(?<=1)er', '', number)}"
    if enclosed := found["enclosed"]:
        return _written(re.sub(r"^[ivx]+", lambda roman: roman[0].upper(), " ".join(enclosed.split())).replace(" a ", " à "))
    if point := found["point"] or found["closed"]:
        return f"point {point}"
    inside = (found["between"] or "").strip(" ()")
    inside = re.sub(r"\) (?:and|or|to) \(", ") et ", inside)
    if re.fullmatch(r"\d+(?:\) et \d+)+", inside):
        return f"§ {inside.replace(') et ', ' et ')}"
    return f"§ {inside}" if inside.isdigit() else f"{inside})" if inside else _lettered(found["letter"]) or found[0].strip(" ,")


def _lettered(letter: str | None) -> str | None:
    """ "f)" for the bare letter of "5.1.f" too."""
    return f"{letter})" if letter and len(letter) == 1 else letter


def _roman(view: View, found: re.Match[str]) -> str | None:
    start, end = found.span("roman")
    if not view.text[start:end].rstrip("°").split()[0].isupper():
        return None
    under = (found["under"] or "").strip(" -,").replace(" ", "")
    return view.text[start:end].rstrip("°") + (f", {under}" if under else "")


def _ordinal(word: str) -> str:
    digits = re.match(r"\d+", word)
    return digits[0] if digits else _VALUES.get(word.replace("premiere", "premier").replace("seconde", "second"), word)


def _widest_first(words: str) -> str:
    """ "second alinéa du II de l’" as the gold orders it: "II, al. 2"."""
    pieces = re.split(r"(?i)\s+(?:de l['’]\s*|(?:de la|du même|de ce même|de cet|dudit|du présent|du|des|de)(?:\s+|$))", words.strip())
    return ", ".join(filter(None, (_written(piece) for piece in reversed(pieces))))


def _written(piece: str) -> str:
    piece = re.sub(r"(?i)^(?:les?|la|l['’]|aux?|du|des)\s+", "", " ".join(piece.split()))
    plain = folded(piece)
    if found := _ORDINAL_PARAGRAPHS.fullmatch(plain):
        ranks = [_ordinal(found["first"]), *([_ordinal(found["last"])] if found["last"] else [])]
        return "al. " + (" à " if found["by"] == " a " else " et ").join(ranks)
    if plain in ("alinea premier", "alinea 1er"):
        return "al. 1"
    if plain.startswith("alin"):
        return "al. " + " ".join(plain.split()[1:])
    if plain.startswith(("paragraphe", "§")):
        return "§ " + re.sub(r"^\D+", "", piece)
    return re.sub(r"(?<=\d)o$", "°", piece)


def _is_part(view: View, start: int) -> bool:
    """A lone letter or Roman number before "de l'article" must be a capital: "le I de l'article", not "a de l'article"."""
    word = re.match(r"[a-zA-Z]+", view.text[start : start + 12])
    if not word or len(word[0]) > 5 or not re.fullmatch(r"[ivx]+|[a-h]", word[0].lower()):
        return True
    return word[0].isupper() or view.text[start + 1 : start + 2] == ")"
