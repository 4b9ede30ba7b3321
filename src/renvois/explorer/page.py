"""Writing the page: one HTML file, scripts and styles inside it, and a policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from ..graph.errors import InputError
from ..graph.model import Graph
from ..loaders.document import Document
from .data import Item, as_json, data, deflated, packed
from .material import Material, text
from .reading import blocks
from .tables import body_rows, duty_rows, finding_rows, recommendation_rows, review_rows, source_rows
from .ties import GRADES, ROLES

STYLES = ("theme.css", "layout.css", "reading.css", "lanes.css", "tables.css", "print.css")
# In this order they make one script: each file uses what stands before it, and main.js starts it all.
SCRIPTS = (
    "plain_data.js", "model.js", "dom.js", "panes.js", "passages.js", "light.js", "choice.js", "content.js", "layout.js", "lanes.js",
    "sketch.js", "paper.js", "citing.js", "cards.js", "evidence.js", "paths.js", "asked.js", "questions.js", "entries.js", "search.js",
    "tables.js", "filters.js", "exports.js", "main.js",
)  # fmt: skip

# In the scripts: /** … */ and // at the head of a line, or // after code and a space (an address in a text has none).
COMMENTS = re.compile(r"^[ ]*/\*\*.*?\*/$|(?:^[ ]*|[ ])// .*$", re.MULTILINE)
# In the styles: a text, or a comment, or the spaces round a brace, a semicolon or a comma and after a colon.
SPACES = re.compile(r'("[^"]*")|/\*.*?\*/|[ ]*([{};,])[ ]*|(:)[ ]+', re.DOTALL)

# Characters in a line of 8 points on A4, with room to spare.
LINE = 100


def write_page(graph: Graph, document: Document, path: Path, *, lang: str = "fr") -> Path:
    """Writes the page of an opinion and returns its path; InputError if the file cannot be written."""
    content = page(graph, document, lang)
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise InputError(f"The page cannot be written: {error.strerror}.", where=str(path), cure="Choose another file with -o.") from error
    return path


def page(graph: Graph, document: Document, lang: str = "fr") -> str:
    """The page as text: opens offline, asks nothing of any server, and shows whatever the document holds as text only."""
    return rendered(Material.of(graph, document, lang))


def rendered(material: Material) -> str:
    """The page of an opinion, alone or among several."""
    return render(
        "page.html.j2", styled(STYLES, text(material.avis, "name"), text(material.avis, "title")), SCRIPTS, data(material),
        lang=material.lang, say=material.say, home=material.home,
        title=text(material.avis, "title"), canonical=text(material.avis, "canonical"),
        name=text(material.avis, "name"), avis_lang=text(material.avis, "lang") or "fr",
        blocks=blocks(material), recommendations=recommendation_rows(material), sources=source_rows(material),
        bodies=body_rows(material), duties=duty_rows(material), findings=finding_rows(material), reviews=review_rows(material),
        roles=ROLES, grades=GRADES,
    )  # fmt: skip


def render(template: str, style: str, scripts: Sequence[str], known: Item, *, deflate: bool = False, **shown: object) -> str:
    """A page from its template, with its own style and scripts, the data they work on, and the policy that allows them alone.

    `deflate`: the data is kept small, and the scripts wait for it.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    boot, start = _asset("boot.js"), "async () =>" if deflate else "() =>"
    script = f'"use strict";\n({start} {{\n{_joined(scripts)}}})();\n'
    environment = Environment(
        autoescape=True, loader=FunctionLoader(_asset), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(template).render(
        policy=_policy(style, boot, script),
        style=Markup(style),  # noqa: S704 - our own file
        boot=Markup(boot),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own files
        data=Markup((deflated if deflate else as_json)(packed(known))),  # noqa: S704 - neither leaves any < > &
        **shown,
    )


def styled(styles: Sequence[str], name: str, title: str = "") -> str:
    """Our own styles, and at the head of each page on paper the name and as many words of the title as a line holds."""
    running = f"{name} – {title}" if title and title != name else name
    if len(running) > LINE:
        running = f"{running[:LINE].rsplit(' ', 1)[0]} …"
    # A document's words are no style: whatever is neither letter, figure nor space is written as its code.
    written = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in running)
    return f'{_joined(styles)}@page{{@top-left{{content:"{written}"}}}}\n'


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(_hash(s) for s in scripts)
    return f"default-src 'none'; style-src {_hash(style)}; script-src {allowed}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _joined(names: Sequence[str]) -> str:
    """Our own files, one after the other, without indentation and comments: a page is sent and kept, not edited."""
    content = "\n".join(_asset(name) for name in names)
    shorter = _styles(content) if names[0].endswith(".css") else COMMENTS.sub("", content)
    return "\n".join(line.strip() for line in shorter.splitlines() if line.strip()) + "\n"


def _styles(content: str) -> str:
    """Styles without comments and the spaces that say nothing; what stands in quotes is kept."""
    return SPACES.sub(lambda m: m[1] or (m[2] or m[3] or "").strip(), content)


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
