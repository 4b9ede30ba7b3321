"""Where the title of a document ends in a running sentence."""

from __future__ import annotations

import re

from .clauses import clause_end
from .finder import View

_REACH = 320
# What may follow a title. Read in the text itself, not folded, where "à" must not be taken for "a".
_STOP = re.compile(
    r"[;!?]|[.:](?=\s|$)|,(?!\s+(?:pour\s+(?:l[’']|la\s|le\s|les\s|une?\s)|à\s+la\s|de\s+la\s|des?\s|du\s))|\((?!\d{4}\s?[-–]\s?\d{2,4}\))|[»”\"\]](?!\s*en\s)|"
    r"\s(?:qui|que|qu[’']\w+|dont|où|dans\s+l(?:equel|aquelle)|lors|lorsque|afin|ainsi\s+que|prévoit|dispose|vise|indique|souligne|rappelle|précise|"
    r"relève|estime|recommande|montre|est|sont|était|sera|a|ont|avait|n[’']\w*|ne|se|s[’']\w*|complète|modifie|institue|introduit|supprime|abroge|remplace|impose|étend|interdit|ajoute|crée|entend|propose|reprend|instaure|inscrit|va|tend|doit|devrait|peut|pourrait|constitue|permet|comporte|adopté|adoptée|publié|publiée|présenté|présentée|tel\s+que|telle\s+que|comme|selon|depuis|avant|après|puis)\s|"
    r"\s(?:et|mais|puis)(?:,|\s+(?:une?\s|(?:le|la|du|au)\s+(?:plan|programme|stratégie|rapport)\s|l[’']avis|dans\s(?:son|sa|ses|leur|le|la|l[’'])\s?|son\s|sa\s|ses\s|a\s|ont\s|en\s+\w+\s+\d{4}))|\)"
)
_OPENS, _CLOSES = re.compile("[«“]"), re.compile("[»”]")
_TRAILING = re.compile(r"(?:[\s,:.(*–-]|\s(?:et|ou|en|le|la|du|de|des|sur|par|dans))$")
_YEARS = re.compile(r"\(\d{4}[-–]\d{4}\)")
_QUOTED = re.compile(r"\s*[«“\"]([^»”\"]{3,300})[»”\"]")


def quoted_title(view: View, position: int) -> tuple[int, int, str] | None:
    """(start, end, title) of a title in quotation marks that stands at `position`."""
    found = _QUOTED.match(view.text, position)
    return (found.start(), found.end(), " ".join(found[1].split())) if found else None


def title_end(view: View, start: int) -> int:
    """The end of the title that begins at `start`: a quoted part is read over, a stop word or mark ends it."""
    limit = clause_end(view, start, start + _REACH)
    position = start
    while position < limit:
        stop = _STOP.search(view.text, position, limit)
        quote = _OPENS.search(view.text, position, limit)
        if quote and (not stop or quote.start() < stop.start()):
            closing = _CLOSES.search(view.text, quote.end(), limit)
            position = closing.end() if closing else quote.end()
            continue
        years = _YEARS.match(view.text, stop.start() - 10) if stop and stop[0] == ")" else None
        if stop and years and years.end() == stop.end():
            position = stop.end()
            continue
        return trimmed(view, start, stop.start() if stop else limit)
    return trimmed(view, start, limit)


def trimmed(view: View, start: int, end: int) -> int:
    """`end` without the spaces, commas and joining words that close nothing."""
    while end > start:
        tail = _TRAILING.search(view.text, max(start, end - 6), end)
        if not tail:
            break
        end = tail.start()
    return end
