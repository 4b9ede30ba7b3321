"""XML of DILA's open data: JORF and LEGI texts and articles, CNIL deliberations, court decisions."""

from __future__ import annotations

from typing import Any

from ...graph.errors import InputError
from ..source import SourceText
from .building import TextBuilder
from .decoding import decode_markup, remarks
from .html_page import HTML_SHEET, Sheet, render
from .html_tree import Element, Tree, parse
from .xml import parse_xml

# What is printed: the title, the number of an article, section titles, and everything in a CONTENU (visas, text, signatures, nota).
_TITLES = ("titrefull", "titre", "titre_txt")
_SHEET = Sheet(
    origin="xml",
    blank_line=HTML_SHEET.blank_line | {*_TITLES, "num", "titre_ta", "contenu"},
    line=HTML_SHEET.line,
    headings={**HTML_SHEET.headings, "titrefull": 0, "titre": 0, "titre_txt": 0, "titre_ta": 1, "num": 2},
    leads={"num": "Article "},
)
# The first of these elements that says something gives the property. DILA writes 2999-01-01 for a date it does not know.
_METADATA = {
    "title": ("TITREFULL", "TITRE"),
    "date": ("DATE_TEXTE", "DATE_DEC"),
    "nor": ("NOR",),
    "cote": ("NUMERO", "NUM"),
    "nature": ("NATURE",),
    "author": ("AUTORITE", "MINISTERE", "JURIDICTION"),
    "identifier": ("ID",),
}
# An article's own number and nature say nothing of the text it belongs to: that is declared by attributes.
_CONTEXT = {"date": "date_signature", "nor": "nor", "cote": "num", "nature": "nature", "author": "autorite"}
_UNKNOWN_DATE = "2999-01-01"


def read_dila(name: str, data: bytes) -> SourceText:
    """Title, article number and contents, a blank line between paragraphs. Origins are ("xml", offset in the decoded file).

    Raises InputError where the XML is damaged, declares entities, or holds only the plan of a text.
    """
    root = parse_xml(name, data)
    markup, encoding = decode_markup(name, data)
    tree = parse(markup, xml=True)
    contents = _within(tree, "contenu")
    if not contents:
        what = f"This {root.tag} file holds no text (no CONTENU), only references to other files."
        raise InputError(what, where=name, cure="Give the text version or the articles it refers to.")
    builder = TextBuilder()
    render(tree, builder, contents | _titles(tree), _SHEET)
    return builder.build(name, "dila-xml", encoding=encoding, metadata=_metadata(root), warnings=remarks(markup))


def _within(tree: Tree, tag: str) -> frozenset[int]:
    inside: set[int] = set()
    for element in tree.elements:
        if element.tag == tag or element.parent in inside:
            inside.add(element.rank)
    return frozenset(inside)


def _titles(tree: Tree) -> frozenset[int]:
    """The fullest title, the article's number and the titles of sections; the metadata around them are not printed."""
    filled = {token.element for token in tree.tokens if token.kind == "text" and token.text.strip()}
    by_tag: dict[str, list[Element]] = {}
    for element in tree.elements:
        if element.rank in filled:
            by_tag.setdefault(element.tag, []).append(element)
    # Of an article's text, the last title is in force.
    title = next((by_tag[tag][-1 if tag == "titre_txt" else 0].rank for tag in _TITLES if tag in by_tag), None)
    numbers = [e.rank for e in by_tag.get("num", ()) if any(a.tag == "meta_article" for a in tree.ancestors(e.rank))]
    return frozenset({*([] if title is None else [title]), *numbers, *(e.rank for e in by_tag.get("titre_ta", ()))})


def _metadata(root: Any) -> dict[str, str]:
    found = {key: next((text for tag in tags for text in _texts(root, tag)), "") for key, tags in _METADATA.items()}
    context = root.find("CONTEXTE/TEXTE")
    if context is not None:
        declared = {key: context.get(attribute, "") for key, attribute in _CONTEXT.items()}
        # Of its successive titles, the last is in force.
        found["title"] = next(reversed(_texts(context, "TITRE_TXT")), "")
        found |= {key: "" if text == _UNKNOWN_DATE else text for key, text in declared.items()}
    return found | {"language": "fr"}


def _texts(root: Any, tag: str) -> list[str]:
    texts = (" ".join("".join(element.itertext()).split()) for element in root.iter(tag))
    return [text for text in texts if text and text != _UNKNOWN_DATE]
