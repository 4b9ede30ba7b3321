"""Lists of articles as drafters write them: heads, numbers, ranges, pinpoints, before any question of which text they belong to.

The forms follow the Guide de légistique (fiches 3.1.2 and 3.1.3: numbering and references) and the usage of treaties and EU acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...graph import identifiers
from .finder import View
from .grammar import grammar

_ORDINAL = (
    r"(?:premiere?|seconde?|deuxieme|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|avant-derniere?|derniere?"
    r"|\d{1,2} ?(?:er|re|e|eme|nd|nde)(?![a-z]))"
)
_LATIN = (
    r"(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies"
    r"|(?:un|duo|ter|quater|quin|sex|sept|septem|octo|novo|no)?(?:decies|vicies|tricies|quadragies|quinquagies|sexagies))"
)
_FIRST = r"(?:1 ?(?:<sup>)?er(?:</sup>)?|ier|premier|unique|liminaire)(?![a-z])"
_PREFIX = r"(?:(?:l\.?o|[lrda])(?![a-z])(?:\. {0,2}|-| {1,2})?(?:\*{1,2} ?(?:\. ?)?)?)"
_DIGITS = rf"\d{{1,5}}(?! ?(?:%|€|°)|\)? (?:de l'|de l' |du )article)(?:-\d{{1,3}}(?!\d)|\.\d{{1,2}}(?![\d])|-[a-hj-uwyz](?![\w'-]))*(?:-0)?(?:-? ?{_LATIN}(?![a-z])(?:-\d{{1,2}})?)?"
_LETTERS = r"(?: (?!(?:du|de|au|la|le|et|ou|en|il|ne|ce|se|sa|un|si)(?![a-z]))[a-z]{1,2}(?![\w'.°]))"
_NUMBER = grammar(
    rf"(?P<number>{_PREFIX}(?:{_FIRST}|{_DIGITS})|{_FIRST}|{_DIGITS}|[ivxl]{{1,6}}(?![a-z'.]))(?P<letters>{_LETTERS}(?:(?: ?-? ?{_LATIN})(?![a-z]))?)?"
)
_TO = grammar(rf" (?:a|au|jusqu'a|to) (?:l'article |article )?(?P<to>{_PREFIX}?{_DIGITS})")
_ONWARD = grammar(r",? (?:et|and) (?:suivante?s?|s\.|ss\.|suiv\.|seq\.|following)|,? sqq\.?|,? ss?\.(?![a-z])")
_PREFIXED = grammar(_PREFIX)

# "1o" is how some texts print "1°".
_DEGREE = r"(?:°|o(?![a-z]))"
_AFTER = grammar(
    rf"(?:,? ?(?:alineas?|al\.?) ?(?P<alinea>\d{{1,2}})(?:er|e|eme)?(?: ?(?:,|et|a|-) ?\d{{1,2}})*"
    rf"|,? (?:au |en son |dans son |le |son )?(?P<ordinal>{_ORDINAL}) (?:alinea|al\.)(?! (?:du [ivx]+ )?(?:de l'|des )article)"
    rf"|,? ?(?P<degree>\d{{1,3}} ?{_DEGREE}(?: ?{_LATIN})?(?: ?(?:,|et|a) ?\d{{1,3}} ?{_DEGREE})*)\)?"
    r"|,? ?§{1,2} ?(?P<paragraph>\d{1,3}(?:\.\d+)?(?:er(?![a-z]))?(?: ?(?:,|et|a|-) ?\d{1,3})*)"
    r"|,? (?:paragraphes?|paras?\.?|par\.) ?(?P<para>\d{1,3}(?: ?(?:,|et|a|-) ?\d{1,3})*)"
    r"|(?P<between> ?\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))"
    r"|,? (?:points?|pt\.?) ?(?P<point>\d{1,3}|[a-z](?![a-z]))\)?"
    r"|(?:,? (?:sous )?|[.-])(?P<letter>[a-z]\))"
    r"|,? (?:premiere|seconde|deuxieme|troisieme|derniere|\d{1,2} ?e) phrase"
    rf"|(?:, ?| ?[-./] ?| )(?P<roman>(?:xi{{0,3}}|ix|iv|vi{{0,3}}|i{{1,3}}|v)(?: {_LATIN})?°?)(?![a-z'])(?P<romandegree> ?[-,]? ?\d{{1,2}} ?°|-\d{{1,2}}(?!\d))?"
    r")"
)
# What may stand before "de l'article": "le second alinéa du II de l'article 40", "les 3° et 4° de l'article 2".
_PART = (
    rf"(?:{_ORDINAL}(?:,? (?:et|ou|a) {_ORDINAL})? (?:alineas?|phrases?|al\.)|(?:alineas?|paragraphes?|points?|§{{1,2}}) ?\d{{1,2}}(?:(?:,| et| ou| a) \d{{1,2}})*"
    rf"|\d{{1,3}} ?{_DEGREE}(?: {_LATIN})?(?:(?:,| et| ou| a) (?:au |aux |du |le )?\d{{1,3}} ?{_DEGREE})*|\d{{1,2}}(?= (?:du [ivx]|de l' ?article))|\d{{1,2}}\)|[ivx]{{1,5}}(?: ?- ?[a-h\d])?(?: {_LATIN})?(?:(?:,| et| ou| a) (?:au |aux |du |le )?[ivx]{{1,5}})*|[a-h]\)?|deux premiers alineas|considerant \d+)"
)
_BEFORE_WINDOW = 90

# "D. 1142-2 (entreprises de plus de 250 salariés) et D. 1142-2-1": a gloss between two items.
_CONNECT = grammar(
    r"(?: \([^()\d][^()]{0,80}\))?(?: {0,2}[,;](?: {1,3}(?:et|ou|ainsi que|ainsi qu'|ni|puis|and|or|et/ou)(?= |'))?| {1,3}(?:et ?/ ?ou|et|ou|ainsi que|ni|puis|&|and|or)(?= )| ?/(?= ?[lrd]\.)) {0,3}"
)
_DETERMINER = grammar(r"(?:(?:a|de|par|en|sur|dans|selon|avec) )?(?:l'|les |le |la |aux? |des? |du |d')?")
_HEAD = grammar(r"(?:articles?|arts?\.?)(?: {0,3}|(?=\d))(?:precites? )?(?:n° ?)?")
# Words that may follow a number without a prefix; any other shows that it counts something ("articles 5 et 6 personnes").
_GOES_ON = grammar(
    r" {0,3}(?:$|[^\w ]|\d|(?:et|ou|a|au|aux|du|de|des|d|l|la|le|les|ainsi|alineas?|al|ne|n|sont|est|qui|que|dont|precit\w*|susvis\w*|susment\w*|susdit\w*"
    r"|ci|modifi\w*|abrog\w*|cree\w*|dans|par|pour|sur|sous|en|prevoi\w*|dispose\w*|dudit|c|cpp|cpc|ter|bis|of|to|and|ss|s|paragraphes?|par|points?|premier|second"
    r"|deuxieme|troisieme|dernier|relatif\w*|portant|ni|puis|tel\w*|issu\w*|lorsqu\w*|si|il|elle|on|ce|cette|code|livre|nouveaux?|anciens?|avec|sans|selon|afin"
    r"|etai\w*|ser\w*|peu\w*|doi\w*|ont|avai\w*|impos\w*|garanti\w*|protege\w*|consacr\w*|interdi\w*|exig\w*|defini\w*|enonc\w*|ainsi|notamment|i{1,3}|iv|v|"
    r"in|which|is|are|provides?|states?|cesdh|cedh|dudh|pidcp|tue|tfue|annex\w*|[a-z])(?![a-z]))"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One article (or range, `to`) of a list; text[start:end] is its own span, head included where it has one of its own.

    `apart`: a new singular head ("… et à l'article 12") in a list that began with one or is numbered otherwise: what stands before
    it may belong to another text.
    """

    start: int
    end: int
    number: str
    written: str
    to: str | None = None
    onward: bool = False
    pinpoint: str | None = None
    letters: str | None = None
    prefixed: bool = False
    apart: bool = False


