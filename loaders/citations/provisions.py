"""Provisions: an article of an instrument as a source, in the gold's wording and with its identifier."""

from __future__ import annotations

import re

from ...graph import identifiers
from .articles import Item
from .codes import is_lettered
from .model import Kind, Source

_KINDS: dict[str, Kind] = {
    "Code": "code_article",
    "Law": "law_article",
    "Decree": "decree",
    "Circular": "circular",
    "Convention": "convention_article",
    "EUAct": "eu_act_article",
    "Constitution": "constitution",
    "Bill": "bill",
}
_WHOLE_KINDS: dict[str, Kind] = {
    "Law": "law",
    "Decree": "decree",
    "Circular": "circular",
    "Convention": "convention",
    "EUAct": "eu_act",
    "Constitution": "constitution",
    "Bill": "bill",
}
_MASCULINE = ("projet", "code", "décret", "règlement", "pacte", "traité", "protocole", "statut", "préambule", "livre", "premier")
# "6.1", and for EU acts, which number no article so, "6-1", "5-1-a".
_PARAGRAPH = re.compile(r"(\d+)[.-](\d+)(?:-([a-z]))?")
_DIVISION = re.compile(r"(?:livre|titre|chapitre|section|sous-section|annexe|considérants?|partie)\b")


def kind_of(parent: Source) -> Kind:
    """The kind of a reference to an article of the instrument; the gold counts orders (arrêtés) as "other"."""
    return "other" if parent.subkind == "arrêté" else _KINDS.get(parent.label, "other")


def whole_kind(instrument: Source) -> Kind:
    """The kind of a reference to the instrument itself; a whole code and an order (arrêté) are "other", as in the gold."""
    return "other" if instrument.subkind == "arrêté" else _WHOLE_KINDS.get(instrument.label, "other")


def article_of(item: Item) -> str:
    """What identifies the item among the articles of its text: "R221-12", "150 U", "6..15" (a range), "6.." (and following)."""
    number = f"{item.number} {item.letters}" if item.letters else item.number
    if item.to:
        return f"{number}..{item.to}"
    return f"{number}.." if item.onward else number


def provision(parent: Source, article: str, pinpoint: str | None = None) -> tuple[Source, str | None]:
    """The source `article` of `parent` names (see article_of), and the pinpoint that is left once it is read."""
    number, pinpoint = _settle(parent, article, pinpoint)
    shown = _shown(parent, number)
    whole = parent.name if parent.label == "Code" else parent.canonical
    heading = shown if _DIVISION.match(shown) else f"art. {shown}"
    source = Source(
        identifiers.article(parent.id, number.replace(" ", "_")),
        "Article",
        canonical=f"{whole}, {heading}",
        name=f"{heading} {of(parent.name)}",
        number=number,
        article=number,
        date=parent.date,
        parent=parent,
    )
    return source, pinpoint


def of(name: str) -> str:
    """The name after "article…": "du code pénal", "de la loi n° 78-17", "de l’ordonnance"."""
    if name.startswith(("Déclaration", "Charte", "Pacte", "Traité", "Protocole", "Préambule", "Projet", "Proposition")):
        name = name[0].lower() + name[1:]
    plain = name.lower()
    if plain.startswith(_MASCULINE):
        return f"du {name}"
    return f"de l’{name}" if identifiers.fold(plain)[0] in "aeiou" else f"de la {name}"


def _settle(parent: Source, article: str, pinpoint: str | None) -> tuple[str, str | None]:
    """Article number and pinpoint as this kind of text understands them."""
    lettered = re.fullmatch(r"(\S+(?: [a-z]+)?) ([A-Z]{1,2}(?: [a-z]+)?)", article)
    # "36 A" is paragraph A of article 36; "3 bis A" is an article put in before 3 bis.
    inserted = parent.label == "Bill" or (parent.label == "Code" and is_lettered(parent))
    if lettered and " " not in lettered[1] and not _DIVISION.match(article) and not inserted:
        rest = None if (pinpoint or "").split(", ", maxsplit=1)[0] == lettered[2] else lettered[2]
        article, pinpoint = lettered[1], ", ".join(filter(None, (rest, pinpoint)))
    if ".." in article:
        return article, pinpoint
    if parent.label == "Convention":
        # "l'article 6-1 de la Convention": its paragraphs are numbered, its articles are not.
        article = re.sub(r"^(\d{1,2})-(\d{1,2})$", r"\1.\2", article)
        return _with_paragraph(article, pinpoint)
    if (found := _PARAGRAPH.fullmatch(article)) and (parent.label == "EUAct" or (parent.label == "Constitution" and "." in article)):
        return found[1], ", ".join(filter(None, (f"§ {found[2]}", found[3] and f"{found[3]})", pinpoint)))
    return (article.replace(".", "-") if article[0].isalpha() and not _DIVISION.match(article) else article), pinpoint


def _with_paragraph(article: str, pinpoint: str | None) -> tuple[str, str | None]:
    """Paragraphs of a convention's article are numbered and belong to its identifier: 12.6."""
    if "." not in article and (found := re.fullmatch(r"(?:§ )?(\d+)(?:, (?P<rest>[^\d].*))?", pinpoint or "")):
        return f"{article}.{found[1]}", found["rest"]
    return article, pinpoint


def written(article: str) -> str:
    """The article as a reader writes it: "R. 221-12", "6 à 15", "6 et s."."""
    first, dots, last = article.partition("..")
    if dots:
        return f"{_plain(first)} à {_plain(last)}" if last else f"{_plain(first)} et s."
    return _plain(article)


def _shown(parent: Source, number: str) -> str:
    if parent.label == "Convention" and (found := re.fullmatch(r"(\d+)\.(\d+)", number)):
        return f"{found[1]} § {found[2]}"
    return written(number)


def _plain(number: str) -> str:
    found = re.match(r"(LO|[LRDA])(\*{0,2})(\d.*)", number)
    if found:
        return f"{found[1]}{'' if found[1] == 'LO' else '.'}{found[2]} {found[3]}"
    return re.sub(r"^1(?= [a-zA-Z]|$)", "1er", number)
