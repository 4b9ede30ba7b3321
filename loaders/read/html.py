"""HTML pages: what a reader sees, with headings, list items, superscripts, call marks and notes as the page declares them."""

from __future__ import annotations

import re

from ..source import SourceText
from .building import TextBuilder
from .decoding import decode_markup, remarks
from .html_page import render
from .html_tree import Tree, parse
from .html_visible import shown_elements

_DATES = ("dcterms.date", "dc.date", "article:published_time", "dcterms.created", "date")


def read_html(name: str, data: bytes) -> SourceText:
    """The visible text: white space folded, a line per block, a blank line between paragraphs, a tab between cells.

    Origins are offsets in the decoded file, ("html", offset): the character itself, the & of its reference, or the first of the
    white space it stands for. Numbers and bullets of lists are printed and have no origin. Raises InputError for undecodable bytes.
    """
    markup, encoding = decode_markup(name, data)
    tree = parse(markup)
    builder = TextBuilder()
    render(tree, builder, shown_elements(tree))
    warnings = list(remarks(markup))
    if re.search(r"<(?:html|body)[\s>]", markup, re.IGNORECASE) and not re.search(r"</(?:html|body)\s*>", markup, re.IGNORECASE):
        warnings.append("The page ends without </body> or </html>: it may be cut short.")
    return builder.build(name, "html", encoding=encoding, metadata=_metadata(tree), warnings=warnings)


def _metadata(tree: Tree) -> dict[str, str]:
    declared: dict[str, str] = {}
    for element in tree.elements:
        if element.tag == "meta":
            key = element.attributes.get("name") or element.attributes.get("property") or ""
            declared.setdefault(key.lower(), element.attributes.get("content", "").strip())
    titles = {element.rank for element in tree.elements if element.tag == "title"}
    title = "".join(token.text for token in tree.tokens if token.kind == "text" and token.element in titles)
    html = next((element for element in tree.elements if element.tag == "html"), None)
    return {
        "title": " ".join(title.split()) or declared.get("og:title", ""),
        "author": declared.get("author", "") or declared.get("dcterms.creator", ""),
        "date": next((declared[key] for key in _DATES if declared.get(key)), ""),
        "language": html.attributes.get("lang", "") if html else "",
    }