def read_list(view: View, start: int, *, head: bool = True) -> tuple[tuple[Item, ...], int]:
    """The items of the list whose head (or first number, without `head`) stands at `start`, and where the list ends."""
    at = _head_end(view, start) if head else start
    first = at is not None and read_item(view, start, at, plain=head)
    if not first:
        return (), start
    items = [first]
    singular = head and _SINGULAR.match(view.plain, start) is not None
    while following := _next_item(view, items[-1]):
        own_head = _SINGULAR.match(view.plain, following.start) is not None
        items.append(replace(following, apart=own_head and (following.prefixed != first.prefixed or (singular and first.prefixed))))
    return tuple(items), items[-1].end


_SINGULAR = grammar(r"article[^s]")


def _head_end(view: View, start: int) -> int | None:
    found = _HEAD.match(view.plain, start)
    return found.end() if found else None


def _next_item(view: View, before: Item) -> Item | None:
    """The item after a comma or "et": with its own head, its own pinpoint before it, or bare."""
    joined = _CONNECT.match(view.plain, before.end)
    if not joined:
        return None
    at = joined.end()
    determined = _DETERMINER.match(view.plain, at)
    after = determined.end() if determined else at
    if found := _HEAD.match(view.plain, after):
        return read_item(view, after, found.end(), plain=True)
    if leading := _LEADING.match(view.plain, after):
        found = _HEAD.match(view.plain, leading.end())
        item = found and read_item(view, after, found.end(), plain=True)
        return item and _with_pinpoint(item, _part_words(view.text[after : leading.end()]))
    bare = read_item(view, after, after, plain=True)
    if bare is None or (not bare.prefixed and not _GOES_ON.match(view.plain, bare.end)):
        return None
    return None if bare.written.isalpha() and not bare.prefixed else bare


_LEADING = grammar(rf"(?:{_PART}(?: de l'| du | de la | des | de )){{1,3}}(?=articles?)")


def read_item(view: View, start: int, at: int, *, plain: bool) -> Item | None:
    """The article number at `at`, with its range, letters and pinpoints; `plain` allows one without a prefix (L., R.…)."""
    found = _NUMBER.match(view.plain, at)
    if not found or not _is_number(view, found, plain):
        return None
    prefixed = bool(_PREFIXED.match(found["number"]))
    end, letters = found.end("number"), None
    if found["letters"] and view.text[found.start("letters") + 1].isupper() and not _is_roman(found["letters"].strip()):
        end, letters = found.end(), view.text[found.start("letters") : found.end()].strip()
    number = _normal(view.text[found.start("number") : found.end("number")])
    to, end = _range(view, end, number)
    onward = _ONWARD.match(view.plain, end)
    pinpoint, end = (None, onward.end()) if onward else read_pinpoint(view, end)
    return Item(start, end, number, _written(number), to, bool(onward), pinpoint, letters, prefixed)


def _is_number(view: View, found: re.Match[str], plain: bool) -> bool:
    number = found["number"]
    if number[0].isdigit():
        return plain
    if _PREFIXED.match(number) and any(c.isdigit() for c in number):
        return number[0] != "a" or view.text[found.start()] == "A"
    roman = re.fullmatch(r"[ivxl]+", number) is not None
    return plain and (not roman or view.text[found.start() : found.end("number")].isupper())


def _is_roman(letters: str) -> bool:
    return re.fullmatch(r"[ivx]+", letters) is not None


def _normal(written: str) -> str:
    """The number as identifiers hold it (R221-12); the full stop of "12.6" stays, it tells article and paragraph apart."""
    plain = re.sub(r"(?i)</?sup>", "", written)
    plain = re.sub(r"(?i)^(1 ?er|ier|premier)$", "1", plain)
    plain = re.sub(r"(?i)^l\.?o(?=[. \d])", "LO", plain).replace("‑", "-").replace("–", "-")
    if not plain[0].isdigit():
        plain = identifiers.article_number(re.sub(r"(?<=\d)\.(?=\d)", "-", plain))
    return re.sub(r"(?<=\d)[\s-]*(?=bis|ter|qua|qui|sex|sep|oct|non|un|duo|vic)", " ", plain)


def _written(number: str) -> str:
    """'R221-12' as a reader writes it: 'R. 221-12'."""
    found = re.match(r"(LO|[LRDA])(\*{0,2})(\d.*)", number)
    return f"{found[1]}.{' ' + found[2] if found[2] else ''} {found[3]}" if found else ("1er" if number == "1" else number)


def _range(view: View, end: int, number: str) -> tuple[str | None, int]:
    """The last number of a range "225-5 à 225-10", "L. 722-8 à 25" (L722-25), and where it ends; (None, end) where there is none."""
    found = _TO.match(view.plain, end)
    if not found or view.text[end + 1 : end + 3].startswith("A "):
        return None, end
    last = _normal(view.text[found.start("to") : found.end("to")])
    if not _GOES_ON.match(view.plain, found.end()) and not _PREFIXED.match(found["to"]):
        return None, end
    if found["to"].isdigit() and "-" in number:
        return number.rpartition("-")[0] + "-" + last, found.end()
    prefix = re.match(r"(?:LO|[LRDA])\*{0,2}", number)
    return (prefix[0] + last if prefix and last[0].isdigit() else last), found.end()


def read_pinpoint(view: View, end: int) -> tuple[str | None, int]:
    """What follows a number and narrows it, as the gold writes it ("al. 2", "6°", "III", "§ 2"), and where it ends."""
    parts: list[str] = []
    while len(parts) < 4 and (found := _AFTER.match(view.plain, end)):
        part = _pinpoint(view, found)
        if part is None:
            break
        parts.append(part)
        end = found.end()
    return (", ".join(parts) or None), end


_ORDINAL_VALUE = {"premi": "1", "secon": "2", "deuxi": "2", "trois": "3", "quatr": "4", "cinqu": "5", "sixie": "6", "septi": "7", "huiti": "8", "neuvi": "9", "dixie": "10"}  # fmt: skip


def _ordinal(word: str) -> str:
    digits = re.match(r"\d+", word)
    return digits[0] if digits else _ORDINAL_VALUE.get(word[:5], word)


def _pinpoint(view: View, found: re.Match[str]) -> str | None:
    if found["alinea"]:
        return "al. " + re.sub(r"\s+", " ", re.sub(r"^\D+", "", found[0]))
    if found["ordinal"]:
        return f"al. {_ordinal(found['ordinal'])}"
    if found["degree"]:
        return re.sub(r"(?<=\d)o", "°", found["degree"]).replace(" ", "").replace("et", " et ").replace("°a", "° à ")
    if number := found["paragraph"] or found["para"]:
        return f"§ {re.sub('(?<=1)er', '', number)}"
    if found["between"]:
        inside = found["between"].strip(" ()")
        return f"§ {inside}" if inside.isdigit() else f"{inside})"
    if found["point"]:
        return f"point {found['point']}"
    if found["roman"]:
        return _roman(view, found)
    return found["letter"] or found[0].strip(" ,")


def _roman(view: View, found: re.Match[str]) -> str | None:
    start, end = found.span("roman")
    if not view.text[start:end].rstrip("°").split(" ")[0].isupper():
        return None
    degree = (found["romandegree"] or "").strip(" -,").replace(" ", "")
    return view.text[start:end].rstrip("°") + (f", {degree}" if degree else "")


def _part_words(words: str) -> str:
    """ "second alinéa du II de l’" as pinpoints from the widest to the narrowest: "II, al. 2"."""
    pieces = re.split(r"(?i) (?:de la|de l['’]|du|des|de) ?|(?<=°) ?(?=du)", words.strip())
    return ", ".join(filter(None, (_part(piece) for piece in reversed(pieces))))


def _part(piece: str) -> str:
    piece = re.sub(r"(?i)^(?:les?|la|l['’]|aux?|du|des)\s+", "", piece.strip())
    plain = piece.lower()
    if "alin" in plain or " al" in plain:
        found = re.match(r"(?i)(\S+) (?:alin|al\.)", plain)
        return f"al. {_ordinal(_bare(found[1]))}" if found else "al. " + " ".join(plain.split()[1:])
    if plain.startswith(("paragraphe", "§")):
        return "§ " + re.sub(r"^\D+", "", piece)
    return re.sub(r"(?<=\d)o$", "°", piece)


def _bare(word: str) -> str:
    return word.replace("è", "e").replace("é", "e")


def before(view: View, start: int) -> tuple[str | None, int]:
    """The pinpoints that stand before a head ("second alinéa de l'", "4° du I de l'") and where they start."""
    window = view.plain[max(0, start - _BEFORE_WINDOW) : start]
    if not _BEFORE_HEAD.search(window, max(0, len(window) - 16)):
        return None, start
    offset = start - len(window)
    best = None
    for place in _PART_START.finditer(window):
        if _BEFORE_FULL.fullmatch(window, place.start()) and _capital_roman(view, offset + place.start()):
            best = place.start()
            break
    if best is None:
        return None, start
    return _part_words(view.text[offset + best : start]), offset + best


_BEFORE_HEAD = grammar(r" (?:de l' ?|du |des |de |de la |du meme |de ce meme |du present )$")
_PART_START = grammar(
    r"(?<![\w'])(?=[\divxa-h§]|premi|secon|deux|trois|quatr|cinq|six|sept|huit|neuv|dix|avant|dern|alin|parag|point|consid)"
)
_BEFORE_FULL = grammar(
    rf"(?:(?:les? |la |l'|aux? )?{_PART}(?: de l' ?| du meme | de ce meme | du present | du | de la | des | de )){{1,4}}"
)


def _capital_roman(view: View, start: int) -> bool:
    """A lone letter or Roman number before "de l'article" must be a capital: "le I de l'article", not "a de l'article"."""
    word = re.match(r"[a-zA-Z]+", view.text[start : start + 12])
    if not word or len(word[0]) > 5 or not re.fullmatch(r"[ivx]+|[a-h]", word[0].lower()):
        return True
    return word[0].isupper() or view.text[start + 1 : start + 2] == ")"


def _with_pinpoint(item: Item, pinpoint: str) -> Item:
    return replace(item, pinpoint=", ".join(filter(None, (pinpoint, item.pinpoint))))
